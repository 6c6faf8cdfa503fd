/** What of a pack a running installation takes over: kinds of rows, each read from the pack and from the database in one shape. */
import { z } from 'zod'
import type { Words } from '#kernel/language.ts'
import type { Tx } from '#platform/database/index.ts'
import type { Work } from '#platform/operation.ts'
import type { Place } from '#platform/place.ts'

/** A row as it is compared: what of it may change. */
export type Content = Readonly<Record<string, unknown>>

/** Rows by their keys, in the order of the pack. */
export type PackRows = ReadonlyMap<string, Content>

/** Reads a file of the packs by its name, `vietnam/measures`. */
export type ReadPack = <T>(name: string, schema: z.ZodType<T>) => Promise<T>

/** What is to be done to the database. */
export interface PackChanges {
  /** New rows, and rows that changed: as the pack has them now. */
  readonly written: PackRows
  readonly ended: readonly string[]
  /** The place of every key in the pack, from 1. */
  readonly positions: ReadonlyMap<string, number>
}

export interface PackKind {
  /** `module.what`: under it what was applied is kept. */
  readonly name: string
  /** Kinds that others lean on come first. */
  readonly order: number
  readonly words: Words
  /** The files under `packs/` that it is read from. */
  readonly files: (place: Place) => readonly string[]
  readonly inPack: (read: ReadPack, place: Place) => Promise<PackRows>
  /** The rows that are in force. */
  readonly inDatabase: (tx: Tx) => Promise<PackRows>
  /** Writes new and changed rows; a row that ended stays and is marked so. */
  readonly apply: (work: Work, changes: PackChanges, from: { read: ReadPack; place: Place }) => Promise<void>
}

/**
 * `own`: the city changed or ended the row itself (or has one of its own under this key), and the pack would have it otherwise: the
 * city's stays.
 */
export const rowStates = ['new', 'changed', 'ended', 'own'] as const

export const RowDifference = z.object({
  key: z.string(),
  state: z.enum(rowStates),
  /** Names of what differs between the row and the pack. */
  fields: z.array(z.string()),
  /** As the pack has it; null where it has it no more. */
  pack: z.record(z.string(), z.unknown()).nullable(),
  /** As the database has it; null where it is not there, or ended. */
  own: z.record(z.string(), z.unknown()).nullable(),
  /** Another one once either side has changed. */
  version: z.string(),
})
export type RowDifference = z.infer<typeof RowDifference>

export const PackFile = z.object({
  file: z.string(),
  version: z.number(),
  checksum: z.string(),
  /** What was applied last; null where it never was. */
  applied: z.object({ version: z.number(), checksum: z.string(), at: z.date() }).nullable(),
})
export type PackFile = z.infer<typeof PackFile>

export const KindState = z.object({
  kind: z.string(),
  words: z.object({ vi: z.string(), en: z.string() }),
  files: z.array(PackFile),
  /** A file is of an earlier version than what was applied: nothing of it is taken over. */
  isOlder: z.boolean(),
  rows: z.array(RowDifference),
})
export type KindState = z.infer<typeof KindState>

export const Application = z.object({
  id: z.uuid(),
  at: z.date(),
  kind: z.string(),
  /** `vietnam/measures 2`, several with commas between. */
  files: z.string(),
  newRows: z.number(),
  changedRows: z.number(),
  endedRows: z.number(),
  ownRows: z.number(),
})
export type Application = z.infer<typeof Application>
