/** Rounds decided: when one is due, who is called first. */

import { type Difference, plain } from '#kernel/difference.ts'
import { formatDate, type Words } from '#kernel/language.ts'
import { texts as collectionTexts } from '../collection.texts.ts'
import { isFillable, shownState } from '../submissions/submission-workflow.rules.ts'
import { daysUntil } from '../submissions/submissions.rules.ts'
import type { FormStatus, Round } from './rounds.model.ts'
import { texts } from './rounds.texts.ts'

/** The last day on which a report that a plan asks for before a month and day (`12-01`) is in time. */
export function dueDate(year: number, before: string | undefined): string {
  const day = new Date(`${year}-${before ?? '12-01'}T00:00:00Z`)
  day.setUTCDate(day.getUTCDate() - 1)
  return day.toISOString().slice(0, 10)
}

/** The usual first day: two months before December. */
export function openingDate(year: number): string {
  return `${year}-10-01`
}

/** Whether the day has come on which units may begin; samples do not wait. */
export function hasBegun({ opensOn, isSample }: Pick<Round, 'opensOn' | 'isSample'>, today: string): boolean {
  return isSample || today >= opensOn
}

export type CallReason = 'late' | 'returned-idle' | 'not-started' | 'silent'

/** Why a unit is called; undefined when there is no reason to. */
export function reasonToCall(standing: FormStatus, today: string): CallReason | undefined {
  if (!isFillable(standing.state)) return undefined
  if (shownState(standing, today) === 'late') return 'late'
  if (standing.state === 'returned') return 'returned-idle'
  if (standing.state === 'not-started') return 'not-started'
  return silentDays(standing, today) >= silentFrom ? 'silent' : undefined
}

const silentFrom = 5

/** Whole days since anything was saved. */
export function silentDays(standing: Pick<FormStatus, 'touchedAt'>, today: string): number {
  return standing.touchedAt ? -daysUntil(standing.touchedAt.toISOString().slice(0, 10), today) : 0
}

const urgency: readonly CallReason[] = ['late', 'returned-idle', 'not-started', 'silent']

/** Whom to call, the most urgent first: what is late, what came back, what was never opened, what has gone silent. */
export function callFirst(standings: readonly FormStatus[], today: string): (FormStatus & { reason: CallReason })[] {
  return standings
    .flatMap((standing) => {
      const reason = reasonToCall(standing, today)
      return reason ? [{ ...standing, reason }] : []
    })
    .sort(
      (a, b) =>
        urgency.indexOf(a.reason) - urgency.indexOf(b.reason) ||
        a.dueOn.localeCompare(b.dueOn) ||
        (a.touchedAt?.getTime() ?? 0) - (b.touchedAt?.getTime() ?? 0) ||
        a.code.localeCompare(b.code),
    )
}

/** The share of a form that is filled, 0..1; duties count as rows. */
export function completeness(standing: Pick<FormStatus, 'asked' | 'filled' | 'dutiesAsked' | 'dutiesFilled'>): number {
  // An agency answers for its duties; the measures are offered to it, not asked of it.
  const [filled, input] =
    standing.dutiesAsked > 0 ? [standing.dutiesFilled, standing.dutiesAsked] : [standing.filled, standing.asked]
  return input === 0 ? 0 : Math.min(1, filled / input)
}

type Stands = Pick<Round, 'state' | 'opensOn' | 'dueOn'>

/** A round as it stands, in a word: what it says is what can be changed. */
export function versionOf({ state, opensOn, dueOn }: Stands): string {
  return [state, opensOn, dueOn].join(' ')
}

/** What is not as a version of the round says. */
export function differencesSince(version: string, now: Stands): Difference[] {
  const [state, opensOn = '', dueOn = ''] = version.split(' ')
  const words = (of: string | undefined) => stateWords.get(of ?? '') ?? plain(of ?? '')
  return [
    { what: texts.opens, before: plain(formatDate(opensOn)), now: plain(formatDate(now.opensOn)) },
    { what: collectionTexts.due, before: plain(formatDate(dueOn)), now: plain(formatDate(now.dueOn)) },
    { what: collectionTexts.state, before: words(state), now: words(now.state) },
  ].filter(({ before, now: after }) => before.vi !== after.vi)
}

const stateWords: ReadonlyMap<string, Words> = new Map<string, Words>([
  ['draft', texts.draft],
  ['open', texts.open],
  ['closed', texts.closed],
])
