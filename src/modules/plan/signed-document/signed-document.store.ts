/** Keeps the signed document and the words of its clauses. */
import { sql } from 'kysely'
import { z } from 'zod'
import type { Tx } from '#platform/database/index.ts'
import { insertRows, namedQuery } from '#platform/database/index.ts'
import { NamedFile } from '#platform/files/store.ts'

export const DocumentRow = z.object({
  id: z.uuid(),
  fileName: z.string(),
  attachedAt: z.string(),
  /** How many clauses have words from it. */
  clauses: z.number(),
})

/** The document attached last. */
export const findDocument = namedQuery({
  name: 'plan.document',
  row: DocumentRow,
  text: (p: { planId: string }) => sql`
    select document.id, document.file_name as "fileName", to_json(document.attached_at)#>>'{}' as "attachedAt",
      (select count(*)::int from plan.clause_text words where words.document_id = document.id) as clauses
    from plan.document where plan_id = ${p.planId} order by document.seq desc limit 1`,
})

export async function insertDocument(
  tx: Tx,
  document: { id: string; planId: string; fileName: string; file: string; by?: string; at: Date },
): Promise<void> {
  await sql`
    insert into plan.document (id, plan_id, file_name, file, attached_by, attached_at)
    values (${document.id}, ${document.planId}, ${document.fileName}, ${document.file}, ${document.by ?? null}, ${document.at})`.execute(
    tx,
  )
}

/** Puts the words of a document in the place of those of an earlier one. */
export async function replaceTexts(
  tx: Tx,
  planId: string,
  documentId: string,
  texts: readonly { ref: string; line: number; text: string }[],
): Promise<void> {
  await sql`delete from plan.clause_text where plan_id = ${planId}`.execute(tx)
  await insertRows(
    tx,
    'plan.clause_text',
    texts.map(({ ref, line, text }) => ({ planId, ref, documentId, line, text })),
  )
}

/** Documents that were attached, or brought in for review. */
export const documentFiles = namedQuery({
  name: 'plan.documentFiles',
  row: NamedFile,
  text: (p: { name: string | undefined }) => sql`
    select file as name, null::uuid as "unitId" from (
      select file from plan.document
      union
      select file from plan.plan_import) as kept
    where ${p.name ?? null}::text is null or file = ${p.name ?? null}`,
})
