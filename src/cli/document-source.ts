import { readdir, readFile, realpath, stat } from 'node:fs/promises'
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path'
import { type DocumentProblem, jsonPath } from '../ingest/document-problems.ts'
import { invalidDocument } from '../ingest/ingest-article.ts'
import { planArticle } from '../ingest/plan-article.ts'
import { repeatedKeys } from './repeated-keys.ts'

/** An article document that was named on the command line. */
export interface DocumentSource {
  /** As it was named; a document of a folder with the folder before it; `-` for standard input. */
  readonly name: string
  /**
   * The document as JSON, its text file inlined.
   * @throws ClaimgraphError INVALID_DOCUMENT
   */
  read(): Promise<unknown>
}

export interface SourceOptions {
  /** Whether folders within folders are looked through too. */
  readonly recursive: boolean
  readonly standardInput: AsyncIterable<Uint8Array>
}

/**
 * The documents that paths name: a file, every `*.json` of a folder in the order of the names, standard input for `-`.
 * A path that leads nowhere is a source that fails to read, so that the others are read all the same.
 */
export async function listDocuments(
  paths: readonly string[],
  { recursive, standardInput }: SourceOptions,
): Promise<DocumentSource[]> {
  const sources: DocumentSource[] = []
  for (const path of paths) {
    if (path === '-') {
      sources.push({
        name: '-',
        read: async () => readDocument(await bytesOf(standardInput), process.cwd()),
      })
      continue
    }
    const found = await stat(path).catch((error: NodeJS.ErrnoException) => error)
    if (found instanceof Error) sources.push(unreadable(path, path, reasonOf(found)))
    else if (!found.isDirectory()) sources.push(fileSource(path))
    else {
      const files = await listFolder(path, recursive).catch((error: NodeJS.ErrnoException) => error)
      if (files instanceof Error) sources.push(unreadable(path, path, reasonOf(files)))
      else if (files.length === 0)
        sources.push(
          unreadable(
            path,
            path,
            `This folder holds no *.json file${recursive ? '' : '; --recursive looks into the folders in it'}.`,
          ),
        )
      else sources.push(...files.map(fileSource))
    }
  }
  return sources
}

/** The `*.json` files of a folder, in the order of their names; the folders in it only where that is asked for. */
async function listFolder(folder: string, recursive: boolean): Promise<string[]> {
  const entries = await readdir(folder, { recursive, withFileTypes: true })
  return entries
    .filter((entry) => entry.name.endsWith('.json') && !entry.isDirectory())
    .map(({ parentPath, name }) => join(parentPath, name))
    .sort()
}

function fileSource(file: string): DocumentSource {
  return {
    name: file,
    async read() {
      const bytes = await readFile(file).catch((error: NodeJS.ErrnoException) => {
        throw invalidDocument([{ path: '$', value: file, message: reasonOf(error) }])
      })
      return readDocument(bytes, dirname(file))
    },
  }
}

const unreadable = (name: string, value: string, message: string): DocumentSource => ({
  name,
  read: () => Promise.reject(invalidDocument([{ path: '$', value, message }])),
})

async function bytesOf(stream: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  for await (const chunk of stream) chunks.push(chunk)
  return Buffer.concat(chunks)
}

/** The document with its text, or everything that is wrong with it where the file is not what it should be. */
async function readDocument(bytes: Uint8Array, folder: string): Promise<unknown> {
  const json = decode(bytes)
  if (json === null)
    throw invalidDocument([{ path: '$', value: null, message: 'This is not UTF-8: save the file as UTF-8.' }])
  const written = parse(json)
  const repeated = repeatedKeys(json).map(
    (path): DocumentProblem => ({
      path: jsonPath(path),
      value: path.at(-1),
      message: 'This key stands here more than once, and only the last would be read: give each its own.',
    }),
  )
  const { document, problem } = await withText(written, folder)
  const here = problem === null ? repeated : [...repeated, problem]
  if (here.length === 0) return document
  // Whatever else is wrong is told at the same time.
  const planned = planArticle(document)
  const others = planned.ok ? [] : planned.problems.filter(({ path }) => path !== problem?.path)
  throw invalidDocument([...here, ...others])
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    const { message } = error as Error
    const position = /at position (\d+)/.exec(message)?.[1]
    const before = text.slice(0, Number(position ?? 0)).split('\n')
    const place =
      position === undefined ? '' : ` (line ${before.length}, column ${before.at(-1)!.length + 1})`
    throw invalidDocument([
      {
        path: '$',
        value: null,
        message: `This is not JSON${place}: ${message.replace(/ in JSON at position \d+.*$/s, '')}.`,
      },
    ])
  }
}

/** A byte order mark is left out; null where the bytes are not UTF-8. */
function decode(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

type Json = Readonly<Record<string, unknown>>
const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

interface WithText {
  readonly document: unknown
  readonly problem: DocumentProblem | null
}

/** The same document with the words of `article.textFile` as `article.text`, or why they cannot be had. */
async function withText(document: unknown, folder: string): Promise<WithText> {
  if (!isObject(document) || !isObject(document.article)) return { document, problem: null }
  const { textFile, ...article } = document.article
  if (typeof textFile !== 'string') return { document, problem: null }
  const text =
    article.text === undefined
      ? await readText(textFile, folder)
      : { problem: 'Give the text either here or as `article.text`: the document has both.' }
  if ('words' in text)
    return { document: { ...document, article: { ...article, text: text.words } }, problem: null }
  return { document, problem: { path: '$.article.textFile', value: textFile, message: text.problem } }
}

/**
 * A text file lies in the document's folder or below. Documents come from other people: one of them must not be able
 * to publish any file of this machine.
 */
async function readText(file: string, folder: string): Promise<{ words: string } | { problem: string }> {
  const outside =
    'A text file lies in the folder of its document or in a folder below: give its path from there.'
  const target = resolve(folder, file)
  if (isAbsolute(file) || !isWithin(resolve(folder), target)) return { problem: outside }
  try {
    if (!isWithin(await realpath(folder), await realpath(target))) return { problem: outside }
    const words = decode(await readFile(target))
    return words === null ? { problem: `${target} is not UTF-8: save it as UTF-8.` } : { words }
  } catch (error) {
    return { problem: `${target}: ${reasonOf(error as NodeJS.ErrnoException)}` }
  }
}

function isWithin(folder: string, file: string): boolean {
  const path = relative(folder, file)
  return path !== '..' && !path.startsWith(`..${sep}`) && !isAbsolute(path)
}

function reasonOf({ code, message }: NodeJS.ErrnoException): string {
  const reasons: Record<string, string> = {
    ENOENT: 'There is no such file.',
    EACCES: 'This user may not read it.',
    EISDIR: 'This is a folder.',
    ENOTDIR: 'There is no such file.',
  }
  return reasons[code ?? ''] ?? message
}
