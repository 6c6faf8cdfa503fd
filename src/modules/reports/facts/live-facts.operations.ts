/** Gathers the facts of a report live, from approved values, on the tree of the report's year. */
import { dateOf } from '#kernel/language.ts'
import { rootUnit } from '#modules/organisation'
import { type Progress, progressOf, type Tree, treeOf } from '#modules/plan'
import type { Work } from '#platform/operation.ts'
import type { ReportData, ReportInputs, UsedValues } from './facts.model.ts'
import { boundaryDay, earlierTotals, inOrderOfPlan, reportMeasures, targetOf, weakest } from './facts.rules.ts'
import * as store from './facts.store.ts'
import { usedByTargets } from './value-sources.operations.ts'
import { comparedValues } from './value-sources.rules.ts'

type Plan = ReportData['plan']

interface Gathered {
  readonly data: ReportData
  readonly inputs: ReportInputs
  /** Every value used besides those of the year's submissions; looked up where it is asked for. */
  readonly findUsed: () => Promise<UsedValues[]>
}

/** What a report of `year` rests on, and the inputs it was computed from. */
export async function gatherFacts(work: Work, year: number): Promise<Gathered> {
  const { tx, today } = work
  const boundariesOn = boundaryDay(year)
  // Other modules are asked as on the last day of the report's year: a report looks the same when it is made later.
  const city = await rootUnit(tx, boundariesOn)
  const progress = await progressOf(tx, boundariesOn)
  const tree = await treeOf(tx)
  const [round] = await store.listRounds(tx, { year })
  const at = { year, treeOn: boundariesOn, cityId: city.id }
  const { units, inputs, earlier, compared } = await gatherUnits(work, { ...at, cityCode: city.code })
  const duties = await store.listDuties(tx, { year, on: boundariesOn })
  const followed = progress.rows.filter((row) => targetOf(row, year).goal !== null)
  const targets = followed.map((row) => targetOf(row, year))
  const findUsed = async () => [
    ...compared,
    ...(await usedByTargets(tx, followed, { year, treeOn: boundariesOn, cityCode: city.code })),
  ]
  const data: ReportData = {
    year,
    treeOn: boundariesOn,
    takenOn: today,
    isSample: units.some((unit) => unit.isSample) || targets.some((target) => target.current?.isSample),
    city: { code: city.code, name: city.name },
    plan: planOf(progress, tree),
    round: round ? { opensOn: round.opensOn, dueOn: round.dueOn, state: round.state } : null,
    units: inOrderOfPlan(units, duties),
    targets,
    duties,
    earlier,
  }
  return { data, inputs, findUsed }
}

async function gatherUnits(work: Work, at: { year: number; treeOn: string; cityId: string; cityCode: string }) {
  const input = await store.listAsked(work.tx, at)
  const values = await store.listApproved(work.tx, { year: at.year, unitIds: input.map((unit) => unit.id) })
  const ofUnit = Map.groupBy(values, (value) => value.unitId)
  const units = input.map(({ id, submissionId: _, version: __, approvedAt, ...unit }) => {
    const own = ofUnit.get(id) ?? []
    return {
      ...unit,
      isCounted: unit.state === 'approved' || own.length > 0,
      isSample: unit.isSample || own.some((value) => value.isSample),
      approvedOn: approvedAt && dateOf(new Date(approvedAt)),
      status: weakest(own.map((value) => value.status)),
      values: Object.fromEntries(own.map((value) => [value.measure, value.amount])),
    }
  })
  const submissions = input.flatMap((unit) => submissionOf(unit, ofUnit.get(unit.id) ?? []))
  return { units, inputs: { treeOn: at.treeOn, submissions }, ...(await earlierOf(work, at, input, values)) }
}

type ReportingUnit = Awaited<ReturnType<typeof store.listAsked>>[number]
type Approved = Awaited<ReturnType<typeof store.listApproved>>

function submissionOf(unit: ReportingUnit, values: Approved): ReportInputs['submissions'] {
  const { submissionId, code, name, audience, state, version, approvedAt } = unit
  if (!submissionId || (state !== 'approved' && values.length === 0)) return []
  return [
    {
      id: submissionId,
      unitCode: code,
      unitName: name,
      audience,
      // A form that is being corrected counts with the figures that were approved, not with what is typed now.
      version: values[0]?.version ?? version ?? 0,
      approvedOn: approvedAt && dateOf(new Date(approvedAt)),
      values: Object.fromEntries(values.map((value) => [value.measure, value.id])),
    },
  ]
}

/** What each measure compares with (see `earlierTotals`), and the values it comes from. */
async function earlierOf(
  { tx }: Work,
  at: { year: number; treeOn: string; cityId: string; cityCode: string },
  input: readonly ReportingUnit[],
  values: Approved,
) {
  const [year, measures] = [at.year - 1, reportMeasures]
  const unitIds = input.map((unit) => unit.id)
  const before = await store.listEarlier(tx, { year, unitIds, measures })
  const published = await store.listPublished(tx, { year, cityId: at.cityId, measures })
  const earlier = earlierTotals(
    values,
    before,
    published.map(({ id: _, ...total }) => total),
  )
  const codes = new Map(input.map((unit) => [unit.id, unit.code]))
  const sources = { now: values, before, published, totals: earlier }
  return { earlier, compared: comparedValues(sources, { ...at, year, codes }) }
}

function planOf({ plan, groups }: Progress, { clauses, componentPlans }: Tree): Plan {
  return {
    symbol: plan.symbol,
    title: plan.title.vi,
    issuedOn: plan.issuedOn,
    bases: plan.legalBases.map(({ number, issuedOn, type, issuer, title, verified }) => ({
      number,
      issuedOn,
      type: type.vi,
      issuer: issuer.vi,
      title: title.vi,
      verified,
    })),
    groups: groups.map(({ code, name }) => ({ code, name: name.vi })),
    tasks: clauses.filter((clause) => clause.parentRef === 'III').map(({ ref, title }) => ({ ref, title: title.vi })),
    componentPlans: componentPlans.map(({ ref, title, lead, approvedOn, approvalDocument }) => ({
      ref,
      title: title.vi,
      lead: lead.name,
      approvedOn,
      document: approvalDocument,
    })),
  }
}
