/** How sign-ins that failed are kept. */
import { sql } from 'kysely'
import { z } from 'zod'
import { namedQuery, type Tx } from '#platform/database/index.ts'

export const listFailures = namedQuery({
  name: 'access.listFailures',
  row: z.object({ at: z.date(), address: z.string() }),
  text: (p: { email: string; since: Date; limit: number }) => sql`
    select at, address from access.failed_sign_in where email = ${p.email} and at > ${p.since}
    order by at desc limit ${p.limit}`,
})

/** A clock was set back: what was noted after this instant is noted at it, so that no lock is longer than it may be. */
export async function bringFailuresBack(tx: Tx, email: string, at: Date): Promise<void> {
  await sql`update access.failed_sign_in set at = ${at} where email = ${email} and at > ${at}`.execute(tx)
}

/** Notes a failure, and forgets those of yesterday. */
export async function insertFailure(tx: Tx, email: string, address: string, at: Date): Promise<void> {
  await sql`insert into access.failed_sign_in (email, address, at) values (${email}, ${address}, ${at})`.execute(tx)
  await sql`delete from access.failed_sign_in where at < ${at}::timestamptz - interval '1 day'`.execute(tx)
}

/** Forgets the failures from one address, or from everywhere. */
export async function forgetFailures(tx: Tx, email: string, address?: string): Promise<void> {
  await sql`
    delete from access.failed_sign_in
    where email = ${email} and (${address ?? null}::text is null or address = ${address ?? null})`.execute(tx)
}
