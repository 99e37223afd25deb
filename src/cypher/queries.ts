// Generated from cypher/read and cypher/write by `npx tsx src/codegen/cypher-queries.ts`. Change the files there.
import type { Query } from './query.ts'
import type { AgentProperties, ArticleProperties, ArticleVersionProperties, ClaimProperties, CorrectionProperties, JudgementProperties, ReviewProperties, StatementProperties } from './shapes.ts'

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

export interface ArticlesByClaimParams {
  /** what is one with them by decision named too */
  readonly claims: readonly string[]
  /** of the statements */
  readonly statuses: readonly string[]
  readonly known: string
}

export interface ArticlesByClaimRow {
  readonly articleId: string
}

/** The articles with a statement of one of some claims, earliest published first. */
export const articlesByClaim: Query<ArticlesByClaimParams, ArticlesByClaimRow> = {
  name: 'articles-by-claim',
  mode: 'READ',
  columns: ['articleId'],
  parameters: { claims: '[string]', statuses: '[string]', known: 'string' },
  text: `UNWIND $given.claims AS claimId
MATCH (state:StatementState)
USING INDEX SEEK state:StatementState(claimId, publishedAscending)
WHERE state.claimId = claimId AND state.publishedAscending > '' AND state.from <= $given.known AND $given.known < state.to
  AND state.status IN $given.statuses
WITH state.articleId AS articleId, min(state.publishedAscending) AS firstKey
RETURN articleId
ORDER BY firstKey`,
}

export interface ArticlesByOccasionParams {
  readonly occasion: string
  /** of the statements */
  readonly statuses: readonly string[]
  readonly known: string
}

export interface ArticlesByOccasionRow {
  readonly articleId: string
}

/** The articles with a statement of an occasion, or of one that is one with it, earliest published first. */
export const articlesByOccasion: Query<ArticlesByOccasionParams, ArticlesByOccasionRow> = {
  name: 'articles-by-occasion',
  mode: 'READ',
  columns: ['articleId'],
  parameters: { occasion: 'string', statuses: '[string]', known: 'string' },
  text: `MATCH (asked:Occasion {id: $given.occasion})
OPTIONAL MATCH (asked)-[into:MERGED_INTO]->(canonical:Occasion) WHERE into.from <= $given.known AND $given.known < into.to
WITH coalesce(canonical.id, asked.id) AS occasionId
MATCH (:Record {id: occasionId})<-[merged:MERGED_INTO*0..1]-(member:Record)
WHERE all(link IN merged WHERE link.from <= $given.known AND $given.known < link.to)
MATCH (state:StatementState)
USING INDEX SEEK state:StatementState(occasionId, publishedAscending)
WHERE state.occasionId = member.id AND state.publishedAscending > '' AND state.from <= $given.known AND $given.known < state.to
  AND state.status IN $given.statuses
WITH state.articleId AS articleId, min(state.publishedAscending) AS firstKey
RETURN articleId
ORDER BY firstKey`,
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

/** One page of the articles of each outlet and of all that are merged into it, each walked along the index of the order. */
export const articlesByOutlet: Readonly<Record<'PUBLISHED_DESC' | 'PUBLISHED_ASC', Query<ArticlesByOutletParams, ArticlesByOutletRow>>> = {
  PUBLISHED_DESC: {
    name: 'articles-by-outlet.PUBLISHED_DESC',
    mode: 'READ',
    columns: ['anchor', 'sortKey', 'state'],
    parameters: { outlets: '[string]', languages: 'any', published: 'any', known: 'string', after: 'string', limit: 'integer' },
    text: `UNWIND $given.outlets AS anchor
CALL (anchor) {
  MATCH (:Record {id: anchor})<-[merged:MERGED_INTO*0..1]-(member:Record)
  WHERE all(link IN merged WHERE link.from <= $given.known AND $given.known < link.to)
  CALL (member) {
    MATCH (state:ArticleState)
    USING INDEX SEEK state:ArticleState(outletId, publishedDescending)
    WHERE state.outletId = member.id AND state.publishedDescending < $given.after
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
    RETURN state ORDER BY state.outletId DESC, state.publishedDescending DESC LIMIT $given.limit
  }
  WITH state ORDER BY state.publishedDescending DESC LIMIT $given.limit
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
  MATCH (:Record {id: anchor})<-[merged:MERGED_INTO*0..1]-(member:Record)
  WHERE all(link IN merged WHERE link.from <= $given.known AND $given.known < link.to)
  CALL (member) {
    MATCH (state:ArticleState)
    USING INDEX SEEK state:ArticleState(outletId, publishedAscending)
    WHERE state.outletId = member.id AND state.publishedAscending > $given.after
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
    RETURN state ORDER BY state.outletId ASC, state.publishedAscending ASC LIMIT $given.limit
  }
  WITH state ORDER BY state.publishedAscending ASC LIMIT $given.limit
  RETURN state.publishedAscending AS sortKey, properties(state) AS properties
}
RETURN anchor, sortKey, properties AS state`,
  },
}

export interface CarriageByArticleParams {
  readonly articles: readonly string[]
  readonly known: string
}

export interface CarriageByArticleRow {
  readonly articleId: string
  readonly state: ArticleProperties | null
  /** {articleId, basis, phrase} */
  readonly derivedFrom: Record<string, unknown>[]
  /** {articleId, basis, status} */
  readonly cites: Record<string, unknown>[]
  /** whether its outlet took it back whole */
  readonly retracted: boolean
  /** in force, of which the article is the left */
  readonly judgements: JudgementProperties[]
}

/** Where articles have their matter from: what their documents state, and what people decided or machines propose. */
export const carriageByArticle: Query<CarriageByArticleParams, CarriageByArticleRow> = {
  name: 'carriage-by-article',
  mode: 'READ',
  columns: ['articleId', 'state', 'derivedFrom', 'cites', 'retracted', 'judgements'],
  parameters: { articles: '[string]', known: 'string' },
  text: `UNWIND $given.articles AS articleId
MATCH (article:Article {id: articleId})
RETURN articleId,
  head([(article)-[:HAS_STATE]->(state WHERE state.from <= $given.known AND $given.known < state.to) | properties(state)]) AS state,
  COLLECT {
    MATCH (article)-[link:DERIVED_FROM]->(other) WHERE link.from <= $given.known AND $given.known < link.to
    RETURN {articleId: other.id, basis: link.basis, phrase: link.phrase} ORDER BY link.position
  } AS derivedFrom,
  COLLECT {
    MATCH (act:Attribution)-[link:CITES]->(other:Article)
    USING INDEX SEEK link:CITES(articleId)
    WHERE link.articleId = articleId AND link.from <= $given.known AND $given.known < link.to
    MATCH (act)-[:HAS_STATE]->(told:AttributionState)
    WHERE told.from <= $given.known AND $given.known < told.to AND NOT told.status IN ['REJECTED', 'SUPERSEDED', 'RETRACTED']
    RETURN DISTINCT {articleId: other.id, basis: told.basis, status: told.status}
  } AS cites,
  EXISTS {
    MATCH (article)<-[correction:CORRECTS]-(:Correction)
    WHERE correction.correctionKind = 'RETRACTION' AND correction.wholeArticle
      AND correction.from <= $given.known AND $given.known < correction.to
  } AS retracted,
  COLLECT {
    MATCH (article)<-[side:LEFT]-(judgement:Judgement)-[:HAS_STATE]->(state:JudgementState)
    WHERE side.from <= $given.known AND $given.known < side.to AND state.from <= $given.known AND $given.known < state.to
      AND side.judgementKind IN ['DERIVED_FROM', 'CITES']
    RETURN properties(state) ORDER BY state.judgementId
  } AS judgements`,
}

export interface CarriedStatementsParams {
  readonly claims: readonly string[]
  readonly statuses: readonly string[]
  readonly known: string
}

export interface CarriedStatementsRow {
  readonly state: StatementProperties
  /** the parts that stand in quotation marks */
  readonly quoted: string[]
}

/**
 * All statements of each claim that have one of some statuses, with what they quote. What is one with the claim by
 * decision is to be named too.
 */
export const carriedStatements: Query<CarriedStatementsParams, CarriedStatementsRow> = {
  name: 'carried-statements',
  mode: 'READ',
  columns: ['state', 'quoted'],
  parameters: { claims: '[string]', statuses: '[string]', known: 'string' },
  text: `UNWIND $given.claims AS claimId
MATCH (state:StatementState)
USING INDEX SEEK state:StatementState(claimId, textKey)
WHERE state.claimId = claimId AND state.textKey > '' AND state.from <= $given.known AND $given.known < state.to
  AND state.status IN $given.statuses
RETURN properties(state) AS state, coalesce(head(COLLECT {
  MATCH (:Statement {id: state.statementId})-[anchor:ANCHORED_IN]->(:ArticleVersion {id: state.versionId})
  WHERE anchor.from <= $given.known AND $given.known < anchor.to
  RETURN anchor.quotedExacts
}), []) AS quoted
ORDER BY state.statementId`,
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

export interface CheckAgentsParams {
  /** what is shown */
  readonly statuses: readonly string[]
  readonly forever: string
  /** how many ids to name */
  readonly examples: number
}

export interface CheckAgentsRow {
  readonly found: number
  readonly examples: string[]
}

/**
 * Agents that bear a name which nothing that ever described them gives them, though a name is what an agent is; and
 * agents that are not listed though something describes them or a shown statement has them in its chain, or the other
 * way round. What is merged into an agent counts as its own, and stands in no list itself.
 */
export const checkAgents: Query<CheckAgentsParams, CheckAgentsRow> = {
  name: 'check-agents',
  mode: 'READ',
  columns: ['found', 'examples'],
  parameters: { statuses: '[string]', forever: 'string', examples: 'integer' },
  text: `CALL (*) {
  MATCH (agent:Agent)-[:HAS_STATE]->(state:AgentState {to: $given.forever})
  WHERE EXISTS { (agent)<-[:DESCRIBES]-() }
    AND NOT EXISTS { MATCH (agent)<-[told:DESCRIBES]-() WHERE told.name = state.name }
  RETURN agent.id + ' bears the name of another' AS problem
  UNION ALL
  MATCH (agent:Agent)-[:HAS_STATE]->(state:AgentState {to: $given.forever})
  WITH agent, state, NOT EXISTS { (agent)-[:MERGED_INTO {to: $given.forever}]->() } AND EXISTS {
    MATCH (agent)<-[into:MERGED_INTO*0..1]-(member:Agent)
    WHERE all(edge IN into WHERE edge.to = $given.forever) AND (
      EXISTS { (member)<-[:DESCRIBES {to: $given.forever}]-() }
      OR EXISTS {
        MATCH (member)-[:SPOKE|RELAYED|PRINTED {to: $given.forever}]->(:Statement)-[:HAS_STATE]->(told:StatementState {to: $given.forever})
        WHERE told.status IN $given.statuses
      })
  } AS listed
  WHERE listed <> (state.nameKey IS NOT NULL) OR listed <> (state.names IS NOT NULL)
    OR (NOT agent:Unnamed AND listed <> EXISTS { (agent)-[:IDENTIFIED_BY {to: $given.forever}]->() })
  RETURN agent.id + CASE WHEN listed THEN ' is not listed' ELSE ' is listed' END AS problem
}
RETURN count(*) AS found, collect(problem)[..$given.examples] AS examples`,
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
 * addressees, when it was said, the claim and the outlet. Hops known from elsewhere do not count.
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
    for: COLLECT { MATCH (act)-[edge:ON_BEHALF_OF {to: $given.forever}]->(agent) RETURN agent.id ORDER BY edge.position },
    said: [told.saidEdtf, told.saidEarliest, told.saidLatest, told.saidInstant, told.saidPrecision, told.saidBasis,
      told.saidPhrase]
  } ORDER BY length(path)
} AS hops
WITH statement, state, hops,
  CASE WHEN size(hops) > 0 THEN hops[0].by
    WHEN printed.opinion AND size(printed.authorIds) > 0 THEN printed.authorIds
    ELSE [state.outletId] END AS speakers,
  CASE WHEN size(hops) > 0 THEN reduce(ids = [state.outletId], hop IN hops[1..] | ids + hop.by) ELSE [] END AS via,
  CASE WHEN size(hops) > 0 THEN hops[0].for ELSE [] END AS principals,
  reduce(ids = [], hop IN hops | ids + hop.to) AS addressees,
  CASE WHEN size(hops) > 0 THEN hops[0].said
    ELSE [state.publishedEdtf, state.publishedEarliest, state.publishedLatest, state.publishedInstant,
      state.publishedPrecision, 'PUBLICATION', null] END AS date,
  [state.saidEdtf, state.saidEarliest, state.saidLatest, state.saidInstant, state.saidPrecision, state.saidBasis,
    state.saidPhrase] AS said
WHERE speakers <> state.speakerIds
  OR principals <> state.onBehalfOfIds
  OR any(id IN via WHERE NOT id IN state.viaIds) OR any(id IN state.viaIds WHERE NOT id IN via)
  OR any(id IN addressees WHERE NOT id IN state.addresseeIds) OR any(id IN state.addresseeIds WHERE NOT id IN addressees)
  OR any(i IN range(0, size(date) - 1) WHERE coalesce(date[i], '') <> coalesce(said[i], ''))
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

/**
 * Claims whose visibility or first dates are not those of their shown statements, those of claims merged into them
 * included; and claims merged into another that stand in a list all the same.
 */
export const checkClaims: Query<CheckClaimsParams, CheckClaimsRow> = {
  name: 'check-claims',
  mode: 'READ',
  columns: ['found', 'examples'],
  parameters: { statuses: '[string]', forever: 'string', examples: 'integer' },
  text: `MATCH (record:Claim)-[:HAS_STATE]->(claim:ClaimState {to: $given.forever})
WITH record, claim, EXISTS { (record)-[:MERGED_INTO {to: $given.forever}]->() } AS merged,
  [claim.claimId] + COLLECT { MATCH (record)<-[:MERGED_INTO {to: $given.forever}]-(other:Claim) RETURN other.id } AS members
WITH claim, merged, CASE WHEN merged THEN [] ELSE COLLECT {
  UNWIND members AS member
  MATCH (state:StatementState)
  WHERE state.claimId = member AND state.publishedAscending > '' AND state.to = $given.forever
    AND state.status IN $given.statuses
  RETURN state
} END AS states
WITH claim, merged, size(states) > 0 AS visible,
  reduce(least = null, state IN states | CASE WHEN least IS NULL OR state.saidAscending < least THEN state.saidAscending ELSE least END) AS said,
  reduce(least = null, state IN states | CASE WHEN least IS NULL OR state.publishedAscending < least THEN state.publishedAscending ELSE least END) AS published
WHERE claim.visible <> visible
  OR (merged <> (claim.recordedDescending IS NULL))
  OR (visible AND (coalesce(left(claim.firstSaidAscending, 24), '') <> left(said, 24)
    OR coalesce(left(claim.firstPublishedAscending, 24), '') <> left(published, 24)))
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
  text: `MATCH (n:Record|StatementState|AttributionState|ArticleState|ArticleVersionState|AgentState|ClaimState|OccasionState|PlaceState
  |JudgementState|ReviewState|CorrectionState)
WITH n, labels(n) AS labels, properties(n) AS properties
UNWIND [rule IN $given.required WHERE rule.label IN labels] AS rule
WITH rule, n, [field IN rule.fields WHERE properties[field] IS NULL]
  + CASE WHEN rule.label = 'AgentState' AND n.kind = 'UNNAMED' AND n.reason IS NULL THEN ['reason'] ELSE [] END AS lacking
WHERE size(lacking) > 0
WITH rule.label + ' ' + coalesce(n.id, n.statementId, n.attributionId, n.versionId, n.judgementId, n.reviewId, n.correctionId,
  n.articleId, n.agentId, n.claimId, n.occasionId, n.placeId, '?') + ' lacks ' + head(lacking) AS problem
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
  UNION ALL
  MATCH (article:Article)-[edge:DERIVED_FROM {to: $given.forever}]->(:Article)
  MATCH (article)-[:HAS_STATE]->(state:ArticleState {to: $given.forever})
  MATCH (version:ArticleVersion {id: state.versionId})
  RETURN article.id AS id, version, edge.phraseParts AS parts, edge.phraseStarts AS starts,
    edge.phraseEnds AS ends, edge.phraseExacts AS exacts
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
  /** {label, fields: [{field, values}]}; of an edge the label is its type */
  readonly vocabulary: readonly Record<string, unknown>[]
  /** how many ids to name */
  readonly examples: number
}

export interface CheckVocabularyRow {
  readonly found: number
  readonly examples: string[]
}

/** Values that are in none of the closed vocabularies, of states and of edges. */
export const checkVocabulary: Query<CheckVocabularyParams, CheckVocabularyRow> = {
  name: 'check-vocabulary',
  mode: 'READ',
  columns: ['found', 'examples'],
  parameters: { vocabulary: '[map]', examples: 'integer' },
  text: `CALL (*) {
  MATCH (n:StatementState|AttributionState|ArticleState|ArticleVersionState|AgentState|ClaimState|OccasionState|PlaceState
    |JudgementState|ReviewState|CorrectionState)
  RETURN labels(n) AS labels, properties(n) AS properties, coalesce(n.statementId, n.attributionId, n.versionId,
    n.judgementId, n.reviewId, n.correctionId, n.articleId, n.agentId, n.claimId, n.occasionId, n.placeId) AS id
  UNION ALL
  MATCH (source)-[n:RESPONDS_TO|DERIVED_FROM]->()
  RETURN [type(n)] AS labels, properties(n) AS properties, source.id AS id
}
UNWIND [rule IN $given.vocabulary WHERE rule.label IN labels] AS ruled
UNWIND ruled.fields AS rule
WITH rule, id, properties[rule.field] AS value
WHERE value IS NOT NULL AND NOT value IN rule.values
WITH id + ' ' + rule.field + ' = ' + toString(value) AS problem
RETURN count(*) AS found, collect(problem)[..$given.examples] AS examples`,
}

export interface ClaimGroupsParams {
  readonly claims: readonly string[]
  readonly known: string
}

export interface ClaimGroupsRow {
  /** as asked */
  readonly claimId: string
  readonly memberId: string
  /** what stands for the member */
  readonly canonicalId: string
}

/**
 * Each claim with all that is one with it by decision, and with its accepted alternatives, theirs, and all that is one
 * with those.
 */
export const claimGroups: Query<ClaimGroupsParams, ClaimGroupsRow> = {
  name: 'claim-groups',
  mode: 'READ',
  columns: ['claimId', 'memberId', 'canonicalId'],
  parameters: { claims: '[string]', known: 'string' },
  text: `UNWIND $given.claims AS claimId
MATCH (:Claim {id: claimId})-[steps:MERGED_INTO|LEFT|RIGHT*0..]-(member:Claim)
WHERE all(step IN steps WHERE step.from <= $given.known AND $given.known < step.to
  AND (type(step) = 'MERGED_INTO' OR step.judgementKind = 'ALTERNATIVE' AND step.verdict = 'POSITIVE'))
WITH DISTINCT claimId, member
OPTIONAL MATCH (member)-[into:MERGED_INTO]->(canonical:Claim) WHERE into.from <= $given.known AND $given.known < into.to
RETURN claimId, member.id AS memberId, coalesce(canonical.id, member.id) AS canonicalId
ORDER BY claimId, memberId`,
}

export interface ClaimWordingsParams {
  readonly claims: readonly string[]
  readonly known: string
}

export interface ClaimWordingsRow {
  readonly claimId: string
  readonly text: string
  readonly language: string
}

/** The sentences in which documents put each claim. */
export const claimWordings: Query<ClaimWordingsParams, ClaimWordingsRow> = {
  name: 'claim-wordings',
  mode: 'READ',
  columns: ['claimId', 'text', 'language'],
  parameters: { claims: '[string]', known: 'string' },
  text: `UNWIND $given.claims AS claimId
MATCH (:Claim {id: claimId})<-[told:DESCRIBES]-(:ArticleVersion)
WHERE told.from <= $given.known AND $given.known < told.to AND told.text IS NOT NULL
RETURN DISTINCT claimId, told.text AS text, told.language AS language
ORDER BY claimId, text, language`,
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
    MATCH (:Record {id: claim.claimId})<-[merged:MERGED_INTO*0..1]-(member:Record)
    WHERE all(link IN merged WHERE link.from <= $given.known AND $given.known < link.to)
    MATCH (statement:StatementState)
    WHERE statement.claimId = member.id AND statement.textKey > ''
      AND statement.from <= $given.known AND $given.known < statement.to
      AND
      any(alternative IN $given.filter.anyOf WHERE all(test IN alternative
        WHERE test.not <> any(value IN [] + coalesce(statement[test.property], statement[test.upper], []) WHERE CASE test.kind
          WHEN 'AMONG' THEN value IN test.values
          WHEN 'CONTAINS' THEN value CONTAINS test.text
          ELSE coalesce(statement[test.property], test.openLower) >= test.from
            AND coalesce(statement[test.upper], test.openUpper) <= test.to
        END)))
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
    MATCH (:Record {id: claim.claimId})<-[merged:MERGED_INTO*0..1]-(member:Record)
    WHERE all(link IN merged WHERE link.from <= $given.known AND $given.known < link.to)
    MATCH (statement:StatementState)
    WHERE statement.claimId = member.id AND statement.textKey > ''
      AND statement.from <= $given.known AND $given.known < statement.to
      AND
      any(alternative IN $given.filter.anyOf WHERE all(test IN alternative
        WHERE test.not <> any(value IN [] + coalesce(statement[test.property], statement[test.upper], []) WHERE CASE test.kind
          WHEN 'AMONG' THEN value IN test.values
          WHEN 'CONTAINS' THEN value CONTAINS test.text
          ELSE coalesce(statement[test.property], test.openLower) >= test.from
            AND coalesce(statement[test.upper], test.openUpper) <= test.to
        END)))
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
    MATCH (:Record {id: claim.claimId})<-[merged:MERGED_INTO*0..1]-(member:Record)
    WHERE all(link IN merged WHERE link.from <= $given.known AND $given.known < link.to)
    MATCH (statement:StatementState)
    WHERE statement.claimId = member.id AND statement.textKey > ''
      AND statement.from <= $given.known AND $given.known < statement.to
      AND
      any(alternative IN $given.filter.anyOf WHERE all(test IN alternative
        WHERE test.not <> any(value IN [] + coalesce(statement[test.property], statement[test.upper], []) WHERE CASE test.kind
          WHEN 'AMONG' THEN value IN test.values
          WHEN 'CONTAINS' THEN value CONTAINS test.text
          ELSE coalesce(statement[test.property], test.openLower) >= test.from
            AND coalesce(statement[test.upper], test.openUpper) <= test.to
        END)))
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
    MATCH (:Record {id: claim.claimId})<-[merged:MERGED_INTO*0..1]-(member:Record)
    WHERE all(link IN merged WHERE link.from <= $given.known AND $given.known < link.to)
    MATCH (statement:StatementState)
    WHERE statement.claimId = member.id AND statement.textKey > ''
      AND statement.from <= $given.known AND $given.known < statement.to
      AND
      any(alternative IN $given.filter.anyOf WHERE all(test IN alternative
        WHERE test.not <> any(value IN [] + coalesce(statement[test.property], statement[test.upper], []) WHERE CASE test.kind
          WHEN 'AMONG' THEN value IN test.values
          WHEN 'CONTAINS' THEN value CONTAINS test.text
          ELSE coalesce(statement[test.property], test.openLower) >= test.from
            AND coalesce(statement[test.upper], test.openUpper) <= test.to
        END)))
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
    MATCH (:Record {id: claim.claimId})<-[merged:MERGED_INTO*0..1]-(member:Record)
    WHERE all(link IN merged WHERE link.from <= $given.known AND $given.known < link.to)
    MATCH (statement:StatementState)
    WHERE statement.claimId = member.id AND statement.textKey > ''
      AND statement.from <= $given.known AND $given.known < statement.to
      AND
      any(alternative IN $given.filter.anyOf WHERE all(test IN alternative
        WHERE test.not <> any(value IN [] + coalesce(statement[test.property], statement[test.upper], []) WHERE CASE test.kind
          WHEN 'AMONG' THEN value IN test.values
          WHEN 'CONTAINS' THEN value CONTAINS test.text
          ELSE coalesce(statement[test.property], test.openLower) >= test.from
            AND coalesce(statement[test.upper], test.openUpper) <= test.to
        END)))
  })
RETURN claim.recordedDescending AS sortKey, properties(claim) AS state
ORDER BY sortKey DESC
LIMIT $given.limit`,
  },
}

export interface CorrectionsByArticleParams {
  readonly articles: readonly string[]
  readonly known: string
}

export interface CorrectionsByArticleRow {
  readonly articleId: string
  readonly state: CorrectionProperties
}

/** The corrections of each article. */
export const correctionsByArticle: Query<CorrectionsByArticleParams, CorrectionsByArticleRow> = {
  name: 'corrections-by-article',
  mode: 'READ',
  columns: ['articleId', 'state'],
  parameters: { articles: '[string]', known: 'string' },
  text: `UNWIND $given.articles AS articleId
MATCH (:Article {id: articleId})<-[edge:CORRECTS]-(:Correction)-[:HAS_STATE]->(state:CorrectionState)
WHERE edge.from <= $given.known AND $given.known < edge.to AND state.from <= $given.known AND $given.known < state.to
RETURN articleId, properties(state) AS state
ORDER BY articleId, state.correctionId`,
}

export interface CorrectionsByStatementParams {
  readonly statements: readonly string[]
  readonly known: string
}

export interface CorrectionsByStatementRow {
  readonly statementId: string
  readonly state: CorrectionProperties
}

/** The corrections that name each statement, and the retractions of its article as a whole. */
export const correctionsByStatement: Query<CorrectionsByStatementParams, CorrectionsByStatementRow> = {
  name: 'corrections-by-statement',
  mode: 'READ',
  columns: ['statementId', 'state'],
  parameters: { statements: '[string]', known: 'string' },
  text: `UNWIND $given.statements AS statementId
MATCH (statement:Statement {id: statementId})
CALL (statement) {
  MATCH (statement)<-[edge:AFFECTS]-(correction:Correction)
  WHERE edge.from <= $given.known AND $given.known < edge.to
  RETURN correction
  UNION
  MATCH (statement)-[:ANCHORED_IN]->(:ArticleVersion)-[:VERSION_OF]->(:Article)<-[edge:CORRECTS]-(correction:Correction)
  WHERE edge.wholeArticle AND edge.from <= $given.known AND $given.known < edge.to
  RETURN correction
}
MATCH (correction)-[:HAS_STATE]->(state:CorrectionState)
WHERE state.from <= $given.known AND $given.known < state.to
RETURN statementId, properties(state) AS state
ORDER BY statementId, state.correctionId`,
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

/** How many articles each outlet has that pass a filter, those of outlets merged into it included. */
export const countArticlesByOutlet: Query<CountArticlesByOutletParams, CountArticlesByOutletRow> = {
  name: 'count-articles-by-outlet',
  mode: 'READ',
  columns: ['anchor', 'total'],
  parameters: { outlets: '[string]', languages: 'any', published: 'any', known: 'string' },
  text: `UNWIND $given.outlets AS anchor
CALL (anchor) {
  MATCH (:Record {id: anchor})<-[merged:MERGED_INTO*0..1]-(member:Record)
  WHERE all(link IN merged WHERE link.from <= $given.known AND $given.known < link.to)
  MATCH (state:ArticleState)
  WHERE state.outletId = member.id AND state.publishedAscending > '' AND state.from <= $given.known AND $given.known < state.to
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
WHERE claim.recordedDescending IS NOT NULL AND claim.from <= $given.known AND $given.known < claim.to
  AND
  ($given.anyStatus OR claim.visible)
  AND ($given.text IS NULL OR claim.foldedText CONTAINS $given.text)
  AND ($given.filter IS NULL OR EXISTS {
    MATCH (:Record {id: claim.claimId})<-[merged:MERGED_INTO*0..1]-(member:Record)
    WHERE all(link IN merged WHERE link.from <= $given.known AND $given.known < link.to)
    MATCH (statement:StatementState)
    WHERE statement.claimId = member.id AND statement.textKey > ''
      AND statement.from <= $given.known AND $given.known < statement.to
      AND
      any(alternative IN $given.filter.anyOf WHERE all(test IN alternative
        WHERE test.not <> any(value IN [] + coalesce(statement[test.property], statement[test.upper], []) WHERE CASE test.kind
          WHEN 'AMONG' THEN value IN test.values
          WHEN 'CONTAINS' THEN value CONTAINS test.text
          ELSE coalesce(statement[test.property], test.openLower) >= test.from
            AND coalesce(statement[test.upper], test.openUpper) <= test.to
        END)))
  })
RETURN count(*) AS total`,
}

export interface CountJudgementsParams {
  /** a list, or null */
  readonly verdicts: unknown
  /** judgement kinds, or null */
  readonly kinds: unknown
  readonly known: string
}

export interface CountJudgementsRow {
  readonly total: number
}

/** How many judgements in force pass a filter. */
export const countJudgements: Query<CountJudgementsParams, CountJudgementsRow> = {
  name: 'count-judgements',
  mode: 'READ',
  columns: ['total'],
  parameters: { verdicts: 'any', kinds: 'any', known: 'string' },
  text: `MATCH (state:JudgementState)
WHERE state.recordedDescending > '' AND state.from <= $given.known AND $given.known < state.to
  AND ($given.verdicts IS NULL OR state.verdict IN $given.verdicts)
  AND ($given.kinds IS NULL OR state.judgementKind IN $given.kinds)
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
  MATCH (:Record {id: claimId})<-[merged:MERGED_INTO*0..1]-(member:Record)
  WHERE all(link IN merged WHERE link.from <= $given.known AND $given.known < link.to)
  MATCH (statement:StatementState)
  WHERE statement.claimId = member.id AND statement.publishedAscending > ''
    AND statement.from <= $given.known AND $given.known < statement.to AND statement.status IN $given.statuses
  UNWIND [id IN statement.speakerIds | {role: 'SPEAKER', id: id}]
    + [id IN statement.relayIds | {role: 'RELAY', id: id}]
    + [{role: 'PUBLISHER', id: statement.outletId}] AS source
  WITH source.role AS role, source.id AS namedId, collect(statement.publishedAscending) AS keys
  WHERE role IN $given.roles
  MATCH (named:Agent {id: namedId})
  OPTIONAL MATCH (named)-[into:MERGED_INTO]->(canonical:Agent) WHERE into.from <= $given.known AND $given.known < into.to
  UNWIND keys AS key
  WITH role, coalesce(canonical.id, namedId) AS agentId, count(DISTINCT key) AS statementCount, min(key) AS firstKey
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
  any(alternative IN $given.filter.anyOf WHERE all(test IN alternative
    WHERE test.not <> any(value IN [] + coalesce(state[test.property], state[test.upper], []) WHERE CASE test.kind
      WHEN 'AMONG' THEN value IN test.values
      WHEN 'CONTAINS' THEN value CONTAINS test.text
      ELSE coalesce(state[test.property], test.openLower) >= test.from
        AND coalesce(state[test.upper], test.openUpper) <= test.to
    END)))
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
    any(alternative IN $given.filter.anyOf WHERE all(test IN alternative
      WHERE test.not <> any(value IN [] + coalesce(state[test.property], state[test.upper], []) WHERE CASE test.kind
        WHEN 'AMONG' THEN value IN test.values
        WHEN 'CONTAINS' THEN value CONTAINS test.text
        ELSE coalesce(state[test.property], test.openLower) >= test.from
          AND coalesce(state[test.upper], test.openUpper) <= test.to
      END)))
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

/** How many statements the list of each claim has in all, those of claims merged into it included. */
export const countStatementsByClaim: Query<CountStatementsByClaimParams, CountStatementsByClaimRow> = {
  name: 'count-statements-by-claim',
  mode: 'READ',
  columns: ['anchor', 'total'],
  parameters: { anchors: '[string]', filter: 'any', known: 'string' },
  text: `UNWIND $given.anchors AS anchor
CALL (anchor) {
  MATCH (:Record {id: anchor})<-[merged:MERGED_INTO*0..1]-(member:Record)
  WHERE all(link IN merged WHERE link.from <= $given.known AND $given.known < link.to)
  MATCH (state:StatementState)
  USING INDEX SEEK state:StatementState(claimId, textKey)
  WHERE state.claimId = member.id AND state.textKey > ''
    AND state.from <= $given.known AND $given.known < state.to
    AND
    any(alternative IN $given.filter.anyOf WHERE all(test IN alternative
      WHERE test.not <> any(value IN [] + coalesce(state[test.property], state[test.upper], []) WHERE CASE test.kind
        WHEN 'AMONG' THEN value IN test.values
        WHEN 'CONTAINS' THEN value CONTAINS test.text
        ELSE coalesce(state[test.property], test.openLower) >= test.from
          AND coalesce(state[test.upper], test.openUpper) <= test.to
      END)))
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

/** How many statements the list of each occasion has in all, those of occasions merged into it included. */
export const countStatementsByOccasion: Query<CountStatementsByOccasionParams, CountStatementsByOccasionRow> = {
  name: 'count-statements-by-occasion',
  mode: 'READ',
  columns: ['anchor', 'total'],
  parameters: { anchors: '[string]', filter: 'any', known: 'string' },
  text: `UNWIND $given.anchors AS anchor
CALL (anchor) {
  MATCH (:Record {id: anchor})<-[merged:MERGED_INTO*0..1]-(member:Record)
  WHERE all(link IN merged WHERE link.from <= $given.known AND $given.known < link.to)
  MATCH (state:StatementState)
  USING INDEX SEEK state:StatementState(occasionId, textKey)
  WHERE state.occasionId = member.id AND state.textKey > ''
    AND state.from <= $given.known AND $given.known < state.to
    AND
    any(alternative IN $given.filter.anyOf WHERE all(test IN alternative
      WHERE test.not <> any(value IN [] + coalesce(state[test.property], state[test.upper], []) WHERE CASE test.kind
        WHEN 'AMONG' THEN value IN test.values
        WHEN 'CONTAINS' THEN value CONTAINS test.text
        ELSE coalesce(state[test.property], test.openLower) >= test.from
          AND coalesce(state[test.upper], test.openUpper) <= test.to
      END)))
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

/**
 * How many statements the list of each of these outlets has in all: what each outlet and all that are merged into it
 * printed.
 */
export const countStatementsByOutlet: Query<CountStatementsByOutletParams, CountStatementsByOutletRow> = {
  name: 'count-statements-by-outlet',
  mode: 'READ',
  columns: ['anchor', 'total'],
  parameters: { anchors: '[string]', filter: 'any', known: 'string' },
  text: `UNWIND $given.anchors AS anchor
CALL (anchor) {
  MATCH (:Record {id: anchor})<-[merged:MERGED_INTO*0..1]-(member:Record)
  WHERE all(link IN merged WHERE link.from <= $given.known AND $given.known < link.to)
  MATCH ()-[read:PRINTED]->(statement)
  USING INDEX read:PRINTED(agentId, textKey)
  WHERE read.agentId = member.id AND read.textKey > ''
    AND read.from <= $given.known AND $given.known < read.to
  MATCH (statement)-[:HAS_STATE]->(state:StatementState)
  WHERE state.from <= $given.known AND $given.known < state.to
    AND
    any(alternative IN $given.filter.anyOf WHERE all(test IN alternative
      WHERE test.not <> any(value IN [] + coalesce(state[test.property], state[test.upper], []) WHERE CASE test.kind
        WHEN 'AMONG' THEN value IN test.values
        WHEN 'CONTAINS' THEN value CONTAINS test.text
        ELSE coalesce(state[test.property], test.openLower) >= test.from
          AND coalesce(state[test.upper], test.openUpper) <= test.to
      END)))
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

/**
 * How many statements the list of each of these agents has in all: what reached print through each agent and all that
 * are merged into it, at any hop but the innermost, each statement once.
 */
export const countStatementsByRelay: Query<CountStatementsByRelayParams, CountStatementsByRelayRow> = {
  name: 'count-statements-by-relay',
  mode: 'READ',
  columns: ['anchor', 'total'],
  parameters: { anchors: '[string]', filter: 'any', known: 'string' },
  text: `UNWIND $given.anchors AS anchor
CALL (anchor) {
  MATCH (:Record {id: anchor})<-[merged:MERGED_INTO*0..1]-(member:Record)
  WHERE all(link IN merged WHERE link.from <= $given.known AND $given.known < link.to)
  MATCH ()-[read:RELAYED]->(statement)
  USING INDEX read:RELAYED(agentId, textKey)
  WHERE read.agentId = member.id AND read.textKey > ''
    AND read.from <= $given.known AND $given.known < read.to
  MATCH (statement)-[:HAS_STATE]->(state:StatementState)
  WHERE state.from <= $given.known AND $given.known < state.to
    AND
    any(alternative IN $given.filter.anyOf WHERE all(test IN alternative
      WHERE test.not <> any(value IN [] + coalesce(state[test.property], state[test.upper], []) WHERE CASE test.kind
        WHEN 'AMONG' THEN value IN test.values
        WHEN 'CONTAINS' THEN value CONTAINS test.text
        ELSE coalesce(state[test.property], test.openLower) >= test.from
          AND coalesce(state[test.upper], test.openUpper) <= test.to
      END)))
  RETURN count(DISTINCT statement) AS total
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

/**
 * How many statements the list of each of these agents has in all: what each agent and all that are merged into it say,
 * alone or with others, each statement once.
 */
export const countStatementsBySpeaker: Query<CountStatementsBySpeakerParams, CountStatementsBySpeakerRow> = {
  name: 'count-statements-by-speaker',
  mode: 'READ',
  columns: ['anchor', 'total'],
  parameters: { anchors: '[string]', filter: 'any', known: 'string' },
  text: `UNWIND $given.anchors AS anchor
CALL (anchor) {
  MATCH (:Record {id: anchor})<-[merged:MERGED_INTO*0..1]-(member:Record)
  WHERE all(link IN merged WHERE link.from <= $given.known AND $given.known < link.to)
  MATCH ()-[read:SPOKE]->(statement)
  USING INDEX read:SPOKE(agentId, textKey)
  WHERE read.agentId = member.id AND read.textKey > ''
    AND read.from <= $given.known AND $given.known < read.to
  MATCH (statement)-[:HAS_STATE]->(state:StatementState)
  WHERE state.from <= $given.known AND $given.known < state.to
    AND
    any(alternative IN $given.filter.anyOf WHERE all(test IN alternative
      WHERE test.not <> any(value IN [] + coalesce(state[test.property], state[test.upper], []) WHERE CASE test.kind
        WHEN 'AMONG' THEN value IN test.values
        WHEN 'CONTAINS' THEN value CONTAINS test.text
        ELSE coalesce(state[test.property], test.openLower) >= test.from
          AND coalesce(state[test.upper], test.openUpper) <= test.to
      END)))
  RETURN count(DISTINCT statement) AS total
}
RETURN anchor, total`,
}

export interface CoveredStatementsParams {
  readonly articles: readonly string[]
  readonly statuses: readonly string[]
  readonly known: string
}

export interface CoveredStatementsRow {
  readonly articleId: string
  readonly statementId: string
  readonly claimId: string
  /** place in its article */
  readonly order: number
}

/** What articles say: all their statements that have one of some statuses, with the claim that stands for each claim. */
export const coveredStatements: Query<CoveredStatementsParams, CoveredStatementsRow> = {
  name: 'covered-statements',
  mode: 'READ',
  columns: ['articleId', 'statementId', 'claimId', 'order'],
  parameters: { articles: '[string]', statuses: '[string]', known: 'string' },
  text: `UNWIND $given.articles AS articleId
MATCH (state:StatementState)
USING INDEX SEEK state:StatementState(articleId, textKey)
WHERE state.articleId = articleId AND state.textKey > '' AND state.from <= $given.known AND $given.known < state.to
  AND state.status IN $given.statuses
MATCH (claim:Claim {id: state.claimId})
OPTIONAL MATCH (claim)-[into:MERGED_INTO]->(canonical:Claim) WHERE into.from <= $given.known AND $given.known < into.to
RETURN articleId, state.statementId AS statementId, coalesce(canonical.id, claim.id) AS claimId, state.order AS order
ORDER BY articleId, order`,
}

export interface DatesByArticleParams {
  readonly articles: readonly string[]
  /** what is shown */
  readonly statuses: readonly string[]
  readonly known: string
}

export interface DatesByArticleRow {
  readonly articleId: string
  readonly state: ArticleProperties
  readonly version: ArticleVersionProperties | null
  /** {id, act, text, timesSpokenOf}, in text order */
  readonly statements: Record<string, unknown>[]
  /** {state, occasion}: of the act, and of its occasion where it has one */
  readonly acts: Record<string, unknown>[]
}

/**
 * The dates of each article that are to be compared, as far as they are shown: its publication, those of its newest
 * version, of its statements and of its acts with the occasions of these.
 */
export const datesByArticle: Query<DatesByArticleParams, DatesByArticleRow> = {
  name: 'dates-by-article',
  mode: 'READ',
  columns: ['articleId', 'state', 'version', 'statements', 'acts'],
  parameters: { articles: '[string]', statuses: '[string]', known: 'string' },
  text: `UNWIND $given.articles AS articleId
MATCH (:Article {id: articleId})-[:HAS_STATE]->(article:ArticleState)
WHERE article.from <= $given.known AND $given.known < article.to
RETURN articleId, properties(article) AS state,
  head(COLLECT {
    MATCH (:ArticleVersion {id: article.versionId})-[:HAS_STATE]->(version:ArticleVersionState)
    WHERE version.from <= $given.known AND $given.known < version.to
    RETURN properties(version)
  }) AS version,
  COLLECT {
    MATCH (statement:StatementState)
    USING INDEX SEEK statement:StatementState(articleId, textKey)
    WHERE statement.articleId = articleId AND statement.textKey > ''
      AND statement.from <= $given.known AND $given.known < statement.to AND statement.status IN $given.statuses
    RETURN {id: statement.statementId, act: statement.attributionId, text: statement.text,
      timesSpokenOf: statement.timesSpokenOf}
    ORDER BY statement.textKey
  } AS statements,
  COLLECT {
    MATCH (act:Record {articleId: articleId})-[:HAS_STATE]->(told:AttributionState)
    WHERE told.from <= $given.known AND $given.known < told.to AND told.status IN $given.statuses
    RETURN {state: properties(told), occasion: head(COLLECT {
      MATCH (act)-[on:ON]->(occasion:Occasion) WHERE on.from <= $given.known AND $given.known < on.to
      OPTIONAL MATCH (occasion)-[into:MERGED_INTO]->(canonical:Occasion)
        WHERE into.from <= $given.known AND $given.known < into.to
      WITH coalesce(canonical, occasion) AS occasion
      MATCH (occasion)-[:HAS_STATE]->(took:OccasionState) WHERE took.from <= $given.known AND $given.known < took.to
      RETURN properties(took)
    })}
    ORDER BY act.id
  } AS acts`,
}

export interface DecisionsByRecordParams {
  readonly ids: readonly string[]
  readonly known: string
}

export interface DecisionsByRecordRow {
  readonly id: string
  readonly state: JudgementProperties
}

/** What people decided of each record and others, by a moment: decisions that were closed since included. */
export const decisionsByRecord: Query<DecisionsByRecordParams, DecisionsByRecordRow> = {
  name: 'decisions-by-record',
  mode: 'READ',
  columns: ['id', 'state'],
  parameters: { ids: '[string]', known: 'string' },
  text: `UNWIND $given.ids AS id
MATCH (:Record {id: id})<-[side:LEFT|RIGHT]-(judgement:Judgement)
WHERE side.from <= $given.known
WITH DISTINCT id, judgement
MATCH (judgement)-[:HAS_STATE]->(state:JudgementState)
WHERE state.from <= $given.known AND $given.known < state.to AND state.verdict <> 'PROPOSED'
RETURN id, properties(state) AS state
ORDER BY id, state.judgementId`,
}

export interface DerivativesByArticleParams {
  readonly articles: readonly string[]
  readonly known: string
  /** of each article */
  readonly limit: number
}

export interface DerivativesByArticleRow {
  readonly articleId: string
  readonly derivativeId: string
}

/** The articles that were taken from each article, by what their documents state or by decision. */
export const derivativesByArticle: Query<DerivativesByArticleParams, DerivativesByArticleRow> = {
  name: 'derivatives-by-article',
  mode: 'READ',
  columns: ['articleId', 'derivativeId'],
  parameters: { articles: '[string]', known: 'string', limit: 'integer' },
  text: `UNWIND $given.articles AS articleId
MATCH (article:Article {id: articleId})
CALL (article) {
  CALL (article) {
    MATCH (article)<-[link:DERIVED_FROM]-(derivative:Article)
    WHERE link.from <= $given.known AND $given.known < link.to AND link.basis <> 'EXTERNAL'
      AND NOT EXISTS {
        MATCH (derivative)<-[left:LEFT]-(ruling:Judgement)-[right:RIGHT]->(article)
        WHERE left.from <= $given.known AND $given.known < left.to AND right.from <= $given.known AND $given.known < right.to
          AND left.judgementKind = 'DERIVED_FROM' AND left.verdict = 'NEGATIVE'
      }
    RETURN derivative
    UNION
    MATCH (article)<-[right:RIGHT]-(judgement:Judgement)-[left:LEFT]->(derivative:Article)
    WHERE right.from <= $given.known AND $given.known < right.to AND left.from <= $given.known AND $given.known < left.to
      AND right.judgementKind = 'DERIVED_FROM' AND right.verdict = 'POSITIVE'
    RETURN derivative
  }
  MATCH (derivative)-[:HAS_STATE]->(state:ArticleState)
  WHERE state.from <= $given.known AND $given.known < state.to
  RETURN derivative.id AS derivativeId, coalesce(state.publishedAscending, '~') AS sortKey
  ORDER BY sortKey, derivativeId LIMIT $given.limit
}
RETURN articleId, derivativeId
ORDER BY articleId, sortKey, derivativeId`,
}

export interface ExactRecordsByIdParams {
  readonly ids: readonly string[]
  readonly known: string
}

export interface ExactRecordsByIdRow {
  readonly id: string
  readonly state: Record<string, unknown>
}

/**
 * Records of any kind by their ids, as they stood at a moment, also where they were merged into another. What was not
 * recorded by then is left out.
 */
export const exactRecordsById: Query<ExactRecordsByIdParams, ExactRecordsByIdRow> = {
  name: 'exact-records-by-id',
  mode: 'READ',
  columns: ['id', 'state'],
  parameters: { ids: '[string]', known: 'string' },
  text: `UNWIND $given.ids AS id
MATCH (record:Record {id: id})-[:HAS_STATE]->(state)
WHERE state.from <= $given.known AND $given.known < state.to
RETURN id, properties(state) AS state`,
}

export interface FirstReportsByClaimParams {
  readonly claims: readonly string[]
  /** what is shown */
  readonly statuses: readonly string[]
  readonly known: string
}

export interface FirstReportsByClaimRow {
  readonly claimId: string
  readonly state: StatementProperties
}

/**
 * The shown statements of each claim that may be the first in print, among those that assert it and among those that
 * deny it: those published no later than the one that comes first in the order of publication may have been.
 */
export const firstReportsByClaim: Query<FirstReportsByClaimParams, FirstReportsByClaimRow> = {
  name: 'first-reports-by-claim',
  mode: 'READ',
  columns: ['claimId', 'state'],
  parameters: { claims: '[string]', statuses: '[string]', known: 'string' },
  text: `UNWIND $given.claims AS claimId
MATCH (claim:Claim {id: claimId})
WITH claimId, [claimId] + COLLECT {
  MATCH (claim)<-[merged:MERGED_INTO]-(other:Claim) WHERE merged.from <= $given.known AND $given.known < merged.to
  RETURN other.id
} AS memberIds
UNWIND ['POSITIVE', 'NEGATIVE'] AS polarity
WITH claimId, memberIds, polarity, head(COLLECT {
  UNWIND memberIds AS memberId
  CALL (memberId, polarity) {
    MATCH (first:StatementState)
    USING INDEX SEEK first:StatementState(claimId, publishedAscending)
    WHERE first.claimId = memberId AND first.publishedAscending > '' AND first.from <= $given.known AND $given.known < first.to
      AND first.status IN $given.statuses AND first.polarity = polarity
    RETURN first ORDER BY first.claimId, first.publishedAscending LIMIT 1
  }
  RETURN coalesce(first.publishedInstant, first.publishedLatest + 'T23:59:59.999Z', '~') AS bound
  ORDER BY first.publishedAscending LIMIT 1
}) AS bound
UNWIND memberIds AS memberId
CALL (memberId, bound, polarity) {
  MATCH (state:StatementState)
  USING INDEX SEEK state:StatementState(claimId, publishedAscending)
  WHERE state.claimId = memberId AND state.publishedAscending > '' AND state.publishedAscending < bound + '~'
    AND state.from <= $given.known AND $given.known < state.to AND state.status IN $given.statuses
    AND state.polarity = polarity
  RETURN state
}
RETURN claimId, properties(state) AS state
ORDER BY claimId, state.publishedAscending`,
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

export interface JudgementsParams {
  /** a list, or null */
  readonly verdicts: unknown
  /** judgement kinds, or null */
  readonly kinds: unknown
  readonly known: string
  /** the sort key to go on after */
  readonly after: string
  readonly limit: number
}

export interface JudgementsRow {
  readonly sortKey: string
  readonly state: JudgementProperties
}

/** One page of the judgements in force, newest first. */
export const judgements: Query<JudgementsParams, JudgementsRow> = {
  name: 'judgements',
  mode: 'READ',
  columns: ['sortKey', 'state'],
  parameters: { verdicts: 'any', kinds: 'any', known: 'string', after: 'string', limit: 'integer' },
  text: `MATCH (state:JudgementState)
USING INDEX SEEK state:JudgementState(recordedDescending)
WHERE state.recordedDescending < $given.after
  AND state.from <= $given.known AND $given.known < state.to
  AND ($given.verdicts IS NULL OR state.verdict IN $given.verdicts)
  AND ($given.kinds IS NULL OR state.judgementKind IN $given.kinds)
RETURN state.recordedDescending AS sortKey, properties(state) AS state
ORDER BY sortKey DESC
LIMIT $given.limit`,
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
  USING INDEX SEEK state:StatementState(articleId, textKey)
  WHERE state.articleId = version.articleId AND state.textKey > '' AND state.status IN $given.statuses
    AND state.from <= $given.known AND $given.known < state.to
} AS statements`,
}

export type LastInstantParams = Record<string, never>

export interface LastInstantRow {
  readonly last: string | null
}

/** The instant that the clock of recording has reached; null, or no row, where nothing was ever recorded. */
export const lastInstant: Query<LastInstantParams, LastInstantRow> = {
  name: 'last-instant',
  mode: 'READ',
  columns: ['last'],
  parameters: {},
  text: `MATCH (clock:Clock {id: 'clock'})
RETURN clock.last AS last`,
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

/**
 * What each statement revises, supports and responds to, as far as it is in the graph, whatever its status; of a claim
 * that is merged into another, that one.
 */
export const linksByStatement: Query<LinksByStatementParams, LinksByStatementRow> = {
  name: 'links-by-statement',
  mode: 'READ',
  columns: ['statementId', 'relation', 'stance', 'targetId', 'state'],
  parameters: { statements: '[string]', known: 'string' },
  text: `UNWIND $given.statements AS statementId
MATCH (:Statement {id: statementId})-[link:REVISES|SUPPORTS|RESPONDS_TO]->(named)
WHERE link.from <= $given.known AND $given.known < link.to
OPTIONAL MATCH (named)-[into:MERGED_INTO]->(canonical) WHERE into.from <= $given.known AND $given.known < into.to
WITH statementId, link, coalesce(canonical, named) AS target
MATCH (target)-[:HAS_STATE]->(state)
WHERE state.from <= $given.known AND $given.known < state.to
RETURN statementId, type(link) AS relation, link.stance AS stance, target.id AS targetId,
  properties(state) AS state
ORDER BY statementId, link.position, targetId`,
}

export interface MembersByIdParams {
  readonly ids: readonly string[]
  readonly known: string
}

export interface MembersByIdRow {
  readonly id: string
  readonly canonicalId: string
  readonly otherIds: string[]
}

/** All that is one with each record by decision, the record that stands for it first. */
export const membersById: Query<MembersByIdParams, MembersByIdRow> = {
  name: 'members-by-id',
  mode: 'READ',
  columns: ['id', 'canonicalId', 'otherIds'],
  parameters: { ids: '[string]', known: 'string' },
  text: `UNWIND $given.ids AS id
MATCH (record:Record {id: id})
OPTIONAL MATCH (record)-[into:MERGED_INTO]->(merged:Record) WHERE into.from <= $given.known AND $given.known < into.to
WITH id, coalesce(merged, record) AS canonical
RETURN id, canonical.id AS canonicalId, COLLECT {
  MATCH (canonical)<-[into:MERGED_INTO]-(other:Record) WHERE into.from <= $given.known AND $given.known < into.to
  RETURN other.id ORDER BY other.id
} AS otherIds`,
}

export interface OccasionsByArticleParams {
  readonly articles: readonly string[]
  /** of acts that count */
  readonly statuses: readonly string[]
  readonly known: string
}

export interface OccasionsByArticleRow {
  readonly articleId: string
  readonly occasionId: string
}

/** The occasions of all acts of each article, whatever the claim. Of what is one by decision, that which stands for it. */
export const occasionsByArticle: Query<OccasionsByArticleParams, OccasionsByArticleRow> = {
  name: 'occasions-by-article',
  mode: 'READ',
  columns: ['articleId', 'occasionId'],
  parameters: { articles: '[string]', statuses: '[string]', known: 'string' },
  text: `UNWIND $given.articles AS articleId
MATCH (act:Record {articleId: articleId})-[held:ON]->(named:Occasion)
USING INDEX SEEK act:Record(articleId)
WHERE held.from <= $given.known AND $given.known < held.to AND EXISTS {
  MATCH (act)-[:HAS_STATE]->(state:AttributionState)
  WHERE state.from <= $given.known AND $given.known < state.to AND state.status IN $given.statuses
    AND (state.basis <> 'EXTERNAL' OR state.status = 'ACCEPTED')
}
OPTIONAL MATCH (named)-[into:MERGED_INTO]->(canonical:Occasion) WHERE into.from <= $given.known AND $given.known < into.to
RETURN DISTINCT articleId, coalesce(canonical.id, named.id) AS occasionId
ORDER BY articleId, occasionId`,
}

export interface OriginPartiesParams {
  readonly ids: readonly string[]
  /** of judgements */
  readonly kinds: readonly string[]
  readonly known: string
}

export interface OriginPartiesRow {
  /** of the record asked for, or of one of its group */
  readonly id: string
  /** what stands for its group */
  readonly canonicalId: string
  readonly state: Record<string, unknown>
  readonly judgements: JudgementProperties[]
}

/**
 * Agents, occasions and statements that bear on a count, with all that is one with each by decision, and the decisions
 * in force on any of them.
 */
export const originParties: Query<OriginPartiesParams, OriginPartiesRow> = {
  name: 'origin-parties',
  mode: 'READ',
  columns: ['id', 'canonicalId', 'state', 'judgements'],
  parameters: { ids: '[string]', kinds: '[string]', known: 'string' },
  text: `UNWIND $given.ids AS id
MATCH (asked:Record {id: id})
OPTIONAL MATCH (asked)-[into:MERGED_INTO]->(canonical) WHERE into.from <= $given.known AND $given.known < into.to
WITH DISTINCT coalesce(canonical, asked) AS canonical
UNWIND [canonical] + COLLECT {
  MATCH (canonical)<-[merged:MERGED_INTO]-(other) WHERE merged.from <= $given.known AND $given.known < merged.to
  RETURN other
} AS record
MATCH (record)-[:HAS_STATE]->(state) WHERE state.from <= $given.known AND $given.known < state.to
RETURN record.id AS id, canonical.id AS canonicalId, properties(state) AS state, COLLECT {
  MATCH (record)<-[side:LEFT]-(judgement:Judgement)-[:HAS_STATE]->(told:JudgementState)
  WHERE side.from <= $given.known AND $given.known < side.to AND told.from <= $given.known AND $given.known < told.to
    AND side.judgementKind IN $given.kinds
  RETURN properties(told)
} AS judgements`,
}

export interface OriginStatementsParams {
  readonly claims: readonly string[]
  readonly statuses: readonly string[]
  readonly known: string
}

export interface OriginStatementsRow {
  readonly claimId: string
  readonly state: StatementProperties
  /** {basis, status, byIds, onBehalfOfIds, citesId, occasionId} */
  readonly hops: Record<string, unknown>[]
}

/**
 * What claims stand on, for the count of their independent origins: the statements of each claim and of those that are
 * one with it, those taken back included, each with its reporting acts, innermost first.
 */
export const originStatements: Query<OriginStatementsParams, OriginStatementsRow> = {
  name: 'origin-statements',
  mode: 'READ',
  columns: ['claimId', 'state', 'hops'],
  parameters: { claims: '[string]', statuses: '[string]', known: 'string' },
  text: `UNWIND $given.claims AS claimId
MATCH (claim:Claim {id: claimId})
UNWIND [claimId] + COLLECT {
  MATCH (claim)<-[merged:MERGED_INTO]-(other:Claim) WHERE merged.from <= $given.known AND $given.known < merged.to
  RETURN other.id
} AS memberId
CALL (memberId) {
  MATCH (state:StatementState)
  USING INDEX SEEK state:StatementState(claimId, textKey)
  WHERE state.claimId = memberId AND state.textKey > '' AND state.from <= $given.known AND $given.known < state.to
    AND state.status IN $given.statuses
  RETURN state
}
MATCH (statement:Statement {id: state.statementId})
RETURN claimId, properties(state) AS state, COLLECT {
  MATCH path = (statement)-[:REPORTED_IN*]->(hop:Attribution)-[told:HAS_STATE]->(act:AttributionState)
  WHERE all(link IN relationships(path)[..-1] WHERE link.from <= $given.known AND $given.known < link.to)
    AND act.from <= $given.known AND $given.known < act.to
  RETURN {
    basis: act.basis,
    status: act.status,
    byIds: COLLECT {
      MATCH (hop)-[edge:BY]->(agent) WHERE edge.from <= $given.known AND $given.known < edge.to
      RETURN agent.id ORDER BY edge.position
    },
    onBehalfOfIds: COLLECT {
      MATCH (hop)-[edge:ON_BEHALF_OF]->(agent) WHERE edge.from <= $given.known AND $given.known < edge.to
      RETURN agent.id ORDER BY edge.position
    },
    citesId: head([(hop)-[edge:CITES WHERE edge.from <= $given.known AND $given.known < edge.to]->(article) | article.id]),
    occasionId: head([(hop)-[edge:ON WHERE edge.from <= $given.known AND $given.known < edge.to]->(occasion) | occasion.id])
  } ORDER BY length(path)
} AS hops
ORDER BY claimId, state.statementId`,
}

export interface QuotationsByStatementParams {
  readonly statements: readonly string[]
  readonly statuses: readonly string[]
  readonly known: string
}

export interface QuotationsByStatementRow {
  readonly state: StatementProperties
  /** of the article */
  readonly language: string
  /** the parts that stand in quotation marks */
  readonly quoted: string[]
}

/** Statements that have one of some statuses, with what they quote. */
export const quotationsByStatement: Query<QuotationsByStatementParams, QuotationsByStatementRow> = {
  name: 'quotations-by-statement',
  mode: 'READ',
  columns: ['state', 'language', 'quoted'],
  parameters: { statements: '[string]', statuses: '[string]', known: 'string' },
  text: `UNWIND $given.statements AS statementId
MATCH (statement:Statement {id: statementId})-[:HAS_STATE]->(state:StatementState)
WHERE state.from <= $given.known AND $given.known < state.to AND state.status IN $given.statuses
MATCH (statement)-[anchor:ANCHORED_IN]->(:ArticleVersion {id: state.versionId})
WHERE anchor.from <= $given.known AND $given.known < anchor.to
MATCH (:Article {id: state.articleId})-[:HAS_STATE]->(article:ArticleState)
WHERE article.from <= $given.known AND $given.known < article.to
RETURN properties(state) AS state, article.language AS language, anchor.quotedExacts AS quoted
ORDER BY state.statementId`,
}

export interface QuotationsNearParams {
  /** in Lucene's syntax, escaped */
  readonly query: string
  /** those of them that one of these agents, or who is one with them, says */
  readonly speakers: readonly string[] | null
  /** what is shown */
  readonly statuses: readonly string[]
  readonly known: string
  /** hits that are looked at */
  readonly fetch: number
}

export interface QuotationsNearRow {
  readonly state: StatementProperties
  /** the parts that stand in quotation marks */
  readonly quoted: string[]
  /** of the article */
  readonly language: string
}

/** Statements whose words are nearest to some others by full text, with what they quote. */
export const quotationsNear: Query<QuotationsNearParams, QuotationsNearRow> = {
  name: 'quotations-near',
  mode: 'READ',
  columns: ['state', 'quoted', 'language'],
  parameters: { query: 'string', speakers: '[string]', statuses: '[string]', known: 'string', fetch: 'integer' },
  text: `CALL db.index.fulltext.queryNodes('search', $given.query, {limit: $given.fetch}) YIELD node AS state, score
WHERE state:StatementState AND state.status IN $given.statuses AND state.quoteType IN ['DIRECT', 'MIXED']
  AND state.from <= $given.known AND $given.known < state.to
  AND ($given.speakers IS NULL OR any(id IN state.speakerIds WHERE id IN $given.speakers))
MATCH (statement:Statement {id: state.statementId})-[anchor:ANCHORED_IN]->(:ArticleVersion {id: state.versionId})
WHERE anchor.from <= $given.known AND $given.known < anchor.to
RETURN properties(state) AS state, anchor.quotedExacts AS quoted, coalesce(head(COLLECT {
    MATCH (:Article {id: state.articleId})-[:HAS_STATE]->(article:ArticleState)
    WHERE article.from <= $given.known AND $given.known < article.to
    RETURN article.language
  }), 'und') AS language
ORDER BY score DESC, state.statementId`,
}

export interface RecordsByIdParams {
  readonly ids: readonly string[]
  readonly known: string
}

export interface RecordsByIdRow {
  /** as asked */
  readonly id: string
  /** of the record that stands for it */
  readonly recordId: string
  readonly state: Record<string, unknown>
}

/**
 * Records of any kind by their ids, as they stood at a moment; for one that was merged into another then, that one.
 * What was not recorded by then is left out.
 */
export const recordsById: Query<RecordsByIdParams, RecordsByIdRow> = {
  name: 'records-by-id',
  mode: 'READ',
  columns: ['id', 'recordId', 'state'],
  parameters: { ids: '[string]', known: 'string' },
  text: `UNWIND $given.ids AS id
MATCH (asked:Record {id: id})
OPTIONAL MATCH (asked)-[into:MERGED_INTO]->(canonical:Record) WHERE into.from <= $given.known AND $given.known < into.to
WITH id, coalesce(canonical, asked) AS record
MATCH (record)-[:HAS_STATE]->(state)
WHERE state.from <= $given.known AND $given.known < state.to
RETURN id, record.id AS recordId, properties(state) AS state`,
}

export interface RelationsByClaimParams {
  readonly claims: readonly string[]
  readonly kinds: readonly string[]
  readonly known: string
}

export interface RelationsByClaimRow {
  readonly claimId: string
  readonly isLeft: boolean
  readonly otherId: string
  readonly state: JudgementProperties
}

/**
 * What was decided of claims and others: contradictions, tensions, support, narrower and alternative ones; those decided
 * of claims that are one with them included.
 */
export const relationsByClaim: Query<RelationsByClaimParams, RelationsByClaimRow> = {
  name: 'relations-by-claim',
  mode: 'READ',
  columns: ['claimId', 'isLeft', 'otherId', 'state'],
  parameters: { claims: '[string]', kinds: '[string]', known: 'string' },
  text: `UNWIND $given.claims AS claimId
MATCH (claim:Claim {id: claimId})
UNWIND [claim] + COLLECT {
  MATCH (claim)<-[merged:MERGED_INTO]-(other:Claim) WHERE merged.from <= $given.known AND $given.known < merged.to
  RETURN other
} AS member
MATCH (member)<-[side:LEFT|RIGHT]-(judgement:Judgement)-[far:LEFT|RIGHT]->(other:Claim)
WHERE side.from <= $given.known AND $given.known < side.to AND far.from <= $given.known AND $given.known < far.to
  AND side.judgementKind IN $given.kinds AND side.verdict = 'POSITIVE' AND type(far) <> type(side)
MATCH (judgement)-[:HAS_STATE]->(state:JudgementState)
WHERE state.from <= $given.known AND $given.known < state.to
RETURN claimId, type(side) = 'LEFT' AS isLeft, other.id AS otherId, properties(state) AS state
ORDER BY claimId, state.judgementKind, state.judgementId`,
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

export interface ReviewsBySubjectParams {
  readonly subjects: readonly string[]
  readonly known: string
}

export interface ReviewsBySubjectRow {
  readonly subjectId: string
  readonly state: ReviewProperties
}

/** The reviews of each claim or statement; of a claim that others are merged into, theirs too. */
export const reviewsBySubject: Query<ReviewsBySubjectParams, ReviewsBySubjectRow> = {
  name: 'reviews-by-subject',
  mode: 'READ',
  columns: ['subjectId', 'state'],
  parameters: { subjects: '[string]', known: 'string' },
  text: `UNWIND $given.subjects AS subjectId
MATCH (subject:Record {id: subjectId})
CALL (subject) {
  RETURN subject AS member
  UNION
  MATCH (subject)<-[into:MERGED_INTO]-(member:Record)
  WHERE into.from <= $given.known AND $given.known < into.to
  RETURN member
}
MATCH (member)<-[edge:REVIEWS]-(:Review)-[:HAS_STATE]->(state:ReviewState)
WHERE edge.from <= $given.known AND $given.known < edge.to AND state.from <= $given.known AND $given.known < state.to
RETURN subjectId, properties(state) AS state
ORDER BY subjectId, state.reviewId`,
}

export interface RevisionsAroundParams {
  readonly statements: readonly string[]
  readonly known: string
}

export interface RevisionsAroundRow {
  /** as asked */
  readonly statementId: string
  readonly revising: StatementProperties
  readonly revised: StatementProperties
}

/** The revisions in which one of these statements revises another or is revised, whatever their status. */
export const revisionsAround: Query<RevisionsAroundParams, RevisionsAroundRow> = {
  name: 'revisions-around',
  mode: 'READ',
  columns: ['statementId', 'revising', 'revised'],
  parameters: { statements: '[string]', known: 'string' },
  text: `UNWIND $given.statements AS statementId
MATCH (statement:Statement {id: statementId})
CALL (statement) {
  MATCH (statement)-[link:REVISES]->(older:Statement)
  RETURN link, statement AS newer, older
  UNION
  MATCH (newer:Statement)-[link:REVISES]->(statement)
  RETURN link, newer, statement AS older
}
WITH statementId, link, newer, older
WHERE link.from <= $given.known AND $given.known < link.to
MATCH (newer)-[:HAS_STATE]->(revising:StatementState)
WHERE revising.from <= $given.known AND $given.known < revising.to
MATCH (older)-[:HAS_STATE]->(revised:StatementState)
WHERE revised.from <= $given.known AND $given.known < revised.to
RETURN statementId, properties(revising) AS revising, properties(revised) AS revised
ORDER BY statementId, revising.statementId, revised.statementId`,
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
  /** the score of the last one that the index gave */
  readonly lowest: number | null
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
  columns: ['fetched', 'lowest', 'hits'],
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
WITH count(*) AS fetched, min(score) AS lowest, collect(CASE
    WHEN hit.shown AND hit.kind IN $given.kinds
      AND (node:ArticleVersion OR (node.from <= $given.known AND $given.known < node.to))
    THEN {id: hit.id, kind: hit.kind, score: score}
  END) AS hits
RETURN fetched, lowest, hits`,
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
  MATCH (:Record {id: claimId})<-[merged:MERGED_INTO*0..1]-(member:Record)
  WHERE all(link IN merged WHERE link.from <= $given.known AND $given.known < link.to)
  MATCH (statement:StatementState)
  WHERE statement.claimId = member.id AND statement.publishedAscending > ''
    AND statement.from <= $given.known AND $given.known < statement.to AND statement.status IN $given.statuses
  UNWIND [id IN statement.speakerIds | {role: 'SPEAKER', id: id}]
    + [id IN statement.relayIds | {role: 'RELAY', id: id}]
    + [{role: 'PUBLISHER', id: statement.outletId}] AS source
  WITH source.role AS role, source.id AS namedId, collect(statement.publishedAscending) AS keys
  WHERE role IN $given.roles
  MATCH (named:Agent {id: namedId})
  OPTIONAL MATCH (named)-[into:MERGED_INTO]->(canonical:Agent) WHERE into.from <= $given.known AND $given.known < into.to
  UNWIND keys AS key
  WITH role, coalesce(canonical.id, namedId) AS agentId, count(DISTINCT key) AS statementCount, min(key) AS firstKey
  WITH role, agentId, statementCount, firstKey,
    firstKey + ' ' + CASE role WHEN 'SPEAKER' THEN '1' WHEN 'RELAY' THEN '2' ELSE '3' END + ' ' + agentId AS sortKey
  WHERE sortKey > $given.after
  RETURN role, agentId, statementCount, sortKey, last(split(firstKey, ' ')) AS firstStatementId
  ORDER BY sortKey LIMIT $given.limit
}
RETURN claimId, role, agentId, statementCount, sortKey, firstStatementId`,
}

export interface SourcingByArticleParams {
  readonly articles: readonly string[]
  readonly statuses: readonly string[]
  readonly known: string
}

export interface SourcingByArticleRow {
  readonly articleId: string
  readonly outletId: string
  readonly claimId: string
  readonly polarity: string
  readonly speechAct: string
  readonly certainty: string
  /** {by, onBehalfOf, to, citesId}, the first three of {id, isNamed} */
  readonly hops: Record<string, unknown>[]
}

/**
 * What articles stand on: their statements that have one of some statuses, each with its reporting acts, innermost first,
 * without those that are only known from elsewhere. Of claims and agents that are one by decision, what stands for them.
 */
export const sourcingByArticle: Query<SourcingByArticleParams, SourcingByArticleRow> = {
  name: 'sourcing-by-article',
  mode: 'READ',
  columns: ['articleId', 'outletId', 'claimId', 'polarity', 'speechAct', 'certainty', 'hops'],
  parameters: { articles: '[string]', statuses: '[string]', known: 'string' },
  text: `UNWIND $given.articles AS articleId
MATCH (state:StatementState)
USING INDEX SEEK state:StatementState(articleId, textKey)
WHERE state.articleId = articleId AND state.textKey > '' AND state.from <= $given.known AND $given.known < state.to
  AND state.status IN $given.statuses
MATCH (claim:Claim {id: state.claimId})
OPTIONAL MATCH (claim)-[intoClaim:MERGED_INTO]->(mergedClaim:Claim)
WHERE intoClaim.from <= $given.known AND $given.known < intoClaim.to
MATCH (outlet:Agent {id: state.outletId})
OPTIONAL MATCH (outlet)-[intoOutlet:MERGED_INTO]->(mergedOutlet:Agent)
WHERE intoOutlet.from <= $given.known AND $given.known < intoOutlet.to
MATCH (statement:Statement {id: state.statementId})
RETURN articleId, coalesce(mergedOutlet.id, outlet.id) AS outletId, coalesce(mergedClaim.id, claim.id) AS claimId,
  state.polarity AS polarity, state.speechAct AS speechAct, state.certainty AS certainty, COLLECT {
    MATCH path = (statement)-[:REPORTED_IN*]->(hop:Attribution)-[told:HAS_STATE]->(act:AttributionState)
    WHERE all(link IN relationships(path)[..-1] WHERE link.from <= $given.known AND $given.known < link.to)
      AND act.from <= $given.known AND $given.known < act.to AND (act.basis <> 'EXTERNAL' OR act.status = 'ACCEPTED')
    RETURN {
      by: COLLECT {
        MATCH (hop)-[edge:BY]->(agent:Agent) WHERE edge.from <= $given.known AND $given.known < edge.to
        OPTIONAL MATCH (agent)-[into:MERGED_INTO]->(canonical:Agent) WHERE into.from <= $given.known AND $given.known < into.to
        WITH DISTINCT coalesce(canonical, agent) AS shown
        RETURN {id: shown.id, isNamed: NOT shown:Unnamed}
      },
      onBehalfOf: COLLECT {
        MATCH (hop)-[edge:ON_BEHALF_OF]->(agent:Agent) WHERE edge.from <= $given.known AND $given.known < edge.to
        OPTIONAL MATCH (agent)-[into:MERGED_INTO]->(canonical:Agent) WHERE into.from <= $given.known AND $given.known < into.to
        WITH DISTINCT coalesce(canonical, agent) AS shown
        RETURN {id: shown.id, isNamed: NOT shown:Unnamed}
      },
      to: COLLECT {
        MATCH (hop)-[edge:TO]->(agent:Agent) WHERE edge.from <= $given.known AND $given.known < edge.to
        OPTIONAL MATCH (agent)-[into:MERGED_INTO]->(canonical:Agent) WHERE into.from <= $given.known AND $given.known < into.to
        WITH DISTINCT coalesce(canonical, agent) AS shown
        RETURN {id: shown.id, isNamed: NOT shown:Unnamed}
      },
      citesId: head([(hop)-[edge:CITES WHERE edge.from <= $given.known AND $given.known < edge.to]->(article) | article.id])
    } ORDER BY length(path)
  } AS hops
ORDER BY articleId, state.order`,
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
  any(alternative IN $given.filter.anyOf WHERE all(test IN alternative
    WHERE test.not <> any(value IN [] + coalesce(state[test.property], state[test.upper], []) WHERE CASE test.kind
      WHEN 'AMONG' THEN value IN test.values
      WHEN 'CONTAINS' THEN value CONTAINS test.text
      ELSE coalesce(state[test.property], test.openLower) >= test.from
        AND coalesce(state[test.upper], test.openUpper) <= test.to
    END)))
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
  any(alternative IN $given.filter.anyOf WHERE all(test IN alternative
    WHERE test.not <> any(value IN [] + coalesce(state[test.property], state[test.upper], []) WHERE CASE test.kind
      WHEN 'AMONG' THEN value IN test.values
      WHEN 'CONTAINS' THEN value CONTAINS test.text
      ELSE coalesce(state[test.property], test.openLower) >= test.from
        AND coalesce(state[test.upper], test.openUpper) <= test.to
    END)))
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
  any(alternative IN $given.filter.anyOf WHERE all(test IN alternative
    WHERE test.not <> any(value IN [] + coalesce(state[test.property], state[test.upper], []) WHERE CASE test.kind
      WHEN 'AMONG' THEN value IN test.values
      WHEN 'CONTAINS' THEN value CONTAINS test.text
      ELSE coalesce(state[test.property], test.openLower) >= test.from
        AND coalesce(state[test.upper], test.openUpper) <= test.to
    END)))
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
  any(alternative IN $given.filter.anyOf WHERE all(test IN alternative
    WHERE test.not <> any(value IN [] + coalesce(state[test.property], state[test.upper], []) WHERE CASE test.kind
      WHEN 'AMONG' THEN value IN test.values
      WHEN 'CONTAINS' THEN value CONTAINS test.text
      ELSE coalesce(state[test.property], test.openLower) >= test.from
        AND coalesce(state[test.upper], test.openUpper) <= test.to
    END)))
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
  any(alternative IN $given.filter.anyOf WHERE all(test IN alternative
    WHERE test.not <> any(value IN [] + coalesce(state[test.property], state[test.upper], []) WHERE CASE test.kind
      WHEN 'AMONG' THEN value IN test.values
      WHEN 'CONTAINS' THEN value CONTAINS test.text
      ELSE coalesce(state[test.property], test.openLower) >= test.from
        AND coalesce(state[test.upper], test.openUpper) <= test.to
    END)))
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
    any(alternative IN $given.filter.anyOf WHERE all(test IN alternative
      WHERE test.not <> any(value IN [] + coalesce(state[test.property], state[test.upper], []) WHERE CASE test.kind
        WHEN 'AMONG' THEN value IN test.values
        WHEN 'CONTAINS' THEN value CONTAINS test.text
        ELSE coalesce(state[test.property], test.openLower) >= test.from
          AND coalesce(state[test.upper], test.openUpper) <= test.to
      END)))
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
    any(alternative IN $given.filter.anyOf WHERE all(test IN alternative
      WHERE test.not <> any(value IN [] + coalesce(state[test.property], state[test.upper], []) WHERE CASE test.kind
        WHEN 'AMONG' THEN value IN test.values
        WHEN 'CONTAINS' THEN value CONTAINS test.text
        ELSE coalesce(state[test.property], test.openLower) >= test.from
          AND coalesce(state[test.upper], test.openUpper) <= test.to
      END)))
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
    any(alternative IN $given.filter.anyOf WHERE all(test IN alternative
      WHERE test.not <> any(value IN [] + coalesce(state[test.property], state[test.upper], []) WHERE CASE test.kind
        WHEN 'AMONG' THEN value IN test.values
        WHEN 'CONTAINS' THEN value CONTAINS test.text
        ELSE coalesce(state[test.property], test.openLower) >= test.from
          AND coalesce(state[test.upper], test.openUpper) <= test.to
      END)))
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
    any(alternative IN $given.filter.anyOf WHERE all(test IN alternative
      WHERE test.not <> any(value IN [] + coalesce(state[test.property], state[test.upper], []) WHERE CASE test.kind
        WHEN 'AMONG' THEN value IN test.values
        WHEN 'CONTAINS' THEN value CONTAINS test.text
        ELSE coalesce(state[test.property], test.openLower) >= test.from
          AND coalesce(state[test.upper], test.openUpper) <= test.to
      END)))
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
    any(alternative IN $given.filter.anyOf WHERE all(test IN alternative
      WHERE test.not <> any(value IN [] + coalesce(state[test.property], state[test.upper], []) WHERE CASE test.kind
        WHEN 'AMONG' THEN value IN test.values
        WHEN 'CONTAINS' THEN value CONTAINS test.text
        ELSE coalesce(state[test.property], test.openLower) >= test.from
          AND coalesce(state[test.upper], test.openUpper) <= test.to
      END)))
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

/** One page of the statements of each claim and of all that are merged into it, each walked along the index of the order. */
export const statementsByClaim: Readonly<Record<'TEXT' | 'SAID_DESC' | 'SAID_ASC' | 'PUBLISHED_DESC' | 'PUBLISHED_ASC', Query<StatementsByClaimParams, StatementsByClaimRow>>> = {
  TEXT: {
    name: 'statements-by-claim.TEXT',
    mode: 'READ',
    columns: ['anchor', 'sortKey', 'state'],
    parameters: { anchors: '[string]', filter: 'any', known: 'string', after: 'string', limit: 'integer' },
    text: `UNWIND $given.anchors AS anchor
CALL (anchor) {
  MATCH (:Record {id: anchor})<-[merged:MERGED_INTO*0..1]-(member:Record)
  WHERE all(link IN merged WHERE link.from <= $given.known AND $given.known < link.to)
  CALL (member) {
    MATCH (state:StatementState)
    USING INDEX SEEK state:StatementState(claimId, textKey)
    WHERE state.claimId = member.id AND state.textKey > $given.after
      AND state.from <= $given.known AND $given.known < state.to
      AND
      any(alternative IN $given.filter.anyOf WHERE all(test IN alternative
        WHERE test.not <> any(value IN [] + coalesce(state[test.property], state[test.upper], []) WHERE CASE test.kind
          WHEN 'AMONG' THEN value IN test.values
          WHEN 'CONTAINS' THEN value CONTAINS test.text
          ELSE coalesce(state[test.property], test.openLower) >= test.from
            AND coalesce(state[test.upper], test.openUpper) <= test.to
        END)))
    RETURN state ORDER BY state.claimId ASC, state.textKey ASC LIMIT $given.limit
  }
  WITH state ORDER BY state.textKey ASC LIMIT $given.limit
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
  MATCH (:Record {id: anchor})<-[merged:MERGED_INTO*0..1]-(member:Record)
  WHERE all(link IN merged WHERE link.from <= $given.known AND $given.known < link.to)
  CALL (member) {
    MATCH (state:StatementState)
    USING INDEX SEEK state:StatementState(claimId, saidDescending)
    WHERE state.claimId = member.id AND state.saidDescending < $given.after
      AND state.from <= $given.known AND $given.known < state.to
      AND
      any(alternative IN $given.filter.anyOf WHERE all(test IN alternative
        WHERE test.not <> any(value IN [] + coalesce(state[test.property], state[test.upper], []) WHERE CASE test.kind
          WHEN 'AMONG' THEN value IN test.values
          WHEN 'CONTAINS' THEN value CONTAINS test.text
          ELSE coalesce(state[test.property], test.openLower) >= test.from
            AND coalesce(state[test.upper], test.openUpper) <= test.to
        END)))
    RETURN state ORDER BY state.claimId DESC, state.saidDescending DESC LIMIT $given.limit
  }
  WITH state ORDER BY state.saidDescending DESC LIMIT $given.limit
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
  MATCH (:Record {id: anchor})<-[merged:MERGED_INTO*0..1]-(member:Record)
  WHERE all(link IN merged WHERE link.from <= $given.known AND $given.known < link.to)
  CALL (member) {
    MATCH (state:StatementState)
    USING INDEX SEEK state:StatementState(claimId, saidAscending)
    WHERE state.claimId = member.id AND state.saidAscending > $given.after
      AND state.from <= $given.known AND $given.known < state.to
      AND
      any(alternative IN $given.filter.anyOf WHERE all(test IN alternative
        WHERE test.not <> any(value IN [] + coalesce(state[test.property], state[test.upper], []) WHERE CASE test.kind
          WHEN 'AMONG' THEN value IN test.values
          WHEN 'CONTAINS' THEN value CONTAINS test.text
          ELSE coalesce(state[test.property], test.openLower) >= test.from
            AND coalesce(state[test.upper], test.openUpper) <= test.to
        END)))
    RETURN state ORDER BY state.claimId ASC, state.saidAscending ASC LIMIT $given.limit
  }
  WITH state ORDER BY state.saidAscending ASC LIMIT $given.limit
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
  MATCH (:Record {id: anchor})<-[merged:MERGED_INTO*0..1]-(member:Record)
  WHERE all(link IN merged WHERE link.from <= $given.known AND $given.known < link.to)
  CALL (member) {
    MATCH (state:StatementState)
    USING INDEX SEEK state:StatementState(claimId, publishedDescending)
    WHERE state.claimId = member.id AND state.publishedDescending < $given.after
      AND state.from <= $given.known AND $given.known < state.to
      AND
      any(alternative IN $given.filter.anyOf WHERE all(test IN alternative
        WHERE test.not <> any(value IN [] + coalesce(state[test.property], state[test.upper], []) WHERE CASE test.kind
          WHEN 'AMONG' THEN value IN test.values
          WHEN 'CONTAINS' THEN value CONTAINS test.text
          ELSE coalesce(state[test.property], test.openLower) >= test.from
            AND coalesce(state[test.upper], test.openUpper) <= test.to
        END)))
    RETURN state ORDER BY state.claimId DESC, state.publishedDescending DESC LIMIT $given.limit
  }
  WITH state ORDER BY state.publishedDescending DESC LIMIT $given.limit
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
  MATCH (:Record {id: anchor})<-[merged:MERGED_INTO*0..1]-(member:Record)
  WHERE all(link IN merged WHERE link.from <= $given.known AND $given.known < link.to)
  CALL (member) {
    MATCH (state:StatementState)
    USING INDEX SEEK state:StatementState(claimId, publishedAscending)
    WHERE state.claimId = member.id AND state.publishedAscending > $given.after
      AND state.from <= $given.known AND $given.known < state.to
      AND
      any(alternative IN $given.filter.anyOf WHERE all(test IN alternative
        WHERE test.not <> any(value IN [] + coalesce(state[test.property], state[test.upper], []) WHERE CASE test.kind
          WHEN 'AMONG' THEN value IN test.values
          WHEN 'CONTAINS' THEN value CONTAINS test.text
          ELSE coalesce(state[test.property], test.openLower) >= test.from
            AND coalesce(state[test.upper], test.openUpper) <= test.to
        END)))
    RETURN state ORDER BY state.claimId ASC, state.publishedAscending ASC LIMIT $given.limit
  }
  WITH state ORDER BY state.publishedAscending ASC LIMIT $given.limit
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

/** One page of the statements of each occasion and of all that are merged into it, each walked along the index of the order. */
export const statementsByOccasion: Readonly<Record<'TEXT' | 'SAID_DESC' | 'SAID_ASC' | 'PUBLISHED_DESC' | 'PUBLISHED_ASC', Query<StatementsByOccasionParams, StatementsByOccasionRow>>> = {
  TEXT: {
    name: 'statements-by-occasion.TEXT',
    mode: 'READ',
    columns: ['anchor', 'sortKey', 'state'],
    parameters: { anchors: '[string]', filter: 'any', known: 'string', after: 'string', limit: 'integer' },
    text: `UNWIND $given.anchors AS anchor
CALL (anchor) {
  MATCH (:Record {id: anchor})<-[merged:MERGED_INTO*0..1]-(member:Record)
  WHERE all(link IN merged WHERE link.from <= $given.known AND $given.known < link.to)
  CALL (member) {
    MATCH (state:StatementState)
    USING INDEX SEEK state:StatementState(occasionId, textKey)
    WHERE state.occasionId = member.id AND state.textKey > $given.after
      AND state.from <= $given.known AND $given.known < state.to
      AND
      any(alternative IN $given.filter.anyOf WHERE all(test IN alternative
        WHERE test.not <> any(value IN [] + coalesce(state[test.property], state[test.upper], []) WHERE CASE test.kind
          WHEN 'AMONG' THEN value IN test.values
          WHEN 'CONTAINS' THEN value CONTAINS test.text
          ELSE coalesce(state[test.property], test.openLower) >= test.from
            AND coalesce(state[test.upper], test.openUpper) <= test.to
        END)))
    RETURN state ORDER BY state.occasionId ASC, state.textKey ASC LIMIT $given.limit
  }
  WITH state ORDER BY state.textKey ASC LIMIT $given.limit
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
  MATCH (:Record {id: anchor})<-[merged:MERGED_INTO*0..1]-(member:Record)
  WHERE all(link IN merged WHERE link.from <= $given.known AND $given.known < link.to)
  CALL (member) {
    MATCH (state:StatementState)
    USING INDEX SEEK state:StatementState(occasionId, saidDescending)
    WHERE state.occasionId = member.id AND state.saidDescending < $given.after
      AND state.from <= $given.known AND $given.known < state.to
      AND
      any(alternative IN $given.filter.anyOf WHERE all(test IN alternative
        WHERE test.not <> any(value IN [] + coalesce(state[test.property], state[test.upper], []) WHERE CASE test.kind
          WHEN 'AMONG' THEN value IN test.values
          WHEN 'CONTAINS' THEN value CONTAINS test.text
          ELSE coalesce(state[test.property], test.openLower) >= test.from
            AND coalesce(state[test.upper], test.openUpper) <= test.to
        END)))
    RETURN state ORDER BY state.occasionId DESC, state.saidDescending DESC LIMIT $given.limit
  }
  WITH state ORDER BY state.saidDescending DESC LIMIT $given.limit
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
  MATCH (:Record {id: anchor})<-[merged:MERGED_INTO*0..1]-(member:Record)
  WHERE all(link IN merged WHERE link.from <= $given.known AND $given.known < link.to)
  CALL (member) {
    MATCH (state:StatementState)
    USING INDEX SEEK state:StatementState(occasionId, saidAscending)
    WHERE state.occasionId = member.id AND state.saidAscending > $given.after
      AND state.from <= $given.known AND $given.known < state.to
      AND
      any(alternative IN $given.filter.anyOf WHERE all(test IN alternative
        WHERE test.not <> any(value IN [] + coalesce(state[test.property], state[test.upper], []) WHERE CASE test.kind
          WHEN 'AMONG' THEN value IN test.values
          WHEN 'CONTAINS' THEN value CONTAINS test.text
          ELSE coalesce(state[test.property], test.openLower) >= test.from
            AND coalesce(state[test.upper], test.openUpper) <= test.to
        END)))
    RETURN state ORDER BY state.occasionId ASC, state.saidAscending ASC LIMIT $given.limit
  }
  WITH state ORDER BY state.saidAscending ASC LIMIT $given.limit
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
  MATCH (:Record {id: anchor})<-[merged:MERGED_INTO*0..1]-(member:Record)
  WHERE all(link IN merged WHERE link.from <= $given.known AND $given.known < link.to)
  CALL (member) {
    MATCH (state:StatementState)
    USING INDEX SEEK state:StatementState(occasionId, publishedDescending)
    WHERE state.occasionId = member.id AND state.publishedDescending < $given.after
      AND state.from <= $given.known AND $given.known < state.to
      AND
      any(alternative IN $given.filter.anyOf WHERE all(test IN alternative
        WHERE test.not <> any(value IN [] + coalesce(state[test.property], state[test.upper], []) WHERE CASE test.kind
          WHEN 'AMONG' THEN value IN test.values
          WHEN 'CONTAINS' THEN value CONTAINS test.text
          ELSE coalesce(state[test.property], test.openLower) >= test.from
            AND coalesce(state[test.upper], test.openUpper) <= test.to
        END)))
    RETURN state ORDER BY state.occasionId DESC, state.publishedDescending DESC LIMIT $given.limit
  }
  WITH state ORDER BY state.publishedDescending DESC LIMIT $given.limit
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
  MATCH (:Record {id: anchor})<-[merged:MERGED_INTO*0..1]-(member:Record)
  WHERE all(link IN merged WHERE link.from <= $given.known AND $given.known < link.to)
  CALL (member) {
    MATCH (state:StatementState)
    USING INDEX SEEK state:StatementState(occasionId, publishedAscending)
    WHERE state.occasionId = member.id AND state.publishedAscending > $given.after
      AND state.from <= $given.known AND $given.known < state.to
      AND
      any(alternative IN $given.filter.anyOf WHERE all(test IN alternative
        WHERE test.not <> any(value IN [] + coalesce(state[test.property], state[test.upper], []) WHERE CASE test.kind
          WHEN 'AMONG' THEN value IN test.values
          WHEN 'CONTAINS' THEN value CONTAINS test.text
          ELSE coalesce(state[test.property], test.openLower) >= test.from
            AND coalesce(state[test.upper], test.openUpper) <= test.to
        END)))
    RETURN state ORDER BY state.occasionId ASC, state.publishedAscending ASC LIMIT $given.limit
  }
  WITH state ORDER BY state.publishedAscending ASC LIMIT $given.limit
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
 * What each outlet and all that are merged into it printed: one page of statements for each, walked along the index of
 * their read edges.
 */
export const statementsByOutlet: Readonly<Record<'TEXT' | 'SAID_DESC' | 'SAID_ASC' | 'PUBLISHED_DESC' | 'PUBLISHED_ASC', Query<StatementsByOutletParams, StatementsByOutletRow>>> = {
  TEXT: {
    name: 'statements-by-outlet.TEXT',
    mode: 'READ',
    columns: ['anchor', 'sortKey', 'state'],
    parameters: { anchors: '[string]', filter: 'any', known: 'string', after: 'string', limit: 'integer' },
    text: `UNWIND $given.anchors AS anchor
CALL (anchor) {
  MATCH (:Record {id: anchor})<-[merged:MERGED_INTO*0..1]-(member:Record)
  WHERE all(link IN merged WHERE link.from <= $given.known AND $given.known < link.to)
  CALL (member) {
    MATCH ()-[read:PRINTED]->(statement)
    USING INDEX read:PRINTED(agentId, textKey)
    WHERE read.agentId = member.id AND read.textKey > $given.after
      AND read.from <= $given.known AND $given.known < read.to
    MATCH (statement)-[:HAS_STATE]->(state:StatementState)
    WHERE state.from <= $given.known AND $given.known < state.to
      AND
      any(alternative IN $given.filter.anyOf WHERE all(test IN alternative
        WHERE test.not <> any(value IN [] + coalesce(state[test.property], state[test.upper], []) WHERE CASE test.kind
          WHEN 'AMONG' THEN value IN test.values
          WHEN 'CONTAINS' THEN value CONTAINS test.text
          ELSE coalesce(state[test.property], test.openLower) >= test.from
            AND coalesce(state[test.upper], test.openUpper) <= test.to
        END)))
    RETURN read.textKey AS sortKey, state
    ORDER BY read.agentId ASC, read.textKey ASC
    LIMIT $given.limit
  }
  WITH sortKey, state ORDER BY sortKey ASC LIMIT $given.limit
  RETURN sortKey, properties(state) AS properties
}
RETURN anchor, sortKey, properties AS state`,
  },
  SAID_DESC: {
    name: 'statements-by-outlet.SAID_DESC',
    mode: 'READ',
    columns: ['anchor', 'sortKey', 'state'],
    parameters: { anchors: '[string]', filter: 'any', known: 'string', after: 'string', limit: 'integer' },
    text: `UNWIND $given.anchors AS anchor
CALL (anchor) {
  MATCH (:Record {id: anchor})<-[merged:MERGED_INTO*0..1]-(member:Record)
  WHERE all(link IN merged WHERE link.from <= $given.known AND $given.known < link.to)
  CALL (member) {
    MATCH ()-[read:PRINTED]->(statement)
    USING INDEX read:PRINTED(agentId, saidDescending)
    WHERE read.agentId = member.id AND read.saidDescending < $given.after
      AND read.from <= $given.known AND $given.known < read.to
    MATCH (statement)-[:HAS_STATE]->(state:StatementState)
    WHERE state.from <= $given.known AND $given.known < state.to
      AND
      any(alternative IN $given.filter.anyOf WHERE all(test IN alternative
        WHERE test.not <> any(value IN [] + coalesce(state[test.property], state[test.upper], []) WHERE CASE test.kind
          WHEN 'AMONG' THEN value IN test.values
          WHEN 'CONTAINS' THEN value CONTAINS test.text
          ELSE coalesce(state[test.property], test.openLower) >= test.from
            AND coalesce(state[test.upper], test.openUpper) <= test.to
        END)))
    RETURN read.saidDescending AS sortKey, state
    ORDER BY read.agentId DESC, read.saidDescending DESC
    LIMIT $given.limit
  }
  WITH sortKey, state ORDER BY sortKey DESC LIMIT $given.limit
  RETURN sortKey, properties(state) AS properties
}
RETURN anchor, sortKey, properties AS state`,
  },
  SAID_ASC: {
    name: 'statements-by-outlet.SAID_ASC',
    mode: 'READ',
    columns: ['anchor', 'sortKey', 'state'],
    parameters: { anchors: '[string]', filter: 'any', known: 'string', after: 'string', limit: 'integer' },
    text: `UNWIND $given.anchors AS anchor
CALL (anchor) {
  MATCH (:Record {id: anchor})<-[merged:MERGED_INTO*0..1]-(member:Record)
  WHERE all(link IN merged WHERE link.from <= $given.known AND $given.known < link.to)
  CALL (member) {
    MATCH ()-[read:PRINTED]->(statement)
    USING INDEX read:PRINTED(agentId, saidAscending)
    WHERE read.agentId = member.id AND read.saidAscending > $given.after
      AND read.from <= $given.known AND $given.known < read.to
    MATCH (statement)-[:HAS_STATE]->(state:StatementState)
    WHERE state.from <= $given.known AND $given.known < state.to
      AND
      any(alternative IN $given.filter.anyOf WHERE all(test IN alternative
        WHERE test.not <> any(value IN [] + coalesce(state[test.property], state[test.upper], []) WHERE CASE test.kind
          WHEN 'AMONG' THEN value IN test.values
          WHEN 'CONTAINS' THEN value CONTAINS test.text
          ELSE coalesce(state[test.property], test.openLower) >= test.from
            AND coalesce(state[test.upper], test.openUpper) <= test.to
        END)))
    RETURN read.saidAscending AS sortKey, state
    ORDER BY read.agentId ASC, read.saidAscending ASC
    LIMIT $given.limit
  }
  WITH sortKey, state ORDER BY sortKey ASC LIMIT $given.limit
  RETURN sortKey, properties(state) AS properties
}
RETURN anchor, sortKey, properties AS state`,
  },
  PUBLISHED_DESC: {
    name: 'statements-by-outlet.PUBLISHED_DESC',
    mode: 'READ',
    columns: ['anchor', 'sortKey', 'state'],
    parameters: { anchors: '[string]', filter: 'any', known: 'string', after: 'string', limit: 'integer' },
    text: `UNWIND $given.anchors AS anchor
CALL (anchor) {
  MATCH (:Record {id: anchor})<-[merged:MERGED_INTO*0..1]-(member:Record)
  WHERE all(link IN merged WHERE link.from <= $given.known AND $given.known < link.to)
  CALL (member) {
    MATCH ()-[read:PRINTED]->(statement)
    USING INDEX read:PRINTED(agentId, publishedDescending)
    WHERE read.agentId = member.id AND read.publishedDescending < $given.after
      AND read.from <= $given.known AND $given.known < read.to
    MATCH (statement)-[:HAS_STATE]->(state:StatementState)
    WHERE state.from <= $given.known AND $given.known < state.to
      AND
      any(alternative IN $given.filter.anyOf WHERE all(test IN alternative
        WHERE test.not <> any(value IN [] + coalesce(state[test.property], state[test.upper], []) WHERE CASE test.kind
          WHEN 'AMONG' THEN value IN test.values
          WHEN 'CONTAINS' THEN value CONTAINS test.text
          ELSE coalesce(state[test.property], test.openLower) >= test.from
            AND coalesce(state[test.upper], test.openUpper) <= test.to
        END)))
    RETURN read.publishedDescending AS sortKey, state
    ORDER BY read.agentId DESC, read.publishedDescending DESC
    LIMIT $given.limit
  }
  WITH sortKey, state ORDER BY sortKey DESC LIMIT $given.limit
  RETURN sortKey, properties(state) AS properties
}
RETURN anchor, sortKey, properties AS state`,
  },
  PUBLISHED_ASC: {
    name: 'statements-by-outlet.PUBLISHED_ASC',
    mode: 'READ',
    columns: ['anchor', 'sortKey', 'state'],
    parameters: { anchors: '[string]', filter: 'any', known: 'string', after: 'string', limit: 'integer' },
    text: `UNWIND $given.anchors AS anchor
CALL (anchor) {
  MATCH (:Record {id: anchor})<-[merged:MERGED_INTO*0..1]-(member:Record)
  WHERE all(link IN merged WHERE link.from <= $given.known AND $given.known < link.to)
  CALL (member) {
    MATCH ()-[read:PRINTED]->(statement)
    USING INDEX read:PRINTED(agentId, publishedAscending)
    WHERE read.agentId = member.id AND read.publishedAscending > $given.after
      AND read.from <= $given.known AND $given.known < read.to
    MATCH (statement)-[:HAS_STATE]->(state:StatementState)
    WHERE state.from <= $given.known AND $given.known < state.to
      AND
      any(alternative IN $given.filter.anyOf WHERE all(test IN alternative
        WHERE test.not <> any(value IN [] + coalesce(state[test.property], state[test.upper], []) WHERE CASE test.kind
          WHEN 'AMONG' THEN value IN test.values
          WHEN 'CONTAINS' THEN value CONTAINS test.text
          ELSE coalesce(state[test.property], test.openLower) >= test.from
            AND coalesce(state[test.upper], test.openUpper) <= test.to
        END)))
    RETURN read.publishedAscending AS sortKey, state
    ORDER BY read.agentId ASC, read.publishedAscending ASC
    LIMIT $given.limit
  }
  WITH sortKey, state ORDER BY sortKey ASC LIMIT $given.limit
  RETURN sortKey, properties(state) AS properties
}
RETURN anchor, sortKey, properties AS state`,
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
 * What reached print through each agent and all that are merged into it, which stand at any hop but the innermost: one
 * page of statements for each, walked along the index of their read edges. Members in one chain share statements.
 */
export const statementsByRelay: Readonly<Record<'TEXT' | 'SAID_DESC' | 'SAID_ASC' | 'PUBLISHED_DESC' | 'PUBLISHED_ASC', Query<StatementsByRelayParams, StatementsByRelayRow>>> = {
  TEXT: {
    name: 'statements-by-relay.TEXT',
    mode: 'READ',
    columns: ['anchor', 'sortKey', 'state'],
    parameters: { anchors: '[string]', filter: 'any', known: 'string', after: 'string', limit: 'integer' },
    text: `UNWIND $given.anchors AS anchor
CALL (anchor) {
  MATCH (:Record {id: anchor})<-[merged:MERGED_INTO*0..1]-(member:Record)
  WHERE all(link IN merged WHERE link.from <= $given.known AND $given.known < link.to)
  CALL (member) {
    MATCH ()-[read:RELAYED]->(statement)
    USING INDEX read:RELAYED(agentId, textKey)
    WHERE read.agentId = member.id AND read.textKey > $given.after
      AND read.from <= $given.known AND $given.known < read.to
    MATCH (statement)-[:HAS_STATE]->(state:StatementState)
    WHERE state.from <= $given.known AND $given.known < state.to
      AND
      any(alternative IN $given.filter.anyOf WHERE all(test IN alternative
        WHERE test.not <> any(value IN [] + coalesce(state[test.property], state[test.upper], []) WHERE CASE test.kind
          WHEN 'AMONG' THEN value IN test.values
          WHEN 'CONTAINS' THEN value CONTAINS test.text
          ELSE coalesce(state[test.property], test.openLower) >= test.from
            AND coalesce(state[test.upper], test.openUpper) <= test.to
        END)))
    RETURN read.textKey AS sortKey, state
    ORDER BY read.agentId ASC, read.textKey ASC
    LIMIT $given.limit
  }
  WITH DISTINCT sortKey, state ORDER BY sortKey ASC LIMIT $given.limit
  RETURN sortKey, properties(state) AS properties
}
RETURN anchor, sortKey, properties AS state`,
  },
  SAID_DESC: {
    name: 'statements-by-relay.SAID_DESC',
    mode: 'READ',
    columns: ['anchor', 'sortKey', 'state'],
    parameters: { anchors: '[string]', filter: 'any', known: 'string', after: 'string', limit: 'integer' },
    text: `UNWIND $given.anchors AS anchor
CALL (anchor) {
  MATCH (:Record {id: anchor})<-[merged:MERGED_INTO*0..1]-(member:Record)
  WHERE all(link IN merged WHERE link.from <= $given.known AND $given.known < link.to)
  CALL (member) {
    MATCH ()-[read:RELAYED]->(statement)
    USING INDEX read:RELAYED(agentId, saidDescending)
    WHERE read.agentId = member.id AND read.saidDescending < $given.after
      AND read.from <= $given.known AND $given.known < read.to
    MATCH (statement)-[:HAS_STATE]->(state:StatementState)
    WHERE state.from <= $given.known AND $given.known < state.to
      AND
      any(alternative IN $given.filter.anyOf WHERE all(test IN alternative
        WHERE test.not <> any(value IN [] + coalesce(state[test.property], state[test.upper], []) WHERE CASE test.kind
          WHEN 'AMONG' THEN value IN test.values
          WHEN 'CONTAINS' THEN value CONTAINS test.text
          ELSE coalesce(state[test.property], test.openLower) >= test.from
            AND coalesce(state[test.upper], test.openUpper) <= test.to
        END)))
    RETURN read.saidDescending AS sortKey, state
    ORDER BY read.agentId DESC, read.saidDescending DESC
    LIMIT $given.limit
  }
  WITH DISTINCT sortKey, state ORDER BY sortKey DESC LIMIT $given.limit
  RETURN sortKey, properties(state) AS properties
}
RETURN anchor, sortKey, properties AS state`,
  },
  SAID_ASC: {
    name: 'statements-by-relay.SAID_ASC',
    mode: 'READ',
    columns: ['anchor', 'sortKey', 'state'],
    parameters: { anchors: '[string]', filter: 'any', known: 'string', after: 'string', limit: 'integer' },
    text: `UNWIND $given.anchors AS anchor
CALL (anchor) {
  MATCH (:Record {id: anchor})<-[merged:MERGED_INTO*0..1]-(member:Record)
  WHERE all(link IN merged WHERE link.from <= $given.known AND $given.known < link.to)
  CALL (member) {
    MATCH ()-[read:RELAYED]->(statement)
    USING INDEX read:RELAYED(agentId, saidAscending)
    WHERE read.agentId = member.id AND read.saidAscending > $given.after
      AND read.from <= $given.known AND $given.known < read.to
    MATCH (statement)-[:HAS_STATE]->(state:StatementState)
    WHERE state.from <= $given.known AND $given.known < state.to
      AND
      any(alternative IN $given.filter.anyOf WHERE all(test IN alternative
        WHERE test.not <> any(value IN [] + coalesce(state[test.property], state[test.upper], []) WHERE CASE test.kind
          WHEN 'AMONG' THEN value IN test.values
          WHEN 'CONTAINS' THEN value CONTAINS test.text
          ELSE coalesce(state[test.property], test.openLower) >= test.from
            AND coalesce(state[test.upper], test.openUpper) <= test.to
        END)))
    RETURN read.saidAscending AS sortKey, state
    ORDER BY read.agentId ASC, read.saidAscending ASC
    LIMIT $given.limit
  }
  WITH DISTINCT sortKey, state ORDER BY sortKey ASC LIMIT $given.limit
  RETURN sortKey, properties(state) AS properties
}
RETURN anchor, sortKey, properties AS state`,
  },
  PUBLISHED_DESC: {
    name: 'statements-by-relay.PUBLISHED_DESC',
    mode: 'READ',
    columns: ['anchor', 'sortKey', 'state'],
    parameters: { anchors: '[string]', filter: 'any', known: 'string', after: 'string', limit: 'integer' },
    text: `UNWIND $given.anchors AS anchor
CALL (anchor) {
  MATCH (:Record {id: anchor})<-[merged:MERGED_INTO*0..1]-(member:Record)
  WHERE all(link IN merged WHERE link.from <= $given.known AND $given.known < link.to)
  CALL (member) {
    MATCH ()-[read:RELAYED]->(statement)
    USING INDEX read:RELAYED(agentId, publishedDescending)
    WHERE read.agentId = member.id AND read.publishedDescending < $given.after
      AND read.from <= $given.known AND $given.known < read.to
    MATCH (statement)-[:HAS_STATE]->(state:StatementState)
    WHERE state.from <= $given.known AND $given.known < state.to
      AND
      any(alternative IN $given.filter.anyOf WHERE all(test IN alternative
        WHERE test.not <> any(value IN [] + coalesce(state[test.property], state[test.upper], []) WHERE CASE test.kind
          WHEN 'AMONG' THEN value IN test.values
          WHEN 'CONTAINS' THEN value CONTAINS test.text
          ELSE coalesce(state[test.property], test.openLower) >= test.from
            AND coalesce(state[test.upper], test.openUpper) <= test.to
        END)))
    RETURN read.publishedDescending AS sortKey, state
    ORDER BY read.agentId DESC, read.publishedDescending DESC
    LIMIT $given.limit
  }
  WITH DISTINCT sortKey, state ORDER BY sortKey DESC LIMIT $given.limit
  RETURN sortKey, properties(state) AS properties
}
RETURN anchor, sortKey, properties AS state`,
  },
  PUBLISHED_ASC: {
    name: 'statements-by-relay.PUBLISHED_ASC',
    mode: 'READ',
    columns: ['anchor', 'sortKey', 'state'],
    parameters: { anchors: '[string]', filter: 'any', known: 'string', after: 'string', limit: 'integer' },
    text: `UNWIND $given.anchors AS anchor
CALL (anchor) {
  MATCH (:Record {id: anchor})<-[merged:MERGED_INTO*0..1]-(member:Record)
  WHERE all(link IN merged WHERE link.from <= $given.known AND $given.known < link.to)
  CALL (member) {
    MATCH ()-[read:RELAYED]->(statement)
    USING INDEX read:RELAYED(agentId, publishedAscending)
    WHERE read.agentId = member.id AND read.publishedAscending > $given.after
      AND read.from <= $given.known AND $given.known < read.to
    MATCH (statement)-[:HAS_STATE]->(state:StatementState)
    WHERE state.from <= $given.known AND $given.known < state.to
      AND
      any(alternative IN $given.filter.anyOf WHERE all(test IN alternative
        WHERE test.not <> any(value IN [] + coalesce(state[test.property], state[test.upper], []) WHERE CASE test.kind
          WHEN 'AMONG' THEN value IN test.values
          WHEN 'CONTAINS' THEN value CONTAINS test.text
          ELSE coalesce(state[test.property], test.openLower) >= test.from
            AND coalesce(state[test.upper], test.openUpper) <= test.to
        END)))
    RETURN read.publishedAscending AS sortKey, state
    ORDER BY read.agentId ASC, read.publishedAscending ASC
    LIMIT $given.limit
  }
  WITH DISTINCT sortKey, state ORDER BY sortKey ASC LIMIT $given.limit
  RETURN sortKey, properties(state) AS properties
}
RETURN anchor, sortKey, properties AS state`,
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
 * What each agent and all that are merged into it say, alone or with others: one page of statements for each, walked
 * along the index of their read edges. Members that speak jointly share statements.
 */
export const statementsBySpeaker: Readonly<Record<'TEXT' | 'SAID_DESC' | 'SAID_ASC' | 'PUBLISHED_DESC' | 'PUBLISHED_ASC', Query<StatementsBySpeakerParams, StatementsBySpeakerRow>>> = {
  TEXT: {
    name: 'statements-by-speaker.TEXT',
    mode: 'READ',
    columns: ['anchor', 'sortKey', 'state'],
    parameters: { anchors: '[string]', filter: 'any', known: 'string', after: 'string', limit: 'integer' },
    text: `UNWIND $given.anchors AS anchor
CALL (anchor) {
  MATCH (:Record {id: anchor})<-[merged:MERGED_INTO*0..1]-(member:Record)
  WHERE all(link IN merged WHERE link.from <= $given.known AND $given.known < link.to)
  CALL (member) {
    MATCH ()-[read:SPOKE]->(statement)
    USING INDEX read:SPOKE(agentId, textKey)
    WHERE read.agentId = member.id AND read.textKey > $given.after
      AND read.from <= $given.known AND $given.known < read.to
    MATCH (statement)-[:HAS_STATE]->(state:StatementState)
    WHERE state.from <= $given.known AND $given.known < state.to
      AND
      any(alternative IN $given.filter.anyOf WHERE all(test IN alternative
        WHERE test.not <> any(value IN [] + coalesce(state[test.property], state[test.upper], []) WHERE CASE test.kind
          WHEN 'AMONG' THEN value IN test.values
          WHEN 'CONTAINS' THEN value CONTAINS test.text
          ELSE coalesce(state[test.property], test.openLower) >= test.from
            AND coalesce(state[test.upper], test.openUpper) <= test.to
        END)))
    RETURN read.textKey AS sortKey, state
    ORDER BY read.agentId ASC, read.textKey ASC
    LIMIT $given.limit
  }
  WITH DISTINCT sortKey, state ORDER BY sortKey ASC LIMIT $given.limit
  RETURN sortKey, properties(state) AS properties
}
RETURN anchor, sortKey, properties AS state`,
  },
  SAID_DESC: {
    name: 'statements-by-speaker.SAID_DESC',
    mode: 'READ',
    columns: ['anchor', 'sortKey', 'state'],
    parameters: { anchors: '[string]', filter: 'any', known: 'string', after: 'string', limit: 'integer' },
    text: `UNWIND $given.anchors AS anchor
CALL (anchor) {
  MATCH (:Record {id: anchor})<-[merged:MERGED_INTO*0..1]-(member:Record)
  WHERE all(link IN merged WHERE link.from <= $given.known AND $given.known < link.to)
  CALL (member) {
    MATCH ()-[read:SPOKE]->(statement)
    USING INDEX read:SPOKE(agentId, saidDescending)
    WHERE read.agentId = member.id AND read.saidDescending < $given.after
      AND read.from <= $given.known AND $given.known < read.to
    MATCH (statement)-[:HAS_STATE]->(state:StatementState)
    WHERE state.from <= $given.known AND $given.known < state.to
      AND
      any(alternative IN $given.filter.anyOf WHERE all(test IN alternative
        WHERE test.not <> any(value IN [] + coalesce(state[test.property], state[test.upper], []) WHERE CASE test.kind
          WHEN 'AMONG' THEN value IN test.values
          WHEN 'CONTAINS' THEN value CONTAINS test.text
          ELSE coalesce(state[test.property], test.openLower) >= test.from
            AND coalesce(state[test.upper], test.openUpper) <= test.to
        END)))
    RETURN read.saidDescending AS sortKey, state
    ORDER BY read.agentId DESC, read.saidDescending DESC
    LIMIT $given.limit
  }
  WITH DISTINCT sortKey, state ORDER BY sortKey DESC LIMIT $given.limit
  RETURN sortKey, properties(state) AS properties
}
RETURN anchor, sortKey, properties AS state`,
  },
  SAID_ASC: {
    name: 'statements-by-speaker.SAID_ASC',
    mode: 'READ',
    columns: ['anchor', 'sortKey', 'state'],
    parameters: { anchors: '[string]', filter: 'any', known: 'string', after: 'string', limit: 'integer' },
    text: `UNWIND $given.anchors AS anchor
CALL (anchor) {
  MATCH (:Record {id: anchor})<-[merged:MERGED_INTO*0..1]-(member:Record)
  WHERE all(link IN merged WHERE link.from <= $given.known AND $given.known < link.to)
  CALL (member) {
    MATCH ()-[read:SPOKE]->(statement)
    USING INDEX read:SPOKE(agentId, saidAscending)
    WHERE read.agentId = member.id AND read.saidAscending > $given.after
      AND read.from <= $given.known AND $given.known < read.to
    MATCH (statement)-[:HAS_STATE]->(state:StatementState)
    WHERE state.from <= $given.known AND $given.known < state.to
      AND
      any(alternative IN $given.filter.anyOf WHERE all(test IN alternative
        WHERE test.not <> any(value IN [] + coalesce(state[test.property], state[test.upper], []) WHERE CASE test.kind
          WHEN 'AMONG' THEN value IN test.values
          WHEN 'CONTAINS' THEN value CONTAINS test.text
          ELSE coalesce(state[test.property], test.openLower) >= test.from
            AND coalesce(state[test.upper], test.openUpper) <= test.to
        END)))
    RETURN read.saidAscending AS sortKey, state
    ORDER BY read.agentId ASC, read.saidAscending ASC
    LIMIT $given.limit
  }
  WITH DISTINCT sortKey, state ORDER BY sortKey ASC LIMIT $given.limit
  RETURN sortKey, properties(state) AS properties
}
RETURN anchor, sortKey, properties AS state`,
  },
  PUBLISHED_DESC: {
    name: 'statements-by-speaker.PUBLISHED_DESC',
    mode: 'READ',
    columns: ['anchor', 'sortKey', 'state'],
    parameters: { anchors: '[string]', filter: 'any', known: 'string', after: 'string', limit: 'integer' },
    text: `UNWIND $given.anchors AS anchor
CALL (anchor) {
  MATCH (:Record {id: anchor})<-[merged:MERGED_INTO*0..1]-(member:Record)
  WHERE all(link IN merged WHERE link.from <= $given.known AND $given.known < link.to)
  CALL (member) {
    MATCH ()-[read:SPOKE]->(statement)
    USING INDEX read:SPOKE(agentId, publishedDescending)
    WHERE read.agentId = member.id AND read.publishedDescending < $given.after
      AND read.from <= $given.known AND $given.known < read.to
    MATCH (statement)-[:HAS_STATE]->(state:StatementState)
    WHERE state.from <= $given.known AND $given.known < state.to
      AND
      any(alternative IN $given.filter.anyOf WHERE all(test IN alternative
        WHERE test.not <> any(value IN [] + coalesce(state[test.property], state[test.upper], []) WHERE CASE test.kind
          WHEN 'AMONG' THEN value IN test.values
          WHEN 'CONTAINS' THEN value CONTAINS test.text
          ELSE coalesce(state[test.property], test.openLower) >= test.from
            AND coalesce(state[test.upper], test.openUpper) <= test.to
        END)))
    RETURN read.publishedDescending AS sortKey, state
    ORDER BY read.agentId DESC, read.publishedDescending DESC
    LIMIT $given.limit
  }
  WITH DISTINCT sortKey, state ORDER BY sortKey DESC LIMIT $given.limit
  RETURN sortKey, properties(state) AS properties
}
RETURN anchor, sortKey, properties AS state`,
  },
  PUBLISHED_ASC: {
    name: 'statements-by-speaker.PUBLISHED_ASC',
    mode: 'READ',
    columns: ['anchor', 'sortKey', 'state'],
    parameters: { anchors: '[string]', filter: 'any', known: 'string', after: 'string', limit: 'integer' },
    text: `UNWIND $given.anchors AS anchor
CALL (anchor) {
  MATCH (:Record {id: anchor})<-[merged:MERGED_INTO*0..1]-(member:Record)
  WHERE all(link IN merged WHERE link.from <= $given.known AND $given.known < link.to)
  CALL (member) {
    MATCH ()-[read:SPOKE]->(statement)
    USING INDEX read:SPOKE(agentId, publishedAscending)
    WHERE read.agentId = member.id AND read.publishedAscending > $given.after
      AND read.from <= $given.known AND $given.known < read.to
    MATCH (statement)-[:HAS_STATE]->(state:StatementState)
    WHERE state.from <= $given.known AND $given.known < state.to
      AND
      any(alternative IN $given.filter.anyOf WHERE all(test IN alternative
        WHERE test.not <> any(value IN [] + coalesce(state[test.property], state[test.upper], []) WHERE CASE test.kind
          WHEN 'AMONG' THEN value IN test.values
          WHEN 'CONTAINS' THEN value CONTAINS test.text
          ELSE coalesce(state[test.property], test.openLower) >= test.from
            AND coalesce(state[test.upper], test.openUpper) <= test.to
        END)))
    RETURN read.publishedAscending AS sortKey, state
    ORDER BY read.agentId ASC, read.publishedAscending ASC
    LIMIT $given.limit
  }
  WITH DISTINCT sortKey, state ORDER BY sortKey ASC LIMIT $given.limit
  RETURN sortKey, properties(state) AS properties
}
RETURN anchor, sortKey, properties AS state`,
  },
}

export interface StatesByStatementParams {
  readonly statements: readonly string[]
  readonly known: string
}

export interface StatesByStatementRow {
  readonly statementId: string
  readonly state: StatementProperties
}

/** Every state that each statement had by a moment, oldest first. */
export const statesByStatement: Query<StatesByStatementParams, StatesByStatementRow> = {
  name: 'states-by-statement',
  mode: 'READ',
  columns: ['statementId', 'state'],
  parameters: { statements: '[string]', known: 'string' },
  text: `UNWIND $given.statements AS statementId
MATCH (:Statement {id: statementId})-[:HAS_STATE]->(state:StatementState)
WHERE state.from <= $given.known
RETURN statementId, properties(state) AS state
ORDER BY statementId, state.from`,
}

export interface TimelineStatementsParams {
  readonly claims: readonly string[]
  readonly known: string
}

export interface TimelineStatementsRow {
  /** as asked */
  readonly claimId: string
  /** the claim and those merged into it */
  readonly memberIds: string[]
  readonly states: StatementProperties[]
}

/** Every statement of each claim and of all that are merged into it, whatever its status, in the order of publication. */
export const timelineStatements: Query<TimelineStatementsParams, TimelineStatementsRow> = {
  name: 'timeline-statements',
  mode: 'READ',
  columns: ['claimId', 'memberIds', 'states'],
  parameters: { claims: '[string]', known: 'string' },
  text: `UNWIND $given.claims AS claimId
MATCH (claim:Claim {id: claimId})
WITH claimId, [claimId] + COLLECT {
  MATCH (claim)<-[merged:MERGED_INTO]-(other:Claim) WHERE merged.from <= $given.known AND $given.known < merged.to
  RETURN other.id ORDER BY other.id
} AS memberIds
RETURN claimId, memberIds, COLLECT {
  UNWIND memberIds AS memberId
  CALL (memberId) {
    MATCH (state:StatementState)
    USING INDEX SEEK state:StatementState(claimId, textKey)
    WHERE state.claimId = memberId AND state.textKey > '' AND state.from <= $given.known AND $given.known < state.to
    RETURN state
  }
  RETURN properties(state) ORDER BY state.textKey
} AS states`,
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
  /** of a statement: the version that prints it */
  readonly versionId: string | null
  /** of an attribution */
  readonly basis: string | null
  /** outward, to print not: {type, to, basis}; the basis is that of a DERIVED_FROM */
  readonly links: Record<string, unknown>[]
}

/**
 * Everything between a claim or a statement and the pages it was printed on, each node once, in one round trip at any
 * depth. A hop that cites an article leads on to that article's shown statements of the same claim and their hops; so
 * does the print of an article that was taken from another. A derivation known from elsewhere is not followed. Claims that
 * are one by decision are the same claim.
 */
export const trace: Query<TraceParams, TraceRow> = {
  name: 'trace',
  mode: 'READ',
  columns: ['id', 'label', 'starts', 'versionId', 'basis', 'links'],
  parameters: { claim: 'string', statement: 'string', statuses: '[string]', known: 'string' },
  text: `CALL () {
  MATCH (claim:Claim {id: $given.claim})
  RETURN claim
  UNION
  MATCH (:Statement {id: $given.statement})-[:HAS_STATE]->(state:StatementState)
  WHERE state.from <= $given.known AND $given.known < state.to
  MATCH (claim:Claim {id: state.claimId})
  RETURN claim
}
OPTIONAL MATCH (claim)-[into:MERGED_INTO]->(canonical:Claim) WHERE into.from <= $given.known AND $given.known < into.to
WITH coalesce(canonical.id, claim.id) AS canonicalId
MATCH (:Record {id: canonicalId})<-[merged:MERGED_INTO*0..1]-(member:Record)
WHERE all(link IN merged WHERE link.from <= $given.known AND $given.known < link.to)
WITH canonicalId, collect(member.id) AS claimIds
CALL (claimIds) {
  UNWIND CASE WHEN $given.statement IS NULL THEN claimIds ELSE [] END AS claimId
  MATCH (state:StatementState)
  WHERE state.claimId = claimId AND state.publishedAscending > ''
    AND state.from <= $given.known AND $given.known < state.to AND state.status IN $given.statuses
  RETURN state.statementId AS startId
  UNION
  RETURN $given.statement AS startId
}
MATCH (start:Statement {id: startId})
CALL (start) {
  RETURN start AS beginning
  UNION
  MATCH (start)<-[carried:CARRIES]-(:Article)-[taken:DERIVED_FROM]->(beginning:Article)
  WHERE carried.from <= $given.known AND $given.known < carried.to
    AND taken.from <= $given.known AND $given.known < taken.to AND taken.basis <> 'EXTERNAL'
  RETURN beginning
}
WITH DISTINCT beginning, claimIds
MATCH (beginning)-[steps:REPORTED_IN|CITES|CARRIES|DERIVED_FROM*0..]->(node)
WHERE all(step IN steps WHERE step.from <= $given.known AND $given.known < step.to
  AND (type(step) IN ['REPORTED_IN', 'CITES'] OR $given.claim IS NULL
    AND coalesce(step.claimId IN claimIds AND step.shown, step.basis <> 'EXTERNAL')))
WITH DISTINCT node, claimIds, collect(DISTINCT beginning) AS beginnings
OPTIONAL MATCH (node:Statement)-[:HAS_STATE]->(own:StatementState)
WHERE own.from <= $given.known AND $given.known < own.to
CALL (node, beginnings, own) {
  WITH * WHERE NOT node:ArticleVersion
  RETURN node AS found, node IN beginnings AS begins, own.versionId AS versionId
  UNION
  MATCH (printing:ArticleVersion {id: own.versionId})
  RETURN printing AS found, false AS begins, null AS versionId
}
WITH DISTINCT found, begins, versionId, claimIds
RETURN found.id AS id,
  head([label IN labels(found) WHERE label IN ['Statement', 'Attribution', 'ArticleVersion', 'Article']]) AS label,
  found:Statement AND begins AS starts, versionId,
  head([(found)-[:HAS_STATE]->(state:AttributionState WHERE state.from <= $given.known AND $given.known < state.to)
    | state.basis]) AS basis,
  [(found)-[link:REPORTED_IN|CITES|CARRIES]->(next)
    WHERE link.from <= $given.known AND $given.known < link.to AND coalesce(link.claimId IN claimIds AND link.shown, true)
      AND NOT next:ArticleVersion
    | {type: type(link), to: next.id}]
  + [(found:ArticleVersion)-[printed:VERSION_OF]->(:Article)-[link:DERIVED_FROM]->(next)
    WHERE printed.from <= $given.known AND $given.known < printed.to
      AND link.from <= $given.known AND $given.known < link.to AND link.basis <> 'EXTERNAL'
    | {type: type(link), to: next.id, basis: link.basis}] AS links`,
}

export interface UtterancesByStatementParams {
  readonly statements: readonly string[]
  readonly known: string
}

export interface UtterancesByStatementRow {
  readonly state: JudgementProperties
}

/** What is decided or proposed, and in force, of statements and others being one utterance. */
export const utterancesByStatement: Query<UtterancesByStatementParams, UtterancesByStatementRow> = {
  name: 'utterances-by-statement',
  mode: 'READ',
  columns: ['state'],
  parameters: { statements: '[string]', known: 'string' },
  text: `UNWIND $given.statements AS statementId
MATCH (:Statement {id: statementId})<-[side:LEFT|RIGHT]-(judgement:Judgement)
WHERE side.judgementKind = 'SAME_UTTERANCE' AND side.from <= $given.known AND $given.known < side.to
WITH DISTINCT judgement
MATCH (judgement)-[:HAS_STATE]->(state:JudgementState)
WHERE state.from <= $given.known AND $given.known < state.to
RETURN properties(state) AS state
ORDER BY state.judgementId`,
}

export interface ActsOfStatementsParams {
  readonly statements: readonly string[]
  readonly forever: string
}

export interface ActsOfStatementsRow {
  readonly actId: string
  /** of the state, within this transaction */
  readonly handle: string
  readonly state: Record<string, unknown>
  readonly accepted: boolean
}

/**
 * The acts through which statements reached print, as they stand now: whether a person accepted one of the statements
 * that come through each.
 */
export const actsOfStatements: Query<ActsOfStatementsParams, ActsOfStatementsRow> = {
  name: 'acts-of-statements',
  mode: 'WRITE',
  columns: ['actId', 'handle', 'state', 'accepted'],
  parameters: { statements: '[string]', forever: 'string' },
  text: `UNWIND $given.statements AS id
MATCH (:Statement {id: id})-[links:REPORTED_IN*]->(act:Attribution)
WHERE all(link IN links WHERE link.to = $given.forever)
WITH DISTINCT act
MATCH (act)-[:HAS_STATE]->(state:AttributionState {to: $given.forever})
RETURN act.id AS actId, elementId(state) AS handle, properties(state) AS state, EXISTS {
  MATCH (act)<-[inward:REPORTED_IN*]-(:Statement)-[:HAS_STATE]->(told:StatementState {to: $given.forever})
  WHERE told.decidedStatus = 'ACCEPTED' AND all(link IN inward WHERE link.to = $given.forever)
} AS accepted`,
}

export interface AdvanceClockParams {
  readonly instant: string
  readonly commit: string
}

export interface AdvanceClockRow {
  readonly last: string
}

/** Sets the clock to the instant of this write, and leaves the mark by which the write is known to be stored. */
export const advanceClock: Query<AdvanceClockParams, AdvanceClockRow> = {
  name: 'advance-clock',
  mode: 'WRITE',
  columns: ['last'],
  parameters: { instant: 'string', commit: 'string' },
  text: `MATCH (clock:Clock {id: 'clock'})
SET clock.last = $given.instant
CREATE (:Commit {id: $given.commit})
RETURN clock.last AS last`,
}

export interface AgentsNamedParams {
  /** as written by put: "name …" with letter case folded */
  readonly key: string
  readonly forever: string
}

export interface AgentsNamedRow {
  readonly id: string
  readonly kind: string
  readonly name: string
}

/** The agents that bear a name or an alias now. */
export const agentsNamed: Query<AgentsNamedParams, AgentsNamedRow> = {
  name: 'agents-named',
  mode: 'WRITE',
  columns: ['id', 'kind', 'name'],
  parameters: { key: 'string', forever: 'string' },
  text: `MATCH (:AgentKey {id: $given.key})<-[:IDENTIFIED_BY {to: $given.forever}]-(agent:Agent)-[:HAS_STATE]->(state:AgentState {to: $given.forever})
RETURN agent.id AS id, state.kind AS kind, state.name AS name
ORDER BY id`,
}

export interface ArticleReferredToElsewhereParams {
  readonly article: string
  /** the article's own records */
  readonly ids: readonly string[]
}

export interface ArticleReferredToElsewhereRow {
  readonly referred: boolean
}

/** Whether acts of other articles cite an article, or another article was taken from it, or did and was. */
export const articleReferredToElsewhere: Query<ArticleReferredToElsewhereParams, ArticleReferredToElsewhereRow> = {
  name: 'article-referred-to-elsewhere',
  mode: 'WRITE',
  columns: ['referred'],
  parameters: { article: 'string', ids: '[string]' },
  text: `MATCH (article:Article {id: $given.article})
RETURN EXISTS {
  MATCH (article)<-[:CITES|DERIVED_FROM]-(other:Record) WHERE NOT other.id IN $given.ids AND other <> article
} AS referred`,
}

export interface BareRecordsParams {
  /** {id, properties, kept, state}: the types of edges that stay, and what is known of it, or null */
  readonly records: readonly Record<string, unknown>[]
  readonly by: string
  readonly method: string
  readonly forever: string
}

export interface BareRecordsRow {
  readonly id: string
}

/** Leaves of records what others refer to: an identity, with the edges by which they do, as if it had never been told more. */
export const bareRecords: Query<BareRecordsParams, BareRecordsRow> = {
  name: 'bare-records',
  mode: 'WRITE',
  columns: ['id'],
  parameters: { records: '[map]', by: 'string', method: 'string', forever: 'string' },
  text: `UNWIND $given.records AS row
MATCH (record:Record {id: row.id})
CALL (record) {
  OPTIONAL MATCH (record)-[:HAS_STATE]->(state)
  DETACH DELETE state
}
CALL (record) {
  OPTIONAL MATCH (record)-[outward]->()
  DELETE outward
}
CALL (record, row) {
  OPTIONAL MATCH (record)<-[inward]-() WHERE NOT type(inward) IN row.kept
  DELETE inward
}
CALL (record) {
  MATCH (record)<-[inward]-()
  RETURN min(inward.from) AS since
}
SET record = row.properties
SET record += {id: row.id, recordedAt: since, recordedBy: $given.by, recordedMethod: $given.method}
WITH record, row, since
CALL (record, row, since) {
  WITH record, row, since WHERE row.state IS NOT NULL
  CREATE (record)-[:HAS_STATE]->(state:ArticleState)
  SET state = row.state
  SET state += {from: since, to: $given.forever, recordedAt: since, recordedBy: $given.by, recordedMethod: $given.method, changedBy: $given.by}
}
RETURN record.id AS id`,
}

export interface CanonicalRanksParams {
  readonly ids: readonly string[]
  readonly forever: string
}

export interface CanonicalRanksRow {
  readonly id: string
  readonly rank: string
}

/**
 * What decides which of several merged records stands for all: the best rank does. A named agent before an unnamed one,
 * a claim or an occasion with a global key before one without, then the one known longest.
 */
export const canonicalRanks: Query<CanonicalRanksParams, CanonicalRanksRow> = {
  name: 'canonical-ranks',
  mode: 'WRITE',
  columns: ['id', 'rank'],
  parameters: { ids: '[string]', forever: 'string' },
  text: `UNWIND $given.ids AS id
MATCH (record:Record {id: id})
OPTIONAL MATCH (record)-[:HAS_STATE]->(state {to: $given.forever})
RETURN id,
  CASE WHEN record:Unnamed OR (NOT record:Agent AND state.key IS NULL) THEN 'b ' ELSE 'a ' END
    + record.recordedAt + ' ' + id AS rank`,
}

export interface ClaimFirstsParams {
  /** {claimId, memberIds}: the claim itself among its members */
  readonly claims: readonly Record<string, unknown>[]
  /** what is shown */
  readonly statuses: readonly string[]
  readonly forever: string
}

export interface ClaimFirstsRow {
  readonly claimId: string
  /** its date alone */
  readonly firstSaid: Record<string, unknown> | null
  readonly firstPublished: Record<string, unknown> | null
}

/**
 * Of each claim: its shown statements that were said and printed first, as of now; those of claims that are one with it
 * by decision count as its own.
 */
export const claimFirsts: Query<ClaimFirstsParams, ClaimFirstsRow> = {
  name: 'claim-firsts',
  mode: 'WRITE',
  columns: ['claimId', 'firstSaid', 'firstPublished'],
  parameters: { claims: '[map]', statuses: '[string]', forever: 'string' },
  text: `UNWIND $given.claims AS claim
RETURN claim.claimId AS claimId,
  head(COLLECT {
    UNWIND claim.memberIds AS memberId
    CALL (memberId) {
      MATCH (state:StatementState)
      USING INDEX SEEK state:StatementState(claimId, saidAscending)
      WHERE state.claimId = memberId AND state.saidAscending > '' AND state.to = $given.forever AND state.status IN $given.statuses
      RETURN state ORDER BY state.claimId, state.saidAscending LIMIT 1
    }
    WITH state ORDER BY state.saidAscending LIMIT 1
    RETURN state {.saidEdtf, .saidEarliest, .saidLatest, .saidInstant, .saidPrecision, .saidBasis, .saidPhrase}
  }) AS firstSaid,
  head(COLLECT {
    UNWIND claim.memberIds AS memberId
    CALL (memberId) {
      MATCH (state:StatementState)
      USING INDEX SEEK state:StatementState(claimId, publishedAscending)
      WHERE state.claimId = memberId AND state.publishedAscending > '' AND state.to = $given.forever
        AND state.status IN $given.statuses
      RETURN state ORDER BY state.claimId, state.publishedAscending LIMIT 1
    }
    WITH state ORDER BY state.publishedAscending LIMIT 1
    RETURN state {.publishedEdtf, .publishedEarliest, .publishedLatest, .publishedInstant, .publishedPrecision, .publishedBasis, .publishedPhrase}
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

export interface CommitsByIdParams {
  readonly commit: string
}

export interface CommitsByIdRow {
  readonly id: string
}

/** The mark of a write, where the write is stored. */
export const commitsById: Query<CommitsByIdParams, CommitsByIdRow> = {
  name: 'commits-by-id',
  mode: 'WRITE',
  columns: ['id'],
  parameters: { commit: 'string' },
  text: `MATCH (commit:Commit {id: $given.commit})
RETURN commit.id AS id`,
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
 * statements hang on only its own few edges are read: an edge type that documents, reviews or corrections tell has to stand here.
 */
export const currentEdgesFrom: Query<CurrentEdgesFromParams, CurrentEdgesFromRow> = {
  name: 'current-edges-from',
  mode: 'WRITE',
  columns: ['source', 'type', 'target', 'handle', 'properties'],
  parameters: { ids: '[string]', forever: 'string' },
  text: `UNWIND $given.ids AS source
MATCH (:Record {id: source})-[edge:PUBLISHED_BY|WRITTEN_BY|DERIVED_FROM|VERSION_OF|DESCRIBES
  |REPORTED_IN|BY|TO|ON_BEHALF_OF|AT|ON|CITES
  |EXPRESSES|ANCHORED_IN|REVISES|SUPPORTS|RESPONDS_TO
  |IDENTIFIED_BY|SPEAKS_FOR|PART_OF|HELD_ROLE
  |REVIEWS|CORRECTS|AFFECTS {to: $given.forever}]->(target:Record)
RETURN source, type(edge) AS type, target.id AS target, elementId(edge) AS handle, properties(edge) AS properties`,
}

export interface CurrentMergesParams {
  readonly ids: readonly string[]
  readonly forever: string
}

export interface CurrentMergesRow {
  readonly source: string
  readonly type: string
  readonly target: string
  /** of the edge, within this transaction */
  readonly handle: string
  readonly properties: Record<string, unknown>
}

/** What records are merged into now, by decision: the edges out of them. */
export const currentMerges: Query<CurrentMergesParams, CurrentMergesRow> = {
  name: 'current-merges',
  mode: 'WRITE',
  columns: ['source', 'type', 'target', 'handle', 'properties'],
  parameters: { ids: '[string]', forever: 'string' },
  text: `UNWIND $given.ids AS source
MATCH (:Record {id: source})-[edge:MERGED_INTO {to: $given.forever}]->(target:Record)
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

export interface DecidedPairsParams {
  readonly ids: readonly string[]
  readonly kinds: readonly string[]
  readonly forever: string
}

export interface DecidedPairsRow {
  readonly id: string
  readonly kind: string
  readonly leftId: string
  readonly rightId: string
  readonly verdict: string
}

/**
 * The decisions of some kinds that are in force on records: what is one with them, what is told apart from them, what
 * stands in a relation to them.
 */
export const decidedPairs: Query<DecidedPairsParams, DecidedPairsRow> = {
  name: 'decided-pairs',
  mode: 'WRITE',
  columns: ['id', 'kind', 'leftId', 'rightId', 'verdict'],
  parameters: { ids: '[string]', kinds: '[string]', forever: 'string' },
  text: `UNWIND $given.ids AS id
MATCH (:Record {id: id})<-[side:LEFT|RIGHT {to: $given.forever}]-(judgement:Judgement)
WHERE side.judgementKind IN $given.kinds AND side.verdict IN ['POSITIVE', 'NEGATIVE']
MATCH (judgement)-[left:LEFT {to: $given.forever}]->(leftRecord:Record)
MATCH (judgement)-[right:RIGHT {to: $given.forever}]->(rightRecord:Record)
RETURN DISTINCT judgement.id AS id, side.judgementKind AS kind, leftRecord.id AS leftId, rightRecord.id AS rightId,
  side.verdict AS verdict
ORDER BY id`,
}

export interface DeleteRecordsParams {
  readonly ids: readonly string[]
}

export interface DeleteRecordsRow {
  readonly deleted: number
}

/** Deletes records for good, with all their states and edges, past ones included. */
export const deleteRecords: Query<DeleteRecordsParams, DeleteRecordsRow> = {
  name: 'delete-records',
  mode: 'WRITE',
  columns: ['deleted'],
  parameters: { ids: '[string]' },
  text: `UNWIND $given.ids AS id
MATCH (record:Record {id: id})
OPTIONAL MATCH (record)-[:HAS_STATE]->(state)
DETACH DELETE state, record
RETURN count(*) AS deleted`,
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

export interface DescribedTogetherParams {
  /** {pair, leftId, rightId} */
  readonly pairs: readonly Record<string, unknown>[]
  readonly forever: string
}

export interface DescribedTogetherRow {
  readonly pair: string
}

/**
 * Of pairs of shared records, those that one article names side by side. From the one that fewer articles name, so that a
 * hub on one side costs nothing.
 */
export const describedTogether: Query<DescribedTogetherParams, DescribedTogetherRow> = {
  name: 'described-together',
  mode: 'WRITE',
  columns: ['pair'],
  parameters: { pairs: '[map]', forever: 'string' },
  text: `UNWIND $given.pairs AS row
MATCH (left:Record {id: row.leftId})
MATCH (right:Record {id: row.rightId})
WITH row, CASE
  WHEN COUNT { (left)<-[:DESCRIBES]-() } <= COUNT { (right)<-[:DESCRIBES]-() } THEN [left, right] ELSE [right, left]
END AS sides
WITH row, sides[0] AS few, sides[1] AS many
WHERE EXISTS {
  MATCH (few)<-[:DESCRIBES {to: $given.forever}]-(:ArticleVersion)-[:VERSION_OF]->(article:Article)
  MATCH (article)<-[:VERSION_OF]-(version:ArticleVersion)
  WHERE EXISTS { (version)-[:DESCRIBES {to: $given.forever}]->(many) }
}
RETURN row.pair AS pair`,
}

export interface DescriptionsOfParams {
  readonly ids: readonly string[]
  /** what is shown */
  readonly statuses: readonly string[]
  readonly forever: string
}

export interface DescriptionsOfRow {
  readonly recordId: string
  /** or that of the review */
  readonly articleId: string
  /** of the version */
  readonly number: number
  readonly description: Record<string, unknown>
  /** it is described now, or an agent that speaks in, relays or prints a statement that is shown */
  readonly counts: boolean
}

/**
 * What the versions of articles say of shared records now: agents, claims, occasions, places; and what a review says of
 * its publisher, like an article with one version. Of a record that nothing describes any more: what was said last.
 */
export const descriptionsOf: Query<DescriptionsOfParams, DescriptionsOfRow> = {
  name: 'descriptions-of',
  mode: 'WRITE',
  columns: ['recordId', 'articleId', 'number', 'description', 'counts'],
  parameters: { ids: '[string]', statuses: '[string]', forever: 'string' },
  text: `UNWIND $given.ids AS recordId
MATCH (record:Record {id: recordId})
CALL (record) {
  WITH record WHERE NOT EXISTS { (record)<-[:DESCRIBES {to: $given.forever}]-() }
  MATCH (record)<-[ended:DESCRIBES]-()
  RETURN max(ended.to) AS lastEnd
}
WITH record, coalesce(lastEnd, $given.forever) AS until, lastEnd IS NULL OR EXISTS {
  MATCH (record)-[:SPOKE|RELAYED|PRINTED {to: $given.forever}]->(:Statement)-[:HAS_STATE]->(state:StatementState {to: $given.forever})
  WHERE state.status IN $given.statuses
} AS counts
MATCH (record)<-[edge:DESCRIBES]-(teller:ArticleVersion|Review)
WHERE edge.to = until
RETURN record.id AS recordId, coalesce(teller.articleId, teller.id) AS articleId, coalesce(teller.number, 1) AS number,
  properties(edge) AS description, counts`,
}

export interface ForgetCitedStatementsParams {
  readonly ids: readonly string[]
}

export interface ForgetCitedStatementsRow {
  readonly changed: number
}

/** Takes statements out of what reviews rest on, past states included. */
export const forgetCitedStatements: Query<ForgetCitedStatementsParams, ForgetCitedStatementsRow> = {
  name: 'forget-cited-statements',
  mode: 'WRITE',
  columns: ['changed'],
  parameters: { ids: '[string]' },
  text: `UNWIND $given.ids AS id
MATCH (:Statement {id: id})<-[:CITES]-(review:Review)
WITH DISTINCT review
MATCH (review)-[:HAS_STATE]->(state:ReviewState)
SET state.citedStatementIds = [cited IN state.citedStatementIds WHERE NOT cited IN $given.ids]
RETURN count(*) AS changed`,
}

export interface HoldClockParams {
  readonly moment: string
}

export interface HoldClockRow {
  readonly last: string
}

/** Lets the clock reach a moment, once the writes that hold its lock are stored: every later write gets a later instant. */
export const holdClock: Query<HoldClockParams, HoldClockRow> = {
  name: 'hold-clock',
  mode: 'WRITE',
  columns: ['last'],
  parameters: { moment: 'string' },
  text: `MERGE (clock:Clock {id: 'clock'})
SET clock.locked = true
SET clock.last = CASE WHEN clock.last > $given.moment THEN clock.last ELSE $given.moment END
REMOVE clock.locked
RETURN clock.last AS last`,
}

export interface JudgedPairsParams {
  readonly pairs: readonly string[]
}

export interface JudgedPairsRow {
  readonly pair: string
}

/** Of pairs, those on which something was ever proposed or decided. */
export const judgedPairs: Query<JudgedPairsParams, JudgedPairsRow> = {
  name: 'judged-pairs',
  mode: 'WRITE',
  columns: ['pair'],
  parameters: { pairs: '[string]' },
  text: `UNWIND $given.pairs AS pair
WITH pair WHERE EXISTS { MATCH (:Judgement {pair: pair}) }
RETURN pair`,
}

export interface JudgementSidesParams {
  readonly ids: readonly string[]
  readonly forever: string
}

export interface JudgementSidesRow {
  readonly source: string
  readonly type: string
  readonly target: string
  /** of the edge, within this transaction */
  readonly handle: string
  readonly properties: Record<string, unknown>
}

/** The edges by which judgements in force hold on to what they are about. */
export const judgementSides: Query<JudgementSidesParams, JudgementSidesRow> = {
  name: 'judgement-sides',
  mode: 'WRITE',
  columns: ['source', 'type', 'target', 'handle', 'properties'],
  parameters: { ids: '[string]', forever: 'string' },
  text: `UNWIND $given.ids AS source
MATCH (:Judgement {id: source})-[edge:LEFT|RIGHT {to: $given.forever}]->(target:Record)
RETURN source, type(edge) AS type, target.id AS target, elementId(edge) AS handle, properties(edge) AS properties`,
}

export interface JudgementsOnPairsParams {
  readonly pairs: readonly string[]
  readonly forever: string
}

export interface JudgementsOnPairsRow {
  readonly pair: string
  /** of the state, within this transaction */
  readonly handle: string
  readonly state: JudgementProperties
}

/** The decisions on pairs of records, all turns, as they stand now. */
export const judgementsOnPairs: Query<JudgementsOnPairsParams, JudgementsOnPairsRow> = {
  name: 'judgements-on-pairs',
  mode: 'WRITE',
  columns: ['pair', 'handle', 'state'],
  parameters: { pairs: '[string]', forever: 'string' },
  text: `UNWIND $given.pairs AS pair
MATCH (judgement:Judgement {pair: pair})-[:HAS_STATE]->(state:JudgementState)
WHERE state.to = $given.forever
RETURN pair, elementId(state) AS handle, properties(state) AS state
ORDER BY pair, state.turn`,
}

export interface LikeAgentsParams {
  /** {id, query, keys}: the query in Lucene's syntax; keys of addresses, "same …" */
  readonly asked: readonly Record<string, unknown>[]
  /** what the article names itself, which it told apart */
  readonly own: readonly string[]
  readonly fetch: number
  readonly limit: number
  readonly forever: string
}

export interface LikeAgentsRow {
  readonly askedId: string
  readonly id: string
  readonly state: Record<string, unknown>
}

/** Agents whose names are like those of some new ones, or that have an address with one of them. */
export const likeAgents: Query<LikeAgentsParams, LikeAgentsRow> = {
  name: 'like-agents',
  mode: 'WRITE',
  columns: ['askedId', 'id', 'state'],
  parameters: { asked: '[map]', own: '[string]', fetch: 'integer', limit: 'integer', forever: 'string' },
  text: `UNWIND $given.asked AS asked
CALL (asked) {
  CALL (asked) {
    CALL db.index.fulltext.queryNodes('agent_names', asked.query, {limit: $given.fetch}) YIELD node, score
    WITH node WHERE node.to = $given.forever AND node.kind <> 'UNNAMED' AND NOT node.agentId IN $given.own
    RETURN node AS state
    LIMIT $given.limit
    UNION
    UNWIND asked.keys AS key
    MATCH (:AgentKey {id: key})<-[:IDENTIFIED_BY {to: $given.forever}]-(agent:Agent)-[:HAS_STATE]->(state:AgentState {to: $given.forever})
    WHERE NOT agent.id IN $given.own
    RETURN state LIMIT $given.limit
  }
  RETURN DISTINCT state
}
RETURN asked.id AS askedId, state.agentId AS id, properties(state) AS state`,
}

export interface LikeClaimsParams {
  /** {id, query}, the query in Lucene's syntax */
  readonly asked: readonly Record<string, unknown>[]
  /** what the article names itself, which it told apart */
  readonly own: readonly string[]
  readonly fetch: number
  readonly limit: number
  readonly forever: string
}

export interface LikeClaimsRow {
  readonly askedId: string
  readonly id: string
  /** of a claim its words, of an occasion what names it; of its date the bounds alone */
  readonly state: Record<string, unknown>
}

/**
 * Claims or occasions whose words are like those of some new ones: the best hits that stand now, each as the record that
 * stands for all that are one with it. The index gives them best first; `fetch` bounds what one look-up may cost, states
 * that ended included.
 */
export const likeClaims: Query<LikeClaimsParams, LikeClaimsRow> = {
  name: 'like-claims',
  mode: 'WRITE',
  columns: ['askedId', 'id', 'state'],
  parameters: { asked: '[map]', own: '[string]', fetch: 'integer', limit: 'integer', forever: 'string' },
  text: `UNWIND $given.asked AS asked
CALL (asked) {
  CALL db.index.fulltext.queryNodes('claim_words', asked.query, {limit: $given.fetch}) YIELD node, score
  WITH node, coalesce(node.claimId, node.occasionId) AS recordId
  WHERE node.to = $given.forever AND NOT recordId IN $given.own AND (coalesce(node.visible, true) OR node.recordedDescending IS NULL)
  WITH node, recordId LIMIT $given.limit
  MATCH (record:Record {id: recordId})
  OPTIONAL MATCH (record)-[:MERGED_INTO {to: $given.forever}]->(canonical:Record)
  RETURN coalesce(canonical, record).id AS id, node {
    .key, .text, .language, .label, .placeId, .whenEarliest, .whenLatest, .whenPrecision, .whenBasis
  } AS state
}
RETURN asked.id AS askedId, id, state`,
}

export interface LikeTextsParams {
  /** in Lucene's syntax */
  readonly query: string
  readonly article: string
  readonly fetch: number
  readonly limit: number
  readonly forever: string
}

export interface LikeTextsRow {
  readonly id: string
  readonly text: string
  readonly state: ArticleProperties
  readonly linked: boolean
}

/**
 * Articles whose newest text has phrases of another text. `linked`: one of the two already says that it was taken from
 * the other.
 */
export const likeTexts: Query<LikeTextsParams, LikeTextsRow> = {
  name: 'like-texts',
  mode: 'WRITE',
  columns: ['id', 'text', 'state', 'linked'],
  parameters: { query: 'string', article: 'string', fetch: 'integer', limit: 'integer', forever: 'string' },
  text: `CALL db.index.fulltext.queryNodes('article_words', $given.query, {limit: $given.fetch}) YIELD node, score
WITH node, score WHERE node.articleId <> $given.article
MATCH (found:Article {id: node.articleId})-[:HAS_STATE]->(state:ArticleState {to: $given.forever})
WHERE state.versionId = node.id
RETURN found.id AS id, node.text AS text, properties(state) AS state,
  EXISTS { MATCH (found)-[:DERIVED_FROM {to: $given.forever}]-(:Article {id: $given.article}) } AS linked
ORDER BY score DESC, id
LIMIT $given.limit`,
}

export type LockClockParams = Record<string, never>

export interface LockClockRow {
  readonly last: string | null
}

/**
 * Takes the one lock that writers queue for, and tells the last instant of recording. So instants strictly increase in
 * the order of commits, and what was read as of an instant that it has reached never changes afterwards. The lock comes
 * with the change and lasts until the transaction ends; the change is undone at once, for a write that changes nothing
 * else.
 */
export const lockClock: Query<LockClockParams, LockClockRow> = {
  name: 'lock-clock',
  mode: 'WRITE',
  columns: ['last'],
  parameters: {},
  text: `MERGE (clock:Clock {id: 'clock'})
SET clock.locked = true
REMOVE clock.locked
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
  /** {recordId, label, properties, reason}; the reason may be left out */
  readonly states: readonly Record<string, unknown>[]
  readonly instant: string
  /** who changes it */
  readonly by: string
  readonly forever: string
}

export interface OpenStatesRow {
  readonly opened: number
}

/** Begins states: they hold from this instant on. A state says who first recorded its record, and who changed it since. */
export const openStates: Query<OpenStatesParams, OpenStatesRow> = {
  name: 'open-states',
  mode: 'WRITE',
  columns: ['opened'],
  parameters: { states: '[map]', instant: 'string', by: 'string', forever: 'string' },
  text: `UNWIND $given.states AS row
MATCH (record:Record {id: row.recordId})
CREATE (record)-[:HAS_STATE]->(state:$(row.label))
SET state = row.properties, state.from = $given.instant, state.to = $given.forever,
  state.recordedAt = record.recordedAt, state.recordedBy = record.recordedBy,
  state.recordedMethod = record.recordedMethod, state.changedBy = $given.by, state.changeReason = row.reason
RETURN count(*) AS opened`,
}

export interface ProposalsOnRecordsParams {
  readonly ids: readonly string[]
  readonly kind: string
  readonly forever: string
}

export interface ProposalsOnRecordsRow {
  readonly id: string
  readonly leftId: string
  readonly rightId: string
  /** whether decisions on others answer it */
  readonly settled: boolean
}

/** The proposals of one kind on records, of which nothing is decided yet. */
export const proposalsOnRecords: Query<ProposalsOnRecordsParams, ProposalsOnRecordsRow> = {
  name: 'proposals-on-records',
  mode: 'WRITE',
  columns: ['id', 'leftId', 'rightId', 'settled'],
  parameters: { ids: '[string]', kind: 'string', forever: 'string' },
  text: `UNWIND $given.ids AS recordId
MATCH (:Record {id: recordId})<-[side:LEFT|RIGHT {to: $given.forever}]-(judgement:Judgement)
WHERE side.judgementKind = $given.kind AND side.verdict = 'PROPOSED'
WITH DISTINCT judgement
MATCH (judgement)-[:HAS_STATE]->(state:JudgementState {to: $given.forever})
RETURN judgement.id AS id, state.leftId AS leftId, state.rightId AS rightId, coalesce(state.settled, false) AS settled
ORDER BY id`,
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

export interface QuotedOfClaimsParams {
  readonly claims: readonly string[]
  readonly quoteTypes: readonly string[]
  readonly statuses: readonly string[]
  readonly walked: number
  readonly limit: number
  readonly forever: string
}

export interface QuotedOfClaimsRow {
  readonly anchorId: string
  readonly statementId: string
}

/**
 * Statements in the speaker's own words, of each of some claims: the last published first. `walked` bounds what is read
 * of a claim that thousands of articles carry.
 */
export const quotedOfClaims: Query<QuotedOfClaimsParams, QuotedOfClaimsRow> = {
  name: 'quoted-of-claims',
  mode: 'WRITE',
  columns: ['anchorId', 'statementId'],
  parameters: { claims: '[string]', quoteTypes: '[string]', statuses: '[string]', walked: 'integer', limit: 'integer', forever: 'string' },
  text: `UNWIND $given.claims AS claimId
CALL (claimId) {
  MATCH (state:StatementState)
  USING INDEX SEEK state:StatementState(claimId, textKey)
  WHERE state.claimId = claimId AND state.textKey > ''
  WITH state ORDER BY state.claimId DESC, state.textKey DESC LIMIT $given.walked
  WHERE state.to = $given.forever AND state.quoteType IN $given.quoteTypes AND state.status IN $given.statuses
  RETURN state LIMIT $given.limit
}
RETURN claimId AS anchorId, state.statementId AS statementId`,
}

export interface QuotedOfOccasionsParams {
  readonly occasions: readonly string[]
  readonly quoteTypes: readonly string[]
  readonly statuses: readonly string[]
  readonly walked: number
  readonly limit: number
  readonly forever: string
}

export interface QuotedOfOccasionsRow {
  readonly anchorId: string
  readonly statementId: string
}

/**
 * Statements in the speaker's own words, said at each of some occasions: the last published first. `walked` bounds what is read
 * of an occasion that thousands of articles report.
 */
export const quotedOfOccasions: Query<QuotedOfOccasionsParams, QuotedOfOccasionsRow> = {
  name: 'quoted-of-occasions',
  mode: 'WRITE',
  columns: ['anchorId', 'statementId'],
  parameters: { occasions: '[string]', quoteTypes: '[string]', statuses: '[string]', walked: 'integer', limit: 'integer', forever: 'string' },
  text: `UNWIND $given.occasions AS occasionId
CALL (occasionId) {
  MATCH (state:StatementState)
  USING INDEX SEEK state:StatementState(occasionId, textKey)
  WHERE state.occasionId = occasionId AND state.textKey > ''
  WITH state ORDER BY state.occasionId DESC, state.textKey DESC LIMIT $given.walked
  WHERE state.to = $given.forever AND state.quoteType IN $given.quoteTypes AND state.status IN $given.statuses
  RETURN state LIMIT $given.limit
}
RETURN occasionId AS anchorId, state.statementId AS statementId`,
}

export interface QuotedWordsParams {
  readonly statements: readonly string[]
  /** of those that are shown */
  readonly statuses: readonly string[]
  readonly forever: string
}

export interface QuotedWordsRow {
  /** {statementId, articleId, claimId, occasionId, quoteType, text} */
  readonly state: Record<string, unknown>
  readonly quoted: string[]
  readonly language: string
  readonly speakerIds: string[]
  readonly occasionId: string | null
}

/** What statements quote, in which language, and who says it at which occasion, under the record that stands for each. */
export const quotedWords: Query<QuotedWordsParams, QuotedWordsRow> = {
  name: 'quoted-words',
  mode: 'WRITE',
  columns: ['state', 'quoted', 'language', 'speakerIds', 'occasionId'],
  parameters: { statements: '[string]', statuses: '[string]', forever: 'string' },
  text: `UNWIND $given.statements AS statementId
MATCH (statement:Statement {id: statementId})-[:HAS_STATE]->(state:StatementState {to: $given.forever})
WHERE state.status IN $given.statuses
MATCH (:Article {id: state.articleId})-[:HAS_STATE]->(article:ArticleState {to: $given.forever})
OPTIONAL MATCH (statement)-[anchor:ANCHORED_IN {to: $given.forever}]->(:ArticleVersion {id: state.versionId})
RETURN state {.statementId, .articleId, .claimId, .occasionId, .quoteType, .text} AS state, coalesce(anchor.quotedExacts, []) AS quoted, article.language AS language,
  [id IN state.speakerIds | coalesce(
    head(COLLECT { MATCH (:Record {id: id})-[:MERGED_INTO {to: $given.forever}]->(canonical:Record) RETURN canonical.id }), id
  )] AS speakerIds,
  coalesce(
    head(COLLECT {
      MATCH (:Record {id: state.occasionId})-[:MERGED_INTO {to: $given.forever}]->(canonical:Record) RETURN canonical.id
    }),
    state.occasionId
  ) AS occasionId`,
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

export interface RecordsAboutParams {
  readonly ids: readonly string[]
}

export interface RecordsAboutRow {
  readonly id: string
}

/** What says something about records, or did: judgements, reviews and corrections. */
export const recordsAbout: Query<RecordsAboutParams, RecordsAboutRow> = {
  name: 'records-about',
  mode: 'WRITE',
  columns: ['id'],
  parameters: { ids: '[string]' },
  text: `UNWIND $given.ids AS id
MATCH (:Record {id: id})<-[:LEFT|RIGHT|REVIEWS|CORRECTS]-(about:Judgement|Review|Correction)
RETURN DISTINCT about.id AS id`,
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
USING INDEX SEEK record:Record(articleId)
WHERE record:Statement OR record:Attribution OR record:ArticleVersion
RETURN record.id AS id,
  head([label IN labels(record) WHERE label IN ['Statement', 'Attribution', 'ArticleVersion']]) AS kind`,
}

export interface RecordsOwnedByArticleParams {
  readonly article: string
}

export interface RecordsOwnedByArticleRow {
  readonly id: string
}

/** The records that go with an article, past ones included: its versions, statements and acts, and its unnamed sources. */
export const recordsOwnedByArticle: Query<RecordsOwnedByArticleParams, RecordsOwnedByArticleRow> = {
  name: 'records-owned-by-article',
  mode: 'WRITE',
  columns: ['id'],
  parameters: { article: 'string' },
  text: `MATCH (record:Record {articleId: $given.article})
USING INDEX SEEK record:Record(articleId)
WHERE record:Statement OR record:Attribution OR record:ArticleVersion OR record:Unnamed
RETURN record.id AS id`,
}

export interface RecordsReferredToParams {
  readonly ids: readonly string[]
}

export interface RecordsReferredToRow {
  readonly id: string
}

/** What records refer to, or did: other records that may be left without anybody who speaks of them. */
export const recordsReferredTo: Query<RecordsReferredToParams, RecordsReferredToRow> = {
  name: 'records-referred-to',
  mode: 'WRITE',
  columns: ['id'],
  parameters: { ids: '[string]' },
  text: `UNWIND $given.ids AS id
MATCH (:Record {id: id})-[:DESCRIBES|BY|TO|ON_BEHALF_OF|AT|ON|EXPRESSES|RESPONDS_TO|REVISES|SUPPORTS
  |PUBLISHED_BY|WRITTEN_BY|CITES|DERIVED_FROM]->(near:Record)
WHERE NOT near.id IN $given.ids
RETURN DISTINCT near.id AS id`,
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

export interface RelatedMeaningsParams {
  readonly ids: readonly string[]
  /** SAME_CLAIM or SAME_OCCASION */
  readonly kind: string
  readonly limit: number
  readonly forever: string
}

export interface RelatedMeaningsRow {
  readonly id: string
  /** the record itself too */
  readonly relatedId: string
  readonly isOne: boolean
}

/** Claims or occasions that are one with each by decision, and those that may be, by an open proposal on any of them. */
export const relatedMeanings: Query<RelatedMeaningsParams, RelatedMeaningsRow> = {
  name: 'related-meanings',
  mode: 'WRITE',
  columns: ['id', 'relatedId', 'isOne'],
  parameters: { ids: '[string]', kind: 'string', limit: 'integer', forever: 'string' },
  text: `UNWIND $given.ids AS id
MATCH (asked:Record {id: id})
OPTIONAL MATCH (asked)-[:MERGED_INTO {to: $given.forever}]->(merged:Record)
WITH id, coalesce(merged, asked) AS canonical
CALL (canonical) {
  UNWIND [canonical] + COLLECT {
    MATCH (canonical)<-[:MERGED_INTO {to: $given.forever}]-(member:Record) RETURN member LIMIT $given.limit
  } AS member
  RETURN member.id AS relatedId, true AS isOne
  UNION
  UNWIND [canonical] + COLLECT {
    MATCH (canonical)<-[:MERGED_INTO {to: $given.forever}]-(member:Record) RETURN member LIMIT $given.limit
  } AS member
  MATCH (member)<-[side:LEFT|RIGHT {to: $given.forever}]-(judgement:Judgement)
  WHERE side.judgementKind = $given.kind AND side.verdict IN ['PROPOSED', 'UNSURE']
  MATCH (judgement)-[:LEFT|RIGHT {to: $given.forever}]->(other:Record)
  WHERE other <> member
  OPTIONAL MATCH (other)-[:MERGED_INTO {to: $given.forever}]->(otherMerged:Record)
  WITH DISTINCT coalesce(otherMerged, other) AS near, canonical
  WHERE near <> canonical
  WITH near LIMIT $given.limit
  UNWIND [near] + COLLECT {
    MATCH (near)<-[:MERGED_INTO {to: $given.forever}]-(alike:Record) RETURN alike LIMIT $given.limit
  } AS record
  RETURN record.id AS relatedId, false AS isOne
}
RETURN id, relatedId, isOne
ORDER BY id, relatedId`,
}

export interface StandingOfStatementsParams {
  readonly statements: readonly string[]
  readonly forever: string
}

export interface StandingOfStatementsRow {
  readonly statementId: string
  readonly inNewest: boolean
  readonly takenBack: boolean
}

/**
 * Where statements stand by their articles alone: whether the newest version has each, or may have it still, and whether
 * a correction that holds now takes it back.
 */
export const standingOfStatements: Query<StandingOfStatementsParams, StandingOfStatementsRow> = {
  name: 'standing-of-statements',
  mode: 'WRITE',
  columns: ['statementId', 'inNewest', 'takenBack'],
  parameters: { statements: '[string]', forever: 'string' },
  text: `UNWIND $given.statements AS statementId
MATCH (statement:Statement {id: statementId})-[:HAS_STATE]->(state:StatementState {to: $given.forever})
MATCH (:Article {id: statement.articleId})-[:HAS_STATE]->(article:ArticleState {to: $given.forever})
RETURN statementId,
  coalesce(state.orphaned, false) OR EXISTS {
    (statement)-[:ANCHORED_IN {to: $given.forever}]->(:ArticleVersion {id: article.versionId})
  } AS inNewest,
  EXISTS {
    MATCH (statement)<-[:AFFECTS {to: $given.forever, status: 'RETRACTED'}]-(:Correction)
  } AS takenBack`,
}

export interface StatementsOfClaimsParams {
  readonly claims: readonly string[]
  readonly forever: string
}

export interface StatementsOfClaimsRow {
  readonly claimId: string
  readonly statementIds: string[]
  readonly merged: boolean
}

/**
 * Which statements express claims now, whatever their status: at most two of each, which tells whether one is alone;
 * and whether a claim is one with another by decision.
 */
export const statementsOfClaims: Query<StatementsOfClaimsParams, StatementsOfClaimsRow> = {
  name: 'statements-of-claims',
  mode: 'WRITE',
  columns: ['claimId', 'statementIds', 'merged'],
  parameters: { claims: '[string]', forever: 'string' },
  text: `UNWIND $given.claims AS claimId
RETURN claimId, COLLECT {
  MATCH (state:StatementState)
  USING INDEX SEEK state:StatementState(claimId, textKey)
  WHERE state.claimId = claimId AND state.textKey > '' AND state.to = $given.forever
  RETURN state.statementId LIMIT 2
} AS statementIds, EXISTS { (:Claim {id: claimId})-[:MERGED_INTO {to: $given.forever}]-(:Claim) } AS merged`,
}

export interface StatementsReferredToElsewhereParams {
  /** of one article */
  readonly ids: readonly string[]
  readonly article: string
}

export interface StatementsReferredToElsewhereRow {
  readonly id: string
}

/** Statements that those of other articles revise, support or answer, or did. */
export const statementsReferredToElsewhere: Query<StatementsReferredToElsewhereParams, StatementsReferredToElsewhereRow> = {
  name: 'statements-referred-to-elsewhere',
  mode: 'WRITE',
  columns: ['id'],
  parameters: { ids: '[string]', article: 'string' },
  text: `UNWIND $given.ids AS id
MATCH (statement:Statement {id: id})
WHERE EXISTS {
  MATCH (statement)<-[:REVISES|SUPPORTS|RESPONDS_TO]-(other:Statement) WHERE coalesce(other.articleId, '') <> $given.article
}
RETURN id`,
}

export interface UndescribedAgentsParams {
  readonly ids: readonly string[]
  readonly forever: string
}

export interface UndescribedAgentsRow {
  readonly id: string
}

/** Of these agents, those that nothing describes now. */
export const undescribedAgents: Query<UndescribedAgentsParams, UndescribedAgentsRow> = {
  name: 'undescribed-agents',
  mode: 'WRITE',
  columns: ['id'],
  parameters: { ids: '[string]', forever: 'string' },
  text: `UNWIND $given.ids AS id
MATCH (agent:Agent {id: id})
WHERE NOT EXISTS { (agent)<-[:DESCRIBES {to: $given.forever}]-() }
RETURN id`,
}

export interface UnsupportedRecordsParams {
  readonly ids: readonly string[]
}

export interface UnsupportedRecordsRow {
  readonly id: string
}

/**
 * Of records that articles share or know by reference alone, those that nothing in the graph speaks of any more or ever
 * did: no article describes them, refers to them or has a statement that makes them.
 */
export const unsupportedRecords: Query<UnsupportedRecordsParams, UnsupportedRecordsRow> = {
  name: 'unsupported-records',
  mode: 'WRITE',
  columns: ['id'],
  parameters: { ids: '[string]' },
  text: `UNWIND $given.ids AS id
MATCH (record:Record {id: id})
WHERE record.articleId IS NULL AND NOT EXISTS {
  (record)<-[:DESCRIBES|BY|TO|ON_BEHALF_OF|AT|ON|EXPRESSES|RESPONDS_TO|REVISES|SUPPORTS
    |PUBLISHED_BY|WRITTEN_BY|CITES|DERIVED_FROM|VERSION_OF|CORRECTS]-(:Record)
} AND NOT (record:Article AND EXISTS { (record)<-[:LEFT|RIGHT]-(:Judgement) })
RETURN id`,
}

export interface UnusedAgentKeysParams {
  readonly keys: readonly string[]
  readonly forever: string
}

export interface UnusedAgentKeysRow {
  readonly id: string
}

/** Of names and addresses, those that no agent bears now. */
export const unusedAgentKeys: Query<UnusedAgentKeysParams, UnusedAgentKeysRow> = {
  name: 'unused-agent-keys',
  mode: 'WRITE',
  columns: ['id'],
  parameters: { keys: '[string]', forever: 'string' },
  text: `UNWIND $given.keys AS id
MATCH (key:AgentKey {id: id})
WHERE NOT EXISTS { (key)<-[:IDENTIFIED_BY {to: $given.forever}]-(:Agent) }
RETURN id`,
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
  articlesByClaim,
  articlesByOccasion,
  articlesByOutlet.PUBLISHED_DESC,
  articlesByOutlet.PUBLISHED_ASC,
  carriageByArticle,
  carriedStatements,
  chainsByStatement,
  checkAgents,
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
  claimGroups,
  claimWordings,
  claims.FIRST_SAID_DESC,
  claims.FIRST_SAID_ASC,
  claims.FIRST_PUBLISHED_DESC,
  claims.FIRST_PUBLISHED_ASC,
  claims.RECORDED_DESC,
  correctionsByArticle,
  correctionsByStatement,
  countAgents,
  countArticles,
  countArticlesByOutlet,
  countClaims,
  countJudgements,
  countSourcesByClaim,
  countStatements,
  countStatementsByArticle,
  countStatementsByClaim,
  countStatementsByOccasion,
  countStatementsByOutlet,
  countStatementsByRelay,
  countStatementsBySpeaker,
  coveredStatements,
  datesByArticle,
  decisionsByRecord,
  derivativesByArticle,
  exactRecordsById,
  firstReportsByClaim,
  graphCounts,
  hopsById,
  judgements,
  knownVersions,
  lastInstant,
  linksByStatement,
  membersById,
  occasionsByArticle,
  originParties,
  originStatements,
  quotationsByStatement,
  quotationsNear,
  recordsById,
  relationsByClaim,
  responsesByStatement,
  reviewsBySubject,
  revisionsAround,
  revisionsByStatement,
  search,
  sourcesByClaim,
  sourcingByArticle,
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
  statesByStatement,
  timelineStatements,
  trace,
  utterancesByStatement,
  actsOfStatements,
  advanceClock,
  agentsNamed,
  articleReferredToElsewhere,
  bareRecords,
  canonicalRanks,
  claimFirsts,
  closeEdges,
  closeStates,
  commitsById,
  currentEdgesFrom,
  currentMerges,
  currentReadEdges,
  currentStates,
  decidedPairs,
  deleteRecords,
  describedByOthers,
  describedTogether,
  descriptionsOf,
  forgetCitedStatements,
  holdClock,
  judgedPairs,
  judgementSides,
  judgementsOnPairs,
  likeAgents,
  likeClaims,
  likeTexts,
  lockClock,
  openEdges,
  openStates,
  proposalsOnRecords,
  putRecords,
  quotedOfClaims,
  quotedOfOccasions,
  quotedWords,
  recordSchemaFile,
  recordsAbout,
  recordsOfArticle,
  recordsOwnedByArticle,
  recordsReferredTo,
  refreshStatementCopies,
  relatedMeanings,
  standingOfStatements,
  statementsOfClaims,
  statementsReferredToElsewhere,
  undescribedAgents,
  unsupportedRecords,
  unusedAgentKeys,
]
