/** Two officers on one form, Excel both ways, duties; and every kind of bad input answered clearly with nothing lost. */
import { PassThrough } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { beforeAll, describe, expect, test } from 'vitest'
import { ProblemError, describe as tell } from '#kernel/problem.ts'
import type { Database } from '#platform/database/index.ts'
import { writeWorkbook } from '#platform/documents/workbook.ts'
import { underTodaysNames, withFormerNames } from '#platform/former-names.ts'
import type { Engine, Operation } from '#platform/operation.ts'
import { perform } from '#platform/perform.ts'
import { testDatabase } from '#test/database.ts'
import { testMachine } from '#test/machine.ts'
import { type HanoiPerson, hanoi, hanoiCaller } from '#test/worlds/hanoi.ts'
import { seenForm } from '#test/worlds/seen.ts'
import { saveDuty } from '../duty-reports/duty-entry.operations.ts'
import { addEvidence, dutyList, evidence } from '../duty-reports/duty-reports.operations.ts'
import { excelColumns } from '../excel/excel.model.ts'
import { excelCode, excelRows, headingsOf } from '../excel/excel.rules.ts'
import { importWorkbook } from '../excel/excel-intake.operations.ts'
import { openRound } from '../rounds/rounds.operations.ts'
import { saveCells, send } from './entry.operations.ts'
import { submissionOperation } from './submission-contents.operations.ts'

let database: Database
let machine: Engine
beforeAll(async () => {
  database = await testDatabase(hanoi)
  machine = await testMachine(database)
  await perform(machine, openRound, await hanoiCaller(database, 'quan-tri'), { year: 2026 })
})

async function as<I, O>(person: HanoiPerson, operation: Operation<I, O>, input: unknown): Promise<O> {
  return perform(machine, operation, await hanoiCaller(database, person), input)
}

/** The problems that a promise ends in, in Vietnamese. */
async function told(work: Promise<unknown>): Promise<string[]> {
  try {
    await work
    return []
  } catch (error) {
    if (error instanceof ProblemError) return error.problems.map((problem) => tell('vi', problem))
    throw error
  }
}

const baDinh = { round: 2026, unit: '00004' }
const one = (measure: string, entry: string, version: number) => ({ measure, entry, version })

async function cellOf(measure: string) {
  const { cells } = await as('ba-dinh', submissionOperation, baDinh)
  return cells.find((cell) => cell.measure === measure)
}

describe('two officers on one form', () => {
  test('different cells both stay', async () => {
    const [first, second] = await Promise.all([
      as('ba-dinh', saveCells, { ...baDinh, cells: [one('documents_issued', '7', 0)] }),
      as('ba-dinh-2', saveCells, { ...baDinh, cells: [one('inspections', '3', 0)] }),
    ])
    expect([first.conflicts, second.conflicts]).toEqual([[], []])
    expect([(await cellOf('documents_issued'))?.amount, (await cellOf('inspections'))?.amount]).toEqual([7, 3])
  })

  test('the same cell: the second is told the first’s figure, and may then put theirs over it', async () => {
    const same = [one('documents_issued', '8', 1), one('events_held', '12', 0)]
    await as('ba-dinh-2', saveCells, { ...baDinh, cells: [one('documents_issued', '9', 1)] })
    const saved = await as('ba-dinh', saveCells, { ...baDinh, cells: same })
    expect(saved.conflicts).toMatchObject([
      { measure: 'documents_issued', entry: '9', version: 2, editor: 'Lý Văn Ba Đình' },
    ])
    // The other cell of the same saving is not held back.
    expect(saved.kept).toEqual([{ measure: 'events_held', category: 'total', version: 1 }])
    expect((await cellOf('documents_issued'))?.entry).toBe('9')
    await as('ba-dinh', saveCells, { ...baDinh, cells: [one('documents_issued', '8', 2)] })
    expect(await cellOf('documents_issued')).toMatchObject({ entry: '8', version: 3, editor: 'Đỗ Thị Ba Đình' })
  })

  test('the same figure typed by both is no conflict', async () => {
    const saved = await as('ba-dinh-2', saveCells, { ...baDinh, cells: [one('documents_issued', '8', 1)] })
    expect(saved).toMatchObject({ conflicts: [], kept: [{ version: 3 }] })
  })
})

test('a program of the version before says `typed` for an entry and finds it in the answer; both at once are refused', async () => {
  const former = (cells: readonly object[]) => underTodaysNames({ ...baDinh, cells }, saveCells.former)
  const was = { typed: '', note: '' }
  const saved = await as('ba-dinh', saveCells, former([{ measure: 'events_held', typed: '4', was, version: 1 }]))
  expect(saved.kept).toEqual([{ measure: 'events_held', category: 'total', version: 2 }])
  const late = await as('ba-dinh-2', saveCells, former([{ measure: 'events_held', typed: '5', version: 1 }]))
  const theirs = { entry: '4', typed: '4', editor: 'Đỗ Thị Ba Đình' }
  expect(withFormerNames(late, saveCells.former)).toMatchObject({ conflicts: [theirs] })
  const shown = withFormerNames(await as('ba-dinh', submissionOperation, baDinh), submissionOperation.former)
  expect(shown).toMatchObject({ cells: expect.arrayContaining([expect.objectContaining({ entry: '4', typed: '4' })]) })
  expect(() => former([{ measure: 'events_held', entry: '6', typed: '6', version: 2 }])).toThrow('platform.twoNames')
})

describe('bad input', () => {
  test('a number with the wrong separators is kept as typed and refused with how it was read', async () => {
    await as('ba-dinh', saveCells, { ...baDinh, cells: [one('learners', '1,234', 0)] })
    expect(await cellOf('learners')).toMatchObject({ entry: '1,234', amount: null })
    const problems = await told(as('ba-dinh', send, await seenForm(machine, baDinh)))
    expect(problems).toContain(
      'Người học: “1,234” được đọc là 1,234, mà ở đây cần số nguyên. Hàng nghìn viết bằng dấu chấm: 1.234.',
    )
    expect((await cellOf('learners'))?.entry).toBe('1,234')
  })

  test('braces and quotes in what was typed are said as they are', async () => {
    await as('ba-dinh', saveCells, { ...baDinh, cells: [one('libraries', "{a}'b", 0)] })
    expect(await told(as('ba-dinh', send, await seenForm(machine, baDinh)))).toContain(
      "Thư viện: “{a}'b” không phải là số.",
    )
  })

  test('numerator over denominator names both', async () => {
    const cells = [one('families_total', '1.000', 0), one('learning_families_registered', '1.512', 0)]
    await as('ba-dinh', saveCells, { ...baDinh, cells })
    const problems = await told(as('ba-dinh', send, await seenForm(machine, baDinh)))
    expect(problems.filter((text) => text.includes('1.000'))).toHaveLength(1)
  })

  test('an unknown measure and an unknown unit', async () => {
    expect(await told(as('ba-dinh', saveCells, { ...baDinh, cells: [one('nothing', '1', 0)] }))).toEqual([
      'Biểu này không có số liệu “nothing”.',
    ])
    const nowhere = { round: 2026, unit: '12345', cells: [] }
    expect((await told(as('ba-dinh', saveCells, nowhere)))[0]).toContain('Không có đơn vị mã 12345')
  })
})

describe('Excel', () => {
  /** The form as a file, with some cells of the year changed. */
  async function fileOf(changes: Record<string, string | number>, code = excelCode(2026, '00004', 'commune-2026')) {
    const view = await as('ba-dinh', submissionOperation, baDinh)
    const rows = excelRows(view, 'vi').map((row) => ({ ...row, now: changes[row.code] ?? row.now }))
    const columns = excelColumns.map((key) => {
      const kind = key === 'now' || key === 'last' || key === 'version' ? ('number' as const) : ('text' as const)
      return { key, header: headingsOf(2026)[key].vi, width: 10, kind }
    })
    const out = new PassThrough()
    const [bytes] = await Promise.all([
      buffer(out),
      writeWorkbook([{ name: '2026', title: 'Biểu', note: `Mã biểu: ${code}.`, columns, rows }], out),
    ])
    return { ...baDinh, content: bytes.toString('base64') }
  }

  test('right cells are saved, wrong ones named by their address, and nothing is lost', async () => {
    const imported = await as(
      'ba-dinh',
      importWorkbook,
      await fileOf({ population_15_60: 48655, centres_total: 'khoảng 4', local_plan_issued: 'Có', learners: 900 }),
    )
    expect(imported.saved).toBe(4)
    expect(imported.problems.map(({ address, words }) => [address, words.vi])).toContainEqual([
      expect.stringMatching(/^G\d+$/),
      '“khoảng 4” không phải là số. Đã ghi lại nguyên văn để sửa trên trang.',
    ])
    expect(await cellOf('population_15_60')).toMatchObject({ entry: '48.655', amount: 48655 })
    expect(await cellOf('local_plan_issued')).toMatchObject({ amount: 1 })
    expect(await cellOf('centres_total')).toMatchObject({ entry: 'khoảng 4', amount: null })
  })

  test('parts of a total go down and come up under their own code', async () => {
    const imported = await as(
      'ba-dinh',
      importWorkbook,
      await fileOf({ newly_literate: 40, 'newly_literate.sex:female': 25, 'newly_literate.ethnicity:other': 'ba' }),
    )
    const { cells, findings } = await as('ba-dinh', submissionOperation, baDinh)
    const female = cells.find((cell) => cell.measure === 'newly_literate' && cell.category === 'sex:female')
    expect(female).toMatchObject({ amount: 25 })
    expect(imported.problems.map((problem) => problem.name.vi)).toContain(
      'Người mới biết chữ, trong đó: dân tộc thiểu số',
    )
    expect(findings.some((result) => result.category === 'ethnicity:other' && result.code === 'not-a-number')).toBe(
      true,
    )
  })

  test('a part over its total is named with it', async () => {
    const part = { measure: 'newly_literate', category: 'sex:female', entry: '41', version: 1 }
    await as('ba-dinh', saveCells, { ...baDinh, cells: [part] })
    expect(await told(as('ba-dinh', send, await seenForm(machine, baDinh)))).toContain(
      'Người mới biết chữ, trong đó: nữ: Nhiều hơn “Người mới biết chữ” (40). Kiểm tra lại một trong hai ô.',
    )
  })

  test('a cell changed on the page since the file was downloaded keeps the page’s figure', async () => {
    const file = await fileOf({ inspections: 30 })
    await as('ba-dinh-2', saveCells, { ...baDinh, cells: [one('inspections', '5', 1)] })
    const imported = await as('ba-dinh', importWorkbook, file)
    expect(imported.problems.find((problem) => problem.measure === 'inspections')?.words.vi).toContain('Lý Văn Ba Đình')
    expect((await cellOf('inspections'))?.amount).toBe(5)
  })

  test.each([
    ['another unit', excelCode(2026, '00070', 'commune-2026'), 'Tệp này là biểu của đơn vị mã 00070'],
    ['another year', excelCode(2025, '00004', 'commune-2025'), 'Tệp này là biểu của năm 2025'],
    ['no form of ours', 'gì đó', 'Tệp này không phải là biểu tải về từ đây'],
  ])('a file of %s is refused', async (_, code, expected) => {
    const [problem] = await told(as('ba-dinh', importWorkbook, await fileOf({}, code)))
    expect(problem).toContain(expected)
  })

  test('a file that is no Excel, and one that is too large', async () => {
    const text = Buffer.from('họ tên;số').toString('base64')
    expect((await told(as('ba-dinh', importWorkbook, { ...baDinh, content: text })))[0]).toContain(
      'không phải là tệp Excel',
    )
    const large = Buffer.alloc(5_100_000).toString('base64')
    expect((await told(as('ba-dinh', importWorkbook, { ...baDinh, content: large })))[0]).toContain('Tệp quá lớn')
  })
})

describe('the duties of an agency', () => {
  const agency = { round: 2026, unit: 'SGDDT' }
  const duties = async () => (await as('sgddt', dutyList, agency)).duties

  test('are sent only when each is reported; a share over 100 is refused', async () => {
    const [first, ...others] = await duties()
    if (!first) throw new Error('no duties')
    const report = { ...agency, duty: first.id, state: 'regular', result: 'Đã làm', percent: '62,5', version: 0 }
    expect(await told(as('sgddt', saveDuty, { ...report, percent: '120' }))).toEqual(['Tiến độ phải từ 0 đến 100%.'])
    expect(await told(as('sgddt', saveDuty, { ...report, result: '' }))).toEqual(['Ghi kết quả chính của nhiệm vụ.'])
    expect(await as('sgddt', saveDuty, report)).toEqual({ version: 1 })
    // Different fields of one report: both stay; the same field: told, with nothing overwritten.
    await as('sgddt', saveDuty, { ...report, difficulty: 'Thiếu kinh phí', version: 1 })
    expect(await as('sgddt', saveDuty, { ...report, proposal: 'Bổ sung', version: 1 })).toEqual({ version: 3 })
    const other = { ...report, result: 'Khác', difficulty: 'Đủ', version: 1 }
    const refused = await told(as('sgddt', saveDuty, other))
    expect(refused).toEqual([expect.stringContaining('vừa sửa mục này')])
    expect((await duties())[0]?.report).toMatchObject({
      result: 'Đã làm',
      difficulty: 'Thiếu kinh phí',
      proposal: 'Bổ sung',
    })
    expect(await as('sgddt', saveDuty, { ...other, shown: 3 })).toEqual({ version: 4 })
    expect((await duties())[0]?.report).toMatchObject({ result: 'Khác', difficulty: 'Đủ', proposal: 'Bổ sung' })
    expect(await told(as('sgddt', send, await seenForm(machine, agency)))).toHaveLength(others.length)
    for (const { id } of others) await as('sgddt', saveDuty, { ...report, duty: id })
    expect(await as('sgddt', send, await seenForm(machine, agency))).toMatchObject({ state: 'sent' })
    expect((await duties())[0]?.report).toMatchObject({ percent: 62.5, editor: 'Hoàng Thị Sở Giáo' })
  })

  test('another agency’s duty cannot be reported on', async () => {
    const [foreign] = (await as('thanh-pho', dutyList, { round: 2026, unit: 'STC' })).duties
    const report = { round: 2026, unit: '00004', duty: foreign?.id, state: 'done', result: 'x', version: 0 }
    expect(await told(as('ba-dinh', saveDuty, report))).toEqual(['Đơn vị không giữ nhiệm vụ này.'])
  })

  test('evidence is an address or a file of a harmless kind, and comes back as it was', async () => {
    const [duty] = (await as('thanh-pho', dutyList, { round: 2026, unit: 'STC' })).duties
    const finance = { round: 2026, unit: 'STC', duty: duty?.id }
    const city = (input: object) => as('thanh-pho', addEvidence, { ...finance, ...input })
    expect(await told(city({ url: 'javascript:alert(1)' }))).toEqual(['Nhập đường dẫn (https://…) hoặc chọn một tệp.'])
    const content = Buffer.from('<script>').toString('base64')
    expect(await told(city({ fileName: 'a.html', content }))).toEqual(['Chỉ nhận tệp PDF, ảnh, Word hoặc Excel.'])
    const paper = Buffer.from('%PDF-1.7').toString('base64')
    const { id } = await city({ fileName: 'Quyết định.pdf', content: paper })
    const proof = await as('thanh-pho', evidence, { ...finance, evidence: id })
    expect(proof).toMatchObject({ title: 'Quyết định.pdf', fileType: 'application/pdf', content: paper })
  })
})
