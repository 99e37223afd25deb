import { beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { claimId, namedAgentId } from '../../src/domain/identity.ts'
import { ingestArticle } from '../../src/ingest/ingest-article.ts'
import { MAX_QUOTATION_LENGTH } from '../../src/store/quotation-reader.ts'
import {
  Deciders,
  demonstrationArticle,
  demonstrationDocuments,
  demonstrationStatement,
} from '../support/demonstration.ts'
import { useTestApi } from '../support/test-api.ts'
import { useTestDatabase } from '../support/test-database.ts'

const graph = useTestDatabase()
const api = useTestApi(graph)
const deciders = new Deciders(api)

const URLS = demonstrationDocuments().map(({ article }) => article.url!)
const ARTICLES = URLS.map(demonstrationArticle)
/** The number of the article's document. */
const numberOf = (article: string) => String(ARTICLES.indexOf(article) + 1).padStart(2, '0')
const statementIn = (number: string, text: string) =>
  demonstrationStatement({ article: { url: URLS[Number(number) - 1]! }, text })

const MEASURED = 'We have measured a crack of four metres in the arm of the gate'
const HOW_LONG = 'we cannot say how long it will hold'
const LETTER = 'We’ve never received such a letter'
const HERALDS_LETTER = statementIn('09', 'We have never received any such letter')
const LANTERNS_PART = statementIn('04', 'his office “cannot say how long it will hold')

beforeAll(async () => {
  for (const document of demonstrationDocuments()) await ingestArticle(graph.database, document)
  for (const step of ['A', 'B', 'C', 'D', 'E', 'F']) await deciders.step(step)
}, 400_000)
beforeEach(() => {
  graph.queries.length = 0
})

interface Variant {
  readonly statement: { readonly id: string; readonly article: { readonly id: string } }
  readonly ratio: number
  readonly edits: readonly string[]
  readonly difference: readonly { readonly difference: string; readonly text: string }[]
  readonly verdict: string
  readonly judgement: { readonly verdict: string; readonly note: string | null } | null
}
const VARIANTS = `variants(first: $first) {
  statement { id article { id } } ratio edits difference { difference text } verdict judgement { verdict note }
}`
async function variantsOf(id: string, first = 100): Promise<readonly Variant[]> {
  const { statement } = await api.data<{ statement: { variants: Variant[] } }>(
    `query ($id: ID!, $first: Int) { statement(id: $id) { ${VARIANTS} } }`,
    { id, first },
  )
  return statement.variants
}
/** "04 CONTAINED POSITIVE", by document. */
const linesOf = (variants: readonly Variant[]) =>
  variants
    .map(({ statement, edits, verdict }) => [numberOf(statement.article.id), ...edits, verdict].join(' '))
    .sort()
const judge = (left: string, right: string, verdict: string) =>
  api.data<{ judge: { id: string } }>('mutation ($input: JudgeInput!) { judge(input: $input) { id } }', {
    input: { kind: 'SAME_UTTERANCE', left, right, verdict },
  })

describe('the same utterance in other carriers, as worked out by hand', () => {
  test('of the crack', async () => {
    const variants = await variantsOf(statementIn('01', MEASURED))
    expect(linesOf(variants)).toEqual(['02 POSITIVE', '03 SPELLING POSITIVE', '08 TRANSLATION POSITIVE'])
    expect(variants.map(({ ratio }) => ratio === 1)).toEqual([true, true, false])
    expect(variants.map(({ judgement }) => judgement?.verdict)).toEqual(['POSITIVE', 'POSITIVE', 'POSITIVE'])
  }, 120_000)

  test('of how long it will hold', async () => {
    const variants = await variantsOf(statementIn('01', HOW_LONG))
    expect(linesOf(variants)).toEqual([
      '02 PROPOSED',
      '03 PROPOSED',
      '04 CONTAINED POSITIVE',
      '07 INSERTION SUBSTITUTION POSITIVE',
      '08 TRANSLATION PROPOSED',
      '10 PROPOSED',
      '11 PROPOSED',
    ])
    const ratios = variants.map(({ ratio }) => ratio)
    expect(ratios).toEqual([...ratios].sort((a, b) => b - a))
    const nine = variants.find(({ statement }) => numberOf(statement.article.id) === '07')!
    expect(nine.judgement).toEqual({ verdict: 'POSITIVE', note: 'The recording has the words of Altwire.' })
    const told = (kinds: readonly string[]) =>
      nine.difference
        .filter(({ difference }) => kinds.includes(difference))
        .map(({ text }) => text)
        .join('')
    expect(told(['SAME', 'REMOVED'])).toBe(HOW_LONG)
    expect(told(['ADDED'])).toContain('simply')
  })

  test('of the letter: the Herald’s is told apart by decision, and shown as decided', async () => {
    const variants = await variantsOf(statementIn('01', LETTER))
    expect(linesOf(variants)).toEqual([
      '02 PUNCTUATION PROPOSED',
      '03 PUNCTUATION PROPOSED',
      '08 TRANSLATION PROPOSED',
      '09 INSERTION SUBSTITUTION NEGATIVE',
    ])
    expect(linesOf(await variantsOf(HERALDS_LETTER))).toContain('01 ELISION SUBSTITUTION NEGATIVE')
  })
})

describe('a variant', () => {
  test('is seen from the other side too: a part of a fuller quotation is CONTAINED from both', async () => {
    const variants = await variantsOf(LANTERNS_PART)
    const fuller = variants.find(({ statement }) => numberOf(statement.article.id) === '01')!
    expect(fuller).toMatchObject({ edits: ['CONTAINED'], verdict: 'POSITIVE' })
    expect(fuller.difference.map(({ difference }) => difference)).toEqual(['ADDED', 'SAME'])
  })

  test('is what follows from decisions on others, which are transitive', async () => {
    // Both are one with what Altwire has; nobody decided on the two.
    const [found] = (
      await variantsOf(statementIn('03', 'We have measured a crack of four meters in the arm of the gate'))
    ).filter(({ statement }) => numberOf(statement.article.id) === '02')
    expect(found).toMatchObject({ edits: ['SPELLING'], verdict: 'POSITIVE', judgement: null })
  })

  test('shows the decision as long as it stands', async () => {
    const [one, other] = [statementIn('01', LETTER), statementIn('02', "We've never received such a letter")]
    const verdictOn = async () =>
      (await variantsOf(one)).find(({ statement }) => statement.id === other)?.verdict
    const { judge: made } = await judge(one, other, 'NEGATIVE')
    expect(await verdictOn()).toBe('NEGATIVE')
    await api.data('mutation ($id: ID!) { withdrawJudgement(id: $id) { id } }', { id: made.id })
    expect(await verdictOn()).toBe('PROPOSED')
  }, 60_000)

  test('is what was decided to be, across claims and however far the words', async () => {
    const [one, other] = [statementIn('01', LETTER), statementIn('01', MEASURED)]
    const renko = statementIn('09', 'It has a stamp and a date')
    expect((await variantsOf(renko)).map(({ statement }) => statement.id)).toEqual([])
    const made = [await judge(renko, one, 'POSITIVE'), await judge(renko, other, 'NEGATIVE')]
    const found = await variantsOf(renko)
    expect(found.map(({ statement, verdict }) => [statement.id, verdict])).toEqual(
      expect.arrayContaining([
        [one, 'POSITIVE'],
        [other, 'NEGATIVE'],
      ]),
    )
    for (const {
      judge: { id },
    } of made)
      await api.data('mutation ($id: ID!) { withdrawJudgement(id: $id) { id } }', { id })
    expect(await variantsOf(renko)).toEqual([])
  }, 60_000)

  test('is never in the same article, nor of a statement that quotes nothing; `first` takes the nearest', async () => {
    const [unquoted] = await graph.cypher<{ id: string }>(
      `MATCH (s:StatementState {articleId: $article}) WHERE s.quoteType = 'INDIRECT' AND s.to > '9999'
       RETURN s.statementId AS id ORDER BY id LIMIT 1`,
      { article: ARTICLES[0] },
    )
    expect(await variantsOf(unquoted!.id)).toEqual([])
    expect(await variantsOf(statementIn('01', HOW_LONG), 1)).toMatchObject([{ ratio: 1 }])
    const { errors } = await api.ask(`query ($id: ID!, $first: Int) { statement(id: $id) { ${VARIANTS} } }`, {
      id: statementIn('01', HOW_LONG),
      first: 101,
    })
    expect(errors).toMatchObject([{ extensions: { code: 'PAGE_TOO_LARGE' } }])
  })

  test('is shown, and has variants, as long as lists show it', async () => {
    const hidden = statementIn('11', 'We cannot say how long it will hold')
    const setStatus = (status: string) =>
      api.data(
        'mutation ($id: ID!, $status: StatementStatus!) { setStatementStatus(statement: $id, status: $status) { id } }',
        { id: hidden, status },
      )
    await setStatus('REJECTED')
    expect(linesOf(await variantsOf(statementIn('01', HOW_LONG)))).not.toContain('11 PROPOSED')
    expect(await variantsOf(hidden)).toEqual([])
    await setStatus('ACCEPTED')
    expect(linesOf(await variantsOf(statementIn('01', HOW_LONG)))).toContain('11 PROPOSED')
  }, 60_000)

  test('costs no query more for many statements of many claims than for one', async () => {
    const query = `query ($claims: [ID!]!) { nodes(ids: $claims) { ... on Claim {
      statements(first: 100) { nodes { variants { ratio } } } } } }`
    const queriesOf = async (keys: readonly string[]) => {
      graph.queries.length = 0
      await api.data(query, { claims: keys.map((key) => claimId({ key: `velmora-dam/${key}` })) })
      const others = graph.queries.filter((name) => name !== 'carriage-by-article')
      // Of the origins, as many rounds as it takes to come to the end of what was taken from others.
      expect(graph.queries.length - others.length).toBeLessThanOrEqual(7)
      return others.sort()
    }
    const of = await queriesOf([
      'crack-four',
      'can-say-how-long',
      'letter-received',
      'gate-fails',
      'sensors-34',
    ])
    expect(of).toEqual([
      'carried-statements',
      'chains-by-statement',
      'claim-groups',
      'claim-wordings',
      'occasions-by-article',
      'origin-parties',
      'origin-statements',
      'records-by-id',
      'records-by-id',
      'statements-by-claim.PUBLISHED_DESC',
      'utterances-by-statement',
    ])
    expect(await queriesOf(['crack-four'])).toEqual(of)
  }, 60_000)
})

describe('checkQuote', () => {
  interface Match {
    readonly statement: { readonly id: string; readonly text: string }
    readonly ratio: number
    readonly edits: readonly string[]
    readonly difference: readonly { readonly difference: string; readonly text: string }[]
  }
  const CHECK = `query ($text: String!, $speaker: ID, $first: Int) { checkQuote(text: $text, speaker: $speaker, first: $first) {
    statement { id text } ratio edits difference { difference text }
  } }`
  const check = async (text: string, rest: { speaker?: string; first?: number } = {}) =>
    (await api.data<{ checkQuote: readonly Match[] }>(CHECK, { text, ...rest })).checkQuote
  const QUOTATION = 'We cannot say how long the gate will hold'

  test('finds what is near, and tells word by word what differs', async () => {
    const found = await check(QUOTATION)
    const altwire = found.find(({ statement }) => statement.id === statementIn('01', HOW_LONG))!
    expect(altwire.edits).toEqual(expect.arrayContaining(['SUBSTITUTION']))
    expect(altwire.ratio).toBeGreaterThan(0.8)
    const told = (kind: string) =>
      altwire.difference.filter(({ difference }) => difference === kind).map(({ text }) => text.trim())
    expect(told('REMOVED')).toEqual(['it'])
    expect(told('ADDED')).toEqual(['the gate'])
    // Word for word comes first.
    const [first] = await check('we cannot say how much longer it will hold')
    expect(first!.ratio).toBeGreaterThan(altwire.ratio)
    expect(await check(MEASURED.toUpperCase(), { first: 1 })).toMatchObject([{ ratio: 1 }])
  }, 60_000)

  test('a part of a longer quotation, and one in other spelling and marks', async () => {
    const part = await check('a crack of four metres in the arm of the gate')
    expect(part[0]).toMatchObject({ edits: ['CONTAINED'] })
    const spelled = await check('"We have measured a crack of four meters in the arm of the gate"')
    expect(spelled[0]).toMatchObject({ ratio: 1 })
  })

  test('nothing where nothing is near', async () => {
    expect(await check('Nobody lives below the dam any more')).toEqual([])
    expect(await check('Entirely unrelated gibberish')).toEqual([])
    expect(await check('')).toEqual([])
  })

  test('of one speaker, under any of his names', async () => {
    const zahorsky = namedAgentId('PERSON', 'Danylo Zahorsky', null)
    const spelled = namedAgentId('PERSON', 'Данило Загорський', null)
    const koltan = namedAgentId('PERSON', 'Mira Koltan', null)
    const all = await check(QUOTATION, { speaker: zahorsky })
    expect(all.length).toBeGreaterThan(3)
    expect(await check(QUOTATION, { speaker: spelled })).toEqual(all)
    expect(await check(QUOTATION, { speaker: koltan })).toEqual([])
    expect(await check(QUOTATION, { speaker: namedAgentId('PERSON', 'Nobody', null) })).toEqual([])
    graph.queries.length = 0
    await api.data(
      'query ($text: String!, $speaker: ID) { checkQuote(text: $text, speaker: $speaker) { ratio } }',
      {
        text: QUOTATION,
        speaker: zahorsky,
      },
    )
    expect([...graph.queries].sort()).toEqual(['members-by-id', 'quotations-near'])
  })

  test.each([
    [
      'too long',
      { text: 'word '.repeat(MAX_QUOTATION_LENGTH) },
      'INVALID_ARGUMENTS',
      `at most ${MAX_QUOTATION_LENGTH}`,
    ],
    ['a page too large', { text: 'hold', first: 101 }, 'PAGE_TOO_LARGE', '101'],
    ['no agent', { text: 'hold', speaker: ARTICLES[0] }, 'INVALID_ID', 'Article'],
  ])('is told why not: %s', async (_, variables, code, message) => {
    const { errors } = await api.ask(CHECK, variables)
    expect(errors).toMatchObject([{ message: expect.stringContaining(message), extensions: { code } }])
  })

  test.each([
    '"); MATCH (n) DETACH DELETE n //',
    '*:* OR text:[* TO *] AND NOT (a && b || c) ^2 ~ + - ! { } : \\ /',
    'AND OR NOT',
    '\\"\\',
    '“”‘’«»…—',
    '٪ \u202e reversed \u0001 😀'.repeat(20),
    `${'a '.repeat(900)}`,
  ])('hostile text is text: %j', async (text) => {
    const answer = await api.ask<{ checkQuote: readonly unknown[] }>(CHECK, { text })
    expect(answer.errors).toBeUndefined()
    expect(answer.data.checkQuote).toEqual([])
  })

  test('hostile marks around a quotation do not hide it', async () => {
    const found = await check(`*"(${MEASURED})~2"^3 AND`)
    expect(found[0]!.statement.text).toBe(MEASURED)
  })
})
