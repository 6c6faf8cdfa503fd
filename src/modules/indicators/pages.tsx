/** The screens of indicators: the list, the addresses, and numbers as people read them. */
import type { Words } from '#kernel/language.ts'
import { type Route, view } from '#platform/web/page.ts'
import { path } from '#platform/web/path.ts'
import { EmptyState, PageHeader, Section } from '#ui/layout.tsx'
import { type Reader, readerOf } from '#ui/reader.ts'
import { Figure } from '#ui/status.tsx'
import { type Column, DataTable } from '#ui/table.tsx'
import type { Indicator, Measure, Point, RolledUp } from './model.ts'
import { series } from './operations.ts'
import { momentOf } from './rules.ts'
import { texts } from './texts.ts'

export const indicatorsPath = path('/indicators')
export const indicatorPath = path('/indicators/:code')
/** A measure summed over the places of a year. */
export const measurePath = path('/measures/:code')
/** One recorded value with its history. */
export const valuePath = path('/values/:unit/:id')

type Shape = Pick<Indicator, 'kind' | 'unit' | 'decimals'>
type Qualifier = '>' | '<' | '~' | null

const qualified: Record<'>' | '<' | '~', Words> = { '>': texts.over, '<': texts.under, '~': texts.about }

/** A value of an indicator as it is read: 60,09%, mức độ 2, Có; "trên 99%" where the source said more than. */
export function valueText(reader: Reader, indicator: Shape, value: number, qualifier: Qualifier = null): string {
  const text = plainText(reader, indicator, value)
  return qualifier ? reader.say(qualified[qualifier], { value: text }) : text
}

function plainText(reader: Reader, { kind, unit, decimals }: Shape, value: number): string {
  if (kind === 'yes-no') return reader.say(value >= 1 ? texts.yes : texts.no)
  if (kind === 'level') return reader.say(texts.level, { level: reader.number(value, 0) })
  return unit === 'percent' ? `${reader.number(value, decimals)}%` : reader.number(value, decimals)
}

/** An amount of a measure as it is read. */
export function amountText(
  reader: Reader,
  measure: Pick<Measure, 'kind'> | undefined,
  amount: number,
  qualifier: Qualifier = null,
): string {
  const kind = measure?.kind === 'level' || measure?.kind === 'yes-no' ? measure.kind : 'count'
  return valueText(reader, { kind, unit: '', decimals: 2 }, amount, qualifier)
}

/** Not all of it is known: said beside it, and drawn dashed. */
export function isEstimate(value: Pick<RolledUp, 'status'>): boolean {
  return value.status === 'estimate'
}

/** "More than 99" is a bound, no value: charts leave it out, tables say it. */
export function isDrawn(point: Pick<Point, 'qualifier'>): boolean {
  return point.qualifier !== '>' && point.qualifier !== '<'
}

interface Listed {
  readonly indicator: Indicator
  readonly latest: Point | undefined
}

const indicatorsPage = view(indicatorsPath, async (visit) => {
  const reader = readerOf(visit.language)
  const found = await visit.perform(series, {})
  const rows = found.map(({ indicator, points }) => ({ indicator, latest: points.at(-1) }))
  const title = reader.say(texts.indicators)
  return {
    title,
    shared: true,
    body: (
      <>
        <PageHeader title={title} lead={reader.say(texts.indicatorsLead)} />
        <Listing reader={reader} id="known" title={texts.withFigures} rows={rows.filter((row) => row.latest)} />
        <Listing reader={reader} id="unknown" title={texts.withoutFigures} rows={rows.filter((row) => !row.latest)} />
      </>
    ),
  }
})

export const routes: Route[] = [indicatorsPage]

function Listing({ reader, id, title, rows }: { reader: Reader; id: string; title: Words; rows: readonly Listed[] }) {
  if (rows.length === 0) return null
  const { say } = reader
  const latest: Column<Listed> = {
    key: 'latest',
    label: say(texts.value),
    align: 'end',
    render: ({ indicator, latest: point }) =>
      point && (
        <Figure
          reader={reader}
          value={valueText(reader, indicator, point.value, point.qualifier)}
          note={momentOf(point)}
          href={`${indicatorPath.to({ code: indicator.code }, { year: point.year })}#why`}
        />
      ),
  }
  return (
    <Section id={id} title={say(title)}>
      <DataTable
        reader={reader}
        id={`${id}-table`}
        caption={say(title)}
        captionUnseen
        rows={rows}
        keyOf={({ indicator }) => indicator.code}
        empty={<EmptyState title={say(texts.noValues)} />}
        columns={[
          {
            key: 'name',
            label: say(texts.indicator),
            rowHeader: true,
            render: ({ indicator }) => (
              <>
                <a href={indicatorPath.to({ code: indicator.code })}>{say(indicator.name)}</a>
                <small>{say(indicator.explanation)}</small>
              </>
            ),
          },
          ...(id === 'known' ? [latest] : []),
        ]}
      />
    </Section>
  )
}
