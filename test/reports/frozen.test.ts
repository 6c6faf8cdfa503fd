/** A frozen report years later: the same bytes whatever changed since, and every figure of it walks back to the values as they were used. */
import { createHash } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Machine } from '#app/engine.ts'
import { createIdentify } from '#app/identify.ts'
import { modules } from '#app/modules.ts'
import { createApp } from '#app/server.ts'
import { seedDemoRound } from '#modules/collection'
import {
  correctionsOperation,
  freezeReport,
  previewReport,
  renderReport,
  reportOperation,
  valueUsesOperation,
  verifyReport,
} from '#modules/reports'
import { type Caller, operatorCaller } from '#platform/authority.ts'
import type { Database } from '#platform/database/index.ts'
import { perform, performAny } from '#platform/perform.ts'
import { testDatabase } from '#test/database.ts'
import { type HandClock, handClock, testMachine } from '#test/machine.ts'
import { webClient } from '#test/web-client.ts'
import { hanoi } from '#test/worlds/hanoi.ts'
import { seenForm } from '#test/worlds/seen.ts'

const year = 2026
const operator = operatorCaller('command')
const anybody: Caller = { via: 'web', from: '192.0.2.9' }
const formats = ['docx', 'xlsx', 'html'] as const
let database: Database
let machine: Machine
let clock: HandClock
let app: ReturnType<typeof createApp>
/** A commune whose report was approved. */
let unit: string

function run(name: string, input: unknown): Promise<unknown> {
  const found = modules.flatMap((module) => module.operations).find((operation) => operation.name === name)
  if (!found) throw new Error(`there is no operation ${name}`)
  return performAny(machine, found, operator, input)
}

async function query<Row>(text: string, values: unknown[] = []): Promise<Row[]> {
  return (await database.pool.query(text, values)).rows as Row[]
}

beforeAll(async () => {
  database = await testDatabase(hanoi)
  clock = handClock('2026-11-23T02:00:00Z')
  machine = await testMachine(database, { clock })
  await seedDemoRound((operation, input) => perform(machine, operation, operator, input))
  await database.pool.query('analyze')
  app = createApp(machine, createIdentify(machine))
  const head = { number: 7, symbol: 'BC-UBND', issuedOn: '2026-11-28', place: 'Hà Nội', keptBy: 'VT' }
  const foot = { authority: ['TM. Ủy ban nhân dân'], position: 'Chủ tịch', signatory: 'Mẫu', recipients: ['Bộ'] }
  const { draftVersion } = await perform(machine, previewReport, operator, { year })
  await perform(machine, freezeReport, operator, { year, draftVersion, ...head, ...foot, incompleteIsKnown: true })
  const [approved] = await query<{ code: string }>(
    `select unit.code from collection.published_submission submission
     join organisation.unit on unit.id = submission.unit_id and unit.kind = 'commune'
     where submission.state = 'approved' order by unit.code limit 1`,
  )
  unit = approved?.code ?? ''
}, 90_000)

interface Files {
  readonly [format: string]: string
}

async function filesOf(ofYear: number): Promise<Files> {
  const files: Record<string, string> = {}
  for (const format of formats) {
    const { content } = await perform(machine, renderReport, anybody, { year: ofYear, format })
    files[format] = createHash('sha256').update(content).digest('hex')
  }
  return files
}

describe('a frozen report', () => {
  test('records every value it used, with those behind its sums and comparisons', async () => {
    const { inputs } = await perform(machine, reportOperation, anybody, { year })
    const named = [
      ...inputs.submissions.flatMap((submission) => Object.values(submission.values)),
      ...(inputs.used ?? []).flatMap((used) => Object.values(used.values).map((value) => value.id)),
    ]
    const rows = await query<{ id: string }>('select distinct value_id as id from reports.value_usage')
    expect(new Set(rows.map((row) => row.id))).toEqual(new Set(named))
    const known = await query<{ count: number }>(
      `select count(distinct used.value_id)::int as count from reports.value_usage used
       join organisation.published_unit unit on unit.code = used.unit_code
         and unit.valid_from <= used.unit_on and unit.valid_to > used.unit_on
       join indicators.value on value.unit_id = unit.id and value.id = used.value_id`,
    )
    expect(known[0]?.count).toBe(rows.length)
    const uses = new Set((inputs.used ?? []).map((used) => used.use))
    expect(uses).toEqual(new Set(['compared', 'summed', 'published']))
    await expect(database.pool.query('delete from reports.value_usage')).rejects.toThrow('append-only')
  })

  test('is byte for byte the same after corrections, renamings and another tree, and says what was corrected', async () => {
    const before = await filesOf(year)
    const paper = paperOf((await webClient(app).open(`/reports/${year}`)).html)
    clock.set('2026-12-15T02:00:00Z')
    await correct()
    await changeTheWorld()
    expect(await filesOf(year)).toEqual(before)
    expect(await perform(machine, verifyReport, anybody, { year })).toMatchObject({ isIntact: true, auditHolds: true })
    const page = await webClient(app).open(`/reports/${year}`)
    expect(paperOf(page.html)).toBe(paper)
    expect(page.text).toContain('2 số liệu đã được đính chính sau khi ký')
  })

  test('lists the corrections: what it was signed with, and what stands now', async () => {
    const answer = await perform(machine, correctionsOperation, anybody, { year })
    expect(answer.map(({ unitCode, subject, current }) => ({ unitCode, subject, current }))).toEqual([
      { unitCode: unit, subject: 'events_held', current: 4321 },
      { unitCode: unit, subject: 'good_models_spread', current: null },
    ])
    expect(answer[0]?.used).not.toBe(4321)
  })

  test('is named by the value it used, not by the one that took its place', async () => {
    const [corrected] = await perform(machine, correctionsOperation, anybody, { year })
    if (!corrected) throw new Error('nothing was corrected')
    const { usedId, currentId } = corrected
    const uses = await perform(machine, valueUsesOperation, anybody, { unit, values: [usedId, currentId] })
    expect(uses).toMatchObject([{ valueId: usedId, year, number: 7, symbol: 'BC-UBND', uses: ['reported'] }])
    const old = await webClient(app).open(`/values/${unit}/${usedId}`)
    expect(old.text).toContain('Số này đã được đính chính thành 4.321')
    expect(old.text).toContain('Báo cáo 07/BC-UBND, 2026')
    expect(old.text).toContain('báo cáo giữ số cũ')
    const now = await webClient(app).open(`/values/${unit}/${currentId}`)
    expect(now.text).toContain('Đơn vị gửi lại biểu, lần 2')
    expect(now.text).toContain('Báo cáo 07/BC-UBND, 2026')
  })

  test('walks its figures back to the values that were used', async () => {
    const { snapshot } = await perform(machine, reportOperation, anybody, { year })
    const events = snapshot.facts.units.find((each) => each.code === unit)?.values.events_held
    const ofUnit = await webClient(app).open(`/reports/${year}/units/${unit}`)
    expect(ofUnit.text).toContain('đã đính chính thành 4.321')
    const total = await webClient(app).open(`/reports/${year}/figure?of=sum%3Aevents_held&in=communes`)
    expect(total.text).toContain(`${new Intl.NumberFormat('vi').format(events ?? 0)} đã đính chính thành 4.321`)
    const sum = snapshot.facts.units
      .filter((each) => each.audience === 'commune')
      .reduce((all, each) => all + (each.values.events_held ?? 0), 0)
    expect(total.text).toContain(`= ${new Intl.NumberFormat('vi').format(sum)}`)
    expect((await webClient(app).open(`/reports/${year}/figure?of=sum%3Anothing&in=nobody`)).status).toBe(404)
    expect((await webClient(app).open(`/reports/${year}/figure?target=none`)).status).toBe(404)
  })

  test('tells a target as it added it up: the same value as in the document', async () => {
    const { snapshot } = await perform(machine, reportOperation, anybody, { year })
    const summed = snapshot.facts.targets.filter((target) => target.current && target.current.source === null)
    expect(summed.length).toBeGreaterThan(3)
    for (const { key, current } of summed) {
      const page = await webClient(app).open(`/reports/${year}/figure?target=${key}&when=${year}`)
      const value = new Intl.NumberFormat('vi', { maximumFractionDigits: 2 }).format(current?.value ?? 0)
      expect(page.text, key).toContain(`= ${value}%`)
      expect(page.text).toContain(`${current?.reported}/`)
    }
  })
})

/** The document on the page, with its links. */
function paperOf(html: string): string {
  const paper = /<article class="official"[\s\S]*<\/article>/.exec(html)?.[0]
  if (!paper) throw new Error('the page has no document')
  return paper
}

/** The commune's report is opened again, one figure changed, another taken out, sent and approved. */
async function correct(): Promise<void> {
  const { submission } = (await run('collection.submission', { round: year, unit })) as {
    submission: { version: number }
  }
  const { version } = submission
  await run('collection.reopen', { round: year, unit, version, reason: 'Đếm nhầm sự kiện', dueOn: '2026-12-20' })
  const cells = (await run('collection.cells', { round: year, unit })) as {
    measure: string
    category: string
    version: number
  }[]
  const versionOf = (measure: string) =>
    cells.find((cell) => cell.measure === measure && cell.category === 'total')?.version ?? 0
  await run('collection.saveCells', {
    round: year,
    unit,
    cells: [
      { measure: 'events_held', entry: '4.321', note: 'Đã đếm lại', version: versionOf('events_held') },
      {
        measure: 'good_models_spread',
        entry: '',
        note: 'Chưa thống kê được',
        version: versionOf('good_models_spread'),
      },
    ],
  })
  await run('collection.send', await seenForm(machine, { round: year, unit }))
  await run('collection.approve', { round: year, unit, version: version + 1 })
}

/** What years bring: other names, also of the past, a unit that ends, another catalogue. */
async function changeTheWorld(): Promise<void> {
  await query(`
    do $$
    declare renamed uuid; ended uuid;
    begin
      select id into renamed from organisation.unit where code = '${unit}' and closed_on = 'infinity';
      update organisation.unit_version set valid_to = '2027-07-01' where unit_id = renamed and valid_to = 'infinity';
      insert into organisation.unit_version (unit_id, valid_from, valid_to, name, full_name, type, parent_id, source)
      select unit_id, '2027-07-01', 'infinity', 'Tên Mới', 'Xã Tên Mới', 'Xã', parent_id, 'test'
      from organisation.unit_version where unit_id = renamed and valid_to = '2027-07-01';
      update organisation.unit_version set full_name = 'Phường Gọi Lại' where unit_id = renamed and valid_to = '2027-07-01';
      select id into ended from organisation.unit
      where kind = 'commune' and closed_on = 'infinity' and id <> renamed order by code desc limit 1;
      update organisation.unit set closed_on = '2026-12-02' where id = ended;
      update organisation.unit_version set valid_to = '2026-12-02' where unit_id = ended and valid_to = 'infinity';
      perform organisation.rebuild_closure();
    end $$`)
  await query(`update indicators.measure set name_vi = name_vi || ' (tên mới)'`)
  await query(`update indicators.indicator set name_vi = name_vi || ' (tên mới)', decimals = 0`)
}

describe('its files', () => {
  const at = `/reports/${year}/files`
  const writings = () =>
    query<{ count: number }>(`select count(*)::int from platform.audit_entry where operation = 'reports.keepFile'`)

  test('are written once, however many ask at once and after', async () => {
    const answers = await Promise.all(Array.from({ length: 6 }, () => app.request(`${at}/docx`)))
    const bodies = await Promise.all(answers.map(async (answer) => Buffer.from(await answer.arrayBuffer())))
    const sums = new Set(bodies.map((body) => createHash('sha256').update(body).digest('hex')))
    expect([...sums].map((sum) => `"${sum}"`)).toEqual([answers[0]?.headers.get('etag')])
    await app.request(`${at}/docx`)
    expect(await writings()).toEqual([{ count: 1 }])
  })

  test('are told apart by a strong tag, and sent in parts', async () => {
    const whole = await app.request(`${at}/docx`)
    const bytes = Buffer.from(await whole.arrayBuffer())
    const etag = whole.headers.get('etag') ?? ''
    expect((await app.request(`${at}/docx`, { headers: { 'if-none-match': etag } })).status).toBe(304)
    const part = await app.request(`${at}/docx`, { headers: { range: 'bytes=10-19', 'if-range': etag } })
    expect([part.status, part.headers.get('content-range')]).toEqual([206, `bytes 10-19/${bytes.length}`])
    expect(Buffer.from(await part.arrayBuffer())).toEqual(bytes.subarray(10, 20))
    const end = await app.request(`${at}/docx`, { headers: { range: 'bytes=-5' } })
    expect(Buffer.from(await end.arrayBuffer())).toEqual(bytes.subarray(-5))
    const other = await app.request(`${at}/docx`, { headers: { range: 'bytes=10-19', 'if-range': '"of before"' } })
    expect(other.status).toBe(200)
    expect((await app.request(`${at}/docx`, { headers: { range: 'bytes=99999999-' } })).status).toBe(416)
  })

  test('its data is answered to many at once from one file, which a reader who has it is not sent again', async () => {
    const ask = (query: string, headers = {}) => app.request(`/api/v1/reports/report?year=2026${query}`, { headers })
    const [first, second] = await Promise.all([ask(''), ask('&unknown=1')])
    expect(first?.headers.get('content-type')).toBe('application/json')
    const [one, other] = await Promise.all([first?.json(), second?.json()])
    expect(one).toMatchObject({ year: 2026 })
    expect(other).toEqual(one)
    const tag = first?.headers.get('etag') ?? ''
    expect(second?.headers.get('etag')).toBe(tag)
    expect((await ask('', { 'if-none-match': tag })).status).toBe(304)
    expect((await ask('&year=1')).status).toBe(422)
  })

  test('are written anew where the kept file is lost or damaged, the same', async () => {
    const before = await app.request(`${at}/html`)
    const text = await before.text()
    const [kept] = await query<{ file: string }>(`select file from reports.file where format = 'html'`)
    const file = kept?.file ?? ''
    await writeFile(join(machine.settings.dataFolder, 'files', file.slice(0, 2), file), 'damaged')
    const after = await app.request(`${at}/html`)
    expect((await after.text()) === text).toBe(true)
    expect(after.headers.get('etag')).toBe(before.headers.get('etag'))
  })
})
