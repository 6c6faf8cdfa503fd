/** What the pages of walking back share: the report as it is kept or would be, formulas in words and numbers, a value as it was used. */
import { amountText, listIndicatorsOperation, type Measure, valuePath } from '#modules/indicators'
import { ifAllowed, type Visit } from '#platform/web/page.ts'
import type { Reader } from '#ui/reader.ts'
import type { ReportInputs } from '../facts/facts.model.ts'
import { report } from '../freezing.operations.ts'
import { draftWithInputs } from '../report-drafts.operations.ts'
import type { Snapshot } from '../reports.model.ts'
import { texts } from '../reports.texts.ts'
import type { Correction } from '../value-usage.model.ts'
import { corrections } from '../value-usage.operations.ts'
import type { FigureProvenance, UsedAmount } from './figure-provenance.model.ts'

export interface ReportSource {
  readonly snapshot: Snapshot
  readonly inputs: ReportInputs
  readonly isFrozen: boolean
  /** By the id of the value that was used. */
  readonly corrected: ReadonlyMap<string, Correction>
  readonly measures: ReadonlyMap<string, Measure>
}

/** The frozen report, else for those who may see it the draft. Throws `reports.notFrozen` for all others. */
export async function keptReport(visit: Visit<'/reports/:year/figure'>): Promise<ReportSource> {
  const { year } = visit.params
  const { measures } = await visit.perform(listIndicatorsOperation, {})
  const named = new Map(measures.map((measure) => [measure.code, measure]))
  const frozen = await ifAllowed(visit, report, { year })
  const draft = !frozen && visit.caller.account ? await ifAllowed(visit, draftWithInputs, { year }) : undefined
  if (draft) {
    return { snapshot: draft.snapshot, inputs: draft.inputs, isFrozen: false, corrected: new Map(), measures: named }
  }
  const { snapshot, inputs } = frozen ?? (await visit.perform(report, { year }))
  const rows = await visit.perform(corrections, { year })
  const corrected = new Map(rows.map((row) => [row.usedId, row]))
  return { snapshot, inputs, isFrozen: true, corrected, measures: named }
}

export interface SourceReader {
  readonly reader: Reader
  readonly kept: ReportSource
}

export function measureName({ reader, kept: reportSource }: SourceReader, code: string): string {
  const measure = reportSource.measures.get(code)
  return measure ? reader.say(measure.name) : code
}

export function amountOf({ reader, kept: reportSource }: SourceReader, code: string, amount: number): string {
  return amountText(reader, reportSource.measures.get(code), amount)
}

export function formulaText(sourceReader: SourceReader, provenance: FigureProvenance): string {
  const { say } = sourceReader.reader
  const words = {
    numerator: measureName(sourceReader, provenance.numerator),
    denominator: provenance.denominator ? measureName(sourceReader, provenance.denominator) : '',
    atLeast: sourceReader.reader.number(provenance.atLeast),
  }
  if (provenance.kind === 'share') return say(texts.formulaShare, words)
  if (provenance.kind === 'reaching') return say(texts.formulaReaching, words)
  return say(provenance.kind === 'sum' ? texts.formulaSum : texts.formulaShareReaching, words)
}

/** The formula with its numbers; empty where nobody gave any. */
export function numbersText(sourceReader: SourceReader, provenance: FigureProvenance): string {
  const { say, number } = sourceReader.reader
  const { numerator, denominator } = provenance.sums
  if (numerator === null) return ''
  const value = shownValue(sourceReader, provenance)
  const sums = { numerator: number(numerator), denominator: number(denominator ?? 0), value }
  if (provenance.kind === 'sum') return say(texts.numbersSum, { given: provenance.given, value })
  return say(provenance.kind === 'reaching' ? texts.numbersReaching : texts.numbersShare, sums)
}

export function shownValue({ reader }: SourceReader, { kind, value, sums }: FigureProvenance): string {
  if (value === null) return '–'
  if (kind === 'reaching') return `${reader.number(value)}/${reader.number(sums.denominator ?? 0)}`
  return kind === 'sum' ? reader.number(value) : `${reader.number(value)}%`
}

/** A value as it was used, leading to its own page; with what has become of it since. */
export function Used(props: SourceReader & { unit: string; measure: string; used: UsedAmount | null }) {
  const { reader, kept: reportSource, unit, measure, used } = props
  if (!used) return <span class="soft">{reader.say(texts.notGiven)}</span>
  const correction = reportSource.corrected.get(used.id)
  return (
    <>
      <a href={valuePath.to({ unit, id: used.id })}>{amountOf(props, measure, used.amount)}</a>
      {correction && <small>{sinceText(props, measure, correction)}</small>}
    </>
  )
}

function sinceText(sourceReader: SourceReader, measure: string, { current }: Correction): string {
  const { say } = sourceReader.reader
  return current === null
    ? say(texts.takenBack)
    : say(texts.correctedTo, { value: amountOf(sourceReader, measure, current) })
}
