/** A target's way in one table cell: the line so far, where it stands, and the rings it must go through. */
import { scaleLinear } from 'd3-scale'
import { line } from 'd3-shape'
import { type ChartPoint, inOrder, px, runsOf, type Series, sentenceOf, valueRange } from '#ui/chart/series.ts'
import type { Reader } from '#ui/reader.ts'

export interface TrajectoryProps extends Series {
  readonly reader: Reader
  /** What is drawn, for a screen reader. */
  readonly name: string
  /** The same first and last year for every row of a table, so that rows compare. */
  readonly from: number
  readonly to: number
  format(value: number): string
}

const width = 230
const height = 46
const pad = 7

export function Trajectory(props: TrajectoryProps) {
  const { reader, name, targets, format } = props
  const points = inOrder(props.points)
  const x = scaleLinear([props.from, props.to], [pad, width - pad])
  const y = scaleLinear(valueRange(props, 0), [height - pad, pad])
  const draw = line<ChartPoint>(
    (point) => px(x(point.at)),
    (point) => px(y(point.value)),
  )
  const last = points.at(-1)
  const next = inOrder(targets).filter((target) => last && target.at > last.at)
  const ahead = last && next.map((target) => `L${px(x(target.at))} ${px(y(target.value))}`).join('')
  return (
    <svg class="chart spark" viewBox={`0 0 ${width} ${height}`} role="img">
      <title>{`${name}: ${sentenceOf(reader, props, format)}`}</title>
      {targets.map(({ at }) => (
        <path key={at} class="grid" d={`M${px(x(at))} 2V${height - 2}`} />
      ))}
      {last && ahead && <path class="to-target" d={`M${px(x(last.at))} ${px(y(last.value))}${ahead}`} />}
      {runsOf(points).map((run) => (
        <path
          key={run.points[0]?.at}
          class={run.estimate ? 'line estimate' : 'line'}
          d={draw(run.points) ?? undefined}
        />
      ))}
      {targets.map(({ at, value }) => (
        <circle key={at} class="ring" cx={px(x(at))} cy={px(y(value))} r="4.5" />
      ))}
      {last && <circle class={last.estimate ? 'dot-open' : 'dot'} cx={px(x(last.at))} cy={px(y(last.value))} r="3.5" />}
    </svg>
  )
}
