/** Units by years in one table, with the city's targets below; and the same as a file. */
import { indicatorPath, madeText, type Point } from '#modules/indicators'
import { unitPath } from '#modules/organisation'
import { targetText } from '#modules/plan'
import type { Column as FileColumn, Row as FileRow } from '#platform/documents/columns.ts'
import { LineMark } from '#ui/chart/lines.tsx'
import type { Reader } from '#ui/reader.ts'
import { SampleLabel } from '#ui/status.tsx'
import { type Column, DataTable } from '#ui/table.tsx'
import { words } from '#ui/words.ts'
import { carriedOf } from '../boundary-days/other-units.view.tsx'
import { YearFigure } from '../year-figure.view.tsx'
import type { Compared } from './comparison-query.view.tsx'
import { texts } from './unit-choice.texts.ts'

interface TableProps {
  readonly reader: Reader
  readonly compared: Compared
}

/** A unit with its place in the comparison; without one, the row of targets. */
interface Row {
  readonly index: number
  readonly unit: Compared['units'][number] | undefined
}

export function CompareTable({ reader, compared }: TableProps) {
  const { units, targets, hrefWith } = compared
  const known = units.flatMap(({ points }) => points.map(({ year }) => year))
  const years = [...new Set(known)].sort((a, b) => a - b)
  return (
    <DataTable<Row>
      reader={reader}
      id="compare-table"
      caption={reader.say(texts.figures)}
      captionUnseen
      rows={units.map((unit, index) => ({ unit, index }))}
      totals={targets.length > 0 ? [{ unit: undefined, index: -1 }] : undefined}
      keyOf={({ unit }) => unit?.unit.code ?? 'goal'}
      empty={null}
      note={reader.say(texts.tableNote)}
      downloads={['csv', 'xlsx', 'json'].map((format) => ({ href: hrefWith({ format }), label: format.toUpperCase() }))}
      columns={[
        {
          key: 'unit',
          label: reader.say(texts.unit),
          rowHeader: true,
          size: 'large',
          render: (row) =>
            row.unit ? <UnitName reader={reader} row={row} /> : <Goals {...{ reader, compared, years }} />,
        },
        ...years.map((year) => yearColumn({ reader, compared }, year)),
      ]}
    />
  )
}

function UnitName({ reader, row: { unit: one, index } }: { reader: Reader; row: Row }) {
  if (!one) return null
  const { unit, points } = one
  return (
    <>
      <span class="with-mark">
        <LineMark index={index} /> <a href={unitPath.to({ code: unit.code }, { on: unit.on })}>{unit.name}</a>
      </span>{' '}
      {isAllSample(points) && <SampleLabel reader={reader} />}
      {points.length === 0 && <small>{reader.say(words.noData)}</small>}
    </>
  )
}

/** The row of targets; those of years still without figures stand beside its name. */
function Goals({ reader, compared, years }: TableProps & { years: readonly number[] }) {
  const { say } = reader
  const ahead = compared.targets.filter(({ year }) => !years.includes(year))
  return (
    <>
      {say(texts.goal)}
      {ahead.map((target) => (
        <small key={target.id}>
          {say(texts.goalLine, { year: String(target.year), value: targetText(reader, compared.indicator, target) })}
        </small>
      ))}
    </>
  )
}

/** Of which units, and how, the figures of years before they existed were put together. */
export function Carried({ reader, compared }: TableProps) {
  const rows = compared.units.map(({ unit, points }, index) => ({
    name: unit.name,
    index,
    text: carriedOf(reader, compared.indicator, points),
  }))
  const notes = rows.filter(({ text }) => text !== '')
  if (notes.length === 0) return null
  return (
    <ul class="list" aria-label={reader.say(texts.made)}>
      {notes.map(({ name, index, text }) => (
        <li key={name}>
          <span class="with-mark">
            <LineMark index={index} /> {name}
          </span>{' '}
          <span class="meta">{text}</span>
        </li>
      ))}
    </ul>
  )
}

function isAllSample(points: readonly Point[]): boolean {
  return points.length > 0 && points.every((point) => point.isSample)
}

function yearColumn({ reader, compared }: TableProps, year: number): Column<Row> {
  const { indicator, targets, shown, unasked } = compared
  return {
    key: `year-${year}`,
    label: String(year),
    align: 'end',
    render: ({ unit: one }) => {
      if (!one) {
        const target = targets.find((each) => each.year === year)
        return target ? targetText(reader, indicator, target) : ''
      }
      const { unit, points } = one
      const at = { unit: unit.code, on: unit.on, tree: shown === unasked ? undefined : shown, year }
      return (
        <YearFigure
          reader={reader}
          indicator={indicator}
          point={points.find((point) => point.year === year)}
          href={`${indicatorPath.to({ code: indicator.code }, at)}#why`}
          showsSample={!isAllSample(points)}
        />
      )
    },
  }
}

/** A row for each figure: for programs, and for those who compare further. */
export function compareFile({ reader, compared }: TableProps): { columns: FileColumn[]; rows: FileRow[] } {
  const { say } = reader
  const { indicator, units, shown } = compared
  const isPercent = indicator.unit === 'percent'
  const columns: FileColumn[] = [
    { key: 'code', header: say(texts.code), width: 10, kind: 'text' },
    { key: 'unit', header: say(texts.unit), width: 32, kind: 'text' },
    { key: 'year', header: say(texts.year), width: 8, kind: 'text' },
    { key: 'value', header: say(texts.value), width: 12, kind: isPercent ? 'percent' : 'number' },
    { key: 'qualifier', header: say(texts.qualifier), width: 8, kind: 'text' },
    { key: 'status', header: say(texts.status), width: 14, kind: 'text' },
    { key: 'map', header: say(texts.onMap), width: 12, kind: 'text' },
    { key: 'made', header: say(texts.made), width: 48, kind: 'text' },
    { key: 'source', header: say(texts.source), width: 32, kind: 'text' },
    { key: 'note', header: say(texts.note), width: 14, kind: 'text' },
  ]
  const rows = units.flatMap(({ unit, points }) =>
    points.map((point) => ({
      code: unit.code,
      unit: unit.name,
      year: String(point.year),
      value: isPercent ? point.value / 100 : point.value,
      qualifier: point.qualifier,
      status: point.status,
      map: shown,
      made: point.shown === 'rolled-up' && point.rolledUp ? madeText(reader, indicator, point.rolledUp) : '',
      source: point.source?.title,
      note: point.isSample ? say(words.sample) : '',
    })),
  )
  return { columns, rows }
}
