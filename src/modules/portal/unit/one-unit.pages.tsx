/** The page of one unit on any date: what it is, where it came from, its numbers, and what the plan asks of it. */
import { UnitFacts, unitOperation, unitPath, unitsPath } from '#modules/organisation'
import { download, formatAsked } from '#platform/documents/download.ts'
import type { Parts, UnitSection } from '#platform/module.ts'
import { type Route, type Visit, view } from '#platform/web/page.ts'
import { DateField } from '#ui/fields.tsx'
import { FilterForm } from '#ui/form.tsx'
import { Breadcrumbs, PageHeader, Stack } from '#ui/layout.tsx'
import { readerOf } from '#ui/reader.ts'
import { texts } from '../portal.texts.ts'
import { surroundingsOf, UnitLocator } from '../unit-map.view.tsx'
import { numbersOf, UnitNumbers } from './unit-numbers.view.tsx'
import { PastNote } from './unit-past.view.tsx'
import { recordedFile } from './unit-records.view.tsx'

/** The page of a unit with the parts that all modules give to it. */
export function unitRoutes({ unitSections }: Pick<Parts, 'unitSections'>): Route[] {
  return [view(unitPath, (visit) => showUnit(visit, unitSections))]
}

async function showUnit(visit: Visit<typeof unitPath.pattern>, sections: readonly UnitSection[]) {
  const reader = readerOf(visit.language)
  const { say } = reader
  const on = visit.query.on || visit.today
  const unit = await visit.perform(unitOperation, { code: visit.params.code, on })
  const numbers = unit.tree === 'place' ? await numbersOf(visit, unit, on) : undefined
  const format = formatAsked(visit.query.format)
  if (format && numbers) {
    const head = { name: `${unit.code}-${on}`, title: unit.name, note: say(texts.fileNote) }
    return download(format, { ...head, ...recordedFile(reader, numbers.recorded) })
  }
  const surroundings = numbers && !numbers.isCity ? await surroundingsOf(visit, unit.code, on) : undefined
  const shown = []
  // One after another: each is a transaction, and a page holds one connection at a time.
  for (const { show } of sections) shown.push(await show(visit, { code: unit.code, on }))
  return {
    title: unit.name,
    shared: true,
    body: (
      <>
        <Breadcrumbs
          reader={reader}
          trail={[
            { href: unitsPath.to({ on: visit.query.on }), label: say(texts.units) },
            ...(unit.parent
              ? [{ href: unitPath.to({ code: unit.parent.code }, { on }), label: unit.parent.name }]
              : []),
            { label: unit.name },
          ]}
        />
        <PageHeader title={unit.name} kicker={say(texts.onDay, { date: reader.date(on) })} />
        <Stack>
          {numbers && <PastNote reader={reader} unit={unit} today={visit.today} />}
          <UnitFacts reader={reader} unit={unit} />
          {surroundings && (
            <UnitLocator reader={reader} code={unit.code} name={unit.name} on={on} surroundings={surroundings} />
          )}
          <FilterForm reader={reader} action={unitPath.to({ code: unit.code })}>
            <DateField form={{ reader }} name="on" label={say(texts.lookOn)} value={on} />
          </FilterForm>
        </Stack>
        {numbers && <UnitNumbers reader={reader} unit={unit} numbers={numbers} />}
        {shown}
      </>
    ),
  }
}
