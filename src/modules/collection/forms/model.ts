/** Forms as data: sections of measures, what is asked of each duty, and what a pack holds of them. */
import { z } from 'zod'

export const WordsShape = z.object({ vi: z.string(), en: z.string() })

/** A row of a form: one measure, with what is needed to read and check what is typed. */
export const FormRow = z.object({
  section: z.string(),
  measure: z.string(),
  category: z.string(),
  name: WordsShape,
  explanation: WordsShape,
  unit: WordsShape,
  /** The code of the unit of counting: `people`, `percent`. */
  unitCode: z.string(),
  kind: z.enum(['count', 'level', 'yes-no', 'money']),
  clock: z.string(),
  /** The measure it cannot exceed. */
  atMost: z.string().nullable(),
  /** The highest level there is, of a level. */
  highest: z.number().nullable(),
  required: z.boolean(),
})
export type FormRow = z.infer<typeof FormRow>

export const FormSection = z.object({ code: z.string(), name: WordsShape })

/** A field asked of each duty. */
export const DutyField = z.object({
  field: z.enum(['state', 'percent', 'result', 'evidence', 'difficulty', 'proposal']),
  name: WordsShape,
  required: z.boolean(),
  explanation: WordsShape,
})
export type DutyField = z.infer<typeof DutyField>

export const DutyState = z.object({ code: z.string(), name: WordsShape })
export type DutyState = z.infer<typeof DutyState>

export const FormHead = z.object({
  id: z.uuid(),
  code: z.string(),
  year: z.number(),
  /** The kind of unit that fills it. */
  audience: z.string(),
  perDuty: z.boolean(),
  name: WordsShape,
  dutyFields: z.array(DutyField),
})
export type FormHead = z.infer<typeof FormHead>

const FormEntry = z.object({
  code: z.string(),
  name: WordsShape,
  year: z.number(),
  audience: z.string(),
  perDuty: z.boolean(),
})

const SectionEntry = z.object({
  form: z.string(),
  order: z.number(),
  section: z.string(),
  measures: z.array(z.string()),
})

/** `vietnam/forms.json`. */
export const FormPack = z.object({
  forms: z.array(FormEntry),
  sections: z.array(SectionEntry),
  /** The highest level of each measure that is a level. */
  levels: z.record(z.string(), z.number()),
  fields: z.array(DutyField.extend({ form: z.string(), order: z.number() })),
  states: z.array(DutyState),
})
export type FormPack = z.infer<typeof FormPack>

/** What forms take from `vietnam/terms.json`: the words of sections and units of counting. */
export const FormTerms = z.object({
  sections: z.array(z.object({ code: z.string(), name: WordsShape })),
  units: z.array(z.object({ code: z.string(), name: WordsShape })),
})
export type FormTerms = z.infer<typeof FormTerms>
