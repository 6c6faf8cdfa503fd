/** Adds up the approved figures of units, and says them in words: counts with their parts, shares, the year before. */
import { formatNumber } from '#kernel/language.ts'
import type { ListItem } from '#platform/documents/official.ts'
import type { ReportData, UnitFact } from '../facts/facts.model.ts'
import { fixed } from './grids.rules.ts'
import { figureItem, sumColumn } from './provenance-links.rules.ts'

/** The sum over the units that gave the measure; null where none did. */
export function sumOf(units: readonly UnitFact[], measure: string): number | null {
  const given = units.map((unit) => unit.values[measure]).filter((amount) => amount !== undefined)
  return given.length === 0 ? null : given.reduce((sum, amount) => sum + amount, 0)
}

/** How many units reach `least` in a level or yes-no measure. */
export function countReaching(units: readonly UnitFact[], measure: string, least = 1): number {
  return units.filter((unit) => (unit.values[measure] ?? 0) >= least).length
}

/** How many units gave the measure at all. */
export function countGiven(units: readonly UnitFact[], measure: string): number {
  return units.filter((unit) => unit.values[measure] !== undefined).length
}

/**
 * The share of two measures in percent over the units that gave both, as the programme's indicators count it; null where no
 * unit did, undefined where the denominator is nothing.
 */
export function shareOf(units: readonly UnitFact[], numerator: string, denominator: string): number | null | undefined {
  const both = units.filter((unit) => unit.values[numerator] !== undefined && unit.values[denominator] !== undefined)
  const [part, whole] = [sumOf(both, numerator), sumOf(both, denominator)]
  if (part === null || whole === null) return null
  return whole === 0 ? undefined : (100 * part) / whole
}

export function communesOf(data: ReportData): UnitFact[] {
  return data.units.filter((unit) => unit.audience === 'commune')
}

/** A unit's group in the annexes: the district it is in, else its type. */
export interface PlaceGroup {
  readonly by: 'above' | 'type'
  readonly name: string
}

export function groupOf({ above, type }: UnitFact): PlaceGroup {
  return above ? { by: 'above', name: above } : { by: 'type', name: type }
}

/** The communes by district, or by type where no district is above them, in the order in which they were read. */
export function communeGroups(data: ReportData): (PlaceGroup & { readonly units: UnitFact[] })[] {
  const groups = Map.groupBy(communesOf(data), (unit) => groupName(groupOf(unit)))
  return [...groups.values()].flatMap((units) => (units[0] ? [{ ...groupOf(units[0]), units }] : []))
}

/** What the rows of the group are of: "above Quận Ba Đình", "type Phường". */
export function groupName({ by, name }: PlaceGroup): string {
  return `${by} ${name}`
}

/** Whether some commune of the report's tree is under a district. */
export function hasDistricts(data: ReportData): boolean {
  return communesOf(data).some((unit) => groupOf(unit).by === 'above')
}

/** Until 2025 some communes were townships, and texts name them. */
export function hasTownships(data: ReportData): boolean {
  return communesOf(data).some((unit) => unit.type === 'Thị trấn')
}

/** What the communes of the report's tree are called together. */
export function placesWord(data: ReportData): string {
  return hasTownships(data) ? 'xã, phường, thị trấn' : 'xã, phường'
}

/** The same at the head of a column or line. */
export function placesHead(data: ReportData): string {
  const word = placesWord(data)
  return `${word.charAt(0).toUpperCase()}${word.slice(1)}`
}

export function agenciesOf(data: ReportData): UnitFact[] {
  return data.units.filter((unit) => unit.audience === 'agency')
}

/** Units whose figures count. */
export function countedOf(units: readonly UnitFact[]): UnitFact[] {
  return units.filter((unit) => unit.isCounted)
}

export function number(value: number): string {
  return formatNumber('vi', value)
}

export function percent(value: number, decimals = 2): string {
  return `${fixed(value, decimals)}%`
}

/** Money in words: in tỷ đồng from a thousand million on, else in triệu đồng. */
export function money(dong: number): string {
  return dong >= 1e9 ? `${fixed(dong / 1e9, 2)} tỷ đồng` : `${fixed(dong / 1e6, 1)} triệu đồng`
}

/** A date as official texts write it: 16/12/2021, with a zero before days below 10 and the months 1 and 2 only. */
export function day(iso: string): string {
  const [year, month = '', date] = iso.split('-')
  return `${date}/${Number(month) <= 2 ? month : Number(month)}/${year}`
}

export interface Counted {
  readonly label: string
  readonly measure: string
  /** After the figure: "văn bản". */
  readonly unit: string
}

/**
 * "Sự kiện tuyên truyền: 1.234 sự kiện (xã, phường 1.200; sở, ngành, tổ chức 34); năm 2025: 1.100 sự kiện."
 * Undefined where nobody reported it.
 */
export function countLine(data: ReportData, { label, measure, unit }: Counted): ListItem | undefined {
  const [ofCommunes, ofAgencies] = [sumOf(communesOf(data), measure), sumOf(agenciesOf(data), measure)]
  if (ofCommunes === null && ofAgencies === null) return undefined
  const total = (ofCommunes ?? 0) + (ofAgencies ?? 0)
  const parts =
    ofCommunes !== null && ofAgencies !== null
      ? ` (${placesWord(data)} ${number(ofCommunes)}; sở, ngành, tổ chức ${number(ofAgencies)})`
      : ''
  const before = earlierText(data, measure, (amount) => `${number(amount)} ${unit}`)
  return { text: `${label}: ${number(total)} ${unit}${parts}${before}.`, of: figureItem(sumColumn(measure), 'working') }
}

/**
 * "; năm 2025: 1.100 văn bản", of the very units that gave this year's figure, or with its publication for the whole city;
 * empty where not known.
 */
export function earlierText(data: ReportData, measure: string, written: (amount: number) => string): string {
  const earlier = data.earlier[measure]
  if (!earlier) return ''
  const of = earlier.source ? ` toàn thành phố (nguồn: ${earlier.source})` : ''
  return `; năm ${data.year - 1}${of}: ${written(earlier.amount)}`
}

/** Every unit that was asked counts. */
export function isWhole(data: ReportData): boolean {
  return data.units.every((unit) => unit.isCounted)
}
