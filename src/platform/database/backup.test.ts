/** Backup and restore: row for row, between PostgreSQL 18 and 15, both ways; a bad file changes nothing. */
import { existsSync } from 'node:fs'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough, Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { gunzipSync, gzipSync } from 'node:zlib'
import { afterAll, describe, expect, test, vi } from 'vitest'
import { ProblemError } from '#kernel/problem.ts'
import { testDatabase } from '#test/database.ts'
import { readFrames } from './backup-format.ts'
import { programsIn } from './binaries.ts'
import { startEmbedded } from './embedded.ts'
import {
  backup,
  type Database,
  type ModuleMigrations,
  migrate,
  openDatabase,
  platformMigrations,
  restore,
} from './index.ts'

vi.setConfig({ testTimeout: 60_000 })

/** Everything that could go wrong in copying: kinds of columns, keys in a circle, guards, partitions, sequences. */
const archive: ModuleMigrations = {
  name: 'archive',
  migrations: {
    '001_all.sql': `
      create sequence archive.number start 100 increment 5;
      create table archive."Odd ""name" (
        id bigint generated always as identity primary key, big bigint, exact numeric, document jsonb, period date,
        until date default 'infinity', at timestamptz, tags text[], dates date[], raw bytea, ok boolean,
        real double precision, "Select" text, doubled numeric generated always as (exact * 2) stored);
      create table archive.hen (id uuid primary key, egg uuid, mother uuid references archive.hen);
      create table archive.egg (id uuid primary key, hen uuid not null references archive.hen,
        place int constraint egg_place unique deferrable initially deferred);
      alter table archive.hen add constraint hen_egg foreign key (egg) references archive.egg on delete set null;
      create table archive.yearly (year int, value numeric, primary key (year, value)) partition by list (year);
      create table archive.y2025 partition of archive.yearly for values in (2025);
      create table archive.other partition of archive.yearly default;
      create table archive.nothing (id int primary key);
      create function archive.refuse() returns trigger language plpgsql as $$ begin raise 'append only'; end $$;
      create trigger guard before update or delete or truncate on archive.egg execute function archive.refuse();
      create trigger stamp before insert on archive.hen execute function archive.refuse();
      alter table archive.hen enable always trigger stamp;
      insert into archive.nothing values (7);
      create materialized view archive.total as select count(*) as n from archive.yearly;`,
  },
  published: 'create view archive.hens as select id from archive.hen',
}
const modules = [platformMigrations, archive]

const data = `
  insert into archive."Odd ""name" (big, exact, document, period, at, tags, dates, raw, ok, real, "Select")
  select 9223372036854775807 - n, n * 1e-20 + 123456789012345678901234567890, jsonb_build_object('n', n, 'đ', E'x\\n\\t\\\\'),
    date '2020-01-01' + n, timestamptz '2026-01-01 00:00:00.123456+07' + n * interval '1 hour',
    array['a,b', null, E'"\\\\\\n'], array['infinity', '-infinity']::date[], decode(md5(n::text), 'hex'), n % 2 = 0,
    n / 3.0::float8, case when n % 3 = 0 then null else E'dòng\\r\\n' || n || E'\\\\N' end from generate_series(1, 5000) n;
  insert into archive."Odd ""name" (exact, period, real) values ('NaN', '-infinity', 'Infinity');
  delete from archive."Odd ""name" where id between 100 and 200;
  update archive."Odd ""name" set ok = not ok where id % 7 = 0;
  alter table archive.hen disable trigger stamp;
  insert into archive.hen (id, mother) select md5('h' || n)::uuid, md5('h' || n / 2)::uuid from generate_series(0, 99) n;
  alter table archive.hen enable always trigger stamp;
  insert into archive.egg select md5('e' || n)::uuid, md5('h' || n)::uuid, n from generate_series(0, 99) n;
  update archive.hen h set egg = e.id from archive.egg e where e.hen = h.id;
  insert into archive.yearly select 2020 + n % 10, n from generate_series(1, 1000) n;
  select nextval('archive.number'), nextval('archive.number');`

const tables = [
  'archive."Odd ""name"',
  'archive.hen',
  'archive.egg',
  'archive.yearly',
  'archive.y2025',
  'archive.nothing',
]

async function contents(database: Database): Promise<Record<string, unknown>> {
  const all: Record<string, unknown> = {}
  for (const table of [...tables, 'archive.hens']) {
    const { rows } = await database.pool.query(`select t::text as row from ${table} t order by t::text collate "C"`)
    all[table] = rows.map((row) => row.row)
  }
  return all
}

/** What the database enforces besides its rows. */
async function rules(database: Database): Promise<unknown> {
  const { rows } = await database.pool.query(
    `select conrelid::regclass::text as on, conname as name, pg_get_constraintdef(oid) as rule from pg_constraint
     where connamespace = 'archive'::regnamespace and contype <> 'n'
     union all select tgrelid::regclass::text, tgname, tgenabled::text from pg_trigger
     where not tgisinternal and tgrelid::regclass::text like 'archive.%' order by 1, 2, 3`,
  )
  return rows
}

async function written(database: Database): Promise<Buffer> {
  const output = new PassThrough()
  const [bytes] = await Promise.all([buffer(output), backup(database, output)])
  return bytes
}

/** In pieces of an awkward size, as from a slow disk. */
function reading(bytes: Buffer, piece = 1_000): Readable {
  return Readable.from(
    Array.from({ length: Math.ceil(bytes.length / piece) }, (_, n) => bytes.subarray(n * piece, (n + 1) * piece)),
    { objectMode: false },
  )
}

async function codeOf(work: Promise<unknown>): Promise<string> {
  return work.then(
    () => 'none',
    (error: unknown) => (error instanceof ProblemError ? error.message : String(error)),
  )
}

async function empty(): Promise<Database> {
  const database = await testDatabase('bare')
  await migrate(database, modules)
  return database
}

const source = await empty()
await source.pool.query(data)
const file = await written(source)
const target = await empty()
const refused = await empty()
const older = await testDatabase('bare')
await migrate(older, [platformMigrations])
const debian = '/usr/lib/postgresql/15'

async function expectEqual(restored: Database): Promise<void> {
  expect(await contents(restored)).toEqual(await contents(source))
  expect(await rules(restored)).toEqual(await rules(source))
  const { rows } = await restored.pool.query(
    `insert into archive."Odd ""name" (big) values (nextval('archive.number')) returning id, big, (select n from archive.total)`,
  )
  expect(rows).toEqual([{ id: 5002, big: 110, n: 1000 }])
  await restored.pool.query('delete from archive."Odd ""name" where id = 5002')
}

describe('a whole backup', () => {
  test('fills an empty database row for row, once', async () => {
    const carried = await restore(target, reading(file))
    expect(carried.rows).toBeGreaterThan(6000)
    await expectEqual(target)
    expect(await codeOf(restore(target, reading(file)))).toBe('database.notEmpty')
    await target.pool.query('truncate archive.yearly')
    await restore(target, reading(file, 70_000), { replace: true })
    expect(await contents(target)).toEqual(await contents(source))
  })

  test('of a restored database is the same again', async () => {
    const sums = async (bytes: Buffer) => {
      const all: string[] = []
      for await (const { kind, body } of readFrames(reading(gunzipSync(bytes)))) {
        if (kind === 'tableEnd') all.push(body.toString())
      }
      return all
    }
    expect(await sums(await written(target))).toEqual(await sums(file))
  })

  test('holds one moment, though people go on working', async () => {
    const output = new PassThrough({ highWaterMark: 1 })
    const making = backup(source, output)
    const iterator = output[Symbol.asyncIterator]()
    const parts: Buffer[] = [(await iterator.next()).value]
    await source.pool.query('insert into archive.yearly values (2025, -1)')
    for (let next = await iterator.next(); !next.done; next = await iterator.next()) parts.push(next.value)
    await making
    await source.pool.query('delete from archive.yearly where value = -1')
    await restore(target, reading(Buffer.concat(parts)), { replace: true })
    expect(await contents(target)).toEqual(await contents(source))
  })
})

describe('a bad file is refused and changes nothing', () => {
  const plain = gunzipSync(file)
  const altered = (at: number) => {
    const copy = Buffer.from(plain)
    copy.writeUInt8((copy[at] ?? 0) ^ 1, at)
    return gzipSync(copy)
  }
  const cases: [string, Buffer, string][] = [
    ['nothing', Buffer.alloc(0), 'database.damagedBackup'],
    ['no gzip', Buffer.from('PK not a backup at all'), 'database.notABackup'],
    ['another gzip', gzipSync('hello world, this is something else'), 'database.damagedBackup'],
    ['cut in the middle', file.subarray(0, file.length / 2), 'database.damagedBackup'],
    ['cut by one byte', file.subarray(0, -1), 'database.damagedBackup'],
    ['its end left out', gzipSync(plain.subarray(0, plain.lastIndexOf('Z'))), 'database.damagedBackup'],
    ['a letter changed in a row', altered(plain.indexOf('dòng')), 'database.damagedBackup'],
    ['a changed length', altered(plain.indexOf('T\0\0\0') + 2), 'database.damagedBackup'],
    ['another format', gzipSync(Buffer.from(plain).fill('x', 10, 20)), 'database.notABackup'],
  ]
  test.each(cases)('%s', async (_, bytes, code) => {
    expect(await codeOf(restore(refused, reading(bytes)))).toBe(code)
  })

  test('any single byte of the compressed file', async () => {
    const outcomes = new Set<string>()
    for (let turn = 0; turn < 30; turn += 1) {
      const copy = Buffer.from(file)
      const at = 10 + Math.floor(Math.random() * (copy.length - 18))
      copy.writeUInt8((copy[at] ?? 0) ^ (1 << (turn % 8)), at)
      outcomes.add(await codeOf(restore(refused, reading(copy, 10_000))))
    }
    expect([...outcomes].filter((code) => !/^database\.(damagedBackup|notABackup|otherSchema)$/.test(code))).toEqual([])
  })

  test('another schema version', async () => {
    expect(await codeOf(restore(older, reading(file)))).toBe('database.otherSchema')
  })

  test('while somebody writes', async () => {
    const busy = await refused.pool.connect()
    await busy.query('begin; insert into archive.yearly values (2025, 1)')
    expect(await codeOf(restore(refused, reading(file)))).toBe('database.inUse')
    await busy.query('rollback')
    busy.release()
  })

  test('and the database is still as it was, and takes the good file', async () => {
    expect((await contents(refused))['archive.nothing']).toEqual(['(7)'])
    expect((await contents(refused))['archive.hen']).toEqual([])
    expect(await rules(refused)).toEqual(await rules(source))
    await restore(refused, reading(file))
    await expectEqual(refused)
  })
})

describe.skipIf(!existsSync(debian))('with PostgreSQL 15 (skipped where Debian’s is not installed)', () => {
  let stop = async () => {}
  afterAll(() => stop())

  test('there and back again, row for row', async () => {
    const dataFolder = await mkdtemp(join(tmpdir(), 'hieuhoc-pg15-'))
    await chmod(dataFolder, 0o755)
    const server = await startEmbedded({ dataFolder, binaries: programsIn(debian), fsync: false })
    const { user, password, host, port, database } = server.address()
    const fifteen = await openDatabase({
      dataFolder,
      databaseUrl: `postgres://${user}:${password}@${host}:${port}/${database}`,
    })
    stop = async () => {
      await fifteen.close()
      await server.close()
      await rm(dataFolder, { recursive: true })
    }
    expect(Math.floor(fifteen.version / 10_000)).toBe(15)
    await migrate(fifteen, modules)
    await restore(fifteen, reading(file))
    expect(await contents(fifteen)).toEqual(await contents(source))
    await restore(target, reading(await written(fifteen)), { replace: true })
    expect(await contents(target)).toEqual(await contents(source))
  })
})
