/** Commands that ask and render, on a demonstration: documented shapes with --json, and mistakes told in both languages. */
import { existsSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { testDatabase } from '#test/database.ts'
import { demo } from '#test/worlds/demo.ts'
import { expectRefused, openTerminal } from './run.ts'

vi.setConfig({ testTimeout: 60_000 })

const settings: Record<string, string> = {}
const terminal = openTerminal(settings)

beforeAll(async () => {
  const { pool } = await testDatabase(demo)
  settings.DATABASE_URL = String(pool.options.connectionString)
}, 120_000)

const unitKeys = ['code', 'kind', 'name', 'parentCode', 'type', 'validFrom', 'validTo']

describe('units', () => {
  test.each([
    ['2024-06-30', 'commune', 579],
    ['2025-03-01', 'commune', 526],
    ['2026-01-01', 'commune', 126],
    ['2025-06-30', 'district', 30],
    ['2025-07-01', 'district', 0],
  ])('on %s, %s: %i', async (on, kind, count) => {
    const rows = (await terminal.json('units', '--on', on, '--kind', kind)) as Record<string, unknown>[]
    expect(rows).toHaveLength(count)
    expect(new Set(rows.flatMap((row) => Object.keys(row).sort().join()))).toEqual(
      new Set(count > 0 ? [unitKeys.join()] : []),
    )
    if (count === 126) {
      expect(rows.filter(({ type }) => type === 'Xã')).toHaveLength(75)
      expect(rows.filter(({ type }) => type === 'Phường')).toHaveLength(51)
    }
  })

  test('without --json, lines under their names', async () => {
    const { stdout } = await terminal.run(['units', '--kind', 'city'])
    expect(stdout).toMatch(
      /^code {2}name +type +kind +parentCode +validFrom +validTo\n01 +Thành phố Hà Nội +Thành phố +city\n$/,
    )
  })
})

test('values: the shown one first, each with status, as-of and source', async () => {
  const rows = (await terminal.json(
    'values',
    '--indicator',
    'learning_citizens_share',
    '--unit',
    '01',
    '--period',
    '2024',
  )) as {
    shown: boolean
  }[]
  expect(rows.length).toBeGreaterThan(0)
  expect(rows[0]).toMatchObject({ indicator: 'learning_citizens_share', unit: '01', period: '2024-12', shown: true })
  for (const key of [
    'value',
    'unitOfValue',
    'status',
    'asOf',
    'source',
    'confidence',
    'isSample',
    'numerator',
    'reported',
  ]) {
    expect(Object.keys(rows[0] ?? {})).toContain(key)
  }
  expect(rows.filter(({ shown }) => shown)).toHaveLength(1)
})

describe('plan attach', () => {
  const ours = `I. MỤC ĐÍCH, YÊU CẦU\n1. Mục đích\n- Câu thứ nhất.\nII. MỤC TIÊU CỤ THỂ\n1. Mục tiêu đến năm 2025
- a) Xóa mù chữ\n- Giữ chuẩn.\nIII. NHIỆM VỤ VÀ GIẢI PHÁP\nIV. KINH PHÍ THỰC HIỆN\nTiền từ ngân sách.\nV. TỔ CHỨC THỰC HIỆN\nPhụ lục\n`

  test('puts words to clauses, and tells which got none', async () => {
    const file = join(terminal.folder, 'ke-hoach.txt')
    await writeFile(file, ours)
    const attached = (await terminal.json('plan', 'attach', file)) as Record<string, unknown>
    expect(Object.keys(attached).sort()).toEqual(['clauses', 'document', 'matched', 'missing', 'notes', 'untaken'])
    const { clauses, matched, missing } = attached as { clauses: number; matched: number; missing: unknown[] }
    expect(matched).toBeGreaterThan(2)
    expect(missing).toHaveLength(clauses - matched)
  })

  const signed = join(process.cwd(), '../shared/data/ke-hoach-290-kh-ubnd.txt')
  test.skipIf(!existsSync(signed))(
    'the signed document, where it lies beside the checkout, gives every clause its words',
    async () => {
      expect(await terminal.json('plan', 'attach', signed)).toMatchObject({ matched: 177, clauses: 177, missing: [] })
    },
  )
})

describe('report', () => {
  test.each([
    ['docx', 'PK'],
    ['xlsx', 'PK'],
    ['html', '<!doctype html>'],
  ])('render writes a draft as %s', async (format, start) => {
    const file = join(terminal.folder, `bao-cao.${format}`)
    const told = await terminal.json('report', 'render', '--round', '2026', '--format', format, '--out', file)
    const written = await readFile(file)
    expect(told).toEqual({ file, bytes: written.length, state: 'draft' })
    expect(written.subarray(0, start.length).toString().toLowerCase()).toBe(start.toLowerCase())
  })

  test('freeze says what is missing, then freezes once; verify finds it intact, and render gives what was frozen', async () => {
    const freeze = [
      'report',
      'freeze',
      '--round',
      '2026',
      '--number',
      '412',
      '--issued',
      '2026-11-30',
      '--signatory',
      'Vũ Thu Hà',
    ]
    expectRefused(await terminal.run(freeze), 'chưa được duyệt', 'Add --incomplete')
    const frozen = (await terminal.json(...freeze, '--incomplete')) as { year: number; hash: string }
    expect(frozen).toEqual({ year: 2026, hash: expect.stringMatching(/^[0-9a-f]{64}$/) })
    expect((await terminal.run([...freeze, '--incomplete'])).code).toBe(1)
    expect(await terminal.json('report', 'verify', '--round', '2026')).toMatchObject({
      isIntact: true,
      hash: frozen.hash,
      computed: frozen.hash,
      auditHolds: true,
    })
    const file = join(terminal.folder, 'chot.docx')
    expect(await terminal.json('report', 'render', '--round', '2026', '--format', 'docx', '--out', file)).toMatchObject(
      { state: 'frozen', hash: frozen.hash },
    )
  })
})

describe('op', () => {
  test('lists every operation, and performs one', async () => {
    const all = (await terminal.json('op')) as Record<string, unknown>[]
    expect(all.length).toBeGreaterThan(30)
    expect(new Set(all.flatMap((row) => Object.keys(row)))).toEqual(new Set(['name', 'effect', 'may', 'summary']))
    expect(await terminal.json('op', 'organisation.unit', '{"code":"00004"}')).toMatchObject({ name: 'Phường Ba Đình' })
  })
})

test('--help lists every command and every setting', async () => {
  const { code, stdout } = await terminal.run(['--help'])
  expect(code).toBe(0)
  for (const name of [
    'start',
    'units',
    'values',
    'plan',
    'account',
    'audit',
    'report',
    'op',
    'pack',
    'backup',
    'restore',
  ]) {
    expect(stdout).toMatch(new RegExp(`^  ${name} `, 'm'))
  }
  expect(stdout).toMatch(/^ {2}HIEUHOC_DATA /m)
})

describe('a mistake', () => {
  test.each<[string[], string, string]>([
    [['units', '--on', '2024-02-30'], 'on: Giá trị này không đúng dạng', 'on: This value has the wrong form'],
    [['units', '--bogus'], 'Không có tùy chọn --bogus', 'There is no option --bogus'],
    [['unit'], 'Không có lệnh unit', 'There is no command unit'],
    [['values', '--unit', '01'], 'Còn thiếu --indicator <code>', '--indicator <code> is missing'],
    [['values', '--indicator', 'none', '--unit', '01'], 'Không có chỉ số', 'There is no indicator'],
    [
      ['values', '--indicator', 'learning_citizens_share', '--unit', '99999'],
      'Không có đơn vị mã 99999',
      'There is no unit 99999',
    ],
    [['plan', 'attach', 'none.txt'], 'Không đọc được tệp none.txt', 'The file none.txt cannot be read'],
    [
      ['report', 'render', '--round', '2031', '--format', 'html', '--out', 'x'],
      'Chưa có đợt báo cáo năm 2031',
      'no round of 2031',
    ],
    [
      ['report', 'render', '--round', '2026', '--format', 'odt', '--out', 'x'],
      '“odt” không dùng được; chọn một trong: docx, pdf, xlsx, html',
      '“odt” does not do',
    ],
    [
      ['report', 'render', '--round', '2026', '--format', 'html', '--out', 'no/x'],
      'Không ghi được tệp no/x',
      'no/x cannot be written',
    ],
    [['op', 'units.none'], 'Không có thao tác units.none', 'There is no operation units.none'],
    [['op', 'organisation.unit', '{'], 'không phải JSON', 'not JSON'],
  ])('%j', async (args, vietnamese, english) => {
    expectRefused(await terminal.run(args), vietnamese, english)
  })

  test.each([
    ['PORT', '99999'],
    ['HIEUHOC_DEMO', 'yes'],
    ['DATABASE_URL', 'mysql://x/y'],
  ])('in the setting %s', async (name, value) => {
    expectRefused(await terminal.run(['units'], { env: { [name]: value } }), `Thiết lập ${name}`, `The setting ${name}`)
  })
})
