/** The full chart of one indicator: values with their status, estimates dashed, the way to the targets, the table beside. */
import { ChartDrawing } from '#ui/chart/drawing.tsx'
import { type ChartPoint, type ChartTarget, inOrder, type Series, sentenceOf } from '#ui/chart/series.ts'
import type { Reader } from '#ui/reader.ts'
import { lookOf } from '#ui/status.tsx'
import { DataTable } from '#ui/table.tsx'
import { words } from '#ui/words.ts'

export interface TrendChartProps extends Series {
  readonly reader: Reader
  /** Unique on the page. */
  readonly id: string
  readonly title: string
  readonly from: number
  readonly to: number
  format(value: number): string
}

export function TrendChart(props: TrendChartProps) {
  const { reader, id, title, points, targets, format } = props
  const name = `${title}. ${sentenceOf(reader, props, format)}`
  const drawing = { ...props, name, emptyText: reader.say(words.noData) }
  return (
    <figure class="chart-figure">
      <figcaption>{title}</figcaption>
      <ChartDrawing {...drawing} size="wide" />
      <ChartDrawing {...drawing} size="narrow" />
      {points.length > 0 && <ChartLegend reader={reader} points={points} targets={targets} />}
      <details class="disclosure">
        <summary>{reader.say(words.chartTable)}</summary>
        <TrendTable
          reader={reader}
          id={`${id}-table`}
          title={title}
          points={points}
          targets={targets}
          format={format}
        />
      </details>
    </figure>
  )
}

function ChartLegend({ reader, points, targets }: Series & { reader: Reader }) {
  const entries = [
    { className: 'line', label: reader.say(words.trendLine) },
    ...(points.some((point) => point.estimate)
      ? [{ className: 'line estimate', label: reader.say(words.trendEstimate) }]
      : []),
    ...(targets.length > 0 ? [{ className: 'planned', label: reader.say(words.trendPlanned) }] : []),
  ]
  return (
    <ul class="legend">
      {entries.map(({ className, label }) => (
        <li key={className}>
          <svg class="chart legend-line" viewBox="0 0 28 12" aria-hidden="true">
            <path class={className} d="M1 6h26" />
          </svg>
          {label}
        </li>
      ))}
    </ul>
  )
}

interface TrendRow {
  readonly at: number
  readonly label: string
  readonly point?: ChartPoint
  readonly target?: ChartTarget
}

function rowsOf({ points, targets }: Series): TrendRow[] {
  const rows: TrendRow[] = points.map((point) => ({
    at: point.at,
    label: point.label,
    point,
    target: targets.find((target) => target.at === point.at),
  }))
  const ahead = targets.filter((target) => !points.some((point) => point.at === target.at))
  return inOrder([...rows, ...ahead.map((target) => ({ at: target.at, label: target.label, target }))])
}

function TrendTable(props: Series & Pick<TrendChartProps, 'reader' | 'id' | 'title' | 'format'>) {
  const { reader, id, title, format } = props
  const state = (point: ChartPoint) => {
    const notes = [point.status && reader.say(lookOf(point.status).words), point.estimate && reader.say(words.estimate)]
    return notes.filter(Boolean).join(', ')
  }
  return (
    <DataTable<TrendRow>
      reader={reader}
      id={id}
      caption={title}
      captionUnseen
      rows={rowsOf(props)}
      keyOf={(row) => String(row.at)}
      empty={<p>{reader.say(words.noData)}</p>}
      columns={[
        { key: 'at', label: reader.say(words.chartYear), rowHeader: true, render: (row) => row.label },
        {
          key: 'value',
          label: reader.say(words.chartValue),
          align: 'end',
          render: (row) => row.point && linked(row.point, format),
        },
        {
          key: 'target',
          label: reader.say(words.chartTarget),
          align: 'end',
          render: (row) => row.target && linked(row.target, format),
        },
        { key: 'state', label: reader.say(words.chartState), render: (row) => row.point && state(row.point) },
      ]}
    />
  )
}

function linked({ value, href }: ChartPoint | ChartTarget, format: (value: number) => string) {
  const text = format(value)
  return href ? <a href={href}>{text}</a> : text
}
