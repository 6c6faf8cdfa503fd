/** What came of an uploaded Excel form. */
import { z } from 'zod'
import { WordsShape } from '../forms/model.ts'

export const SheetProblem = z.object({
  /** As Excel names it: "F7". */
  address: z.string(),
  measure: z.string(),
  name: WordsShape,
  words: WordsShape,
})
export type SheetProblem = z.infer<typeof SheetProblem>

export const Imported = z.object({
  /** Cells that were changed by the file. */
  saved: z.number(),
  problems: z.array(SheetProblem),
})
export type Imported = z.infer<typeof Imported>
