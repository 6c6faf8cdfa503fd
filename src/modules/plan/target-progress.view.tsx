/** How targets stand, on screen: the table of a group, a target in words, and why it stands so. */
import { indicatorPath, isDrawn, isEstimate, momentOf, valueText } from '#modules/indicators'
import { Trajectory } from '#ui/chart/trajectory.tsx'
import type { Reader } from '#ui/reader.ts'
import { Figure, lookOf, StatusMark } from '#ui/status.tsx'
import { type Column, DataTable } from '#ui/table.tsx'
import { clauseHref, versionPath } from './paths.ts'
import type { Assessment, Target, VersionMark } from './plan.model.ts'
import { texts as planTexts } from './plan.texts.ts'
import type { JudgedTarget, ProgressRow } from './plan-in-force.operations.ts'
import { texts } from './target-progress.texts.ts'
import { currentTarget, documentOf, tolerance } from './targets.rules.ts'

/** A target as it is read: "≥ 99,5%", "> 90%", "Mức độ 3", "Có". */
export function targetText(
  reader: Reader,
  indicator: ProgressRow['indicator'],
  { comparator, value }: Pick<Target, 'comparator' | 'value'>,
): string {
  if (comparator === 'yes' || value === null) return reader.say(texts.yes)
  const text = valueText(reader, indicator, value)
  if (indicator.kind === 'level') return text
  return `${comparator === '>' ? '>' : '≥'} ${text}`
}

/** Where targets are drawn on a chart: their values, and 1 for yes; those out of force only where no other is left. */
export function goalsOf(targets: readonly Pick<Target, 'ref' | 'year' | 'value' | 'until'>[]) {
  const inForce = targets.filter((target) => target.until === null)
  const drawn = inForce.length > 0 ? inForce : targets
  return drawn.map(({ ref, year, value }) => {
    return { at: year, label: String(year), value: value ?? 1, href: clauseHref(ref) }
  })
}

/** Why a target stands as it does, with its numbers. */
export function AssessmentReason(props: {
  reader: Reader
  indicator: ProgressRow['indicator']
  target: Pick<JudgedTarget, 'year' | 'comparator' | 'value' | 'since' | 'until' | 'lastDay'>
  assessment: Assessment
}) {
  const { reader, indicator, target, assessment } = props
  const { expected, forecast, reason } = assessment
  const why = reader.say(planTexts[`why-${reason}`], {
    year: String(target.year),
    target: targetText(reader, indicator, target),
    expected: expected === null ? '' : valueText(reader, indicator, expected),
    tolerance: reader.percent(tolerance, 0),
  })
  const ahead =
    forecast &&
    reader.say(texts.forecast, {
      year: String(target.year),
      value: valueText(reader, indicator, forecast.value),
      points: forecast.points,
    })
  return (
    <p class="measure">
      <StatusMark reader={reader} status={assessment.status} /> {why}{' '}
      {target.until ? '' : (ahead ?? reader.say(texts.noForecast))} <InForce reader={reader} target={target} />
    </p>
  )
}

/** Which amendment brought a target, and which took it out of force: until which day it counted, and what stands in its place. */
export function InForce({
  reader,
  target,
}: {
  reader: Reader
  target: Pick<JudgedTarget, 'since' | 'until' | 'lastDay'>
}) {
  const { since, until, lastDay } = target
  return (
    <>
      {since && (
        <>
          {reader.say(texts.sinceAmendment, { date: reader.date(since.effectiveOn) })}{' '}
          <Decision reader={reader} mark={since} />
        </>
      )}
      {since && until && '; '}
      {until && (
        <>
          {reader.say(texts.countedUntil, { date: reader.date(lastDay ?? until.effectiveOn) })}{' '}
          {until.replacedBy ? (
            <>
              {reader.say(texts.replacedBy)}{' '}
              <a href={indicatorPath.to({ code: until.replacedBy.indicator })}>
                {reader.say(until.replacedBy.subject)}
              </a>{' '}
            </>
          ) : (
            <>{reader.say(texts.endedWithout)} </>
          )}
          <Decision reader={reader} mark={until} />
        </>
      )}
    </>
  )
}

/** "theo Quyết định số 12/QĐ-UBND ngày 05/01/2026", leading to what it changed. */
export function Decision({ reader, mark }: { reader: Reader; mark: VersionMark }) {
  return (
    <a href={versionPath.to({ number: String(mark.number) })}>
      {reader.say(texts.byDecision, {
        document: reader.say(planTexts[`document-${documentOf(mark.symbol)}`]),
        symbol: mark.symbol,
        date: reader.date(mark.issuedOn),
      })}
    </a>
  )
}

interface TableProps {
  readonly reader: Reader
  readonly id: string
  readonly caption: string
  readonly rows: readonly ProgressRow[]
  /** The years with targets, oldest first. */
  readonly years: readonly number[]
  /** First and last year of every trajectory. */
  readonly span: readonly [from: number, to: number]
  readonly thisYear: number
}

/** The targets of one group. */
export function ProgressTable(props: TableProps) {
  const { reader, id, caption, rows } = props
  return (
    <DataTable
      reader={reader}
      id={id}
      caption={caption}
      ruled
      rows={rows}
      keyOf={(row) => `${row.key} ${row.indicator.code}`}
      empty={null}
      columns={[
        {
          key: 'key',
          label: reader.say(planTexts.clause),
          explain: reader.say(texts.clauseExplained),
          size: 'narrow',
          phone: 'plain',
          render: (row) => <span class="soft">{row.key}</span>,
        },
        {
          key: 'name',
          label: reader.say(planTexts.target),
          rowHeader: true,
          render: (row) => <Name reader={reader} row={row} />,
        },
        wayColumn(props),
        nowColumn(props),
        ...props.years.map((year) => goalColumn(props, year)),
        statusColumn(props),
      ]}
    />
  )
}

function Name({ reader, row }: { reader: Reader; row: ProgressRow }) {
  return (
    <>
      <a href={indicatorPath.to({ code: row.indicator.code })}>{reader.say(row.subject)}</a>
      {row.lastDay && !row.isHistory && <small>{reader.say(texts.untilDay, { date: reader.date(row.lastDay) })}</small>}
      {marksOf(row).map((target) => (
        <small key={target.id}>
          {target.until && !row.isHistory && `${reader.say(texts.goal, { year: String(target.year) })}: `}
          <InForce reader={reader} target={target} />
        </small>
      ))}
    </>
  )
}

/** One target for each thing to say: those of several years that one decision changed alike are said once. */
function marksOf({ targets, former, indicator }: ProgressRow): JudgedTarget[] {
  const moved = former.filter(({ until }) => until?.replacedBy?.indicator !== indicator.code)
  const lines = [...targets, ...moved]
    .filter((target) => target.since || target.until)
    .map(
      (target) =>
        [`${target.since?.number} ${target.until?.number} ${target.until?.replacedBy?.indicator}`, target] as const,
    )
  return [...new Map(lines).values()]
}

function wayColumn({ reader, span: [from, to] }: TableProps): Column<ProgressRow> {
  return {
    key: 'way',
    label: reader.say(texts.way),
    explain: reader.say(texts.wayExplained),
    size: 'large',
    phone: 'whole',
    render: (row) => (
      <Trajectory
        reader={reader}
        name={reader.say(row.subject)}
        points={row.points
          .filter((point) => point.year >= from && isDrawn(point))
          .map((point) => ({
            at: point.year,
            label: momentOf(point),
            value: point.value,
            estimate: isEstimate(point),
          }))}
        targets={goalsOf(row.targets)}
        from={from}
        to={to}
        format={(value) => valueText(reader, row.indicator, value)}
      />
    ),
  }
}

function nowColumn({ reader }: TableProps): Column<ProgressRow> {
  return {
    key: 'now',
    label: reader.say(texts.now),
    explain: reader.say(texts.nowExplained),
    align: 'end',
    size: 'medium',
    render: (row) => {
      const latest = row.points.at(-1)
      if (!latest) return <span class="soft">–</span>
      const note = [momentOf(latest), isEstimate(latest) && reader.say(lookOf(latest.status).words).toLowerCase()]
      return (
        <Figure
          reader={reader}
          value={valueText(reader, row.indicator, latest.value, latest.qualifier)}
          note={note.filter(Boolean).join(', ')}
          href={`${indicatorPath.to({ code: row.indicator.code }, { year: latest.year })}#why`}
        />
      )
    },
  }
}

function goalColumn({ reader }: TableProps, year: number): Column<ProgressRow> {
  return {
    key: `goal-${year}`,
    label: reader.say(texts.goal, { year: String(year) }),
    align: 'end',
    size: 'small',
    render: (row) => {
      const target = row.targets.find((each) => each.year === year)
      const former = row.former.filter((each) => each.year === year)
      if (!target && former.length === 0) return <span class="soft">–</span>
      return (
        <span class="figure">
          {target && <Goal reader={reader} row={row} target={target} />}
          {former.map((each) => (
            <small key={each.id}>
              {reader.say(texts.formerly, { target: unbroken(targetText(reader, row.indicator, each)) })}
            </small>
          ))}
        </span>
      )
    },
  }
}

/** A number stays on one line with its sign. */
function unbroken(text: string): string {
  return text.replaceAll(' ', '\u00a0')
}

function Goal({ reader, row, target }: { reader: Reader; row: ProgressRow; target: JudgedTarget }) {
  const isPast =
    !target.until && target !== currentTarget(row.targets, target.year + 1) && target.assessment.status !== 'no-data'
  return (
    <>
      {targetText(reader, row.indicator, target)}
      {isPast && <small>{pastText(reader, target.assessment)}</small>}
    </>
  )
}

/** How a target of a year gone by came out. */
function pastText(reader: Reader, { status, reason }: Assessment): string {
  return reader.say(reason === 'missed' ? texts.missed : lookOf(status).words).toLowerCase()
}

function statusColumn({ reader, thisYear }: TableProps): Column<ProgressRow> {
  return {
    key: 'status',
    label: reader.say(texts.status),
    explain: reader.say(texts.statusExplained),
    size: 'medium',
    render: (row) => {
      const target = currentTarget(row.targets, thisYear)
      return target && <StatusMark reader={reader} status={target.assessment.status} />
    },
  }
}
