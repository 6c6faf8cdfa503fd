/** The screen that lists all indicators: those with figures and those that wait for some. */
import type { Words } from '#kernel/language.ts'
import { type Route, view } from '#platform/web/page.ts'
import { EmptyState, PageHeader, Section } from '#ui/layout.tsx'
import { type Reader, readerOf } from '#ui/reader.ts'
import { Figure } from '#ui/status.tsx'
import { type Column, DataTable } from '#ui/table.tsx'
import type { Indicator, Point } from './indicators.model.ts'
import { momentOf } from './indicators.rules.ts'
import { texts } from './indicators.texts.ts'
import { valueText } from './numbers.view.tsx'
import { indicatorPath, indicatorsPath } from './paths.ts'
import { series } from './series.operations.ts'

interface Listed {
  readonly indicator: Indicator
  readonly latest: Point | undefined
}

const indicatorsPage = view(indicatorsPath, async (visit) => {
  const reader = readerOf(visit.language)
  const answer = await visit.perform(series, {})
  const rows = answer.map(({ indicator, points }) => ({ indicator, latest: points.at(-1) }))
  const title = reader.say(texts.indicators)
  return {
    title,
    shared: true,
    body: (
      <>
        <PageHeader title={title} lead={reader.say(texts.indicatorsLead)} />
        <Listing reader={reader} id="known" title={texts.withFigures} rows={rows.filter((row) => row.latest)} />
        <Listing reader={reader} id="unknown" title={texts.withoutFigures} rows={rows.filter(isAwaited)} />
      </>
    ),
  }
})

/** Nobody waits for figures of an indicator that has ended. */
function isAwaited({ indicator, latest }: Listed): boolean {
  return !latest && !indicator.endedOn
}

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
                {indicator.endedOn && (
                  <small>{say(texts.indicatorEnded, { on: reader.date(indicator.endedOn) })}</small>
                )}
              </>
            ),
          },
          ...(id === 'known' ? [latest] : []),
        ]}
      />
    </Section>
  )
}
