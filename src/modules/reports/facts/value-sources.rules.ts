/** Which values stand behind a report: what it compares with, what the figures of targets are summed from, and rows to find it by. */
import type { EarlierTotal, ReportInputs, UsedValues } from './facts.model.ts'

interface Former {
  readonly id: string
  readonly unitId: string
  readonly measure: string
  readonly amount: number
}

interface Compared {
  readonly now: readonly { readonly unitId: string; readonly measure: string }[]
  readonly before: readonly Former[]
  readonly published: readonly { readonly id: string; readonly measure: string; readonly amount: number }[]
  /** What was chosen for each measure: a sum has no source. */
  readonly totals: Readonly<Record<string, EarlierTotal>>
}

/** The values of the year before that this year's totals are compared with; `codes` by the id of the unit. */
export function comparedValues(
  { now, before, published, totals }: Compared,
  at: { year: number; treeOn: string; cityCode: string; codes: ReadonlyMap<string, string> },
): UsedValues[] {
  const given = new Set(now.map((value) => `${value.unitId} ${value.measure}`))
  const matched = before.filter((value) => given.has(`${value.unitId} ${value.measure}`))
  const ofMeasure = Map.groupBy(matched, (value) => value.measure)
  return Object.entries(totals).flatMap(([subject, { source }]): UsedValues[] => {
    const base = { subject, year: at.year, on: at.treeOn }
    if (source === null) {
      const rows = ofMeasure.get(subject) ?? []
      const values = rows.map(({ unitId, id, amount }) => [at.codes.get(unitId) ?? '', { id, amount }] as const)
      return [{ ...base, use: 'compared', values: Object.fromEntries(values) }]
    }
    const own = published.find((value) => value.measure === subject)
    return own ? [{ ...base, use: 'published', values: { [at.cityCode]: { id: own.id, amount: own.amount } } }] : []
  })
}

/** Entries of one use, subject, year and day put together. */
export function together(used: readonly UsedValues[]): UsedValues[] {
  const groups = Map.groupBy(used, ({ use, subject, year, on }) => `${use} ${subject} ${year} ${on}`)
  return [...groups.values()].flatMap((group) => {
    const [first] = group
    return first ? [{ ...first, values: Object.assign({}, ...group.map((each) => each.values)) }] : []
  })
}

export interface UsedRow {
  readonly unitCode: string
  readonly unitOn: string
  readonly valueId: string
  readonly use: 'reported' | UsedValues['use']
}

/** One row for each value and use. */
export function usedRows({ treeOn: boundariesOn, submissions, used = [] }: ReportInputs): UsedRow[] {
  const reported = submissions.flatMap(({ unitCode, values }) =>
    Object.values(values).map((valueId): UsedRow => ({ unitCode, unitOn: boundariesOn, valueId, use: 'reported' })),
  )
  const others = used.flatMap(({ use, on, values }) =>
    Object.entries(values).map(([unitCode, { id }]): UsedRow => ({ unitCode, unitOn: on, valueId: id, use })),
  )
  const keyed = new Map([...reported, ...others].map((row) => [`${row.unitCode} ${row.valueId} ${row.use}`, row]))
  return [...keyed.values()]
}
