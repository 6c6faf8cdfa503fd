/** What is written on a plan rests on what was seen: drafts of amendments and documents under review, told by the order of what came. */
import { beforeAll, expect, test } from 'vitest'
import { type Problem, ProblemError, describe as tell } from '#kernel/problem.ts'
import { plan as planModule } from '#modules/plan'
import type { Database } from '#platform/database/index.ts'
import { performAny } from '#platform/perform.ts'
import { testDatabase } from '#test/database.ts'
import { handClock, testMachine } from '#test/machine.ts'
import { type HanoiPerson, hanoi, hanoiCaller } from '#test/worlds/hanoi.ts'
import { seenInPlan } from '#test/worlds/seen.ts'

const clock = handClock('2026-05-02T02:00:00Z')
let database: Database
let does: <T = { id: string }>(person: HanoiPerson, name: string, input?: object) => Promise<T>

beforeAll(async () => {
  database = await testDatabase(hanoi)
  const engine = await testMachine(database, { clock })
  does = async (person, name, input = {}) => {
    const operation = planModule.operations.find((each) => each.name === `plan.${name}`)
    if (!operation) throw new Error(`no operation plan.${name}`)
    const caller = await hanoiCaller(database, person)
    return (await performAny(engine, operation, caller, await seenInPlan(engine, name, input))) as never
  }
})

/** What a step was refused with: its status, what is told after the first sentence, and where something is missing. */
async function refusalOf(attempt: Promise<unknown>) {
  const error = await attempt.then(
    () => undefined,
    (thrown: unknown) => thrown,
  )
  if (!(error instanceof ProblemError)) throw new Error(`expected a refusal, got ${error}`)
  const texts = error.problems.map((problem: Problem) => tell('vi', problem))
  return { status: error.status, said: texts.slice(1), at: error.problems.map(({ path }) => path?.join('.')) }
}

const decision = { issuedOn: '2026-01-05', effectiveOn: '2026-01-10', titleVi: 'Sửa chỉ tiêu', reason: 'Rà soát' }
const draft = async (symbol: string) => (await does('thanh-pho', 'draftAmendment', { ...decision, symbol })).id

async function rowsOf(of: 'targets' | 'duties') {
  return (await does<Record<typeof of, { id: string; ref: string }[]>>('thanh-pho', 'amendable'))[of]
}

test('a draft changed since it was seen is written on by nobody unseen: every single change names what it saw', async () => {
  const amendment = await draft('71/QĐ-UBND')
  const targets = await rowsOf('targets')
  const targetAt = (ref: string) => targets.find((each) => each.ref === ref)?.id
  const target = targetAt('II.1.b.1')
  const [duty] = await rowsOf('duties')
  await does('quan-tri', 'retitleClause', { amendment, ref: 'V.1.2', titleVi: 'Tên khác' })
  const input = { comparator: '>=', value: 55, year: 2030, mode: 'reach', subjectVi: 'Thử' }
  const onCommunes = { target: targetAt('II.2.a.4'), indicator: 'communes_universal_preschool_share' }
  const steps: Record<string, object> = {
    writeTarget: { ...input, ref: 'II.1.b.1', indicator: 'working_age_information_share', replaces: target },
    endTarget: { target },
    writeDuty: { ref: 'V.1.1.3', agency: 'SVHTT', role: 'lead', titleVi: 'Việc mới' },
    endDuty: { duty: duty?.id },
    retitleClause: { ref: 'V.1.2', titleVi: 'Tên thứ ba' },
    dropChange: { change: 'clause V.1.2' },
    convertTarget: { ...input, ...onCommunes, draft: amendment },
  }
  for (const [name, given] of Object.entries(steps)) {
    expect([name, await refusalOf(does('thanh-pho', name, { ...given, amendment, revision: 1 }))]).toMatchObject([
      name,
      {
        status: 409,
        said: ['Lần soạn: khi bạn mở trang là “1”, nay là “2”.', 'Thay đổi ở mục V.1.2: mới có thêm, là “Tên khác”.'],
      },
    ])
    const unsaid = await refusalOf(does('thanh-pho', name, { ...given, amendment, revision: undefined }))
    expect([name, unsaid.status, unsaid.at]).toEqual([name, 422, ['revision']])
  }
  // Each change says the revision to go on from.
  const { revision } = await does<{ revision: number }>('thanh-pho', 'endTarget', { amendment, target, revision: 2 })
  const key = 'clause V.1.2'
  expect(await does<object>('thanh-pho', 'dropChange', { amendment, change: key, revision })).toEqual({
    amendment,
    revision: 4,
  })
})

test('what one wrote oneself since is known: changes go on from an older page, until another person writes', async () => {
  const amendment = await draft('74/QĐ-UBND')
  const [one, two, three] = await rowsOf('targets')
  await does('thanh-pho', 'endTarget', { amendment, target: one?.id, revision: 1 })
  await does('thanh-pho', 'endTarget', { amendment, target: two?.id, revision: 1 })
  const theirs = await refusalOf(does('quan-tri', 'endTarget', { amendment, target: three?.id, revision: 1 }))
  expect([theirs.status, theirs.said[0]]).toEqual([409, 'Lần soạn: khi bạn mở trang là “1”, nay là “3”.'])
  await does('quan-tri', 'endTarget', { amendment, target: three?.id, revision: 3 })
  const mine = await refusalOf(does('thanh-pho', 'dropChange', { amendment, change: 'x', revision: 1 }))
  expect([mine.status, mine.said.length]).toEqual([409, 4])
})

test('drafts are listed by the last that was written on, though the clock was set back', async () => {
  const before = await draft('72/QĐ-UBND')
  clock.set('2026-05-01T02:00:00Z')
  const after = await draft('73/QĐ-UBND')
  const listed = async () => (await does<{ id: string }[]>('thanh-pho', 'amendments')).map(({ id }) => id).slice(0, 2)
  expect(await listed()).toEqual([after, before])
  clock.set('2026-04-01T02:00:00Z')
  await does('thanh-pho', 'retitleClause', { amendment: before, ref: 'V.1.2', titleVi: 'Tên khác' })
  expect(await listed()).toEqual([before, after])
})

const document = `Số: 301/KH-UBND
Hà Nội, ngày 05 tháng 3 năm 2026
KẾ HOẠCH
Thực hiện phong trào học tập suốt đời giai đoạn 2026-2030
I. MỤC TIÊU
1. Mục tiêu đến năm 2030
- Phấn đấu 70% gia đình được công nhận gia đình học tập.
II. NHIỆM VỤ
1. Tuyên truyền về học tập suốt đời.
`

test('what is sure is accepted as the document was seen; what changed is told by the order of the decisions', async () => {
  const content = Buffer.from(document).toString('base64')
  const { id } = await does('thanh-pho', 'importPlan', { fileName: 'ke-hoach.txt', content })
  await does('thanh-pho', 'judgePiece', { id, piece: 'item I', verdict: 'accepted' })
  const { version } = await does<{ version: string }>('quan-tri', 'import', { id })
  await does('thanh-pho', 'judgePiece', { id, piece: 'item I', verdict: 'rejected' })
  // As after a new start on a clock set back: ids, which are made from the time, go back with it.
  await database.pool.query(
    `alter table plan.import_verdict disable trigger user;
     update plan.import_verdict set id = '00000000-0000-7000-8000-000000000001'
     where seq = (select max(seq) from plan.import_verdict);
     alter table plan.import_verdict enable trigger user`,
  )
  expect(await refusalOf(does('quan-tri', 'acceptSure', { id, version }))).toMatchObject({
    status: 409,
    said: ['I MỤC TIÊU: khi bạn mở trang là “Đã nhận”, nay là “Đã loại”.'],
  })
  const unsaid = await refusalOf(does('quan-tri', 'acceptSure', { id, version: undefined }))
  expect([unsaid.status, unsaid.at]).toEqual([422, ['version']])
  expect(await does<object>('quan-tri', 'acceptSure', { id })).toEqual({ accepted: expect.any(Number) })
})
