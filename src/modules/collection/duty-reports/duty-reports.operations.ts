/** Reporting on duties: each saved on its own, with evidence as addresses or files. */
import { z } from 'zod'
import type { Problem } from '#kernel/problem.ts'
import { ProblemError } from '#kernel/problem.ts'
import { textEntry } from '#kernel/schema.ts'
import type { Tx } from '#platform/database/index.ts'
import { mediaTypes } from '#platform/files/media-types.ts'
import { type FileUse, file } from '#platform/files/upload.ts'
import { operation, type Work } from '#platform/operation.ts'
import { problems } from '../collection.texts.ts'
import * as forms from '../forms/forms.store.ts'
import type { Round } from '../rounds/rounds.model.ts'
import { keepChanges } from '../submissions/content-changes.operations.ts'
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
  async run({ tx }, input) {
    const { round, submission } = await requireSubmission(tx, input)
    const [form] = await forms.findForm(tx, { id: submission.formId })
    return {
      fields: form?.dutyFields ?? [],
      states: await forms.listDutyStates(tx, undefined),
      duties: form?.perDuty ? await dutiesOf(tx, round, submission) : [],
    }
  },
})

type DutyInput = z.infer<typeof SubmissionInput> & { readonly duty: string }

/** A duty that may be reported on now, its submission held until the transaction ends. */
export async function heldDuty({ tx, today }: { tx: Tx; today: string }, input: DutyInput) {
  const { round, submission } = await holdSubmission(tx, input)
  requireFillable(round, submission, today)
  const duty = (await dutiesOf(tx, round, submission)).find((each) => each.id === input.duty)
  if (!duty) throw new ProblemError(problems.unknownDuty())
  return { round, submission, duty }
}

/** As the field of the file says. */
const mostMegabytes = 8

/** What evidence may be: nothing that a browser would run. */
export const evidenceUse: FileUse = {
  maxBytes: mostMegabytes * 1_000_000,
  kinds: ['pdf', 'png', 'jpeg', 'word', 'excel'],
  isKept: true,
  tookBase64: true,
  tooLarge: () => problems.evidenceTooLarge({ megabytes: mostMegabytes }),
  otherKind: () => problems.evidenceType(),
}

export const addEvidence = operation({
  name: 'collection.addEvidence',
  summary: 'Adds an address or a file as evidence of a duty’s result.',
  effect: 'write',
  body: 'file',
  may: submissionSteps.mayTake('fill'),
  input: SubmissionInput.extend({
    duty: z.uuid(),
    title: textEntry(300).default(''),
    url: z.string().trim().max(2000).default(''),
    file: file(evidenceUse).optional(),
  }),
  output: z.object({ id: z.uuid() }),
  async run(work, input) {
    const { tx, now, newId, caller, files } = work
    const { submission, duty } = await heldDuty(work, input)
    const isAddress = /^https?:\/\/[^\s/]+/.test(input.url)
    if (!isAddress && !input.file) throw new ProblemError(problems.evidenceEmpty({}, ['url']))
    const fileType = input.file ? mediaTypes[input.file.kind].type : null
    const text = input.file ? await files.keep(input.file, submission.unitId) : null
    const id = newId()
    const { unitId, id: submissionId } = submission
    const url = text ? null : input.url
    const title = input.title || input.file?.name || input.url || duty.ref
    const proof = { unitId, submissionId, dutyId: duty.id, id, title, url, file: text, fileType, at: now }
    await store.insertEvidence(tx, { ...proof, by: caller.account?.id })
    await keepChanges(work, submission, [{ dutyId: duty.id, evidenceId: id, before: null, now: { title } }])
    await touch(work, submission)
    work.audit({ subject: `duty ${duty.ref}`, unitId, new: { evidence: title, url, file: text } })
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
  async run(work, input) {
    const { submission, duty } = await heldDuty(work, input)
    const proof = duty.evidence.find((each) => each.id === input.evidence)
    if (!proof) throw new ProblemError(problems.unknownEvidence())
    await store.removeEvidence(work.tx, submission.unitId, proof.id, work.now)
    const { id: evidenceId, title } = proof
    await keepChanges(work, submission, [{ dutyId: duty.id, evidenceId, before: { title }, now: null }])
    work.audit({ subject: `duty ${duty.ref}`, unitId: submission.unitId, old: { evidence: proof.title } })
    return {}
  },
})

const EvidenceAsked = SubmissionInput.extend({ evidence: z.uuid() })

/** Throws `collection.unknownEvidence`. */
async function requireEvidence({ tx }: Work, input: z.infer<typeof EvidenceAsked>): Promise<Evidence> {
  const { submission } = await requireSubmission(tx, input)
  const { unitId, id: submissionId } = submission
  const [proof] = await store.findEvidence(tx, { unitId, submissionId, id: input.evidence })
  if (!proof) throw new ProblemError(problems.unknownEvidence())
  return proof
}

export const evidenceFile = operation({
  name: 'collection.evidenceFile',
  summary: 'The file of one piece of evidence, as a download.',
  effect: 'read',
  may: mayRead,
  answersFile: true,
  input: EvidenceAsked,
  output: z.object({ file: z.string(), fileName: z.string(), mediaType: z.string() }),
  async run(work, input) {
    const { file, title, fileType } = await requireEvidence(work, input)
    if (!file) throw new ProblemError(problems.unknownEvidence())
    return { file, fileName: title, mediaType: fileType ?? mediaTypes.other.type }
  },
})

export const evidence = operation({
  name: 'collection.evidence',
  summary: 'One piece of evidence.',
  effect: 'read',
  may: mayRead,
  input: EvidenceAsked,
  output: Evidence.extend({
    content: z.string().nullable().meta({
      deprecated: true,
      description: 'Deprecated, goes with the next version: the file in base64. Ask for `collection.evidenceFile`.',
    }),
  }),
  async run(work, input) {
    const proof = await requireEvidence(work, input)
    return { ...proof, content: proof.file ? Buffer.from(await work.files.read(proof.file)).toString('base64') : null }
  },
})
