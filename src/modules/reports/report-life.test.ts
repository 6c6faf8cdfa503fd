/** A report from draft to frozen: what freezing takes, that nothing moves it afterwards, who may, and what is refused. */
import { createHash } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { type Problem, ProblemError, describe as tell } from '#kernel/problem.ts'
import { approve, seedDemoRound, submissionOperation } from '#modules/collection'
import { type Caller, operatorCaller } from '#platform/authority.ts'
import type { Database } from '#platform/database/index.ts'
import { readWorkbook } from '#platform/documents/read-workbook.ts'
import type { Operation } from '#platform/operation.ts'
import { perform } from '#platform/perform.ts'
import { testDatabase } from '#test/database.ts'
import { handClock, testMachine } from '#test/machine.ts'
import { hanoi, hanoiCaller } from '#test/worlds/hanoi.ts'
import { downloadDraft, renderDraft } from './draft-file.operations.ts'
import { downloadReport, renderReport } from './file-archive.operations.ts'
import { freezeReport, listReports, report, verifyReport } from './freezing.operations.ts'
import { previewReport, readNarrative, saveNarrative } from './report-drafts.operations.ts'

const operator = operatorCaller('command')
const year = 2026
const head = {
  year,
  number: 412,
  symbol: 'BC-UBND',
  issuedOn: '2026-11-28',
  place: 'Hà Nội',
  authority: ['TM. Ủy ban nhân dân', 'KT. Chủ tịch'],
  position: 'Phó Chủ tịch',
  signatory: 'Nguyễn Thị Mẫu',
  recipients: ['Bộ Giáo dục và Đào tạo'],
  keptBy: 'VT',
}
let database: Database
let machine: Awaited<ReturnType<typeof testMachine>>
let officer: Caller
let waiting: string

beforeAll(async () => {
  database = await testDatabase(hanoi)
  machine = await testMachine(database, { clock: handClock('2026-11-23T02:00:00Z') })
  await seedDemoRound((operation, input) => perform(machine, operation, operator, input))
  await database.pool.query('analyze')
  officer = await hanoiCaller(database, 'thanh-pho')
  const { rows } = await database.pool.query<{ code: string }>(
    `select unit.code from collection.published_submission submission join organisation.unit on unit.id = submission.unit_id
     where submission.state = 'sent' and unit.kind = 'commune' order by unit.code limit 1`,
  )
  waiting = rows[0]?.code ?? ''
}, 60_000)

/** The draft as an officer sees it now. */
async function seen(): Promise<{ draftVersion: string }> {
  const { draftVersion } = await perform(machine, previewReport, officer, { year })
  return { draftVersion }
}

async function problemOf<I, O>(operation: Operation<I, O>, caller: Caller, input: unknown): Promise<string[]> {
  const error: unknown = await perform(machine, operation, caller, input).then(
    () => undefined,
    (reason: unknown) => reason,
  )
  if (error !== undefined && !(error instanceof ProblemError)) throw error
  return error?.problems.map((problem) => problem.code) ?? []
}

describe('a draft', () => {
  test('is computed from what is approved now, and names what is missing', async () => {
    const { snapshot, missingUnits, missingParts } = await perform(machine, previewReport, officer, { year })
    expect(snapshot.facts.units[0]).toMatchObject({ code: '01', audience: 'city', isCounted: true })
    const communes = snapshot.facts.units.filter((unit) => unit.audience === 'commune')
    expect(communes).toHaveLength(126)
    expect(communes.filter((unit) => unit.isCounted)).toHaveLength(101)
    expect(missingUnits.filter((unit) => unit.audience === 'commune')).toHaveLength(25)
    expect(missingParts).toHaveLength(6)
    expect(snapshot.facts.isSample).toBe(true)
    expect(snapshot.document).toMatchObject({ draft: true, watermarkLabel: 'Số liệu mẫu' })
    expect(snapshot.facts.targets.map((target) => target.goal?.year)).toEqual(Array(18).fill(2030))
    expect(await perform(machine, listReports, { via: 'web' }, {})).toEqual([])
  })

  test('adds up what the indicators of the plan add up', async () => {
    const { snapshot } = await perform(machine, previewReport, officer, { year })
    const citizens = snapshot.facts.targets.find((target) => target.key === 'd.1')?.current
    const total = snapshot.grids[1]?.rows[0]?.cells
    expect(citizens?.reported).toBe(101)
    expect(total?.[4]).toBeCloseTo(citizens?.value ?? 0, 9)
  })

  test('what officers write is kept, version by version; who comes second is told', async () => {
    await perform(machine, saveNarrative, officer, { year, version: 0, strengths: 'Tốt.' })
    await perform(machine, saveNarrative, officer, { year, version: 1, strengths: 'Tốt hơn.', nextYear: '- Tiếp tục.' })
    expect(await problemOf(saveNarrative, officer, { year, version: 1, strengths: 'Khác.' })).toEqual([
      'reports.partChanged',
    ])
    // Another part of the same text is no conflict: both stay.
    await perform(machine, saveNarrative, officer, { year, version: 1, strengths: 'Tốt.', limits: 'Còn ít.' })
    expect(await perform(machine, readNarrative, officer, { year })).toMatchObject({
      version: 3,
      narrative: { strengths: 'Tốt hơn.', nextYear: '- Tiếp tục.', limits: 'Còn ít.' },
    })
    // Shown theirs and mine, and sent again, mine stays.
    const settled = { year, version: 2, shown: 3, strengths: 'Tốt hơn.', nextYear: '- Tiếp tục.', limits: '' }
    await perform(machine, saveNarrative, officer, { ...settled, version: 3 })
    const written = await perform(machine, readNarrative, officer, { year })
    expect(written).toMatchObject({
      version: 4,
      savedBy: 'Trần Thành Phố',
      narrative: { strengths: 'Tốt hơn.', limits: '' },
    })
    const { rows } = await database.pool.query('select version from reports.narrative order by version')
    expect(rows).toHaveLength(4)
    await expect(database.pool.query('delete from reports.narrative')).rejects.toThrow('append-only')
  })

  test('is a file marked as a draft, for the city only', async () => {
    const file = await perform(machine, renderDraft, officer, { year, format: 'html' })
    const html = Buffer.from(file.content, 'base64').toString()
    expect(file.fileName).toBe('du-thao-bao-cao-2026.html')
    expect(html).toContain('DỰ THẢO')
    expect(html).toContain('SỐ LIỆU MẪU')
    expect(html).not.toMatch(/ style=|<script/)
    expect(await problemOf(renderReport, officer, { year, format: 'html' })).toEqual(['reports.notFrozen'])
    const download = await perform(machine, downloadDraft, officer, { year, format: 'html' })
    expect(download).toMatchObject({ fileName: file.fileName, mediaType: file.mediaType })
    expect(Buffer.from(await machine.files.read(download.file)).toString()).toBe(html)
    expect(await problemOf(downloadReport, officer, { year, format: 'html' })).toEqual(['reports.notFrozen'])
  })
})

describe('freezing is refused', () => {
  test('while units are not approved, unless that is known', async () => {
    expect(await problemOf(freezeReport, officer, { ...head, ...(await seen()) })).toEqual(['reports.incomplete'])
    expect(await problemOf(freezeReport, officer, { ...head, ...(await seen()), incompleteIsKnown: 'false' })).toEqual([
      'reports.incomplete',
    ])
  })

  test('where anything of the draft changed since it was looked at; what did is told', async () => {
    const before = await seen()
    const written = await perform(machine, readNarrative, officer, { year })
    const texts = { ...written.narrative, limits: 'Mới viết.' }
    await perform(machine, saveNarrative, officer, { year, version: written.version, ...texts })
    const input = { ...head, ...before, incompleteIsKnown: true }
    const refused = await perform(machine, freezeReport, officer, input).catch((error) => error)
    expect([refused.status, ...refused.problems.map((problem: Problem) => tell('vi', problem)).slice(1)]).toEqual([
      409,
      'IV.2. Hạn chế, khó khăn: khi bạn mở trang còn trống, nay là “Mới viết.”.',
    ])
    await database.pool.query(`update collection.round set due_on = due_on + 1 where year = ${year}`)
    const [, , ...others] = await problemOf(freezeReport, officer, input)
    expect(others).toContain('platform.otherNow')
    await database.pool.query(`update collection.round set due_on = due_on - 1 where year = ${year}`)
    expect(await problemOf(freezeReport, officer, { ...head, incompleteIsKnown: true })).toEqual(['platform.missing'])
  })

  test('without a round, a number or a signatory', async () => {
    expect(await problemOf(freezeReport, officer, { ...head, ...(await seen()), year: 2027 })).toEqual([
      'reports.noRound',
    ])
    expect(await problemOf(freezeReport, officer, { ...head, ...(await seen()), number: '' })).toEqual([
      'platform.tooSmall',
    ])
    expect(await problemOf(freezeReport, officer, { ...head, ...(await seen()), signatory: undefined })).toEqual([
      'platform.missing',
    ])
  })

  test('with a number that another report of the year has', async () => {
    await database.pool.query(
      `insert into reports.report (id, year, kind, state, number, symbol, issued_on, head, is_sample, created_at, frozen_at)
       values (gen_random_uuid(), 2025, 'yearly', 'frozen', 999, 'BC-UBND', '2026-01-05', '{}', false, now(), now())`,
    )
    const input = { ...head, ...(await seen()), number: 999, incompleteIsKnown: true }
    expect(await problemOf(freezeReport, officer, input)).toEqual(['reports.numberTaken'])
  })

  test.each(['doc', 'ba-dinh', 'duyet-ba-dinh', 'sgddt'] as const)('by %s', async (person) => {
    const caller = await hanoiCaller(database, person)
    const input = { ...head, ...(await seen()), incompleteIsKnown: true }
    expect(await problemOf(freezeReport, caller, input)).toEqual(['platform.forbidden'])
    expect(await problemOf(saveNarrative, caller, { year, version: 2 })).toEqual(['platform.forbidden'])
  })
})

describe('a frozen report', () => {
  const files = new Map<string, string>()
  const anybody: Caller = { via: 'web', from: '192.0.2.9' }
  const formats = ['docx', 'pdf', 'xlsx', 'html'] as const

  beforeAll(async () => {
    await perform(machine, freezeReport, officer, { ...head, ...(await seen()), incompleteIsKnown: true })
    for (const format of formats) {
      files.set(format, (await perform(machine, renderReport, anybody, { year, format })).content)
    }
  }, 60_000)

  test.each(formats)('is a download in %s of the very bytes that come in base64', async (format) => {
    const { file, fileName } = await perform(machine, downloadReport, anybody, { year, format })
    expect(fileName).toBe(`bao-cao-${year}.${format}`)
    expect(Buffer.from(await machine.files.read(file)).toString('base64')).toBe(files.get(format))
  })

  test('is public, with number, hash and inputs that name every value', async () => {
    const [row] = await perform(machine, listReports, anybody, {})
    expect(row).toMatchObject({ year, number: 412, symbol: 'BC-UBND', issuedOn: '2026-11-28', isSample: true })
    const { inputs, snapshot, hash } = await perform(machine, report, anybody, { year })
    expect(hash).toMatch(/^[0-9a-f]{64}$/)
    expect(inputs.submissions.filter((input) => input.audience === 'commune')).toHaveLength(101)
    const values = inputs.submissions.flatMap((input) => Object.values(input.values))
    const { rows } = await database.pool.query(
      'select count(*)::int as found from indicators.value where id = any($1)',
      [values],
    )
    expect(rows[0].found).toBe(values.length)
    expect(snapshot.document).toMatchObject({ number: 412, draft: false })
    expect(JSON.stringify(snapshot.document)).not.toContain('Chưa nhập')
  })

  test('cannot be frozen, written or previewed again', async () => {
    const again = { ...head, draftVersion: 'x', number: 413, incompleteIsKnown: true }
    expect(await problemOf(freezeReport, officer, again)).toEqual(['reports.alreadyFrozen'])
    expect(await problemOf(saveNarrative, officer, { year, version: 5 })).toEqual(['reports.alreadyFrozen'])
    expect(await problemOf(previewReport, officer, { year })).toEqual(['reports.alreadyFrozen'])
  })

  test('stays byte for byte the same when more is approved after', async () => {
    expect(waiting).not.toBe('')
    const { version } = (await perform(machine, submissionOperation, operator, { round: year, unit: waiting }))
      .submission
    const { values } = await perform(machine, approve, operator, { round: year, unit: waiting, version })
    expect(values).toBeGreaterThan(50)
    for (const format of formats) {
      const { content } = await perform(machine, renderReport, anybody, { year, format })
      expect(createHash('sha256').update(content).digest('hex')).toBe(
        createHash('sha256')
          .update(files.get(format) ?? '')
          .digest('hex'),
      )
    }
    expect(await perform(machine, verifyReport, anybody, { year })).toMatchObject({ isIntact: true, auditHolds: true })
  })

  test('holds numbers as numbers in Excel, and says what it is in every sheet', async () => {
    const sheets = await readWorkbook(Buffer.from(files.get('xlsx') ?? '', 'base64'))
    expect(sheets.map((sheet) => sheet.name)).toEqual([
      'I. Chỉ tiêu',
      'II. Danh hiệu',
      'III. Xóa mù chữ, phổ cập',
      'IV. Trung tâm học tập cộng đồng',
      'V. Nhiệm vụ',
      'VI. Kinh phí',
      'VII. Tình hình báo cáo',
    ])
    for (const sheet of sheets) {
      expect(JSON.stringify(sheet.rows.slice(0, 3))).toContain('SỐ LIỆU MẪU. Kèm theo Báo cáo số 412/BC-UBND')
    }
    const { snapshot } = await perform(machine, report, anybody, { year })
    const total = snapshot.grids[1]?.rows[0]?.cells[2]
    expect(total).toBeGreaterThan(1_000_000)
    expect(JSON.stringify(sheets[1]?.rows)).toContain(`:${total}`)
  })

  test('refuses every change in the database', async () => {
    await expect(database.pool.query('update reports.report set number = 1')).rejects.toThrow('frozen')
    await expect(database.pool.query('delete from reports.report')).rejects.toThrow('frozen')
    await expect(database.pool.query(`update reports.snapshot set hash = repeat('0', 64)`)).rejects.toThrow(
      'append-only',
    )
  })

  test('shows what was changed behind its back', async () => {
    await database.pool.query(`alter table reports.snapshot disable trigger snapshot_append_only`)
    await database.pool.query(
      `update reports.snapshot set data = jsonb_set(data, '{facts,units,0,name}', '"Phường Khác"')`,
    )
    const verdict = await perform(machine, verifyReport, anybody, { year })
    expect(verdict).toMatchObject({ isIntact: false, auditHolds: true })
    expect(verdict.computed).not.toBe(verdict.hash)
  })

  test('stands in the audit log with its hash', async () => {
    const { rows } = await database.pool.query<{ hash: string }>(
      `select detail->'changes'->0->'new'->>'hash' as hash from platform.audit_entry where operation = 'reports.freeze'`,
    )
    const [row] = await perform(machine, listReports, anybody, {})
    expect(rows).toEqual([{ hash: row?.hash }])
  })
})
