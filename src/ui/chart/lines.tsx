/** Several lines on one chart, told apart by colour, by the shape of their points and by their own labels; estimates dashed. */
import { scaleLinear } from 'd3-scale'
import { Axes, type Frame } from '#ui/chart/drawing.tsx'
import {
  type ChartPoint,
  type ChartTarget,
  inOrder,
  px,
  runsOf,
  sentenceOf,
  spread,
  valueRange,
} from '#ui/chart/series.ts'
import type { Reader } from '#ui/reader.ts'
import { words } from '#ui/words.ts'

export interface ChartLine {
  readonly key: string
  readonly label: string
  readonly points: readonly ChartPoint[]
}

export interface LinesChartProps {
  readonly reader: Reader
  readonly title: string
  /** At most eight. */
  readonly lines: readonly ChartLine[]
  /** Drawn across: what all are compared with; the label says what it is. */
  readonly targets: readonly ChartTarget[]
  readonly from: number
  readonly to: number
  format(value: number): string
}

/** Points of a line, around 0,0: closed shapes, so that an estimate can be hollow. */
const shapes = [
  'M4.5 0A4.5 4.5 0 1 1-4.5 0A4.5 4.5 0 1 1 4.5 0Z',
  'M-4-4H4V4H-4Z',
  'M0-5.5L5.2 4H-5.2Z',
  'M0-5.8L5.8 0L0 5.8L-5.8 0Z',
  'M0 5.5L5.2-4H-5.2Z',
  'M-1.8-5.2H1.8V-1.8H5.2V1.8H1.8V5.2H-1.8V1.8H-5.2V-1.8H-1.8Z',
  'M0-6L1.5-2.1L5.7-1.9L2.4.8L3.5 4.9L0 2.6L-3.5 4.9L-2.4.8L-5.7-1.9L-1.5-2.1Z',
  'M-2.2-5.5H2.2V5.5H-2.2Z',
]

export function LinesChart(props: LinesChartProps) {
  const { reader, title, lines, format } = props
  const texts = lines.map(
    (line) => `${line.label}: ${sentenceOf(reader, { points: line.points, targets: [] }, format)}`,
  )
  const name = `${title}. ${texts.join('. ')}.`
  return (
    <figure class="chart-figure">
      <figcaption>{title}</figcaption>
      <Drawing {...props} name={name} size="wide" />
      <Drawing {...props} name={name} size="narrow" />
      <LinesLegend {...props} />
    </figure>
  )
}

/** On a phone there is no room for names beside the lines: their numbers stand there, and in the legend. */
const sizes = {
  wide: { width: 880, height: 400, left: 58, right: 262 },
  narrow: { width: 360, height: 300, left: 46, right: 24 },
}
const top = 20
const bottom = 30

type Part = LinesChartProps & { readonly size: 'wide' | 'narrow'; readonly frame: Frame }

function Drawing(props: LinesChartProps & { name: string; size: 'wide' | 'narrow' }) {
  const { width, height, left, right } = sizes[props.size]
  const points = props.lines.flatMap((line) => line.points)
  const frame: Frame = {
    width: width - right,
    height: height - bottom,
    left,
    x: scaleLinear([props.from, props.to], [left + 10, width - right - 8]),
    y: scaleLinear(valueRange({ points, targets: props.targets }), [height - bottom, top]).nice(5),
  }
  return (
    <svg class={`chart chart-lines chart-${props.size}`} viewBox={`0 0 ${width} ${height}`} role="img">
      <title>{props.name}</title>
      <Axes {...props} frame={frame} />
      {props.lines.map((line, index) => (
        <Line key={line.key} line={line} index={index} frame={frame} />
      ))}
      <References {...props} frame={frame} />
      <Labels {...props} frame={frame} />
    </svg>
  )
}

/** A target across the whole width, with its word above its left end. */
function References({ targets, frame: { x, y, left, width } }: Part) {
  const heights = targets.map((target) => y(target.value))
  const places = spread(
    heights.map((height) => height - 6),
    16,
    [top - 8, y.range()[0] ?? 0],
  )
  return (
    <g>
      {targets.map((target, index) => (
        <g key={target.label}>
          <path class="planned" d={`M${left} ${px(heights[index] ?? 0)}H${width}`} />
          <text class="target-text" x={px(x.range()[0] ?? left)} y={px(places[index] ?? 0)}>
            {target.label}
          </text>
        </g>
      ))}
    </g>
  )
}

function Line({ line, index, frame: { x, y } }: { line: ChartLine; index: number; frame: Frame }) {
  const place = (point: ChartPoint) => `${px(x(point.at))} ${px(y(point.value))}`
  return (
    <g class={`series-${index + 1}`}>
      {runsOf(line.points).map((run) => (
        <path
          key={run.points[0]?.at}
          class={run.estimate ? 'line estimate' : 'line'}
          d={`M${run.points.map(place).join('L')}`}
        />
      ))}
      {line.points.map((point) => (
        <path
          key={point.at}
          class={point.estimate ? 'marker-open' : 'marker'}
          d={shapes[index]}
          transform={`translate(${place(point)})`}
        />
      ))}
    </g>
  )
}

const longest = 32

/** Each line's name where it ends, moved apart where lines end together. */
function Labels({ lines, size, frame: { x, y, width } }: Part) {
  const ends = lines.flatMap((line, index) => {
    const last = inOrder(line.points).at(-1)
    return last ? [{ line, index, left: x(last.at), height: y(last.value) }] : []
  })
  const places = spread(
    ends.map((end) => end.height),
    size === 'wide' ? 18 : 16,
    [top, y.range()[0] ?? 0],
  )
  const start = width + (size === 'wide' ? 14 : 8)
  return (
    <g>
      {ends.map(({ line, index, left, height }, order) => {
        const place = px(places[order] ?? height)
        return (
          <g key={line.key} class={`series-${index + 1}`}>
            <path class="leader" d={`M${px(left + 7)} ${px(height)}L${start - 4} ${place}`} />
            {size === 'wide' && (
              <path class="marker" d={shapes[index]} transform={`translate(${start + 6} ${place})`} />
            )}
            <text class="line-text" x={size === 'wide' ? start + 17 : start} y={place + 5}>
              {size === 'wide' ? shortened(line.label) : index + 1}
            </text>
          </g>
        )
      })}
    </g>
  )
}

function shortened(label: string): string {
  return label.length > longest ? `${label.slice(0, longest - 1).trimEnd()}…` : label
}

/** The marker of a line, for lists that name the same things beside the chart. */
export function LineMark({ index }: { index: number }) {
  return (
    <svg class={`chart swatch series-${index + 1}`} viewBox="-7 -7 14 14" aria-hidden="true">
      <path class="marker" d={shapes[index]} />
    </svg>
  )
}

function LinesLegend({ reader, lines, targets, format }: LinesChartProps) {
  const isEstimated = lines.some((line) => line.points.some((point) => point.estimate))
  return (
    <>
      <ol class="legend legend-lines">
        {lines.map((line, index) => {
          const last = inOrder(line.points).at(-1)
          return (
            <li key={line.key}>
              <span class="number">{index + 1}</span>
              <LineMark index={index} />
              {line.label}{' '}
              {last ? (
                <>
                  <strong class="number">{format(last.value)}</strong> ({last.label})
                </>
              ) : (
                reader.say(words.noData)
              )}
            </li>
          )
        })}
      </ol>
      <ul class="legend">
        {isEstimated && <Key className="line estimate" label={reader.say(words.trendEstimate)} />}
        {targets.length > 0 && <Key className="planned" label={reader.say(words.chartTarget)} />}
      </ul>
    </>
  )
}

function Key({ className, label }: { className: string; label: string }) {
  return (
    <li>
      <svg class="chart legend-line" viewBox="0 0 28 12" aria-hidden="true">
        <path class={className} d="M1 6h26" />
      </svg>
      {label}
    </li>
  )
}
