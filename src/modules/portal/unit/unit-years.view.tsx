/** Every indicator of a unit over the last years: its line, its figures, and how those of other units were carried here. */
import { type Indicator, isDrawn, isEstimate, momentOf, type Point, valueText } from '#modules/indicators'
import { Trajectory } from '#ui/chart/trajectory.tsx'
import type { Reader } from '#ui/reader.ts'
import { SampleLabel } from '#ui/status.tsx'
import { type Column, DataTable } from '#ui/table.tsx'
import { carriedOf, commonest } from '../boundary-days/other-units.view.tsx'
import { texts } from '../portal.texts.ts'
import { YearFigure } from '../year-figure.view.tsx'

export interface IndicatorYears {
  readonly indicator: Indicator
  /** Oldest first; at least one. */
  readonly points: readonly Point[]
}

interface Props {
  readonly reader: Reader
  readonly series: readonly IndicatorYears[]
  /** The page of an indicator for this unit, on this map. */
  hrefOf(indicator: Indicator, year?: number): string
}

/** So many years stand beside each other. */
const mostYears = 6

export function UnitYears(props: Props) {
  const { reader, series } = props
  if (series.length === 0) return null
  const { say } = reader
  const known = series.flatMap(({ points }) => points.map(({ year }) => year))
  const years = [...new Set(known)].sort((a, b) => a - b).slice(-mostYears)
  const shown = series.filter(({ points }) => points.some(({ year }) => years.includes(year)))
  const usual = commonest(shown.map((row) => carriedOf(reader, row.indicator, within(row, years))))
  return (
    <>
      {usual && <p class="measure soft">{usual}</p>}
      <DataTable
        reader={reader}
        id="indicators"
        caption={say(texts.indicators)}
        captionUnseen
        rows={shown}
        keyOf={({ indicator }) => indicator.code}
        empty={null}
        columns={[
          {
            key: 'name',
            label: say(texts.indicator),
            rowHeader: true,
            render: (row) => <Name {...props} row={row} years={years} usual={usual} />,
          },
          wayColumn(reader, years),
          ...years.map((year) => yearColumn(props, year)),
        ]}
      />
    </>
  )
}

function within({ points }: IndicatorYears, years: readonly number[]): Point[] {
  return points.filter(({ year }) => years.includes(year))
}

function Name(props: Props & { row: IndicatorYears; years: readonly number[]; usual: string }) {
  const { reader, row, years, usual, hrefOf } = props
  const own = carriedOf(reader, row.indicator, within(row, years))
  return (
    <>
      <a href={hrefOf(row.indicator)}>{reader.say(row.indicator.name)}</a>{' '}
      {isAllSample(row) && <SampleLabel reader={reader} />}
      {own && own !== usual && <small>{own}</small>}
    </>
  )
}

function isAllSample({ points }: IndicatorYears): boolean {
  return points.every((point) => point.isSample)
}

function wayColumn(reader: Reader, years: readonly number[]): Column<IndicatorYears> {
  return {
    key: 'way',
    label: reader.say(texts.trend),
    size: 'medium',
    phone: 'whole',
    render: (row) => (
      <Trajectory
        reader={reader}
        name={reader.say(row.indicator.name)}
        points={within(row, years)
          .filter(isDrawn)
          .map((point) => ({
            at: point.year,
            label: momentOf(point),
            value: point.value,
            estimate: isEstimate(point),
          }))}
        targets={[]}
        from={years[0] ?? 0}
        to={Math.max(years.at(-1) ?? 0, (years[0] ?? 0) + 1)}
        format={(value) => valueText(reader, row.indicator, value)}
      />
    ),
  }
}

function yearColumn({ reader, hrefOf }: Props, year: number): Column<IndicatorYears> {
  return {
    key: `year-${year}`,
    label: String(year),
    align: 'end',
    render: (row) => (
      <YearFigure
        reader={reader}
        indicator={row.indicator}
        point={row.points.find((point) => point.year === year)}
        href={`${hrefOf(row.indicator, year)}#why`}
        showsSample={!isAllSample(row)}
      />
    ),
  }
}
