/** The register of issued documents: what stands at each number of a unit's book. */
import { z } from 'zod'
import { Code, optionalField, Slug, textEntry, WordsShape } from '#kernel/schema.ts'

const Day = z.iso.date()
export const RegisterYear = z.coerce.number().int().min(2000).max(2200)
const DocumentNumber = z.coerce.number().int().min(1).max(99_999)

export const DocumentKind = z.object({ code: z.string(), abbreviation: z.string(), name: WordsShape })
export type DocumentKind = z.infer<typeof DocumentKind>

export const entryStates = ['issued', 'unused'] as const

/** An entry of the register: a document at its number, or numbers that bear none and why. */
export const RegisterEntry = z.object({
  id: z.uuid(),
  kind: z.string(),
  kindName: WordsShape,
  isSample: z.boolean(),
  firstNumber: z.number(),
  lastNumber: z.number(),
  state: z.enum(entryStates),
  symbol: z.string().nullable(),
  issuedOn: z.string().nullable(),
  title: z.string().nullable(),
  signatory: z.string().nullable(),
  recipients: z.string().nullable(),
  keptBy: z.string().nullable(),
  note: z.string().nullable(),
  reason: z.string().nullable(),
  /** A module issued it: its number is never free again. */
  isByModule: z.boolean(),
  version: z.number(),
})
export type RegisterEntry = z.infer<typeof RegisterEntry>

/** Numbers of a book that nothing is known of. */
export const NumberGap = z.object({
  kind: z.string(),
  kindName: WordsShape,
  firstNumber: z.number(),
  lastNumber: z.number(),
})
export type NumberGap = z.infer<typeof NumberGap>

/** A document as it is entered; its number is the next one of the book where none is given. */
export const DocumentInput = z.object({
  kind: Slug,
  number: optionalField(DocumentNumber),
  /** Abbreviations, as after the stroke of the number: `QĐ-UBND`, `UBND-VX`. */
  symbol: z
    .string()
    .trim()
    .min(1)
    .max(30)
    .regex(/^[\p{L}\d&.]+(-[\p{L}\d&.]+)*$/u),
  issuedOn: Day,
  title: textEntry(1000, 1),
  signatory: textEntry(200, 1),
  recipients: textEntry(2000),
  keptBy: textEntry(200),
  note: textEntry(500),
})
export type DocumentInput = z.infer<typeof DocumentInput>

export const Reason = textEntry(500, 1)

export const GapInput = z.object({
  unit: Code,
  year: RegisterYear,
  kind: Slug,
  firstNumber: DocumentNumber,
  lastNumber: DocumentNumber,
  reason: Reason,
})
