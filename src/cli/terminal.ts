/** Where lines go: standard output or standard error, a terminal or not. */
interface Stream {
  write(text: string): unknown
  readonly isTTY?: boolean
  readonly columns?: number
}

/** Lines of steps. On a terminal the last one may be rewritten in place; elsewhere every line stays, so few are written. */
export class Terminal {
  readonly #stream: Stream
  #rewritable = false
  #tenth: string | null = null

  constructor(stream: Stream) {
    this.#stream = stream
  }

  /** A line that stays. It takes the place of a rewritable one. */
  line(text = ''): void {
    this.clear()
    this.#stream.write(`${text}\n`)
  }

  /**
   * How far something is. On a terminal one line that the next call rewrites; elsewhere a line for each tenth.
   *
   * @param what is going on: the same for all calls of one step
   */
  progress(what: string, detail: string, done: number, total: number): void {
    if (this.#stream.isTTY) {
      this.clear()
      // A line that wraps cannot be rewritten.
      this.#stream.write(`${what}: ${detail}`.slice(0, (this.#stream.columns || 80) - 1))
      this.#rewritable = true
      return
    }
    const tenth = `${what} ${Math.floor((10 * done) / Math.max(1, total))}`
    if (tenth !== this.#tenth) this.#stream.write(`${what}: ${detail}\n`)
    this.#tenth = tenth
  }

  /** Takes a rewritable line away. */
  clear(): void {
    if (this.#rewritable) this.#stream.write('\r\u001b[K')
    this.#rewritable = false
  }
}
