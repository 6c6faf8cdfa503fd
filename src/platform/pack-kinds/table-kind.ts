/** A kind whose rows are those of one table, column by column: read, written and ended in one way. */
import type { RowOf } from '#platform/database/index.ts'
import type { Content, PackKind, PackRows } from './model.ts'
import { type EndingTable, endRows, type KindTable, readRows, writeRows } from './table-rows.store.ts'

interface TableKind<Table extends EndingTable>
  extends Omit<PackKind, 'inPack' | 'inDatabase' | 'apply'>,
    Pick<KindTable, 'isOrdered'> {
  readonly table: Table
  readonly key: readonly (keyof RowOf<Table> & string)[]
  readonly columns: readonly (keyof RowOf<Table> & string)[]
  readonly rows: (...from: Parameters<PackKind['inPack']>) => Promise<readonly Content[]>
}

export function tableKind<Table extends EndingTable>(definition: TableKind<Table>): PackKind {
  const { table, key, columns, isOrdered, rows, ...kind } = definition
  const place: KindTable = { table, key, columns, isOrdered }
  const keyOf = (row: Content) => key.map((column) => String(row[column])).join(':')
  const keyed = (list: readonly Content[]): PackRows => new Map(list.map((row) => [keyOf(row), row]))
  return {
    ...kind,
    inPack: async (...from) => keyed(await rows(...from)),
    inDatabase: async (tx) => keyed(await readRows(tx, place)),
    async apply({ tx, today }, changes) {
      await writeRows(tx, place, changes)
      await endRows(tx, place, { ended: changes.ended, on: today })
    },
  }
}
