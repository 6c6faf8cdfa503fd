/** A document under review: the pieces read from it, what is decided about each, and what it becomes. */
import { z } from 'zod'
import { Code, textEntry, WordsShape } from '#kernel/schema.ts'
import { Doubt, Draft } from '#modules/official-texts'
import { ComponentPlan, DutyRole, LegalBasis, Target } from '../plan.model.ts'

export const pieceKinds = ['head', 'basis', 'item', 'target', 'duty', 'part', 'fault'] as const
export const PieceKind = z.enum(pieceKinds)
export type PieceKind = z.infer<typeof PieceKind>

/** One thing read in the document, with its place and how sure the reading is. */
export const Piece = z.object({
  /** Unique in the import, and the same whenever the same document is read: `target II.1.a.2 1`. */
  key: z.string(),
  kind: PieceKind,
  ref: z.string().nullable(),
  line: z.number(),
  endLine: z.number(),
  text: z.string(),
  confidence: z.number(),
  /** What is doubtful about it. */
  doubts: z.array(Doubt),
})
export type Piece = z.infer<typeof Piece>

const WordsEntry = z.object({ vi: textEntry(2000), en: textEntry(2000) })
/** More than any plan names in one place. */
const Codes = z.array(Code).max(200)

/** What a person put in the place of what was read; fields that are absent stay as read. */
export const Correction = z.object({
  title: WordsEntry.optional(),
  subject: WordsEntry.optional(),
  note: WordsEntry.nullable().optional(),
  /** Code of the indicator; null: followed by none. */
  indicator: Code.nullable().optional(),
  year: z.number().int().optional(),
  comparator: Target.shape.comparator.optional(),
  value: z.number().nullable().optional(),
  mode: Target.shape.mode.optional(),
  key: Code.optional(),
  group: Code.optional(),
  /** Codes of agencies: several where the document names a group of them. */
  agencies: Codes.optional(),
  role: DutyRole.optional(),
  tasks: Codes.optional(),
  withAgencies: Codes.optional(),
  indicators: Codes.optional(),
  deadline: z
    .union([z.object({ every: z.literal('year'), before: Code.nullable() }), z.object({ by: Code })])
    .nullable()
    .optional(),
  scope: textEntry(500).optional(),
  coordinator: Code.optional(),
  approvalDue: ComponentPlan.shape.approvalDue.optional(),
  basis: LegalBasis.extend({ number: Code, issuedOn: Code, type: WordsEntry, issuer: WordsEntry, title: WordsEntry })
    .partial()
    .optional(),
  /** The right words, of a fact of the head or of a fault. */
  words: textEntry(2000).optional(),
})
export type Correction = z.infer<typeof Correction>

export const Verdict = z.enum(['accepted', 'corrected', 'rejected'])
export type Verdict = z.infer<typeof Verdict>

/** Names a piece of an import: its kind, its clause and its number there. */
export const PieceKey = z.string().max(300)

export const PieceVerdict = z.object({ piece: PieceKey, verdict: Verdict, correction: Correction.nullable() })
export type PieceVerdict = z.infer<typeof PieceVerdict>

export const VerdictRow = PieceVerdict.extend({
  by: z.string().nullable(),
  at: z.string(),
  /** How many decisions about the piece there were: deciding anew names it. */
  version: z.number(),
})
export type VerdictRow = z.infer<typeof VerdictRow>

export const PlanImport = z.object({
  id: z.uuid(),
  planId: z.uuid().nullable(),
  fileName: z.string(),
  fileKind: z.enum(['text', 'word']),
  state: z.enum(['open', 'published', 'discarded']),
  version: z.number().nullable(),
  createdBy: z.object({ id: z.uuid(), name: z.string() }).nullable(),
  createdAt: z.string(),
})
export type PlanImport = z.infer<typeof PlanImport>

export const FullImport = PlanImport.extend({ lines: z.array(z.string()), draft: Draft, file: z.string() })
export type FullImport = z.infer<typeof FullImport>

/** How many pieces of each kind, and how far the review is. */
export const Counts = z.object({
  pieces: z.number(),
  targets: z.number(),
  duties: z.number(),
  undecided: z.number(),
  /** Doubtful ones nobody has decided yet. */
  doubtful: z.number(),
})
export type Counts = z.infer<typeof Counts>

/** An indicator that a target might be followed by; `score` 0..1. */
export const Suggestion = z.object({ code: z.string(), name: WordsShape, score: z.number() })
export type Suggestion = z.infer<typeof Suggestion>
