import { ClaimgraphError } from '../domain/claimgraph-error.ts'
import { normalizeText, type TextRules, textProblem } from '../domain/well-formed-text.ts'

/**
 * Text that a client gives, as it is stored: without white space around it, in NFC. It may have several lines, unless
 * other rules are given.
 * @throws ClaimgraphError INVALID_ARGUMENTS where nothing is left of it, or where it is no text
 */
export function checkedText(name: string, text: string, rules: TextRules = { multiline: true }): string {
  const found = normalizeText(text).trim()
  const problem = found === '' ? 'It is empty' : textProblem(found, rules)
  if (problem !== null)
    throw new ClaimgraphError('INVALID_ARGUMENTS', `"${name}" cannot be stored. ${problem}`)
  return found
}

/** The same, of a text that may be left out: one without anything to read is left out too. */
export const optionalText = (name: string, text: string | null | undefined): string | null =>
  text == null || text.trim() === '' ? null : checkedText(name, text)

/** Who did it, of a mutation that may leave it out. */
export const checkedBy = (by: string | null | undefined): string => optionalText('by', by) ?? 'unknown'
