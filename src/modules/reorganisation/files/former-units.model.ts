/** A table of former units and what they became, as resolutions are published: one row for each part. */
import { z } from 'zod'

export const columns = [
  'old_code',
  'old_name',
  'new_code',
  'new_name',
  'new_type',
  'parent',
  'part',
  'remainder',
  'population_moves',
  'share',
  'basis',
] as const
export type MappingColumn = (typeof columns)[number]

export type MappingRow = Readonly<Partial<Record<MappingColumn, string>>>

/**
 * What a table leaves to say of the level above: it `stays`; or it `ends` (the districts of 2025), and every unit of the table comes
 * under the root, founded anew unless nothing else of it changes.
 */
export const LevelAbove = z.enum(['stays', 'ends'])
export type LevelAbove = z.infer<typeof LevelAbove>
