import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { AnnotatedArticle } from '../../src/domain/annotated-article.ts'
import { datedArticle } from '../../src/domain/dated-article.ts'
import { type JsonObject, planOf, smallDocument } from '../ingest/small-document.ts'
import { demonstrationDocuments } from '../support/demonstration.ts'
import { seedDocument } from '../support/test-api.ts'

const documents = [seedDocument(), ...demonstrationDocuments()]
const plans = documents.map(planOf)
const planAt = (url: string) => plans.find(({ article }) => article.url?.includes(url))!

const saidIn = ({ attributions }: AnnotatedArticle, phrase: string) =>
  attributions.filter(({ said }) => said.phrase === phrase).map(({ said }) => said.edtf)
const timesIn = ({ statements }: AnnotatedArticle, phrase: string) =>
  statements
    .flatMap(({ timesSpokenOf }) => timesSpokenOf)
    .filter((time) => time.phrase === phrase)
    .map(({ edtf }) => edtf)

describe('a phrase without EDTF is dated by the document where it can be', () => {
  test.each([
    ['daily-lantern', 'at 6 p.m. on Sunday', ['2025-01-19T18:00:00+01:00']],
    ['channel-nine', 'by the summer of 2024', ['../2024-08-31']],
    ['harbour-post', 'in early February', ['2025-02']],
    ['weekly-current', 'for late January', ['2025-01']],
    ['2025/03/03', 'by autumn', ['../2025-11-30']],
    ['2025/03/03', 'since mid-January', ['2025-01/2025-03-03']],
  ])('%s, “%s”', (url, phrase, expected) => {
    expect(timesIn(planAt(url), phrase)).toEqual(expected)
  })

  test('and stays a phrase where it cannot', () => {
    expect(timesIn(planAt('halvanian-review'), 'within days')).toEqual([null])
    expect(timesIn(planAt('2025/01/17/velmora-dam-gate'), 'by spring')).toEqual([null])
    expect(timesIn(planAt('sampadak'), 'next week')).toEqual([null])
  })

  test('“later” comes after the act before it of the same speakers, and not after the publication', () => {
    expect(saidIn(planAt('2025/03/03'), 'later')).toEqual(['2025-03-03'])
    expect(saidIn(planAt('northern-ledger'), 'later')).toEqual(['../2025-01-18'])
  })

  test('an act before it never dates what the phrase alone does not', () => {
    const document = {
      article: {
        key: 'a',
        outlet: 'paper',
        language: 'en',
        published: '2025-06-20',
        text: 'Ana Ruiz said no on 2 June. The next day she said yes.',
      },
      agents: { paper: { kind: 'OUTLET', name: 'P' }, ruiz: { kind: 'PERSON', name: 'Ana Ruiz' } },
      acts: {
        no: { by: ['ruiz'], source: 'Ana Ruiz', said: '2025-06-02' },
        yes: { by: ['ruiz'], source: 'she', said: { basis: 'RELATIVE', phrase: 'The next day' } },
      },
      statements: [
        { act: 'no', content: 'no', quoteType: 'INDIRECT', claim: { text: 'No.' } },
        { act: 'yes', content: 'yes', quoteType: 'INDIRECT', claim: { text: 'Yes.' } },
      ],
    }
    expect(saidIn(planOf(document), 'The next day')).toEqual([null])
  })
})

describe('another publication date', () => {
  const herald = planAt('kestrin-herald')

  test('dates acts, what takes their dates, and what content speaks of', () => {
    const moved = datedArticle(herald, '2025-01-23')
    expect(moved.article.published).toMatchObject({ edtf: '2025-01-23', basis: 'EXTERNAL' })
    expect(saidIn(moved, 'on Wednesday')).toEqual(['2025-01-22'])
    expect(timesIn(moved, 'in June 2021')).toEqual(['2021-06'])
    // Nobody wrote what it is since.
    expect(timesIn(moved, 'since then')).toEqual([null])
    const told = moved.attributions.find(({ said }) => said.basis === 'INHERITED' && said.edtf !== null)
    expect(told!.said).toMatchObject({ edtf: '2025-01-22', phrase: null })
  })

  test('moves what was said with it: “next week” of an utterance, “on Monday” of the paper itself', () => {
    const wire = datedArticle(planAt('2025/03/03'), '2025-03-10T17:45:00+01:00')
    expect(saidIn(wire, 'later')).toEqual(['../2025-03-10'])
    expect(timesIn(wire, 'on Monday')).toEqual(['2025-03-10'])
    expect(timesIn(datedArticle(planAt('halvanian-review'), '2025-01-25'), 'on Monday')).toEqual([
      '2025-01-27',
    ])
  })

  test('a role was held since another year', () => {
    const document = smallDocument()
    Object.assign(document.agents!.ruiz as JsonObject, {
      roles: [
        { title: 'Pilot', held: { basis: 'RELATIVE', phrase: 'since last year', edtf: '2024/..' } },
        { title: 'Captain', held: { basis: 'ONGOING', phrase: 'since last year' } },
        { title: 'Harbour master', held: { basis: 'INHERITED', as: 'told' } },
        { title: 'Mayor', held: '2020' },
        { title: 'Diver' },
      ],
    })
    const heldIn = ({ agents }: AnnotatedArticle) =>
      agents.flatMap(({ roles }) => roles.map(({ held }) => held.edtf))
    const plan = planOf(document)
    expect(heldIn(plan)).toEqual(['2024/..', '2024/..', '../2025-06-02', '2020', null])
    expect(heldIn(datedArticle(plan, '2023-01-02'))).toEqual([
      '2022/..',
      '2022/..',
      '../2023-01-02',
      '2020',
      null,
    ])
    expect(datedArticle(datedArticle(plan, '2023-01-02'), '2025-06-02')).toEqual(plan)
  })

  test('an occasion takes place by the new one too', () => {
    const { occasions } = datedArticle(planAt('2025/03/03'), '2025-04-03')
    expect(occasions.map(({ when }) => when.edtf)).toEqual([null])
  })

  test('set and set back gives the very article, whatever came between', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...plans),
        fc.array(fc.date({ min: new Date('2020-01-01'), max: new Date('2030-12-31'), noInvalidDate: true }), {
          minLength: 1,
          maxLength: 4,
        }),
        (plan, days) => {
          let dated = plan
          for (const day of days) {
            const edtf = day.toISOString().slice(0, 10)
            dated = datedArticle(dated, edtf)
            expect(datedArticle(plan, edtf)).toEqual(dated)
          }
          expect(datedArticle(dated, plan.version.publishedWritten.edtf!)).toEqual(plan)
        },
      ),
      { numRuns: 30 },
    )
  })
})
