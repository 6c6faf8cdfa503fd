/** What the address of a comparison says: which units, in which order. */

/** Codes as an address lists them: each once, at most `most`; `more` says that some were left out. */
export function codesIn(text: string | undefined, most: number): { codes: string[]; more: boolean } {
  const named = (text ?? '').split(',').map((code) => code.trim())
  const codes = [...new Set(named.filter((code) => code !== ''))]
  return { codes: codes.slice(0, most), more: codes.length > most }
}

/** First and last year of all lines; two different years even where there is one. */
export function spanOf(years: readonly number[]): [from: number, to: number] {
  const from = Math.min(...years)
  return [from, Math.max(...years, from + 1)]
}
