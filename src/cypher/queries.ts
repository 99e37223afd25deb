// Generated from cypher/read and cypher/write by `npx tsx src/codegen/cypher-queries.ts`. Change the files there.
import type { Query } from './query.ts'
import type { AgentProperties, ArticleProperties, ArticleVersionProperties, ClaimProperties, StatementProperties } from './shapes.ts'

export interface AgentsParams {
  /** agent kinds, or null */
  readonly kinds: unknown
  /** case folded, contained in a name */
  readonly text: string | null
  readonly known: string
  /** the sort key to go on after */
  readonly after: string
  readonly limit: number
}

export interface AgentsRow {
  readonly sortKey: string
  readonly state: AgentProperties
}

/** One page of agents by name. */
export const agents: Query<AgentsParams, AgentsRow> = {
  name: 'agents',
  mode: 'READ',
  columns: ['sortKey', 'state'],
  parameters: { kinds: 'any', text: 'string', known: 'string', after: 'string', limit: 'integer' },
  text: `MATCH (state:AgentState)
USING INDEX SEEK state:AgentState(nameKey)
WHERE state.nameKey > $given.after
  AND state.from <= $given.known AND $given.known < state.to
  AND ($given.kinds IS NULL OR state.kind IN $given.kinds)
  AND ($given.text IS NULL OR state.foldedNames CONTAINS $given.text)
RETURN state.nameKey AS sortKey, properties(state) AS state
ORDER BY sortKey
LIMIT $given.limit`,
}

export interface AgentsByKeyParams {
  /** as written by put: "name …" with letter case folded, or "same …" */
  readonly key: string
  readonly known: string
}

export interface AgentsByKeyRow {
  readonly state: AgentProperties
}

/** Agents by a whole name or alias, or by an address that stands for them. Unnamed sources have no such keys. */
export const agentsByKey: Query<AgentsByKeyParams, AgentsByKeyRow> = {
  name: 'agents-by-key',
  mode: 'READ',
  columns: ['state'],
  parameters: { key: 'string', known: 'string' },
  text: `MATCH (:AgentKey {id: $given.key})<-[edge:IDENTIFIED_BY]-(:Agent)-[:HAS_STATE]->(state:AgentState)
WHERE edge.from <= $given.known AND $given.known < edge.to AND state.from <= $given.known AND $given.known < state.to
RETURN properties(state) AS state
ORDER BY state.nameKey`,
}

export interface AnchorsByStatementParams {
  readonly statements: readonly string[]
  readonly known: string
}

export interface AnchorsByStatementRow {
  readonly statementId: string
  readonly versionId: string
  /** of the version */
  readonly number: number
  /** spans, as parallel lists */
  readonly anchor: Record<string, unknown>
}

/** Where the content and the quoted words of each statement stand, in each version of its article that has them. */
export const anchorsByStatement: Query<AnchorsByStatementParams, AnchorsByStatementRow> = {
  name: 'anchors-by-statement',
  mode: 'READ',
  columns: ['statementId', 'versionId', 'number', 'anchor'],
  parameters: { statements: '[string]', known: 'string' },
  text: `UNWIND $given.statements AS statementId
MATCH (:Statement {id: statementId})-[anchor:ANCHORED_IN]->(version:ArticleVersion)
WHERE anchor.from <= $given.known AND $given.known < anchor.to
RETURN statementId, version.id AS versionId, version.number AS number, properties(anchor) AS anchor`,
}

export type AppliedSchemaFilesParams = Record<string, never>

export interface AppliedSchemaFilesRow {
  readonly version: number
  readonly name: string
  readonly checksum: string
  readonly appliedAt: string
}

/** The schema files that were applied to this database. */
export const appliedSchemaFiles: Query<AppliedSchemaFilesParams, AppliedSchemaFilesRow> = {
  name: 'applied-schema-files',
  mode: 'READ',
  columns: ['version', 'name', 'checksum', 'appliedAt'],
  parameters: {},
  text: `MATCH (file:SchemaFile)
RETURN file.version AS version, file.name AS name, file.checksum AS checksum, file.appliedAt AS appliedAt
ORDER BY version`,
}

export interface ArticleVersionTextsParams {
  readonly ids: readonly string[]
}

export interface ArticleVersionTextsRow {
  readonly id: string
  readonly text: string
}

/** What versions of articles say. It never changes, so no moment is asked for. */
export const articleVersionTexts: Query<ArticleVersionTextsParams, ArticleVersionTextsRow> = {
  name: 'article-version-texts',
  mode: 'READ',
  columns: ['id', 'text'],
  parameters: { ids: '[string]' },
  text: `UNWIND $given.ids AS id
MATCH (version:ArticleVersion {id: id})
RETURN id, version.text AS text`,
}

export interface ArticleVersionsByArticleParams {
  readonly articles: readonly string[]
  readonly known: string
}

export interface ArticleVersionsByArticleRow {
  readonly articleId: string
  readonly state: ArticleVersionProperties
}

/** The versions of each article, oldest first. */
export const articleVersionsByArticle: Query<ArticleVersionsByArticleParams, ArticleVersionsByArticleRow> = {
  name: 'article-versions-by-article',
  mode: 'READ',
  columns: ['articleId', 'state'],
  parameters: { articles: '[string]', known: 'string' },
  text: `UNWIND $given.articles AS articleId
MATCH (:Article {id: articleId})<-[:VERSION_OF]-(version:ArticleVersion)-[:HAS_STATE]->(state:ArticleVersionState)
WHERE state.from <= $given.known AND $given.known < state.to
RETURN articleId, properties(state) AS state
ORDER BY articleId, version.number, version.id`,
}

export interface ArticlesParams {
  /** BCP 47 tags, or null */
  readonly languages: unknown
  /** a date range {from, to, match}, or null */
  readonly published: unknown
  readonly known: string
  /** the sort key to go on after */
  readonly after: string
  readonly limit: number
}

export interface ArticlesRow {
  readonly sortKey: string
  readonly state: ArticleProperties
}

/** One page of all articles that have a version, along the index of the order. */
export const articles: Readonly<Record<'PUBLISHED_DESC' | 'PUBLISHED_ASC', Query<ArticlesParams, ArticlesRow>>> = {
  PUBLISHED_DESC: {
    name: 'articles.PUBLISHED_DESC',
    mode: 'READ',
    columns: ['sortKey', 'state'],
    parameters: { languages: 'any', published: 'any', known: 'string', after: 'string', limit: 'integer' },
    text: `MATCH (state:ArticleState)
USING INDEX SEEK state:ArticleState(publishedDescending)
WHERE state.publishedDescending < $given.after
  AND state.from <= $given.known AND $given.known < state.to
  AND
  ($given.languages IS NULL OR state.language IN $given.languages)
  AND ($given.published IS NULL OR CASE
    WHEN state.publishedEarliest IS NULL AND state.publishedLatest IS NULL THEN false
    WHEN $given.published.match = 'CERTAIN' THEN
      ($given.published.from IS NULL OR coalesce(state.publishedEarliest >= $given.published.from, false))
      AND ($given.published.to IS NULL OR coalesce(state.publishedLatest <= $given.published.to, false))
    ELSE coalesce(state.publishedLatest >= $given.published.from, true)
      AND coalesce(state.publishedEarliest <= $given.published.to, true)
  END)
RETURN state.publishedDescending AS sortKey, properties(state) AS state
ORDER BY sortKey DESC
LIMIT $given.limit`,
  },
  PUBLISHED_ASC: {
    name: 'articles.PUBLISHED_ASC',
    mode: 'READ',
    columns: ['sortKey', 'state'],
    parameters: { languages: 'any', published: 'any', known: 'string', after: 'string', limit: 'integer' },
    text: `MATCH (state:ArticleState)
USING INDEX SEEK state:ArticleState(publishedAscending)
WHERE state.publishedAscending > $given.after
  AND state.from <= $given.known AND $given.known < state.to
  AND
  ($given.languages IS NULL OR state.language IN $given.languages)
  AND ($given.published IS NULL OR CASE
    WHEN state.publishedEarliest IS NULL AND state.publishedLatest IS NULL THEN false
    WHEN $given.published.match = 'CERTAIN' THEN
      ($given.published.from IS NULL OR coalesce(state.publishedEarliest >= $given.published.from, false))
      AND ($given.published.to IS NULL OR coalesce(state.publishedLatest <= $given.published.to, false))
    ELSE coalesce(state.publishedLatest >= $given.published.from, true)
      AND coalesce(state.publishedEarliest <= $given.published.to, true)
  END)
RETURN state.publishedAscending AS sortKey, properties(state) AS state
ORDER BY sortKey ASC
LIMIT $given.limit`,
  },
}

export interface ArticlesByOutletParams {
  readonly outlets: readonly string[]
  /** BCP 47 tags, or null */
  readonly languages: unknown
  /** a date range {from, to, match}, or null */
  readonly published: unknown
  readonly known: string
  /** the sort key to go on after */
  readonly after: string
  /** for each outlet */
  readonly limit: number
}

export interface ArticlesByOutletRow {
  readonly anchor: string
  readonly sortKey: string
  readonly state: ArticleProperties
}

/** One page of the articles of each outlet, along the index of the order. */
export const articlesByOutlet: Readonly<Record<'PUBLISHED_DESC' | 'PUBLISHED_ASC', Query<ArticlesByOutletParams, ArticlesByOutletRow>>> = {
  PUBLISHED_DESC: {
    name: 'articles-by-outlet.PUBLISHED_DESC',
    mode: 'READ',
    columns: ['anchor', 'sortKey', 'state'],
    parameters: { outlets: '[string]', languages: 'any', published: 'any', known: 'string', after: 'string', limit: 'integer' },
    text: `UNWIND $given.outlets AS anchor
CALL (anchor) {
  MATCH (state:ArticleState)
  USING INDEX SEEK state:ArticleState(outletId, publishedDescending)
  WHERE state.outletId = anchor AND state.publishedDescending < $given.after
    AND state.from <= $given.known AND $given.known < state.to
    AND
    ($given.languages IS NULL OR state.language IN $given.languages)
    AND ($given.published IS NULL OR CASE
      WHEN state.publishedEarliest IS NULL AND state.publishedLatest IS NULL THEN false
      WHEN $given.published.match = 'CERTAIN' THEN
        ($given.published.from IS NULL OR coalesce(state.publishedEarliest >= $given.published.from, false))
        AND ($given.published.to IS NULL OR coalesce(state.publishedLatest <= $given.published.to, false))
      ELSE coalesce(state.publishedLatest >= $given.published.from, true)
        AND coalesce(state.publishedEarliest <= $given.published.to, true)
    END)
  WITH state ORDER BY state.outletId DESC, state.publishedDescending DESC LIMIT $given.limit
  RETURN state.publishedDescending AS sortKey, properties(state) AS properties
}
RETURN anchor, sortKey, properties AS state`,
  },
  PUBLISHED_ASC: {
    name: 'articles-by-outlet.PUBLISHED_ASC',
    mode: 'READ',
    columns: ['anchor', 'sortKey', 'state'],
    parameters: { outlets: '[string]', languages: 'any', published: 'any', known: 'string', after: 'string', limit: 'integer' },
    text: `UNWIND $given.outlets AS anchor
CALL (anchor) {
  MATCH (state:ArticleState)
  USING INDEX SEEK state:ArticleState(outletId, publishedAscending)
  WHERE state.outletId = anchor AND state.publishedAscending > $given.after
    AND state.from <= $given.known AND $given.known < state.to
    AND
    ($given.languages IS NULL OR state.language IN $given.languages)
    AND ($given.published IS NULL OR CASE
      WHEN state.publishedEarliest IS NULL AND state.publishedLatest IS NULL THEN false
      WHEN $given.published.match = 'CERTAIN' THEN
        ($given.published.from IS NULL OR coalesce(state.publishedEarliest >= $given.published.from, false))
        AND ($given.published.to IS NULL OR coalesce(state.publishedLatest <= $given.published.to, false))
      ELSE coalesce(state.publishedLatest >= $given.published.from, true)
        AND coalesce(state.publishedEarliest <= $given.published.to, true)
    END)
  WITH state ORDER BY state.outletId ASC, state.publishedAscending ASC LIMIT $given.limit
  RETURN state.publishedAscending AS sortKey, properties(state) AS properties
}
RETURN anchor, sortKey, properties AS state`,
  },
}

export interface ChainsByStatementParams {
  readonly statements: readonly string[]
  readonly known: string
}

export interface ChainsByStatementRow {
  readonly statementId: string
  readonly position: number
  readonly hopId: string
  /** of an attribution, or of the version that was printed */
  readonly state: Record<string, unknown>
  readonly byIds: string[]
  readonly toIds: string[]
  readonly onBehalfOfIds: string[]
  readonly placeId: string | null
  readonly occasionId: string | null
  readonly citesId: string | null
}

/**
 * The whole attribution chain of each statement, to any depth: the innermost act has position 1, the printing is last.
 * It was printed by the version that its state is of: an act that a newer version has too is by now reported in that one.
 */
export const chainsByStatement: Query<ChainsByStatementParams, ChainsByStatementRow> = {
  name: 'chains-by-statement',
  mode: 'READ',
  columns: ['statementId', 'position', 'hopId', 'state', 'byIds', 'toIds', 'onBehalfOfIds', 'placeId', 'occasionId', 'citesId'],
  parameters: { statements: '[string]', known: 'string' },
  text: `UNWIND $given.statements AS statementId
MATCH (statement:Statement {id: statementId})-[:HAS_STATE]->(own:StatementState)
WHERE own.from <= $given.known AND $given.known < own.to
MATCH path = (statement)-[:REPORTED_IN*]->(reached)
WHERE all(link IN relationships(path) WHERE link.from <= $given.known AND $given.known < link.to)
MATCH (hop:Record {id: CASE WHEN reached:ArticleVersion THEN own.versionId ELSE reached.id END})-[:HAS_STATE]->(state)
WHERE state.from <= $given.known AND $given.known < state.to
RETURN statementId, length(path) AS position, hop.id AS hopId, properties(state) AS state,
  COLLECT {
    MATCH (hop)-[edge:BY]->(agent) WHERE edge.from <= $given.known AND $given.known < edge.to
    RETURN agent.id ORDER BY edge.position
  } AS byIds,
  COLLECT {
    MATCH (hop)-[edge:TO]->(agent) WHERE edge.from <= $given.known AND $given.known < edge.to
    RETURN agent.id ORDER BY edge.position
  } AS toIds,
  COLLECT {
    MATCH (hop)-[edge:ON_BEHALF_OF]->(agent) WHERE edge.from <= $given.known AND $given.known < edge.to
    RETURN agent.id ORDER BY edge.position
  } AS onBehalfOfIds,
  head([(hop)-[edge:AT WHERE edge.from <= $given.known AND $given.known < edge.to]->(place) | place.id]) AS placeId,
  head([(hop)-[edge:ON WHERE edge.from <= $given.known AND $given.known < edge.to]->(occasion) | occasion.id]) AS occasionId,
  head([(hop)-[edge:CITES WHERE edge.from <= $given.known AND $given.known < edge.to]->(article) | article.id]) AS citesId
ORDER BY statementId, position`,
}

export interface CheckChainCopiesParams {
  readonly forever: string
  /** how many ids to name */
  readonly examples: number
}

export interface CheckChainCopiesRow {
  readonly found: number
  readonly examples: string[]
}

/**
 * Statements whose state does not say what their chain says: speakers, those it came through, the one spoken for, the
 * addressees, the claim and the outlet. Hops known from elsewhere do not count.
 */
export const checkChainCopies: Query<CheckChainCopiesParams, CheckChainCopiesRow> = {
  name: 'check-chain-copies',
  mode: 'READ',
  columns: ['found', 'examples'],
  parameters: { forever: 'string', examples: 'integer' },
  text: `MATCH (statement:Statement)-[:HAS_STATE]->(state:StatementState {to: $given.forever})
MATCH (article:Article {id: state.articleId})-[:HAS_STATE]->(printed:ArticleState {to: $given.forever})
WITH statement, state, printed, COLLECT {
  MATCH path = (statement)-[:REPORTED_IN*]->(act:Attribution)-[:HAS_STATE]->(told:AttributionState {to: $given.forever})
  WHERE all(link IN relationships(path)[..-1] WHERE link.to = $given.forever) AND told.basis <> 'EXTERNAL'
  RETURN {
    by: COLLECT { MATCH (act)-[edge:BY {to: $given.forever}]->(agent) RETURN agent.id ORDER BY edge.position },
    to: COLLECT { MATCH (act)-[edge:TO {to: $given.forever}]->(agent) RETURN agent.id ORDER BY edge.position },
    for: COLLECT { MATCH (act)-[edge:ON_BEHALF_OF {to: $given.forever}]->(agent) RETURN agent.id ORDER BY edge.position }
  } ORDER BY length(path)
} AS hops
WITH statement, state, hops,
  CASE WHEN size(hops) > 0 THEN hops[0].by
    WHEN printed.opinion AND size(printed.authorIds) > 0 THEN printed.authorIds
    ELSE [state.outletId] END AS speakers,
  CASE WHEN size(hops) > 0 THEN reduce(ids = [state.outletId], hop IN hops[1..] | ids + hop.by) ELSE [] END AS via,
  CASE WHEN size(hops) > 0 THEN hops[0].for ELSE [] END AS principals,
  reduce(ids = [], hop IN hops | ids + hop.to) AS addressees
WHERE speakers <> state.speakerIds
  OR principals <> state.onBehalfOfIds
  OR any(id IN via WHERE NOT id IN state.viaIds) OR any(id IN state.viaIds WHERE NOT id IN via)
  OR any(id IN addressees WHERE NOT id IN state.addresseeIds) OR any(id IN state.addresseeIds WHERE NOT id IN addressees)
  OR NOT EXISTS { (statement)-[:EXPRESSES {to: $given.forever}]->(:Claim {id: state.claimId}) }
WITH statement.id AS problem
RETURN count(*) AS found, collect(problem)[..$given.examples] AS examples`,
}

export interface CheckClaimsParams {
  /** what is shown */
  readonly statuses: readonly string[]
  readonly forever: string
  /** how many ids to name */
  readonly examples: number
}

export interface CheckClaimsRow {
  readonly found: number
  readonly examples: string[]
}

/** Claims whose visibility or first dates are not those of their shown statements. */
export const checkClaims: Query<CheckClaimsParams, CheckClaimsRow> = {
  name: 'check-claims',
  mode: 'READ',
  columns: ['found', 'examples'],
  parameters: { statuses: '[string]', forever: 'string', examples: 'integer' },
  text: `MATCH (:Claim)-[:HAS_STATE]->(claim:ClaimState {to: $given.forever})
WITH claim, COLLECT {
  MATCH (state:StatementState)
  WHERE state.claimId = claim.claimId AND state.publishedAscending > '' AND state.to = $given.forever
    AND state.status IN $given.statuses
  RETURN state
} AS states
WITH claim, size(states) > 0 AS visible,
  reduce(least = null, state IN states | CASE WHEN least IS NULL OR state.saidAscending < least THEN state.saidAscending ELSE least END) AS said,
  reduce(least = null, state IN states | CASE WHEN least IS NULL OR state.publishedAscending < least THEN state.publishedAscending ELSE least END) AS published
WHERE claim.visible <> visible
  OR (visible AND (left(claim.firstSaidAscending, 24) <> left(said, 24)
    OR left(claim.firstPublishedAscending, 24) <> left(published, 24)))
WITH claim.claimId AS problem
RETURN count(*) AS found, collect(problem)[..$given.examples] AS examples`,
}

export interface CheckEdgeEndsParams {
  /** {type, source, target}: the labels that an edge of this type joins */
  readonly ends: readonly Record<string, unknown>[]
  /** how many ids to name */
  readonly examples: number
}

export interface CheckEdgeEndsRow {
  readonly found: number
  readonly examples: string[]
}

/** Edges that lead from or to a record of the wrong kind. */
export const checkEdgeEnds: Query<CheckEdgeEndsParams, CheckEdgeEndsRow> = {
  name: 'check-edge-ends',
  mode: 'READ',
  columns: ['found', 'examples'],
  parameters: { ends: '[map]', examples: 'integer' },
  text: `MATCH (source:Record)-[edge]->(target:Record)
WITH source, edge, target, [rule IN $given.ends WHERE rule.type = type(edge)] AS rules
WHERE none(rule IN rules WHERE any(label IN labels(source) WHERE label IN rule.source)
  AND any(label IN labels(target) WHERE label IN rule.target))
WITH source.id + ' ' + type(edge) + ' ' + target.id AS problem
RETURN count(*) AS found, collect(problem)[..$given.examples] AS examples`,
}

export interface CheckHopsParams {
  readonly forever: string
  /** how many ids to name */
  readonly examples: number
}

export interface CheckHopsRow {
  readonly found: number
  readonly examples: string[]
}

/**
 * Statements and acts whose chain dangles: each is reported in exactly one next hop, each act has a source, each
 * statement one claim and a place in the text; and acts whose chain runs in a circle.
 */
export const checkHops: Query<CheckHopsParams, CheckHopsRow> = {
  name: 'check-hops',
  mode: 'READ',
  columns: ['found', 'examples'],
  parameters: { forever: 'string', examples: 'integer' },
  text: `CALL (*) {
  MATCH (node:Statement|Attribution)-[:HAS_STATE]->({to: $given.forever})
  WHERE COUNT { (node)-[:REPORTED_IN {to: $given.forever}]->() } <> 1
  RETURN node.id + ' has ' + toString(COUNT { (node)-[:REPORTED_IN {to: $given.forever}]->() }) + ' next hops' AS problem
  UNION ALL
  MATCH (act:Attribution)-[:HAS_STATE]->({to: $given.forever})
  WHERE NOT EXISTS { (act)-[:BY {to: $given.forever}]->(:Agent) }
  RETURN act.id + ' has no source' AS problem
  UNION ALL
  MATCH (statement:Statement)-[:HAS_STATE]->({to: $given.forever})
  WHERE COUNT { (statement)-[:EXPRESSES {to: $given.forever}]->(:Claim) } <> 1
    OR NOT EXISTS { (statement)-[:ANCHORED_IN {to: $given.forever}]->(:ArticleVersion) }
  RETURN statement.id + ' has no claim or no place in the text' AS problem
  UNION ALL
  MATCH (statement:Statement)-[:HAS_STATE]->({to: $given.forever})
  WHERE NOT EXISTS {
    MATCH (statement)-[links:REPORTED_IN*]->(:ArticleVersion) WHERE all(link IN links WHERE link.to = $given.forever)
  }
  RETURN statement.id + ' never reaches print' AS problem
  UNION ALL
  MATCH (act:Attribution)
  WHERE EXISTS { MATCH (act)-[links:REPORTED_IN*]->(act) WHERE all(link IN links WHERE link.to = $given.forever) }
  RETURN act.id + ' is reported in itself' AS problem
}
RETURN count(*) AS found, collect(problem)[..$given.examples] AS examples`,
}

export interface CheckIntervalsParams {
  readonly forever: string
  /** how many ids to name */
  readonly examples: number
}

export interface CheckIntervalsRow {
  readonly found: number
  readonly examples: string[]
}

/** Facts whose interval is empty or missing, and records with two states at once. */
export const checkIntervals: Query<CheckIntervalsParams, CheckIntervalsRow> = {
  name: 'check-intervals',
  mode: 'READ',
  columns: ['found', 'examples'],
  parameters: { forever: 'string', examples: 'integer' },
  text: `CALL (*) {
  MATCH (record:Record)-[:HAS_STATE]->(state)
  WHERE state.from IS NULL OR state.to IS NULL OR state.from >= state.to
  RETURN record.id + ' has a state without an interval' AS problem
  UNION ALL
  MATCH (record:Record)-[:HAS_STATE]->(state {to: $given.forever})
  WITH record, count(*) AS states WHERE states > 1
  RETURN record.id + ' has several current states' AS problem
  UNION ALL
  MATCH (record:Record)-[:HAS_STATE]->(earlier), (record)-[:HAS_STATE]->(later)
  WHERE earlier.from < later.from AND earlier.to > later.from
  RETURN record.id + ' has states that overlap' AS problem
  UNION ALL
  MATCH (source:Record)-[edge]->(target:Record)
  WHERE edge.from IS NULL OR edge.to IS NULL OR edge.from >= edge.to
  RETURN source.id + ' ' + type(edge) + ' ' + target.id + ' has no interval' AS problem
  UNION ALL
  MATCH (source:Record)-[edge {to: $given.forever}]->(target:Record)
  WITH source, type(edge) AS type, target, count(*) AS edges WHERE edges > 1
  RETURN source.id + ' ' + type + ' ' + target.id + ' holds twice' AS problem
}
RETURN count(*) AS found, collect(problem)[..$given.examples] AS examples`,
}

export interface CheckReadEdgesParams {
  readonly forever: string
  /** how many ids to name */
  readonly examples: number
}

export interface CheckReadEdgesRow {
  readonly found: number
  readonly examples: string[]
}

/** Read edges that do not say what the statement's state says, or carry other sort keys. */
export const checkReadEdges: Query<CheckReadEdgesParams, CheckReadEdgesRow> = {
  name: 'check-read-edges',
  mode: 'READ',
  columns: ['found', 'examples'],
  parameters: { forever: 'string', examples: 'integer' },
  text: `MATCH (statement:Statement)-[:HAS_STATE]->(state:StatementState {to: $given.forever})
WITH statement, state,
  COLLECT { MATCH (agent)-[edge:SPOKE {to: $given.forever}]->(statement) WHERE edge.agentId = agent.id
    AND edge.textKey = state.textKey AND edge.saidAscending = state.saidAscending
    AND edge.saidDescending = state.saidDescending AND edge.publishedAscending = state.publishedAscending
    AND edge.publishedDescending = state.publishedDescending RETURN agent.id } AS spoke,
  COLLECT { MATCH (agent)-[edge:RELAYED {to: $given.forever}]->(statement) WHERE edge.agentId = agent.id
    AND edge.textKey = state.textKey AND edge.saidAscending = state.saidAscending
    AND edge.saidDescending = state.saidDescending AND edge.publishedAscending = state.publishedAscending
    AND edge.publishedDescending = state.publishedDescending RETURN agent.id } AS relayed,
  COLLECT { MATCH (agent)-[edge:PRINTED {to: $given.forever}]->(statement) WHERE edge.agentId = agent.id
    AND edge.textKey = state.textKey AND edge.saidAscending = state.saidAscending
    AND edge.saidDescending = state.saidDescending AND edge.publishedAscending = state.publishedAscending
    AND edge.publishedDescending = state.publishedDescending RETURN agent.id } AS printed,
  COLLECT { MATCH (article)-[edge:CARRIES {to: $given.forever}]->(statement)
    WHERE article.id = state.articleId AND edge.claimId = state.claimId
      AND edge.shown = (state.status IN ['PROPOSED', 'ACCEPTED']) RETURN article.id } AS carried
WHERE size(spoke) <> size(state.speakerIds) OR any(id IN spoke WHERE NOT id IN state.speakerIds)
  OR size(relayed) <> size(state.viaIds) OR any(id IN relayed WHERE NOT id IN state.viaIds)
  OR printed <> [state.outletId] OR carried <> [state.articleId]
  OR COUNT { (statement)<-[:SPOKE|RELAYED|PRINTED|CARRIES {to: $given.forever}]-() }
    <> size(state.speakerIds) + size(state.viaIds) + 2
WITH statement.id AS problem
RETURN count(*) AS found, collect(problem)[..$given.examples] AS examples`,
}

export interface CheckReadableCopiesParams {
  readonly forever: string
  /** how many ids to name */
  readonly examples: number
}

export interface CheckReadableCopiesRow {
  readonly found: number
  readonly examples: string[]
}

/** Statements that do not read by themselves: their speaker, claim, source and date are not those of their edges. */
export const checkReadableCopies: Query<CheckReadableCopiesParams, CheckReadableCopiesRow> = {
  name: 'check-readable-copies',
  mode: 'READ',
  columns: ['found', 'examples'],
  parameters: { forever: 'string', examples: 'integer' },
  text: `MATCH (statement:Statement)-[:HAS_STATE]->(state:StatementState {to: $given.forever})
WITH statement, state,
  COLLECT {
    UNWIND range(0, size(state.speakerIds) - 1) AS i
    MATCH (:Agent {id: state.speakerIds[i]})-[:HAS_STATE]->(agent:AgentState {to: $given.forever})
    RETURN agent.name ORDER BY i
  } AS names,
  head(COLLECT { MATCH (:Claim {id: state.claimId})-[:HAS_STATE]->(claim:ClaimState {to: $given.forever}) RETURN claim.text }) AS claim,
  head(COLLECT { MATCH (:Agent {id: state.outletId})-[:HAS_STATE]->(agent:AgentState {to: $given.forever}) RETURN agent.name }) AS source
WHERE statement.speaker IS NULL OR statement.claim IS NULL OR statement.source IS NULL OR statement.date IS NULL
  OR statement.speaker <> reduce(text = head(names), name IN tail(names) | text + ', ' + name)
  OR statement.claim <> claim OR statement.source <> source OR statement.text <> state.text
  OR statement.date <> coalesce(state.saidEdtf, state.saidPhrase, 'unknown')
WITH statement.id AS problem
RETURN count(*) AS found, collect(problem)[..$given.examples] AS examples`,
}

export interface CheckRequiredFieldsParams {
  /** {label, fields} */
  readonly required: readonly Record<string, unknown>[]
  /** how many ids to name */
  readonly examples: number
}

export interface CheckRequiredFieldsRow {
  readonly found: number
  readonly examples: string[]
}

/** States and records that lack a field which their kind requires. Neo4j Community has no constraint for this. */
export const checkRequiredFields: Query<CheckRequiredFieldsParams, CheckRequiredFieldsRow> = {
  name: 'check-required-fields',
  mode: 'READ',
  columns: ['found', 'examples'],
  parameters: { required: '[map]', examples: 'integer' },
  text: `UNWIND $given.required AS rule
MATCH (n:Record|StatementState|AttributionState|ArticleState|ArticleVersionState|AgentState|ClaimState|OccasionState|PlaceState)
WHERE rule.label IN labels(n) AND any(field IN rule.fields WHERE n[field] IS NULL)
WITH rule.label + ' ' + coalesce(n.id, n.statementId, n.attributionId, n.versionId, n.articleId, n.agentId, n.claimId,
  n.occasionId, n.placeId, '?') + ' lacks ' + head([field IN rule.fields WHERE n[field] IS NULL]) AS problem
RETURN count(*) AS found, collect(problem)[..$given.examples] AS examples`,
}

export interface CheckSpansParams {
  readonly forever: string
  /** how many ids to name */
  readonly examples: number
}

export interface CheckSpansRow {
  readonly found: number
  readonly examples: string[]
}

/**
 * Spans that lie outside their text, or whose words are not what stands there. The words are compared where the text
 * has no character beyond the Basic Multilingual Plane: Cypher counts UTF-16 units, spans count code points.
 */
export const checkSpans: Query<CheckSpansParams, CheckSpansRow> = {
  name: 'check-spans',
  mode: 'READ',
  columns: ['found', 'examples'],
  parameters: { forever: 'string', examples: 'integer' },
  text: `CALL (*) {
  MATCH (statement:Statement)-[edge:ANCHORED_IN {to: $given.forever}]->(version:ArticleVersion)
  RETURN statement.id AS id, version, edge.contentParts + edge.quotedParts AS parts,
    edge.contentStarts + edge.quotedStarts AS starts, edge.contentEnds + edge.quotedEnds AS ends,
    edge.contentExacts + edge.quotedExacts AS exacts
  UNION ALL
  MATCH (act:Attribution)-[:HAS_STATE]->(state:AttributionState {to: $given.forever})
  MATCH (version:ArticleVersion {id: state.versionId})
  RETURN act.id AS id, version, state.sourceParts + state.cueParts AS parts,
    state.sourceStarts + state.cueStarts AS starts, state.sourceEnds + state.cueEnds AS ends,
    state.sourceExacts + state.cueExacts AS exacts
}
UNWIND range(0, size(starts) - 1) AS i
WITH id, starts[i] AS start, ends[i] AS end, exacts[i] AS exact,
  CASE parts[i] WHEN 'TITLE' THEN version.title ELSE version.text END AS text,
  CASE parts[i] WHEN 'TITLE' THEN version.titleLength ELSE version.length END AS length
WHERE start < 0 OR start >= end OR end > length
  OR (size(text) = length AND substring(text, start, end - start) <> exact)
WITH id + ' ' + toString(start) + ' to ' + toString(end) AS problem
RETURN count(*) AS found, collect(problem)[..$given.examples] AS examples`,
}

export interface CheckVocabularyParams {
  /** {label, field, values} */
  readonly vocabulary: readonly Record<string, unknown>[]
  /** how many ids to name */
  readonly examples: number
}

export interface CheckVocabularyRow {
  readonly found: number
  readonly examples: string[]
}

/** Values that are in none of the closed vocabularies. */
export const checkVocabulary: Query<CheckVocabularyParams, CheckVocabularyRow> = {
  name: 'check-vocabulary',
  mode: 'READ',
  columns: ['found', 'examples'],
  parameters: { vocabulary: '[map]', examples: 'integer' },
  text: `UNWIND $given.vocabulary AS rule
MATCH (n:StatementState|AttributionState|AgentState)
WHERE rule.label IN labels(n)
WITH n, rule, properties(n)[rule.field] AS value
WHERE value IS NOT NULL AND NOT value IN rule.values
WITH coalesce(n.statementId, n.attributionId, n.agentId) + ' ' + rule.field + ' = ' + toString(value) AS problem
RETURN count(*) AS found, collect(problem)[..$given.examples] AS examples`,
}

export interface ClaimsParams {
  /** a statement filter in normal form, or null */
  readonly filter: unknown
  /** whether the filter asks for a status itself */
  readonly anyStatus: boolean
  /** case folded */
  readonly text: string | null
  readonly known: string
  /** the sort key to go on after */
  readonly after: string
  readonly limit: number
}

export interface ClaimsRow {
  readonly sortKey: string
  readonly state: ClaimProperties
}

/** One page of claims, along the index of the order. */
export const claims: Readonly<Record<'FIRST_SAID_DESC' | 'FIRST_SAID_ASC' | 'FIRST_PUBLISHED_DESC' | 'FIRST_PUBLISHED_ASC' | 'RECORDED_DESC', Query<ClaimsParams, ClaimsRow>>> = {
  FIRST_SAID_DESC: {
    name: 'claims.FIRST_SAID_DESC',
    mode: 'READ',
    columns: ['sortKey', 'state'],
    parameters: { filter: 'any', anyStatus: 'boolean', text: 'string', known: 'string', after: 'string', limit: 'integer' },
    text: `MATCH (claim:ClaimState)
USING INDEX SEEK claim:ClaimState(firstSaidDescending)
WHERE claim.firstSaidDescending < $given.after
  AND claim.from <= $given.known AND $given.known < claim.to
  AND
  ($given.anyStatus OR claim.visible)
  AND ($given.text IS NULL OR claim.foldedText CONTAINS $given.text)
  AND ($given.filter IS NULL OR EXISTS {
    MATCH (statement:StatementState)
    WHERE statement.claimId = claim.claimId AND statement.textKey > ''
      AND statement.from <= $given.known AND $given.known < statement.to
      AND
      any(alternative IN $given.filter.anyOf WHERE all(test IN alternative WHERE test.not <> CASE test.kind
        WHEN 'AMONG' THEN any(value IN [] + coalesce(statement[test.property], []) WHERE value IN test.values)
        WHEN 'EMPTY' THEN size(statement[test.property]) = 0
        WHEN 'CONTAINS' THEN statement[test.property] CONTAINS test.text
        WHEN 'WITHIN' THEN coalesce(statement[test.lower], statement[test.upper]) IS NOT NULL
          AND coalesce(statement[test.lower], test.openLower) >= test.from
          AND coalesce(statement[test.upper], test.openUpper) <= test.to
      END))
  })
RETURN claim.firstSaidDescending AS sortKey, properties(claim) AS state
ORDER BY sortKey DESC
LIMIT $given.limit`,
  },
  FIRST_SAID_ASC: {
    name: 'claims.FIRST_SAID_ASC',
    mode: 'READ',
    columns: ['sortKey', 'state'],
    parameters: { filter: 'any', anyStatus: 'boolean', text: 'string', known: 'string', after: 'string', limit: 'integer' },
    text: `MATCH (claim:ClaimState)
USING INDEX SEEK claim:ClaimState(firstSaidAscending)
WHERE claim.firstSaidAscending > $given.after
  AND claim.from <= $given.known AND $given.known < claim.to
  AND
  ($given.anyStatus OR claim.visible)
  AND ($given.text IS NULL OR claim.foldedText CONTAINS $given.text)
  AND ($given.filter IS NULL OR EXISTS {
    MATCH (statement:StatementState)
    WHERE statement.claimId = claim.claimId AND statement.textKey > ''
      AND statement.from <= $given.known AND $given.known < statement.to
      AND
      any(alternative IN $given.filter.anyOf WHERE all(test IN alternative WHERE test.not <> CASE test.kind
        WHEN 'AMONG' THEN any(value IN [] + coalesce(statement[test.property], []) WHERE value IN test.values)
        WHEN 'EMPTY' THEN size(statement[test.property]) = 0
        WHEN 'CONTAINS' THEN statement[test.property] CONTAINS test.text
        WHEN 'WITHIN' THEN coalesce(statement[test.lower], statement[test.upper]) IS NOT NULL
          AND coalesce(statement[test.lower], test.openLower) >= test.from
          AND coalesce(statement[test.upper], test.openUpper) <= test.to
      END))
  })
RETURN claim.firstSaidAscending AS sortKey, properties(claim) AS state
ORDER BY sortKey ASC
LIMIT $given.limit`,
  },
  FIRST_PUBLISHED_DESC: {
    name: 'claims.FIRST_PUBLISHED_DESC',
    mode: 'READ',
    columns: ['sortKey', 'state'],
    parameters: { filter: 'any', anyStatus: 'boolean', text: 'string', known: 'string', after: 'string', limit: 'integer' },
    text: `MATCH (claim:ClaimState)
USING INDEX SEEK claim:ClaimState(firstPublishedDescending)
WHERE claim.firstPublishedDescending < $given.after
  AND claim.from <= $given.known AND $given.known < claim.to
  AND
  ($given.anyStatus OR claim.visible)
  AND ($given.text IS NULL OR claim.foldedText CONTAINS $given.text)
  AND ($given.filter IS NULL OR EXISTS {
    MATCH (statement:StatementState)
    WHERE statement.claimId = claim.claimId AND statement.textKey > ''
      AND statement.from <= $given.known AND $given.known < statement.to
      AND
      any(alternative IN $given.filter.anyOf WHERE all(test IN alternative WHERE test.not <> CASE test.kind
        WHEN 'AMONG' THEN any(value IN [] + coalesce(statement[test.property], []) WHERE value IN test.values)
        WHEN 'EMPTY' THEN size(statement[test.property]) = 0
        WHEN 'CONTAINS' THEN statement[test.property] CONTAINS test.text
        WHEN 'WITHIN' THEN coalesce(statement[test.lower], statement[test.upper]) IS NOT NULL
          AND coalesce(statement[test.lower], test.openLower) >= test.from
          AND coalesce(statement[test.upper], test.openUpper) <= test.to
      END))
  })
RETURN claim.firstPublishedDescending AS sortKey, properties(claim) AS state
ORDER BY sortKey DESC
LIMIT $given.limit`,
  },
  FIRST_PUBLISHED_ASC: {
    name: 'claims.FIRST_PUBLISHED_ASC',
    mode: 'READ',
    columns: ['sortKey', 'state'],
    parameters: { filter: 'any', anyStatus: 'boolean', text: 'string', known: 'string', after: 'string', limit: 'integer' },
    text: `MATCH (claim:ClaimState)
USING INDEX SEEK claim:ClaimState(firstPublishedAscending)
WHERE claim.firstPublishedAscending > $given.after
  AND claim.from <= $given.known AND $given.known < claim.to
  AND
  ($given.anyStatus OR claim.visible)
  AND ($given.text IS NULL OR claim.foldedText CONTAINS $given.text)
  AND ($given.filter IS NULL OR EXISTS {
    MATCH (statement:StatementState)
    WHERE statement.claimId = claim.claimId AND statement.textKey > ''
      AND statement.from <= $given.known AND $given.known < statement.to
      AND
      any(alternative IN $given.filter.anyOf WHERE all(test IN alternative WHERE test.not <> CASE test.kind
        WHEN 'AMONG' THEN any(value IN [] + coalesce(statement[test.property], []) WHERE value IN test.values)
        WHEN 'EMPTY' THEN size(statement[test.property]) = 0
        WHEN 'CONTAINS' THEN statement[test.property] CONTAINS test.text
        WHEN 'WITHIN' THEN coalesce(statement[test.lower], statement[test.upper]) IS NOT NULL
          AND coalesce(statement[test.lower], test.openLower) >= test.from
          AND coalesce(statement[test.upper], test.openUpper) <= test.to
      END))
  })
RETURN claim.firstPublishedAscending AS sortKey, properties(claim) AS state
ORDER BY sortKey ASC
LIMIT $given.limit`,
  },
  RECORDED_DESC: {
    name: 'claims.RECORDED_DESC',
    mode: 'READ',
    columns: ['sortKey', 'state'],
    parameters: { filter: 'any', anyStatus: 'boolean', text: 'string', known: 'string', after: 'string', limit: 'integer' },
    text: `MATCH (claim:ClaimState)
USING INDEX SEEK claim:ClaimState(recordedDescending)
WHERE claim.recordedDescending < $given.after
  AND claim.from <= $given.known AND $given.known < claim.to
  AND
  ($given.anyStatus OR claim.visible)
  AND ($given.text IS NULL OR claim.foldedText CONTAINS $given.text)
  AND ($given.filter IS NULL OR EXISTS {
    MATCH (statement:StatementState)
    WHERE statement.claimId = claim.claimId AND statement.textKey > ''
      AND statement.from <= $given.known AND $given.known < statement.to
      AND
      any(alternative IN $given.filter.anyOf WHERE all(test IN alternative WHERE test.not <> CASE test.kind
        WHEN 'AMONG' THEN any(value IN [] + coalesce(statement[test.property], []) WHERE value IN test.values)
        WHEN 'EMPTY' THEN size(statement[test.property]) = 0
        WHEN 'CONTAINS' THEN statement[test.property] CONTAINS test.text
        WHEN 'WITHIN' THEN coalesce(statement[test.lower], statement[test.upper]) IS NOT NULL
          AND coalesce(statement[test.lower], test.openLower) >= test.from
          AND coalesce(statement[test.upper], test.openUpper) <= test.to
      END))
  })
RETURN claim.recordedDescending AS sortKey, properties(claim) AS state
ORDER BY sortKey DESC
LIMIT $given.limit`,
  },
}

export interface CountAgentsParams {
  /** agent kinds, or null */
  readonly kinds: unknown
  /** case folded, contained in a name */
  readonly text: string | null
  readonly known: string
}

export interface CountAgentsRow {
  readonly total: number
}

/** How many agents pass a filter. */
export const countAgents: Query<CountAgentsParams, CountAgentsRow> = {
  name: 'count-agents',
  mode: 'READ',
  columns: ['total'],
  parameters: { kinds: 'any', text: 'string', known: 'string' },
  text: `MATCH (state:AgentState)
WHERE state.nameKey > '' AND state.from <= $given.known AND $given.known < state.to
  AND ($given.kinds IS NULL OR state.kind IN $given.kinds)
  AND ($given.text IS NULL OR state.foldedNames CONTAINS $given.text)
RETURN count(*) AS total`,
}

export interface CountArticlesParams {
  /** BCP 47 tags, or null */
  readonly languages: unknown
  /** a date range {from, to, match}, or null */
  readonly published: unknown
  readonly known: string
}

export interface CountArticlesRow {
  readonly total: number
}

/** How many articles with a version pass a filter. */
export const countArticles: Query<CountArticlesParams, CountArticlesRow> = {
  name: 'count-articles',
  mode: 'READ',
  columns: ['total'],
  parameters: { languages: 'any', published: 'any', known: 'string' },
  text: `MATCH (state:ArticleState)
WHERE state.publishedAscending > '' AND state.from <= $given.known AND $given.known < state.to
  AND
  ($given.languages IS NULL OR state.language IN $given.languages)
  AND ($given.published IS NULL OR CASE
    WHEN state.publishedEarliest IS NULL AND state.publishedLatest IS NULL THEN false
    WHEN $given.published.match = 'CERTAIN' THEN
      ($given.published.from IS NULL OR coalesce(state.publishedEarliest >= $given.published.from, false))
      AND ($given.published.to IS NULL OR coalesce(state.publishedLatest <= $given.published.to, false))
    ELSE coalesce(state.publishedLatest >= $given.published.from, true)
      AND coalesce(state.publishedEarliest <= $given.published.to, true)
  END)
RETURN count(*) AS total`,
}

export interface CountArticlesByOutletParams {
  readonly outlets: readonly string[]
  /** BCP 47 tags, or null */
  readonly languages: unknown
  /** a date range {from, to, match}, or null */
  readonly published: unknown
  readonly known: string
}

export interface CountArticlesByOutletRow {
  readonly anchor: string
  readonly total: number
}

/** How many articles each outlet has that pass a filter. */
export const countArticlesByOutlet: Query<CountArticlesByOutletParams, CountArticlesByOutletRow> = {
  name: 'count-articles-by-outlet',
  mode: 'READ',
  columns: ['anchor', 'total'],
  parameters: { outlets: '[string]', languages: 'any', published: 'any', known: 'string' },
  text: `UNWIND $given.outlets AS anchor
CALL (anchor) {
  MATCH (state:ArticleState)
  WHERE state.outletId = anchor AND state.publishedAscending > '' AND state.from <= $given.known AND $given.known < state.to
    AND
    ($given.languages IS NULL OR state.language IN $given.languages)
    AND ($given.published IS NULL OR CASE
      WHEN state.publishedEarliest IS NULL AND state.publishedLatest IS NULL THEN false
      WHEN $given.published.match = 'CERTAIN' THEN
        ($given.published.from IS NULL OR coalesce(state.publishedEarliest >= $given.published.from, false))
        AND ($given.published.to IS NULL OR coalesce(state.publishedLatest <= $given.published.to, false))
      ELSE coalesce(state.publishedLatest >= $given.published.from, true)
        AND coalesce(state.publishedEarliest <= $given.published.to, true)
    END)
  RETURN count(*) AS total
}
RETURN anchor, total`,
}

export interface CountClaimsParams {
  /** a statement filter in normal form, or null */
  readonly filter: unknown
  /** whether the filter asks for a status itself */
  readonly anyStatus: boolean
  /** case folded */
  readonly text: string | null
  readonly known: string
}

export interface CountClaimsRow {
  readonly total: number
}

/** How many claims pass a filter. */
export const countClaims: Query<CountClaimsParams, CountClaimsRow> = {
  name: 'count-claims',
  mode: 'READ',
  columns: ['total'],
  parameters: { filter: 'any', anyStatus: 'boolean', text: 'string', known: 'string' },
  text: `MATCH (claim:ClaimState)
WHERE claim.from <= $given.known AND $given.known < claim.to
  AND
  ($given.anyStatus OR claim.visible)
  AND ($given.text IS NULL OR claim.foldedText CONTAINS $given.text)
  AND ($given.filter IS NULL OR EXISTS {
    MATCH (statement:StatementState)
    WHERE statement.claimId = claim.claimId AND statement.textKey > ''
      AND statement.from <= $given.known AND $given.known < statement.to
      AND
      any(alternative IN $given.filter.anyOf WHERE all(test IN alternative WHERE test.not <> CASE test.kind
        WHEN 'AMONG' THEN any(value IN [] + coalesce(statement[test.property], []) WHERE value IN test.values)
        WHEN 'EMPTY' THEN size(statement[test.property]) = 0
        WHEN 'CONTAINS' THEN statement[test.property] CONTAINS test.text
        WHEN 'WITHIN' THEN coalesce(statement[test.lower], statement[test.upper]) IS NOT NULL
          AND coalesce(statement[test.lower], test.openLower) >= test.from
          AND coalesce(statement[test.upper], test.openUpper) <= test.to
      END))
  })
RETURN count(*) AS total`,
}

export interface CountSourcesByClaimParams {
  readonly claims: readonly string[]
  readonly roles: readonly string[]
  /** of the statements that are shown */
  readonly statuses: readonly string[]
  readonly known: string
}

export interface CountSourcesByClaimRow {
  readonly claimId: string
  readonly total: number
}

/** How many sources each claim has, each agent once for each role. */
export const countSourcesByClaim: Query<CountSourcesByClaimParams, CountSourcesByClaimRow> = {
  name: 'count-sources-by-claim',
  mode: 'READ',
  columns: ['claimId', 'total'],
  parameters: { claims: '[string]', roles: '[string]', statuses: '[string]', known: 'string' },
  text: `UNWIND $given.claims AS claimId
CALL (claimId) {
  MATCH (statement:StatementState)
  WHERE statement.claimId = claimId AND statement.publishedAscending > ''
    AND statement.from <= $given.known AND $given.known < statement.to AND statement.status IN $given.statuses
  UNWIND [id IN statement.speakerIds | {role: 'SPEAKER', id: id}]
    + [id IN statement.relayIds | {role: 'RELAY', id: id}]
    + [{role: 'PUBLISHER', id: statement.outletId}] AS source
  WITH source.role AS role, source.id AS agentId,
    count(*) AS statementCount, min(statement.publishedAscending) AS firstKey
  WHERE role IN $given.roles
  RETURN count(*) AS total
}
RETURN claimId, total`,
}

export interface CountStatementsParams {
  /** a statement filter in normal form */
  readonly filter: unknown
  readonly known: string
}

export interface CountStatementsRow {
  readonly total: number
}

/** How many statements pass a filter. */
export const countStatements: Query<CountStatementsParams, CountStatementsRow> = {
  name: 'count-statements',
  mode: 'READ',
  columns: ['total'],
  parameters: { filter: 'any', known: 'string' },
  text: `MATCH (state:StatementState)
WHERE state.from <= $given.known AND $given.known < state.to
  AND
  any(alternative IN $given.filter.anyOf WHERE all(test IN alternative WHERE test.not <> CASE test.kind
    WHEN 'AMONG' THEN any(value IN [] + coalesce(state[test.property], []) WHERE value IN test.values)
    WHEN 'EMPTY' THEN size(state[test.property]) = 0
    WHEN 'CONTAINS' THEN state[test.property] CONTAINS test.text
    WHEN 'WITHIN' THEN coalesce(state[test.lower], state[test.upper]) IS NOT NULL
      AND coalesce(state[test.lower], test.openLower) >= test.from
      AND coalesce(state[test.upper], test.openUpper) <= test.to
  END))
RETURN count(*) AS total`,
}

export interface CountStatementsByArticleParams {
  /** ids of articles */
  readonly anchors: readonly string[]
  /** a statement filter in normal form */
  readonly filter: unknown
  readonly known: string
}

export interface CountStatementsByArticleRow {
  readonly anchor: string
  readonly total: number
}

/** How many statements the list of each article has in all. */
export const countStatementsByArticle: Query<CountStatementsByArticleParams, CountStatementsByArticleRow> = {
  name: 'count-statements-by-article',
  mode: 'READ',
  columns: ['anchor', 'total'],
  parameters: { anchors: '[string]', filter: 'any', known: 'string' },
  text: `UNWIND $given.anchors AS anchor
CALL (anchor) {
  MATCH (state:StatementState)
  USING INDEX SEEK state:StatementState(articleId, textKey)
  WHERE state.articleId = anchor AND state.textKey > ''
    AND state.from <= $given.known AND $given.known < state.to
    AND
    any(alternative IN $given.filter.anyOf WHERE all(test IN alternative WHERE test.not <> CASE test.kind
      WHEN 'AMONG' THEN any(value IN [] + coalesce(state[test.property], []) WHERE value IN test.values)
      WHEN 'EMPTY' THEN size(state[test.property]) = 0
      WHEN 'CONTAINS' THEN state[test.property] CONTAINS test.text
      WHEN 'WITHIN' THEN coalesce(state[test.lower], state[test.upper]) IS NOT NULL
        AND coalesce(state[test.lower], test.openLower) >= test.from
        AND coalesce(state[test.upper], test.openUpper) <= test.to
    END))
  RETURN count(*) AS total
}
RETURN anchor, total`,
}

export interface CountStatementsByClaimParams {
  /** ids of claims */
  readonly anchors: readonly string[]
  /** a statement filter in normal form */
  readonly filter: unknown
  readonly known: string
}

export interface CountStatementsByClaimRow {
  readonly anchor: string
  readonly total: number
}

/** How many statements the list of each claim has in all. */
export const countStatementsByClaim: Query<CountStatementsByClaimParams, CountStatementsByClaimRow> = {
  name: 'count-statements-by-claim',
  mode: 'READ',
  columns: ['anchor', 'total'],
  parameters: { anchors: '[string]', filter: 'any', known: 'string' },
  text: `UNWIND $given.anchors AS anchor
CALL (anchor) {
  MATCH (state:StatementState)
  USING INDEX SEEK state:StatementState(claimId, textKey)
  WHERE state.claimId = anchor AND state.textKey > ''
    AND state.from <= $given.known AND $given.known < state.to
    AND
    any(alternative IN $given.filter.anyOf WHERE all(test IN alternative WHERE test.not <> CASE test.kind
      WHEN 'AMONG' THEN any(value IN [] + coalesce(state[test.property], []) WHERE value IN test.values)
      WHEN 'EMPTY' THEN size(state[test.property]) = 0
      WHEN 'CONTAINS' THEN state[test.property] CONTAINS test.text
      WHEN 'WITHIN' THEN coalesce(state[test.lower], state[test.upper]) IS NOT NULL
        AND coalesce(state[test.lower], test.openLower) >= test.from
        AND coalesce(state[test.upper], test.openUpper) <= test.to
    END))
  RETURN count(*) AS total
}
RETURN anchor, total`,
}

export interface CountStatementsByOccasionParams {
  /** ids of occasions */
  readonly anchors: readonly string[]
  /** a statement filter in normal form */
  readonly filter: unknown
  readonly known: string
}

export interface CountStatementsByOccasionRow {
  readonly anchor: string
  readonly total: number
}

/** How many statements the list of each occasion has in all. */
export const countStatementsByOccasion: Query<CountStatementsByOccasionParams, CountStatementsByOccasionRow> = {
  name: 'count-statements-by-occasion',
  mode: 'READ',
  columns: ['anchor', 'total'],
  parameters: { anchors: '[string]', filter: 'any', known: 'string' },
  text: `UNWIND $given.anchors AS anchor
CALL (anchor) {
  MATCH (state:StatementState)
  USING INDEX SEEK state:StatementState(occasionId, textKey)
  WHERE state.occasionId = anchor AND state.textKey > ''
    AND state.from <= $given.known AND $given.known < state.to
    AND
    any(alternative IN $given.filter.anyOf WHERE all(test IN alternative WHERE test.not <> CASE test.kind
      WHEN 'AMONG' THEN any(value IN [] + coalesce(state[test.property], []) WHERE value IN test.values)
      WHEN 'EMPTY' THEN size(state[test.property]) = 0
      WHEN 'CONTAINS' THEN state[test.property] CONTAINS test.text
      WHEN 'WITHIN' THEN coalesce(state[test.lower], state[test.upper]) IS NOT NULL
        AND coalesce(state[test.lower], test.openLower) >= test.from
        AND coalesce(state[test.upper], test.openUpper) <= test.to
    END))
  RETURN count(*) AS total
}
RETURN anchor, total`,
}

export interface CountStatementsByOutletParams {
  /** ids of outlets */
  readonly anchors: readonly string[]
  /** a statement filter in normal form */
  readonly filter: unknown
  readonly known: string
}

export interface CountStatementsByOutletRow {
  readonly anchor: string
  readonly total: number
}

/** How many statements the list of each of these outlets has in all: what each outlet printed. */
export const countStatementsByOutlet: Query<CountStatementsByOutletParams, CountStatementsByOutletRow> = {
  name: 'count-statements-by-outlet',
  mode: 'READ',
  columns: ['anchor', 'total'],
  parameters: { anchors: '[string]', filter: 'any', known: 'string' },
  text: `UNWIND $given.anchors AS anchor
CALL (anchor) {
  MATCH ()-[read:PRINTED]->(statement)
  USING INDEX read:PRINTED(agentId, textKey)
  WHERE read.agentId = anchor AND read.textKey > ''
    AND read.from <= $given.known AND $given.known < read.to
  MATCH (statement)-[:HAS_STATE]->(state:StatementState)
  WHERE state.from <= $given.known AND $given.known < state.to
    AND
    any(alternative IN $given.filter.anyOf WHERE all(test IN alternative WHERE test.not <> CASE test.kind
      WHEN 'AMONG' THEN any(value IN [] + coalesce(state[test.property], []) WHERE value IN test.values)
      WHEN 'EMPTY' THEN size(state[test.property]) = 0
      WHEN 'CONTAINS' THEN state[test.property] CONTAINS test.text
      WHEN 'WITHIN' THEN coalesce(state[test.lower], state[test.upper]) IS NOT NULL
        AND coalesce(state[test.lower], test.openLower) >= test.from
        AND coalesce(state[test.upper], test.openUpper) <= test.to
    END))
  RETURN count(*) AS total
}
RETURN anchor, total`,
}

export interface CountStatementsByRelayParams {
  /** ids of agents */
  readonly anchors: readonly string[]
  /** a statement filter in normal form */
  readonly filter: unknown
  readonly known: string
}

export interface CountStatementsByRelayRow {
  readonly anchor: string
  readonly total: number
}

/** How many statements the list of each of these agents has in all: what reached print through each agent, which stands at any hop but the innermost. */
export const countStatementsByRelay: Query<CountStatementsByRelayParams, CountStatementsByRelayRow> = {
  name: 'count-statements-by-relay',
  mode: 'READ',
  columns: ['anchor', 'total'],
  parameters: { anchors: '[string]', filter: 'any', known: 'string' },
  text: `UNWIND $given.anchors AS anchor
CALL (anchor) {
  MATCH ()-[read:RELAYED]->(statement)
  USING INDEX read:RELAYED(agentId, textKey)
  WHERE read.agentId = anchor AND read.textKey > ''
    AND read.from <= $given.known AND $given.known < read.to
  MATCH (statement)-[:HAS_STATE]->(state:StatementState)
  WHERE state.from <= $given.known AND $given.known < state.to
    AND
    any(alternative IN $given.filter.anyOf WHERE all(test IN alternative WHERE test.not <> CASE test.kind
      WHEN 'AMONG' THEN any(value IN [] + coalesce(state[test.property], []) WHERE value IN test.values)
      WHEN 'EMPTY' THEN size(state[test.property]) = 0
      WHEN 'CONTAINS' THEN state[test.property] CONTAINS test.text
      WHEN 'WITHIN' THEN coalesce(state[test.lower], state[test.upper]) IS NOT NULL
        AND coalesce(state[test.lower], test.openLower) >= test.from
        AND coalesce(state[test.upper], test.openUpper) <= test.to
    END))
  RETURN count(*) AS total
}
RETURN anchor, total`,
}

export interface CountStatementsBySpeakerParams {
  /** ids of agents */
  readonly anchors: readonly string[]
  /** a statement filter in normal form */
  readonly filter: unknown
  readonly known: string
}

export interface CountStatementsBySpeakerRow {
  readonly anchor: string
  readonly total: number
}

/** How many statements the list of each of these agents has in all: what each agent says, alone or with others. */
export const countStatementsBySpeaker: Query<CountStatementsBySpeakerParams, CountStatementsBySpeakerRow> = {
  name: 'count-statements-by-speaker',
  mode: 'READ',
  columns: ['anchor', 'total'],
  parameters: { anchors: '[string]', filter: 'any', known: 'string' },
  text: `UNWIND $given.anchors AS anchor
CALL (anchor) {
  MATCH ()-[read:SPOKE]->(statement)
  USING INDEX read:SPOKE(agentId, textKey)
  WHERE read.agentId = anchor AND read.textKey > ''
    AND read.from <= $given.known AND $given.known < read.to
  MATCH (statement)-[:HAS_STATE]->(state:StatementState)
  WHERE state.from <= $given.known AND $given.known < state.to
    AND
    any(alternative IN $given.filter.anyOf WHERE all(test IN alternative WHERE test.not <> CASE test.kind
      WHEN 'AMONG' THEN any(value IN [] + coalesce(state[test.property], []) WHERE value IN test.values)
      WHEN 'EMPTY' THEN size(state[test.property]) = 0
      WHEN 'CONTAINS' THEN state[test.property] CONTAINS test.text
      WHEN 'WITHIN' THEN coalesce(state[test.lower], state[test.upper]) IS NOT NULL
        AND coalesce(state[test.lower], test.openLower) >= test.from
        AND coalesce(state[test.upper], test.openUpper) <= test.to
    END))
  RETURN count(*) AS total
}
RETURN anchor, total`,
}

export interface GraphCountsParams {
  /** of what is shown */
  readonly statuses: readonly string[]
  readonly known: string
}

export interface GraphCountsRow {
  readonly articles: number
  readonly statements: number
  readonly agents: number
  readonly claims: number
  /** reporting acts, printings aside */
  readonly hops: number
}

/** How much lists show now, in one plain query: one that a database which has just started plans quickly. */
export const graphCounts: Query<GraphCountsParams, GraphCountsRow> = {
  name: 'graph-counts',
  mode: 'READ',
  columns: ['articles', 'statements', 'agents', 'claims', 'hops'],
  parameters: { statuses: '[string]', known: 'string' },
  text: `RETURN
  COUNT {
    MATCH (state:ArticleState)
    WHERE state.publishedAscending > '' AND state.from <= $given.known AND $given.known < state.to
  } AS articles,
  COUNT {
    MATCH (state:StatementState)
    WHERE state.status IN $given.statuses AND state.from <= $given.known AND $given.known < state.to
  } AS statements,
  COUNT {
    MATCH (state:AgentState)
    WHERE state.nameKey > '' AND state.from <= $given.known AND $given.known < state.to
  } AS agents,
  COUNT { MATCH (state:ClaimState) WHERE state.visible AND state.from <= $given.known AND $given.known < state.to } AS claims,
  COUNT {
    MATCH (state:AttributionState)
    WHERE state.status IN $given.statuses AND state.from <= $given.known AND $given.known < state.to
  } AS hops`,
}

export interface HopsByIdParams {
  readonly ids: readonly string[]
  readonly known: string
}

export interface HopsByIdRow {
  readonly hopId: string
  /** of an attribution, or of the version that was printed */
  readonly state: Record<string, unknown>
  readonly byIds: string[]
  readonly toIds: string[]
  readonly onBehalfOfIds: string[]
  readonly placeId: string | null
  readonly occasionId: string | null
  readonly citesId: string | null
}

/** Hops by the ids of their attributions, or of the versions that they printed. */
export const hopsById: Query<HopsByIdParams, HopsByIdRow> = {
  name: 'hops-by-id',
  mode: 'READ',
  columns: ['hopId', 'state', 'byIds', 'toIds', 'onBehalfOfIds', 'placeId', 'occasionId', 'citesId'],
  parameters: { ids: '[string]', known: 'string' },
  text: `UNWIND $given.ids AS id
MATCH (hop:Attribution|ArticleVersion)-[:HAS_STATE]->(state)
WHERE hop.id = id AND state.from <= $given.known AND $given.known < state.to
RETURN hop.id AS hopId, properties(state) AS state,
  COLLECT {
    MATCH (hop)-[edge:BY]->(agent) WHERE edge.from <= $given.known AND $given.known < edge.to
    RETURN agent.id ORDER BY edge.position
  } AS byIds,
  COLLECT {
    MATCH (hop)-[edge:TO]->(agent) WHERE edge.from <= $given.known AND $given.known < edge.to
    RETURN agent.id ORDER BY edge.position
  } AS toIds,
  COLLECT {
    MATCH (hop)-[edge:ON_BEHALF_OF]->(agent) WHERE edge.from <= $given.known AND $given.known < edge.to
    RETURN agent.id ORDER BY edge.position
  } AS onBehalfOfIds,
  head([(hop)-[edge:AT WHERE edge.from <= $given.known AND $given.known < edge.to]->(place) | place.id]) AS placeId,
  head([(hop)-[edge:ON WHERE edge.from <= $given.known AND $given.known < edge.to]->(occasion) | occasion.id]) AS occasionId,
  head([(hop)-[edge:CITES WHERE edge.from <= $given.known AND $given.known < edge.to]->(article) | article.id]) AS citesId`,
}

export interface KnownVersionsParams {
  readonly versions: readonly string[]
  readonly statuses: readonly string[]
  readonly known: string
}

export interface KnownVersionsRow {
  readonly id: string
  readonly statements: number
}

/** Those of the article versions that the graph has, each with how many statements its article shows. */
export const knownVersions: Query<KnownVersionsParams, KnownVersionsRow> = {
  name: 'known-versions',
  mode: 'READ',
  columns: ['id', 'statements'],
  parameters: { versions: '[string]', statuses: '[string]', known: 'string' },
  text: `MATCH (version:ArticleVersion)
WHERE version.id IN $given.versions
RETURN version.id AS id, COUNT {
  MATCH (state:StatementState)
  WHERE state.articleId = version.articleId AND state.status IN $given.statuses
    AND state.from <= $given.known AND $given.known < state.to
} AS statements`,
}

export interface LinksByStatementParams {
  readonly statements: readonly string[]
  readonly known: string
}

export interface LinksByStatementRow {
  readonly statementId: string
  /** REVISES, SUPPORTS or RESPONDS_TO */
  readonly relation: string
  readonly stance: string | null
  readonly targetId: string
  /** of the target */
  readonly state: Record<string, unknown>
}

/** What each statement revises, supports and responds to, as far as it is in the graph, whatever its status. */
export const linksByStatement: Query<LinksByStatementParams, LinksByStatementRow> = {
  name: 'links-by-statement',
  mode: 'READ',
  columns: ['statementId', 'relation', 'stance', 'targetId', 'state'],
  parameters: { statements: '[string]', known: 'string' },
  text: `UNWIND $given.statements AS statementId
MATCH (:Statement {id: statementId})-[link:REVISES|SUPPORTS|RESPONDS_TO]->(target)
WHERE link.from <= $given.known AND $given.known < link.to
MATCH (target)-[:HAS_STATE]->(state)
WHERE state.from <= $given.known AND $given.known < state.to
RETURN statementId, type(link) AS relation, link.stance AS stance, target.id AS targetId,
  properties(state) AS state
ORDER BY statementId, link.position, targetId`,
}

export interface RecordsByIdParams {
  readonly ids: readonly string[]
  readonly known: string
}

export interface RecordsByIdRow {
  readonly id: string
  readonly state: Record<string, unknown>
}

/** Records of any kind by their ids, as they stood at a moment. What was not recorded by then is left out. */
export const recordsById: Query<RecordsByIdParams, RecordsByIdRow> = {
  name: 'records-by-id',
  mode: 'READ',
  columns: ['id', 'state'],
  parameters: { ids: '[string]', known: 'string' },
  text: `UNWIND $given.ids AS id
MATCH (record:Record {id: id})-[:HAS_STATE]->(state)
WHERE state.from <= $given.known AND $given.known < state.to
RETURN id, properties(state) AS state`,
}

export interface ResponsesByStatementParams {
  readonly statements: readonly string[]
  /** what is shown */
  readonly statuses: readonly string[]
  /** for each */
  readonly limit: number
  readonly known: string
}

export interface ResponsesByStatementRow {
  readonly statementId: string
  readonly stance: string
  readonly state: StatementProperties
}

/** Who answers each of these statements: the first ones by date said. */
export const responsesByStatement: Query<ResponsesByStatementParams, ResponsesByStatementRow> = {
  name: 'responses-by-statement',
  mode: 'READ',
  columns: ['statementId', 'stance', 'state'],
  parameters: { statements: '[string]', statuses: '[string]', limit: 'integer', known: 'string' },
  text: `UNWIND $given.statements AS statementId
CALL (statementId) {
  MATCH (:Statement {id: statementId})<-[link:RESPONDS_TO]-(:Statement)-[:HAS_STATE]->(state:StatementState)
  WHERE link.from <= $given.known AND $given.known < link.to
    AND state.from <= $given.known AND $given.known < state.to AND state.status IN $given.statuses
  RETURN link.stance AS stance, state ORDER BY state.saidAscending LIMIT $given.limit
}
RETURN statementId, stance, properties(state) AS state`,
}

export interface RevisionsByStatementParams {
  readonly statements: readonly string[]
  readonly known: string
}

export interface RevisionsByStatementRow {
  readonly statementId: string
  readonly state: StatementProperties
}

/** The statements that revise each of these, earliest said first, whatever their status: a revision shows with it. */
export const revisionsByStatement: Query<RevisionsByStatementParams, RevisionsByStatementRow> = {
  name: 'revisions-by-statement',
  mode: 'READ',
  columns: ['statementId', 'state'],
  parameters: { statements: '[string]', known: 'string' },
  text: `UNWIND $given.statements AS statementId
MATCH (:Statement {id: statementId})<-[link:REVISES]-(:Statement)-[:HAS_STATE]->(state:StatementState)
WHERE link.from <= $given.known AND $given.known < link.to AND state.from <= $given.known AND $given.known < state.to
RETURN statementId, properties(state) AS state
ORDER BY statementId, state.saidAscending`,
}

export interface SearchParams {
  /** in Lucene's syntax, escaped */
  readonly query: string
  /** record kinds */
  readonly kinds: readonly string[]
  /** of the statements that are shown */
  readonly statuses: readonly string[]
  readonly known: string
  readonly fetch: number
}

export interface SearchRow {
  readonly fetched: number
  /** {id, kind, score}, best first */
  readonly hits: Record<string, unknown>[]
}

/**
 * The best hits of a full-text query, as records that are shown at a moment. `fetched` counts what the index gave,
 * shown or not, so that the caller knows whether there may be more.
 */
export const search: Query<SearchParams, SearchRow> = {
  name: 'search',
  mode: 'READ',
  columns: ['fetched', 'hits'],
  parameters: { query: 'string', kinds: '[string]', statuses: '[string]', known: 'string', fetch: 'integer' },
  text: `CALL db.index.fulltext.queryNodes('search', $given.query, {limit: $given.fetch}) YIELD node, score
WITH node, score, CASE
    WHEN node:ClaimState THEN {kind: 'Claim', id: node.claimId, shown: node.visible}
    WHEN node:StatementState THEN {kind: 'Statement', id: node.statementId, shown: node.status IN $given.statuses}
    WHEN node:AgentState THEN {kind: 'Agent', id: node.agentId, shown: node.nameKey IS NOT NULL}
    ELSE {kind: 'Article', id: node.articleId, shown: EXISTS {
      MATCH (:Article {id: node.articleId})-[:HAS_STATE]->(article:ArticleState {versionId: node.id})
      WHERE article.from <= $given.known AND $given.known < article.to
    }}
  END AS hit
WITH count(*) AS fetched, collect(CASE
    WHEN hit.shown AND hit.kind IN $given.kinds
      AND (node:ArticleVersion OR (node.from <= $given.known AND $given.known < node.to))
    THEN {id: hit.id, kind: hit.kind, score: score}
  END) AS hits
RETURN fetched, hits`,
}

export interface SourcesByClaimParams {
  readonly claims: readonly string[]
  readonly roles: readonly string[]
  /** of the statements that are shown */
  readonly statuses: readonly string[]
  readonly known: string
  /** the sort key to go on after */
  readonly after: string
  /** for each claim */
  readonly limit: number
}

export interface SourcesByClaimRow {
  readonly claimId: string
  readonly role: string
  readonly agentId: string
  readonly statementCount: number
  readonly sortKey: string
  readonly firstStatementId: string
}

/** Who reported each claim, in which role: earliest publication first. */
export const sourcesByClaim: Query<SourcesByClaimParams, SourcesByClaimRow> = {
  name: 'sources-by-claim',
  mode: 'READ',
  columns: ['claimId', 'role', 'agentId', 'statementCount', 'sortKey', 'firstStatementId'],
  parameters: { claims: '[string]', roles: '[string]', statuses: '[string]', known: 'string', after: 'string', limit: 'integer' },
  text: `UNWIND $given.claims AS claimId
CALL (claimId) {
  MATCH (statement:StatementState)
  WHERE statement.claimId = claimId AND statement.publishedAscending > ''
    AND statement.from <= $given.known AND $given.known < statement.to AND statement.status IN $given.statuses
  UNWIND [id IN statement.speakerIds | {role: 'SPEAKER', id: id}]
    + [id IN statement.relayIds | {role: 'RELAY', id: id}]
    + [{role: 'PUBLISHER', id: statement.outletId}] AS source
  WITH source.role AS role, source.id AS agentId,
    count(*) AS statementCount, min(statement.publishedAscending) AS firstKey
  WHERE role IN $given.roles
  WITH role, agentId, statementCount, firstKey,
    firstKey + ' ' + CASE role WHEN 'SPEAKER' THEN '1' WHEN 'RELAY' THEN '2' ELSE '3' END + ' ' + agentId AS sortKey
  WHERE sortKey > $given.after
  RETURN role, agentId, statementCount, sortKey, last(split(firstKey, ' ')) AS firstStatementId
  ORDER BY sortKey LIMIT $given.limit
}
RETURN claimId, role, agentId, statementCount, sortKey, firstStatementId`,
}

export interface StatementsParams {
  /** a statement filter in normal form */
  readonly filter: unknown
  readonly known: string
  /** the sort key to go on after */
  readonly after: string
  readonly limit: number
}

export interface StatementsRow {
  readonly sortKey: string
  readonly state: StatementProperties
}

/** One page of all statements, along the index of the order. */
export const statements: Readonly<Record<'TEXT' | 'SAID_DESC' | 'SAID_ASC' | 'PUBLISHED_DESC' | 'PUBLISHED_ASC', Query<StatementsParams, StatementsRow>>> = {
  TEXT: {
    name: 'statements.TEXT',
    mode: 'READ',
    columns: ['sortKey', 'state'],
    parameters: { filter: 'any', known: 'string', after: 'string', limit: 'integer' },
    text: `MATCH (state:StatementState)
USING INDEX SEEK state:StatementState(textKey)
WHERE state.textKey > $given.after
  AND state.from <= $given.known AND $given.known < state.to
  AND
  any(alternative IN $given.filter.anyOf WHERE all(test IN alternative WHERE test.not <> CASE test.kind
    WHEN 'AMONG' THEN any(value IN [] + coalesce(state[test.property], []) WHERE value IN test.values)
    WHEN 'EMPTY' THEN size(state[test.property]) = 0
    WHEN 'CONTAINS' THEN state[test.property] CONTAINS test.text
    WHEN 'WITHIN' THEN coalesce(state[test.lower], state[test.upper]) IS NOT NULL
      AND coalesce(state[test.lower], test.openLower) >= test.from
      AND coalesce(state[test.upper], test.openUpper) <= test.to
  END))
RETURN state.textKey AS sortKey, properties(state) AS state
ORDER BY sortKey ASC
LIMIT $given.limit`,
  },
  SAID_DESC: {
    name: 'statements.SAID_DESC',
    mode: 'READ',
    columns: ['sortKey', 'state'],
    parameters: { filter: 'any', known: 'string', after: 'string', limit: 'integer' },
    text: `MATCH (state:StatementState)
USING INDEX SEEK state:StatementState(saidDescending)
WHERE state.saidDescending < $given.after
  AND state.from <= $given.known AND $given.known < state.to
  AND
  any(alternative IN $given.filter.anyOf WHERE all(test IN alternative WHERE test.not <> CASE test.kind
    WHEN 'AMONG' THEN any(value IN [] + coalesce(state[test.property], []) WHERE value IN test.values)
    WHEN 'EMPTY' THEN size(state[test.property]) = 0
    WHEN 'CONTAINS' THEN state[test.property] CONTAINS test.text
    WHEN 'WITHIN' THEN coalesce(state[test.lower], state[test.upper]) IS NOT NULL
      AND coalesce(state[test.lower], test.openLower) >= test.from
      AND coalesce(state[test.upper], test.openUpper) <= test.to
  END))
RETURN state.saidDescending AS sortKey, properties(state) AS state
ORDER BY sortKey DESC
LIMIT $given.limit`,
  },
  SAID_ASC: {
    name: 'statements.SAID_ASC',
    mode: 'READ',
    columns: ['sortKey', 'state'],
    parameters: { filter: 'any', known: 'string', after: 'string', limit: 'integer' },
    text: `MATCH (state:StatementState)
USING INDEX SEEK state:StatementState(saidAscending)
WHERE state.saidAscending > $given.after
  AND state.from <= $given.known AND $given.known < state.to
  AND
  any(alternative IN $given.filter.anyOf WHERE all(test IN alternative WHERE test.not <> CASE test.kind
    WHEN 'AMONG' THEN any(value IN [] + coalesce(state[test.property], []) WHERE value IN test.values)
    WHEN 'EMPTY' THEN size(state[test.property]) = 0
    WHEN 'CONTAINS' THEN state[test.property] CONTAINS test.text
    WHEN 'WITHIN' THEN coalesce(state[test.lower], state[test.upper]) IS NOT NULL
      AND coalesce(state[test.lower], test.openLower) >= test.from
      AND coalesce(state[test.upper], test.openUpper) <= test.to
  END))
RETURN state.saidAscending AS sortKey, properties(state) AS state
ORDER BY sortKey ASC
LIMIT $given.limit`,
  },
  PUBLISHED_DESC: {
    name: 'statements.PUBLISHED_DESC',
    mode: 'READ',
    columns: ['sortKey', 'state'],
    parameters: { filter: 'any', known: 'string', after: 'string', limit: 'integer' },
    text: `MATCH (state:StatementState)
USING INDEX SEEK state:StatementState(publishedDescending)
WHERE state.publishedDescending < $given.after
  AND state.from <= $given.known AND $given.known < state.to
  AND
  any(alternative IN $given.filter.anyOf WHERE all(test IN alternative WHERE test.not <> CASE test.kind
    WHEN 'AMONG' THEN any(value IN [] + coalesce(state[test.property], []) WHERE value IN test.values)
    WHEN 'EMPTY' THEN size(state[test.property]) = 0
    WHEN 'CONTAINS' THEN state[test.property] CONTAINS test.text
    WHEN 'WITHIN' THEN coalesce(state[test.lower], state[test.upper]) IS NOT NULL
      AND coalesce(state[test.lower], test.openLower) >= test.from
      AND coalesce(state[test.upper], test.openUpper) <= test.to
  END))
RETURN state.publishedDescending AS sortKey, properties(state) AS state
ORDER BY sortKey DESC
LIMIT $given.limit`,
  },
  PUBLISHED_ASC: {
    name: 'statements.PUBLISHED_ASC',
    mode: 'READ',
    columns: ['sortKey', 'state'],
    parameters: { filter: 'any', known: 'string', after: 'string', limit: 'integer' },
    text: `MATCH (state:StatementState)
USING INDEX SEEK state:StatementState(publishedAscending)
WHERE state.publishedAscending > $given.after
  AND state.from <= $given.known AND $given.known < state.to
  AND
  any(alternative IN $given.filter.anyOf WHERE all(test IN alternative WHERE test.not <> CASE test.kind
    WHEN 'AMONG' THEN any(value IN [] + coalesce(state[test.property], []) WHERE value IN test.values)
    WHEN 'EMPTY' THEN size(state[test.property]) = 0
    WHEN 'CONTAINS' THEN state[test.property] CONTAINS test.text
    WHEN 'WITHIN' THEN coalesce(state[test.lower], state[test.upper]) IS NOT NULL
      AND coalesce(state[test.lower], test.openLower) >= test.from
      AND coalesce(state[test.upper], test.openUpper) <= test.to
  END))
RETURN state.publishedAscending AS sortKey, properties(state) AS state
ORDER BY sortKey ASC
LIMIT $given.limit`,
  },
}

export interface StatementsByArticleParams {
  /** ids of articles */
  readonly anchors: readonly string[]
  /** a statement filter in normal form */
  readonly filter: unknown
  readonly known: string
  /** the sort key to go on after */
  readonly after: string
  /** of each page */
  readonly limit: number
}

export interface StatementsByArticleRow {
  readonly anchor: string
  readonly sortKey: string
  readonly state: StatementProperties
}

/** One page of the statements of each article, along the index of the order. */
export const statementsByArticle: Readonly<Record<'TEXT' | 'SAID_DESC' | 'SAID_ASC' | 'PUBLISHED_DESC' | 'PUBLISHED_ASC', Query<StatementsByArticleParams, StatementsByArticleRow>>> = {
  TEXT: {
    name: 'statements-by-article.TEXT',
    mode: 'READ',
    columns: ['anchor', 'sortKey', 'state'],
    parameters: { anchors: '[string]', filter: 'any', known: 'string', after: 'string', limit: 'integer' },
    text: `UNWIND $given.anchors AS anchor
CALL (anchor) {
  MATCH (state:StatementState)
  USING INDEX SEEK state:StatementState(articleId, textKey)
  WHERE state.articleId = anchor AND state.textKey > $given.after
    AND state.from <= $given.known AND $given.known < state.to
    AND
    any(alternative IN $given.filter.anyOf WHERE all(test IN alternative WHERE test.not <> CASE test.kind
      WHEN 'AMONG' THEN any(value IN [] + coalesce(state[test.property], []) WHERE value IN test.values)
      WHEN 'EMPTY' THEN size(state[test.property]) = 0
      WHEN 'CONTAINS' THEN state[test.property] CONTAINS test.text
      WHEN 'WITHIN' THEN coalesce(state[test.lower], state[test.upper]) IS NOT NULL
        AND coalesce(state[test.lower], test.openLower) >= test.from
        AND coalesce(state[test.upper], test.openUpper) <= test.to
    END))
  WITH state ORDER BY state.articleId ASC, state.textKey ASC LIMIT $given.limit
  RETURN state.textKey AS sortKey, properties(state) AS properties
}
RETURN anchor, sortKey, properties AS state`,
  },
  SAID_DESC: {
    name: 'statements-by-article.SAID_DESC',
    mode: 'READ',
    columns: ['anchor', 'sortKey', 'state'],
    parameters: { anchors: '[string]', filter: 'any', known: 'string', after: 'string', limit: 'integer' },
    text: `UNWIND $given.anchors AS anchor
CALL (anchor) {
  MATCH (state:StatementState)
  USING INDEX SEEK state:StatementState(articleId, saidDescending)
  WHERE state.articleId = anchor AND state.saidDescending < $given.after
    AND state.from <= $given.known AND $given.known < state.to
    AND
    any(alternative IN $given.filter.anyOf WHERE all(test IN alternative WHERE test.not <> CASE test.kind
      WHEN 'AMONG' THEN any(value IN [] + coalesce(state[test.property], []) WHERE value IN test.values)
      WHEN 'EMPTY' THEN size(state[test.property]) = 0
      WHEN 'CONTAINS' THEN state[test.property] CONTAINS test.text
      WHEN 'WITHIN' THEN coalesce(state[test.lower], state[test.upper]) IS NOT NULL
        AND coalesce(state[test.lower], test.openLower) >= test.from
        AND coalesce(state[test.upper], test.openUpper) <= test.to
    END))
  WITH state ORDER BY state.articleId DESC, state.saidDescending DESC LIMIT $given.limit
  RETURN state.saidDescending AS sortKey, properties(state) AS properties
}
RETURN anchor, sortKey, properties AS state`,
  },
  SAID_ASC: {
    name: 'statements-by-article.SAID_ASC',
    mode: 'READ',
    columns: ['anchor', 'sortKey', 'state'],
    parameters: { anchors: '[string]', filter: 'any', known: 'string', after: 'string', limit: 'integer' },
    text: `UNWIND $given.anchors AS anchor
CALL (anchor) {
  MATCH (state:StatementState)
  USING INDEX SEEK state:StatementState(articleId, saidAscending)
  WHERE state.articleId = anchor AND state.saidAscending > $given.after
    AND state.from <= $given.known AND $given.known < state.to
    AND
    any(alternative IN $given.filter.anyOf WHERE all(test IN alternative WHERE test.not <> CASE test.kind
      WHEN 'AMONG' THEN any(value IN [] + coalesce(state[test.property], []) WHERE value IN test.values)
      WHEN 'EMPTY' THEN size(state[test.property]) = 0
      WHEN 'CONTAINS' THEN state[test.property] CONTAINS test.text
      WHEN 'WITHIN' THEN coalesce(state[test.lower], state[test.upper]) IS NOT NULL
        AND coalesce(state[test.lower], test.openLower) >= test.from
        AND coalesce(state[test.upper], test.openUpper) <= test.to
    END))
  WITH state ORDER BY state.articleId ASC, state.saidAscending ASC LIMIT $given.limit
  RETURN state.saidAscending AS sortKey, properties(state) AS properties
}
RETURN anchor, sortKey, properties AS state`,
  },
  PUBLISHED_DESC: {
    name: 'statements-by-article.PUBLISHED_DESC',
    mode: 'READ',
    columns: ['anchor', 'sortKey', 'state'],
    parameters: { anchors: '[string]', filter: 'any', known: 'string', after: 'string', limit: 'integer' },
    text: `UNWIND $given.anchors AS anchor
CALL (anchor) {
  MATCH (state:StatementState)
  USING INDEX SEEK state:StatementState(articleId, publishedDescending)
  WHERE state.articleId = anchor AND state.publishedDescending < $given.after
    AND state.from <= $given.known AND $given.known < state.to
    AND
    any(alternative IN $given.filter.anyOf WHERE all(test IN alternative WHERE test.not <> CASE test.kind
      WHEN 'AMONG' THEN any(value IN [] + coalesce(state[test.property], []) WHERE value IN test.values)
      WHEN 'EMPTY' THEN size(state[test.property]) = 0
      WHEN 'CONTAINS' THEN state[test.property] CONTAINS test.text
      WHEN 'WITHIN' THEN coalesce(state[test.lower], state[test.upper]) IS NOT NULL
        AND coalesce(state[test.lower], test.openLower) >= test.from
        AND coalesce(state[test.upper], test.openUpper) <= test.to
    END))
  WITH state ORDER BY state.articleId DESC, state.publishedDescending DESC LIMIT $given.limit
  RETURN state.publishedDescending AS sortKey, properties(state) AS properties
}
RETURN anchor, sortKey, properties AS state`,
  },
  PUBLISHED_ASC: {
    name: 'statements-by-article.PUBLISHED_ASC',
    mode: 'READ',
    columns: ['anchor', 'sortKey', 'state'],
    parameters: { anchors: '[string]', filter: 'any', known: 'string', after: 'string', limit: 'integer' },
    text: `UNWIND $given.anchors AS anchor
CALL (anchor) {
  MATCH (state:StatementState)
  USING INDEX SEEK state:StatementState(articleId, publishedAscending)
  WHERE state.articleId = anchor AND state.publishedAscending > $given.after
    AND state.from <= $given.known AND $given.known < state.to
    AND
    any(alternative IN $given.filter.anyOf WHERE all(test IN alternative WHERE test.not <> CASE test.kind
      WHEN 'AMONG' THEN any(value IN [] + coalesce(state[test.property], []) WHERE value IN test.values)
      WHEN 'EMPTY' THEN size(state[test.property]) = 0
      WHEN 'CONTAINS' THEN state[test.property] CONTAINS test.text
      WHEN 'WITHIN' THEN coalesce(state[test.lower], state[test.upper]) IS NOT NULL
        AND coalesce(state[test.lower], test.openLower) >= test.from
        AND coalesce(state[test.upper], test.openUpper) <= test.to
    END))
  WITH state ORDER BY state.articleId ASC, state.publishedAscending ASC LIMIT $given.limit
  RETURN state.publishedAscending AS sortKey, properties(state) AS properties
}
RETURN anchor, sortKey, properties AS state`,
  },
}

export interface StatementsByClaimParams {
  /** ids of claims */
  readonly anchors: readonly string[]
  /** a statement filter in normal form */
  readonly filter: unknown
  readonly known: string
  /** the sort key to go on after */
  readonly after: string
  /** of each page */
  readonly limit: number
}

export interface StatementsByClaimRow {
  readonly anchor: string
  readonly sortKey: string
  readonly state: StatementProperties
}

/** One page of the statements of each claim, along the index of the order. */
export const statementsByClaim: Readonly<Record<'TEXT' | 'SAID_DESC' | 'SAID_ASC' | 'PUBLISHED_DESC' | 'PUBLISHED_ASC', Query<StatementsByClaimParams, StatementsByClaimRow>>> = {
  TEXT: {
    name: 'statements-by-claim.TEXT',
    mode: 'READ',
    columns: ['anchor', 'sortKey', 'state'],
    parameters: { anchors: '[string]', filter: 'any', known: 'string', after: 'string', limit: 'integer' },
    text: `UNWIND $given.anchors AS anchor
CALL (anchor) {
  MATCH (state:StatementState)
  USING INDEX SEEK state:StatementState(claimId, textKey)
  WHERE state.claimId = anchor AND state.textKey > $given.after
    AND state.from <= $given.known AND $given.known < state.to
    AND
    any(alternative IN $given.filter.anyOf WHERE all(test IN alternative WHERE test.not <> CASE test.kind
      WHEN 'AMONG' THEN any(value IN [] + coalesce(state[test.property], []) WHERE value IN test.values)
      WHEN 'EMPTY' THEN size(state[test.property]) = 0
      WHEN 'CONTAINS' THEN state[test.property] CONTAINS test.text
      WHEN 'WITHIN' THEN coalesce(state[test.lower], state[test.upper]) IS NOT NULL
        AND coalesce(state[test.lower], test.openLower) >= test.from
        AND coalesce(state[test.upper], test.openUpper) <= test.to
    END))
  WITH state ORDER BY state.claimId ASC, state.textKey ASC LIMIT $given.limit
  RETURN state.textKey AS sortKey, properties(state) AS properties
}
RETURN anchor, sortKey, properties AS state`,
  },
  SAID_DESC: {
    name: 'statements-by-claim.SAID_DESC',
    mode: 'READ',
    columns: ['anchor', 'sortKey', 'state'],
    parameters: { anchors: '[string]', filter: 'any', known: 'string', after: 'string', limit: 'integer' },
    text: `UNWIND $given.anchors AS anchor
CALL (anchor) {
  MATCH (state:StatementState)
  USING INDEX SEEK state:StatementState(claimId, saidDescending)
  WHERE state.claimId = anchor AND state.saidDescending < $given.after
    AND state.from <= $given.known AND $given.known < state.to
    AND
    any(alternative IN $given.filter.anyOf WHERE all(test IN alternative WHERE test.not <> CASE test.kind
      WHEN 'AMONG' THEN any(value IN [] + coalesce(state[test.property], []) WHERE value IN test.values)
      WHEN 'EMPTY' THEN size(state[test.property]) = 0
      WHEN 'CONTAINS' THEN state[test.property] CONTAINS test.text
      WHEN 'WITHIN' THEN coalesce(state[test.lower], state[test.upper]) IS NOT NULL
        AND coalesce(state[test.lower], test.openLower) >= test.from
        AND coalesce(state[test.upper], test.openUpper) <= test.to
    END))
  WITH state ORDER BY state.claimId DESC, state.saidDescending DESC LIMIT $given.limit
  RETURN state.saidDescending AS sortKey, properties(state) AS properties
}
RETURN anchor, sortKey, properties AS state`,
  },
  SAID_ASC: {
    name: 'statements-by-claim.SAID_ASC',
    mode: 'READ',
    columns: ['anchor', 'sortKey', 'state'],
    parameters: { anchors: '[string]', filter: 'any', known: 'string', after: 'string', limit: 'integer' },
    text: `UNWIND $given.anchors AS anchor
CALL (anchor) {
  MATCH (state:StatementState)
  USING INDEX SEEK state:StatementState(claimId, saidAscending)
  WHERE state.claimId = anchor AND state.saidAscending > $given.after
    AND state.from <= $given.known AND $given.known < state.to
    AND
    any(alternative IN $given.filter.anyOf WHERE all(test IN alternative WHERE test.not <> CASE test.kind
      WHEN 'AMONG' THEN any(value IN [] + coalesce(state[test.property], []) WHERE value IN test.values)
      WHEN 'EMPTY' THEN size(state[test.property]) = 0
      WHEN 'CONTAINS' THEN state[test.property] CONTAINS test.text
      WHEN 'WITHIN' THEN coalesce(state[test.lower], state[test.upper]) IS NOT NULL
        AND coalesce(state[test.lower], test.openLower) >= test.from
        AND coalesce(state[test.upper], test.openUpper) <= test.to
    END))
  WITH state ORDER BY state.claimId ASC, state.saidAscending ASC LIMIT $given.limit
  RETURN state.saidAscending AS sortKey, properties(state) AS properties
}
RETURN anchor, sortKey, properties AS state`,
  },
  PUBLISHED_DESC: {
    name: 'statements-by-claim.PUBLISHED_DESC',
    mode: 'READ',
    columns: ['anchor', 'sortKey', 'state'],
    parameters: { anchors: '[string]', filter: 'any', known: 'string', after: 'string', limit: 'integer' },
    text: `UNWIND $given.anchors AS anchor
CALL (anchor) {
  MATCH (state:StatementState)
  USING INDEX SEEK state:StatementState(claimId, publishedDescending)
  WHERE state.claimId = anchor AND state.publishedDescending < $given.after
    AND state.from <= $given.known AND $given.known < state.to
    AND
    any(alternative IN $given.filter.anyOf WHERE all(test IN alternative WHERE test.not <> CASE test.kind
      WHEN 'AMONG' THEN any(value IN [] + coalesce(state[test.property], []) WHERE value IN test.values)
      WHEN 'EMPTY' THEN size(state[test.property]) = 0
      WHEN 'CONTAINS' THEN state[test.property] CONTAINS test.text
      WHEN 'WITHIN' THEN coalesce(state[test.lower], state[test.upper]) IS NOT NULL
        AND coalesce(state[test.lower], test.openLower) >= test.from
        AND coalesce(state[test.upper], test.openUpper) <= test.to
    END))
  WITH state ORDER BY state.claimId DESC, state.publishedDescending DESC LIMIT $given.limit
  RETURN state.publishedDescending AS sortKey, properties(state) AS properties
}
RETURN anchor, sortKey, properties AS state`,
  },
  PUBLISHED_ASC: {
    name: 'statements-by-claim.PUBLISHED_ASC',
    mode: 'READ',
    columns: ['anchor', 'sortKey', 'state'],
    parameters: { anchors: '[string]', filter: 'any', known: 'string', after: 'string', limit: 'integer' },
    text: `UNWIND $given.anchors AS anchor
CALL (anchor) {
  MATCH (state:StatementState)
  USING INDEX SEEK state:StatementState(claimId, publishedAscending)
  WHERE state.claimId = anchor AND state.publishedAscending > $given.after
    AND state.from <= $given.known AND $given.known < state.to
    AND
    any(alternative IN $given.filter.anyOf WHERE all(test IN alternative WHERE test.not <> CASE test.kind
      WHEN 'AMONG' THEN any(value IN [] + coalesce(state[test.property], []) WHERE value IN test.values)
      WHEN 'EMPTY' THEN size(state[test.property]) = 0
      WHEN 'CONTAINS' THEN state[test.property] CONTAINS test.text
      WHEN 'WITHIN' THEN coalesce(state[test.lower], state[test.upper]) IS NOT NULL
        AND coalesce(state[test.lower], test.openLower) >= test.from
        AND coalesce(state[test.upper], test.openUpper) <= test.to
    END))
  WITH state ORDER BY state.claimId ASC, state.publishedAscending ASC LIMIT $given.limit
  RETURN state.publishedAscending AS sortKey, properties(state) AS properties
}
RETURN anchor, sortKey, properties AS state`,
  },
}

export interface StatementsByOccasionParams {
  /** ids of occasions */
  readonly anchors: readonly string[]
  /** a statement filter in normal form */
  readonly filter: unknown
  readonly known: string
  /** the sort key to go on after */
  readonly after: string
  /** of each page */
  readonly limit: number
}

export interface StatementsByOccasionRow {
  readonly anchor: string
  readonly sortKey: string
  readonly state: StatementProperties
}

/** One page of the statements of each occasion, along the index of the order. */
export const statementsByOccasion: Readonly<Record<'TEXT' | 'SAID_DESC' | 'SAID_ASC' | 'PUBLISHED_DESC' | 'PUBLISHED_ASC', Query<StatementsByOccasionParams, StatementsByOccasionRow>>> = {
  TEXT: {
    name: 'statements-by-occasion.TEXT',
    mode: 'READ',
    columns: ['anchor', 'sortKey', 'state'],
    parameters: { anchors: '[string]', filter: 'any', known: 'string', after: 'string', limit: 'integer' },
    text: `UNWIND $given.anchors AS anchor
CALL (anchor) {
  MATCH (state:StatementState)
  USING INDEX SEEK state:StatementState(occasionId, textKey)
  WHERE state.occasionId = anchor AND state.textKey > $given.after
    AND state.from <= $given.known AND $given.known < state.to
    AND
    any(alternative IN $given.filter.anyOf WHERE all(test IN alternative WHERE test.not <> CASE test.kind
      WHEN 'AMONG' THEN any(value IN [] + coalesce(state[test.property], []) WHERE value IN test.values)
      WHEN 'EMPTY' THEN size(state[test.property]) = 0
      WHEN 'CONTAINS' THEN state[test.property] CONTAINS test.text
      WHEN 'WITHIN' THEN coalesce(state[test.lower], state[test.upper]) IS NOT NULL
        AND coalesce(state[test.lower], test.openLower) >= test.from
        AND coalesce(state[test.upper], test.openUpper) <= test.to
    END))
  WITH state ORDER BY state.occasionId ASC, state.textKey ASC LIMIT $given.limit
  RETURN state.textKey AS sortKey, properties(state) AS properties
}
RETURN anchor, sortKey, properties AS state`,
  },
  SAID_DESC: {
    name: 'statements-by-occasion.SAID_DESC',
    mode: 'READ',
    columns: ['anchor', 'sortKey', 'state'],
    parameters: { anchors: '[string]', filter: 'any', known: 'string', after: 'string', limit: 'integer' },
    text: `UNWIND $given.anchors AS anchor
CALL (anchor) {
  MATCH (state:StatementState)
  USING INDEX SEEK state:StatementState(occasionId, saidDescending)
  WHERE state.occasionId = anchor AND state.saidDescending < $given.after
    AND state.from <= $given.known AND $given.known < state.to
    AND
    any(alternative IN $given.filter.anyOf WHERE all(test IN alternative WHERE test.not <> CASE test.kind
      WHEN 'AMONG' THEN any(value IN [] + coalesce(state[test.property], []) WHERE value IN test.values)
      WHEN 'EMPTY' THEN size(state[test.property]) = 0
      WHEN 'CONTAINS' THEN state[test.property] CONTAINS test.text
      WHEN 'WITHIN' THEN coalesce(state[test.lower], state[test.upper]) IS NOT NULL
        AND coalesce(state[test.lower], test.openLower) >= test.from
        AND coalesce(state[test.upper], test.openUpper) <= test.to
    END))
  WITH state ORDER BY state.occasionId DESC, state.saidDescending DESC LIMIT $given.limit
  RETURN state.saidDescending AS sortKey, properties(state) AS properties
}
RETURN anchor, sortKey, properties AS state`,
  },
  SAID_ASC: {
    name: 'statements-by-occasion.SAID_ASC',
    mode: 'READ',
    columns: ['anchor', 'sortKey', 'state'],
    parameters: { anchors: '[string]', filter: 'any', known: 'string', after: 'string', limit: 'integer' },
    text: `UNWIND $given.anchors AS anchor
CALL (anchor) {
  MATCH (state:StatementState)
  USING INDEX SEEK state:StatementState(occasionId, saidAscending)
  WHERE state.occasionId = anchor AND state.saidAscending > $given.after
    AND state.from <= $given.known AND $given.known < state.to
    AND
    any(alternative IN $given.filter.anyOf WHERE all(test IN alternative WHERE test.not <> CASE test.kind
      WHEN 'AMONG' THEN any(value IN [] + coalesce(state[test.property], []) WHERE value IN test.values)
      WHEN 'EMPTY' THEN size(state[test.property]) = 0
      WHEN 'CONTAINS' THEN state[test.property] CONTAINS test.text
      WHEN 'WITHIN' THEN coalesce(state[test.lower], state[test.upper]) IS NOT NULL
        AND coalesce(state[test.lower], test.openLower) >= test.from
        AND coalesce(state[test.upper], test.openUpper) <= test.to
    END))
  WITH state ORDER BY state.occasionId ASC, state.saidAscending ASC LIMIT $given.limit
  RETURN state.saidAscending AS sortKey, properties(state) AS properties
}
RETURN anchor, sortKey, properties AS state`,
  },
  PUBLISHED_DESC: {
    name: 'statements-by-occasion.PUBLISHED_DESC',
    mode: 'READ',
    columns: ['anchor', 'sortKey', 'state'],
    parameters: { anchors: '[string]', filter: 'any', known: 'string', after: 'string', limit: 'integer' },
    text: `UNWIND $given.anchors AS anchor
CALL (anchor) {
  MATCH (state:StatementState)
  USING INDEX SEEK state:StatementState(occasionId, publishedDescending)
  WHERE state.occasionId = anchor AND state.publishedDescending < $given.after
    AND state.from <= $given.known AND $given.known < state.to
    AND
    any(alternative IN $given.filter.anyOf WHERE all(test IN alternative WHERE test.not <> CASE test.kind
      WHEN 'AMONG' THEN any(value IN [] + coalesce(state[test.property], []) WHERE value IN test.values)
      WHEN 'EMPTY' THEN size(state[test.property]) = 0
      WHEN 'CONTAINS' THEN state[test.property] CONTAINS test.text
      WHEN 'WITHIN' THEN coalesce(state[test.lower], state[test.upper]) IS NOT NULL
        AND coalesce(state[test.lower], test.openLower) >= test.from
        AND coalesce(state[test.upper], test.openUpper) <= test.to
    END))
  WITH state ORDER BY state.occasionId DESC, state.publishedDescending DESC LIMIT $given.limit
  RETURN state.publishedDescending AS sortKey, properties(state) AS properties
}
RETURN anchor, sortKey, properties AS state`,
  },
  PUBLISHED_ASC: {
    name: 'statements-by-occasion.PUBLISHED_ASC',
    mode: 'READ',
    columns: ['anchor', 'sortKey', 'state'],
    parameters: { anchors: '[string]', filter: 'any', known: 'string', after: 'string', limit: 'integer' },
    text: `UNWIND $given.anchors AS anchor
CALL (anchor) {
  MATCH (state:StatementState)
  USING INDEX SEEK state:StatementState(occasionId, publishedAscending)
  WHERE state.occasionId = anchor AND state.publishedAscending > $given.after
    AND state.from <= $given.known AND $given.known < state.to
    AND
    any(alternative IN $given.filter.anyOf WHERE all(test IN alternative WHERE test.not <> CASE test.kind
      WHEN 'AMONG' THEN any(value IN [] + coalesce(state[test.property], []) WHERE value IN test.values)
      WHEN 'EMPTY' THEN size(state[test.property]) = 0
      WHEN 'CONTAINS' THEN state[test.property] CONTAINS test.text
      WHEN 'WITHIN' THEN coalesce(state[test.lower], state[test.upper]) IS NOT NULL
        AND coalesce(state[test.lower], test.openLower) >= test.from
        AND coalesce(state[test.upper], test.openUpper) <= test.to
    END))
  WITH state ORDER BY state.occasionId ASC, state.publishedAscending ASC LIMIT $given.limit
  RETURN state.publishedAscending AS sortKey, properties(state) AS properties
}
RETURN anchor, sortKey, properties AS state`,
  },
}

export interface StatementsByOutletParams {
  /** ids of outlets */
  readonly anchors: readonly string[]
  /** a statement filter in normal form */
  readonly filter: unknown
  readonly known: string
  /** the sort key to go on after */
  readonly after: string
  /** of each page */
  readonly limit: number
}

export interface StatementsByOutletRow {
  readonly anchor: string
  readonly sortKey: string
  readonly state: StatementProperties
}

/**
 * What each outlet printed: one page of statements for each, walked along the index of the
 * agent's read edges.
 */
export const statementsByOutlet: Readonly<Record<'TEXT' | 'SAID_DESC' | 'SAID_ASC' | 'PUBLISHED_DESC' | 'PUBLISHED_ASC', Query<StatementsByOutletParams, StatementsByOutletRow>>> = {
  TEXT: {
    name: 'statements-by-outlet.TEXT',
    mode: 'READ',
    columns: ['anchor', 'sortKey', 'state'],
    parameters: { anchors: '[string]', filter: 'any', known: 'string', after: 'string', limit: 'integer' },
    text: `UNWIND $given.anchors AS anchor
CALL (anchor) {
  MATCH ()-[read:PRINTED]->(statement)
  USING INDEX read:PRINTED(agentId, textKey)
  WHERE read.agentId = anchor AND read.textKey > $given.after
    AND read.from <= $given.known AND $given.known < read.to
  MATCH (statement)-[:HAS_STATE]->(state:StatementState)
  WHERE state.from <= $given.known AND $given.known < state.to
    AND
    any(alternative IN $given.filter.anyOf WHERE all(test IN alternative WHERE test.not <> CASE test.kind
      WHEN 'AMONG' THEN any(value IN [] + coalesce(state[test.property], []) WHERE value IN test.values)
      WHEN 'EMPTY' THEN size(state[test.property]) = 0
      WHEN 'CONTAINS' THEN state[test.property] CONTAINS test.text
      WHEN 'WITHIN' THEN coalesce(state[test.lower], state[test.upper]) IS NOT NULL
        AND coalesce(state[test.lower], test.openLower) >= test.from
        AND coalesce(state[test.upper], test.openUpper) <= test.to
    END))
  RETURN read.textKey AS sortKey, properties(state) AS state
  ORDER BY read.agentId ASC, read.textKey ASC
  LIMIT $given.limit
}
RETURN anchor, sortKey, state`,
  },
  SAID_DESC: {
    name: 'statements-by-outlet.SAID_DESC',
    mode: 'READ',
    columns: ['anchor', 'sortKey', 'state'],
    parameters: { anchors: '[string]', filter: 'any', known: 'string', after: 'string', limit: 'integer' },
    text: `UNWIND $given.anchors AS anchor
CALL (anchor) {
  MATCH ()-[read:PRINTED]->(statement)
  USING INDEX read:PRINTED(agentId, saidDescending)
  WHERE read.agentId = anchor AND read.saidDescending < $given.after
    AND read.from <= $given.known AND $given.known < read.to
  MATCH (statement)-[:HAS_STATE]->(state:StatementState)
  WHERE state.from <= $given.known AND $given.known < state.to
    AND
    any(alternative IN $given.filter.anyOf WHERE all(test IN alternative WHERE test.not <> CASE test.kind
      WHEN 'AMONG' THEN any(value IN [] + coalesce(state[test.property], []) WHERE value IN test.values)
      WHEN 'EMPTY' THEN size(state[test.property]) = 0
      WHEN 'CONTAINS' THEN state[test.property] CONTAINS test.text
      WHEN 'WITHIN' THEN coalesce(state[test.lower], state[test.upper]) IS NOT NULL
        AND coalesce(state[test.lower], test.openLower) >= test.from
        AND coalesce(state[test.upper], test.openUpper) <= test.to
    END))
  RETURN read.saidDescending AS sortKey, properties(state) AS state
  ORDER BY read.agentId DESC, read.saidDescending DESC
  LIMIT $given.limit
}
RETURN anchor, sortKey, state`,
  },
  SAID_ASC: {
    name: 'statements-by-outlet.SAID_ASC',
    mode: 'READ',
    columns: ['anchor', 'sortKey', 'state'],
    parameters: { anchors: '[string]', filter: 'any', known: 'string', after: 'string', limit: 'integer' },
    text: `UNWIND $given.anchors AS anchor
CALL (anchor) {
  MATCH ()-[read:PRINTED]->(statement)
  USING INDEX read:PRINTED(agentId, saidAscending)
  WHERE read.agentId = anchor AND read.saidAscending > $given.after
    AND read.from <= $given.known AND $given.known < read.to
  MATCH (statement)-[:HAS_STATE]->(state:StatementState)
  WHERE state.from <= $given.known AND $given.known < state.to
    AND
    any(alternative IN $given.filter.anyOf WHERE all(test IN alternative WHERE test.not <> CASE test.kind
      WHEN 'AMONG' THEN any(value IN [] + coalesce(state[test.property], []) WHERE value IN test.values)
      WHEN 'EMPTY' THEN size(state[test.property]) = 0
      WHEN 'CONTAINS' THEN state[test.property] CONTAINS test.text
      WHEN 'WITHIN' THEN coalesce(state[test.lower], state[test.upper]) IS NOT NULL
        AND coalesce(state[test.lower], test.openLower) >= test.from
        AND coalesce(state[test.upper], test.openUpper) <= test.to
    END))
  RETURN read.saidAscending AS sortKey, properties(state) AS state
  ORDER BY read.agentId ASC, read.saidAscending ASC
  LIMIT $given.limit
}
RETURN anchor, sortKey, state`,
  },
  PUBLISHED_DESC: {
    name: 'statements-by-outlet.PUBLISHED_DESC',
    mode: 'READ',
    columns: ['anchor', 'sortKey', 'state'],
    parameters: { anchors: '[string]', filter: 'any', known: 'string', after: 'string', limit: 'integer' },
    text: `UNWIND $given.anchors AS anchor
CALL (anchor) {
  MATCH ()-[read:PRINTED]->(statement)
  USING INDEX read:PRINTED(agentId, publishedDescending)
  WHERE read.agentId = anchor AND read.publishedDescending < $given.after
    AND read.from <= $given.known AND $given.known < read.to
  MATCH (statement)-[:HAS_STATE]->(state:StatementState)
  WHERE state.from <= $given.known AND $given.known < state.to
    AND
    any(alternative IN $given.filter.anyOf WHERE all(test IN alternative WHERE test.not <> CASE test.kind
      WHEN 'AMONG' THEN any(value IN [] + coalesce(state[test.property], []) WHERE value IN test.values)
      WHEN 'EMPTY' THEN size(state[test.property]) = 0
      WHEN 'CONTAINS' THEN state[test.property] CONTAINS test.text
      WHEN 'WITHIN' THEN coalesce(state[test.lower], state[test.upper]) IS NOT NULL
        AND coalesce(state[test.lower], test.openLower) >= test.from
        AND coalesce(state[test.upper], test.openUpper) <= test.to
    END))
  RETURN read.publishedDescending AS sortKey, properties(state) AS state
  ORDER BY read.agentId DESC, read.publishedDescending DESC
  LIMIT $given.limit
}
RETURN anchor, sortKey, state`,
  },
  PUBLISHED_ASC: {
    name: 'statements-by-outlet.PUBLISHED_ASC',
    mode: 'READ',
    columns: ['anchor', 'sortKey', 'state'],
    parameters: { anchors: '[string]', filter: 'any', known: 'string', after: 'string', limit: 'integer' },
    text: `UNWIND $given.anchors AS anchor
CALL (anchor) {
  MATCH ()-[read:PRINTED]->(statement)
  USING INDEX read:PRINTED(agentId, publishedAscending)
  WHERE read.agentId = anchor AND read.publishedAscending > $given.after
    AND read.from <= $given.known AND $given.known < read.to
  MATCH (statement)-[:HAS_STATE]->(state:StatementState)
  WHERE state.from <= $given.known AND $given.known < state.to
    AND
    any(alternative IN $given.filter.anyOf WHERE all(test IN alternative WHERE test.not <> CASE test.kind
      WHEN 'AMONG' THEN any(value IN [] + coalesce(state[test.property], []) WHERE value IN test.values)
      WHEN 'EMPTY' THEN size(state[test.property]) = 0
      WHEN 'CONTAINS' THEN state[test.property] CONTAINS test.text
      WHEN 'WITHIN' THEN coalesce(state[test.lower], state[test.upper]) IS NOT NULL
        AND coalesce(state[test.lower], test.openLower) >= test.from
        AND coalesce(state[test.upper], test.openUpper) <= test.to
    END))
  RETURN read.publishedAscending AS sortKey, properties(state) AS state
  ORDER BY read.agentId ASC, read.publishedAscending ASC
  LIMIT $given.limit
}
RETURN anchor, sortKey, state`,
  },
}

export interface StatementsByRelayParams {
  /** ids of agents */
  readonly anchors: readonly string[]
  /** a statement filter in normal form */
  readonly filter: unknown
  readonly known: string
  /** the sort key to go on after */
  readonly after: string
  /** of each page */
  readonly limit: number
}

export interface StatementsByRelayRow {
  readonly anchor: string
  readonly sortKey: string
  readonly state: StatementProperties
}

/**
 * What reached print through each agent, which stands at any hop but the innermost: one page of statements for each, walked along the index of the
 * agent's read edges.
 */
export const statementsByRelay: Readonly<Record<'TEXT' | 'SAID_DESC' | 'SAID_ASC' | 'PUBLISHED_DESC' | 'PUBLISHED_ASC', Query<StatementsByRelayParams, StatementsByRelayRow>>> = {
  TEXT: {
    name: 'statements-by-relay.TEXT',
    mode: 'READ',
    columns: ['anchor', 'sortKey', 'state'],
    parameters: { anchors: '[string]', filter: 'any', known: 'string', after: 'string', limit: 'integer' },
    text: `UNWIND $given.anchors AS anchor
CALL (anchor) {
  MATCH ()-[read:RELAYED]->(statement)
  USING INDEX read:RELAYED(agentId, textKey)
  WHERE read.agentId = anchor AND read.textKey > $given.after
    AND read.from <= $given.known AND $given.known < read.to
  MATCH (statement)-[:HAS_STATE]->(state:StatementState)
  WHERE state.from <= $given.known AND $given.known < state.to
    AND
    any(alternative IN $given.filter.anyOf WHERE all(test IN alternative WHERE test.not <> CASE test.kind
      WHEN 'AMONG' THEN any(value IN [] + coalesce(state[test.property], []) WHERE value IN test.values)
      WHEN 'EMPTY' THEN size(state[test.property]) = 0
      WHEN 'CONTAINS' THEN state[test.property] CONTAINS test.text
      WHEN 'WITHIN' THEN coalesce(state[test.lower], state[test.upper]) IS NOT NULL
        AND coalesce(state[test.lower], test.openLower) >= test.from
        AND coalesce(state[test.upper], test.openUpper) <= test.to
    END))
  RETURN read.textKey AS sortKey, properties(state) AS state
  ORDER BY read.agentId ASC, read.textKey ASC
  LIMIT $given.limit
}
RETURN anchor, sortKey, state`,
  },
  SAID_DESC: {
    name: 'statements-by-relay.SAID_DESC',
    mode: 'READ',
    columns: ['anchor', 'sortKey', 'state'],
    parameters: { anchors: '[string]', filter: 'any', known: 'string', after: 'string', limit: 'integer' },
    text: `UNWIND $given.anchors AS anchor
CALL (anchor) {
  MATCH ()-[read:RELAYED]->(statement)
  USING INDEX read:RELAYED(agentId, saidDescending)
  WHERE read.agentId = anchor AND read.saidDescending < $given.after
    AND read.from <= $given.known AND $given.known < read.to
  MATCH (statement)-[:HAS_STATE]->(state:StatementState)
  WHERE state.from <= $given.known AND $given.known < state.to
    AND
    any(alternative IN $given.filter.anyOf WHERE all(test IN alternative WHERE test.not <> CASE test.kind
      WHEN 'AMONG' THEN any(value IN [] + coalesce(state[test.property], []) WHERE value IN test.values)
      WHEN 'EMPTY' THEN size(state[test.property]) = 0
      WHEN 'CONTAINS' THEN state[test.property] CONTAINS test.text
      WHEN 'WITHIN' THEN coalesce(state[test.lower], state[test.upper]) IS NOT NULL
        AND coalesce(state[test.lower], test.openLower) >= test.from
        AND coalesce(state[test.upper], test.openUpper) <= test.to
    END))
  RETURN read.saidDescending AS sortKey, properties(state) AS state
  ORDER BY read.agentId DESC, read.saidDescending DESC
  LIMIT $given.limit
}
RETURN anchor, sortKey, state`,
  },
  SAID_ASC: {
    name: 'statements-by-relay.SAID_ASC',
    mode: 'READ',
    columns: ['anchor', 'sortKey', 'state'],
    parameters: { anchors: '[string]', filter: 'any', known: 'string', after: 'string', limit: 'integer' },
    text: `UNWIND $given.anchors AS anchor
CALL (anchor) {
  MATCH ()-[read:RELAYED]->(statement)
  USING INDEX read:RELAYED(agentId, saidAscending)
  WHERE read.agentId = anchor AND read.saidAscending > $given.after
    AND read.from <= $given.known AND $given.known < read.to
  MATCH (statement)-[:HAS_STATE]->(state:StatementState)
  WHERE state.from <= $given.known AND $given.known < state.to
    AND
    any(alternative IN $given.filter.anyOf WHERE all(test IN alternative WHERE test.not <> CASE test.kind
      WHEN 'AMONG' THEN any(value IN [] + coalesce(state[test.property], []) WHERE value IN test.values)
      WHEN 'EMPTY' THEN size(state[test.property]) = 0
      WHEN 'CONTAINS' THEN state[test.property] CONTAINS test.text
      WHEN 'WITHIN' THEN coalesce(state[test.lower], state[test.upper]) IS NOT NULL
        AND coalesce(state[test.lower], test.openLower) >= test.from
        AND coalesce(state[test.upper], test.openUpper) <= test.to
    END))
  RETURN read.saidAscending AS sortKey, properties(state) AS state
  ORDER BY read.agentId ASC, read.saidAscending ASC
  LIMIT $given.limit
}
RETURN anchor, sortKey, state`,
  },
  PUBLISHED_DESC: {
    name: 'statements-by-relay.PUBLISHED_DESC',
    mode: 'READ',
    columns: ['anchor', 'sortKey', 'state'],
    parameters: { anchors: '[string]', filter: 'any', known: 'string', after: 'string', limit: 'integer' },
    text: `UNWIND $given.anchors AS anchor
CALL (anchor) {
  MATCH ()-[read:RELAYED]->(statement)
  USING INDEX read:RELAYED(agentId, publishedDescending)
  WHERE read.agentId = anchor AND read.publishedDescending < $given.after
    AND read.from <= $given.known AND $given.known < read.to
  MATCH (statement)-[:HAS_STATE]->(state:StatementState)
  WHERE state.from <= $given.known AND $given.known < state.to
    AND
    any(alternative IN $given.filter.anyOf WHERE all(test IN alternative WHERE test.not <> CASE test.kind
      WHEN 'AMONG' THEN any(value IN [] + coalesce(state[test.property], []) WHERE value IN test.values)
      WHEN 'EMPTY' THEN size(state[test.property]) = 0
      WHEN 'CONTAINS' THEN state[test.property] CONTAINS test.text
      WHEN 'WITHIN' THEN coalesce(state[test.lower], state[test.upper]) IS NOT NULL
        AND coalesce(state[test.lower], test.openLower) >= test.from
        AND coalesce(state[test.upper], test.openUpper) <= test.to
    END))
  RETURN read.publishedDescending AS sortKey, properties(state) AS state
  ORDER BY read.agentId DESC, read.publishedDescending DESC
  LIMIT $given.limit
}
RETURN anchor, sortKey, state`,
  },
  PUBLISHED_ASC: {
    name: 'statements-by-relay.PUBLISHED_ASC',
    mode: 'READ',
    columns: ['anchor', 'sortKey', 'state'],
    parameters: { anchors: '[string]', filter: 'any', known: 'string', after: 'string', limit: 'integer' },
    text: `UNWIND $given.anchors AS anchor
CALL (anchor) {
  MATCH ()-[read:RELAYED]->(statement)
  USING INDEX read:RELAYED(agentId, publishedAscending)
  WHERE read.agentId = anchor AND read.publishedAscending > $given.after
    AND read.from <= $given.known AND $given.known < read.to
  MATCH (statement)-[:HAS_STATE]->(state:StatementState)
  WHERE state.from <= $given.known AND $given.known < state.to
    AND
    any(alternative IN $given.filter.anyOf WHERE all(test IN alternative WHERE test.not <> CASE test.kind
      WHEN 'AMONG' THEN any(value IN [] + coalesce(state[test.property], []) WHERE value IN test.values)
      WHEN 'EMPTY' THEN size(state[test.property]) = 0
      WHEN 'CONTAINS' THEN state[test.property] CONTAINS test.text
      WHEN 'WITHIN' THEN coalesce(state[test.lower], state[test.upper]) IS NOT NULL
        AND coalesce(state[test.lower], test.openLower) >= test.from
        AND coalesce(state[test.upper], test.openUpper) <= test.to
    END))
  RETURN read.publishedAscending AS sortKey, properties(state) AS state
  ORDER BY read.agentId ASC, read.publishedAscending ASC
  LIMIT $given.limit
}
RETURN anchor, sortKey, state`,
  },
}

export interface StatementsBySpeakerParams {
  /** ids of agents */
  readonly anchors: readonly string[]
  /** a statement filter in normal form */
  readonly filter: unknown
  readonly known: string
  /** the sort key to go on after */
  readonly after: string
  /** of each page */
  readonly limit: number
}

export interface StatementsBySpeakerRow {
  readonly anchor: string
  readonly sortKey: string
  readonly state: StatementProperties
}

/**
 * What each agent says, alone or with others: one page of statements for each, walked along the index of the
 * agent's read edges.
 */
export const statementsBySpeaker: Readonly<Record<'TEXT' | 'SAID_DESC' | 'SAID_ASC' | 'PUBLISHED_DESC' | 'PUBLISHED_ASC', Query<StatementsBySpeakerParams, StatementsBySpeakerRow>>> = {
  TEXT: {
    name: 'statements-by-speaker.TEXT',
    mode: 'READ',
    columns: ['anchor', 'sortKey', 'state'],
    parameters: { anchors: '[string]', filter: 'any', known: 'string', after: 'string', limit: 'integer' },
    text: `UNWIND $given.anchors AS anchor
CALL (anchor) {
  MATCH ()-[read:SPOKE]->(statement)
  USING INDEX read:SPOKE(agentId, textKey)
  WHERE read.agentId = anchor AND read.textKey > $given.after
    AND read.from <= $given.known AND $given.known < read.to
  MATCH (statement)-[:HAS_STATE]->(state:StatementState)
  WHERE state.from <= $given.known AND $given.known < state.to
    AND
    any(alternative IN $given.filter.anyOf WHERE all(test IN alternative WHERE test.not <> CASE test.kind
      WHEN 'AMONG' THEN any(value IN [] + coalesce(state[test.property], []) WHERE value IN test.values)
      WHEN 'EMPTY' THEN size(state[test.property]) = 0
      WHEN 'CONTAINS' THEN state[test.property] CONTAINS test.text
      WHEN 'WITHIN' THEN coalesce(state[test.lower], state[test.upper]) IS NOT NULL
        AND coalesce(state[test.lower], test.openLower) >= test.from
        AND coalesce(state[test.upper], test.openUpper) <= test.to
    END))
  RETURN read.textKey AS sortKey, properties(state) AS state
  ORDER BY read.agentId ASC, read.textKey ASC
  LIMIT $given.limit
}
RETURN anchor, sortKey, state`,
  },
  SAID_DESC: {
    name: 'statements-by-speaker.SAID_DESC',
    mode: 'READ',
    columns: ['anchor', 'sortKey', 'state'],
    parameters: { anchors: '[string]', filter: 'any', known: 'string', after: 'string', limit: 'integer' },
    text: `UNWIND $given.anchors AS anchor
CALL (anchor) {
  MATCH ()-[read:SPOKE]->(statement)
  USING INDEX read:SPOKE(agentId, saidDescending)
  WHERE read.agentId = anchor AND read.saidDescending < $given.after
    AND read.from <= $given.known AND $given.known < read.to
  MATCH (statement)-[:HAS_STATE]->(state:StatementState)
  WHERE state.from <= $given.known AND $given.known < state.to
    AND
    any(alternative IN $given.filter.anyOf WHERE all(test IN alternative WHERE test.not <> CASE test.kind
      WHEN 'AMONG' THEN any(value IN [] + coalesce(state[test.property], []) WHERE value IN test.values)
      WHEN 'EMPTY' THEN size(state[test.property]) = 0
      WHEN 'CONTAINS' THEN state[test.property] CONTAINS test.text
      WHEN 'WITHIN' THEN coalesce(state[test.lower], state[test.upper]) IS NOT NULL
        AND coalesce(state[test.lower], test.openLower) >= test.from
        AND coalesce(state[test.upper], test.openUpper) <= test.to
    END))
  RETURN read.saidDescending AS sortKey, properties(state) AS state
  ORDER BY read.agentId DESC, read.saidDescending DESC
  LIMIT $given.limit
}
RETURN anchor, sortKey, state`,
  },
  SAID_ASC: {
    name: 'statements-by-speaker.SAID_ASC',
    mode: 'READ',
    columns: ['anchor', 'sortKey', 'state'],
    parameters: { anchors: '[string]', filter: 'any', known: 'string', after: 'string', limit: 'integer' },
    text: `UNWIND $given.anchors AS anchor
CALL (anchor) {
  MATCH ()-[read:SPOKE]->(statement)
  USING INDEX read:SPOKE(agentId, saidAscending)
  WHERE read.agentId = anchor AND read.saidAscending > $given.after
    AND read.from <= $given.known AND $given.known < read.to
  MATCH (statement)-[:HAS_STATE]->(state:StatementState)
  WHERE state.from <= $given.known AND $given.known < state.to
    AND
    any(alternative IN $given.filter.anyOf WHERE all(test IN alternative WHERE test.not <> CASE test.kind
      WHEN 'AMONG' THEN any(value IN [] + coalesce(state[test.property], []) WHERE value IN test.values)
      WHEN 'EMPTY' THEN size(state[test.property]) = 0
      WHEN 'CONTAINS' THEN state[test.property] CONTAINS test.text
      WHEN 'WITHIN' THEN coalesce(state[test.lower], state[test.upper]) IS NOT NULL
        AND coalesce(state[test.lower], test.openLower) >= test.from
        AND coalesce(state[test.upper], test.openUpper) <= test.to
    END))
  RETURN read.saidAscending AS sortKey, properties(state) AS state
  ORDER BY read.agentId ASC, read.saidAscending ASC
  LIMIT $given.limit
}
RETURN anchor, sortKey, state`,
  },
  PUBLISHED_DESC: {
    name: 'statements-by-speaker.PUBLISHED_DESC',
    mode: 'READ',
    columns: ['anchor', 'sortKey', 'state'],
    parameters: { anchors: '[string]', filter: 'any', known: 'string', after: 'string', limit: 'integer' },
    text: `UNWIND $given.anchors AS anchor
CALL (anchor) {
  MATCH ()-[read:SPOKE]->(statement)
  USING INDEX read:SPOKE(agentId, publishedDescending)
  WHERE read.agentId = anchor AND read.publishedDescending < $given.after
    AND read.from <= $given.known AND $given.known < read.to
  MATCH (statement)-[:HAS_STATE]->(state:StatementState)
  WHERE state.from <= $given.known AND $given.known < state.to
    AND
    any(alternative IN $given.filter.anyOf WHERE all(test IN alternative WHERE test.not <> CASE test.kind
      WHEN 'AMONG' THEN any(value IN [] + coalesce(state[test.property], []) WHERE value IN test.values)
      WHEN 'EMPTY' THEN size(state[test.property]) = 0
      WHEN 'CONTAINS' THEN state[test.property] CONTAINS test.text
      WHEN 'WITHIN' THEN coalesce(state[test.lower], state[test.upper]) IS NOT NULL
        AND coalesce(state[test.lower], test.openLower) >= test.from
        AND coalesce(state[test.upper], test.openUpper) <= test.to
    END))
  RETURN read.publishedDescending AS sortKey, properties(state) AS state
  ORDER BY read.agentId DESC, read.publishedDescending DESC
  LIMIT $given.limit
}
RETURN anchor, sortKey, state`,
  },
  PUBLISHED_ASC: {
    name: 'statements-by-speaker.PUBLISHED_ASC',
    mode: 'READ',
    columns: ['anchor', 'sortKey', 'state'],
    parameters: { anchors: '[string]', filter: 'any', known: 'string', after: 'string', limit: 'integer' },
    text: `UNWIND $given.anchors AS anchor
CALL (anchor) {
  MATCH ()-[read:SPOKE]->(statement)
  USING INDEX read:SPOKE(agentId, publishedAscending)
  WHERE read.agentId = anchor AND read.publishedAscending > $given.after
    AND read.from <= $given.known AND $given.known < read.to
  MATCH (statement)-[:HAS_STATE]->(state:StatementState)
  WHERE state.from <= $given.known AND $given.known < state.to
    AND
    any(alternative IN $given.filter.anyOf WHERE all(test IN alternative WHERE test.not <> CASE test.kind
      WHEN 'AMONG' THEN any(value IN [] + coalesce(state[test.property], []) WHERE value IN test.values)
      WHEN 'EMPTY' THEN size(state[test.property]) = 0
      WHEN 'CONTAINS' THEN state[test.property] CONTAINS test.text
      WHEN 'WITHIN' THEN coalesce(state[test.lower], state[test.upper]) IS NOT NULL
        AND coalesce(state[test.lower], test.openLower) >= test.from
        AND coalesce(state[test.upper], test.openUpper) <= test.to
    END))
  RETURN read.publishedAscending AS sortKey, properties(state) AS state
  ORDER BY read.agentId ASC, read.publishedAscending ASC
  LIMIT $given.limit
}
RETURN anchor, sortKey, state`,
  },
}

export interface TraceParams {
  /** begin at each of its shown statements */
  readonly claim: string | null
  /** or at this one, whatever its status */
  readonly statement: string | null
  /** what is shown */
  readonly statuses: readonly string[]
  readonly known: string
}

export interface TraceRow {
  readonly id: string
  /** Statement, Attribution, ArticleVersion or Article */
  readonly label: string
  readonly starts: boolean
  /** of an attribution */
  readonly basis: string | null
  /** outward: {type, to} */
  readonly links: Record<string, unknown>[]
}

/**
 * Everything between a claim or a statement and the pages it was printed on, each node once, in one round trip at any
 * depth. A hop that cites an article leads on to that article's shown statements of the same claim and their hops.
 */
export const trace: Query<TraceParams, TraceRow> = {
  name: 'trace',
  mode: 'READ',
  columns: ['id', 'label', 'starts', 'basis', 'links'],
  parameters: { claim: 'string', statement: 'string', statuses: '[string]', known: 'string' },
  text: `CALL () {
  MATCH (state:StatementState)
  WHERE state.claimId = $given.claim AND state.publishedAscending > ''
    AND state.from <= $given.known AND $given.known < state.to AND state.status IN $given.statuses
  RETURN state.statementId AS startId, state.claimId AS claimId
  UNION
  MATCH (:Statement {id: $given.statement})-[:HAS_STATE]->(state:StatementState)
  WHERE state.from <= $given.known AND $given.known < state.to
  RETURN state.statementId AS startId, state.claimId AS claimId
}
MATCH (start:Statement {id: startId})-[steps:REPORTED_IN|CITES|CARRIES*0..]->(node)
WHERE all(step IN steps WHERE step.from <= $given.known AND $given.known < step.to
  AND coalesce(step.claimId = claimId AND step.shown, true))
WITH DISTINCT node, claimId, collect(DISTINCT startId) AS startIds
RETURN node.id AS id,
  head([label IN labels(node) WHERE label IN ['Statement', 'Attribution', 'ArticleVersion', 'Article']]) AS label,
  node.id IN startIds AS starts,
  head([(node)-[:HAS_STATE]->(state:AttributionState WHERE state.from <= $given.known AND $given.known < state.to)
    | state.basis]) AS basis,
  [(node)-[link:REPORTED_IN|CITES|CARRIES]->(next)
    WHERE link.from <= $given.known AND $given.known < link.to AND coalesce(link.claimId = claimId AND link.shown, true)
    | {type: type(link), to: next.id}] AS links`,
}

export interface AdvanceClockParams {
  readonly instant: string
}

export interface AdvanceClockRow {
  readonly last: string
}

/** Sets the clock to the instant of this write. */
export const advanceClock: Query<AdvanceClockParams, AdvanceClockRow> = {
  name: 'advance-clock',
  mode: 'WRITE',
  columns: ['last'],
  parameters: { instant: 'string' },
  text: `MATCH (clock:Clock {id: 'clock'})
SET clock.last = $given.instant
REMOVE clock.locked
RETURN clock.last AS last`,
}

export interface ClaimFirstsParams {
  readonly claims: readonly string[]
  /** what is shown */
  readonly statuses: readonly string[]
  readonly forever: string
}

export interface ClaimFirstsRow {
  readonly claimId: string
  readonly firstSaid: StatementProperties | null
  readonly firstPublished: StatementProperties | null
}

/** Of each claim: its shown statements that were said and printed first, as of now. */
export const claimFirsts: Query<ClaimFirstsParams, ClaimFirstsRow> = {
  name: 'claim-firsts',
  mode: 'WRITE',
  columns: ['claimId', 'firstSaid', 'firstPublished'],
  parameters: { claims: '[string]', statuses: '[string]', forever: 'string' },
  text: `UNWIND $given.claims AS claimId
RETURN claimId,
  head(COLLECT {
    MATCH (state:StatementState)
    USING INDEX SEEK state:StatementState(claimId, saidAscending)
    WHERE state.claimId = claimId AND state.saidAscending > '' AND state.to = $given.forever AND state.status IN $given.statuses
    RETURN properties(state) ORDER BY state.claimId, state.saidAscending LIMIT 1
  }) AS firstSaid,
  head(COLLECT {
    MATCH (state:StatementState)
    USING INDEX SEEK state:StatementState(claimId, publishedAscending)
    WHERE state.claimId = claimId AND state.publishedAscending > '' AND state.to = $given.forever
      AND state.status IN $given.statuses
    RETURN properties(state) ORDER BY state.claimId, state.publishedAscending LIMIT 1
  }) AS firstPublished`,
}

export interface CloseEdgesParams {
  readonly handles: readonly string[]
  readonly instant: string
}

export interface CloseEdgesRow {
  readonly closed: number
}

/** Ends edges: they held until this instant. */
export const closeEdges: Query<CloseEdgesParams, CloseEdgesRow> = {
  name: 'close-edges',
  mode: 'WRITE',
  columns: ['closed'],
  parameters: { handles: '[string]', instant: 'string' },
  text: `UNWIND $given.handles AS handle
MATCH ()-[edge]->() WHERE elementId(edge) = handle
SET edge.to = $given.instant
RETURN count(*) AS closed`,
}

export interface CloseStatesParams {
  readonly handles: readonly string[]
  readonly instant: string
}

export interface CloseStatesRow {
  readonly closed: number
}

/** Ends states: they held until this instant. */
export const closeStates: Query<CloseStatesParams, CloseStatesRow> = {
  name: 'close-states',
  mode: 'WRITE',
  columns: ['closed'],
  parameters: { handles: '[string]', instant: 'string' },
  text: `UNWIND $given.handles AS handle
MATCH (state) WHERE elementId(state) = handle
SET state.to = $given.instant
RETURN count(*) AS closed`,
}

export interface CurrentEdgesFromParams {
  readonly ids: readonly string[]
  readonly forever: string
}

export interface CurrentEdgesFromRow {
  readonly source: string
  readonly type: string
  readonly target: string
  /** of the edge, within this transaction */
  readonly handle: string
  readonly properties: Record<string, unknown>
}

/**
 * The edges out of records that hold now, read edges aside. The types are named, so that of an agent whom thousands of
 * statements hang on only its own few edges are read: an edge type that documents tell has to stand here.
 */
export const currentEdgesFrom: Query<CurrentEdgesFromParams, CurrentEdgesFromRow> = {
  name: 'current-edges-from',
  mode: 'WRITE',
  columns: ['source', 'type', 'target', 'handle', 'properties'],
  parameters: { ids: '[string]', forever: 'string' },
  text: `UNWIND $given.ids AS source
MATCH (:Record {id: source})-[edge:PUBLISHED_BY|WRITTEN_BY|VERSION_OF|DESCRIBES
  |REPORTED_IN|BY|TO|ON_BEHALF_OF|AT|ON|CITES
  |EXPRESSES|ANCHORED_IN|REVISES|SUPPORTS|RESPONDS_TO
  |IDENTIFIED_BY|SPEAKS_FOR|PART_OF|HELD_ROLE {to: $given.forever}]->(target:Record)
RETURN source, type(edge) AS type, target.id AS target, elementId(edge) AS handle, properties(edge) AS properties`,
}

export interface CurrentReadEdgesParams {
  readonly statements: readonly string[]
  readonly forever: string
}

export interface CurrentReadEdgesRow {
  readonly source: string
  readonly type: string
  readonly target: string
  /** of the edge, within this transaction */
  readonly handle: string
  readonly properties: Record<string, unknown>
}

/** The read edges that lead to statements now. */
export const currentReadEdges: Query<CurrentReadEdgesParams, CurrentReadEdgesRow> = {
  name: 'current-read-edges',
  mode: 'WRITE',
  columns: ['source', 'type', 'target', 'handle', 'properties'],
  parameters: { statements: '[string]', forever: 'string' },
  text: `UNWIND $given.statements AS target
MATCH (:Statement {id: target})<-[edge:SPOKE|RELAYED|PRINTED|CARRIES {to: $given.forever}]-(source:Record)
RETURN source.id AS source, type(edge) AS type, target, elementId(edge) AS handle, properties(edge) AS properties`,
}

export interface CurrentStatesParams {
  readonly ids: readonly string[]
  readonly forever: string
}

export interface CurrentStatesRow {
  readonly recordId: string
  /** of the state, within this transaction */
  readonly handle: string
  readonly state: Record<string, unknown>
}

/** The states of records that hold now. */
export const currentStates: Query<CurrentStatesParams, CurrentStatesRow> = {
  name: 'current-states',
  mode: 'WRITE',
  columns: ['recordId', 'handle', 'state'],
  parameters: { ids: '[string]', forever: 'string' },
  text: `UNWIND $given.ids AS recordId
MATCH (:Record {id: recordId})-[:HAS_STATE]->(state {to: $given.forever})
RETURN recordId, elementId(state) AS handle, properties(state) AS state`,
}

export interface DescribedByOthersParams {
  readonly ids: readonly string[]
  readonly version: string
  readonly forever: string
}

export interface DescribedByOthersRow {
  readonly recordId: string
}

/** Which of these records some other version describes now, too. One is enough, however many there are. */
export const describedByOthers: Query<DescribedByOthersParams, DescribedByOthersRow> = {
  name: 'described-by-others',
  mode: 'WRITE',
  columns: ['recordId'],
  parameters: { ids: '[string]', version: 'string', forever: 'string' },
  text: `UNWIND $given.ids AS recordId
MATCH (record:Record {id: recordId})
WHERE EXISTS {
  MATCH (record)<-[edge:DESCRIBES]-(other:ArticleVersion)
  WHERE edge.to = $given.forever AND other.id <> $given.version
}
RETURN recordId`,
}

export interface DescriptionsOfParams {
  readonly ids: readonly string[]
  readonly forever: string
}

export interface DescriptionsOfRow {
  readonly recordId: string
  readonly articleId: string
  /** of the version */
  readonly number: number
  readonly description: Record<string, unknown>
}

/** What the versions of articles say of shared records now: agents, claims, occasions, places. */
export const descriptionsOf: Query<DescriptionsOfParams, DescriptionsOfRow> = {
  name: 'descriptions-of',
  mode: 'WRITE',
  columns: ['recordId', 'articleId', 'number', 'description'],
  parameters: { ids: '[string]', forever: 'string' },
  text: `UNWIND $given.ids AS recordId
MATCH (:Record {id: recordId})<-[edge:DESCRIBES]-(version:ArticleVersion)
WHERE edge.to = $given.forever
RETURN recordId, version.articleId AS articleId, version.number AS number, properties(edge) AS description`,
}

export type LockClockParams = Record<string, never>

export interface LockClockRow {
  readonly last: string | null
}

/**
 * Takes the one lock that writers queue for, and tells the last instant of recording. So instants strictly increase in
 * the order of commits, and what was read as of a moment never changes afterwards, unless a write that had begun by
 * then was still under way.
 */
export const lockClock: Query<LockClockParams, LockClockRow> = {
  name: 'lock-clock',
  mode: 'WRITE',
  columns: ['last'],
  parameters: {},
  text: `MERGE (clock:Clock {id: 'clock'})
SET clock.locked = true
RETURN clock.last AS last`,
}

export interface OpenEdgesParams {
  /** {type, source, target, properties} */
  readonly edges: readonly Record<string, unknown>[]
  readonly instant: string
  readonly forever: string
}

export interface OpenEdgesRow {
  readonly opened: number
}

/** Begins edges: they hold from this instant on. */
export const openEdges: Query<OpenEdgesParams, OpenEdgesRow> = {
  name: 'open-edges',
  mode: 'WRITE',
  columns: ['opened'],
  parameters: { edges: '[map]', instant: 'string', forever: 'string' },
  text: `UNWIND $given.edges AS row
MATCH (source:Record {id: row.source})
MATCH (target:Record {id: row.target})
CREATE (source)-[edge:$(row.type)]->(target)
SET edge = row.properties, edge.from = $given.instant, edge.to = $given.forever
RETURN count(*) AS opened`,
}

export interface OpenStatesParams {
  /** {recordId, label, properties} */
  readonly states: readonly Record<string, unknown>[]
  readonly instant: string
  readonly forever: string
}

export interface OpenStatesRow {
  readonly opened: number
}

/** Begins states: they hold from this instant on. */
export const openStates: Query<OpenStatesParams, OpenStatesRow> = {
  name: 'open-states',
  mode: 'WRITE',
  columns: ['opened'],
  parameters: { states: '[map]', instant: 'string', forever: 'string' },
  text: `UNWIND $given.states AS row
MATCH (record:Record {id: row.recordId})
CREATE (record)-[:HAS_STATE]->(state:$(row.label))
SET state = row.properties, state.from = $given.instant, state.to = $given.forever,
  state.recordedAt = record.recordedAt, state.recordedBy = record.recordedBy,
  state.recordedMethod = record.recordedMethod
RETURN count(*) AS opened`,
}

export interface PutRecordsParams {
  /** {id, labels, copies, fixed}; `fixed` is set once, with the article */
  readonly records: readonly Record<string, unknown>[]
  readonly instant: string
  readonly by: string
  readonly method: string
}

export interface PutRecordsRow {
  readonly id: string
  readonly created: boolean
}

/**
 * Creates the records that are not there yet and refreshes the copies that make a node readable by itself. Where and
 * how it was first recorded is never changed. Only a record that belongs to an article and so far was merely referred
 * to is recorded when its article tells it.
 */
export const putRecords: Query<PutRecordsParams, PutRecordsRow> = {
  name: 'put-records',
  mode: 'WRITE',
  columns: ['id', 'created'],
  parameters: { records: '[map]', instant: 'string', by: 'string', method: 'string' },
  text: `UNWIND $given.records AS row
OPTIONAL MATCH (known:Record {id: row.id})
WITH row, known IS NULL AS created,
  known.recordedAt IS NULL OR (known.articleId IS NULL AND row.fixed.articleId IS NOT NULL) AS recordedNow
MERGE (record:Record {id: row.id})
SET record:$(row.labels), record += row.copies
SET record += CASE WHEN recordedNow THEN row.fixed ELSE {} END
SET record += CASE WHEN recordedNow
  THEN {recordedAt: $given.instant, recordedBy: $given.by, recordedMethod: $given.method} ELSE {} END
RETURN row.id AS id, created`,
}

export interface RecordSchemaFileParams {
  readonly version: number
  readonly name: string
  readonly checksum: string
  readonly appliedAt: string
}

export interface RecordSchemaFileRow {
  readonly version: number
}

/** Notes that a schema file was applied. Applied again, it keeps its first date. */
export const recordSchemaFile: Query<RecordSchemaFileParams, RecordSchemaFileRow> = {
  name: 'record-schema-file',
  mode: 'WRITE',
  columns: ['version'],
  parameters: { version: 'integer', name: 'string', checksum: 'string', appliedAt: 'string' },
  text: `MERGE (file:SchemaFile {version: $given.version})
ON CREATE SET file.name = $given.name, file.checksum = $given.checksum, file.appliedAt = $given.appliedAt
RETURN file.version AS version`,
}

export interface RecordsOfArticleParams {
  readonly article: string
}

export interface RecordsOfArticleRow {
  readonly id: string
  readonly kind: string
}

/** The records that belong to an article: its versions, statements and acts. */
export const recordsOfArticle: Query<RecordsOfArticleParams, RecordsOfArticleRow> = {
  name: 'records-of-article',
  mode: 'WRITE',
  columns: ['id', 'kind'],
  parameters: { article: 'string' },
  text: `MATCH (record:Record {articleId: $given.article})
WHERE record:Statement OR record:Attribution OR record:ArticleVersion
RETURN record.id AS id,
  head([label IN labels(record) WHERE label IN ['Statement', 'Attribution', 'ArticleVersion']]) AS kind`,
}

export interface RefreshStatementCopiesParams {
  readonly statements: readonly string[]
  readonly claims: readonly string[]
  readonly agents: readonly string[]
  readonly forever: string
}

export interface RefreshStatementCopiesRow {
  readonly refreshed: number
}

/**
 * Lets statements be readable by themselves: refreshes what their nodes copy from their state, claim, speakers and
 * outlet. The one writer of these copies, for statements and for all that express a claim or that an agent spoke or
 * printed, where its words or its name changed.
 */
export const refreshStatementCopies: Query<RefreshStatementCopiesParams, RefreshStatementCopiesRow> = {
  name: 'refresh-statement-copies',
  mode: 'WRITE',
  columns: ['refreshed'],
  parameters: { statements: '[string]', claims: '[string]', agents: '[string]', forever: 'string' },
  text: `CALL () {
  UNWIND $given.statements AS id
  RETURN id
  UNION
  UNWIND $given.claims AS claim
  MATCH (state:StatementState)
  WHERE state.claimId = claim AND state.textKey > '' AND state.to = $given.forever
  RETURN state.statementId AS id
  UNION
  UNWIND $given.agents AS agent
  MATCH (:Agent {id: agent})-[read:SPOKE|PRINTED]->(statement:Statement)
  WHERE read.to = $given.forever
  RETURN statement.id AS id
}
MATCH (statement:Statement {id: id})-[:HAS_STATE]->(state:StatementState {to: $given.forever})
MATCH (:Claim {id: state.claimId})-[:HAS_STATE]->(claim:ClaimState {to: $given.forever})
MATCH (:Agent {id: state.outletId})-[:HAS_STATE]->(outlet:AgentState {to: $given.forever})
WITH statement, state, claim, outlet, COLLECT {
  UNWIND range(0, size(state.speakerIds) - 1) AS i
  MATCH (:Agent {id: state.speakerIds[i]})-[:HAS_STATE]->(agent:AgentState {to: $given.forever})
  RETURN agent.name ORDER BY i
} AS names
SET statement.text = state.text, statement.claim = claim.text, statement.source = outlet.name,
  statement.speaker = reduce(all = head(names), name IN tail(names) | all + ', ' + name),
  statement.date = coalesce(state.saidEdtf, state.saidPhrase, 'unknown')
RETURN count(*) AS refreshed`,
}

/** Every query, variants included, reads first. */
export const allQueries: readonly Query<never, unknown>[] = [
  agents,
  agentsByKey,
  anchorsByStatement,
  appliedSchemaFiles,
  articleVersionTexts,
  articleVersionsByArticle,
  articles.PUBLISHED_DESC,
  articles.PUBLISHED_ASC,
  articlesByOutlet.PUBLISHED_DESC,
  articlesByOutlet.PUBLISHED_ASC,
  chainsByStatement,
  checkChainCopies,
  checkClaims,
  checkEdgeEnds,
  checkHops,
  checkIntervals,
  checkReadEdges,
  checkReadableCopies,
  checkRequiredFields,
  checkSpans,
  checkVocabulary,
  claims.FIRST_SAID_DESC,
  claims.FIRST_SAID_ASC,
  claims.FIRST_PUBLISHED_DESC,
  claims.FIRST_PUBLISHED_ASC,
  claims.RECORDED_DESC,
  countAgents,
  countArticles,
  countArticlesByOutlet,
  countClaims,
  countSourcesByClaim,
  countStatements,
  countStatementsByArticle,
  countStatementsByClaim,
  countStatementsByOccasion,
  countStatementsByOutlet,
  countStatementsByRelay,
  countStatementsBySpeaker,
  graphCounts,
  hopsById,
  knownVersions,
  linksByStatement,
  recordsById,
  responsesByStatement,
  revisionsByStatement,
  search,
  sourcesByClaim,
  statements.TEXT,
  statements.SAID_DESC,
  statements.SAID_ASC,
  statements.PUBLISHED_DESC,
  statements.PUBLISHED_ASC,
  statementsByArticle.TEXT,
  statementsByArticle.SAID_DESC,
  statementsByArticle.SAID_ASC,
  statementsByArticle.PUBLISHED_DESC,
  statementsByArticle.PUBLISHED_ASC,
  statementsByClaim.TEXT,
  statementsByClaim.SAID_DESC,
  statementsByClaim.SAID_ASC,
  statementsByClaim.PUBLISHED_DESC,
  statementsByClaim.PUBLISHED_ASC,
  statementsByOccasion.TEXT,
  statementsByOccasion.SAID_DESC,
  statementsByOccasion.SAID_ASC,
  statementsByOccasion.PUBLISHED_DESC,
  statementsByOccasion.PUBLISHED_ASC,
  statementsByOutlet.TEXT,
  statementsByOutlet.SAID_DESC,
  statementsByOutlet.SAID_ASC,
  statementsByOutlet.PUBLISHED_DESC,
  statementsByOutlet.PUBLISHED_ASC,
  statementsByRelay.TEXT,
  statementsByRelay.SAID_DESC,
  statementsByRelay.SAID_ASC,
  statementsByRelay.PUBLISHED_DESC,
  statementsByRelay.PUBLISHED_ASC,
  statementsBySpeaker.TEXT,
  statementsBySpeaker.SAID_DESC,
  statementsBySpeaker.SAID_ASC,
  statementsBySpeaker.PUBLISHED_DESC,
  statementsBySpeaker.PUBLISHED_ASC,
  trace,
  advanceClock,
  claimFirsts,
  closeEdges,
  closeStates,
  currentEdgesFrom,
  currentReadEdges,
  currentStates,
  describedByOthers,
  descriptionsOf,
  lockClock,
  openEdges,
  openStates,
  putRecords,
  recordSchemaFile,
  recordsOfArticle,
  refreshStatementCopies,
]
