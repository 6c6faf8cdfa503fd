/** Amendments of the plan: drafted by one approver of the city, looked at and published by another. */
import { z } from 'zod'
import { Hindrances, History } from '#kernel/history.ts'
import { PageInput, pageOf, sortInput } from '#kernel/page.ts'
import { ProblemError } from '#kernel/problem.ts'
import { catalogueOf, listIndicatorsOperation } from '#modules/indicators'
import { DateText } from '#modules/organisation'
import type { Caller } from '#platform/authority.ts'
import { operation, type Work } from '#platform/operation.ts'
import { Plan } from '../plan.model.ts'
import { listGroups } from '../plan.store.ts'
import { problems } from '../plan.texts.ts'
import { atCity, requirePlan } from '../plan-in-force.operations.ts'
import { type Diff, type DiffEntry, DutyFact, TargetFact, type VersionHead } from '../versions/versions.model.ts'
import { namesOfAgencies, problemsOfHead, publishVersion, stateOf } from '../versions/versions.operations.ts'
import { outdatedIn, refOf } from '../versions/versions.rules.ts'
import { listVersions } from '../versions/versions.store.ts'
import {
  AmendmentVersion,
  requireSeen,
  requireSeenOrOwn,
  requireSeenOrWritten,
} from './amendment-differences.operations.ts'
import { amendmentSteps, amendmentsOf, holdFor, onItsWay } from './amendment-steps.operations.ts'
import { Amendment, type AmendmentRef, ListedAmendment } from './amendments.model.ts'
import { problemsOfChanges, withChange } from './amendments.rules.ts'
import * as store from './amendments.store.ts'

/** A text that may be left out; an empty field of a form is left out. */
export const optionalText = z
  .string()
  .trim()
  .max(500)
  .optional()
  .transform((text) => text || undefined)

export const HeadInput = z.object({
  symbol: z.string().trim().min(1).max(60),
  issuedOn: DateText,
  effectiveOn: DateText,
  titleVi: z.string().trim().min(1).max(500),
  titleEn: optionalText,
  reason: z.string().trim().min(1).max(2000),
})
export type HeadInput = z.infer<typeof HeadInput>

export function headOf({ titleVi, titleEn, ...head }: HeadInput): VersionHead {
  return { ...head, title: { vi: titleVi, en: titleEn ?? titleVi } }
}

const Id = z.object({ id: z.uuid() })

/** Throws `plan.issuedBeforePlan`, `plan.effectiveBeforePlan`, `plan.effectiveBeforeLast`. */
export async function startDraft(work: Work, plan: Plan, head: VersionHead): Promise<string> {
  const { tx, now, newId, caller } = work
  const [last] = await listVersions(tx, { planId: plan.id })
  const wrong = problemsOfHead(head, plan, last)
  if (wrong.length > 0) throw new ProblemError(...wrong)
  const id = newId()
  await store.insertAmendment(tx, { ...head, id, planId: plan.id, by: idOf(caller), at: now })
  await amendmentSteps.take(work, { id, state: 'draft', version: 1 }, 'draft')
  return id
}

function idOf(caller: Caller): string | null {
  return caller.account?.id ?? null
}

interface Written {
  readonly plan: Plan
  readonly draft: Amendment
}

/** A draft that a change goes into, as its writer knows it. Throws `platform.changedSince`, `plan.unknownAmendment`, `plan.notADraft`. */
export async function seenDraft(work: Work, { id, revision }: AmendmentVersion): Promise<Written> {
  const plan = await requirePlan(work.tx)
  const draft = await holdFor(work, 'write', { planId: plan.id, id })
  await requireSeenOrWritten(work, draft, revision)
  return { plan, draft }
}

/** Adds a change to a draft that is held. Throws `plan.targetExists`, `plan.dutyExists`. */
export async function addChange(work: Work, { plan, draft }: Written, change: DiffEntry): Promise<AmendmentRef> {
  const { state } = await stateOf(work.tx, plan.id)
  const changes = withChange(draft.changes, change)
  const wrong = problemsOfChanges(state, changes, problems)
  if (wrong.length > 0) throw new ProblemError(...wrong)
  return keepChanges(work, draft, changes)
}

/** Keeps the changes of a draft that is held. */
export async function keepChanges(work: Work, draft: Amendment, changes: Diff): Promise<AmendmentRef> {
  const { id, revision } = draft
  await store.writeChanges(work.tx, id, changes, { by: idOf(work.caller), at: work.now })
  await amendmentSteps.take(work, onItsWay(draft), 'write', { version: revision + 1 })
  work.audit({ subject: `amendment ${id}`, new: { changes: changes.length } })
  return { amendment: id, revision: revision + 1 }
}

export const draftAmendment = operation({
  name: 'plan.draftAmendment',
  summary: 'Begins an amendment: number, day and effective day of the decision, its title, and why.',
  effect: 'write',
  touches: [],
  may: amendmentSteps.mayTake('draft'),
  input: HeadInput,
  output: Id,
  async run(work, input) {
    const plan = await requirePlan(work.tx)
    const id = await startDraft(work, plan, headOf(input))
    work.audit({ subject: `amendment ${id}`, new: input })
    return { id }
  },
})

export const editAmendment = operation({
  name: 'plan.editAmendment',
  summary: 'Changes number, days, title or reason of an amendment that is not published yet.',
  effect: 'write',
  touches: [],
  may: amendmentSteps.mayTake('write'),
  input: HeadInput.extend(AmendmentVersion.shape),
  output: Id,
  async run(work, { id, revision, ...input }) {
    const { tx, caller, now, audit } = work
    const plan = await requirePlan(tx)
    const draft = await holdFor(work, 'write', { planId: plan.id, id })
    await requireSeenOrOwn(work, draft, revision)
    const [last] = await listVersions(tx, { planId: plan.id })
    const wrong = problemsOfHead(input, plan, last)
    if (wrong.length > 0) throw new ProblemError(...wrong)
    await store.writeHead(tx, id, { ...headOf(input), by: idOf(caller), at: now })
    await amendmentSteps.take(work, onItsWay(draft), 'write', { version: draft.revision + 1 })
    audit({ subject: `amendment ${id}`, new: input })
    return { id }
  },
})

export const listAmendments = operation({
  name: 'plan.listAmendments',
  summary: 'Amendments, the latest written first: those being written, published or discarded.',
  effect: 'read',
  may: atCity,
  input: PageInput.extend({
    state: Amendment.shape.state.optional(),
    sort: sortInput(store.listAmendmentHeads.sorts),
  }),
  output: pageOf(ListedAmendment),
  async run({ tx }, { state, ...page }) {
    const plan = await requirePlan(tx)
    return store.listAmendmentHeads(tx, { planId: plan.id, state }, page)
  },
})

/** The name and the shape that the list had before it had pages. */
export const amendments = operation({
  name: 'plan.amendments',
  summary: 'Deprecated, use plan.listAmendments: amendments that are being written, with all their changes.',
  effect: 'read',
  may: atCity,
  input: z.object({}),
  output: z.array(Amendment),
  async run({ tx }) {
    const plan = await requirePlan(tx)
    return amendmentsOf(tx, { planId: plan.id })
  },
})

export const amendment = operation({
  name: 'plan.amendment',
  summary: 'One amendment with everything it would change, before and after, and whether the caller may publish it.',
  effect: 'read',
  may: atCity,
  input: Id,
  output: z.object({
    amendment: Amendment,
    agencies: z.record(z.string(), z.string()),
    /** Places in the list of changes that no longer fit the plan in force. */
    outdated: z.array(z.number()),
    /** False for who wrote on it; `hindrances` says why. It stays for one version more. */
    mayPublish: z.boolean().meta({ deprecated: true }),
    history: History,
    hindrances: Hindrances,
  }),
  async run(work, { id }) {
    const { tx } = work
    const plan = await requirePlan(tx)
    const [amendment] = await amendmentsOf(tx, { planId: plan.id, id })
    if (!amendment) throw new ProblemError(problems.unknownAmendment())
    const { state } = await stateOf(tx, plan.id)
    const hindrances = amendmentSteps.hindrances(work, onItsWay(amendment))
    const stale = amendment.state === 'draft' ? outdatedIn(state, amendment.changes) : []
    return {
      amendment,
      agencies: await namesOfAgencies(tx),
      outdated: stale.map((entry) => amendment.changes.indexOf(entry)),
      mayPublish: amendment.state === 'draft' && hindrances.publish === undefined,
      history: await amendmentSteps.history(tx, id),
      hindrances,
    }
  },
})

export const amendable = operation({
  name: 'plan.amendable',
  summary: 'What an amendment can change: targets and duties in force, clauses, groups, and the agencies of today.',
  effect: 'read',
  may: atCity,
  input: z.object({}),
  output: z.object({
    plan: Plan,
    clauses: z.array(z.object({ ref: z.string(), kind: z.string(), title: TargetFact.shape.subject })),
    targets: z.array(TargetFact.extend(Id.shape)),
    duties: z.array(DutyFact.extend(Id.shape)),
    groups: z.array(z.object({ code: z.string(), name: TargetFact.shape.subject })),
    agencies: z.record(z.string(), z.string()),
    indicators: listIndicatorsOperation.output,
  }),
  async run({ tx }) {
    const plan = await requirePlan(tx)
    const { state, targets, duties } = await stateOf(tx, plan.id)
    return {
      plan,
      clauses: state.clauses,
      targets,
      duties,
      groups: await listGroups(tx, { planId: plan.id }),
      agencies: await namesOfAgencies(tx),
      indicators: await catalogueOf(tx),
    }
  },
})

export const discardAmendment = operation({
  name: 'plan.discardAmendment',
  summary: 'Puts an amendment away that will not be published; it stays in the log.',
  effect: 'write',
  touches: [],
  may: amendmentSteps.mayTake('discard'),
  input: AmendmentVersion,
  output: Id,
  async run(work, { id, revision }) {
    const { tx, now, audit } = work
    const plan = await requirePlan(tx)
    const draft = await holdFor(work, 'discard', { planId: plan.id, id })
    await requireSeen(work, draft, revision)
    const state = await amendmentSteps.take(work, onItsWay(draft), 'discard')
    await store.closeAmendment(tx, id, { state, version: null, at: now })
    audit({ subject: `amendment ${id}`, old: { symbol: draft.symbol, changes: draft.changes } })
    return { id }
  },
})

export const publishAmendment = operation({
  name: 'plan.publishAmendment',
  summary: 'Makes an amendment the next version of the plan; not by who wrote it. Nothing of it changes afterwards.',
  effect: 'write',
  may: amendmentSteps.mayTake('publish'),
  input: AmendmentVersion,
  output: z.object({ number: z.number() }),
  async run(work, { id, revision }) {
    const { tx, now, audit } = work
    const plan = await requirePlan(tx)
    const draft = await holdFor(work, 'publish', { planId: plan.id, id })
    await requireSeen(work, draft, revision)
    const { changes, draftedBy, symbol, issuedOn, effectiveOn, title, reason } = draft
    const head = { symbol, issuedOn, effectiveOn, title, reason }
    const number = await publishVersion(work, plan, { ...head, diff: changes, draftedBy: draftedBy?.id ?? null })
    const state = await amendmentSteps.take(work, onItsWay(draft), 'publish')
    await store.closeAmendment(tx, id, { state, version: number, at: now })
    audit({ subject: `plan ${plan.symbol}`, new: { version: number, symbol, refs: changes.map(refOf) } })
    return { number }
  },
})
