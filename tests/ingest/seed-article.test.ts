import { readFileSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import { actsOf, summarizeChain } from '../../src/domain/chain.ts'
import { planArticle } from '../../src/ingest/plan-article.ts'

const seed = (name: string) => readFileSync(new URL(`../../seeds/${name}`, import.meta.url), 'utf8')
const document = JSON.parse(seed('000_fb5d338449b6d03c.json'))
const { textFile, ...article } = document.article
const planned = planArticle({ ...document, article: { ...article, text: seed(textFile) } })
if (!planned.ok) throw new Error(JSON.stringify(planned.problems, null, 2))
const { plan, warnings } = planned

const acts = new Map(plan.attributions.map((act) => [act.id, act]))
const agentName = new Map(plan.agents.map(({ id, name }) => [id, name]))
const names = (ids: readonly string[]) => ids.map((id) => agentName.get(id))
const statementOf = (start: string) => {
  const found = plan.statements.filter(({ text }) => text.startsWith(start))
  expect(found).toHaveLength(1)
  return found[0]!
}
const chainOf = (start: string) =>
  actsOf(statementOf(start), acts).map((act) => ({
    by: names(act.byIds),
    to: names(act.toIds),
    source: act.source.map(({ exact }) => exact).join(' … '),
    cue: act.cue.map(({ exact }) => exact).join(' … '),
    basis: act.basis,
  }))
const summaryOf = (start: string) => {
  const { speakerIds, relayIds, viaIds, onBehalfOfIds, said } = summarizeChain(statementOf(start), acts, plan)
  return {
    speaker: names(speakerIds),
    relay: names(relayIds),
    via: names(viaIds),
    onBehalfOf: names(onBehalfOfIds),
    said: [said.basis, said.edtf, said.phrase],
  }
}

test('the seed article plans whole, without warnings', () => {
  expect(warnings).toEqual([])
  expect(plan.statements).toHaveLength(47)
  expect(plan.attributions).toHaveLength(26)
  expect(plan.statements.filter(({ quoteType }) => quoteType === 'NARRATOR')).toHaveLength(16)
  expect(plan.article.published).toMatchObject({ earliest: '2025-04-18', basis: 'EXTERNAL' })
})

test('the statements are in text order as they are written', () => {
  expect(plan.statements.map(({ claimId }) => plan.claims.find(({ id }) => id === claimId)!.text)).toEqual(
    document.statements.map(({ claim }: { claim: string | { text: string } }) =>
      typeof claim === 'string' ? document.claims[claim].text : claim.text,
    ),
  )
})

describe('chains', () => {
  test.each(['European powers responded', 'the lack of concessions'])(
    'three diplomats told Reuters, which reported it: %s',
    (start) => {
      expect(chainOf(start)).toEqual([
        {
          by: ['Three European diplomatic sources'],
          to: ['Reuters'],
          source: 'Three European diplomatic sources',
          cue: 'told',
          basis: 'STATED',
        },
        { by: ['Reuters'], to: [], source: 'Reuters', cue: '', basis: 'STATED' },
      ])
      expect(summaryOf(start)).toEqual({
        speaker: ['Three European diplomatic sources'],
        relay: ['Reuters'],
        via: ['Reuters', 'The Sampadak Express'],
        onBehalfOf: [],
        said: ['UNKNOWN', null, null],
      })
      expect(plan.agents.find(({ name }) => name === 'Three European diplomatic sources')!.unnamed).toEqual({
        reason: 'ANONYMOUS',
        size: 3,
        descriptor: 'European diplomatic sources',
      })
    },
  )

  test('Russia insists, as its spokesman says', () => {
    expect(chainOf('safeguarding')).toMatchObject([
      { by: ['Government of Russia'], cue: 'insisting on', basis: 'STATED' },
      { by: ['Dmitry Peskov'], source: 'he', cue: 'said', basis: 'INFERRED' },
    ])
    expect(chainOf('Russia … remains open')).toMatchObject([{ by: ['Dmitry Peskov'], basis: 'STATED' }])
    expect(summaryOf('some progress').onBehalfOf).toEqual(['Kremlin'])
  })

  test('Rubio warns of what Trump could do', () => {
    expect(summaryOf('U.S. President Donald Trump could')).toMatchObject({
      speaker: ['Marco Rubio'],
      said: ['RELATIVE', '2025-04-18', 'on Friday'],
    })
  })

  test('a quotation without a cue floats', () => {
    expect(chainOf('We need to figure out')).toEqual([
      { by: ['Marco Rubio'], to: [], source: '', cue: '', basis: 'INFERRED' },
    ])
  })

  test.each([
    ['We’re not going to continue', 'We need to determine'],
    ['We need to figure out', 'If it’s not, then'],
  ])('a quotation that goes on belongs to the act of the one before: %s … %s', (...quotations) => {
    const [one, other] = quotations.map((start) => statementOf(start).attributionId)
    expect(other).toBe(one)
  })

  test('where only the attachment of a reason is inferred, it has an act of its own', () => {
    const [noted, reason] = ['European involvement', 'it may require'].map(statementOf)
    expect(reason!.attributionId).not.toBe(noted!.attributionId)
    const by = ['Marco Rubio']
    expect(chainOf('European involvement')).toMatchObject([{ by, cue: 'noted', basis: 'STATED' }])
    expect(chainOf('it may require')).toMatchObject([{ by, cue: 'noted', basis: 'INFERRED' }])
  })

  test('the own voice is the outlet’s, on the day of publication', () => {
    expect(summaryOf('the conflict persists')).toEqual({
      speaker: ['The Sampadak Express'],
      relay: [],
      via: [],
      onBehalfOf: [],
      said: ['PUBLICATION', '2025-04-18', null],
    })
  })
})

test('a promise is moved, and demands are rejected', () => {
  expect(statementOf('a peace deal by spring').revisesIds).toEqual([statementOf('to end the Ukraine war').id])
  const demands = ['Ukraine renounce its', 'Ukraine … surrender', 'Ukraine … reduce'].map(statementOf)
  expect(statementOf('conditions … equivalent').respondsTo).toEqual(
    demands.map(({ id }) => ({ stance: 'REJECTS', toId: id })),
  )
  expect(new Set(demands.map(({ attributionId }) => attributionId)).size).toBe(1)
})

test.each([
  ['Earlier U.S.-brokered talks in Saudi Arabia', ' … failed to produce'],
  ['U.S. security guarantees', ' … could be addressed'],
  ['Ukraine', ' … surrender'],
  ['Ukraine', ' … reduce'],
])('a conjunct repeats the subject that it shares: %s%s', (subject, predicate) => {
  const { content } = statementOf(`${subject}${predicate}`)
  expect(content[0]!.exact).toBe(subject)
})

test('quoted words lie in their content, and every span gives back its words', () => {
  const points = [...plan.version.text]
  const spans = [...plan.statements, ...plan.attributions].flatMap((record) =>
    'content' in record ? [...record.content, ...record.quoted] : [...record.source, ...record.cue],
  )
  for (const { start, end, exact } of spans) expect(points.slice(start, end).join('')).toBe(exact)
  expect(statementOf('the U.S. proposal').quoted.map(({ exact }) => exact)).toEqual(['encouraging reception'])
  expect(statementOf('We need to determine').quoted).toEqual(statementOf('We need to determine').content)
})
