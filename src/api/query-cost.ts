import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  GraphQLIncludeDirective,
  type GraphQLNamedType,
  type GraphQLSchema,
  GraphQLSkipDirective,
  getDirectiveValues,
  getNamedType,
  getNullableType,
  isAbstractType,
  isListType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  SchemaMetaFieldDef,
  type SelectionNode,
  type SelectionSetNode,
  TypeMetaFieldDef,
  valueFromASTUntyped,
} from 'graphql'
import { MAX_COMPARED_ARTICLES } from '../domain/coverage.ts'
import { DEFAULT_PAGE_SIZE, MAX_PAGE_SIZE } from '../domain/page.ts'
import { DEFAULT_TRACE_LIMIT, MAX_TRACE_LIMIT } from './trace-resolvers.ts'

/** Arguments that say how many entries a list has: how many without them, and above what the resolvers refuse. */
const SLICING_ARGUMENTS: Readonly<Record<string, { readonly usual: number; readonly most: number }>> = {
  first: { usual: DEFAULT_PAGE_SIZE, most: MAX_PAGE_SIZE },
  limit: { usual: DEFAULT_TRACE_LIMIT, most: MAX_TRACE_LIMIT },
}

/** How many entries a list has that no argument limits, such as `chain` and `by`: nearly all in the seeds have fewer. */
export const ASSUMED_LIST_SIZE = 3

/** Lists that are longer: what grows with the articles that are compared; and the types, a third of which have fields. */
const LIST_SIZES: Readonly<Record<string, number>> = {
  '__Schema.types': 40,
  'Coverage.articles': MAX_COMPARED_ARTICLES,
  'CoverageRow.statements': MAX_COMPARED_ARTICLES,
  'CoverageRow.missingFrom': MAX_COMPARED_ARTICLES,
  'CoverageRow.drift': MAX_COMPARED_ARTICLES,
}

/**
 * What is waited for, whether or not it is there already, takes the time and the memory of five values: a record, a page,
 * and what is worked out.
 */
export const LOAD_COST = 5

/** What costs more than one value, beside records and pages. An article's text is as long as a hundred values. */
const VALUE_COSTS: Readonly<Record<string, number>> = {
  'ArticleVersion.text': 100,
  'Claim.corroboration': LOAD_COST,
  'Article.sourcing': LOAD_COST,
}

/** A query to the database takes the time of a thousand values. */
export const READ_COST = 1_000

type Variables = Readonly<Record<string, unknown>>

interface Cost {
  /** In the answer: lists, objects and what stands in them, by what each costs. */
  readonly values: number
  /** Of the database: one for all parents of a level, which are read together. */
  readonly reads: number
}

const NOTHING: Cost = { values: 0, reads: 0 }

/**
 * What an operation can cost, in values of its answer, from its text alone. Every page counts as full, every list
 * without an argument for its size as one of `ASSUMED_LIST_SIZE`, every fragment as if its type were the one that came.
 * Fields that read by themselves, those of the root and those with an argument for the size of a list, cost
 * `READ_COST` more, once for all their parents. Introspection counts like the rest: it can be multiplied as well.
 *
 * By our own code: graphql-armor's limit takes no account of pages, and graphql-query-complexity gives the size of a page
 * to what stands beside its nodes too, such as `totalCount`.
 *
 * @param document valid for the schema
 * @param variables coerced
 */
export function costOfOperation(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Variables,
): number {
  const fragments = new Map<string, FragmentDefinitionNode>()
  for (const definition of document.definitions)
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition)
  const root = schema.getRootType(operation.operation)
  // Fragments that spread others twice are as many as the powers of two if each is walked where it is spread.
  const costsOfFragments = new Map<string, Cost>()

  /** @param page how many entries the lists in these selections have, where the field above them says it */
  function ofSelections(
    set: SelectionSetNode,
    type: GraphQLNamedType | undefined,
    page: number | null,
  ): Cost {
    let [values, reads] = [0, 0]
    for (const selection of set.selections) {
      const cost = ofSelection(selection, type, page)
      values += cost.values
      reads += cost.reads
    }
    return { values, reads }
  }

  function ofSelection(selection: SelectionNode, type: GraphQLNamedType | undefined, page: number | null) {
    if (!isIncluded(selection, variables)) return NOTHING
    if (selection.kind === Kind.FIELD) return ofField(selection, type, page)
    if (selection.kind === Kind.FRAGMENT_SPREAD) return ofFragment(selection.name.value, page)
    const { typeCondition, selectionSet } = selection
    return ofSelections(selectionSet, typeCondition ? schema.getType(typeCondition.name.value) : type, page)
  }

  function ofFragment(name: string, page: number | null): Cost {
    const key = `${name} ${page}`
    const known = costsOfFragments.get(key)
    if (known) return known
    const { selectionSet, typeCondition } = fragments.get(name)!
    const cost = ofSelections(selectionSet, schema.getType(typeCondition.name.value), page)
    costsOfFragments.set(key, cost)
    return cost
  }

  function ofField(node: FieldNode, type: GraphQLNamedType | undefined, page: number | null): Cost {
    const field = fieldOf(type, node.name.value)
    if (field === undefined) return { values: 1, reads: 0 }
    const place = `${type?.name}.${field.name}`
    const asked = sizeAsked(field, node, variables)
    const isList = isListType(getNullableType(field.type))
    const below = node.selectionSet
      ? ofSelections(node.selectionSet, getNamedType(field.type), isList ? null : asked)
      : NOTHING
    const entries = asked ?? LIST_SIZES[place] ?? page ?? ASSUMED_LIST_SIZE
    const isLoaded = isRecord(getNamedType(field.type)) || (asked !== null && !isList)
    const one = isLoaded ? LOAD_COST : (VALUE_COSTS[place] ?? 1)
    return {
      values: isList ? 1 + entries * (one + below.values) : one + below.values,
      reads: below.reads + (type === root || asked !== null ? 1 : 0),
    }
  }

  const { values, reads } = ofSelections(operation.selectionSet, root ?? undefined, null)
  return Math.min(values + reads * READ_COST, Number.MAX_SAFE_INTEGER)
}

/** None of `__typename`, which every type has. */
function fieldOf(
  type: GraphQLNamedType | undefined,
  name: string,
): GraphQLField<unknown, unknown> | undefined {
  if (name === SchemaMetaFieldDef.name) return SchemaMetaFieldDef
  if (name === TypeMetaFieldDef.name) return TypeMetaFieldDef
  return type !== undefined && 'getFields' in type
    ? (type.getFields()[name] as GraphQLField<unknown, unknown> | undefined)
    : undefined
}

/** Abstract types stand for records alone. */
const isRecord = (type: GraphQLNamedType): boolean =>
  isAbstractType(type) || (isObjectType(type) && type.getInterfaces().some(({ name }) => name === 'Node'))

/** The entries that a field's arguments ask for: of the list that it is, or of those right below it. */
function sizeAsked(
  { args }: GraphQLField<unknown, unknown>,
  node: FieldNode,
  variables: Variables,
): number | null {
  const given = (name: string) => {
    const argument = node.arguments?.find((each) => each.name.value === name)
    return argument && valueFromASTUntyped(argument.value, variables)
  }
  for (const { name } of args) {
    const slicing = SLICING_ARGUMENTS[name]
    if (slicing) return Math.min(Math.max(Number(given(name) ?? slicing.usual), 0), slicing.most)
    const ids = name === 'ids' ? given(name) : null
    if (Array.isArray(ids)) return ids.length
  }
  return null
}

const isIncluded = (selection: SelectionNode, variables: Variables) =>
  getDirectiveValues(GraphQLSkipDirective, selection, variables)?.if !== true &&
  getDirectiveValues(GraphQLIncludeDirective, selection, variables)?.if !== false
