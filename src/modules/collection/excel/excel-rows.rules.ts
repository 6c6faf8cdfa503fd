/** What a found form says of each row: rows by their code, cells by their heading; whatever is doubtful is no figure. */
import { addressOf, isWithin, type Place } from '#kernel/cell-address.ts'
import type { Words } from '#kernel/language.ts'
import { composed } from '#kernel/text.ts'
import type { FormRow } from '../forms/forms.model.ts'
import { rowName } from '../submissions/findings.rules.ts'
import { cellKey, fillWords, readEntry } from '../submissions/submissions.rules.ts'
import type { ExcelCell, ExcelColumn, FileCell, FileRow, FormSheet } from './excel.model.ts'
import { headingsOf } from './excel.rules.ts'
import { cellWords } from './excel.texts.ts'
import { cellSays, figureIn, noteIn } from './excel-cells.rules.ts'

/** What a file is read against. */
export interface FormKnown {
  readonly year: number
  readonly rows: readonly FormRow[]
  /** Last year's figures, by `cellKey`. */
  readonly previous: ReadonlyMap<string, number>
}

/** A row of the file that is one of the form's. */
export interface SheetRow {
  readonly form: FormSheet
  readonly row: FormRow
  readonly number: number
  /** What stands before its addresses: the name of the sheet, where the file has the form more than once. */
  readonly prefix: string
  at(key: ExcelColumn): FileCell | undefined
}

/** The rows of a sheet that bear a code of the form. */
export function sheetRowsOf(form: FormSheet, rows: readonly FormRow[], prefix = ''): SheetRow[] {
  const byKey = new Map(rows.map((row) => [cellKey(row.measure, row.category), row]))
  return bodyOf(form).flatMap((fileRow) => {
    const at = (key: ExcelColumn) => cellUnder(form, fileRow, key)
    const row = byKey.get(String(at('code')?.value ?? ''))
    return row ? [{ form, row, number: fileRow.number, prefix, at }] : []
  })
}

/** The rows below the headings. */
export function bodyOf({ sheet, headRow }: FormSheet): readonly FileRow[] {
  return sheet.rows.filter((row) => row.number > headRow)
}

export function cellUnder(form: FormSheet, row: FileRow, key: ExcelColumn): FileCell | undefined {
  const column = form.columns.get(key)
  return row.cells.find((cell) => cell.column === column)
}

/** What stands before an address of a sheet: its name, where the file has several. */
export function prefixOf({ sheet }: FormSheet, forms: readonly FormSheet[]): string {
  return forms.length > 1 ? `${sheet.name}!` : ''
}

/** One reading for each row of the form that the file has; a row that says two things says nothing. */
export function readForms(forms: readonly FormSheet[], known: FormKnown): ExcelCell[] {
  const sheetRows = forms.flatMap((form) => sheetRowsOf(form, known.rows, prefixOf(form, forms)))
  const groups = Map.groupBy(sheetRows, ({ row }) => cellKey(row.measure, row.category))
  return [...groups.values()].flatMap((group) => agreed(group.map((sheetRow) => readRow(sheetRow, known))) ?? [])
}

function agreed(cells: readonly ExcelCell[]): ExcelCell | undefined {
  const saying = cells.filter((cell) => cell.entry !== '' || cell.wrong)
  const [first] = saying.length > 0 ? saying : cells
  const notes = [...new Set(cells.flatMap(({ note }) => note || []))]
  if (!first) return undefined
  if (new Set(saying.map(saidBy)).size <= 1 && notes.length <= 1) return { ...first, note: notes[0] ?? '' }
  const texts = cells.map((cell) => `${cell.address} (${cell.entry || cell.note || '–'})`)
  const wrong = cellSays('twice', { count: cells.length, cells: texts.join(', ') })
  return { ...first, address: cells.map(({ address }) => address).join(', '), wrong, isDoubtful: true }
}

function saidBy({ row, entry, language, wrong }: ExcelCell): string {
  return wrong ? `${entry} ${wrong.en}` : String(readEntry(row, entry, language).amount)
}

function readRow(sheetRow: SheetRow, known: FormKnown): ExcelCell {
  const { form, row, number } = sheetRow
  const { language } = form
  const place = placeOf(sheetRow, 'now')
  const figure = figureIn(row, sheetRow.at('now'), language, known.rows)
  const note = noteIn(sheetRow.at('note'), language)
  const cell: ExcelCell = {
    ...{ row, language, place },
    address: `${sheetRow.prefix}${addressOf(place)}`,
    noteAddress: `${sheetRow.prefix}${addressOf(placeOf(sheetRow, 'note'))}`,
    ...figure,
    note: note.text,
    noteWrong: note.wrong,
    version: Number(sheetRow.at('version')?.value ?? Number.NaN),
  }
  if (figure.entry === '' && !figure.wrong && note.text === '') return cell
  const doubt = doubtOf(sheetRow, known, number)
  return doubt ? { ...cell, wrong: doubt, isDoubtful: true } : cell
}

function placeOf({ form, number }: SheetRow, key: ExcelColumn): Place {
  return { row: number, column: form.columns.get(key) ?? 1 }
}

/** Why a row cannot be trusted to be what it was when it was downloaded. */
function doubtOf(sheetRow: SheetRow, known: FormKnown, number: number): Words | undefined {
  return (
    mergedWords(sheetRow, number) ??
    nameWords(sheetRow, known) ??
    versionWords(sheetRow, known) ??
    yearWords(sheetRow, known)
  )
}

function mergedWords({ form }: SheetRow, row: number): Words | undefined {
  const columns = (['code', 'now', 'note', 'version'] as const).flatMap((key) => form.columns.get(key) ?? [])
  const range = form.sheet.merges.find((merge) => columns.some((column) => isWithin({ row, column }, merge)))
  return range && cellSays('merged', { range: `${addressOf(range.from)}:${addressOf(range.to)}` })
}

/** A code beside the name of another row: cells of one column were moved without the others. */
function nameWords(sheetRow: SheetRow, { rows, year }: FormKnown): Words | undefined {
  const entry = String(sheetRow.at('name')?.value ?? '')
  const isNameOf = (row: FormRow) => (['vi', 'en'] as const).some((language) => same(entry, rowName(language, row)))
  if (isNameOf(sheetRow.row) || !rows.some(isNameOf)) return undefined
  const textIn = (language: 'vi' | 'en') => {
    const code = headingsOf(year).code[language]
    return fillWords(cellWords.otherName[language], { code, name: rowName(language, sheetRow.row), entry })
  }
  return { vi: textIn('vi'), en: textIn('en') }
}

function same(a: string, b: string): boolean {
  return composed(a).trim().toLowerCase() === composed(b).trim().toLowerCase()
}

/** Every row is written with its version: one that has none was pulled apart. */
function versionWords(sheetRow: SheetRow, { year }: FormKnown): Words | undefined {
  const value = sheetRow.at('version')?.value
  if (value !== undefined && value !== '' && Number.isInteger(Number(value)) && Number(value) >= 0) return undefined
  const { version } = headingsOf(year)
  return {
    vi: fillWords(cellWords.noVersion.vi, { version: version.vi }),
    en: fillWords(cellWords.noVersion.en, { version: version.en }),
  }
}

/** Last year's figure under this year, and not where it was written: cells of the row were pushed aside. */
function yearWords(sheetRow: SheetRow, { previous, year }: FormKnown): Words | undefined {
  const { row, form } = sheetRow
  const before = previous.get(cellKey(row.measure, row.category))
  if (before === undefined || !form.columns.has('last') || isSameFigure(lastIn(sheetRow), before)) return undefined
  const now = figureIn(row, sheetRow.at('now'), form.language, [row])
  const amount = readEntry(row, now.entry, form.language).amount ?? undefined
  if (!isSameFigure(amount, before)) return undefined
  return cellSays('lastYearHere', { entry: now.entry, last: year - 1 })
}

/** Last year's figure as the file has it; undefined for none, or a text that is no number. */
export function lastIn({ row, form, at }: SheetRow): number | undefined {
  const { entry } = figureIn(row, at('last'), form.language, [row])
  return readEntry(row, entry, form.language).amount ?? undefined
}

/** Figures that are the same to the sixth decimal, which files round to. */
export function isSameFigure(a: number | undefined, b: number | undefined): boolean {
  return a === b || (a !== undefined && b !== undefined && Math.abs(a - b) < 1e-6)
}
