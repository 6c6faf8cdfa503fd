/** The clock: time comes from here, so that a test can hold it still. */

export interface Clock {
  now(): Date
}

/** The machine's clock. */
export const systemClock: Clock = { now: () => new Date() }

/** A clock that stands at one instant. */
export function fixedClock(instant: Date | string): Clock {
  const time = new Date(instant).getTime()
  if (Number.isNaN(time)) throw new Error(`not an instant: ${instant}`)
  return { now: () => new Date(time) }
}
