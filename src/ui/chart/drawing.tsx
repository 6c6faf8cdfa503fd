/** The drawing of a trend at one size. Wide and narrow are both on the page: text stays readable on a phone, no script needed. */
import { type ScaleLinear, scaleLinear } from 'd3-scale'
import { type ChartPoint, inOrder, px, runsOf, type Series, valueRange } from '#ui/chart/series.ts'
import { pathOf } from '#ui/icon.tsx'
import { lookOf } from '#ui/status.tsx'

export interface DrawingProps extends Series {
  readonly name: string
  /** Written across the drawing when there is no value yet. */
  readonly emptyText: string
  readonly size: 'wide' | 'narrow'
  readonly from: number
  readonly to: number
  format(value: number): string
}

/** Where a drawing has its plot: right and lower edge, left edge, and the scales. */
export interface Frame {
  readonly width: number
  readonly height: number
  readonly left: number
  readonly x: ScaleLinear<number, number>
  readonly y: ScaleLinear<number, number>
}

const sizes = {
  wide: { width: 760, height: 320, left: 56, right: 52, yearStep: 1 },
  narrow: { width: 360, height: 270, left: 46, right: 26, yearStep: 2 },
}
const top = 24
const bottom = 30

export function ChartDrawing(props: DrawingProps) {
  const { width, height, left, right } = sizes[props.size]
  const frame: Frame = {
    width: width - right,
    height: height - bottom,
    left,
    x: scaleLinear([props.from, props.to], [left + 10, width - right - 6]),
    y: scaleLinear(valueRange(props), [height - bottom, top]).nice(5),
  }
  return (
    <svg class={`chart chart-${props.size}`} viewBox={`0 0 ${width} ${height}`} role="img">
      <title>{props.name}</title>
      <Axes {...props} frame={frame} />
      <Way {...props} frame={frame} />
      <Rings {...props} frame={frame} />
      <Values {...props} frame={frame} />
      <Last {...props} frame={frame} />
      {props.points.length === 0 && (
        <text x={(left + frame.width) / 2} y={frame.height / 2} text-anchor="middle">
          {props.emptyText}
        </text>
      )}
    </svg>
  )
}

type Part = DrawingProps & { readonly frame: Frame }

/** Lines across at round values, and the years below; every second year where it is narrow. */
export function Axes(props: Pick<DrawingProps, 'from' | 'to' | 'size' | 'format'> & { frame: Frame }) {
  const { frame, format, from, to, size } = props
  const { x, y, width, height, left } = frame
  const step = sizes[size].yearStep
  const years = Array.from({ length: Math.floor(to) - Math.ceil(from) + 1 }, (_, index) => Math.ceil(from) + index)
  return (
    <g>
      {y.ticks(5).map((tick) => (
        <g key={tick}>
          <path class="grid" d={`M${left} ${px(y(tick))}H${width}`} />
          <text x={left - 8} y={px(y(tick)) + 5} text-anchor="end">
            {format(tick)}
          </text>
        </g>
      ))}
      <path class="axis" d={`M${left} ${height}H${width}`} />
      {years
        .filter((year) => (Math.floor(to) - year) % step === 0)
        .map((year) => (
          <text key={year} x={px(x(year))} y={height + 20} text-anchor="middle">
            {year}
          </text>
        ))}
    </g>
  )
}

/** From the first value through every target: what the plan asks of each year. */
function Way({ points, targets, frame: { x, y } }: Part) {
  const first = inOrder(points)[0]
  const stops = inOrder([...(first ? [first] : []), ...targets])
  if (stops.length < 2) return null
  return <path class="planned" d={`M${stops.map((stop) => `${px(x(stop.at))} ${px(y(stop.value))}`).join('L')}`} />
}

function Values({ points, frame: { x, y } }: Part) {
  const ordered = inOrder(points)
  const place = (point: ChartPoint) => `${px(x(point.at))} ${px(y(point.value))}`
  return (
    <g>
      {runsOf(ordered).map((run) => (
        <path
          key={run.points[0]?.at}
          class={run.estimate ? 'line estimate' : 'line'}
          d={`M${run.points.map(place).join('L')}`}
        />
      ))}
      {ordered.map((point) =>
        point.status ? (
          <StatusPoint key={point.at} cx={px(x(point.at))} cy={px(y(point.value))} status={point.status} />
        ) : (
          <circle
            key={point.at}
            class={point.estimate ? 'dot-open' : 'dot'}
            cx={px(x(point.at))}
            cy={px(y(point.value))}
            r="3.5"
          />
        ),
      )}
    </g>
  )
}

function StatusPoint({ cx, cy, status }: { cx: number; cy: number; status: NonNullable<ChartPoint['status']> }) {
  const look = lookOf(status)
  return (
    <g class={`tone-${look.tone}`} transform={`translate(${px(cx - 9)} ${px(cy - 9)})`}>
      <circle class="point-face" cx="9" cy="9" r="9" />
      <path class="point-mark" d={pathOf(look.shape)} transform="translate(3 3)" />
    </g>
  )
}

/** Each target with its number: above, or below where a value stands above it. */
function Rings({ points, targets, format, frame: { x, y } }: Part) {
  const last = inOrder(points).at(-1)
  // The number of the newest value steps aside itself where they nearly touch.
  const isCrowded = (at: number, value: number) =>
    points.some((point) => {
      const above = y(value) - y(point.value)
      return Math.abs(x(point.at) - x(at)) < 30 && above > (point === last ? 16 : -4) && above < 44
    })
  return (
    <g>
      {targets.map(({ at, value }) => (
        <g key={at}>
          <circle class="ring" cx={px(x(at))} cy={px(y(value))} r="5.5" />
          <text
            class="target-text"
            x={px(x(at))}
            y={px(y(value)) + (isCrowded(at, value) ? 22 : -12)}
            text-anchor="middle"
          >
            {format(value)}
          </text>
        </g>
      ))}
    </g>
  )
}

/** The newest value, written beside its point: below where a target's number stands above. */
function Last({ points, targets, format, frame: { x, y } }: Part) {
  const last = inOrder(points).at(-1)
  if (!last) return null
  const crowded = targets.some(
    (target) =>
      Math.abs(x(target.at) - x(last.at)) < 60 &&
      y(target.value) - y(last.value) < 16 &&
      y(target.value) - y(last.value) > -50,
  )
  return (
    <text class="value-text" x={px(x(last.at))} y={px(y(last.value)) + (crowded ? 28 : -15)} text-anchor="middle">
      {format(last.value)}
    </text>
  )
}
