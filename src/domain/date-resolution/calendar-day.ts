import { parseEdtf } from '../edtf-date.ts'

/** Days are `YYYY-MM-DD` in the years 0000 to 9999; what leaves these years is null. */

export function plusDays(day: string, days: number): string | null {
  const moved = new Date(Date.parse(`${day}T00:00:00.000Z`) + days * 86_400_000)
  return withinYears(moved)
}

/** The month `YYYY-MM` that lies so many months after the day's own; before it where negative. */
export function monthFrom(day: string, months: number): string | null {
  const [year, month] = day.split('-').map(Number)
  const count = year! * 12 + (month! - 1) + months
  const moved = yearText(Math.floor(count / 12))
  return moved === null ? null : `${moved}-${twoDigits((((count % 12) + 12) % 12) + 1)}`
}

/** The year `YYYY` that lies so many years after the day's own; before it where negative. */
export const yearFrom = (day: string, years: number): string | null => yearText(yearOf(day) + years)

export const yearOf = (day: string): number => Number(day.slice(0, 4))

/** Monday is 0. */
export const weekdayOf = (day: string): number => (new Date(`${day}T00:00:00.000Z`).getUTCDay() + 6) % 7

/** The week of ISO 8601-1, Monday to Sunday, that has this day: `2025-W16`. It belongs to the year of its Thursday. */
export function weekOf(day: string): string | null {
  const thursday = plusDays(day, 3 - weekdayOf(day))
  if (thursday === null) return null
  const dayOfYear = (Date.parse(thursday) - Date.parse(`${thursday.slice(0, 4)}-01-01`)) / 86_400_000
  return `${thursday.slice(0, 4)}-W${twoDigits(Math.floor(dayOfYear / 7) + 1)}`
}

/** First day of an EDTF string that this folder has made; null where it is open. */
export function firstDayOf(edtf: string): string | null {
  const read = parseEdtf(edtf)
  return read.ok ? read.bounds.earliest : null
}

/** Last day of an EDTF string that this folder has made; null where it is open. */
export function lastDayOf(edtf: string): string | null {
  const read = parseEdtf(edtf)
  return read.ok ? read.bounds.latest : null
}

export const twoDigits = (value: number): string => String(value).padStart(2, '0')

function yearText(year: number): string | null {
  return year >= 0 && year <= 9999 ? String(year).padStart(4, '0') : null
}

function withinYears(date: Date): string | null {
  // Years outside 0000 to 9999 are written with a sign and six digits.
  const text = Number.isNaN(date.getTime()) ? '' : date.toISOString()
  return text.length === 24 ? text.slice(0, 10) : null
}
