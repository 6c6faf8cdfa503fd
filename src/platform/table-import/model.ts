/** What a table import is made of: its columns, what is found of a table in a file, and the rows of it once they are understood. */
import { z } from 'zod'
import type { Words } from '#kernel/language.ts'
import type { Problem } from '#kernel/problem.ts'
import type { HeadedColumn } from '#kernel/table.ts'

/**
 * What a cell is read as. `text`: composed and trimmed. `whole`, `number`: as the file's kind writes numbers. `date`: `YYYY-MM-DD`, from
 * a date of Excel or `ngày/tháng/năm`. `choice`: one of `choices`, by any of the words for it.
 */
export type ColumnKind = 'text' | 'whole' | 'number' | 'date' | 'choice'

export interface ImportColumn extends HeadedColumn {
  /** What the column is called to people: in messages and in the template. */
  readonly label: Words
  readonly kind: ColumnKind
  /** The cell may be empty; the column may be missing unless `isNeeded`. */
  readonly isOptional?: boolean
  /** Signs that a text may have; 300 unless told. */
  readonly most?: number
  /** Of a choice: what is stored, and the words that stand for it, as headings are taken. */
  readonly choices?: Readonly<Record<string, readonly string[]>>
  /** What the value must be besides; its problems are told at the cell. */
  readonly schema?: z.ZodType
}

/** A cell once understood; null where it is empty. */
export type Value = string | number | null

/** By the keys of columns; every column of the import is there. */
export type Values = Readonly<Record<string, Value>>

/** A row once understood, with the line that it stands on. */
export interface ImportRow {
  readonly line: number
  readonly values: Values
}

/** Decides what is wrong with rows, told at `[index, key of a column]`, or `[index]` where it is of the whole row. */
export type CheckRows<Context> = (rows: readonly ImportRow[], context: Context) => readonly Problem[]

/** What was found of the table in a file. */
export const TableFacts = z.object({
  /** The sheet of Excel; null of a CSV file. */
  sheet: z.string().nullable(),
  /** Of a CSV file: `utf-8`, `utf-16le`, `utf-16be` or `windows-1258`. */
  encoding: z.string().nullable(),
  separator: z.string().nullable(),
  headLine: z.number(),
  /** Columns that were understood; `number` from 1, as the file has them. */
  columns: z.array(z.object({ key: z.string(), heading: z.string(), number: z.number() })),
  /** Columns that hold something under no heading of ours: they are not read. */
  unknown: z.array(z.object({ heading: z.string(), number: z.number() })),
  /** Sheets with such a table that their writer has hidden: they are not read. */
  hiddenSheets: z.array(z.string()),
  /** The first rows as the file has them, one text for each of its columns. */
  sample: z.array(z.object({ line: z.number(), cells: z.array(z.string()) })),
  rows: z.number(),
  /** Of the rows as they were written out. */
  bytes: z.number(),
})
export type TableFacts = z.infer<typeof TableFacts>
