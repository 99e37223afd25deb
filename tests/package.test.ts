import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from '@jest/globals'

const run = promisify(execFile)
const root = fileURLToPath(new URL('../', import.meta.url))

/** A project beside ours: the packed package, and of our modules those that an install would bring, and Node's types. */
let project: string

beforeAll(async () => {
  project = await mkdtemp(join(tmpdir(), 'claimgraph-package-'))
  const modules = join(project, 'node_modules')
  const installed = join(modules, 'claimgraph')
  await mkdir(installed, { recursive: true })
  await run('npm', ['pack', '--ignore-scripts', '--pack-destination', project], { cwd: root })
  const { version, dependencies, peerDependencies } = JSON.parse(
    await readFile(join(root, 'package.json'), 'utf8'),
  )
  await run('tar', ['-xzf', `claimgraph-${version}.tgz`, '--strip-components=1', '-C', installed], {
    cwd: project,
  })
  for (const name of [...Object.keys({ ...dependencies, ...peerDependencies }), '@types/node']) {
    await mkdir(dirname(join(modules, name)), { recursive: true })
    await symlink(join(root, 'node_modules', name), join(modules, name))
  }
}, 120_000)
afterAll(() => rm(project, { recursive: true, force: true }))

test('the programs of README.md compile against the packed package, its types checked too', async () => {
  const programs = [...(await readFile(join(root, 'README.md'), 'utf8')).matchAll(/^```ts\n(.*?)^```/gms)]
  expect(programs.length).toBeGreaterThan(0)
  const files = await Promise.all(
    programs.map(async ([, program = ''], index) => {
      await writeFile(join(project, `program-${index}.mts`), program)
      return `program-${index}.mts`
    }),
  )
  const compilerOptions = {
    strict: true,
    module: 'nodenext',
    types: ['node'],
    skipLibCheck: false,
    noEmit: true,
  }
  await writeFile(join(project, 'tsconfig.json'), JSON.stringify({ compilerOptions, files }))
  const tsc = join(root, 'node_modules/typescript/bin/tsc')
  const { stdout } = await run(process.execPath, [tsc, '-p', project]).catch((failed) => failed)
  expect(stdout).toBe('')
}, 120_000)
