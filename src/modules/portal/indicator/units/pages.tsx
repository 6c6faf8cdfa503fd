/** The units of one year: the map, and the table that walks each figure back. */
import { type PartsProps, PartsTable, valueText } from '#modules/indicators'
import type { Shapes } from '#modules/organisation'
import { Section, Tabs } from '#ui/layout.tsx'
import { UnitMap } from '../../map/pages.tsx'
import { texts } from '../../texts.ts'

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
        lead={say(texts.unitsLead, { count: parts.length, date: reader.date(on) })}
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
        <PartsTable {...props} />
      </Section>
    </>
  )
}
