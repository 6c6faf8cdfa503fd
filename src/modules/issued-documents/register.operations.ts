/** What can be done with the register of issued documents: give a number, say that one is not used, explain a gap, read. */
import { z } from 'zod'
import { PageInput, pageOf } from '#kernel/page.ts'
import { ProblemError } from '#kernel/problem.ts'
import { Code, Slug } from '#kernel/schema.ts'
import { requireUnit } from '#modules/organisation'
import { anyOf, anyone, roleAt } from '#platform/authority.ts'
import { operation, type Work } from '#platform/operation.ts'
import { DocumentInput, DocumentKind, GapInput, NumberGap, Reason, RegisterEntry, RegisterYear } from './model.ts'
import * as store from './store.ts'
import { problems } from './texts.ts'

type OfUnit = { readonly unit: string }
const unitOf = async ({ unit }: OfUnit, tx: Work['tx'], on: string) => (await requireUnit(tx, unit, on)).id
const unitOfEntry = async ({ id }: { id: string }, tx: Work['tx']) => (await store.findEntry(tx, { id }))[0]?.unitId
const editorOfUnit = roleAt('editor', 'unit', unitOf)
const readerOfUnit = anyOf(roleAt('reader', 'unit', unitOf), roleAt('auditor', 'unit', unitOf))

const BookYear = z.object({ unit: Code, year: RegisterYear })
/** Where an entry stands: the book of its unit and year. */
const Place = z.object({ unit: z.string(), year: z.number() })
const EntryAsked = z.object({ id: z.uuid() })

export const list = operation({
  name: 'issued-documents.list',
  summary: 'The register of issued documents of a unit and a year, kind by kind, the latest number first.',
  effect: 'read',
  may: readerOfUnit,
  input: PageInput.extend(BookYear.shape).extend({ kind: Slug.optional() }),
  output: pageOf(RegisterEntry),
  async run({ tx, today }, { unit, year, kind, ...page }) {
    const { id: unitId } = await requireUnit(tx, unit, today)
    return store.listEntries(tx, { unitId, year, kind }, page)
  },
})

export const entry = operation({
  name: 'issued-documents.entry',
  summary: 'One entry of the register of issued documents.',
  effect: 'read',
  may: anyOf(roleAt('reader', 'entry.unit', unitOfEntry), roleAt('auditor', 'entry.unit', unitOfEntry)),
  input: EntryAsked,
  output: RegisterEntry.extend(Place.shape),
  run: ({ tx }, { id }) => requireEntry(tx, id),
})

export const kinds = operation({
  name: 'issued-documents.kinds',
  summary: 'The kinds of administrative documents, with their abbreviations.',
  effect: 'read',
  may: anyone,
  input: z.object({}),
  output: z.array(DocumentKind),
  run: ({ tx }) => store.listKinds(tx),
})

const mostGaps = 200

export const gaps = operation({
  name: 'issued-documents.gaps',
  summary: `Numbers of a unit's books of a year that bear no document and no reason: the first ${mostGaps} gaps.`,
  effect: 'read',
  may: readerOfUnit,
  input: BookYear,
  output: z.array(NumberGap),
  async run({ tx, today }, { unit, year }) {
    const { id: unitId } = await requireUnit(tx, unit, today)
    return store.listGaps(tx, { unitId, year, most: mostGaps })
  },
})

export const register = operation({
  name: 'issued-documents.register',
  summary: 'Enters a document that a unit issues, with the next number of its book or with a given one.',
  effect: 'write',
  may: editorOfUnit,
  input: DocumentInput.extend({ unit: Code }),
  output: z.object({ id: z.uuid(), number: z.number(), ...Place.shape }),
  async run(work, { unit: code, ...document }) {
    const { tx, today, audit } = work
    const known = await store.listKinds(tx)
    const wrong = [
      ...(document.issuedOn > today ? [problems.issuedLater({}, ['issuedOn'])] : []),
      ...(known.some(({ code }) => code === document.kind) ? [] : [problems.unknownKind({}, ['kind'])]),
    ]
    if (wrong.length > 0) throw new ProblemError(...wrong)
    const { id: unitId } = await requireUnit(tx, code, today)
    const entered = await enterDocument(work, { ...document, unitId, isSample: false })
    audit({ subject: `document ${entered.number}/${document.symbol}`, unitId, new: { ...document, ...entered } })
    return { ...entered, unit: code, year: Number(document.issuedOn.slice(0, 4)) }
  },
})

/** A document that a unit issues. */
export interface IssuedDocument extends DocumentInput {
  readonly unitId: string
  /** Of sample data: it takes a number of a book of samples. */
  readonly isSample: boolean
  /** What issued it, where a module did: `reports 2026`; once. */
  readonly source?: string
}

/**
 * Enters a document into the register of its unit, with the next number of the book where none is given; in the transaction of whoever
 * issues it, so that a number is taken with its document or not at all.
 * @throws ProblemError `issued-documents.numberTaken` at `number`, `bookFull`.
 */
export async function enterDocument(
  { tx, newId, now, caller }: Work,
  { unitId, isSample, kind, number: wanted, ...document }: IssuedDocument,
): Promise<{ id: string; number: number }> {
  const book = { unitId, year: Number(document.issuedOn.slice(0, 4)), kind, isSample }
  const [taken] = await store.takeNumber(tx, { ...book, number: wanted })
  if (!taken) throw new Error(`no number of ${kind} ${book.year} was taken`)
  const { number } = taken
  const id = newId()
  const place = { ...book, id, firstNumber: number, lastNumber: number, state: 'issued' as const }
  await store.insertEntry(tx, { ...place, ...document, recordedBy: caller.account?.id, recordedAt: now })
  return { id, number }
}

/** Enters what a module issued before there was a register; whether it did: not what stands there, nor where its number is another's. */
export async function enterLater(
  work: Work,
  document: IssuedDocument & { readonly number: number; readonly source: string },
): Promise<boolean> {
  const { tx } = work
  const year = Number(document.issuedOn.slice(0, 4))
  if ((await store.findInTheWay(tx, { ...document, year })).length > 0) return false
  await enterDocument(work, document)
  return true
}

/** Of a load that has nothing left to enter. */
export function nothingToEnter(): ProblemError {
  return new ProblemError(problems.alreadyLoaded())
}

export const markUnused = operation({
  name: 'issued-documents.markUnused',
  summary: 'Says that a number was given and its document not issued: it stays taken, with the reason.',
  effect: 'write',
  may: roleAt('editor', 'entry.unit', unitOfEntry),
  input: EntryAsked.extend({ version: z.coerce.number().int().min(1), reason: Reason }),
  output: z.object({ version: z.number(), ...Place.shape }),
  async run({ tx, now, caller, audit }, { id, version, reason }) {
    await store.lockEntry(tx, id)
    const before = await requireEntry(tx, id)
    if (before.version !== version) throw new ProblemError(problems.changedMeanwhile())
    if (before.isByModule) throw new ProblemError(problems.byModule())
    if (before.state === 'unused') throw new ProblemError(problems.alreadyUnused())
    await store.writeUnused(tx, { id, reason, by: caller.account?.id, at: now })
    const { unitId, firstNumber, symbol } = before
    audit({ subject: `document ${firstNumber}/${symbol}`, unitId, old: { state: before.state }, new: { reason } })
    return { version: version + 1, unit: before.unit, year: before.year }
  },
})

export const explainGap = operation({
  name: 'issued-documents.explainGap',
  summary: 'Says why numbers of a book bear no document; they can be given no more.',
  effect: 'write',
  may: editorOfUnit,
  input: GapInput,
  output: z.object({ id: z.uuid(), ...Place.shape }),
  async run({ tx, newId, now, today, caller, audit }, { unit: code, year, kind, firstNumber, lastNumber, reason }) {
    if (lastNumber < firstNumber) throw new ProblemError(problems.gapBackwards({}, ['lastNumber']))
    const { id: unitId } = await requireUnit(tx, code, today)
    const book = { unitId, year, kind, isSample: false }
    const [{ lastNumber: last } = { lastNumber: 0 }] = await store.lockBook(tx, book)
    if (lastNumber > last) throw new ProblemError(problems.gapAhead({ last }, ['lastNumber']))
    const id = newId()
    const gap = { ...book, id, firstNumber, lastNumber, state: 'unused' as const, reason }
    await store.insertEntry(tx, { ...gap, recordedBy: caller.account?.id, recordedAt: now })
    audit({ subject: `numbers ${kind} ${year}`, unitId, new: { firstNumber, lastNumber, reason } })
    return { id, unit: code, year }
  },
})

/** Throws `issued-documents.unknown`. */
async function requireEntry(tx: Work['tx'], id: string) {
  const [entry] = await store.findEntry(tx, { id })
  if (!entry) throw new ProblemError(problems.unknown())
  return entry
}
