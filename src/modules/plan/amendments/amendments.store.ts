/** Keeps amendments while they are written. */
import { sql } from 'kysely'
import { z } from 'zod'
import type { Tx } from '#platform/database/index.ts'
import { listQuery, namedQuery } from '#platform/database/index.ts'
import type { Diff, VersionHead } from '../versions/versions.model.ts'
import { Amendment, AmendmentContent, ListedAmendment } from './amendments.model.ts'

export const listAmendments = namedQuery({
  name: 'plan.amendments',
  row: Amendment.omit({ authors: true }),
  text: (p: { planId: string; id?: string }) => sql`
    select draft.id, draft.symbol, draft.issued_on::text as "issuedOn", draft.effective_on::text as "effectiveOn",
      jsonb_build_object('vi', draft.title_vi, 'en', draft.title_en) as title, draft.reason, draft.changes,
      case when person.id is not null then jsonb_build_object('id', person.id, 'name', person.name) end as "draftedBy",
      to_json(draft.changed_at)#>>'{}' as "changedAt", draft.state, draft.version, draft.revision
    from plan.amendment draft
    left join access.published_account person on person.id = draft.drafted_by
    where draft.plan_id = ${p.planId}
      and case when ${p.id ?? null}::uuid is null then draft.state = 'draft' else draft.id = ${p.id ?? null} end
    order by draft.seq desc`,
})

/** Latest written first. */
export const listAmendmentHeads = listQuery({
  name: 'plan.amendmentHeads',
  row: ListedAmendment.extend({ seq: z.number() }),
  text: (p: { planId: string; state?: Amendment['state'] }) => sql`
    select draft.id, draft.seq, draft.symbol, draft.issued_on::text as "issuedOn", draft.effective_on as "effectiveOn",
      jsonb_build_object('vi', draft.title_vi, 'en', draft.title_en) as title,
      jsonb_array_length(draft.changes) as changes,
      case when person.id is not null then jsonb_build_object('id', person.id, 'name', person.name) end as "draftedBy",
      to_json(draft.changed_at)#>>'{}' as "changedAt", draft.state, draft.version, draft.revision
    from plan.amendment draft
    left join access.published_account person on person.id = draft.drafted_by
    where draft.plan_id = ${p.planId} and (${p.state ?? null}::text is null or draft.state = ${p.state ?? null})`,
  order: [{ column: 'seq', type: 'bigint', isDescending: true }],
  sorts: { effective: [{ column: 'effectiveOn', type: 'date' }] },
})

/** Locked, so that two who write at once lose nothing. */
export async function lockAmendment(tx: Tx, id: string): Promise<void> {
  await sql`select from plan.amendment where id = ${id} for update`.execute(tx)
}

interface Written {
  readonly by: string | null
  readonly at: Date
}

export async function insertAmendment(
  tx: Tx,
  draft: VersionHead & Written & { id: string; planId: string },
): Promise<void> {
  await sql`
    insert into plan.amendment (id, plan_id, symbol, issued_on, effective_on, title_vi, title_en, reason, drafted_by,
      drafted_at, changed_at)
    values (${draft.id}, ${draft.planId}, ${draft.symbol}, ${draft.issuedOn}, ${draft.effectiveOn}, ${draft.title.vi},
      ${draft.title.en}, ${draft.reason}, ${draft.by}, ${draft.at}, ${draft.at})`.execute(tx)
  await keepContent(tx, draft.id, draft.by)
}

export async function writeHead(tx: Tx, id: string, head: VersionHead & Written): Promise<void> {
  await sql`
    update plan.amendment set symbol = ${head.symbol}, issued_on = ${head.issuedOn}, effective_on = ${head.effectiveOn},
      title_vi = ${head.title.vi}, title_en = ${head.title.en}, reason = ${head.reason}, ${written(head)}
    where id = ${id}`.execute(tx)
  await keepContent(tx, id, head.by)
}

export async function writeChanges(tx: Tx, id: string, changes: Diff, by: Written): Promise<void> {
  await sql`
    update plan.amendment set changes = ${JSON.stringify(changes)}::jsonb, ${written(by)} where id = ${id}`.execute(tx)
  await keepContent(tx, id, by.by)
}

function written({ at }: Written) {
  return sql`seq = default, changed_at = ${at}, revision = revision + 1`
}

/** Keeps what stands in an amendment now under its revision. */
async function keepContent(tx: Tx, id: string, by: string | null): Promise<void> {
  await sql`
    insert into plan.amendment_content (amendment_id, revision, symbol, issued_on, effective_on, title_vi, title_en, reason, changes,
      written_by)
    select id, revision, symbol, issued_on, effective_on, title_vi, title_en, reason, changes, ${by}::uuid
    from plan.amendment where id = ${id}`.execute(tx)
}

/** What stood in an amendment as of a revision. */
export const findContent = namedQuery({
  name: 'plan.amendmentContent',
  row: AmendmentContent,
  text: (p: { id: string; revision: number }) => sql`
    select symbol, issued_on::text as "issuedOn", effective_on::text as "effectiveOn",
      jsonb_build_object('vi', title_vi, 'en', title_en) as title, reason, changes
    from plan.amendment_content where amendment_id = ${p.id} and revision = ${p.revision}`,
})

/** Who has written since a revision. */
export const writtenSince = namedQuery({
  name: 'plan.amendmentWrittenSince',
  row: z.object({ by: z.uuid().nullable() }),
  text: (p: { id: string; revision: number }) => sql`
    select written_by as by from plan.amendment_content where amendment_id = ${p.id} and revision > ${p.revision}`,
})

export async function closeAmendment(
  tx: Tx,
  id: string,
  to: { state: Amendment['state']; version: number | null; at: Date },
): Promise<void> {
  await sql`
    update plan.amendment set state = ${to.state}, version = ${to.version}, changed_at = ${to.at} where id = ${id}`.execute(
    tx,
  )
}
