import { createInterface } from 'node:readline/promises'
import type { Config } from '../config.ts'
import { canonicalUrl } from '../domain/canonical-url.ts'
import { ClaimgraphError } from '../domain/claimgraph-error.ts'
import { articleId, checkedId, kindOfId, type RecordKind } from '../domain/identity.ts'
import { type RemovedArticle, removeArticle } from '../store/remove-article.ts'
import { applySchema } from '../store/schema.ts'
import { CommandError } from './command-error.ts'
import { openGraph } from './open-graph.ts'
import { unlessStopped } from './stop-request.ts'
import { Terminal } from './terminal.ts'

const WORDS: readonly (readonly [RecordKind, one: string, many: string])[] = [
  ['ArticleVersion', 'version', 'versions'],
  ['Statement', 'statement', 'statements'],
  ['Attribution', 'hop', 'hops'],
  ['Judgement', 'judgement', 'judgements'],
  ['Correction', 'correction', 'corrections'],
  ['Review', 'review', 'reviews'],
  ['Agent', 'agent', 'agents'],
  ['Claim', 'claim', 'claims'],
  ['Occasion', 'occasion', 'occasions'],
  ['Place', 'place', 'places'],
]

/**
 * `claimgraph remove`: shows what would go with an article and, once somebody says yes, removes it.
 *
 * @param article its id or its address
 * @returns the exit code: 1 if nothing was removed
 * @throws CommandError with 2 where there is no terminal to ask on
 */
export async function removeCommand(
  article: string,
  config: Config,
  { yes }: { readonly yes: boolean },
  stop: AbortSignal,
): Promise<number> {
  const id = idOf(article)
  if (!yes && !process.stdin.isTTY)
    throw new CommandError(
      'There is no terminal to ask on whether the article may go for good. Give --yes to remove it without asking.',
      2,
    )
  const out = new Terminal(process.stdout)
  const graph = await openGraph(config, { stop, steps: new Terminal(process.stderr) })
  const remove = (dryRun: boolean) =>
    unlessStopped(stop, removeArticle(graph.database, id, { by: 'claimgraph remove', dryRun }))
  try {
    await unlessStopped(stop, applySchema(graph.database))
    if (!yes) {
      describe(await remove(true), 'Would remove').forEach((line) => {
        out.line(line)
      })
      if (!(await isWanted(stop))) {
        out.line('Nothing was removed.')
        return 1
      }
    }
    describe(await remove(false), 'Removed').forEach((line) => {
      out.line(line)
    })
    return 0
  } catch (error) {
    if (error instanceof ClaimgraphError && error.code === 'NOT_FOUND')
      throw new CommandError(
        `There is no article ${article} in ${graph.where}. Give its address as the document had it, or its id.`,
        1,
        error,
      )
    throw error
  } finally {
    await graph.close()
  }
}

function idOf(article: string): string {
  if (kindOfId(article) === 'Article') return article
  if (kindOfId(article) !== null || /^[a-z]+_/.test(article)) {
    try {
      return checkedId(article, 'Article')
    } catch (error) {
      throw new CommandError((error as Error).message, 2, error)
    }
  }
  const read = canonicalUrl(article)
  if (!read.ok)
    throw new CommandError(
      `"${article}" is neither the address of an article nor its id, art_…: ${read.message}`,
      2,
    )
  return articleId({ url: read.url })
}

async function isWanted(stop: AbortSignal): Promise<boolean> {
  const terminal = createInterface({ input: process.stdin, output: process.stderr })
  try {
    const answer = await unlessStopped(
      stop,
      terminal.question('Remove it for good? [y/N] ', { signal: stop }),
    )
    return /^y(es)?$/i.test(answer.trim())
  } finally {
    terminal.close()
  }
}

function describe(
  { articleId: id, url, title, removed, isReferredTo }: RemovedArticle,
  did: string,
): string[] {
  const counts = WORDS.flatMap(([kind, one, many]) => {
    const count = removed.get(kind) ?? 0
    return count === 0 ? [] : [`${count} ${count === 1 ? one : many}`]
  })
  return [
    `${did} ${[title === null ? null : `"${title}"`, url, id].filter((part) => part !== null).join(', ')}`,
    `  with ${counts.join(', ')}`,
    ...(isReferredTo ? ['  Its address stays: other articles cite it or were taken from it.'] : []),
  ]
}
