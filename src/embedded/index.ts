/** `claimgraph/embedded`: a real Neo4j for one process, from jars in the user's cache folder. */
export { EMBEDDED_ERROR_CODES, type EmbeddedErrorCode, EmbeddedNeo4jError } from './embedded-error.ts'
export type { StartProgress } from './progress.ts'
export { type EmbeddedNeo4j, startNeo4j } from './start.ts'
export type { StartOptions } from './start-options.ts'
