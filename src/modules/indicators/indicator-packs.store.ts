/** Writes the sources that a pack names, and tells whether there is a catalogue. */
import { sql } from 'kysely'
import { insertRows, type Tx } from '#platform/database/index.ts'

/** `kind` and `rank` say how far a source is trusted when several speak of the same: 1 is shown first. */
export interface SourceRow {
  readonly id: string
  readonly kind: 'submission' | 'official' | 'press' | 'sample'
  readonly rank: number
  readonly title: string
  readonly url?: string
}

export async function insertSources(tx: Tx, sources: readonly SourceRow[]): Promise<void> {
  const rows = sources.map(({ url = null, ...source }) => ({ ...source, url }))
  await insertRows(tx, 'indicators.source', rows, { unlessKnown: 'id' })
}

export async function countMeasures(tx: Tx): Promise<number> {
  const counted = await sql<{ count: number }>`select count(*)::int as count from indicators.measure`.execute(tx)
  return counted.rows[0]?.count ?? 0
}
