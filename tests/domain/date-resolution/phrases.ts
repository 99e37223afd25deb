/**
 * Phrases with what they mean, and how many days they are wide at least: their own precision. Told against
 * Friday, 18 April 2025 (ISO week 16).
 */
export interface PhraseCase {
  readonly phrase: string
  /** As the date of an act in an article of that day. */
  readonly act: string | null
  /** In what somebody said on that day of what will be. */
  readonly future: string | null
  /** In what somebody said on that day, where nobody can tell the tense; as `future` unless given. */
  readonly said?: string | null
  readonly days: number
  /** Hangs on no anchor. */
  readonly fixed?: boolean
}

/** The same whatever the anchor. */
const fixed = (phrase: string, edtf: string, days: number): PhraseCase => ({
  phrase,
  act: edtf,
  future: edtf,
  days,
  fixed: true,
})

/** Needs a tense. */
const tensed = (phrase: string, act: string | null, future: string | null, days: number): PhraseCase => ({
  phrase,
  act,
  future,
  said: null,
  days,
})

/** Of the anchor, in any tense; as an act's date only where it is not after the publication. */
const ofAnchor = (
  phrase: string,
  edtf: string | null,
  days: number,
  act: string | null = edtf,
): PhraseCase => ({
  phrase,
  act,
  future: edtf,
  days,
})

export const ENGLISH_CASES: readonly PhraseCase[] = [
  tensed('on Friday', '2025-04-18', null, 1),
  tensed('early on Friday', '2025-04-18', null, 1),
  tensed('On Monday', '2025-04-14', '2025-04-21', 1),
  tensed('Thursday evening', '2025-04-17', '2025-04-24', 1),
  ofAnchor('last Friday', '2025-04-11', 1),
  ofAnchor('last Tuesday', null, 1),
  ofAnchor('next Friday', '2025-04-25', 1, null),
  ofAnchor('next Sunday', null, 1),
  ofAnchor('this Sunday', '2025-04-20', 1, null),
  tensed('today', '2025-04-18', null, 1),
  ofAnchor('tonight', '2025-04-18', 1),
  ofAnchor('yesterday', '2025-04-17', 1),
  ofAnchor('last night', '2025-04-17/2025-04-18', 2),
  ofAnchor('tomorrow morning', '2025-04-19', 1, null),
  ofAnchor('next week', '2025-W17', 7, null),
  ofAnchor('last week', '2025-W15', 7),
  ofAnchor('earlier this week', '2025-W16', 7),
  ofAnchor('last month', '2025-03', 28),
  ofAnchor('this year', '2025', 365),
  ofAnchor('within days', null, 1),
  ofAnchor('within a matter of days', null, 1),
  tensed('within two weeks', null, '2025-04-18/2025-05-02', 15),
  tensed('within 24 hours', null, '2025-04-18/2025-04-19', 2),
  ofAnchor('within 24 hours of taking office', null, 1),
  ofAnchor('in the short term', null, 1),
  tensed('by spring', null, null, 1),
  tensed('by autumn', '../2024-11-30', '../2025-11-30', 90),
  fixed('by the summer of 2024', '../2024-08-31', 90),
  ofAnchor('by the end of the year', '../2025-12-31', 365),
  tensed('until Monday', '../2025-04-14', '../2025-04-21', 1),
  tensed('in winter', '2024-24', '2025-24', 90),
  ofAnchor('last summer', '2024-22', 90),
  ofAnchor('next summer', null, 90),
  fixed('in the summer of 2024', '2024-22', 90),
  fixed('in the summer of 1987', '1987-22', 90),
  ofAnchor('in the winter of 2024', null, 90),
  ofAnchor('April nearing its end', '2025-04', 28),
  tensed('in early February', '2025-02', '2026-02', 28),
  tensed('mid-January', '2025-01', '2026-01', 28),
  ofAnchor('last November', '2024-11', 28),
  ofAnchor('last March', null, 28),
  fixed('in November 2023', '2023-11', 28),
  fixed('in the first half of 2025', '2025-01/2025-06', 181),
  fixed('in the third quarter of 2024', '2024-07/2024-09', 90),
  tensed('in the second half of May', '2024-05-16/2024-05-31', '2025-05-16/2025-05-31', 13),
  ofAnchor('in the week to Friday', '2025-04-12/2025-04-18', 7),
  fixed('of 1998', '1998', 365),
  fixed('the flood of 1998', '1998', 365),
  fixed('During the election campaign of 2022', '2022', 365),
  ofAnchor('the eve of 2000', null, 1),
  fixed('between 1961 and 1966', '1961/1966', 1461),
  fixed('1961–1966', '1961/1966', 1461),
  fixed('from March to May 2024', '2024-03/2024-05', 89),
  fixed('between 3 and 5 March 2025', '2025-03-03/2025-03-05', 3),
  ofAnchor('between 1966 and 1961', null, 1),
  fixed('In the 1970s', '197X', 3652),
  ofAnchor('in the 1900s', null, 3652),
  ofAnchor('Four years ago', '2021~', 365),
  ofAnchor('two months ago', '2025-02~', 28),
  ofAnchor('a week ago', '2025-W15~', 7),
  ofAnchor('three days ago', '2025-04-15', 1),
  ofAnchor('ten days ago', '2025-04-08~', 1),
  tensed('18 April', '2025-04-18', '2025-04-18', 1),
  tensed('on 1 March', '2025-03-01', '2026-03-01', 1),
  tensed('29 February', '2024-02-29', '2028-02-29', 1),
  fixed('dated 13 January 2025', '2025-01-13', 1),
  fixed('Friday, April 18, 2025', '2025-04-18', 1),
  ofAnchor('Thursday, April 18, 2025', null, 1),
  ofAnchor('31 April 2025', null, 1),
  ofAnchor('04/05/2025', null, 1),
  ofAnchor('18 April 25', null, 1),
  ofAnchor('for years', null, 1),
  ofAnchor('continues to', null, 1),
  ofAnchor('when the cows come home', null, 1),
]

export const UKRAINIAN_CASES: readonly PhraseCase[] = [
  tensed('в п’ятницю', '2025-04-18', null, 1),
  tensed('у понеділок', '2025-04-14', '2025-04-21', 1),
  tensed('в четвер ввечері', '2025-04-17', '2025-04-24', 1),
  ofAnchor('наступного тижня', '2025-W17', 7, null),
  ofAnchor('минулого тижня', '2025-W15', 7),
  ofAnchor('торік', '2024', 365),
  ofAnchor('вчора', '2025-04-17', 1),
  tensed('до весни', null, null, 1),
  tensed('до літа', '../2024-08-31', '../2025-08-31', 90),
  ofAnchor('до кінця року', '../2025-12-31', 365),
  ofAnchor('впродовж кількох днів', null, 1),
  tensed('протягом двох тижнів', null, '2025-04-18/2025-05-02', 15),
  fixed('у листопаді 2023 року', '2023-11', 28),
  tensed('на початку лютого', '2025-02', '2026-02', 28),
  fixed('у першій половині 2025 року', '2025-01/2025-06', 181),
  fixed('влітку 2024 року', '2024-22', 90),
  fixed('у 2003 році', '2003', 365),
  fixed('у 1970-х роках', '197X', 3652),
  fixed('повені 1998 року', '1998', 365),
  fixed('між 1961 і 1966 роками', '1961/1966', 1461),
  fixed('з 1961 по 1966 рік', '1961/1966', 1461),
  fixed('з 3 по 5 березня 2025 року', '2025-03-03/2025-03-05', 3),
  ofAnchor('чотири роки тому', '2021~', 365),
  ofAnchor('рік тому', '2024~', 365),
  ofAnchor('два тижні тому', '2025-W14~', 7),
  fixed('18 квітня 2025 року', '2025-04-18', 1),
  tensed('1 березня', '2025-03-01', '2026-03-01', 1),
  fixed('18.04.2025', '2025-04-18', 1),
  ofAnchor('квітень добігає кінця', '2025-04', 28),
  ofAnchor('й далі', null, 1),
]

/** Explicit dates and weekdays of the languages that have no tables, as the library reads them. */
export const OTHER_LANGUAGES: Readonly<Record<string, readonly PhraseCase[]>> = {
  'de-AT': [
    fixed('am 18. April 2025', '2025-04-18', 1),
    tensed('am 1. März', '2025-03-01', '2026-03-01', 1),
    tensed('am Montag', '2025-04-14', '2025-04-21', 1),
    ofAnchor('letzten Freitag', null, 1),
    ofAnchor('nächste Woche', null, 1),
  ],
  es: [
    tensed('el 1 de marzo', '2025-03-01', '2026-03-01', 1),
    fixed('el 18 de abril de 2025', '2025-04-18', 1),
    fixed('en noviembre de 2023', '2023-11', 28),
    tensed('el lunes', '2025-04-14', '2025-04-21', 1),
    ofAnchor('el viernes pasado', null, 1),
  ],
  fr: [
    fixed('le 18 avril 2025', '2025-04-18', 1),
    tensed('le 1er mars', '2025-03-01', '2026-03-01', 1),
    tensed('lundi', '2025-04-14', '2025-04-21', 1),
    ofAnchor('vendredi dernier', null, 1),
    ofAnchor('la semaine prochaine', null, 1),
  ],
  it: [
    tensed('1 marzo', '2025-03-01', '2026-03-01', 1),
    fixed('18 aprile 2025', '2025-04-18', 1),
    fixed('novembre 2023', '2023-11', 28),
    tensed('lunedì', '2025-04-14', '2025-04-21', 1),
    ofAnchor('venerdì scorso', null, 1),
  ],
  ja: [
    tensed('3月1日', '2025-03-01', '2026-03-01', 1),
    fixed('2025年4月18日', '2025-04-18', 1),
    ofAnchor('先週の金曜日', null, 1),
    ofAnchor('来週', null, 1),
  ],
  nl: [
    tensed('1 maart', '2025-03-01', '2026-03-01', 1),
    fixed('18 april 2025', '2025-04-18', 1),
    fixed('in november 2023', '2023-11', 28),
    tensed('op maandag', '2025-04-14', '2025-04-21', 1),
    ofAnchor('afgelopen vrijdag', null, 1),
  ],
  pt: [
    tensed('1 de março', '2025-03-01', '2026-03-01', 1),
    fixed('18 de abril de 2025', '2025-04-18', 1),
    ofAnchor('na semana passada', null, 1),
  ],
  ru: [
    tensed('1 марта', '2025-03-01', '2026-03-01', 1),
    fixed('18 апреля 2025 года', '2025-04-18', 1),
    fixed('в ноябре 2023 года', '2023-11', 28),
    tensed('в понедельник', '2025-04-14', '2025-04-21', 1),
    ofAnchor('в прошлую пятницу', null, 1),
  ],
  sv: [
    tensed('den 1 mars', '2025-03-01', '2026-03-01', 1),
    fixed('den 18 april 2025', '2025-04-18', 1),
    tensed('på måndag', '2025-04-14', '2025-04-21', 1),
  ],
  zh: [
    tensed('3月1日', '2025-03-01', '2026-03-01', 1),
    fixed('2025年4月18日', '2025-04-18', 1),
    fixed('2023年11月', '2023-11', 28),
    ofAnchor('上个星期五', null, 1),
  ],
  eo: [ofAnchor('18 April 2025', null, 1), ofAnchor('on Friday', null, 1), ofAnchor('2025', null, 1)],
}

export const ALL_CASES: readonly (readonly [language: string, cases: readonly PhraseCase[]])[] = [
  ['en', ENGLISH_CASES],
  ['uk', UKRAINIAN_CASES],
  ...Object.entries(OTHER_LANGUAGES),
]
