/**
 * claimgraph as a library: an article's statements in a Neo4j, each with its chain, and GraphQL on top.
 *
 *     import { applySchema, ingestArticle, openDatabase } from 'claimgraph'
 *
 *     const database = openDatabase({ uri: 'bolt://localhost:7687', user: 'neo4j', password })
 *     await applySchema(database)
 *     const receipt = await ingestArticle(database, document)
 *     await database.close()
 *
 * `claimgraph/embedded` brings a Neo4j where there is none: its `startNeo4j()` gives what `openDatabase` takes.
 */

export type { HttpServer, ServiceLog } from './api/http-server.ts'
// The service: GraphQL over HTTP.
export { createService, type ServiceOptions } from './api/service.ts'
export type { AnnotatedArticle } from './domain/annotated-article.ts'
// Errors that a person can act on, by `code`.
export { ClaimgraphError } from './domain/claimgraph-error.ts'
export type { ArticleDocument } from './ingest/article-document.ts'
export type { DocumentProblem } from './ingest/document-problems.ts'
// Ingest: a document is checked whole, then stored whole or not at all. Planning needs no database.
export { type IngestOptions, type IngestReceipt, ingestArticle } from './ingest/ingest-article.ts'
export { type PlannedDocument, planArticle } from './ingest/plan-article.ts'
// The database: one pool of connections, and the schema it must have.
export { type Database, type DatabaseAddress, type DatabaseOptions, openDatabase } from './store/database.ts'
// Removal: an article for good, with all that hangs on it.
export { type RemovalOptions, type RemovedArticle, removeArticle } from './store/remove-article.ts'
export { applySchema } from './store/schema.ts'
