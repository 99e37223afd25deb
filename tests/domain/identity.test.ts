import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import {
  articleId,
  articleVersionId,
  attributionId,
  checkedId,
  claimId,
  contentHash,
  correctionId,
  judgementId,
  kindOfId,
  namedAgentId,
  occasionId,
  placeId,
  printingHopId,
  RECORD_KINDS,
  type RecordKind,
  reviewId,
  statementId,
  unnamedAgentId,
  versionOfPrintingHop,
} from '../../src/domain/identity.ts'

const article = articleId({ url: 'https://paper.example/ferry' })
const version = articleVersionId(article, contentHash('Ferry', 'It sank.'))
const IDS: Readonly<Record<RecordKind, string>> = {
  Article: article,
  ArticleVersion: version,
  Statement: statementId(article, 'It sank', 1),
  Attribution: attributionId(article, 'Ruiz', 'said', statementId(article, 'It sank', 1), 1),
  Agent: namedAgentId('PERSON', 'Ana Ruiz', null),
  Claim: claimId({ key: 'sank' }),
  Occasion: occasionId({ key: 'talks' }),
  Place: placeId('Rome'),
  Judgement: judgementId(`SAME_CLAIM ${claimId({ key: 'a' })} ${claimId({ key: 'b' })}`, 1),
  Review: reviewId(claimId({ key: 'sank' }), 'Fact Harbour', 'https://facts.example/ferry'),
  Correction: correctionId(article, 'RETRACTION', 'It did not sink.'),
}

/** Written into databases and clients' bookmarks: a change of any of these loses what is stored. */
test('ids are stable for ever', () => {
  expect(IDS).toEqual({
    Article: 'art_7833433af6ab8a1440650a246e5d3986',
    ArticleVersion: 'ver_4fa83c1a144e9b9059226a98aced8a26',
    Statement: 'st_cd08e2525960acf277f86fc1cf1fb341',
    Attribution: 'hop_aff9453690b24c5fb51d23c6e7200ea6',
    Agent: 'ag_d3c4ffa91bd0f0d8569b1bfca7cca7c6',
    Claim: 'cl_c8aea56f79e23a9cbce86e4c5cee7dc8',
    Correction: 'cor_1402eb2d1d21cf424e19d254ecac853d',
    Judgement: 'jud_62b982fe27fa227d4e8714f928a4ed51',
    Review: 'rev_27c4e9560dcb70617bb1f217e40f758a',
    Occasion: 'oc_b4c208b53c438e2bb9556e6428af3de2',
    Place: 'pl_618cb314a49f7cd193487f1a91fc8401',
  })
})

test('each kind has a prefix of its own and 32 hexadecimal digits', () => {
  for (const kind of RECORD_KINDS) {
    expect(IDS[kind]).toMatch(/^[a-z]{2,3}_[0-9a-f]{32}$/)
    expect(kindOfId(IDS[kind])).toBe(kind)
    expect(checkedId(IDS[kind])).toBe(IDS[kind])
    expect(checkedId(IDS[kind], 'Place', kind)).toBe(IDS[kind])
  }
  expect(new Set(Object.values(IDS).map((id) => id.split('_')[0])).size).toBe(RECORD_KINDS.length)
})

describe('malformed ids', () => {
  test.each([
    '',
    '42',
    'st_',
    'st_123',
    `xx_${'0'.repeat(32)}`,
    `st_${'0'.repeat(33)}`,
    `ST_${'0'.repeat(32)}`,
    `st_${'G'.repeat(32)}`,
    `st_${'0'.repeat(32)}\n`,
  ])('%j is none', (text) => {
    expect(kindOfId(text)).toBeNull()
    expect(() => checkedId(text, 'Statement')).toThrow(
      expect.objectContaining({
        code: 'INVALID_ID',
        details: { value: text },
        message: expect.stringContaining('expected one of the form "st_…", with 32 hexadecimal digits'),
      }),
    )
  })

  test('of another kind is told with both kinds', () => {
    expect(() => checkedId(IDS.Agent, 'Claim', 'Statement')).toThrow(
      `"${IDS.Agent}" is the id of a record of kind Agent; expected one of the form "cl_…", "st_…".`,
    )
  })

  test('any text is an id or is refused', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(kindOfId(text)).toBeNull()
        expect(() => checkedId(text)).toThrow(expect.objectContaining({ code: 'INVALID_ID' }))
      }),
    )
  })
})

describe('what identifies', () => {
  test('the parts are kept apart', () => {
    expect(attributionId('a', 'bc', 'd', null, 1)).not.toBe(attributionId('a', 'b', 'cd', null, 1))
    expect(statementId('a', 'b', 11)).not.toBe(statementId('a', 'b1', 1))
    expect(contentHash(null, 'a')).not.toBe(contentHash('', 'a'))
    expect(contentHash('a', 'b')).not.toBe(contentHash('ab', ''))
  })

  test('an address is no key, and a key no local key', () => {
    expect(articleId({ url: 'k' })).not.toBe(articleId({ key: 'k' }))
    expect(claimId({ key: 'k' })).not.toBe(claimId({ firstStatement: 'k' }))
    expect(occasionId({ key: 'k' })).not.toBe(occasionId({ article, localKey: 'k' }))
  })

  test('a named agent is its kind, its name and its qualifier, whatever the letter case', () => {
    const ruiz = namedAgentId('PERSON', 'Ana Ruiz', null)
    expect(namedAgentId('PERSON', 'ANA RUIZ', '')).toBe(ruiz)
    expect(namedAgentId('OUTLET', 'Ana Ruiz', null)).not.toBe(ruiz)
    expect(namedAgentId('PERSON', 'Ana Ruiz', 'mayor')).not.toBe(ruiz)
    expect(namedAgentId('PERSON', 'Ana Ruiz', 'Mayor')).toBe(namedAgentId('PERSON', 'Ana Ruiz', 'mayor'))
    expect(placeId('ROME')).toBe(placeId('Rome'))
  })

  test('an unnamed agent belongs to its article and key', () => {
    expect(unnamedAgentId(article, 'officials')).not.toBe(unnamedAgentId('other', 'officials'))
    expect(unnamedAgentId(article, 'officials')).not.toBe(unnamedAgentId(article, 'Officials'))
  })

  test('words of a statement count as they are written', () => {
    expect(statementId(article, 'It sank', 1)).not.toBe(statementId(article, 'it sank', 1))
    expect(statementId(article, 'It sank', 1)).not.toBe(statementId(article, 'It sank', 2))
    expect(statementId(article, 'It sank', 1, 2)).not.toBe(statementId(article, 'It sank', 2))
  })

  test('an act is told apart by what comes through it first', () => {
    const [one, other] = ['It sank', 'It rose'].map((text) => statementId(article, text, 1))
    expect(attributionId(article, 'he', 'said', one!, 1)).not.toBe(
      attributionId(article, 'he', 'said', other!, 1),
    )
  })
})

test('the printing hop of a version names that version', () => {
  expect(kindOfId(printingHopId(version))).toBe('Attribution')
  expect(versionOfPrintingHop(printingHopId(version))).toBe(version)
})
