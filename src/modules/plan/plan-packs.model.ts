/** What a pack holds of a plan. */
import { z } from 'zod'
import { WordsShape } from '#kernel/schema.ts'
import { Deadline, DutyRole, LegalBasis, Reporting } from './plan.model.ts'

export const PlanPack = z.object({
  code: z.string(),
  symbol: z.string(),
  title: WordsShape,
  issuedOn: z.iso.date(),
  signatory: z.object({ name: z.string() }),
  period: z.object({ from: z.number(), to: z.number() }),
  standingAgency: z.string(),
  legalBases: z.array(LegalBasis),
  reporting: z.array(Reporting),
})

const ClauseRow = z
  .tuple([z.string(), z.string().nullable(), z.string(), z.number(), z.string(), z.string()])
  .transform(([ref, parentRef, kind, , vi, en]) => ({ ref, parentRef, kind, title: { vi, en } }))
export const ClausePack = z.object({ rows: z.array(ClauseRow) })

export const TargetPack = z.object({
  groups: z.record(z.string(), WordsShape),
  rows: z.array(
    z.object({
      ref: z.string(),
      key: z.string(),
      group: z.string(),
      year: z.number(),
      indicator: z.string(),
      comparator: z.string(),
      value: z.number().nullable(),
      mode: z.string(),
      subject: WordsShape,
      note: WordsShape.optional(),
    }),
  ),
})

export const DutyPack = z.object({
  rows: z.array(
    z.object({
      ref: z.string(),
      agency: z.string(),
      role: DutyRole,
      title: WordsShape,
      withAgencies: z.array(z.string()),
      tasks: z.array(z.string()),
      deadline: Deadline.nullable(),
      indicators: z.array(z.string()),
      scope: z.string().optional(),
    }),
  ),
})

export const ComponentPlanPack = z.object({
  rows: z.array(
    z.object({
      ref: z.string(),
      title: WordsShape,
      lead: z.string(),
      coordinator: z.string(),
      approvalDue: z.object({ quarter: z.number(), year: z.number() }),
      indicators: z.array(z.string()),
    }),
  ),
})
