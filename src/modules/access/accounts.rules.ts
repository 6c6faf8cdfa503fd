/** What is decided about signing in, passwords and tokens: how long, how often, how good. */

export const leastPasswordLength = 12

const window = 15 * 60_000
const mostFailures = 5
/** Guesses spread over many addresses: slower, and only for an hour, so that nobody is locked out for good from afar. */
const wideWindow = 60 * 60_000
const mostFailuresAnywhere = 100

/** A sign-in that failed, newest first in lists. */
export interface Failure {
  readonly at: Date
  readonly address: string
}

/**
 * Until when signing in is refused after these failures of one e-mail: five from one address in 15 minutes, or a hundred from
 * anywhere in an hour. Undefined when it may be tried now.
 */
export function lockedUntil(failures: readonly Failure[], address: string, now: Date): Date | undefined {
  const here = failures.filter((failure) => failure.address === address)
  return later(endOfLock(here, mostFailures, window, now), endOfLock(failures, mostFailuresAnywhere, wideWindow, now))
}

/** How far back failures count at all. */
export function failuresCountFrom(now: Date): Date {
  return new Date(now.getTime() - wideWindow)
}

function endOfLock(failures: readonly Failure[], most: number, span: number, now: Date): Date | undefined {
  const times = failures.map((failure) => failure.at.getTime()).sort((a, b) => b - a)
  const deciding = times[most - 1]
  if (deciding === undefined || deciding + span <= now.getTime()) return undefined
  return new Date(deciding + span)
}

function later(a: Date | undefined, b: Date | undefined): Date | undefined {
  if (!a || !b) return a ?? b
  return a > b ? a : b
}

/** Why a password is refused; `guessable` is what the offline list of leaked passwords says. */
export function passwordWeakness(
  password: string,
  owner: { readonly email: string },
  guessable: boolean,
): 'too-short' | 'holds-name' | 'guessable' | undefined {
  if ([...password].length < leastPasswordLength) return 'too-short'
  const name = plain(owner.email.split('@')[0] ?? '')
  if (name.length >= 3 && plain(password).includes(name)) return 'holds-name'
  return guessable ? 'guessable' : undefined
}

function plain(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')
}

/** The same day a year later. */
export function yearAfter(on: string): string {
  const day = new Date(`${on}T00:00:00Z`)
  day.setUTCFullYear(day.getUTCFullYear() + 1)
  return day.toISOString().slice(0, 10)
}

/** The day until which an API token made today may be good at most: one year. */
export function lastTokenDay(today: string): string {
  return yearAfter(today)
}

/** How long the link of an invitation works, in days. */
export const invitationDays = 14
/** How long a link to reset a password works, and how many are sent within it. */
export const resetMinutes = 60
export const mostResets = 3

export function afterDays(at: Date, days: number): Date {
  return afterMinutes(at, days * 24 * 60)
}

export function afterMinutes(at: Date, minutes: number): Date {
  return new Date(at.getTime() + minutes * 60_000)
}

const browsers: readonly (readonly [sign: RegExp, name: string])[] = [
  [/Edg(e|A|iOS)?\//, 'Edge'],
  [/coc_coc_browser/i, 'Cốc Cốc'],
  [/OPR\/|Opera/, 'Opera'],
  [/Firefox\/|FxiOS\//, 'Firefox'],
  [/Chrome\/|CriOS\//, 'Chrome'],
  [/Safari\//, 'Safari'],
]
const systems: readonly (readonly [sign: RegExp, name: string])[] = [
  [/Android/, 'Android'],
  [/iPhone|iPad/, 'iOS'],
  [/Windows/, 'Windows'],
  [/Mac OS X/, 'macOS'],
  [/Linux|X11/, 'Linux'],
]

/** What a browser's long name means to its owner: `Chrome, Windows`; one that is not known is shown as it is, cut short. */
export function deviceOf(agent: string): string {
  const named = [browsers, systems].map((list) => list.find(([sign]) => sign.test(agent))?.[1])
  return named.filter(Boolean).join(', ') || agent.slice(0, 40)
}
