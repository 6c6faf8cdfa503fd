/** Units side by side: one indicator over the years on one map, as lines, as a table, and as a file. */
import { isDrawn, isEstimate, momentOf, mostCompared, valueText } from '#modules/indicators'
import { targetText } from '#modules/plan'
import { download, formatAsked } from '#platform/documents/download.ts'
import { type Route, view } from '#platform/web/page.ts'
import { LinesChart } from '#ui/chart/lines.tsx'
import { EmptyState, PageHeader, Section, Stack } from '#ui/layout.tsx'
import { type Reader, readerOf } from '#ui/reader.ts'
import { SampleLabel } from '#ui/status.tsx'
import { texts as mapTexts } from '../boundary-days/boundary-days.texts.ts'
import { BoundarySwitch, dayText, placeOptions } from '../boundary-days/boundary-days.view.tsx'
import { comparePath, methodPath } from '../paths.ts'
import { texts as portalTexts } from '../portal.texts.ts'
import { type Compared, lookUp } from './comparison-query.view.tsx'
import { Carried, CompareTable, compareFile } from './comparison-table.view.tsx'
import { spanOf } from './unit-choice.rules.ts'
import { texts } from './unit-choice.texts.ts'
import { Picker } from './unit-picker.view.tsx'

const comparePage = view(comparePath, async (visit) => {
  const reader = readerOf(visit.language)
  const compared = await lookUp(visit)
  const { indicator, units, codes } = compared
  const name = reader.say(indicator.name)
  const title = reader.say(texts.compareOf, { indicator: name })
  const format = formatAsked(visit.query.format)
  if (format) {
    const file = `${indicator.code}-${codes.join('-')}`
    return download(format, {
      ...compareFile({ reader, compared }),
      name: file,
      title,
      note: reader.say(portalTexts.fileNote),
    })
  }
  const hasSample = units.some(({ points }) => points.some((point) => point.isSample))
  return {
    title,
    description: reader.say(texts.lead, { most: mostCompared }),
    shared: true,
    body: (
      <>
        <PageHeader title={title} lead={reader.say(texts.lead, { most: mostCompared })}>
          {hasSample && <SampleLabel reader={reader} />}
        </PageHeader>
        <Stack>
          <Picker reader={reader} compared={compared} />
        </Stack>
        <Outcome reader={reader} compared={compared} name={name} />
      </>
    ),
  }
})

export const routes: Route[] = [comparePage]

function Outcome({ reader, compared, name }: { reader: Reader; compared: Compared; name: string }) {
  const { say } = reader
  const { units, hrefWith, root } = compared
  if (units.length < 2) {
    const codes = units.map(({ unit }) => unit.code)
    const city = codes.includes(root)
      ? undefined
      : { href: hrefWith({ units: [...codes, root].join(',') }), label: say(texts.addCity) }
    return (
      <EmptyState title={say(texts.chooseTwo)} action={city}>
        {say(texts.chooseTwoHint)}
      </EmptyState>
    )
  }
  const hasFigures = units.some(({ points }) => points.length > 0)
  return (
    <>
      <Section id="chart" title={say(texts.chart)}>
        <Stack>
          <MapChoice reader={reader} compared={compared} />
          {hasFigures ? (
            <Lines reader={reader} compared={compared} name={name} />
          ) : (
            <EmptyState title={say(texts.noFigures)}>{say(texts.noFiguresHint)}</EmptyState>
          )}
        </Stack>
      </Section>
      {hasFigures && (
        <Section id="figures" title={say(texts.figures)}>
          <Stack>
            <CompareTable reader={reader} compared={compared} />
            <Carried reader={reader} compared={compared} />
          </Stack>
        </Section>
      )}
    </>
  )
}

function MapChoice({ reader, compared }: { reader: Reader; compared: Compared }) {
  const { asked: input, span, on, shown, unasked, today, hrefWith } = compared
  const { say } = reader
  const day = shown === today ? say(mapTexts.nowPlain) : dayText(reader, shown)
  const meaning = shown === 'then' ? say(mapTexts.asReportedLead) : say(texts.mapLead, { day })
  return (
    <BoundarySwitch
      reader={reader}
      options={placeOptions(reader, { validFrom: span?.from ?? null, unasked }, { on, shown, today })}
      hrefWith={(boundaryDay) => hrefWith({ tree: boundaryDay, on: on === today ? undefined : on })}
      action={comparePath.to()}
      kept={{ ...input, tree: undefined, on }}
      shown={shown}
      today={today}
    >
      {meaning} <a href={`${methodPath.to()}#rebasing`}>{say(mapTexts.howCarried)}</a>
    </BoundarySwitch>
  )
}

function Lines({ reader, compared, name }: { reader: Reader; compared: Compared; name: string }) {
  const { indicator, units, targets } = compared
  const drawn = units.map(({ unit, points }) => ({ unit, points: points.filter(isDrawn) }))
  const [from, to] = spanOf(drawn.flatMap(({ points }) => points.map(({ year }) => year)))
  return (
    <LinesChart
      reader={reader}
      title={name}
      lines={drawn.map(({ unit, points }) => ({
        key: unit.code,
        label: unit.name,
        points: points.map((point) => ({
          at: point.year,
          label: momentOf(point),
          value: point.value,
          estimate: isEstimate(point),
        })),
      }))}
      targets={targets.map((target) => ({
        at: target.year,
        label: reader.say(texts.goalLine, {
          year: String(target.year),
          value: targetText(reader, indicator, target),
        }),
        value: target.value ?? 1,
      }))}
      from={from}
      to={to}
      format={(value) => valueText(reader, indicator, value)}
    />
  )
}
