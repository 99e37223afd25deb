import type { PathPart } from '../ingest/document-problems.ts'

/** An object or a list that is not closed yet. */
interface Open {
  /** How often each of its keys stands in it; null of a list. */
  readonly keys: Map<string, number> | null
  /** The key or the index that the next value has. */
  step: PathPart
  awaitsKey: boolean
}

/**
 * Where an object has a key more than once: `JSON.parse` keeps the last of them and says nothing. A loop over the text,
 * so that no document is too deep.
 *
 * @param json a text that `JSON.parse` reads
 * @returns the path of each such key, once, in the order of the text
 */
export function repeatedKeys(json: string): PathPart[][] {
  const found: PathPart[][] = []
  const open: Open[] = []
  for (let at = 0; at < json.length; at++) {
    const character = json[at]
    const inner = open.at(-1)
    if (character === '{') open.push({ keys: new Map(), step: '', awaitsKey: true })
    else if (character === '[') open.push({ keys: null, step: 0, awaitsKey: false })
    else if (character === '}' || character === ']') open.pop()
    else if (character === ',' && inner) {
      if (inner.keys) inner.awaitsKey = true
      else inner.step = Number(inner.step) + 1
    } else if (character === '"') {
      const end = endOfString(json, at)
      if (inner?.keys && inner.awaitsKey) {
        const key: string = JSON.parse(json.slice(at, end + 1))
        const count = (inner.keys.get(key) ?? 0) + 1
        inner.keys.set(key, count)
        inner.step = key
        inner.awaitsKey = false
        if (count === 2) found.push(open.map(({ step }) => step))
      }
      at = end
    }
  }
  return found
}

/** Where the string that begins at `start` has its closing mark. */
function endOfString(json: string, start: number): number {
  let at = start + 1
  while (json[at] !== '"') at += json[at] === '\\' ? 2 : 1
  return at
}
