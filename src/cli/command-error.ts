/** An end of a command that is told in one message, without a stack. */
export class CommandError extends Error {
  override readonly name = 'CommandError'
  readonly exitCode: number

  /** @param exitCode 1: it failed; 2: it was called or configured wrongly */
  constructor(message: string, exitCode: 1 | 2 = 1, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause })
    this.exitCode = exitCode
  }
}

/** Why the driver could not do what it was asked, in its own words, short: "connect ECONNREFUSED 127.0.0.1:7687". */
export function reasonOf(error: unknown): string {
  const message = (error instanceof Error && error.cause instanceof Error ? error.cause : (error as Error))
    .message
  const [first = ''] = message.split('\n')
  return (/Caused by: (.*)/.exec(message)?.[1] ?? first).trim().replace(/\.$/, '')
}
