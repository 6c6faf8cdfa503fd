/** Migrations: once, in order, unchanged; views follow what they read. */
import { expect, test } from 'vitest'
import { testDatabase, testDatabaseUrl } from '#test/database.ts'
import { type Database, type ModuleMigrations, migrate, openDatabase } from './index.ts'

const ground: ModuleMigrations = {
  name: 'ground',
  migrations: { 'b/001_unit.sql': 'create table ground.unit (id int primary key, name text)' },
  published: 'create view ground.units as select id, name from ground.unit',
}
const above: ModuleMigrations = {
  name: 'above',
  migrations: { '001_first.sql': 'create table above.a (id int)', '002_second.sql': 'alter table above.a add b int' },
  published: 'create view above.seen as select u.name from ground.units u join above.a on a.id = u.id',
  citus: 'select no_such_function()',
}

// A clean-up can only be asked for while the file is read, so the databases of all tests are made here.
const bare: Database[] = []
while (bare.length < 6) bare.push(await testDatabase('bare'))

function fresh(): Database {
  const next = bare.pop()
  if (!next) throw new Error('make one more database above')
  return next
}

async function problemCode(work: Promise<unknown>): Promise<string> {
  return work.then(
    () => 'none',
    (error: Error) => error.message,
  )
}

async function columnsOf(database: Database, view: string): Promise<string[]> {
  const { rows } = await database.pool.query<{ name: string }>(
    'select attname as name from pg_attribute where attrelid = $1::regclass and attnum > 0 order by attnum',
    [view],
  )
  return rows.map((row) => row.name)
}

test('each file once and in order; a second run does nothing', async () => {
  const database = fresh()
  const modules = [ground, above]
  expect(await migrate(database, modules)).toEqual([
    'ground/001_unit.sql',
    'above/001_first.sql',
    'above/002_second.sql',
  ])
  expect(await migrate(database, modules)).toEqual([])
  expect(await columnsOf(database, 'above.seen')).toEqual(['name'])
})

test('a column under a view may change type, and views of later modules come back', async () => {
  const database = fresh()
  await migrate(database, [ground, above])
  const wider = { ...ground.migrations, '002_wider.sql': 'alter table ground.unit alter id type bigint' }
  expect(await migrate(database, [{ ...ground, migrations: wider }, above])).toEqual(['ground/002_wider.sql'])
  expect(await columnsOf(database, 'above.seen')).toEqual(['name'])
})

test('a changed published.sql alone makes the views anew, also dropping what it no longer has', async () => {
  const database = fresh()
  await migrate(database, [ground, above])
  const published = 'create view ground.units as select id, name, upper(name) as shout from ground.unit'
  await migrate(database, [
    { ...ground, published },
    { ...above, published: 'select 1' },
  ])
  expect(await columnsOf(database, 'ground.units')).toEqual(['id', 'name', 'shout'])
  const { rows } = await database.pool.query("select to_regclass('above.seen') as seen")
  expect(rows).toEqual([{ seen: null }])
})

test('a changed file and a database newer than the program are refused', async () => {
  const database = fresh()
  await migrate(database, [ground, above])
  const changed = { ...ground, migrations: { '001_unit.sql': 'create table ground.unit (id int)' } }
  expect(await problemCode(migrate(database, [changed, above]))).toBe('database.changedMigration')
  const older = { ...above, migrations: { '001_first.sql': above.migrations['001_first.sql'] ?? '' } }
  expect(await problemCode(migrate(database, [ground, older]))).toBe('database.newerThanProgram')
})

test('a file that fails leaves nothing of itself, names itself, and the next run goes on from there', async () => {
  const database = fresh()
  const second = (sql: string) => ({ ...ground, migrations: { ...ground.migrations, '002_x.sql': sql } })
  const broken = second('create table ground.half (id int); select no_such_column')
  await expect(migrate(database, [broken])).rejects.toThrow(/ground\/002_x\.sql: .*no_such_column/)
  expect(await migrate(database, [second('create table ground.half (id int)')])).toEqual(['ground/002_x.sql'])
  expect(await columnsOf(database, 'ground.units')).toEqual(['id', 'name'])
})

test('two processes that start together apply each file once', async () => {
  const database = fresh()
  const { rows } = await database.pool.query<{ name: string }>('select current_database() as name')
  const other = await openDatabase({ dataFolder: '', databaseUrl: testDatabaseUrl(rows[0]?.name ?? '') })
  const done = await Promise.all([database, other].map((each) => migrate(each, [ground, above])))
  await other.close()
  expect(done.map((files) => files.length).sort()).toEqual([0, 3])
})
