/** What every map of units shares: what it is given, one unit as a link with its value, the hatch of no data, the legend. */

import { classOf } from '#ui/map/classes.ts'
import type { Reader } from '#ui/reader.ts'
import { words } from '#ui/words.ts'

export interface MapUnit {
  readonly id: string
  readonly name: string
  /** Absent where there is no number: drawn with a hatch, never as zero. */
  readonly value?: number
  readonly href?: string
  /** Said after the value: "ước tính". */
  readonly note?: string
}

export interface MapProps {
  readonly reader: Reader
  /** Unique on the page. */
  readonly id: string
  /** What the map shows, for a screen reader and the legend. */
  readonly title: string
  readonly units: readonly MapUnit[]
  format(value: number): string
  /** Where the colours change (up to four); by equal shares of the units unless told. */
  readonly breaks?: readonly number[]
  /** The unit this page is about. */
  readonly currentId?: string
}

/** One unit, drawn by the path of its outline, named with its value. */
export function MapUnitLink(props: MapProps & { unit: MapUnit; breaks: readonly number[]; path: string }) {
  const { reader, id, unit, breaks, format, currentId, path } = props
  const value = unit.value === undefined ? reader.say(words.noData) : format(unit.value)
  const name = `${unit.name}: ${value}${unit.note ? `, ${unit.note}` : ''}`
  const current = unit.id === currentId ? '' : undefined
  const shape = (
    <>
      <title>{name}</title>
      <path class={unit.value === undefined ? 'tile-none' : `tile-${classOf(unit.value, breaks)}`} d={path} />
      {unit.value === undefined && <path fill={`url(#${id}-hatch)`} d={path} />}
    </>
  )
  if (!unit.href) {
    return <g data-current={current}>{shape}</g>
  }
  return (
    <a href={unit.href} aria-label={name} data-current={current} aria-current={current === '' ? 'true' : undefined}>
      {shape}
    </a>
  )
}

/** Slanted lines for units without a number; `scale` is how many units of the drawing make about one pixel. */
export function Hatch({ id, scale }: { id: string; scale: number }) {
  return (
    <pattern
      id={id}
      width="6"
      height="6"
      patternUnits="userSpaceOnUse"
      patternTransform={`rotate(45)${scale === 1 ? '' : ` scale(${scale})`}`}
    >
      <path class="hatch" d="M0 0v6" />
    </pattern>
  )
}

export function Legend(props: MapProps & { breaks: readonly number[]; empty: boolean }) {
  const { reader, id, breaks, empty, format } = props
  const classes = [undefined, ...breaks].map((from, index) => {
    const to = breaks[index]
    const className = `tile-${classOf(from ?? Number.NEGATIVE_INFINITY, breaks)}`
    if (from === undefined) {
      return { className, label: to === undefined ? '' : reader.say(words.below, { to: format(to) }) }
    }
    if (to === undefined) return { className, label: reader.say(words.from, { from: format(from) }) }
    return { className, label: reader.say(words.between, { from: format(from), to: format(to) }) }
  })
  return (
    <ul class="legend" aria-label={reader.say(words.mapLegend)}>
      {classes
        .filter(({ label }) => label)
        .map(({ className, label }) => (
          <li key={className}>
            <svg class="swatch" viewBox="0 0 14 14" aria-hidden="true">
              <rect class={`${className} tile-edge`} width="14" height="14" />
            </svg>
            {label}
          </li>
        ))}
      {empty && (
        <li>
          <svg class="swatch" viewBox="0 0 14 14" aria-hidden="true">
            <Hatch id={`${id}-hatch-key`} scale={1} />
            <rect class="tile-none" width="14" height="14" />
            <rect fill={`url(#${id}-hatch-key)`} width="14" height="14" />
          </svg>
          {reader.say(words.noData)}
        </li>
      )}
    </ul>
  )
}
