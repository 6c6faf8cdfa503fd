/** Single cells of an uploaded form: the figure one holds as it would be typed on the page, or why it holds none; its note. */
import { formatNumber, type Language, type Words } from '#kernel/language.ts'
import type { FormRow } from '../forms/forms.model.ts'
import { findingText } from '../submissions/findings.rules.ts'
import { fillWords, readEntry } from '../submissions/submissions.rules.ts'
import type { FileCell } from './excel.model.ts'
import { cellWords } from './excel.texts.ts'

/** As the page takes them. */
const longestEntry = 200
const longestNote = 2000
const longestTold = 60

export interface Figure {
  /** As it would be typed; where it is wrong, what may be kept to be mended, or empty. */
  readonly entry: string
  readonly wrong?: Words
}

/** A number of Excel is a number whatever the language; a text is read in the language of the file. */
export function figureIn(
  row: FormRow,
  cell: FileCell | undefined,
  language: Language,
  rows: readonly FormRow[],
): Figure {
  if (!cell) return { entry: '' }
  const { kind, value } = cell
  switch (kind) {
    case 'uncomputed':
    case 'error':
      return { entry: '', wrong: cellSays(kind, { entry: String(value) }) }
    case 'date':
      return { entry: '', wrong: cellSays('date', { entry: dayShown(String(value)) }) }
    case 'percent':
      return percentIn(row, Number(value), language, rows)
    case 'number':
      return checked(row, formatNumber(language, Number(value), 6), language, rows)
    case 'boolean':
      return row.kind === 'yes-no'
        ? { entry: value ? '1' : '0' }
        : { entry: '', wrong: finding(row, 'not-a-number', { entry: value ? 'TRUE' : 'FALSE' }, rows) }
    case 'text':
      return textIn(row, String(value), language, rows)
  }
}

/** 60% is 60 where a percentage is asked for, and a doubt where it is not. */
function percentIn(row: FormRow, share: number, language: Language, rows: readonly FormRow[]): Figure {
  const entry = formatNumber(language, share * 100, 6)
  if (row.unitCode === 'percent') return checked(row, entry, language, rows)
  return { entry: '', wrong: cellSays('percent', { entry: `${entry}%` }) }
}

function textIn(row: FormRow, text: string, language: Language, rows: readonly FormRow[]): Figure {
  if (text.length <= longestEntry) return checked(row, text, language, rows)
  return { entry: '', wrong: cellSays('tooLong', { most: longestEntry }) }
}

function checked(row: FormRow, entry: string, language: Language, rows: readonly FormRow[]): Figure {
  const { wrong } = readEntry(row, entry, language)
  return wrong ? { entry, wrong: finding(row, wrong.code, wrong.params, rows) } : { entry }
}

/** The note of a row; a wrong one is told and not kept. */
export function noteIn(cell: FileCell | undefined, language: Language): { text: string; wrong?: Words } {
  if (!cell) return { text: '' }
  const { kind, value } = cell
  if (kind === 'uncomputed' || kind === 'error') {
    return { text: '', wrong: cellSays('noteUncomputed', { entry: String(value) }) }
  }
  const text =
    kind === 'number'
      ? formatNumber(language, Number(value), 6)
      : kind === 'date'
        ? dayShown(String(value))
        : String(value)
  return text.length <= longestNote ? { text } : { text: '', wrong: cellSays('noteTooLong', { most: longestNote }) }
}

/** 2026-12-01 as Excel shows it: 01/12/2026. */
function dayShown(value: string): string {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(value) ?? []
  return year ? `${day}/${month}/${year}` : value
}

function finding(
  { measure, category }: FormRow,
  code: Parameters<typeof findingText>[1]['code'],
  params: Readonly<Record<string, string | number>>,
  rows: readonly FormRow[],
): Words {
  const result = { measure, category, severity: 'error' as const, code, params: short(params) }
  return { vi: findingText('vi', result, rows), en: findingText('en', result, rows) }
}

function short(params: Readonly<Record<string, string | number>>): Record<string, string | number> {
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => [name, typeof value === 'string' ? shortText(value) : value]),
  )
}

/** A text as it is quoted to a reader: its beginning. */
export function shortText(text: string): string {
  return text.length > longestTold ? `${text.slice(0, longestTold - 1).toWellFormed()}…` : text
}

/** Words of a cell or row, filled in, in both languages. */
export function cellSays(name: keyof typeof cellWords, params: Readonly<Record<string, string | number>> = {}): Words {
  return { vi: fillWords(cellWords[name].vi, params), en: fillWords(cellWords[name].en, params) }
}
