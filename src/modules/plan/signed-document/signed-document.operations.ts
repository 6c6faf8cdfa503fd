/** Attaches the signed document: keeps the file, and the words of each clause that it finds. */
import { z } from 'zod'
import { ProblemError } from '#kernel/problem.ts'
import { WordsShape } from '#kernel/schema.ts'
import { anyone } from '#platform/authority.ts'
import { type FileUse, file, type Upload } from '#platform/files/upload.ts'
import { operation } from '#platform/operation.ts'
import { heavy } from '#platform/workers/heavy.ts'
import { listClauses } from '../plan.store.ts'
import { atCity, isApproverAtCity, MayStep, requirePlan } from '../plan-in-force.operations.ts'
import { FileNote } from './signed-document.model.ts'
import { isThePlan, type Reading, type Structured } from './signed-document.rules.ts'
import * as store from './signed-document.store.ts'
import { problems } from './signed-document.texts.ts'

/** The text of a plan of 30 pages has some 100 kB; as a Word file with its styles and a seal somewhat more. */
const mostMegabytes = 8

export const documentUse: FileUse = {
  maxBytes: mostMegabytes * 1_048_576,
  isNamed: true,
  isKept: true,
  tookBase64: true,
  tooLarge: () => problems.documentTooLarge({ megabytes: mostMegabytes }),
}

const Attached = z.object({
  document: z.uuid(),
  /** How many clauses the plan has, and how many got their words. */
  clauses: z.number(),
  matched: z.number(),
  missing: z.array(z.object({ ref: z.string(), title: WordsShape })),
  /** Lines that no clause took. */
  untaken: z.array(z.object({ line: z.number(), text: z.string() })),
  /** What the file holds besides the words that were read, or not as it was written. */
  notes: z.array(FileNote),
})
export type Attached = z.infer<typeof Attached>

export const attachDocument = operation({
  name: 'plan.attachDocument',
  summary:
    'Attaches the signed document, as a Word file or text: the words of every clause it finds take the place of earlier ones.',
  effect: 'write',
  body: 'file',
  may: atCity,
  input: z.object({
    file: file(documentUse),
    /** Letters of before Unicode (TCVN3, VNI) may be converted; without it they are refused. */
    convertsLetters: z.boolean().default(false),
  }),
  output: Attached,
  async prepare({ tx }, { file: sent, convertsLetters }) {
    const clauses = await listClauses(tx, { planId: (await requirePlan(tx)).id })
    return () => readSigned(sent, clauses, { convertsLetters })
  },
  async run({ tx, caller, now, newId, files, audit }, { file: sent }, reading) {
    const plan = await requirePlan(tx)
    const clauses = await listClauses(tx, { planId: plan.id })
    if (!isThePlan(reading, clauses)) throw new ProblemError(problems.notThePlan({ symbol: plan.symbol }, ['file']))
    const id = newId()
    const fileName = sent.name
    const message = await files.keep(sent, null)
    await store.insertDocument(tx, { id, planId: plan.id, fileName, file: message, by: caller.account?.id, at: now })
    await store.replaceTexts(tx, plan.id, id, reading.texts)
    const refs = new Set(reading.texts.map((text) => text.ref))
    const missing = clauses.filter((clause) => !refs.has(clause.ref)).map(({ ref, title }) => ({ ref, title }))
    audit({ subject: `plan ${plan.symbol}`, new: { file: message, fileName, matched: refs.size } })
    return {
      document: id,
      clauses: clauses.length,
      matched: refs.size,
      missing,
      untaken: [...reading.untaken],
      notes: [...reading.notes],
    }
  },
})

const documentTasks = heavy<typeof import('./signed-document.tasks.ts')>(
  'modules/plan/signed-document/signed-document.tasks',
)

/** The clauses found in an uploaded file. Throws the problems of `readDocument`, each at the file. */
async function readSigned(
  sent: Upload,
  clauses: readonly Structured[],
  consent: { convertsLetters: boolean },
): Promise<Reading & { readonly notes: readonly FileNote[] }> {
  try {
    const structure = clauses.map(({ ref, parentRef, kind }) => ({ ref, parentRef, kind }))
    return await documentTasks('readSigned', sent, structure, consent)
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error
    throw new ProblemError(...error.problems.map((problem) => ({ ...problem, path: ['file'] })))
  }
}

export const documentInfo = operation({
  name: 'plan.document',
  summary: 'The signed document that is attached, if any.',
  effect: 'read',
  reads: ['access', 'organisation'],
  may: anyone,
  input: z.object({}),
  output: z.object({ document: store.DocumentRow.nullable(), mayAttach: MayStep }),
  async run(work) {
    const { tx } = work
    const plan = await requirePlan(tx)
    const [document] = await store.findDocument(tx, { planId: plan.id })
    return { document: document ?? null, mayAttach: await isApproverAtCity(work) }
  },
})
