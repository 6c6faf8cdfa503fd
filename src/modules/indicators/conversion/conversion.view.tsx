/** Where a re-based number comes from, on screen: the places it was put together from, each with its share and its own figure. */
import { Fragment } from 'preact'
import { unitPath } from '#modules/organisation'
import type { Reader } from '#ui/reader.ts'
import type { Measure, Part, PartSource } from '../indicators.model.ts'
import { amountText } from '../numbers.view.tsx'
import { valuePath } from '../paths.ts'
import { texts } from './conversion.texts.ts'

/** "Phường Trúc Bạch (toàn bộ)", "Phường X (ước tính 34% diện tích)". */
export function sourceText(reader: Reader, { unitName, weight, basis }: PartSource): string {
  return reader.say(texts[basis], { place: unitName, percent: percentOf(reader, weight) })
}

/** All the places of a part in one sentence; empty where it gave its own figures. */
export function sourcesText(reader: Reader, sources: readonly PartSource[]): string {
  if (sources.length === 0) return ''
  return reader.say(texts.from, { places: sources.map((source) => sourceText(reader, source)).join(', ') })
}

/** The places of a part, each leading to its page on a day on which it stood. */
export function SourcePlaces({ reader, sources }: { reader: Reader; sources: readonly PartSource[] }) {
  if (sources.length === 0) return null
  const [before = '', after = ''] = reader.say(texts.from, { places: gap }).split(gap)
  return (
    <small>
      {before}
      {sources.map((source, index) => (
        <Fragment key={`${source.unitCode} ${source.on}`}>
          {index > 0 && ', '}
          <a href={unitPath.to({ code: source.unitCode }, { on: source.on })}>{sourceText(reader, source)}</a>
        </Fragment>
      ))}
      {after}
    </small>
  )
}

/** What each place gave, and how much of it is counted here; each figure leads to its history. */
export function SourceAmounts(props: {
  reader: Reader
  measure: Measure | undefined
  part: Pick<Part, 'sources'>
  of: 'numerator' | 'denominator'
}) {
  const { reader, measure, part, of } = props
  const isShared = measure?.aggregate !== 'none'
  return (
    <small>
      {part.sources.map((source, index) => (
        <Fragment key={`${source.unitCode} ${source.on}`}>
          {index > 0 && (isShared ? ' + ' : '; ')}
          {source[of]?.id ? (
            <a href={valuePath.to({ unit: source.unitCode, id: source[of].id })}>
              {amountText(reader, measure, source[of].amount)}
            </a>
          ) : (
            '–'
          )}
          {isShared && source[of] && source.weight < 1 && ` × ${percentOf(reader, source.weight)}%`}
        </Fragment>
      ))}
    </small>
  )
}

/** Stands for the places while the words around them are said. */
const gap = '\u{fffc}'

function percentOf(reader: Reader, weight: number): string {
  return reader.number(100 * weight, weight < 0.1 ? 1 : 0)
}
