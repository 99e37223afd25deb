/**
 * Code units that are taken apart at once. Each segment that `Intl.Segmenter` gives holds a copy of all that it was given:
 * of a text of half a million characters with twenty thousand sentences that is more than a process has.
 */
const MOST_AT_ONCE = 5_000

const segments = new Intl.Segmenter('en', { granularity: 'sentence' })

/** The sentences of a text, which joined are the text (UAX #29). What is longer than 5,000 code units is cut. */
export const sentencesIn = (text: string): string[] =>
  piecesOf(text).flatMap((piece) => Array.from(segments.segment(piece), ({ segment }) => segment))

/** A text in pieces: lines, across which no sentence goes; long ones cut behind a sentence, or a word, or anywhere. */
function piecesOf(text: string): string[] {
  return text.split(/(?<=\n)/u).flatMap((line) => {
    const pieces: string[] = []
    for (let rest = line; rest !== ''; ) {
      const end = rest.length <= MOST_AT_ONCE ? rest.length : cutIn(rest.slice(0, MOST_AT_ONCE))
      pieces.push(rest.slice(0, end))
      rest = rest.slice(end)
    }
    return pieces
  })
}

/** Where a beginning of a text is best cut: at most its length, and never within a character. */
function cutIn(beginning: string): number {
  const behind = (pattern: RegExp) => {
    const last = [...beginning.matchAll(pattern)].at(-1)
    return last === undefined ? 0 : last.index + last[0].length
  }
  return (
    behind(/[.!?…]["'”’»)\]]*\s+(?=\S)/gu) ||
    behind(/\s+(?=\S)/gu) ||
    (/[\ud800-\udbff]$/.test(beginning) ? beginning.length - 1 : beginning.length)
  )
}
