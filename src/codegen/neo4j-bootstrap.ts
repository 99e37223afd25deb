/**
 * Compiles `embedded/java/claimgraph/Bootstrap.java` into `embedded/claimgraph-bootstrap.jar`, which is committed so
 * that starting a database needs no compiler. `npx tsx src/codegen/neo4j-bootstrap.ts`. Needs a JDK of 17 or newer;
 * the jars of the lock are those in the cache folder, brought there where they are missing, as a start does. A jar and
 * not a class file: class-data archives take no folders on the class path. Its manifest carries the source's sha256, by
 * which a test sees a jar that is out of date.
 */
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { processEnvironment, userCacheFolder } from '../embedded/cache-folder.ts'
import { readJarLock } from '../embedded/jar-lock.ts'
import { bringJars, jarFolderIn } from '../embedded/jars.ts'

const source = fileURLToPath(new URL('../../embedded/java/claimgraph/Bootstrap.java', import.meta.url))
const target = fileURLToPath(new URL('../../embedded/claimgraph-bootstrap.jar', import.meta.url))
const lock = await readJarLock()
const jarFolder = jarFolderIn(userCacheFolder(processEnvironment), lock)
const jars = await bringJars(lock, {
  folder: jarFolder,
  repository: processEnvironment.CLAIMGRAPH_MAVEN_REPOSITORY || undefined,
})
const classPath = jars.map((jar) => join(jarFolder, jar))

const folder = mkdtempSync(join(tmpdir(), 'neo4j-bootstrap-'))
try {
  const classes = join(folder, 'classes')
  const run = (tool: string, args: string[]) => execFileSync(tool, args, { stdio: 'inherit' })
  run('javac', ['--release', '17', '-cp', classPath.join(delimiter), '-d', classes, source])
  const manifest = join(folder, 'manifest')
  // A manifest's line ends after 72 bytes; the digest goes on in the next.
  const digest = createHash('sha256').update(readFileSync(source)).digest('hex')
  writeFileSync(manifest, `Source-Sha256: ${digest.slice(0, 32)}\n ${digest.slice(32)}\n`)
  const date = '--date=2000-01-01T00:00:00Z'
  run('jar', [
    '--create',
    '--no-compress',
    date,
    '--file',
    target,
    '--manifest',
    manifest,
    '-C',
    classes,
    'claimgraph',
  ])
} finally {
  rmSync(folder, { recursive: true })
}
