/** Keeps what a pack says of the kinds of units. */
import { insertRows, type Tx } from '#platform/database/index.ts'
import type { UnitKindRow } from './unit-packs.model.ts'

export async function insertKinds(tx: Tx, kinds: readonly UnitKindRow[]) {
  const rows = kinds.map(({ vi: nameVi, en: nameEn, ...kind }) => ({ ...kind, nameVi, nameEn }))
  await insertRows(tx, 'organisation.unit_kind', rows, { unlessKnown: 'code' })
}
