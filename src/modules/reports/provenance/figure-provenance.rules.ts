/** Computes a figure of a report again from what the report itself kept, unit by unit; nothing that changed since moves it. */
import { compareText } from '#kernel/text.ts'
import type { Grid } from '../document/grids.model.ts'
import { unitRow } from '../document/provenance-links.rules.ts'
import { agenciesOf, communesOf, groupName, groupOf } from '../document/report-figures.rules.ts'
import type { ReportData, ReportInputs, TargetFact, UnitFact, UsedValues } from '../facts/facts.model.ts'
import type { FigureProvenance, ProvenanceUnit, UsedAmount } from './figure-provenance.model.ts'

interface Contents {
  readonly data: ReportData
  readonly inputs: ReportInputs
}

/** The units of the year before that a sum is compared with. */
export const beforeGroup = 'before'

/** A sum, share or count of the report's own year; undefined for what it does not have. */
export function provenanceOf({ data, inputs }: Contents, of: string, group: string): FigureProvenance | undefined {
  const [, kind, numerator = '', whole] = /^(sum|share|reaching):(\w+)(?:\/(\w+))?$/.exec(of) ?? []
  if (group === beforeGroup) return kind === 'sum' ? beforeProvenance({ data, inputs }, numerator) : undefined
  const units = unitsOf(data, group)
  if (!kind || !units || (kind === 'share') !== Boolean(whole)) return undefined
  const ids = new Map(inputs.submissions.map((submission) => [submission.unitCode, submission.values]))
  const used = (unit: UnitFact, measure: string | undefined): UsedAmount | null => {
    const [amount, id] = measure ? [unit.values[measure], ids.get(unit.code)?.[measure]] : []
    return amount === undefined || id === undefined ? null : { id, amount }
  }
  const rows = units.map(
    (unit): ProvenanceUnit => ({
      code: unit.code,
      name: unit.name,
      numerator: used(unit, numerator),
      denominator: used(unit, whole),
    }),
  )
  const base = { numerator, denominator: whole ?? null, atLeast: 1, year: data.year, on: data.treeOn, group }
  return summed({ ...base, kind: kind as FigureProvenance['kind'], rows })
}

function unitsOf(data: ReportData, group: string): UnitFact[] | undefined {
  const [, by, name] = /^(type|above|unit) (.+)$/.exec(group) ?? []
  if (by === 'type' || by === 'above') return communesOf(data).filter((unit) => groupName(groupOf(unit)) === group)
  if (by === 'unit') return data.units.filter((unit) => unit.code === name)
  switch (group) {
    case 'communes':
      return communesOf(data)
    case 'agencies':
      return agenciesOf(data)
    case 'working':
      return [...communesOf(data), ...agenciesOf(data)]
    case 'all':
      return data.units
    default:
      return undefined
  }
}

/** The units behind a target's figure of a year; undefined where it was published as it stands, or is not known. */
export function targetProvenance(
  { data, inputs }: Contents,
  target: TargetFact,
  year: number,
): FigureProvenance | undefined {
  const { formula, current, before, latest } = target
  const figure = [current, before, latest].find((each) => each?.year === year)
  if (!formula) return undefined
  const { numerator, denominator, atLeast } = formula
  const of = (subject: string | null) =>
    inputs.used?.find((used) => used.use === 'summed' && used.subject === subject && used.year === year)
  const [top, bottom] = [of(numerator), of(denominator)]
  if (!top || (denominator && !bottom)) return undefined
  const kind = atLeast !== null ? (target.unit === 'percent' ? 'share-reaching' : 'reaching') : bottom ? 'share' : 'sum'
  const rows = rowsOf(data, top, bottom)
  const provenance = summed({
    kind,
    numerator,
    denominator,
    atLeast: atLeast ?? 1,
    year,
    on: top.on,
    group: null,
    rows,
  })
  return { ...provenance, asked: figure?.expected ?? provenance.asked }
}

/** A value may be used for another target as well: only units with both count. */
function rowsOf(data: ReportData, top: UsedValues, bottom: UsedValues | undefined): ProvenanceUnit[] {
  const names = new Map(data.units.map((unit) => [unit.code, unit.name]))
  const rows = Object.entries(top.values).map(([code, { id, amount, name }]): ProvenanceUnit => {
    const below = bottom?.values[code]
    return {
      code,
      name: name ?? names.get(code) ?? code,
      numerator: { id, amount },
      denominator: below ? { id: below.id, amount: below.amount } : null,
    }
  })
  return rows.filter((row) => !bottom || row.denominator).sort((a, b) => compareText(a.name, b.name))
}

type Summed = Omit<FigureProvenance, 'value' | 'sums' | 'given' | 'asked' | 'units'> & {
  readonly rows: readonly ProvenanceUnit[]
}

function summed({ rows, ...base }: Summed): FigureProvenance {
  const { kind, atLeast } = base
  const units = rows.filter((row) => row.numerator && (kind !== 'share' || row.denominator))
  const counts = kind === 'reaching' || kind === 'share-reaching'
  const total = (side: 'numerator' | 'denominator') => units.reduce((sum, row) => sum + (row[side]?.amount ?? 0), 0)
  const reached = units.filter((row) => (row.numerator?.amount ?? 0) >= atLeast).length
  const sums =
    units.length === 0
      ? { numerator: null, denominator: null }
      : {
          numerator: counts ? reached : total('numerator'),
          denominator: counts ? units.length : kind === 'share' ? total('denominator') : null,
        }
  return { ...base, value: worthOf(kind, sums), sums, given: units.length, asked: rows.length, units: [...rows] }
}

function worthOf(kind: FigureProvenance['kind'], { numerator, denominator }: FigureProvenance['sums']): number | null {
  if (numerator === null) return null
  if (kind === 'sum' || kind === 'reaching') return numerator
  return denominator ? (100 * numerator) / denominator : null
}

/** Last year's values that a sum is compared with, of the very units that gave this year's. */
function beforeProvenance({ data, inputs }: Contents, measure: string): FigureProvenance | undefined {
  const used = inputs.used?.find((each) => each.use === 'compared' && each.subject === measure)
  if (!used) return undefined
  const base = { numerator: measure, denominator: null, atLeast: 1, year: used.year, on: used.on, group: beforeGroup }
  return summed({ ...base, kind: 'sum', rows: rowsOf(data, used, undefined) })
}

/** The figure published for the whole city that a sum is compared with. */
export function publishedBefore(inputs: ReportInputs, measure: string): { unit: string; id: string } | undefined {
  const used = inputs.used?.find((each) => each.use === 'published' && each.subject === measure)
  const [entry] = Object.entries(used?.values ?? {})
  return entry && { unit: entry[0], id: entry[1].id }
}

/** The shares that the annexes tell of one unit, each with the two values it is of. */
export function sharesOfUnit(grids: readonly Grid[], contents: Contents, code: string): FigureProvenance[] {
  const unitGrids = grids.filter((grid) => grid.rows.some((row) => row.of === unitRow(code)))
  const shares = new Set(unitGrids.flatMap((grid) => grid.columns.flatMap(({ of }) => of ?? [])))
  return [...shares].flatMap((of) => {
    const provenance = of.startsWith('share:') ? provenanceOf(contents, of, `unit ${code}`) : undefined
    return provenance && provenance.given > 0 ? [provenance] : []
  })
}
