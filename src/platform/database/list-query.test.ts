/** Pages of a list in any order: every row once, forward and back, whatever is equal or missing. */
import fc from 'fast-check'
import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { encodeKey, mostCounted, type Order, type Page, type PageInput, type RowCount } from '#kernel/page.ts'
import { testDatabase } from '#test/database.ts'
import { listQuery } from './index.ts'

const database = await testDatabase()
const reader = database.kysely

const Thing = z.object({
  id: z.number(),
  name: z.string(),
  rank: z.number().nullable(),
  at: z.date().nullable(),
  on: z.string(),
  isOpen: z.boolean(),
})

const listThings = listQuery({
  name: 'listTest.things',
  row: Thing,
  text: ({ upTo }: { upTo: number }) => sql`
    select id, name, rank, at, day as "on", is_open as "isOpen" from list_test.thing where id <= ${upTo}`,
  order: [{ column: 'id', type: 'bigint', isDescending: true }],
  sorts: {
    name: [{ column: 'name', type: 'text' }],
    rank: [{ column: 'rank', type: 'float8', isNullable: true }],
    at: [{ column: 'at', type: 'timestamptz', isNullable: true }],
    several: [
      { column: 'isOpen', type: 'boolean' },
      { column: 'rank', type: 'float8', isNullable: true, isDescending: true },
      { column: 'on', type: 'date' },
    ],
  },
})

type Sort = (typeof listThings.sorts)[number]
const orders: (Order<Sort> | undefined)[] = [
  undefined,
  ...listThings.sorts.flatMap((name) => [name, `-${name}` as const]),
]
const upTo = 60

/** Few different values, so that many rows are equal; instants differ by less than a millisecond. */
beforeAll(async () => {
  await database.pool.query(`create schema list_test;
    create table list_test.thing (id bigint primary key, name text not null, rank float8, at timestamptz,
      day date not null, is_open boolean not null);
    insert into list_test.thing select id, (array['Đống Đa', 'Ba Đình', 'Ứng Hòa', 'an', 'Á'])[1 + id % 5],
        (array[null, 0.1, -3e10, 7.25])[1 + id % 4],
        case when id % 3 > 0 then timestamptz '2026-11-28 01:02:03.123456+07' + (id % 7) * interval '1 microsecond' end,
        (array['-infinity', '2026-01-31', 'infinity'])[1 + id % 3]::date, id % 2 = 0
      from generate_series(1, 10050) id`)
})

test('a column that is not of the type said of it fails on the first page', async () => {
  const listDays = listQuery({
    name: 'listTest.days',
    row: z.object({ day: z.string() }),
    text: () => sql`select day::text from list_test.thing`,
    order: [{ column: 'day', type: 'text' }],
    sorts: { day: [{ column: 'day', type: 'date' }] },
  })
  await expect(listDays(reader, undefined, { limit: 1 })).rejects.toThrow('operator does not exist: text = date')
})

function page(input: Partial<PageInput> & { sort?: Order<Sort> }, most = upTo): Promise<Page<z.infer<typeof Thing>>> {
  return listThings(reader, { upTo: most }, { limit: 100, ...input })
}

/** The ids of every page, walking on by one of its keys. */
async function walk(from: { sort?: Order<Sort>; limit: number; before?: string }, by: 'next' | 'previous') {
  const pages: number[][] = []
  let key: Partial<PageInput> | undefined = { before: from.before }
  while (key) {
    const answer: Page<{ id: number }> = await page({ ...from, ...key })
    pages.push(answer.rows.map(({ id }) => id))
    const to: string | undefined = answer[by]
    key = to === undefined ? undefined : by === 'next' ? { after: to } : { before: to }
  }
  return pages
}

describe.each(orders)('in the order %s', (sort) => {
  test('pages of any length hold every row once, forward and back', async () => {
    const all = (await page({ sort })).rows.map(({ id }) => id)
    expect(new Set(all).size).toBe(upTo)
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: upTo + 1 }), async (limit) => {
        const pages = await walk({ sort, limit }, 'next')
        expect(pages.flat()).toEqual(all)
        const last = await page({ sort, limit: 1, ...(await keyOfLast(sort)) })
        const back = await walk({ sort, limit, before: last.previous }, 'previous')
        expect([...back.toReversed().flat(), all.at(-1)]).toEqual(all)
      }),
      { numRuns: 12, examples: [[1], [7], [upTo]] },
    )
  })

  test('a page leads back to the very page it came from', async () => {
    const first = await page({ sort, limit: 9 })
    const second = await page({ sort, limit: 9, after: first.next })
    const third = await page({ sort, limit: 9, after: second.next })
    expect(first.previous).toBeUndefined()
    expect((await page({ sort, limit: 9, before: third.previous })).rows).toEqual(second.rows)
    expect(await page({ sort, limit: 9, before: second.previous })).toEqual(first)
  })
})

async function keyOfLast(sort?: Order<Sort>): Promise<{ after?: string }> {
  const { next } = await page({ sort, limit: upTo - 1 })
  return { after: next }
}

test('what has no value comes last, upwards and downwards', async () => {
  for (const sort of ['rank', '-rank'] as const) {
    const values = (await page({ sort })).rows.map(({ rank }) => rank === null)
    expect(values).toEqual(values.toSorted())
    expect(values).toContain(true)
  }
})

test('Vietnamese names come in Vietnamese order', async () => {
  const names = (await page({ sort: 'name' })).rows.map(({ name }) => name)
  expect([...new Set(names)]).toEqual(['Á', 'an', 'Ba Đình', 'Đống Đa', 'Ứng Hòa'])
})

describe('a key', () => {
  test('of another order, or none of ours, begins anew', async () => {
    const first = (await page({ limit: 5 })).rows
    const others = [
      'x',
      encodeKey([]),
      encodeKey(['5', '5']),
      encodeKey(['5 or true']),
      encodeKey([null]),
      (await page({ sort: 'name', limit: 5 })).next,
    ]
    for (const after of others) expect((await page({ limit: 5, after })).rows).toEqual(first)
    const firstByTime = (await page({ sort: 'at', limit: 5 })).rows
    for (const at of ['2026-02-30 00:00:00+07', '2026-02-03', '2026-02-03 24:00:00+07', 'now']) {
      const after = encodeKey(['at', at, '5'])
      expect((await page({ sort: 'at', limit: 5, after })).rows).toEqual(firstByTime)
    }
  })

  test('leads on although its row has gone', async () => {
    const { next } = await page({ limit: 5 }, 20)
    expect((await page({ limit: 5, after: next }, 15)).rows.map(({ id }) => id)).toEqual([15, 14, 13, 12, 11])
  })
})

test('rows are counted no further than anybody needs', async () => {
  const counts: (RowCount | undefined)[] = []
  for (const most of [0, 3, 60, mostCounted, mostCounted + 50])
    counts.push((await page({ limit: 9, count: true }, most)).count)
  expect(counts).toEqual([
    { rows: 0, isOver: false },
    { rows: 3, isOver: false },
    { rows: 60, isOver: false },
    { rows: mostCounted, isOver: false },
    { rows: mostCounted, isOver: true },
  ])
  expect((await page({ limit: 9 })).count).toBeUndefined()
})
