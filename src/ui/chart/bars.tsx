/** Bars: a ranked list of units or groups, and one whole cut in parts. */

import { px } from '#ui/chart/series.ts'
import type { Reader } from '#ui/reader.ts'
import type { Tone } from '#ui/status.tsx'
import { words } from '#ui/words.ts'

export interface Bar {
  readonly key: string
  readonly label: string
  readonly value?: number
  readonly href?: string
  readonly tone?: Tone
}

export interface BarListProps {
  readonly reader: Reader
  readonly label: string
  readonly bars: readonly Bar[]
  /** The value of a full bar; the largest value unless told. */
  readonly full?: number
  /** A mark on every bar, such as the target. */
  readonly goal?: number
  format(value: number): string
}

/** One bar a line: name, bar, number. The numbers are text, the bars only show them. */
export function BarList({ reader, label, bars, full, goal, format }: BarListProps) {
  const most = full ?? Math.max(goal ?? 0, ...bars.map((bar) => bar.value ?? 0))
  const share = (value: number) => px(most > 0 ? (Math.min(Math.max(value, 0), most) / most) * 1000 : 0)
  return (
    <ul class="bars" aria-label={label}>
      {bars.map(({ key, label: name, value, href, tone }) => (
        <li key={key}>
          <span>{href ? <a href={href}>{name}</a> : name}</span>
          <svg viewBox="0 0 1000 10" preserveAspectRatio="none" aria-hidden="true">
            <rect class="track" width="1000" height="10" />
            {value !== undefined && <rect class={`bar tone-${tone ?? 'plain'}`} width={share(value)} height="10" />}
            {goal !== undefined && <rect class="goal" x={px(share(goal) - 2)} width="4" height="10" />}
          </svg>
          <span class="number">{value === undefined ? reader.say(words.noData) : format(value)}</span>
        </li>
      ))}
    </ul>
  )
}

export interface StackPart {
  readonly key: string
  readonly label: string
  readonly value: number
  readonly tone: Tone | 'brand' | 'ink' | 'plain'
}

/** One whole in its parts, in their order, with every number in the legend. */
export function StackBar(props: { label: string; parts: readonly StackPart[]; format(value: number): string }) {
  const { label, parts, format } = props
  const total = parts.reduce((sum, part) => sum + part.value, 0)
  const places = placesOf(parts, total)
  return (
    <div class="stack-figure">
      <svg class="stack-bar" viewBox="0 0 1000 10" preserveAspectRatio="none" aria-hidden="true">
        {total === 0 && <rect class="track" width="1000" height="10" />}
        {places.map(({ part, x, width }) => (
          <rect key={part.key} class={`bar tone-${part.tone}`} x={px(x)} width={px(width)} height="10" />
        ))}
      </svg>
      <ul class="legend" aria-label={label}>
        {parts.map((part) => (
          <li key={part.key}>
            <svg class="swatch" viewBox="0 0 14 14" aria-hidden="true">
              <rect class={`bar tone-${part.tone}`} width="14" height="14" />
            </svg>
            {part.label} <strong class="number">{format(part.value)}</strong>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** Parts from left to right, with a hair of paper between. */
function placesOf(parts: readonly StackPart[], total: number) {
  let end = 0
  return parts.flatMap((part) => {
    const size = total > 0 ? (part.value / total) * 1000 : 0
    const x = end
    end += size
    return size > 0 ? [{ part, x, width: Math.max(size - 3, 1) }] : []
  })
}
