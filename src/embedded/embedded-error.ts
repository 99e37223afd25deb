/** What can go wrong while the embedded database starts or runs. Each has its own message, with what to do. */
export const EMBEDDED_ERROR_CODES = [
  'INVALID_OPTION',
  'NO_JAVA',
  'WRONG_JAVA',
  'CHECKSUM_MISMATCH',
  'NO_NETWORK',
  'JAR_NOT_FOUND',
  'DISK_FULL',
  'CACHE_FOLDER_UNUSABLE',
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
      '280 MB in the cache folder) or choose another folder, then start again; what was fetched is kept.',
    { cause: error },
  )
}

/** The error of a cache that the file system refuses at `place`, or undefined where `error` is something else. */
export function cacheFailure(error: unknown, place: string): EmbeddedNeo4jError | undefined {
  const full = diskFull(error, place)
  // An error of the network has its system call one level deeper, as a cause.
  if (full || typeof (error as NodeJS.ErrnoException | undefined)?.syscall !== 'string') return full
  return new EmbeddedNeo4jError(
    'CACHE_FOLDER_UNUSABLE',
    `The cache cannot be kept in ${place}: ${(error as Error).message}. Change the permissions of that folder, or choose ` +
      'another one: XDG_CACHE_HOME (LOCALAPPDATA on Windows) names the folder above it.',
    { cause: error },
  )
}
