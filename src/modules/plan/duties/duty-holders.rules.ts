/** Who holds a duty, when: the agency the plan names, then whoever took over that part of its tasks. Agencies are told by id. */

export interface Passing {
  readonly on: string
  readonly from: string
  readonly to: string
  /** Which of the tasks passed; 'main' is what no other scope names, null is everything. */
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
 * else the main one; where everything passes, it passes with it. Dates without end are written `infinity`.
 */
export function holdersOf(
  duty: { readonly agency: string; readonly scope?: string | null },
  passings: readonly Passing[],
  from: string,
): Held[] {
  const held: Held[] = []
  let current = { agency: duty.agency, validFrom: from, verified: true }
  for (;;) {
    const next = nextHolder(current, duty.scope ?? null, passings)
    held.push({ ...current, validTo: next?.validFrom ?? 'infinity' })
    if (!next) return held
    current = next
  }
}

/** Who holds it after `current`: whoever took it over that day without passing it on the same day. */
function nextHolder(
  current: { agency: string; validFrom: string },
  scope: string | null,
  passings: readonly Passing[],
) {
  let step = stepFrom(current.agency, scope, passings, (on) => on > current.validFrom)
  let verified = true
  const seen = new Set([current.agency])
  while (step) {
    const { on, to } = step
    verified &&= step.verified
    const further = seen.has(to) ? undefined : stepFrom(to, scope, passings, (day) => day === on)
    if (!further) return { agency: to, validFrom: on, verified }
    seen.add(to)
    step = further
  }
  return undefined
}

function stepFrom(
  agency: string,
  scope: string | null,
  passings: readonly Passing[],
  isThen: (on: string) => boolean,
): Passing | undefined {
  const leaving = passings.filter((passing) => passing.from === agency && isThen(passing.on))
  const own = scope !== null && leaving.some((passing) => passing.scope === scope) ? scope : 'main'
  const ways = leaving.filter((passing) => passing.scope === null || passing.scope === own)
  return ways.reduce<Passing | undefined>((first, way) => (first && first.on <= way.on ? first : way), undefined)
}

/** Who holds it on a day. */
export function holderOn(held: readonly Held[], on: string): Held | undefined {
  return held.find(({ validFrom, validTo }) => validFrom <= on && (validTo === 'infinity' || on < validTo))
}
