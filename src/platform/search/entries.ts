/** What can be searched for, as values: an entry of the one table, and a kind of them as a module gives it. */
import type { Words } from '#kernel/language.ts'
import { fold } from '#kernel/text.ts'
import type { Tx } from '#platform/database/index.ts'

export interface SearchEntry {
  /** Once in its kind. */
  readonly id: string
  /** What stands before the name: a number, the place in a plan. */
  readonly ref: string
  readonly name: Words
  /** A few words beside the name. */
  readonly detail: Words
  readonly href: string
  /** What else it is found by: other names, an explanation, a code. */
  readonly text: string
  /** Whose readers, or those of a unit above, may see it: a unit's, for a field of work; null for everybody. */
  readonly visibleAt?: { readonly unitId: string; readonly field: string } | null
  /** The days on which it is shown: from the first, before the second; null where there is no bound. */
  readonly validFrom?: string | null
  readonly validTo?: string | null
}

export interface SearchKind {
  /** Lower case, with hyphens; the same for ever, as addresses are. */
  readonly kind: string
  /** Where its results stand on the page of results. */
  readonly order: number
  /** The heading of its results. */
  readonly words: Words
  /** Every entry of the kind, for writing them anew: where an earlier version filled the tables. */
  readonly entries: (tx: Tx) => Promise<readonly SearchEntry[]>
}

/** An entry is found by so many of its words, each so long. */
const mostWords = 400
const longestWord = 40

/** The words of a text, folded, each once and in their order. */
export function searchWords(text: string): string[] {
  const words = fold(text)
    .split(' ')
    .filter((word) => word !== '')
    .map((word) => word.slice(0, longestWord))
  return [...new Set(words)].slice(0, mostWords)
}

/** So few letters are not misspelt but another word. */
const shortest = 3
const longWord = 6

/** How many letters of a word may be wrong, missing or too many: one of a syllable, two of a long word. */
export function allowedSlips(word: string): number {
  if (word.length < shortest || /\d/.test(word)) return 0
  return word.length < longWord ? 1 : 2
}

/** The word with each two neighbours in the other order: the commonest slip of all, which counts as two. */
export function swapped(word: string): string[] {
  if (word.length < shortest || /\d/.test(word)) return []
  return Array.from(
    { length: word.length - 1 },
    (_, at) => word.slice(0, at) + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2),
  ).filter((other) => other !== word)
}
