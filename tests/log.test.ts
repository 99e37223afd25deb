import { describe, expect, test } from '@jest/globals'
import { LOG_LEVELS } from '../src/config.ts'
import { createLog } from '../src/log.ts'

describe('log', () => {
  test('writes one JSON object a line, with the stack of errors and without passwords', () => {
    const lines: string[] = []
    const log = createLog('info', (line) => lines.push(line))
    log.debug('not at this level')
    log.error(
      { requestId: 'r1', err: new Error('two\nlines'), neo4j: { user: 'desk', password: 's3cret' } },
      'failed',
    )
    expect(lines).toHaveLength(1)
    expect(lines[0]).not.toContain('s3cret')
    expect(lines[0]?.trimEnd()).not.toContain('\n')
    const entry = JSON.parse(lines[0] ?? '')
    expect(entry).toMatchObject({ level: 'error', requestId: 'r1', msg: 'failed', neo4j: { user: 'desk' } })
    expect(entry.err.stack).toContain('log.test.ts')
  })

  test.each(['password', 'authorization', 'cookie'])('hides a field %s wherever it may stand', (field) => {
    const lines: string[] = []
    const log = createLog('info', (line) => lines.push(line))
    const secret = { [field]: 's3cret', kept: 'seen' }
    log.error({ ...secret, request: { ...secret, headers: secret } }, 'failed')
    expect(lines[0]).not.toContain('s3cret')
    expect(lines[0]?.split('"kept":"seen"')).toHaveLength(4)
  })

  test('knows every level of the configuration', () => {
    for (const level of LOG_LEVELS) expect(createLog(level, () => {}).level).toBe(level)
  })
})
