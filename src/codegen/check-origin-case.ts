import { countOrigins, type OriginCount } from '../domain/origins/corroboration.ts'
import type { ExpectedOrigins, OriginCase } from './origin-case.ts'

/** The answer to a case in the terms in which it expects one. */
export type OriginAnswer = Required<ExpectedOrigins>

export function answerOf(count: OriginCount): OriginAnswer {
  const labels = (retracted: boolean) =>
    count.origins
      .filter((origin) => origin.retracted === retracted)
      .map(({ label }) => label)
      .sort()
  return {
    independentOrigins: count.independentOrigins,
    originsAtLeast: count.originsAtLeast,
    disputingOrigins: count.disputingOrigins,
    roots: labels(false),
    listed: labels(true),
  }
}

/** What a case asked and got where the two differ; null where it holds. Labels are compared without order. */
export function differenceOf({
  expect,
  world,
}: OriginCase): { expected: ExpectedOrigins; answered: ExpectedOrigins } | null {
  const answer = answerOf(countOrigins(world))
  const keys = (Object.keys(expect) as (keyof ExpectedOrigins)[]).filter(
    (key) => canonical(expect[key]) !== canonical(answer[key]),
  )
  if (keys.length === 0) return null
  const only = (from: ExpectedOrigins) =>
    Object.fromEntries(keys.map((key) => [key, from[key]])) as ExpectedOrigins
  return { expected: only(expect), answered: only(answer) }
}

const canonical = (value: number | readonly string[] | undefined) =>
  JSON.stringify(Array.isArray(value) ? [...value].sort() : value)
