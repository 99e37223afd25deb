/** What can go wrong while the embedded database starts or runs. Each has its own message, with what to do. */
export const EMBEDDED_ERROR_CODES = [
  'NO_JAVA',
  'WRONG_JAVA',
  'CHECKSUM_MISMATCH',
  'NO_NETWORK',
  'JAR_NOT_FOUND',
  'DISK_FULL',
  'DATA_FOLDER_IN_USE',
  'DATA_FOLDER_NEWER',
  'DATA_FOLDER_UNUSABLE',
  'START_FAILED',
  'CRASHED',
] as const
export type EmbeddedErrorCode = (typeof EMBEDDED_ERROR_CODES)[number]

/** An error of the embedded database, for a person: the message says what was found, where, and the ways out. */
export class EmbeddedNeo4jError extends Error {
  override readonly name = 'EmbeddedNeo4jError'
  readonly code: EmbeddedErrorCode

  constructor(code: EmbeddedErrorCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
  }
}

/** The error of a full disk or an exhausted quota at `place`, or undefined where `error` is something else. */
export function diskFull(error: unknown, place: string): EmbeddedNeo4jError | undefined {
  const code = (error as NodeJS.ErrnoException | undefined)?.code
  if (code !== 'ENOSPC' && code !== 'EDQUOT') return undefined
  return new EmbeddedNeo4jError(
    'DISK_FULL',
    `The disk is full: ${place} could not be written (${code}). Free some space (the database's programs take ` +
      '250 MB in the cache folder) or choose another folder, then start again; what was fetched is kept.',
    { cause: error },
  )
}
