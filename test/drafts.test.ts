/**
 * What is being prepared is seen by those who prepare it: a walk over everything that can be read, by callers who may not see drafts,
 * finds none of any kind. Drafts of every kind bear the same mark.
 */
import { beforeAll, describe, expect, test } from 'vitest'
import { createIdentify } from '#app/identify.ts'
import { modules } from '#app/modules.ts'
import { createApp } from '#app/server.ts'
import { ProblemError } from '#kernel/problem.ts'
import { schemaOf } from '#platform/api/schema.ts'
import { type Caller, operatorCaller } from '#platform/authority.ts'
import type { Database } from '#platform/database/index.ts'
import { performAny } from '#platform/perform.ts'
import { testDatabase } from '#test/database.ts'
import { testMachine } from '#test/machine.ts'
import { hanoi, hanoiCaller } from '#test/worlds/hanoi.ts'

const mark = 'Sao La Trong Sương'
const year = 2039
const operations = modules.flatMap((module) => module.operations)
const reads = operations.filter(({ effect, name }) => effect === 'read' && !name.startsWith('access.'))

const planText = `ỦY BAN NHÂN DÂN
THÀNH PHỐ HÀ NỘI
Số: 777/KH-UBND
Hà Nội, ngày 05 tháng 01 năm 2026

KẾ HOẠCH
${mark} giai đoạn 2026-2030

Căn cứ Quyết định số 1373/QĐ-TTg ngày 30/7/2021 của Thủ tướng Chính phủ phê duyệt Đề án;

I. MỤC TIÊU
1. Mục tiêu đến năm 2030
a) ${mark}
- Phấn đấu 70% gia đình được công nhận gia đình học tập.
II. NHIỆM VỤ
1. Tuyên truyền về học tập suốt đời.
III. TỔ CHỨC THỰC HIỆN
1. Sở Giáo dục và Đào tạo: chủ trì, phối hợp với Sở Nội vụ theo dõi Kế hoạch.

Nơi nhận:
- Lưu: VT.
TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
Nguyễn Văn Mẫu
`

let database: Database
let machine: Awaited<ReturnType<typeof testMachine>>
let callers: ReadonlyMap<string, Caller>
/** Ids of the drafts. */
let ids: readonly string[]

async function run<T = { id: string }>(name: string, input: object): Promise<T> {
  const operation = operations.find((each) => each.name === name)
  if (!operation) throw new Error(`no operation ${name}`)
  return (await performAny(machine, operation, operatorCaller('command'), input)) as T
}

beforeAll(async () => {
  database = await testDatabase(hanoi)
  machine = await testMachine(database)
  await run('collection.openRound', { year: 2026 })
  await run('collection.openRound', { year, draft: true, opensOn: `${year}-10-01` })
  const days = { issuedOn: '2026-01-05', effectiveOn: '2026-01-10' }
  const amendment = await run('plan.draftAmendment', { symbol: mark, ...days, titleVi: mark, reason: mark })
  const content = Buffer.from(planText).toString('base64')
  const imported = await run('plan.importPlan', { fileName: `${mark}.txt`, content })
  const changes = [{ kind: 'rename', code: '00004', name: mark }]
  const decision = await run('reorganisation.draft', { on: '2027-01-01', title: mark, basis: mark, changes })
  const proposed = await run('reorganisation.draft', { on: '2027-02-01', title: mark, basis: mark, changes })
  await run('reorganisation.propose', { ...proposed })
  await run('reports.saveNarrative', { year: 2026, version: 0, strengths: mark })
  ids = [amendment, imported, decision, proposed].map(({ id }) => id)
  const email = 'khach@hanoi.example'
  const { id } = await run('access.createAccount', { email, name: 'Khách', password: 'mot-cau-de-nho-lau-7' })
  callers = new Map<string, Caller>([
    ['nobody', { via: 'web', from: '192.0.2.1' }],
    ['an account without a role', { account: { id, name: 'Khách' }, via: 'web', from: '192.0.2.2' }],
    ['an editor of a commune', await hanoiCaller(database, 'ba-dinh')],
    ['an approver of a commune', await hanoiCaller(database, 'duyet-ba-dinh')],
  ])
}, 60_000)

/** What the fields of inputs may be given: everything that could lead to a draft. */
const given = (): ReadonlyMap<string, readonly unknown[]> =>
  new Map<string, readonly unknown[]>([
    ['id', ids],
    ['draft', ids],
    ['amendment', ids],
    ['target', ids],
    ['year', [year, 2026]],
    ['round', [year, 2026]],
    ['period', [year, 2026]],
    ['unit', ['00004', '01']],
    ['code', ['00004', '01']],
    ['q', [mark]],
    ['query', [mark]],
    ['text', [mark]],
    ['number', [1, 2]],
    ['ref', ['I.1', 'II.1.a.1']],
    ['format', ['html', 'xlsx']],
    ['indicator', ['learning_citizens_share']],
    ['measure', ['learner_turns']],
    ['limit', [100]],
  ])

/** Inputs that an operation might take: its fields, each with every value that it may be given. */
function inputsFor(operation: (typeof reads)[number]): Record<string, unknown>[] {
  const { properties = {} } = schemaOf(operation.input, 'input') as { properties?: Record<string, unknown> }
  const known = given()
  const fields = Object.keys(properties).flatMap((name) => {
    const values = known.get(name)
    return values ? [[name, values] as const] : []
  })
  const all = fields.reduce<Record<string, unknown>[]>(
    (inputs, [name, values]) => inputs.flatMap((input) => values.map((value) => ({ ...input, [name]: value }))),
    [{}],
  )
  return [{}, ...all]
}

async function toldTo(caller: Caller, operation: (typeof reads)[number], input: object): Promise<string> {
  try {
    return JSON.stringify(await performAny(machine, operation, caller, input))
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error
    return JSON.stringify(error.problems.map(({ code, params }) => [code, params ?? {}]))
  }
}

/** Whether what was asked is said back does not count: a draft is told where more is known than was given. */
function leaks(text: string, input: object): boolean {
  const query = JSON.stringify(input)
  const isMarked = text.includes(mark) && !query.includes(mark)
  return isMarked || (text.includes(`"year":${year}`) && !query.includes(String(year)))
}

describe.each(['nobody', 'an account without a role', 'an editor of a commune', 'an approver of a commune'])(
  '%s',
  (who) => {
    test.each(reads)(
      'finds no draft by $name',
      async (operation) => {
        const caller = callers.get(who) ?? { via: 'web' }
        for (const input of inputsFor(operation)) {
          expect(
            leaks(await toldTo(caller, operation, input), input),
            `${operation.name} ${JSON.stringify(input)}`,
          ).toBe(false)
        }
      },
      60_000,
    )

    test('is told the same of a year that is prepared as of one that is not', async () => {
      const caller = callers.get(who) ?? { via: 'web' }
      for (const name of ['collection.submission', 'collection.cells', 'collection.check', 'collection.duties']) {
        const operation = reads.find((each) => each.name === name)
        if (!operation) throw new Error(`no operation ${name}`)
        const [prepared, none] = await Promise.all(
          [year, year + 1].map((round) => toldTo(caller, operation, { round, unit: '00004' })),
        )
        expect(prepared?.replaceAll(String(year), 'Y')).toBe(none?.replaceAll(String(year + 1), 'Y'))
      }
    })
  },
)

test('no page that anybody may open shows a draft', async () => {
  const app = createApp(machine, createIdentify(machine))
  const { rows } = await database.pool.query<{ code: string }>(
    `select code from organisation.published_unit where code = '00004' limit 1`,
  )
  const unit = rows[0]?.code
  const pages = ['/', '/plan', '/plan/versions', '/units', `/units/${unit}`, '/units/changes', '/reports', '/data']
  for (const path of [...pages, `/search?q=${encodeURIComponent('Sao La')}`]) {
    const text = await (await app.request(path)).text()
    expect(text.includes(mark), path).toBe(false)
  }
})

test('those who prepare them see them', async () => {
  const city = await hanoiCaller(database, 'doc')
  const rounds = reads.find(({ name }) => name === 'collection.rounds')
  const decisions = reads.find(({ name }) => name === 'reorganisation.listAll')
  if (!rounds || !decisions) throw new Error('no lists')
  expect(await toldTo(city, rounds, {})).toContain(`"year":${year}`)
  expect(await toldTo(city, decisions, { limit: 50 })).toContain(mark)
})
