/** Reading the audit chain: pages of entries, one entry, and every entry in order with the hash it should have. */
import { sql } from 'kysely'
import { z } from 'zod'
import { listQuery, namedQuery, streamQuery } from '#platform/database/index.ts'

export const AuditRow = z.object({
  seq: z.number(),
  at: z.date(),
  actorId: z.uuid().nullable(),
  actor: z.string(),
  via: z.string(),
  address: z.string().nullable(),
  operation: z.string(),
  subject: z.string().nullable(),
  unitId: z.uuid().nullable(),
})
export type AuditRow = z.infer<typeof AuditRow>

const columns = sql`seq, at, actor_id as "actorId", actor, via, address, operation, subject, unit_id as "unitId"`

export interface AuditQuery {
  /** Entries about these units only; absent: all, also those about none. */
  readonly unitIds?: readonly string[]
  /** Entries of these fields of work only; absent: of every one. */
  readonly fields?: readonly string[]
  readonly actorId?: string
  readonly subject?: string
  readonly operation?: string
  readonly from?: Date
  readonly until?: Date
}

/** Latest first. An account is found by what it did, itself or by another in its place, by what was done to it, and by who saw it. */
export const listAudit = listQuery({
  name: 'platform.listAudit',
  row: AuditRow,
  text: (p: AuditQuery) => sql`
    select ${columns} from platform.audit_entry
    where (${p.fields ?? null}::text[] is null or platform.audit_field(operation, detail) = any(${p.fields ?? null}))
      and (${p.unitIds ?? null}::uuid[] is null or unit_id = any(${p.unitIds ?? null}))
      and ((${p.actorId ?? null}::uuid is null and ${p.subject ?? null}::text is null)
        or actor_id = ${p.actorId ?? null} or subject = ${p.subject ?? null}
        or detail->'onBehalfOf'->>'id' = ${p.actorId ?? null}::text
        or (detail ? 'records' and detail->'records' ? ${p.actorId ?? null}::text))
      and (${p.operation ?? null}::text is null or operation = ${p.operation ?? null}
        or operation like ${p.operation ?? null} || '.%')
      and (${p.from ?? null}::timestamptz is null or at >= ${p.from ?? null})
      and (${p.until ?? null}::timestamptz is null or at < ${p.until ?? null})`,
  order: [{ column: 'seq', type: 'bigint', isDescending: true }],
})

export const findAudit = namedQuery({
  name: 'platform.findAudit',
  row: AuditRow.extend({ field: z.string(), detail: z.unknown(), previousHash: z.string(), hash: z.string() }),
  text: (p: { seq: number }) => sql`
    select ${columns}, platform.audit_field(operation, detail) as field, detail, previous_hash as "previousHash", hash from platform.audit_entry where seq = ${p.seq}`,
})

/** A link of the chain: what it says, and the hash that its content has now. */
export const AuditLink = z.object({
  seq: z.number(),
  previousHash: z.string(),
  hash: z.string(),
  contentHash: z.string(),
})
export type AuditLink = z.infer<typeof AuditLink>

export const streamChain = streamQuery({
  name: 'platform.auditChain',
  row: AuditLink,
  text: () => sql`
    select seq, previous_hash as "previousHash", hash,
      platform.audit_hash(previous_hash, seq, at, actor_id, actor, via, address, operation, subject, unit_id, detail)
        as "contentHash"
    from platform.audit_entry order by seq`,
})

export const findHead = namedQuery({
  name: 'platform.auditHead',
  row: z.object({ seq: z.number(), hash: z.string() }),
  text: () => sql`select seq, hash from platform.audit_head`,
})
