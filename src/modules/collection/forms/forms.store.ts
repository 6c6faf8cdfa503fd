/** How forms are kept and read. */
import { sql } from 'kysely'
import { z } from 'zod'
import { WordsShape } from '#kernel/schema.ts'
import type { Tx } from '#platform/database/index.ts'
import { insertRows, namedQuery, recordsOf } from '#platform/database/index.ts'
import { DutyState, FormHead, FormRow, FormSection } from './forms.model.ts'

const head = sql`
  select id, code, year, audience, per_duty as "perDuty", jsonb_build_object('vi', name_vi, 'en', name_en) as name,
    duty_fields as "dutyFields", version, ended_on::text as "endedOn"
  from collection.form`

export const findForm = namedQuery({
  name: 'collection.form',
  row: FormHead,
  text: (p: { id: string }) => sql`${head} where id = ${p.id}`,
})

/** The newest form of each audience that a year may use; a year before the first form is told with the first. */
export const formsOfYear = namedQuery({
  name: 'collection.formsOfYear',
  row: FormHead,
  text: (p: { year: number }) => sql`
    select * from (
      select distinct on (audience) *
      from (${head} where ended_on is null) form
      order by audience, year > ${p.year}, abs(year - ${p.year}), code desc, version desc) newest
    order by audience desc`,
})

/** The forms of a round: of each audience the one that the round began with, and the newest where it has none. */
export const formsOfRound = namedQuery({
  name: 'collection.formsOfRound',
  row: FormHead,
  text: (p: { roundId: string; year: number }) => sql`
    select * from (
      select distinct on (audience) form.*
      from (${head}) form
      cross join lateral (
        select exists (
          select from collection.submission where round_id = ${p.roundId} and form_id = form.id) as "isUsed") used
      where used."isUsed" or form."endedOn" is null
      order by audience, not used."isUsed", year > ${p.year}, abs(year - ${p.year}), code desc, version desc) newest
    order by audience desc`,
})

/** The forms in force, each by its newest version, as a pack has them. */
export const listFormContents = namedQuery({
  name: 'collection.formContents',
  row: z.looseObject({ code: z.string() }),
  text: () => sql`
    select form.code, form.year, form.audience, form."perDuty", form.name, form."dutyFields",
      coalesce((select jsonb_agg(jsonb_build_object('code', section.code, 'position', section.position, 'vi', section.name_vi,
          'en', section.name_en) order by section.position)
        from collection.form_section section where section.form_id = form.id), '[]') as sections,
      coalesce((select jsonb_agg(jsonb_build_object('section', line.section, 'measure', line.measure, 'category', line.category,
          'part', case when line.part_vi is not null then jsonb_build_object('vi', line.part_vi, 'en', line.part_en) end,
          'disjoint', line.disjoint, 'required', line.required, 'position', line.position, 'highest', line.highest)
          order by line.position)
        from collection.form_row line where line.form_id = form.id), '[]') as rows
    from (select distinct on (code) * from (${head}) newest order by code, version desc) form
    where form."endedOn" is null
    order by form.code`,
})

/** No round begins with them any more. */
export async function endForms(tx: Tx, codes: readonly string[], on: string): Promise<void> {
  await sql`
    update collection.form set ended_on = ${on} where code = any(${codes}::text[]) and ended_on is null`.execute(tx)
}

export const listSections = namedQuery({
  name: 'collection.formSections',
  row: FormSection,
  text: (p: { formId: string }) => sql`
    select code, jsonb_build_object('vi', name_vi, 'en', name_en) as name
    from collection.form_section where form_id = ${p.formId} order by position`,
})

export const listRows = namedQuery({
  name: 'collection.formRows',
  isPrepared: true,
  row: FormRow,
  text: (p: { formId: string; measures?: readonly string[] }) => sql`
    select form_row.section, form_row.measure, form_row.category, form_row.highest, form_row.required, form_row.disjoint,
      case when form_row.part_vi is not null
        then jsonb_build_object('vi', form_row.part_vi, 'en', form_row.part_en) end as part,
      measure.kind, measure.clock, measure.unit as "unitCode", measure.at_most as "atMost",
      jsonb_build_object('vi', measure.name_vi, 'en', measure.name_en) as name,
      jsonb_build_object('vi', measure.explanation_vi, 'en', measure.explanation_en) as explanation,
      jsonb_build_object('vi', form_row.unit_vi, 'en', form_row.unit_en) as unit
    from collection.form_row
    join indicators.published_measure measure on measure.code = form_row.measure
    where form_row.form_id = ${p.formId}
      and (${p.measures ?? null}::text[] is null or form_row.measure = any(${p.measures ?? null}))
    order by form_row.position`,
})

export const listDutyStates = namedQuery({
  name: 'collection.dutyStates',
  row: DutyState,
  text: () => sql`
    select code, jsonb_build_object('vi', name_vi, 'en', name_en) as name
    from collection.duty_state order by position`,
})

export interface NewForm {
  readonly id: string
  readonly code: string
  readonly year: number
  readonly audience: string
  readonly perDuty: boolean
  readonly name: { readonly vi: string; readonly en: string }
  readonly dutyFields: unknown
  readonly sections: readonly {
    readonly code: string
    readonly position: number
    readonly vi: string
    readonly en: string
  }[]
  readonly rows: readonly {
    readonly position: number
    readonly section: string
    readonly measure: string
    readonly category: string
    readonly part: { readonly vi: string; readonly en: string } | null
    readonly disjoint: boolean
    readonly highest: number | null
    readonly required: boolean
  }[]
}

/** Inserts a form, the next version of its code; the words of its units of counting come by measure from the terms given. */
export async function insertForm(
  tx: Tx,
  form: NewForm,
  units: readonly { code: string; name: { vi: string; en: string } }[],
): Promise<void> {
  await sql`
    insert into collection.form (id, code, year, audience, per_duty, name_vi, name_en, duty_fields, version)
    select ${form.id}, ${form.code}, ${form.year}, ${form.audience}, ${form.perDuty}, ${form.name.vi}, ${form.name.en},
      ${JSON.stringify(form.dutyFields)}::jsonb, coalesce(max(version), 0) + 1
    from collection.form where code = ${form.code}`.execute(tx)
  const sections = form.sections.map(({ code, position, vi, en }) => {
    return { formId: form.id, code, position, nameVi: vi, nameEn: en }
  })
  await insertRows(tx, 'collection.form_section', sections)
  const rows = form.rows.map(({ part, ...row }) => ({ ...row, partVi: part?.vi ?? null, partEn: part?.en ?? null }))
  await sql`
    insert into collection.form_row (form_id, position, section, measure, category, part_vi, part_en, disjoint, unit_vi, unit_en,
      highest, required)
    select ${form.id}, entry.position, entry.section, entry.measure, entry.category, entry.part_vi, entry.part_en,
      entry.disjoint, unit.name->>'vi', unit.name->>'en', entry.highest, entry.required
    from ${recordsOf('collection.form_row', rows)} as entry
    join indicators.published_measure measure on measure.code = entry.measure
    join jsonb_to_recordset(${JSON.stringify(units)}::jsonb) as unit(code text, name jsonb) on unit.code = measure.unit`.execute(
    tx,
  )
}

export async function insertDutyStates(tx: Tx, states: readonly DutyState[]): Promise<void> {
  await sql`
    insert into collection.duty_state (code, position, name_vi, name_en)
    select entry->>'code', place, entry->'name'->>'vi', entry->'name'->>'en'
    from jsonb_array_elements(${JSON.stringify(states)}::jsonb) with ordinality as each(entry, place)
    on conflict (code) do nothing`.execute(tx)
}

export const countForms = namedQuery({
  name: 'collection.countForms',
  row: z.object({ count: z.number() }),
  text: () => sql`select count(*)::int as count from collection.form`,
})

/** The names of measures, in the order asked for. */
export const measureNames = namedQuery({
  name: 'collection.measureNames',
  row: z.object({ measure: z.string(), name: WordsShape }),
  text: (p: { measures: readonly string[] }) => sql`
    select measure.code as measure, jsonb_build_object('vi', measure.name_vi, 'en', measure.name_en) as name
    from indicators.published_measure measure
    where measure.code = any(${p.measures}::text[])
    order by array_position(${p.measures}::text[], measure.code)`,
})
