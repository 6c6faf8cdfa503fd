/** The one sequence of what changes in forms, over cells, notes, reports on duties, evidence and returns. */
import { sql } from 'kysely'
import type { Tx } from '#platform/database/index.ts'
import { namedQuery } from '#platform/database/index.ts'
import { dutyOfPlan } from '../forms/duty-fields.store.ts'
import { type ContentChange, OthersChange } from './content-changes.model.ts'

type OfForm = ContentChange & { readonly unitId: string; readonly submissionId: string }

/** Moves the contents of forms on, by one for each form, and keeps what changed. Whoever writes into a form calls it in the same transaction. */
export async function writeChanges(
  tx: Tx,
  changes: readonly OfForm[],
  by: { readonly id?: string; readonly name: string; readonly at: Date },
): Promise<void> {
  if (changes.length === 0) return
  await sql`
    with fresh as (
      select * from jsonb_to_recordset(${JSON.stringify(changes)}::jsonb) as change("unitId" uuid, "submissionId" uuid, measure text,
        category text, "dutyId" uuid, "evidenceId" uuid, before jsonb, now jsonb)
    ), moved as (
      update collection.submission set content_version = content_version + 1
      from (select distinct "unitId", "submissionId" from fresh) own
      where submission.unit_id = own."unitId" and submission.id = own."submissionId"
      returning submission.unit_id, submission.id, submission.content_version
    )
    insert into collection.content_change (unit_id, submission_id, version, measure, category, duty_id, evidence_id, before, now,
      by_id, by_name, at)
    select moved.unit_id, moved.id, moved.content_version, fresh.measure, fresh.category, fresh."dutyId", fresh."evidenceId",
      nullif(fresh.before, 'null'), nullif(fresh.now, 'null'), ${by.id ?? null}::uuid, ${by.name}, ${by.at}::timestamptz
    from fresh join moved on moved.unit_id = fresh."unitId" and moved.id = fresh."submissionId"`.execute(tx)
}

/**
 * What others than an account have changed since a version of the contents, and stands changed. A cell or piece of evidence that the
 * account wrote over last is its own: it was shown the other's. A report on a duty is merged, part by part, so that others' parts count
 * whoever saved it last.
 */
export const listOthersChanges = namedQuery({
  name: 'collection.othersChanges',
  row: OthersChange,
  text: (p: { unitId: string; submissionId: string; version: number; account?: string }) => sql`
    select case when later.measure is not null then 'cell' when later.evidence_id is not null then 'evidence'
        when later.duty_id is not null then 'duty' else 'return' end as kind,
      later.measure, later.category, later.by, ${inWords('before')} as before, ${inWords('now')} as now, duty.ref
    from (
      select change.measure, change.category, change.duty_id, change.evidence_id, max(change.seq) as seq,
        (array_agg(change.before order by change.seq))[1] as before,
        (array_agg(change.now order by change.seq desc))[1] as now,
        (array_agg(${isOwn(p.account)} order by change.seq desc))[1] as is_own,
        bool_and(${isOwn(p.account)}) as is_all_own,
        string_agg(distinct change.by_name, ', ') filter (where not ${isOwn(p.account)}) as by
      from collection.content_change change
      where change.unit_id = ${p.unitId} and change.submission_id = ${p.submissionId} and change.version > ${p.version}
      group by change.measure, change.category, change.duty_id, change.evidence_id) later
    join collection.submission on submission.unit_id = ${p.unitId} and submission.id = ${p.submissionId}
    left join collection.form_row on form_row.form_id = submission.form_id and form_row.measure = later.measure
      and form_row.category = later.category
    ${dutyOfPlan(sql`later.duty_id`)}
    where not case when later.duty_id is not null and later.evidence_id is null then later.is_all_own else later.is_own end
      and later.before is distinct from later.now
    order by form_row.position, duty.position, later.seq`,
})

function isOwn(account: string | undefined) {
  return sql`(change.by_id is not distinct from ${account ?? null}::uuid)`
}

/** Contents as they are told: the state of a duty by its words. */
function inWords(side: 'before' | 'now') {
  const contents = sql.ref(`later.${side}`)
  return sql`case when ${contents}->>'state' is null then ${contents} else ${contents} || jsonb_build_object('state', (
    select jsonb_build_object('vi', duty_state.name_vi, 'en', duty_state.name_en) from collection.duty_state
    where duty_state.code = ${contents}->>'state')) end`
}
