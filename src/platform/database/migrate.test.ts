/** Migrations: once, in order, unchanged; views follow what they read. */
import { describe, expect, test } from 'vitest'
import { testDatabase, testDatabaseUrl } from '#test/database.ts'
import { type Database, type ModuleMigrations, migrate, migrateOnline, openDatabase } from './index.ts'
import { statementsOf } from './online-steps.ts'

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
while (bare.length < 11) bare.push(await testDatabase('bare'))

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

test('a file that fails leaves nothing, nor do those before it, and names itself; the next run applies them all', async () => {
  const database = fresh()
  const second = (sql: string) => ({ ...ground, migrations: { ...ground.migrations, '002_x.sql': sql } })
  const broken = second('create table ground.half (id int); select no_such_column')
  await expect(migrate(database, [broken])).rejects.toThrow(/ground\/002_x\.sql: .*no_such_column/)
  const whole = [second('create table ground.half (id int)')]
  expect(await migrate(database, whole)).toEqual(['ground/001_unit.sql', 'ground/002_x.sql'])
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

describe('while an earlier version serves', () => {
  /** Reads a view again and again until told; gives what went wrong, and how often it was read. */
  function reading(database: Database, text: string) {
    let isOver = false
    const errors: string[] = []
    let count = 0
    const loop = async () => {
      for (; !isOver; count += 1) await database.pool.query(text).catch((error: Error) => errors.push(error.message))
    }
    const loops = Promise.all([loop(), loop()])
    return async () => {
      isOver = true
      await loops
      return { errors, isRead: count > 0 }
    }
  }

  test('nobody misses a view: it is replaced, or made anew in the same transaction', async () => {
    const database = fresh()
    await migrate(database, [ground, above])
    const stop = reading(database, 'select * from above.seen')
    const plain = (sql: string, published = ground.published): ModuleMigrations => {
      return { ...ground, migrations: { ...ground.migrations, '002_more.sql': sql }, published }
    }
    const more = 'alter table ground.unit add code text; select pg_sleep(0.2)'
    await migrate(database, [plain(more), above])
    // Another order of columns, and another type: nothing that could be replaced.
    const wider = plain(more, 'create view ground.units as select name, id, code from ground.unit')
    const third = { '003_wide.sql': 'alter table ground.unit alter id type bigint; select pg_sleep(0.2)' }
    await migrate(database, [{ ...wider, migrations: { ...wider.migrations, ...third } }, above])
    expect(await stop()).toEqual({ errors: [], isRead: true })
    expect(await columnsOf(database, 'ground.units')).toEqual(['name', 'id', 'code'])
  })

  test('who holds a table is waited for in short turns, so that others get through', async () => {
    const database = fresh()
    await migrate(database, [ground])
    const busy = await database.pool.connect()
    await busy.query('begin; select * from ground.unit')
    const next = {
      ...ground,
      migrations: { ...ground.migrations, '002_x.sql': 'alter table ground.unit add code text' },
    }
    const applied = migrate(database, [next])
    await new Promise((resolve) => setTimeout(resolve, 500))
    // Behind the one that waits; let through when it gives way.
    await database.pool.query('select * from ground.units')
    await busy.query('rollback')
    busy.release()
    expect(await applied).toEqual(['ground/002_x.sql'])
  })
})

describe('a file marked as online', () => {
  const rows = `insert into ground.unit select n, 'đơn vị ' || n from generate_series(1, 2500) n`
  const online = `-- online: every name is folded, and found by its index
    create index concurrently if not exists unit_by_name on ground.unit (name);
    -- until none is left
    update ground.unit set name = upper(name) where id in (
      select id from ground.unit where name <> upper(name) limit 1000);`
  const withOnline = (more: Record<string, string> = {}): ModuleMigrations => {
    return { ...ground, migrations: { ...ground.migrations, '002_online.sql': online, ...more } }
  }
  const left = `select count(*)::int as count from ground.unit where name <> upper(name)`
  const validity = `select indisvalid as valid from pg_index where indexrelid = to_regclass('ground.unit_by_name')`
  const first = async (database: Database, text: string) => (await database.pool.query(text)).rows[0]

  test('comes after the start, and is carried on where it was cut off', async () => {
    const database = fresh()
    await migrate(database, [ground])
    await database.pool.query(rows)
    expect(await migrate(database, [withOnline()])).toEqual([])
    expect(await first(database, left)).toEqual({ count: 2500 })
    // As a killed one leaves it: an index that is not valid, and some of the rows.
    await database.pool.query('create index unit_by_name on ground.unit (name)')
    await database.pool.query(
      `update pg_index set indisvalid = false where indexrelid = 'ground.unit_by_name'::regclass`,
    )
    await database.pool.query('update ground.unit set name = upper(name) where id <= 700')
    const done = await Promise.all([1, 2].map(() => migrateOnline(database, [withOnline()])))
    expect(done.flat()).toEqual(['ground/002_online.sql'])
    expect([await first(database, left), await first(database, validity)]).toEqual([{ count: 0 }, { valid: true }])
    expect(await migrateOnline(database, [withOnline()])).toEqual([])
    expect(await migrate(database, [withOnline()])).toEqual([])
  })

  test('comes in its place in an empty database, and before a later file of its module', async () => {
    const [empty, used] = [fresh(), fresh()]
    expect(await migrate(empty, [withOnline()])).toEqual(['ground/001_unit.sql', 'ground/002_online.sql'])
    expect(await first(empty, validity)).toEqual({ valid: true })
    await migrate(used, [ground])
    await used.pool.query(rows)
    const check = `alter table ground.unit add constraint folded check (name = upper(name))`
    expect(await migrate(used, [withOnline({ '003_check.sql': check })])).toEqual([
      'ground/002_online.sql',
      'ground/003_check.sql',
    ])
  })

  test.each([
    'create index concurrently unit_x on ground.unit (name);',
    'update ground.unit set name = upper(name);',
    '-- until none is left\nalter table ground.unit add x int;',
    'drop table ground.unit;',
  ])('holds nothing that could not be run again: %s', (text) => {
    expect(() => statementsOf({ module: 'ground', file: '002_online.sql', sql: `-- online\n${text}` })).toThrow(
      'ground/002_online.sql: not a statement of an online file',
    )
  })
})
