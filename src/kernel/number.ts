/** Numbers as people type them, read by the rules of their language. */
import type { Language } from './language.ts'
import { plainForms } from './text.ts'

export type ReadNumber =
  | { readonly ok: true; readonly value: number }
  | { readonly ok: false; readonly why: 'not-a-number' | 'wrong-separators'; readonly readsAs?: number }

/** No number is longer, and text of strangers is not composed at length. */
const longest = 100

/**
 * Reads a typed number: `1.234,5` in Vietnamese, `1,234.5` in English; spaces may group thousands too.
 * A text whose separators do not fit the language is refused, never guessed: in Vietnamese `1,234` is 1.234
 * (one and a bit), and `1,234.5` cannot be read.
 */
export function readNumber(language: Language, entry: string): ReadNumber {
  if (entry.length > longest) return { ok: false, why: 'not-a-number' }
  const spaced = plainForms(entry).trim().replace(/[−–]/g, '-').replace(/^-\s/, '-')
  // Two numbers side by side are not one.
  if (/\s/.test(spaced) && !/^-?\d{1,3}(?:\s\d{3})+(?:[.,]\d+)?$/.test(spaced))
    return { ok: false, why: 'not-a-number' }
  const text = spaced.replace(/\s/g, '')
  if (!/^-?[\d.,]*\d[\d.,]*$/.test(text)) return { ok: false, why: 'not-a-number' }
  const [group, decimal] = language === 'vi' ? ['.', ','] : [',', '.']
  const [whole = '', fraction, ...rest] = text.replace('-', '').split(decimal)
  if (rest.length > 0 || fraction?.includes(group)) return { ok: false, why: 'wrong-separators' }
  const groups = whole.split(group)
  const grouped = groups.length > 1
  const fits = !grouped || (/^\d{1,3}$/.test(groups[0] ?? '') && groups.slice(1).every((part) => /^\d{3}$/.test(part)))
  if (!fits || whole === '' || fraction === '') return { ok: false, why: 'wrong-separators' }
  const value = Number(`${text.startsWith('-') ? '-' : ''}${groups.join('')}.${fraction ?? '0'}`)
  return Number.isFinite(value) ? { ok: true, value } : { ok: false, why: 'not-a-number' }
}
