import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from '@jest/globals'
import {
  buildSchema,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLObjectType,
  getNamedType,
  isAbstractType,
  isEnumType,
  isLeafType,
  isRequiredArgument,
} from 'graphql'
import { FOREVER } from '../../src/domain/instant.ts'
import { ingestArticle } from '../../src/ingest/ingest-article.ts'
import { edited, mail, paper, statementOf, wire } from '../store/harbour-documents.ts'
import { Deciders, demonstrationDocument, demonstrationDocuments } from '../support/demonstration.ts'
import { useTestApi } from '../support/test-api.ts'
import { useTestDatabase } from '../support/test-database.ts'

/**
 * Nothing hidden leaks. The test follows the schema: from the fields of Query to every record that they lead to, and
 * from each record along every field of its type, until nothing new comes. A field that is added is walked without
 * being named here; one that needs an argument has to be told how to ask.
 */
const graph = useTestDatabase()
const api = useTestApi(graph, undefined, { maxQueryCost: 10_000_000 })
const schema = buildSchema(readFileSync(new URL('../../schema.graphql', import.meta.url), 'utf8'))

/** Where a hidden statement shows with its status, as the design has it; a hidden claim, where it is spoken of. */
const EXCEPTIONS: Readonly<Record<string, 'Statement' | 'Claim' | 'both'>> = {
  'Statement.revises': 'Statement',
  'Statement.revisedBy': 'Statement',
  'CorrectionEffect.statement': 'Statement',
  'Review.subject': 'Statement',
  'Review.citedStatements': 'Statement',
  'TimelineEvent.statement': 'Statement',
  'TimelineEvent.subject': 'Statement',
  'Judgement.left': 'both',
  'Judgement.right': 'both',
  'Change.before': 'Claim',
  'Change.after': 'Claim',
  // A root that was taken back is listed, with the statements that were.
  'Origin.statements': 'Statement',
  // What somebody answers need not be said by anybody.
  'StatementResponse.to': 'Claim',
}

/** What the walk has come to, by type. */
type Found = ReadonlyMap<string, ReadonlySet<string>>
const idsOf = (found: Found, ...types: string[]) => types.flatMap((type) => [...(found.get(type) ?? [])])

/** How to ask fields of Query that need an argument: each text is one way. */
const ASKING: Readonly<Record<string, (found: Found) => readonly string[]>> = {
  node: () => [],
  nodes: () => [],
  article: (found) => idsOf(found, 'Article').map((id) => `id: "${id}"`),
  statement: (found) => idsOf(found, 'Statement').map((id) => `id: "${id}"`),
  claim: (found) => idsOf(found, 'Claim').map((id) => `id: "${id}"`),
  agent: (found) => idsOf(found, ...AGENTS).map((id) => `id: "${id}"`),
  occasion: (found) => idsOf(found, 'Occasion').map((id) => `id: "${id}"`),
  trace: (found) => idsOf(found, 'Claim', 'Statement').map((id) => `id: "${id}"`),
  search: () => hiddenWords.map((words) => `text: ${JSON.stringify(words)}, first: 100`),
  checkQuote: () => hiddenWords.map((words) => `text: ${JSON.stringify(words)}, first: 100`),
  compareCoverage: (found) => [
    `articles: ${JSON.stringify(idsOf(found, 'Article').slice(0, 50))}, first: 100`,
    // A row of a claim alone compares what the row of all compares: those of hidden statements, and some others.
    ...idsOf(found, 'Claim')
      .filter((id, index) => claimsOfHidden.has(id) || index % 8 === 0)
      .map((id) => `claim: "${id}", first: 100`),
    ...idsOf(found, 'Occasion').map((id) => `occasion: "${id}", first: 100`),
  ],
}

const AGENTS = schema.getPossibleTypes(schema.getType('Agent') as never).map(({ name }) => name)
const NODES = schema.getPossibleTypes(schema.getType('Node') as never)
const isNode = (type: GraphQLNamedType) => NODES.includes(type as GraphQLObjectType)

/** Records of a type asked for at once; and ways to ask a field of Query, which are answered side by side. */
const BATCH = 25
const SIDE_BY_SIDE = 5

/** Hidden ids with their type, and the words of the hidden statements. */
const hidden = new Map<string, 'Statement' | 'Claim'>()
let hiddenWords: readonly string[] = []
const claimsOfHidden = new Set<string>()

/** Each kind of link, with the end at which a statement is hidden while the other end shows. */
const LINKS = [
  ['REVISES', 'source'],
  ['REVISES', 'target'],
  ['RESPONDS_TO', 'source'],
  ['RESPONDS_TO', 'target'],
  ['SUPPORTS', 'target'],
] as const
const linksBetween = (type: string, condition: string, end: 'source' | 'target') =>
  graph.cypher<{ id: string }>(
    `MATCH (from:Statement)-[:${type} {to: $forever}]->(to:Statement)
     MATCH (from)-[:HAS_STATE]->(source {to: $forever}) MATCH (to)-[:HAS_STATE]->(target {to: $forever})
     WHERE ${condition} RETURN ${end}.statementId AS id ORDER BY id`,
    { forever: FOREVER },
  )

beforeAll(async () => {
  // The one kind of agent that the demonstration set has none of.
  const group = edited(mail(), (document) => {
    Object.assign(document.agents!.lind as object, { kind: 'GROUP' })
    // And a claim that somebody answers and nobody makes.
    document.claims!.unsaid = { key: 'unsaid', text: 'The ferry was empty.' }
    const answers = statementOf(document, 'The ferry did not sink').respondsTo as object[]
    answers.push({ stance: 'QUESTIONS', claim: 'unsaid' })
  })
  for (const document of [...demonstrationDocuments(), wire(), paper(), group])
    await ingestArticle(graph.database, document)
  const deciders = new Deciders(api)
  for (const [type, end] of LINKS) {
    const [row] = await linksBetween(type, "source.status = 'ACCEPTED' AND target.status = 'ACCEPTED'", end)
    await api.data(
      'mutation ($id: ID!) { setStatementStatus(statement: $id, status: REJECTED) { status } }',
      row as { id: string },
    )
  }
  // Retracted by their outlets, superseded by a second version, moved to a claim of its own and reviewed.
  await deciders.step('G')
  await ingestArticle(graph.database, demonstrationDocument('04-daily-lantern-v2.json'))
  await deciders.step('K')
  const [rejected, other] = (await graph.cypher<{ id: string; claim: string }>(
    `MATCH (s:StatementState {status: 'REJECTED', to: $forever}) RETURN s.statementId AS id, s.claimId AS claim ORDER BY id`,
    { forever: FOREVER },
  )) as [{ id: string; claim: string }, { id: string; claim: string }]
  const [shown] = await graph.cypher<{ id: string; claim: string }>(
    `MATCH (s:StatementState {status: 'ACCEPTED', to: $forever}) WHERE s.claimId <> $claim
       AND EXISTS { MATCH (other:StatementState {claimId: s.claimId, to: $forever}) WHERE other <> s }
     RETURN s.statementId AS id, s.claimId AS claim ORDER BY id LIMIT 1`,
    { forever: FOREVER, claim: rejected.claim },
  )
  const judge = (kind: string, left: string, right: string) =>
    api.data('mutation ($input: JudgeInput!) { judge(input: $input) { id } }', {
      input: { kind, left, right, verdict: 'POSITIVE' },
    })
  await judge('SAME_UTTERANCE', rejected.id, shown!.id)
  await judge('SAME_UTTERANCE', shown!.id, other.id)
  // To a claim of its own; a shown one back again, so that its own claim is left behind.
  const regroup = (statement: string, claim: string | null) =>
    api.data(
      'mutation ($statement: ID!, $claim: ID) { regroupStatement(statement: $statement, claim: $claim) { id } }',
      { statement, claim },
    )
  await regroup(rejected.id, null)
  await regroup(shown!.id, null)
  await regroup(shown!.id, shown!.claim)
  await api.data('mutation ($input: ReviewInput!) { addReview(input: $input) { id } }', {
    input: {
      subject: shown!.id,
      publisherName: 'Halvania Checks',
      rating: 'Wrong',
      citedStatements: [rejected.id],
    },
  })

  const isHidden = (end: string) => `NOT ${end}.status IN ['PROPOSED', 'ACCEPTED']`
  for (const [type, end] of LINKS) {
    const other = end === 'source' ? 'target' : 'source'
    const across = await linksBetween(type, `${isHidden(end)} AND NOT ${isHidden(other)}`, end)
    expect([type, end, across.length > 0]).toEqual([type, end, true])
  }
  const statements = await graph.cypher<{ id: string; claim: string; text: string }>(
    `MATCH (s:StatementState {to: $forever}) WHERE NOT s.status IN ['PROPOSED', 'ACCEPTED']
     RETURN s.statementId AS id, s.claimId AS claim, s.text AS text`,
    { forever: FOREVER },
  )
  const claims = await graph.cypher<{ id: string }>(
    'MATCH (c:ClaimState {to: $forever, visible: false}) WHERE c.recordedDescending IS NOT NULL RETURN c.claimId AS id',
    { forever: FOREVER },
  )
  for (const { id } of statements) hidden.set(id, 'Statement')
  for (const { id } of claims) hidden.set(id, 'Claim')
  for (const { claim } of statements) claimsOfHidden.add(claim)
  hiddenWords = statements.map(({ text }) => text.split(' … ')[0]!.slice(0, 200))
}, 600_000)

/** The fields of an object with all that is below them, down to the next records, of which the id alone is asked for. */
function selectionOf(type: GraphQLNamedType, within: readonly string[] = []): string {
  if (isLeafType(type)) return ''
  if (isNode(type)) return '{ __typename id }'
  if (isAbstractType(type)) return '{ __typename ... on Node { id } }'
  return `{ __typename ${fieldsOf(type as GraphQLObjectType, within)} }`
}

function fieldsOf(type: GraphQLObjectType, within: readonly string[] = []): string {
  return Object.values(type.getFields())
    .filter((field) => !within.includes(getNamedType(field.type).name))
    .map(
      (field) =>
        `${field.name}${argumentsOf(field, type)} ${selectionOf(getNamedType(field.type), [...within, type.name])}`,
    )
    .join(' ')
}

function argumentsOf(field: GraphQLField<unknown, unknown>, type: GraphQLObjectType): string {
  if (field.args.some(isRequiredArgument))
    throw new Error(`say in ASKING how to ask ${type.name}.${field.name}`)
  return field.args.some(({ name }) => name === 'first') ? '(first: 100)' : ''
}

/** Every way to ask a field of Query. */
function waysToAsk(field: GraphQLField<unknown, unknown>, found: Found): readonly string[] {
  const asking = ASKING[field.name]
  if (asking) return asking(found)
  argumentsOf(field, schema.getQueryType()!)
  const order = field.args.find(({ name }) => name === 'orderBy')
  const orders = order ? getNamedType(order.type) : null
  const first = field.args.some(({ name }) => name === 'first') ? ['first: 100'] : []
  return isEnumType(orders)
    ? orders.getValues().map(({ name }) => [...first, `orderBy: ${name}`].join(', '))
    : [first.join('')]
}

interface Walk {
  readonly found: Map<string, Set<string>>
  readonly leaks: Set<string>
  readonly exceptions: Set<string>
  readonly miscounted: Set<string>
}

/** Looks through an answer: notes the records in it, and where a hidden one is. `label` names the last field. */
function look(value: unknown, label: string, walk: Walk, path = label): void {
  if (Array.isArray(value)) for (const one of value) look(one, label, walk, path)
  else if (typeof value === 'string' && hidden.has(value)) {
    const kind = hidden.get(value)!
    if (EXCEPTIONS[label] === kind || EXCEPTIONS[label] === 'both') walk.exceptions.add(`${kind} at ${label}`)
    else walk.leaks.add(`${kind} at ${path}`)
  } else if (value !== null && typeof value === 'object') {
    const { __typename: type, ...fields } = value as { __typename?: string; [field: string]: unknown }
    if (type && isNode(schema.getType(type)!) && !hidden.has(fields.id as string)) {
      const ofType = walk.found.get(type) ?? new Set()
      walk.found.set(type, ofType.add(fields.id as string))
    }
    checkCount(fields, path, walk)
    for (const [name, inner] of Object.entries(fields))
      if (name === 'id' && type && isNode(schema.getType(type)!)) look(inner, label, walk, path)
      else look(inner, `${type}.${name}`, walk, `${path} > ${type}.${name}`)
  }
}

/** A whole list has as many as it says. */
function checkCount({ totalCount, nodes, pageInfo }: Record<string, unknown>, path: string, walk: Walk) {
  const { hasNextPage, hasPreviousPage } = (pageInfo ?? {}) as Record<string, boolean>
  if (totalCount === undefined || hasNextPage || hasPreviousPage) return
  if ((nodes as unknown[]).length !== totalCount) walk.miscounted.add(path)
}

test('no field of the schema leads from what is shown to what is hidden, but for the exceptions', async () => {
  expect([...new Set(hidden.values())].sort()).toEqual(['Claim', 'Statement'])
  const walk: Walk = { found: new Map(), leaks: new Set(), exceptions: new Set(), miscounted: new Set() }
  const fields = Object.values(schema.getQueryType()!.getFields())
  const askRoots = async (roots: readonly GraphQLField<unknown, unknown>[]) => {
    for (const field of roots)
      for (const ways of batched(waysToAsk(field, walk.found), SIDE_BY_SIDE)) {
        const query = ways.map(
          (args, index) =>
            `a${index}: ${field.name}${args ? `(${args})` : ''} ${selectionOf(getNamedType(field.type))}`,
        )
        const answer = await api.data<Record<string, unknown>>(`{ ${query.join('\n')} }`)
        for (const value of Object.values(answer)) look(value, `Query.${field.name}`, walk)
      }
  }
  // Lists first: they bring the ids that the others ask with.
  await askRoots(fields.filter(({ name }) => !(name in ASKING)))
  const walked = new Set<string>()
  for (let more = true; more; ) {
    more = false
    for (const [type, ids] of [...walk.found])
      for (const batch of batched([...ids].filter((id) => !walked.has(id)))) {
        more = true
        for (const id of batch) walked.add(id)
        const own = fieldsOf(schema.getType(type) as GraphQLObjectType)
        const { nodes } = await api.data<{ nodes: Record<string, unknown>[] }>(
          `query ($ids: [ID!]!) { nodes(ids: $ids) { __typename ... on ${type} { ${own} } } }`,
          { ids: batch },
        )
        expect(nodes.map((node) => node?.id)).toEqual(batch)
        for (const { __typename: _, id: __, ...below } of nodes)
          for (const [name, value] of Object.entries(below)) look(value, `${type}.${name}`, walk)
      }
  }
  await askRoots(fields.filter(({ name }) => name in ASKING))

  expect([...walk.leaks].sort()).toEqual([])
  expect([...walk.miscounted].sort()).toEqual([])
  // The walk came everywhere, and no exception is made for nothing.
  expect([...walk.found.keys()].sort()).toEqual(NODES.map(({ name }) => name).sort())
  const excepted = Object.entries(EXCEPTIONS).flatMap(([label, kind]) =>
    (kind === 'both' ? ['Statement', 'Claim'] : [kind]).map((one) => `${one} at ${label}`),
  )
  expect([...walk.exceptions].sort()).toEqual(excepted.sort())
}, 900_000)

function batched<Item>(items: readonly Item[], size = BATCH): Item[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  )
}

describe('looked up by its id, or asked for by its status', () => {
  test('every hidden statement shows with its status', async () => {
    const ids = [...hidden].filter(([, kind]) => kind === 'Statement').map(([id]) => id)
    const { nodes, node, statement, statements } = await api.data<{
      nodes: { status: string }[]
      node: { status: string }
      statement: { status: string }
      statements: { nodes: { id: string }[] }
    }>(
      `query ($ids: [ID!]!, $one: ID!) { nodes(ids: $ids) { ... on Statement { status claim { id } } }
        node(id: $one) { ... on Statement { status } } statement(id: $one) { status }
        statements(first: 100, filter: { status: [REJECTED, RETRACTED, SUPERSEDED] }) { nodes { id } } }`,
      { ids, one: ids[0] },
    )
    expect([node, statement]).toEqual([{ status: nodes[0]!.status }, { status: nodes[0]!.status }])
    expect([...new Set(nodes.map(({ status }) => status))].sort()).toEqual([
      'REJECTED',
      'RETRACTED',
      'SUPERSEDED',
    ])
    expect(statements.nodes.map(({ id }) => id).sort()).toEqual(ids.sort())
  })
})
