/** Hand-written SQL with a name and a row schema: the one way for analytics and exports. */
import { type RawBuilder, sql } from 'kysely'
import type { z } from 'zod'
import { preparedAs } from './prepared.ts'
import type { Reader, Tx } from './tables.ts'

interface QueryDefinition<Row, Params> {
  /** `module.what`, in front of the statement as a comment, so pg_stat_activity and the server's log show it. */
  readonly name: string
  /** Checks rows, never changes them: input and output are one type, so a transforming schema does not compile. */
  readonly row: z.ZodType<Row, Row>
  readonly text: (params: Params) => RawBuilder<unknown>
  /** Asked by nearly every call, by keys, in the same text each time: a connection keeps its plan. */
  readonly isPrepared?: true
}

/** A query as a value: call it with a transaction and its parameters. */
export type NamedQuery<Row, Params> = (reader: Reader, params: Params) => Promise<Row[]>

/**
 * The first rows of each result are checked against the schema, in tests as in production: one statement gives one shape, and
 * results that tests and pages read are rarely longer, while a million exported rows are not parsed twice.
 */
const checkedRows = 200

/**
 * `namedQuery({ name: 'plan.progress', row: ProgressRow, text: ({ year }) => sql`select ...` })`
 * gives `(tx, params) => Promise<Row[]>`. A row that is not as declared is a defect, not a problem of the person.
 */
export function namedQuery<Row, Params = void>(definition: QueryDefinition<Row, Params>): NamedQuery<Row, Params> {
  const comment = definition.isPrepared ? preparedAs(definition.name) : commentOf(definition)
  return async (reader, params) => {
    const { rows } = await sql<Row>`${comment}${definition.text(params)}`.execute(reader)
    return checked(definition, rows, checkedRows)
  }
}

/** Rows one by one through a cursor, so memory stays flat; the transaction must stay open until the last one is read. */
export type StreamQuery<Row, Params> = (tx: Tx, params: Params) => AsyncGenerator<Row, void, undefined>

/** Like `namedQuery`, for exports: fetches `batch` rows at a time. */
export function streamQuery<Row, Params = void>(
  definition: QueryDefinition<Row, Params> & { readonly batch?: number },
): StreamQuery<Row, Params> {
  const comment = commentOf(definition)
  const batch = sql.lit(definition.batch ?? 1000)
  let opened = 0
  return async function* (tx, params) {
    opened += 1
    const cursor = sql.id(`stream_${opened}`)
    await sql`${comment}declare ${cursor} no scroll cursor for ${definition.text(params)}`.execute(tx)
    let unchecked = checkedRows
    for (;;) {
      const { rows } = await sql<Row>`${comment}fetch ${batch} from ${cursor}`.execute(tx)
      if (rows.length === 0) break
      yield* checked(definition, rows, unchecked)
      unchecked = Math.max(0, unchecked - rows.length)
    }
    await sql`close ${cursor}`.execute(tx)
  }
}

/** In front of a statement, so that whoever watches the server knows whose it is. */
export function commentOf({ name }: { readonly name: string }): RawBuilder<unknown> {
  if (!/^[a-z][\w.-]*$/i.test(name)) throw new Error(`not a query name: ${name}`)
  return sql.raw(`/* ${name} */ `)
}

/** The rows, the first of them held against the schema. */
export function checked<Row>(
  definition: Pick<QueryDefinition<Row, never>, 'name' | 'row'>,
  rows: Row[],
  count = checkedRows,
): Row[] {
  for (const row of rows.slice(0, count)) {
    const result = definition.row.safeParse(row)
    if (!result.success) throw new Error(`query ${definition.name} gave another row than declared: ${result.error}`)
  }
  return rows
}
