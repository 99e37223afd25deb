export interface TextRules {
  /** Line breaks and tabs are allowed. */
  readonly multiline?: boolean
  /** It is a name or a key: characters that reverse the order of what stands around them are refused. */
  readonly name?: boolean
}

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
 * Refused are lone surrogates (no UTF-8 can hold them) and the C0 controls U+0000 to U+001F. Line breaks (LF, CR,
 * which `normalizeText` makes LF) and tabs pass where `multiline` is set. With `name`, the bidirectional embeddings,
 * overrides and isolates (U+202A to U+202E, U+2066 to U+2069; Unicode Standard Annex 9) are refused too: they make
 * a name show as another one. In running text they are legitimate.
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
  return null
}

function characterProblem(codePoint: number, multiline: boolean, name: boolean): string | null {
  if (codePoint >= 0xd800 && codePoint <= 0xdfff) {
    return `half a surrogate pair, U+${hex(codePoint)}: the text was cut or decoded wrongly; give the whole character.`
  }
  if (codePoint === 0x0a || codePoint === 0x0d) {
    return multiline ? null : 'a line break: give it in one line.'
  }
  if (codePoint === 0x09) return multiline ? null : 'a tab: write a space.'
  if (codePoint < 0x20) return `a control character, U+${hex(codePoint)}, which text cannot hold: remove it.`
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
