/** Keeps what a pack says of the kinds of units. */
import { sql } from 'kysely'
import type { Tx } from '#platform/database/index.ts'
import type { UnitKindRow } from './unit-packs.model.ts'

export async function insertKinds(tx: Tx, kinds: readonly UnitKindRow[]) {
  await sql`
    insert into organisation.unit_kind (code, tree, level, name_vi, name_en)
    select code, tree, level, vi, en
    from jsonb_to_recordset(${JSON.stringify(kinds)}::jsonb) as kind(code text, tree text, level int, vi text, en text)
    on conflict (code) do nothing`.execute(tx)
}
