/** Topics of data: what operations look at and change, in parts, so that what was made from one stays good while only others change. */

/** A module's data, or `<module>.<part>`: a part that changes far more often than the rest of it. */
export type Topic = string

interface Topical {
  /** `module.verb`. */
  readonly name: string
  readonly reads?: readonly Topic[]
  readonly touches?: readonly Topic[]
}

/** What an answer of an operation is made from. */
export function topicsRead({ name, reads = [] }: Topical): readonly Topic[] {
  return [moduleOf(name), ...reads]
}

/** What a write changes that somebody may keep ready. */
export function topicsTouched({ name, touches }: Topical): readonly Topic[] {
  return touches ?? [moduleOf(name)]
}

function moduleOf(operation: string): Topic {
  return operation.slice(0, operation.indexOf('.'))
}
