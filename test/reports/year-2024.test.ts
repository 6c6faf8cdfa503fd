/** Reports of years gone by stand on their own tree: 2024 on the 579 communes of 31 December 2024, whatever the map is today. */
import { beforeAll, describe, expect, test } from 'vitest'
import type { Machine } from '#app/engine.ts'
import { createIdentify } from '#app/identify.ts'
import { modules } from '#app/modules.ts'
import { createApp } from '#app/server.ts'
import { freezeReport, previewReport, renderReport, reportOperation, verifyReport } from '#modules/reports'
import { type Caller, operatorCaller } from '#platform/authority.ts'
import type { Database } from '#platform/database/index.ts'
import { readWorkbook } from '#platform/documents/read-workbook.ts'
import { perform, performAny } from '#platform/perform.ts'
import { testDatabase } from '#test/database.ts'
import { handClock, testMachine } from '#test/machine.ts'
import { webClient } from '#test/web-client.ts'
import { hanoi } from '#test/worlds/hanoi.ts'
import { seenForm } from '#test/worlds/seen.ts'

const operator = operatorCaller('command')
const anybody: Caller = { via: 'web', from: '192.0.2.9' }
let database: Database
let machine: Machine

async function run<T>(name: string, input: unknown): Promise<T> {
  const found = modules.flatMap((module) => module.operations).find((operation) => operation.name === name)
  if (!found) throw new Error(`there is no operation ${name}`)
  return (await performAny(machine, found, operator, input)) as T
}

beforeAll(async () => {
  database = await testDatabase(hanoi)
  machine = await testMachine(database, { clock: handClock('2026-11-23T02:00:00Z') })
}, 60_000)

describe('the report of 2024', () => {
  const year = 2024
  /** Seconds of this process's own work, which other work on the machine does not stretch. */
  const spent = { docx: 0, xlsx: 0, html: 0 }

  beforeAll(async () => {
    await run('collection.seedSample', { year })
    await database.pool.query('analyze')
    const head = { number: 412, symbol: 'BC-UBND', issuedOn: '2024-12-15', place: 'Hà Nội', keptBy: 'VT' }
    const foot = { authority: ['TM. Ủy ban nhân dân'], position: 'Chủ tịch', signatory: 'Mẫu', recipients: ['Bộ'] }
    const { draftVersion } = await perform(machine, previewReport, operator, { year })
    // The draft is drawn first: what starts a thread and loads a library is no part of drawing a report.
    for (const format of ['docx', 'xlsx']) await run('reports.renderDraft', { year, format })
    await perform(machine, freezeReport, operator, { year, draftVersion, ...head, ...foot, incompleteIsKnown: true })
  }, 120_000)

  async function rendered(format: 'docx' | 'xlsx' | 'html'): Promise<Buffer> {
    const before = process.cpuUsage()
    const { content } = await perform(machine, renderReport, anybody, { year, format })
    const { user, system } = process.cpuUsage(before)
    spent[format] = (user + system) / 1e6
    return Buffer.from(content, 'base64')
  }

  test('asks the communes and agencies of its own day, and takes nothing of today', async () => {
    const { snapshot, inputs } = await perform(machine, reportOperation, anybody, { year })
    const { units, treeOn, targets } = snapshot.facts
    expect(treeOn).toBe('2024-12-31')
    const communes = units.filter((unit) => unit.audience === 'commune')
    expect(communes).toHaveLength(579)
    expect(new Set(communes.map((unit) => unit.type))).toEqual(new Set(['Phường', 'Xã', 'Thị trấn']))
    expect(targets.find((target) => target.key === 'a.3')?.current).toMatchObject({ year, expected: 579 })
    expect(targets.every((target) => (target.current?.year ?? year) === year)).toBe(true)
    expect((inputs.used ?? []).every((used) => used.year <= year && used.on <= '2024-12-31')).toBe(true)
    const { rows } = await database.pool.query(
      `select max(sent_on)::text as sent, max(as_of)::text as told from collection.submission
       join collection.round on round.id = round_id and round.year = $1
       join indicators.value on value.submission_id = submission.id`,
      [year],
    )
    expect(rows[0].sent <= '2024-11-30' && rows[0].told <= '2024-12-31').toBe(true)
  })

  test('renders with a row for each of 579 communes, in time', async () => {
    const sheets = await readWorkbook(await rendered('xlsx'))
    const titles = sheets.find((sheet) => sheet.name === 'II. Danh hiệu')
    expect(JSON.stringify(titles?.rows)).toContain('Toàn thành phố (579)')
    const html = (await rendered('html')).toString()
    expect(html).toContain('Xã, phường, thị trấn')
    expect(html).not.toMatch(/xã, phường(?!, thị trấn)/i)
    expect((await rendered('docx')).length).toBeGreaterThan(100_000)
    expect(spent.docx + spent.xlsx).toBeLessThan(5)
    expect(await perform(machine, verifyReport, anybody, { year })).toMatchObject({ isIntact: true })
  })

  test('lists the communes under the 30 districts of that day, in the order of their codes', async () => {
    const sheets = await readWorkbook(await rendered('xlsx'))
    const { rows: known } = await database.pool.query<{ name: string }>(
      `select full_name as name from organisation.published_unit
       where kind = 'district' and valid_from <= '2024-12-31' and valid_to > '2024-12-31' order by code`,
    )
    expect(known).toHaveLength(30)
    for (const name of ['II. Danh hiệu', 'III. Xóa mù chữ, phổ cập', 'IV. Trung tâm học tập cộng đồng']) {
      const rows = sheets.find((sheet) => sheet.name === name)?.rows.map((row) => row.cells.map((cell) => cell.value))
      const districts = (rows ?? []).filter(([place]) => /^[IVX]+$/.test(String(place)))
      expect(districts.map((row) => String(row[1]).replace(/ \(\d+\)$/, ''))).toEqual(known.map((each) => each.name))
      const counts = districts.map((row) => Number(/\((\d+)\)$/.exec(String(row[1]))?.[1]))
      expect(counts.reduce((sum, count) => sum + count, 0)).toBe(579)
      expect(rows?.filter(([place]) => typeof place === 'number')).toHaveLength(579)
    }
  })

  test('walks the subtotal of a district back to its communes', async () => {
    const { snapshot } = await perform(machine, reportOperation, anybody, { year })
    const baDinh = snapshot.facts.units.filter((unit) => unit.above === 'Quận Ba Đình')
    const client = webClient(createApp(machine, createIdentify(machine)))
    const paper = await client.open(`/reports/${year}`)
    const row = /Quận Ba Đình \(\d+\)[\s\S]*?href="([^"]*\/figure\?[^"]*)"/.exec(paper.html)
    const page = await client.open((row?.[1] ?? '').replaceAll('&amp;', '&'))
    expect([page.status, page.text]).toEqual([200, expect.stringContaining('Quận Ba Đình')])
    expect(baDinh.length).toBeGreaterThan(0)
    for (const unit of baDinh) expect(page.html).toContain(`href="/reports/${year}/units/${unit.code}"`)
    expect(page.html.match(/href="\/reports\/2024\/units\//g)).toHaveLength(baDinh.length)
  })

  test('walks back to a commune that is no more', async () => {
    const { snapshot, inputs } = await perform(machine, reportOperation, anybody, { year })
    const ended = inputs.submissions.find((submission) => submission.unitName.startsWith('Thị trấn'))
    if (!ended) throw new Error('no town reported')
    const app = createApp(machine, createIdentify(machine))
    const page = await webClient(app).open(`/reports/${year}/units/${ended.unitCode}`)
    expect([page.status, page.text]).toEqual([200, expect.stringContaining(ended.unitName)])
    const [valueId] = Object.values(ended.values)
    const value = await webClient(app).open(`/values/${ended.unitCode}/${valueId}`)
    expect(value.text).toContain('Báo cáo 412/BC-UBND, 2024')
    expect(snapshot.facts.units.some((unit) => unit.code === ended.unitCode)).toBe(true)
  })
})

describe('a form of a year gone by', () => {
  const year = 2023
  const unit = '00001'

  test('is given to the units of its own day, filled today, late, and tells of its own year', async () => {
    await run('collection.openRound', { year })
    const { rows } = await database.pool.query(
      `select unit.kind, count(*)::int as count from collection.published_submission submission
       join organisation.unit on unit.id = submission.unit_id
       where submission.year = $1 group by unit.kind order by unit.kind`,
      [year],
    )
    expect(rows.find((row) => row.kind === 'commune')?.count).toBe(579)
    const form = await run<{ rows: { measure: string; category: string }[] }>('collection.submission', {
      round: year,
      unit,
    })
    const cells = form.rows.map(({ measure, category }) => ({ measure, category, entry: '0', note: '', version: 0 }))
    await run('collection.saveCells', { round: year, unit, cells })
    expect(await run('collection.send', await seenForm(machine, { round: year, unit }))).toMatchObject({
      isLate: true,
      version: 1,
    })
    await run('collection.approve', { round: year, unit, version: 1 })
    const result = await database.pool.query(
      `select min(as_of)::text as first, max(as_of)::text as last from indicators.value where year = $1 and submission_id is not null`,
      [year],
    )
    expect(result.rows[0]).toEqual({ first: '2023-09-30', last: '2023-12-31' })
  })
})
