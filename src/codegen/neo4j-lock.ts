/**
 * Writes `embedded/neo4j-VERSION.lock.json`: every jar that org.neo4j:neo4j needs, in class-path order, with its size
 * and sha256. `npx tsx src/codegen/neo4j-lock.ts 5.26.30`. Needs Maven, which resolves into `~/.m2`; the bytes that
 * are hashed are the ones there.
 */
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, delimiter, dirname, join } from 'node:path'
import { isSigned } from '../embedded/unsigned-jar.ts'

const version = process.argv[2]
if (!version || !/^\d+\.\d+\.\d+$/.test(version)) throw new Error('Give the Neo4j version, such as 5.26.30.')

const folder = mkdtempSync(join(tmpdir(), 'neo4j-lock-'))
try {
  writeFileSync(
    join(folder, 'pom.xml'),
    `<project><modelVersion>4.0.0</modelVersion><groupId>x</groupId><artifactId>x</artifactId><version>1</version>
<dependencies><dependency><groupId>org.neo4j</groupId><artifactId>neo4j</artifactId><version>${version}</version>
</dependency></dependencies></project>`,
  )
  const list = join(folder, 'class-path')
  const goal = [
    '-B',
    '-q',
    'dependency:build-classpath',
    '-DincludeScope=runtime',
    `-Dmdep.outputFile=${list}`,
  ]
  execFileSync('mvn', goal, { cwd: folder, stdio: 'inherit', shell: process.platform === 'win32' })
  const jars = readFileSync(list, 'utf8').trim().split(delimiter).map(lockedJar)
  const file = new URL(`../../embedded/neo4j-${version}.lock.json`, import.meta.url)
  const lines = jars.map((jar) => `    ${JSON.stringify(jar)}`)
  writeFileSync(file, `{\n  "neo4j": "${version}",\n  "jars": [\n${lines.join(',\n')}\n  ]\n}\n`)
} finally {
  rmSync(folder, { recursive: true })
}

/** The coordinates are read off the repository's layout: group/path/artifact/version/artifact-version-classifier.jar */
function lockedJar(path: string) {
  const versionFolder = dirname(path)
  const artifactFolder = dirname(versionFolder)
  const jarVersion = basename(versionFolder)
  const artifact = basename(artifactFolder)
  const [, groupPath] = dirname(artifactFolder).split(/[\\/]repository[\\/]/)
  const rest = basename(path, '.jar').slice(`${artifact}-${jarVersion}`.length)
  const bytes = readFileSync(path)
  return {
    group: groupPath?.replaceAll(/[\\/]/g, '.'),
    artifact,
    version: jarVersion,
    ...(rest ? { classifier: rest.slice(1) } : {}),
    size: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    ...(isSigned(bytes) ? { signed: true } : {}),
  }
}
