/** Which topics have changed since when: what was made before a change of one that it was made from is out of date. */
import type { Topic } from '#platform/topics.ts'

/** All changes heard of until then, and the day. */
export interface Moment {
  readonly changes: number
  readonly day: number
}

export interface Freshness {
  /** To be taken before something is made: a change in between leaves what is thrown away, never something stale that is kept. */
  now(): Moment
  /** Whether what was made from these topics after the moment would still be made so. */
  isFresh(made: { readonly from: Moment; readonly topics: ReadonlySet<Topic> }): boolean
}

export interface Changes extends Freshness {
  /** Without topics: of anything. */
  heard(topics?: readonly Topic[]): void
}

/** `day` numbers the day that pages call today; `isHearing` is false while other processes may change what this one does not hear of. */
export function createChanges({ day, isHearing }: { day: () => number; isHearing: () => boolean }): Changes {
  let changes = 0
  let everythingAt = 0
  const changedAt = new Map<Topic, number>()
  return {
    heard(topics) {
      changes += 1
      if (!topics) everythingAt = changes
      for (const topic of topics ?? []) changedAt.set(topic, changes)
    },
    now: () => ({ changes, day: day() }),
    isFresh({ from, topics }) {
      if (!isHearing() || from.day !== day() || everythingAt > from.changes) return false
      for (const topic of topics) if ((changedAt.get(topic) ?? 0) > from.changes) return false
      return true
    },
  }
}
