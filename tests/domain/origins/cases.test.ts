import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { answerOf } from '../../../src/codegen/check-origin-case.ts'
import { type OriginCase, readCase } from '../../../src/codegen/origin-case.ts'
import { countOrigins } from '../../../src/domain/origins/corroboration.ts'

const FOLDER = join('tests', 'domain', 'origins')
const DEMONSTRATION = join('..', '..', '..', 'seeds', 'demo', 'expected-origins.jsonl')
const casesIn = (file: string): OriginCase[] =>
  readFileSync(join(FOLDER, file), 'utf8').trim().split('\n').map(readCase)

/** What a case that leaves a list out still holds by itself. */
const expectation = ({ expect: expected }: OriginCase) => ({
  ...expected,
  ...(expected.roots ? { roots: [...expected.roots].sort() } : {}),
  ...(expected.listed ? { listed: [...expected.listed].sort() } : {}),
})

describe.each(['origin-cases.jsonl', 'own-cases.jsonl', DEMONSTRATION])('%s', (file) => {
  test.each(casesIn(file).map((one) => [one.id, one.title, one] as const))('%s: %s', (_id, _title, one) => {
    expect(answerOf(countOrigins(one.world))).toMatchObject(expectation(one))
  })
})

test('all 64 cases of the definition are here', () => {
  expect(new Set(casesIn('origin-cases.jsonl').map(({ id }) => id)).size).toBe(64)
})

const world = (id: string) =>
  [...casesIn('origin-cases.jsonl'), ...casesIn('own-cases.jsonl'), ...casesIn(DEMONSTRATION)].find(
    (one) => one.id === id,
  )!.world

/** The reasons and explanations of the only origin that counts. */
const because = (id: string) =>
  countOrigins(world(id))
    .origins.filter(({ retracted }) => !retracted)
    .flatMap((origin) => origin.because.map(({ reason, explanation }) => `${reason}: ${explanation}`))

describe('why a count is what it is', () => {
  test.each([
    ['wire-01', ['SAME_SPEAKER: Norwire, Paper1, Paper2, Paper3 and 2 more report what Vale said.']],
    [
      'wire-07',
      [
        'SAME_SPEAKER: Norwire reports what Vale said.',
        'DERIVED_ARTICLE: Bugle copied Norwire, which leads to Vale.',
      ],
    ],
    [
      'spokes-02',
      [
        'SAME_PRINCIPAL: Argus reports what was said for Ministry.',
        'SAME_PRINCIPAL: Pesk speaks for Ministry (in Argus).',
      ],
    ],
    [
      'voice-02',
      [
        'SAME_WAY_IN: The unnamed source “k in a” in Argus is known through Argus.',
        'ATTRIBUTED_IN_ARTICLE: Argus attributes to the unnamed source “k in a” what it also says in its own voice.',
      ],
    ],
    ['credit-01', ['CREDIT_LINE: The credit line in Argus, Bugle and Courier names Norwire.']],
    [
      'cite-08',
      ['CITED_ARTICLE: Senator Poe cites Bugle, which leads to the unnamed source “k in b” (in Argus).'],
    ],
    ['way-04', ['RELAYED_ELSEWHERE: Norwire has it from the unnamed source “k in a” (in Argus).']],
    [
      'unnamed-10',
      ['DERIVED_ARTICLE: The unnamed source in Paper1, a copy of Norwire, is the one there: Vale.'],
    ],
    ['cycle-06', ['SAME_SPEAKER: Argus and Bugle have it from each other, and from nobody else.']],
    ['prop-18', ['DECISION: The statements in Argus and Bugle were decided to be one utterance.']],
    ['own-27', ['DECISION: A, B and C were decided to be one.']],
  ])('%s', (id, expected) => {
    expect(because(id)).toEqual(expect.arrayContaining(expected))
  })

  test('what was taken back is told of who said it, and of who cites it', () => {
    const told = (id: string) =>
      countOrigins(world(id)).origins.flatMap((origin) =>
        origin.because.map(({ explanation }) => explanation),
      )
    expect(told('own-38')).toContain('Argus said it in its own voice, and took it back.')
    expect(told('demo-gate-5-cracked-S2')).toEqual(
      expect.arrayContaining([
        'Channel Nine said it in its own voice, and took it back.',
        'Northern Ledger cites Channel Nine, which leads to a statement that Channel Nine took back.',
      ]),
    )
  })

  test('a citation is told of the page that cites, not of whom it names', () => {
    expect(because('demo-operator-warned-S0')).toContain(
      'CITED_ARTICLE: Halvanian Review cites Kestrin Herald, which leads to the unnamed source “employees in a09”.',
    )
  })

  test('each origin has its statements, outlets, occasions and the reports that are no copies', () => {
    const [vale] = countOrigins(world('retract-02')).origins
    expect(vale).toMatchObject({
      kind: 'NAMED',
      agentIds: ['Vale'],
      statementIds: ['s1', 's2', 's3'],
      articleIds: ['b', 'c1', 'w'],
      outletIds: ['Bugle', 'Norwire', 'Paper1'],
      independentReports: 2,
      retracted: false,
    })
    const [briefing] = countOrigins(world('way-07')).origins
    expect(briefing).toMatchObject({ kind: 'UNNAMED', occasionIds: ['o1'], wayInAgentIds: ['Argus'] })
    expect(countOrigins(world('credit-01')).origins[0]).toMatchObject({ independentReports: 1 })
    expect(countOrigins(world('cycle-06')).origins[0]).toMatchObject({
      kind: 'RING',
      agentIds: ['Argus', 'Bugle'],
    })
    expect(countOrigins(world('joint-01')).origins[0]).toMatchObject({
      kind: 'JOINT',
      agentIds: ['Rook', 'Vale'],
    })
    expect(countOrigins(world('wire-03')).origins[0]).toMatchObject({ agentIds: [], pageIds: ['w'] })
    expect(countOrigins(world('deny-02')).disputing.map(({ label }) => label)).toEqual(['Rook', 'Stone'])
  })

  test('the carriers of a source that got a name lead to him, and a joint act to its member who spoke alone', () => {
    expect(countOrigins(world('prop-12')).origins).toMatchObject([
      { label: 'Vale', statementIds: ['s1', 's2'] },
    ])
    expect(countOrigins(world('spokes-07')).origins).toMatchObject([
      { label: 'Army', statementIds: ['s1', 's2'] },
    ])
  })
})

test('an article that carries the claim does not hand on what it has from others', () => {
  const { world: chain } = readCase(
    JSON.stringify({
      id: 'chain',
      world: {
        articles: {
          r: { outlet: 'Norwire' },
          m: { outlet: 'Bugle', derivedFrom: [{ article: 'r' }] },
          c: { outlet: 'Courier', derivedFrom: [{ article: 'm' }] },
        },
        statements: [
          { id: 's1', article: 'r', chain: [{ by: ['Vale'] }] },
          { id: 's2', article: 'm', chain: [{ by: ['Rook'] }] },
          { id: 's3', article: 'c', chain: [] },
        ],
      },
    }),
  )
  expect(countOrigins(chain).origins).toMatchObject([
    { label: 'Rook', statementIds: ['s2', 's3'] },
    { label: 'Vale', statementIds: ['s1'] },
  ])
})

describe('undecided', () => {
  test('each open proposal, with the count that accepting it alone would give', () => {
    // That the page is a copy does not make two named speakers one: a copy may quote somebody of its own.
    expect(countOrigins(world('trans-03')).undecided).toMatchObject([
      { proposal: { kind: 'SAME_AGENT', judgementId: 'd1' }, independentOrigins: 1 },
      { proposal: { kind: 'DERIVED_FROM', judgementId: 'd2' }, independentOrigins: 2 },
    ])
    expect(countOrigins(world('ext-03')).undecided).toMatchObject([
      {
        proposal: { kind: 'DERIVED_FROM', leftId: 'a', rightId: 'b', judgementId: null },
        independentOrigins: 1,
      },
    ])
    expect(countOrigins(world('own-51')).undecided).toMatchObject([{ independentOrigins: 2 }])
    expect(countOrigins(world('own-30')).undecided).toMatchObject([
      { proposal: { kind: 'SAME_OCCASION' }, independentOrigins: 1 },
    ])
  })

  test('nothing that is closed, or is no question about origins', () => {
    for (const id of ['prop-03', 'prop-05', 'prop-21', 'own-14', 'own-48'])
      expect(countOrigins(world(id)).undecided).toEqual([])
  })
})
