import type { TextSpan } from '../domain/text-span.ts'
import type { UncertainDate } from '../domain/uncertain-date.ts'
import type { DateBasis, DatePrecision, TextPart } from '../domain/vocabulary.ts'

/** What a node or relationship can hold. Neo4j has neither null properties nor nested values. */
export type PropertyValue = string | number | boolean | readonly string[] | readonly number[]
export type Properties = { readonly [name: string]: PropertyValue }

/** The same properties without those that are null. */
export function withoutNulls(properties: { readonly [name: string]: PropertyValue | null }): Properties {
  return Object.fromEntries(Object.entries(properties).filter(([, value]) => value !== null)) as Properties
}

/** An uncertain date as properties under a prefix: `saidEarliest`, `saidLatest`, … */
export function dateProperties(prefix: string, date: UncertainDate): Properties {
  return withoutNulls({
    [`${prefix}Edtf`]: date.edtf,
    [`${prefix}Earliest`]: date.earliest,
    [`${prefix}Latest`]: date.latest,
    [`${prefix}Instant`]: date.instant,
    [`${prefix}Precision`]: date.precision,
    [`${prefix}Basis`]: date.basis,
    [`${prefix}Phrase`]: date.phrase,
  })
}

/** The same properties with another date under a prefix. */
export function withDate(properties: Properties, prefix: string, date: UncertainDate): Properties {
  const names = ['Edtf', 'Earliest', 'Latest', 'Instant', 'Precision', 'Basis', 'Phrase'].map(
    (part) => `${prefix}${part}`,
  )
  const others = Object.entries(properties).filter(([name]) => !names.includes(name))
  return { ...Object.fromEntries(others), ...dateProperties(prefix, date) }
}

export function readDate(properties: object, prefix: string): UncertainDate {
  const at = (name: string) => ((properties as Record<string, unknown>)[`${prefix}${name}`] as string) ?? null
  return {
    edtf: at('Edtf'),
    earliest: at('Earliest'),
    latest: at('Latest'),
    instant: at('Instant'),
    precision: at('Precision') as DatePrecision,
    basis: at('Basis') as DateBasis,
    phrase: at('Phrase'),
  }
}

/** Spans as parallel lists under a prefix. */
export function spanProperties(prefix: string, spans: readonly TextSpan[]): Properties {
  return {
    [`${prefix}Parts`]: spans.map((span) => span.part),
    [`${prefix}Starts`]: spans.map((span) => span.start),
    [`${prefix}Ends`]: spans.map((span) => span.end),
    [`${prefix}Exacts`]: spans.map((span) => span.exact),
    [`${prefix}Prefixes`]: spans.map((span) => span.prefix),
    [`${prefix}Suffixes`]: spans.map((span) => span.suffix),
  }
}

export function readSpans(properties: object, prefix: string): TextSpan[] {
  const list = <T>(name: string) => ((properties as Record<string, unknown>)[`${prefix}${name}`] ?? []) as T[]
  const [ends, exacts] = [list<number>('Ends'), list<string>('Exacts')]
  const [parts, prefixes, suffixes] = [
    list<TextPart>('Parts'),
    list<string>('Prefixes'),
    list<string>('Suffixes'),
  ]
  return list<number>('Starts').map((start, i) => ({
    part: parts[i]!,
    start,
    end: ends[i]!,
    exact: exacts[i]!,
    prefix: prefixes[i]!,
    suffix: suffixes[i]!,
  }))
}
