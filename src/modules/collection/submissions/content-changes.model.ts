/** What changes in a form: cells with their notes, reports on duties, evidence; and that it was given back. */
import { z } from 'zod'
import { WordsShape } from '#kernel/schema.ts'
import { DutyContents } from '../forms/duty-fields.model.ts'
import { CellContents } from './submissions.model.ts'

/** One thing, before and after; null where it was not there, or is no more. */
export type ContentChange =
  | (Sides<CellContents> & { readonly measure: string; readonly category: string })
  | (Sides<DutyContents> & { readonly dutyId: string })
  | (Sides<{ readonly title: string }> & { readonly dutyId: string; readonly evidenceId: string })
  | Sides<{ readonly reason: string }>

interface Sides<Contents> {
  readonly before: Contents | null
  readonly now: Contents | null
}

const DutyWords = DutyContents.extend({ state: WordsShape })
const Title = z.object({ title: z.string() })
const Reason = z.object({ reason: z.string() })

/** What others have changed of one thing since some version: as it was then, as it is now, and who they are. */
export const OthersChange = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('cell'),
    measure: z.string(),
    category: z.string(),
    before: CellContents.nullable(),
    now: CellContents,
    by: z.string(),
  }),
  z.object({ kind: z.literal('duty'), ref: z.string(), before: DutyWords.nullable(), now: DutyWords, by: z.string() }),
  z.object({
    kind: z.literal('evidence'),
    ref: z.string(),
    before: Title.nullable(),
    now: Title.nullable(),
    by: z.string(),
  }),
  z.object({ kind: z.literal('return'), before: Reason.nullable(), now: Reason, by: z.string() }),
])
export type OthersChange = z.infer<typeof OthersChange>
