/** The data dictionary to read: every indicator and measure with what it counts. */
import { type Indicator, indicatorPath, type Measure, type Terms } from '#modules/indicators'
import { PageHeader, Section } from '#ui/layout.tsx'
import type { Reader } from '#ui/reader.ts'
import { DataTable } from '#ui/table.tsx'
import { texts } from './dictionary.texts.ts'
import { texts as portalTexts } from './portal.texts.ts'

interface DictionaryProps {
  readonly reader: Reader
  readonly indicators: readonly Indicator[]
  readonly measures: readonly Measure[]
  readonly terms: Terms
}

export function Dictionary(props: DictionaryProps) {
  const { say } = props.reader
  return (
    <>
      <PageHeader title={say(portalTexts.dictionary)} lead={say(texts.dictionaryLead)} />
      <Section id="indicators" title={say(portalTexts.indicators)}>
        <Indicators {...props} />
      </Section>
      <Section id="measures" title={say(texts.measures)} lead={say(texts.measuresLead)}>
        <Measures {...props} />
      </Section>
      <Section id="breakdowns" title={say(portalTexts.categoriesTitle)} lead={say(texts.breakdownsLead)}>
        <Breakdowns {...props} />
      </Section>
    </>
  )
}

function Indicators({ reader, indicators }: DictionaryProps) {
  const { say } = reader
  return (
    <DataTable
      reader={reader}
      id="indicators-table"
      caption={say(portalTexts.indicators)}
      captionUnseen
      rows={indicators}
      keyOf={(indicator) => indicator.code}
      empty={null}
      columns={[
        {
          key: 'name',
          label: say(portalTexts.indicator),
          rowHeader: true,
          render: (indicator) => (
            <>
              <a href={indicatorPath.to({ code: indicator.code })}>{say(indicator.name)}</a>
              <small>{say(indicator.explanation)}</small>
            </>
          ),
        },
        { key: 'code', label: say(portalTexts.code), render: (indicator) => <code>{indicator.code}</code> },
      ]}
    />
  )
}

function Measures({ reader, measures, terms }: DictionaryProps) {
  const { say } = reader
  const unitOf = (code: string) => {
    const unit = terms.units.find((each) => each.code === code)
    return unit ? say(unit.name) : code
  }
  return (
    <DataTable
      reader={reader}
      id="measures-table"
      caption={say(texts.measures)}
      captionUnseen
      rows={measures}
      keyOf={(measure) => measure.code}
      empty={null}
      columns={[
        {
          key: 'name',
          label: say(portalTexts.figure),
          rowHeader: true,
          render: (measure) => (
            <>
              {say(measure.name)}
              <small>{say(measure.explanation)}</small>
            </>
          ),
        },
        { key: 'unit', label: say(texts.countedIn), render: (measure) => unitOf(measure.unit) },
        { key: 'code', label: say(portalTexts.code), render: (measure) => <code>{measure.code}</code> },
      ]}
    />
  )
}

function Breakdowns({ reader, terms }: DictionaryProps) {
  const { say } = reader
  return (
    <DataTable
      reader={reader}
      id="breakdowns-table"
      caption={say(portalTexts.categoriesTitle)}
      captionUnseen
      rows={terms.dimensions}
      keyOf={(dimension) => dimension.code}
      empty={null}
      columns={[
        { key: 'name', label: say(texts.breakdown), rowHeader: true, render: (dimension) => say(dimension.name) },
        {
          key: 'categories',
          label: say(texts.groups),
          render: (dimension) => dimension.categories.map((category) => say(category.name)).join('; '),
        },
        {
          key: 'code',
          label: say(portalTexts.code),
          render: (dimension) => (
            <code>
              {dimension.code}:{dimension.categories[0]?.code}
            </code>
          ),
        },
      ]}
    />
  )
}
