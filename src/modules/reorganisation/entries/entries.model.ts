/** Changes as people type them, in a form or as rows of a file: texts, before they are understood. */
import { z } from 'zod'
import type { Problem } from '#kernel/problem.ts'
import type { UnitChange } from '#modules/organisation'

/** What a row may say; which of it is needed depends on the change. */
export const fields = [
  'change',
  'code',
  'name',
  'type',
  'kind',
  'parent',
  'from',
  'to',
  'part',
  'share',
  'people',
  'scope',
  'area_km2',
  'seat',
  'lon',
  'lat',
  'basis',
] as const
export type Field = (typeof fields)[number]

export const RowEntry = z.partialRecord(z.enum(fields), z.string().max(5000))
export type RowEntry = z.infer<typeof RowEntry>

/** A unit that stands on the day before, as far as typed rows may speak of it. */
export interface GroundUnit {
  readonly code: string
  /** Written out: "Phường Ba Đình". */
  readonly name: string
  readonly type: string
  readonly kind: string
  readonly parentCode: string | null
}

/** What typed rows are read against. */
export interface Ground {
  readonly units: readonly GroundUnit[]
  readonly kinds: readonly {
    readonly code: string
    readonly tree: 'place' | 'agency'
    readonly names: readonly string[]
  }[]
  /** Codes that changes of the draft already open. */
  readonly opened: ReadonlySet<string>
}

/** Rows understood. Where there are problems, the changes of the rows concerned are missing. */
export interface ReadRows {
  readonly changes: readonly UnitChange[]
  /** For each change, the rows it was read from: their places in what was given. */
  readonly rowsOf: readonly (readonly number[])[]
  /** At `rows`, place, field. */
  readonly problems: readonly Problem[]
}
