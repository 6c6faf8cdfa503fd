/** One year's figure in a table of years: it leads to where it comes from, and says by shape and word where it is estimated. */
import { type Indicator, isEstimate, type Point, valueText } from '#modules/indicators'
import { Icon } from '#ui/icon.tsx'
import type { Reader } from '#ui/reader.ts'
import { lookOf, SampleLabel } from '#ui/status.tsx'
import { words } from '#ui/words.ts'

export function YearFigure(props: {
  reader: Reader
  indicator: Indicator
  point: Point | undefined
  href: string
  /** Said here where not every figure of the row is made up. */
  showsSample: boolean
}) {
  const { reader, indicator, point, href, showsSample } = props
  if (!point) return <span class="soft">–</span>
  const look = lookOf(point.status)
  return (
    <span class="figure">
      <a href={href}>
        {valueText(reader, indicator, point.value, point.qualifier)}
        <span class="unseen">, {reader.say(words.walkBack)}</span>
      </a>
      {(isEstimate(point) || point.status === 'provisional') && (
        <small class="firmness">
          <Icon shape={look.shape} />
          {reader.say(look.words).toLowerCase()}
        </small>
      )}
      {showsSample && point.isSample && <SampleLabel reader={reader} />}
    </span>
  )
}
