/** The way back of one re-based figure: every unit it comes from, what that gave, how much of it belongs here, and the sum. */
import {
  amountText,
  basisText,
  type Indicator,
  type Measure,
  type Part,
  type PartSource,
  valuePath,
} from '#modules/indicators'
import { unitPath } from '#modules/organisation'
import type { Reader } from '#ui/reader.ts'
import type { Link } from '#ui/shell-props.ts'
import { SampleLabel, StatusMark } from '#ui/status.tsx'
import { type Column, DataTable } from '#ui/table.tsx'
import { texts } from '../portal.texts.ts'
import { texts as own } from './figure-sources.texts.ts'

interface SourcesProps {
  readonly reader: Reader
  readonly indicator: Indicator
  readonly measures: readonly Measure[]
  readonly part: Part
  readonly downloads: readonly Link[]
}

/** A place that was put together is shown by its sources: one figure alone, not a row among many. */
export function partFromSources(parts: readonly Part[]): Part | undefined {
  const [part] = parts
  return parts.length === 1 && part && part.sources.length > 0 ? part : undefined
}

type AmountKey = 'numerator' | 'denominator'
/** A row of the table; without a source it is the total. */
interface Row {
  readonly source: PartSource | undefined
}

export function SourcesTable(props: SourcesProps) {
  const { reader, part, downloads } = props
  const { say } = reader
  return (
    <DataTable<Row>
      reader={reader}
      id="units-table"
      caption={say(own.sources)}
      captionUnseen
      rows={part.sources.map((source) => ({ source }))}
      totals={[{ source: undefined }]}
      keyOf={({ source }) => (source ? `${source.unitCode} ${source.on}` : 'total')}
      empty={null}
      downloads={downloads}
      note={say(own.sourcesNote)}
      columns={columnsOf(props)}
    />
  )
}

function columnsOf(props: SourcesProps): Column<Row>[] {
  const { reader, indicator } = props
  const { say } = reader
  const isLevel = indicator.kind === 'level' || indicator.kind === 'yes-no' || indicator.atLeast !== null
  const keys: AmountKey[] = indicator.denominator ? ['numerator', 'denominator'] : ['numerator']
  const belongs: Column<Row> = {
    key: 'belongs',
    label: say(own.belongs),
    explain: say(own.belongsExplained),
    render: ({ source }) => source && <Belongs reader={reader} source={source} />,
  }
  return [
    {
      key: 'name',
      label: say(own.source),
      rowHeader: true,
      render: ({ source }) =>
        source ? (
          <a href={unitPath.to({ code: source.unitCode }, { on: source.on })}>{source.unitName}</a>
        ) : (
          <a href="#formula">{say(isLevel ? own.lowest : own.total)}</a>
        ),
    },
    belongs,
    ...keys.map((key) => givenColumn(props, key, isLevel)),
    ...(isLevel ? [] : keys.map((key) => countedColumn(props, key))),
    {
      key: 'status',
      label: say(texts.status),
      render: ({ source }) => <Given reader={reader} source={source} part={props.part} />,
    },
  ]
}

function Belongs({ reader, source: { weight, basis } }: { reader: Reader; source: PartSource }) {
  if (basis === 'whole') return <>{reader.say(own.whole)}</>
  return (
    <>
      {reader.percent(weight, weight < 0.1 ? 1 : 0)} <small>{basisText(reader, basis)}</small>
    </>
  )
}

function measureOf({ measures, indicator }: SourcesProps, key: AmountKey): Measure | undefined {
  return measures.find((each) => each.code === indicator[key])
}

/** What each unit gave; of a level the last row is the outcome. */
function givenColumn(props: SourcesProps, key: AmountKey, isLevel: boolean): Column<Row> {
  const { reader, part } = props
  const measure = measureOf(props, key)
  const total = part[key]
  return {
    key,
    label: reader.say(own[key]),
    explain: measure && reader.say(measure.name),
    align: 'end',
    render: ({ source }) => {
      if (!source) return isLevel && total ? amountText(reader, measure, total.amount) : null
      const amount = source[key]
      if (!amount?.id) return '–'
      return (
        <a href={valuePath.to({ unit: source.unitCode, id: amount.id })}>
          {amountText(reader, measure, amount.amount)}
        </a>
      )
    },
  }
}

/** The same by its share. A unit without both parts of a ratio gives nothing. */
function countedColumn(props: SourcesProps, key: AmountKey): Column<Row> {
  const { reader, part, indicator } = props
  const isGiven = (source: PartSource) => source.numerator && (!indicator.denominator || source.denominator)
  const rounded = (amount: number | undefined) => (amount === undefined ? '–' : reader.number(amount, 0))
  return {
    key: `${key}-counted`,
    label: reader.say(own[`${key}-counted`]),
    explain: reader.say(own.countedExplained),
    align: 'end',
    render: ({ source }) => {
      if (!source) return rounded(part[key]?.amount)
      return isGiven(source) ? rounded((source[key]?.amount ?? 0) * source.weight) : '–'
    },
  }
}

function Given({ reader, source, part }: { reader: Reader; source: PartSource | undefined; part: Part }) {
  const given = source ? source.numerator : part.numerator
  if (!given) return <StatusMark reader={reader} status="no-data" />
  return (
    <>
      <StatusMark reader={reader} status={given.status} /> {given.isSample && <SampleLabel reader={reader} />}
    </>
  )
}
