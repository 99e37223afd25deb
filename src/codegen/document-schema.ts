import { readFileSync, writeFileSync } from 'node:fs'
import { argv } from 'node:process'
import { fileURLToPath } from 'node:url'
import { articleDocumentJsonSchema } from '../ingest/article-document.ts'

/**
 * Writes `article-document.schema.json`, the JSON Schema (draft 2020-12) of the documents that ingest reads:
 *
 *     npx tsx src/codegen/document-schema.ts           writes the file
 *     npx tsx src/codegen/document-schema.ts --check   compares, and ends with exit code 1 where it differs
 */

/** Names the schema wherever a copy of it lies. The number goes up when a document that was right becomes wrong. */
const ID = 'urn:claimgraph:article-document:1'

const SCHEMA_FILE = new URL('../../article-document.schema.json', import.meta.url)

/** The content of `article-document.schema.json`. */
export function documentSchema(): string {
  const { $schema, ...schema } = articleDocumentJsonSchema()
  return `${JSON.stringify({ $schema, $id: ID, title: 'Claimgraph article document', ...schema }, null, 2)}\n`
}

function main(): void {
  const wanted = documentSchema()
  if (!argv.includes('--check')) {
    writeFileSync(SCHEMA_FILE, wanted)
    return
  }
  if (readFileSync(SCHEMA_FILE, 'utf8') !== wanted) {
    console.error(
      'article-document.schema.json does not fit src/ingest/article-document.ts. Run: npx tsx src/codegen/document-schema.ts',
    )
    process.exitCode = 1
  }
}

if (argv[1] === fileURLToPath(import.meta.url)) main()
