/** Lists page by key: a page is asked for by where the last one ended, never by an offset. */
import { z } from 'zod'
import { textFault } from './text.ts'

/** Part of a list operation's input: at most `limit` rows after the row that `after` names. */
export const PageInput = z.object({
  after: z.string().max(2000).optional(),
  limit: z.coerce.number().int().min(1).max(1000).default(100),
})
export type PageInput = z.infer<typeof PageInput>

/** One page of rows, and the key to ask for the next with (absent on the last page). */
export interface Page<Row> {
  readonly rows: Row[]
  readonly next?: string
}

/** The schema of a page of `row`. */
export function pageOf<Row extends z.ZodType>(row: Row) {
  return z.object({ rows: z.array(row), next: z.string().optional() })
}

/** Cuts a page from `limit + 1` rows read, with `key` naming the last row kept. */
export function cutPage<Row>(rows: Row[], limit: number, key: (row: Row) => string[]): Page<Row> {
  const kept = rows.slice(0, limit)
  const last = kept.at(-1)
  return rows.length > limit && last ? { rows: kept, next: encodeKey(key(last)) } : { rows: kept }
}

export function encodeKey(parts: string[]): string {
  return Buffer.from(JSON.stringify(parts)).toString('base64url')
}

function isKeyPart(part: unknown): part is string {
  return typeof part === 'string' && textFault(part) === undefined
}

/** The parts of a key, or undefined when it is none of ours. */
export function decodeKey(key: string, length: number): string[] | undefined {
  try {
    const parts: unknown = JSON.parse(Buffer.from(key, 'base64url').toString())
    const valid = Array.isArray(parts) && parts.length === length && parts.every(isKeyPart)
    return valid ? parts : undefined
  } catch {
    return undefined
  }
}
