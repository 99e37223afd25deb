import { readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'

/**
 * Removes of a folder what `isLeftover` names and nothing has written to for `ageMs` milliseconds: what nobody needs any
 * more, such as the files of a process that was killed, and nothing that a living one could still be writing. What
 * cannot be removed stays.
 */
export async function removeLeftovers(
  folder: string,
  isLeftover: (name: string) => boolean,
  ageMs: number,
): Promise<void> {
  for (const name of (await readdir(folder)).filter(isLeftover)) {
    const file = join(folder, name)
    const written = (await stat(file).catch(() => undefined))?.mtimeMs ?? Date.now()
    if (Date.now() - written > ageMs) await rm(file, { recursive: true, force: true }).catch(() => {})
  }
}
