/** What a report tells of one unit: every value it used of it, and the shares in the annexes with their numbers. */
import { ProblemError } from '#kernel/problem.ts'
import { submissionPath } from '#modules/collection'
import { unitPath } from '#modules/organisation'
import { view } from '#platform/web/page.ts'
import { Breadcrumbs, EmptyState, PageHeader, Section } from '#ui/layout.tsx'
import { readerOf } from '#ui/reader.ts'
import { SampleLabel } from '#ui/status.tsx'
import { DataTable } from '#ui/table.tsx'
import { reportPath, reportsPath, reportUnitPath } from '../reports.paths.ts'
import { problems, texts } from '../reports.texts.ts'
import type { UsedAmount } from './figure-provenance.model.ts'
import { sharesOfUnit } from './figure-provenance.rules.ts'
import {
  keptReport,
  measureName,
  numbersText,
  type ReportSource,
  type SourceReader,
  shownValue,
  Used,
} from './provenance-steps.view.tsx'

export const reportUnitPage = view(reportUnitPath, async (visit) => {
  const reader = readerOf(visit.language)
  const { say } = reader
  const { year, code } = visit.params
  const reportSource = await keptReport(visit)
  const { facts } = reportSource.snapshot
  const unit = facts.units.find((each) => each.code === code)
  if (!unit) throw new ProblemError(problems.unknownFigure())
  const source = { reader, kept: reportSource }
  const title = say(texts.unitInReport, { unit: unit.name, year })
  const values = valuesOf(reportSource, code)
  return {
    title,
    shared: reportSource.isFrozen,
    body: (
      <>
        <Breadcrumbs
          reader={reader}
          trail={[
            { href: reportsPath.to(), label: say(texts.reports) },
            { href: reportPath.to({ year }), label: say(texts.reportOf, { year }) },
            { label: unit.name },
          ]}
        />
        <PageHeader
          title={title}
          lead={say(reportSource.isFrozen ? texts.figureLeadFrozen : texts.figureLeadDraft, {
            on: reader.date(facts.treeOn),
          })}
          actions={
            <>
              <a href={submissionPath.to({ year, code })}>{say(texts.openSubmission)}</a>
              <a href={unitPath.to({ code }, { on: facts.treeOn })}>
                {say(texts.onItsDay, { on: reader.date(facts.treeOn) })}
              </a>
            </>
          }
        >
          {unit.isSample && <SampleLabel reader={reader} />}
        </PageHeader>
        <Section id="values" title={say(texts.unitValues)}>
          <ValueTable {...source} unit={code} values={values} />
        </Section>
        <Shares {...source} unit={code} />
      </>
    ),
  }
})

interface UnitValue {
  readonly measure: string
  readonly used: UsedAmount
}

/** In the order of the catalogue. */
function valuesOf({ snapshot, inputs, measures }: ReportSource, code: string): UnitValue[] {
  const amounts = snapshot.facts.units.find((unit) => unit.code === code)?.values ?? {}
  const ids = inputs.submissions.find((submission) => submission.unitCode === code)?.values ?? {}
  const place = new Map([...measures.keys()].map((measure, index) => [measure, index]))
  const values = Object.entries(ids).flatMap(([measure, id]) => {
    const amount = amounts[measure]
    return amount === undefined ? [] : [{ measure, used: { id, amount } }]
  })
  return values.sort((a, b) => (place.get(a.measure) ?? 0) - (place.get(b.measure) ?? 0))
}

function ValueTable({ unit, values, ...source }: SourceReader & { unit: string; values: readonly UnitValue[] }) {
  const { reader } = source
  return (
    <DataTable
      reader={reader}
      id="values-table"
      caption={reader.say(texts.unitValues)}
      captionUnseen
      rows={values}
      keyOf={(row) => row.measure}
      empty={<EmptyState title={reader.say(texts.unitNotCounted)} />}
      columns={[
        {
          key: 'measure',
          label: reader.say(texts.measure),
          rowHeader: true,
          render: (row) => measureName(source, row.measure),
        },
        {
          key: 'value',
          label: reader.say(texts.figureValue),
          align: 'end',
          render: (row) => <Used {...source} unit={unit} measure={row.measure} used={row.used} />,
        },
      ]}
    />
  )
}

function Shares({ unit, ...source }: SourceReader & { unit: string }) {
  const { reader, kept: reportSource } = source
  const { say } = reader
  const { snapshot, inputs } = reportSource
  const shares = sharesOfUnit(snapshot.grids, { data: snapshot.facts, inputs }, unit)
  if (shares.length === 0) return null
  return (
    <Section id="shares" title={say(texts.unitShares)}>
      <DataTable
        reader={reader}
        id="shares-table"
        caption={say(texts.unitShares)}
        captionUnseen
        rows={shares}
        keyOf={(row) => `${row.numerator} ${row.denominator}`}
        empty={null}
        columns={[
          {
            key: 'share',
            label: say(texts.share),
            rowHeader: true,
            render: ({ numerator, denominator }) =>
              `${measureName(source, numerator)} ÷ ${denominator ? measureName(source, denominator) : ''}`,
          },
          { key: 'value', label: say(texts.figureValue), align: 'end', render: (row) => shownValue(source, row) },
          { key: 'numbers', label: say(texts.figureNumbers), render: (row) => numbersText(source, row) },
        ]}
      />
    </Section>
  )
}
