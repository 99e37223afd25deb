import type { QuoteMatchResolvers, QuoteVariantResolvers } from './schema-types.ts'

export const QuoteMatch: QuoteMatchResolvers = {
  ratio: ({ comparison }) => comparison.ratio,
  edits: ({ comparison }) => [...comparison.edits],
  difference: ({ comparison }) => [...comparison.difference],
}

export const QuoteVariant: QuoteVariantResolvers = {
  edits: ({ edits }) => [...edits],
  difference: ({ difference }) => [...difference],
}
