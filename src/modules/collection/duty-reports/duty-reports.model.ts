/** What an agency reports on each duty it holds: state, progress, result, evidence, difficulty, proposal. */
import { z } from 'zod'
import { WordsShape } from '#kernel/schema.ts'
import { DutyContents, DutyField } from '../forms/duty-fields.model.ts'
import { DutyState } from '../forms/forms.model.ts'

export const Evidence = z.object({
  id: z.uuid(),
  title: z.string(),
  url: z.string().nullable(),
  /** Name of the kept file. */
  file: z.string().nullable(),
  fileType: z.string().nullable(),
})
export type Evidence = z.infer<typeof Evidence>

export const DutyReport = DutyContents.extend({
  version: z.number(),
  editor: z.string(),
})
export type DutyReport = z.infer<typeof DutyReport>

/** A duty of the plan with what its holder reports. */
export const ReportedDuty = z.object({
  id: z.uuid(),
  ref: z.string(),
  role: z.string(),
  title: WordsShape,
  report: DutyReport.nullable(),
  evidence: z.array(Evidence),
})
export type ReportedDuty = z.infer<typeof ReportedDuty>

export const DutyList = z.object({
  fields: z.array(DutyField),
  states: z.array(DutyState),
  duties: z.array(ReportedDuty),
})
export type DutyList = z.infer<typeof DutyList>
