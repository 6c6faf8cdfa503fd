/** What is kept ready, by key: bounded in bytes, what was not asked for longest goes first. */
import type { Moment } from '#platform/freshness.ts'
import type { Topic } from '#platform/topics.ts'

/** The data an answer was made from, not older than a moment. */
export interface MadeFrom {
  readonly from: Moment
  readonly topics: ReadonlySet<Topic>
}

export interface CachedAnswer {
  /** What it was made from. */
  readonly made: MadeFrom
  /** All it holds, now: what is compressed later counts too. */
  bytes(): number
  /** Called when it is given up. */
  readonly release?: () => void
}

export interface AnswerCache<T extends CachedAnswer> {
  get(key: string): T | undefined
  /** Keeps it unless it alone would take too large a share; whether it was kept. */
  set(key: string, answers: T): boolean
  /** To be called when something kept has grown. */
  trim(): void
  bytes(): number
}

/** One answer may hold this share of all. */
const largestShare = 1 / 8

export function createKeptAnswers<T extends CachedAnswer>(mostBytes: number): AnswerCache<T> {
  // A map keeps the order in which keys were put: what was asked for is put anew.
  const answers = new Map<string, T>()
  // A key is an address, and an address may be long: two bytes a sign.
  const sizeOf = (key: string, each: T) => each.bytes() + 2 * key.length
  const bytes = () => [...answers].reduce((sum, [key, each]) => sum + sizeOf(key, each), 0)
  const drop = (key: string) => {
    answers.get(key)?.release?.()
    answers.delete(key)
  }
  const trim = () => {
    let over = bytes() - mostBytes
    for (const [key, each] of answers) {
      if (over <= 0) return
      over -= sizeOf(key, each)
      drop(key)
    }
  }
  return {
    get(key) {
      const answer = answers.get(key)
      if (!answer) return undefined
      answers.delete(key)
      answers.set(key, answer)
      return answer
    },
    set(key, each) {
      drop(key)
      if (sizeOf(key, each) > mostBytes * largestShare) return false
      answers.set(key, each)
      trim()
      return true
    },
    trim,
    bytes,
  }
}
