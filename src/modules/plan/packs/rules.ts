/** Who holds a duty, when: the agency the plan names, then whoever took over that part of its tasks. */

export interface Passing {
  readonly on: string
  readonly from: string
  readonly to: string
  /** Which of the tasks passed; 'main' is what no other scope names. */
  readonly scope: string | null
  readonly verified: boolean
}

export interface Held {
  readonly agency: string
  readonly validFrom: string
  readonly validTo: string
  readonly verified: boolean
}

/**
 * The holders of a duty from the plan's date on. A duty with a scope follows the passing of that scope where there is one,
 * else the main one. Dates without end are written `infinity`.
 */
export function holdersOf(
  duty: { agency: string; scope?: string },
  passings: readonly Passing[],
  from: string,
): Held[] {
  const held: Held[] = []
  let current = { agency: duty.agency, validFrom: from, verified: true }
  for (;;) {
    const next = nextPassing(current, duty.scope, passings)
    held.push({ ...current, validTo: next?.on ?? 'infinity' })
    if (!next) return held
    current = { agency: next.to, validFrom: next.on, verified: next.verified }
  }
}

function nextPassing(
  current: { agency: string; validFrom: string },
  scope: string | undefined,
  passings: readonly Passing[],
) {
  const leaving = passings.filter((passing) => passing.from === current.agency && passing.on > current.validFrom)
  return leaving.find((passing) => passing.scope === scope) ?? leaving.find((passing) => passing.scope === 'main')
}
