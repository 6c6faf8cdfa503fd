/** Decisions about units on a real database: two pairs of eyes, what follows, what is refused, and taking back without a trace. */
import { describe, expect, test, vi } from 'vitest'
import { type Problem, describe as tell } from '#kernel/problem.ts'
import { codesOf, future, openDesk, today } from '#test/worlds/desk.ts'
import { callerOf, type SmallCityPerson, smallCity } from '#test/worlds/small-city.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

const drafter = 'pho-quan-tri'
const approver = 'so-nhap'
const desk = openDesk<SmallCityPerson>({
  world: smallCity,
  drafter,
  approver: { person: approver, email: 'so-nhap@nho.example' },
  callerOf,
})

const { does, proposed, approved, rowsOf, grant, setClock, dump, unitsOn } = desk
const newUnit = { code: '201', kind: 'commune', name: 'Mới', type: 'Xã', parent: '01' }

describe('two pairs of eyes', () => {
  test('neither who drafted nor who proposed approves; a second administrator does, once', async () => {
    const id = await proposed(future, [{ kind: 'rename', code: '101', name: 'Suối' }])
    expect(await codesOf(does(drafter, 'approve', { id }))).toEqual(['reorganisation.fourEyes'])
    expect(await codesOf(does('song-quan-tri', 'approve', { id }))).toEqual(['platform.forbidden'])
    await does(approver, 'approve', { id })
    expect(await codesOf(does(approver, 'approve', { id }))).toEqual(['reorganisation.wrongState'])
  })

  test('a returned draft says why, and may be changed again', async () => {
    const id = await proposed(future, [{ kind: 'rename', code: '101', name: 'Suối' }])
    await does(approver, 'return', { id, reason: 'Thiếu căn cứ' })
    const decision = await does<{ returnedReason: string; version: number }>(drafter, 'workingDecision', { id })
    expect(decision).toMatchObject({ state: 'draft', returnedReason: 'Thiếu căn cứ' })
    await does(approver, 'edit', { id, version: decision.version, title: 'Đổi tên phường Sông' })
    await does(drafter, 'propose', { id })
    // Who changed it last does not approve it either.
    expect(await codesOf(does(approver, 'approve', { id }))).toEqual(['reorganisation.fourEyes'])
  })

  test('acts are added to a draft as it was seen: to another one by nobody unseen, who is told what changed', async () => {
    const { id } = await does(drafter, 'draft', { on: future, title: 'Thêm', basis: 'Quyết định 1' })
    const rows = [{ change: 'doi ten', code: '103', name: 'Hồ' }]
    const answer = await does<{ added: number; version: number }>(approver, 'addChanges', { id, version: 1, rows })
    expect(answer).toMatchObject({ added: 1, version: 2 })
    const stale = { id, version: 1, rows: [{ change: 'doi ten', code: '101', name: 'Suối' }] }
    const refused = await does(drafter, 'addChanges', stale).catch((error) => error)
    expect(refused.status).toBe(409)
    expect(refused.problems.map((problem: Problem) => tell('vi', problem)).slice(1)).toEqual([
      'Phiên bản của phương án: khi bạn mở trang là “1”, nay là “2”.',
      'Thay đổi: mới có thêm, là “Đổi tên Phường Chợ (103) thành “Hồ””.',
    ])
    await does(drafter, 'addChanges', { ...stale, version: answer.version })
    expect((await does<{ changes: object[] }>(drafter, 'workingDecision', { id })).changes).toHaveLength(2)
  })

  test('a decision changed since it was looked at is judged by nobody unseen; what came and went is told', async () => {
    const id = await proposed(future, [
      { kind: 'rename', code: '101', name: 'Suối' },
      { kind: 'rename', code: '102', name: 'Núi' },
    ])
    await does(approver, 'return', { id, reason: 'Thiếu căn cứ' })
    await does(drafter, 'removeChange', { id, version: 3, place: 2 })
    await does(drafter, 'addChanges', { id, rows: [{ change: 'doi ten', code: '103', name: 'Hồ' }] })
    await does(drafter, 'edit', { id, version: 5, basis: 'Quyết định 99' })
    await does(drafter, 'propose', { id })
    for (const step of ['approve', 'return', 'discard']) {
      const refused = await does(approver, step, { id, version: 2, reason: 'x' }).catch((error) => error)
      expect(refused.status).toBe(409)
      expect(refused.problems.map((problem: Problem) => tell('vi', problem))).toEqual([
        expect.stringContaining('chưa được thực hiện'),
        'Phiên bản của phương án: khi bạn mở trang là “2”, nay là “7”.',
        'Quyết định: khi bạn mở trang là “Quyết định Sắp xếp thử”, nay là “Quyết định 99”.',
        'Thay đổi: đã bỏ, trước là “Đổi tên Xã Đồi (102) thành “Núi””.',
        'Thay đổi: mới có thêm, là “Đổi tên Phường Chợ (103) thành “Hồ””.',
      ])
    }
    expect(await does<object>(drafter, 'workingDecision', { id })).toMatchObject({ state: 'proposed', version: 7 })
    expect(await codesOf(does(approver, 'approve', { id, version: undefined }))).toEqual(['platform.invalid version'])
  })

  test('what an approver was shown comes into force, or nothing does: another decision that changes the effect is named', async () => {
    const seenBy = async (id: string) =>
      (await does<Record<string, string>>(approver, 'preview', { id })).effectsVersion
    const one = await proposed(future, [{ kind: 'merge', from: ['101', '103'], into: newUnit }], 'Nhập Sông và Chợ')
    const other = await proposed(future, [{ kind: 'retype', code: '103', type: 'Xã' }], 'Đổi loại Chợ')
    const before = { one: await seenBy(one), other: await seenBy(other) }
    const people = { email: 'khach@nho.example', unit: '103', role: 'reader', from: '2026-11-01' }
    await grant(people)
    const moved = await does(approver, 'approve', { id: one, effectsVersion: before.one }).catch((error) => error)
    expect(moved.status).toBe(409)
    expect(moved.problems.map((problem: Problem) => tell('vi', problem))).toEqual([
      expect.stringContaining('chưa được thực hiện'),
      'Quyền chuyển đi: khi bạn mở trang là “5”, nay là “6”.',
    ])
    await approved(today, [{ kind: 'rename', code: '101', name: 'Suối' }], 'Đổi tên Sông')
    const refused = await does(approver, 'approve', { id: one, effectsVersion: before.one }).catch((error) => error)
    expect(refused.problems.map((problem: Problem) => tell('en', problem)).slice(1)).toEqual([
      'Another decision, “Đổi tên Sông”: added since, “In force from 02/11/2026”.',
      'Units opened: not as you saw it any more.',
      'Units ended: not as you saw it any more.',
      'Passings: not as you saw it any more.',
      'Roles that move: was “5”, now “6”.',
    ])
    expect(await does<object>(drafter, 'workingDecision', { id: one })).toMatchObject({ state: 'proposed', version: 2 })
    const unseen = does(approver, 'approve', { id: one, effectsVersion: undefined })
    expect(await codesOf(unseen)).toEqual(['platform.missing effectsVersion'])
    // A decision that changes nothing of what was shown is in nobody's way.
    expect(await codesOf(does(approver, 'approve', { id: other, effectsVersion: before.other }))).toEqual(['done'])
    expect(await unitsOn(future)).toContain('103 Xã Chợ 01')
  })

  test('decisions of one day stand in the order in which they were made, whatever the clock says', async () => {
    const first = await proposed(future, [{ kind: 'rename', code: '101', name: 'Suối' }], 'Trình trước')
    const last = await proposed(future, [{ kind: 'rename', code: '102', name: 'Núi' }], 'Trình sau')
    setClock('2026-11-20T02:00:00Z')
    await does(approver, 'approve', { id: last })
    setClock('2026-11-19T02:00:00Z')
    await does(approver, 'approve', { id: first })
    const listed = async (input: object) => does<{ rows: { id: string }[]; next?: string }>('operator', 'list', input)
    expect((await listed({})).rows.map(({ id }) => id)).toEqual([first, last])
    const page = await listed({ limit: 1 })
    expect((await listed({ limit: 1, after: page.next })).rows.map(({ id }) => id)).toEqual([last])
    await does(drafter, 'withdraw', { id: last, reason: 'Hoãn' })
    setClock('2027-01-02T02:00:00Z')
    expect(await does<object>('operator', 'settle', {})).toEqual({ settled: 1 })
  })

  test('two approvals at once: one is done, the other is told', async () => {
    const id = await proposed(future, [{ kind: 'rename', code: '101', name: 'Suối' }])
    const both = await Promise.all([
      codesOf(does(approver, 'approve', { id })),
      codesOf(does('operator', 'approve', { id })),
    ])
    expect(both.flat().sort()).toEqual(['done', 'reorganisation.wrongState'])
  })

  test('two decisions at once that cannot both be: one is done, the other refused where it no longer fits', async () => {
    const one = await proposed(future, [{ kind: 'merge', from: ['103'], into: '101' }])
    const other = await proposed(future, [{ kind: 'merge', from: ['103'], into: '102' }])
    const both = await Promise.all([
      codesOf(does(approver, 'approve', { id: one })),
      codesOf(does(approver, 'approve', { id: other })),
    ])
    expect(both.flat().sort()).toEqual(['done', 'organisation.notStanding changes 0'])
    expect(await unitsOn(future)).toHaveLength(2)
  })

  test('two people who edit one draft: the second is told, nothing is lost', async () => {
    const { id } = await does(drafter, 'draft', { on: future, title: 'A', basis: 'B' })
    await does(approver, 'edit', { id, version: 1, title: 'Của người kia' })
    expect(await codesOf(does(drafter, 'edit', { id, version: 1, title: 'Của tôi' }))).toEqual([
      'platform.changedSince',
      'platform.difference',
      'platform.difference',
    ])
    await does(drafter, 'addChanges', { id, rows: [{ change: 'doi ten', code: 'song', name: 'Suối' }] })
    expect(await codesOf(does(drafter, 'removeChange', { id, version: 2, place: 1 }))).toEqual([
      'platform.changedSince',
      'platform.difference',
      'platform.added',
    ])
    expect(await codesOf(does(drafter, 'removeChange', { id, version: 3, place: 2 }))).toEqual([
      'reorganisation.noSuchAct',
    ])
    await does(drafter, 'removeChange', { id, version: 3, place: 1 })
    expect(await does<object>(drafter, 'changes', { id })).toEqual({ total: 0, rows: [] })
  })
})

describe('what follows', () => {
  const merge = [{ kind: 'merge', from: ['101', '103'], into: newUnit }]
  const rolesOn = (day: string) =>
    rowsOf<{ email: string; role: string; code: string }>(
      `select split_part(email, '@', 1) as email, role, unit.code from access.role_grant held
       join access.account on account.id = held.account_id join organisation.unit on unit.id = held.unit_id
       where held.valid_from <= $1 and held.valid_to > $1 and unit.code in ('101', '201') order by 1`,
      [day],
    )

  test('a preview tells whose roles would move, and changes nothing', async () => {
    const before = await dump()
    const id = await proposed(future, merge)
    const { counts, lists, isDecided } = await does<{ counts: object; lists: { roles: object[] }; isDecided: boolean }>(
      drafter,
      'preview',
      { id },
    )
    expect(isDecided).toBe(false)
    expect(counts).toMatchObject({ opened: 1, ended: 2, passings: 2, roles: 5, forms: 0 })
    expect(lists.roles).toContainEqual({
      person: 'Đặng Sông Nhập',
      role: 'editor',
      field: 'all',
      from: 'Phường Sông',
      to: 'Xã Mới',
      others: [],
      why: 'whole',
    })
    expect(await dump()).toEqual(before)
  })

  test('roles move from the day, their people get one letter each', async () => {
    const id = await approved(future, merge)
    expect((await rolesOn('2026-12-31')).every((row) => row.code === '101')).toBe(true)
    expect((await rolesOn(future)).map((row) => row.code)).toEqual(Array(5).fill('201'))
    const letters = await rowsOf(`select from platform.outbox where name = 'access.rolesMoved'`)
    expect(letters).toHaveLength(5)
    const { lists } = await does<{ lists: { roles: object[] } }>(drafter, 'preview', { id })
    expect(lists.roles).toHaveLength(5)
  })

  test('taken back before its day, everything is byte for byte as before', async () => {
    const before = await dump()
    const id = await approved(future, [...merge, { kind: 'rename', code: '102', name: 'Núi' }])
    expect(await dump()).not.toEqual(before)
    expect(await codesOf(does(drafter, 'withdraw', { id, reason: '' }))).toEqual(['platform.missing reason'])
    await does(drafter, 'withdraw', { id, reason: 'Hoãn sang năm sau' })
    expect(await dump()).toEqual(before)
    expect(await codesOf(does(drafter, 'withdraw', { id, reason: 'Lần nữa' }))).toEqual(['reorganisation.wrongState'])
  })

  test('acts name their units as they were on the day before, also when they are called otherwise since', async () => {
    const id = await approved(today, [{ kind: 'rename', code: '101', name: 'Suối' }])
    const { rows } = await does<{ rows: { units: object[]; value: string }[] }>(drafter, 'changes', { id })
    expect(rows).toMatchObject([{ units: [{ code: '101', name: 'Phường Sông' }], value: 'Suối' }])
  })

  test('a decision in force is not taken back', async () => {
    const id = await approved(today, merge)
    expect(await codesOf(does(drafter, 'withdraw', { id, reason: 'Hoãn' }))).toEqual(['reorganisation.alreadyInForce'])
  })

  test('one that a later decision rests on is not taken back, and one that would break it is refused by its name', async () => {
    const first = await approved(future, merge, 'Nhập Sông và Chợ')
    await approved('2027-03-01', [{ kind: 'rename', code: '201', name: 'Sông Chợ' }], 'Đổi tên xã Mới')
    expect(await codesOf(does(drafter, 'withdraw', { id: first, reason: 'Hoãn' }))).toEqual([
      'organisation.laterNoLongerFits',
    ])
    const { id } = await does(drafter, 'draft', {
      on: '2027-02-01',
      title: 'Chen vào',
      basis: 'B',
      changes: [{ kind: 'merge', from: ['201'], into: '102' }],
    })
    const { problems } = await does<{ problems: { vi: string; change: null }[] }>(drafter, 'preview', { id })
    expect(problems.map(({ vi, change }) => [vi.includes('“Đổi tên xã Mới”'), change])).toEqual([[true, null]])
    expect(await codesOf(does(drafter, 'propose', { id }))).toEqual(['organisation.laterNoLongerFits'])
  })

  test('what was given after the approval follows when the day has come, once', async () => {
    await approved(future, merge)
    const late = { email: 'khach@nho.example', unit: '103', role: 'reader', from: '2026-11-10' }
    setClock('2026-11-20T02:00:00Z')
    await grant(late)
    setClock('2026-12-31T17:05:00Z')
    expect(await does('operator', 'settle', {})).toEqual({ settled: 1 })
    expect(await does('operator', 'settle', {})).toEqual({ settled: 0 })
    expect((await rolesOn(future)).filter((row) => row.email === 'khach')).toEqual([
      { email: 'khach', role: 'reader', code: '201' },
    ])
  })
})

test('a page key that is none of ours begins the list anew', async () => {
  await proposed(future, [{ kind: 'rename', code: '101', name: 'Suối' }])
  const after = Buffer.from(JSON.stringify(['no day', 'no id'])).toString('base64url')
  const page = (input: object) => does<{ rows: unknown[] }>(drafter, 'listAll', input)
  expect((await page({ after })).rows).toEqual((await page({})).rows)
  expect((await page({ after: 'nonsense' })).rows.length).toBeGreaterThan(0)
})

describe('what is refused', () => {
  test.each<[string, object[], string[]]>([
    ['nothing at all', [], ['reorganisation.noActs']],
    ['land that nobody takes', [{ kind: 'close', code: '103' }], ['organisation.landLost changes 0']],
    ['a unit that ended', [{ kind: 'rename', code: '901', name: 'X' }], ['organisation.notStanding changes 0']],
    ['a unit under itself', [{ kind: 'move', code: 'SO', parent: 'TRUONG' }], ['organisation.underItself changes 0']],
    [
      'more than the whole',
      [
        { kind: 'transfer', from: '101', to: '102', share: 0.7 },
        { kind: 'transfer', from: '101', to: '103', share: 0.6 },
      ],
      ['organisation.moreThanWhole changes 0'],
    ],
  ])('%s', async (_, changes, codes) => {
    const { id } = await does(drafter, 'draft', { on: future, title: 'A', basis: 'B', changes })
    expect(await codesOf(does(drafter, 'propose', { id }))).toEqual(codes)
  })

  test('a draft is seen by those who follow it at the city, and by nobody below or outside', async () => {
    const { id } = await does(drafter, 'draft', { on: future, title: 'A', basis: 'B' })
    for (const who of ['pho-doc', 'pho-kiem-toan'] as const)
      expect((await does(who, 'workingDecision', { id })).id).toBe(id)
    for (const who of ['song-quan-tri', 'khach'] as const)
      expect(await codesOf(does(who, 'workingDecision', { id }))).toEqual(['platform.forbidden'])
    expect(await codesOf(does('khach', 'decision', { id }))).toEqual(['reorganisation.unknownReform'])
  })
})
