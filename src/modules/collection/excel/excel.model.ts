/** An Excel form as it comes back: how it is found in the file, what its cells say, and what came of them. */
import { z } from 'zod'
import type { Place } from '#kernel/cell-address.ts'
import type { Language, Words } from '#kernel/language.ts'
import { WordsShape } from '#kernel/schema.ts'
import type { ReadCell, ReadRow, ReadSheet } from '#platform/documents/read-workbook.ts'
import type { FormRow } from '../forms/forms.model.ts'

export type FileCell = ReadCell
export type FileRow = ReadRow
export type FileSheet = ReadSheet

/** The columns of the Excel form, in the order in which they are written; they are read by their headings, wherever they stand. */
export const excelColumns = [
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
export type ExcelColumn = (typeof excelColumns)[number]

/** What an uploaded file has to be the form of. */
export interface FormQuery {
  readonly year: number
  readonly unitCode: string
  readonly unitName: string
  /** The code of the form's definition. */
  readonly form: string
}

/** A sheet that is the form asked for, with its columns found. */
export interface FormSheet {
  readonly sheet: FileSheet
  /** The language of its headings: in which its texts write numbers. */
  readonly language: Language
  /** The row of the headings, as Excel counts. */
  readonly headRow: number
  readonly columns: ReadonlyMap<ExcelColumn, number>
  /** Headings that are none of the form's, by their column. */
  readonly strange: ReadonlyMap<number, string>
}

/** What a file says of one row of the form. */
export interface ExcelCell {
  readonly row: FormRow
  readonly language: Language
  readonly address: string
  readonly place: Place
  readonly noteAddress: string
  /** What may be kept: a figure, or a text that is none; empty where the file says nothing that could be. */
  readonly entry: string
  readonly note: string
  readonly version: number
  /** Why there is no figure. */
  readonly wrong?: Words
  /** Why the note is not kept. */
  readonly noteWrong?: Words
  /** A doubt about the row itself: then nothing of it is kept, its note neither. */
  readonly isDoubtful?: boolean
}

export const ExcelProblem = z.object({
  /** As Excel names it: "F7"; several, and with their sheets, where it is about several. */
  address: z.string(),
  measure: z.string(),
  name: WordsShape,
  words: WordsShape,
})
export type ExcelProblem = z.infer<typeof ExcelProblem>

/** Something in the file that is not read, and why. */
export const Unread = z.object({
  /** Null of what is about no cell. */
  address: z.string().nullable(),
  words: WordsShape,
})
export type Unread = z.infer<typeof Unread>

export const Imported = z.object({
  /** Cells that were changed by the file. */
  saved: z.number(),
  /** Their addresses, in short: "G4–G9, G12". */
  savedAt: z.string(),
  /** Cells that are empty in the file and keep what stands in the system. */
  left: z.number(),
  leftAt: z.string(),
  /** Cells of which nothing was saved, or a text that is no figure. */
  problems: z.array(ExcelProblem),
  unread: z.array(Unread),
})
export type Imported = z.infer<typeof Imported>
