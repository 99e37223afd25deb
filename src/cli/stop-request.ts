/** Somebody asked the process to stop: `signal` says how. Not a fault. */
export class Stopped extends Error {
  override readonly name = 'Stopped'
  readonly signal: NodeJS.Signals

  constructor(signal: NodeJS.Signals) {
    super(`Stopped by ${signal}.`)
    this.signal = signal
  }
}

/** By the shell's convention: 128 and the signal's number. */
export const exitCodeOf = ({ signal }: Stopped) =>
  128 + { SIGHUP: 1, SIGINT: 2, SIGTERM: 15 }[signal as 'SIGINT']

/**
 * Milliseconds in which a second signal belongs to the same key press: `npm start` passes on the Ctrl-C that the
 * terminal has already sent to every process in it.
 */
const SAME_KEY_PRESS = 500

/**
 * Aborts, with a `Stopped`, at the first Ctrl-C, SIGTERM or closed terminal. A second Ctrl-C ends the process at once;
 * an embedded database then ends by itself, as it does whenever its parent is gone.
 */
export function stopRequests(): AbortSignal {
  const stop = new AbortController()
  let asked = 0
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.on(signal, () => {
      if (!stop.signal.aborted) {
        asked = performance.now()
        stop.abort(new Stopped(signal))
      } else if (signal === 'SIGINT' && performance.now() - asked > SAME_KEY_PRESS)
        process.exit(exitCodeOf(new Stopped(signal)))
    })
  return stop.signal
}

/** The result of `work`, or a rejection with the signal's reason as soon as it aborts; `work` itself goes on. */
export async function unlessStopped<Result>(stop: AbortSignal, work: Promise<Result>): Promise<Result> {
  work.catch(() => undefined)
  let onAbort: (() => void) | undefined
  const stopped = new Promise<never>((_, reject) => {
    onAbort = () => reject(stop.reason)
    if (stop.aborted) onAbort()
    stop.addEventListener('abort', onAbort)
  })
  try {
    return await Promise.race([stopped, work])
  } finally {
    stop.removeEventListener('abort', onAbort!)
  }
}
