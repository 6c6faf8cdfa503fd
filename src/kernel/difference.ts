/** What is not as somebody saw it: a thing, and how it was and is. */
import type { Words } from './language.ts'
import type { Path } from './problem.ts'

/** One thing that is not as it was seen. A side that is absent was not there; without both it is only known to be another now. */
export interface Difference {
  /** What it is, in the reader's words: the name of a cell, of a field. */
  readonly what: Words
  readonly before?: Words
  readonly now?: Words
  /** Who made it so, where that is told. */
  readonly by?: string
  /** Where its place on the page is, where it has one. */
  readonly path?: Path
}

/** The same text in both languages: a name, a number as it was typed. */
export function plain(text: string): Words {
  return { vi: text, en: text }
}
