/** Which unit is meant when a tree is asked for: a code names different places on different days. */
import { ProblemError } from '#kernel/problem.ts'
import { requireUnit, rootUnit, type UnitRef, unitById } from '#modules/organisation'
import type { Tx } from '#platform/database/index.ts'
import type { BoundaryDay } from './boundary-day.model.ts'
import { dayOf } from './conversion.rules.ts'
import { problems } from './conversion.texts.ts'

interface ConversionQuery {
  /** Code of a unit; the city where none is given. */
  readonly unit?: string
  /** The day on which the code names it: that of the tree, else today. */
  readonly on?: string
  readonly boundaries?: BoundaryDay
}

/** The unit asked for. Throws `organisation.unknownUnit`, and `indicators.notOnTree` where it is not there on the tree's day. */
export async function requireUnitOnBoundaries(
  tx: Tx,
  { unit: code, on, boundaries: boundaryDay }: ConversionQuery,
  today: string,
): Promise<UnitRef> {
  const day = dayOf(boundaryDay)
  const named = on ?? day ?? today
  const unit = code ? await requireUnit(tx, code, named) : await rootUnit(tx, named)
  return day && day !== named ? unitOnBoundaries(tx, unit.id, day) : unit
}

/** The unit of an id on the day of a tree. Throws `indicators.notOnTree`. */
export async function unitOnBoundaries(tx: Tx, id: string, day: string): Promise<UnitRef> {
  const unit = await unitById(tx, id, day)
  if (!unit) throw new ProblemError(problems.notOnTree({ on: day }, ['boundaries']))
  return unit
}
