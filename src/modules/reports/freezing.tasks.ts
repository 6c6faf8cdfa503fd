/** Summing up what a frozen report holds: megabytes, so it is done on another thread. */
import { createHash } from 'node:crypto'
import { frozenText } from './reports.rules.ts'

/** The hash of a report from its parts as the database keeps them, JSON as text. */
export function hashOf(
  year: number,
  { head, data, inputs }: { readonly head: string; readonly data: string; readonly inputs: string },
  audit: { readonly seq: number; readonly hash: string },
): string {
  const frozen = { head: JSON.parse(head), data: JSON.parse(data), inputs: JSON.parse(inputs) }
  return createHash('sha256')
    .update(frozenText({ year, ...frozen, audit }))
    .digest('hex')
}
