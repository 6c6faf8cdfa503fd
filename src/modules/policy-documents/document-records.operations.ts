/** What can be done with directing documents: record and correct them at one's unit, tie them to the plan, read and find them. */
import { z } from 'zod'
import { PageInput, pageOf } from '#kernel/page.ts'
import { ProblemError } from '#kernel/problem.ts'
import { Code, Slug } from '#kernel/schema.ts'
import { unitsInSight } from '#modules/access'
import { requireUnit } from '#modules/organisation'
import { planItemKinds, planItemsOf, requirePlan } from '#modules/plan'
import { anyone, isOperator, operator, roleAt } from '#platform/authority.ts'
import type { Tx } from '#platform/database/index.ts'
import type { Fact } from '#platform/fact.ts'
import { mediaTypes } from '#platform/files/media-types.ts'
import { type FileUse, file } from '#platform/files/upload.ts'
import { operation, type Work } from '#platform/operation.ts'
import type { SearchEntry, SearchKind } from '#platform/search/entries.ts'
import { findEntries } from '#platform/search/find.ts'
import { putEntries } from '#platform/search/store.ts'
import { DocumentInput, DocumentKind, NamedItem, PlanItem, PolicyDocument } from './model.ts'
import { documentPath, documentsPath } from './paths.ts'
import * as store from './store.ts'
import { problems, texts } from './texts.ts'

/** As the module is called: who reads for this field sees what is internal. */
const documentField = 'policy-documents'

/** Anybody reads; what is internal, readers of its unit. */
const publicRead = { effect: 'read', reads: ['access', 'organisation', 'plan'], may: anyone } as const

const DocumentAsked = z.object({ id: z.uuid() })

const editorOfUnit = roleAt('editor', 'unit', async ({ unit }: { unit: string }, tx, on) => {
  return (await requireUnit(tx, unit, on)).id
})
const editorOfDocument = roleAt('editor', 'document.unit', async ({ id }: { id: string }, tx) => {
  const [document] = await store.findDocument(tx, { id, visibleAt: undefined })
  return document?.unit.id
})

export const list = operation({
  name: 'policy-documents.list',
  summary: 'Directing documents, newest first: of a unit, a year, a kind; internal ones for readers of their unit.',
  ...publicRead,
  input: PageInput.extend({
    unit: Code.optional(),
    /** The day on which the unit bears the code; today unless told. */
    on: z.iso.date().optional(),
    year: z.coerce.number().int().min(1945).max(2100).optional(),
    kind: Slug.optional(),
  }),
  output: pageOf(PolicyDocument),
  async run(work, { unit, on = work.today, year, kind, ...page }) {
    const unitId = unit ? (await requireUnit(work.tx, unit, on)).id : undefined
    return store.listDocuments(work.tx, { unitId, year, kind, visibleAt: await inSightOf(work) }, page)
  },
})

export const document = operation({
  name: 'policy-documents.document',
  summary: 'One directing document, with what of the plan it implements.',
  ...publicRead,
  input: DocumentAsked,
  output: PolicyDocument.extend({ items: z.array(NamedItem) }),
  async run(work, { id }) {
    const document = await requireDocument(work, id)
    return { ...document, items: await planItemsOf(work.tx, await store.listItems(work.tx, { id })) }
  },
})

export const documentFile = operation({
  name: 'policy-documents.file',
  summary: 'The file of a directing document, as a download.',
  ...publicRead,
  answersFile: true,
  input: DocumentAsked,
  output: z.object({ file: z.string(), fileName: z.string(), mediaType: z.string() }),
  async run(work, { id }) {
    await requireDocument(work, id)
    const [row] = await store.findFile(work.tx, { id })
    if (!row) throw new ProblemError(problems.noFile())
    const { file, fileName, fileType: mediaType } = row
    return { file, fileName, mediaType }
  },
})

export const kinds = operation({
  name: 'policy-documents.kinds',
  summary: 'The kinds of directing documents, with their abbreviations.',
  effect: 'read',
  may: anyone,
  input: z.object({}),
  output: z.array(DocumentKind),
  run: ({ tx }) => store.listKinds(tx),
})

export const findItems = operation({
  name: 'policy-documents.findItems',
  summary: 'Clauses, targets and duties of the plan by their words, for tying a document to them.',
  effect: 'read',
  may: anyone,
  input: z.object({ query: z.string().max(100) }),
  output: z.array(NamedItem),
  async run({ tx, today: on }, { query }) {
    const entries = await findEntries(tx, { query, kinds: planItemKinds, visibleAt: [], on, limit: 10 })
    return entries.map((entry) => NamedItem.parse(entry))
  },
})

const mostMegabytes = 8

/** What a file may be: nothing that a browser would run. */
export const documentFileUse: FileUse = {
  maxBytes: mostMegabytes * 1_000_000,
  kinds: ['pdf', 'word', 'png', 'jpeg'],
  isNamed: true,
  isKept: true,
  tooLarge: () => problems.fileTooLarge({ megabytes: mostMegabytes }),
  otherKind: () => problems.fileType(),
}

const FiledDocument = DocumentInput.extend({ file: file(documentFileUse).optional() })
type FiledDocument = z.infer<typeof FiledDocument>

export const add = operation({
  name: 'policy-documents.add',
  summary: 'Records a directing document that a unit issued, with its file.',
  effect: 'write',
  body: 'file',
  may: editorOfUnit,
  input: FiledDocument.extend({ unit: Code }),
  output: DocumentAsked,
  async run(work, { unit: code, ...input }) {
    const { tx, newId, today, now, caller, audit } = work
    const unit = await requireUnit(tx, code, today)
    const id = newId()
    const row = { ...(await checked(work, unit.id, input)), id, unitId: unit.id, by: caller.account?.id, at: now }
    await store.insertDocuments(tx, [row])
    await keepFile(work, { id, unitId: unit.id }, input)
    await indexDocuments(tx, [id])
    audit({ subject: `document ${input.number}`, unitId: unit.id, new: auditOf(input) })
    return { id }
  },
})

export const edit = operation({
  name: 'policy-documents.edit',
  summary: 'Corrects a directing document, or says since when it is not in force and what replaces it.',
  effect: 'write',
  body: 'file',
  may: editorOfDocument,
  input: FiledDocument.extend(DocumentAsked.shape).extend({ version: z.coerce.number().int().min(1) }),
  output: z.object({ version: z.number() }),
  async run(work, { id, version, ...input }) {
    const { tx, now, caller, audit } = work
    await store.lockDocument(tx, id)
    const before = await requireDocument(work, id)
    if (before.version !== version) throw new ProblemError(problems.changedMeanwhile())
    const { id: unitId } = before.unit
    await store.writeDocument(tx, { ...(await checked(work, unitId, input, id)), id, by: caller.account?.id, at: now })
    await keepFile(work, { id, unitId }, input)
    await indexDocuments(tx, [id])
    audit({ subject: `document ${input.number}`, unitId, old: before, new: auditOf(input) })
    return { version: version + 1 }
  },
})

const ItemTied = DocumentAsked.extend({ item: PlanItem })

export const tie = operation({
  name: 'policy-documents.tie',
  summary: 'Says that a document implements a clause, a target or a duty of the plan.',
  effect: 'write',
  may: editorOfDocument,
  input: ItemTied,
  output: z.object({}),
  async run(work, { id, item }) {
    const { unit, number } = await requireDocument(work, id)
    if ((await planItemsOf(work.tx, [item])).length === 0) throw new ProblemError(problems.unknownItem({}, ['item']))
    await store.insertItems(work.tx, id, [item])
    work.audit({ subject: `document ${number}`, unitId: unit.id, new: { implements: item } })
    return {}
  },
})

export const untie = operation({
  name: 'policy-documents.untie',
  summary: 'Takes back that a document implements an item of the plan.',
  effect: 'write',
  may: editorOfDocument,
  input: ItemTied,
  output: z.object({}),
  async run(work, { id, item }) {
    const { unit, number } = await requireDocument(work, id)
    if (await store.removeItem(work.tx, id, item)) {
      work.audit({ subject: `document ${number}`, unitId: unit.id, old: { implements: item } })
    } else work.unchanged()
    return {}
  },
})

export const loadPlanDocument = operation({
  name: 'policy-documents.loadPlan',
  summary: 'Records the plan in force as a directing document of the city, where no document is recorded.',
  effect: 'write',
  may: operator,
  input: z.object({ unit: Code }),
  output: DocumentAsked,
  async run({ tx, newId, now, audit }, { unit: code }) {
    const [counted] = await store.countDocuments(tx, undefined)
    if (counted?.count) throw new ProblemError(problems.alreadyLoaded())
    const { symbol: number, title, issuedOn } = await requirePlan(tx)
    const unit = await requireUnit(tx, code, issuedOn)
    const id = newId()
    const row = { id, unitId: unit.id, number, issuedOn, kind: 'plan', title: title.vi, isPublic: true, at: now }
    await store.insertDocuments(tx, [row])
    await indexDocuments(tx, [id])
    audit({ subject: `document ${number}`, unitId: unit.id, new: { number, issuedOn } })
    return { id }
  },
})

async function keepFile(
  { tx, files }: Work,
  { id, unitId }: { id: string; unitId: string },
  { file: sent }: FiledDocument,
): Promise<void> {
  if (!sent) return
  const text = await files.keep(sent, unitId)
  await store.writeFile(tx, id, { file: text, fileName: sent.name, fileType: mediaTypes[sent.kind].type })
}

/** What was given, with the day of a replacement filled in. Throws what is wrong, each at its field. */
async function checked(work: Work, unitId: string, input: DocumentInput, id?: string) {
  const { tx, today } = work
  const { number, issuedOn, kind, title, isPublic, replacedBy, endedOn } = input
  const known = await store.listKinds(tx)
  const wrong = [
    ...(issuedOn > today ? [problems.issuedLater({}, ['issuedOn'])] : []),
    ...(known.some(({ code }) => code === kind) ? [] : [problems.unknownKind({}, ['kind'])]),
    ...(endedOn && endedOn < issuedOn ? [problems.endsBefore({}, ['endedOn'])] : []),
    ...(replacedBy && replacedBy === id ? [problems.replacesItself({}, ['replacedBy'])] : []),
  ]
  if (wrong.length > 0) throw new ProblemError(...wrong)
  const [later] = replacedBy ? await store.findDocument(tx, { id: replacedBy, visibleAt: undefined }) : []
  if (replacedBy && (later?.unit.id !== unitId || later.issuedOn < issuedOn)) {
    throw new ProblemError(problems.unknownReplacing({}, ['replacedBy']))
  }
  return { number, issuedOn, kind, title, isPublic, replacedBy, endedOn: endedOn ?? later?.issuedOn }
}

function auditOf({ file: sent, ...input }: FiledDocument) {
  return { ...input, fileName: sent?.name }
}

/** Throws `policy-documents.unknown`, also for what the caller must not see. */
async function requireDocument(work: Work, id: string): Promise<PolicyDocument> {
  const [document] = await store.findDocument(work.tx, { id, visibleAt: await inSightOf(work) })
  if (!document) throw new ProblemError(problems.unknown())
  return document
}

async function inSightOf({ tx, caller, field, today }: Work): Promise<string[] | undefined> {
  if (!caller.account) return isOperator(caller) ? undefined : []
  return (await unitsInSight(tx, caller.account.id, { field, on: today })).map(({ id }) => id)
}

/** Writes what documents are searched for by: after whatever changed them. */
export async function indexDocuments(tx: Tx, ids: readonly string[]): Promise<void> {
  await putEntries(tx, documentSearch.kind, (await store.listForSearch(tx, { ids })).map(entryOf))
}

function entryOf({ id, number, title, kindName, unit, isPublic }: PolicyDocument): SearchEntry {
  return {
    id,
    ref: number,
    name: { vi: title, en: title },
    detail: { vi: `${kindName.vi} ${number} · ${unit.name}`, en: `${kindName.en} ${number} · ${unit.name}` },
    href: documentPath.to({ id }),
    text: `${number} ${kindName.vi} ${kindName.en} ${unit.name}`,
    visibleAt: isPublic ? null : { unitId: unit.id, field: documentField },
  }
}

export const documentSearch: SearchKind = {
  kind: 'policy-document',
  order: 50,
  words: texts.documents,
  entries: async (tx) => (await store.listForSearch(tx, {})).map(entryOf),
}

/** Beside the measure of the commune's form: how many documents are on record. */
export const documentsIssued: Fact = {
  measure: 'documents_issued',
  words: texts.known,
  async read(tx, { unitId, unitCode, year }) {
    const [issued] = await store.countIssued(tx, { unitId, year })
    return issued && { amount: issued.count, href: documentsPath.to({ unit: unitCode, year }) }
  },
}
