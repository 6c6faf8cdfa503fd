/** What is kept of files in the database: each keeping with its unit and size, the sums, and the lock on a name while it is written. */
import { sql } from 'kysely'
import { z } from 'zod'
import { namedQuery, type Tx } from '#platform/database/index.ts'

/** A file that a row of a module names, and the unit it counts for. */
export const NamedFile = z.object({ name: z.string(), unitId: z.string().nullable() })
export type NamedFile = z.infer<typeof NamedFile>

/** All files that some rows name, or whether they name one. */
export type NamedFiles = (tx: Tx, input: { name: string | undefined }) => Promise<NamedFile[]>

/**
 * Holds a name until the transaction ends: who writes the same content waits, and who clears away looks only once it is known whether
 * the file was kept.
 */
export async function holdName(tx: Tx, name: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`file ${name}`}, 0))`.execute(tx)
}

/** The same without waiting; false where somebody is writing that content just now. */
export const tryHoldName = namedQuery({
  name: 'files.tryHoldName',
  row: z.object({ held: z.boolean() }),
  text: (p: { name: string }) =>
    sql`select pg_try_advisory_xact_lock(hashtextextended(${`file ${p.name}`}, 0)) as held`,
})

interface Keeping {
  readonly id: string
  readonly name: string
  readonly unitId: string | null
  readonly bytes: number
  readonly at: Date
}

/** Counts a file and returns the sums with it. */
export async function countFile(tx: Tx, file: Keeping): Promise<{ all: number; unit: number }> {
  const { rows } = await sql<{ all: number; unit: number }>`
    select all_bytes::float8 as all, coalesce(unit_bytes, 0)::float8 as unit
    from platform.count_file(${file.id}, ${file.name}, ${file.unitId}::uuid, ${file.bytes}::bigint, ${file.at})`.execute(
    tx,
  )
  return rows[0] ?? { all: 0, unit: 0 }
}

export async function forgetFile(tx: Tx, name: string): Promise<void> {
  await sql`select platform.forget_file(${name})`.execute(tx)
}

/** Every keeping, by name and unit. */
export const listCounted = namedQuery({
  name: 'files.listCounted',
  row: NamedFile,
  text: () => sql`select distinct name, unit_id as "unitId" from platform.kept_file`,
})

export const isCounted = namedQuery({
  name: 'files.isCounted',
  row: z.object({ is: z.boolean() }),
  text: (p: { name: string }) => sql`select exists (select from platform.kept_file where name = ${p.name}) as "is"`,
})

export const readKeptBytes = namedQuery({
  name: 'files.keptBytes',
  row: z.object({ bytes: z.number() }),
  text: () => sql`
    select coalesce((select bytes from platform.kept_bytes where holder = 'all'), 0)::float8 as bytes`,
})
