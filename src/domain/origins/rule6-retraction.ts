import { type Party, partyAgent, type Side, type SideStatement } from './side.ts'

/** Whether a party took back what it said of the claim. A page that is known by its address only takes back with its article. */
export function rule6TookItBack(party: Party, { world, identities }: Side): boolean {
  const agentId = partyAgent(party)
  return agentId === null
    ? world.retractedArticleIds.some((articleId) => party === `article ${articleId}`)
    : world.retractedAgentIds.some((id) => identities.agentOf(id) === agentId)
}

/**
 * Rule 6: whether every outlet that had the root first hand took it back. `direct` are the statements whose own source is the root.
 * Not first hand is who copied, cited or was told by somebody who has it in this list himself; where that leaves nobody, all are asked.
 */
export function rule6EveryFirstHandTookItBack(direct: readonly SideStatement[], side: Side): boolean {
  if (direct.length === 0) return false
  const firstHand = rule6FirstHand(direct, side)
  return (firstHand.length > 0 ? firstHand : direct).every((statement) => takenBack(statement, side))
}

function rule6FirstHand(direct: readonly SideStatement[], side: Side): SideStatement[] {
  const carrying = new Set(direct.map(({ articleId }) => articleId))
  const printing = new Set(direct.flatMap(({ printers }) => printers))
  return direct.filter(({ articleId, hops, source, printers, credits }) => {
    const above = side.links.ancestors(articleId)
    if ([...above].some((one) => one !== articleId && carrying.has(one))) return false
    if (hops.some(({ citesId }) => citesId !== null && carrying.has(citesId))) return false
    const told = [
      ...credits,
      ...hops.slice(1).flatMap(({ by, onBehalfOf }) => [...by, ...onBehalfOf]),
      ...(hops.length > 0 ? source.members : []),
    ]
    return !told.some((party) => printing.has(party) && !printers.includes(party))
  })
}

/** A copy of a page that says nothing of the claim any more, or was never read, falls with that page. */
function takenBack({ retracted, articleId }: SideStatement, side: Side): boolean {
  const ends = side.links.ends(articleId).filter((end) => end !== articleId)
  const silentAndRetracted = (end: string) =>
    !side.inArticle.has(end) && side.world.retractedArticleIds.includes(end)
  return retracted || (ends.length > 0 && ends.every(silentAndRetracted))
}
