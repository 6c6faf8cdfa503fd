/** Written workbooks: what a reader gets back, how they print, and that they never outrun their reader. */
import { createHash } from 'node:crypto'
import { PassThrough, Writable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { setTimeout } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import type { Column, Row } from './columns.ts'
import { readWorkbook } from './read-workbook.ts'
import type { Sheet } from './workbook.ts'
import { writeWorkbook } from './workbook.ts'
import { sheetNames } from './workbook-cells.ts'
import { readParts } from './zip.fixture.ts'

const columns: Column[] = [
  { header: 'Đơn vị', key: 'name', width: 30, kind: 'text' },
  { header: 'Số người', key: 'people', width: 12, kind: 'integer', explain: 'Từ 15 tuổi' },
  { header: 'Điểm', key: 'points', width: 12, kind: 'number' },
  { header: 'Tỷ lệ', key: 'share', width: 12, kind: 'percent' },
  { header: 'Ngày', key: 'on', width: 12, kind: 'date' },
]
const row: Row = { name: 'Phường Ba Đình', people: 65023, points: 60.5, share: 0.6009, on: '2026-12-01' }

async function written(...sheets: Sheet[]): Promise<Uint8Array> {
  const out = new PassThrough()
  const [bytes] = await Promise.all([buffer(out), writeWorkbook(sheets, out)])
  return bytes
}

const textCells = (names: string[]) =>
  written({ name: 'x', columns: columns.slice(0, 1), rows: names.map((name) => ({ name })) }).then(async (bytes) => ({
    xml: (await readParts(bytes)).get('xl/worksheets/sheet1.xml') ?? '',
    values: (await readWorkbook(bytes))[0]?.rows.slice(1).map(({ cells }) => cells[0]?.value),
  }))

test('what is written is read back, each kind as itself', async () => {
  const [sheet] = await readWorkbook(
    await written({ name: 'Chỉ tiêu', title: 'Bảng', note: 'Số liệu mẫu', columns, rows: [row] }),
  )
  expect(sheet?.name).toBe('Chỉ tiêu')
  expect(sheet?.rows.map(({ number, cells }) => [number, ...cells.map(({ value }) => value)])).toEqual([
    [1, 'Bảng'],
    [2, 'Số liệu mẫu'],
    [3, 'Từ 15 tuổi'],
    [4, 'Đơn vị', 'Số người', 'Điểm', 'Tỷ lệ', 'Ngày'],
    [5, 'Phường Ba Đình', 65023, 60.5, 0.6009, '2026-12-01'],
  ])
  expect(sheet?.rows[4]?.cells.map(({ kind }) => kind)).toEqual(['text', 'number', 'number', 'percent', 'date'])
})

test('the head stays in sight and on every page, filters stand on it, paper is A4 landscape', async () => {
  const parts = await readParts(await written({ name: "Quận 'Một'", title: 'Bảng', columns, rows: [row, row] }))
  const sheet = parts.get('xl/worksheets/sheet1.xml') ?? ''
  expect(sheet).toMatch(/<pane ySplit="3" topLeftCell="A4"[^>]* state="frozen"\/>/)
  expect(sheet).toContain('<autoFilter ref="A3:E5"/>')
  expect(sheet).toMatch(/<pageSetup [^>]*paperSize="9"[^>]*orientation="landscape"/)
  expect(sheet).toMatch(/fitToHeight="0"/)
  expect(parts.get('xl/workbook.xml')).toMatch(/Print_Titles" localSheetId="0">&apos;Quận Một&apos;!\$2:\$3</)
})

describe('text', () => {
  test.each(['=1+1', '+84', '-x', '@SUM(A1)', '=HYPERLINK("http://x")'])('%s is no formula', async (name) => {
    const { xml, values } = await textCells([name])
    expect(xml).not.toContain('<f>')
    expect(values).toEqual([name])
  })

  test('what looks like an escape of Excel, signs of XML and control signs', async () => {
    const { values } = await textCells(['_x0041_', '<b>&"', 'a\u0000b', 'dòng 1\ndòng 2'])
    expect(values).toEqual(['_x0041_', '<b>&"', 'ab', 'dòng 1\ndòng 2'])
  })

  test('longer than a cell can hold is cut', async () => {
    const { values } = await textCells(['đ'.repeat(40_000)])
    expect(values).toEqual([`${'đ'.repeat(32_766)}…`])
  })
})

test('values that do not fit their kind stay readable', async () => {
  const odd: Row = { name: 7, people: 'chưa có', points: Number.NaN, share: null, on: 'tháng 12' }
  const [sheet] = await readWorkbook(await written({ name: 'x', columns, rows: [odd] }))
  expect(sheet?.rows[2]?.cells.map(({ address, value }) => [address, value])).toEqual([
    ['A3', '7'],
    ['B3', 'chưa có'],
    ['E3', 'tháng 12'],
  ])
})

test('a workbook without rows or columns can be opened', async () => {
  expect(await readWorkbook(await written({ name: '', columns: [], rows: [] }))).toMatchObject([
    { name: 'Sheet', rows: [] },
  ])
})

test.each([
  [
    ['a/b:c*d?[e]\\f', ''],
    ['a b c d e f', 'Sheet'],
  ],
  [
    ['Xã', 'xã', 'XÃ'],
    ['Xã', 'xã (2)', 'XÃ (3)'],
  ],
  [
    ['History', `${'x'.repeat(31)}y`, 'x'.repeat(31)],
    ['History (2)', 'x'.repeat(31), `${'x'.repeat(27)} (2)`],
  ],
])('sheet names %j become %j', (wanted, given) => {
  const nameOf = sheetNames()
  expect(wanted.map(nameOf)).toEqual(given)
})

/** About 2,000 signs without a pattern. */
function unpackable(seed: number): string {
  return Array.from({ length: 23 }, (_, part) => createHash('sha512').update(`${seed}:${part}`).digest('base64')).join(
    '',
  )
}

/** Waits, however slow the machine, until a count has not moved for half a second. */
async function standstill(count: () => number): Promise<void> {
  for (let before = -1; before !== count() || before === 0; ) {
    before = count()
    await setTimeout(500)
  }
}

/** Objects and buffers. */
function memory(): number {
  const { heapUsed, external } = process.memoryUsage()
  return heapUsed + external
}

describe('flow', () => {
  test('a reader that takes nothing stops the rows', async () => {
    const total = 20_000
    let drawn = 0
    // Buffers count packed bytes, so the rows hardly pack: 40 MB in all, where a few MB are room enough.
    function* rows() {
      for (; drawn < total; drawn++) yield { name: unpackable(drawn) }
    }
    const stuck = new Writable({ highWaterMark: 1024, write: () => undefined })
    const writing = writeWorkbook([{ name: 'x', columns: columns.slice(0, 1), rows: rows() }], stuck)
    const outcome = writing.then(
      () => 'written',
      (error: Error) => error.message,
    )
    await standstill(() => drawn)
    stuck.destroy(new Error('gone'))
    expect(await outcome).toBe('gone')
    expect(drawn).toBeGreaterThan(0)
    expect(drawn).toBeLessThan(total / 2)
  }, 20_000)

  test('100,000 rows do not fill the memory', async () => {
    let most = 0
    function* rows() {
      for (let index = 0; index < 100_000; index++) {
        if (index % 10_000 === 0) most = Math.max(most, memory())
        yield row
      }
    }
    const before = memory()
    await writeWorkbook(
      [{ name: 'x', columns, rows: rows() }],
      new Writable({ write: (_piece, _encoding, done) => done() }),
    )
    expect(most - before).toBeLessThan(50_000_000)
  }, 20_000)

  test('a failing source of rows is the error of the writer, and the file is not ended', async () => {
    const out = new PassThrough()
    out.resume()
    async function* rows() {
      yield row
      throw new Error('source')
    }
    await expect(writeWorkbook([{ name: 'x', columns, rows: rows() }], out)).rejects.toThrow('source')
    expect([out.destroyed, out.writableFinished]).toEqual([true, false])
  })
})
