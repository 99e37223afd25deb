/**
 * A form of a string in which letter case makes no difference: NFC, folded. For comparing and looking up, never for
 * showing. Idempotent.
 *
 * It comes to full case folding (Unicode Standard, section 3.13, `toCasefold`) by what the language offers: lower
 * case, then upper, then lower case again, and final sigma as sigma. So "STRASSE", "Straße" and "STRAẞE" are one, as
 * are "ΟΔΟΣ" and "οδος". Compared over all characters, it differs in two places: dotless "ı" becomes "i", and
 * Cherokee folds to its small letters, where the standard takes the capitals. No language's own rules are used:
 * Turkish "İ" becomes "i" with a dot above. Accents, and forms such as full-width "Ａ", are kept apart.
 *
 * The runtime's Unicode version decides about letters that a later version adds; the others do not change.
 */
export function foldCase(text: string): string {
  // Lower case comes first because capital "ẞ" has no other way to "ss".
  const folded = text.normalize('NFC').toLowerCase().toUpperCase().toLowerCase()
  return folded.replaceAll('ς', 'σ').normalize('NFC')
}
