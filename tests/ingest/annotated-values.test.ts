import { describe, expect, test } from '@jest/globals'
import {
  CERTAINTIES,
  CUE_STANCES,
  HOP_MODES,
  POLARITIES,
  RECORD_METHODS,
  SPEECH_ACTS,
  ZONES,
} from '../../src/domain/vocabulary.ts'
import { type Json, type JsonObject, planOf, problemsOf, smallDocument } from './small-document.ts'

/** The small document with more said of the officials' statement, and of the act in which they made it. */
function withValues({ act = {}, statement = {} }: { act?: JsonObject; statement?: JsonObject }) {
  const document = smallDocument()
  document.acts!.said = { ...(document.acts!.said as JsonObject), ...act }
  Object.assign(document.statements[1]!, statement)
  return document
}
const officialsOf = (document: object) => {
  const plan = planOf(document)
  const statement = plan.statements.find(({ text }) => text === 'the ferry sank')!
  return { plan, statement, act: plan.attributions.find(({ id }) => id === statement.attributionId)! }
}
const each = (field: string, values: readonly Json[]) => values.map((value): [string, Json] => [field, value])

describe('the plan has each value that the document gives', () => {
  test.each([
    ...each('speechAct', SPEECH_ACTS as unknown as Json[]),
    ...each('certainty', CERTAINTIES as unknown as Json[]),
    ...each('polarity', POLARITIES as unknown as Json[]),
    ...each('zone', ZONES as unknown as Json[]),
    ...each('quoteType', ['DIRECT', 'INDIRECT', 'REPORTED']),
    ...each('confidence', [0, 0.25, 1]),
  ])('of a statement, %s %s', (field, value) => {
    expect(officialsOf(withValues({ statement: { [field]: value } })).statement).toMatchObject({
      [field]: value,
    })
  })

  test.each(['PROPOSED', 'ACCEPTED'])('of a statement, status %s', (status) => {
    expect(officialsOf(withValues({ statement: { status } })).statement.review).toBe(status)
  })

  test.each([
    ['MANUAL', 'ACCEPTED'],
    ['IMPORTED', 'ACCEPTED'],
    ['EXTRACTED', 'PROPOSED'],
  ])('of a statement without a status, by who recorded it: %s', (method, status) => {
    expect(officialsOf({ ...smallDocument(), recorded: { by: 'Ada', method } }).statement.review).toBe(status)
  })

  test.each([
    ...each('cueStance', CUE_STANCES as unknown as Json[]),
    ...each('mode', HOP_MODES.filter((mode) => mode !== 'PUBLICATION') as unknown as Json[]),
    ...each('basis', ['STATED', 'INFERRED', 'EXTERNAL']),
  ])('of an act, %s %s', (field, value) => {
    expect(officialsOf(withValues({ act: { [field]: value } })).act).toMatchObject({ [field]: value })
  })

  test.each(RECORD_METHODS)('of who recorded it, %s', (method) => {
    const document = { ...smallDocument(), recorded: { by: 'Ada', method } }
    expect(planOf(document).recorded).toEqual({ by: 'Ada', method })
  })

  test('of an act, all who speak jointly, whom they tell and for whom they speak, in the order written', () => {
    const document = withValues({
      act: { by: ['ruiz', 'officials'], to: ['wire', 'paper'], onBehalfOf: ['paper'] },
    })
    const { plan, act } = officialsOf(document)
    const names = (ids: readonly string[]) =>
      ids.map((id) => plan.agents.find((agent) => agent.id === id)!.name)
    expect([act.byIds, act.toIds, act.onBehalfOfIds].map(names)).toEqual([
      ['Ana Ruiz', 'Two officials'],
      ['Newswire', 'The Harbour Paper'],
      ['The Harbour Paper'],
    ])
  })

  test('of statements, what one gives as the reason of another', () => {
    const { statements } = planOf(smallDocument())
    const [, sank, inMay] = statements
    expect(inMay!.supportsIds).toEqual([sank!.id])
    expect(statements.filter(({ supportsIds }) => supportsIds.length > 0)).toEqual([inMay])
  })
})

test('a value outside its vocabulary is refused, and so is the mode of a printing', () => {
  for (const statement of ['speechAct', 'certainty', 'polarity', 'zone', 'quoteType', 'status'])
    expect(problemsOf(withValues({ statement: { [statement]: 'SHOUT' } }))).toMatchObject([
      { path: `$.statements[1].${statement}` },
    ])
  for (const act of ['cueStance', 'mode', 'basis'])
    expect(problemsOf(withValues({ act: { [act]: 'SHOUT' } }))).toMatchObject([
      { path: `$.acts.said.${act}` },
    ])
  expect(problemsOf(withValues({ act: { mode: 'PUBLICATION' } }))).toMatchObject([
    { path: '$.acts.said.mode' },
  ])
})

/** The small document with something in every place that has a required or a coded value. */
function fullDocument() {
  const document = withValues({
    act: {
      cueStance: 'NEUTRAL',
      mode: 'SPEECH',
      basis: 'STATED',
      said: { basis: 'VAGUE', phrase: 'lately' },
      place: { place: 'harbour', basis: 'INFERRED' },
      occasion: 'talks',
    },
    statement: {
      speechAct: 'WARN',
      certainty: 'PROBABLE',
      polarity: 'POSITIVE',
      zone: 'BODY',
      status: 'ACCEPTED',
      respondsTo: [{ stance: 'REJECTS', statement: 'leave' }],
    },
  })
  Object.assign(document.article!, {
    credits: [{ text: 'Reporting by Newswire' }],
    derivedFrom: [{ article: { key: 'wire-report' }, basis: 'STATED' }],
  })
  Object.assign(document.agents!.ruiz as JsonObject, { roles: [{ title: 'Harbour master' }] })
  Object.assign(document.acts!['wire-reported'] as JsonObject, { said: { basis: 'INHERITED', as: 'told' } })
  Object.assign(document.statements[1]!.content as JsonObject, { part: 'TEXT' })
  document.statements[2]!.content = { start: 81, end: 102, part: 'TEXT' }
  return Object.assign(document, {
    recorded: { by: 'Ada', method: 'MANUAL' },
    places: { harbour: { name: 'The harbour' } },
    occasions: { talks: { label: 'The talks' } },
  })
}

/** What is told of the full document where one of its values, at this path, is another or none: the paths. */
function problemsAt(path: string, change: (parent: JsonObject, name: string) => void): readonly string[] {
  const document = fullDocument()
  const names = path.split('/')
  const parent = names.slice(0, -1).reduce((at, name) => at[name] as JsonObject, document as JsonObject)
  expect(parent).toHaveProperty([names.at(-1)!])
  change(parent, names.at(-1)!)
  return problemsOf(document).map((problem) => problem.path.replace(/\["?([^\]"]+)"?\]/g, '.$1'))
}
/** The problem is told where the value stands, or, of a choice of forms, where the choice does. */
const expectToldAt = (path: string, told: readonly string[]) => {
  const whole = ['$', ...path.split('/')].join('.')
  expect(told.filter((one) => one !== '$' && `${whole}.`.startsWith(`${one}.`))).toHaveLength(1)
}

describe('the full document', () => {
  test('is right', () => {
    expect(problemsOf(fullDocument())).toEqual([])
  })

  test.each(
    `article article/outlet article/text article/key article/credits/0/text article/derivedFrom/0/article
    article/derivedFrom/0/article/key agents/ruiz/kind agents/ruiz/name agents/ruiz/roles/0/title
    agents/officials/reason places/harbour/name occasions/talks/label claims/sank/text acts/said/by
    acts/said/said/basis acts/said/place/place acts/said/place/basis acts/wire-reported/said/basis statements
    statements/1/content statements/1/content/exact statements/2/content/start statements/2/content/end
    statements/1/claim statements/1/quoteType statements/1/respondsTo/0/stance`.split(/\s+/),
  )('is refused without %s', (path) => {
    expectToldAt(
      path,
      problemsAt(path, (parent, name) => delete parent[name]),
    )
  })

  test('is refused where nobody speaks in an act', () => {
    expectToldAt(
      'acts/said/by',
      problemsAt('acts/said/by', (act) => Object.assign(act, { by: [] })),
    )
  })

  test.each(
    `recorded/method article/derivedFrom/0/basis agents/ruiz/kind agents/officials/reason acts/said/cueStance
    acts/said/mode acts/said/basis acts/said/said/basis acts/wire-reported/said/basis acts/said/place/basis
    statements/1/content/part statements/2/content/part statements/1/quoteType statements/1/speechAct
    statements/1/certainty statements/1/polarity statements/1/zone statements/1/status
    statements/1/respondsTo/0/stance`.split(/\s+/),
  )('is refused with a word of no vocabulary as %s', (path) => {
    expectToldAt(
      path,
      problemsAt(path, (parent, name) => Object.assign(parent, { [name]: 'SHOUT' })),
    )
  })
})

describe('a time that content speaks of', () => {
  test('hangs on the innermost act that is not known from elsewhere', () => {
    const document = smallDocument()
    document.acts!.said = { ...(document.acts!.said as JsonObject), said: '2025-05-20' }
    document.acts!.leaked = { by: ['ruiz'], basis: 'EXTERNAL', said: '2025-03-10', reportedIn: 'said' }
    Object.assign(document.statements[1]!, {
      act: 'leaked',
      timesSpokenOf: [{ basis: 'RELATIVE', phrase: 'yesterday' }],
    })
    expect(officialsOf(document).statement.timesSpokenOf).toMatchObject([
      { edtf: '2025-05-19', phrase: 'yesterday' },
    ])
  })

  test('hangs on the publication where every act is known from elsewhere', () => {
    const document = smallDocument()
    document.acts!.said = { ...(document.acts!.said as JsonObject), basis: 'EXTERNAL', said: '2025-03-10' }
    Object.assign(document.statements[1]!, { timesSpokenOf: [{ basis: 'RELATIVE', phrase: 'yesterday' }] })
    expect(officialsOf(document).statement.timesSpokenOf).toMatchObject([{ edtf: '2025-06-01' }])
  })
})
