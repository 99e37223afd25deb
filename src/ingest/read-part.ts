import { z } from 'zod'
import { readingHints } from './article-document.ts'
import type { PathPart, ProblemList } from './document-problems.ts'
import { inWords } from './shape-in-words.ts'

/** Stands where a text, a key or a date could not be read. No right document holds it: NUL is refused everywhere. */
export const UNREAD = '\0unread'

/**
 * What a schema makes of a value. Everything in it that does not fit is reported and unread from then on; something of
 * the right type stands in its place, so that all the rest can be checked further. What stands there says nothing: of
 * a list it is the empty one, of a choice the first.
 */
export function readPart(
  schema: z.ZodType,
  value: unknown,
  path: readonly PathPart[],
  list: ProblemList,
): unknown {
  if (schema instanceof z.ZodOptional)
    return value === undefined ? undefined : readPart(schema.unwrap() as z.ZodType, value, path, list)
  const unread = (message: string) => {
    list.reportUnread(path, value, message)
    return standIn(schema)
  }
  if (value === undefined) return unread(`This is required and missing. Expected ${inWords(schema)}.`)
  if (!fitsType(schema, value)) return unread(`Expected ${inWords(schema)}.`)
  if (schema instanceof z.ZodUnion) {
    const known = list.problems.length
    const read = readChoice(schema, value, path, list)
    if (list.problems.length === known || !readingHints.get(schema)?.whole) return read
    list.unread(path)
    return standIn(schema)
  }
  if (schema instanceof z.ZodObject) return readObject(schema, value as Json, path, list)
  if (schema instanceof z.ZodRecord)
    return Object.fromEntries(
      Object.entries(value as Json).map(([key, item]) => {
        if (!(schema.keyType as z.ZodType).safeParse(key).success)
          list.report(
            [...path, key],
            key,
            `This is no key. Expected ${inWords(schema.keyType as z.ZodType)}.`,
          )
        return [key, readPart(schema.valueType as z.ZodType, item, [...path, key], list)]
      }),
    )
  if (schema instanceof z.ZodArray) {
    const items = value as unknown[]
    if (items.length === 0 && !schema.safeParse([]).success) return unread(`Expected ${inWords(schema)}.`)
    return Array.from(items, (item, index) =>
      readPart(schema.element as z.ZodType, item, [...path, index], list),
    )
  }
  const read = schema.safeParse(value)
  return read.success ? read.data : unread(`Expected ${inWords(schema)}${foundLength(schema, value)}.`)
}

/** A choice is read in the form that the value has: by its type and, of an object, by the most of its fields. */
function readChoice(schema: z.ZodUnion, value: unknown, path: readonly PathPart[], list: ProblemList) {
  const forms = (schema.options as z.ZodType[]).filter((form) => fitsType(form, value))
  const names = isObject(value) ? Object.keys(value) : []
  const count = (form: z.ZodType) => names.filter((name) => knows(form, name)).length
  const form = forms.reduce((best, other) => (count(other) > count(best) ? other : best))
  if (forms.length > 1 && count(form) === 0) {
    list.reportUnread(path, value, `Expected ${inWords(schema)}.`)
    return standIn(schema)
  }
  if (!(form instanceof z.ZodObject)) return readPart(form, value, path, list)
  const foreign = new Map(
    names.flatMap((name) => {
      if (knows(form, name)) return []
      const other = forms.find((one) => knows(one, name))
      return other ? [[name, names.find((beside) => knows(form, beside) && !knows(other, beside))]] : []
    }),
  )
  for (const [name, beside] of foreign)
    list.report(
      [...path, name],
      (value as Json)[name],
      `"${name}" does not stand beside "${beside}". Expected ${inWords(schema)}.`,
    )
  const own = Object.entries(value as Json).filter(([name]) => !foreign.has(name))
  return readObject(form, Object.fromEntries(own), path, list)
}

function readObject({ shape }: z.ZodObject, value: Json, path: readonly PathPart[], list: ProblemList) {
  for (const name of Object.keys(value))
    if (!Object.hasOwn(shape, name))
      list.report(
        [...path, name],
        value[name],
        `There is no ${JSON.stringify(name)} here: this part has ${Object.keys(shape).join(', ')}.`,
      )
  return Object.fromEntries(
    Object.entries(shape).flatMap(([name, field]) => {
      const read = readPart(
        field as z.ZodType,
        Object.hasOwn(value, name) ? value[name] : undefined,
        [...path, name],
        list,
      )
      return read === undefined ? [] : [[name, read]]
    }),
  )
}

function standIn(schema: z.ZodType): unknown {
  if (schema instanceof z.ZodUnion) return standIn(schema.options[0] as z.ZodType)
  if (schema instanceof z.ZodEnum) return schema.options[0]
  if (schema instanceof z.ZodObject)
    return Object.fromEntries(
      Object.entries(schema.shape).flatMap(([name, field]) =>
        field instanceof z.ZodOptional ? [] : [[name, standIn(field as z.ZodType)]],
      ),
    )
  if (schema instanceof z.ZodRecord) return {}
  if (schema instanceof z.ZodArray) return []
  if (schema instanceof z.ZodBoolean) return false
  return schema instanceof z.ZodNumber ? 0 : UNREAD
}

function fitsType(schema: z.ZodType, value: unknown): boolean {
  if (schema instanceof z.ZodUnion) return schema.options.some((form) => fitsType(form as z.ZodType, value))
  if (schema instanceof z.ZodArray) return Array.isArray(value)
  if (schema instanceof z.ZodObject || schema instanceof z.ZodRecord) return isObject(value)
  if (schema instanceof z.ZodNumber) return typeof value === 'number'
  return typeof value === (schema instanceof z.ZodBoolean ? 'boolean' : 'string')
}

/** Whether an object of this form has a field of this name. */
function knows(form: z.ZodType, name: string): boolean {
  if (form instanceof z.ZodUnion) return form.options.some((one) => knows(one as z.ZodType, name))
  return form instanceof z.ZodObject && Object.hasOwn(form.shape, name)
}

/** Of a text that is too long: the value that is shown beside the message may be shortened. */
function foundLength(schema: z.ZodType, value: unknown): string {
  const most = schema instanceof z.ZodString ? schema.maxLength : null
  return most !== null && (value as string).length > most ? `; this has ${(value as string).length}` : ''
}

type Json = Readonly<Record<string, unknown>>

export const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
