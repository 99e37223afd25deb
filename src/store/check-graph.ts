import {
  checkAgents,
  checkChainCopies,
  checkClaims,
  checkEdgeEnds,
  checkHops,
  checkIntervals,
  checkReadableCopies,
  checkReadEdges,
  checkRequiredFields,
  checkSpans,
  checkVocabulary,
} from '../cypher/queries.ts'
import { FOREVER } from '../domain/instant.ts'
import { JUDGED_RECORDS } from '../domain/judgement.ts'
import { VISIBLE_STATUSES } from '../domain/visibility.ts'
import {
  AGENT_KINDS,
  BASES,
  CERTAINTIES,
  CORRECTION_KINDS,
  CUE_STANCES,
  DATE_BASES,
  DATE_PRECISIONS,
  HOP_MODES,
  JUDGEMENT_KINDS,
  POLARITIES,
  QUOTE_TYPES,
  RATING_VALUES,
  RECORD_METHODS,
  RESPONSE_STANCES,
  SPEECH_ACTS,
  STATEMENT_STATUSES,
  UNNAMED_REASONS,
  VERDICTS,
  ZONES,
} from '../domain/vocabulary.ts'
import type { Database, QueryRunner } from './database.ts'

/** One rule that every graph keeps, and how often this one breaks it. */
export interface Invariant {
  readonly name: string
  readonly description: string
  readonly found: number
  /** Some of what was found, with ids. */
  readonly examples: readonly string[]
}

const EXAMPLES = 10
/** A large graph takes minutes to read, and nobody waits for an answer: milliseconds. */
const TIMEOUT = 60 * 60_000

/**
 * Looks for what the database itself cannot refuse: required fields and closed vocabularies (Neo4j Community has
 * uniqueness constraints only), chains that dangle or run in a circle, spans outside their text, and copies that do
 * not say what they were copied from. It reads the whole graph.
 */
export async function checkGraph(graph: Database): Promise<Invariant[]> {
  const database: QueryRunner = {
    run: (query, parameters) => graph.run(query, parameters, { timeout: TIMEOUT }),
  }
  const asked = { forever: FOREVER, examples: EXAMPLES }
  const results: [string, string, Promise<{ found: number; examples: string[] }[]>][] = [
    [
      'required fields',
      'every record and state has the fields that its kind requires',
      database.run(checkRequiredFields, { required: REQUIRED, examples: EXAMPLES }),
    ],
    [
      'vocabularies',
      'every coded value is one of its vocabulary',
      database.run(checkVocabulary, { vocabulary: VOCABULARY, examples: EXAMPLES }),
    ],
    [
      'intervals',
      'every fact holds from an instant to a later one, no two at once',
      database.run(checkIntervals, asked),
    ],
    [
      'edge ends',
      'every edge joins records of the right kinds',
      database.run(checkEdgeEnds, { ends: ENDS, examples: EXAMPLES }),
    ],
    [
      'hops',
      'every chain leads to print, through acts that have a source, without a circle',
      database.run(checkHops, asked),
    ],
    ['spans', 'every span lies in its text and has its words', database.run(checkSpans, asked)],
    [
      'chain copies',
      "every statement's state says what its chain says",
      database.run(checkChainCopies, asked),
    ],
    [
      'read edges',
      "every agent's list holds the statements whose state names it",
      database.run(checkReadEdges, asked),
    ],
    ['readable copies', 'every statement node reads by itself', database.run(checkReadableCopies, asked)],
    [
      'claims',
      'every claim shows and is dated by its shown statements',
      database.run(checkClaims, { ...asked, statuses: VISIBLE_STATUSES }),
    ],
    [
      'agents',
      'every agent bears a name of its own, and is listed while something describes it or a shown statement has it in its chain',
      database.run(checkAgents, { ...asked, statuses: VISIBLE_STATUSES }),
    ],
  ]
  return Promise.all(
    results.map(async ([name, description, rows]) => {
      const [row] = await rows
      return { name, description, found: row?.found ?? 0, examples: row?.examples ?? [] }
    }),
  )
}

const INTERVAL = ['from', 'to', 'recordedAt', 'recordedBy', 'recordedMethod', 'changedBy']
const date = (prefix: string) => [`${prefix}Precision`, `${prefix}Basis`]
const spans = (prefix: string) =>
  ['Parts', 'Starts', 'Ends', 'Exacts', 'Prefixes', 'Suffixes'].map((name) => `${prefix}${name}`)

const REQUIRED = [
  { label: 'Record', fields: ['id', 'recordedAt', 'recordedBy', 'recordedMethod'] },
  {
    label: 'ArticleVersion',
    fields: ['articleId', 'text', 'contentHash', 'length', 'titleLength', 'number'],
  },
  {
    label: 'StatementState',
    fields: [
      ...INTERVAL,
      ...date('said'),
      ...date('published'),
      ...[
        'statementId',
        'articleId',
        'versionId',
        'outletId',
        'claimId',
        'speakerIds',
        'speakerKinds',
        'relayIds',
      ],
      ...[
        'viaIds',
        'onBehalfOfIds',
        'addresseeIds',
        'order',
        'zone',
        'text',
        'foldedText',
        'quoteType',
        'speechAct',
      ],
      ...[
        'certainty',
        'polarity',
        'status',
        'review',
        'lifeCycle',
        'timesSpokenOf',
        'publishedWritten',
        'saidWritten',
        'timesWritten',
        'textKey',
        'saidAscending',
      ],
      ...['saidDescending', 'publishedAscending', 'publishedDescending'],
    ],
  },
  {
    label: 'AttributionState',
    fields: [
      ...INTERVAL,
      ...date('said'),
      ...spans('source'),
      ...spans('cue'),
      ...['attributionId', 'articleId', 'versionId', 'cueStance', 'mode', 'basis'],
      ...['status', 'review', 'lifeCycle', 'publishedWritten', 'saidWritten'],
    ],
  },
  {
    label: 'ArticleState',
    fields: [...INTERVAL, ...date('published'), 'articleId', 'language', 'authorIds', 'credits'],
  },
  {
    label: 'ArticleVersionState',
    fields: [
      ...INTERVAL,
      ...date('published'),
      'versionId',
      'articleId',
      'number',
      'contentHash',
      'length',
      'outletId',
      'publishedWritten',
    ],
  },
  {
    label: 'AgentState',
    fields: [
      ...INTERVAL,
      ...[
        'agentId',
        'kind',
        'name',
        'aliases',
        'sameAs',
        'speaksForIds',
        'partOfIds',
        'roles',
        'foldedNames',
      ],
    ],
  },
  {
    label: 'ClaimState',
    fields: [
      ...INTERVAL,
      ...date('firstSaid'),
      ...date('firstPublished'),
      ...['claimId', 'text', 'foldedText', 'language', 'visible'],
    ],
  },
  { label: 'OccasionState', fields: [...INTERVAL, ...date('when'), 'occasionId', 'label'] },
  { label: 'PlaceState', fields: [...INTERVAL, 'placeId', 'name', 'sameAs'] },
  { label: 'Judgement', fields: ['pair'] },
  {
    label: 'JudgementState',
    fields: [...INTERVAL, 'judgementId', 'judgementKind', 'verdict', 'leftId', 'rightId', 'method', 'turn'],
  },
  {
    label: 'ReviewState',
    fields: [
      ...INTERVAL,
      ...date('published'),
      ...['reviewId', 'subjectId', 'publisherId', 'rating', 'normalized', 'citedStatementIds'],
    ],
  },
  {
    label: 'CorrectionState',
    fields: [
      ...INTERVAL,
      ...date('issued'),
      ...['correctionId', 'correctionKind', 'articleId', 'text', 'wholeArticle'],
      ...['affectedIds', 'affectedStatuses'],
    ],
  },
]

const words = (label: string, fields: Readonly<Record<string, readonly string[]>>) => ({
  label,
  fields: Object.entries(fields).map(([field, values]) => ({ field, values })),
})

const STATUS = {
  status: STATEMENT_STATUSES,
  decidedStatus: STATEMENT_STATUSES,
  review: ['PROPOSED', 'ACCEPTED', 'REJECTED'],
  lifeCycle: ['CURRENT', 'SUPERSEDED', 'RETRACTED'],
}
const dated = (...prefixes: readonly string[]) =>
  Object.fromEntries(
    prefixes.flatMap((prefix) => [
      [`${prefix}Basis`, DATE_BASES],
      [`${prefix}Precision`, DATE_PRECISIONS],
    ]),
  )
const RECORDED = { recordedMethod: RECORD_METHODS }

const VOCABULARY = [
  words('StatementState', {
    zone: ZONES,
    quoteType: QUOTE_TYPES,
    speechAct: SPEECH_ACTS,
    certainty: CERTAINTIES,
    polarity: POLARITIES,
    ...STATUS,
    placeBasis: BASES,
    ...dated('said', 'published'),
    ...RECORDED,
  }),
  words('AttributionState', {
    cueStance: CUE_STANCES,
    // The printing alone is a publication, and it is no act.
    mode: HOP_MODES.filter((mode) => mode !== 'PUBLICATION'),
    basis: BASES,
    ...STATUS,
    ...dated('said'),
    ...RECORDED,
  }),
  words('ArticleState', { ...dated('published'), ...RECORDED }),
  words('ArticleVersionState', { ...dated('published'), ...RECORDED }),
  words('AgentState', { kind: AGENT_KINDS, reason: UNNAMED_REASONS, ...RECORDED }),
  words('ClaimState', { ...dated('firstSaid', 'firstPublished'), ...RECORDED }),
  words('OccasionState', { ...dated('when'), ...RECORDED }),
  words('PlaceState', RECORDED),
  words('JudgementState', { judgementKind: JUDGEMENT_KINDS, verdict: VERDICTS, ...RECORDED }),
  words('ReviewState', { normalized: RATING_VALUES, ...dated('published'), ...RECORDED }),
  words('CorrectionState', { correctionKind: CORRECTION_KINDS, ...dated('issued'), ...RECORDED }),
  words('RESPONDS_TO', { stance: RESPONSE_STANCES }),
  words('DERIVED_FROM', { basis: BASES }),
]

const join = (type: string, source: readonly string[], target: readonly string[]) => ({
  type,
  source,
  target,
})

const JUDGED = [...new Set(Object.values(JUDGED_RECORDS))]
const ENDS = [
  join('REPORTED_IN', ['Statement', 'Attribution'], ['Attribution', 'ArticleVersion']),
  join('BY', ['Attribution', 'Review'], ['Agent']),
  join('TO', ['Attribution'], ['Agent']),
  join('ON_BEHALF_OF', ['Attribution'], ['Agent']),
  join('AT', ['Attribution'], ['Place']),
  join('ON', ['Attribution'], ['Occasion']),
  join('CITES', ['Attribution'], ['Article']),
  join('CITES', ['Review'], ['Statement']),
  join('VERSION_OF', ['ArticleVersion'], ['Article']),
  join('DESCRIBES', ['ArticleVersion'], ['Agent', 'Claim', 'Occasion', 'Place']),
  join('DESCRIBES', ['Review'], ['Organization']),
  join('PUBLISHED_BY', ['Article'], ['Outlet']),
  join('WRITTEN_BY', ['Article'], ['Agent']),
  join('DERIVED_FROM', ['Article'], ['Article']),
  join('ANCHORED_IN', ['Statement'], ['ArticleVersion']),
  join('EXPRESSES', ['Statement'], ['Claim']),
  join('REVISES', ['Statement'], ['Statement']),
  join('SUPPORTS', ['Statement'], ['Statement']),
  join('RESPONDS_TO', ['Statement'], ['Statement', 'Claim']),
  join('SPEAKS_FOR', ['Agent'], ['Agent']),
  join('PART_OF', ['Agent'], ['Agent']),
  join('HELD_ROLE', ['Agent'], ['Agent']),
  join('IDENTIFIED_BY', ['Agent'], ['AgentKey']),
  join('SPOKE', ['Agent'], ['Statement']),
  join('RELAYED', ['Agent'], ['Statement']),
  join('PRINTED', ['Agent'], ['Statement']),
  join('CARRIES', ['Article'], ['Statement']),
  join('REVIEWS', ['Review'], ['Claim', 'Statement']),
  join('CORRECTS', ['Correction'], ['Article']),
  join('AFFECTS', ['Correction'], ['Statement']),
  join('LEFT', ['Judgement'], JUDGED),
  join('RIGHT', ['Judgement'], JUDGED),
  join('MERGED_INTO', ['Agent', 'Claim', 'Occasion'], ['Agent', 'Claim', 'Occasion']),
]
