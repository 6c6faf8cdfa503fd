/** The log keeps secrets to itself and is readable at a terminal. */
import { expect, test } from 'vitest'
import { createLogger, readable } from './log.ts'

function logged(write: (log: ReturnType<typeof createLogger>) => void): string[] {
  const lines: string[] = []
  write(createLogger({ logLevel: 'info' }, { write: (line) => lines.push(line) }))
  return lines
}

test('one JSON object a line, with level, time and what was said', () => {
  const lines = logged((log) => {
    log.info({ port: 8290 }, 'ready')
    log.debug('not shown')
  })
  expect(lines.map((line) => JSON.parse(line))).toEqual([
    { level: 'info', time: expect.stringMatching(/^\d{4}-.*Z$/), port: 8290, msg: 'ready' },
  ])
})

test('secrets are not logged', () => {
  const [line] = logged((log) => log.info({ password: 'hunter2', input: { token: 'hunter2', name: 'An' } }, 'in'))
  expect(line).not.toContain('hunter2')
  expect(line).toContain('An')
})

test('an error comes with its stack, in both forms', () => {
  const [line = ''] = logged((log) => log.error({ error: new Error('gone') }, 'failed'))
  expect(JSON.parse(line).error.stack).toContain('gone')
  expect(readable(line)).toMatch(/^\d\d:\d\d:\d\d error failed\nError: gone\n/)
})
