/** Values through the driver, named queries, streams and the words of violated constraints. */
import fc from 'fast-check'
import { type Generated, sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { problemCatalogue } from '#kernel/problem.ts'
import { testDatabase } from '#test/database.ts'
import { errorTranslator, namedQuery, streamQuery } from './index.ts'

declare module '#platform/database/tables.ts' {
  interface Tables {
    'query_test.thing': { id: Generated<number>; name: string; validFrom: string | null }
  }
}

const database = await testDatabase()

beforeAll(async () => {
  await database.pool.query(`create schema query_test;
    create table query_test.thing (id bigint generated always as identity primary key,
      name text not null constraint thing_name_key unique, "validFrom" date)`)
})

async function one(expression: string, values: unknown[] = []): Promise<unknown> {
  const { rows } = await database.pool.query(`select ${expression} as value`, values)
  return rows[0]?.value
}

test.each([
  ['9007199254740991::bigint', 9007199254740991],
  ['-5::bigint', -5],
  ['count(*)', 1],
  ['1234.5::numeric', 1234.5],
  ["'NaN'::numeric", Number.NaN],
  ["date '2026-12-01'", '2026-12-01'],
  ["date 'infinity'", 'infinity'],
  ["date '-infinity'", '-infinity'],
  ["timestamptz '2026-12-01 07:00+07'", new Date('2026-12-01T00:00:00Z')],
  ["timestamp '2026-12-01 07:00'", '2026-12-01 07:00:00'],
  ['array[1, null, 3]::bigint[]', [1, null, 3]],
  ['array[[0.5], [1.25]]::numeric[]', [[0.5], [1.25]]],
  ["array['2026-12-01', 'infinity']::date[]", ['2026-12-01', 'infinity']],
  ["array['2026-12-01 00:00+00']::timestamptz[]", [new Date('2026-12-01T00:00:00Z')]],
  ['null::bigint', null],
  ['\'{"a": [1]}\'::jsonb', { a: [1] }],
])('%s', async (expression, value) => {
  expect(await one(expression)).toEqual(value)
})

test.each([['9007199254740992::bigint'], ["'{9007199254740993}'::bigint[]"], ["timestamptz 'infinity'"]])(
  '%s is refused rather than wrong',
  async (expression) => {
    await expect(one(expression)).rejects.toThrow(RangeError)
  },
)

test('instants and dates come back as they went in', async () => {
  const instant = fc.date({ min: new Date('0100-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })
  await fc.assert(
    fc.asyncProperty(instant, async (value) => {
      expect(await one('$1::timestamptz', [value])).toEqual(value)
      const day = value.toISOString().slice(0, 10)
      expect(await one('$1::date', [day])).toBe(day)
    }),
    { numRuns: 50 },
  )
})

test('a connection works in UTC, with a limit on statements and a name', async () => {
  expect(await one("current_setting('TimeZone')")).toBe('UTC')
  expect(await one("current_setting('statement_timeout')")).toBe('30s')
  expect(await one("current_setting('application_name')")).toBe(`hieuhoc:${process.pid}`)
})

const Numbered = z.object({ n: z.number(), text: z.string() })
const numbers = {
  row: Numbered,
  text: ({ to }: { to: number }) => sql`select n, n::text as text from generate_series(1, ${to}::int) n`,
}

test('a named query gives its rows and shows its name to the server', async () => {
  const rows = await namedQuery({ name: 'test.numbers', ...numbers })(database.kysely, { to: 3 })
  expect(rows).toEqual([1, 2, 3].map((n) => ({ n, text: String(n) })))
  const self = namedQuery({
    name: 'test.self',
    row: z.object({ query: z.string() }),
    text: () => sql`select query from pg_stat_activity where pid = pg_backend_pid()`,
  })
  const [seen] = await self(database.kysely)
  expect(seen?.query).toMatch(/^\/\* test\.self \*\/ select/)
})

test('a row that is not as declared is a defect that names the query', async () => {
  const wrong = namedQuery({ name: 'test.wrong', row: z.object({ n: z.string() }), text: () => sql`select 1 as n` })
  await expect(wrong(database.kysely)).rejects.toThrow(/test\.wrong/)
  expect(() => namedQuery({ name: 'a */ drop', row: z.object({}), text: () => sql`select` })).toThrow(
    'not a query name',
  )
})

test('a stream gives every row once, in batches, and two may be read together', async () => {
  const stream = streamQuery({ name: 'test.stream', batch: 300, ...numbers })
  await database.kysely.transaction().execute(async (tx) => {
    const second = stream(tx, { to: 5 })
    expect((await second.next()).value?.n).toBe(1)
    const seen: number[] = []
    for await (const row of stream(tx, { to: 1000 })) seen.push(row.n)
    expect(seen).toEqual(Array.from({ length: 1000 }, (_, index) => index + 1))
    expect((await second.next()).value?.n).toBe(2)
  })
})

test('tables are typed by their schema-qualified names', async () => {
  await database.kysely.insertInto('query_test.thing').values({ name: 'a', validFrom: '2026-01-01' }).execute()
  const rows = await database.kysely.selectFrom('query_test.thing').selectAll().execute()
  expect(rows).toEqual([{ id: 1, name: 'a', validFrom: '2026-01-01' }])
})

const { taken } = problemCatalogue('test', { taken: { status: 409, vi: 'Đã có.', en: 'Taken.' } })

test('a named constraint becomes its problem, a passing trouble a general one, all else stays a defect', async () => {
  const translate = errorTranslator([{ thing_name_key: ({ table }) => taken({ table }) }, {}])
  const failure = (statement: string) => database.pool.query(statement).then(() => undefined, translate)
  const duplicate = await failure(`insert into query_test.thing (name) values ('twice'), ('twice')`)
  expect(duplicate?.problems).toMatchObject([{ code: 'test.taken', params: { table: 'thing' } }])
  expect((await failure(`set local statement_timeout = 20; select pg_sleep(1)`))?.problems[0]?.code).toBe(
    'database.tooSlow',
  )
  expect(await failure('select nothing')).toBeUndefined()
  expect(translate(new Error('other'))).toBeUndefined()
  expect(() => errorTranslator([{ x: () => taken() }, { x: () => taken() }])).toThrow('twice')
})

test('a statement that nearly every call asks is prepared once on a connection, and is what its name says', async () => {
  const definition = { name: 'query_test.sum', row: z.object({ sum: z.number() }), isPrepared: true as const }
  const sum = namedQuery({
    ...definition,
    text: (p: { a: number; b: number }) => sql`select ${p.a}::int + ${p.b} as sum`,
  })
  const other = namedQuery({ ...definition, text: (p: { a: number }) => sql`select ${p.a}::int as sum` })
  await database.kysely.connection().execute(async (connection) => {
    for (const a of [1, 2, 3]) expect(await sum(connection, { a, b: 10 })).toEqual([{ sum: a + 10 }])
    const { rows } = await sql`select name from pg_prepared_statements`.execute(connection)
    expect(rows).toEqual([{ name: 'query_test.sum' }])
    await expect(other(connection, { a: 1 })).rejects.toThrow(/unique/)
    expect(await sum(connection, { a: 4, b: 10 })).toEqual([{ sum: 14 }])
  })
})
