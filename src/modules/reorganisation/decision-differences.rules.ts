/** What is not in a decision as it was seen: its head, the changes that came and went. */

import { type Difference, plain } from '#kernel/difference.ts'
import { formatDate, languages, type Words } from '#kernel/language.ts'
import type { UnitChange } from '#modules/organisation'
import { changeText, lineOf, type Names } from './changes/change-sentences.rules.ts'
import { texts } from './decisions.texts.ts'

export interface Content {
  readonly on: string
  readonly title: string
  readonly basis: string
  readonly changes: readonly UnitChange[]
}

interface NamedContent {
  readonly content: Content
  readonly names: Names
}

export function differencesOf(seen: NamedContent, now: NamedContent): Difference[] {
  const field = (what: Words, of: (content: Content) => string): Difference[] => {
    const [before, after] = [of(seen.content), of(now.content)]
    return before === after ? [] : [{ what, before: plain(before), now: plain(after) }]
  }
  const [gone, come] = [missingIn(seen.content, now.content), missingIn(now.content, seen.content)]
  return [
    ...field(texts.titleField, ({ title }) => title),
    ...field(texts.basis, ({ basis }) => basis),
    ...field(texts.on, ({ on }) => formatDate(on)),
    ...gone.map((change) => ({ what: texts.changeOf, before: sentence(change, seen.names) })),
    ...come.map((change) => ({ what: texts.changeOf, now: sentence(change, now.names) })),
  ]
}

/** The changes of one that the other does not have, each as often as it is missing. */
function missingIn(one: Content, other: Content): UnitChange[] {
  const left = new Map<string, number>()
  for (const change of other.changes) left.set(keyOf(change), (left.get(keyOf(change)) ?? 0) + 1)
  return one.changes.filter((change) => {
    const count = left.get(keyOf(change)) ?? 0
    left.set(keyOf(change), count - 1)
    return count <= 0
  })
}

/** Changes are kept as parsed, so the same change is the same text. */
function keyOf(change: UnitChange): string {
  return JSON.stringify(change)
}

function sentence(change: UnitChange, names: Names): Words {
  const line = lineOf(change, 0, names)
  const [vi = '', en = ''] = languages.map((language) => changeText(language, line))
  return { vi, en }
}
