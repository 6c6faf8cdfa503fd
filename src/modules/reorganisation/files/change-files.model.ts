/** A file of changes: which columns it may have, under which headings, and how it is told about. */
import { z } from 'zod'
import type { Problem } from '#kernel/problem.ts'
import type { HeadedColumn } from '#kernel/table.ts'
import type { Field } from '../entries/entries.model.ts'
import type { MappingColumn } from './former-units.model.ts'

/** `changes`: our template, one change a row. `mapping`: one row for each part of a former unit. */
export const FileFormat = z.enum(['changes', 'mapping'])
export type FileFormat = z.infer<typeof FileFormat>

/** Headings without tones; the first is the template's in Vietnamese. */
export const changeHeadings: Readonly<Record<Field, readonly string[]>> = {
  change: ['hanh dong', 'act', 'change', 'thay doi', 'loai thay doi', 'action'],
  code: ['ma', 'code', 'ma don vi', 'ma moi'],
  name: ['ten', 'name', 'ten don vi', 'ten moi'],
  type: ['loai', 'type', 'loai don vi'],
  kind: ['cap', 'kind', 'level'],
  parent: ['truc thuoc', 'parent', 'thuoc', 'don vi cap tren'],
  from: ['tu', 'from', 'don vi cu', 'ma cu'],
  to: ['den', 'to', 'don vi nhan', 'vao'],
  part: ['phan', 'part', 'toan bo hay mot phan'],
  share: ['ty le', 'share', 'ti le', 'ty le dien tich'],
  people: ['dan cu', 'people', 'population moves'],
  scope: ['nhiem vu', 'scope', 'phan nhiem vu'],
  area_km2: ['dien tich', 'area km2', 'dien tich km2', 'area'],
  seat: ['tru so', 'seat'],
  lon: ['kinh do', 'lon', 'longitude'],
  lat: ['vi do', 'lat', 'latitude'],
  basis: ['can cu', 'basis'],
}

export const mappingHeadings: Readonly<Record<MappingColumn, readonly string[]>> = {
  old_code: ['old code', 'ma cu', 'ma don vi cu'],
  old_name: ['old name', 'ten cu', 'ten don vi cu'],
  new_code: ['new code', 'ma moi', 'ma don vi moi'],
  new_name: ['new name', 'ten moi', 'ten don vi moi'],
  new_type: ['new type', 'loai moi', 'loai', 'type'],
  parent: ['parent', 'new parent', 'truc thuoc', 'thuoc', 'don vi cap tren'],
  part: ['part', 'phan', 'toan bo hay mot phan'],
  remainder: ['remainder', 'phan con lai', 'con lai'],
  population_moves: ['population moves', 'people', 'dan cu'],
  share: ['share', 'est area share', 'ty le', 'ti le', 'ty le dien tich'],
  basis: ['basis', 'can cu'],
}

/** Without these a file of the format says nothing. */
const neededColumns: Readonly<Record<FileFormat, readonly string[]>> = {
  changes: ['change'],
  mapping: ['old_code', 'new_code', 'new_name', 'part'],
}

function columnsOf(format: FileFormat, headings: Readonly<Record<string, readonly string[]>>): HeadedColumn[] {
  const needed = neededColumns[format]
  return Object.entries(headings).map(([key, own]) => ({ key, headings: own, isNeeded: needed.includes(key) }))
}

/** The columns of each format; a table that could be either is a mapping. */
export const formatColumns: Readonly<Record<FileFormat, readonly HeadedColumn[]>> = {
  mapping: columnsOf('mapping', mappingHeadings),
  changes: columnsOf('changes', changeHeadings),
}

/** A problem of a file as it is told: in both languages, at its line and column where it has them. */
export const LocatedProblem = z.object({
  code: z.string(),
  vi: z.string(),
  en: z.string(),
  /** As an editor or Excel numbers it; null where it is of the whole file. */
  line: z.number().nullable(),
  column: z.string().nullable(),
})
export type LocatedProblem = z.infer<typeof LocatedProblem>

/** Headings stand in one of the first rows: Excel files have a title above. */
export const headRows = 10

/** A file whose headings are known. */
export interface Table {
  readonly format: FileFormat
  /** The heading of each column as the file writes it. */
  readonly headings: readonly string[]
  /** By our names of columns. */
  readonly rows: readonly { readonly line: number; readonly cells: Readonly<Record<string, string>> }[]
  /** Of single rows and cells, before they are understood. */
  readonly problems: readonly Problem[]
  /** Headings that are none of ours, of columns that hold something. */
  readonly unread: readonly string[]
}
