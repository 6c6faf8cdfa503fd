/** Moves a target counted in districts to the communes: an amendment that replaces it by one on the indicator that runs beside. */
import { z } from 'zod'
import { ProblemError } from '#kernel/problem.ts'
import { catalogueOf, IndicatorShape, listParallels } from '#modules/indicators'
import type { Tx } from '#platform/database/index.ts'
import { operation, type Work } from '#platform/operation.ts'
import { inputProblems, problems as platformProblems } from '#platform/problems.ts'
import type { Plan } from '../plan.model.ts'
import { problems } from '../plan.texts.ts'
import { atCity, requirePlan } from '../plan-in-force.operations.ts'
import { TargetFact } from '../versions/versions.model.ts'
import { stateOf } from '../versions/versions.operations.ts'
import { checkTarget, factOf } from './amendment-changes.operations.ts'
import { AmendmentVersion } from './amendment-differences.operations.ts'
import { addChange, HeadInput, headOf, seenDraft, startDraft } from './amendment-drafts.operations.ts'
import { amendmentSteps, amendmentsOf } from './amendment-steps.operations.ts'
import { Amendment, AmendmentRef, TargetInput } from './amendments.model.ts'

/** The indicators that run beside the one of a target. Throws `plan.unknownTarget`. */
async function besideOf(tx: Tx, planId: string, id: string) {
  const { targets } = await stateOf(tx, planId)
  const target = targets.find((each) => each.id === id)
  if (!target) throw new ProblemError(problems.unknownTarget())
  const codes = new Set(
    (await listParallels(tx)).filter((each) => each.parallelOf === target.indicator).map((each) => each.code),
  )
  const { indicators } = await catalogueOf(tx)
  return {
    target,
    indicator: indicators.find(({ code }) => code === target.indicator),
    parallels: indicators.filter(({ code }) => codes.has(code)),
  }
}

export const rebasable = operation({
  name: 'plan.convertible',
  former: { name: 'plan.rebasable' },
  summary: 'A target with the indicators over communes that run beside its own, and the drafts it could go into.',
  effect: 'read',
  may: atCity,
  input: z.object({ target: z.uuid() }),
  output: z.object({
    target: TargetFact.extend({ id: z.uuid() }),
    indicator: IndicatorShape,
    parallels: z.array(IndicatorShape),
    drafts: z.array(Amendment),
  }),
  async run({ tx }, { target: id }) {
    const plan = await requirePlan(tx)
    const { target, indicator, parallels } = await besideOf(tx, plan.id, id)
    if (!indicator) throw new Error(`no indicator ${target.indicator}`)
    return { target, indicator, parallels, drafts: await amendmentsOf(tx, { planId: plan.id }) }
  },
})

export const rebasables = operation({
  name: 'plan.convertibles',
  former: { name: 'plan.rebasables' },
  summary: 'Targets in force whose indicator has another one beside it, counted over communes.',
  effect: 'read',
  may: atCity,
  input: z.object({}),
  output: z.array(TargetFact.extend({ id: z.uuid() })),
  async run({ tx }) {
    const plan = await requirePlan(tx)
    const beside = new Set((await listParallels(tx)).map((each) => each.parallelOf))
    const { targets } = await stateOf(tx, plan.id)
    return targets.filter((each) => beside.has(each.indicator))
  },
})

/** As a form has it: what it must be is asked when a new draft begins. */
const FormText = z.string().max(6000).optional()

/** The fields of a decision as a form sends them: empty where a draft is named. */
const DecisionEntry = z.object({
  symbol: FormText,
  issuedOn: FormText,
  effectiveOn: FormText,
  titleVi: FormText,
  titleEn: FormText,
  reason: FormText,
})

export const convertTarget = operation({
  name: 'plan.convertTarget',
  former: { name: 'plan.rebaseTarget' },
  summary:
    'Drafts the amendment by which a target moves from districts to communes, with the value that the decision names.',
  effect: 'write',
  isQuiet: true,
  may: amendmentSteps.mayTake('write'),
  input: TargetInput.pick({ indicator: true, comparator: true, value: true })
    .extend(DecisionEntry.shape)
    .extend({
      target: z.uuid(),
      /** A draft to put it into; else the decision is named here. */
      draft: z.union([z.uuid(), z.literal('')]).optional(),
      /** The revision of that draft that was seen. */
      revision: AmendmentVersion.shape.revision.optional(),
    })
    .refine(({ draft, revision }) => !draft || revision !== undefined, {
      path: ['revision'],
      params: { problem: platformProblems.missing() },
    }),
  output: AmendmentRef,
  async run(work, { target: id, draft, revision = 1, indicator: code, comparator, value, ...decision }) {
    const named = draft ? await seenDraft(work, { id: draft, revision }) : undefined
    const plan = named?.plan ?? (await requirePlan(work.tx))
    const { target, parallels } = await besideOf(work.tx, plan.id, id)
    const indicator = parallels.find((each) => each.code === code)
    if (!indicator) throw new ProblemError(problems.noParallel({}, ['indicator']))
    await checkTarget(work.tx, plan, { indicator: code, comparator, value, year: target.year })
    const of = named ?? (await startFrom(work, plan, decision))
    const old = factOf(target)
    const next = { ...old, indicator: code, comparator, value, subject: indicator.name, note: null }
    return addChange(work, of, { what: 'target', old, new: next })
  },
})

async function startFrom(work: Work, plan: Plan, decision: unknown) {
  const head = HeadInput.safeParse(decision, { reportInput: true })
  if (!head.success) throw new ProblemError(...inputProblems(head.error))
  return seenDraft(work, { id: await startDraft(work, plan, headOf(head.data)), revision: 1 })
}
