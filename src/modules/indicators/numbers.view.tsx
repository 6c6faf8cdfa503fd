/** Numbers as people read them: in their unit, with their qualifier, firm or estimated. */
import type { Words } from '#kernel/language.ts'
import type { Reader } from '#ui/reader.ts'
import type { Indicator, Measure, Point, RolledUp } from './indicators.model.ts'
import { texts } from './indicators.texts.ts'

type Shape = Pick<Indicator, 'kind' | 'unit' | 'decimals'>

type Qualifier = '>' | '<' | '~' | null

const qualified: Record<'>' | '<' | '~', Words> = { '>': texts.over, '<': texts.under, '~': texts.about }

/** A value of an indicator as it is read: 60,09%, mức độ 2, Có; "trên 99%" where the source said more than. */
export function valueText(reader: Reader, indicator: Shape, value: number, qualifier: Qualifier = null): string {
  const text = plainText(reader, indicator, value)
  return qualifier ? reader.say(qualified[qualifier], { value: text }) : text
}

function plainText(reader: Reader, { kind, unit, decimals }: Shape, value: number): string {
  if (kind === 'yes-no') return reader.say(value >= 1 ? texts.yes : texts.no)
  if (kind === 'level') return reader.say(texts.level, { level: reader.number(value, 0) })
  return unit === 'percent' ? `${reader.number(value, decimals)}%` : reader.number(value, decimals)
}

/** An amount of a measure as it is read. */
export function amountText(
  reader: Reader,
  measure: Pick<Measure, 'kind'> | undefined,
  amount: number,
  qualifier: Qualifier = null,
): string {
  const kind = measure?.kind === 'level' || measure?.kind === 'yes-no' ? measure.kind : 'count'
  return valueText(reader, { kind, unit: '', decimals: 2 }, amount, qualifier)
}

/** Not all of it is known: said beside it, and drawn dashed. */
export function isEstimate(value: Pick<RolledUp, 'status'>): boolean {
  return value.status === 'estimate'
}

/** "More than 99" is a bound, no value: charts leave it out, tables say it. */
export function isDrawn(point: Pick<Point, 'qualifier'>): boolean {
  return point.qualifier !== '>' && point.qualifier !== '<'
}
