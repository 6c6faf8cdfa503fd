/** One figure of a report: the formula with its numbers, and every unit it adds up with the value that was used. */
import { ProblemError } from '#kernel/problem.ts'
import { indicatorPath, valuePath } from '#modules/indicators'
import { view } from '#platform/web/page.ts'
import { Breadcrumbs, EmptyState, Facts, PageHeader, Section, Stack } from '#ui/layout.tsx'
import { type Reader, readerOf } from '#ui/reader.ts'
import { SampleLabel } from '#ui/status.tsx'
import { type Column, DataTable } from '#ui/table.tsx'
import { figureOf } from '../document/annexes.rules.ts'
import { figureText } from '../document/grids.rules.ts'
import { sumColumn } from '../document/provenance-links.rules.ts'
import { hasTownships } from '../document/report-figures.rules.ts'
import type { TargetFact } from '../facts/facts.model.ts'
import { figurePath, reportPath, reportsPath, reportUnitPath } from '../reports.paths.ts'
import { problems, texts } from '../reports.texts.ts'
import type { FigureProvenance, ProvenanceUnit } from './figure-provenance.model.ts'
import { beforeGroup, provenanceOf, publishedBefore, targetProvenance } from './figure-provenance.rules.ts'
import {
  formulaText,
  keptReport,
  measureName,
  numbersText,
  type ReportSource,
  type SourceReader,
  Used,
} from './provenance-steps.view.tsx'

export const figurePage = view(figurePath, async (visit) => {
  const reader = readerOf(visit.language)
  const { say } = reader
  const reportSource = await keptReport(visit)
  const input = askedFor(reader, reportSource, visit.query)
  const { year } = visit.params
  const { facts } = reportSource.snapshot
  const source = { reader, kept: reportSource }
  const title = say(texts.figureTitle, { year })
  return {
    title: `${input.name} · ${say(texts.reportOf, { year })}`,
    shared: reportSource.isFrozen,
    body: (
      <>
        <Breadcrumbs
          reader={reader}
          trail={[
            { href: reportsPath.to(), label: say(texts.reports) },
            { href: reportPath.to({ year }), label: say(texts.reportOf, { year }) },
            { label: title },
          ]}
        />
        <PageHeader
          title={input.name}
          kicker={<a href={reportPath.to({ year })}>{title}</a>}
          lead={say(reportSource.isFrozen ? texts.figureLeadFrozen : texts.figureLeadDraft, {
            on: reader.date(input.provenance?.on ?? facts.treeOn),
          })}
        >
          {facts.isSample && <SampleLabel reader={reader} />}
        </PageHeader>
        <Stack>
          {input.target && <TargetFacts reader={reader} target={input.target} when={input.when} />}
          {input.provenance && <ProvenanceFacts {...source} provenance={input.provenance} />}
          {!input.target && input.provenance && <Before {...source} provenance={input.provenance} />}
          {input.target && <Published {...source} target={input.target} when={input.when} />}
        </Stack>
        {input.provenance && (
          <Section id="units" title={say(texts.unitsOfFigure)} lead={say(texts.unitsOfFigureLead)}>
            <UnitTable {...source} provenance={input.provenance} />
          </Section>
        )}
      </>
    ),
  }
})

interface Figure {
  readonly name: string
  readonly provenance: FigureProvenance | undefined
  readonly target?: TargetFact
  readonly when: number
}

/** What the address asks for. Throws `reports.unknownFigure` for what the report does not have. */
function askedFor(
  reader: Reader,
  reportSource: ReportSource,
  query: Readonly<Record<string, string | undefined>>,
): Figure {
  const { inputs, snapshot } = reportSource
  const data = snapshot.facts
  const when = Number(query.when) || data.year
  if (query.target !== undefined) {
    const target = data.targets.find((each) => each.key === query.target)
    if (!target) throw new ProblemError(problems.unknownFigure())
    const provenance = isPublished(target, when) ? undefined : targetProvenance({ data, inputs }, target, when)
    return { name: reader.say(target.subject), target, when, provenance }
  }
  const walk = provenanceOf({ data, inputs }, query.of ?? '', query.in ?? '')
  if (!walk) throw new ProblemError(problems.unknownFigure())
  return { name: measureName({ reader, kept: reportSource }, walk.numerator), provenance: walk, when: walk.year }
}

function figureAt({ current, before, latest }: TargetFact, when: number) {
  return [current, before, latest].find((figure) => figure?.year === when)
}

function isPublished(target: TargetFact, when: number): boolean {
  return figureAt(target, when)?.source != null
}

function TargetFacts({ reader, target, when }: { reader: Reader; target: TargetFact; when: number }) {
  const { say } = reader
  const figure = figureAt(target, when)
  return (
    <Facts
      items={[
        {
          label: `${say(texts.figureValue)} ${when}`,
          value: <strong class="number">{figure ? figureText(figureOf(target, figure.value, figure)) : '–'}</strong>,
        },
        ...(target.indicator
          ? [
              {
                label: say(texts.plan),
                value: (
                  <a href={`${indicatorPath.to({ code: target.indicator }, { year: when })}#why`}>
                    {say(texts.seeIndicator)}
                  </a>
                ),
              },
            ]
          : []),
      ]}
    />
  )
}

function ProvenanceFacts({ provenance, ...source }: SourceReader & { provenance: FigureProvenance }) {
  const { say } = source.reader
  return (
    <Facts
      items={[
        { label: say(texts.figureFormula), value: formulaText(source, provenance) },
        {
          label: say(texts.figureNumbers),
          value: <span class="number">{numbersText(source, provenance) || '–'}</span>,
        },
        { label: say(texts.figureGroup), value: groupText(source, provenance.group) },
        {
          label: say(texts.figureCoverage),
          value: say(texts.coverageOf, { given: provenance.given, asked: provenance.asked }),
        },
      ]}
    />
  )
}

function groupText({ reader, kept: reportSource }: SourceReader, group: string | null): string {
  const { say } = reader
  const hasTowns = hasTownships(reportSource.snapshot.facts)
  switch (group) {
    case null:
      return say(texts.groupTarget)
    case 'communes':
      return say(hasTowns ? texts.groupCommunesTowns : texts.groupCommunes)
    case 'agencies':
      return say(texts.groupAgencies)
    case 'working':
      return say(hasTowns ? texts.groupWorkingTowns : texts.groupWorking)
    case 'all':
      return say(texts.groupAll)
    case beforeGroup:
      return say(texts.groupBefore)
    default:
      return group.replace(/^(type|above|unit) /, '')
  }
}

/** What a sum is compared with, and the way to it. */
function Before({ provenance, ...source }: SourceReader & { provenance: FigureProvenance }) {
  const { reader, kept: reportSource } = source
  const { facts } = reportSource.snapshot
  const earlier =
    provenance.kind === 'sum' && provenance.group !== beforeGroup ? facts.earlier[provenance.numerator] : undefined
  if (!earlier) return null
  const own = publishedBefore(reportSource.inputs, provenance.numerator)
  const year = String(facts.year)
  const href =
    earlier.source === null
      ? figurePath.to({ year }, { of: sumColumn(provenance.numerator), in: beforeGroup })
      : own && valuePath.to({ unit: own.unit, id: own.id })
  const amount = reader.number(earlier.amount)
  return (
    <p>
      {reader.say(texts.figureBefore, { year: facts.year - 1 })}: {href ? <a href={href}>{amount}</a> : amount}{' '}
      {earlier.source && <span class="meta">({earlier.source})</span>}{' '}
      {earlier.isSample && <SampleLabel reader={reader} />}
    </p>
  )
}

/** A figure quoted from a publication leads to the value as it was recorded. */
function Published({ target, when, ...source }: SourceReader & { target: TargetFact; when: number }) {
  const { reader, kept: reportSource } = source
  const figure = figureAt(target, when)
  if (!figure?.source) return null
  const { code } = reportSource.snapshot.facts.city
  return (
    <p>
      {reader.say(texts.publishedFigure, { source: figure.source })}{' '}
      {figure.valueId && (
        <a href={valuePath.to({ unit: code, id: figure.valueId })}>{reader.say(texts.seePublished)}</a>
      )}
    </p>
  )
}

function UnitTable({ provenance, ...source }: SourceReader & { provenance: FigureProvenance }) {
  const { reader, kept: reportSource } = source
  const { say } = reader
  const year = String(reportSource.snapshot.facts.year)
  const isOwnBoundaries = provenance.on === reportSource.snapshot.facts.treeOn
  const amount = (side: 'numerator' | 'denominator', measure: string): Column<ProvenanceUnit> => ({
    key: side,
    label: measureName(source, measure),
    align: 'end',
    render: (row) => <Used {...source} unit={row.code} measure={measure} used={row[side]} />,
  })
  return (
    <DataTable
      reader={reader}
      id="units-table"
      caption={say(texts.unitsOfFigure)}
      captionUnseen
      rows={provenance.units}
      keyOf={(row) => row.code}
      empty={<EmptyState title={say(texts.notGiven)} />}
      columns={[
        {
          key: 'unit',
          label: say(texts.unit),
          rowHeader: true,
          render: (row) =>
            isOwnBoundaries ? <a href={reportUnitPath.to({ year, code: row.code })}>{row.name}</a> : row.name,
        },
        amount('numerator', provenance.numerator),
        ...(provenance.denominator ? [amount('denominator', provenance.denominator), shareOfUnit(source)] : []),
      ]}
    />
  )
}

function shareOfUnit({ reader }: SourceReader): Column<ProvenanceUnit> {
  return {
    key: 'share',
    label: reader.say(texts.share),
    align: 'end',
    render: ({ numerator, denominator }) =>
      numerator && denominator?.amount ? reader.percent(numerator.amount / denominator.amount) : '–',
  }
}
