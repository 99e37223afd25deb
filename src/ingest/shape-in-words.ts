import { z } from 'zod'
import { readingHints } from './article-document.ts'

/** What a schema wants, in words that end the sentence "Expected …". */
export function inWords(schema: z.ZodType): string {
  if (schema instanceof z.ZodOptional) return inWords(schema.unwrap() as z.ZodType)
  const words = readingHints.get(schema)?.words
  if (words !== undefined) return words
  if (schema instanceof z.ZodUnion)
    return schema.options.map((form) => inWords(form as z.ZodType)).join(', or ')
  if (schema instanceof z.ZodEnum) return `one of ${schema.options.join(', ')}`
  if (schema instanceof z.ZodObject) return `an object with${fieldsOf(schema)}`
  if (schema instanceof z.ZodRecord) return 'an object, of which each name is a key that you choose'
  if (schema instanceof z.ZodArray) {
    const element = inWords(schema.element as z.ZodType)
    return `a list${schema.safeParse([]).success ? '' : ' that is not empty'}; each of it is ${element}`
  }
  if (schema instanceof z.ZodBoolean) return 'true or false'
  if (schema instanceof z.ZodNumber)
    return `a ${schema.isInt ? 'whole ' : ''}number${bounds(schema.minValue, schema.maxValue)}`
  if (schema instanceof z.ZodString)
    return schema.maxLength === null
      ? `a text${schema.minLength ? ' that is not empty' : ''}`
      : `a text of ${schema.minLength ?? 0} to ${schema.maxLength} characters`
  throw new Error(`No words for a schema of type ${schema.def.type}.`)
}

/** The fields of an object, those that may be left out last. */
function fieldsOf({ shape }: z.ZodObject): string {
  const names = Object.keys(shape)
  const isOptional = (name: string) => shape[name] instanceof z.ZodOptional
  const optional = names.filter(isOptional).map((name) => `\`${name}\``)
  const required = names.filter((name) => !isOptional(name)).map((name) => `\`${name}\``)
  if (optional.length === 0) return ` ${required.join(', ')}`
  const more = `, if you like, ${optional.join(', ')}`
  return required.length === 0 ? more : ` ${required.join(', ')} and${more}`
}

function bounds(least: number | null, most: number | null): string {
  // A whole number that nothing bounds is bounded by what a number can hold.
  const [from, to] = [least, most].map((bound) => (Number.isSafeInteger(bound) ? bound : null)) as [
    number | null,
    number | null,
  ]
  const isOpen = to === null || to === Number.MAX_SAFE_INTEGER
  if (from === null || from === Number.MIN_SAFE_INTEGER) return isOpen ? '' : ` of at most ${to}`
  return isOpen ? ` from ${from}` : ` from ${from} to ${to}`
}
