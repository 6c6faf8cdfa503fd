/** What a cell of an Excel file holds, as the person who opens it sees it. */
import type { CellFormat } from './read-parts.ts'
import { unescapeText } from './read-parts.ts'
import { printable } from './text.ts'

/**
 * `date` is `YYYY-MM-DD`, or the bare number where it is no day; `percent` a share (60% is 0.6); `error` the sign Excel shows
 * ("#DIV/0!"); `uncomputed` a formula whose result is not in the file, with its text ("=7+4").
 * Text is in composed form (NFC), without control signs and without blanks around it.
 */
export type CellKind = 'text' | 'number' | 'percent' | 'date' | 'boolean' | 'error' | 'uncomputed'

export interface CellRead {
  readonly kind: CellKind
  readonly value: string | number | boolean
}

/** A cell as its element tells it. */
export interface RawCell {
  readonly type: string
  readonly style: number
  readonly raw: string
  /** The text of its formula; undefined where it has none. */
  readonly formula: string | undefined
  /** Whether a value stands in it at all, be it an empty one. */
  readonly hasValue: boolean
}

export interface ValueContext {
  readonly formats: readonly CellFormat[]
  readonly texts: readonly string[]
  readonly since1904: boolean
}

const longestFormula = 60

/** Undefined for a cell without a value. */
export function readValue(cell: RawCell, context: ValueContext): CellRead | undefined {
  // Text that a formula gave may be empty; any other formula without a result was never computed.
  const isUncomputed = cell.formula !== undefined && (cell.type === 'str' ? !cell.hasValue : cell.raw.trim() === '')
  if (isUncomputed) {
    const shown = printable(cell.formula ?? '').slice(0, longestFormula)
    return { kind: 'uncomputed', value: `=${shown.toWellFormed()}` }
  }
  switch (cell.type) {
    case 's':
      return textValue(context.texts[Number(cell.raw)] ?? '')
    case 'str':
    case 'inlineStr':
      return textValue(unescapeText(cell.raw))
    case 'b':
      return { kind: 'boolean', value: ['1', 'true'].includes(cell.raw.trim()) }
    case 'e':
      return { kind: 'error', value: printable(cell.raw).slice(0, longestFormula) }
    case 'd':
      return isoDate(cell.raw.trim())
    default:
      return numberValue(cell, context)
  }
}

function textValue(text: string): CellRead | undefined {
  const value = printable(text).trim()
  return value === '' ? undefined : { kind: 'text', value }
}

/** Strict files write a date out. */
function isoDate(raw: string): CellRead | undefined {
  if (raw === '') return undefined
  const [day] = /^\d{4}-\d\d-\d\d/.exec(raw) ?? []
  return { kind: 'date', value: day ?? printable(raw).slice(0, longestFormula) }
}

function numberValue(cell: RawCell, context: ValueContext): CellRead | undefined {
  if (cell.raw.trim() === '') return undefined
  const value = Number(cell.raw)
  if (!Number.isFinite(value)) return { kind: 'error', value: printable(cell.raw).slice(0, longestFormula) }
  const format = context.formats[cell.style] ?? 'plain'
  if (format === 'percent') return { kind: 'percent', value }
  // A number in a date's format is seen as a date, also where it is no day of any calendar.
  if (format === 'date') return { kind: 'date', value: dateOfSerial(value, context.since1904) ?? String(value) }
  return { kind: 'number', value }
}

const dayMilliseconds = 86_400_000
const lastSerial = 2_958_465

/** Excel's day count: 1 is 1/1/1900, and 60 the 29/2/1900 that never was. */
function dateOfSerial(serial: number, since1904: boolean): string | undefined {
  const days = Math.floor(serial) + (since1904 ? 1462 : 0)
  if (days < 1 || days > lastSerial) return undefined
  const shift = days < 60 ? 1 : 0
  return new Date(Date.UTC(1899, 11, 30) + (days + shift) * dayMilliseconds).toISOString().slice(0, 10)
}
