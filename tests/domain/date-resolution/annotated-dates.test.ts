import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from '@jest/globals'
import { plusDays } from '../../../src/domain/date-resolution/calendar-day.ts'
import { type DateContext, tenseOfContent } from '../../../src/domain/date-resolution/date-context.ts'
import { redate } from '../../../src/domain/date-resolution/redate.ts'
import { resolveDate } from '../../../src/domain/date-resolution/resolve-date.ts'
import {
  type ReadDate,
  type UncertainDate,
  uncertainDate,
  unknownDate,
  type WrittenDate,
} from '../../../src/domain/uncertain-date.ts'
import type { SpeechAct } from '../../../src/domain/vocabulary.ts'

/**
 * Every phrase that the annotators of the shipped articles dated by hand, or left without a date, against what the
 * resolver says. It may say less than they did, and never another day.
 */

interface SeedDocument {
  article: { published: { basis: 'EXTERNAL'; edtf: string }; language: string }
  occasions?: Record<string, { when?: WrittenDate }>
  agents?: Record<string, { roles?: { held?: WrittenDate }[] }>
  acts?: Record<string, { said?: WrittenDate & { as?: string } }>
  statements: { act?: string; speechAct?: SpeechAct; timesSpokenOf?: WrittenDate[] }[]
}

interface Annotated {
  readonly where: string
  readonly written: WrittenDate
  readonly context: DateContext
}

const SEEDS = fileURLToPath(new URL('../../../seeds', import.meta.url))

const documents: { name: string; document: SeedDocument }[] = ['', '/demo'].flatMap((folder) =>
  readdirSync(`${SEEDS}${folder}`)
    .filter((file) => /^\d.*[.]json$/.test(file))
    .sort()
    .map((file) => ({
      name: file.replace('.json', ''),
      document: JSON.parse(readFileSync(`${SEEDS}${folder}/${file}`, 'utf8')),
    })),
)

/** What the annotators of the demonstration set took for granted: every page of it gives its time at +01:00. */
const AS_ANNOTATED: Partial<DateContext> = {
  assumptions: { undatedUtterance: 'PUBLICATION' },
  localOffset: '+01:00',
}

const annotatedDates = (given: Partial<DateContext>, published = (edtf: string) => edtf): Annotated[] =>
  documents.flatMap(({ name, document }) =>
    datesOf(name, document, given, published(document.article.published.edtf)),
  )

/** The dates of a document with a phrase, each in its context; with `published` in that of another publication. */
function datesOf(
  name: string,
  { article, ...document }: SeedDocument,
  given: Partial<DateContext>,
  published: string,
): Annotated[] {
  const act: DateContext = {
    language: article.language,
    published: dateOf(uncertainDate({ basis: 'EXTERNAL', edtf: published })),
    utterance: null,
    anchor: 'PUBLICATION',
    ...given,
  }
  const original = { ...act, published: dateOf(uncertainDate(article.published)) }
  const ownVoice = {
    ...act,
    anchor: 'UTTERANCE' as const,
    utterance: dateOf(uncertainDate({ basis: 'PUBLICATION' }, act.published)),
  }
  const saidOf = (key: string): UncertainDate => {
    const said = document.acts?.[key]?.said
    if (said === undefined) return unknownDate()
    return said.as === undefined
      ? dateOf(redate(said, original, act))
      : { ...saidOf(said.as), basis: said.basis }
  }
  const dates: Annotated[] = []
  const add = (path: string, written: WrittenDate | undefined, context: DateContext) => {
    if (written?.phrase) dates.push({ where: `${name} ${path} “${written.phrase}”`, written, context })
  }
  for (const [key, { when }] of Object.entries(document.occasions ?? {})) add(`occasions.${key}`, when, act)
  for (const [key, { roles }] of Object.entries(document.agents ?? {}))
    for (const { held } of roles ?? []) add(`agents.${key}`, held, ownVoice)
  for (const [key, { said }] of Object.entries(document.acts ?? {})) add(`acts.${key}`, said, act)
  for (const [index, { act: key, speechAct, timesSpokenOf }] of document.statements.entries())
    for (const time of timesSpokenOf ?? [])
      add(`statements.${index}`, time, {
        ...ownVoice,
        ...(key !== undefined && { utterance: saidOf(key) }),
        tense: tenseOfContent(speechAct),
      })
  return dates
}

function dateOf(read: ReadDate): UncertainDate {
  if (!read.ok) throw new Error(read.message)
  return read.date
}

const resolved = ({ written: { basis, phrase }, context }: Annotated) =>
  dateOf(resolveDate({ basis, phrase }, context))

const sameDays = (a: UncertainDate, b: UncertainDate) =>
  a.earliest === b.earliest && a.latest === b.latest && a.instant === b.instant

function outcomes(given: Partial<DateContext>) {
  const found = {
    total: 0,
    same: 0,
    dayWithoutTime: [] as string[],
    unresolved: [] as string[],
    different: [] as string[],
  }
  for (const annotated of annotatedDates(given)) {
    const { where, written } = annotated
    if (!written.edtf) continue
    const theirs = dateOf(uncertainDate(written))
    const ours = resolved(annotated)
    found.total++
    if (sameDays(theirs, ours)) found.same++
    else if (ours.edtf === null) found.unresolved.push(where)
    else if (sameDays({ ...theirs, instant: null }, ours)) found.dayWithoutTime.push(where)
    else found.different.push(`${where} ${written.edtf} ${ours.edtf}`)
  }
  return found
}

/** The same publication a week later, at the same time of day. */
const aWeekLater = (edtf: string) => edtf.replace(/^[^T]+/, (day) => plusDays(day, 7)!)

const NEED_MORE = [
  // A time of day without a day is of the day of its passage, which the document does not tell.
  '01-altwire occasions.press-conference “at 10:15 a.m. local time”',
  '01-altwire statements.11 “at 10:15 a.m. local time”',
  '12-altwire occasions.parliament “at 3:30 p.m.”',
  '12-altwire acts.koltan-told “at 3:30 p.m.”',
  // The speech act does not tell whether it is the last or the next Monday.
  '04-daily-lantern-v2 statements.9 “On Monday”',
  // Said "later", on a day that is not known.
  '06-northern-ledger statements.5 “on Tuesday”',
  '12-altwire statements.5 “next week”',
  // Since another statement's date.
  '09-kestrin-herald statements.8 “since then”',
]

describe('dates annotated by hand', () => {
  test('none is resolved to another day; of 72, 64 are the same under the assumptions of the annotators', () => {
    const { total, same, dayWithoutTime, unresolved, different } = outcomes(AS_ANNOTATED)
    expect(different).toEqual([])
    expect(dayWithoutTime).toEqual([])
    expect(unresolved.sort()).toEqual([...NEED_MORE].sort())
    expect([same, total]).toEqual([64, 72])
  })

  test('without these assumptions 54 are the same: what hangs on an undated utterance or offset is left', () => {
    const { total, same, dayWithoutTime, unresolved, different } = outcomes({})
    expect(different).toEqual([])
    expect(dayWithoutTime).toEqual(['07-channel-nine statements.7 “tonight at 9 p.m. local time”'])
    expect(unresolved.filter((where) => !NEED_MORE.includes(where)).sort()).toEqual([
      '01-altwire statements.9 “next week”',
      '02-ostrel-courier statements.9 “next week”',
      '03-bay-monitor statements.9 “next week”',
      '04-daily-lantern statements.7 “at 6 p.m. on Sunday”',
      '04-daily-lantern-v2 statements.6 “at 6 p.m. on Sunday”',
      '07-channel-nine statements.5 “next week”',
      '08-holos-halvanii statements.9 “наступного тижня”',
      '10-weekly-current statements.5 “next week”',
      '12-altwire statements.7 “in the second half of April”',
    ])
    expect([same, total]).toEqual([54, 72])
  })

  test('the dates that annotators left open get bounds where the phrase gives them, and no single day', () => {
    const bounded = annotatedDates({})
      .filter(({ written }) => !written.edtf)
      .flatMap((annotated) => {
        const { edtf, earliest, latest } = resolved(annotated)
        expect(earliest === null || earliest !== latest).toBe(true)
        return edtf === null ? [] : [`${annotated.where.replace(/^(\d+)\S*/, '$1')} ${edtf}`]
      })
    expect(bounded).toEqual([
      '000 acts.trump-stated “recently” ../2025-04-18',
      '000 acts.trump-promised “campaigned” ../2025-04-18',
      '000 acts.trump-adjusting “later” ../2025-04-18',
      '000 acts.putin-demands “continues to” ../2025-04-18',
      '000 statements.13 “previous” ../2025-04-18',
      '000 statements.28 “Earlier” ../2025-04-18',
      '000 statements.29 “Earlier” ../2025-04-18',
      '000 statements.31 “recent” ../2025-04-18',
      '05 acts.zahorsky-said “recently” ../2025-01-18',
      '05 statements.11 “earlier” ../2025-01-18',
      '05 statements.12 “in early February” 2025-02',
      '06 acts.verin-said “later” ../2025-01-18',
      '07 acts.neighbours-asked “for years” ../2025-01-17',
      '07 statements.11 “by the summer of 2024” ../2024-08-31',
      '10 statements.8 “for late January” 2025-01',
      '10 statements.10 “since the 1980s” 198X/',
      '12 acts.koltan-later-told “later” ../2025-03-03',
      '12 acts.inspectorate-demands “continues to” ../2025-03-03',
      '12 statements.1 “by autumn” ../2025-11-30',
      '12 statements.14 “since mid-January” 2025-01/2025-03-03',
    ])
  })

  test('a publication a week later moves them, leaves what hangs on nothing, and keeps no stale date', () => {
    const [before, after] = [annotatedDates({}), annotatedDates({}, aWeekLater)]
    const kept = new Set<string>()
    const unknown: string[] = []
    for (const [index, { where, written, context }] of before.entries()) {
      if (!written.edtf) continue
      const old = dateOf(uncertainDate(written))
      const now = dateOf(redate(written, context, after[index]!.context))
      expect([now.phrase, now.basis]).toEqual([written.phrase, written.basis])
      if (now.edtf === null) unknown.push(where)
      else if (now.edtf === written.edtf) kept.add(written.phrase!.toLowerCase())
      else {
        const from = /since 2019/.test(where) ? old.earliest : plusDays(old.earliest!, 7)
        expect([where, now.earliest, now.latest, now.instant]).toEqual([
          where,
          from,
          plusDays(old.latest!, 7),
          null,
        ])
      }
    }
    expect(unknown.sort()).toEqual(NEED_MORE.filter((where) => !/On Monday/.test(where)).sort())
    expect([...kept].filter((phrase) => !/(^| )\d{4}/.test(phrase)).sort()).toEqual([
      'april',
      'four years ago',
      'in january',
      'in the second half of april',
      'january',
      'on 1 march',
    ])
  })

  test('dated again for the publication that they were written for, all are as written', () => {
    for (const { written, context } of annotatedDates({})) {
      if (written.edtf)
        expect(dateOf(redate(written, context, { ...context }))).toEqual(dateOf(uncertainDate(written)))
    }
  })
})
