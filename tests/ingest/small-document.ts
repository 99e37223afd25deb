import type { AnnotatedArticle } from '../../src/domain/annotated-article.ts'
import type { DocumentProblem } from '../../src/ingest/document-problems.ts'
import { planArticle } from '../../src/ingest/plan-article.ts'

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json }
export type JsonObject = { [key: string]: Json }

export const TEXT =
  '“We leave on Monday,” Ana Ruiz told Newswire. Two officials said the ferry sank. The ferry sank in May. It sank.'

/** A right document of four statements: a quotation, two officials through a wire, and two of the article's own. */
export function smallDocument(): { [section: string]: JsonObject } & { statements: JsonObject[] } {
  return structuredClone({
    article: { key: 'ferry', outlet: 'paper', language: 'en', published: '2025-06-02', text: TEXT },
    agents: {
      paper: { kind: 'OUTLET', name: 'The Harbour Paper' },
      wire: { kind: 'OUTLET', name: 'Newswire' },
      ruiz: { kind: 'PERSON', name: 'Ana Ruiz' },
      officials: { kind: 'UNNAMED', name: 'Two officials', reason: 'ANONYMOUS', size: 2 },
    },
    acts: {
      told: {
        by: ['ruiz'],
        to: ['wire'],
        source: 'Ana Ruiz',
        cue: 'told',
        said: { basis: 'VAGUE', phrase: 'lately' },
        reportedIn: 'wire-reported',
      },
      'wire-reported': { by: ['wire'], source: 'Newswire' },
      said: { by: ['officials'], source: 'Two officials', cue: 'said' },
    },
    claims: { sank: { text: 'The ferry sank.' } },
    statements: [
      {
        key: 'leave',
        act: 'told',
        content: 'We leave on Monday',
        quoteType: 'DIRECT',
        speechAct: 'COMMIT',
        claim: { text: 'Ana Ruiz leaves on a Monday.' },
      },
      {
        key: 'sank',
        act: 'said',
        content: { exact: 'the ferry sank', prefix: 'said ' },
        quoteType: 'INDIRECT',
        claim: 'sank',
      },
      { content: 'The ferry sank in May', claim: { text: 'The ferry sank in May.' }, supports: ['sank'] },
      { content: 'It sank', claim: 'sank' },
    ],
  }) as unknown as ReturnType<typeof smallDocument>
}

/** The plan of a document that is right; an error that lists its problems where it is not. */
export function planOf(document: unknown): AnnotatedArticle {
  const planned = planArticle(document)
  if (!planned.ok)
    throw new Error(planned.problems.map(({ path, message }) => `${path}: ${message}`).join('\n'))
  return planned.plan
}

export function problemsOf(document: unknown): readonly DocumentProblem[] {
  const planned = planArticle(document)
  return planned.ok ? [] : planned.problems
}

export const pathsOf = (document: unknown) => problemsOf(document).map(({ path }) => path)

/** An article that is only a text, whose own voice states each content. */
export const textDocument = (text: string, ...contents: Json[]): JsonObject => ({
  article: { key: 'text', outlet: 'paper', published: '2025-06-02', text },
  agents: { paper: { kind: 'OUTLET', name: 'The Harbour Paper' } },
  statements: contents.map((content) => ({ content, claim: { text: 'Something is so.' } })),
})
