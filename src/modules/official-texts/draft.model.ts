/** What is read out of a plan document before any person has looked at it: pieces with their place in the source and how sure we are. */
import { z } from 'zod'

/** 0 is a guess, 1 is as plain as a document can say it. Below `doubtful` a piece is always named among the doubts too. */
const Confidence = z.number().min(0).max(1)
export const doubtful = 0.7

/** What we call the preamble, which a document gives no number. */
export const preambleRef = 'CC'

/** Where a piece stands: `text` is its words as they are in the lines `line`..`endLine` (from 1), joined by one space. */
const place = {
  line: z.int().min(1),
  endLine: z.int().min(1),
  text: z.string(),
  confidence: Confidence,
}

/** One fact of the head, or of the foot, of the document. */
const fact = <T extends z.ZodType>(value: T) => z.object({ value, ...place })
const words = fact(z.string())
export type Fact<T> = { value: T; line: number; endLine: number; text: string; confidence: number }

/** What a document is called on its own line (Nghị định 30/2020/NĐ-CP, annexe III). */
export const DocumentType = z.enum([
  'plan',
  'programme',
  'scheme',
  'decision',
  'directive',
  'resolution',
  'report',
  'notice',
  'letter',
  'submission',
  'invitation',
  'contract',
  'minutes',
  'decree',
  'circular',
  'law',
])
export type DocumentType = z.infer<typeof DocumentType>

/** Why a text is not taken for a plan. */
export const NoPlanReason = z.enum(['empty', 'other-type', 'no-type', 'no-outline', 'too-long'])
export type NoPlanReason = z.infer<typeof NoPlanReason>

export const Signatory = z.object({
  name: z.string(),
  /** The post of who signs: `Phó Chủ tịch`. */
  position: z.string().nullable(),
  /** On whose behalf, as written: `TM. Ủy ban nhân dân`, `KT. Chủ tịch`. */
  authority: z.array(z.string()),
})

export const DraftDocument = z.object({
  isPlan: z.boolean(),
  /** Null for a plan. */
  reason: NoPlanReason.nullable(),
  confidence: Confidence,
  /** How many lines the source has. */
  lines: z.int().min(0),
  type: fact(DocumentType).nullable(),
  /** `290` of `290/KH-UBND`. */
  number: words.nullable(),
  symbol: words.nullable(),
  /** YYYY-MM-DD. */
  issuedOn: words.nullable(),
  /** The place of issue in the line of the date. */
  place: words.nullable(),
  issuer: words.nullable(),
  /** What the document is about: the lines under its type. */
  title: words.nullable(),
  period: fact(z.object({ from: z.int(), to: z.int() })).nullable(),
  signatory: fact(Signatory).nullable(),
  recipients: z.array(words),
  appendices: z.array(fact(z.object({ ref: z.string(), title: z.string().nullable() }))),
})
export type DraftDocument = z.infer<typeof DraftDocument>

/** The kinds of clause, as packs have them; `chapter` and `article` come only where a plan is written in Chương and Điều. */
export const ItemKind = z.enum(['part', 'chapter', 'article', 'section', 'letter', 'dash', 'paragraph', 'statement'])
export type ItemKind = z.infer<typeof ItemKind>

export const DraftItem = z.object({
  /** The path of numbers in the document: `II.1.a.2`; `CC` the preamble, `KL` closing words, `PL` an appendix. Unique. */
  ref: z.string(),
  kind: ItemKind,
  /** The ref of the item around it, which comes before it; null at the top. */
  parent: z.string().nullable(),
  /** Its own words, without its number; cells of a row of a table are separated by a tab. */
  ...place,
})
export type DraftItem = z.infer<typeof DraftItem>

export const Comparator = z.enum(['>=', '>', '<=', '<', '=', '~', 'yes'])
export type Comparator = z.infer<typeof Comparator>

export const TargetUnit = z.enum(['percent', 'level', 'count', 'fraction', 'money', 'yes'])
export type TargetUnit = z.infer<typeof TargetUnit>

export const DraftTarget = z.object({
  ref: z.string(),
  /** Null where neither the sentence, a heading nor the title names one. */
  year: z.int().nullable(),
  /** Where the year was read: in the sentence, in a heading above, in the title of the plan. */
  yearFrom: z.enum(['sentence', 'heading', 'title']).nullable(),
  /** To be reached anew each year ("hằng năm"). */
  everyYear: z.boolean(),
  comparator: Comparator,
  /** Percent 0..100, a level, a count, a fraction 0..1, dong; null for yes. */
  value: z.number().nullable(),
  /** The upper end of a range ("từ 80% đến 90%"). */
  valueTo: z.number().nullable(),
  unit: TargetUnit,
  /** The unit as written: `%`, `trung tâm`, `tỷ đồng`; null for yes. */
  unitText: z.string().nullable(),
  /** Who or what the number is of, in the words of the sentence. */
  subject: z.string(),
  mode: z.enum(['reach', 'keep', 'register']),
  /** The words that decided comparator and mode, as written: `Duy trì`, `trở lên`. */
  qualifiers: z.array(z.string()),
  /** The whole sentence; `text` is the piece of it with this target. */
  sentence: z.string(),
  ...place,
})
export type DraftTarget = z.infer<typeof DraftTarget>

export const DraftDue = z.union([
  /** `before`: `MM-DD` of a year, `DD` of a month; null where only the rhythm is named. */
  z.object({ every: z.enum(['year', 'half-year', 'quarter', 'month']), before: z.string().nullable() }),
  /** The last day: a year alone ends on 31 December. */
  z.object({ by: z.iso.date() }),
])
export type DraftDue = z.infer<typeof DraftDue>

export const DraftRole = z.enum(['lead', 'coordinate', 'advise', 'requested'])
export type DraftRole = z.infer<typeof DraftRole>

export const DraftDuty = z.object({
  ref: z.string(),
  /** As the document names it, one duty for each agency of a list; of "Các Sở: Tài chính, Y tế" in full: `Sở Y tế`. */
  agency: z.string(),
  /** Stands for many bodies ("các Sở, ngành liên quan"). */
  isGroup: z.boolean(),
  role: DraftRole,
  /** Whether the role is written or follows from where the sentence stands. */
  isStated: z.boolean(),
  /** The other agencies the sentence names, as written. */
  partners: z.array(z.string()),
  due: DraftDue.nullable(),
  ...place,
})
export type DraftDuty = z.infer<typeof DraftDuty>

/** When something is to be approved: `2021` alone, in a quarter, in a month, or on a day. */
export const DraftApproval = z.object({
  year: z.int(),
  quarter: z.int().min(1).max(4).nullable(),
  month: z.int().min(1).max(12).nullable(),
  on: z.iso.date().nullable(),
})
export type DraftApproval = z.infer<typeof DraftApproval>

export const DraftComponentPlan = z.object({
  ref: z.string(),
  title: z.string(),
  content: z.string().nullable(),
  lead: z.string().nullable(),
  coordinators: z.array(z.string()),
  approvalDue: DraftApproval.nullable(),
  ...place,
})
export type DraftComponentPlan = z.infer<typeof DraftComponentPlan>

export const DraftLegalBasis = z.object({
  ref: z.string(),
  /** `Chỉ thị`, `Quyết định`, `Công văn`, `Luật` ... as written. */
  type: z.string(),
  number: z.string().nullable(),
  issuedOn: z.iso.date().nullable(),
  issuer: z.string().nullable(),
  subject: z.string().nullable(),
  ...place,
})
export type DraftLegalBasis = z.infer<typeof DraftLegalBasis>

export const DraftDeadline = z.object({ ref: z.string(), due: DraftDue, ...place })
export type DraftDeadline = z.infer<typeof DraftDeadline>

/** Faults of scanning and typing, then what the file holds besides its text or not as it was written. */
export const faultKinds = [
  'misread-word',
  'misread-name',
  'doubled-mark',
  'page-mark',
  'lower-case-start',
  'broken-sentence',
  'missing-quote',
  'missing-bracket',
  'broken-encoding',
  'repeated-number',
  'skipped-number',
  'unread-line',
  'converted-letters',
  'unread-picture',
  'unread-object',
  'unread-part',
  'left-out-note',
  'left-out-hidden',
  'left-out-contents',
] as const

/** What a person should look at: faults of the file, then what the grammar could not decide. */
export const DoubtKind = z.enum([
  ...faultKinds,
  'unsure-head',
  'unsure-target',
  'year-missing',
  'unsure-duty',
  'role-implied',
  'group-agency',
  'agency-missing',
  'unsure-agency',
  'unsure-basis',
  'unsure-row',
  'unsure-table',
  'unsure-deadline',
])
export type DoubtKind = z.infer<typeof DoubtKind>

export const Doubt = z.object({
  kind: DoubtKind,
  line: z.int().min(1),
  ref: z.string().nullable(),
  /** Of a fact of the head its name (`symbol`, `signatory`), of a duty its agency, of converted letters what they were. */
  about: z.string().optional(),
  /** The words in doubt, as they stand at the line. */
  text: z.string(),
  /** What they should perhaps be; null where only a person can tell. */
  suggestion: z.string().nullable(),
  /** How sure we are that something is wrong. */
  confidence: Confidence,
})
export type Doubt = z.infer<typeof Doubt>

export const Draft = z.object({
  document: DraftDocument,
  items: z.array(DraftItem),
  targets: z.array(DraftTarget),
  duties: z.array(DraftDuty),
  componentPlans: z.array(DraftComponentPlan),
  legalBases: z.array(DraftLegalBasis),
  deadlines: z.array(DraftDeadline),
  doubts: z.array(Doubt),
})
export type Draft = z.infer<typeof Draft>
