import { readdirSync, readFileSync } from 'node:fs'
import type { AnnotatedArticle } from '../../../src/domain/annotated-article.ts'
import { actsOf } from '../../../src/domain/chain.ts'
import type {
  ClaimWording,
  DriftAgent,
  DriftHop,
  DriftStatement,
  DriftWorld,
} from '../../../src/domain/drift/drift-world.ts'
import { articleId } from '../../../src/domain/identity.ts'
import { countOrigins } from '../../../src/domain/origins/corroboration.ts'
import { Equivalence } from '../../../src/domain/origins/equivalence.ts'
import type {
  OriginDecision,
  OriginDecisionKind,
  OriginWorld,
} from '../../../src/domain/origins/origin-world.ts'
import type { TextSpan } from '../../../src/domain/text-span.ts'
import { planArticle } from '../../../src/ingest/plan-article.ts'

/** The demonstration set as data, at the stages of `seeds/demo/expected.md`. No database. */

export type Stage = 'S0' | 'S1' | 'S2'

const FOLDER = new URL('../../../seeds/demo/', import.meta.url)
const readJson = (name: string) => JSON.parse(readFileSync(new URL(name, FOLDER), 'utf8'))
const DECIDED: Readonly<Record<Stage, string>> = { S0: '', S1: 'ABCDEF', S2: 'ABCDEFGH' }

interface Plan {
  readonly number: string
  readonly plan: AnnotatedArticle
}

function planDocument(name: string): Plan {
  const { article, ...rest } = readJson(name)
  const { textFile, ...inline } = article
  const planned = planArticle({
    ...rest,
    article: { ...inline, text: readFileSync(new URL(textFile, FOLDER), 'utf8') },
  })
  if (!planned.ok) throw new Error(`${name}: ${JSON.stringify(planned.problems)}`)
  return { number: name.slice(0, 2), plan: planned.plan }
}

const NAMES = readdirSync(FOLDER).filter((name) => /^\d.*\.json$/.test(name))
const FIRST_VERSION = '04-daily-lantern.json'
const SECOND_VERSION = '04-daily-lantern-v2.json'
const PLANS = new Map(NAMES.map((name) => [name, planDocument(name)]))

/** Whatever stands in decisions.json as a reference. */
interface Reference {
  readonly url?: string
  readonly text?: string
  readonly article?: Reference
  readonly statement?: Reference
  readonly claim?: { readonly key: string }
  readonly claimOf?: Reference
  readonly occasion?: { readonly article?: Reference; readonly key: string }
  readonly agent?: { readonly kind: string; readonly name: string }
}

interface Decided {
  readonly kind: OriginDecisionKind
  readonly left: Reference
  readonly right: Reference
  readonly verdict: 'POSITIVE' | 'NEGATIVE' | 'UNSURE'
}

export class Demonstration {
  readonly plans: readonly Plan[]
  readonly #claims = new Equivalence()
  readonly #agents = new Equivalence()
  readonly #occasions = new Equivalence()
  readonly #decisions: (OriginDecision & { readonly id: string })[] = []
  readonly #retracted = new Set<string>()

  constructor(stage: Stage) {
    this.plans = [...PLANS]
      .filter(([name]) => name !== (stage === 'S2' ? FIRST_VERSION : SECOND_VERSION))
      .map(([, plan]) => plan)
    const regrouped: [string, string][] = []
    for (const { step, decisions } of readJson('decisions.json').steps) {
      if (!DECIDED[stage].includes(step)) continue
      for (const decision of decisions) {
        if (decision.judge) this.#judge(decision.judge)
        if (decision.regroupStatement) {
          const { statement, claim } = decision.regroupStatement
          regrouped.push([this.#claimOf(statement.statement ?? statement), this.#claim({ claim })])
        }
        for (const affected of decision.recordCorrection?.affects ?? [])
          if (['g1', 'g2', 'g3', 'g4'].includes(decision.recordCorrection.id))
            this.#retracted.add(this.#statement(affected))
      }
    }
    // A statement alone with its claim: regrouping it joins the two claims.
    for (const [from, to] of regrouped) this.#claims.join(from, to)
  }

  /** The worlds of all groups: claims with their accepted alternatives. */
  worlds(): DriftWorld[] {
    const groups = new Equivalence()
    for (const { kind, verdict, leftId, rightId } of this.#decisions)
      if (kind === 'ALTERNATIVE' && verdict === 'POSITIVE')
        groups.join(this.#claims.of(leftId), this.#claims.of(rightId))
    const byGroup = new Map<string, DriftStatement[]>()
    for (const statement of this.#statements()) {
      const group = groups.of(statement.claimId)
      byGroup.set(group, [...(byGroup.get(group) ?? []), statement])
    }
    return [...byGroup.values()].map((statements) => ({
      claims: this.#claimWordings(),
      articles: this.#articles(),
      statements,
      otherUtterances: this.#decisions.flatMap(({ kind, verdict, leftId, rightId }) =>
        kind === 'SAME_UTTERANCE' && verdict === 'NEGATIVE' ? [[leftId, rightId] as const] : [],
      ),
    }))
  }

  #claimWordings(): DriftWorld['claims'] {
    const wordings = new Map<string, ClaimWording[]>()
    for (const { id, text, language } of this.plans.flatMap(({ plan }) => plan.claims))
      if (text !== null)
        wordings.set(this.#claims.of(id), [...(wordings.get(this.#claims.of(id)) ?? []), { text, language }])
    return [...wordings].map(([id, texts]) => ({ id, wordings: texts }))
  }

  /** The number of the article's document, its outlet, the last part of the claim's key, zone. */
  where(statementId: string): { article: string; outlet: string; claim: string; zone: string } {
    for (const { number, plan } of this.plans)
      for (const statement of plan.statements)
        if (statement.id === statementId) {
          const claims = this.plans.flatMap((one) => one.plan.claims)
          const mine = claims.filter(({ id }) => this.#claims.same(id, statement.claimId))
          const key = mine.find((claim) => claim.key !== null)?.key ?? mine[0]!.id
          const outlet = plan.agents.find(({ id }) => id === plan.article.outletId)!.name
          return { article: number, outlet, claim: key.replace(/.*\//, ''), zone: statement.zone }
        }
    throw new Error(`no statement ${statementId}`)
  }

  #statements(): DriftStatement[] {
    const origins = new Map<string, Map<string, string[]>>()
    const keysOf = (claim: string) => {
      const known = origins.get(claim)
      if (known) return known
      const keys = new Map<string, string[]>()
      const count = countOrigins(this.#originWorld(claim))
      for (const [side, list] of [
        ['for', count.origins],
        ['against', count.disputing],
      ] as const)
        for (const { key, statementIds } of list)
          for (const id of statementIds) keys.set(id, [...(keys.get(id) ?? []), `${side} ${key}`])
      origins.set(claim, keys)
      return keys
    }
    const agents = new Map(this.plans.flatMap(({ plan }) => plan.agents).map((one) => [one.id, one]))
    return this.plans.flatMap(({ plan }) => {
      const acts = new Map(plan.attributions.map((act) => [act.id, act]))
      const words = (spans: readonly TextSpan[]) => spans.map(({ exact }) => exact).join(' … ')
      const agent = (id: string): DriftAgent => {
        const representative = this.#agents.of(id)
        const { kind, name, unnamed } = agents.get(representative)!
        return {
          id: representative,
          kind,
          name,
          unnamed: unnamed && {
            descriptor: unnamed.descriptor,
            size: unnamed.size,
            unspecified: unnamed.reason === 'UNSPECIFIED',
          },
        }
      }
      return plan.statements
        .filter(({ id }) => !this.#retracted.has(id))
        .map((statement): DriftStatement => {
          const claimId = this.#claims.of(statement.claimId)
          return {
            id: statement.id,
            articleId: plan.article.id,
            claimId,
            originKeys: keysOf(claimId).get(statement.id) ?? [],
            text: statement.text,
            quoted: statement.quoted.length > 0 ? words(statement.quoted) : null,
            zone: statement.zone,
            certainty: statement.certainty,
            polarity: statement.polarity,
            chain: actsOf(statement, acts).map(
              (act): DriftHop => ({
                by: act.byIds.map(agent),
                onBehalfOf: act.onBehalfOfIds.map(agent),
                addresseeIds: act.toIds.map((id) => this.#agents.of(id)),
                sourceWords: words(act.source),
                cueWords: words(act.cue),
                cueStance: act.cueStance,
                said: act.said,
                occasionId: act.occasionId && this.#occasions.of(act.occasionId),
                citesId: act.citesId,
              }),
            ),
          }
        })
    })
  }

  #articles(): DriftWorld['articles'] {
    return this.plans.map(({ plan: { article, agents, attributions } }) => ({
      id: article.id,
      outlet: {
        id: article.outletId,
        kind: 'OUTLET',
        name: agents.find(({ id }) => id === article.outletId)!.name,
        unnamed: null,
      },
      authorIds: article.opinion ? article.authorIds : [],
      language: article.language,
      published: article.published,
      occasionIds: attributions.flatMap(({ occasionId }) =>
        occasionId === null ? [] : [this.#occasions.of(occasionId)],
      ),
      carriage: [
        ...this.#derivations(article.id).map((id) => ({
          articleId: id,
          carriageKind: 'DERIVED_FROM' as const,
          accepted: true,
        })),
        ...attributions.flatMap(({ citesId }) =>
          citesId === null ? [] : [{ articleId: citesId, carriageKind: 'CITES' as const, accepted: true }],
        ),
      ],
    }))
  }

  #derivations(id: string): string[] {
    const { article } = this.plans.find(({ plan }) => plan.article.id === id)!.plan
    return [
      ...article.derivedFrom.map((derivation) => derivation.articleId),
      ...this.#decisions.flatMap(({ kind, leftId, rightId, verdict }) =>
        kind === 'DERIVED_FROM' && verdict === 'POSITIVE' && leftId === id ? [rightId] : [],
      ),
    ]
  }

  #originWorld(claimId: string): OriginWorld {
    const plans = this.plans.map(({ plan }) => plan)
    return {
      claimId,
      agents: plans.flatMap(({ agents }) =>
        agents.map(({ id, name, kind, unnamed }) => ({
          id,
          label: name,
          kind: unnamed?.reason ?? ('NAMED' as const),
          outlet: kind === 'OUTLET',
        })),
      ),
      articles: plans.map(({ article, attributions }) => ({
        id: article.id,
        label: article.id,
        outletId: article.outletId,
        derivedFrom: this.#derivations(article.id).map((id) => ({
          articleId: id,
          basis: 'STATED' as const,
          state: 'accepted' as const,
        })),
        cites: attributions.flatMap(({ citesId, basis }) =>
          citesId === null ? [] : [{ articleId: citesId, basis, state: 'accepted' as const }],
        ),
        creditIds: article.credits.flatMap(({ agentId }) => agentId ?? []),
      })),
      statements: plans.flatMap(({ article, statements, attributions }) => {
        const acts = new Map(attributions.map((act) => [act.id, act]))
        return statements.map((statement) => ({
          id: statement.id,
          label: statement.id,
          articleId: article.id,
          claimId: this.#claims.of(statement.claimId),
          hops: actsOf(statement, acts).map((act) => ({ ...act, accepted: false })),
          authorIds: article.opinion ? article.authorIds : [],
          polarity: statement.polarity,
          speechAct: statement.speechAct,
          certainty: statement.certainty,
          status: this.#retracted.has(statement.id) ? ('RETRACTED' as const) : ('ACCEPTED' as const),
        }))
      }),
      decisions: this.#decisions.filter(({ kind }) => /^SAME_(AGENT|OCCASION|UTTERANCE)$/.test(kind)),
      retractedArticleIds: [],
      retractedAgentIds: [],
    }
  }

  #judge({ kind, left, right, verdict }: Decided) {
    const [leftId, rightId] = [this.#resolve(left), this.#resolve(right)]
    this.#decisions.push({ id: `${kind} ${leftId} ${rightId}`, kind, leftId, rightId, verdict })
    if (verdict !== 'POSITIVE') return
    if (kind === 'SAME_CLAIM') this.#claims.join(leftId, rightId)
    if (kind === 'SAME_AGENT') this.#agents.join(leftId, rightId)
    if (kind === 'SAME_OCCASION') this.#occasions.join(leftId, rightId)
  }

  #resolve(reference: Reference): string {
    if (reference.statement) return this.#statement(reference.statement)
    if (reference.claim) return this.#claim(reference)
    if (reference.claimOf) return this.#claimOf(reference.claimOf)
    if (reference.agent) {
      const { kind, name } = reference.agent
      const agents = this.plans.flatMap(({ plan }) => plan.agents)
      return found(agents.find((agent) => agent.kind === kind && agent.name === name)?.id, reference)
    }
    if (reference.occasion) return this.#occasion(reference.occasion)
    return articleId({ url: found(reference.article?.url, reference) })
  }

  #claim(reference: Reference): string {
    const claims = this.plans.flatMap(({ plan }) => plan.claims)
    return found(claims.find(({ key }) => key === reference.claim?.key)?.id, reference)
  }

  #claimOf(reference: Reference): string {
    const id = this.#statement(reference)
    const statements = this.plans.flatMap(({ plan }) => plan.statements)
    return found(statements.find((statement) => statement.id === id)?.claimId, reference)
  }

  #statement({ article, text }: Reference): string {
    const id = articleId({ url: found(article?.url, article) })
    // Decisions name statements of the first version too, which the second replaces.
    const plans = [...PLANS.values()].filter(({ plan }) => plan.article.id === id)
    const statements = plans.flatMap(({ plan }) => plan.statements)
    return found(statements.find((statement) => statement.text === text)?.id, { article, text })
  }

  #occasion({ article, key }: NonNullable<Reference['occasion']>): string {
    if (!article) {
      const occasions = this.plans.flatMap(({ plan }) => plan.occasions)
      return found(occasions.find((occasion) => occasion.key === key)?.id, key)
    }
    const id = articleId({ url: found(article.url, article) })
    const plan = this.plans.find((one) => one.plan.article.id === id)
    // The documents without global keys have one occasion each.
    return found(plan?.plan.occasions[0]?.id, article)
  }
}

function found<T>(value: T | undefined, reference: unknown): T {
  if (value === undefined) throw new Error(`decisions.json: nothing found for ${JSON.stringify(reference)}`)
  return value
}
