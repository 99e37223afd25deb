import { mkdir, mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { createClassArchive, findClassArchive } from '../../src/embedded/class-archive.ts'

let cacheFolder: string
beforeAll(async () => {
  cacheFolder = await mkdtemp(join(tmpdir(), 'claimgraph-class-archive-test-'))
})
afterAll(() => rm(cacheFolder, { recursive: true, force: true }))

test('a training run removes the archives that nothing has used for long, and what others of long ago left', async () => {
  const java = { home: join(cacheFolder, 'no-java'), version: '21.0.8', from: 'a test', build: '' }
  const [used, unused, made] = await Promise.all(
    ['used.jar', 'unused.jar', 'made.jar'].map((jar) => findClassArchive(cacheFolder, java, [jar])),
  )
  const folder = dirname(made!.file)
  await mkdir(folder, { recursive: true })
  for (const { file } of [used!, unused!]) {
    await writeFile(file, 'classes')
    await writeFile(`${file}.size`, '7')
  }
  for (const name of ['training-old', 'old.partial', 'old.jsa.impossible'])
    await writeFile(join(folder, name), '')
  const longAgo = new Date(Date.now() - 31 * 24 * 3_600_000)
  for (const name of await readdir(folder)) await utimes(join(folder, name), longAgo, longAgo)
  for (const name of ['training-new', 'new.partial']) await writeFile(join(folder, name), '')

  expect(await findClassArchive(cacheFolder, java, ['used.jar'])).toEqual({ file: used!.file, exists: true })
  const launch = {
    javaHome: java.home,
    jarFolder: cacheFolder,
    jars: ['made.jar'],
    dataFolder: cacheFolder,
    password: 'none',
    env: {},
    pageCacheMiB: 1,
    databases: 1,
    jvmOptions: [],
  }
  await createClassArchive(made!, launch, undefined).done
  const left = [used!.file, `${used!.file}.size`, join(folder, 'new.partial'), join(folder, 'training-new')]
  expect((await readdir(folder)).map((name) => join(folder, name)).toSorted()).toEqual(left.toSorted())
})
