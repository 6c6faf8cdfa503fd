/** Finds the headings of a file, tells its format by them, and names its cells. */
import { describe, type Problem } from '#kernel/problem.ts'
import {
  columnName,
  columnOf,
  columnsTwice,
  headIn,
  nearestHead,
  type TableRow,
  type TableSheet,
} from '#kernel/table.ts'
import { type FileFormat, formatColumns, headRows, type LocatedProblem, type Table } from './change-files.model.ts'
import { problems } from './change-files.texts.ts'

/** The one table of a file, with the sheet it stands on; or what is wrong with the file as a whole, and the sheet that looks most like it. */
export function tableIn(sheets: readonly TableSheet[]): { sheet: TableSheet; table: Table | readonly Problem[] } {
  const read = sheets.filter(({ isHidden }) => !isHidden).map((sheet) => ({ sheet, table: tableOf(sheet) }))
  const result = read.filter(({ table }) => isTable(table))
  const [only, another] = result
  if (only && another) {
    const names = result.map(({ sheet }) => `“${sheet.name}”`).join(', ')
    return { sheet: only.sheet, table: [problems.severalTables({ sheets: names })] }
  }
  return (
    only ??
    read.find(({ table }) => !isTable(table) && !isUnlike(table)) ??
    read[0] ?? { sheet: { name: null, rows: [] }, table: [problems.noRows()] }
  )
}

/** Names of the hidden sheets that look like a table of changes, or nearly. */
export function hiddenTables(sheets: readonly TableSheet[]): string[] {
  const hidden = sheets.filter(({ isHidden }) => isHidden)
  return hidden.flatMap(({ name, ...sheet }) => {
    const table = tableOf({ name, ...sheet })
    return name !== null && (isTable(table) || !isUnlike(table)) ? [name] : []
  })
}

export function isTable(table: Table | readonly Problem[]): table is Table {
  return 'format' in table
}

/** Nothing of it looks like a heading of ours. */
function isUnlike([problem]: readonly Problem[]): boolean {
  return problem?.code === problems.headingsUnknown().code
}

function tableOf({ name, rows: sheet }: TableSheet): Table | readonly Problem[] {
  if (sheet.length === 0) return [problems.noRows()]
  const head = headOf(sheet)
  if (!head) return nearly(sheet)
  const { format, place, keys: columns } = head
  const twice = columnsTwice(columns)
  if (twice.length > 0) return twice.map((column) => problems.columnTwice({ column }))
  const headings = sheet[place]?.cells ?? []
  const body = sheet.slice(place + 1)
  if (body.length === 0) return [problems.noRows()]
  return {
    format,
    headings,
    rows: body.map(({ line, cells }) => ({ line, cells: namedCells(cells, columns) })),
    problems: body.flatMap((row, index) => rowProblems(row, index, { headings, columns, isCsv: name === null })),
    unread: unreadIn(body, headings, columns),
  }
}

/** The first row that holds the headings of a format. */
function headOf(sheet: readonly TableRow[]) {
  const rows = sheet.map(({ cells }) => cells)
  const heads = (Object.keys(formatColumns) as FileFormat[]).flatMap((format) => {
    const head = headIn(rows, formatColumns[format], headRows)
    return head ? [{ ...head, format }] : []
  })
  return heads.toSorted((a, b) => a.place - b.place)[0]
}

function namedCells(cells: readonly string[], columns: Columns): Record<string, string> {
  const named = cells.flatMap((cell, place) => {
    const column = columns[place]
    return column && cell !== '' ? [[column, cell] as const] : []
  })
  return Object.fromEntries(named)
}

type Columns = readonly (string | undefined)[]

interface HeadReading {
  readonly headings: readonly string[]
  readonly columns: Columns
  readonly isCsv: boolean
}

/** What is wrong with a row before its cells are understood. */
function rowProblems(row: TableRow, place: number, { headings, columns, isCsv }: HeadReading): Problem[] {
  const faults: Problem[] = (row.faults ?? []).flatMap((fault) => {
    const column = columns[fault.place]
    const entry = row.cells[fault.place] ?? ''
    return column ? [problems[fault.kind]({ entry }, ['rows', place, column])] : []
  })
  if (row.isHidden) faults.push(problems.rowHidden({}, ['rows', place]))
  // A separator within a cell pushes everything after it aside.
  const isLonger = isCsv && row.cells.some((cell, at) => at >= headings.length && cell !== '')
  if (isLonger) faults.push(problems.rowLonger({ cells: row.cells.length, headings: headings.length }, ['rows', place]))
  return faults
}

/** What a column without a known heading is called: by its heading, or its number. */
function unreadIn(body: readonly TableRow[], headings: readonly string[], columns: Columns): string[] {
  const filled = new Set(body.flatMap(({ cells }) => cells.flatMap((cell, place) => (cell === '' ? [] : [place]))))
  return [...filled]
    .filter((place) => columns[place] === undefined)
    .sort((a, b) => a - b)
    .map((place) => columnName(headings[place], place))
}

/** The row that looks most like the headings of a mapping says what lacks. */
function nearly(sheet: readonly TableRow[]): Problem[] {
  const rows = sheet.map(({ cells }) => cells)
  const head = nearestHead(rows, formatColumns.mapping, headRows)
  if (head && head.missing.length <= 2) return head.missing.map((column) => problems.columnMissing({ column }))
  return [problems.headingsUnknown({ found: [...new Set((rows[0] ?? []).filter(Boolean))].slice(0, 12).join(', ') })]
}

/** Problems in both languages; those at `rows`, place, column with the line and heading of the file, in the order of the file. */
export function toldProblems(problems: readonly Problem[], table?: Table): LocatedProblem[] {
  const located = problems.map((problem): LocatedProblem => {
    const [where, place, column] = problem.path ?? []
    const row = where === 'rows' && typeof place === 'number' ? table?.rows[place] : undefined
    const heading = table && row && column !== undefined ? headingOf(table, String(column)) : null
    const words = { vi: describe('vi', problem), en: describe('en', problem) }
    return { code: problem.code, ...words, line: row?.line ?? null, column: heading }
  })
  return located.sort((a, b) => (a.line ?? 0) - (b.line ?? 0))
}

/** The heading under which a file has one of our columns; our own name where it has none. */
function headingOf({ format, headings }: Table, column: string): string {
  return headings.find((heading) => columnOf(formatColumns[format], heading)?.key === column) ?? column
}

/** The rows of the template: one of each kind of change, to be written over. */
export const templateRows: readonly Readonly<Record<string, string>>[] = [
  {
    change: 'mo',
    code: '99001',
    name: 'Phường Mẫu',
    kind: 'commune',
    parent: '01',
    area_km2: '3.5',
    seat: 'Số 1 phố Mẫu',
  },
  { change: 'nhap', from: '00001; 00004', to: '99001' },
  { change: 'nhap', from: '00006; 00008', code: '99002', name: 'Phường Mẫu Hai', parent: '01' },
  { change: 'tach', from: '00007', to: '99001', share: '51,6%', people: 'mot phan' },
  { change: 'tach', from: '00007', to: '99002', share: '48,4%', people: 'mot phan' },
  { change: 'chuyen_mot_phan', from: '00010', to: '99001', share: '0,1', people: 'khong' },
  { change: 'doi_ten', code: '00013', name: 'Tên Mới' },
  { change: 'doi_loai', code: '00016', type: 'Phường' },
  { change: 'chuyen', code: '00019', parent: '01' },
  { change: 'giao', from: '00022', to: '99001', part: 'toan bo', people: 'tat ca', basis: 'phần còn lại' },
  { change: 'ket_thuc', code: '00022' },
  { change: 'tiep_nhan', from: 'SO-CU', to: 'SO-MOI', scope: 'Đào tạo nghề' },
]
