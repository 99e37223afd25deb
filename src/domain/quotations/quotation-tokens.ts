import { spellingKey } from './spelling-key.ts'

export interface QuotationToken {
  /** ELLIPSIS is a mark of omission; MARK any other character that is no part of a word. */
  readonly kind: 'WORD' | 'ELLIPSIS' | 'MARK'
  /** The white space before it. */
  readonly gap: string
  readonly text: string
  /** Equal for spellings of one word; of a mark, the mark. */
  readonly key: string
}

/**
 * Words are those of the Unicode word boundaries (Unicode Standard Annex 29), in Thai, Lao, Khmer and Burmese by ICU's
 * dictionaries. The locale is fixed: otherwise the machine's own decides, and "a:b" is one word in Finnish.
 */
const words = new Intl.Segmenter('en', { granularity: 'word' })

/**
 * In Chinese and Japanese each character counts as a word. A dictionary parts them differently beside other words: in
 * 四米 (four metres) it finds two words and in 五米 (five metres) one, so that one changed number would be more.
 */
const CHARACTERS =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]\p{M}*|[^\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]+/gu

const OMISSION = /[[(]\s*(?:…|\.{3})\s*[\])]|…|\.(?:\s?\.){2,}/u
const BETWEEN_WORDS = new RegExp(`(\\s*)(${OMISSION.source}|\\S)|\\s+$`, 'gu')

/** The words and marks of a text in order; with `trailing`, the white space after the last, they are all of it. */
export interface TokenizedQuotation {
  readonly tokens: readonly QuotationToken[]
  readonly trailing: string
}

export function tokenizeQuotation(text: string, english: boolean): TokenizedQuotation {
  const tokens: QuotationToken[] = []
  let between = ''
  const endMarks = (): string => {
    let gap = ''
    for (const [whole, before = '', mark] of between.matchAll(BETWEEN_WORDS)) {
      if (mark === undefined) {
        gap = whole
      } else {
        const omission = OMISSION.test(mark)
        tokens.push({
          kind: omission ? 'ELLIPSIS' : 'MARK',
          gap: before,
          text: mark,
          key: omission ? '…' : mark,
        })
      }
    }
    between = ''
    return gap
  }
  const pushWord = (gap: string, text: string): void => {
    tokens.push({ kind: 'WORD', gap, text, key: spellingKey(text, english) })
  }
  // No word goes across white space, and segmenting a long text as a whole takes time in the square of its length; what
  // runs on without any is cut.
  for (const [run] of text.matchAll(/\s+|\S{1,500}/gu)) {
    for (const { segment, isWordLike } of words.segment(run)) {
      if (isWordLike === true) {
        const [first = '', ...others] = segment.match(CHARACTERS) ?? []
        pushWord(endMarks(), first)
        for (const other of others) pushWord('', other)
      } else {
        between += segment
      }
    }
  }
  const trailing = endMarks()
  return { tokens, trailing }
}

/**
 * With compounds that the other text writes as one word taken as one: "re-elected" beside "reelected", "can not" beside
 * "cannot", and, in English, "thirty-four" beside "34". A space alone joins nothing else ("every day" is not
 * "everyday"), and a hyphen after "re" only where "e" follows ("re-sign" is the contrary of "resign").
 */
export function joinCompounds(
  { tokens, trailing }: TokenizedQuotation,
  other: TokenizedQuotation,
  english: boolean,
): TokenizedQuotation {
  const keys = new Set(other.tokens.filter(isWord).map((token) => token.key))
  const joined: QuotationToken[] = []
  for (let at = 0; at < tokens.length; ) {
    const taken = compoundAt(tokens, at, keys, english)
    joined.push(taken ?? tokens[at]!)
    at += taken === undefined ? 1 : taken.taken
  }
  return { tokens: joined, trailing }
}

export function isWord(token: QuotationToken): boolean {
  return token.kind === 'WORD'
}

function compoundAt(
  tokens: readonly QuotationToken[],
  at: number,
  keys: ReadonlySet<string>,
  english: boolean,
): (QuotationToken & { taken: number }) | undefined {
  const [first, second, third] = [tokens[at]!, tokens[at + 1], tokens[at + 2]]
  if (!isWord(first) || second === undefined) return undefined
  if (english && first.key === 'can' && second.key === 'not' && keys.has('cannot')) {
    return { ...first, text: first.text + second.gap + second.text, key: 'cannot', taken: 2 }
  }
  const hyphen = /^[-\u2010\u2011]$/u.test(second.text) && second.gap === ''
  if (!hyphen || third === undefined || !isWord(third) || third.gap !== '') return undefined
  const number = english ? spellingKey(`${first.text}-${third.text}`, english) : ''
  const closed = spellingKey(first.text + third.text, english)
  const isNumber = /^\d+$/.test(number)
  const isClosed = keys.has(closed) && (first.key !== 're' || third.key.startsWith('e'))
  if (!isNumber && !isClosed) return undefined
  const text = first.text + second.text + third.text
  return { ...first, text, key: isNumber ? number : closed, taken: 3 }
}
