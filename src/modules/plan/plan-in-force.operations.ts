/** What can be done with the plan: see its progress, its tree, its duties; attach the signed document. */
import { z } from 'zod'
import { ProblemError } from '#kernel/problem.ts'
import { Code, WordsShape } from '#kernel/schema.ts'
import { IndicatorShape, PointShape, seriesFor } from '#modules/indicators'
import { DateText, requireUnit, roleAtCity, rootUnit, UnitLinkShape } from '#modules/organisation'
import { anyone } from '#platform/authority.ts'
import type { Tx } from '#platform/database/index.ts'
import { operation, type Work } from '#platform/operation.ts'
import { Assessment, Clause, ComponentPlan, Duty, DutyRole, Plan, Target } from './plan.model.ts'
import * as store from './plan.store.ts'
import { problems } from './plan.texts.ts'
import { inForceUntil, lastDayOf, standingOf } from './targets.rules.ts'

/** The plan in force. Throws `plan.none` where none is loaded. */
export async function requirePlan(tx: Tx): Promise<Plan> {
  const [plan] = await store.findPlan(tx)
  if (!plan) throw new ProblemError(problems.none())
  return plan
}

/** Those who speak for the city about the plan. */
export const atCity = roleAtCity('approver')

/** Whether the caller speaks for the city. Pages ask `visit.may`; it stays in the API for one version more. */
export const MayStep = z.boolean().meta({ deprecated: true })

export async function isApproverAtCity({ tx, caller, today, holds }: Work): Promise<boolean> {
  return caller.account !== undefined && holds((await rootUnit(tx, today)).id, 'approver')
}

/** A target with how it stands; of one out of force, how it stood on its last day. */
export const JudgedTarget = Target.extend({
  assessment: Assessment,
  /** The last day it counted, where an amendment ended it. */
  lastDay: z.string().nullable(),
})
export type JudgedTarget = z.infer<typeof JudgedTarget>

/** Targets with one key belong together: one indicator followed to 2025 and 2030. */
export const ProgressRow = z.object({
  key: z.string(),
  group: z.string(),
  subject: WordsShape,
  note: WordsShape.nullable(),
  indicator: IndicatorShape,
  /** In force; where an amendment took all of the row out of force, those it ended. */
  targets: z.array(JudgedTarget),
  /** Those that an amendment replaced by others of the same indicator. */
  former: z.array(JudgedTarget),
  /** Whether all targets of the row are out of force: shown for the record, with what took their place. */
  isHistory: z.boolean(),
  points: z.array(PointShape),
  /** The last day on which the units it counts existed: districts ended on 30 June 2025; null while they stand. */
  lastDay: z.string().nullable(),
})
export type ProgressRow = z.infer<typeof ProgressRow>

const Progress = z.object({
  plan: Plan,
  groups: z.array(z.object({ code: z.string(), name: WordsShape })),
  rows: z.array(ProgressRow),
})
export type Progress = z.infer<typeof Progress>

export const progress = operation({
  name: 'plan.progress',
  former: { fields: { assessment: 'standing', conversion: 'rebased' } },
  summary: 'Every target with its indicator’s values and how it stands against its path.',
  effect: 'read',
  reads: ['organisation', 'indicators'],
  may: anyone,
  input: z.object({}),
  output: Progress,
  run: ({ tx, today }) => progressOf(tx, today),
})

/** Every target with how it stands on a day. Throws `plan.none`. */
export async function progressOf(tx: Tx, today: string): Promise<Progress> {
  const plan = await requirePlan(tx)
  const targets = await store.listTargets(tx, { planId: plan.id })
  const thisYear = Number(today.slice(0, 4))
  const city = await rootUnit(tx, today)
  const codes = [...new Set(targets.map((target) => target.indicator))]
  const series = await seriesFor(tx, codes, city.id, thisYear)
  const ended = await store.endedKinds(tx, { on: today })
  const rows = rowsOf(targets).map((row) => withSeries(row, series, ended, thisYear))
  return { plan, groups: await store.listGroups(tx, { planId: plan.id }), rows }
}

/** Targets of one key and indicator make one row; a key whose indicator changes between years makes two. */
function rowsOf(targets: readonly Target[]): Target[][] {
  return [...Map.groupBy(targets, (target) => `${target.key} ${target.indicator}`).values()]
}

type Series = Awaited<ReturnType<typeof seriesFor>>
type Ended = Awaited<ReturnType<typeof store.endedKinds>>

function withSeries(targets: readonly Target[], series: Series, ended: Ended, thisYear: number): ProgressRow {
  const [first] = targets
  const oneSeries = series.find((one) => one.indicator.code === first?.indicator)
  if (!first || !oneSeries) throw new Error(`no series of ${first?.indicator}`)
  const lastDay = ended.find(({ kind }) => kind === oneSeries.indicator.unitKind)?.lastDay ?? null
  const judged = targets.map((target) => judge(target, oneSeries.points, { lastDay, thisYear }))
  const inForce = judged.filter((target) => target.until === null)
  const isHistory = inForce.length === 0
  const shown = isHistory ? judged : inForce
  const { key, group, subject, note } = shown[0] ?? first
  const former = isHistory ? [] : judged.filter((target) => target.until !== null)
  return { key, group, subject, note, ...oneSeries, targets: shown, former, isHistory, lastDay }
}

function judge(
  target: Target,
  points: Series[number]['points'],
  at: { lastDay: string | null; thisYear: number },
): JudgedTarget {
  const lastDay = lastDayOf(target, at.lastDay)
  const standing = lastDay ? inForceUntil(target, points, lastDay) : standingOf(target, points, at.thisYear)
  // A note tells of the target as it is asked; of one that is asked no more, the amendment tells.
  return { ...target, note: target.until ? null : target.note, assessment: standing, lastDay }
}

export const indicatorProgress = operation({
  name: 'plan.indicator',
  former: { fields: { assessment: 'standing', conversion: 'rebased' } },
  summary: 'One indicator of one unit over the years, with the plan’s targets and, for the city, how it stands.',
  effect: 'read',
  reads: ['organisation', 'indicators'],
  may: anyone,
  input: z.object({ indicator: Code, unit: Code.optional(), on: DateText.optional() }),
  output: z.object({
    /** The unit looked at, on a day on which it exists. */
    unit: UnitLinkShape,
    isCity: z.boolean(),
    indicator: IndicatorShape,
    points: z.array(PointShape),
    /** The targets are the city's; a unit below has none of its own in the plan, and no standing. */
    targets: z.array(JudgedTarget.extend({ assessment: Assessment.nullable() })),
    lastDay: z.string().nullable(),
  }),
  async run({ tx, today }, { indicator, unit: code, on = today }) {
    const plan = await requirePlan(tx)
    const city = await rootUnit(tx, on)
    const unit = code ? await requireUnit(tx, code, on) : city
    const isCity = unit.id === city.id
    const thisYear = Number(today.slice(0, 4))
    const [result] = await seriesFor(tx, [indicator], unit.id, thisYear)
    if (!result) throw new Error(`no series of ${indicator}`)
    const targets = (await store.listTargets(tx, { planId: plan.id })).filter((each) => each.indicator === indicator)
    const ended = await store.endedKinds(tx, { on: today })
    const lastDay = ended.find(({ kind }) => kind === result.indicator.unitKind)?.lastDay ?? null
    const judged = targets.map((target) => {
      const one = judge(target, result.points, { lastDay, thisYear })
      return isCity ? one : { ...one, assessment: null }
    })
    return { unit: { ...unit, on }, isCity, ...result, targets: judged, lastDay }
  },
})

const Tree = z.object({ plan: Plan, clauses: z.array(Clause), componentPlans: z.array(ComponentPlan) })
export type Tree = z.infer<typeof Tree>

export const tree = operation({
  name: 'plan.tree',
  summary: 'The clauses of the plan in order, with the words of the signed document where it is attached.',
  effect: 'read',
  reads: ['organisation'],
  may: anyone,
  input: z.object({}),
  output: Tree,
  run: ({ tx }) => treeOf(tx),
})

/** The plan in force, its clauses in order, its component plans. Throws `plan.none`. */
export async function treeOf(tx: Tx): Promise<Tree> {
  const plan = await requirePlan(tx)
  return {
    plan,
    clauses: await store.listClauses(tx, { planId: plan.id }),
    componentPlans: await store.listComponentPlans(tx, { planId: plan.id }),
  }
}

export const duties = operation({
  name: 'plan.duties',
  summary: 'Duties with their holders in time: of one agency on a date, of a role, a task group, or an indicator.',
  effect: 'read',
  reads: ['organisation'],
  may: anyone,
  input: z.object({
    agency: Code.optional(),
    on: DateText.optional(),
    role: DutyRole.optional(),
    /** A task group of part III: `III.4`. */
    task: Code.optional(),
    indicator: Code.optional(),
  }),
  output: z.array(Duty),
  async run({ tx, today }, { agency, on = today, role, task, indicator }) {
    const plan = await requirePlan(tx)
    const unit = agency ? await requireUnit(tx, agency, on) : undefined
    return store.listDuties(tx, { planId: plan.id, heldBy: unit?.id, on, role, task, indicator })
  },
})

export const duty = operation({
  name: 'plan.duty',
  summary: 'One duty: who holds it since when, its clause, deadline and indicators.',
  effect: 'read',
  reads: ['organisation'],
  may: anyone,
  input: z.object({ id: z.uuid() }),
  output: z.object({ duty: Duty, clause: Clause.nullable() }),
  async run({ tx, today }, { id }) {
    const plan = await requirePlan(tx)
    const [duty] = await store.listDuties(tx, { planId: plan.id, id, on: today })
    if (!duty) throw new ProblemError(problems.unknownDuty())
    const clauses = await store.listClauses(tx, { planId: plan.id })
    return { duty, clause: clauses.find((clause) => clause.ref === duty.ref) ?? null }
  },
})

export const agencies = operation({
  name: 'plan.agencies',
  summary: 'The agencies that hold duties on a date.',
  effect: 'read',
  reads: ['organisation'],
  may: anyone,
  input: z.object({ on: DateText.optional() }),
  output: z.array(z.object({ code: z.string(), name: z.string(), lead: z.number(), other: z.number() })),
  async run({ tx, today }, { on = today }) {
    const plan = await requirePlan(tx)
    return store.listAgencies(tx, { planId: plan.id, on })
  },
})

export const agency = operation({
  name: 'plan.agency',
  summary: 'One agency on a date: the duties it holds, and those it held before.',
  effect: 'read',
  reads: ['organisation'],
  may: anyone,
  input: z.object({ code: Code, on: DateText.optional() }),
  output: z.object({ now: z.array(Duty), formerly: z.array(Duty) }),
  async run({ tx, today }, { code, on = today }) {
    const plan = await requirePlan(tx)
    const unit = await requireUnit(tx, code, on)
    const ever = await store.listDuties(tx, { planId: plan.id, everHeldBy: unit.id, on })
    const now = await store.listDuties(tx, { planId: plan.id, heldBy: unit.id, on })
    const held = new Set(now.map((duty) => duty.id))
    return { now, formerly: ever.filter((duty) => !held.has(duty.id)) }
  },
})

export const componentPlan = operation({
  name: 'plan.componentPlan',
  summary: 'One component plan: lead, co-ordinator, when its approval was due, and when it was approved.',
  effect: 'read',
  reads: ['access', 'organisation'],
  may: anyone,
  input: z.object({ ref: Code }),
  output: z.object({ part: ComponentPlan, clause: Clause.nullable(), mayRecord: MayStep }),
  async run(work, { ref }) {
    const { tx } = work
    const plan = await requirePlan(tx)
    const part = (await store.listComponentPlans(tx, { planId: plan.id })).find((each) => each.ref === ref)
    if (!part) throw new ProblemError(problems.unknownClause({ ref }, ['ref']))
    const clauses = await store.listClauses(tx, { planId: plan.id })
    return {
      part,
      clause: clauses.find((clause) => clause.ref === ref) ?? null,
      mayRecord: await isApproverAtCity(work),
    }
  },
})

export const recordApproval = operation({
  name: 'plan.recordApproval',
  summary: 'Records that a component plan was approved, when and by which document.',
  effect: 'write',
  may: atCity,
  input: z.object({ ref: Code, approvedOn: DateText, document: z.string().trim().min(1).max(200) }),
  output: z.object({ ref: z.string() }),
  async run({ tx, audit }, { ref, approvedOn, document }) {
    const plan = await requirePlan(tx)
    const done = await store.recordApproval(tx, plan.id, { ref, approvedOn, document })
    if (!done) throw new ProblemError(problems.unknownClause({ ref }, ['ref']))
    audit({ subject: `component plan ${ref}`, new: { approvedOn, document } })
    return { ref }
  },
})
