import type {
  OriginAgent,
  OriginAgentKind,
  OriginArticle,
  OriginDecision,
  OriginHop,
  OriginLink,
  OriginStatement,
  OriginWorld,
} from '../domain/origins/origin-world.ts'
import {
  BASES,
  type Basis,
  CERTAINTIES,
  JUDGEMENT_KINDS,
  POLARITIES,
  SPEECH_ACTS,
  STATEMENT_STATUSES,
  VERDICTS,
} from '../domain/vocabulary.ts'

/** One case of the format that `docs/origins.md` describes: a world and the answer an editor gives. */
export interface OriginCase {
  readonly id: string
  readonly title: string
  readonly why: string
  readonly expect: ExpectedOrigins
  readonly world: OriginWorld
}

/** What a case expects; what it leaves out is not asked. */
export interface ExpectedOrigins {
  readonly independentOrigins?: number
  readonly originsAtLeast?: number
  readonly disputingOrigins?: number
  readonly roots?: readonly string[]
  readonly listed?: readonly string[]
}

/** A case that cannot be read: where, what was found, what to write instead. */
export class CaseFormatError extends Error {
  override readonly name = 'CaseFormatError'
}

const LINK_STATES = ['accepted', 'proposed', 'rejected'] as const
const AGENT_DECISIONS: readonly string[] = ['SAME_AGENT']

/** One line of a case file. Throws `CaseFormatError`. */
export function readCase(line: string): OriginCase {
  const parsed = parseJson(line)
  const root = new Reader(parsed, 'the case').only('id', 'title', 'why', 'expect', 'world')
  const expect = root
    .at('expect')
    .or({})
    .only('independentOrigins', 'originsAtLeast', 'disputingOrigins', 'roots', 'listed')
  return {
    id: root.at('id').text(),
    title: root.at('title').or('').text(),
    why: root.at('why').or('').text(),
    expect: {
      ...present(
        'independentOrigins',
        expect.at('independentOrigins').optional((one) => one.count()),
      ),
      ...present(
        'originsAtLeast',
        expect.at('originsAtLeast').optional((one) => one.count()),
      ),
      ...present(
        'disputingOrigins',
        expect.at('disputingOrigins').optional((one) => one.count()),
      ),
      ...present(
        'roots',
        expect.at('roots').optional((one) => one.list().map((label) => label.text())),
      ),
      ...present(
        'listed',
        expect.at('listed').optional((one) => one.list().map((label) => label.text())),
      ),
    },
    world: readWorld(root.at('world')),
  }
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch (error) {
    throw new CaseFormatError(
      `The line is not JSON: ${(error as Error).message}. Write one JSON object a line.`,
    )
  }
}

const present = <K extends string, V>(key: K, value: V | undefined) =>
  (value === undefined ? {} : { [key]: value }) as { readonly [key in K]?: V }

function readWorld(world: Reader): OriginWorld {
  world.only('claim', 'articles', 'statements', 'decisions', 'retracted')
  const agents = new AgentRegister()
  const articles = world
    .at('articles')
    .or({})
    .entries()
    .map(([id, article]): OriginArticle => {
      article.only('outlet', 'derivedFrom', 'cites', 'credits')
      const outlet = article.at('outlet').nullable((one) => one.text())
      return {
        id,
        label: id,
        outletId: outlet === null ? null : agents.outlet(outlet),
        derivedFrom: article.at('derivedFrom').or([]).list().map(readLink),
        cites: article.at('cites').or([]).list().map(readLink),
        creditIds: article
          .at('credits')
          .or([])
          .list()
          .map((credit) => agents.outlet(credit.text())),
      }
    })
  const statements = world
    .at('statements')
    .or([])
    .list()
    .map((one): OriginStatement => {
      one.only(
        'id',
        'article',
        'claim',
        'chain',
        'author',
        'polarity',
        'speechAct',
        'certainty',
        'status',
        'zone',
      )
      one.at('zone').or('BODY').text()
      const author = one.at('author').nullable((name) => name)
      return {
        id: one.at('id').text(),
        label: one.at('id').text(),
        articleId: one.at('article').text(),
        claimId: one.at('claim').or('P').text(),
        hops: one
          .at('chain')
          .or([])
          .list()
          .map((hop) => readHop(hop, agents)),
        authorIds: author === null ? [] : [agents.read(author)],
        polarity: one.at('polarity').or('POSITIVE').oneOf(POLARITIES),
        speechAct: one.at('speechAct').or('ASSERT').oneOf(SPEECH_ACTS),
        certainty: one.at('certainty').or('CERTAIN').oneOf(CERTAINTIES),
        status: one.at('status').or('ACCEPTED').oneOf(STATEMENT_STATUSES),
      }
    })
  const decisions = world
    .at('decisions')
    .or([])
    .list()
    .map((one, index): OriginDecision => {
      one.only('id', 'kind', 'left', 'right', 'verdict')
      const kind = one.at('kind').oneOf(JUDGEMENT_KINDS)
      const end = (side: Reader) => (AGENT_DECISIONS.includes(kind) ? agents.read(side) : side.text())
      return {
        id: one
          .at('id')
          .or(`d${index + 1}`)
          .text(),
        kind,
        leftId: end(one.at('left')),
        rightId: end(one.at('right')),
        verdict: one.at('verdict').oneOf(VERDICTS),
      }
    })
  const retracted = world.at('retracted').or({}).only('articles', 'agents')
  const retractedArticleIds = retracted
    .at('articles')
    .or([])
    .list()
    .map((one) => one.text())
  const retractedAgentIds = retracted
    .at('agents')
    .or([])
    .list()
    .map((one) => agents.read(one))
  return {
    claimId: world.at('claim').or('P').text(),
    agents: agents.list(),
    articles,
    statements,
    decisions,
    retractedArticleIds,
    retractedAgentIds,
  }
}

const readBasis = (one: Reader): Basis => one.at('basis').or('STATED').oneOf(BASES)

function readLink(link: Reader): OriginLink {
  link.only('article', 'basis', 'state')
  return {
    articleId: link.at('article').text(),
    basis: readBasis(link),
    state: link.at('state').or('accepted').oneOf(LINK_STATES),
  }
}

function readHop(hop: Reader, agents: AgentRegister): OriginHop {
  hop.only('by', 'onBehalfOf', 'basis', 'accepted', 'cites', 'occasion')
  const list = (key: string) =>
    hop
      .at(key)
      .or([])
      .list()
      .map((one) => agents.read(one))
  return {
    byIds: list('by'),
    onBehalfOfIds: list('onBehalfOf'),
    basis: readBasis(hop),
    accepted: hop.at('accepted').or(false).flag(),
    citesId: hop.at('cites').nullable((one) => one.text()),
    occasionId: hop.at('occasion').nullable((one) => one.text()),
  }
}

/** The agents that a world mentions. Whoever prints or is credited is an outlet. */
class AgentRegister {
  readonly #agents = new Map<string, { label: string; kind: OriginAgentKind; outlet: boolean }>()

  outlet(name: string): string {
    const id = this.#named(name)
    this.#agents.get(id)!.outlet = true
    return id
  }

  read(agent: Reader): string {
    if (agent.isText()) return this.#named(agent.text())
    agent.only('article', 'key', 'reason')
    const [article, key] = [agent.at('article').text(), agent.at('key').text()]
    const reason = agent
      .at('reason')
      .or('ANONYMOUS')
      .oneOf(['ANONYMOUS', 'UNSPECIFIED'] as const)
    const id = JSON.stringify([article, key])
    const known = this.#agents.get(id)
    if (!known) this.#agents.set(id, { label: `${key} in ${article}`, kind: reason, outlet: false })
    else if (reason === 'UNSPECIFIED') known.kind = reason
    return id
  }

  list(): OriginAgent[] {
    return [...this.#agents].map(([id, agent]) => ({ id, ...agent }))
  }

  #named(name: string): string {
    if (!this.#agents.has(name)) this.#agents.set(name, { label: name, kind: 'NAMED', outlet: false })
    return name
  }
}

/** A value of the file with the path to it, so that a fault names its place. */
class Reader {
  readonly #value: unknown
  readonly #path: string

  constructor(value: unknown, path: string) {
    this.#value = value
    this.#path = path
  }

  at(key: string): Reader {
    if (typeof this.#value !== 'object' || this.#value === null || Array.isArray(this.#value))
      throw this.#not('an object')
    return new Reader((this.#value as Record<string, unknown>)[key], `${this.#path}.${key}`)
  }

  /** Itself. A misspelt field would be left out of the world, and the case hold or differ for no reason that it gives. */
  only(...keys: readonly string[]): Reader {
    const unknown = this.entries().find(([key]) => !keys.includes(key))
    if (unknown)
      throw new CaseFormatError(
        `${this.#path} has no field "${unknown[0]}". Its fields are ${keys.join(', ')}.`,
      )
    return this
  }

  or(missing: unknown): Reader {
    return this.#value === undefined ? new Reader(missing, this.#path) : this
  }

  optional<T>(read: (value: Reader) => T): T | undefined {
    return this.#value === undefined ? undefined : read(this)
  }

  nullable<T>(read: (value: Reader) => T): T | null {
    return this.#value === undefined || this.#value === null ? null : read(this)
  }

  list(): Reader[] {
    if (!Array.isArray(this.#value)) throw this.#not('a list')
    return this.#value.map((item, index) => new Reader(item, `${this.#path}[${index}]`))
  }

  entries(): [string, Reader][] {
    if (typeof this.#value !== 'object' || this.#value === null || Array.isArray(this.#value))
      throw this.#not('an object')
    return Object.entries(this.#value).map(([key, value]) => [key, new Reader(value, `${this.#path}.${key}`)])
  }

  isText(): boolean {
    return typeof this.#value === 'string'
  }

  text(): string {
    if (typeof this.#value !== 'string') throw this.#not('a text')
    return this.#value
  }

  count(): number {
    if (!Number.isInteger(this.#value) || (this.#value as number) < 0)
      throw this.#not('a whole number from 0')
    return this.#value as number
  }

  flag(): boolean {
    if (typeof this.#value !== 'boolean') throw this.#not('true or false')
    return this.#value
  }

  oneOf<T extends string>(values: readonly T[]): T {
    const found = values.find((value) => value === this.#value)
    if (found === undefined) throw this.#not(`one of ${values.join(', ')}`)
    return found
  }

  #not(wanted: string): CaseFormatError {
    return new CaseFormatError(
      `${this.#path} is ${JSON.stringify(this.#value) ?? 'missing'}. Write ${wanted}.`,
    )
  }
}
