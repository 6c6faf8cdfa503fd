/** The numbers of one unit: every indicator over the last years on the map asked for, and every figure recorded for it. */
import { indicatorPath, recordedOfUnitOperation, seriesOperation } from '#modules/indicators'
import { type UnitDetail, unitPath } from '#modules/organisation'
import type { Visit } from '#platform/web/page.ts'
import { EmptyState, Section, Stack } from '#ui/layout.tsx'
import type { Reader } from '#ui/reader.ts'
import { boundarySpans } from '../boundary-days/boundary-days.operations.ts'
import { boundaryDayOf } from '../boundary-days/boundary-days.rules.ts'
import { BoundaryMeaning, BoundarySwitch, cityOptions, placeOptions } from '../boundary-days/boundary-days.view.tsx'
import { NotOnMap, onBoundariesOfDay } from '../boundary-days/boundary-request.view.tsx'
import { comparePath } from '../paths.ts'
import { texts } from '../portal.texts.ts'
import { texts as own } from './unit-past.texts.ts'
import { RecordedTable } from './unit-records.view.tsx'
import { UnitYears } from './unit-years.view.tsx'

type UnitVisit = Visit<'/units/:code'>
export type Numbers = Awaited<ReturnType<typeof numbersOf>>

export async function numbersOf(visit: UnitVisit, unit: UnitDetail, on: string) {
  const { query, today } = visit
  const { code, kind, validTo } = unit
  const isCity = unit.parent === null
  const unasked = boundaryDayOf({ isCity, validTo }, on, today)
  const { found: result, ...map } = await onBoundariesOfDay(query.tree, unasked, (boundaryDay) =>
    visit.perform(seriesOperation, { unit: code, on, boundaries: boundaryDay }),
  )
  // A count or share of communes says nothing of one commune: its own level or yes/no does.
  const series = result.filter(
    ({ indicator, points }) => points.length > 0 && !(indicator.atLeast !== null && indicator.unitKind === kind),
  )
  const spans = isCity ? await visit.perform(boundarySpans, {}) : []
  const recorded = await visit.perform(recordedOfUnitOperation, { unit: code, on })
  return { ...map, on, today, isCity, unasked, spans, series, recorded, root: visit.engine.place.root }
}

export function UnitNumbers({ reader, unit, numbers }: { reader: Reader; unit: UnitDetail; numbers: Numbers }) {
  const { say } = reader
  const { code } = unit
  const { on, shown, refused, unasked, isCity, series, recorded, root, today } = numbers
  const boundaryDay = shown === unasked ? undefined : shown
  const hasNothing = series.length + recorded.values.length === 0
  return (
    <Section
      id="numbers"
      title={say(texts.numbers)}
      actions={
        !hasNothing && (
          <a href={comparePath.to({ units: isCity ? code : `${code},${root}`, on: on === today ? undefined : on })}>
            {say(own.compare)}
          </a>
        )
      }
    >
      <Stack>
        <NotOnMap reader={reader} unit={unit} shown={shown} refused={refused} />
        <MapOfNumbers reader={reader} unit={unit} numbers={numbers} />
        {hasNothing && <EmptyState title={say(texts.noNumbers)}>{say(texts.noNumbersHint)}</EmptyState>}
        <UnitYears
          reader={reader}
          series={series}
          hrefOf={(indicator, year) =>
            indicatorPath.to({ code: indicator.code }, { unit: code, on, tree: boundaryDay, year })
          }
        />
        <RecordedTable
          reader={reader}
          unitCode={code}
          {...recorded}
          fileHref={(format) => unitPath.to({ code }, { on, format })}
          isOpen={series.length === 0}
        />
      </Stack>
    </Section>
  )
}

function MapOfNumbers({ reader, unit, numbers }: { reader: Reader; unit: UnitDetail; numbers: Numbers }) {
  const { on, shown, unasked, isCity, spans, today } = numbers
  const { code, validFrom } = unit
  const options = isCity
    ? cityOptions(reader, spans, shown, today)
    : placeOptions(reader, { validFrom, unasked }, { on, shown, today })
  return (
    <BoundarySwitch
      reader={reader}
      options={options}
      hrefWith={(boundaryDay) => `${unitPath.to({ code }, { on, tree: boundaryDay })}#numbers`}
      action={unitPath.to({ code })}
      kept={{ on }}
      shown={shown}
      today={today}
    >
      <BoundaryMeaning reader={reader} shown={shown} isCity={isCity} today={today} />
    </BoundarySwitch>
  )
}
