import { type Party, partyAgent, partyArticle, type Side } from './side.ts'

/** What a party is called: a name, or "@" and the article that is known by its address only. */
export function labelOf(party: Party, { identities, links }: Pick<Side, 'identities' | 'links'>): string {
  const agentId = partyAgent(party)
  return agentId === null ? `@${links.article(partyArticle(party)!).label}` : identities.labelOf(agentId)
}

/** Several by their names in order, joined by "+". */
export const labelsOf = (parties: readonly Party[], side: Pick<Side, 'identities' | 'links'>): string =>
  parties
    .map((party) => labelOf(party, side))
    .sort()
    .join('+')
