/** What `perform` keeps beside the work itself: audit entries, answers by idempotency key, and events to deliver. */
import { type RawBuilder, sql } from 'kysely'
import type { Words } from '#kernel/language.ts'
import { ProblemError } from '#kernel/problem.ts'
import type { Caller, Holder } from '#platform/authority.ts'
import { preparedAs, type Tx } from '#platform/database/index.ts'
import type { Change } from '#platform/operation.ts'
import { problems } from '#platform/problems.ts'
import type { Claim } from '#platform/repeats.ts'
import type { Topic } from '#platform/topics.ts'

export interface AuditEntry {
  readonly at: Date
  readonly caller: Caller
  /** Whose right it was, where it was delegated. */
  readonly onBehalfOf?: Holder
  readonly operation: string
  /** Of the operation; a change may name its own. */
  readonly field: string
  readonly touches: readonly Topic[]
  readonly input: unknown
  readonly changes: readonly Change[]
  /** Of a sensitive read: why, and whose records its answer showed. */
  readonly reading?: { readonly purpose: Words; readonly records: readonly string[] }
}

/** Writes an entry, which waits for the sealer; nobody waits for anybody. */
export async function appendAudit(tx: Tx, entry: AuditEntry): Promise<void> {
  await sql`${preparedAs('platform.append')} select ${appending(entry)}`.execute(tx)
}

function appending(entry: AuditEntry): RawBuilder<unknown> {
  const { caller, onBehalfOf, input, changes, reading } = entry
  const field = changes.find((change) => change.field)?.field ?? entry.field
  const detail = JSON.stringify({ field, onBehalfOf, ...reading, input, changes })
  const unitId = changes.find((change) => change.unitId)?.unitId ?? null
  const subject = changes[0]?.subject ?? null
  return sql`platform.append_audit(
    ${entry.at}, ${caller.account?.id ?? null}, ${caller.account?.name ?? caller.via}, ${caller.via},
    ${caller.from ?? null}, ${entry.operation}, ${subject}, ${unitId}, ${detail}::jsonb, ${entry.touches}::text[])`
}

/**
 * Claims a key, waiting for a transaction that holds it; `answered` when that one has committed for the same input. Another input
 * under the key of a form is another act, of a form gone back to: `isAgain`; under the key of a call it is refused with `platform.keyReused`.
 */
export async function claimKey(
  tx: Tx,
  claim: Claim,
  at: Date,
): Promise<{ answered: boolean; isAgain?: boolean; answer?: unknown }> {
  const inserted = await sql`${preparedAs('platform.claim')}
    insert into platform.idempotency_key (key, operation, actor, input_hash, created_at)
    values (${claim.key}, ${claim.operation}, ${claim.actor}, ${claim.inputHash}, ${at})
    on conflict do nothing`.execute(tx)
  if (inserted.numAffectedRows === 1n) return { answered: false }
  const { rows } = await sql<{ answer: unknown; inputHash: string }>`
    select answer, input_hash as "inputHash" from platform.idempotency_key
    where key = ${claim.key} and operation = ${claim.operation} and actor = ${claim.actor} for update`.execute(tx)
  const [result] = rows
  // Swept in this very moment.
  if (!result) return claimKey(tx, claim, at)
  if (result.inputHash === claim.inputHash) return { answered: true, answer: result.answer }
  if (!claim.isForm) throw new ProblemError(problems.keyReused())
  return { answered: false, isAgain: true }
}

/** Whether this very call was answered before; a call that is under way is not waited for. */
export async function isAnswered(tx: Tx, { key, operation, actor, inputHash }: Claim): Promise<boolean> {
  const { rows } = await sql`
    select from platform.idempotency_key
    where key = ${key} and operation = ${operation} and actor = ${actor} and input_hash = ${inputHash}`.execute(tx)
  return rows.length > 0
}

/** Keeps the answer of the latest act under its key, and writes its entry: one statement for what ends a write. */
export async function settle(tx: Tx, kept: KeptAnswer | undefined, entry: AuditEntry | undefined): Promise<void> {
  if (!kept) return entry && appendAudit(tx, entry)
  const { claim, answer } = kept
  const keep = sql`
    update platform.idempotency_key set answer = ${JSON.stringify(answer ?? null)}::jsonb, input_hash = ${claim.inputHash}
    where key = ${claim.key} and operation = ${claim.operation} and actor = ${claim.actor}`
  const both = entry && sql`${preparedAs('platform.settle')} with kept as (${keep}) select ${appending(entry)}`
  await (both ?? keep).execute(tx)
}

/** The answer that a repeat with this key is given. */
interface KeptAnswer {
  readonly claim: Claim
  readonly answer: unknown
}

export async function writeEvent(
  tx: Tx,
  event: { id: string; at: Date; name: string; payload: Record<string, unknown> },
): Promise<void> {
  await sql`
    insert into platform.outbox (id, name, payload, created_at)
    values (${event.id}, ${event.name}, ${JSON.stringify(event.payload)}::jsonb, ${event.at})`.execute(tx)
}

/** Events not yet handed to the job queue, oldest first; locked so that two relays never take the same. */
export async function takeEvents(
  tx: Tx,
  limit: number,
): Promise<{ id: string; name: string; payload: Record<string, unknown> }[]> {
  const taken = await sql<{ id: string; name: string; payload: Record<string, unknown> }>`
    select id, name, payload from platform.outbox where relayed_at is null
    order by seq limit ${limit} for update skip locked`.execute(tx)
  return taken.rows
}

export async function markRelayed(tx: Tx, ids: readonly string[], at: Date): Promise<void> {
  await sql`update platform.outbox set relayed_at = ${at} where id = any(${ids}::uuid[])`.execute(tx)
}

/** Drops what only served its day: answers by key, delivered events, ended sessions. Facts and the audit log stay. */
export async function sweep(tx: Tx, before: Date): Promise<void> {
  await sql`delete from platform.idempotency_key where created_at < ${before}`.execute(tx)
  await sql`delete from platform.outbox where relayed_at < ${before}`.execute(tx)
  await sql`delete from platform.session where expires_at < ${before}`.execute(tx)
}
