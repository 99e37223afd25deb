import { execFileSync } from 'node:child_process'
import { describe, expect, jest, test } from '@jest/globals'
import fc from 'fast-check'
import { plusDays } from '../../../src/domain/date-resolution/calendar-day.ts'
import { type DateContext, tenseOfContent } from '../../../src/domain/date-resolution/date-context.ts'
import { redate } from '../../../src/domain/date-resolution/redate.ts'
import { resolveDate } from '../../../src/domain/date-resolution/resolve-date.ts'
import { parseEdtf } from '../../../src/domain/edtf-date.ts'
import {
  type ReadDate,
  type UncertainDate,
  uncertainDate,
  unknownDate,
} from '../../../src/domain/uncertain-date.ts'
import { DATE_BASES, type DateBasis } from '../../../src/domain/vocabulary.ts'
import { ALL_CASES } from './phrases.ts'

function dateOf(read: ReadDate): UncertainDate {
  if (!read.ok) throw new Error(read.message)
  return read.date
}
const date = (edtf: string, basis: DateBasis = 'EXTERNAL') => dateOf(uncertainDate({ basis, edtf }))

const GOOD_FRIDAY = '2025-04-18'

function act(published: string | null = GOOD_FRIDAY, language = 'en'): DateContext {
  return {
    language,
    published: published === null ? null : date(published),
    utterance: null,
    anchor: 'PUBLICATION',
  }
}
function content(utterance: string | null = GOOD_FRIDAY, given: Partial<DateContext> = {}): DateContext {
  const said = utterance === null ? unknownDate() : date(utterance, 'RELATIVE')
  return { language: 'en', published: date('2025-04-20'), utterance: said, anchor: 'UTTERANCE', ...given }
}
function ownVoice(published: string, given: Partial<DateContext> = {}): DateContext {
  return { ...act(published), anchor: 'UTTERANCE', utterance: date(published, 'PUBLICATION'), ...given }
}
const edtfOf = (phrase: string, context: DateContext, basis: DateBasis = 'RELATIVE') =>
  dateOf(resolveDate({ basis, phrase }, context)).edtf

const table = ALL_CASES.flatMap(([language, cases]) =>
  cases.map((phraseCase) => ({ language, ...phraseCase })),
)

describe('phrases', () => {
  test.each(table)('$language: $phrase', ({ language, phrase, act: told, future, said }) => {
    expect(edtfOf(phrase, act(GOOD_FRIDAY, language))).toBe(told)
    expect(edtfOf(phrase, content(GOOD_FRIDAY, { language, tense: 'FUTURE' }))).toBe(future)
    expect(edtfOf(phrase, content(GOOD_FRIDAY, { language }))).toBe(
      // Said on the day itself, in whichever tense, it is that day.
      said === undefined || (told === future && told !== null) ? future : said,
    )
  })

  test('a report tells of the weekday on or before its publication, and an announcement of the one after', () => {
    const week = ['14', '15', '16', '17', '18', '19', '20'].map((day) => `2025-04-${day}`)
    expect(week.map((published) => edtfOf('on Friday', act(published)))).toEqual(
      ['11', '11', '11', '11', '18', '18', '18'].map((day) => `2025-04-${day}`),
    )
    expect(week.map((said) => edtfOf('on Friday', content(said, { tense: 'FUTURE' })))).toEqual(
      ['18', '18', '18', '18', null, '25', '25'].map((day) => day && `2025-04-${day}`),
    )
    // In print, Friday on a Friday is the same day; so is a past one in anybody's words.
    for (const tense of [null, 'PAST', 'FUTURE'] as const)
      expect(edtfOf('on Friday', ownVoice(GOOD_FRIDAY, { tense }))).toBe(GOOD_FRIDAY)
    expect(edtfOf('on Friday', content(GOOD_FRIDAY, { tense: 'PAST' }))).toBe(GOOD_FRIDAY)
  })

  test('weeks are those of ISO 8601, over the turn of the year too', () => {
    expect(edtfOf('next week', content('2025-01-19'))).toBe('2025-W04')
    expect(edtfOf('next week', content('2024-12-25'))).toBe('2025-W01')
    expect(date('2025-W01')).toMatchObject({
      earliest: '2024-12-30',
      latest: '2025-01-05',
      precision: 'WEEK',
    })
    expect(edtfOf('last week', content('2021-01-05'))).toBe('2020-W53')
    expect(edtfOf('in the week to Friday', ownVoice('2025-01-18'))).toBe('2025-01-11/2025-01-17')
  })

  test('seasons are northern unless the assumptions say otherwise, and one that runs is not the next one', () => {
    const south = { assumptions: { hemisphere: 'SOUTHERN' } } as const
    const promised = (said: string, given = {}) =>
      edtfOf('by spring', content(said, { tense: 'FUTURE', ...given }))
    expect(promised('2025-01-17')).toBe('../2025-05-31')
    expect(promised('2025-01-17', south)).toBe('../2025-11-30')
    expect(promised('2025-04-18')).toBe(null)
    expect(promised('2025-10-18', south)).toBe(null)
    expect(edtfOf('by spring', content('2025-01-17'))).toBe(null)
    expect(edtfOf('in the summer of 2024', content('2025-01-17', south))).toBe(null)
    expect(edtfOf('in the winter of 2024', content('2025-01-17', south))).toBe('2024-06/2024-08')
    expect(edtfOf('this summer', content('2025-01-17', south))).toBe('2024-12/2025-02')
    expect(edtfOf('this winter', content('2025-01-17'))).toBe('2024-24')
    expect(edtfOf('this winter', content('2025-06-17'))).toBe(null)
  })

  test('since: open for what goes on, until the utterance for a period, until the publication for an act', () => {
    expect(edtfOf('since 2022', content(), 'ONGOING')).toBe('2022/..')
    expect(edtfOf('since 2022', content(), 'PERIOD')).toBe('2022/2025-04-18')
    expect(edtfOf('since 2022', content('2025-04'), 'PERIOD')).toBe('2022/')
    expect(edtfOf('since 2022', act(), 'ONGOING')).toBe('2022/2025-04-18')
    expect(edtfOf('since Friday evening', ownVoice('2025-01-18'), 'PERIOD')).toBe('2025-01-17/2025-01-18')
    expect(edtfOf('since mid-January', content('2025-03-03', { tense: 'FUTURE' }), 'ONGOING')).toBe(
      '2025-01/..',
    )
    expect(edtfOf('since then', content('2025-01-16', { after: date('2021-06') }), 'PERIOD')).toBe(
      '2021-06/2025-01-16',
    )
    expect(edtfOf('since then', content())).toBe(null)
    expect(edtfOf('з вечора п’ятниці', ownVoice('2025-01-18', { language: 'uk' }), 'PERIOD')).toBe(null)
    expect(
      edtfOf('з вечора п’ятниці', ownVoice('2025-01-18', { language: 'uk', tense: 'PAST' }), 'PERIOD'),
    ).toBe('2025-01-17/2025-01-18')
    expect(edtfOf('з понеділка', content('2025-01-18', { language: 'uk', tense: 'FUTURE' }))).toBe(
      '2025-01-20/..',
    )
  })

  test('later is not before the other statement; recently and earlier are not after the anchor', () => {
    const after = date('2025-03-03T15:30:00+01:00')
    const published = '2025-03-03T17:45:00+01:00'
    expect(edtfOf('later', { ...act(published), after })).toBe('2025-03-03')
    expect(edtfOf('later', { ...act('2025-03-05'), after })).toBe('2025-03-03/2025-03-05')
    expect(edtfOf('later', { ...act('2025-03-01'), after })).toBe(null)
    expect(edtfOf('later', content('2025-03-05', { after }))).toBe('2025-03-03/..')
    expect(edtfOf('later', act(published))).toBe('../2025-03-03')
    expect(edtfOf('the next day', { ...act('2025-03-05'), after })).toBe('2025-03-04')
    expect(edtfOf('two days later', { ...act('2025-03-05'), after: date('2025-03') })).toBe(null)
    for (const phrase of ['recently', 'earlier', 'previous']) {
      expect(edtfOf(phrase, act(), 'VAGUE')).toBe('../2025-04-18')
      expect(edtfOf(phrase, content('../2025-04-18'), 'VAGUE')).toBe('../2025-04-18')
      expect(edtfOf(phrase, content(GOOD_FRIDAY, { tense: 'FUTURE' }), 'VAGUE')).toBe(null)
      expect(edtfOf(phrase, act(null), 'VAGUE')).toBe(null)
    }
    // Not understood, but an ongoing act lies no later than its publication.
    expect(edtfOf('continues to', act(), 'ONGOING')).toBe('../2025-04-18')
    expect(edtfOf('continues to', content(), 'ONGOING')).toBe(null)
  })

  test('a time of day is an instant only with an offset, and has its day from the phrase or the passage', () => {
    const tonight = ownVoice('2025-01-17T19:00:00+01:00')
    expect(edtfOf('Tonight at 9 p.m.', tonight)).toBe('2025-01-17')
    expect(edtfOf('Tonight at 9 p.m.', { ...tonight, localOffset: '+01:00' })).toBe(
      '2025-01-17T21:00:00+01:00',
    )
    expect(edtfOf('tonight at 9 p.m. local time (8 p.m. UTC)', tonight)).toBe('2025-01-17T21:00:00+01:00')
    expect(edtfOf('at 9 p.m. local time (8 p.m. UTC)', tonight)).toBe(null)
    const passage = date('2025-01-17')
    expect(edtfOf('at 9 p.m. local time (8 p.m. UTC)', { ...tonight, passage })).toBe(
      '2025-01-17T21:00:00+01:00',
    )
    expect(edtfOf('at 10:15 a.m. local time (0915 GMT)', { ...tonight, passage })).toBe(
      '2025-01-17T10:15:00+01:00',
    )
    expect(edtfOf('at 10:15 a.m.', { ...tonight, passage: date('2025-01') })).toBe(null)
    expect(edtfOf('At 6 p.m. on Sunday', content('2025-01-18', { tense: 'FUTURE' }))).toBe('2025-01-19')
    expect(edtfOf('at 6 p.m. UTC on Sunday', content('2025-01-18', { tense: 'FUTURE' }))).toBe(
      '2025-01-19T18:00:00Z',
    )
    expect(edtfOf('at 12:30 a.m. (5:30 a.m. UTC) on Sunday', act('2025-01-20'))).toBe(
      '2025-01-19T00:30:00-05:00',
    )
    // Thirteen hours ahead is also eleven behind.
    expect(edtfOf('at 10 p.m. (9 a.m. UTC) on Sunday', act('2025-01-20'))).toBe('2025-01-19')
    expect(edtfOf('18 April 2025, 21:00 +02:00', content())).toBe('2025-04-18T21:00:00+02:00')
    expect(edtfOf('у неділю о 18 годині', content('2025-01-18', { language: 'uk', tense: 'FUTURE' }))).toBe(
      '2025-01-19',
    )
    expect(edtfOf('о 21:00 за місцевим часом (20:00 UTC) у неділю', act('2025-01-20', 'uk'))).toBe(
      '2025-01-19T21:00:00+01:00',
    )
    expect(edtfOf('at 13 p.m. on Sunday', act('2025-01-20'))).toBe(null)
    // Whose zone that is cannot be told.
    expect(edtfOf('at 9 p.m. IST on Sunday', act('2025-01-20'))).toBe(null)
    // Printed at noon, so that evening is not the one told of.
    expect(edtfOf('at 6 p.m. UTC on Friday', act('2025-04-18T12:00:00Z'))).toBe(null)
    expect(edtfOf('at 6 a.m. UTC on Friday', act('2025-04-18T12:00:00Z'))).toBe('2025-04-18T06:00:00Z')
  })

  test('the day of an anchor is that of its own offset', () => {
    expect(edtfOf('yesterday', act('2025-04-18T23:30:00-05:00'))).toBe('2025-04-17')
    expect(edtfOf('yesterday', act('2025-04-18T00:30:00+10:00'))).toBe('2025-04-17')
  })
})

describe('bases and anchors', () => {
  test('EDTF as written wins under every basis, and a wrong one is refused', () => {
    for (const basis of DATE_BASES.filter((basis) => basis !== 'UNKNOWN')) {
      expect(dateOf(resolveDate({ basis, edtf: '2024', phrase: 'on Friday' }, act()))).toEqual({
        ...date('2024', basis),
        phrase: 'on Friday',
      })
    }
    expect(resolveDate({ basis: 'UNKNOWN', edtf: '2024' }, act()).ok).toBe(false)
    expect(resolveDate({ basis: 'EXPLICIT', edtf: '2025-02-30' }, act()).ok).toBe(false)
  })

  test('a basis that is no phrase takes its date from its record, and UNKNOWN has none', () => {
    const passage = date('2025-04-17', 'RELATIVE')
    for (const basis of ['INHERITED', 'SAME_OCCASION'] as const) {
      expect(dateOf(resolveDate({ basis }, { ...act(), passage }))).toEqual({
        ...passage,
        basis,
        phrase: null,
      })
      expect(edtfOf('on Friday', act(), basis)).toBe(null)
    }
    expect(dateOf(resolveDate({ basis: 'PUBLICATION' }, ownVoice(GOOD_FRIDAY)))).toEqual(
      date(GOOD_FRIDAY, 'PUBLICATION'),
    )
    expect(edtfOf('on Friday', act(), 'UNKNOWN')).toBe(null)
    expect(edtfOf('18 April', act(), 'EXPLICIT')).toBe(GOOD_FRIDAY)
  })

  test('a vague or missing anchor leaves a phrase that hangs on it, and not one that hangs on nothing', () => {
    for (const { language, phrase, future, fixed } of table) {
      for (const anchor of [null, '2025-04', '../2025-04-18', '2025-04-18/2025-04-19', '2025']) {
        const inContent = edtfOf(phrase, content(anchor, { language, tense: 'FUTURE' }))
        expect([phrase, anchor, inContent]).toEqual([phrase, anchor, fixed ? future : null])
      }
    }
  })

  test('an undated utterance is taken to be of the day of publication only where that is assumed', () => {
    const assumed = { assumptions: { undatedUtterance: 'PUBLICATION' } } as const
    expect(edtfOf('next week', content(null))).toBe(null)
    expect(edtfOf('next week', content(null, assumed))).toBe('2025-W17')
    // Said "recently": it is known not to be of that day.
    const recently = dateOf(uncertainDate({ basis: 'VAGUE', phrase: 'recently' }, date(GOOD_FRIDAY)))
    expect(edtfOf('next week', { ...content(null, assumed), utterance: recently })).toBe(null)
    const later = { ...unknownDate('later'), basis: 'RELATIVE' as const }
    expect(edtfOf('next week', { ...content(null, assumed), utterance: later })).toBe(null)
  })

  test('speech acts about what will be tell the tense', () => {
    expect(tenseOfContent('PROMISE')).toBe('FUTURE')
    expect(tenseOfContent('DEMAND')).toBe('FUTURE')
    expect(tenseOfContent('WARN')).toBe(null)
    expect(tenseOfContent(null)).toBe(null)
  })
})

describe('rules that hold of every phrase', () => {
  const anyDay = fc
    .date({
      min: new Date('0000-01-01T00:00:00Z'),
      max: new Date('9999-12-31T00:00:00Z'),
      noInvalidDate: true,
    })
    .map((day) => day.toISOString().slice(0, 10))
  const modernDay = fc
    .date({
      min: new Date('1900-01-01T00:00:00Z'),
      max: new Date('2100-12-31T00:00:00Z'),
      noInvalidDate: true,
    })
    .map((day) => day.toISOString().slice(0, 10))
  const anyContext = (day: fc.Arbitrary<string>) =>
    fc.record({
      day,
      anchor: fc.constantFrom('ACT', 'SAID', 'OWN_VOICE'),
      tense: fc.constantFrom(null, 'PAST', 'FUTURE'),
      hemisphere: fc.constantFrom('NORTHERN', 'SOUTHERN'),
      basis: fc.constantFrom('RELATIVE', 'PERIOD', 'ONGOING', 'VAGUE', 'EXPLICIT'),
    })
  type Given = typeof anyContext extends (day: never) => fc.Arbitrary<infer G> ? G : never
  const contextOf = ({ day, anchor, tense, hemisphere }: Given, language: string): DateContext => ({
    ...(anchor === 'ACT' ? act(day) : anchor === 'SAID' ? content(day) : ownVoice(day)),
    published: date(day),
    language,
    tense: tense as 'PAST',
    assumptions: { hemisphere: hemisphere as 'NORTHERN' },
  })
  const anyPhrase = fc.constantFrom(
    ...table,
    ...['since Monday', 'since May', 'по 5 травня'].map((phrase) => ({ language: 'en', phrase, days: 1 })),
  )

  test('the EDTF reads back to the bounds, the answer is always the same, and the words are kept', () => {
    fc.assert(
      fc.property(anyPhrase, anyContext(anyDay), ({ language, phrase }, given) => {
        const context = contextOf(given, language)
        const basis = given.basis as DateBasis
        const found = dateOf(resolveDate({ basis, phrase }, context))
        expect(dateOf(resolveDate({ basis, phrase }, structuredClone(context)))).toEqual(found)
        expect([found.basis, found.phrase]).toEqual([basis, phrase])
        if (found.edtf === null) expect(found).toEqual({ ...unknownDate(phrase), basis })
        else {
          const { earliest, latest, instant, precision } = found
          expect(parseEdtf(found.edtf)).toEqual({
            ok: true,
            bounds: { edtf: found.edtf, earliest, latest, instant, precision },
          })
        }
      }),
      { numRuns: 300 },
    )
  })

  test('a date is never narrower than the precision of its words', () => {
    fc.assert(
      fc.property(anyPhrase, anyContext(modernDay), ({ language, phrase, days }, given) => {
        const { earliest, latest } = dateOf(
          resolveDate({ basis: 'RELATIVE', phrase }, contextOf(given, language)),
        )
        if (earliest === null || latest === null) return
        expect((Date.parse(latest) - Date.parse(earliest)) / 86_400_000 + 1).toBeGreaterThanOrEqual(days)
      }),
      { numRuns: 300 },
    )
  })

  test('weekdays, weeks and days move with the anchor by whole weeks', () => {
    const moving = table.filter(({ phrase }) =>
      /friday|monday|sunday|tuesday|thursday evening|week$|yesterday|tonight|tomorrow|last night|days ago|п’ятниц|понеділок|четвер|тижня|вчора|Montag|lundi$|lunes/i.test(
        phrase,
      ),
    )
    expect(moving.length).toBeGreaterThan(25)
    fc.assert(
      fc.property(
        fc.constantFrom(...moving.filter(({ phrase }) => !/\d/.test(phrase))),
        anyContext(modernDay),
        fc.integer({ min: -2000, max: 2000 }),
        ({ language, phrase }, given, weeks) => {
          const moved = { ...given, day: plusDays(given.day, weeks * 7)! }
          const [one, other] = [given, moved].map((at) =>
            dateOf(resolveDate({ basis: 'RELATIVE', phrase }, contextOf(at, language))),
          )
          const by = (day: string | null) => day && plusDays(day, weeks * 7)
          expect([other!.earliest, other!.latest]).toEqual([by(one!.earliest), by(one!.latest)])
        },
      ),
      { numRuns: 300 },
    )
  })

  test('no act is told before it happens, unless its phrase names the day or the year', () => {
    fc.assert(
      fc.property(anyPhrase, anyDay, ({ language, phrase }, day) => {
        const { earliest } = dateOf(resolveDate({ basis: 'RELATIVE', phrase }, act(day, language)))
        if (earliest !== null) expect(earliest <= day || phrase.includes(earliest.slice(0, 4))).toBe(true)
      }),
      { numRuns: 300 },
    )
  })

  test('whatever the phrase, nothing throws', () => {
    const words = table.flatMap(({ phrase }) => phrase.split(' '))
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.constantFrom(...words), fc.string()), { maxLength: 6 }),
        anyContext(anyDay),
        fc.constantFrom('en', 'uk', 'de', 'ja', 'constructor', ''),
        (parts, given, language) => {
          const phrase = parts.join(' ')
          const found = dateOf(resolveDate({ basis: 'RELATIVE', phrase }, contextOf(given, language)))
          if (found.edtf !== null) expect(parseEdtf(found.edtf).ok).toBe(true)
        },
      ),
      { numRuns: 300 },
    )
  })

  test('what the resolver gave is dated again as it would be anew, and stays while its context does', () => {
    fc.assert(
      fc.property(anyPhrase, anyContext(modernDay), modernDay, ({ language, phrase }, given, day) => {
        const [before, after] = [contextOf(given, language), contextOf({ ...given, day }, language)]
        const basis = given.basis as DateBasis
        const found = dateOf(resolveDate({ basis, phrase }, before))
        const written = { basis, phrase, edtf: found.edtf }
        expect(redate(written, before, before)).toEqual({ ok: true, date: found })
        if (basis !== 'EXPLICIT')
          expect(redate(written, before, after)).toEqual(resolveDate({ basis, phrase }, after))
      }),
      { numRuns: 300 },
    )
  })
})

describe('clock and time zone', () => {
  const everyAnswer = () =>
    ALL_CASES.flatMap(([language, cases]) =>
      cases.flatMap(({ phrase }) =>
        ['2025-04-18', '2025-01-01', '2024-12-31T23:30:00-05:00'].map((day) =>
          edtfOf(phrase, act(day, language)),
        ),
      ),
    )

  test('the clock of the machine changes nothing', () => {
    const now = everyAnswer()
    jest.useFakeTimers({ now: new Date('1969-07-20T20:17:00Z') })
    try {
      expect(everyAnswer()).toEqual(now)
    } finally {
      jest.useRealTimers()
    }
  })

  test('nor does the time zone', () => {
    // A process takes a new TZ while it runs; Jest's own environment is a copy that it does not look at.
    const program = `
      import { ALL_CASES } from './tests/domain/date-resolution/phrases.ts'
      import { resolveDate } from './src/domain/date-resolution/resolve-date.ts'
      import { uncertainDate } from './src/domain/uncertain-date.ts'
      const answers = () => ALL_CASES.flatMap(([language, cases]) => cases.flatMap(({ phrase }) =>
        ['2025-04-18', '2025-01-01', '2024-12-31T23:30:00-05:00'].map((edtf) => resolveDate({ basis: 'RELATIVE', phrase }, {
          language, published: uncertainDate({ basis: 'EXTERNAL', edtf }).date, utterance: null, anchor: 'PUBLICATION',
        }).date.edtf)))
      console.log(JSON.stringify(['Pacific/Kiritimati', 'America/Los_Angeles'].map((zone) => {
        process.env.TZ = zone
        return { offset: new Date(1e12).getTimezoneOffset(), answers: answers() }
      })))`
    const printed = execFileSync(
      process.execPath,
      ['--import', 'tsx', '--input-type=module', '--eval', program],
      { encoding: 'utf8' },
    )
    const here = everyAnswer()
    expect(JSON.parse(printed)).toEqual([
      { offset: -840, answers: here },
      { offset: 420, answers: here },
    ])
  })
})
