/** Reporting on duties: each saved on its own, with evidence as addresses or files. */
import { z } from 'zod'
import type { Problem } from '#kernel/problem.ts'
import { ProblemError } from '#kernel/problem.ts'
import { Code, FileContent, typedText } from '#kernel/schema.ts'
import type { Tx } from '#platform/database/index.ts'
import { operation } from '#platform/operation.ts'
import * as forms from '../forms/store.ts'
import type { Round } from '../rounds/model.ts'
import type { Submission } from '../submissions/model.ts'
import { LanguageName, SubmissionAsked } from '../submissions/model.ts'
import { holdSubmission, mayFill, mayRead, requireFillable, requireSubmission } from '../submissions/operations.ts'
import { markTouched } from '../submissions/store.ts'
import { problems } from '../texts.ts'
import { DutyList, Evidence, type ReportedDuty } from './model.ts'
import { missingReports, needsResult, readPercent } from './rules.ts'
import * as store from './store.ts'

export async function dutiesOf(tx: Tx, round: Round, submission: Submission): Promise<ReportedDuty[]> {
  const { unitId, id: submissionId, closedOn } = submission
  return store.listDuties(tx, { unitId, submissionId, on: round.dueOn, closedOn })
}

/** What keeps a form asked per duty from being sent. */
export async function dutyProblems(tx: Tx, round: Round, submission: Submission): Promise<Problem[]> {
  return missingReports(await dutiesOf(tx, round, submission))
}

export const dutyList = operation({
  name: 'collection.duties',
  summary: 'The duties an agency holds in a round, with what it reports of each.',
  effect: 'read',
  may: mayRead,
  input: SubmissionAsked,
  output: DutyList,
  async run({ tx }, asked) {
    const { round, submission } = await requireSubmission(tx, asked)
    const [form] = await forms.findForm(tx, { id: submission.formId })
    return {
      fields: form?.dutyFields ?? [],
      states: await forms.listDutyStates(tx, undefined),
      duties: form?.perDuty ? await dutiesOf(tx, round, submission) : [],
    }
  },
})

const LongText = typedText(10_000).default('')

export const SaveDuty = SubmissionAsked.extend({
  duty: z.uuid(),
  state: Code,
  /** As typed: "62,5". */
  percent: z.string().max(50).default(''),
  language: LanguageName.default('vi'),
  result: LongText,
  difficulty: LongText,
  proposal: LongText,
  /** The version that was on the screen, 0 for a duty not yet reported. */
  version: z.coerce.number().int().min(0),
})

export const saveDuty = operation({
  name: 'collection.saveDuty',
  summary: 'Saves what an agency reports of one duty.',
  effect: 'write',
  body: 'long',
  may: mayFill,
  input: SaveDuty,
  output: z.object({ version: z.number() }),
  async run(work, asked) {
    const { tx, now, caller } = work
    const { submission, duty } = await heldDuty(work, asked)
    const version = duty.report?.version ?? 0
    const states = await forms.listDutyStates(tx, undefined)
    const { percent, problem } = readPercent(asked.language, asked.percent)
    const wrong = [
      states.some((state) => state.code === asked.state) ? undefined : problems.unknownDutyState({}, ['state']),
      problem,
      needsResult(asked.state) && !asked.result ? problems.resultMissing({}, ['result']) : undefined,
      asked.version === version ? undefined : problems.dutyChanged({ editor: duty.report?.editor ?? '' }),
    ].filter((each) => each !== undefined)
    if (wrong.length > 0) throw new ProblemError(...wrong)
    const { unitId, id: submissionId } = submission
    const { state, result, difficulty, proposal } = asked
    const row = { unitId, submissionId, dutyId: duty.id, state, percent, result, difficulty, proposal }
    const by = { id: caller.account?.id, name: caller.account?.name ?? caller.via, at: now }
    await store.writeReports(tx, [{ ...row, version: version + 1 }], by)
    await markTouched(tx, { unitId, id: submissionId, at: now })
    work.audit({ subject: `duty ${duty.ref}`, unitId, old: duty.report, new: { state, percent, result } })
    return { version: version + 1 }
  },
})

type Asked = z.infer<typeof SubmissionAsked> & { readonly duty: string }

async function heldDuty({ tx, today }: { tx: Tx; today: string }, asked: Asked) {
  const { round, submission } = await holdSubmission(tx, asked)
  requireFillable(round, submission, today)
  const duty = (await dutiesOf(tx, round, submission)).find((each) => each.id === asked.duty)
  if (!duty) throw new ProblemError(problems.unknownDuty())
  return { round, submission, duty }
}

/** As the field of the file says. */
const mostMegabytes = 8

/** What evidence may be: nothing that a browser would run. */
const fileTypes: Readonly<Record<string, string>> = {
  pdf: 'application/pdf',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

export const addEvidence = operation({
  name: 'collection.addEvidence',
  summary: 'Adds an address or a file as evidence of a duty’s result.',
  effect: 'write',
  body: 'file',
  may: mayFill,
  input: SubmissionAsked.extend({
    duty: z.uuid(),
    title: typedText(300).default(''),
    url: z.string().trim().max(2000).default(''),
    /** A file: its name, and its content in base64. */
    fileName: z.string().max(300).optional(),
    content: FileContent.optional(),
  }),
  output: z.object({ id: z.uuid() }),
  secret: ['content'],
  async run(work, asked) {
    const { tx, now, newId, caller, files } = work
    const { submission, duty } = await heldDuty(work, asked)
    const isAddress = /^https?:\/\/[^\s/]+/.test(asked.url)
    if (!isAddress && !asked.content) throw new ProblemError(problems.evidenceEmpty({}, ['url']))
    const fileType = asked.content ? fileTypes[/\.(\w+)$/.exec(asked.fileName ?? '')?.[1]?.toLowerCase() ?? ''] : null
    if (fileType === undefined) throw new ProblemError(problems.evidenceType({}, ['file']))
    const bytes = asked.content ? Buffer.from(asked.content, 'base64') : null
    if (bytes && bytes.length > mostMegabytes * 1_000_000) {
      throw new ProblemError(problems.evidenceTooLarge({ megabytes: mostMegabytes }, ['file']))
    }
    const file = bytes ? await files.write(bytes) : null
    const id = newId()
    const { unitId, id: submissionId } = submission
    const url = file ? null : asked.url
    const title = asked.title || asked.fileName || asked.url
    const proof = { unitId, submissionId, dutyId: duty.id, id, title, url, file, fileType, at: now }
    await store.insertEvidence(tx, { ...proof, by: caller.account?.id })
    await markTouched(tx, { unitId, id: submissionId, at: now })
    work.audit({ subject: `duty ${duty.ref}`, unitId, new: { evidence: title, url, file } })
    return { id }
  },
})

export const removeEvidence = operation({
  name: 'collection.removeEvidence',
  summary: 'Takes evidence away from a duty; the file itself is kept.',
  effect: 'write',
  may: mayFill,
  input: SubmissionAsked.extend({ duty: z.uuid(), evidence: z.uuid() }),
  output: z.object({}),
  async run(work, asked) {
    const { submission, duty } = await heldDuty(work, asked)
    const proof = duty.evidence.find((each) => each.id === asked.evidence)
    if (!proof) throw new ProblemError(problems.unknownEvidence())
    await store.removeEvidence(work.tx, submission.unitId, proof.id, work.now)
    work.audit({ subject: `duty ${duty.ref}`, unitId: submission.unitId, old: { evidence: proof.title } })
    return {}
  },
})

export const evidenceFile = operation({
  name: 'collection.evidence',
  summary: 'One piece of evidence; a file comes in base64.',
  effect: 'read',
  may: mayRead,
  input: SubmissionAsked.extend({ evidence: z.uuid() }),
  output: Evidence.extend({ content: z.string().nullable() }),
  async run({ tx, files }, asked) {
    const { submission } = await requireSubmission(tx, asked)
    const { unitId, id: submissionId } = submission
    const [proof] = await store.findEvidence(tx, { unitId, submissionId, id: asked.evidence })
    if (!proof) throw new ProblemError(problems.unknownEvidence())
    return { ...proof, content: proof.file ? Buffer.from(await files.read(proof.file)).toString('base64') : null }
  },
})
