/** Reporting on duties: each saved on its own, with evidence as addresses or files. */
import { z } from 'zod'
import type { Problem } from '#kernel/problem.ts'
import { ProblemError } from '#kernel/problem.ts'
import { FileContent, typedText } from '#kernel/schema.ts'
import type { Tx } from '#platform/database/index.ts'
import { operation } from '#platform/operation.ts'
import { problems } from '../collection.texts.ts'
import * as forms from '../forms/forms.store.ts'
import type { Round } from '../rounds/rounds.model.ts'
import { requireFillable } from '../submissions/submission-contents.operations.ts'
import {
  holdSubmission,
  mayRead,
  requireSubmission,
  submissionSteps,
  touch,
} from '../submissions/submission-steps.operations.ts'
import type { Submission } from '../submissions/submissions.model.ts'
import { SubmissionInput } from '../submissions/submissions.model.ts'
import { DutyList, Evidence, type ReportedDuty } from './duty-reports.model.ts'
import { missingReports } from './duty-reports.rules.ts'
import * as store from './duty-reports.store.ts'

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
  input: SubmissionInput,
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

type Asked = z.infer<typeof SubmissionInput> & { readonly duty: string }

/** A duty that may be reported on now, its submission held until the transaction ends. */
export async function heldDuty({ tx, today }: { tx: Tx; today: string }, input: Asked) {
  const { round, submission } = await holdSubmission(tx, input)
  requireFillable(round, submission, today)
  const duty = (await dutiesOf(tx, round, submission)).find((each) => each.id === input.duty)
  if (!duty) throw new ProblemError(problems.unknownDuty())
  return { round, submission, duty }
}

/** As the field of the file says. */
const mostMegabytes = 8

/** What evidence may be: nothing that a browser would run. */
const fileTypes: ReadonlyMap<string, string> = new Map([
  ['pdf', 'application/pdf'],
  ['png', 'image/png'],
  ['jpg', 'image/jpeg'],
  ['jpeg', 'image/jpeg'],
  ['docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  ['xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
])

/** The type of a file by the end of its name; undefined where it may not be evidence. */
function fileTypeOf(fileName: string | undefined): string | undefined {
  return fileTypes.get(/\.(\w+)$/.exec(fileName ?? '')?.[1]?.toLowerCase() ?? '')
}

export const addEvidence = operation({
  name: 'collection.addEvidence',
  summary: 'Adds an address or a file as evidence of a duty’s result.',
  effect: 'write',
  body: 'file',
  may: submissionSteps.mayTake('fill'),
  input: SubmissionInput.extend({
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
    const fileType = asked.content ? fileTypeOf(asked.fileName) : null
    if (fileType === undefined) throw new ProblemError(problems.evidenceType({}, ['file']))
    const bytes = asked.content ? Buffer.from(asked.content, 'base64') : null
    if (bytes && bytes.length > mostMegabytes * 1_000_000) {
      throw new ProblemError(problems.evidenceTooLarge({ megabytes: mostMegabytes }, ['file']))
    }
    const file = bytes ? await files.write(bytes, submission.unitId) : null
    const id = newId()
    const { unitId, id: submissionId } = submission
    const url = file ? null : asked.url
    const title = asked.title || asked.fileName || asked.url
    const proof = { unitId, submissionId, dutyId: duty.id, id, title, url, file, fileType, at: now }
    await store.insertEvidence(tx, { ...proof, by: caller.account?.id })
    await touch(work, submission)
    work.audit({ subject: `duty ${duty.ref}`, unitId, new: { evidence: title, url, file } })
    return { id }
  },
})

export const removeEvidence = operation({
  name: 'collection.removeEvidence',
  summary: 'Takes evidence away from a duty; the file itself is kept.',
  effect: 'write',
  may: submissionSteps.mayTake('fill'),
  input: SubmissionInput.extend({ duty: z.uuid(), evidence: z.uuid() }),
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
  input: SubmissionInput.extend({ evidence: z.uuid() }),
  output: Evidence.extend({ content: z.string().nullable() }),
  async run({ tx, files }, asked) {
    const { submission } = await requireSubmission(tx, asked)
    const { unitId, id: submissionId } = submission
    const [proof] = await store.findEvidence(tx, { unitId, submissionId, id: asked.evidence })
    if (!proof) throw new ProblemError(problems.unknownEvidence())
    return { ...proof, content: proof.file ? Buffer.from(await files.read(proof.file)).toString('base64') : null }
  },
})
