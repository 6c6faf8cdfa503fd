/** The parameters of an address as a page reads them: what was looked at is noted, so that the rest can be left out of account. */
import { ProblemError } from '#kernel/problem.ts'
import { problems } from '#platform/problems.ts'

export interface RecordedQuery {
  readonly query: Readonly<Record<string, string | undefined>>
  /** Names looked at so far, whether they were given or not; `*` when all were, whatever their names. */
  readonly read: ReadonlySet<string>
}

/** Longer than any search, date or address within this site that somebody means; a sign-in with a way back of any length goes on. */
const longestValue = 8000

/** Throws `platform.tooLong` where a value is looked at that nobody means. */
export function recordedQuery(given: Readonly<Record<string, string>>): RecordedQuery {
  const read = new Set<string>()
  const note = (name: string | symbol) => {
    if (typeof name === 'string') read.add(name)
  }
  const query = new Proxy<Record<string, string>>(
    { ...given },
    {
      get(target, name) {
        note(name)
        const value = typeof name === 'string' && Object.hasOwn(target, name) ? target[name] : undefined
        if (value === undefined || value.length <= longestValue) return value
        throw new ProblemError(problems.tooLong({ maximum: longestValue }, [String(name)]))
      },
      has(target, name) {
        note(name)
        return Object.hasOwn(target, name)
      },
      ownKeys(target) {
        note('*')
        return Reflect.ownKeys(target)
      },
    },
  )
  return { query, read }
}

/** The query of an address with these parameters only, in order of their names; empty, or beginning with `?`. */
export function queryOf(given: Readonly<Record<string, string>>, names: Iterable<string>): string {
  const pairs = [...names].sort().flatMap((name) => (Object.hasOwn(given, name) ? [[name, given[name] ?? '']] : []))
  return pairs.length === 0 ? '' : `?${new URLSearchParams(pairs)}`
}
