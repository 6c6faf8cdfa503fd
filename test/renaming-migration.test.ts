/** Tables, columns and fields that got the words of today: rows arrive under them, and nothing in the schema bears the former ones. */
import { basename } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { moduleMigrations } from '#app/modules.ts'
import { type Database, migrate } from '#platform/database/index.ts'
import { testDatabase } from '#test/database.ts'
import { formerRows, type Row, renamedTables, sideBySide } from './upgrades/renamed.ts'

const id = (number: number) => `01920000-0000-7000-8000-${String(number).padStart(12, '0')}`
let database: Database
let former: ReadonlyMap<string, readonly Row[]>

/** The unit of a form, and its id. */
const form = `'${id(99)}', '${id(22)}'`

const changes = `[{"act": "merge", "from": ["1", "2"], "into": {"code": "3", "kind": "commune", "name": "act"}},
  {"act": "close", "code": "4"}]`

const filled = `
  insert into organisation.unit_kind values ('office', 'agency', 1, 'S', 'S');
  insert into organisation.unit values ('${id(99)}', 'S', 'office', '2000-01-01', 'infinity');
  insert into organisation.unit_version (unit_id, valid_from, valid_to, name, type, source, full_name)
    values ('${id(99)}', '2000-01-01', 'infinity', 'S', 'S', 'x', 'S');
  insert into organisation.enactment (id, effective_on, title, basis, acts, unit_ids, enacted_by, enacted_at, revoked_at)
    values ('${id(1)}', '2026-01-01', 'T', 'B', '${changes}', '{}', '${id(9)}', '2026-01-01', null),
      ('${id(2)}', '2027-01-01', 'T', 'B', '[]', '{}', null, '2026-01-01', '2026-02-01');
  insert into organisation.lineage values ('${id(99)}', '2000-01-01', 'infinity', '${id(99)}', '2000-01-01', 'infinity', 1, 'whole');
  insert into reorganisation.reform (id, effective_on, title, basis, acts, state, version, aftermath, followed)
    values ('${id(1)}', '2026-01-01', 'T', 'B', '${changes}', 'approved', 2, '{"on": "2026-01-01"}', '{"roles": []}'),
      ('${id(3)}', '2027-01-01', 'T', 'B', '[]', 'draft', 1, null, null);
  insert into reorganisation.content values ('${id(1)}', 1, '2026-01-01', 'T', 'B', '${changes}');
  insert into plan.plan_import (id, file_name, file, file_kind, lines, draft, created_at)
    values ('${id(4)}', 'a', 'f', 'text', '[]', '{}', '2026-05-01');
  insert into plan.import_decision (id, import_id, piece, verdict, correction, decided_by, decided_at)
    values ('${id(5)}', '${id(4)}', 'item 1', 'corrected', '{"name": "A"}', '${id(9)}', '2026-05-01');
  insert into reports.report (id, year, kind, state, is_sample, created_at) values ('${id(6)}', 2026, 'yearly', 'draft', false, now());
  insert into reports.used_value values ('${id(6)}', '1', '2026-01-01', '${id(7)}', 'reported');
  insert into access.account (id, name, email, language, created_at) values ('${id(8)}', 'A', 'a@x.vn', 'vi', now());
  insert into access.role_grant (id, account_id, unit_id, role, field, valid_from, valid_to, granted_at, reform_id)
    values ('${id(10)}', '${id(8)}', '${id(99)}', 'reader', 'all', '2026-01-01', 'infinity', now(), '${id(1)}');
  insert into access.role_move (reform_id, grant_id, on_day, was_until, others, why, decision, moved_at)
    values ('${id(1)}', '${id(10)}', '2026-01-01', 'infinity', '{}', 'no-successor', 'B', now());
  insert into indicators.measure (code, position, kind, unit, clock, aggregate, section, name_vi, name_en, explanation_vi,
    explanation_en, dimensions, verified) values ('m', 1, 'count', 'U', 'year', 'sum', 'S', 'M', 'M', 'M', 'M', '{}', true);
  insert into collection.form values ('${id(20)}', 'F', 2026, 'office', false, 'F', 'F', '[]');
  insert into collection.round values ('${id(21)}', 2026, 'R', 'R', '2026-10-01', '2026-11-30', 'open', false, now());
  insert into collection.submission (unit_id, id, round_id, form_id, state, due_on, is_sample)
    values (${form}, '${id(21)}', '${id(20)}', 'in-progress', '2026-11-30', false);
  insert into collection.cell (unit_id, submission_id, measure, typed, language, note, version, editor, edited_at)
    values (${form}, 'm', '1.0oo', 'vi', 'typed', 2, 'A', now());
  insert into collection.sent_cell (unit_id, submission_id, measure, category, sent_version, cell_version, typed, amount, note, editor,
    edited_at) values (${form}, 'm', 'total', 1, 1, '1.000', 1000, '', 'A', now());
`

/** What changed in a form, as the version before kept it. */
const changedCells = `
  insert into collection.content_change (unit_id, submission_id, version, measure, category, before, now, by_name, at) values
    (${form}, 1, 'm', 'total', null, '{"typed": "1", "note": ""}', 'A', now()),
    (${form}, 2, 'm', 'total', '{"typed": "1", "note": ""}', '{"typed": "typed", "note": "typed"}', 'B', now()),
    (${form}, 3, null, null, null, '{"reason": "typed"}', 'C', now())`

beforeAll(async () => {
  database = await testDatabase('bare')
  await migrate(database, before(60))
  await database.pool.query(filled)
  former = await formerRows(database)
  await migrate(database, before(65))
  await database.pool.query(changedCells)
  await migrate(database, moduleMigrations)
}, 120_000)

/** The schema as it was before a migration came. */
function before(number: number) {
  return moduleMigrations.map(({ name, migrations }) => ({
    name,
    migrations: Object.fromEntries(
      Object.entries(migrations).filter(([file]) => Number(basename(file).slice(0, 3)) < number),
    ),
  }))
}

test.each(renamedTables.map(({ today }) => today))('every row of %s arrives, whole', async (table) => {
  const rows = await sideBySide(database, table, former.get(table) ?? [])
  expect(rows.now.length).toBeGreaterThan(0)
  expect(rows.now).toEqual(rows.former)
  expect(rows.shared.sort()).toEqual(Object.keys(former.get(table)?.[0] ?? {}).sort())
})

test('a change says of which kind it is; what is within it stays', async () => {
  const { rows } = await database.pool.query(`
    select changes from organisation.decision where id = '${id(1)}'
    union all select changes from reorganisation.decision where id = '${id(1)}'
    union all select changes from reorganisation.content`)
  const kinds = [
    { kind: 'merge', from: ['1', '2'], into: { code: '3', kind: 'commune', name: 'act' } },
    { kind: 'close', code: '4' },
  ]
  expect(rows).toEqual([{ changes: kinds }, { changes: kinds }, { changes: kinds }])
})

test('a change of a cell has its entry under the name of today; what stood in it stays, and so do other changes', async () => {
  const { rows } = await database.pool.query('select before, now from collection.content_change order by seq')
  expect(rows).toEqual([
    { before: null, now: { entry: '1', note: '' } },
    { before: { entry: '1', note: '' }, now: { entry: 'typed', note: 'typed' } },
    { before: null, now: { reason: 'typed' } },
  ])
  const nulls = await database.pool.query('select from collection.content_change where before is null')
  expect(nulls.rowCount).toBe(2)
})

test('nothing bears a former name: no table, index, sequence, column, constraint or trigger', async () => {
  const { rows } = await database.pool.query<{ name: string }>(`
    with own as (
      select oid, relname, relkind from pg_class
      where relnamespace::regnamespace::text in ('access', 'collection', 'organisation', 'plan', 'reorganisation', 'reports'))
    select name from (
      select relname::text as name from own
      union all
      select attname::text from pg_attribute join own on own.oid = attrelid and relkind in ('r', 'v') where not attisdropped
      union all select conname::text from pg_constraint
      union all select tgname::text from pg_trigger where not tgisinternal) names
    where name ~ '(reform|enact|lineage|import_decision|used_value|aftermath|(^|_)(acts?|typed)($|_))'`)
  expect(rows).toEqual([])
})

test('what may not be changed still may not', async () => {
  await expect(database.pool.query('delete from reorganisation.content')).rejects.toThrow('append-only')
  await expect(database.pool.query('delete from plan.import_verdict')).rejects.toThrow('append-only')
  await expect(database.pool.query('delete from reports.value_usage')).rejects.toThrow('append-only')
  await expect(database.pool.query('delete from collection.content_change')).rejects.toThrow('append-only')
})
