/** `./hieuhoc reform` as an operator types it: problems row by row, what would change, and the decision put in force. */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, expect, test, vi } from 'vitest'
import { testDatabase } from '#test/database.ts'
import { smallCity } from '#test/worlds/small-city.ts'
import { expectRefused, openTerminal } from './commands/run.ts'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

const settings: Record<string, string> = {}
const terminal = openTerminal(settings)
const head = ['--on', '2027-01-01', '--title', 'Sắp xếp', '--basis', 'Nghị quyết 7']

beforeAll(async () => {
  const { pool } = await testDatabase(smallCity)
  settings.DATABASE_URL = String(pool.options.connectionString)
})

async function file(name: string, content: string): Promise<string> {
  const path = join(terminal.folder, name)
  await writeFile(path, content)
  return path
}

test('a file is tried, told about, and put in force; the decision is listed and shown', async () => {
  const wrong = await file('wrong.csv', 'act,code,from,to\nclose,777,,\nmerge,,103,101\n')
  const told = await terminal.run(['reform', 'import', wrong, ...head, '--dry-run'])
  expect(told.code).toBe(1)
  expect(told.stdout).toContain(
    '2 rows, 1 acts, 1 problems\nline 2, code: Ngay trước ngày hiệu lực không có đơn vị nào',
  )
  expect(told.stdout).toContain('On the day before there is no unit with the code or name “777”.')
  expect(await terminal.json('reform', 'list')).toEqual([])

  const right = await file('right.csv', 'act,from,to\nmerge,103,101\n')
  const tried = await terminal.json('reform', 'import', right, ...head, '--dry-run')
  expect(tried).toMatchObject({
    id: null,
    state: null,
    format: 'acts',
    rows: 1,
    acts: 1,
    problems: [],
    counts: { ended: 1 },
  })
  expect(await terminal.json('reform', 'list')).toEqual([])

  const done = (await terminal.json('reform', 'import', right, ...head)) as { id: string; state: string }
  expect(done.state).toBe('approved')
  expect(await terminal.json('reform', 'list')).toEqual([
    { id: done.id, on: '2027-01-01', title: 'Sắp xếp', basis: 'Nghị quyết 7', state: 'approved', acts: 1 },
  ])
  expect(await terminal.json('reform', 'show', done.id)).toMatchObject({
    state: 'approved',
    acts: 1,
    changes: { isDecided: true, counts: { ended: 1, passings: 1 }, lists: { ended: [{ code: '103' }] } },
  })
  const again = await terminal.run(['reform', 'import', right, ...head])
  expect(again.stdout).toContain('1 problems')
})

test('mistakes are told in both languages', async () => {
  const none = await terminal.run(['reform', 'import', 'none.csv', ...head])
  expectRefused(none, 'Không đọc được tệp none.csv', 'The file none.csv cannot be read')
  const unknown = await terminal.run(['reform', 'show', '01a209c6-1a2c-7729-ac39-b22cee9d043d'])
  expectRefused(unknown, 'Không có phương án sắp xếp này.', 'There is no such reorganisation.')
})
