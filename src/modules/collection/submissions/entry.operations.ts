/** Filling a form in: cells saved as one goes, and the form sent. */
import { z } from 'zod'
import { ProblemError } from '#kernel/problem.ts'
import { operation, type Work } from '#platform/operation.ts'
import { dutyProblems } from '../duty-reports/duty-reports.operations.ts'
import type { FormRow } from '../forms/forms.model.ts'
import { listRows } from '../forms/forms.store.ts'
import { keepSent } from './cell-provenance.store.ts'
import type { ContentChange } from './content-changes.model.ts'
import { keepChanges, requireContentsSeen } from './content-changes.operations.ts'
import { cellProblem } from './findings.rules.ts'
import { contentOf, requireFillable } from './submission-contents.operations.ts'
import { holdSubmission, submissionSteps, touch } from './submission-steps.operations.ts'
import type { Cell, CellConflict, Submission } from './submissions.model.ts'
import { CellChange, LanguageName, Saved, SubmissionInput, SubmissionState } from './submissions.model.ts'
import { blocksSending, cellKey, readEntry } from './submissions.rules.ts'
import * as store from './submissions.store.ts'
import { problems } from './submissions.texts.ts'

export const SaveCells = SubmissionInput.extend({
  /** In which numbers are entered. */
  language: LanguageName.default('vi'),
  cells: z.array(CellChange).max(1000),
})

export const saveCells = operation({
  name: 'collection.saveCells',
  former: { fields: { entry: 'typed' } },
  summary:
    'Saves some cells of a form; a cell that somebody else changed meanwhile is not saved but given back with theirs.',
  effect: 'write',
  touches: ['collection.entry'],
  body: 'long',
  may: submissionSteps.mayTake('fill'),
  input: SaveCells,
  output: Saved,
  async run(work, input) {
    const { round, submission } = await holdSubmission(work.tx, input)
    requireFillable(round, submission, work.today)
    const measures = input.cells.map(({ measure }) => measure)
    const rows = await listRows(work.tx, { formId: submission.formId, measures })
    return keepCells(work, { submission, rows, changes: input.cells, language: input.language })
  },
})

interface Saving {
  readonly submission: Submission
  /** Of the form: at least those of the changes. */
  readonly rows: readonly FormRow[]
  readonly changes: readonly z.infer<typeof CellChange>[]
  readonly language: 'vi' | 'en'
}

/** Keeps the cells whose version is the one that was seen. The submission must be held. */
export async function keepCells(work: Work, saving: Saving): Promise<z.infer<typeof Saved>> {
  const { tx, caller, now } = work
  const { submission } = saving
  const { unitId, id: submissionId } = submission
  const measures = saving.changes.map(({ measure }) => measure)
  const stored = await store.listCells(tx, { unitId, submissionId, measures })
  const { fresh, kept: states, conflicts } = compare(saving, stored, work.isAgain ? caller.account?.id : undefined)
  if (fresh.length > 0) {
    await store.writeCells(tx, fresh, { id: caller.account?.id, name: caller.account?.name ?? caller.via, at: now })
    const changes = fresh.map((cell) => changeOf(cell, stored))
    await keepChanges(work, submission, changes)
    await touch(work, submission)
    work.audit({
      subject: `submission ${submission.unitCode}`,
      unitId,
      old: cellTexts(fresh, stored),
      new: cellTexts(fresh, fresh),
    })
  }
  const begun = submission.state === 'not-started' && fresh.length > 0
  return { state: begun ? 'in-progress' : submission.state, kept: states, conflicts }
}

function changeOf({ measure, category, entry, note }: store.CellRow, stored: readonly Cell[]): ContentChange {
  const before = stored.find((cell) => cell.measure === measure && cell.category === category)
  return { measure, category, before: before ? { entry: before.entry, note: before.note } : null, now: { entry, note } }
}

function compare({ submission, rows, changes, language }: Saving, stored: readonly store.StoredCell[], by?: string) {
  const fresh: store.CellRow[] = []
  const states: Saved['kept'] = []
  const conflicts: CellConflict[] = []
  // A cell named twice is the cell that was named last.
  const last = new Map(changes.map((change) => [cellKey(change.measure, change.category), change]))
  for (const change of last.values()) {
    const { measure, category } = change
    const row = rows.find((each) => each.measure === measure && each.category === category)
    if (!row) throw new ProblemError(problems.unknownMeasure({ measure }, ['cells', cellKey(measure, category)]))
    const before = stored.find((cell) => cell.measure === measure && cell.category === category)
    const entry = change.entry.trim()
    const note = (change.note ?? before?.note ?? '').trim()
    const version = before?.version ?? 0
    const { amount } = readEntry(row, entry, language)
    const isSame = note === (before?.note ?? '') && isSameText(before, entry, amount)
    if (isSame || isLeftAlone(change, { entry, note, version })) states.push({ measure, category, version })
    // Whoever went back to the page they had sent, and typed on, is not asked about their own figure.
    else if (change.version !== version && !(by !== undefined && before?.editedBy === by)) {
      const { entry: theirs = '', note: theirNote = '', editor = '' } = before ?? {}
      conflicts.push({ measure, category, version, entry: theirs, note: theirNote, editor })
    } else {
      const { unitId, id: submissionId } = submission
      fresh.push({ unitId, submissionId, measure, category, entry, language, amount, note, version: version + 1 })
      states.push({ measure, category, version: version + 1 })
    }
  }
  return { fresh, kept: states, conflicts }
}

/** On a screen that is older than what stands: a cell that was not touched there is no wish to have it so. */
function isLeftAlone(
  { was, version: seen }: z.infer<typeof CellChange>,
  now: { entry: string; note: string; version: number },
): boolean {
  return seen !== now.version && was !== undefined && was.entry.trim() === now.entry && was.note.trim() === now.note
}

/** The same number written in another language is no change. */
function isSameText(before: Cell | undefined, entry: string, amount: number | null): boolean {
  return (before?.entry ?? '') === entry || (amount !== null && before?.amount === amount)
}

function cellTexts(fresh: readonly store.CellRow[], among: readonly (Cell | store.CellRow)[]): Record<string, string> {
  const keys = new Set(fresh.map((cell) => cellKey(cell.measure, cell.category)))
  const entries = among.map((cell) => [cellKey(cell.measure, cell.category), cell.entry] as const)
  return Object.fromEntries(entries.filter(([key]) => keys.has(key)))
}

/** A form as its sender saw it. */
export const SendInput = SubmissionInput.extend({
  /** Which contents were seen: the `contentVersion` of the submission as it was shown. */
  contentVersion: z.coerce.number().int().min(0),
})

export const send = operation({
  name: 'collection.send',
  summary:
    'Sends the form of a unit to the city, as it was seen in `contentVersion`; errors, missing cells and what somebody else changed since keep it back, warnings do not.',
  effect: 'write',
  may: submissionSteps.mayTake('send'),
  input: SendInput,
  output: z.object({ state: SubmissionState, version: z.number(), isLate: z.boolean() }),
  async run(work, { contentVersion, ...input }) {
    const { tx, now, today } = work
    const { round, submission } = await holdSubmission(tx, input)
    // Of a form that was closed it is told as of every locked one, after what its round says.
    if (submission.state !== 'closed') submissionSteps.require(work, submission, 'send')
    requireFillable(round, submission, today)
    await requireContentsSeen(work, submission, contentVersion)
    const { form, findings } = await contentOf(tx, round, submission)
    const blocking = findings.filter(blocksSending).map((finding) => cellProblem(finding, form.rows))
    if (form.perDuty) blocking.push(...(await dutyProblems(tx, round, submission)))
    if (blocking.length > 0) throw new ProblemError(...blocking)
    const isLate = today > submission.dueOn
    const { unitId, id } = submission
    await store.markSent(tx, { unitId, id, at: now, on: today, isLate })
    const version = submission.version + 1
    await keepSent(tx, [{ unitId, id, version }])
    await submissionSteps.take(work, submission, 'send', { version })
    work.audit({ subject: `submission ${submission.unitCode}`, unitId, old: submission.state, new: 'sent' })
    await work.publish({ name: 'collection.sent', payload: { round: round.year, unit: submission.unitCode } })
    return { state: 'sent' as const, version, isLate }
  },
})
