/** Drafts: who may see and write them, what officers have written, and the report as it would be if it were frozen now. */
import { z } from 'zod'
import { ProblemError } from '#kernel/problem.ts'
import { roleAtCity, rootUnit } from '#modules/organisation'
import { anyOf } from '#platform/authority.ts'
import type { Tx } from '#platform/database/index.ts'
import { isAllOf, mergeTexts } from '#platform/merging.ts'
import { operation, type Work } from '#platform/operation.ts'
import { composeReport } from './document/document.rules.ts'
import { type ReportData, ReportInputs } from './facts/facts.model.ts'
import { listRounds } from './facts/facts.store.ts'
import { gatherFacts } from './facts/live-facts.operations.ts'
import { markOf } from './report-differences.operations.ts'
import { MissingUnit, Narrative, narrativeParts, type ReportHead, Snapshot, Year } from './reports.model.ts'
import { missingParts, missingUnits } from './reports.rules.ts'
import * as store from './reports.store.ts'
import { problems } from './reports.texts.ts'

/** Those who may see a draft. */
export const readers = anyOf(roleAtCity('reader'), roleAtCity('auditor'))
/** Those who may write and freeze a report. */
export const approvers = roleAtCity('approver')

export const YearInput = z.object({ year: Year })

export const listDrafts = operation({
  name: 'reports.drafts',
  summary: 'Rounds whose report is not frozen yet, with how many units are approved.',
  effect: 'read',
  may: readers,
  input: z.object({}),
  output: z.array(z.object({ year: z.number(), dueOn: z.string(), asked: z.number(), approved: z.number() })),
  async run({ tx }) {
    const frozen = new Set((await store.listFrozen(tx)).map((report) => report.year))
    return (await listRounds(tx, {})).filter((round) => !frozen.has(round.year))
  },
})

const Written = z.object({
  narrative: Narrative,
  /** How often it was saved: to be sent back when it is saved again. */
  version: z.number(),
  savedBy: z.string().nullable(),
  savedAt: z.string().nullable(),
})

export const previewReport = operation({
  name: 'reports.preview',
  former: { fields: { draftVersion: 'seen' } },
  summary: 'The report of a round as it would be if it were frozen now, marked as a draft, and what is missing.',
  effect: 'read',
  may: readers,
  input: YearInput,
  output: Written.extend({
    snapshot: Snapshot,
    missingUnits: z.array(MissingUnit),
    missingParts: z.array(z.enum(narrativeParts)),
    /** Names the draft as it is shown: freezing names it. */
    draftVersion: z.string(),
  }),
  async run(work, { year }) {
    await requireOpen(work.tx, year)
    const written = await writtenOf(work.tx, year)
    const { data } = await gatherFacts(work, year)
    const { narrative } = written
    return {
      ...written,
      snapshot: { format: 2 as const, facts: data, narrative, ...composed(data, narrative) },
      missingUnits: missingUnits(data),
      missingParts: missingParts(narrative),
      draftVersion: markOf(written.version, data),
    }
  },
})

/** Names the draft of a year as it is now. */
export async function markNow(work: Work, year: number): Promise<string> {
  const { version } = await writtenOf(work.tx, year)
  return markOf(version, (await gatherFacts(work, year)).data)
}

export const draftWithInputs = operation({
  name: 'reports.draft',
  summary: 'The report of a round as it would be now, with every value it would use: to walk its figures back.',
  effect: 'read',
  may: readers,
  input: YearInput,
  output: z.object({ snapshot: Snapshot, inputs: ReportInputs }),
  async run(work, { year }) {
    await requireOpen(work.tx, year)
    const { narrative } = await writtenOf(work.tx, year)
    const { data, inputs, findUsed } = await gatherFacts(work, year)
    const snapshot = { format: 2 as const, facts: data, narrative, ...composed(data, narrative) }
    return { snapshot, inputs: { ...inputs, used: await findUsed() } }
  },
})

/** The document and grids as a snapshot keeps them; without a head those of a draft. */
export function composed(
  data: ReportData,
  narrative: Narrative,
  head?: ReportHead,
): Pick<Snapshot, 'document' | 'grids'> {
  const { document, grids } = composeReport({ data, narrative, head })
  return { document: { ...document }, grids }
}

/** Throws where the year has no round, or its report is frozen. */
export async function requireOpen(tx: Tx, year: number): Promise<void> {
  const [round] = await listRounds(tx, { year })
  if (!round) throw new ProblemError(problems.noRound({ year: String(year) }, ['year']))
  const [report] = await store.findReport(tx, { year })
  if (report?.state === 'frozen') throw new ProblemError(problems.alreadyFrozen({ year: String(year) }, ['year']))
}

/** What officers have written for a year, and how often it was saved. */
export async function writtenOf(tx: Tx, year: number): Promise<z.infer<typeof Written>> {
  const [report] = await store.findReport(tx, { year })
  const { version = 0, texts = null, savedBy = null, savedAt = null } = report ?? {}
  return { narrative: Narrative.parse(texts ?? {}), version, savedBy, savedAt }
}

export const readNarrative = operation({
  name: 'reports.narrative',
  summary: 'What officers have written for a report that is not frozen, with the version to save it by.',
  effect: 'read',
  may: approvers,
  input: YearInput,
  output: Written,
  async run({ tx }, { year }) {
    await requireOpen(tx, year)
    return writtenOf(tx, year)
  },
})

export const SaveNarrative = YearInput.extend({
  /** The version that the texts were written over. */
  version: z.coerce.number().int().min(0),
  /** A later version that was shown beside them: where it changed the same part, what is sent now stays. */
  shown: z.coerce.number().int().min(0).optional(),
  ...Narrative.shape,
})

export const saveNarrative = operation({
  name: 'reports.saveNarrative',
  summary:
    'Saves what officers write for a report. What others wrote meanwhile stays; refused where they changed the same part.',
  effect: 'write',
  body: 'long',
  may: approvers,
  input: SaveNarrative,
  output: z.object({ version: z.number() }),
  run: writeNarrative,
})

/** Writes the texts of a draft. Throws `reports.noRound`, `reports.alreadyFrozen`, and `reports.partChanged` as the operation does. */
export async function writeNarrative(
  work: Work,
  { year, version, shown, ...mine }: z.infer<typeof SaveNarrative>,
): Promise<{ version: number }> {
  const { tx, now, caller, newId } = work
  await requireOpen(tx, year)
  await store.holdDraft(tx, { id: newId(), year, at: now })
  await requireOpen(tx, year)
  const [report] = await store.findReport(tx, { year })
  if (!report) throw new Error(`no draft of ${year} after it was begun`)
  const texts = await mergedWith(work, report, { version, shown, texts: mine })
  const byName = caller.account?.name ?? caller.via
  const next = report.version + 1
  await store.insertNarrative(tx, {
    reportId: report.id,
    version: next,
    texts,
    by: caller.account?.id,
    byName,
    at: now,
  })
  work.audit({
    subject: `report ${year}`,
    unitId: (await rootUnit(tx, work.today)).id,
    old: { version: report.version },
    new: { version: next },
  })
  return { version: next }
}

/** What is to be kept of a text written over `version`, with what was saved since. Throws `partChanged` at each part both changed. */
async function mergedWith(
  { tx, caller, isAgain }: Work,
  kept: { id: string; version: number; texts: Record<string, string> | null; savedBy: string | null },
  mine: { version: number; shown?: number; texts: Narrative },
): Promise<Narrative> {
  if (kept.version === mine.version) return mine.texts
  const [since] = await store.findWritten(tx, { reportId: kept.id, version: mine.version })
  const { texts, conflicts } = mergeTexts(narrativeParts, {
    seen: Narrative.parse(since?.texts ?? {}),
    mine: mine.texts,
    theirs: Narrative.parse(kept.texts ?? {}),
    isMine: mine.shown === kept.version || (isAgain && isAllOf(since?.savedSinceBy, caller.account?.id)),
  })
  if (conflicts.length > 0) {
    throw new ProblemError(...conflicts.map((part) => problems.partChanged({ name: kept.savedBy ?? '' }, [part])))
  }
  return texts
}
