/** Lists page by key: a page is asked for by where the last one ended or the next one began, never by an offset. */
import { z } from 'zod'
import { textFault } from './text.ts'

const Flag = z.union([z.boolean(), z.enum(['true', 'false']).transform((text) => text === 'true')])

/**
 * Part of a list operation's input: at most `limit` rows after the row that `after` names, or before the one that `before` names
 * (`after` wins). `count` asks how many rows there are in all.
 */
export const PageInput = z.object({
  after: z.string().max(2000).optional(),
  before: z.string().max(2000).optional(),
  limit: z.coerce.number().int().min(1).max(1000).default(100),
  count: Flag.optional(),
})
export type PageInput = z.infer<typeof PageInput>

/** The orders of a list by their names, each upwards and, with `-` before it, downwards: `name`, `-name`. */
export function sortInput<const Name extends string>(names: readonly Name[]) {
  const orders = names.flatMap((name) => [name, `-${name}` as const])
  return z.enum(orders as [Order<Name>, ...Order<Name>[]]).optional()
}
export type Order<Name extends string = string> = Name | `-${Name}`

/** Rows are counted up to here: beyond it, what matters is that there are more. */
export const mostCounted = 10_000

/** How many rows there are in all; `isOver` when there are more than that. */
export const RowCount = z.object({ rows: z.number().int().min(0).max(mostCounted), isOver: z.boolean() })
export type RowCount = z.infer<typeof RowCount>

/** One page of rows, the keys to ask for the next and the previous page with (absent at the ends), and the count where asked. */
export interface Page<Row> {
  readonly rows: Row[]
  readonly next?: string
  readonly previous?: string
  readonly count?: RowCount
}

/** The schema of a page of `row`. */
export function pageOf<Row extends z.ZodType>(row: Row) {
  return z.object({
    rows: z.array(row),
    next: z.string().optional(),
    previous: z.string().optional(),
    count: RowCount.optional(),
  })
}

/** Of `total` rows, of which one more than `mostCounted` were looked at. */
export function rowCount(total: number): RowCount {
  return { rows: Math.min(total, mostCounted), isOver: total > mostCounted }
}

export type Way = 'forward' | 'backward'

/**
 * Cuts a page from `limit + 1` rows read, in the order they were read; `key` names a row. Backward, the rows nearest to the key come
 * first, and the page puts them the right way round.
 */
export function cutPage<Row>(
  rows: readonly Row[],
  { limit, way, isFirst }: { limit: number; way: Way; isFirst: boolean },
  key: (row: Row) => string,
): Page<Row> {
  const near = rows.slice(0, limit)
  const page = way === 'forward' ? near : near.toReversed()
  const [first, last] = [page[0], page.at(-1)]
  if (first === undefined || last === undefined) return { rows: page }
  const isMore = rows.length > limit
  const hasNext = way === 'backward' || isMore
  const hasPrevious = way === 'forward' ? !isFirst : isMore
  return { rows: page, ...(hasNext && { next: key(last) }), ...(hasPrevious && { previous: key(first) }) }
}

/**
 * A page of rows that are all at hand, in their order; `keyOf` names a row. Where that row has gone meanwhile, the page goes on from
 * its place. `from`: how many rows come before the page, where no key is asked for.
 */
export function pageOfRows<Row>(
  rows: readonly Row[],
  keyOf: (row: Row) => string,
  { after, before, limit, count, from = 0 }: PageInput & { readonly from?: number },
): Page<Row> {
  const place = placeOf(rows, keyOf, after ?? before)
  const isBackward = place !== undefined && after === undefined
  const start = isBackward ? Math.max(0, place.at - limit) : place ? place.at + (place.isThere ? 1 : 0) : from
  const end = isBackward ? place.at : start + limit
  const page = rows.slice(start, end)
  const keyAt = (row: Row, at: number) => encodeKey([keyOf(row), String(at)])
  const [first, last] = [page[0], page.at(-1)]
  return {
    rows: page,
    ...(last !== undefined && end < rows.length && { next: keyAt(last, start + page.length - 1) }),
    ...(first !== undefined && start > 0 && { previous: keyAt(first, start) }),
    ...(count && { count: rowCount(rows.length) }),
  }
}

/** Where a key leads among rows at hand: to its row, or to where that was. */
function placeOf<Row>(rows: readonly Row[], keyOf: (row: Row) => string, key: string | undefined) {
  const [name, at] = (key !== undefined && decodeKey(key, 2)) || []
  if (typeof name !== 'string' || !/^\d{1,9}$/.test(at ?? '')) return undefined
  const index = rows.findIndex((row) => keyOf(row) === name)
  return index < 0 ? { at: Math.min(Number(at), rows.length), isThere: false } : { at: index, isThere: true }
}

/** What a row is found by, part by part as the database writes it; null where it has no value. */
export type KeyPart = string | null

export function encodeKey(parts: readonly KeyPart[]): string {
  return Buffer.from(JSON.stringify(parts)).toString('base64url')
}

function isKeyPart(part: unknown): part is KeyPart {
  return part === null || (typeof part === 'string' && textFault(part) === undefined)
}

/** The parts of a key, or undefined when it is none of ours. */
export function decodeKey(key: string, length: number): KeyPart[] | undefined {
  try {
    const parts: unknown = JSON.parse(Buffer.from(key, 'base64url').toString())
    const valid = Array.isArray(parts) && parts.length === length && parts.every(isKeyPart)
    return valid ? parts : undefined
  } catch {
    return undefined
  }
}
