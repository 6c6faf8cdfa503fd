/** Understands rows as they were written out: each cell by the kind of its column, with what is wrong told at row and cell. Pure. */
import type { Language } from '#kernel/language.ts'
import { formatNumber } from '#kernel/language.ts'
import { readNumber } from '#kernel/number.ts'
import type { Problem } from '#kernel/problem.ts'
import { columnOf } from '#kernel/table.ts'
import { tidy } from '#kernel/text.ts'
import { inputProblems } from '#platform/problems.ts'
import type { ImportColumn, ImportRow, Value } from './model.ts'
import { problems } from './problems.ts'
import type { Cell } from './table-source.ts'
import type { WrittenRow } from './tasks.ts'

export interface ReadingOptions {
  readonly columns: readonly ImportColumn[]
  /** Of numbers in texts: a comma between cells is none within them. */
  readonly language: Language
  /** How many columns have headings. */
  readonly headings: number
}

/** A row with what is wrong with it, at `[key of a column]`, or at nothing where it is of the whole row. */
export interface UnderstoodRow extends ImportRow {
  readonly problems: readonly Problem[]
}

export function understand(row: WrittenRow, { columns, language, headings }: ReadingOptions): UnderstoodRow {
  const wrong: Problem[] = []
  if (row.isHidden) wrong.push(problems.rowHidden())
  if (row.width !== undefined) wrong.push(problems.rowLonger({ cells: row.width, headings }))
  const values: Record<string, Value> = Object.create(null)
  for (const [place, column] of columns.entries()) {
    const cell = row.cells[place] ?? null
    const fault = row.faults?.find((each) => each.place === place)
    const read = fault
      ? { value: null, problems: [problems[fault.kind]({ entry: shown(cell) })] }
      : readCell(cell, column, language)
    values[column.key] = read.value
    wrong.push(...read.problems.map((problem) => ({ ...problem, path: [column.key] })))
  }
  return { line: row.line, values, problems: wrong }
}

interface CellUnderstood {
  readonly value: Value
  readonly problems: readonly Problem[]
}

function readCell(cell: Cell, column: ImportColumn, language: Language): CellUnderstood {
  if (cell === null || cell === '') {
    return { value: null, problems: column.isOptional ? [] : [problems.empty()] }
  }
  const read = readers[column.kind](cell, column, language)
  if (typeof read === 'object') return { value: null, problems: [read] }
  const parsed = column.schema?.safeParse(read)
  if (parsed && !parsed.success) return { value: null, problems: inputProblems(parsed.error) }
  return { value: parsed ? (parsed.data as Value) : read, problems: [] }
}

type ReadKind = (cell: NonNullable<Cell>, column: ImportColumn, language: Language) => string | number | Problem

const usualMost = 300

const readers: Readonly<Record<ImportColumn['kind'], ReadKind>> = {
  text(cell, { most = usualMost }) {
    const text = typeof cell === 'string' ? cell : shown(cell)
    return text.length > most ? problems.textTooLong({ most }) : text
  },
  number: readNumeric,
  whole(cell, column, language) {
    // Thousands may be set apart by either sign: a whole number has no other.
    const isGrouped = typeof cell === 'string' && /^-?\d{1,3}(?:[.,]\d{3})+$/.test(cell)
    const read = isGrouped ? Number(cell.replace(/[.,]/g, '')) : readNumeric(cell, column, language)
    return typeof read === 'number' && !Number.isSafeInteger(read) ? problems.notWhole({ entry: shown(cell) }) : read
  },
  date(cell) {
    const day = typeof cell === 'string' ? dayOf(cell) : undefined
    return day ?? problems.notDate({ entry: shown(cell) })
  },
  choice(cell, column) {
    const entry = shown(cell)
    const key = choiceOf(column, entry)
    if (key !== undefined) return key
    const names = Object.entries(column.choices ?? {}).map(([each, [word = each]]) => word)
    return problems.notChoice({ entry, choices: names.slice(0, 30).join(', ') })
  },
}

const choicesByEntry = new WeakMap<ImportColumn, Map<string, string | undefined>>()
/** Different words of one column that are remembered. */
const mostEntries = 1000

/** A list of few words stands in a hundred thousand rows. */
function choiceOf(column: ImportColumn, entry: string): string | undefined {
  const known = choicesByEntry.get(column) ?? new Map<string, string | undefined>()
  choicesByEntry.set(column, known)
  if (!known.has(entry)) {
    if (known.size >= mostEntries) known.clear()
    const options = Object.entries(column.choices ?? {}).map(([key, words]) => ({ key, headings: [key, ...words] }))
    known.set(entry, columnOf(options, entry)?.key)
  }
  return known.get(entry)
}

function readNumeric(cell: NonNullable<Cell>, _: ImportColumn, language: Language): number | Problem {
  if (typeof cell === 'number') return cell
  const percent = typeof cell === 'string' && cell.endsWith('%')
  const read = readNumber(language, percent ? String(cell).slice(0, -1) : String(cell))
  const sample = formatNumber(language, 1234.5)
  if (!read.ok) return problems.notNumber({ entry: shown(cell), sample })
  return percent ? read.value / 100 : read.value
}

/** `15/6/2026`, `15-06-2026`, `15.6.2026` or `2026-06-15`; undefined for what is no day of the calendar. */
function dayOf(text: string): string | undefined {
  const [, iso] = /^(\d{4}-\d\d-\d\d)$/.exec(text) ?? []
  const [, day, month, year] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text) ?? []
  const input = iso ?? (year ? `${year}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}` : '')
  const at = new Date(`${input}T00:00:00Z`)
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(input) && input > '1000' ? input : undefined
}

const longestShown = 60

function shown(cell: Cell): string {
  const text = tidy(String(cell ?? ''))
  return text.length > longestShown ? `${text.slice(0, longestShown - 1).toWellFormed()}…` : text
}
