/**
 * What is asked of each duty. One more text is: its name here, a column of that name in `collection.duty_report`,
 * `duty_report_version` and `sent_duty` by a migration, and its words in the pack's `forms.json`. It is then entered, merged, compared,
 * kept with each sending and carried over like the others.
 */
import { z } from 'zod'
import { WordsShape } from '#kernel/schema.ts'

/** Fields that people write at length, in the order in which they are asked. */
export const dutyTexts = ['result', 'difficulty', 'proposal'] as const

type DutyText = (typeof dutyTexts)[number]

/** An object with the same kind of thing for each text. */
export function forDutyTexts<Kind>(kind: Kind): Record<DutyText, Kind> {
  return Object.fromEntries(dutyTexts.map((text) => [text, kind])) as Record<DutyText, Kind>
}

/** What an agency says of one duty. Its keys are the names of columns. */
export const DutyContents = z.object({
  state: z.string(),
  /** From 0 to 100; null where it cannot be measured. */
  percent: z.number().nullable(),
  ...forDutyTexts(z.string()),
})
export type DutyContents = z.infer<typeof DutyContents>

export const dutyContentNames = Object.keys(DutyContents.shape) as (keyof DutyContents)[]

/** A field asked of each duty, with its words. */
export const DutyField = z.object({
  field: z.enum(['state', 'percent', 'evidence', ...dutyTexts]),
  name: WordsShape,
  required: z.boolean(),
  explanation: WordsShape,
})
export type DutyField = z.infer<typeof DutyField>
