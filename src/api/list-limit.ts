import {
  defaultFieldResolver,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isCompositeType,
  isIntrospectionType,
  isListType,
  isObjectType,
} from 'graphql'
import { ClaimgraphError } from '../domain/claimgraph-error.ts'

/**
 * Counts the entries of lists as they come, and ends an operation that comes to too many: the cost of a query takes lists
 * whose size no argument says to be short, and an article of fifty versions, asked for the versions of its versions, is
 * not. Once there are too many, every further list of the operation fails at once.
 *
 * @param schema whose resolvers are changed in place
 */
export function limitLists(schema: GraphQLSchema, maxEntries: number): GraphQLSchema {
  // The context is the operation's own.
  const operations = new WeakMap<object, { entries: number; tooMany?: ClaimgraphError }>()

  function counted(list: unknown, context: object): unknown {
    const operation = operations.get(context) ?? { entries: 0 }
    operations.set(context, operation)
    operation.entries += Array.isArray(list) ? list.length : 0
    if (operation.entries > maxEntries) operation.tooMany ??= tooManyEntries(maxEntries, operation.entries)
    if (operation.tooMany) throw operation.tooMany
    return list
  }

  for (const type of Object.values(schema.getTypeMap()))
    if (isObjectType(type) && !isIntrospectionType(type))
      for (const field of Object.values(type.getFields()))
        if (isListType(getNullableType(field.type)) && isCompositeType(getNamedType(field.type))) {
          const resolve = field.resolve ?? defaultFieldResolver
          field.resolve = (source, args, context, info) => {
            const list = resolve(source, args, context, info)
            return list instanceof Promise
              ? list.then((entries) => counted(entries, context))
              : counted(list, context)
          }
        }
  return schema
}

const tooManyEntries = (limit: number, found: number) =>
  new ClaimgraphError(
    'QUERY_TOO_EXPENSIVE',
    `The lists of the answer have more than ${limit.toLocaleString('en')} entries in all. Ask for fewer levels, or in several queries.`,
    { limit, found },
  )
