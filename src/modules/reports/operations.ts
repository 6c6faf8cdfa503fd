/** What can be done with reports: see, write, freeze, verify and take them away as files. */
import { createHash } from 'node:crypto'
import { z } from 'zod'
import { ProblemError } from '#kernel/problem.ts'
import { rootUnit } from '#modules/organisation'
import { findAudit, findHead } from '#platform/audit/store.ts'
import { anyOf, anyone, roleAt } from '#platform/authority.ts'
import type { Tx } from '#platform/database/index.ts'
import { operation, type Work } from '#platform/operation.ts'
import { composeReport } from './document/rules.ts'
import { gatherFacts } from './facts/operations.ts'
import { listRounds } from './facts/store.ts'
import { mediaTypes, renderFile } from './files/operations.ts'
import {
  type Format,
  FormatShape,
  FrozenReport,
  MissingUnit,
  Narrative,
  narrativeParts,
  ReportHead,
  ReportRow,
  Snapshot,
  Year,
} from './model.ts'
import { missingParts, missingUnits, sealedText } from './rules.ts'
import * as store from './store.ts'
import { problems } from './texts.ts'

const city = async (_: unknown, tx: Tx, on: string) => (await rootUnit(tx, on)).id
const readers = anyOf<unknown>(roleAt('reader', 'city', city), roleAt('auditor', 'city', city))
const approvers = roleAt<unknown>('approver', 'city', city)

const YearAsked = z.object({ year: Year })

export const listReports = operation({
  name: 'reports.list',
  summary: 'The reports that were frozen, newest first.',
  effect: 'read',
  may: anyone,
  input: z.object({}),
  output: z.array(ReportRow),
  run: ({ tx }) => store.listFrozen(tx),
})

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

export const report = operation({
  name: 'reports.report',
  summary: 'A frozen report: its head, hash, inputs and facts.',
  effect: 'read',
  may: anyone,
  input: YearAsked,
  output: FrozenReport.extend({ snapshot: Snapshot }),
  async run({ tx }, { year }) {
    const { data, ...found } = await requireFrozen(tx, year)
    return { ...found, takenOn: data.facts.takenOn, snapshot: data }
  },
})

/** The frozen report of a year. Throws `reports.notFrozen`. */
async function requireFrozen(tx: Tx, year: number) {
  const [found] = await store.findFrozen(tx, { year })
  if (!found) throw new ProblemError(problems.notFrozen({ year: String(year) }))
  return { ...found, head: store.keptHead(found.head), data: store.keptSnapshot(found.data) }
}

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
      snapshot: { facts: data, narrative, ...composed(data, narrative) },
      missingUnits: missingUnits(data),
      missingParts: missingParts(narrative),
    }
  },
})

type Facts = Awaited<ReturnType<typeof gatherFacts>>['data']

function composed(data: Facts, narrative: Narrative, head?: ReportHead): Pick<Snapshot, 'document' | 'grids'> {
  const { document, grids } = composeReport({ data, narrative, head })
  return { document: { ...document }, grids }
}

/** Throws where the year has no round, or its report is frozen. */
async function requireOpen(tx: Tx, year: number): Promise<void> {
  const [round] = await listRounds(tx, { year })
  if (!round) throw new ProblemError(problems.noRound({ year: String(year) }, ['year']))
  const [kept] = await store.findReport(tx, { year })
  if (kept?.state === 'frozen') throw new ProblemError(problems.alreadyFrozen({ year: String(year) }, ['year']))
}

async function writtenOf(tx: Tx, year: number): Promise<z.infer<typeof Written>> {
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
      unitId: await city(undefined, tx, work.today),
      old: { version },
      new: { version: next },
    })
    return { version: next }
  },
})

export const FreezeReport = YearAsked.extend({
  ...ReportHead.shape,
  /** Must be true where units are not approved or sections not written. */
  incompleteIsKnown: z
    .union([z.boolean(), z.enum(['true', 'false']).transform((text) => text === 'true')])
    .default(false),
})

export const freezeReport = operation({
  name: 'reports.freeze',
  summary: 'Freezes the report of a round: takes the figures of this moment, numbers, dates and seals it with a hash.',
  effect: 'write',
  may: approvers,
  input: FreezeReport,
  output: z.object({ year: z.number(), hash: z.string() }),
  async run(work, { year, incompleteIsKnown, ...head }) {
    const { tx, now, caller, newId } = work
    await requireOpen(tx, year)
    await store.holdDraft(tx, { id: newId(), year, at: now })
    await requireOpen(tx, year)
    const { narrative } = await writtenOf(tx, year)
    const { facts, inputs, audit } = await factsAtRest(work, year)
    const [units, parts] = [missingUnits(facts), missingParts(narrative)]
    if (!incompleteIsKnown && (units.length > 0 || parts.length > 0)) {
      const counts = { units: units.length, parts: parts.length }
      throw new ProblemError(problems.incomplete(counts, ['incompleteIsKnown']))
    }
    const data: Snapshot = { facts, narrative, ...composed(facts, narrative, head) }
    const hash = createHash('sha256').update(sealedText({ year, head, data, inputs, audit })).digest('hex')
    const [kept] = await store.findReport(tx, { year })
    if (!kept) throw new Error(`no draft of ${year} after it was begun`)
    const by = caller.account?.id
    await store.freeze(tx, {
      reportId: kept.id,
      head,
      isSample: facts.isSample,
      at: now,
      by,
      data,
      inputs,
      hash,
      audit,
    })
    const unitId = await city(undefined, tx, work.today)
    work.audit({
      subject: `report ${year}`,
      unitId,
      new: { number: head.number, symbol: head.symbol, hash, missing: units.length },
    })
    await work.publish({ name: 'reports.frozen', payload: { year, hash } })
    return { year, hash }
  },
})

/**
 * Facts that all come from one state of the data. Statements of a writing transaction each see what was committed before them;
 * every write moves the head of the audit chain, so a head that stood still means that nothing was written in between.
 */
async function factsAtRest(work: Work, year: number) {
  for (let attempt = 0; attempt < 5; attempt++) {
    const [before] = await findHead(work.tx, undefined)
    const { data: facts, inputs } = await gatherFacts(work, year)
    const [after] = await findHead(work.tx, undefined)
    if (before && before.seq === after?.seq) return { facts, inputs, audit: before }
  }
  throw new ProblemError(problems.busy())
}

export const verifyReport = operation({
  name: 'reports.verify',
  summary: 'Computes the hash of a frozen report again, and looks up the audit entry it was sealed with.',
  effect: 'read',
  may: anyone,
  perMinute: 30,
  input: YearAsked,
  output: z.object({
    year: z.number(),
    isIntact: z.boolean(),
    hash: z.string(),
    computed: z.string(),
    auditSeq: z.number(),
    auditHolds: z.boolean(),
  }),
  async run({ tx }, { year }) {
    const { head, data, inputs, hash, auditSeq, auditHash } = await requireFrozen(tx, year)
    const sealed = sealedText({ year, head, data, inputs, audit: { seq: auditSeq, hash: auditHash } })
    const computed = createHash('sha256').update(sealed).digest('hex')
    const [entry] = await findAudit(tx, { seq: auditSeq })
    const auditHolds = auditSeq === 0 || entry?.hash === auditHash
    return { year, isIntact: computed === hash && auditHolds, hash, computed, auditSeq, auditHolds }
  },
})

const FileAsked = YearAsked.extend({ format: FormatShape })
const FileGiven = z.object({ fileName: z.string(), mediaType: z.string(), content: z.base64() })

export const renderReport = operation({
  name: 'reports.render',
  summary: 'A frozen report as a file (docx, xlsx, html), its content in base64; the same report gives the same bytes.',
  effect: 'read',
  may: anyone,
  perMinute: 60,
  input: FileAsked,
  output: FileGiven,
  async run({ tx }, { year, format }) {
    const { data } = await requireFrozen(tx, year)
    return fileOf(data, year, format, 'bao-cao')
  },
})

export const renderDraft = operation({
  name: 'reports.renderDraft',
  summary: 'The draft of a report as a file, marked as a draft, from the figures approved so far.',
  effect: 'read',
  may: readers,
  input: FileAsked,
  output: FileGiven,
  async run(work, { year, format }) {
    await requireOpen(work.tx, year)
    const { narrative } = await writtenOf(work.tx, year)
    const { data } = await gatherFacts(work, year)
    return fileOf(composed(data, narrative), year, format, 'du-thao-bao-cao')
  },
})

async function fileOf(data: Pick<Snapshot, 'document' | 'grids'>, year: number, format: Format, name: string) {
  const bytes = await renderFile(data, format)
  return {
    fileName: `${name}-${year}.${format}`,
    mediaType: mediaTypes[format],
    content: Buffer.from(bytes).toString('base64'),
  }
}
