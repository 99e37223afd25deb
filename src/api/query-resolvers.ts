import { canonicalUrl } from '../domain/canonical-url.ts'
import { ClaimgraphError } from '../domain/claimgraph-error.ts'
import { foldCase } from '../domain/fold-case.ts'
import { articleId, checkedId } from '../domain/identity.ts'
import { canonicalLanguageTag } from '../domain/language-tag.ts'
import { asksForStatus, checkedRange } from '../domain/statement-filter.ts'
import { countAllAgents, readAgents, readAgentsByAddress, readAgentsByName } from '../store/agent-reader.ts'
import { countAllArticles, readArticles } from '../store/article-reader.ts'
import { countAllClaims, readClaims } from '../store/claim-reader.ts'
import { countAllJudgements, readJudgements } from '../store/judgement-reader.ts'
import { readNearestQuotations } from '../store/quotation-reader.ts'
import { countAllStatements, readStatements } from '../store/statement-pages.ts'
import { connectionOf, pageRequest } from './connection.ts'
import { compareCoverage } from './coverage-resolvers.ts'
import { exactlyOne } from './exactly-one.ts'
import { membersOf, recordOf, refer } from './record-access.ts'
import type { QueryResolvers } from './schema-types.ts'
import { searchPage } from './search-resolvers.ts'
import { readableFilter } from './statement-lists.ts'
import { traceFrom } from './trace-resolvers.ts'

/** Most records that one `nodes` reads. */
const MAX_NODES = 100

export const Query: QueryResolvers = {
  node: (_, { id }, { loaders }) => recordOf(loaders, checkedId(id)),

  nodes: (_, { ids }, { loaders }) => {
    if (ids.length > MAX_NODES)
      throw new ClaimgraphError(
        'PAGE_TOO_LARGE',
        `${ids.length} ids; at most ${MAX_NODES} are read at once.`,
        {
          limit: MAX_NODES,
          found: ids.length,
        },
      )
    return Promise.all(ids.map((id) => recordOf(loaders, checkedId(id))))
  },

  article: (_, args, { loaders }) => {
    const { id, url } = args
    exactlyOne(args, ['id', 'url'])
    return refer(
      loaders,
      'Article',
      id == null ? articleId({ url: canonical(url!) }) : checkedId(id, 'Article'),
    )
  },

  articles: async (_, { filter, orderBy, ...args }, { view, loaders }) => {
    const order = orderBy ?? 'PUBLISHED_DESC'
    const list = `articles ${order}`
    const request = pageRequest(args, list)
    const outlets = filter?.outlet?.map((id) => checkedId(id, 'Agent')) ?? null
    const published = filter?.published == null ? null : checkedRange('published', filter.published)
    // The list of the one that stands for a group holds what all of the group printed.
    const members = await membersOf(loaders, outlets ?? [])
    const conditions = {
      outlets: outlets && [...new Set(outlets.map((id) => members.get(id)![0]!))],
      languages: filter?.language?.map(canonicalLanguageTag) ?? null,
      published,
    }
    const page = await readArticles(view, conditions, order, request)
    return connectionOf(page, list, request, () => countAllArticles(view, conditions))
  },

  statement: (_, { id }, { loaders }) => refer(loaders, 'Statement', checkedId(id, 'Statement')),

  statements: async (_, { filter, orderBy, ...args }, { view, loaders }) => {
    const order = orderBy ?? 'PUBLISHED_DESC'
    const list = `statements ${order}`
    const request = pageRequest(args, list)
    const normal = await readableFilter(loaders, filter)
    const page = await readStatements(view, { filter: normal, order, ...request })
    return connectionOf(page, list, request, () => countAllStatements(view, normal))
  },

  claim: (_, { id }, { loaders }) => refer(loaders, 'Claim', checkedId(id, 'Claim')),

  claims: async (_, { filter, orderBy, ...args }, { view, loaders }) => {
    const order = orderBy ?? 'RECORDED_DESC'
    const list = `claims ${order}`
    const request = pageRequest(args, list)
    const statement = filter?.statement ?? null
    const conditions = {
      filter: statement && (await readableFilter(loaders, statement)),
      anyStatus: statement !== null && asksForStatus(statement),
      text: filter?.text == null ? null : foldCase(filter.text),
    }
    const page = await readClaims(view, conditions, order, request)
    return connectionOf(page, list, request, () => countAllClaims(view, conditions))
  },

  agent: async (_, args, { view, loaders }) => {
    const { id, name, sameAs } = args
    exactlyOne(args, ['id', 'name', 'sameAs'])
    if (id != null) return refer(loaders, 'Agent', checkedId(id, 'Agent'))
    const found =
      name == null ? await readAgentsByAddress(view, canonical(sameAs!)) : await readAgentsByName(view, name)
    if (found.length > 1)
      throw new ClaimgraphError(
        'AMBIGUOUS_NAME',
        `${found.length} agents bear "${name ?? sameAs}": ask for one by its id. "extensions.candidates" lists them.`,
        { candidates: found.map((agent) => ({ id: agent.id, kind: agent.agentKind, name: agent.name })) },
      )
    return found[0] ?? null
  },

  agents: async (_, { filter, ...args }, { view }) => {
    const list = 'agents NAME'
    const request = pageRequest(args, list)
    const conditions = {
      kinds: filter?.kind ?? null,
      text: filter?.text == null ? null : foldCase(filter.text),
    }
    const page = await readAgents(view, conditions, request)
    return connectionOf(page, list, request, () => countAllAgents(view, conditions))
  },

  occasion: (_, { id }, { loaders }) => refer(loaders, 'Occasion', checkedId(id, 'Occasion')),
  judgements: async (_, { verdict, kinds, ...args }, { view }) => {
    const list = 'judgements RECORDED_DESC'
    const request = pageRequest(args, list)
    const conditions = { verdicts: verdict ?? null, kinds: kinds ?? null }
    const page = await readJudgements(view, conditions, request)
    return connectionOf(page, list, request, () => countAllJudgements(view, conditions))
  },
  search: (_, { text, kinds, ...args }, context) => searchPage(text, kinds, args, context),
  checkQuote: async (_, { text, speaker, first }, { view }) => {
    const { first: limit } = pageRequest({ first: first ?? null }, 'checkQuote')
    const speakerId = speaker == null ? null : checkedId(speaker, 'Agent')
    return (await readNearestQuotations(view, text, speakerId)).slice(0, limit)
  },
  compareCoverage,
  trace: (_, { id, limit }, context) => traceFrom(id, limit, context),
}

function canonical(url: string): string {
  const read = canonicalUrl(url)
  if (!read.ok) throw new ClaimgraphError('INVALID_ARGUMENTS', read.message)
  return read.url
}
