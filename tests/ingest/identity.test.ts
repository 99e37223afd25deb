import { describe, expect, test } from '@jest/globals'
import type { AnnotatedArticle } from '../../src/domain/annotated-article.ts'
import { articleId, claimId, namedAgentId, occasionId, statementId } from '../../src/domain/identity.ts'
import { type JsonObject, planOf, problemsOf, smallDocument, textDocument } from './small-document.ts'

const textsById = ({ statements }: AnnotatedArticle) =>
  Object.fromEntries(statements.map(({ id, text }) => [id, text]))
const idsOf = (plan: AnnotatedArticle) => ({
  article: plan.article.id,
  version: plan.version.id,
  agents: plan.agents.map(({ id }) => id).sort(),
  claims: plan.claims.map(({ id }) => id).sort(),
  attributions: plan.attributions.map(({ id }) => id),
  statements: plan.statements.map(({ id }) => id),
})

/** The small document with every key of a section renamed, and every use of it. */
function renamed(document: object, ...keys: string[]) {
  const text = keys.reduce((json, key) => json.replaceAll(`"${key}"`, `"x-${key}"`), JSON.stringify(document))
  return JSON.parse(text)
}

describe('the same ids', () => {
  test('for the same document', () => {
    expect(planOf(smallDocument())).toEqual(planOf(smallDocument()))
  })

  test('where local keys are named otherwise', () => {
    const document = smallDocument()
    document.claims = { ferry1: document.claims!.sank! }
    document.statements[1]!.claim = 'ferry1'
    document.statements[3]!.claim = 'ferry1'
    const other = renamed(document, 'ruiz', 'paper', 'wire', 'wire-reported', 'leave')
    expect(other).not.toEqual(document)
    expect(planOf(other)).toEqual(planOf(smallDocument()))
  })

  test('where acts with the same words at the same place are named otherwise', () => {
    const acts = (first: string, second: string) => {
      const document = textDocument('Russia, he said, is open and, insisting, firm.')
      document.agents = {
        ...(document.agents as object),
        he: { kind: 'PERSON', name: 'He' },
        russia: { kind: 'GOVERNMENT', name: 'Russia' },
      } as never
      document.acts = {
        [first]: { by: ['he'], source: { exact: 'he', prefix: ', ' }, cue: 'said' },
        insisting: { by: ['russia'], cue: 'insisting', reportedIn: second },
        [second]: { by: ['he'], source: { exact: 'he', prefix: ', ' }, cue: 'said', basis: 'INFERRED' },
      }
      document.statements = [
        { act: 'insisting', content: 'firm', quoteType: 'INDIRECT', claim: { text: 'Russia is firm.' } },
        {
          act: first,
          content: ['Russia', 'is open'],
          quoteType: 'INDIRECT',
          claim: { text: 'Russia is open.' },
        },
      ]
      return planOf(document)
    }
    expect(acts('a', 'b')).toEqual(acts('b', 'a'))
    expect(new Set(acts('a', 'b').attributions.map(({ id }) => id)).size).toBe(3)
  })

  test('where the words of a claim change: the claim keeps its id', () => {
    const document = smallDocument()
    document.claims!.sank = { text: 'The Harbour ferry sank in May 2025.' }
    Object.assign(document.statements[0]!.claim!, { text: 'Ana Ruiz leaves.' })
    expect(idsOf(planOf(document))).toEqual(idsOf(planOf(smallDocument())))
  })

  test('where the speaker is corrected: statements and acts keep theirs', () => {
    const document = smallDocument()
    document.agents!.lopez = { kind: 'PERSON', name: 'Eva López' }
    document.acts!.told = { ...(document.acts!.told as JsonObject), by: ['lopez'] }
    document.agents = Object.fromEntries(Object.entries(document.agents!).filter(([key]) => key !== 'ruiz'))
    const [before, after] = [planOf(smallDocument()), planOf(document)]
    expect(after.statements).toEqual(before.statements)
    expect(idsOf(after).attributions).toEqual(idsOf(before).attributions)
    expect(after.attributions[0]!.byIds).toEqual([namedAgentId('PERSON', 'Eva López', null)])
  })

  test('where the text around the words changes: only the version is another', () => {
    const document = smallDocument()
    document.article!.text = `Updated. ${document.article!.text}`
    const [before, after] = [idsOf(planOf(smallDocument())), idsOf(planOf(document))]
    expect(after.version).not.toBe(before.version)
    expect({ ...after, version: before.version }).toEqual(before)
  })

  test('where an address is written otherwise, or a name in other letter case', () => {
    const document = smallDocument()
    document.article!.url = 'https://paper.example/ferry'
    const other = structuredClone(document)
    other.article!.url = 'HTTP://Paper.Example:80/ferry/?utm_source=x#top'
    Object.assign(other.agents!.ruiz!, { name: 'ANA RUIZ' })
    expect(idsOf(planOf(other))).toEqual(idsOf(planOf(document)))
  })

  test('where other places with the same words are annotated too, in any part', () => {
    const place = (occurrence: number) => ({ exact: 'sank', occurrence })
    const titled = (...contents: readonly object[]) => {
      const document = textDocument('It sank, sank and sank.', ...(contents as never[]))
      return { ...document, article: { ...(document.article as JsonObject), title: 'It sank' } }
    }
    const idOf = (...contents: readonly object[]) =>
      planOf(titled(...contents)).statements.find(
        ({ content }) => content[0]!.part === 'TEXT' && content[0]!.start === 9,
      )!.id
    const alone = idOf(place(2))
    expect(idOf(place(2), place(1))).toBe(alone)
    expect(idOf(place(3), place(2), { exact: 'sank', part: 'TITLE' })).toBe(alone)
    // Parts that stand everywhere tell nothing.
    const parts = (...content: readonly object[]) =>
      planOf(textDocument('It rose, it sank and it floated, it did.', content as never)).statements[0]!.id
    const it = (occurrence: number) => ({ exact: 'it', occurrence })
    expect(parts(it(1), { exact: 'floated' })).toBe(parts(it(2), { exact: 'floated' }))
  })

  test('where a new version has another act with the same words before it', () => {
    const said = (text: string, ...contents: readonly string[]) => {
      const document = textDocument(text, ...contents)
      const acts = contents.map((content, index): [string, JsonObject] => [
        `act${index}`,
        {
          by: ['paper'],
          source: { exact: 'he', prefix: `${content}, ` },
          cue: { exact: 'said', prefix: `${content}, he ` },
        },
      ])
      const statements = (document.statements as JsonObject[]).map((statement, index) => ({
        ...statement,
        act: `act${index}`,
        quoteType: 'INDIRECT',
      }))
      return planOf({ ...document, acts: Object.fromEntries(acts), statements })
    }
    const [before, after] = [
      said('It sank, he said.', 'It sank'),
      said('Taxes fell, he said. It sank, he said.', 'Taxes fell', 'It sank'),
    ]
    const actOf = (plan: AnnotatedArticle) =>
      plan.statements.find(({ text }) => text === 'It sank')!.attributionId
    expect(actOf(after)).toBe(actOf(before))
    expect(new Set(idsOf(after).attributions).size).toBe(2)
  })
})

describe('other ids', () => {
  test('for unnamed agents under another key, and occasions without a key of their own', () => {
    const document = smallDocument()
    document.occasions = { talks: { label: 'The talks' }, known: { key: 'summit-2025' } }
    document.acts!.told = { ...(document.acts!.told as JsonObject), occasion: 'talks' }
    document.acts!.said = { ...(document.acts!.said as JsonObject), occasion: 'known' }
    const [before, after] = [planOf(document), planOf(renamed(document, 'officials', 'talks', 'known'))]
    const different = before.agents.filter(({ id }) => !after.agents.some((agent) => agent.id === id))
    expect(different.map(({ name }) => name)).toEqual(['Two officials'])
    expect(before.occasions[0]!.id).not.toBe(after.occasions[0]!.id)
    expect(before.occasions[1]!.id).toBe(after.occasions[1]!.id)
    expect(before.occasions[1]!.id).toBe(occasionId({ key: 'summit-2025' }))
  })

  test('for the same words in another article', () => {
    const document = smallDocument()
    document.article!.key = 'other'
    const [before, after] = [idsOf(planOf(smallDocument())), idsOf(planOf(document))]
    for (const kind of ['claims', 'attributions', 'statements'] as const)
      expect(after[kind].filter((id) => before[kind].includes(id))).toEqual([])
  })
})

describe('several of one kind', () => {
  test('statements with the same words are told apart by their place in the text', () => {
    const place = (occurrence: number) => ({ exact: 'sank', occurrence })
    const document = textDocument('It sank, sank and sank.', place(3), place(1), place(2))
    const { statements } = planOf(document)
    expect(statements.map(({ content }) => content[0]!.start)).toEqual([3, 9, 18])
    expect(statements.map(({ order }) => order)).toEqual([0, 1, 2])
    expect(statements.map(({ id }) => id)).toEqual(
      [1, 2, 3].map((nth) => statementId(articleId({ key: 'text' }), 'sank', nth)),
    )
  })

  test('one content that two outlets reported is two statements, in the order in which they are named', () => {
    const document = (order: readonly number[]) => {
      const statements = [
        { act: 'reuters', content: 'the ferry sank', quoteType: 'INDIRECT', claim: 'sank' },
        { act: 'ap', content: 'the ferry sank', quoteType: 'INDIRECT', claim: 'sank' },
      ]
      return {
        article: {
          key: 'k',
          outlet: 'paper',
          published: '2025',
          text: 'Reuters and AP reported the ferry sank.',
        },
        agents: {
          paper: { kind: 'OUTLET', name: 'The Harbour Paper' },
          reuters: { kind: 'OUTLET', name: 'Reuters' },
          ap: { kind: 'OUTLET', name: 'AP' },
        },
        claims: { sank: { text: 'The ferry sank.' } },
        acts: {
          reuters: { by: ['reuters'], source: 'Reuters', cue: 'reported' },
          ap: { by: ['ap'], source: 'AP', cue: 'reported' },
        },
        statements: order.map((index) => statements[index]!),
      }
    }
    const plan = planOf(document([0, 1]))
    expect(planOf(document([1, 0]))).toEqual(plan)
    const speakers = plan.statements.map(
      ({ attributionId }) => plan.attributions.find(({ id }) => id === attributionId)!.byIds[0],
    )
    expect(speakers).toEqual([namedAgentId('OUTLET', 'Reuters', null), namedAgentId('OUTLET', 'AP', null)])
    expect(new Set(plan.statements.map(({ claimId }) => claimId)).size).toBe(1)
  })

  test('one content that makes two claims is two statements, in the order of their words', () => {
    const document = (order: readonly number[]) => {
      const whole = textDocument('It sank at noon.', 'It sank at noon', 'It sank at noon')
      const statements = whole.statements as JsonObject[]
      for (const [index, claim] of ['sank', 'noon'].entries()) statements[index]!.claim = claim
      return {
        ...whole,
        claims: { sank: { text: 'The ferry sank.' }, noon: { text: 'It was noon.' } },
        statements: order.map((index) => statements[index]!),
      }
    }
    const plan = planOf(document([0, 1]))
    expect(planOf(document([1, 0]))).toEqual(plan)
    const words = new Map(plan.claims.map(({ id, text }) => [id, text]))
    expect(plan.statements.map(({ claimId }) => words.get(claimId!))).toEqual([
      'It was noon.',
      'The ferry sank.',
    ])
  })

  test('statements are in text order: by beginning, then by end', () => {
    const contents = ['c d', 'a b', ['a', 'd'], 'a b c', 'b c d', ['a', 'c']].map(
      (content) => content as never,
    )
    expect(planOf(textDocument('a b c d', ...contents)).statements.map(({ text }) => text)).toEqual([
      'a b',
      'a … c',
      'a b c',
      'a … d',
      'b c d',
      'c d',
    ])
  })

  test('a claim by its key is one claim, and has its text wherever the document gives it', () => {
    const document = textDocument('One. Two. Three.', 'One', 'Two', 'Three')
    const statements = document.statements as JsonObject[]
    statements[0]!.claim = { key: 'all' }
    statements[1]!.claim = { key: 'all', text: 'All is one.', language: 'en' }
    statements[2]!.claim = { key: 'all' }
    expect(planOf(document).claims).toEqual([
      { id: claimId({ key: 'all' }), key: 'all', text: 'All is one.', language: 'en' },
    ])
  })

  test('a claim without a key is named after its first statement in the text, whichever comes first in the document', () => {
    const document = smallDocument()
    document.statements.reverse()
    const { claims, statements } = planOf(document)
    const first = statements.find(({ text }) => text === 'the ferry sank')!
    expect(claims.find(({ text }) => text === 'The ferry sank.')!.id).toBe(
      claimId({ firstStatement: first.id }),
    )
    expect(textsById(planOf(document))).toEqual(textsById(planOf(smallDocument())))
  })
})

describe('references to what is not there', () => {
  test('statements of other articles have the ids that those articles will give them', () => {
    const document = smallDocument()
    const article = { url: 'http://wire.example/story/' }
    Object.assign(document.statements[0]!, {
      revises: [{ article, text: 'We stay … home' }],
      respondsTo: [
        { stance: 'REJECTS', statement: { article: { key: 'k' }, text: 'Go', occurrence: 2, inPassage: 3 } },
      ],
    })
    document.acts!.said = { ...(document.acts!.said as JsonObject), cites: article }
    const plan = planOf(document)
    const wire = articleId({ url: 'https://wire.example/story' })
    expect(plan.statements[0]).toMatchObject({
      revisesIds: [statementId(wire, 'We stay … home', 1)],
      respondsTo: [{ stance: 'REJECTS', toId: statementId(articleId({ key: 'k' }), 'Go', 2, 3) }],
    })
    expect(plan.referencedArticles).toEqual([{ id: wire, url: 'https://wire.example/story' }])
  })

  test('a claim that others have told is answered by its key', () => {
    const document = smallDocument()
    document.claims!.theirs = { key: 'ferry-floats' }
    document.statements[2]!.respondsTo = [{ stance: 'REJECTS', claim: 'theirs' }]
    expect(problemsOf(document)).toEqual([])
    expect(planOf(document).statements[2]!.respondsTo).toEqual([
      { stance: 'REJECTS', toId: claimId({ key: 'ferry-floats' }) },
    ])
  })
})

test('what is left out has its default', () => {
  const plan = planOf(textDocument('The ferry sank.', 'The ferry sank'))
  expect(plan.recorded).toEqual({ by: 'unknown', method: 'MANUAL' })
  expect(plan.article).toMatchObject({
    language: 'und',
    opinion: false,
    authorIds: [],
    credits: [],
    byline: null,
  })
  expect(plan.claims[0]!.language).toBe('und')
  expect(plan.statements[0]).toMatchObject({
    quoteType: 'NARRATOR',
    speechAct: 'ASSERT',
    certainty: 'CERTAIN',
    polarity: 'POSITIVE',
    zone: 'BODY',
    review: 'ACCEPTED',
    confidence: null,
    attributionId: null,
  })
  const told = planOf(smallDocument())
  expect(told.attributions.find(({ cue }) => cue[0]?.exact === 'said')).toMatchObject({
    cueStance: 'NEUTRAL',
    mode: 'UNSPECIFIED',
    basis: 'STATED',
    said: { basis: 'UNKNOWN', earliest: null, latest: null },
    reportedInId: null,
  })
})

describe('dates', () => {
  const saidOf = (document: ReturnType<typeof smallDocument>) =>
    planOf(document).attributions.map(({ said: { basis, edtf, phrase } }) => [basis, edtf, phrase])

  test('an inherited date has the bounds of the other under its own basis, through any number of acts', () => {
    const document = smallDocument()
    document.acts!['wire-reported'] = {
      ...(document.acts!['wire-reported'] as JsonObject),
      said: { basis: 'SAME_OCCASION', as: 'told', phrase: 'then' },
    }
    document.acts!.said = {
      ...(document.acts!.said as JsonObject),
      said: { basis: 'INHERITED', as: 'wire-reported' },
    }
    expect(saidOf(document)).toEqual([
      ['VAGUE', '../2025-06-02', 'lately'],
      ['SAME_OCCASION', '../2025-06-02', 'then'],
      ['INHERITED', '../2025-06-02', null],
    ])
  })

  test('a vague date of utterance is bounded by the publication, and what content speaks of is not', () => {
    const document = smallDocument()
    document.statements[0]!.timesSpokenOf = [{ basis: 'VAGUE', phrase: 'on Monday' }]
    const [leave] = planOf(document).statements
    expect(leave!.timesSpokenOf).toMatchObject([{ basis: 'VAGUE', edtf: null, phrase: 'on Monday' }])
    document.article!.published = '2025-07'
    expect(saidOf(document)[0]).toEqual(['VAGUE', '../2025-07-31', 'lately'])
    delete document.article!.published
    expect(saidOf(document)[0]).toEqual(['VAGUE', null, 'lately'])
  })

  test('chains and inherited dates of any length', () => {
    const length = 20_000
    const document = textDocument('The ferry sank.', 'The ferry sank')
    const next = (index: number) => `a${index + 1}`
    document.acts = Object.fromEntries(
      Array.from({ length }, (_, index): [string, JsonObject] => [
        `a${index}`,
        index === length - 1
          ? { by: ['paper'], said: '2025-04-18' }
          : { by: ['paper'], reportedIn: next(index), said: { basis: 'INHERITED', as: next(index) } },
      ]),
    )
    Object.assign((document.statements as JsonObject[])[0]!, { act: 'a0', quoteType: 'INDIRECT' })
    const { attributions, statements } = planOf(document)
    expect(attributions.every(({ said }) => said.earliest === '2025-04-18')).toBe(true)
    expect(statements[0]!.attributionId).toBe(attributions[0]!.id)
    expect(attributions.map(({ reportedInId }) => reportedInId)).toEqual([
      ...attributions.slice(1).map(({ id }) => id),
      null,
    ])
  })
})
