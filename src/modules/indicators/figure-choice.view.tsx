/** Why a figure is shown: the choice among sources, every source that speaks of the year, the formula with its numbers. */
import type { Words } from '#kernel/language.ts'
import { Section, Stack } from '#ui/layout.tsx'
import type { Reader } from '#ui/reader.ts'
import { Mark, SampleLabel, StatusMark } from '#ui/status.tsx'
import { type Column, DataTable } from '#ui/table.tsx'
import { madeText } from './conversion/basis.view.tsx'
import type { Indicator, Measure, Point, RecordedValue } from './indicators.model.ts'
import { disagreeing } from './indicators.rules.ts'
import { texts } from './indicators.texts.ts'
import { valueText } from './numbers.view.tsx'
import { valuePath } from './paths.ts'

/** Where a total comes from: of a unit that nothing stands below, its own figures; on another map, the units of its year. */
export function sumText(
  reader: Reader,
  indicator: Indicator,
  rolledUp: Point['rolledUp'],
  ofMany: Words = texts.sumOfUnits,
  ofOne: Words = texts.ownFigures,
): string {
  const { reported = 0, expected = 0 } = rolledUp ?? {}
  const carried = rolledUp ? madeText(reader, indicator, rolledUp) : ''
  if (carried) return carried.charAt(0).toUpperCase() + carried.slice(1)
  return reader.say(expected === 1 ? ofOne : ofMany, { reported, expected })
}

/** One sentence: why this figure and no other. */
export function ShownWhy(props: { reader: Reader; indicator: Indicator; point: Point }) {
  const { reader, indicator, point } = props
  const { rolledUp } = point
  const why =
    point.shown === 'rolled-up'
      ? sumText(reader, indicator, rolledUp, texts.shownRolledUp, texts.shownOwn)
      : reader.say(rolledUp?.isSample ? texts.shownOverSample : texts.shownPublished)
  return (
    <p class="measure">
      {why} {point.isSample && <SampleLabel reader={reader} />}
    </p>
  )
}

interface SourceRow {
  readonly key: string
  readonly source: string
  readonly url: string | null
  readonly value: string
  readonly period: string
  readonly status: RecordedValue['status']
  readonly confidence: RecordedValue['confidence'] | null
  readonly note: string
  readonly isSample: boolean
  readonly isShown: boolean
  readonly href: string | undefined
}

/** Every figure that speaks of one year, the shown one first; each leads to its history. */
export function FigureSources(props: { reader: Reader; indicator: Indicator; point: Point; unitCode: string }) {
  const { reader, point } = props
  const { say } = reader
  const differing = disagreeing(point)
  const columns: Column<SourceRow>[] = [
    {
      key: 'source',
      label: say(texts.source),
      rowHeader: true,
      render: (row) => <SourceName reader={reader} row={row} />,
    },
    {
      key: 'value',
      label: say(texts.value),
      align: 'end',
      render: (row) => (row.href ? <a href={row.href}>{row.value}</a> : row.value),
    },
    { key: 'period', label: say(texts.period), render: (row) => row.period },
    { key: 'status', label: say(texts.status), render: (row) => <StatusMark reader={reader} status={row.status} /> },
    {
      key: 'confidence',
      label: say(texts.confidence),
      explain: say(texts.confidenceExplained),
      render: (row) => (row.confidence ? say(texts[row.confidence]) : '–'),
    },
  ]
  return (
    <DataTable
      reader={reader}
      id="sources"
      caption={say(texts.sourcesOf, { year: point.year })}
      columns={columns}
      rows={sourceRows(props)}
      keyOf={(row) => row.key}
      isCurrent={(row) => row.isShown}
      empty={null}
      note={differing > 0 ? say(texts.differing, { count: differing }) : undefined}
    />
  )
}

function SourceName({ reader, row }: { reader: Reader; row: SourceRow }) {
  return (
    <>
      {row.url && URL.canParse(row.url) ? <a href={row.url}>{row.source}</a> : row.source}{' '}
      {row.isShown && (
        <Mark tone="note" shape="check">
          {reader.say(texts.shownHere)}
        </Mark>
      )}{' '}
      {row.isSample && <SampleLabel reader={reader} />}
      {row.note && <small>{row.note}</small>}
    </>
  )
}

function sourceRows(props: { reader: Reader; indicator: Indicator; point: Point; unitCode: string }): SourceRow[] {
  const { reader, indicator, point, unitCode } = props
  const { rolledUp } = point
  const summed: SourceRow[] =
    rolledUp?.value === null || !rolledUp
      ? []
      : [
          {
            key: 'rolled-up',
            source: sumText(reader, indicator, rolledUp),
            url: null,
            value: valueText(reader, indicator, rolledUp.value),
            period: rolledUp.asOf ? reader.date(rolledUp.asOf) : String(point.year),
            status: rolledUp.status,
            confidence: null,
            note: '',
            isSample: rolledUp.isSample,
            isShown: point.shown === 'rolled-up',
            href: '#units',
          },
        ]
  const recorded = point.recorded.map(
    (row, index): SourceRow => ({
      key: row.id,
      source: row.source.title,
      url: row.source.url,
      value: valueText(reader, indicator, row.amount, row.qualifier),
      period: row.asOf ? reader.date(row.asOf) : (row.period ?? String(point.year)),
      status: row.status,
      confidence: row.confidence,
      note: row.note ? reader.say(row.note) : '',
      isSample: row.isSample,
      isShown: point.shown === 'published' && index === 0,
      href: valuePath.to({ unit: unitCode, id: row.id }),
    }),
  )
  return [...summed, ...recorded].sort((a, b) => Number(b.isShown) - Number(a.isShown))
}

/** The formula in words, and with the numbers of one year where they are known. */
export function FormulaWords(props: {
  reader: Reader
  indicator: Indicator
  measures: readonly Measure[]
  point: Point | undefined
}) {
  const { reader, indicator, point } = props
  const { rolledUp } = point ?? {}
  const isKnown = rolledUp && rolledUp.value !== null && rolledUp.numerator !== null
  return (
    <Section id="formula" title={reader.say(texts.formula)}>
      <Stack>
        <p class="measure">{formulaText(props)}</p>
        {isKnown && indicator.kind !== 'count' && rolledUp.denominator !== null && (
          <p class="figures">
            {reader.say(texts.formulaNumbers, {
              year: String(point?.year),
              numerator: reader.number(rolledUp.numerator ?? 0, 0),
              denominator: reader.number(rolledUp.denominator, 0),
              value: valueText(reader, indicator, rolledUp.value ?? 0),
            })}{' '}
            {rolledUp.isSample && <SampleLabel reader={reader} />}
          </p>
        )}
        <p class="meta">{reader.say(indicator.explanation)}</p>
      </Stack>
    </Section>
  )
}

function formulaText({ reader, indicator, measures }: Parameters<typeof FormulaWords>[0]): string {
  const nameOf = (code: string | null) => {
    const measure = measures.find((each) => each.code === code)
    return measure ? reader.say(measure.name) : (code ?? '')
  }
  const words = { numerator: nameOf(indicator.numerator), denominator: nameOf(indicator.denominator) }
  const atLeast = reader.number(indicator.atLeast ?? 0)
  switch (indicator.kind) {
    case 'ratio':
      return reader.say(texts.formulaRatio, words)
    case 'share-of-units':
      return reader.say(texts.formulaShare, { ...words, atLeast })
    case 'count':
      return reader.say(indicator.atLeast === null ? texts.formulaCount : texts.formulaCountUnits, {
        ...words,
        atLeast,
      })
    case 'level':
    case 'yes-no':
      return reader.say(texts.formulaRecorded)
  }
}
