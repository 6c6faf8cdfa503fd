/** What a decision would change, as a mark that a form carries: how many things of each list, and which; and what is not as it was. */
import { z } from 'zod'
import type { Difference } from '#kernel/difference.ts'
import { formatNumber, say, type Words } from '#kernel/language.ts'
import { texts } from '../decisions.texts.ts'
import { type Consequences, type ListName, lists, type UnitLists } from './effects.model.ts'
import { countWords } from './effects.texts.ts'

/** `decisions made so far:opened:ended:...`, each list as `how many.which`. */
export const EffectsVersion = z.string().regex(/^\d{1,15}(:\d{1,9}\.[0-9a-f]{16}){8}$/)

export interface Marked {
  /** The last decision that was made: see `seq` of the store. */
  readonly decided: number
  readonly lists: Readonly<Record<ListName, { readonly count: number; readonly which: string }>>
}

/** A decision approved or withdrawn. */
export interface Marks {
  readonly title: string
  readonly on: string
  readonly isWithdrawn: boolean
}

/** The things of each list as text, in an order of their own. What grows by the minute, how much of a form is filled, is left out. */
export function linesOf(told: UnitLists & Consequences): Record<ListName, string[]> {
  const forms = told.forms.map(({ year, unit, outcome, to }) => ({ year, unit, outcome, to }))
  const of = (name: ListName) => (name === 'forms' ? forms : told[name]).map((row) => JSON.stringify(row)).sort()
  return record(of)
}

export function writeMark({ decided, lists: marked }: Marked): string {
  return [decided, ...lists.map((name) => `${marked[name].count}.${marked[name].which}`)].join(':')
}

/** Reads what `writeMark` wrote. */
export function readMark(mark: string): Marked {
  const [decided = '', ...parts] = mark.split(':')
  const of = (name: ListName) => {
    const [count = '', which = ''] = parts[lists.indexOf(name)]?.split('.') ?? []
    return { count: Number(count), which }
  }
  return { decided: Number(decided), lists: record(of) }
}

export function record<T>(of: (name: ListName) => T): Record<ListName, T> {
  return {
    opened: of('opened'),
    ended: of('ended'),
    revised: of('revised'),
    passings: of('passings'),
    roles: of('roles'),
    duties: of('duties'),
    forms: of('forms'),
    targets: of('targets'),
  }
}

/** What would change otherwise than it was seen, after the decisions made since, which are likely why; nothing where all is the same. */
export function differencesOf(seen: Marked, now: Marked, since: readonly Marks[]): Difference[] {
  const other = lists.filter((name) => seen.lists[name].which !== now.lists[name].which)
  return other.length === 0 ? [] : [...since.map(madeSince), ...other.map((name) => listDifference(name, seen, now))]
}

function madeSince({ title, on, isWithdrawn }: Marks): Difference {
  const what = inBoth((language) => say(language, texts.otherDecision, { title }))
  const words = inBoth((language) => say(language, texts.inForceFrom, { on }))
  return isWithdrawn ? { what, before: words } : { what, now: words }
}

function listDifference(name: ListName, seen: Marked, now: Marked): Difference {
  const [before, after] = [seen.lists[name].count, now.lists[name].count]
  const what = countWords[name]
  return before === after ? { what } : { what, before: number(before), now: number(after) }
}

function number(value: number): Words {
  return inBoth((language) => formatNumber(language, value))
}

function inBoth(of: (language: 'vi' | 'en') => string): Words {
  return { vi: of('vi'), en: of('en') }
}
