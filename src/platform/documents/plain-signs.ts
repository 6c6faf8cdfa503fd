/** Signs that look alike made one, before any pattern looks at them: hyphens, letters that only look like đ, signs that nobody sees. */
import { composed } from '#kernel/text.ts'

/** Soft hyphens, joiners, marks of direction and of byte order: nothing is printed for them. */
const unseen = /[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/g
/** The hyphen, the one that does not break, and their wide and small forms. */
const hyphens = /[\u2010\u2011\u2043\ufe58\ufe63\uff0d]/g
/** Dashes of a number of a document: `45/KH–UBND`, `12/2020/NĐ – CP`; a dash between years or words stays what it is. */
const numberDash = /(?<=\d\/(?:\d{4}\/)?\p{Lu}[\p{L}\d-]{0,20}) ?[\u2012-\u2015\u2212] ?(?=\p{Lu})/gu
/** The letters eth and African D are typed for Đ where a keyboard offers them; no Vietnamese word has either. */
const alike: ReadonlyMap<string, string> = new Map(Object.entries({ Ð: 'Đ', Ɖ: 'Đ', ð: 'đ' }))

/** The text in composed letters, each sign in the one form that patterns know. */
export function plainSigns(text: string): string {
  const plain = composed(text.toWellFormed().replace(unseen, '')).replace(hyphens, '-')
  const known = plain.replace(/[ÐƉð]/g, (letter) => alike.get(letter) ?? letter)
  // Twice: "NQ–HĐND–UBND" has two dashes.
  return known.replace(numberDash, '-').replace(numberDash, '-')
}
