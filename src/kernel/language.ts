/** Words in Vietnamese and English: one entry holds both, so a missing language is a type error. */
import { IntlMessageFormat } from 'intl-messageformat'

export const languages = ['vi', 'en'] as const
export type Language = (typeof languages)[number]

/** One text in every language, in ICU message syntax (plurals, dates, numbers). */
export type Words = Readonly<Record<Language, string>>
export type Params = Readonly<Record<string, string | number | Date>>

/** Says words in the reader's language. */
export type Say = (words: Words, params?: Params) => string

const locales: Record<Language, string> = { vi: 'vi-VN', en: 'en-GB' }
const timeZone = 'Asia/Ho_Chi_Minh'
const compiled = new Map<string, IntlMessageFormat>()

/** Declares the words of one module. Only fixes the type: `{ key: { vi, en } }`. */
export function catalogue<const T extends Record<string, Words>>(texts: T): T {
  return texts
}

/** The text of `words` in `language`, with `params` filled in; a plain text costs no formatter. */
export function say(language: Language, words: Words, params?: Params): string {
  const source = unbroken(words[language])
  if (!params && !source.includes('{')) return source
  return String(formatter(language, source).format(withDates(params)))
}

/** Params that are business dates, in every text: nobody is shown one as programs write it. What somebody typed has other names. */
const dateParams = ['on', 'date', 'eve']

function withDates(params: Params = {}): Record<string, string | number | Date> {
  const written = { ...params }
  for (const name of dateParams) {
    const value = params[name]
    if (typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value)) written[name] = formatDate(value)
  }
  return written
}

/** No line ends between the number of a size and its unit. */
function unbroken(source: string): string {
  return source.replace(/(?<=[\d}]) (?=[KMG]B\b)/g, '\u00a0')
}

/** Binds `say` to one reader. */
export function sayIn(language: Language): Say {
  return (words, params) => say(language, words, params)
}

/** A name that is the same in every language. */
export function sameInBoth(text: string): Words {
  return { vi: text, en: text }
}

/** Words that are already filled in: braces in what somebody typed are no placeholders. */
export function literal(text: string): string {
  return /[{}]/.test(text) ? text.replaceAll("'", "''").replace(/[{}]+/g, "'$&'") : text
}

function formatter(language: Language, source: string): IntlMessageFormat {
  const key = `${language}:${source}`
  const known = compiled.get(key)
  if (known) return known
  const made = new IntlMessageFormat(source, locales[language], undefined, { ignoreTag: true })
  compiled.set(key, made)
  return made
}

const numberFormats = new Map<string, Intl.NumberFormat>()

/** A number in the reader's language: 1.234,5 (vi) or 1,234.5 (en); at most `decimals` places. */
export function formatNumber(language: Language, value: number, decimals = 2): string {
  const key = `${language}:${decimals}`
  let format = numberFormats.get(key)
  if (!format) {
    // CLDR's Vietnamese leaves 1234 ungrouped; official Vietnamese documents always group.
    format = new Intl.NumberFormat(locales[language], { maximumFractionDigits: decimals, useGrouping: 'always' })
    numberFormats.set(key, format)
  }
  return format.format(value)
}

/** A share (0..1) as a percentage: 60,09% (vi), 60.09% (en). */
export function formatPercent(language: Language, share: number, decimals = 2): string {
  return `${formatNumber(language, share * 100, decimals)}%`
}

/** A business date `YYYY-MM-DD` as written: 25/11/2026 in both languages (the usual form in Vietnam). */
export function formatDate(isoDate: string): string {
  const [year, month, day] = isoDate.split('-')
  return `${day}/${month}/${year}`
}

/** An instant in the city's time zone: 23/11/2026 09:41. */
export function formatInstant(instant: Date): string {
  const parts = Object.fromEntries(instantFormat.formatToParts(instant).map((part) => [part.type, part.value]))
  return `${parts.day}/${parts.month}/${parts.year} ${parts.hour}:${parts.minute}`
}

const instantFormat = new Intl.DateTimeFormat('en-GB', {
  timeZone,
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
})

const sevenHours = 7 * 3_600_000
/** Since June 1975 the city has been seven hours ahead all year; formatting by its zone takes thirty times as long, at every call. */
const sevenHoursSince = Date.UTC(1976, 0)
const sevenHoursUntil = Date.UTC(9999, 0)

/** The business date of an instant in the city's time zone, as `YYYY-MM-DD`. */
export function dateOf(instant: Date): string {
  const time = instant.getTime()
  if (time >= sevenHoursSince && time < sevenHoursUntil) return new Date(time + sevenHours).toISOString().slice(0, 10)
  const parts = Object.fromEntries(instantFormat.formatToParts(instant).map((part) => [part.type, part.value]))
  return `${parts.year}-${parts.month}-${parts.day}`
}

/** The seconds of its business date that an instant still has before it. */
export function secondsLeft(instant: Date): number {
  const [hours = 0, minutes = 0] = formatInstant(instant).slice(-5).split(':').map(Number)
  return (24 * 60 - hours * 60 - minutes) * 60 - instant.getUTCSeconds()
}
