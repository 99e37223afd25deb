import { readFileSync } from 'node:fs'
import { expect, test } from '@jest/globals'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { actsOf } from '../../src/domain/chain.ts'
import { planArticle } from '../../src/ingest/plan-article.ts'
import { planOf, problemsOf } from './small-document.ts'

const page = readFileSync(new URL('../../docs/article-document.md', import.meta.url), 'utf8')
const blocks = [...page.matchAll(/```json\n(.*?)```/gs)].map(([, json]) => JSON.parse(json!))
const example = () => structuredClone(blocks.find((block) => 'statements' in block))
const schema = JSON.parse(
  readFileSync(new URL('../../article-document.schema.json', import.meta.url), 'utf8'),
)

test('the worked example is right, without warnings, by ingest and by the published schema', () => {
  expect(planArticle(example())).toMatchObject({ ok: true, warnings: [] })
  const validate = new Ajv2020({ formats: { 'date-time': true } }).compile(schema)
  expect(validate(example()) || validate.errors).toBe(true)
})

test('the worked example gives what the page says of it', () => {
  const plan = planOf(example())
  const names = new Map(plan.agents.map(({ id, name }) => [id, name]))
  const acts = new Map(plan.attributions.map((act) => [act.id, act]))
  const chains = plan.statements.map((statement) =>
    actsOf(statement, acts).map(({ byIds }) => byIds.map((id) => names.get(id)).join()),
  )
  expect(chains).toEqual([
    [],
    ['Two officials', 'Newswire'],
    ['Two officials', 'Newswire'],
    ['Ana Ruiz'],
    ['Ana Ruiz'],
    [],
  ])
  const shared = plan.claims.find(({ text }) => text === 'The ferry line will close.')!.id
  expect(plan.statements.filter(({ claimId }) => claimId === shared)).toHaveLength(2)
  expect(plan.statements[2]!.quoted).toEqual(plan.statements[2]!.content)
  expect(plan.statements.map(({ zone }) => zone)).toEqual([
    'HEADLINE',
    'BODY',
    'BODY',
    'BODY',
    'BODY',
    'BODY',
  ])
})

test('problems look as the page shows them', () => {
  const document = example()
  document.acts['ruiz-said'].said = '2025-02-30'
  document.statements[1].act = 'official-told'
  const shown: unknown[] = blocks.find((block) => Array.isArray(block)) ?? []
  expect(problemsOf(document)).toHaveLength(2)
  expect(problemsOf(document)).toEqual(expect.arrayContaining(shown))
})

test('the page has every field of the format', () => {
  const fields = new Set<string>()
  const walk = (part: unknown) => {
    if (typeof part !== 'object' || part === null) return
    if ('properties' in part) for (const name of Object.keys(part.properties as object)) fields.add(name)
    for (const inner of Object.values(part)) walk(inner)
  }
  walk(schema)
  const missing = [...fields].filter(
    (field) => !page.includes(`\`${field}\``) && !page.includes(`"${field}"`),
  )
  expect(missing).toEqual([])
})

test('links within the page and to its neighbours lead somewhere', () => {
  const anchors = [...page.matchAll(/^#+ (.*)$/gm)].map(([, title]) =>
    title!
      .toLowerCase()
      .replace(/[^\p{L}\p{N} -]/gu, '')
      .replaceAll(' ', '-'),
  )
  for (const [, file, anchor] of page.matchAll(/\]\(([a-z-]+\.md)?(?:#([a-z_-]+))?\)/g)) {
    if (file)
      expect(readFileSync(new URL(`../../docs/${file}`, import.meta.url), 'utf8')).toContain(anchor ?? '#')
    else expect(anchors).toContain(anchor)
  }
})
