/** What can be done with a table import: take a file, look how it stands, take a step; and the operator's part, work on it batch by batch. */
import { z } from 'zod'
import { Hindrances, History } from '#kernel/history.ts'
import { PageInput, pageOf } from '#kernel/page.ts'
import { describe, ProblemError } from '#kernel/problem.ts'
import { operator } from '#platform/authority.ts'
import { fileProblems } from '#platform/files/problems.ts'
import { type FileUse, file } from '#platform/files/upload.ts'
import { operation, type Work } from '#platform/operation.ts'
import { problems as platformProblems } from '#platform/problems.ts'
import type { ImportDefinition } from './definition.ts'
import { clearOut, placesOf } from './import-files.ts'
import { problems } from './problems.ts'
import * as store from './store.ts'
import { importSteps, onItsWay, personSteps } from './workflow.ts'
import { type Prepared, prepareBatch, runBatch, WorkAnswer, WorkInput } from './working.ts'

/** The event that wakes whoever works on imports. */
export const waitingEvent = 'table-import.waiting'

const ImportInput = z.object({ id: z.uuid() })

/** Whether it is a table is looked at when it is read. */
export const tableUse: FileUse = {
  maxBytes: 12_000_000,
  isNamed: true,
  isKept: true,
  tooLarge: () => fileProblems.tooLarge({ megabytes: 12 }),
}

export type ImportOperations = ReturnType<typeof importOperations>

type Kind = ImportDefinition<never>

export function importOperations(kind: Kind) {
  return {
    take: takeOperation(kind),
    list: listOperation(kind),
    state: stateOperation(kind),
    problems: problemsOperation(kind),
    step: stepOperation(kind),
    work: workOperation(kind),
  }
}

export const ImportStatus = store.TableImport.extend({ history: History, hindrances: Hindrances })
export type ImportStatus = z.infer<typeof ImportStatus>

function stateOperation(kind: Kind) {
  return operation({
    name: `${kind.name}State`,
    summary: `How an import of ${kind.name} stands: its table, how far it is, why it stopped, what was done to it and what keeps a step back.`,
    effect: 'read',
    may: kind.may,
    input: ImportInput,
    output: ImportStatus,
    async run(work, { id }) {
      const made = await requireImport(work.tx, kind, id)
      const steps = importSteps(kind)
      const wrong = wrongRowsOf(kind, made)
      const hindrances = {
        ...(wrong && { confirm: { vi: describe('vi', wrong), en: describe('en', wrong) } }),
        ...steps.hindrances(work, onItsWay(made)),
      }
      return { ...made, history: await steps.history(work.tx, id), hindrances }
    },
  })
}

/** Rows that keep an import back, where it is not for leaving them out. */
function wrongRowsOf({ mayLeaveOut }: Kind, { wrongRowCount }: Pick<store.TableImport, 'wrongRowCount'>) {
  return wrongRowCount > 0 && !mayLeaveOut ? problems.wrongRows({ count: wrongRowCount }) : undefined
}

function takeOperation(kind: Kind) {
  return operation({
    name: kind.name,
    summary: `Takes a table, CSV or Excel: ${kind.title.en}. It is read and checked in the background; nothing is stored before that is confirmed.`,
    effect: 'write',
    body: 'file',
    touches: [],
    may: kind.may,
    input: z.object({ file: file(tableUse) }),
    output: ImportInput,
    async run(work, { file: sent }) {
      const text = await work.files.keep(sent, null)
      return { id: await beginImport(work, kind, { file: text, fileName: sent.name }) }
    },
  })
}

/** Begins an import of a file that is kept already. */
export async function beginImport(
  work: Work,
  kind: Kind,
  { file, fileName }: { readonly file: string; readonly fileName: string },
): Promise<string> {
  const { tx, caller, now, newId, audit, publish } = work
  const id = newId()
  const by = caller.account?.name ?? caller.via
  await store.insertImport(tx, { id, kind: kind.name, file, fileName, accountId: caller.account?.id, by, at: now })
  await importSteps(kind).take(work, onItsWay({ id, state: 'reading' }), 'take')
  audit({ subject: `import ${id}`, new: { file: fileName } })
  await publish({ name: waitingEvent, payload: { kind: kind.name } })
  return id
}

function listOperation(kind: Kind) {
  return operation({
    name: `${kind.name}List`,
    summary: `Imports of ${kind.name}, the newest first.`,
    effect: 'read',
    may: kind.may,
    input: PageInput.extend({ state: store.TableImport.shape.state.optional() }),
    output: pageOf(store.TableImport),
    run: ({ tx }, { state, ...page }) => store.listImports(tx, { kind: kind.name, state }, page),
  })
}

function problemsOperation(kind: Kind) {
  return operation({
    name: `${kind.name}Problems`,
    summary: `What is wrong with the rows of an import of ${kind.name}, in both languages, each with its line and column.`,
    effect: 'read',
    may: kind.may,
    input: PageInput.extend(ImportInput.shape),
    output: pageOf(store.RowProblem),
    async run({ tx }, { id, ...page }) {
      await requireImport(tx, kind, id)
      return store.listProblems(tx, { id }, page)
    },
  })
}

function stepOperation(kind: Kind) {
  return operation({
    name: `${kind.name}Step`,
    summary: `Takes a step of an import of ${kind.name}: confirm, so that its rows are stored; cancel, stop, continue; or undo all that it stored.`,
    effect: 'write',
    may: kind.may,
    input: ImportInput.extend({ step: z.enum(personSteps) }),
    // Kept as JSON for who sends a form twice.
    output: store.TableImport.pick({ id: true, state: true, storedCount: true, undoneCount: true }),
    async run(work, { id, step }) {
      const { tx, now, audit, publish } = work
      const held = await requireHeld(work, kind, id)
      const { state } = held
      const steps = importSteps(kind)
      steps.require(work, held, step)
      const wrong = step === 'confirm' ? wrongRowsOf(kind, held) : undefined
      if (wrong) throw new ProblemError(wrong)
      const next = await steps.take(work, onItsWay(held), step)
      // Whoever works on it finds their turn gone.
      const change = { state: next, turn: null, workedAt: null, turnsBegun: 0, failure: null }
      const undone = step === 'undo' ? await undo(work, kind, id) : 0
      await store.updateImport(tx, id, { ...change, ...(step === 'undo' && { undoneCount: undone }) })
      if (next === 'cancelled' || next === 'undone') await store.dropRows(tx, id)
      if (next === 'cancelled') await clearOut(placesOf(work.settings.dataFolder, id))
      if (next === 'storing') await publish({ name: waitingEvent, payload: { kind: kind.name } })
      audit({ subject: `import ${id}`, old: { state }, new: { state: next, at: now, ...(undone && { undone }) } })
      return requireImport(tx, kind, id)
    },
  })
}

async function undo(work: Work, kind: Kind, id: string): Promise<number> {
  if (!kind.undo) throw new ProblemError(problems.noUndo())
  await store.allowLong(work.tx)
  return kind.undo(work, id)
}

function workOperation(kind: Kind) {
  return operation({
    name: `${kind.name}Work`,
    summary: `Works on an import of ${kind.name} for one batch: the one named, or the one that waits longest.`,
    effect: 'write',
    may: operator,
    input: WorkInput,
    output: WorkAnswer,
    prepare: (work, input) => prepareBatch(work, kind, input),
    run: (work, input, batch: Prepared | undefined) => runBatch(work, kind, input, batch),
  })
}

async function requireImport(tx: Work['tx'], { name }: Kind, id: string): Promise<store.TableImport> {
  const [result] = await store.findImport(tx, { kind: name, id })
  if (!result) throw new ProblemError(platformProblems.notFound())
  return result
}

async function requireHeld({ tx, now }: Work, { name }: Kind, id: string): Promise<store.HeldImport> {
  const [held] = await store.holdImport(tx, { kind: name, id, since: now })
  if (!held) throw new ProblemError(platformProblems.notFound())
  return held
}
