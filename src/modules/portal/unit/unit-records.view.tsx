/** Every figure recorded for one unit, as a table and as a file. */
import {
  amountText,
  type Indicator,
  indicatorPath,
  type Measure,
  type RecordedValue,
  valuePath,
  valueText,
} from '#modules/indicators'
import type { Column as FileColumn, Row as FileRow } from '#platform/documents/columns.ts'
import type { Reader } from '#ui/reader.ts'
import { SampleLabel, StatusMark } from '#ui/status.tsx'
import { DataTable } from '#ui/table.tsx'
import { texts } from '../portal.texts.ts'

interface Recorded {
  readonly measures: readonly Measure[]
  readonly indicators: readonly Indicator[]
  readonly values: readonly RecordedValue[]
}

/** Newest year first, in the order of the catalogue; breakdowns are left to the file. */
export function RecordedTable(
  props: Recorded & { reader: Reader; unitCode: string; fileHref(format: string): string; isOpen: boolean },
) {
  const { reader, unitCode, values, fileHref, isOpen } = props
  const { say } = reader
  const totals = values.filter((value) => value.category === 'total')
  if (totals.length === 0) return null
  const rows = [...totals].sort((a, b) => (b.year ?? 0) - (a.year ?? 0))
  return (
    <details class="disclosure" open={isOpen}>
      <summary>{say(texts.recorded, { count: totals.length })}</summary>
      <DataTable
        reader={reader}
        id="recorded"
        caption={say(texts.recorded, { count: totals.length })}
        captionUnseen
        rows={rows}
        keyOf={(value) => value.id}
        empty={null}
        downloads={['csv', 'xlsx', 'json'].map((format) => ({ href: fileHref(format), label: format.toUpperCase() }))}
        columns={[
          {
            key: 'name',
            label: say(texts.figure),
            rowHeader: true,
            render: (value) => <Subject {...props} value={value} />,
          },
          {
            key: 'period',
            label: say(texts.year),
            render: (value) => value.period ?? value.year ?? say(texts.undated),
          },
          {
            key: 'amount',
            label: say(texts.value),
            align: 'end',
            render: (value) => (
              <a href={valuePath.to({ unit: unitCode, id: value.id })}>{recordedText(props, value)}</a>
            ),
          },
          {
            key: 'status',
            label: say(texts.status),
            render: (value) => (
              <>
                <StatusMark reader={reader} status={value.status} /> {value.isSample && <SampleLabel reader={reader} />}
              </>
            ),
          },
          { key: 'source', label: say(texts.source), render: (value) => value.source.title },
        ]}
      />
    </details>
  )
}

function Subject({ reader, measures, indicators, value }: Recorded & { reader: Reader; value: RecordedValue }) {
  const measure = measures.find((each) => each.code === value.subject)
  const indicator = indicators.find((each) => each.code === value.subject)
  if (indicator) return <a href={indicatorPath.to({ code: indicator.code })}>{reader.say(indicator.name)}</a>
  return <>{measure ? reader.say(measure.name) : value.subject}</>
}

function recordedText({ reader, measures, indicators }: Recorded & { reader: Reader }, value: RecordedValue): string {
  const indicator = indicators.find((each) => each.code === value.subject)
  if (indicator) return valueText(reader, indicator, value.amount, value.qualifier)
  const measure = measures.find((each) => each.code === value.subject)
  return amountText(reader, measure, value.amount, value.qualifier)
}

/** The same as a file, breakdowns included. */
export function recordedFile(reader: Reader, found: Recorded): { columns: FileColumn[]; rows: FileRow[] } {
  const { say } = reader
  const nameOf = (code: string) => {
    const named = [...found.measures, ...found.indicators].find((each) => each.code === code)
    return named ? say(named.name) : code
  }
  const columns: FileColumn[] = [
    { key: 'subject', header: say(texts.code), width: 28, kind: 'text' },
    { key: 'name', header: say(texts.figure), width: 44, kind: 'text' },
    { key: 'category', header: say(texts.categoriesTitle), width: 16, kind: 'text' },
    { key: 'period', header: say(texts.year), width: 10, kind: 'text' },
    { key: 'amount', header: say(texts.value), width: 14, kind: 'number' },
    { key: 'qualifier', header: say(texts.qualifier), width: 8, kind: 'text' },
    { key: 'status', header: say(texts.status), width: 12, kind: 'text' },
    { key: 'asOf', header: say(texts.asOf), width: 12, kind: 'date' },
    { key: 'source', header: say(texts.source), width: 40, kind: 'text' },
    { key: 'sample', header: say(texts.note), width: 14, kind: 'text' },
  ]
  const rows = found.values.map((value) => ({
    subject: value.subject,
    name: nameOf(value.subject),
    category: value.category,
    period: value.period ?? String(value.year ?? ''),
    amount: value.amount,
    qualifier: value.qualifier,
    status: value.status,
    asOf: value.asOf,
    source: value.source.title,
    sample: value.isSample ? say(texts.sampleData) : '',
  }))
  return { columns, rows }
}
