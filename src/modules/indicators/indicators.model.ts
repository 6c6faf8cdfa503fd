/** Measures, indicators and values: what is counted, what is computed from it, and the numbers in time. */
import { z } from 'zod'
import { WordsShape } from '#kernel/schema.ts'
import { Basis, Conversion } from './conversion/boundary-day.model.ts'

export const Status = z.enum(['estimate', 'provisional', 'confirmed'])
export const Confidence = z.enum(['high', 'medium', 'low'])

export const Measure = z.object({
  code: z.string(),
  kind: z.enum(['count', 'level', 'yes-no', 'money']),
  unit: z.string(),
  clock: z.string(),
  aggregate: z.enum(['sum', 'none']),
  section: z.string(),
  name: WordsShape,
  explanation: WordsShape,
  /** The measure that this one cannot exceed: recognised families are at most the registered ones. */
  atMost: z.string().nullable(),
  dimensions: z.array(z.string()),
  verified: z.boolean(),
  /** Nothing new asks for it from this day on. */
  endedOn: z.string().nullable(),
})
export type Measure = z.infer<typeof Measure>

export const Indicator = z.object({
  code: z.string(),
  kind: z.enum(['ratio', 'share-of-units', 'level', 'yes-no', 'count']),
  unit: z.string(),
  numerator: z.string().nullable(),
  denominator: z.string().nullable(),
  atLeast: z.number().nullable(),
  /** The kind of place whose values are summed or counted. */
  unitKind: z.string(),
  direction: z.enum(['up', 'down']),
  decimals: z.number(),
  name: WordsShape,
  explanation: WordsShape,
  legal: z.object({ value: z.number(), source: z.string(), verified: z.boolean() }).nullable(),
  /** It is followed no more from this day on. */
  endedOn: z.string().nullable(),
})
export type Indicator = z.infer<typeof Indicator>

/** What is summed: of an indicator, or of a measure alone. */
export interface Formula {
  readonly code: string
  readonly numerator: string
  readonly denominator: string | null
  readonly atLeast: number | null
  /** The kind of place whose values are summed or counted. */
  readonly unitKind: string
  /** A level or yes/no itself, which does not add up: of several places, the lowest. Its `unitKind` is that of the unit looked at. */
  readonly isLowest?: boolean
}

/** Sums that must hold between measures of one form. */
export const MeasureRule = z.object({
  code: z.string(),
  parts: z.array(z.string()),
  relation: z.enum(['=', '<=']),
  whole: z.string(),
  explanation: WordsShape,
})
export type MeasureRule = z.infer<typeof MeasureRule>

/** A figure recorded for one unit: typed in a form and approved, or read in a publication. */
export const RecordedValue = z.object({
  id: z.uuid(),
  subject: z.string(),
  category: z.string(),
  year: z.number().nullable(),
  period: z.string().nullable(),
  asOf: z.string().nullable(),
  amount: z.number(),
  qualifier: z.enum(['>', '<', '~']).nullable(),
  status: Status,
  confidence: Confidence,
  isSample: z.boolean(),
  source: z.object({
    id: z.string(),
    kind: z.string(),
    rank: z.number(),
    title: z.string(),
    url: z.string().nullable(),
  }),
  submissionId: z.uuid().nullable(),
  note: WordsShape.nullable(),
  recordedAt: z.string(),
  /** Later ones are greater, whatever the clock said. */
  seq: z.number(),
})
export type RecordedValue = z.infer<typeof RecordedValue>

/** A number computed from the values of the units below: percentages as 0..100, never as fractions. */
export const RolledUp = z.object({
  year: z.number(),
  value: z.number().nullable(),
  numerator: z.number().nullable(),
  denominator: z.number().nullable(),
  /** Units that gave what the formula needs, of those that exist on the tree of that year; re-based, still the units of that year. */
  reported: z.number(),
  expected: z.number(),
  /** The least trusted kind of source among the values summed; null where none is. */
  rank: z.number().nullable(),
  status: Status,
  asOf: z.string().nullable(),
  isSample: z.boolean(),
  /** Null where it is shown on its own tree, or where no place of it has changed. */
  conversion: Conversion.nullable(),
})
export type RolledUp = z.infer<typeof RolledUp>

/** One year of an indicator for one unit: the figure shown, why it, and every other that speaks of the same. */
export const Point = z.object({
  year: z.number(),
  value: z.number(),
  qualifier: z.enum(['>', '<', '~']).nullable(),
  status: Status,
  asOf: z.string().nullable(),
  isSample: z.boolean(),
  /** `rolled-up`: from the units below; `published`: a recorded figure of the unit itself. */
  shown: z.enum(['rolled-up', 'published']),
  source: RecordedValue.shape.source.nullable(),
  /** Of the figure shown: null for a published one, which is of the unit itself. */
  conversion: Conversion.nullable(),
  rolledUp: RolledUp.nullable(),
  recorded: z.array(RecordedValue),
})
export type Point = z.infer<typeof Point>

export const UnitValue = RolledUp.extend({
  unitCode: z.string(),
  unitName: z.string(),
  lon: z.number().nullable(),
  lat: z.number().nullable(),
})
export type UnitValue = z.infer<typeof UnitValue>

/** One recorded amount as a part of a total, with the way back to who gave it. */
export const PartAmount = z.object({
  /** Null where it was put together from several places: their own amounts stand in the part's sources. */
  id: z.uuid().nullable(),
  amount: z.number(),
  status: Status,
  asOf: z.string().nullable(),
  isSample: z.boolean(),
  rank: z.number(),
  source: z.string(),
  submissionId: z.uuid().nullable(),
})
export type PartAmount = z.infer<typeof PartAmount>

/** A place of the year that a re-based part comes from, whole or in part, with what it gave. */
export const PartSource = z.object({
  unitCode: z.string(),
  unitName: z.string(),
  /** A day on which the code names this place. */
  on: z.string(),
  /** How much of what it gave belongs here (0..1], and how that is known. */
  weight: z.number(),
  basis: Basis,
  numerator: PartAmount.nullable(),
  denominator: PartAmount.nullable(),
})
export type PartSource = z.infer<typeof PartSource>

/** One unit of those a total is made from; value null where it gave nothing or too little. */
export const Part = z.object({
  unitCode: z.string(),
  unitName: z.string(),
  lon: z.number().nullable(),
  lat: z.number().nullable(),
  value: z.number().nullable(),
  numerator: PartAmount.nullable(),
  denominator: PartAmount.nullable(),
  /** Null, and without sources, where the unit gave its own figures. */
  conversion: Conversion.nullable(),
  sources: z.array(PartSource),
})
export type Part = z.infer<typeof Part>

/** A total for one category of people or things: women, ages 15-19. */
export const CategorySum = z.object({
  /** As values name it: `sex:female`. */
  code: z.string(),
  dimension: WordsShape,
  category: WordsShape,
  numerator: z.number().nullable(),
  denominator: z.number().nullable(),
  value: z.number().nullable(),
  /** Units that gave figures for this category. */
  reported: z.number(),
})
export type CategorySum = z.infer<typeof CategorySum>

/** One row in the history of a number: what was recorded, and why it took the place of the one before. */
export const HistoryRow = RecordedValue.extend({
  reason: z.string().nullable(),
  replaces: z.uuid().nullable(),
  /** Which sending of its submission it is of. */
  submissionVersion: z.number().nullable(),
  /** The figure before it was taken back and none given in its place: it counts no more. */
  isWithdrawn: z.boolean(),
})
export type HistoryRow = z.infer<typeof HistoryRow>

/** A current value as open data. */
export const OpenValue = z.object({
  id: z.uuid(),
  unitCode: z.string(),
  unitName: z.string(),
  subject: z.string(),
  category: z.string(),
  year: z.number().nullable(),
  period: z.string().nullable(),
  asOf: z.string().nullable(),
  amount: z.number(),
  qualifier: z.string().nullable(),
  status: Status,
  confidence: Confidence,
  isSample: z.boolean(),
  source: z.string(),
  sourceUrl: z.string().nullable(),
})
export type OpenValue = z.infer<typeof OpenValue>

const Named = z.object({ code: z.string(), name: WordsShape })
export type Named = z.infer<typeof Named>

/** The words that measures use: units of counting, sections of forms, and how figures are broken down. */
export const Terms = z.object({
  units: z.array(Named),
  sections: z.array(Named),
  dimensions: z.array(Named.extend({ categories: z.array(Named) })),
})
export type Terms = z.infer<typeof Terms>

/** A value to be recorded by a module above. */
export interface NewValue {
  readonly unitId: string
  readonly subject: string
  readonly category: string
  readonly year: number | null
  readonly period: string | null
  readonly asOf: string | null
  readonly amount: number
  readonly qualifier?: '>' | '<' | '~' | null
  readonly status: z.infer<typeof Status>
  readonly confidence: z.infer<typeof Confidence>
  readonly sourceId: string
  readonly isSample: boolean
  readonly submissionId?: string | null
  readonly submissionVersion?: number | null
  readonly note?: z.infer<typeof WordsShape> | null
}
