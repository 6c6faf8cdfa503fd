/** What a total is made from, on screen: a row a unit with its own figures, and totals by category. */
import { compareText } from '#kernel/text.ts'
import { unitPath } from '#modules/organisation'
import type { Column as FileColumn, Row as FileRow } from '#platform/documents/columns.ts'
import { EmptyState, PartPagination } from '#ui/layout.tsx'
import type { Reader } from '#ui/reader.ts'
import { SampleLabel, StatusMark } from '#ui/status.tsx'
import { type Column, DataTable } from '#ui/table.tsx'
import { texts as rebasing } from '../conversion/conversion.texts.ts'
import { SourceAmounts, SourcePlaces, sourcesText } from '../conversion/conversion.view.tsx'
import type { CategorySum, Indicator, Measure, Part } from '../indicators.model.ts'
import { texts } from '../indicators.texts.ts'
import { amountText, valueText } from '../numbers.view.tsx'
import { measurePath, valuePath } from '../paths.ts'

export const partSorts = ['name', '-name', 'value', '-value', 'numerator', '-numerator'] as const

/** Parts in the order asked for; without one, by name. Units without a value come last. */
export function partRows(parts: readonly Part[], sort: string | undefined): Part[] {
  const down = sort?.startsWith('-') ? -1 : 1
  const key = sort?.replace(/^-/, '')
  const amount = (part: Part) => (key === 'value' ? part.value : (part.numerator?.amount ?? null))
  return [...parts].sort((a, b) => {
    const byName = compareText(a.unitName, b.unitName)
    if (key !== 'value' && key !== 'numerator') return down * byName
    const [left, right] = [amount(a), amount(b)]
    if (left === null || right === null) return Number(left === null) - Number(right === null) || byName
    return down * (left - right) || byName
  })
}

export interface PartsProps {
  readonly reader: Reader
  readonly indicator: Indicator
  readonly measures: readonly Measure[]
  readonly parts: readonly Part[]
  /** The day whose tree was summed. */
  readonly on: string
  readonly sort: string | undefined
  /** This page with another order, or as a file. */
  hrefWith(query: { sort?: string; format?: string; from?: number }): string
  /** How many rows to pass over: a year with 579 communes takes four pages. */
  readonly from: number
}

const rowsOnPage = 150

/** The units that a total is summed from; each number leads to its history. */
export function PartsTable(props: PartsProps) {
  const { reader, indicator, parts, sort, from, hrefWith } = props
  const { say } = reader
  const rows = partRows(parts, sort).slice(from, from + rowsOnPage)
  const pageAt = (at: number) => `${hrefWith({ sort, from: at || undefined })}#units`
  return (
    <>
      <DataTable
        reader={reader}
        id="units-table"
        caption={say(texts.byUnit)}
        captionUnseen
        columns={partColumns(props)}
        rows={rows}
        keyOf={(part) => part.unitCode}
        empty={<EmptyState title={say(texts.noValues)}>{say(texts.noValuesYet)}</EmptyState>}
        note={say(indicator.atLeast === null ? texts.walkBackNote : texts.walkBackNoteShare)}
        downloads={['csv', 'xlsx', 'json'].map((format) => ({
          href: hrefWith({ sort, format }),
          label: format.toUpperCase(),
        }))}
      />
      {parts.length > rowsOnPage && (
        <PartPagination
          reader={reader}
          shown={rows.length}
          total={parts.length}
          from={from}
          perPage={rowsOnPage}
          hrefOf={(to = 0) => pageAt(to)}
        />
      )}
    </>
  )
}

function partColumns({ reader, indicator, measures, on, sort, hrefWith }: PartsProps): Column<Part>[] {
  const { say } = reader
  const sorting = (key: string) => ({
    sortHref: `${hrefWith({ sort: sort === `-${key}` ? key : sort === key ? `-${key}` : key === 'name' ? key : `-${key}` })}#units`,
    sorted: sort === key ? ('ascending' as const) : sort === `-${key}` ? ('descending' as const) : undefined,
  })
  const measureOf = (code: string | null) => measures.find((each) => each.code === code)
  const amountColumn = (key: 'numerator' | 'denominator', code: string | null): Column<Part> => {
    const measure = measureOf(code)
    return {
      key,
      label: say(key === 'numerator' && !indicator.denominator ? texts.recordedFigure : texts[key]),
      explain: measure && say(measure.name),
      align: 'end',
      ...(key === 'numerator' ? sorting(key) : {}),
      render: (part) => <Amount reader={reader} measure={measure} part={part} of={key} />,
    }
  }
  const value: Column<Part> = {
    key: 'value',
    label: say(texts.value),
    align: 'end',
    ...sorting('value'),
    render: (part) => (part.value === null ? '–' : <strong>{valueText(reader, indicator, part.value)}</strong>),
  }
  return [
    {
      key: 'name',
      label: say(texts.unit),
      rowHeader: true,
      ...sorting('name'),
      render: (part) => (
        <>
          <a href={unitPath.to({ code: part.unitCode }, { on })}>{part.unitName}</a>
          <SourcePlaces reader={reader} sources={part.sources} />
        </>
      ),
    },
    ...(indicator.kind === 'ratio' ? [value] : []),
    amountColumn('numerator', indicator.numerator),
    ...(indicator.denominator ? [amountColumn('denominator', indicator.denominator)] : []),
    { key: 'status', label: say(texts.status), render: (part) => <PartState reader={reader} part={part} /> },
  ]
}

interface AmountProps {
  readonly reader: Reader
  readonly measure: Measure | undefined
  readonly part: Part
  readonly of: 'numerator' | 'denominator'
}

function Amount(props: AmountProps) {
  const { reader, measure, part, of } = props
  const amount = part[of]
  if (!amount) return part.conversion ? <SourceAmounts {...props} /> : <>–</>
  if (amount.id) {
    return (
      <a href={valuePath.to({ unit: part.unitCode, id: amount.id })}>{amountText(reader, measure, amount.amount)}</a>
    )
  }
  return (
    <>
      {amountText(reader, measure, shownAmount(measure, amount.amount))}
      <SourceAmounts {...props} />
    </>
  )
}

/** A share of a count is rounded where it is read, never in sums. */
function shownAmount(measure: Measure | undefined, amount: number): number {
  return measure?.kind === 'money' ? amount : Math.round(amount)
}

function PartState({ reader, part }: { reader: Reader; part: Part }) {
  const given = part.numerator ?? part.denominator
  if (!part.numerator || !given) return <StatusMark reader={reader} status="no-data" />
  return (
    <>
      <StatusMark reader={reader} status={given.status} /> {given.isSample && <SampleLabel reader={reader} />}
    </>
  )
}

/** The same table as a file: names in the reader's language, codes and numbers for machines. */
export function partsFile({ reader, indicator, parts, sort, on }: Omit<PartsProps, 'from' | 'hrefWith'>): {
  columns: FileColumn[]
  rows: FileRow[]
} {
  const { say } = reader
  const kind = indicator.unit === 'percent' ? 'percent' : 'number'
  const isConverted = parts.some((part) => part.conversion)
  const columns: FileColumn[] = [
    { key: 'code', header: say(texts.unitCode), width: 10, kind: 'text' },
    { key: 'unit', header: say(texts.unit), width: 32, kind: 'text' },
    { key: 'on', header: say(texts.treeOn), width: 12, kind: 'date' },
    { key: 'value', header: say(texts.value), width: 12, kind },
    { key: 'numerator', header: say(texts.numerator), width: 14, kind: 'number' },
    { key: 'denominator', header: say(texts.denominator), width: 14, kind: 'number' },
    { key: 'status', header: say(texts.status), width: 14, kind: 'text' },
    { key: 'source', header: say(texts.source), width: 32, kind: 'text' },
    { key: 'sample', header: say(texts.sample), width: 14, kind: 'text' },
    ...(isConverted ? [{ key: 'from', header: say(rebasing.madeFrom), width: 48, kind: 'text' } as const] : []),
  ]
  const rows = partRows(parts, sort).map((part) => ({
    code: part.unitCode,
    unit: part.unitName,
    on,
    value: part.value !== null && kind === 'percent' ? part.value / 100 : part.value,
    numerator: part.numerator?.amount,
    denominator: part.denominator?.amount,
    status: part.numerator?.status,
    source: part.numerator?.source,
    sample: part.numerator?.isSample || part.denominator?.isSample ? say(texts.sampleData) : '',
    from: sourcesText(reader, part.sources),
  }))
  return { columns, rows }
}

/** Totals by sex, age and the like, where units gave them. */
export function Categories(props: {
  reader: Reader
  indicator: Indicator
  year: number
  sums: readonly CategorySum[]
}) {
  const { reader, indicator, year, sums } = props
  const { say } = reader
  if (sums.length === 0) return <p class="soft">{say(texts.noCategories)}</p>
  const value: Column<CategorySum> = {
    key: 'value',
    label: say(texts.value),
    align: 'end',
    render: (sum) => (sum.value === null ? '–' : valueText(reader, indicator, sum.value)),
  }
  return (
    <DataTable
      reader={reader}
      id="categories"
      caption={say(texts.categories)}
      captionUnseen
      rows={sums}
      keyOf={(sum) => sum.code}
      empty={null}
      columns={[
        { key: 'dimension', label: say(texts.dimension), render: (sum) => say(sum.dimension) },
        { key: 'category', label: say(texts.category), rowHeader: true, render: (sum) => say(sum.category) },
        {
          key: 'numerator',
          label: say(texts.numerator),
          align: 'end',
          render: ({ numerator, code }) =>
            numerator === null || !indicator.numerator ? (
              '–'
            ) : (
              <a href={measurePath.to({ code: indicator.numerator }, { year, category: code })}>
                {reader.number(numerator)}
              </a>
            ),
        },
        ...(sums.some((sum) => sum.value !== null) ? [value] : []),
        { key: 'reported', label: say(texts.coverage), align: 'end', render: (sum) => reader.number(sum.reported) },
      ]}
    />
  )
}
