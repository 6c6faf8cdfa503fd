/** A plan in its versions: what a clause keeps, what an approval passes to, which duties count on a day, case by case. */
import { beforeAll, describe, expect, test } from 'vitest'
import { newId } from '#kernel/id.ts'
import { smallIds } from '#test/worlds/small-round.ts'
import { openStores } from '#test/worlds/stores.ts'
import { listClauses, listComponentPlans, listDuties, recordApproval } from '../plan.store.ts'
import { insertComponentPlans, insertDuties } from '../plan-packs.store.ts'
import * as store from './versions.store.ts'

const planId = smallIds.plan
const { database, within, unit } = await openStores()
const [agency, college] = [unit('SO'), unit('TRUONG')]

beforeAll(async () => {
  for (const [number, effectiveOn] of [
    [2, '2026-07-01'],
    [3, '2027-01-01'],
  ] as const) {
    const words = { symbol: `${number}/QĐ`, title: { vi: 'Sửa', en: 'Amended' }, reason: 'Thử' }
    const by = { documentId: null, draftedBy: null, publishedBy: null, at: new Date('2026-06-01T00:00:00Z') }
    const version = { planId, number, issuedOn: '2026-06-01', effectiveOn, diff: [], ...words, ...by }
    await within((tx) => store.insertVersion(tx, version))
  }
})

test('versions are told newest first; the first is the original', async () => {
  const versions = await within((tx) => store.listVersions(tx, { planId }))
  expect(versions.map(({ number, kind, effectiveOn }) => [number, kind, effectiveOn])).toEqual([
    [3, 'amendment', '2027-01-01'],
    [2, 'amendment', '2026-07-01'],
    [1, 'original', '2026-01-01'],
  ])
})

describe('clauses', () => {
  const clause = (ref: string, vi: string) => ({
    ref,
    parentRef: 'V',
    kind: 'point',
    title: { vi, en: vi },
    text: null,
  })
  const write = (version: number, ...clauses: ReturnType<typeof clause>[]) =>
    within((tx) => store.writeClauses(tx, planId, version, clauses))
  const inForce = async () =>
    (await within((tx) => listClauses(tx, { planId }))).map(({ ref, title }) => [ref, title.vi])
  const fromVersion = async (ref: string) => {
    const { rows } = await database.pool.query('select from_version from plan.clause where plan_id = $1 and ref = $2', [
      planId,
      ref,
    ])
    return rows[0]?.from_version
  }

  beforeAll(async () => {
    await write(2, clause('V.1', 'Mở nhiều lớp'), clause('V.3', 'Xét công nhận'))
    await within((tx) => store.orderClauses(tx, planId, ['V', 'V.3', 'V.1', 'V.2']))
  })

  test('keep their row under their number and stand in the order of the document', async () => {
    expect(await inForce()).toEqual([
      ['V', 'Tổ chức'],
      ['V.3', 'Xét công nhận'],
      ['V.1', 'Mở nhiều lớp'],
      ['V.2', 'Góp sách'],
    ])
    expect([await fromVersion('V.1'), await fromVersion('V.3')]).toEqual([1, 2])
  })

  test('that ended are not in force; written again they count from that version', async () => {
    await within((tx) => store.endClauses(tx, planId, 2, ['V.2']))
    expect((await inForce()).map(([ref]) => ref)).toEqual(['V', 'V.3', 'V.1'])
    await write(3, clause('V.2', 'Góp sách mới'))
    expect((await inForce()).at(-1)).toEqual(['V.2', 'Góp sách mới'])
    expect(await fromVersion('V.2')).toBe(3)
  })
})

test('an approval goes over to the component plan that takes the place, and to no other', async () => {
  const part = (ref: string, vi: string) => ({
    ...{ ref, title: { vi, en: vi }, approvalDue: { year: 2026, quarter: 2 as const }, indicators: [] },
    ...{ lead: 'SO', coordinator: 'TRUONG', leadId: agency, coordinatorId: college },
  })
  const insert = (version: number, ...parts: ReturnType<typeof part>[]) =>
    within((tx) => insertComponentPlans(tx, planId, parts as Parameters<typeof insertComponentPlans>[2], version))
  await insert(1, part('V.1', 'Một'), part('V.2', 'Hai'))
  const approval = { approvedOn: '2026-05-01', document: '9/QĐ' }
  expect(await within((tx) => recordApproval(tx, planId, { ref: 'V.1', ...approval }))).toBe(true)
  expect(await within((tx) => recordApproval(tx, planId, { ref: 'V.9', ...approval }))).toBe(false)
  await within((tx) => store.endComponentPlans(tx, planId, 2, ['V.1', 'V.2']))
  await insert(2, part('V.1', 'Một mới'), part('V.2', 'Hai mới'))
  await within((tx) => store.keepApprovals(tx, planId, 2))
  const standing = await within((tx) => listComponentPlans(tx, { planId }))
  expect(standing.map(({ title, approvedOn, approvalDocument }) => [title.vi, approvedOn, approvalDocument])).toEqual([
    ['Một mới', '2026-05-01', '9/QĐ'],
    ['Hai mới', null, null],
  ])
})

describe('duties', () => {
  const later = newId()
  beforeAll(async () => {
    await within((tx) => store.endRows(tx, 'duty', [smallIds.booksDuty], 2))
    const lists = { tasks: ['III.1'], withAgencies: [], indicators: [], deadline: null }
    const duty = {
      id: later,
      position: 3,
      ref: 'V.1',
      agencyId: college,
      role: 'advise',
      title: { vi: 'Tư vấn', en: 'Advise' },
    }
    await within((tx) => insertDuties(tx, planId, [{ ...duty, ...lists }], 2))
    await database.pool.query(
      `insert into plan.duty_holder (duty_id, unit_id, valid_from, valid_to, verified) values ($1, $2, '2026-07-01', 'infinity', true)`,
      [later, college],
    )
    await within((tx) => store.linkReplaced(tx, 'duty', [{ old: smallIds.booksDuty, by: later }]))
  })

  const before = '2026-06-30'
  const after = '2026-07-01'
  test.each<[string, Partial<Parameters<typeof listDuties>[1]>, string[]]>([
    ['on the last day before a version', { on: before }, ['lead', 'coordinate']],
    ['on its first day', { on: after }, ['lead', 'advise']],
    ['before the plan', { on: '2025-12-31' }, []],
    ['of a role', { on: after, role: 'lead' }, ['lead']],
    ['of a task group', { on: after, task: 'III.1' }, ['advise']],
    ['one by its id, though it has ended', { on: after, id: smallIds.booksDuty }, ['coordinate']],
  ])('%s', async (_, input, roles) => {
    const rows = await within((tx) => listDuties(tx, { planId, on: after, ...input }))
    expect(rows.map(({ role }) => role)).toEqual(roles)
  })

  test('of a unit on a day, or ever', async () => {
    const rolesOf = async (input: object) =>
      (await within((tx) => listDuties(tx, { planId, on: after, ...input }))).map(({ role }) => role)
    expect(await rolesOf({ heldBy: agency })).toEqual(['lead'])
    expect(await rolesOf({ heldBy: agency, on: before })).toEqual(['lead', 'coordinate'])
    expect(await rolesOf({ heldBy: college, on: before })).toEqual([])
    expect(await rolesOf({ everHeldBy: agency })).toEqual(['lead', 'coordinate'])
  })

  test('in force are those that no version has ended', async () => {
    const facts = await within((tx) => store.dutyFacts(tx, { planId }))
    expect(facts.map(({ role, agency }) => [role, agency])).toEqual([
      ['lead', 'SO'],
      ['advise', 'TRUONG'],
    ])
  })
})
