/** What a version of the plan changes: everything it asks as facts, and a diff of facts before and after. */
import { z } from 'zod'
import { WordsShape } from '#kernel/schema.ts'
import { Clause, ComponentPlan, Deadline, DutyRole, Target } from '../plan.model.ts'

export const ClauseFact = Clause.pick({ ref: true, parentRef: true, kind: true, title: true, text: true })
export type ClauseFact = z.infer<typeof ClauseFact>

export const TargetFact = Target.omit({ id: true, since: true, until: true })
export type TargetFact = z.infer<typeof TargetFact>

export const DutyFact = z.object({
  ref: z.string(),
  /** The code of the agency that the plan names. */
  agency: z.string(),
  role: DutyRole,
  title: WordsShape,
  tasks: z.array(z.string()),
  withAgencies: z.array(z.string()),
  indicators: z.array(z.string()),
  deadline: Deadline.nullable(),
  /** With what part of its agency's tasks it passes on; null: the main part. */
  scope: z.string().nullable(),
})
export type DutyFact = z.infer<typeof DutyFact>

export const ComponentPlanFact = z.object({
  ref: z.string(),
  title: WordsShape,
  lead: z.string(),
  coordinator: z.string(),
  approvalDue: ComponentPlan.shape.approvalDue,
  indicators: z.array(z.string()),
})
export type ComponentPlanFact = z.infer<typeof ComponentPlanFact>

/** Everything a plan asks at one time. */
export const PlanState = z.object({
  clauses: z.array(ClauseFact),
  targets: z.array(TargetFact),
  duties: z.array(DutyFact),
  componentPlans: z.array(ComponentPlanFact),
})
export type PlanState = z.infer<typeof PlanState>

/** One change: `old` null where something is added, `new` null where it ends. */
export const DiffEntry = z.discriminatedUnion('what', [
  z.object({ what: z.literal('clause'), old: ClauseFact.nullable(), new: ClauseFact.nullable() }),
  z.object({ what: z.literal('target'), old: TargetFact.nullable(), new: TargetFact.nullable() }),
  z.object({ what: z.literal('duty'), old: DutyFact.nullable(), new: DutyFact.nullable() }),
  z.object({ what: z.literal('component-plan'), old: ComponentPlanFact.nullable(), new: ComponentPlanFact.nullable() }),
])
export type DiffEntry = z.infer<typeof DiffEntry>

export const Diff = z.array(DiffEntry)
export type Diff = z.infer<typeof Diff>

/** The decision a version rests on. */
export const VersionHead = z.object({
  symbol: z.string(),
  issuedOn: z.string(),
  effectiveOn: z.string(),
  title: WordsShape,
  reason: z.string(),
})
export type VersionHead = z.infer<typeof VersionHead>

export const Version = VersionHead.extend({
  number: z.number(),
  kind: z.enum(['original', 'amendment']),
  changes: z.number(),
  publishedBy: z.string().nullable(),
  publishedAt: z.string(),
})
export type Version = z.infer<typeof Version>
