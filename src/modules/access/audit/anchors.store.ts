/** Who is sent anchors: accounts that wish it and are auditors. */
import { sql } from 'kysely'
import { z } from 'zod'
import { namedQuery, type Tx } from '#platform/database/index.ts'
import { LanguageName } from '../accounts.model.ts'

export async function setAnchorWish(tx: Tx, id: string, isWished: boolean): Promise<void> {
  await sql`update access.account set wants_anchors = ${isWished} where id = ${id}`.execute(tx)
}

export const findAnchorWish = namedQuery({
  name: 'access.anchorWish',
  row: z.object({ isWished: z.boolean(), email: z.string() }),
  text: (p: { id: string }) => sql`select wants_anchors as "isWished", email from access.account where id = ${p.id}`,
})

/** Accounts that wish it, may still come in, and hold the role of an auditor at any unit on a day; of all, or the one of an id. */
export const listAnchorReaders = namedQuery({
  name: 'access.anchorReaders',
  row: z.object({ id: z.uuid(), name: z.string(), email: z.string(), language: LanguageName }),
  text: (p: { on: string; id?: string }) => sql`
    select id, name, email, language from access.account
    where wants_anchors and disabled_at is null and (${p.id ?? null}::uuid is null or id = ${p.id ?? null})
      and exists (select from access.role_grant held where held.account_id = account.id and held.role = 'auditor'
        and held.valid_from <= ${p.on} and held.valid_to > ${p.on})
    order by email`,
})
