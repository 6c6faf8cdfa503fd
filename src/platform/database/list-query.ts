/** A list as a value: rows in one of several orders, page by page by key, forward and back, and counted no further than anybody needs. */
import { type RawBuilder, sql } from 'kysely'
import { z } from 'zod'
import {
  cutPage,
  decodeKey,
  encodeKey,
  type KeyPart,
  mostCounted,
  type Order,
  type Page,
  type PageInput,
  type RowCount,
  rowCount,
  type Way,
} from '#kernel/page.ts'
import { checked, commentOf } from './query.ts'
import type { Reader } from './tables.ts'

/** What a key may hold of each type: anything else is none of ours, and never reaches the database. */
const types = {
  text: z.string(),
  uuid: z.guid(),
  bigint: z.string().regex(/^-?\d{1,18}$/),
  float8: z.string().regex(/^(-?(\d{1,40}(\.\d{1,40})?(e[+-]?\d{1,3})?|Infinity)|NaN)$/),
  boolean: z.enum(['true', 'false']),
  date: z.union([z.iso.date(), z.enum(['infinity', '-infinity'])]),
  timestamptz: z.string().refine(isInstant),
} as const

/** An instant as PostgreSQL writes it: `2026-11-28 03:20:51.123456+00`. */
function isInstant(text: string): boolean {
  const [day = '', time = ''] = text.split(' ', 2)
  const isTime = /^([01]\d|2[0-3])(:[0-5]\d){2}(\.\d{1,6})?[+-][01]\d(:[0-5]\d)?$/.test(time)
  return isTime && z.iso.date().safeParse(day).success
}

/** One column that a list is ordered by. */
export interface SortPart {
  /** A column of the list's own select, by the name it has there. */
  readonly column: string
  /** As the column is ordered; a smaller number type goes by the larger one here. */
  readonly type: keyof typeof types
  readonly isDescending?: boolean
  /** Rows without a value come last, upwards and downwards. */
  readonly isNullable?: boolean
}

interface ListDefinition<Row, Filter, Sort extends string> {
  /** `module.what`, as of every query. */
  readonly name: string
  readonly row: z.ZodType<Row, Row>
  /** The rows that a filter lets through: a select without an order and without a limit. */
  readonly text: (filter: Filter) => RawBuilder<unknown>
  /** The order when none is asked for. The last column, or all together, tell every row from every other. */
  readonly order: readonly SortPart[]
  /** Orders that may be asked for by name; rows that are equal in one come in the usual order. Each needs its index. */
  readonly sorts?: Readonly<Record<Sort, readonly SortPart[]>>
}

/** Gives one page of the rows; a key of another order, or none of ours, begins anew. */
export interface ListQuery<Row, Filter, Sort extends string> {
  (reader: Reader, filter: Filter, page: ListPageInput<Sort>): Promise<Page<Row>>
  /** The names of its orders, for the operation's input. */
  readonly sorts: readonly Sort[]
}

export type ListPageInput<Sort extends string = string> = PageInput & { readonly sort?: Order<Sort> }

/**
 * `listQuery({ name: 'plan.duties', row: DutyRow, text: ({ year }) => sql`select ...`, order: [{ column: 'id', type: 'uuid' }] })`
 * gives `(tx, filter, { after, before, limit, sort, count }) => Promise<Page<Row>>`.
 */
export function listQuery<Row extends object, Filter, const Sort extends string = never>(
  definition: ListDefinition<Row, Filter, Sort>,
): ListQuery<Row, Filter, Sort> {
  const comment = commentOf(definition)
  const isTyped = typesOf(definition)
  const list = async (reader: Reader, filter: Filter, page: ListPageInput<Sort>): Promise<Page<Row>> => {
    const { limit, sort } = page
    const order = orderOf(definition, sort)
    const [way, parts] = startOf(page, order, sort)
    const rows = definition.text(filter)
    const { rows: lines } = await sql<Row & { rowKey: KeyPart[] }>`${comment}
      select listed.*, ${keyColumn(order)} as "rowKey" from (${rows}) listed
      where ${isTyped} ${parts ? sql`and ${beyond(order, parts, way)}` : sql``}
      order by ${sql.join(order.map((part) => direction(part, way)))} limit ${limit + 1}`.execute(reader)
    const cut = cutPage(lines, { limit, way, isFirst: !parts }, ({ rowKey }) =>
      encodeKey(sort ? [sort, ...rowKey] : rowKey),
    )
    const own = cut.rows.map(({ rowKey: _, ...row }) => row as unknown as Row)
    const listPage = { ...cut, rows: checked(definition, own) }
    return page.count ? { ...listPage, count: await countOf(reader, comment, rows, listPage) } : listPage
  }
  return Object.assign(list, { sorts: Object.keys(definition.sorts ?? {}) as Sort[] })
}

/** The columns of the order that is asked for. Downwards all are turned, so that one index serves both ways. */
function orderOf<Row, Filter, Sort extends string>(
  { order, sorts }: ListDefinition<Row, Filter, Sort>,
  sort: string | undefined,
): readonly SortPart[] {
  if (!sort) return order
  const isDown = sort.startsWith('-')
  const named =
    new Map<string, readonly SortPart[]>(Object.entries(sorts ?? {})).get(isDown ? sort.slice(1) : sort) ?? []
  const columns = new Set(named.map(({ column }) => column))
  const whole = [...named, ...order.filter(({ column }) => !columns.has(column))]
  return isDown ? whole.map((part) => ({ ...part, isDescending: !part.isDescending })) : whole
}

/**
 * That every column a list may be ordered by is of the type that is said of it: else the first page already fails, not only the second,
 * whose key is compared. The server sees while it plans that it is true, and nothing is looked at.
 */
function typesOf<Row, Filter, Sort extends string>({ order, sorts }: ListDefinition<Row, Filter, Sort>) {
  const parts = [...order, ...Object.values<readonly SortPart[]>(sorts ?? {}).flat()]
  return sql.join(
    parts.map((part) => sql`(${column(part)} = null::${sql.raw(part.type)}) is null`),
    sql` and `,
  )
}

/** From where the page is read, and which way. */
function startOf(page: ListPageInput, order: readonly SortPart[], sort?: string): [Way, KeyPart[] | undefined] {
  const key = page.after ?? page.before
  const parts = key === undefined ? undefined : partsOf(key, order, sort)
  return [parts && page.after === undefined ? 'backward' : 'forward', parts]
}

function partsOf(key: string, order: readonly SortPart[], sort?: string): KeyPart[] | undefined {
  const parts = decodeKey(key, order.length + (sort ? 1 : 0))
  if (sort && parts?.shift() !== sort) return undefined
  return parts?.every((part, index) => fits(order[index], part)) ? parts : undefined
}

function fits(sorted: SortPart | undefined, part: KeyPart): boolean {
  if (!sorted) return false
  return part === null ? sorted.isNullable === true : types[sorted.type].safeParse(part).success
}

function column(part: SortPart) {
  return sql.ref(`listed.${part.column}`)
}

function keyColumn(order: readonly SortPart[]) {
  return sql`array[${sql.join(order.map((part) => sql`${column(part)}::text`))}]`
}

/** Whether a part of the order goes up, read this way. */
function goesUp(part: SortPart, way: Way): boolean {
  return (way === 'forward') !== (part.isDescending ?? false)
}

function direction(part: SortPart, way: Way) {
  const nulls = way === 'forward' ? sql`nulls last` : sql`nulls first`
  return sql`${column(part)} ${goesUp(part, way) ? sql`asc` : sql`desc`} ${part.isNullable ? nulls : sql``}`
}

/** The rows strictly beyond the one whose key this is. */
function beyond(order: readonly SortPart[], parts: readonly KeyPart[], way: Way): RawBuilder<unknown> {
  const up = order.map((part) => goesUp(part, way))
  const isOneWay = order.every((part, index) => up[index] === up[0] && !part.isNullable)
  // What an index can be asked for in one step.
  if (isOneWay) {
    const values = order.map((part, index) => asTyped(part, parts[index] ?? null))
    return sql`(${sql.join(order.map(column))}) ${up[0] ? sql`>` : sql`<`} (${sql.join(values)})`
  }
  const steps = order.map((part, index) => {
    const equal = order.slice(0, index).map((before, place) => isEqual(before, parts[place] ?? null))
    return sql`(${sql.join([...equal, isBeyond(part, parts[index] ?? null, way)], sql` and `)})`
  })
  return sql`(${sql.join(steps, sql` or `)})`
}

function asTyped(part: SortPart, value: KeyPart) {
  return sql`${value}::text::${sql.raw(part.type)}`
}

function isEqual(part: SortPart, value: KeyPart) {
  return value === null ? sql`${column(part)} is null` : sql`${column(part)} = ${asTyped(part, value)}`
}

function isBeyond(part: SortPart, value: KeyPart, way: Way) {
  const isForward = way === 'forward'
  if (value === null) return isForward ? sql`false` : sql`${column(part)} is not null`
  const compared = sql`${column(part)} ${goesUp(part, way) ? sql`>` : sql`<`} ${asTyped(part, value)}`
  return part.isNullable && isForward ? sql`(${compared} or ${column(part)} is null)` : compared
}

/** Counts to one more than anybody needs; a list that is whole on its page need not be counted. */
async function countOf(
  reader: Reader,
  comment: RawBuilder<unknown>,
  rows: RawBuilder<unknown>,
  page: Page<unknown>,
): Promise<RowCount> {
  if (!page.next && !page.previous && page.rows.length > 0) return rowCount(page.rows.length)
  const { rows: counts } = await sql<{ total: number }>`${comment}
    select count(*)::int as total from (select from (${rows}) listed limit ${mostCounted + 1}) counted`.execute(reader)
  return rowCount(counts[0]?.total ?? 0)
}
