import { readFileSync } from 'node:fs'
import { afterAll, beforeAll } from '@jest/globals'
import { createService, type ServiceOptions } from '../../src/api/service.ts'
import type { ArticleDocument } from '../../src/ingest/article-document.ts'
import type { TestDatabase } from './test-database.ts'

export interface Answer<Data> {
  readonly data: Data
  readonly errors?: readonly { readonly message: string; readonly extensions: Record<string, unknown> }[]
}

export interface TestApi {
  /** What the service answers over HTTP. */
  ask<Data = Record<string, never>>(query: string, variables?: Record<string, unknown>): Promise<Answer<Data>>
  /** The data of an answer that must be without errors. */
  data<Data = Record<string, never>>(query: string, variables?: Record<string, unknown>): Promise<Data>
  readonly url: () => string
}

/** The service on a test database, over real HTTP. */
export function useTestApi(
  { database }: TestDatabase,
  now?: () => Date,
  options: Pick<ServiceOptions, 'maxQueryCost'> = {},
): TestApi {
  const faults: unknown[] = []
  const service = createService({
    database,
    ...options,
    log: { debug: () => undefined, warn: () => undefined, error: (fields) => faults.push(fields) },
    ...(now ? { now } : {}),
  })
  let url = ''
  beforeAll(async () => {
    ;({ url } = await service.listen(0, '127.0.0.1'))
  })
  afterAll(() => service.close({ graceMs: 0 }))
  const ask = async <Data>(query: string, variables: Record<string, unknown> = {}) => {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query, variables }),
    })
    return (await response.json()) as Answer<Data>
  }
  return {
    url: () => url,
    ask,
    async data<Data>(query: string, variables?: Record<string, unknown>) {
      const answer = await ask<Data>(query, variables)
      if (answer.errors)
        throw new Error(`${JSON.stringify(answer.errors, null, 1)} ${JSON.stringify(faults)}`)
      return answer.data
    },
  }
}

const SEED = new URL('../../seeds/000_fb5d338449b6d03c.json', import.meta.url)

/** The seed article's document with its text inlined. */
export function seedDocument(): ArticleDocument {
  const { article, ...rest } = JSON.parse(readFileSync(SEED, 'utf8')) as ArticleDocument
  const { textFile, ...inline } = article
  return { ...rest, article: { ...inline, text: readFileSync(new URL(textFile!, SEED), 'utf8') } }
}
