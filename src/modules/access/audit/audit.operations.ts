/** Reading the audit log of a unit and everything under it, and proving that nobody changed it. */
import { z } from 'zod'
import { allFields } from '#kernel/field.ts'
import { PageInput, pageOf } from '#kernel/page.ts'
import { ProblemError } from '#kernel/problem.ts'
import { requireUnit, roleAtCity, rootUnit, unitById } from '#modules/organisation'
import {
  type AuditRow,
  findAudit,
  findHead,
  findUnsealed,
  listAudit,
  streamBatches,
  streamFirstPart,
  streamLinks,
} from '#platform/audit/store.ts'
import { anyOf, type FieldRule, type Locate, roleAt } from '#platform/authority.ts'
import type { Tx } from '#platform/database/index.ts'
import { operation } from '#platform/operation.ts'
import { Day, UnitCode } from '../accounts.model.ts'
import { findByEmail, namesOf } from '../accounts.store.ts'
import { fieldsOfCaller } from '../fields.operations.ts'
import { Anchor } from './anchors.model.ts'
import { ChainReport, Entry, EntryDetail } from './audit.model.ts'
import { ChainCheck, chainStart } from './audit.rules.ts'
import * as store from './audit.store.ts'
import { problems } from './audit.texts.ts'

/** Administrators and auditors of the unit found by `locate`. */
function readersAt<Input>(subject: string, locate: Locate<Input>, field: FieldRule<Input>) {
  return anyOf(roleAt('administrator', subject, locate, field), roleAt('auditor', subject, locate, field))
}

const unitAsked: Locate<{ unit?: string }> = async ({ unit }, tx, on) =>
  (unit === undefined ? await rootUnit(tx, on) : await requireUnit(tx, unit, on)).id

export const auditEntries = operation({
  name: 'access.audit',
  summary:
    'The audit log of a unit and everything under it, of the fields you answer for (without a unit: of the city, and what is about none).',
  effect: 'read',
  may: readersAt('unit', unitAsked, 'any'),
  input: PageInput.extend({
    unit: UnitCode.optional(),
    /** An e-mail: what this account did, and what was done to it. */
    account: z.string().trim().toLowerCase().max(200).optional(),
    /** An operation, or all of a module. */
    operation: z.string().max(100).optional(),
    from: Day.optional(),
    until: Day.optional(),
  }),
  output: pageOf(Entry),
  async run(work, { unit, account, operation: named, from, until, ...page }) {
    const { tx, today } = work
    const root = await rootUnit(tx, today)
    const top = unit === undefined ? root : await requireUnit(tx, unit, today)
    const unitIds = top.id === root.id ? undefined : await idsUnder(tx, top.id)
    const [person] = account ? await findByEmail(tx, { email: account }) : []
    const filter = {
      unitIds,
      fields: await fieldsOfCaller(work, top.id, 'administrator', 'auditor'),
      actorId: person?.id,
      subject: account ? `account ${account}` : undefined,
      operation: named,
      from: from ? startOf(from) : undefined,
      until: until ? startOf(until) : undefined,
    }
    const entries = await listAudit(tx, filter, page)
    return { ...entries, rows: await withUnits(tx, entries.rows) }
  },
})

export const auditEntry = operation({
  name: 'access.auditEntry',
  summary: 'One entry of the audit log: what was sent, old and new, and its hash.',
  effect: 'read',
  may: readersAt(
    'entry.unit',
    async ({ seq }: { seq: number }, tx, on) => {
      const [entry] = await findAudit(tx, { seq })
      const unit = entry?.unitId ? await unitById(tx, entry.unitId, on) : undefined
      // What is about no unit, or about one that has ended, is the city's to read.
      return unit?.id ?? (await rootUnit(tx, on)).id
    },
    // An entry that is not there is asked for by those who may read any.
    {
      subject: 'entry.field',
      locate: async ({ seq }, tx) => (await findAudit(tx, { seq }))[0]?.field ?? allFields,
    },
  ),
  input: z.object({ seq: z.coerce.number().int().min(1) }),
  output: Entry.extend({
    detail: EntryDetail,
    /** The persons shown, by name; an account that is no more is left out. */
    shown: z.array(z.string()),
    /** Null while it waits for the sealer. */
    previousHash: z.string().nullable(),
    hash: z.string().nullable(),
  }),
  async run({ tx }, { seq }) {
    const [entry] = await findAudit(tx, { seq })
    if (!entry) throw new ProblemError(problems.unknownEntry({ seq }))
    const [named] = await withUnits(tx, [entry])
    if (!named) throw new ProblemError(problems.unknownEntry({ seq }))
    const { detail, previousHash, hash } = entry
    const content = EntryDetail.parse(detail)
    const names = await namesOf(tx, { ids: content.records ?? [] })
    const shown = names.map(({ name }) => name).sort((a, b) => a.localeCompare(b, 'vi'))
    return { ...named, detail: content, shown, previousHash, hash }
  },
})

/** An anchor a day for thirty years. */
export const mostAnchors = 11_000

export const verifyAudit = operation({
  name: 'access.verifyAudit',
  summary:
    'Recomputes the hash of every sealed audit entry and batch in order, counts what is sealed, waiting, changed and missing, names the first fault, and holds the chain against anchors kept elsewhere.',
  effect: 'read',
  may: roleAtCity('auditor'),
  input: z.object({ against: z.array(Anchor).max(mostAnchors).optional() }),
  output: ChainReport,
  perMinute: 5,
  async run({ tx }, { against }): Promise<ChainReport> {
    const check = new ChainCheck(against)
    for await (const link of streamFirstPart(tx)) check.link(link)
    for await (const link of streamLinks(tx)) check.link(link)
    for await (const batch of streamBatches(tx)) check.batch(batch)
    const [head] = await findHead(tx)
    const [unsealed] = await findUnsealed(tx)
    if (!unsealed) throw new Error('a sum of no rows has no row')
    // An emptied head bears out nothing.
    return check.report(head ?? chainStart, unsealed)
  },
})

async function idsUnder(tx: Tx, unitId: string): Promise<string[]> {
  return (await store.unitsEverUnder(tx, { unitId })).map(({ id }) => id)
}

async function withUnits(tx: Tx, rows: readonly AuditRow[]): Promise<Entry[]> {
  const ids = [...new Set(rows.flatMap((row) => row.unitId ?? []))]
  const named = ids.length === 0 ? [] : await store.namesOfUnits(tx, { ids })
  const byId = new Map(named.map((unit) => [unit.id, { code: unit.code, name: unit.name }]))
  return rows.map((row) => ({
    ...row,
    isSignedIn: row.actorId !== null,
    unit: (row.unitId && byId.get(row.unitId)) || null,
  }))
}

/** The first instant of a day in Vietnam, which keeps no summer time. */
function startOf(day: string): Date {
  return new Date(`${day}T00:00:00+07:00`)
}
