/** Rounds: a year's collection, from draft to closed, and where every unit stands in it. */
import { z } from 'zod'
import { WordsShape } from '#kernel/schema.ts'
import { SubmissionState } from '../submissions/submissions.model.ts'

export const RoundState = z.enum(['draft', 'open', 'closed'])

export const Round = z.object({
  id: z.uuid(),
  year: z.number(),
  title: WordsShape,
  opensOn: z.string(),
  dueOn: z.string(),
  state: RoundState,
  isSample: z.boolean(),
  /** Names it as it stands: changing it names what was seen. */
  version: z.string(),
})
export type Round = z.infer<typeof Round>

export const RoundYear = z.coerce.number().int().min(1900).max(2200)

/** A round in the list, with how many submissions are in each state. */
export const RoundRow = Round.extend({
  units: z.number(),
  approved: z.number(),
  waiting: z.number(),
})
export type RoundRow = z.infer<typeof RoundRow>

/** Where one unit stands. */
export const FormStatus = z.object({
  unitId: z.uuid(),
  code: z.string(),
  name: z.string(),
  kind: z.string(),
  state: SubmissionState,
  dueOn: z.string(),
  isLate: z.boolean(),
  isSample: z.boolean(),
  version: z.number(),
  touchedAt: z.date().nullable(),
  sentOn: z.string().nullable(),
  returnReason: z.string().nullable(),
  remindedOn: z.string().nullable(),
  asked: z.number(),
  filled: z.number(),
  dutiesAsked: z.number(),
  dutiesFilled: z.number(),
})
export type FormStatus = z.infer<typeof FormStatus>

/** A measure summed over the city as it stands now, beside the year before. */
export const Total = z.object({
  measure: z.string(),
  name: WordsShape,
  last: z.number().nullable(),
  now: z.number().nullable(),
  reported: z.number(),
  expected: z.number(),
  isSample: z.boolean(),
})
export type Total = z.infer<typeof Total>
