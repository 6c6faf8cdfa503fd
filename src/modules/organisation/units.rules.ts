/** Dates decided: which unit a code names on a day. */

/** Dates without a bound, as the database writes them. */
export const sinceEver = '-infinity'
export const stillValid = 'infinity'

interface Placed {
  readonly id: string
  readonly code: string
  readonly validFrom: string
  readonly validTo: string
}

/** Finds the unit that a code names on a day: `unitsByCode(units)('00004', '2024-06-30')`. */
export function unitsByCode<U extends Placed>(units: readonly U[]): (code: string, on: string) => U | undefined {
  const byCode = Map.groupBy(units, (unit) => unit.code)
  return (code, on) => byCode.get(code)?.find((unit) => isValidOn(unit, on))
}

/** ISO dates compare as text; the infinities do not, so they are named. */
export function isValidOn(span: { validFrom: string; validTo: string }, on: string): boolean {
  const begun = span.validFrom === sinceEver || span.validFrom <= on
  return begun && (span.validTo === stillValid || on < span.validTo)
}

/** The day before an ISO date. */
export function dayBefore(date: string): string {
  const day = new Date(`${date}T00:00:00Z`)
  day.setUTCDate(day.getUTCDate() - 1)
  return day.toISOString().slice(0, 10)
}
