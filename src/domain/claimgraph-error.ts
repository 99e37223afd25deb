/**
 * An error that a person can act on. `code` is one of the catalogue in `docs/errors.md`; `details` travels to
 * clients beside it. Everything that is not one of these is a fault of ours: masked to clients and logged.
 */
export class ClaimgraphError extends Error {
  override readonly name = 'ClaimgraphError'
  readonly code: string
  readonly details: Readonly<Record<string, unknown>>

  constructor(
    code: string,
    message: string,
    details: Readonly<Record<string, unknown>> = {},
    cause?: unknown,
  ) {
    super(message, cause === undefined ? undefined : { cause })
    this.code = code
    this.details = details
  }
}
