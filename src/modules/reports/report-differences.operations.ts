/** A draft as it was seen, in a word: the version of what was written, and a mark for each part of the figures. */
import { createHash } from 'node:crypto'
import { canonical } from '#platform/repeats.ts'
import type { ReportData } from './facts/facts.model.ts'
import { parts } from './report-differences.rules.ts'

/** The same for the same draft, whatever the day. */
export function markOf(version: number, facts: ReportData): string {
  return [version, ...parts.map((part) => shortHash(facts[part]))].join('.')
}

function shortHash(value: unknown): string {
  return createHash('sha256').update(canonical(value)).digest('base64url').slice(0, 12)
}
