/** Hanoi's units on any day, through operations, on the real packs. */
import { beforeAll, describe, expect, test } from 'vitest'
import type { ProblemError } from '#kernel/problem.ts'
import { operatorCaller } from '#platform/authority.ts'
import type { Database } from '#platform/database/index.ts'
import type { Engine } from '#platform/operation.ts'
import { perform } from '#platform/perform.ts'
import { testDatabase } from '#test/database.ts'
import { testMachine } from '#test/machine.ts'
import { hanoi } from '#test/worlds/hanoi.ts'
import { loadUnits } from './unit-packs.operations.ts'
import { search, unit, units } from './units.operations.ts'

let database: Database
let engine: Engine
const anybody = { via: 'web' } as const

beforeAll(async () => {
  database = await testDatabase(hanoi)
  engine = await testMachine(database)
})

describe('how many units there are', () => {
  test.each([
    ['2024-06-30', 'commune', 579],
    ['2024-12-31', 'commune', 579],
    ['2025-01-01', 'commune', 526],
    ['2025-06-30', 'commune', 526],
    ['2025-07-01', 'commune', 126],
    ['2025-06-30', 'district', 30],
    ['2025-07-01', 'district', 0],
  ])('on %s: %s %d', async (on, kind, count) => {
    const page = await perform(engine, units, anybody, { on, kind, limit: 1000 })
    expect(page.rows).toHaveLength(count)
  })
})

test('pages by key give every unit once', async () => {
  const seen: string[] = []
  let after: string | undefined
  do {
    const page = await perform(engine, units, anybody, { on: '2026-01-01', kind: 'commune', limit: 50, after })
    seen.push(...page.rows.map((row) => row.code))
    after = page.next
  } while (after)
  expect(new Set(seen).size).toBe(126)
  expect(seen).toHaveLength(126)
})

describe('one unit', () => {
  test('Ba Đình of today knows what it was made of', async () => {
    const answer = await perform(engine, unit, anybody, { code: '00004' })
    expect(answer).toMatchObject({
      name: 'Phường Ba Đình',
      parent: { code: '01' },
      validFrom: '2025-07-01',
      validTo: null,
    })
    const whole = answer.predecessors.filter((step) => step.part === 'full').map((step) => step.unit.name)
    expect(whole).toContain('Phường Trúc Bạch')
  })

  test('the same code a year before is another unit, and knows what it became', async () => {
    const answer = await perform(engine, unit, anybody, { code: '00004', on: '2024-06-30' })
    expect(answer).toMatchObject({ name: 'Phường Trúc Bạch', parent: { name: 'Quận Ba Đình' }, validTo: '2025-07-01' })
    expect(answer.successors.map((step) => step.unit)).toEqual([
      { code: '00004', name: 'Phường Ba Đình', kind: 'commune', on: '2025-07-01' },
    ])
  })

  test('an unknown unit is a clear problem; a known code on the wrong day says when it was', async () => {
    const problemOf = (input: unknown) =>
      perform(engine, unit, anybody, input).catch((error: ProblemError) => error.problems[0])
    expect(await problemOf({ code: '99999' })).toMatchObject({ code: 'organisation.unknownUnit', status: 404 })
    expect(await problemOf({ code: '001', on: '2025-07-01' })).toMatchObject({
      code: 'organisation.unknownUnitThen',
      params: { lives: expect.stringContaining('Quận Ba Đình') },
    })
  })
})

describe('the picker', () => {
  test.each([
    ['ba dinh', 'Phường Ba Đình'],
    ['BA ĐÌNH', 'Phường Ba Đình'],
    ['hoan kiem', 'Phường Hoàn Kiếm'],
    ['phuong ngoc ha', 'Phường Ngọc Hà'],
    ['hoan kim', 'Phường Hoàn Kiếm'],
    ['00004', 'Phường Ba Đình'],
  ])('finds %s', async (query, name) => {
    const answer = await perform(engine, search, anybody, { query, kind: 'commune' })
    expect(answer[0]?.name).toBe(name)
  })

  test('of another day finds the units of that day', async () => {
    const answer = await perform(engine, search, anybody, { query: 'truc bach', on: '2024-06-30' })
    expect(answer[0]).toMatchObject({ name: 'Phường Trúc Bạch', parent: 'Quận Ba Đình' })
  })
})

test('the tree holds on every day something changed: one root, one way up, children within their parent’s life', async () => {
  const { rows } = await database.pool.query(`
    with days as (
      select distinct day from (
        select valid_from as day from organisation.unit_version union select valid_to from organisation.unit_version) turns
      where isfinite(day)
    )
    select days.day, unit.code, count(path.ancestor_id) filter (where root.parent_id is null) as roots
    from days
    join organisation.published_unit unit on unit.valid_from <= days.day and unit.valid_to > days.day and unit.kind <> 'country'
    left join organisation.closure path on path.descendant_id = unit.id and path.valid_from <= days.day and path.valid_to > days.day
    left join organisation.published_unit root on root.id = path.ancestor_id
      and root.valid_from <= days.day and root.valid_to > days.day and root.kind = 'city'
    group by days.day, unit.code
    having count(root.id) filter (where root.parent_id is null) <> 1`)
  expect(rows).toEqual([])
})

test('the database itself refuses two versions of a unit on one day', async () => {
  await expect(
    database.pool.query(`
      insert into organisation.unit_version (unit_id, valid_from, valid_to, name, full_name, type, source)
      select unit_id, date '2026-01-01', 'infinity', name, full_name, type, source
      from organisation.unit_version where full_name = 'Phường Ba Đình' and valid_to = 'infinity'`),
  ).rejects.toThrow(/unit_version_once/)
})

test('a pack loads only into an empty database', async () => {
  const again = perform(engine, loadUnits, operatorCaller('command'), { pack: 'hanoi' })
  await expect(again).rejects.toThrow('organisation.alreadyLoaded')
})
