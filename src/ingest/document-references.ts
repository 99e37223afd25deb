import type { ArticleDocument } from './article-document.ts'
import type { PathPart, ProblemList } from './document-problems.ts'

type Section = 'agents' | 'places' | 'occasions' | 'claims' | 'acts'

/** The most keys that a message lists. */
const MOST_KEYS = 8

/** Checks that every key that is used is declared, that no chain of acts or dates runs in a circle, and what is unused. */
export function checkReferences(document: ArticleDocument, list: ProblemList): void {
  const used: Record<Section, Set<string>> = {
    agents: new Set(),
    places: new Set(),
    occasions: new Set(),
    claims: new Set(),
    acts: new Set(),
  }
  const refer = (section: Section, key: string | undefined, path: readonly PathPart[]) => {
    if (key === undefined) return
    used[section].add(key)
    const declared = document[section] ?? {}
    if (Object.hasOwn(declared, key) || list.isUnread([section])) return
    list.report(path, key, `There is no "${key}" in "${section}"${keysNear(key, Object.keys(declared))}.`)
  }
  const referAll = (section: Section, keys: readonly string[] | undefined, path: readonly PathPart[]) =>
    keys?.forEach((key, index) => {
      refer(section, key, [...path, index])
    })
  const referDate = (date: unknown, path: readonly PathPart[]) => {
    if (typeof date === 'object' && date !== null && 'as' in date)
      refer('acts', date.as as string, [...path, 'as'])
  }

  const { article, agents = {}, occasions = {}, acts = {} } = document
  refer('agents', article.outlet, ['article', 'outlet'])
  for (const field of ['published', 'modified'] as const) {
    const date = article[field]
    if (typeof date === 'object' && 'as' in date)
      list.report(
        ['article', field],
        date,
        'The article has a date of its own, not that of an act: give it as EDTF, or with `basis` and `edtf`.',
      )
  }
  referAll('agents', article.authors, ['article', 'authors'])
  article.credits?.forEach((credit, index) => {
    refer('agents', credit.agent, ['article', 'credits', index, 'agent'])
  })
  for (const [key, agent] of Object.entries(agents)) {
    referAll('agents', agent.speaksFor, ['agents', key, 'speaksFor'])
    referAll('agents', agent.partOf, ['agents', key, 'partOf'])
    agent.roles?.forEach((role, index) => {
      refer('agents', role.of, ['agents', key, 'roles', index, 'of'])
      referDate(role.held, ['agents', key, 'roles', index, 'held'])
    })
  }
  for (const [key, occasion] of Object.entries(occasions)) {
    refer('places', occasion.place, ['occasions', key, 'place'])
    referDate(occasion.when, ['occasions', key, 'when'])
  }
  for (const [key, act] of Object.entries(acts)) {
    referAll('agents', act.by, ['acts', key, 'by'])
    referAll('agents', act.to, ['acts', key, 'to'])
    referAll('agents', act.onBehalfOf, ['acts', key, 'onBehalfOf'])
    if (typeof act.place === 'object') refer('places', act.place.place, ['acts', key, 'place', 'place'])
    else refer('places', act.place, ['acts', key, 'place'])
    refer('occasions', act.occasion, ['acts', key, 'occasion'])
    refer('acts', act.reportedIn, ['acts', key, 'reportedIn'])
    referDate(act.said, ['acts', key, 'said'])
  }
  document.statements.forEach((statement, position) => {
    const path = ['statements', position]
    refer('acts', statement.act, [...path, 'act'])
    if (typeof statement.claim === 'string') refer('claims', statement.claim, [...path, 'claim'])
    statement.timesSpokenOf?.forEach((date, index) => {
      referDate(date, [...path, 'timesSpokenOf', index])
    })
    statement.respondsTo?.forEach((response, index) => {
      refer('claims', response.claim, [...path, 'respondsTo', index, 'claim'])
    })
  })

  reportCircles(acts, 'reportedIn', (act) => act.reportedIn, 'The chain runs in a circle', list)
  reportCircles(
    acts,
    'said',
    ({ said }) => (typeof said === 'object' && 'as' in said ? said.as : undefined),
    'The dates run in a circle',
    list,
  )
  for (const key of Object.keys(acts))
    if (!used.acts.has(key)) list.warn(['acts', key], 'no statement was made in this act.')
  for (const section of ['agents', 'claims', 'occasions', 'places'] as const)
    for (const key of Object.keys(document[section] ?? {}))
      if (!used[section].has(key)) list.warn([section, key], 'nothing refers to this.')
}

/** What there is in the place of a key, to end a sentence: what is written like it comes first. */
function keysNear(wanted: string, keys: readonly string[]): string {
  if (keys.length === 0) return ', which is empty'
  const word = wanted.toLowerCase()
  const isNear = (key: string) =>
    key.toLowerCase().includes(word) || (key.length > 2 && word.includes(key.toLowerCase()))
  const shown = [...keys.filter(isNear), ...keys.filter((key) => !isNear(key))].slice(0, MOST_KEYS)
  const more = keys.length - shown.length
  return `; there is ${shown.map((key) => `"${key}"`).join(', ')}${more > 0 ? ` and ${more} more` : ''}`
}

function reportCircles<Act>(
  acts: Readonly<Record<string, Act>>,
  field: string,
  next: (act: Act) => string | undefined,
  message: string,
  list: ProblemList,
) {
  const done = new Set<string>()
  const after = (key: string) => {
    const act = Object.hasOwn(acts, key) ? acts[key] : undefined
    return act === undefined ? undefined : next(act)
  }
  for (const start of Object.keys(acts)) {
    const walked = new Set<string>()
    let key: string | undefined = start
    while (key !== undefined && !done.has(key) && !walked.has(key)) {
      walked.add(key)
      key = after(key)
    }
    if (key !== undefined && walked.has(key)) {
      const members = [...walked]
      const circle = [...members.slice(members.indexOf(key)), key]
      list.report(['acts', key, field], after(key), `${message}: ${circle.join(' → ')}.`)
    }
    for (const one of walked) done.add(one)
  }
}
