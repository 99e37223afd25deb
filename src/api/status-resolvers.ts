import { checkedId } from '../domain/identity.ts'
import { regroupStatement } from '../store/put-regrouping.ts'
import { setHopStatus, setStatementStatus } from '../store/put-status.ts'
import { checkedBy, optionalText } from './checked-text.ts'
import { requireRecord } from './record-access.ts'
import type { MutationResolvers } from './schema-types.ts'

/** What a person decides of one statement or hop. */
export const statusDecisions = {
  setStatementStatus: async (_, { statement, status, reason, by }, context) => {
    const id = checkedId(statement, 'Statement')
    const why = optionalText('reason', reason)
    const who = checkedBy(by)
    await context.write((database, now) => setStatementStatus(database, id, status, why, { now, by: who }))
    return requireRecord(context.loaders, 'Statement', id)
  },

  setHopStatus: async (_, { hop, status, reason, by }, context) => {
    const id = checkedId(hop, 'Attribution')
    const why = optionalText('reason', reason)
    const who = checkedBy(by)
    await context.write((database, now) => setHopStatus(database, id, status, why, { now, by: who }))
    return requireRecord(context.loaders, 'Hop', id)
  },

  regroupStatement: async (_, { statement, claim, reason, by }, context) => {
    const id = checkedId(statement, 'Statement')
    const to = claim == null ? null : checkedId(claim, 'Claim')
    const why = optionalText('reason', reason)
    const who = checkedBy(by)
    await context.write((database, now) => regroupStatement(database, id, to, why, { now, by: who }))
    return requireRecord(context.loaders, 'Statement', id)
  },
} satisfies MutationResolvers
