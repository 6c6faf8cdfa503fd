/** Every year of an indicator in one table: the figure shown, how firm it is, and whether others differ. */
import { basisText, disagreeing, type Indicator, momentOf, type Point, sumText, valueText } from '#modules/indicators'
import type { UnitLink } from '#modules/organisation'
import { Section } from '#ui/layout.tsx'
import type { Reader } from '#ui/reader.ts'
import { SampleLabel, StatusMark } from '#ui/status.tsx'
import { type Column, DataTable } from '#ui/table.tsx'
import { seriesApi } from '../paths.ts'
import { texts as portalTexts } from '../portal.texts.ts'
import { texts } from './indicator-years.texts.ts'

interface YearsProps {
  readonly reader: Reader
  readonly indicator: Indicator
  readonly unit: UnitLink
  readonly points: readonly Point[]
  readonly current: Point | undefined
  /** The map that the years are shown on. */
  readonly tree: string
  hrefWith(query: { year: number }): string
}

export function YearTable(props: YearsProps) {
  const { reader, indicator, unit, points, current, tree: boundaryDay } = props
  if (points.length === 0) return null
  // The same figures for programs.
  const api = seriesApi.to({ indicators: indicator.code, unit: unit.code, on: unit.on, boundaries: boundaryDay })
  return (
    <Section id="years" title={reader.say(texts.allYears)}>
      <DataTable
        reader={reader}
        id="years-table"
        caption={reader.say(texts.allYears)}
        captionUnseen
        rows={[...points].reverse()}
        keyOf={(point) => String(point.year)}
        isCurrent={(point) => point === current}
        empty={null}
        downloads={[{ href: api, label: 'JSON' }]}
        columns={columnsFor(props)}
      />
    </Section>
  )
}

function columnsFor({ reader, indicator, hrefWith }: YearsProps): Column<Point>[] {
  const { say } = reader
  return [
    {
      key: 'year',
      label: say(portalTexts.year),
      rowHeader: true,
      render: (point) => <a href={`${hrefWith({ year: point.year })}#why`}>{point.year}</a>,
    },
    {
      key: 'value',
      label: say(portalTexts.value),
      align: 'end',
      render: (point) => <strong>{valueText(reader, indicator, point.value, point.qualifier)}</strong>,
    },
    { key: 'moment', label: say(portalTexts.asOf), render: (point) => momentOf(point) },
    {
      key: 'status',
      label: say(portalTexts.status),
      render: (point) => (
        <>
          <StatusMark reader={reader} status={point.status} /> {point.isSample && <SampleLabel reader={reader} />}
          {point.conversion && <small>{basisText(reader, point.conversion.basis)}</small>}
        </>
      ),
    },
    { key: 'source', label: say(portalTexts.source), render: (point) => sourceOf(reader, indicator, point) },
    {
      key: 'others',
      label: say(texts.others),
      explain: say(texts.othersExplained),
      align: 'end',
      render: (point) => disagreeing(point) || '–',
    },
  ]
}

function sourceOf(reader: Reader, indicator: Indicator, point: Point): string {
  return point.source ? point.source.title : sumText(reader, indicator, point.rolledUp)
}
