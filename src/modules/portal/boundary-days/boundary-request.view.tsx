/** Asks for numbers on a map; where the unit is not on it, on the one shown unasked, and remembers to say so. */
import { ProblemError } from '#kernel/problem.ts'
import { UnitAnchor, type UnitDetail } from '#modules/organisation'
import type { Reader } from '#ui/reader.ts'
import type { BoundaryDay } from './boundary-days.rules.ts'
import { texts } from './boundary-days.texts.ts'
import { dayText, nowText } from './boundary-days.view.tsx'

export interface OnMap<T> {
  readonly found: T
  /** The map it is shown on. */
  readonly shown: BoundaryDay
  /** The map that was asked for, where the unit is not on it. */
  readonly refused: BoundaryDay | undefined
}

export async function onBoundariesOfDay<T>(
  input: BoundaryDay | undefined,
  unasked: BoundaryDay,
  ask: (boundaryDay: BoundaryDay) => Promise<T>,
): Promise<OnMap<T>> {
  const wanted = input || unasked
  try {
    return { found: await ask(wanted), shown: wanted, refused: undefined }
  } catch (error) {
    const isElsewhere = error instanceof ProblemError && error.problems.some(({ code }) => code === notOnBoundaries)
    if (!isElsewhere || wanted === unasked) throw error
    return { found: await ask(unasked), shown: unasked, refused: wanted }
  }
}

const notOnBoundaries = 'indicators.notOnTree'

/** Says that the unit is not on the map asked for, and which units then had its land. */
export function NotOnMap(props: {
  reader: Reader
  unit: UnitDetail
  shown: BoundaryDay
  refused: BoundaryDay | undefined
}) {
  const { reader, unit, shown, refused } = props
  if (refused === undefined) return null
  const { say } = reader
  const isBefore = unit.validFrom !== null && refused < unit.validFrom
  const others = isBefore ? unit.predecessors : unit.successors
  const mapShown =
    shown === 'then'
      ? say(texts.asReported)
      : unit.validTo === null
        ? nowText(reader, unit.validFrom)
        : dayText(reader, shown)
  return (
    <p class="measure">
      {say(texts.notOnMap, { name: unit.name, date: reader.date(refused), shown: mapShown })}{' '}
      {others.length > 0 && say(isBefore ? texts.landThen : texts.landLater)}{' '}
      {others.map(({ unit: other }, index) => (
        <>
          {index > 0 && ', '}
          <UnitAnchor unit={other} />
        </>
      ))}
    </p>
  )
}
