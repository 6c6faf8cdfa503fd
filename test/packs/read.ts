/** Reads the packs for their tests, each by its shape. */
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { z } from 'zod'

export const root = resolve(import.meta.dirname, '../..')

export const Day = z.iso.date()
export const code = z.string().min(1)
export const Words = z.object({ vi: code, en: code })
export const Table = z.object({ columns: z.array(code), rows: z.array(z.array(z.unknown())) })

/** One file of the packs, checked against its shape. */
export function readPack<Shape extends z.ZodType>(name: string, shape: Shape): z.infer<Shape> {
  return shape.parse(JSON.parse(readFileSync(resolve(root, 'packs', name), 'utf8')))
}

/** Rows with their cells named by the columns; throws where a row is too short or too long. */
export function named(columns: string[], rows: unknown[][]): Record<string, unknown>[] {
  return rows.map((row) => {
    if (row.length !== columns.length) throw new Error(`not ${columns.length} cells: ${JSON.stringify(row)}`)
    return Object.fromEntries(columns.map((column, index) => [column, row[index]]))
  })
}

/** The rows of a table file, each checked against its shape. */
export function readTable<Shape extends z.ZodType>(name: string, row: Shape): z.infer<Shape>[] {
  const { columns, rows } = readPack(name, Table)
  return z.array(row).parse(named(columns, rows))
}

/** The codes of a list. */
export function codesOf(rows: { code: string }[]): string[] {
  return rows.map((row) => row.code)
}

/** What stands more than once. */
export function repeated(keys: string[]): string[] {
  return keys.filter((key, index) => keys.indexOf(key) !== index)
}
