/** Turns what was read into the facts of a report: targets with their years side by side, units with their values. */
import type { ProgressRow } from '#modules/plan'
import type { DutyFact, EarlierTotal, TargetFact, TargetFigure, UnitFact } from './facts.model.ts'

/** The last day of a year: the tree a report of that year stands on. */
export function boundaryDay(year: number): string {
  return `${year}-12-31`
}

/** Measures the report adds up over communes and agencies. */
export const reportMeasures = [
  'steering_group_established',
  'local_plan_issued',
  'documents_issued',
  'inspections',
  'population_15_60',
  'literate_level1_15_60',
  'literate_level2_15_60',
  'literacy_learners',
  'newly_literate',
  'newly_literate_continuing',
  'relapsed_illiterate',
  'institutions_total',
  'institutions_digital',
  'open_materials_published',
  'centres_total',
  'centres_using_it',
  'centres_rated_good',
  'centres_rated_fair',
  'centres_rated_average',
  'centres_rated_weak',
  'centre_classes',
  'learner_turns',
  'learners',
  'citizens_18_plus',
  ...['citizens', 'families', 'clans', 'communities', 'units'].flatMap((kind) => [
    `learning_${kind}_registered`,
    `learning_${kind}_recognised`,
  ]),
  'families_total',
  'clans_total',
  'communities_total',
  'units_total',
  'events_held',
  'event_participants',
  'learning_week_participants',
  'book_day_participants',
  'broadcast_items',
  'good_models_spread',
  'people_awarded',
  'groups_awarded',
  'association_members',
  'association_new_members',
  'workers_trained',
  'supported_learners',
  'enterprises_with_programmes',
  'libraries',
  'cultural_learning_turns',
  'money_state_planned',
  'money_state_spent',
  'money_mobilised',
  'money_mobilised_spent',
  'study_fund_raised',
  'study_fund_balance',
] as const

/** Whether the plan, as it was amended, asks for a target on a day: a report stands on what was asked in its own year. */
function isAskedOn({ since, until }: ProgressRow['targets'][number], on: string): boolean {
  return (since === null || since.effectiveOn <= on) && (until === null || until.effectiveOn > on)
}

/** A row of the progress page as the report of one year tells it. */
export function targetOf(row: ProgressRow, year: number): TargetFact {
  const input = [...row.targets, ...row.former].filter((target) => isAskedOn(target, `${year}-12-31`))
  const goal = input.filter((target) => target.year >= year).sort((a, b) => a.year - b.year)[0]
  const first = row.targets[0]
  const at = (wanted: number) => figureOf(row.points.find((point) => point.year === wanted))
  const current = at(year)
  const before = at(year - 1)
  const latest = current || before ? null : figureOf(row.points.findLast((point) => point.year < year))
  return {
    key: row.key,
    group: row.group,
    ref: goal?.ref ?? first?.ref ?? row.key,
    subject: row.subject,
    note: row.note,
    unit: row.indicator.unit,
    decimals: row.indicator.decimals,
    indicator: row.indicator.code,
    formula: formulaOf(row.indicator),
    goal: goal
      ? {
          year: goal.year,
          comparator: goal.comparator,
          value: goal.value,
          standing: goal.assessment.status,
          reason: goal.assessment.reason,
          path: goal.assessment.expected,
        }
      : null,
    current,
    before,
    latest,
  }
}

function formulaOf({ numerator, denominator, atLeast }: ProgressRow['indicator']): TargetFact['formula'] {
  return numerator === null ? null : { numerator, denominator, atLeast }
}

function figureOf(point: ProgressRow['points'][number] | undefined): TargetFigure | null {
  if (!point) return null
  const { year, value, qualifier, status, asOf, isSample, shown, source, rolledUp } = point
  const isSum = shown === 'rolled-up'
  return {
    year,
    value,
    qualifier,
    status,
    asOf,
    isSample,
    reported: isSum ? (rolledUp?.reported ?? null) : null,
    expected: isSum ? (rolledUp?.expected ?? null) : null,
    source: source?.title ?? null,
    valueId: isSum ? null : (point.recorded[0]?.id ?? null),
  }
}

const weakness = ['estimate', 'provisional', 'confirmed'] as const

/** The weakest of some statuses; null of none. */
export function weakest(statuses: readonly UnitFact['status'][]): UnitFact['status'] {
  return weakness.find((status) => statuses.includes(status)) ?? null
}

interface UnitAmount {
  readonly unitId: string
  readonly measure: string
  readonly amount: number
  readonly isSample: boolean
}

/**
 * What a total compares with: last year's sum of the very units that gave it this year, where all of them did so last year;
 * else the figure published for the whole city. A published figure comes before a sum of sample figures.
 */
export function earlierTotals(
  now: readonly Omit<UnitAmount, 'amount'>[],
  before: readonly UnitAmount[],
  published: readonly (EarlierTotal & { readonly measure: string })[],
): Record<string, EarlierTotal> {
  const former = new Map(before.map((value) => [`${value.unitId} ${value.measure}`, value]))
  const sums = [...Map.groupBy(now, (value) => value.measure)].flatMap(([measure, values]) => {
    const matched = values.flatMap(({ unitId }) => former.get(`${unitId} ${measure}`) ?? [])
    if (matched.length < values.length) return []
    const amount = matched.reduce((sum, value) => sum + value.amount, 0)
    return [[measure, { amount, source: null, isSample: matched.some((value) => value.isSample) }] as const]
  })
  const totals = new Map<string, EarlierTotal>(published.map(({ measure, ...total }) => [measure, total]))
  for (const [measure, sum] of sums) {
    const known = totals.get(measure)
    if (!known || known.isSample || !sum.isSample) totals.set(measure, sum)
  }
  return Object.fromEntries(totals)
}

/** The city's own form, communes as they come, then agencies in the order in which the plan first names a duty of theirs. */
export function inOrderOfPlan(units: readonly UnitFact[], duties: readonly DutyFact[]): UnitFact[] {
  const place = (unit: UnitFact) => {
    const index = duties.findIndex((duty) => duty.agency.code === unit.code)
    return index < 0 ? duties.length : index
  }
  const agencies = units.filter((unit) => unit.audience === 'agency').sort((a, b) => place(a) - place(b))
  const of = (audience: UnitFact['audience']) => units.filter((unit) => unit.audience === audience)
  return [...of('city'), ...of('commune'), ...agencies]
}
