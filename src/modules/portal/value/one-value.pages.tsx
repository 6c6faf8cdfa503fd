/** One recorded value: what it counts, who gave it and how, what stood in its place before and after, and where it was used. */
import {
  CellProvenanceSection,
  cellProvenanceOperation,
  FormProvenanceSection,
  formProvenanceOperation,
  submissionPath,
} from '#modules/collection'
import {
  amountText,
  type HistoryRow,
  historyOperation,
  listIndicatorsOperation,
  measurePath,
  recordersOperation,
  ValueHistory,
  valuePath,
  valueText,
} from '#modules/indicators'
import { unitPath } from '#modules/organisation'
import { reportPath, valueUsesOperation } from '#modules/reports'
import { ifAllowed, type Route, type Visit, view } from '#platform/web/page.ts'
import { Breadcrumbs, Facts, PageHeader, Stack } from '#ui/layout.tsx'
import { type Reader, readerOf } from '#ui/reader.ts'
import { shellPaths } from '#ui/shell-paths.ts'
import { SampleLabel, StatusMark } from '#ui/status.tsx'
import { texts as portalTexts } from '../portal.texts.ts'
import { routes as measureRoutes } from './one-measure.pages.tsx'
import { texts } from './one-value.texts.ts'
import { Computed, ReportUses } from './value-effects.view.tsx'

type ValueVisit = Visit<'/values/:unit/:id'>

const valuePage = view(valuePath, async (visit) => {
  const reader = readerOf(visit.language)
  const { say } = reader
  const valueView = await lookUp(visit)
  const { unit, shown, name, named } = valueView
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
            { href: `${unitHref}#numbers`, label: say(portalTexts.numbers) },
            { label: name },
          ]}
        />
        <PageHeader title={name} kicker={<a href={unitHref}>{unit.name}</a>} lead={named && say(named.explanation)}>
          {shown.isSample && <SampleLabel reader={reader} />}
        </PageHeader>
        <Stack>
          <Replaced reader={reader} valueView={valueView} />
          <ValueFacts reader={reader} valueView={valueView} />
        </Stack>
        {valueView.formProvenance && (
          <FormProvenanceSection
            reader={reader}
            provenance={valueView.formProvenance}
            unit={unit.code}
            version={shown.submissionVersion}
            isToldBelow={valueView.cellProvenance !== undefined}
          />
        )}
        {valueView.formProvenance && (
          <CellProvenanceSection
            reader={reader}
            provenance={valueView.cellProvenance}
            signInHref={visit.caller.account ? undefined : signInHref(visit)}
            year={valueView.formProvenance.year}
            unit={unit.code}
          />
        )}
        <History reader={reader} valueView={valueView} />
        <Computed reader={reader} indicators={valueView.computed} unit={unit} year={shown.year} />
        <ReportUses reader={reader} {...valueView} />
      </>
    ),
  }
})

export const routes: Route[] = [valuePage, ...measureRoutes]

export type ValueView = Awaited<ReturnType<typeof lookUp>>

/** The value with all that leads to it and from it, as far as this reader's rights reach. */
async function lookUp(visit: ValueVisit) {
  const { params } = visit
  const reader = readerOf(visit.language)
  const { unit, measure, indicator, rows } = await visit.perform(historyOperation, params)
  const shown = rows.find((row) => row.id === params.id)
  if (!shown) throw new Error(`the history of ${params.id} is without it`)
  const named = measure ?? indicator ?? undefined
  const { indicators } = await visit.perform(listIndicatorsOperation, {})
  const uses = await visit.perform(valueUsesOperation, { unit: unit.code, values: rows.map((row) => row.id) })
  return {
    unit,
    rows,
    shown,
    named,
    uses,
    indicator: indicator ?? undefined,
    name: named ? reader.say(named.name) : shown.subject,
    computed: indicators.filter(({ numerator, denominator }) => [numerator, denominator].includes(shown.subject)),
    amountOf: (row: HistoryRow) =>
      indicator
        ? valueText(reader, indicator, row.amount, row.qualifier)
        : amountText(reader, measure ?? undefined, row.amount, row.qualifier),
    ...(await peopleOf(visit, shown)),
  }
}

/** The form it came by, and the people: these only for those with a role at the unit or above it. */
async function peopleOf(visit: ValueVisit, { submissionId, subject: measure, category }: HistoryRow) {
  const { unit } = visit.params
  const input = { unit, submission: submissionId }
  const recorders = visit.caller.account ? await ifAllowed(visit, recordersOperation, visit.params) : undefined
  return {
    recorders: recorders && new Map(recorders.map((row) => [row.id, row.name])),
    formProvenance: submissionId ? await ifAllowed(visit, formProvenanceOperation, input) : undefined,
    cellProvenance:
      submissionId && visit.caller.account
        ? await ifAllowed(visit, cellProvenanceOperation, { ...input, measure, category })
        : undefined,
  }
}

function signInHref(visit: ValueVisit): string {
  const back = valuePath.to(visit.params)
  return `${shellPaths.signIn}?${new URLSearchParams({ back })}`
}

/** Everything recorded in its place, each leading to its own page. */
function History({ reader, valueView }: { reader: Reader; valueView: ValueView }) {
  const { unit, rows, shown, amountOf, recorders } = valueView
  return (
    <section class="section">
      <Stack>
        <ValueHistory
          reader={reader}
          rows={rows}
          shownId={shown.id}
          amountOf={amountOf}
          hrefOf={(row) => valuePath.to({ unit: unit.code, id: row.id })}
          submissionHref={({ submissionId, year }) =>
            submissionId && year ? submissionPath.to({ year: String(year), code: unit.code }) : undefined
          }
          recorders={recorders}
          usedIn={(row) => usedIn(valueView, row)}
        />
        <p class="meta">{reader.say(portalTexts.appendOnly)}</p>
      </Stack>
    </section>
  )
}

/** Says first of all that another figure stands in its place. */
function Replaced({ reader, valueView }: { reader: Reader; valueView: ValueView }) {
  const { unit, rows, shown, amountOf } = valueView
  const [current] = rows
  if (!current || current.id === shown.id) {
    return shown.isWithdrawn ? <p class="notice bad">{reader.say(texts.takenBack)}</p> : null
  }
  const at = reader.instant(new Date(current.recordedAt))
  return (
    <div class="notice bad">
      <p>
        {current.isWithdrawn
          ? reader.say(texts.replacedByNone, { at })
          : reader.say(texts.replacedBy, { at, value: amountOf(current) })}{' '}
        <a href={valuePath.to({ unit: unit.code, id: current.id })}>{reader.say(texts.seeCurrent)}</a>
      </p>
    </div>
  )
}

function ValueFacts({ reader, valueView }: { reader: Reader; valueView: ValueView }) {
  const { say } = reader
  const { shown, amountOf, indicator, named } = valueView
  const isMeasure = named !== undefined && indicator === undefined
  const { title, url } = shown.source
  return (
    <Facts
      items={[
        { label: say(portalTexts.value), value: <strong class="number">{amountOf(shown)}</strong> },
        { label: say(portalTexts.year), value: shown.period ?? shown.year ?? say(portalTexts.undated) },
        ...(shown.asOf ? [{ label: say(portalTexts.asOf), value: reader.date(shown.asOf) }] : []),
        { label: say(portalTexts.status), value: <StatusMark reader={reader} status={shown.status} /> },
        { label: say(portalTexts.source), value: url && URL.canParse(url) ? <a href={url}>{title}</a> : title },
        {
          label: say(portalTexts.code),
          value: [shown.subject, ...(shown.category === 'total' ? [] : [shown.category])].join(' · '),
        },
        ...(isMeasure && shown.year
          ? [
              {
                label: say(portalTexts.computedOfCity),
                value: (
                  <a href={measurePath.to({ code: shown.subject }, { year: shown.year, category: shown.category })}>
                    {say(texts.seeAllPlaces)}
                  </a>
                ),
              },
            ]
          : []),
        ...(shown.note ? [{ label: say(portalTexts.note), value: say(shown.note) }] : []),
      ]}
    />
  )
}

/** The reports that used one row of the history. */
function usedIn({ uses }: ValueView, { id }: HistoryRow) {
  const own = uses.filter((use) => use.valueId === id)
  if (own.length === 0) return undefined
  return (
    <>
      {own.map(({ year, number, symbol }, index) => (
        <>
          {index > 0 && ', '}
          <a href={reportPath.to({ year: String(year) })}>{`${String(number).padStart(2, '0')}/${symbol} (${year})`}</a>
        </>
      ))}
    </>
  )
}
