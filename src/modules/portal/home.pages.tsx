/** The front page: how the whole plan stands, target by target, with a map and where its number comes from. */
import type { Words } from '#kernel/language.ts'
import { indicatorPath, type Part, partsOperation, valueText } from '#modules/indicators'
import type { Shapes } from '#modules/organisation'
import { countStatuses, headlinesOf, type ProgressRow, ProgressTable, progressOperation, treePath } from '#modules/plan'
import { type Route, type Visit, view } from '#platform/web/page.ts'
import { Columns, EmptyState, PageHeader, Section } from '#ui/layout.tsx'
import { type Reader, readerOf } from '#ui/reader.ts'
import { lookOf, type ProgressStatus, SampleLabel, StatusMark, StatusStrip } from '#ui/status.tsx'
import { DataTable } from '#ui/table.tsx'
import { texts } from './home.texts.ts'
import { groupsOf, headlineIndicator, lastSummedYear, type PartGroup } from './map-totals.rules.ts'
import { homePath, methodPath, progressPath } from './paths.ts'
import { texts as portalTexts } from './portal.texts.ts'
import { shapesOf, UnitMap } from './unit-map.view.tsx'

const homePage = view(homePath, async (visit) => {
  const reader = readerOf(visit.language)
  const { plan, groups, rows } = await visit.perform(progressOperation, {})
  const thisYear = Number(visit.today.slice(0, 4))
  const years = [...new Set(rows.flatMap((row) => row.targets.map((target) => target.year)))].sort()
  const mapped = await mappedParts(visit, rows)
  const title = reader.say(texts.homeTitle, {
    city: visit.engine.place.name[reader.language],
    year: String(plan.toYear),
  })
  return {
    title,
    description: reader.say(texts.homeDescription, { symbol: plan.symbol }),
    shared: true,
    body: (
      <>
        <Hero reader={reader} title={title} symbol={plan.symbol} rows={rows} thisYear={thisYear} />
        {groups.map((group) => (
          <section key={group.code} class="section" aria-label={groupTitle(reader, group)}>
            <ProgressTable
              reader={reader}
              id={`group-${group.code.replace('.', '-')}`}
              caption={groupTitle(reader, group)}
              rows={rows.filter((row) => row.group === group.code)}
              years={years}
              span={[plan.fromYear - 1, plan.toYear]}
              thisYear={thisYear}
            />
          </section>
        ))}
        {mapped && <Mapped reader={reader} {...mapped} />}
      </>
    ),
  }
})

const progressPage = view(progressPath, async (visit) => visit.go(homePath.to()))

export const routes: Route[] = [homePage, progressPage]

/** Letters stand as in the plan: "a) Xóa mù chữ"; other clauses by their number. */
function groupTitle(reader: Reader, group: { code: string; name: Words }): string {
  return `${group.code}${group.code.length === 1 ? ')' : '.'} ${reader.say(group.name)}`
}

function Hero(props: {
  reader: Reader
  title: string
  symbol: string
  rows: readonly ProgressRow[]
  thisYear: number
}) {
  const { reader, title, symbol, rows, thisYear } = props
  const { say } = reader
  const headlines = headlinesOf(rows, thisYear)
  const counts = countStatuses(headlines.map(({ target }) => target.assessment))
  const statuses = (Object.keys(counts) as ProgressStatus[]).filter((status) => counts[status] > 0)
  const hasSample = rows.some((row) => row.points.some((point) => point.isSample))
  return (
    <PageHeader
      hero
      title={title}
      lead={
        <>
          <a href={treePath.to()}>{say(texts.planName, { symbol })}</a>{' '}
          {say(texts.heroCount, { count: headlines.length })}{' '}
          {statuses.map((status, index) => (
            <>
              {index > 0 && ', '}
              <strong>
                {counts[status]} {say(lookOf(status).words).toLowerCase()}
              </strong>
            </>
          ))}
          .
        </>
      }
    >
      <StatusStrip
        reader={reader}
        label={say(texts.stripLabel)}
        items={headlines.map(({ key, row, target }) => ({
          key,
          label: `${key} ${say(row.subject)}`,
          status: target.assessment.status,
          href: indicatorPath.to({ code: row.indicator.code }),
        }))}
      />
      <p class="meta">
        {say(portalTexts.statusNote)} <a href={methodPath.to()}>{say(portalTexts.methodLink)}</a>
        {hasSample && (
          <>
            {' · '}
            <SampleLabel reader={reader} />
          </>
        )}
      </p>
    </PageHeader>
  )
}

interface MappedProps {
  readonly row: ProgressRow
  readonly year: number
  readonly on: string
  readonly parts: readonly Part[]
  readonly shapes?: Shapes
}

/** The parts of the number on the map: of the indicator asked for, else the first choice, else any with figures below. */
async function mappedParts(visit: Visit, rows: readonly ProgressRow[]): Promise<MappedProps | undefined> {
  const summed = rows.filter((row) => lastSummedYear(row.points) !== undefined && row.indicator.kind === 'ratio')
  const wanted = [visit.query.map, headlineIndicator]
  const row = wanted.map((code) => summed.find((each) => each.indicator.code === code)).find(Boolean) ?? summed[0]
  const year = row && lastSummedYear(row.points)
  if (!row || year === undefined) return undefined
  const { parts, on } = await visit.perform(partsOperation, { indicator: row.indicator.code, year })
  return on ? { row, year, on, parts, shapes: await shapesOf(visit, parts, on) } : undefined
}

function Mapped({ reader, row, year, on, parts, shapes }: MappedProps & { reader: Reader }) {
  const { say } = reader
  const name = say(row.subject)
  return (
    <Columns>
      <Section
        id="map"
        title={say(texts.mapTitle, { name, count: parts.length })}
        lead={say(shapes ? portalTexts.mapLeadByBoundaries : portalTexts.mapLead, { date: reader.date(on) })}
      >
        <UnitMap
          reader={reader}
          id="home-map"
          title={say(texts.mapTitle, { name, count: parts.length })}
          units={parts}
          on={on}
          shapes={shapes}
          format={(value) => valueText(reader, row.indicator, value)}
        />
      </Section>
      <Section id="from" title={say(portalTexts.fromTitle)} lead={<FromLead reader={reader} row={row} year={year} />}>
        <FromTable reader={reader} row={row} year={year} groups={groupsOf(parts)} />
      </Section>
    </Columns>
  )
}

function FromLead({ reader, row, year }: { reader: Reader; row: ProgressRow; year: number }) {
  const point = row.points.find((each) => each.year === year)
  const { rolledUp } = point ?? {}
  if (!rolledUp || rolledUp.value === null) return <>{reader.say(texts.fromPublished)}</>
  return (
    <>
      {reader.say(texts.fromLead, {
        year: String(year),
        value: valueText(reader, row.indicator, rolledUp.value),
        numerator: reader.number(rolledUp.numerator ?? 0),
        denominator: reader.number(rolledUp.denominator ?? 0),
      })}{' '}
      {rolledUp.isSample && <SampleLabel reader={reader} />}
    </>
  )
}

function FromTable(props: { reader: Reader; row: ProgressRow; year: number; groups: readonly PartGroup[] }) {
  const { reader, row, year, groups } = props
  const { say } = reader
  const query = { year }
  const href = (format?: string) => indicatorPath.to({ code: row.indicator.code }, { ...query, format })
  return (
    <>
      <DataTable
        reader={reader}
        id="from-table"
        caption={say(portalTexts.fromTitle)}
        captionUnseen
        rows={groups}
        keyOf={(group) => `${group.status} ${group.isSample}`}
        empty={<EmptyState title={say(texts.noParts)} />}
        downloads={['csv', 'json'].map((format) => ({ href: href(format), label: format.toUpperCase() }))}
        columns={[
          {
            key: 'units',
            label: say(texts.fromUnits),
            rowHeader: true,
            render: (group) => (
              <>
                {say(texts.communeCount, { count: group.units })} {group.isSample && <SampleLabel reader={reader} />}
              </>
            ),
          },
          {
            key: 'amount',
            label: say(texts.fromAmount),
            align: 'end',
            render: ({ amount }) => (amount === null ? '–' : <a href={`${href()}#units`}>{reader.number(amount)}</a>),
          },
          {
            key: 'status',
            label: say(texts.fromStatus),
            render: (group) => <StatusMark reader={reader} status={group.status} />,
          },
        ]}
      />
      <p>
        <a href={`${href()}#units`}>{say(texts.seeEachUnit)}</a>
      </p>
    </>
  )
}
