/** A table of figures written twice from one source: in the document for people, in the workbook as numbers. */
import { z } from 'zod'

/** One figure among figures of other kinds, as targets have them. */
export const Figure = z.object({
  amount: z.number(),
  unit: z.string(),
  decimals: z.number(),
  qualifier: z.enum(['>', '<', '~']).nullable(),
})
export type Figure = z.infer<typeof Figure>

/** `null` is "not collected", `-` does not arise. */
export const GridCell = z.union([z.string(), z.number(), Figure, z.null()])
export type GridCell = z.infer<typeof GridCell>

export const GridColumn = z.object({
  header: z.string(),
  group: z.string().optional(),
  /** `share` holds percent (0..100), `money` đồng, shown in millions. */
  kind: z.enum(['text', 'number', 'share', 'money', 'figure']),
  /** Its share of the page's width. */
  weight: z.number(),
  align: z.enum(['left', 'center', 'right']).optional(),
  /** What its figures are: `sum:<measure>`, `share:<measure>/<measure>`, `reaching:<measure>`, `name`. */
  of: z.string().optional(),
})
export type GridColumn = z.infer<typeof GridColumn>

export const GridRow = z.object({
  kind: z.enum(['plain', 'total', 'section']).optional(),
  cells: z.array(GridCell),
  /** What the row is about: `unit:<code>`, `group:<units>`, `target:<key>`. With the column's it leads back to the values. */
  of: z.string().optional(),
})
export type GridRow = z.infer<typeof GridRow>

export const Grid = z.object({
  /** The sheet's name. */
  name: z.string(),
  title: z.string(),
  landscape: z.boolean(),
  unit: z.string().optional(),
  /** Under the table: what its signs mean, where it comes from. */
  source: z.string(),
  columns: z.array(GridColumn),
  rows: z.array(GridRow),
})
export type Grid = z.infer<typeof Grid>
