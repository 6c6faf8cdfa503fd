/** Submissions: where each stands, what is in its cells, and what happened to it. */
import { z } from 'zod'
import { Hindrances, History } from '#kernel/history.ts'
import { WordsShape } from '#kernel/schema.ts'
import { FormRow, FormSection } from '../forms/forms.model.ts'
import { FormerForm, FormSuccessor, OpenState } from './former-forms.model.ts'

/** `closed`: its unit was ended by a decision; it is kept and read, and counts no more. */
export const SubmissionState = z.enum([...OpenState.options, 'closed'])
export type SubmissionState = z.infer<typeof SubmissionState>

export const LanguageName = z.enum(['vi', 'en'])

/** The submission of one unit in one round, as an input names it. */
export const SubmissionInput = z.object({
  /** The year of the round. */
  round: z.coerce.number().int().min(1900).max(2200),
  /** The code of the unit. */
  unit: z.string().min(1).max(50),
  /** A day on which the unit bore the code, where two units of the round did; else the one that reports now. */
  on: z.iso.date().optional(),
})
export type SubmissionInput = z.infer<typeof SubmissionInput>

export const Submission = z.object({
  id: z.uuid(),
  unitId: z.uuid(),
  unitCode: z.string(),
  unitName: z.string(),
  unitKind: z.string(),
  roundId: z.uuid(),
  formId: z.uuid(),
  state: SubmissionState,
  dueOn: z.string(),
  /** How often it was sent. */
  version: z.number(),
  /** Which contents stand in it: every change of a cell, a note, a report on a duty or evidence moves it on, and so does a return. */
  contentVersion: z.number(),
  isSample: z.boolean(),
  isLate: z.boolean(),
  touchedAt: z.date().nullable(),
  sentAt: z.date().nullable(),
  sentOn: z.string().nullable(),
  returnReason: z.string().nullable(),
  approvedAt: z.date().nullable(),
  remindedOn: z.string().nullable(),
  /** Of a closed form: the day its unit was no more. */
  closedOn: z.string().nullable(),
})
export type Submission = z.infer<typeof Submission>

/** What somebody put into a cell. */
export const CellContents = z.object({ entry: z.string(), note: z.string() })
export type CellContents = Readonly<z.infer<typeof CellContents>>

/** A cell as kept: its contents, and the number its entry was read as. */
export const Cell = CellContents.extend({
  measure: z.string(),
  category: z.string(),
  language: LanguageName,
  /** Null while it cannot be read. */
  amount: z.number().nullable(),
  version: z.number(),
  editor: z.string(),
  editedAt: z.date(),
})
export type Cell = z.infer<typeof Cell>

/** What was found wrong or odd with a cell; `code` names its words, `params` fill them. */
export const Finding = z.object({
  measure: z.string(),
  category: z.string(),
  severity: z.enum(['error', 'warning', 'missing']),
  code: z.enum([
    'not-a-number',
    'wrong-separators',
    'not-whole',
    'negative',
    'not-yes-no',
    'not-a-level',
    'over-100',
    'over-another',
    'over-whole',
    'not-equal-whole',
    'too-large',
    'missing',
    'jump',
  ]),
  /** Numbers stay numbers: whoever says the words writes them in the reader's language. */
  params: z.record(z.string(), z.union([z.string(), z.number()])),
})
export type Finding = z.infer<typeof Finding>

/** What a unit had in an earlier year, from the figures that stand. */
export const Previous = z.object({
  /** Of the value, for the way to where it comes from. */
  id: z.uuid(),
  measure: z.string(),
  category: z.string(),
  amount: z.number(),
  isSample: z.boolean(),
})
export type Previous = z.infer<typeof Previous>

/** A figure that counts since the form was approved. */
export const RecordedCell = z.object({ id: z.uuid(), measure: z.string(), category: z.string() })

export const SubmissionEvent = z.object({
  kind: z.enum(['started', 'sent', 'returned', 'approved', 'reopened', 'reminded', 'closed', 'received']),
  at: z.date(),
  byName: z.string(),
  reason: z.string().nullable(),
  dueOn: z.string().nullable(),
  version: z.number(),
  /** Of an approval: whoever approved had sent the form as well. */
  bySender: z.boolean(),
})
export type SubmissionEvent = z.infer<typeof SubmissionEvent>

/** Cells, by their keys, that together equal a whole, or do not exceed it. */
export const SumRule = z.object({
  parts: z.array(z.string()),
  relation: z.enum(['=', '<=']),
  whole: z.string(),
})
export type SumRule = z.infer<typeof SumRule>

/** How far a submission is. */
export const Filled = z.object({ filled: z.number(), asked: z.number() })

/** Everything the form's page shows. */
export const SubmissionView = z.object({
  round: z.object({
    year: z.number(),
    title: WordsShape,
    dueOn: z.string(),
    state: z.enum(['draft', 'open', 'closed']),
    isSample: z.boolean(),
  }),
  submission: Submission,
  form: z.object({ code: z.string(), name: WordsShape, perDuty: z.boolean() }),
  sections: z.array(FormSection),
  rows: z.array(FormRow),
  rules: z.array(SumRule),
  cells: z.array(Cell),
  previous: z.array(Previous),
  /** What stands of the figures approved from this form. */
  recorded: z.array(RecordedCell),
  findings: z.array(Finding),
  /** What modules know of its measures from their own rows: shown beside the cell, and never written into it. */
  facts: z.array(z.object({ measure: z.string(), amount: z.number(), words: WordsShape, href: z.string() })),
  /** As `history`, in the words of before; it stays for one version more. */
  events: z.array(SubmissionEvent).meta({ deprecated: true }),
  /** Every step that was taken, latest first. */
  history: History,
  hindrances: Hindrances,
  /** Closed forms of units that this one took over, wholly or in part. */
  former: z.array(FormerForm),
  /** Of a closed form: the units that took over. */
  successors: z.array(FormSuccessor),
  /** What the caller may do with it now. */
  may: z.object({ fill: z.boolean(), review: z.boolean() }),
})
export type SubmissionView = z.infer<typeof SubmissionView>

/** One cell as it is saved: `version` is the one that was on the screen, 0 for an empty cell. */
export const CellChange = z.object({
  measure: z.string().max(100),
  category: z.string().max(100).default('total'),
  entry: z.string().max(200),
  note: z.string().max(2000).optional(),
  version: z.number().int().min(0),
  /** What stood in it on the screen before it was changed. Left as it was, a cell takes over what others have saved. */
  was: z.object({ entry: z.string().max(200), note: z.string().max(2000).default('') }).optional(),
})
export type CellChange = z.infer<typeof CellChange>

export const CellState = z.object({ measure: z.string(), category: z.string(), version: z.number() })

/** Somebody changed the same cell meanwhile: theirs is kept, yours is not, until you save again over this version. */
export const CellConflict = CellState.extend({ entry: z.string(), note: z.string(), editor: z.string() })
export type CellConflict = z.infer<typeof CellConflict>

export const Saved = z.object({
  state: SubmissionState,
  kept: z.array(CellState),
  conflicts: z.array(CellConflict),
})
export type Saved = z.infer<typeof Saved>
