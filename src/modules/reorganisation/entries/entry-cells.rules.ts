/** Reads single cells of a typed row; what cannot be read is noted at its row and field. */
import type { Problem } from '#kernel/problem.ts'
import type { Field, Ground, RowEntry } from './entries.model.ts'
import { problems } from './entries.texts.ts'
import { existingUnit, type Index, isProblem } from './entry-units.rules.ts'
import { doubtOf, numberOf, shareOf } from './entry-words.rules.ts'

/** A row while it is read. */
export interface Row {
  readonly place: number
  readonly cells: RowEntry
  readonly ground: Ground
  readonly index: Index
  /** Codes that rows or changes of the draft open. */
  readonly opened: ReadonlySet<string>
  /** Problems found so far; readers add to it. */
  readonly problems: Problem[]
}

/** Notes a problem at a field; without one, that the field is missing. */
export function complain(row: Row, field: Field, problem: Problem | undefined): void {
  row.problems.push({ ...(problem ?? problems.cellMissing({ field })), path: ['rows', row.place, field] })
}

/** The code of the unit a cell names: one that stands on the day before, or (`after`) also one that the decision opens. */
export function unitCode(row: Row, field: Field, side: 'before' | 'after' = 'before'): string | undefined {
  const entry = row.cells[field]
  if (!entry) {
    complain(row, field, undefined)
    return undefined
  }
  if (side === 'after' && row.opened.has(entry)) return entry
  const result = existingUnit(row.index, entry)
  if (!isProblem(result)) return result.code
  complain(row, field, result)
  return undefined
}

/** No place on earth is at 105 thousand degrees: there a point is no group of thousands. */
const degreeFields: readonly Field[] = ['lon', 'lat']

export function number(row: Row, field: Field): number | null {
  const entry = row.cells[field]
  if (!entry) return null
  const value = numberOf(entry)
  const doubt = degreeFields.includes(field) ? undefined : doubtOf(entry)
  if (value === undefined) complain(row, field, problems.notNumber({ entry }))
  else if (doubt) complain(row, field, problems.numberDoubtful({ entry, thousands: String(doubt.thousands) }))
  return doubt ? null : (value ?? null)
}

export function share(row: Row): number | null {
  const entry = row.cells.share
  if (!entry) return null
  const value = shareOf(entry)
  if (value === undefined) complain(row, 'share', problems.notNumber({ entry }))
  else if (value < 0 || value > 1) complain(row, 'share', problems.shareOutside({ entry }))
  return value ?? null
}

/** A cell that holds one of a few words. */
export function word<W extends string>(
  row: Row,
  field: Field,
  meaning: (entry: string) => W | undefined,
  unknown: (params: { entry: string }) => Problem,
): W | undefined {
  const entry = row.cells[field]
  if (!entry) return undefined
  const value = meaning(entry)
  if (!value) complain(row, field, unknown({ entry }))
  return value
}
