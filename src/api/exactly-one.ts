import { ClaimgraphError } from '../domain/claimgraph-error.ts'

/** @throws ClaimgraphError INVALID_ARGUMENTS unless exactly one of the arguments is given */
export function exactlyOne(args: Readonly<Record<string, unknown>>, names: readonly string[]): void {
  const given = names.filter((name) => args[name] != null)
  if (given.length === 1) return
  const found = given.length === 0 ? 'none is given' : `${given.join(' and ')} are given`
  throw new ClaimgraphError('INVALID_ARGUMENTS', `Give exactly one of ${names.join(', ')}; ${found}.`)
}
