/** The audit log and its chain: pages of entries, one entry, sealing, and every link in order with the hash it should have. */
import { type RawBuilder, sql } from 'kysely'
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

/** One entry, with its place in the chain once it is sealed. */
export const findAudit = namedQuery({
  name: 'platform.findAudit',
  row: AuditRow.extend({
    field: z.string(),
    detail: z.unknown(),
    previousHash: z.string().nullable(),
    hash: z.string().nullable(),
  }),
  text: (p: { seq: number }) => sql`
    select ${columns}, platform.audit_field(operation, detail) as field, detail,
      coalesce(entry.previous_hash, link.previous_hash) as "previousHash", coalesce(entry.hash, link.hash) as hash
    from platform.audit_entry entry left join platform.audit_link link using (seq) where seq = ${p.seq}`,
})

/** A link of the chain: the hash that was written, and the one that its entry's content has now; null where the entry is gone. */
export const AuditLink = z.object({
  place: z.number(),
  seq: z.number(),
  previousHash: z.string(),
  hash: z.string(),
  contentHash: z.string().nullable(),
})
export type AuditLink = z.infer<typeof AuditLink>

const contentHash = (previousHash: RawBuilder<unknown>) => sql`platform.audit_hash(${previousHash}, entry.seq, entry.at,
  entry.actor_id, entry.actor, entry.via, entry.address, entry.operation, entry.subject, entry.unit_id, entry.detail)`

/** What was chained before there were batches: the numbers are the places. */
export const streamFirstPart = streamQuery({
  name: 'platform.auditFirstPart',
  row: AuditLink,
  text: () => sql`
    select seq as place, seq, previous_hash as "previousHash", hash, ${contentHash(sql`previous_hash`)} as "contentHash"
    from platform.audit_entry entry
    where seq <= (select coalesce(max(place), 0) from platform.audit_batch where batch = 0) and hash is not null
    order by seq`,
})

/** The links of all batches in their order. */
export const streamLinks = streamQuery({
  name: 'platform.auditLinks',
  row: AuditLink,
  text: () => sql`
    select link.place, link.seq, link.previous_hash as "previousHash", link.hash,
      case when entry.seq is not null then ${contentHash(sql`link.previous_hash`)} end as "contentHash"
    from platform.audit_link link left join platform.audit_entry entry on entry.seq = link.seq order by link.place`,
})

/** A batch, and the hash that what it says now has after the batch before and the last of its links; null where that is gone. */
export const AuditBatch = z.object({
  batch: z.number(),
  place: z.number(),
  hash: z.string(),
  /** The number of its last entry. */
  seq: z.number().nullable(),
  contentHash: z.string().nullable(),
})
export type AuditBatch = z.infer<typeof AuditBatch>

export const streamBatches = streamQuery({
  name: 'platform.auditBatches',
  row: AuditBatch,
  text: () => sql`
    select batch.batch, batch.place, batch.hash, last.seq,
      platform.audit_batch_hash(lag(batch.hash, 1, repeat('0', 64)) over (order by batch.batch), batch.batch, batch.place,
        last.hash, batch.sealed_at, batch.sealed_on) as "contentHash"
    from platform.audit_batch batch
    left join lateral (
      select seq, hash from platform.audit_link where place = batch.place
      union all
      select seq, hash from platform.audit_entry where batch.batch = 0 and seq = batch.place and hash is not null) last on true
    order by batch.batch`,
})

/** The end of the chain: its last link and its last batch. */
export const findHead = namedQuery({
  name: 'platform.auditHead',
  row: z.object({ seq: z.number(), hash: z.string(), place: z.number(), batch: z.number(), batchHash: z.string() }),
  text: () => sql`select seq, hash, place, batch, batch_hash as "batchHash" from platform.audit_head`,
})

const Anchor = z.object({
  day: z.string(),
  batch: z.number(),
  entries: z.number(),
  seq: z.number(),
  hash: z.string(),
})

const anchorColumns = sql`day, batch, entries, seq, hash`

/** The head of each day that is over, latest first. */
export const listAnchors = listQuery({
  name: 'platform.listAnchors',
  row: Anchor,
  text: () => sql`select ${anchorColumns} from platform.audit_anchor`,
  order: [{ column: 'day', type: 'date', isDescending: true }],
})

export const findAnchor = namedQuery({
  name: 'platform.findAnchor',
  row: Anchor,
  text: (p: { day: string }) => sql`select ${anchorColumns} from platform.audit_anchor where day = ${p.day}`,
})

/** The head as of now, in the shape of an anchor. */
export const findHeadAnchor = namedQuery({
  name: 'platform.headAnchor',
  row: Anchor,
  text: () => sql`
    select sealed_on::text as day, batch, place as entries, seq, batch_hash as hash from platform.audit_head
    where sealed_on is not null`,
})

/** How many entries there are, sealed or waiting: as long as it stays the same, nothing was written in between. */
export const countEntries = namedQuery({
  name: 'platform.countEntries',
  row: z.object({ entries: z.number() }),
  text: () => sql`
    select head.place + (select count(*) from platform.audit_waiting) as entries from platform.audit_head head`,
})

/** Entries that are to be sealed, those of them that are gone, and those that nobody would seal. */
export const findUnsealed = namedQuery({
  name: 'platform.auditUnsealed',
  row: z.object({
    waiting: z.number(),
    lost: z.number(),
    firstLost: z.number().nullable(),
    stray: z.number(),
    firstStray: z.number().nullable(),
  }),
  text: () => sql`
    select waiting.*, stray.*
    from (
      select count(entry.seq) as waiting, count(*) - count(entry.seq) as lost,
        min(waiting.seq) filter (where entry.seq is null) as "firstLost"
      from platform.audit_waiting waiting left join platform.audit_entry entry using (seq)) waiting
    cross join (
      select count(*) as stray, min(seq) as "firstStray" from platform.audit_entry entry
      where seq > (select coalesce(max(place), 0) from platform.audit_batch where batch = 0)
        and not exists (select from platform.audit_link link where link.seq = entry.seq)
        and not exists (select from platform.audit_waiting waiting where waiting.seq = entry.seq)) stray`,
})

/** Links what waits, up to a number of entries, and says which day's head became its anchor. See migration 070. */
export const seal = namedQuery({
  name: 'platform.seal',
  row: z.object({ entries: z.number(), anchored: z.string().nullable() }),
  text: (p: { now: Date; today: string; most: number }) => sql`
    select entries, anchored from platform.seal_audit(${p.now}, ${p.today}, ${p.most})`,
})
