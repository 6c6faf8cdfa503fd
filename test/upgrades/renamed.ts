/** Tables and columns that had another name in a version before, read alike before and after an upgrade. */
import type { Database } from '#platform/database/index.ts'

interface Renamed {
  readonly today: string
  readonly former: string
  /** Today's name of a column -> its former one. */
  readonly columns?: Readonly<Record<string, string>>
}

export const renamedTables: readonly Renamed[] = [
  { today: 'access.role_grant', former: 'access.role_grant', columns: { decision_id: 'reform_id' } },
  { today: 'access.role_move', former: 'access.role_move', columns: { decision_id: 'reform_id' } },
  {
    today: 'organisation.decision',
    former: 'organisation.enactment',
    columns: {
      changes: 'acts',
      applied_by: 'enacted_by',
      applied_at: 'enacted_at',
      withdrawn_by: 'revoked_by',
      withdrawn_at: 'revoked_at',
    },
  },
  { today: 'collection.cell', former: 'collection.cell', columns: { entry: 'typed' } },
  { today: 'collection.sent_cell', former: 'collection.sent_cell', columns: { entry: 'typed' } },
  { today: 'organisation.crosswalk', former: 'organisation.lineage' },
  {
    today: 'plan.import_verdict',
    former: 'plan.import_decision',
    columns: { judged_by: 'decided_by', judged_at: 'decided_at' },
  },
  {
    today: 'reorganisation.content',
    former: 'reorganisation.content',
    columns: { decision_id: 'reform_id', changes: 'acts' },
  },
  {
    today: 'reorganisation.decision',
    former: 'reorganisation.reform',
    columns: { changes: 'acts', unit_effects: 'aftermath', consequences: 'followed' },
  },
  { today: 'reports.value_usage', former: 'reports.used_value' },
]

export type Row = Readonly<Record<string, unknown>>

async function rowsOf(database: Database, table: string): Promise<Row[]> {
  const { rows } = await database.pool.query<{ row: Row }>(`select to_jsonb(each) as row from ${table} each`)
  return rows.map(({ row }) => row)
}

/** What stands in the tables of a version before, under the names of today. */
export async function formerRows(database: Database): Promise<ReadonlyMap<string, readonly Row[]>> {
  const tables = new Map<string, readonly Row[]>()
  for (const { today, former, columns = {} } of renamedTables) {
    const names = new Map(Object.entries(columns).map(([now, before]) => [before, now]))
    const rows = await rowsOf(database, former)
    tables.set(
      today,
      rows.map((row) =>
        Object.fromEntries(Object.entries(row).map(([name, value]) => [names.get(name) ?? name, ofToday(value)])),
      ),
    )
  }
  return tables
}

/** A list of changes names the kind of each under today's name. */
function ofToday(value: unknown): unknown {
  if (!Array.isArray(value)) return value
  return value.map((item) => {
    if (typeof item !== 'object' || item === null || !('act' in item)) return item
    const { act: kind, ...rest } = item
    return { kind, ...rest }
  })
}

/** The rows of a table of today and those that it had, both by the columns that are in both, in one order. */
export async function sideBySide(database: Database, table: string, former: readonly Row[]) {
  const now = await rowsOf(database, table)
  const shared = Object.keys(now[0] ?? {}).filter((name) => former[0] !== undefined && name in former[0])
  const alike = (rows: readonly Row[]) =>
    rows.map((row) => canonical(Object.fromEntries(shared.map((name) => [name, row[name]])))).sort()
  return { now: alike(now), former: alike(former), shared }
}

/** JSON with its keys in order. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, inner) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  )
}
