/** Many rows at once: columns by their own types and defaults, what is there already, and records to join with. */
import { type Generated, sql } from 'kysely'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { testDatabase } from '#test/database.ts'
import { insertRows, type RowOf, recordsOf, type Tx } from './index.ts'

declare module '#platform/database/tables.ts' {
  interface Tables {
    'rows_test.stay': {
      id: number
      valid_from: string
      area_km2: number | null
      facts: object | null
      tags: Generated<readonly string[]>
      seen_at: Date | null
      is_open: Generated<boolean>
    }
  }
}

const database = await testDatabase()

beforeAll(async () => {
  await database.pool.query(`create schema rows_test;
    create table rows_test.stay (id int primary key, valid_from date not null, area_km2 numeric, facts jsonb,
      tags text[] not null default '{}', seen_at timestamptz, is_open boolean not null default true)`)
})
beforeEach(() => database.pool.query('delete from rows_test.stay'))

type Row = RowOf<'rows_test.stay'>

const insert = (rows: readonly Row[], options?: { unlessKnown: 'id' }) =>
  database.kysely.transaction().execute((tx) => insertRows(tx, 'rows_test.stay', rows, options))

async function stored(): Promise<unknown[]> {
  return (await database.pool.query('select * from rows_test.stay order by id')).rows
}

describe('insertRows', () => {
  test('writes every type as the table has it', async () => {
    const seenAt = new Date('2026-11-02T02:00:00.123Z')
    const facts = { ten: 'Phường “Ba Đình”', list: [1, null] }
    const row = { id: 1, validFrom: '-infinity', areaKm2: 0.1, facts, tags: ['a,b', '{}'], seenAt, isOpen: false }
    expect(await insert([row])).toBe(1)
    expect(await stored()).toEqual([
      {
        id: 1,
        valid_from: '-infinity',
        area_km2: 0.1,
        facts,
        tags: ['a,b', '{}'],
        seen_at: seenAt,
        is_open: false,
      },
    ])
  })

  test('leaves out what is left out: nothing, or the default of the table', async () => {
    expect(await insert([1, 2].map((id) => ({ id, validFrom: '2026-01-01', areaKm2: undefined })))).toBe(2)
    const nothing = { area_km2: null, facts: null, seen_at: null }
    expect(await stored()).toEqual(
      [1, 2].map((id) => ({ id, valid_from: '2026-01-01', tags: [], is_open: true, ...nothing })),
    )
  })

  test('of no rows asks nothing', async () => {
    expect(await insert([])).toBe(0)
  })

  test('refuses a row that is there, or skips it when told so', async () => {
    const row = { id: 1, validFrom: '2026-01-01' }
    await insert([row])
    await expect(insert([row])).rejects.toThrow(/duplicate key|stay_pkey|pkey/)
    expect(await insert([row, { ...row, id: 2 }], { unlessKnown: 'id' })).toBe(1)
    expect(await stored()).toHaveLength(2)
  })

  test('refuses rows of different columns, and columns that the table has not', async () => {
    const one = { id: 1, validFrom: '2026-01-01' }
    await expect(insert([one, { ...one, id: 2, isOpen: false }])).rejects.toThrow(/different columns/)
    const other: Row = Object.assign({ unknownThing: 1 }, one)
    await expect(insert([other])).rejects.toThrow(/unknown_thing/)
    expect(await stored()).toEqual([])
  })

  test('writes ten thousand rows in one statement', async () => {
    const rows = Array.from({ length: 10_000 }, (_, id) => ({ id, validFrom: '2026-01-01' }))
    expect(await insert(rows)).toBe(10_000)
  })
})

test('recordsOf gives some columns of rows to join with', async () => {
  await insert([1, 2, 3].map((id) => ({ id, validFrom: `2026-01-0${id}` })))
  const given = recordsOf('rows_test.stay', [
    { id: 2, validFrom: '2027-05-05' },
    { id: 9, validFrom: '2027-05-05' },
  ])
  const update = (tx: Tx) =>
    sql`update rows_test.stay set valid_from = given.valid_from from ${given} as given where stay.id = given.id`.execute(
      tx,
    )
  await database.kysely.transaction().execute(update)
  expect(await stored()).toMatchObject([
    { valid_from: '2026-01-01' },
    { valid_from: '2027-05-05' },
    { valid_from: '2026-01-03' },
  ])
})
