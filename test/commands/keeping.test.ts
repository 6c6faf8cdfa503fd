/** Accounts, the log, backup and restore from the command line, in an installation in earnest. */
import { stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import type { Database } from '#platform/database/index.ts'
import { testDatabase } from '#test/database.ts'
import { hanoi } from '#test/worlds/hanoi.ts'
import { contentOf } from './content.ts'
import { expectRefused, openTerminal } from './run.ts'

vi.setConfig({ testTimeout: 60_000 })

const settings: Record<string, string> = { HIEUHOC_DEMO: '0' }
const terminal = openTerminal(settings)
let database: Database
let empty: Database

beforeAll(async () => {
  database = await testDatabase(hanoi)
  empty = await testDatabase('bare')
  settings.DATABASE_URL = urlOf(database)
}, 120_000)

const urlOf = ({ pool }: Database) => String(pool.options.connectionString)

describe('account', () => {
  const email = 'ten@donvi.vn'

  test('add makes the first administrator, with a password to hand over', async () => {
    const made = await terminal.json(
      'account',
      'add',
      email,
      '--name',
      'Nguyễn Văn A',
      '--unit',
      '01',
      '--role',
      'administrator',
    )
    expect(made).toEqual({ email, password: expect.stringMatching(/^.{20,}$/) })
    expect(await terminal.json('account', 'role', email, 'auditor', '00004', '--from', '2026-01-01')).toEqual({
      email,
      unit: '00004',
      role: 'auditor',
      field: 'all',
    })
    const rows = (await terminal.json('account', 'list')) as Record<string, unknown>[]
    const own = rows.filter((row) => row.email === email)
    expect(own.map(({ role, unit }) => `${role} ${unit}`).sort()).toEqual(['administrator 01', 'auditor 00004'])
    const columns = ['disabled', 'email', 'field', 'from', 'name', 'role', 'unit', 'until']
    expect(Object.keys(own[0] ?? {}).sort()).toEqual(columns)
  })

  test('a password of one’s own comes by standard input and is not told', async () => {
    const set = ['account', 'password', email, '--password-stdin', '--json']
    const { stdout } = await terminal.run(set, { input: 'mot-cau-rat-kho-doan-9\n' })
    expect(JSON.parse(stdout)).toEqual({ email })
    expect((await terminal.run(set, { input: '123456\n' })).code).toBe(1)
    expect(await terminal.json('account', 'disable', email)).toEqual({ email, disabled: true })
    expect(await terminal.json('account', 'disable', email, '--undo')).toEqual({ email, disabled: false })
  })

  test.each<[string[], string, string]>([
    [['add', 'b@donvi.vn', '--name', 'B', '--unit', '01'], 'phải đi cùng nhau', 'go together'],
    [
      ['add', 'b@donvi.vn', '--name', 'B', '--unit', '99', '--role', 'reader'],
      'Không có đơn vị mã 99',
      'There is no unit 99',
    ],
    [
      ['add', 'b@donvi.vn', '--name', 'B', '--unit', '01', '--role', 'king'],
      '“king” không dùng được',
      'choose one of: reader, editor',
    ],
    [
      ['role', 'none@donvi.vn', 'reader', '01'],
      'Không có tài khoản none@donvi.vn',
      'There is no account none@donvi.vn',
    ],
  ])('refused: %j', async (args, vietnamese, english) => {
    expectRefused(await terminal.run(['account', ...args]), vietnamese, english)
  })

  test('what was refused made no account', async () => {
    const { rows } = await database.pool.query("select from access.account where email = 'b@donvi.vn'")
    expect(rows).toHaveLength(0)
  })
})

describe('backup and restore', () => {
  test('carry every row into another database', async () => {
    const file = join(terminal.folder, 'all.backup')
    const made = (await terminal.json('backup', file)) as { tables: number; rows: number }
    expect(made).toEqual({
      file,
      tables: expect.any(Number),
      rows: expect.any(Number),
      createdAt: expect.stringMatching(/^20.*Z$/),
      files: 0,
      fileBytes: 0,
      lostFiles: 0,
      filesIn: join(terminal.folder, 'data', 'files'),
    })
    expect((await stat(file)).mode & 0o777).toBe(0o600)
    const into = { env: { DATABASE_URL: urlOf(empty) } }
    const restored = await terminal.run(['restore', file, '--json'], into)
    expect(JSON.parse(restored.stdout)).toEqual(made)
    const before = await contentOf(database.pool)
    expect(before.length).toBe(made.tables)
    expect(await contentOf(empty.pool)).toEqual(before)
    expectRefused(await terminal.run(['restore', file], into), 'Thêm --replace', 'Add --replace')
    expect((await terminal.run(['restore', file, '--replace'], into)).code).toBe(0)
  })

  test('under a passphrase; a drill tells what came back, and fails on what is no backup', async () => {
    const file = join(terminal.folder, 'closed.backup.age')
    const input = 'mật khẩu của bản sao lưu'
    expectRefused(
      await terminal.run(['backup', file, '--passphrase-stdin'], { input: 'ngắn' }),
      'ít nhất 12 ký tự',
      '12 characters or more',
    )
    expect((await terminal.run(['backup', file, '--passphrase-stdin', '--no-files'], { input })).stdout).toContain(
      'are not in it',
    )
    expectRefused(await terminal.run(['restore', file, '--replace']), 'được mã hóa', 'is encrypted')
    const drill = await terminal.run(['backup', 'check', file, '--passphrase-stdin', '--json'], { input })
    expect(drill.code).toBe(0)
    const result = { file: 'closed.backup.age', ok: true, files: null, auditEntries: expect.any(Number) }
    expect(JSON.parse(drill.stdout)).toMatchObject(result)
    await writeFile(file, 'no backup')
    const failed = await terminal.run(['backup', 'check', file])
    expect(failed).toMatchObject({ code: 1, stdout: '', stderr: expect.stringContaining('không phải bản sao lưu') })
    expectRefused(await terminal.run(['backup', 'check']), 'Chưa có bản sao lưu nào', 'There is no backup')
  })

  test('refuse a file that is none, is not there, or cannot be written', async () => {
    const file = join(terminal.folder, 'none.backup')
    await writeFile(file, 'no backup')
    expectRefused(await terminal.run(['restore', file]), 'không phải bản sao lưu', 'not a backup')
    expectRefused(await terminal.run(['restore', 'gone']), 'Không đọc được tệp gone', 'The file gone cannot be read')
    expectRefused(await terminal.run(['backup', 'no/x']), 'Không ghi được tệp', 'cannot be written')
  })
})

describe('audit', () => {
  test('verify finds the chain whole, then the row that somebody changed', async () => {
    const whole = (await terminal.json('audit', 'verify')) as { entries: number }
    expect(whole).toMatchObject({ ok: true, entries: expect.any(Number) })
    expect(await terminal.json('audit', 'list', '--limit', '1')).toMatchObject([
      { seq: whole.entries, operation: expect.any(String), via: 'command' },
    ])
    await database.pool.query(`alter table platform.audit_entry disable trigger user;
      update platform.audit_entry set actor = 'nobody' where seq = 7`)
    const broken = await terminal.run(['audit', 'verify', '--json'])
    expect(broken.code).toBe(1)
    expect(JSON.parse(broken.stdout)).toMatchObject({ ok: false, firstBroken: { seq: 7, why: 'changed' } })
  })
})
