import { homedir } from 'node:os'
import { join } from 'node:path'

/** The environment variables of a process. */
export type Environment = Readonly<Record<string, string | undefined>>

/** Read here and nowhere else in this layer; every function takes an environment. */
export const processEnvironment: Environment = process.env

/**
 * The folder in which programs of this user keep what can be fetched again: `$XDG_CACHE_HOME` or `~/.cache`,
 * `~/Library/Caches` on macOS, `%LOCALAPPDATA%` on Windows; with `claimgraph` below it.
 */
export function userCacheFolder(env: Environment, platform: NodeJS.Platform = process.platform): string {
  if (platform === 'win32') return join(env.LOCALAPPDATA || join(homedir(), 'AppData', 'Local'), 'claimgraph')
  // The XDG base directory specification says to ignore a relative path.
  if (env.XDG_CACHE_HOME?.startsWith('/')) return join(env.XDG_CACHE_HOME, 'claimgraph')
  if (platform === 'darwin') return join(homedir(), 'Library', 'Caches', 'claimgraph')
  return join(homedir(), '.cache', 'claimgraph')
}
