import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from '@jest/globals'
import {
  type DatedRecord,
  type DatesOfArticle,
  dateConflicts,
} from '../../../src/domain/date-resolution/date-conflicts.ts'
import type { DateContext } from '../../../src/domain/date-resolution/date-context.ts'
import { redate } from '../../../src/domain/date-resolution/redate.ts'
import { type UncertainDate, uncertainDate, type WrittenDate } from '../../../src/domain/uncertain-date.ts'

function date(
  edtf: string | null,
  phrase?: string,
  basis: UncertainDate['basis'] = 'RELATIVE',
): UncertainDate {
  const read = uncertainDate({ basis, edtf, phrase })
  if (!read.ok) throw new Error(read.message)
  return read.date
}

describe('another publication date', () => {
  const act = (published: string | null, given: Partial<DateContext> = {}): DateContext => ({
    language: 'en',
    published: published === null ? null : date(published),
    utterance: null,
    anchor: 'PUBLICATION',
    ...given,
  })
  const content = (utterance: string | null, given: Partial<DateContext> = {}): DateContext => ({
    ...act('2025-01-18'),
    anchor: 'UTTERANCE',
    utterance: utterance === null ? null : date(utterance),
    ...given,
  })
  function redated(written: WrittenDate, before: DateContext, after: DateContext) {
    const read = redate(written, before, after)
    if (!read.ok) throw new Error(read.message)
    return read.date.edtf
  }
  const relative = (phrase: string, edtf?: string): WrittenDate => ({ basis: 'RELATIVE', phrase, edtf })

  test('a relative date follows it there and back, and goes where there is none', () => {
    const wednesday = relative('on Wednesday', '2025-01-15')
    expect(redated(wednesday, act('2025-01-16'), act('2025-01-23'))).toBe('2025-01-22')
    expect(redated(wednesday, act('2025-01-16'), act('2025-01-14'))).toBe('2025-01-08')
    expect(redated(wednesday, act('2025-01-16'), act('2025-01-16'))).toBe('2025-01-15')
    for (const vague of [null, '2025-01', '../2025-01-23'])
      expect(redated(wednesday, act('2025-01-16'), act(vague))).toBe(null)
  })

  test('what is fixed stays', () => {
    for (const basis of ['EXPLICIT', 'EXTERNAL'] as const)
      expect(
        redated({ basis, phrase: 'on Wednesday', edtf: '2025-01-15' }, act('2025-01-16'), act('2025-01-23')),
      ).toBe('2025-01-15')
    expect(
      redated(relative('between 1961 and 1966', '1961/1966'), act('2025-01-16'), act('2025-01-23')),
    ).toBe('1961/1966')
    expect(redated({ basis: 'UNKNOWN', phrase: 'on Wednesday' }, act('2025-01-16'), act('2025-01-23'))).toBe(
      null,
    )
  })

  test('what was written tells how the annotator read the phrase', () => {
    const [before, after] = [content('2025-01-18'), content('2025-01-25')]
    expect(redated(relative('on Monday', '2025-01-20'), before, after)).toBe('2025-01-27')
    expect(redated(relative('on Monday', '2025-01-13'), before, after)).toBe('2025-01-20')
    expect(redated(relative('on Monday'), before, after)).toBe(null)
    const nextWeek = relative('next week', '2025-01-20/2025-01-26')
    const [undated, published] = [content(null), { published: date('2025-01-25') }]
    expect(redated(nextWeek, undated, { ...undated, ...published })).toBe('2025-W05')
    // Now that the utterance has a date of its own, it hangs on that.
    expect(redated(nextWeek, undated, content('2025-01-12', published))).toBe('2025-W03')
  })

  test('an annotator who knew more knew it of the old publication', () => {
    const [before, after] = [act('2025-01-18'), act('2025-01-25')]
    // Understood, so it is what the phrase says now.
    expect(redated(relative('on Friday', '2025-01-10'), before, after)).toBe('2025-01-24')
    // Not understood, or without a phrase: no date rather than the old one.
    expect(redated(relative('after the third bell', '2025-01-17'), before, after)).toBe(null)
    expect(redated({ basis: 'RELATIVE', edtf: '2025-01-17' }, before, after)).toBe(null)
    for (const basis of ['VAGUE', 'PERIOD', 'ONGOING'] as const)
      expect(redated({ basis, phrase: 'in her speeches', edtf: '2024/2025-01-17' }, before, after)).toBe(
        '../2025-01-25',
      )
  })

  test('the bound that a publication sets follows it, whatever year the phrase names', () => {
    for (const basis of ['VAGUE', 'PERIOD', 'ONGOING'] as const) {
      const decade = { basis, phrase: 'in the 1900s', edtf: '../1900-12-31' }
      expect(redated(decade, act('1900-12-31'), act('1970-01-01'))).toBe('../1970-01-01')
    }
  })

  test('what names its years hangs on no publication: the two are in conflict', () => {
    const [before, after] = [act('2025-01-18'), act('201X')]
    for (const basis of ['VAGUE', 'PERIOD', 'ONGOING', 'RELATIVE'] as const) {
      const campaign = { basis, phrase: 'During the election campaign of 2022', edtf: '2022' }
      expect(redated(campaign, before, after)).toBe('2022')
      // Read from the phrase, or known beyond it.
      for (const edtf of ['2022', null]) {
        expect(redated({ basis, phrase: 'in 2022', edtf }, before, after)).toBe('2022')
        expect(
          redated({ basis, phrase: 'in the 2022 campaign', edtf: edtf && '2022-03' }, before, after),
        ).toBe(edtf ? '2022-03' : basis === 'RELATIVE' ? null : '../2019-12-31')
      }
      expect(redated({ basis, phrase: 'since 2022' }, before, after)).toBe('2022/..')
      expect(redated({ basis, phrase: 'in the 2022 campaign', edtf: '2021/2022' }, before, after)).not.toBe(
        '2021/2022',
      )
    }
  })

  test('a date that is another record’s follows that record', () => {
    const [before, after] = [
      act('2025-01-18', { passage: date('2025-01-17') }),
      act('2025-01-25', { passage: date('2025-01-24') }),
    ]
    for (const basis of ['INHERITED', 'SAME_OCCASION'] as const) {
      expect(redated({ basis }, before, after)).toBe('2025-01-24')
      expect(redated({ basis, edtf: '2025-01-17' }, before, after)).toBe('2025-01-24')
      expect(redated({ basis, edtf: '2025-01-16' }, before, after)).toBe(null)
    }
    expect(redated({ basis: 'PUBLICATION' }, before, after)).toBe('2025-01-25')
    expect(redated({ basis: 'PUBLICATION', edtf: '2025-01-18' }, before, after)).toBe('2025-01-25')
    const afterOther = (day: string) => act('2025-01-30', { after: date(day) })
    expect(
      redated(relative('later', '2025-01-17/2025-01-30'), afterOther('2025-01-17'), afterOther('2025-01-24')),
    ).toBe('2025-01-24/2025-01-30')
  })

  test('an instant is kept only where its offset is known of the new day', () => {
    const [before, after] = [act('2025-01-20'), act('2025-07-21')]
    const local = relative('at 6 p.m. on Sunday', '2025-01-19T18:00:00+01:00')
    expect(redated(local, before, after)).toBe('2025-07-20')
    expect(redated(local, before, { ...after, localOffset: '+02:00' })).toBe('2025-07-20T18:00:00+02:00')
    const utc = relative('at 6 p.m. UTC on Sunday', '2025-01-19T18:00:00Z')
    expect(redated(utc, before, after)).toBe('2025-07-20T18:00:00Z')
  })
})

describe('dates in conflict', () => {
  const record = (id: string, edtf: string | null, phrase?: string, words?: string): DatedRecord => ({
    id,
    date: date(edtf, phrase),
    words,
  })
  const article = (published: string | null, given: Partial<DatesOfArticle> = {}): DatesOfArticle => ({
    language: 'en',
    published: record('article', published),
    acts: [],
    spokenOf: [],
    ...given,
  })
  const found = (dates: DatesOfArticle) =>
    dateConflicts(dates).map(({ kind, left, right, because }) => [kind, left.id, right.id, because])

  test('a month that is nearly over, on a page of the 18th', () => {
    const spokenOf = [record('s1', '2025-04', 'April', 'With April nearing its end and little breakthrough')]
    expect(found(article('2025-04-18', { spokenOf }))).toEqual([
      [
        'MONTH_NOT_NEARLY_OVER',
        's1',
        'article',
        'The words say “With April nearing its end and little breakthrough”, but the publication is (2025-04-18).',
      ],
    ])
    for (const late of [
      '2025-04-21',
      '2025-04-30',
      '2025-04',
      '2025',
      '2025-04-01/2025-04-25',
      '../2025-04-18',
      null,
    ])
      expect(found(article(late, { spokenOf }))).toEqual([])
    for (const notLate of [
      '2025-04-20',
      '2025-05-02',
      '2025-04-01/2025-04-18',
      '2025-03',
      '2024-05/2025-04-20',
    ])
      expect(found(article(notLate, { spokenOf }))).toHaveLength(1)
    const ukrainian = [record('s1', '2025-02', 'лютий', 'Лютий добігає кінця, а домовленості немає')]
    expect(found(article('2025-02-18', { language: 'uk', spokenOf: ukrainian }))).toHaveLength(1)
    expect(found(article('2025-02-19', { language: 'uk', spokenOf: ukrainian }))).toEqual([])
    expect(found(article('2025-02-18', { language: 'de', spokenOf: ukrainian }))).toEqual([])
  })

  test('an act after its publication, to the minute where both are known', () => {
    const said = (edtf: string, published: string) =>
      found(article(published, { acts: [record('a1', edtf, 'on Saturday')] }))
    expect(said('2025-04-19', '2025-04-18')).toEqual([
      [
        'SAID_AFTER_PUBLICATION',
        'a1',
        'article',
        'Said “on Saturday” (2025-04-19), which is after the publication (2025-04-18).',
      ],
    ])
    expect(said('2025-04-19', '2025-04-19')).toEqual([])
    expect(said('2025-04-19T10:00:00+02:00', '2025-04-19T08:30:00Z')).toEqual([])
    expect(said('2025-04-19T10:00:00+02:00', '2025-04-19T07:30:00Z')).toHaveLength(1)
    // Of vague dates only what cannot be.
    expect(said('2025-04-19/..', '2025-04')).toEqual([])
    expect(said('2025-05/..', '2025-04')).toHaveLength(1)
  })

  test('an occasion on another day, a modification before the publication, a weekday that the day is not', () => {
    const occasion = record('o1', '2025-01-17')
    expect(
      found(article('2025-01-18', { acts: [{ ...record('a1', '2025-01-16', 'on Thursday'), occasion }] })),
    ).toEqual([
      [
        'OCCASION_ON_ANOTHER_DAY',
        'a1',
        'o1',
        'Said “on Thursday” (2025-01-16), on an occasion that took place (2025-01-17).',
      ],
    ])
    expect(
      found(article('2025-01-18', { acts: [{ ...record('a1', '2025-01', 'in January'), occasion }] })),
    ).toEqual([])
    expect(found(article('2025-01-18', { modified: record('v2', '2025-01-17') }))[0]![0]).toBe(
      'MODIFIED_BEFORE_PUBLICATION',
    )
    expect(found(article('2025-01-18', { modified: record('v2', '2025-01-18') }))).toEqual([])
    const spokenOf = [
      record('s1', '2025-04-18', 'Thursday, 18 April 2025'),
      record('s2', '2025-04-18', 'on Friday evening'),
      record('s3', '2025-04-18', 'the day after Thursday'),
      record('s4', '2025-04', 'on Thursday'),
    ]
    expect(found(article('2025-05-18', { spokenOf }))).toEqual([
      [
        'WEEKDAY_OF_ANOTHER_DAY',
        's1',
        's1',
        'The words say “Thursday, 18 April 2025”, but 2025-04-18 is a Friday.',
      ],
    ])
  })

  test('the shipped articles have the two that were written into them, and no other', () => {
    const seeds = fileURLToPath(new URL('../../../seeds', import.meta.url))
    const conflicts = ['', '/demo'].flatMap((folder) =>
      readdirSync(`${seeds}${folder}`)
        .filter((file) => /^\d.*[.]json$/.test(file))
        .flatMap((file) => {
          const {
            article: of,
            acts,
            statements,
          } = JSON.parse(readFileSync(`${seeds}${folder}/${file}`, 'utf8'))
          const text = readFileSync(`${seeds}${folder}/${of.textFile}`, 'utf8')
          const dated = (id: string, written: WrittenDate, words?: string): DatedRecord[] =>
            written.edtf
              ? [{ id, date: date(written.edtf, written.phrase ?? undefined, written.basis), words }]
              : []
          const sentenceOf = (phrase: string) =>
            text.split(/[.\n]/).find((sentence) => sentence.includes(phrase))
          return dateConflicts({
            language: of.language,
            published: dated(file, of.published)[0]!,
            modified: of.modified && dated(`${file} modified`, of.modified)[0],
            acts: Object.entries<{ said: WrittenDate }>(acts).flatMap(([key, { said }]) => dated(key, said)),
            spokenOf: statements.flatMap(
              ({ timesSpokenOf = [] }: { timesSpokenOf?: WrittenDate[] }, index: number) =>
                timesSpokenOf.flatMap((time) => dated(`${file} ${index}`, time, sentenceOf(time.phrase!))),
            ),
          }).map(({ kind, left }) => `${left.id} ${kind}`)
        }),
    )
    expect(conflicts).toEqual([
      '000_fb5d338449b6d03c.json 22 MONTH_NOT_NEARLY_OVER',
      '11-halvanian-review.json 0 MONTH_NOT_NEARLY_OVER',
    ])
  })
})
