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
