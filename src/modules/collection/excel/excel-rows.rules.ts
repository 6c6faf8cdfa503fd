/** What a found form says of each row: rows by their code, cells by their heading; whatever is doubtful is no figure. */
import { addressOf, isWithin, type Place } from '#kernel/cell-address.ts'
import type { Words } from '#kernel/language.ts'
import { composed } from '#kernel/text.ts'
import type { FormRow } from '../forms/forms.model.ts'
import { rowName } from '../submissions/findings.rules.ts'
import { cellKey, fillWords, readTyped } from '../submissions/submissions.rules.ts'
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
export interface Entry {
  readonly form: FormSheet
  readonly row: FormRow
  readonly number: number
  /** What stands before its addresses: the name of the sheet, where the file has the form more than once. */
  readonly prefix: string
  at(key: ExcelColumn): FileCell | undefined
}

/** The rows of a sheet that bear a code of the form. */
export function entriesOf(form: FormSheet, rows: readonly FormRow[], prefix = ''): Entry[] {
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
  const entries = forms.flatMap((form) => entriesOf(form, known.rows, prefixOf(form, forms)))
  const groups = Map.groupBy(entries, ({ row }) => cellKey(row.measure, row.category))
  return [...groups.values()].flatMap((group) => agreed(group.map((entry) => readEntry(entry, known))) ?? [])
}

function agreed(cells: readonly ExcelCell[]): ExcelCell | undefined {
  const saying = cells.filter((cell) => cell.typed !== '' || cell.wrong)
  const [first] = saying.length > 0 ? saying : cells
  const notes = [...new Set(cells.flatMap(({ note }) => note || []))]
  if (!first) return undefined
  if (new Set(saying.map(saidBy)).size <= 1 && notes.length <= 1) return { ...first, note: notes[0] ?? '' }
  const texts = cells.map((cell) => `${cell.address} (${cell.typed || cell.note || '–'})`)
  const wrong = cellSays('twice', { count: cells.length, cells: texts.join(', ') })
  return { ...first, address: cells.map(({ address }) => address).join(', '), wrong, isDoubtful: true }
}

function saidBy({ row, typed, language, wrong }: ExcelCell): string {
  return wrong ? `${typed} ${wrong.en}` : String(readTyped(row, typed, language).amount)
}

function readEntry(entry: Entry, known: FormKnown): ExcelCell {
  const { form, row, number } = entry
  const { language } = form
  const place = placeOf(entry, 'now')
  const figure = figureIn(row, entry.at('now'), language, known.rows)
  const note = noteIn(entry.at('note'), language)
  const cell: ExcelCell = {
    ...{ row, language, place },
    address: `${entry.prefix}${addressOf(place)}`,
    noteAddress: `${entry.prefix}${addressOf(placeOf(entry, 'note'))}`,
    ...figure,
    note: note.text,
    noteWrong: note.wrong,
    version: Number(entry.at('version')?.value ?? Number.NaN),
  }
  if (figure.typed === '' && !figure.wrong && note.text === '') return cell
  const doubt = doubtOf(entry, known, number)
  return doubt ? { ...cell, wrong: doubt, isDoubtful: true } : cell
}

function placeOf({ form, number }: Entry, key: ExcelColumn): Place {
  return { row: number, column: form.columns.get(key) ?? 1 }
}

/** Why a row cannot be trusted to be what it was when it was downloaded. */
function doubtOf(entry: Entry, known: FormKnown, number: number): Words | undefined {
  return mergedWords(entry, number) ?? nameWords(entry, known) ?? versionWords(entry, known) ?? yearWords(entry, known)
}

function mergedWords({ form }: Entry, row: number): Words | undefined {
  const columns = (['code', 'now', 'note', 'version'] as const).flatMap((key) => form.columns.get(key) ?? [])
  const range = form.sheet.merges.find((merge) => columns.some((column) => isWithin({ row, column }, merge)))
  return range && cellSays('merged', { range: `${addressOf(range.from)}:${addressOf(range.to)}` })
}

/** A code beside the name of another row: cells of one column were moved without the others. */
function nameWords(entry: Entry, { rows, year }: FormKnown): Words | undefined {
  const typed = String(entry.at('name')?.value ?? '')
  const isNameOf = (row: FormRow) => (['vi', 'en'] as const).some((language) => same(typed, rowName(language, row)))
  if (isNameOf(entry.row) || !rows.some(isNameOf)) return undefined
  const textIn = (language: 'vi' | 'en') => {
    const code = headingsOf(year).code[language]
    return fillWords(cellWords.otherName[language], { code, name: rowName(language, entry.row), typed })
  }
  return { vi: textIn('vi'), en: textIn('en') }
}

function same(a: string, b: string): boolean {
  return composed(a).trim().toLowerCase() === composed(b).trim().toLowerCase()
}

/** Every row is written with its version: one that has none was pulled apart. */
function versionWords(entry: Entry, { year }: FormKnown): Words | undefined {
  const value = entry.at('version')?.value
  if (value !== undefined && value !== '' && Number.isInteger(Number(value)) && Number(value) >= 0) return undefined
  const { version } = headingsOf(year)
  return {
    vi: fillWords(cellWords.noVersion.vi, { version: version.vi }),
    en: fillWords(cellWords.noVersion.en, { version: version.en }),
  }
}

/** Last year's figure under this year, and not where it was written: cells of the row were pushed aside. */
function yearWords(entry: Entry, { previous, year }: FormKnown): Words | undefined {
  const { row, form } = entry
  const before = previous.get(cellKey(row.measure, row.category))
  if (before === undefined || !form.columns.has('last') || isSameFigure(lastIn(entry), before)) return undefined
  const now = figureIn(row, entry.at('now'), form.language, [row])
  const amount = readTyped(row, now.typed, form.language).amount ?? undefined
  if (!isSameFigure(amount, before)) return undefined
  return cellSays('lastYearHere', { typed: now.typed, last: year - 1 })
}

/** Last year's figure as the file has it; undefined for none, or a text that is no number. */
export function lastIn({ row, form, at }: Entry): number | undefined {
  const { typed } = figureIn(row, at('last'), form.language, [row])
  return readTyped(row, typed, form.language).amount ?? undefined
}

/** Figures that are the same to the sixth decimal, which files round to. */
export function isSameFigure(a: number | undefined, b: number | undefined): boolean {
  return a === b || (a !== undefined && b !== undefined && Math.abs(a - b) < 1e-6)
}
