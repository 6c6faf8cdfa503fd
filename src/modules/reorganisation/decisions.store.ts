/** How reforms are kept: every SQL statement of the module. */
import { sql } from 'kysely'
import { z } from 'zod'
import type { UnitChange, UnitEffects } from '#modules/organisation'
import type { Tx } from '#platform/database/index.ts'
import { listQuery, namedQuery } from '#platform/database/index.ts'
import { DecisionHead, type DecisionState, ReformStanding } from './decisions.model.ts'
import { Consequences } from './effects/effects.model.ts'

/** Written by this module as organisation gave it. */
const StoredEffects = z.custom<UnitEffects>((value) => typeof value === 'object' && value !== null)

const head = sql`reform.id, reform.effective_on::text as on, reform.title, reform.basis, reform.state,
  jsonb_array_length(reform.acts) as changes`

export const listHeads = listQuery({
  name: 'reorganisation.reforms',
  row: DecisionHead.extend({ seq: z.number(), effectiveOn: z.string() }),
  text: (p: { onlyPublic: boolean }) => sql`
    select ${head}, reform.seq, reform.effective_on as "effectiveOn" from reorganisation.reform
    where (not ${p.onlyPublic} or state = 'approved') and state <> 'discarded'`,
  order: [
    { column: 'effectiveOn', type: 'date', isDescending: true },
    { column: 'seq', type: 'bigint', isDescending: true },
  ],
})

/** The decisions that anybody may see. */
export const listForSearch = namedQuery({
  name: 'reorganisation.decisionsForSearch',
  row: z.object({ id: z.uuid(), title: z.string(), basis: z.string() }),
  text: () => sql`select id, title, basis from reorganisation.reform where state = 'approved' order by seq`,
})

export const findDecision = namedQuery({
  name: 'reorganisation.reform',
  row: ReformStanding.extend({ changes: z.array(z.unknown()) }),
  text: (p: { id: string }) => sql`
    select id, effective_on::text as on, title, basis, state, acts as changes, version, to_json(settled_at)#>>'{}' as "settledAt"
    from reorganisation.reform where id = ${p.id}`,
})

/** Holds a reform until the transaction ends. */
export async function lockDecision(tx: Tx, id: string): Promise<void> {
  await sql`select from reorganisation.reform where id = ${id} for update`.execute(tx)
}

export interface NewDecision {
  readonly id: string
  readonly on: string
  readonly title: string
  readonly basis: string
  readonly changes: readonly UnitChange[]
}

export async function insertDecision(tx: Tx, decision: NewDecision): Promise<void> {
  await sql`
    insert into reorganisation.reform (id, effective_on, title, basis, acts, state, version)
    values (${decision.id}, ${decision.on}, ${decision.title}, ${decision.basis}, ${JSON.stringify(decision.changes)}::jsonb, 'draft', 1)`.execute(
    tx,
  )
  await keepContent(tx, decision.id)
}

/** Keeps what stands in a reform now under its version. */
async function keepContent(tx: Tx, id: string): Promise<void> {
  await sql`
    insert into reorganisation.content (reform_id, version, effective_on, title, basis, acts)
    select id, version, effective_on, title, basis, acts from reorganisation.reform where id = ${id}`.execute(tx)
}

/** What stood in a reform as of a version of it. */
export const findContent = namedQuery({
  name: 'reorganisation.content',
  row: z.object({ on: z.string(), title: z.string(), basis: z.string(), changes: z.array(z.unknown()) }),
  text: (p: { id: string; version: number }) => sql`
    select effective_on::text as on, title, basis, acts as changes from reorganisation.content
    where reform_id = ${p.id} and version <= ${p.version} order by version desc limit 1`,
})

export async function updateDraft(tx: Tx, { id, on, title, basis, changes }: NewDecision): Promise<void> {
  await sql`
    update reorganisation.reform set effective_on = ${on}, title = ${title}, basis = ${basis}, acts = ${JSON.stringify(changes)}::jsonb,
      version = version + 1
    where id = ${id}`.execute(tx)
  await keepContent(tx, id)
}

/** Sets where a reform stands; one that was decided, or taken back, is the last that was. */
export async function moveTo(tx: Tx, id: string, state: DecisionState): Promise<void> {
  const isDecided = state === 'approved' || state === 'withdrawn'
  await sql`
    update reorganisation.reform set state = ${state}, version = version + 1, seq = ${isDecided ? sql`default` : sql`seq`}
    where id = ${id}`.execute(tx)
}

/** Approved reforms whose day has come and whose forms are not yet carried over, oldest first. */
export const listUnsettled = namedQuery({
  name: 'reorganisation.unsettled',
  row: z.object({ id: z.string(), basis: z.string(), aftermath: StoredEffects, followed: Consequences.nullable() }),
  text: (p: { today: string }) => sql`
    select id, basis, aftermath, followed from reorganisation.reform
    where state = 'approved' and settled_at is null and effective_on <= ${p.today}
    order by effective_on, seq`,
})

/** The last that was approved or withdrawn. */
export const lastSettled = namedQuery({
  name: 'reorganisation.lastDecided',
  row: z.object({ seq: z.number() }),
  text: () => sql`
    select seq from reorganisation.reform where state in ('approved', 'withdrawn') order by seq desc limit 1`,
})

/** What was approved or withdrawn after one that was, in that order. */
export const listDecidedSince = namedQuery({
  name: 'reorganisation.decidedSince',
  row: z.object({ title: z.string(), on: z.string(), isWithdrawn: z.boolean() }),
  text: (p: { after: number; limit: number }) => sql`
    select title, effective_on::text as on, state = 'withdrawn' as "isWithdrawn" from reorganisation.reform
    where state in ('approved', 'withdrawn') and seq > ${p.after} order by seq limit ${p.limit}`,
})

/** Keeps what a decision changed, and what followed, as they were told. */
export async function storeEffects(
  tx: Tx,
  id: string,
  { aftermath, followed }: { aftermath: UnitEffects; followed: Consequences },
): Promise<void> {
  await sql`
    update reorganisation.reform set aftermath = ${JSON.stringify(aftermath)}::jsonb, followed = ${JSON.stringify(followed)}::jsonb
    where id = ${id}`.execute(tx)
}

/** What an approved reform changed; null before. */
export const findEffects = namedQuery({
  name: 'reorganisation.aftermath',
  row: z.object({ aftermath: StoredEffects.nullable(), followed: Consequences.nullable() }),
  text: (p: { id: string }) => sql`select aftermath, followed from reorganisation.reform where id = ${p.id}`,
})

export async function markSettled(tx: Tx, id: string, at: Date): Promise<void> {
  await sql`update reorganisation.reform set settled_at = ${at} where id = ${id}`.execute(tx)
}

export async function countDecisions(tx: Tx): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from reorganisation.reform`.execute(tx)
  return rows[0]?.count ?? 0
}
