/** Freezing a report with the figures of one moment, finding it again, and proving that it is what was frozen. */
import { createHash } from 'node:crypto'
import { z } from 'zod'
import { ProblemError } from '#kernel/problem.ts'
import { rootUnit } from '#modules/organisation'
import { countEntries, findAudit, findHead } from '#platform/audit/store.ts'
import { anyone } from '#platform/authority.ts'
import type { Tx } from '#platform/database/index.ts'
import { changedSince } from '#platform/judging.ts'
import { operation, type Work } from '#platform/operation.ts'
import { createSingleFlight } from '#platform/single-flight.ts'
import { heavy } from '#platform/workers/heavy.ts'
import { ReportInputs } from './facts/facts.model.ts'
import { gatherFacts } from './facts/live-facts.operations.ts'
import { usedRows } from './facts/value-sources.rules.ts'
import { enterReport } from './register-entry.operations.ts'
import { markOf } from './report-differences.operations.ts'
import { differencesOf, versionIn } from './report-differences.rules.ts'
import { approvers, composed, requireOpen, writtenOf, YearInput } from './report-drafts.operations.ts'
import { indexReports } from './report-search.operations.ts'
import { FrozenReport, Narrative, ReportHead, ReportRow, Snapshot } from './reports.model.ts'
import { frozenText, missingParts, missingUnits } from './reports.rules.ts'
import * as store from './reports.store.ts'
import { problems } from './reports.texts.ts'

export const listReports = operation({
  name: 'reports.list',
  summary: 'The reports that were frozen, newest first.',
  effect: 'read',
  may: anyone,
  input: z.object({}),
  output: z.array(ReportRow),
  run: ({ tx }) => store.listFrozen(tx),
})

/** What was parsed as it was read: megabytes that are not to be parsed again on their way out. */
const parsed = new WeakSet<object>()
function isParsed(value: unknown): boolean {
  return typeof value === 'object' && value !== null && parsed.has(value)
}

export const report = operation({
  name: 'reports.report',
  summary: 'A frozen report: its head, hash, inputs and facts.',
  effect: 'read',
  may: anyone,
  isLarge: true,
  input: YearInput,
  output: FrozenReport.extend({
    inputs: z.union([z.custom<ReportInputs>(isParsed), ReportInputs]),
    snapshot: z.union([z.custom<Snapshot>(isParsed), Snapshot]),
  }),
  async run({ tx }, { year }) {
    const { data, head: _, ...contents } = await requireFrozen(tx, year)
    return { ...contents, takenOn: data.facts.takenOn, snapshot: data }
  },
})

/** Throws `reports.notFrozen`. */
export async function requireFrozenProof(tx: Tx, year: number) {
  const [frozenProof] = await store.findFrozenProof(tx, { year })
  if (!frozenProof) throw new ProblemError(problems.notFrozen({ year: String(year) }))
  return frozenProof
}

interface Held {
  readonly head: ReportHead
  readonly data: Snapshot
  readonly inputs: ReportInputs
}

/** By their hash, which covers all they hold: the reports that were read last. A large one takes some 40 MB. */
const held = new Map<string, Held>()
const mostHeld = 2

/** The frozen report of a year as it is read now. Throws `reports.notFrozen`. */
export async function requireFrozen(tx: Tx, year: number) {
  const proof = await requireFrozenProof(tx, year)
  const proofs = held.get(proof.hash) ?? (await readFrozen(tx, year))
  held.delete(proof.hash)
  held.set(proof.hash, proofs)
  for (const oldest of held.keys()) if (held.size > mostHeld) held.delete(oldest)
  return { ...proof, ...proofs }
}

async function readFrozen(tx: Tx, year: number): Promise<Held> {
  const [frozen] = await store.findFrozen(tx, { year })
  if (!frozen) throw new Error(`the report of ${year} is frozen and has no content`)
  const { head, data, inputs } = frozen
  const read = { head: store.keptHead(head), data: store.keptSnapshot(data), inputs: store.keptInputs(inputs) }
  parsed.add(read.data)
  parsed.add(read.inputs)
  return read
}

export const FreezeReport = YearInput.extend({
  ...ReportHead.shape,
  /** The draft as it was seen: `draftVersion` of `reports.preview`. */
  draftVersion: z.string().min(1).max(200),
  /** Must be true where units are not approved or sections not written. */
  incompleteIsKnown: z
    .union([z.boolean(), z.enum(['true', 'false']).transform((text) => text === 'true')])
    .default(false),
})

export const freezeReport = operation({
  name: 'reports.freeze',
  former: { fields: { draftVersion: 'seen' } },
  summary: 'Freezes the report of a round: takes the figures of this moment, numbers, dates and keeps their hash.',
  effect: 'write',
  touches: ['reports', 'issued-documents'],
  may: approvers,
  input: FreezeReport,
  output: z.object({ year: z.number(), hash: z.string() }),
  run: writeFrozenReport,
})

/** Freezes a report with the figures of this moment. Throws as the operation does. */
export async function writeFrozenReport(
  work: Work,
  { year, incompleteIsKnown, draftVersion, ...head }: z.infer<typeof FreezeReport>,
): Promise<{ year: number; hash: string }> {
  const { tx, now, caller, newId } = work
  await requireOpen(tx, year)
  await store.holdDraft(tx, { id: newId(), year, at: now })
  await requireOpen(tx, year)
  const { narrative, version } = await writtenOf(tx, year)
  const { facts, inputs, audit } = await factsAtRest(work, year)
  const mark = markOf(version, facts)
  if (mark !== draftVersion)
    throw changedSince(
      differencesOf(draftVersion, mark, { seen: await textsThen(tx, year, draftVersion), now: narrative }),
    )
  const [units, parts] = [missingUnits(facts), missingParts(narrative)]
  if (!incompleteIsKnown && (units.length > 0 || parts.length > 0)) {
    const counts = { units: units.length, parts: parts.length }
    throw new ProblemError(problems.incomplete(counts, ['incompleteIsKnown']))
  }
  const data: Snapshot = { format: 3, facts, narrative, ...composed(facts, narrative, head) }
  const hash = createHash('sha256').update(frozenText({ year, head, data, inputs, audit })).digest('hex')
  const [report] = await store.findReport(tx, { year })
  if (!report) throw new Error(`no draft of ${year} after it was begun`)
  const by = caller.account?.id
  await store.freeze(tx, {
    reportId: report.id,
    head,
    isSample: facts.isSample,
    at: now,
    by,
    data,
    inputs,
    hash,
    audit,
  })
  await store.insertUsed(tx, report.id, usedRows(inputs))
  await indexReports(tx)
  const unitId = (await rootUnit(tx, work.today)).id
  await enterReport(work, { unitId, year, head, isSample: facts.isSample, title: String(data.document.subject) })
  work.audit({
    subject: `report ${year}`,
    unitId,
    new: { number: head.number, symbol: head.symbol, hash, missing: units.length },
  })
  await work.publish({ name: 'reports.frozen', payload: { year, hash } })
  return { year, hash }
}

/** What was written as of a mark. */
async function textsThen(tx: Tx, year: number, mark: string): Promise<Narrative> {
  const [report] = await store.findReport(tx, { year })
  const version = versionIn(mark)
  const isVersion = Number.isInteger(version) && version >= 0 && version <= (report?.version ?? 0)
  const [then] = report && isVersion ? await store.findWritten(tx, { reportId: report.id, version }) : []
  return Narrative.parse(then?.texts ?? {})
}

/**
 * Facts that all come from one state of the data. Statements of a writing transaction each see what was committed before them;
 * every write leaves an entry, so a number of entries that stayed the same means that nothing was written in between.
 */
async function factsAtRest(work: Work, year: number) {
  for (let attempt = 0; attempt < 5; attempt++) {
    const [before] = await countEntries(work.tx)
    const [head] = await findHead(work.tx)
    const { data: facts, inputs, findUsed } = await gatherFacts(work, year)
    const used = await findUsed()
    const [after] = await countEntries(work.tx)
    if (head && before?.entries === after?.entries) {
      return { facts, inputs: { ...inputs, used }, audit: { seq: head.seq, hash: head.hash } }
    }
  }
  throw new ProblemError(problems.busy())
}

export const verifyReport = operation({
  name: 'reports.verify',
  summary: 'Computes the hash of a frozen report again, and looks up the audit entry it was frozen with.',
  effect: 'read',
  may: anyone,
  perMinute: 30,
  input: YearInput,
  output: z.object({
    year: z.number(),
    isIntact: z.boolean(),
    hash: z.string(),
    computed: z.string(),
    auditSeq: z.number(),
    auditHolds: z.boolean(),
  }),
  async prepare({ tx }, { year }) {
    const { hash, auditSeq: seq, auditHash } = await requireFrozenProof(tx, year)
    // As it is kept, whatever has been added to its shape since; summed up on another thread.
    const [frozen] = await reading(hash, () => store.findFrozenText(tx, { year }))
    if (!frozen) throw new Error(`the report of ${year} is frozen and has no content`)
    return () => proving(hash, () => freezingTasks('hashOf', year, frozen, { seq, hash: auditHash }))
  },
  async run({ tx }, { year }, computed) {
    const { hash, auditSeq, auditHash } = await requireFrozenProof(tx, year)
    const [entry] = await findAudit(tx, { seq: auditSeq })
    const auditHolds = auditSeq === 0 || entry?.hash === auditHash
    return { year, isIntact: computed === hash && auditHolds, hash, computed, auditSeq, auditHolds }
  },
})

/** Many who ask at once are told by one reading and one computing. */
const [reading, proving] = [createSingleFlight(), createSingleFlight()]

const freezingTasks = heavy<typeof import('./freezing.tasks.ts')>('modules/reports/freezing.tasks')
