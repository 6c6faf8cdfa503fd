/** Drafts: who may see and write them, what officers have written, and the report as it would be if it were frozen now. */
import { z } from 'zod'
import { ProblemError } from '#kernel/problem.ts'
import { roleAtCity, rootUnit } from '#modules/organisation'
import { anyOf } from '#platform/authority.ts'
import type { Tx } from '#platform/database/index.ts'
import { operation } from '#platform/operation.ts'
import { composeReport } from '../document/rules.ts'
import { type ReportData, ReportInputs } from '../facts/model.ts'
import { gatherFacts } from '../facts/operations.ts'
import { listRounds } from '../facts/store.ts'
import { MissingUnit, Narrative, narrativeParts, type ReportHead, Snapshot, Year } from '../model.ts'
import { missingParts, missingUnits } from '../rules.ts'
import * as store from '../store.ts'
import { problems } from '../texts.ts'

/** Those who may see a draft. */
export const readers = anyOf(roleAtCity('reader'), roleAtCity('auditor'))
/** Those who may write and freeze a report. */
export const approvers = roleAtCity('approver')

export const YearAsked = z.object({ year: Year })

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
  summary: 'The report of a round as it would be if it were frozen now, marked as a draft, and what is missing.',
  effect: 'read',
  may: readers,
  input: YearAsked,
  output: Written.extend({
    snapshot: Snapshot,
    missingUnits: z.array(MissingUnit),
    missingParts: z.array(z.enum(narrativeParts)),
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
    }
  },
})

export const draftWithInputs = operation({
  name: 'reports.draft',
  summary: 'The report of a round as it would be now, with every value it would use: to walk its figures back.',
  effect: 'read',
  may: readers,
  input: YearAsked,
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
  const [kept] = await store.findReport(tx, { year })
  if (kept?.state === 'frozen') throw new ProblemError(problems.alreadyFrozen({ year: String(year) }, ['year']))
}

/** What officers have written for a year, and how often it was saved. */
export async function writtenOf(tx: Tx, year: number): Promise<z.infer<typeof Written>> {
  const [kept] = await store.findReport(tx, { year })
  const { version = 0, texts = null, savedBy = null, savedAt = null } = kept ?? {}
  return { narrative: Narrative.parse(texts ?? {}), version, savedBy, savedAt }
}

export const readNarrative = operation({
  name: 'reports.narrative',
  summary: 'What officers have written for a report that is not frozen, with the version to save it by.',
  effect: 'read',
  may: approvers,
  input: YearAsked,
  output: Written,
  async run({ tx }, { year }) {
    await requireOpen(tx, year)
    return writtenOf(tx, year)
  },
})

export const SaveNarrative = YearAsked.extend({ version: z.coerce.number().int().min(0), ...Narrative.shape })

export const saveNarrative = operation({
  name: 'reports.saveNarrative',
  summary: 'Saves what officers write for a report; refused when somebody else has saved since it was read.',
  effect: 'write',
  body: 'long',
  may: approvers,
  input: SaveNarrative,
  output: z.object({ version: z.number() }),
  async run(work, { year, version, ...texts }) {
    const { tx, now, caller, newId } = work
    await requireOpen(tx, year)
    await store.holdDraft(tx, { id: newId(), year, at: now })
    await requireOpen(tx, year)
    const [kept] = await store.findReport(tx, { year })
    if (!kept) throw new Error(`no draft of ${year} after it was begun`)
    if (kept.version !== version) {
      throw new ProblemError(problems.changedMeanwhile({ name: kept.savedBy ?? '' }, ['version']))
    }
    const byName = caller.account?.name ?? caller.via
    const next = version + 1
    await store.insertNarrative(tx, {
      reportId: kept.id,
      version: next,
      texts,
      by: caller.account?.id,
      byName,
      at: now,
    })
    work.audit({
      subject: `report ${year}`,
      unitId: (await rootUnit(tx, work.today)).id,
      old: { version },
      new: { version: next },
    })
    return { version: next }
  },
})
