/** Finds the form in an uploaded file: by its mark in any sheet that is seen, its columns by their headings. */
import type { Language } from '#kernel/language.ts'
import type { Problem } from '#kernel/problem.ts'
import { columnsHeaded, type HeadedColumn } from '#kernel/table.ts'
import { tidy } from '#kernel/text.ts'
import { fillWords } from '../submissions/submissions.rules.ts'
import type { ExcelColumn, FileCell, FileRow, FileSheet, FormQuery, FormSheet, Unread } from './excel.model.ts'
import { excelColumns } from './excel.model.ts'
import { excelCode, headingsOf } from './excel.rules.ts'
import { problems, unreadWords } from './excel.texts.ts'

export type FoundForms =
  | { readonly ok: true; readonly sheets: readonly FormSheet[]; readonly unread: readonly Unread[] }
  | { readonly ok: false; readonly problems: readonly Problem[] }

interface Marked {
  readonly sheet: FileSheet
  /** The codes of forms that it bears, each once. */
  readonly codes: readonly string[]
}

/** Every sheet that is seen and bears the mark of the form asked for. Why there is none, or why its columns are not certain. */
export function findForms(file: readonly FileSheet[], input: FormQuery): FoundForms {
  const expected = excelCode(input.year, input.unitCode, input.form)
  const marked = file.map((sheet) => ({ sheet, codes: codesIn(sheet) })).filter(({ codes }) => codes.length > 0)
  const seen = marked.filter(({ sheet }) => !sheet.hidden)
  const own = seen.filter(({ codes }) => codes.includes(expected))
  if (own.length === 0) return { ok: false, problems: [notFound(marked, seen, input)] }
  const heads = own.map((each) => headOf(each, input))
  const wrong = heads.flatMap((head) => ('problems' in head ? head.problems : []))
  if (wrong.length > 0) return { ok: false, problems: wrong }
  const sheets = heads.flatMap((head) => ('problems' in head ? [] : [head]))
  return { ok: true, sheets, unread: otherSheets(file, marked, own, input.year) }
}

/** Rows in which the headings are looked for: people put letterheads above. */
const topRows = 100

function codesIn({ rows }: FileSheet): string[] {
  const texts = rows.flatMap((row) => row.cells.flatMap(({ kind, value }) => (kind === 'text' ? String(value) : [])))
  const codes = texts.flatMap((text) => text.match(/\bHH-\d{4}-[^\s,;:]*[^\s,;:.]/g) ?? [])
  return [...new Set(codes)]
}

function notFound(marked: readonly Marked[], seen: readonly Marked[], input: FormQuery): Problem {
  const expected = excelCode(input.year, input.unitCode, input.form)
  const hidden = marked.find(({ sheet, codes }) => sheet.hidden && codes.includes(expected))
  if (hidden) return problems.formHidden({ sheet: hidden.sheet.name }, ['file'])
  const match = (seen[0] ?? marked[0])?.codes[0]
  if (!match) return problems.notThisForm({}, ['file'])
  const year = match.slice(3, 7)
  const rest = match.slice(8)
  if (year !== String(input.year)) return problems.otherRound({ found: year, year: String(input.year) }, ['file'])
  if (rest.startsWith(`${input.unitCode}-`)) {
    return problems.otherForm({ found: rest.slice(input.unitCode.length + 1), form: input.form }, ['file'])
  }
  const unit = rest.endsWith(`-${input.form}`) ? rest.slice(0, -input.form.length - 1) : (rest.split('-')[0] ?? rest)
  return problems.otherUnit({ found: unit, unit: input.unitName }, ['file'])
}

/** Without these a row cannot be told, read, or kept against what others have saved since. */
const needed: readonly ExcelColumn[] = ['code', 'now', 'note', 'version']
/** A row with as many headings of ours is a row of headings. */
const fewHeadings = 3

function headOf({ sheet, codes }: Marked, input: FormQuery): FormSheet | { readonly problems: Problem[] } {
  if (codes.length > 1) {
    return { problems: [problems.severalCodes({ sheet: sheet.name, found: codes.slice(0, 5).join(', ') }, ['file'])] }
  }
  const head = headRowOf(sheet, input.year)
  const columns = Map.groupBy(head.cells, (cell) => columnOf(cell, input.year))
  // Headings may stand again further down, as printing repeats them, but not in other columns.
  const heads = sheet.rows.filter((row) => row === head || headingsIn(row, input.year) >= fewHeadings)
  const twice = excelColumns.flatMap((key) => {
    const cells = heads.flatMap((row) => row.cells.filter((cell) => columnOf(cell, input.year) === key))
    const [first] = cells
    if (!first || cells.every(({ column }) => column === first.column)) return []
    const params = {
      sheet: sheet.name,
      heading: String(first.value),
      cells: cells.map(({ address }) => address).join(', '),
    }
    return [problems.headingTwice(params, ['file'])]
  })
  const missing = needed.filter((key) => !columns.has(key))
  if (missing.length > 0) return { problems: [missingProblem(sheet, head, missing, input.year), ...twice] }
  if (twice.length > 0) return { problems: twice }
  const places = excelColumns.flatMap((key) => (columns.get(key) ?? []).map((cell) => [key, cell.column] as const))
  const strange = (columns.get(undefined) ?? []).map((cell) => [cell.column, String(cell.value)] as const)
  return {
    sheet,
    language: languageOf(columns.get('code')?.[0], input.year),
    headRow: head.number,
    columns: new Map(places),
    strange: new Map(strange),
  }
}

/** The row with most headings of ours, the first of equals. */
function headRowOf({ rows }: FileSheet, year: number): FileRow {
  const counted = rows.slice(0, topRows).map((row) => ({ row, count: headingsIn(row, year) }))
  const [best] = counted.toSorted((a, b) => b.count - a.count)
  return best?.row ?? { number: 1, hidden: false, cells: [] }
}

/** How many different headings of the form stand in a row. */
export function headingsIn(row: FileRow, year: number): number {
  return new Set(row.cells.flatMap((cell) => columnOf(cell, year) ?? [])).size
}

/** Tones decide, case does not: "Ban" is not "Bản". A year may be written "Năm 2026". */
function columnOf(cell: FileCell, year: number): ExcelColumn | undefined {
  const bare = tidy(String(cell.value)).replace(/^(?:năm|year) (?=\d{4}$)/i, '')
  return columnsHeaded(formColumns(year), bare)[0]?.key
}

function formColumns(year: number): (HeadedColumn & { key: ExcelColumn })[] {
  const headings = headingsOf(year)
  return excelColumns.map((key) => ({ key, headings: [headings[key].vi, headings[key].en] }))
}

function languageOf(code: FileCell | undefined, year: number): Language {
  return tidy(String(code?.value)).toLowerCase() === headingsOf(year).code.en.toLowerCase() ? 'en' : 'vi'
}

function missingProblem(sheet: FileSheet, head: FileRow, missing: readonly ExcelColumn[], year: number): Problem {
  const headings = headingsOf(year)
  const isHead = headingsIn(head, year) > 0
  const matches = isHead
    ? head.cells.slice(0, 15).map(({ address, value }) => `${address} “${shortText(value)}”`)
    : ['–']
  return problems.headingsMissing(
    {
      sheet: sheet.name,
      missing: missing.map((key) => `“${[...new Set([headings[key].vi, headings[key].en])].join(' / ')}”`).join(', '),
      found: matches.join(', '),
    },
    ['file'],
  )
}

function shortText(value: FileCell['value']): string {
  const text = String(value)
  return text.length > 40 ? `${text.slice(0, 39).toWellFormed()}…` : text
}

/** Sheets that are forms too, or look like one, and are not read. */
function otherSheets(
  file: readonly FileSheet[],
  marked: readonly Marked[],
  own: readonly Marked[],
  year: number,
): Unread[] {
  return file.flatMap((sheet): Unread[] => {
    if (own.some((each) => each.sheet === sheet)) return []
    const codes = marked.find((each) => each.sheet === sheet)?.codes ?? []
    const isAlike = sheet.rows.slice(0, topRows).some((row) => headingsIn(row, year) >= fewHeadings)
    const isOwnForm = own.some((each) => codes.some((code) => each.codes.includes(code)))
    const words = isOwnForm
      ? unreadWords.hiddenForm
      : codes.length > 0
        ? unreadWords.otherForm
        : isAlike
          ? unreadWords.noCode
          : undefined
    if (!words) return []
    const params = { sheet: sheet.name, code: codes[0] ?? '' }
    return [{ address: null, words: { vi: fillWords(words.vi, params), en: fillWords(words.en, params) } }]
  })
}
