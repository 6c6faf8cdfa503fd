/** The units of one year: the map, and the table that walks each figure back. */
import { type PartsProps, PartsTable, valueText } from '#modules/indicators'
import type { Shapes } from '#modules/organisation'
import { Section, Tabs } from '#ui/layout.tsx'
import { texts } from '../portal.texts.ts'
import { UnitMap } from '../unit-map.view.tsx'
import { texts as own } from './figure-sources.texts.ts'
import { partFromSources, SourcesTable } from './figure-sources.view.tsx'

interface UnitsProps extends PartsProps {
  readonly year: number
  /** Years that were summed from units. */
  readonly years: readonly number[]
  readonly unitName: string
  readonly shapes?: Shapes
  hrefWith(query: { sort?: string; format?: string; year?: number; from?: number }): string
}

export function UnitsOfYear(props: UnitsProps) {
  const { reader, indicator, parts, on, year, years, unitName, shapes, hrefWith } = props
  const { say } = reader
  const single = partFromSources(parts)
  const params = { year: String(year), date: reader.date(on) }
  const isMapped = indicator.kind === 'ratio' && parts.some((part) => part.value !== null)
  return (
    <>
      {isMapped && parts.length > 1 && (
        <Section
          id="map"
          title={say(texts.mapOfYear, { unit: unitName, year: String(year) })}
          lead={say(shapes ? texts.mapLeadByBoundaries : texts.mapLead, { date: reader.date(on) })}
        >
          <UnitMap
            reader={reader}
            id="unit-map"
            title={say(texts.mapOfYear, { unit: unitName, year: String(year) })}
            units={parts}
            on={on}
            shapes={shapes}
            format={(value) => valueText(reader, indicator, value)}
          />
        </Section>
      )}
      <Section
        id="units"
        title={say(texts.fromTitle)}
        lead={
          single
            ? say(own.sourcesLead, { ...params, name: single.unitName, count: single.sources.length })
            : say(texts.unitsLead, { ...params, count: parts.length })
        }
      >
        {years.length > 1 && (
          <Tabs
            label={say(texts.year)}
            items={years.map((each) => ({
              href: `${hrefWith({ year: each })}#units`,
              label: String(each),
              current: each === year,
            }))}
          />
        )}
        {single ? <SourcesTable {...props} part={single} downloads={filesOf(props)} /> : <PartsTable {...props} />}
      </Section>
    </>
  )
}

function filesOf({ hrefWith, sort }: UnitsProps) {
  return ['csv', 'xlsx', 'json'].map((format) => ({ href: hrefWith({ sort, format }), label: format.toUpperCase() }))
}
