/** What is not in a decision as it was seen: its head, the acts that came and went. */

import { type Difference, plain } from '#kernel/difference.ts'
import { formatDate, languages, type Words } from '#kernel/language.ts'
import type { Act } from '#modules/organisation'
import { actText, lineOf, type Names } from './acts/act-sentences.rules.ts'
import { texts } from './reforms.texts.ts'

export interface Content {
  readonly on: string
  readonly title: string
  readonly basis: string
  readonly acts: readonly Act[]
}

interface Told {
  readonly content: Content
  readonly names: Names
}

export function differencesOf(seen: Told, now: Told): Difference[] {
  const field = (what: Words, of: (content: Content) => string): Difference[] => {
    const [before, after] = [of(seen.content), of(now.content)]
    return before === after ? [] : [{ what, before: plain(before), now: plain(after) }]
  }
  const [gone, come] = [missingIn(seen.content, now.content), missingIn(now.content, seen.content)]
  return [
    ...field(texts.titleField, ({ title }) => title),
    ...field(texts.basis, ({ basis }) => basis),
    ...field(texts.on, ({ on }) => formatDate(on)),
    ...gone.map((act) => ({ what: texts.actOf, before: sentence(act, seen.names) })),
    ...come.map((act) => ({ what: texts.actOf, now: sentence(act, now.names) })),
  ]
}

/** The acts of one that the other does not have, each as often as it is missing. */
function missingIn(one: Content, other: Content): Act[] {
  const left = new Map<string, number>()
  for (const act of other.acts) left.set(keyOf(act), (left.get(keyOf(act)) ?? 0) + 1)
  return one.acts.filter((act) => {
    const count = left.get(keyOf(act)) ?? 0
    left.set(keyOf(act), count - 1)
    return count <= 0
  })
}

/** Acts are kept as parsed, so the same act is the same text. */
function keyOf(act: Act): string {
  return JSON.stringify(act)
}

function sentence(act: Act, names: Names): Words {
  const line = lineOf(act, 0, names)
  const [vi = '', en = ''] = languages.map((language) => actText(language, line))
  return { vi, en }
}
