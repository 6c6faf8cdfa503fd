/** Maps of units as they lie on the ground: coloured by value, or one unit among its neighbours. Each outline is a link. */

import type { ComponentChildren } from 'preact'
import { breaksOf } from '#ui/map/classes.ts'
import { Hatch, Legend, type MapProps, type MapUnit, MapUnitLink } from '#ui/map/legend.tsx'
import {
  drawnWidth,
  fitOutlines,
  type Inset,
  insetOf,
  type Outline,
  pathOf,
  type Sheet,
  spotFor,
} from '#ui/map/projection.ts'
import type { Reader } from '#ui/reader.ts'
import { words } from '#ui/words.ts'

export interface ShapeMapProps extends MapProps {
  /** From `simplifyShapes`, kept by the caller; units without one are left to the table beside the map. */
  readonly outlines: readonly Outline[]
  /** Said below the map: where the outlines come from. */
  readonly credit?: string
}

/** In pixels, where there is room. */
const widest = 640
const tallest = 720

export function ShapeMap(props: ShapeMapProps) {
  const { reader, id, outlines, units, credit } = props
  const unitOf = new Map(units.map((unit) => [unit.id, unit]))
  const values = units.flatMap((unit) => (unit.value === undefined ? [] : [unit.value]))
  const breaks = props.breaks ?? breaksOf(values)
  const drawn = outlines.filter((outline) => unitOf.has(outline.id))
  const sheet = fitOutlines(drawn)
  const larger = insetOf(drawn)
  const empty = units.some((unit) => unit.value === undefined)
  const unitAt = (outline: Outline, on: Sheet) => {
    const unit = unitOf.get(outline.id)
    const path = pathOf(outline, on)
    return unit && <MapUnitLink key={outline.id} {...props} unit={unit} breaks={breaks} path={path} />
  }
  return (
    <div class="tile-figure">
      <a class="skip" href={`#${id}-end`}>
        {reader.say(words.mapSkip)}
      </a>
      <Drawing title={props.title} sheet={sheet} size={1}>
        {empty && <Hatch id={`${id}-hatch`} scale={2} />}
        {drawn.map((outline) => unitAt(outline, sheet))}
        {larger && <Frame inset={larger} sheet={sheet} />}
      </Drawing>
      {larger && (
        <>
          <p class="meta">{reader.say(words.mapInset)}</p>
          <Drawing title={`${props.title}: ${reader.say(words.mapInset)}`} sheet={larger.sheet} size={0.8}>
            {larger.outlines.map((outline) => unitAt(outline, larger.sheet))}
          </Drawing>
        </>
      )}
      <Legend {...props} breaks={breaks} empty={empty} />
      {credit && <p class="meta">{credit}</p>}
      <span id={`${id}-end`} tabindex={-1} />
    </div>
  )
}

/** Marks the part that is drawn larger. */
function Frame({ inset, sheet }: { inset: Inset; sheet: Sheet }) {
  const [[x, y], [right, bottom]] = [sheet.place(inset.corners[0]), sheet.place(inset.corners[1])]
  return <rect class="shape-frame" x={x} y={y} width={right - x} height={bottom - y} />
}

export interface LocatorMapProps {
  readonly reader: Reader
  /** Unique on the page. */
  readonly id: string
  readonly title: string
  readonly outlines: readonly Outline[]
  /** `label` is written on the map where there is room for it. */
  readonly units: readonly (Omit<MapUnit, 'value' | 'note'> & { readonly label: string })[]
  /** The unit in the middle. */
  readonly currentId: string
  readonly credit?: string
}

/** Where a unit lies: itself and what is around it, cut off a little beyond its own borders. */
export function LocatorMap(props: LocatorMapProps) {
  const { reader, id, outlines, units, currentId, credit } = props
  const own = outlines.filter((outline) => outline.id === currentId)
  if (own.length === 0) return null
  const sheet = fitOutlines(own, 0.25)
  const unitOf = new Map(units.map((unit) => [unit.id, unit]))
  // The unit itself last: its border lies on top of its neighbours'.
  const drawn = [...outlines.filter((outline) => outline.id !== currentId), ...own]
  return (
    <div class="tile-figure">
      <a class="skip" href={`#${id}-end`}>
        {reader.say(words.mapSkip)}
      </a>
      <Drawing title={props.title} sheet={sheet} size={0.6}>
        {drawn.map((outline) => {
          const unit = unitOf.get(outline.id)
          return unit && <Neighbour key={outline.id} {...props} outline={outline} unit={unit} sheet={sheet} />
        })}
      </Drawing>
      {credit && <p class="meta">{credit}</p>}
      <span id={`${id}-end`} tabindex={-1} />
    </div>
  )
}

/** The height of a label and the width of a letter, in units of the drawing: 14 pixels on a phone. */
const label = { size: 50, letter: 30 }

function Neighbour(props: {
  currentId: string
  unit: LocatorMapProps['units'][number]
  outline: Outline
  sheet: Sheet
}) {
  const { currentId, unit, outline, sheet } = props
  const isCurrent = unit.id === currentId
  const spot = spotFor(outline, sheet, { width: unit.label.length * label.letter, height: label.size })
  const shape = (
    <>
      <title>{unit.name}</title>
      <path class={isCurrent ? 'shape-own' : 'shape-other'} d={pathOf(outline, sheet)} />
      {spot && (
        <text class={isCurrent ? 'shape-own-label' : 'shape-label'} x={spot[0]} y={spot[1]} font-size={label.size}>
          {unit.label}
        </text>
      )}
    </>
  )
  if (isCurrent || !unit.href) return <g data-current={isCurrent ? '' : undefined}>{shape}</g>
  return (
    <a href={unit.href} aria-label={unit.name}>
      {shape}
    </a>
  )
}

function Drawing(props: { title: string; sheet: Sheet; size: number; children: ComponentChildren }) {
  const { title, sheet, size, children } = props
  const width = Math.round(Math.min(widest, (tallest * drawnWidth) / sheet.height) * size)
  return (
    // biome-ignore lint/a11y/useSemanticElements: a drawing whose parts are links cannot be a fieldset
    <svg
      class="tile-map shape-map"
      width={width}
      viewBox={`0 0 ${drawnWidth} ${sheet.height}`}
      role="group"
      aria-label={title}
    >
      {children}
    </svg>
  )
}
