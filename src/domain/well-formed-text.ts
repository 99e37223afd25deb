export interface TextRules {
  /** Line breaks and tabs are allowed. */
  readonly multiline?: boolean
  /** It is a name or a key: it shows something, and characters that reverse the order of what stands around them are refused. */
  readonly name?: boolean
}

/**
 * A character that shows: not a space, a control or a format character, nor one that Unicode has rendered as nothing
 * (Default_Ignorable_Code_Point, such as the Hangul fillers) or as blank (U+2800, the Braille pattern without dots).
 */
export const VISIBLE = /[^\p{Z}\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\u2800]/u

/**
 * Text as it is stored: Unicode NFC, with line feeds for line breaks (CR LF and CR become LF). Offsets, hashes and
 * comparisons are those of this form. Idempotent.
 */
export function normalizeText(text: string): string {
  return text.replace(/\r\n?/g, '\n').normalize('NFC')
}

/**
 * Why a string cannot be stored as text, or null; says what was found and where, in code points from 0.
 *
 * Refused are lone surrogates (no UTF-8 can hold them) and the controls (C0 and C1, U+0000 to U+001F and U+007F to
 * U+009F). No text means a C1 control: it has them from a wrong decoding, and right characters are missing there. Line
 * breaks (LF, CR, which `normalizeText` makes LF) and tabs pass where `multiline` is set. With `name`, a text without a
 * `VISIBLE` character is refused too, and so are the bidirectional embeddings, overrides and isolates (U+202A to U+202E,
 * U+2066 to U+2069; Unicode Standard Annex 9): they make a name show as another one. In running text they are
 * legitimate.
 */
export function textProblem(
  text: string,
  { multiline = false, name = false }: TextRules = {},
): string | null {
  let index = 0
  for (const character of text) {
    const found = characterProblem(character.codePointAt(0)!, multiline, name)
    if (found !== null) return `The character at ${index} (in code points, from 0) is ${found}`
    index++
  }
  return name && !VISIBLE.test(text) ? 'Nothing of it can be seen: give it in characters that show.' : null
}

function characterProblem(codePoint: number, multiline: boolean, name: boolean): string | null {
  if (codePoint >= 0xd800 && codePoint <= 0xdfff) {
    return `half a surrogate pair, U+${hex(codePoint)}: the text was cut or decoded wrongly; give the whole character.`
  }
  if (codePoint === 0x0a || codePoint === 0x0d) {
    return multiline ? null : 'a line break: give it in one line.'
  }
  if (codePoint === 0x09) return multiline ? null : 'a tab: write a space.'
  if (codePoint >= 0x80 && codePoint < 0xa0) {
    return `a control character, U+${hex(codePoint)}, which text cannot hold. Text in Windows-1252 that is read as Latin-1 has such: decode it anew.`
  }
  if (codePoint < 0x20 || codePoint === 0x7f)
    return `a control character, U+${hex(codePoint)}, which text cannot hold: remove it.`
  if (
    name &&
    ((codePoint >= 0x202a && codePoint <= 0x202e) || (codePoint >= 0x2066 && codePoint <= 0x2069))
  ) {
    return `a control of the writing direction, U+${hex(codePoint)}, which a name cannot hold: remove it.`
  }
  return null
}

function hex(codePoint: number): string {
  return codePoint.toString(16).toUpperCase().padStart(4, '0')
}
