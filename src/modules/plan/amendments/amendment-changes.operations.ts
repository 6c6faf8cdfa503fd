/** Single changes of an amendment: a target or duty added, replaced or ended, a clause given another title. */
import { z } from 'zod'
import { ProblemError } from '#kernel/problem.ts'
import { Code } from '#kernel/schema.ts'
import { requireIndicators } from '#modules/indicators'
import type { Tx } from '#platform/database/index.ts'
import { operation } from '#platform/operation.ts'
import { DutyRole, type Plan } from '../plan.model.ts'
import { problems } from '../plan.texts.ts'
import type { PlanState, TargetFact } from '../versions/versions.model.ts'
import { namesOfAgencies, stateOf } from '../versions/versions.operations.ts'
import { keyOfEntry } from '../versions/versions.rules.ts'
import { AmendmentVersion } from './amendment-differences.operations.ts'
import { addChange, keepChanges, optionalText, seenDraft } from './amendment-drafts.operations.ts'
import { amendmentSteps } from './amendment-steps.operations.ts'
import { AmendmentRef, TargetInput } from './amendments.model.ts'
import { problemsOfTarget } from './amendments.rules.ts'

/** The amendment that a change goes into, with the revision of it that was seen. */
const Of = z.object({ amendment: AmendmentVersion.shape.id, revision: AmendmentVersion.shape.revision })
const write = { effect: 'write', touches: [], may: amendmentSteps.mayTake('write') } as const

/** The row without what only the database knows. */
export function factOf<Row extends { id: string; position: number }>(row: Row): Omit<Row, 'id' | 'position'> {
  const { id: _, position: __, ...fact } = row
  return fact
}

function requireClause(state: PlanState, ref: string) {
  const clause = state.clauses.find((each) => each.ref === ref)
  if (!clause) throw new ProblemError(problems.clauseNotInPlan({ ref }, ['ref']))
  return clause
}

/** Throws `indicators.unknownIndicator`, `plan.valueMissing` and the other problems of a target. */
export async function checkTarget(
  tx: Tx,
  plan: Plan,
  input: Pick<TargetInput, 'indicator' | 'year' | 'comparator' | 'value'>,
) {
  const [indicator] = await requireIndicators(tx, [input.indicator])
  if (!indicator) throw new ProblemError(problems.unknownIndicator({ indicator: input.indicator }, ['indicator']))
  const wrong = problemsOfTarget(input, { plan, unit: indicator.unit }, problems)
  if (wrong.length > 0) throw new ProblemError(...wrong)
  return indicator
}

export const writeTarget = operation({
  ...write,
  name: 'plan.writeTarget',
  summary: 'Adds a target to an amendment, or replaces one in force.',
  input: Of.extend(TargetInput.shape).extend({
    /** The target in force that this one replaces. */
    replaces: z.uuid().optional(),
    subjectVi: z.string().trim().min(1).max(300),
    subjectEn: optionalText,
    group: Code.optional(),
  }),
  output: AmendmentRef,
  async run(work, { amendment, revision, replaces, subjectVi, subjectEn, group, ...input }) {
    const of = await seenDraft(work, { id: amendment, revision })
    const { state, targets } = await stateOf(work.tx, of.plan.id)
    const target = targets.find((each) => each.id === replaces)
    if (replaces && !target) throw new ProblemError(problems.unknownTarget())
    const old = target ? factOf(target) : null
    requireClause(state, input.ref)
    await checkTarget(work.tx, of.plan, input)
    const beside = old ?? targets.find((each) => each.ref === input.ref)
    const next: TargetFact = {
      ...input,
      key: old?.key ?? input.ref,
      group: group || (beside?.group ?? input.ref),
      subject: { vi: subjectVi, en: subjectEn ?? subjectVi },
      note: old?.note ?? null,
    }
    return addChange(work, of, { what: 'target', old, new: next })
  },
})

export const endTarget = operation({
  ...write,
  name: 'plan.endTarget',
  summary: 'Ends a target in an amendment, with nothing in its place.',
  input: Of.extend({ target: z.uuid() }),
  output: AmendmentRef,
  async run(work, { amendment, revision, target }) {
    const of = await seenDraft(work, { id: amendment, revision })
    const { targets } = await stateOf(work.tx, of.plan.id)
    const targetFact = targets.find((each) => each.id === target)
    if (!targetFact) throw new ProblemError(problems.unknownTarget())
    return addChange(work, of, { what: 'target', old: factOf(targetFact), new: null })
  },
})

export const writeDuty = operation({
  ...write,
  name: 'plan.writeDuty',
  summary: 'Adds a duty to an amendment, or replaces one in force.',
  input: Of.extend({
    replaces: z.uuid().optional(),
    ref: Code.trim().min(1),
    agency: Code.min(1),
    role: DutyRole,
    titleVi: z.string().trim().min(1).max(500),
    titleEn: optionalText,
    /** The last day, where the duty has one. */
    by: z.union([z.iso.date(), z.literal('')]).optional(),
  }),
  output: AmendmentRef,
  async run(work, { amendment, revision, replaces, titleVi, titleEn, by, ref, agency, role }) {
    const of = await seenDraft(work, { id: amendment, revision })
    const { state, duties } = await stateOf(work.tx, of.plan.id)
    const duty = duties.find((each) => each.id === replaces)
    if (replaces && !duty) throw new ProblemError(problems.unknownDuty())
    const old = duty ? factOf(duty) : null
    requireClause(state, ref)
    const agencies = await namesOfAgencies(work.tx)
    if (!Object.hasOwn(agencies, agency))
      throw new ProblemError(problems.unknownAgency({ agency, date: work.today }, ['agency']))
    const { tasks, withAgencies, indicators, deadline, scope } = old ?? noParts
    const title = { vi: titleVi, en: titleEn ?? titleVi }
    // A rhythm of the duty before ("every year") stays unless a day is given.
    const next = { ref, agency, role, title, tasks, withAgencies, indicators, deadline: by ? { by } : deadline, scope }
    return addChange(work, of, { what: 'duty', old, new: next })
  },
})

const noParts = { tasks: [], withAgencies: [], indicators: [], deadline: null, scope: null }

export const endDuty = operation({
  ...write,
  name: 'plan.endDuty',
  summary: 'Ends a duty in an amendment, with nothing in its place.',
  input: Of.extend({ duty: z.uuid() }),
  output: AmendmentRef,
  async run(work, { amendment, revision, duty }) {
    const of = await seenDraft(work, { id: amendment, revision })
    const { duties } = await stateOf(work.tx, of.plan.id)
    const dutyFact = duties.find((each) => each.id === duty)
    if (!dutyFact) throw new ProblemError(problems.unknownDuty())
    return addChange(work, of, { what: 'duty', old: factOf(dutyFact), new: null })
  },
})

export const retitleClause = operation({
  ...write,
  name: 'plan.retitleClause',
  summary: 'Gives a clause another short title in an amendment.',
  input: Of.extend({
    ref: Code.trim().min(1),
    titleVi: z.string().trim().min(1).max(500),
    titleEn: optionalText,
  }),
  output: AmendmentRef,
  async run(work, { amendment, revision, ref, titleVi, titleEn }) {
    const of = await seenDraft(work, { id: amendment, revision })
    const { state } = await stateOf(work.tx, of.plan.id)
    const old = requireClause(state, ref)
    const title = { vi: titleVi, en: titleEn ?? titleVi }
    return addChange(work, of, { what: 'clause', old, new: { ...old, title } })
  },
})

export const dropChange = operation({
  ...write,
  name: 'plan.dropChange',
  summary: 'Takes one change out of an amendment.',
  input: Of.extend({
    /** Which one: see `keyOfEntry`. */
    change: Code,
  }),
  output: AmendmentRef,
  async run(work, { amendment, revision, change }) {
    const { draft } = await seenDraft(work, { id: amendment, revision })
    const left = draft.changes.filter((entry) => keyOfEntry(entry) !== change)
    return keepChanges(work, draft, left)
  },
})
