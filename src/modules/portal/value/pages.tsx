/** One recorded value: what it counts, for whom, and everything that was recorded in its place. */
import { submissionPath } from '#modules/collection'
import { amountText, historyOperation, indicatorPath, ValueHistory, valuePath, valueText } from '#modules/indicators'
import { unitPath } from '#modules/organisation'
import { type Route, view } from '#platform/web/page.ts'
import { Breadcrumbs, Facts, PageHeader, Stack } from '#ui/layout.tsx'
import { readerOf } from '#ui/reader.ts'
import { SampleLabel } from '#ui/status.tsx'
import { texts } from '../texts.ts'

const valuePage = view(valuePath, async (visit) => {
  const reader = readerOf(visit.language)
  const { say } = reader
  const { unit, measure, indicator, rows } = await visit.perform(historyOperation, visit.params)
  const named = measure ?? indicator
  const name = named ? say(named.name) : (rows[0]?.subject ?? '')
  const unitHref = unitPath.to({ code: unit.code }, { on: unit.on })
  return {
    title: `${name} · ${unit.name}`,
    shared: true,
    body: (
      <>
        <Breadcrumbs
          reader={reader}
          trail={[
            { href: unitHref, label: unit.name },
            { href: `${unitHref}#numbers`, label: say(texts.numbers) },
            { label: name },
          ]}
        />
        <PageHeader title={name} kicker={<a href={unitHref}>{unit.name}</a>} lead={named && say(named.explanation)}>
          {rows[0]?.isSample && <SampleLabel reader={reader} />}
        </PageHeader>
        <Stack>
          <Facts
            items={[
              { label: say(texts.year), value: rows[0]?.period ?? rows[0]?.year ?? say(texts.undated) },
              { label: say(texts.code), value: rows[0]?.subject },
              ...(indicator
                ? [
                    {
                      label: say(texts.indicator),
                      value: <a href={indicatorPath.to({ code: indicator.code })}>{say(indicator.name)}</a>,
                    },
                  ]
                : []),
            ]}
          />
          <ValueHistory
            reader={reader}
            rows={rows}
            amountOf={(row) =>
              indicator
                ? valueText(reader, indicator, row.amount, row.qualifier)
                : amountText(reader, measure ?? undefined, row.amount, row.qualifier)
            }
            submissionHref={({ submissionId, year }) =>
              submissionId && year ? submissionPath.to({ year: String(year), code: unit.code }) : undefined
            }
          />
          <p class="meta">{say(texts.appendOnly)}</p>
        </Stack>
      </>
    ),
  }
})

export const routes: Route[] = [valuePage]
