import { randomUUID } from 'node:crypto'
import { readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** The names by which a JVM knows the signatures of a jar (JAR File Specification, "Signed JAR File"). */
const SIGNATURE_NAME = /META-INF\/[\w.-]{1,60}\.(SF|RSA|DSA|EC)/g

/** Whether the bytes of a jar name signature files. */
export function isSigned(jar: Buffer): boolean {
  return jar.toString('latin1').search(SIGNATURE_NAME) >= 0
}

/**
 * Makes a copy of a jar beside it whose signature files have other names, and returns the copy's file name. A signed
 * jar's classes cannot be in a class-data archive and are verified one by one at each start, which is a third of all
 * that a start computes; what the signatures are for, the lock's hash has already done.
 */
export async function unsignedCopy(folder: string, name: string): Promise<string> {
  const copy = unsignedName(name)
  const [original, present] = await Promise.all([
    stat(join(folder, name)),
    stat(join(folder, copy)).catch(() => undefined),
  ])
  // Renaming within a zip keeps every length, so the sizes are equal.
  if (present?.size === original.size) return copy
  const renamed = renameSignatures(await readFile(join(folder, name), 'latin1'))
  const partial = join(folder, `${copy}.${randomUUID()}.partial`)
  try {
    await writeFile(partial, renamed, { encoding: 'latin1', flush: true })
    await rename(partial, join(folder, copy))
  } finally {
    await rm(partial, { force: true })
  }
  return copy
}

/** Whether the copy of a jar is there, with the bytes that `unsignedCopy` gives it. */
export async function isCopyWhole(folder: string, name: string): Promise<boolean> {
  try {
    const [original, copy] = await Promise.all(
      [name, unsignedName(name)].map((file) => readFile(join(folder, file), 'latin1')),
    )
    return copy === renameSignatures(original as string)
  } catch {
    return false
  }
}

const renameSignatures = (jar: string) => jar.replace(SIGNATURE_NAME, (entry) => `${entry.slice(0, -1)}_`)

export function unsignedName(name: string): string {
  return name.replace(/\.jar$/, '-unsigned.jar')
}
