/** Histories of an installation that was in use before all workflows had one: what its tables kept replays to where each thing stands. */
import { basename } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { moduleMigrations } from '#app/modules.ts'
import type { Workflow } from '#kernel/workflow.ts'
import { submissionWorkflow } from '#modules/collection'
import { amendmentWorkflow, importWorkflow } from '#modules/plan'
import { decisionWorkflow } from '#modules/reorganisation'
import type { Database } from '#platform/database/index.ts'
import { migrate } from '#platform/database/index.ts'
import { testDatabase } from '#test/database.ts'
import { expectReplay, historyOf } from '#test/histories.ts'

const id = (number: number) => `01920000-0000-7000-8000-${String(number).padStart(12, '0')}`
const [an, binh, gone] = [id(1), id(2), id(3)]
let database: Database

beforeAll(async () => {
  database = await testDatabase('bare')
  await migrate(database, before(52))
  await database.pool.query(used)
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

const audited = (actor: string, name: string, operation: string, subject: string) =>
  `select platform.append_audit('2026-05-03T02:00:00Z', '${actor}', '${name}', 'web', null, '${operation}', '${subject}', null, '{}');`

const reform = (number: number, state: string, columns: string, values: string) => `
  insert into reorganisation.reform (id, effective_on, title, basis, acts, state, version, drafted_by, drafted_at, edited_by, edited_at
    ${columns}) values ('${id(number)}', '2027-01-01', 'T', 'B', '[]', '${state}', 5, '${an}', '2026-05-01', '${an}', '2026-05-02' ${values});`

const proposed = [', proposed_by, proposed_at', `, '${an}', '2026-05-03'`] as const
const approved = [`${proposed[0]}, approved_by, approved_at`, `${proposed[1]}, '${binh}', '2026-05-04'`] as const

const used = `
  ${audited(an, 'An', 'plan.draftAmendment', 'x')}
  ${audited(binh, 'Bình', 'reorganisation.return', `reform ${id(12)}`)}
  ${audited(binh, 'Bình', 'plan.discardAmendment', `amendment ${id(33)}`)}
  ${reform(10, 'draft', '', '')}
  ${reform(11, 'proposed', ...proposed)}
  ${reform(12, 'draft', `${proposed[0]}, returned_reason`, `${proposed[1]}, 'Thiếu'`)}
  ${reform(13, 'approved', ...approved)}
  ${reform(14, 'withdrawn', `${approved[0]}, withdrawn_by, withdrawn_at, withdrawn_reason`, `${approved[1]}, '${an}', '2026-05-05', 'Hoãn'`)}
  ${reform(15, 'discarded', ...proposed)}
  ${reform(16, 'discarded', '', '')}
  insert into organisation.unit_kind values ('office', 'agency', 1, 'S', 'S');
  insert into organisation.unit values ('${id(99)}', 'S', 'office', '2000-01-01', 'infinity');
  insert into organisation.unit_version (unit_id, valid_from, valid_to, name, type, source, full_name)
    values ('${id(99)}', '2000-01-01', 'infinity', 'S', 'S', 'x', 'S');
  insert into plan.plan (id, code, symbol, title_vi, title_en, issued_on, signatory, from_year, to_year, legal_bases, reporting,
    standing_agency_id)
    select '${id(20)}', 'p', '1/KH', 'T', 'T', '2026-01-01', '', 2026, 2030, '[]', '[]', '${id(99)}';
  insert into plan.plan_version (plan_id, number, kind, symbol, issued_on, effective_on, title_vi, title_en, reason, diff, published_at)
    values ('${id(20)}', 1, 'original', '1/KH', '2026-01-01', '2026-01-01', 'T', 'T', '', '[]', now());
  insert into plan.plan_version (plan_id, number, kind, symbol, issued_on, effective_on, title_vi, title_en, reason, diff, published_at,
    drafted_by, published_by, follows_on)
    values ('${id(20)}', 2, 'amendment', '2/QĐ', '2026-02-01', '2026-02-01', 'T', 'T', '', '[]', '2026-05-04', '${an}', '${binh}', '2026-01-01');
  insert into plan.amendment (id, plan_id, symbol, issued_on, effective_on, title_vi, title_en, reason, authors, drafted_by, drafted_at,
    changed_at, state, version, revision)
    select of.id, '${id(20)}', '2/QĐ', '2026-02-01', '2026-02-01', 'T', 'T', 'R', array['${an}', '${gone}']::uuid[], '${an}', '2026-05-01',
      '2026-05-04', of.state, of.version, 2
    from (values ('${id(31)}'::uuid, 'draft', null::int), ('${id(32)}', 'published', 2), ('${id(33)}', 'discarded', null)) of(id, state, version);
  insert into plan.amendment_content (amendment_id, revision, symbol, issued_on, effective_on, title_vi, title_en, reason, changes, written_by)
    select id, 2, symbol, issued_on, effective_on, title_vi, title_en, reason, changes, '${an}' from plan.amendment;
  insert into plan.plan_import (id, file_name, file, file_kind, lines, draft, state, created_by, created_at)
    values ('${id(41)}', 'a.txt', 'f', 'text', '[]', '{}', 'open', '${an}', '2026-05-01');
  insert into plan.plan_import (id, plan_id, file_name, file, file_kind, lines, draft, state, version, created_by, created_at, closed_by, closed_at)
    values ('${id(42)}', '${id(20)}', 'a.txt', 'f', 'text', '[]', '{}', 'published', 2, '${an}', '2026-05-01', '${binh}', '2026-05-04');
  insert into plan.import_decision (id, import_id, piece, verdict, decided_by, decided_at)
    select gen_random_uuid(), '${id(42)}', 'item ' || place, 'accepted', '${an}', timestamptz '2026-05-02' + place / 3 * interval '1 hour'
    from generate_series(1, 5) place;
`

const things: readonly (readonly [name: string, flow: unknown, number: number, state: string, steps: string])[] = [
  ['a draft of a decision', decisionWorkflow, 10, 'draft', 'draft edit'],
  ['one that waits', decisionWorkflow, 11, 'proposed', 'draft edit propose'],
  ['one that came back', decisionWorkflow, 12, 'draft', 'draft edit propose return'],
  ['one that was approved', decisionWorkflow, 13, 'approved', 'draft edit propose approve'],
  ['one that was withdrawn', decisionWorkflow, 14, 'withdrawn', 'draft edit propose approve withdraw'],
  ['one that was given up while it waited', decisionWorkflow, 15, 'discarded', 'draft edit propose discard'],
  ['a draft that was given up', decisionWorkflow, 16, 'discarded', 'draft edit discard'],
  ['an amendment being written', amendmentWorkflow, 31, 'draft', 'draft write write'],
  ['a published one', amendmentWorkflow, 32, 'published', 'draft write write publish'],
  ['one put away', amendmentWorkflow, 33, 'discarded', 'draft write write discard'],
  ['a document under review', importWorkflow, 41, 'open', 'bring'],
  ['a published document', importWorkflow, 42, 'published', 'bring decide decide publish'],
]

describe.each(things)('%s', (_, workflow, number, state, steps) => {
  const flow = workflow as Workflow<string, string, string>

  test(`replays to ${state}`, async () => {
    await expectReplay(database, flow, { id: id(number), state })
    const history = await historyOf(database, flow, id(number))
    expect(history.map(({ step }) => step).join(' ')).toBe(steps)
  })
})

test('whoever had it in hand is known, and by name where they ever acted', async () => {
  const published = await historyOf(database, amendmentWorkflow, id(32))
  expect(published.map(({ byId, by }) => [byId, by])).toEqual([
    [an, 'An'],
    [gone, null],
    [an, 'An'],
    [binh, 'Bình'],
  ])
  const back = (await historyOf(database, decisionWorkflow, id(12))).at(-1)
  expect(back).toMatchObject({ step: 'return', by: 'Bình', byId: binh, reason: 'Thiếu' })
  const withdrawn = (await historyOf(database, decisionWorkflow, id(14))).at(-1)
  expect(withdrawn).toMatchObject({ by: 'An', reason: 'Hoãn' })
})

test('forms have no table of their own any more', async () => {
  const { rows } = await database.pool.query(`select to_regclass('collection.submission_event') as events`)
  expect(rows).toEqual([{ events: null }])
  expect(submissionWorkflow.name).toBe('collection.submission')
})
