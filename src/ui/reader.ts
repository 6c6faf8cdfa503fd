/** The reader of a page: the language they chose, and every word, number and date said in it. */
import {
  formatDate,
  formatInstant,
  formatNumber,
  formatPercent,
  type Language,
  type Say,
  sayIn,
} from '#kernel/language.ts'

export interface Reader {
  readonly language: Language
  readonly say: Say
  /** A number with at most `decimals` places (2 unless told). */
  number(value: number, decimals?: number): string
  /** A share of 1 as a percentage. */
  percent(share: number, decimals?: number): string
  /** A business date `YYYY-MM-DD`. */
  date(iso: string): string
  /** An instant, in the city's time zone. */
  instant(at: Date): string
}

export function readerOf(language: Language): Reader {
  return {
    language,
    say: sayIn(language),
    number: (value, decimals) => formatNumber(language, value, decimals),
    percent: (share, decimals) => formatPercent(language, share, decimals),
    date: formatDate,
    instant: formatInstant,
  }
}
