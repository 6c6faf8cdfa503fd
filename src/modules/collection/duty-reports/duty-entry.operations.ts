/** What an agency reports of one duty, saved; two who write at once lose nothing. */
import { z } from 'zod'
import { ProblemError } from '#kernel/problem.ts'
import { Code, textEntry } from '#kernel/schema.ts'
import { isAllOf, mergeTexts } from '#platform/merging.ts'
import { operation, type Work } from '#platform/operation.ts'
import { problems } from '../collection.texts.ts'
import { DutyContents, dutyContentNames, forDutyTexts } from '../forms/duty-fields.model.ts'
import * as forms from '../forms/forms.store.ts'
import { keepChanges } from '../submissions/content-changes.operations.ts'
import { submissionSteps, touch } from '../submissions/submission-steps.operations.ts'
import { LanguageName, SubmissionInput } from '../submissions/submissions.model.ts'
import type { DutyReport } from './duty-reports.model.ts'
import { heldDuty } from './duty-reports.operations.ts'
import { needsResult, readPercent } from './duty-reports.rules.ts'
import * as store from './duty-reports.store.ts'

const LongText = textEntry(10_000).default('')

export const SaveDuty = SubmissionInput.extend({
  duty: z.uuid(),
  state: Code,
  /** As typed: "62,5". */
  percent: z.string().max(50).default(''),
  language: LanguageName.default('vi'),
  ...forDutyTexts(LongText),
  /** The version that was on the screen, 0 for a duty not yet reported. */
  version: z.coerce.number().int().min(0),
  /** A later version that was shown beside it: where it changed the same field, what is sent now stays. */
  shown: z.coerce.number().int().min(0).optional(),
})

export const saveDuty = operation({
  name: 'collection.saveDuty',
  summary: 'Saves what an agency reports of one duty.',
  effect: 'write',
  body: 'long',
  may: submissionSteps.mayTake('fill'),
  input: SaveDuty,
  output: z.object({ version: z.number() }),
  async run(work, input) {
    const { tx, now, caller } = work
    const { submission, duty } = await heldDuty(work, input)
    const version = (duty.report?.version ?? 0) + 1
    const report = await checked(work, input)
    const { unitId, id: submissionId } = submission
    const of = { unitId, submissionId, dutyId: duty.id }
    const merged = await mergedWith(work, { ...of, now: duty.report }, { ...input, report })
    const by = { id: caller.account?.id, name: caller.account?.name ?? caller.via, at: now }
    await store.writeReports(tx, [{ ...of, ...merged, version }], by)
    const before = duty.report && DutyContents.parse(duty.report)
    await keepChanges(work, submission, [{ dutyId: duty.id, before, now: merged }])
    await touch(work, submission)
    const { state, percent, result } = merged
    work.audit({ subject: `duty ${duty.ref}`, unitId, old: duty.report, new: { state, percent, result } })
    return { version }
  },
})

/** What was typed, read. Throws every problem of it. */
async function checked({ tx }: Work, input: z.infer<typeof SaveDuty>): Promise<DutyContents> {
  const states = await forms.listDutyStates(tx, undefined)
  const { percent, problem } = readPercent(input.language, input.percent)
  const wrong = [
    states.some((state) => state.code === input.state) ? undefined : problems.unknownDutyState({}, ['state']),
    problem,
    needsResult(input.state) && !input.result ? problems.resultMissing({}, ['result']) : undefined,
  ].filter((each) => each !== undefined)
  if (wrong.length > 0) throw new ProblemError(...wrong)
  return DutyContents.parse({ ...input, percent })
}

const nothing: DutyContents = { state: '', percent: null, ...forDutyTexts('') }

interface Mine {
  readonly version: number
  readonly shown?: number
  readonly report: DutyContents
}

/** What is to be kept of a report written over `version`. Throws `dutyFieldChanged` at each field that both changed. */
async function mergedWith(
  { tx, caller, isAgain }: Work,
  { now, ...of }: { unitId: string; submissionId: string; dutyId: string; now: DutyReport | null },
  { version, shown, report }: Mine,
): Promise<DutyContents> {
  if ((now?.version ?? 0) === version) return report
  const [then] = await store.findReportThen(tx, { ...of, version })
  const { texts, conflicts } = mergeTexts(dutyContentNames, {
    seen: asTexts(then?.report ?? nothing),
    mine: asTexts(report),
    theirs: asTexts(now ?? nothing),
    isMine: shown === now?.version || (isAgain && isAllOf(then?.savedSinceBy, caller.account?.id)),
  })
  if (conflicts.length > 0) {
    const editor = now?.editor ?? ''
    throw new ProblemError(...conflicts.map((field) => problems.dutyFieldChanged({ editor }, [field])))
  }
  return { ...texts, percent: texts.percent === '' ? null : Number(texts.percent) }
}

function asTexts(report: DutyContents) {
  const { percent, ...texts } = DutyContents.parse(report)
  return { ...texts, percent: percent === null ? '' : String(percent) }
}
