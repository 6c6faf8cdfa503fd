/** Forms as data: sections of measures, what is asked of each duty, and what a pack holds of them. */
import { z } from 'zod'
import { WordsShape } from '#kernel/schema.ts'
import { DutyField } from './duty-fields.model.ts'

/** A row of a form: one measure or a part of it, with what is needed to read and check what is typed. */
export const FormRow = z.object({
  section: z.string(),
  measure: z.string(),
  /** `total`, or `dimension:code`. */
  category: z.string(),
  name: WordsShape,
  /** Of a row that is a part of its measure's total: the words of the category. */
  part: WordsShape.nullable(),
  /** Whether nobody counts in two categories of the dimension: then its parts stay within the total together. */
  disjoint: z.boolean(),
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

const PackForm = z.object({
  code: z.string(),
  name: WordsShape,
  year: z.number(),
  audience: z.string(),
  perDuty: z.boolean(),
})

const PackSection = z.object({
  form: z.string(),
  order: z.number(),
  section: z.string(),
  /** A measure, or one with the categories that its total is broken down by. */
  measures: z.array(
    z.union([
      z.string().transform((measure) => ({ measure, categories: [] as string[] })),
      z.object({ measure: z.string(), categories: z.array(z.string()) }),
    ]),
  ),
})

/** `vietnam/forms.json`. */
export const FormPack = z.object({
  forms: z.array(PackForm),
  sections: z.array(PackSection),
  /** The highest level of each measure that is a level. */
  levels: z.record(z.string(), z.number()),
  fields: z.array(DutyField.extend({ form: z.string(), order: z.number() })),
  states: z.array(DutyState),
})
export type FormPack = z.infer<typeof FormPack>

/** What forms take from `vietnam/terms.json`: the words of sections, units of counting and categories. */
export const FormTerms = z.object({
  sections: z.array(z.object({ code: z.string(), name: WordsShape })),
  units: z.array(z.object({ code: z.string(), name: WordsShape })),
  dimensions: z.array(
    z.object({
      code: z.string(),
      /** Somebody may be in two of its categories. */
      overlapping: z.boolean().default(false),
      categories: z.array(z.object({ code: z.string(), name: WordsShape })),
    }),
  ),
})
export type FormTerms = z.infer<typeof FormTerms>
