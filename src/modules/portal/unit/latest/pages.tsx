/** The newest value of each indicator of a unit, with the one before. */
import { type Indicator, indicatorPath, momentOf, type Point, valueText } from '#modules/indicators'
import type { Reader } from '#ui/reader.ts'
import { Figure, SampleLabel, StatusMark } from '#ui/status.tsx'
import { type Column, DataTable } from '#ui/table.tsx'
import { texts } from '../../texts.ts'

interface Latest {
  readonly indicator: Indicator
  readonly latest: Point
  readonly before: Point | undefined
}

export function LatestTable(props: { reader: Reader; code: string; on: string; series: readonly Latest[] }) {
  const { reader, code, on, series } = props
  const { say } = reader
  return (
    <DataTable
      reader={reader}
      id="indicators"
      caption={say(texts.indicators)}
      rows={series}
      keyOf={({ indicator }) => indicator.code}
      empty={null}
      columns={[
        {
          key: 'name',
          label: say(texts.indicator),
          rowHeader: true,
          render: ({ indicator }) => (
            <a href={indicatorPath.to({ code: indicator.code }, { unit: code, on })}>{say(indicator.name)}</a>
          ),
        },
        {
          key: 'latest',
          label: say(texts.now),
          align: 'end',
          render: ({ indicator, latest }) => (
            <Figure
              reader={reader}
              value={valueText(reader, indicator, latest.value, latest.qualifier)}
              note={momentOf(latest)}
              href={`${indicatorPath.to({ code: indicator.code }, { unit: code, on, year: latest.year })}#why`}
            />
          ),
        },
        ...(series.some(({ before }) => before) ? [earlierColumn(reader)] : []),
        {
          key: 'status',
          label: say(texts.status),
          render: ({ latest }) => <Firmness reader={reader} point={latest} />,
        },
      ]}
    />
  )
}

function earlierColumn(reader: Reader): Column<Latest> {
  return {
    key: 'before',
    label: reader.say(texts.before),
    align: 'end',
    render: ({ indicator, before }) =>
      before && (
        <Figure
          reader={reader}
          value={valueText(reader, indicator, before.value, before.qualifier)}
          note={momentOf(before)}
        />
      ),
  }
}

function Firmness({ reader, point }: { reader: Reader; point: Point }) {
  return (
    <>
      <StatusMark reader={reader} status={point.status} /> {point.isSample && <SampleLabel reader={reader} />}
    </>
  )
}
