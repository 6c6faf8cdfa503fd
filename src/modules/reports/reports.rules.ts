/** What is decided about reports: canonical JSON and what a hash covers, what is missing before freezing. */
import type { ReportData } from './facts/facts.model.ts'
import type { MissingUnit, Narrative, NarrativePart } from './reports.model.ts'
import { narrativeParts } from './reports.model.ts'

/**
 * JSON that is the same for the same value whoever wrote it: keys in the order of their code units, no white space, members
 * without a value left out (as RFC 8785, for what JSON can hold). Throws for what JSON cannot hold.
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return JSON.stringify(value)
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new Error(`JSON has no number ${value}`)
    return JSON.stringify(value)
  }
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  if (typeof value !== 'object') throw new Error(`JSON cannot hold a ${typeof value}`)
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`)
  return `{${members.join(',')}}`
}

/** Head, data and inputs as JSON: whatever was written when the report was frozen. */
export interface FrozenText {
  readonly year: number
  readonly head: unknown
  readonly data: unknown
  readonly inputs: unknown
  readonly audit: { readonly seq: number; readonly hash: string }
}

/** What the hash of a frozen report is taken over. */
export function frozenText({ year, head, data, inputs, audit }: FrozenText): string {
  return canonicalJson({ year, kind: 'yearly', head, data, inputs, audit })
}

/** Units whose figures are not in the report. */
export function missingUnits(data: ReportData): MissingUnit[] {
  return data.units
    .filter((unit) => !unit.isCounted)
    .map(({ code, name, audience, state }) => ({ code, name, audience, state }))
}

/** Sections that nobody has written. */
export function missingParts(narrative: Narrative): NarrativePart[] {
  return narrativeParts.filter((part) => narrative[part] === '')
}
