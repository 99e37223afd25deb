import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import type { AnnotatedArticle } from '../../src/domain/annotated-article.ts'
import { actsOf } from '../../src/domain/chain.ts'
import type { ArticleDocument } from '../../src/ingest/article-document.ts'
import { planOf } from './small-document.ts'

/**
 * The conventions of annotation that a program can see, of every shipped article. What a clause is, who is meant and
 * whether two propositions are one stays a matter of reading: `docs/annotating.md`.
 */

const SEEDS = new URL('../../seeds/', import.meta.url)

interface Seed {
  readonly name: string
  readonly document: ArticleDocument
  readonly plan: AnnotatedArticle
}

const seeds = ['', 'demo/'].flatMap((folder) =>
  readdirSync(new URL(folder, SEEDS))
    .filter((file) => /^\d.*\.json$/.test(file))
    .sort()
    .map((file): Seed => {
      const read = (name: string) => readFileSync(new URL(`${folder}${name}`, SEEDS), 'utf8')
      const { article, ...rest } = JSON.parse(read(file)) as ArticleDocument
      const { textFile, ...inline } = article
      const document = { ...rest, article: { ...inline, text: read(textFile!) } }
      return { name: file.replace('.json', ''), document, plan: planOf(document) }
    }),
)

/** Every statement of every seed, with where it stands. */
const statements = seeds.flatMap(({ name, plan }) => {
  const acts = new Map(plan.attributions.map((act) => [act.id, act]))
  return plan.statements.map((statement) => ({
    where: `${name}: ${statement.text}`,
    chain: actsOf(statement, acts),
    statement,
    plan,
  }))
})
const where = (found: readonly { readonly where: string }[]) => found.map((one) => one.where)
const words = (spans: readonly { readonly exact: string }[]) => spans.map(({ exact }) => exact)

const MARKS: Readonly<Record<string, string>> = { '“': '”', '"': '"', '«': '»', '„': '“', '‘': '’' }

test('the seeds are there', () => {
  expect(seeds).toHaveLength(14)
  expect(statements).toHaveLength(218)
})

describe('what a span holds', () => {
  test('no content has the carrier’s own punctuation or white space at an edge', () => {
    const atEdge = /^[\s,;:.…—–-]|[\s,;:.—–-]$/u
    expect(
      where(statements.filter(({ statement }) => words(statement.content).some((part) => atEdge.test(part)))),
    ).toEqual([])
  })

  test('no content has the outer quotation marks', () => {
    const isWrapped = (text: string) => MARKS[text[0]!] === text.at(-1) && text.length > 1
    expect(where(statements.filter(({ statement }) => words(statement.content).some(isWrapped)))).toEqual([])
  })

  test('quoted words are without their marks', () => {
    const hasMarks = (text: string) => text[0]! in MARKS || Object.values(MARKS).includes(text.at(-1)!)
    expect(where(statements.filter(({ statement }) => words(statement.quoted).some(hasMarks)))).toEqual([])
  })

  test('a mark that opens inside a content stays, and holds quoted words', () => {
    const marks = statements.flatMap(({ statement: { content, quoted }, ...one }) =>
      content.flatMap(({ part, start, exact }) =>
        // Guillemets also hold names.
        [...exact].flatMap((character, at) =>
          character === '“' ? [{ ...one, quoted, part, at: start + at + 1 }] : [],
        ),
      ),
    )
    expect(marks.length).toBeGreaterThan(0)
    const opens = marks.filter(
      ({ quoted, part, at }) => !quoted.some((span) => span.part === part && span.start === at),
    )
    expect(where(opens)).toEqual([])
  })

  test('a direct content is quoted whole, a mixed one in part, and no other at all', () => {
    const length = (spans: readonly { readonly start: number; readonly end: number }[]) =>
      spans.reduce((sum, { start, end }) => sum + end - start, 0)
    const wrong = statements.filter(({ statement: { quoteType, content, quoted } }) => {
      const [whole, part] = [length(content), length(quoted)]
      if (quoteType === 'DIRECT') return part !== whole
      return quoteType === 'MIXED' ? part === 0 || part >= whole : part > 0
    })
    expect(where(wrong)).toEqual([])
  })

  test('parts of a content never overlap', () => {
    const overlaps = statements.filter(({ statement: { content } }) =>
      content.some((a, index) =>
        content.slice(index + 1).some((b) => a.part === b.part && a.start < b.end && b.start < a.end),
      ),
    )
    expect(where(overlaps)).toEqual([])
  })

  test('what is in the title is a headline', () => {
    const wrong = statements.filter(
      ({ statement: { content, zone } }) => (content[0]!.part === 'TITLE') !== (zone === 'HEADLINE'),
    )
    expect(where(wrong)).toEqual([])
  })
})

describe('who speaks', () => {
  test('the own voice is a narrator’s, and nobody else is', () => {
    const wrong = statements.filter(
      ({ statement: { quoteType }, chain }) => (quoteType === 'NARRATOR') !== (chain.length === 0),
    )
    expect(where(wrong)).toEqual([])
  })

  test('an act whose source does not stand in the text is inferred or known from elsewhere', () => {
    const wrong = seeds.flatMap(({ name, plan }) =>
      plan.attributions
        .filter(({ basis, source, cue }) => basis === 'STATED' && source.length + cue.length === 0)
        .map(({ id }) => `${name} ${id}`),
    )
    expect(wrong).toEqual([])
  })

  test('an unnamed agent says how many only where it is described, and an unspecified one belongs to one act', () => {
    for (const { name, plan } of seeds) {
      const unspecified = plan.agents.filter(({ unnamed }) => unnamed?.reason === 'UNSPECIFIED')
      for (const { id, unnamed } of unspecified) {
        const acts = plan.attributions.filter(({ byIds }) => byIds.includes(id))
        expect([name, acts.length, unnamed!.size]).toEqual([name, 1, null])
      }
    }
  })

  test('whoever was told is who reports it next, or the outlet that prints it', () => {
    const wrong = statements.filter(({ chain, plan }) =>
      chain.some(({ toIds }, index) => {
        const next = chain[index + 1]?.byIds ?? [plan.article.outletId]
        const outlets = toIds.filter((id) => plan.agents.find((agent) => agent.id === id)!.kind === 'OUTLET')
        return outlets.some((id) => !next.includes(id))
      }),
    )
    expect(where(wrong)).toEqual([])
  })

  test('who reports what he was told is stated by his name, without a cue or a mode, and was told it', () => {
    const hops = statements.flatMap(({ chain, ...one }) =>
      chain.flatMap((hop, index) => {
        const told = chain[index - 1]?.toIds.some((id) => hop.byIds.includes(id)) ?? false
        const { source, cue, basis, mode } = hop
        return told || (index > 0 && cue.length === 0 && basis === 'STATED')
          ? [{ ...one, hop: { told, isNamed: source.length > 0, cues: cue.length, basis, mode } }]
          : []
      }),
    )
    expect(hops.length).toBeGreaterThan(0)
    for (const { where, hop } of hops)
      expect([where, hop]).toEqual([
        where,
        { told: true, isNamed: true, cues: 0, basis: 'STATED', mode: 'UNSPECIFIED' },
      ])
  })

  test('what stands for a government is one, with the surface form kept', () => {
    const metonym = /^(Kyiv|Moscow|Washington|the Kremlin|Kremlin|the White House|Brussels)$/
    const seen = seeds.flatMap(({ plan }) =>
      plan.attributions.flatMap(({ source, byIds }) =>
        source.some(({ exact }) => metonym.test(exact))
          ? byIds.map((id) => plan.agents.find((agent) => agent.id === id)!.kind)
          : [],
      ),
    )
    expect(seen.length).toBeGreaterThan(0)
    expect(seen.filter((kind) => kind !== 'GOVERNMENT' && kind !== 'OFFICE')).toEqual([])
  })
})

describe('how it is coded', () => {
  test('modals and negation leave the text of an English claim, a condition of it aside', () => {
    const left = /\b(not|never|may|might|could|cannot|possibly|probably|reportedly|allegedly)\b|n['’]t\b/i
    const wrong = seeds.flatMap(({ name, plan }) =>
      plan.claims
        .filter(
          ({ text, language }) =>
            language.startsWith('en') && text !== null && left.test(text.replace(/ (if|unless) .*/, '')),
        )
        .map(({ text }) => `${name}: ${text}`),
    )
    expect(wrong).toEqual([])
  })

  test('vague dates of acts, periods and what goes on are bounded by the publication, and an unknown one by nothing', () => {
    for (const { name, plan } of seeds)
      for (const { said } of plan.attributions) {
        const { basis, earliest, latest } = said
        if (basis === 'UNKNOWN') expect([name, earliest, latest]).toEqual([name, null, null])
        if (basis === 'VAGUE' || basis === 'PERIOD' || basis === 'ONGOING')
          expect(latest !== null && latest <= plan.version.published.latest!).toBe(true)
      }
  })

  test('SAME_OCCASION is another act of the same speaker', () => {
    const checked: string[] = []
    for (const { document } of seeds)
      for (const act of Object.values(document.acts ?? {})) {
        const { said } = act
        if (typeof said !== 'object' || said.basis !== 'SAME_OCCASION' || !('as' in said)) continue
        const other = document.acts![said.as]!
        checked.push(said.as)
        const isOneEvent = act.occasion !== undefined && act.occasion === other.occasion
        expect(act.by.some((agent) => other.by.includes(agent)) || isOneEvent).toBe(true)
      }
    expect(checked.length).toBeGreaterThan(0)
  })
})
