/** The facts of a yearly report: everything that is computed from approved data, and nothing typed for the report. */
import { z } from 'zod'
import { WordsShape } from '#kernel/schema.ts'

const Status = z.enum(['estimate', 'provisional', 'confirmed'])

/** A unit that was asked for the year, and what was approved of it. */
export const UnitFact = z.object({
  code: z.string(),
  name: z.string(),
  /** Xã, Phường, department: groups the communes in the annexes where there are no districts. */
  type: z.string(),
  /** Of a commune: the full name of the district it was in; null where the city stands directly above. Not in older snapshots. */
  above: z.string().nullable().optional(),
  audience: z.enum(['city', 'commune', 'agency']),
  state: z.enum(['not-started', 'in-progress', 'sent', 'returned', 'approved']),
  /** Approved, or approved before and opened again: its approved figures stand meanwhile. */
  isCounted: z.boolean(),
  isLate: z.boolean(),
  dueOn: z.string().nullable(),
  sentOn: z.string().nullable(),
  approvedOn: z.string().nullable(),
  isSample: z.boolean(),
  /** The weakest status among its approved values. */
  status: Status.nullable(),
  /** Approved amounts by measure. */
  values: z.record(z.string(), z.number()),
})
export type UnitFact = z.infer<typeof UnitFact>

/** One figure of a target's indicator, as the progress page shows it. */
export const TargetFigure = z.object({
  year: z.number(),
  value: z.number(),
  qualifier: z.enum(['>', '<', '~']).nullable(),
  status: Status,
  asOf: z.string().nullable(),
  isSample: z.boolean(),
  /** Units that gave it, of those there are; null for a figure published as it stands. */
  reported: z.number().nullable(),
  expected: z.number().nullable(),
  /** Title of the publication; null for a sum of approved reports. */
  source: z.string().nullable(),
  /** Of a published figure: the id of the value. Not in snapshots of format 1. */
  valueId: z.string().nullable().optional(),
})
export type TargetFigure = z.infer<typeof TargetFigure>

export const TargetFact = z.object({
  key: z.string(),
  group: z.string(),
  ref: z.string(),
  subject: WordsShape,
  note: WordsShape.nullable(),
  /** `percent`, `level`, `yes`. */
  unit: z.string(),
  decimals: z.number(),
  /** What its figures are of and summed from. Not in snapshots of format 1. */
  indicator: z.string().optional(),
  formula: z
    .object({ numerator: z.string(), denominator: z.string().nullable(), atLeast: z.number().nullable() })
    .nullable()
    .optional(),
  /** The next goal from the report's year on. */
  goal: z
    .object({
      year: z.number(),
      comparator: z.enum(['>=', '>', 'yes']),
      value: z.number().nullable(),
      standing: z.enum(['reached', 'on-track', 'at-risk', 'off-track', 'no-data']),
      reason: z.string(),
      /** The value on the straight path to the goal. */
      path: z.number().nullable(),
    })
    .nullable(),
  current: TargetFigure.nullable(),
  before: TargetFigure.nullable(),
  /** The newest figure of an earlier year, where there is none of this or the last. */
  latest: TargetFigure.nullable(),
})
export type TargetFact = z.infer<typeof TargetFact>

export const DutyFact = z.object({
  ref: z.string(),
  role: z.enum(['lead', 'coordinate', 'advise', 'requested']),
  title: z.string(),
  tasks: z.array(z.string()),
  agency: z.object({ code: z.string(), name: z.string() }),
  /** What the agency's approved report says; null where none is approved or it says nothing of this duty. */
  report: z
    .object({
      state: z.string(),
      stateName: z.string(),
      percent: z.number().nullable(),
      result: z.string(),
      difficulty: z.string(),
      proposal: z.string(),
      evidence: z.number(),
    })
    .nullable(),
})
export type DutyFact = z.infer<typeof DutyFact>

/**
 * What this year's total compares with: the sum of the same units a year before, or a published figure of the whole city
 * (with its source).
 */
export const EarlierTotal = z.object({
  amount: z.number(),
  source: z.string().nullable(),
  isSample: z.boolean(),
})
export type EarlierTotal = z.infer<typeof EarlierTotal>

export const ReportData = z.object({
  year: z.number(),
  /** The day whose tree of units the report stands on. */
  treeOn: z.string(),
  /** The day the figures were taken. */
  takenOn: z.string(),
  /** Anything in it is made up. */
  isSample: z.boolean(),
  city: z.object({ code: z.string(), name: z.string() }),
  plan: z.object({
    symbol: z.string(),
    title: z.string(),
    issuedOn: z.string(),
    bases: z.array(
      z.object({
        number: z.string(),
        issuedOn: z.string(),
        type: z.string(),
        issuer: z.string(),
        title: z.string(),
        verified: z.boolean(),
      }),
    ),
    groups: z.array(z.object({ code: z.string(), name: z.string() })),
    tasks: z.array(z.object({ ref: z.string(), title: z.string() })),
    componentPlans: z.array(
      z.object({
        ref: z.string(),
        title: z.string(),
        lead: z.string(),
        approvedOn: z.string().nullable(),
        document: z.string().nullable(),
      }),
    ),
  }),
  round: z.object({ opensOn: z.string(), dueOn: z.string(), state: z.string() }).nullable(),
  units: z.array(UnitFact),
  targets: z.array(TargetFact),
  duties: z.array(DutyFact),
  earlier: z.record(z.string(), EarlierTotal),
})
export type ReportData = z.infer<typeof ReportData>

/**
 * Values used besides those that the year's submissions gave: of the year before, to compare with; behind the figures of targets;
 * and publications. One entry a subject and year.
 */
export const UsedValues = z.object({
  use: z.enum(['compared', 'summed', 'published']),
  /** The code of a measure, or of an indicator where the finished figure was published. */
  subject: z.string(),
  year: z.number(),
  /** A day on which the units were there under these codes. */
  on: z.string(),
  /** By the code of the unit; named where the unit is none of the report's own tree. */
  values: z.record(z.string(), z.object({ id: z.string(), amount: z.number(), name: z.string().optional() })),
})
export type UsedValues = z.infer<typeof UsedValues>

/** What a snapshot was computed from: the submissions that count, with their version and every value by its id. */
export const ReportInputs = z.object({
  treeOn: z.string(),
  submissions: z.array(
    z.object({
      id: z.string(),
      unitCode: z.string(),
      unitName: z.string(),
      audience: z.string(),
      /** The version whose figures count. */
      version: z.number(),
      approvedOn: z.string().nullable(),
      /** Ids of its values by measure. */
      values: z.record(z.string(), z.string()),
    }),
  ),
  /** Not in snapshots of format 1. */
  used: z.array(UsedValues).optional(),
})
export type ReportInputs = z.infer<typeof ReportInputs>
