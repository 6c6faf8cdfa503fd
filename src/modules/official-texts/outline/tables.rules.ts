/** Tables in the text of a plan: which lines are rows, what their columns mean, and which row goes on with the one before. */
import { flatten, isFinished, type Line, startsSmall } from '../lines/lines.rules.ts'
import { markOf, romanOf } from '../lines/marks.rules.ts'

export type ColumnMeaning =
  | 'number'
  | 'component'
  | 'task'
  | 'target'
  | 'content'
  | 'lead'
  | 'coordinators'
  | 'time'
  | 'unit'
  | 'goal'
  | 'other'

export interface Column {
  readonly meaning: ColumnMeaning
  readonly title: string
  /** The year a column of goals is for. */
  readonly year: number | null
}

export interface Row {
  /** The number in its first column, as a label; null where it has none. */
  readonly label: string | null
  /** The cells of the columns, without that of the number. */
  readonly cells: readonly { readonly column: Column; readonly text: string }[]
  readonly lines: readonly Line[]
  /** How many cells it has, with that of the number and the empty ones. */
  readonly width: number
}

export interface Table {
  /** The first line of it, which names the columns where any does. */
  readonly head: Line
  /** Whether the columns have names that say what they hold. */
  readonly isNamed: boolean
  readonly columns: readonly Column[]
  readonly rows: readonly Row[]
  /** How many lines it takes. */
  readonly length: number
}

/** What was reached already, and what a heading with a year is when it is no aim. */
const noGoalTitle =
  /^(?:s?tt\b|uoc |da |so lieu|hien trang|thuc trang|ket qua|thuc hien|nam goc|hien (?:nay|co)|danh gia|tang|giam|so sanh|nhiem vu|noi dung|cong viec|hoat dong|ten |danh muc|kinh phi|du toan|tong (?:kinh phi|von|so tien)|von|nguon|ghi chu|thoi (?:gian|han)|tien do|co quan|don vi)|\((?:uoc|thuc hien|da dat|hien trang)|\bso voi\b/
/** A column of values that leaves the year to the rows, a heading or the title. */
const valueTitle =
  /^(?:ket qua(?: (?:phan dau|can dat|dat))?|muc tieu|chi tieu(?: duoc)?(?: giao| phan dau| dat)?|ke hoach(?: giao)?|gia tri|so luong|muc (?:phan dau|dat|can dat)|phan dau|ty le(?: (?:phan dau|can dat|dat))?|dinh muc|lo trinh)(?: ?\([^)]{0,20}\))?$/

/** The year of a column of aims: "Mục tiêu 2025", "Phấn đấu đến năm 2030", "Giai đoạn 2026-2030". Null where it is none. */
function goalYear(flat: string): number | null {
  if (noGoalTitle.test(flat)) return null
  const years = [...flat.matchAll(/(?<![\d.,])20\d\d(?![\d.,]\d)/g)].map(([year]) => Number(year))
  const isPeriod = /20\d\d ?[-–] ?20\d\d/.test(flat)
  return years.length === 1 || (isPeriod && years.length === 2) ? (years.at(-1) ?? null) : null
}

const meanings: readonly (readonly [RegExp, ColumnMeaning])[] = [
  [/^(?:s?tt|so tt|so thu tu|no\.?)$/, 'number'],
  [/chu tri|(?:co quan|don vi) (?:thuc hien|phu trach|chiu trach nhiem)/, 'lead'],
  [/phoi hop/, 'coordinators'],
  [/thoi gian|thoi han|tien do|hoan thanh|phe duyet|thoi diem/, 'time'],
  [/thanh phan|^ten (?:ke hoach|de an|du an|chuong trinh)/, 'component'],
  [
    /(?:noi dung|ten|danh muc|nhom) (?:cac )?chi (?:tieu|so)|^(?:cac |he thong )?chi (?:tieu|so)(?! (?:nam|den|het|giao|duoc|phan dau|dat|20))|^muc tieu, chi tieu$|^(?:cac )?tieu chi\b/,
    'target',
  ],
  [/^(?:don vi(?: tinh)?|dvt|dv tinh|don vi do)$/, 'unit'],
  [/nhiem vu|cong viec|hoat dong|viec/, 'task'],
  [/noi dung|muc tieu|muc dich|ket qua|san pham/, 'content'],
  [/^(?:ke hoach|de an|du an|chuong trinh)\b/, 'component'],
]

/** The table that begins at this line, or null. A table has a header, or rows of three cells or more. */
export function tableAt(lines: readonly Line[], at: number): Table | null {
  const first = lines[at]
  if (!first || first.cells.length < 2) return null
  if (isMarked(first)) return null
  const second = lines[at + 1]
  const doubled = second && joinedHeader(first.cells, second.cells)
  const columns = columnsOf(doubled ?? first.cells)
  const length = lengthFrom(lines, at, columns)
  if (!columns && (first.cells.length < 3 || length < 2)) return null
  const body = lines.slice(at + (columns ? (doubled ? 2 : 1) : 0), at + length)
  const known = columns ?? first.cells.map((_, index) => plainColumn(index, first.cells))
  return { head: first, isNamed: columns !== null, columns: known, rows: rowsOf(body, known), length }
}

/** A number and its words with a tab between, as Word sets them: "1.	Mục đích". */
function isMarked(line: Line): boolean {
  const [number = ''] = line.cells
  return line.cells.length === 2 && !/^\d*$/.test(number) && markOf({ ...line, text: `${number} X` })?.rest === 'X'
}

/** A header names at least two meanings, one of them what the rows are about. */
function columnsOf(cells: readonly string[]): Column[] | null {
  if (cells.some((cell) => cell.length > 120) || /^\d/.test(cells[0] ?? '')) return null
  const columns = cells.map((cell): Column => {
    const flat = flatten(cell).trim()
    const year = goalYear(flat)
    if (year !== null) return { meaning: 'goal', title: cell, year }
    const meaning = meanings.find(([pattern]) => pattern.test(flat))?.[1] ?? 'other'
    return { meaning, title: cell, year: null }
  })
  const known = columns.filter(({ meaning }) => meaning !== 'other')
  return known.length >= 2 ? asTask(withValues(columns)) : null
}

/** Where no column names a year, "Kết quả" beside "Chỉ tiêu" holds the aims. */
function withValues(columns: readonly Column[]): Column[] {
  const subject = columns.findIndex(({ meaning }) => meaning === 'target')
  if (columns.some(({ meaning }) => meaning === 'goal') || subject < 0) return [...columns]
  return columns.map((column, index) => {
    const isValue = index > subject && valueTitle.test(flatten(column.title).trim())
    return isValue ? { ...column, meaning: 'goal' } : column
  })
}

/** "Lộ trình" over "Năm 2025" and "Năm 2030": the years of the second row are the columns. Null where it is no such row. */
function joinedHeader(first: readonly string[], below: readonly string[]): string[] | null {
  // A cell merged over both rows is empty in the second, or stands there once more.
  const second = below.map((cell) => (first.includes(cell) ? '' : cell))
  const years = second.filter((cell) => cell !== '')
  if (years.length === 0 || !years.every((cell) => /20\d\d\D{0,20}$/.test(flatten(cell.slice(0, 80))))) return null
  const from = second.findIndex((cell) => cell !== '')
  if (from > 0) {
    return second.map((cell, index) => cell || (first.at(index < from ? index : index - second.length) ?? ''))
  }
  const over = first.findLastIndex((cell) => /lo trinh|muc tieu|chi tieu|ke hoach|nam|giai doan/.test(flatten(cell)))
  return over < 1 ? null : [...first.slice(0, over), ...second, ...first.slice(over + 1)]
}

/** "Nội dung" alone is what the rows are about, where no other column is. */
function asTask(columns: Column[]): Column[] {
  if (columns.some(({ meaning }) => ['component', 'task', 'target'].includes(meaning))) return columns
  const content = columns.findIndex(({ meaning }) => meaning === 'content')
  return columns.map((column, index) => (index === content ? { ...column, meaning: 'task' } : column))
}

function plainColumn(index: number, cells: readonly string[]): Column {
  const isNumber = index === 0 && /^\d{1,3}$/.test(cells[0] ?? '')
  return { meaning: isNumber ? 'number' : 'other', title: '', year: null }
}

/** Rows follow each other; a plain line between is the end of a cell that was broken, or names a group of rows. */
function lengthFrom(lines: readonly Line[], at: number, columns: readonly Column[] | null): number {
  const hasGoals = columns?.some(({ meaning }) => meaning === 'goal') === true
  let length = 1
  for (;;) {
    const next = lines[at + length]
    if (!next) return length
    const isRow = next.cells.length > 1 && !isMarked(next)
    const isGroup = hasGoals && namesGroup(next, lines[at + length + 1], columns.length)
    if (!isRow && !isGroup && (next.cells.length > 1 || !goesOn(lines[at + length - 1], next))) return length
    length += 1
  }
}

/** A short line alone, where a merged row stood: the next is a whole row again, and no header. */
function namesGroup(line: Line, next: Line | undefined, width: number): boolean {
  if (line.cells.length > 1 || line.text.length > 120 || markOf(line) !== null || isFinished(line.text)) return false
  return next?.cells.length === width && columnsOf(next.cells) === null
}

function goesOn(before: Line | undefined, line: Line): boolean {
  return startsSmall(line.text) && before !== undefined && !isFinished(before.text) && markOf(line) === null
}

function rowsOf(lines: readonly Line[], columns: readonly Column[]): Row[] {
  const rows: { lines: Line[]; cells: string[] }[] = []
  for (const [index, line] of lines.entries()) {
    const last = rows.at(-1)
    if (line.cells.length === 1 && last && goesOn(lines[index - 1], line)) {
      last.cells[last.cells.length - 1] += ` ${line.text}`
      last.lines.push(line)
    } else rows.push({ lines: [line], cells: [...line.cells] })
  }
  return rows.map(({ lines: own, cells }) => rowOf(own, cells, columns))
}

function rowOf(lines: readonly Line[], cells: readonly string[], columns: readonly Column[]): Row {
  const numberAt = columns.findIndex(({ meaning }) => meaning === 'number')
  const number = (cells[numberAt] ?? '').replace(/[.)]$/, '')
  const isLabel =
    /^\d{1,3}$/.test(number) ||
    /^\d{1,2}(?:\.\d{1,2}){1,3}$/.test(number) ||
    /^[A-ZĐ]$/.test(number) ||
    romanOf(number) > 0
  const fallback: Column = { meaning: 'other', title: '', year: null }
  return {
    label: isLabel ? number.toUpperCase() : null,
    lines,
    width: cells.length,
    cells: cells.flatMap((text, index) =>
      (index === numberAt && isLabel) || text === '' ? [] : [{ column: columns[index] ?? fallback, text }],
    ),
  }
}
