/**
 * The small city with what figures need, in small: three measures, sources of each rank, a form for communes and one for agencies,
 * a plan with two duties. A decision makes 101 and 103 one unit on 15/11/2026, which takes the code 101: two units bear it, one
 * after the other. Rounds, forms in them and figures are what each test puts there.
 */
import { newId } from '#kernel/id.ts'
import { putInForce, requireUnit, type UnitChange } from '#modules/organisation'
import type { Database, Tx } from '#platform/database/index.ts'
import type { World } from '#test/database.ts'
import { insertRow, type Row, smallCity } from '#test/worlds/small-city.ts'

/** Until this day 101 is Phường Sông, then Phường Sông Chợ. */
export const mergedOn = '2026-11-15'
const enactedAt = new Date('2026-10-01T02:00:00Z')

/** The ids of the forms and duties of the small round. */
export const smallIds = {
  communeForm: '01900000-0000-7000-8000-000000000001',
  agencyForm: '01900000-0000-7000-8000-000000000002',
  plan: '01900000-0000-7000-8000-000000000003',
  /** Led by SO. */
  classesDuty: '01900000-0000-7000-8000-000000000004',
  /** SO coordinates it. */
  booksDuty: '01900000-0000-7000-8000-000000000005',
} as const

export const smallRound: World = {
  name: 'small_round',
  async fill(database) {
    await smallCity.fill(database)
    await decide(database, mergedOn, [{ kind: 'merge', from: ['101', '103'], into: newCommune('101', 'Sông Chợ') }])
    await database.pool.query(catalogueSql)
    await database.pool.query(planSql)
    await database.pool.query(formsSql)
  },
}

export function newCommune(code: string, name: string) {
  const nothing = { areaKm2: null, areaIsEstimate: false, seat: null, lon: null, lat: null }
  return { code, kind: 'commune', name, type: 'Phường', parent: '01', ...nothing }
}

/** Puts a decision about units in force; gives its id. */
export async function decide({ kysely }: Database, on: string, changes: readonly UnitChange[]): Promise<string> {
  const proposal = { id: newId(), on, title: 'Sắp xếp thử', basis: 'Quyết định thử', changes }
  await kysely.transaction().execute((tx) => putInForce(tx, proposal, { at: enactedAt, newId }))
  return proposal.id
}

/** The id of the unit that bears a code on a day. */
export async function unitOn({ kysely }: Database, code: string, on = '2026-11-01'): Promise<string> {
  return (await kysely.transaction().execute((tx: Tx) => requireUnit(tx, code, on))).id
}

/** A round of a year, due on 30 November; `given` are columns. */
export async function addRound(database: Database, year: number, given: Row = {}): Promise<string> {
  const id = newId()
  const days = { opens_on: `${year}-10-01`, due_on: `${year}-11-30`, created_at: enactedAt }
  const words = { title_vi: `Đợt ${year}`, title_en: `Round ${year}` }
  await insertRow(database, 'collection.round', {
    id,
    year,
    ...words,
    ...days,
    state: 'open',
    is_sample: false,
    ...given,
  })
  return id
}

/** The form of a unit in a round, not begun; `given` are columns, and what a state asks for comes by itself. */
export async function addSubmission(
  database: Database,
  unitId: string,
  roundId: string,
  given: Row = {},
): Promise<string> {
  const id = newId()
  const { state = 'not-started' } = given
  const sent = state === 'sent' || state === 'approved' ? { sent_at: enactedAt, version: 1 } : {}
  const more = {
    ...sent,
    ...(state === 'returned' ? { return_reason: 'Thiếu' } : {}),
    ...(state === 'closed' ? { closed_on: mergedOn } : {}),
  }
  const form = { form_id: smallIds.communeForm, due_on: '2026-11-30', is_sample: false }
  await insertRow(database, 'collection.submission', {
    ...{ unit_id: unitId, id, round_id: roundId, state },
    ...form,
    ...more,
    ...given,
  })
  return id
}

/** A figure of a unit: of the form, sure, for 2025 unless told otherwise; `given` are columns. */
export async function addValue(database: Database, unitId: string, given: Row): Promise<string> {
  const id = newId()
  const usual = { subject: 'classes', year: 2025, status: 'confirmed', confidence: 'high', source_id: 'form' }
  await insertRow(database, 'indicators.value', { unit_id: unitId, id, ...usual, recorded_at: enactedAt, ...given })
  return id
}

const editing = { version: 1, editor: 'Ai', edited_at: enactedAt }

/** What is typed into a cell of a form; `given` are columns. */
export async function addCell(database: Database, unitId: string, formId: string, given: Row): Promise<void> {
  const usual = { category: 'total', language: 'vi', note: '', ...editing }
  await insertRow(database, 'collection.cell', { unit_id: unitId, submission_id: formId, ...usual, ...given })
}

/** What a form says of a duty, in the place of what it said; `given` are columns. */
export async function addReport(database: Database, unitId: string, formId: string, given: Row): Promise<void> {
  const key = { unit_id: unitId, submission_id: formId, duty_id: smallIds.booksDuty }
  const usual = { state: 'done', result: '', difficulty: '', proposal: '', ...editing }
  const row: Row = { ...key, ...usual, ...given }
  await database.pool.query(
    'delete from collection.duty_report where unit_id = $1 and submission_id = $2 and duty_id = $3',
    [unitId, formId, row.duty_id],
  )
  await insertRow(database, 'collection.duty_report', row)
}

/** Evidence of what a form says of a duty; `given` are columns. */
export async function addEvidence(database: Database, unitId: string, formId: string, given: Row): Promise<string> {
  const id = newId()
  const usual = { duty_id: smallIds.booksDuty, title: 'Ảnh', url: 'https://nho.example', added_at: enactedAt }
  const row = { unit_id: unitId, submission_id: formId, id, ...usual, added_version: 0, ...given }
  await insertRow(database, 'collection.evidence', row)
  return id
}

const catalogueSql = `
  insert into indicators.measure (code, position, kind, unit, clock, aggregate, section, name_vi, name_en, explanation_vi,
    explanation_en, dimensions, verified) values
    ('learners', 1, 'count', 'people', 'year', 'sum', 'all', 'Người học', 'Learners', '', '', '{sex}', true),
    ('classes', 2, 'count', 'classes', 'year', 'sum', 'all', 'Lớp học', 'Classes', '', '', '{}', true),
    ('books', 3, 'count', 'books', 'year', 'sum', 'all', 'Sách', 'Books', '', '', '{}', true);
  insert into indicators.dimension (code, position, name_vi, name_en) values ('sex', 1, 'Giới tính', 'Sex');
  insert into indicators.category (dimension, code, position, name_vi, name_en) values ('sex', 'female', 1, 'Nữ', 'Women');
  insert into indicators.source (id, kind, rank, title) values
    ('form', 'submission', 1, 'Biểu của đơn vị'), ('register', 'register', 2, 'Sổ theo dõi'), ('news', 'news', 5, 'Báo chí');`

const planSql = `
  insert into plan.plan (id, code, symbol, title_vi, title_en, issued_on, from_year, to_year, standing_agency_id, signatory,
    legal_bases, reporting)
  select '${smallIds.plan}', 'nho', '1/KH-UBND', 'Kế hoạch nhỏ', 'Small plan', '2026-01-01', 2026, 2030, unit.id, 'Chủ tịch', '[]', '{}'
  from organisation.published_unit unit where unit.code = 'SO';
  insert into plan.plan_version (plan_id, number, kind, symbol, issued_on, effective_on, title_vi, title_en, reason, diff, published_at)
  values ('${smallIds.plan}', 1, 'original', '1/KH-UBND', '2026-01-01', '2026-01-01', 'Kế hoạch nhỏ', 'Small plan', '', '[]', now());
  insert into plan.clause (plan_id, ref, parent_ref, kind, position, title_vi, title_en) values
    ('${smallIds.plan}', 'V', null, 'part', 1, 'Tổ chức', 'Organisation'),
    ('${smallIds.plan}', 'V.1', 'V', 'point', 2, 'Mở lớp', 'Open classes'),
    ('${smallIds.plan}', 'V.2', 'V', 'point', 3, 'Góp sách', 'Give books');
  insert into plan.duty (id, plan_id, ref, position, agency_id, role, title_vi, title_en, tasks, with_agencies, indicators)
  select duty.id::uuid, '${smallIds.plan}', ref, position, unit.id, role, title, title, '{}', '{}', '{}'
  from (values ('${smallIds.classesDuty}', 'V.1', 1, 'lead', 'Mở lớp'), ('${smallIds.booksDuty}', 'V.2', 2, 'coordinate', 'Góp sách'))
    as duty(id, ref, position, role, title)
  join organisation.published_unit unit on unit.code = 'SO';
  insert into plan.duty_holder (duty_id, unit_id, valid_from, valid_to, verified)
  select id, agency_id, '2026-01-01', 'infinity', true from plan.duty;`

const formsSql = `
  insert into collection.form (id, code, year, audience, per_duty, name_vi, name_en, duty_fields) values
    ('${smallIds.communeForm}', 'commune-2026', 2026, 'commune', false, 'Biểu cấp xã', 'Commune form', '[]'),
    ('${smallIds.agencyForm}', 'agency-2026', 2026, 'agency', true, 'Biểu cơ quan', 'Agency form', '[]');
  insert into collection.form_section (form_id, code, position, name_vi, name_en)
    select id, 'all', 1, 'Số liệu', 'Figures' from collection.form;
  insert into collection.form_row (form_id, position, section, measure, category, part_vi, part_en, unit_vi, unit_en, required)
  select form.id, place, 'all', measure, category, part_vi, part_en, 'đơn vị', 'units', true
  from collection.form, (values (1, 'learners', 'total', null, null), (2, 'learners', 'sex:female', 'Nữ', 'Women'),
    (3, 'classes', 'total', null, null)) as line(place, measure, category, part_vi, part_en);
  insert into collection.duty_state (code, position, name_vi, name_en) values
    ('under-way', 1, 'Đang làm', 'Under way'), ('done', 2, 'Xong', 'Done');`
