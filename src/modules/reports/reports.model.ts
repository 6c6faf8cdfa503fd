/** A yearly report: its head as the registry knows it, what officers wrote for it, and its frozen snapshot. */
import { z } from 'zod'
import { textEntry } from '#kernel/schema.ts'
import { Grid } from './document/grids.model.ts'
import { ReportData, ReportInputs, UnitFact } from './facts/facts.model.ts'

export const Day = z.iso.date()
export const Year = z.coerce.number().int().min(2000).max(2200)

/** One written section: line breaks separate paragraphs; a line that begins with "-" or "+" is an item of a list. */
const Text = textEntry(20_000)
  .overwrite((text) => text.replace(/\r\n?/g, '\n'))
  .default('')

/** What no figure can say: typed by officers. */
export const Narrative = z.object({
  direction: Text,
  strengths: Text,
  limits: Text,
  causes: Text,
  nextYear: Text,
  proposals: Text,
})
export type Narrative = z.infer<typeof Narrative>
export type NarrativePart = keyof Narrative
export const narrativeParts = Object.keys(Narrative.shape) as NarrativePart[]

const Line = textEntry(200, 1)
const mostLines = 30
/** A text of several lines as a form posts it, or the lines themselves. */
const Lines = z
  .union([
    z.array(Line).max(mostLines),
    z
      .string()
      .max(10_000)
      .transform((text) => linesOf(text)),
  ])
  .pipe(z.array(Line).min(1).max(mostLines))

function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}

/** The head and foot of the document (NĐ 30/2020/NĐ-CP). */
export const ReportHead = z.object({
  number: z.coerce.number().int().min(1).max(99_999),
  symbol: z
    .string()
    .trim()
    .regex(/^[\p{Lu}\d&]+(-[\p{Lu}\d&.]+)+$/u)
    .max(30),
  issuedOn: Day,
  place: Line,
  /** The capacity in which one signs, a line each: TM. Ủy ban nhân dân, KT. Chủ tịch. */
  authority: Lines,
  position: Line,
  signatory: Line,
  recipients: Lines,
  keptBy: Line,
})
export type ReportHead = z.infer<typeof ReportHead>

/** A report in lists. */
export const ReportRow = z.object({
  year: z.number(),
  number: z.number(),
  symbol: z.string(),
  issuedOn: z.string(),
  signatory: z.string(),
  isSample: z.boolean(),
  frozenAt: z.string(),
  hash: z.string(),
})
export type ReportRow = z.infer<typeof ReportRow>

/** What was rendered, whole: a frozen report needs nothing else to be written again. */
export const Snapshot = z.object({
  /**
   * 2 since figures lead back to the values they are made of, 3 since titles keep periods of years on one line; missing in what was
   * frozen before. Each reads and renders as ever.
   */
  format: z.literal([2, 3]).optional(),
  facts: ReportData,
  narrative: Narrative,
  /** As `OfficialDocument` of platform/documents. */
  document: z.record(z.string(), z.unknown()),
  grids: z.array(Grid),
})
export type Snapshot = z.infer<typeof Snapshot>

export const FrozenReport = ReportRow.extend({
  takenOn: z.string(),
  inputs: ReportInputs,
  auditSeq: z.number(),
})
export type FrozenReport = z.infer<typeof FrozenReport>

/** A unit whose report is not approved. */
export const MissingUnit = z.object({
  code: z.string(),
  name: z.string(),
  audience: z.string(),
  state: UnitFact.shape.state,
})
export type MissingUnit = z.infer<typeof MissingUnit>

export const formats = ['docx', 'xlsx', 'html'] as const
export type Format = (typeof formats)[number]
export const FormatShape = z.enum(formats)
