import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { linkProposalId, settleLinks } from '../../../src/domain/origins/article-links.ts'
import { countOrigins } from '../../../src/domain/origins/corroboration.ts'
import { countSide } from '../../../src/domain/origins/count-side.ts'
import { openProposals } from '../../../src/domain/origins/open-proposals.ts'
import type { OriginAgent, OriginStatement, OriginWorld } from '../../../src/domain/origins/origin-world.ts'
import { packDisjoint } from '../../../src/domain/origins/set-packing.ts'
import { OUTLETS, randomWorld, unnamedId } from './random-world.ts'

const NOTHING: ReadonlySet<string> = new Set()
const now = (world: OriginWorld) => countSide(world, 'POSITIVE', NOTHING).independentOrigins
const RUNS = { numRuns: 150 }

const shuffled = <T>(items: readonly T[]) => fc.shuffledSubarray([...items], { minLength: items.length })

describe('what must hold in every world', () => {
  test('the order of what is read changes nothing', () => {
    const twice = randomWorld().chain((world) =>
      fc.tuple(
        fc.constant(world),
        fc.record({
          claimId: fc.constant(world.claimId),
          agents: shuffled(world.agents),
          articles: shuffled(world.articles),
          statements: shuffled(world.statements),
          decisions: shuffled(world.decisions),
          retractedArticleIds: shuffled(world.retractedArticleIds),
          retractedAgentIds: shuffled(world.retractedAgentIds),
        }),
      ),
    )
    fc.assert(
      fc.property(twice, ([world, other]) => {
        expect(countOrigins(other)).toEqual(countOrigins(world))
      }),
      RUNS,
    )
  })

  test('undoing a decision restores the whole answer, and deciding touches no record', () => {
    fc.assert(
      fc.property(randomWorld({ decisions: 3 }), fc.nat(), (world, pick) => {
        fc.pre(world.decisions.length > 0)
        const decided = pick % world.decisions.length
        const before = { ...world, decisions: world.decisions.filter((_, index) => index !== decided) }
        const copy = structuredClone(before)
        const first = countOrigins(before)
        countOrigins(world)
        expect(countOrigins(before)).toEqual(first)
        expect(before).toEqual(copy)
      }),
      { numRuns: 50 },
    )
  })

  test('the count never exceeds the statements of its side that stand', () => {
    fc.assert(
      fc.property(randomWorld(), (world) => {
        const count = countOrigins(world)
        expect(count.independentOrigins).toBeLessThanOrEqual(count.statementIds.length)
        const denying = countSide(world, 'NEGATIVE', NOTHING)
        expect(count.disputingOrigins).toBeLessThanOrEqual(
          denying.side.statements.filter(({ retracted }) => !retracted).length,
        )
      }),
      RUNS,
    )
  })

  test('a side with a statement that was not taken back, and no retraction at all, has an origin', () => {
    fc.assert(
      fc.property(randomWorld({ retractions: false }), (world) => {
        const count = countOrigins(world)
        expect(count.independentOrigins > 0).toBe(count.statementIds.length > 0)
      }),
      RUNS,
    )
  })

  test('originsAtLeast is never more than the count', () => {
    fc.assert(
      fc.property(randomWorld(), (world) => {
        const { originsAtLeast, independentOrigins } = countOrigins(world)
        expect(originsAtLeast).toBeLessThanOrEqual(independentOrigins)
      }),
      RUNS,
    )
  })

  test('the origins shown are those counted, and every statement but hearsay leads to one', () => {
    fc.assert(
      fc.property(randomWorld({ hearsay: false }), (world) => {
        const count = countOrigins(world)
        expect(count.origins.filter(({ retracted }) => !retracted)).toHaveLength(count.independentOrigins)
        expect(new Set(count.origins.map(({ key }) => key)).size).toBe(count.origins.length)
        const led = new Set(count.origins.flatMap(({ statementIds }) => statementIds))
        expect(count.statementIds.filter((id) => !led.has(id))).toEqual([])
        for (const { because, statementIds } of count.origins) {
          expect(statementIds.length).toBeGreaterThan(0)
          expect(because.length).toBeGreaterThan(0)
          for (const { explanation } of because) expect(explanation).not.toMatch(/undefined|\bnull\b|^ | {2}/)
        }
      }),
      RUNS,
    )
  })

  test('undecided says for each open proposal what accepting it alone gives', () => {
    fc.assert(
      fc.property(randomWorld(), (world) => {
        for (const { proposal, independentOrigins } of countOrigins(world).undecided)
          expect(independentOrigins).toBe(now(accept(world, proposal.id)))
      }),
      RUNS,
    )
  })
})

/** The world after a person accepted the proposal: what the count with it read as accepted must equal. */
function accept(world: OriginWorld, id: string): OriginWorld {
  return {
    ...world,
    decisions: world.decisions.map((one) => (one.id === id ? { ...one, verdict: 'POSITIVE' as const } : one)),
    articles: world.articles.map((one) => ({
      ...one,
      derivedFrom: one.derivedFrom.map((link) =>
        linkProposalId('DERIVED_FROM', one.id, link.articleId) === id
          ? { ...link, state: 'accepted' as const }
          : link,
      ),
      cites: one.cites.map((link) =>
        linkProposalId('CITES', one.id, link.articleId) === id
          ? { ...link, state: 'accepted' as const }
          : link,
      ),
    })),
  }
}

const CARRIERS = ['COPY', 'COPY_ATTRIBUTED', 'COPY_UNNAMED', 'CITE', 'SAME_WORDS'] as const

describe('one more carrier of a known root', () => {
  const carrier = (
    world: OriginWorld,
    like: OriginStatement,
    kind: (typeof CARRIERS)[number],
    outlet: string,
  ): OriginWorld => {
    const plain = { basis: 'STATED' as const, accepted: true, citesId: null, occasionId: null }
    const takes = { articleId: like.articleId, basis: 'STATED' as const, state: 'accepted' as const }
    const official = unnamedId('new', 'k')
    // An unnamed agent belongs to one article: the carrier has its own.
    const own = new Map<string, OriginAgent>()
    const inNew = (ids: readonly string[]) =>
      ids.map((id) => {
        const agent = world.agents.find((one) => one.id === id)!
        if (agent.kind === 'NAMED') return id
        own.set(id, { ...agent, id: `new ${id}` })
        return `new ${id}`
      })
    inNew(like.hops.flatMap(({ byIds, onBehalfOfIds }) => [...byIds, ...onBehalfOfIds]))
    return {
      ...world,
      agents: [
        ...world.agents,
        ...(OUTLETS.includes(outlet)
          ? []
          : [{ id: outlet, label: outlet, kind: 'NAMED' as const, outlet: true }]),
        { id: official, label: 'k', kind: 'ANONYMOUS', outlet: false },
        ...own.values(),
      ],
      articles: [
        ...world.articles,
        {
          id: 'new',
          label: 'new',
          outletId: outlet,
          derivedFrom: kind.startsWith('COPY') ? [takes] : [],
          cites: kind === 'CITE' ? [takes] : [],
          creditIds: [],
        },
      ],
      statements: [
        ...world.statements,
        {
          ...like,
          id: 'new',
          articleId: 'new',
          authorIds: kind === 'SAME_WORDS' ? like.authorIds : [],
          hops:
            kind === 'COPY' || kind === 'CITE'
              ? []
              : kind === 'COPY_UNNAMED'
                ? [{ ...plain, byIds: [official], onBehalfOfIds: [] }]
                : like.hops.map((hop) => ({
                    ...hop,
                    byIds: inNew(hop.byIds),
                    onBehalfOfIds: inNew(hop.onBehalfOfIds),
                  })),
        },
      ],
    }
  }
  test('at an outlet of its own does not raise the count', () => {
    fc.assert(
      fc.property(
        randomWorld({ retractions: false }),
        fc.nat(),
        fc.constantFrom(...CARRIERS),
        (world, pick, kind) => {
          const asserting = countSide(world, 'POSITIVE', NOTHING).side.statements
          const isNamed = (id: string) =>
            world.agents.some((agent) => agent.id === id && agent.kind === 'NAMED')
          const known = asserting.filter(({ hops, articleId, statement }) =>
            // Without a copy, the same words lead to the same root only where they name everybody.
            kind === 'SAME_WORDS'
              ? hops.length > 0 &&
                statement.hops.every(({ byIds, onBehalfOfIds }) =>
                  [...byIds, ...onBehalfOfIds].every(isNamed),
                )
              : world.articles.some(({ id }) => id === articleId),
          )
          fc.pre(known.length > 0)
          const { statement } = known[pick % known.length]!
          expect(now(carrier(world, statement, kind, 'Paper'))).toBeLessThanOrEqual(now(world))
        },
      ),
      RUNS,
    )
  })
})

describe('accepting a link', () => {
  test('raises the count only where it names a source that so far counted for nothing', () => {
    fc.assert(
      fc.property(randomWorld({ decisions: 2, retractions: false }), (world) => {
        const before = countOrigins(world)
        const counted = new Set(before.origins.filter(({ retracted }) => !retracted).map(({ key }) => key))
        for (const { id, kind, rightId } of openProposals(world)) {
          if (kind !== 'DERIVED_FROM' && kind !== 'CITES') continue
          const accepted = accept(world, id)
          const after = countOrigins(accepted)
          if (after.independentOrigins <= before.independentOrigins) continue
          const links = settleLinks(accepted, NOTHING)
          const named = new Set([rightId, ...links.ancestors(rightId)])
          const outlets = [...named].flatMap((one) => [
            links.article(one).outletId ?? one,
            ...links.article(one).creditIds,
          ])
          const raised = after.origins.filter(({ key, retracted }) => !retracted && !counted.has(key))
          const fromThere = raised.filter(
            ({ articleIds, agentIds, pageIds, wayInAgentIds, wayInPageIds }) =>
              articleIds.some((one) => named.has(one)) ||
              [...agentIds, ...pageIds, ...wayInAgentIds, ...wayInPageIds].some((one) =>
                outlets.includes(one),
              ),
          )
          expect(fromThere.length).toBeGreaterThanOrEqual(
            after.independentOrigins - before.independentOrigins,
          )
        }
      }),
      RUNS,
    )
  })
})

describe('joint sources that overlap', () => {
  test('the choice is the best of all choices', () => {
    const sets = fc
      .uniqueArray(
        fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'), { minLength: 1, maxLength: 3 }),
        {
          minLength: 1,
          maxLength: 9,
          selector: (members) => [...members].sort().join(),
        },
      )
      .map((all) => all.map((members, index) => ({ key: `${index}`, members, weight: (index % 2) + 1 })))
    fc.assert(
      fc.property(sets, (all) => {
        let best = 0
        for (let choice = 0; choice < 2 ** all.length; choice++) {
          const taken = all.filter((_, index) => choice & (2 ** index))
          const members = taken.flatMap((one) => one.members)
          if (new Set(members).size === members.length)
            best = Math.max(
              best,
              taken.reduce((sum, one) => sum + one.weight, 0),
            )
        }
        const chosen = packDisjoint(all)
        const members = chosen.flatMap((one) => one.members)
        expect(new Set(members).size).toBe(members.length)
        expect(chosen.reduce((sum, one) => sum + one.weight, 0)).toBe(best)
      }),
    )
  })
})
