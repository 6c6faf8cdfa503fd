/** The plan as data: clauses, targets with their progress, duties and who holds them, component plans. */
import { z } from 'zod'
import { WordsShape } from '#kernel/schema.ts'

export const LegalBasis = z.object({
  number: z.string(),
  issuedOn: z.string(),
  type: WordsShape,
  issuer: WordsShape,
  title: WordsShape,
  verified: z.boolean(),
})

export const Reporting = z.object({
  kind: z.enum(['yearly', 'mid-term', 'final']),
  /** Month and day before which a yearly report is due: `12-01`. */
  before: z.string().optional(),
  year: z.number().optional(),
  clause: z.string(),
  title: WordsShape,
})

export const Plan = z.object({
  id: z.uuid(),
  code: z.string(),
  symbol: z.string(),
  title: WordsShape,
  issuedOn: z.string(),
  fromYear: z.number(),
  toYear: z.number(),
  signatory: z.string(),
  legalBases: z.array(LegalBasis),
  reporting: z.array(Reporting),
})
export type Plan = z.infer<typeof Plan>

export const Clause = z.object({
  ref: z.string(),
  parentRef: z.string().nullable(),
  kind: z.string(),
  title: WordsShape,
  /** The words of the signed document, where the city has attached it. */
  text: z.string().nullable(),
})
export type Clause = z.infer<typeof Clause>

/** The decision of a version, as it is named beside what it changed. */
export const VersionMark = z.object({
  number: z.number(),
  symbol: z.string(),
  issuedOn: z.string(),
  effectiveOn: z.string(),
})
export type VersionMark = z.infer<typeof VersionMark>

/** The amendment that ended something, and what took its place where something did. */
export const Until = VersionMark.extend({
  replacedBy: z.object({ id: z.uuid(), indicator: z.string(), subject: WordsShape }).nullable(),
})

export const Target = z.object({
  id: z.uuid(),
  ref: z.string(),
  /** Short name within its year: `a.2`. The targets of two years with one key belong together. */
  key: z.string(),
  group: z.string(),
  year: z.number(),
  indicator: z.string(),
  comparator: z.enum(['>=', '>', 'yes']),
  /** Percent (0..100) or level; null for yes. */
  value: z.number().nullable(),
  mode: z.enum(['reach', 'keep', 'register']),
  subject: WordsShape,
  note: WordsShape.nullable(),
  /** The amendment that brought it; null where the plan asked it from the first. */
  since: VersionMark.nullable(),
  /** The amendment that ended or replaced it; null while it is in force. */
  until: Until.nullable(),
})
export type Target = z.infer<typeof Target>

export const ProgressStatus = z.enum(['reached', 'on-track', 'at-risk', 'off-track', 'no-data'])
export type ProgressStatus = z.infer<typeof ProgressStatus>

/** How one target stands, and what that was decided from. */
export const Assessment = z.object({
  status: ProgressStatus,
  /** Why, as a code that the page words: `met`, `missed`, `above-path`, `near-path`, `below-path`, `one-point`, `outdated`, `no-values`. */
  reason: z.enum(['met', 'missed', 'above-path', 'near-path', 'below-path', 'one-point', 'outdated', 'no-values']),
  /** The value on the straight path at the latest year, where a path can be drawn. */
  expected: z.number().nullable(),
  /** Where the line through the points leads by the target's year; with how many points it rests on. */
  forecast: z.object({ value: z.number(), points: z.number() }).nullable(),
})
export type Assessment = z.infer<typeof Assessment>

export const DutyRole = z.enum(['lead', 'coordinate', 'advise', 'requested'])
export type DutyRole = z.infer<typeof DutyRole>

export const Deadline = z.union([
  z.object({ every: z.literal('year'), before: z.string().nullable() }),
  z.object({ by: z.string() }),
])

export const Holder = z.object({
  code: z.string(),
  name: z.string(),
  validFrom: z.string().nullable(),
  validTo: z.string().nullable(),
  verified: z.boolean(),
})

export const Duty = z.object({
  id: z.uuid(),
  ref: z.string(),
  role: DutyRole,
  title: WordsShape,
  tasks: z.array(z.string()),
  withAgencies: z.array(z.string()),
  indicators: z.array(z.string()),
  deadline: Deadline.nullable(),
  /** The agency the plan names, then its successors. */
  holders: z.array(Holder),
  /** The amendments that brought and ended it; null where none did. */
  since: VersionMark.nullable(),
  until: VersionMark.nullable(),
})
export type Duty = z.infer<typeof Duty>

export const ComponentPlan = z.object({
  ref: z.string(),
  title: WordsShape,
  lead: z.object({ code: z.string(), name: z.string() }),
  coordinator: z.object({ code: z.string(), name: z.string() }),
  approvalDue: z.object({ quarter: z.number(), year: z.number() }),
  approvedOn: z.string().nullable(),
  approvalDocument: z.string().nullable(),
  indicators: z.array(z.string()),
})
export type ComponentPlan = z.infer<typeof ComponentPlan>
