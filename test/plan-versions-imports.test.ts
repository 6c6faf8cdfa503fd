/** Documents under review on a real database: read, decided, linked, published by a second person, and amended by a later text. */
import { beforeAll, describe, expect, test } from 'vitest'
import { ProblemError } from '#kernel/problem.ts'
import { importWorkflow, plan as planModule } from '#modules/plan'
import { operatorCaller } from '#platform/authority.ts'
import type { Database } from '#platform/database/index.ts'
import type { Engine } from '#platform/operation.ts'
import { performAny } from '#platform/perform.ts'
import { testDatabase } from '#test/database.ts'
import { expectReplay } from '#test/histories.ts'
import { testMachine } from '#test/machine.ts'
import { type HanoiPerson, hanoiCaller } from '#test/worlds/hanoi.ts'
import { withoutPlan } from '#test/worlds/hanoi-without-plan.ts'
import { seenInPlan } from '#test/worlds/seen.ts'

const document = `ỦY BAN NHÂN DÂN
THÀNH PHỐ HÀ NỘI
Số: 301/KH-UBND
Hà Nội, ngày 05 tháng 3 năm 2026

KẾ HOẠCH
Thực hiện phong trào học tập suốt đời giai đoạn 2026-2030

Căn cứ Quyết định số 1373/QĐ-TTg ngày 30/7/2021 của Thủ tướng Chính phủ phê duyệt Đề án;

I. MỤC TIÊU
1. Mục tiêu đến năm 2030
a) Mô hình học tập
- Phấn đấu 70% gia đình được công nhận gia đình học tập.
- Phấn đấu 60% người dân thích đọc sách.
II. NHIỆM VỤ
1. Tuyên truyền về học tập suốt đời.
III. TỔ CHỨC THỰC HIỆN
1. Sở Giáo dục và Đào tạo: chủ trì, phối hợp với Sở Nội vụ theo dõi Kế hoạch.
2. Hội Khuyến học Thành phố: phối hợp với Sở Giáo dục và Đào tạo vận động hội viên tham gia.

Nơi nhận:
- Lưu: VT.
TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
Nguyễn Văn Mẫu
`

/** The same plan a few months later: one number changed, one clause gone, one more. */
const later = document
  .replace('70% gia đình', '80% gia đình')
  .replace('- Phấn đấu 60% người dân thích đọc sách.\n', '')
  .replace('1. Tuyên truyền về học tập suốt đời.', '1. Tuyên truyền về học tập suốt đời.\n2. Mở lớp học buổi tối.')

let database: Database
let engine: Engine

beforeAll(async () => {
  database = await testDatabase(withoutPlan)
  engine = await testMachine(database)
})

async function does<T = Record<string, never>>(
  person: HanoiPerson | 'operator',
  name: string,
  input: object,
): Promise<T> {
  const operation = planModule.operations.find((each) => each.name === `plan.${name}`)
  if (!operation) throw new Error(`no operation plan.${name}`)
  const caller = person === 'operator' ? operatorCaller('command') : await hanoiCaller(database, person)
  return (await performAny(engine, operation, caller, await seenInPlan(engine, name, input))) as T
}

async function codesOf(attempt: Promise<unknown>): Promise<string[]> {
  try {
    await attempt
    return ['done']
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error
    return error.problems.map(({ code, path }) => [code, ...(path ?? [])].join(' '))
  }
}

interface Piece {
  pieces: {
    key: string
    kind: string
    isDoubtful: boolean
    lack: string | null
    decision: { verdict: string } | null
    made: { indicator: string | null; agencies: string[]; title: { vi: string; en: string } | null }
    suggestions: { code: string; score: number }[]
    line: number
  }[]
  counts: { undecided: number; doubtful: number; pieces: number; targets: number; duties: number }
  lines: { number: number; text: string }[]
  mayPublish: boolean
}

const upload = (text: string | Buffer, person: HanoiPerson = 'thanh-pho') =>
  does<{ id: string; counts: Piece['counts'] }>(person, 'importPlan', {
    fileName: 'ke-hoach.txt',
    content: Buffer.from(text).toString('base64'),
  })
const look = (id: string, given: object = {}) => does<Piece>('thanh-pho', 'import', { id, ...given })

/** Decides what is left: faults and doubts as read, unless told otherwise. */
async function decideAll(id: string): Promise<void> {
  await does('thanh-pho', 'acceptSure', { id })
  for (;;) {
    const { pieces } = await look(id, { filter: 'undecided' })
    if (pieces.length === 0) return
    for (const { key } of pieces) await does('thanh-pho', 'judgePiece', { id, piece: key, verdict: 'accepted' })
  }
}

let id: string

describe('what is no plan', () => {
  test.each([
    ['a letter', 'Kính gửi ông bà\nXin cảm ơn.', ['plan.noPlan-no-type file']],
    ['nothing', '  \n', ['plan.noPlan-empty file']],
    ['another document', document.replace('KẾ HOẠCH\n', 'BÁO CÁO\n'), ['plan.noPlan-other-type file']],
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2]), ['documents.isPicture file']],
  ])('%s is refused with its reason', async (_, text, codes) => {
    expect(await codesOf(upload(text))).toEqual(codes)
  })

  test('a reader may not bring one in', async () => {
    expect(await codesOf(upload(document, 'doc'))).toEqual(['platform.forbidden'])
  })
})

describe('the review', () => {
  test('shows pieces at their lines, with suggestions for targets and agencies by name', async () => {
    const uploaded = await upload(document)
    id = uploaded.id
    expect(uploaded.counts).toMatchObject({ targets: 2, duties: 3 })
    const { pieces, lines } = await look(id)
    const target = pieces.find(({ key }) => key === 'target I.1.a.1 1')
    expect(target?.suggestions[0]?.code).toBe('learning_families_share')
    expect(lines.find(({ number }) => number === target?.line)?.text).toContain('70%')
    const reading = pieces.find(({ key }) => key === 'target I.1.a.2 1')
    expect(reading).toMatchObject({ lack: 'indicator', made: { indicator: null } })
    expect(pieces.filter(({ kind }) => kind === 'duty').map(({ made }) => made.agencies)).toEqual([
      ['SGDDT'],
      ['SNV'],
      ['HKH'],
    ])
  })

  test('filters show what is asked for', async () => {
    const kinds = async (filter: string) => [...new Set((await look(id, { filter })).pieces.map(({ kind }) => kind))]
    expect(await kinds('targets')).toEqual(['target'])
    expect(await kinds('duties')).toEqual(['duty'])
    const doubtful = (await look(id, { filter: 'doubtful' })).pieces
    expect(doubtful.every((piece) => piece.isDoubtful || piece.lack)).toBe(true)
  })

  test('what is sure is accepted at once, never a doubtful piece or one that lacks something', async () => {
    const { accepted } = await does<{ accepted: number }>('thanh-pho', 'acceptSure', { id })
    expect(accepted).toBeGreaterThan(5)
    const { pieces } = await look(id)
    for (const piece of pieces.filter((each) => each.decision)) {
      expect(piece).toMatchObject({ isDoubtful: false, lack: null })
    }
    expect((await does<{ accepted: number }>('thanh-pho', 'acceptSure', { id })).accepted).toBe(0)
  })

  test('decisions are kept one after the other; the latest counts, and corrections add up', async () => {
    const piece = 'target I.1.a.1 1'
    await does('thanh-pho', 'judgePiece', { id, piece, verdict: 'rejected' })
    await does('thanh-pho', 'linkIndicator', { id, piece, indicator: 'learning_families_share' })
    const subject = { vi: 'Gia đình học tập', en: 'Learning families' }
    await does('thanh-pho', 'judgePiece', { id, piece, verdict: 'corrected', correction: { subject, value: 75 } })
    const result = (await look(id)).pieces.find(({ key }) => key === piece)
    expect(result).toMatchObject({
      decision: { verdict: 'corrected' },
      made: { indicator: 'learning_families_share', title: subject },
    })
    const { rows } = await database.pool.query(
      'select verdict from plan.import_verdict where piece = $1 order by seq',
      [piece],
    )
    expect(rows.map(({ verdict }) => verdict).slice(-3)).toEqual(['rejected', 'corrected', 'corrected'])
    await expect(database.pool.query('delete from plan.import_verdict')).rejects.toThrow()
  })

  test.each([
    ['an unknown piece', { piece: 'target X 1', verdict: 'accepted' }, ['plan.unknownPiece']],
    [
      'an unknown agency',
      { piece: 'duty III.1 1', verdict: 'corrected', correction: { agencies: ['KHONG'] } },
      ['plan.unknownAgency agencies'],
    ],
    [
      'an unknown indicator',
      { piece: 'target I.1.a.1 1', verdict: 'corrected', correction: { indicator: 'x' } },
      ['indicators.unknownIndicator indicator'],
    ],
  ])('%s is refused', async (_, given, codes) => {
    expect(await codesOf(does('thanh-pho', 'judgePiece', { id, ...given }))).toEqual(codes)
  })
})

describe('publishing', () => {
  test('waits until everything is decided and linked, and for a second person', async () => {
    const input = { id, standingAgency: 'SGDDT' }
    expect((await codesOf(does('quan-tri', 'publishImport', input)))[0]).toBe('plan.importUndecided')
    const { version } = await does<{ version: string }>('quan-tri', 'import', { id })
    await decideAll(id)
    // Decided since it was looked at: neither published nor put away unseen.
    const unseen = await codesOf(does('quan-tri', 'publishImport', { ...input, version }))
    expect([unseen[0], unseen.at(-1)]).toEqual(['platform.changedSince', expect.stringMatching(/^platform\./)])
    expect((await codesOf(does('thanh-pho', 'discardImport', { id, version })))[0]).toBe('platform.changedSince')
    expect(
      await codesOf(does('quan-tri', 'judgePiece', { id, piece: 'item I', verdict: 'rejected', version: 0 })),
    ).toEqual(['platform.changedSince', 'platform.added'])
    expect(await codesOf(does('quan-tri', 'publishImport', input))).toEqual(['plan.importLacks'])
    await does('thanh-pho', 'linkIndicator', { id, piece: 'target I.1.a.2 1', indicator: '' })
    expect(await codesOf(does('thanh-pho', 'publishImport', input))).toEqual(['plan.samePerson'])
    expect(await codesOf(does('quan-tri', 'publishImport', { id }))).toEqual([
      'plan.standingAgencyMissing standingAgency',
    ])
  })

  test('makes the first version, with the words of every clause', async () => {
    expect(await does('quan-tri', 'publishImport', { id, standingAgency: 'SGDDT' })).toEqual({ number: 1 })
    await expectReplay(database, importWorkflow, { id, state: 'published' })
    const { plan, clauses } = await does<{
      plan: { symbol: string; issuedOn: string; fromYear: number; toYear: number; legalBases: { number: string }[] }
      clauses: { ref: string; text: string | null; title: { vi: string; en: string } }[]
    }>('thanh-pho', 'tree', {})
    expect(plan).toMatchObject({ symbol: '301/KH-UBND', issuedOn: '2026-03-05', fromYear: 2026, toYear: 2030 })
    expect(plan.legalBases.map(({ number }) => number)).toEqual(['1373/QĐ-TTg'])
    expect(clauses.every(({ text }) => text !== null && text !== '')).toBe(true)
    const { rows } = await does<{ rows: { key: string; group: string; targets: { value: number }[] }[] }>(
      'thanh-pho',
      'progress',
      {},
    )
    expect(rows.map(({ key, group, targets }) => [key, group, targets.map(({ value }) => value)])).toEqual([
      ['a.1', 'a', [75]],
    ])
    const duties = await does<{ ref: string; role: string; holders: { code: string }[] }[]>('thanh-pho', 'duties', {})
    expect(duties.map(({ ref, role, holders }) => `${ref} ${role} ${holders[0]?.code}`)).toEqual([
      'III.1 lead SGDDT',
      'III.1 coordinate SNV',
      'III.2 coordinate HKH',
    ])
    expect(await codesOf(does('thanh-pho', 'judgePiece', { id, piece: 'item I', verdict: 'accepted' }))).toEqual([
      'plan.importClosed',
    ])
  })

  test('a later text of the same plan is an amendment with its differences by clause', async () => {
    const second = (await upload(later)).id
    await decideAll(second)
    const days = { issuedOn: '2026-06-01', effectiveOn: '2026-06-10' }
    const verdict = { symbol: '9/QĐ-UBND', ...days, titleVi: 'Sửa đổi', reason: 'Thử' }
    expect((await codesOf(does('quan-tri', 'publishImport', { id: second })))[0]).toMatch(/^platform\.missing/)
    expect(await does('quan-tri', 'publishImport', { id: second, ...verdict })).toEqual({ number: 2 })
    const { diff } = await does<{
      diff: { what: string; old: { ref: string; value?: number } | null; new: { ref: string; value?: number } | null }[]
    }>('thanh-pho', 'version', { number: 2 })
    const texts = diff.map((entry) => `${entry.what} ${entry.old?.ref ?? '–'} ${entry.new?.ref ?? '–'}`)
    expect(texts).toEqual(
      expect.arrayContaining(['clause I.1.a.1 I.1.a.1', 'clause – II.2', 'clause I.1.a.2 –', 'target I.1.a.1 I.1.a.1']),
    )
    expect(texts).toHaveLength(4)
    const target = diff.find(({ what }) => what === 'target')
    expect([target?.old?.value, target?.new?.value]).toEqual([75, 80])
    const { clauses } = await does<{ clauses: { ref: string; text: string }[] }>('thanh-pho', 'tree', {})
    expect(clauses.map(({ ref }) => ref)).toEqual([
      'CC',
      'I',
      'I.1',
      'I.1.a',
      'I.1.a.1',
      'II',
      'II.1',
      'II.2',
      'III',
      'III.1',
      'III.2',
    ])
    expect(clauses.find(({ ref }) => ref === 'I.1.a.1')?.text).toContain('80%')
  })

  test('the same text again changes nothing, and another plan is refused', async () => {
    const again = (await upload(later)).id
    await decideAll(again)
    const days = { issuedOn: '2026-07-01', effectiveOn: '2026-07-10' }
    const verdict = { symbol: '10/QĐ-UBND', ...days, titleVi: 'Sửa đổi', reason: 'Thử' }
    const other = (await upload(document.replace('301/KH', '302/KH'))).id
    expect(await codesOf(does('quan-tri', 'publishImport', { id: again, ...verdict }))).toEqual([
      'plan.importNoDifference',
    ])
    expect(await codesOf(does('quan-tri', 'publishImport', { id: other, ...verdict }))).toEqual(['plan.anotherPlan'])
    expect(await codesOf(does('thanh-pho', 'discardImport', { id: other }))).toEqual(['done'])
  })
})
