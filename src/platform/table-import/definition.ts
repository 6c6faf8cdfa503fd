/** What a module says of a table import: what comes in, by whom, what its rows must be, how a batch of them is stored and how all are undone. */
import type { RawBuilder } from 'kysely'
import type { Words } from '#kernel/language.ts'
import type { May } from '#platform/authority.ts'
import type { Work } from '#platform/operation.ts'
import type { CheckRows, ImportColumn, Values } from './model.ts'

/** Rows to be stored in one statement. */
export interface Batch {
  readonly importId: string
  /**
   * A relation for the module's own SQL: `line`, and a column for each of the import's, typed by its kind (`text`, `int8`, `float8`,
   * `date`): ``sql`insert into policies.document (code, ...) select code, ... from ${batch.rows} as incoming` ``.
   */
  readonly rows: RawBuilder<unknown>
}

export interface ImportDefinition<Context> {
  /** The operation that takes a file, `module.verb`; the others are named after it. */
  readonly name: string
  /** Where its pages are: `/policies/imports`. */
  readonly at: string
  /** What comes in, as a title: "Nhập văn bản chính sách". */
  readonly title: Words
  /** What the file should be, below the title. */
  readonly lead: Words
  /** Who may do all of it. */
  readonly may: May<unknown>
  readonly columns: readonly ImportColumn[]
  /** By which rows of one file must differ: keys of columns. */
  readonly key?: readonly string[]
  /** Rows that a file may have at most. */
  readonly mostRows: number
  /** Rows with problems may be left out and the rest stored; otherwise all are stored or none. */
  readonly mayLeaveOut?: boolean
  /** What rows are checked against, looked up before every batch: keep it to what the batch's checks need. */
  readonly context: (work: Work, rows: readonly Values[]) => Promise<Context>
  /** Pure: rules of the module. */
  readonly check: CheckRows<Context>
  /**
   * Stores a batch by one set-based statement of the module's store and returns how many rows it made or changed. It runs in the
   * transaction that notes the batch as stored: after a crash it is done wholly or not at all.
   */
  readonly store: (work: Work, batch: Batch) => Promise<number>
  /** Takes back what one import has stored, and returns how many rows. Throws ProblemError where that cannot be, as when they are in use. */
  readonly undo?: (work: Work, importId: string) => Promise<number>
}
