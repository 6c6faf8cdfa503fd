/** A form as rows of an Excel sheet: its mark, its headings, its rows. */
import type { Language, Words } from '#kernel/language.ts'
import { gridWords, texts } from '../collection.texts.ts'
import type { FormRow } from '../forms/forms.model.ts'
import { entryOf } from '../grid/grid-contents.rules.ts'
import { rowName } from '../submissions/findings.rules.ts'
import type { Cell, Previous, SubmissionView } from '../submissions/submissions.model.ts'
import { cellKey } from '../submissions/submissions.rules.ts'
import type { ExcelColumn } from './excel.model.ts'

/** Names the form in the file: which round, whose, by which definition. */
export function excelCode(round: number, unit: string, form: string): string {
  return `HH-${round}-${unit}-${form}`
}

/** The headings of a sheet of a year, in both languages: a file may come back to a page in the other one. */
export function headingsOf(year: number): Readonly<Record<ExcelColumn, Words>> {
  const figures = (of: number) => ({ vi: String(of), en: String(of) })
  return {
    code: texts.code,
    section: texts.columnSection,
    name: texts.measure,
    unit: texts.columnUnit,
    explanation: gridWords.explained,
    last: figures(year - 1),
    now: figures(year),
    note: texts.columnNote,
    version: texts.columnVersion,
  }
}

export function excelRows(view: SubmissionView, language: Language) {
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
      now: cell ? (cell.amount ?? entryOf(cell, language)) : null,
      note: cell?.note ?? '',
      version: cell?.version ?? 0,
    }
  })
}

function find<T extends Cell | Previous>(list: readonly T[], row: FormRow): T | undefined {
  return list.find((each) => each.measure === row.measure && each.category === row.category)
}
