/** What of packs was applied: the rows as they left them, the versions of files, and every application. */
import { sql } from 'kysely'
import { z } from 'zod'
import { insertRows, listQuery, namedQuery, type Tx } from '#platform/database/index.ts'
import { Application, type PackRows } from './model.ts'

/** One application at a time; held until the transaction ends. */
export async function lockPacks(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('platform.packs'))`.execute(tx)
}

const listBase = namedQuery({
  name: 'packs.base',
  row: z.object({ key: z.string(), content: z.record(z.string(), z.unknown()) }),
  text: (p: { kind: string }) => sql`select key, content from platform.pack_row where kind = ${p.kind} order by key`,
})

/** The rows of a kind as the pack applied last left them. */
export async function readBase(tx: Tx, kind: string): Promise<PackRows> {
  return new Map((await listBase(tx, { kind })).map(({ key, content }) => [key, content]))
}

export async function writeBase(tx: Tx, kind: string, rows: PackRows): Promise<void> {
  const records = [...rows].map(([key, content]) => ({ key, content }))
  await sql`
    insert into platform.pack_row (kind, key, content)
    select ${kind}, entry.key, entry.content
    from jsonb_to_recordset(${JSON.stringify(records)}::jsonb) as entry(key text, content jsonb)
    on conflict (kind, key) do update set content = excluded.content`.execute(tx)
}

export async function dropBase(tx: Tx, kind: string, keys: readonly string[]): Promise<void> {
  await sql`delete from platform.pack_row where kind = ${kind} and key = any(${keys}::text[])`.execute(tx)
}

export const listFiles = namedQuery({
  name: 'packs.files',
  row: z.object({ file: z.string(), version: z.number(), checksum: z.string(), at: z.date() }),
  text: () => sql`select file, version, checksum, applied_at as at from platform.pack_file order by file`,
})

export async function writeFile(
  tx: Tx,
  { file, version, checksum, at }: { file: string; version: number; checksum: string; at: Date },
): Promise<void> {
  await sql`
    insert into platform.pack_file (file, version, checksum, applied_at) values (${file}, ${version}, ${checksum}, ${at})
    on conflict (file) do update set version = excluded.version, checksum = excluded.checksum, applied_at = excluded.applied_at`.execute(
    tx,
  )
}

/** Kinds that were applied before. */
export const listKnownKinds = namedQuery({
  name: 'packs.kinds',
  row: z.object({ kind: z.string() }),
  text: () => sql`select distinct kind from platform.pack_application`,
})

export async function insertApplication(tx: Tx, { at: appliedAt, ...application }: Application): Promise<void> {
  await insertRows(tx, 'platform.pack_application', [{ ...application, appliedAt }])
}

export const listApplications = listQuery({
  name: 'packs.applications',
  row: Application,
  text: () => sql`
    select id, applied_at as at, kind, files, new_rows as "newRows", changed_rows as "changedRows", ended_rows as "endedRows",
      own_rows as "ownRows"
    from platform.pack_application`,
  order: [
    { column: 'at', type: 'timestamptz', isDescending: true },
    { column: 'id', type: 'uuid', isDescending: true },
  ],
})
