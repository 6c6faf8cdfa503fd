/** How a figure came by a form: the round, every sending and judgement, who typed the cell, notes and evidence. */
import { z } from 'zod'
import { History } from '#kernel/history.ts'
import { WordsShape } from '#kernel/schema.ts'
import { SubmissionEvent, SubmissionState } from './submissions.model.ts'

export const OriginStep = z.object({
  kind: z.enum(['sent', 'returned', 'approved', 'reopened']),
  at: z.string(),
  version: z.number(),
})

/** What anybody may know of the form a figure came by. */
export const FormProvenance = z.object({
  /** The year of the round. */
  year: z.number(),
  round: WordsShape,
  form: WordsShape,
  state: SubmissionState,
  /** How often it was sent. */
  version: z.number(),
  isSample: z.boolean(),
  steps: z.array(OriginStep),
})
export type FormProvenance = z.infer<typeof FormProvenance>

/** The cell as it was sent: with a correction a new entry, the old one stays. */
export const SentCell = z.object({
  /** The first sending that had it so. */
  version: z.number(),
  entry: z.string(),
  amount: z.number().nullable(),
  note: z.string(),
  editor: z.string(),
  editedAt: z.string(),
})
export type SentCell = z.infer<typeof SentCell>

/** What proves the results of the duties reported in the same form. */
export const ProvenanceEvidence = z.object({
  id: z.uuid(),
  duty: z.string(),
  title: z.string(),
  /** Null of a kept file. */
  url: z.string().nullable(),
})
export type ProvenanceEvidence = z.infer<typeof ProvenanceEvidence>

/** What those with rights at the unit see besides. */
export const CellProvenance = z.object({
  /** Newest first. */
  cells: z.array(SentCell),
  /** As `history`, in the words of before; it stays for one version more. */
  events: z.array(SubmissionEvent).meta({ deprecated: true }),
  /** Every step that the form has taken, latest first. */
  history: History,
  evidence: z.array(ProvenanceEvidence),
})
export type CellProvenance = z.infer<typeof CellProvenance>
