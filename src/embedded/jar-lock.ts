import { readFile } from 'node:fs/promises'
import { z } from 'zod'

const jarSchema = z.strictObject({
  group: z.string().min(1),
  artifact: z.string().min(1),
  version: z.string().min(1),
  classifier: z.string().min(1).optional(),
  size: z.int().min(1),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  signed: z.literal(true).optional(),
})

const jarLockSchema = z.strictObject({ neo4j: z.string().min(1), jars: z.array(jarSchema).min(1) })

/** One artifact by its Maven coordinates; `size` in bytes, `sha256` in lower-case hexadecimal digits. */
export type LockedJar = z.infer<typeof jarSchema>

/** Every jar of one Neo4j version in the order of the class path. It names artifacts, never addresses. */
export type JarLock = z.infer<typeof jarLockSchema>

/** The Neo4j that this package runs. */
const JAR_LOCK_FILE = new URL('../../embedded/neo4j-5.26.30.lock.json', import.meta.url)

export async function readJarLock(file: URL = JAR_LOCK_FILE): Promise<JarLock> {
  return jarLockSchema.parse(JSON.parse(await readFile(file, 'utf8')))
}

/** The file name of an artifact, as Maven's repository layout gives it. */
export function jarFileName(jar: LockedJar): string {
  const classifier = jar.classifier === undefined ? '' : `-${jar.classifier}`
  return `${jar.artifact}-${jar.version}${classifier}.jar`
}

/** The path of an artifact below a local Maven repository. */
export function jarRepositoryPath(jar: LockedJar): string[] {
  return [...jar.group.split('.'), jar.artifact, jar.version, jarFileName(jar)]
}
