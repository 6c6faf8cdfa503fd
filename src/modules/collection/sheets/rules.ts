/** A form as rows of an Excel sheet, and the rows of an uploaded one as cells, each with its address. */
import { formatNumber, type Language } from '#kernel/language.ts'
import type { FormRow } from '../forms/model.ts'
import { typedOf } from '../grid/props/rules.ts'
import type { Cell, Finding, Previous, SubmissionView } from '../submissions/model.ts'
import { cellKey, readTyped } from '../submissions/rules.ts'
import { rowName } from '../wording/rules.ts'

/** Names the form in the file: which round, whose, by which definition. */
export function sheetCode(round: number, unit: string, form: string): string {
  return `HH-${round}-${unit}-${form}`
}

/** Reads a `sheetCode` out of the texts at the head of a file; undefined where there is none. */
export function readSheetCode(texts: readonly string[]): { round: number; unit: string } | undefined {
  for (const text of texts) {
    const [, round, unit] = /\bHH-(\d{4})-([^-\s]+)-/.exec(text) ?? []
    if (round && unit) return { round: Number(round), unit }
  }
  return undefined
}

/** Keys of the sheet's columns, in order: A is the code, G what is typed, H the note, I the version. */
export const sheetColumns = [
  'code',
  'section',
  'name',
  'unit',
  'explanation',
  'last',
  'now',
  'note',
  'version',
] as const
const columnOf = (key: (typeof sheetColumns)[number]) => sheetColumns.indexOf(key) + 1

export function sheetRows(view: SubmissionView, language: Language) {
  const sections = new Map(view.sections.map((section) => [section.code, section.name[language]]))
  return view.rows.map((row) => {
    const cell = find(view.cells, row)
    return {
      code: cellKey(row.measure, row.category),
      section: sections.get(row.section) ?? '',
      name: rowName(language, row),
      unit: row.unit[language],
      explanation: row.explanation[language],
      last: find(view.previous, row)?.amount ?? null,
      now: cell ? (cell.amount ?? typedOf(cell, language)) : null,
      note: cell?.note ?? '',
      version: cell?.version ?? 0,
    }
  })
}

function find<T extends Cell | Previous>(list: readonly T[], row: FormRow): T | undefined {
  return list.find((each) => each.measure === row.measure && each.category === row.category)
}

/** A cell as a file holds it; the shapes are those of the reader of workbooks. */
interface FileCell {
  readonly address: string
  readonly column: number
  readonly kind: 'text' | 'number' | 'percent' | 'date' | 'boolean' | 'error'
  readonly value: string | number | boolean
}

export interface SheetCell {
  readonly row: FormRow
  readonly address: string
  readonly typed: string
  readonly note: string
  readonly version: number
  readonly wrong?: Pick<Finding, 'code' | 'params'>
}

/** The rows of the form that a file holds; rows it does not know are left out, an empty cell is an empty text. */
export function sheetCells(
  fileRows: readonly { readonly number: number; readonly cells: readonly FileCell[] }[],
  rows: readonly FormRow[],
  language: Language,
): SheetCell[] {
  return fileRows.flatMap(({ number, cells }) => {
    const at = (key: (typeof sheetColumns)[number]) => cells.find((cell) => cell.column === columnOf(key))
    const row = rows.find((each) => cellKey(each.measure, each.category) === at('code')?.value)
    if (!row) return []
    const now = at('now')
    const { typed, wrong } = typedIn(row, now, language)
    const note = String(at('note')?.value ?? '')
    const version = Number(at('version')?.value ?? 0) || 0
    return [{ row, address: now?.address ?? `G${number}`, typed, note, version, wrong }]
  })
}

/** A number of Excel is a number whatever the language; a text is read as it would be in the form. */
function typedIn(row: FormRow, cell: FileCell | undefined, language: Language): Pick<SheetCell, 'typed' | 'wrong'> {
  if (!cell) return { typed: '' }
  const typed = cell.kind === 'number' ? formatNumber(language, Number(cell.value), 6) : String(cell.value)
  // Excel makes a date of "1.2" and a share of "5%": what the person meant is not known.
  if (cell.kind === 'date' || cell.kind === 'error' || (cell.kind === 'percent' && row.unitCode !== 'percent')) {
    return { typed, wrong: { code: 'not-a-number', params: { typed } } }
  }
  const text = cell.kind === 'boolean' ? (cell.value ? '1' : '0') : typed
  return { typed: text, wrong: readTyped(row, text, language).wrong }
}
