/** How identities of OpenID Connect are kept: issuer and subject, never the e-mail, say who it is. */
import { sql } from 'kysely'
import { z } from 'zod'
import { namedQuery, type Tx } from '#platform/database/index.ts'

export const findIdentity = namedQuery({
  name: 'access.findIdentity',
  row: z.object({ accountId: z.uuid() }),
  text: (p: { issuer: string; subject: string }) => sql`
    select account_id as "accountId" from access.openid_identity
    where issuer = ${p.issuer} and subject = ${p.subject}`,
})

export async function insertIdentity(
  tx: Tx,
  identity: { issuer: string; subject: string; accountId: string; at: Date },
): Promise<void> {
  await sql`
    insert into access.openid_identity (issuer, subject, account_id, linked_at)
    values (${identity.issuer}, ${identity.subject}, ${identity.accountId}, ${identity.at})`.execute(tx)
}
