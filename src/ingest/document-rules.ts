import type { TextSpan } from '../domain/text-span.ts'
import type { ArticleDocument } from './article-document.ts'
import type { ProblemList } from './document-problems.ts'
import type { PlacedStatement } from './plan-statements.ts'

/** The rules of the model that no shape can tell: which values go together. */
export function checkRules(document: ArticleDocument, list: ProblemList): void {
  const { article, agents = {}, occasions = {}, claims = {}, acts = {}, statements } = document
  if (article.url === undefined && article.key === undefined)
    list.report(
      ['article'],
      null,
      'An article is known by its `url` or, where it has none, by a `key` of its own: give one.',
    )
  const outlet = Object.hasOwn(agents, article.outlet) ? agents[article.outlet] : undefined
  if (outlet && outlet.kind !== 'OUTLET' && !list.isUnread(['agents', article.outlet, 'kind']))
    list.report(
      ['article', 'outlet'],
      article.outlet,
      `The outlet is an agent of kind OUTLET; "${article.outlet}" is ${outlet.kind}.`,
    )
  if (article.opinion && (article.authors ?? []).length === 0 && !list.isUnread(['article', 'authors']))
    list.report(
      ['article', 'opinion'],
      true,
      'A signed opinion piece has `authors`: they speak in its own voice.',
    )
  if (article.published === undefined)
    list.warn(
      ['article', 'published'],
      'no publication date is given, so no date of the article can be told from it.',
    )

  for (const [key, agent] of Object.entries(agents)) {
    if (list.isUnread(['agents', key, 'kind'])) continue
    const unnamed = agent.kind === 'UNNAMED'
    if (unnamed && agent.reason === undefined)
      list.report(
        ['agents', key, 'reason'],
        null,
        'An UNNAMED agent says why: ANONYMOUS (described, not named) or UNSPECIFIED (nothing is said of it).',
      )
    for (const field of ['reason', 'size', 'descriptor'] as const)
      if (!unnamed && agent[field] !== undefined)
        list.report(
          ['agents', key, field],
          agent[field],
          `Only an UNNAMED agent has "${field}"; this one is ${agent.kind}.`,
        )
    if (agent.roles !== undefined && agent.kind !== 'PERSON')
      list.report(
        ['agents', key, 'roles'],
        agent.roles,
        `Only a PERSON holds roles; this one is ${agent.kind}.`,
      )
  }
  const unspecified = new Map<string, string>()
  for (const [key, act] of Object.entries(acts))
    act.by.forEach((agent, index) => {
      if (agents[agent]?.reason !== 'UNSPECIFIED') return
      const other = unspecified.get(agent)
      if (other === undefined) unspecified.set(agent, key)
      else
        list.report(
          ['acts', key, 'by', index],
          agent,
          `An UNSPECIFIED agent belongs to one act, and "${agent}" speaks in acts.${other} already: give this act one of its own.`,
        )
    })

  for (const [key, occasion] of Object.entries(occasions))
    if (occasion.label === undefined && occasion.key === undefined)
      list.report(
        ['occasions', key],
        occasion,
        'An occasion has a `label`, or the `key` of one that another document tells.',
      )
  for (const [key, claim] of Object.entries(claims)) checkClaim(claim, ['claims', key], list)

  statements.forEach((statement, position) => {
    const path = ['statements', position]
    if (typeof statement.claim === 'object') checkClaim(statement.claim, [...path, 'claim'], list)
    if (statement.act === undefined && (statement.quoteType ?? 'NARRATOR') !== 'NARRATOR')
      list.report(
        [...path, 'quoteType'],
        statement.quoteType,
        "Without an `act` it is the article's own voice: NARRATOR. Name the act, or leave `quoteType` out.",
      )
    if (statement.act !== undefined && statement.quoteType === undefined)
      list.report(
        [...path, 'quoteType'],
        null,
        'A statement made in an act says how it is quoted: DIRECT, MIXED, INDIRECT or REPORTED.',
      )
    if (statement.act !== undefined && acts[statement.act]?.basis === 'EXTERNAL')
      list.warn(
        [...path, 'act'],
        `"${statement.act}" is known from elsewhere (EXTERNAL) and so never changes who speaks: the statement is the article's own voice.`,
      )
    if (statement.act !== undefined && statement.quoteType === 'NARRATOR')
      list.report(
        [...path, 'quoteType'],
        'NARRATOR',
        "NARRATOR is the article's own voice, which has no act: leave `act` out, or choose another type.",
      )
    if (statement.quoteType === 'MIXED' && statement.quoted === undefined)
      list.report([...path, 'quoted'], null, 'Part of a MIXED content is quoted: give that part as `quoted`.')
    statement.respondsTo?.forEach((response, index) => {
      if ((response.statement === undefined) === (response.claim === undefined))
        list.report(
          [...path, 'respondsTo', index],
          response,
          'A response is to a `statement` or to a `claim`: give exactly one.',
        )
    })
  })
}

function checkClaim(
  claim: { readonly key?: string | undefined; readonly text?: string | undefined },
  path: (string | number)[],
  list: ProblemList,
) {
  if (claim.text === undefined && claim.key === undefined)
    list.report(path, claim, 'A claim has a `text`, or the `key` of one that another document tells.')
}

/** Two entries for one passage of one act are mostly a slip: the second counts as another statement. */
export function warnOfRepeats(statements: readonly PlacedStatement[], list: ProblemList): void {
  const indexOf = new Map<string, number>()
  for (const { index, content, statement } of statements) {
    const places = content.map(({ part, start, end }) => [part, start, end])
    const passage = JSON.stringify([statement.act ?? null, places])
    const other = indexOf.get(passage)
    if (other === undefined) indexOf.set(passage, index)
    else
      list.warn(
        ['statements', index],
        `this passage of this act is statements[${other}] already; both are stored.`,
      )
  }
}

/** Quoted words lie within the content they are quoted in. */
export function checkQuotedWithinContent(statements: readonly PlacedStatement[], list: ProblemList): void {
  for (const { index, statement, content, quoted } of statements) {
    // Against a content of which a span was not found nothing can be held.
    if (list.tellsOf(['statements', index, 'content'])) continue
    const isWhole = length(quoted) === length(content)
    const hasType = !list.isUnread(['statements', index, 'quoteType'])
    if (hasType && statement.quoteType === 'DIRECT' && quoted.length > 0 && !isWhole)
      list.report(
        ['statements', index, 'quoted'],
        statement.quoted,
        'Of a DIRECT content all is quoted, so `quoted` is left out. Where a part of it is, it is MIXED.',
      )
    if ((statement.quoteType === 'INDIRECT' || statement.quoteType === 'REPORTED') && quoted.length > 0)
      list.report(
        ['statements', index, 'quoteType'],
        statement.quoteType,
        `A content of which a part is quoted is MIXED. Where the marks are no quotation, leave \`quoted\` out.`,
      )
    for (const words of quoted)
      if (!content.some((span) => contains(span, words)))
        list.report(
          ['statements', index, 'quoted'],
          words.exact,
          `These words (${words.start} to ${words.end}) lie outside the content of the statement; quoted words are part of one of its spans.`,
        )
  }
}

/** Code points. */
const length = (spans: readonly TextSpan[]) => spans.reduce((sum, { start, end }) => sum + end - start, 0)

const contains = (outer: TextSpan, inner: TextSpan) =>
  outer.part === inner.part && outer.start <= inner.start && inner.end <= outer.end
