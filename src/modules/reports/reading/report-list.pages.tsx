/** The screens for reading reports: the list, the check of a hash, the files. */
import { ProblemError } from '#kernel/problem.ts'
import { ifAllowed, type Route, type Visit, view } from '#platform/web/page.ts'
import { sendFile } from '#platform/web/send-file.ts'
import { sendStored } from '#platform/web/stored-file.ts'
import { Breadcrumbs, EmptyState, Facts, PageHeader, Section } from '#ui/layout.tsx'
import { type Reader, readerOf } from '#ui/reader.ts'
import { SampleLabel } from '#ui/status.tsx'
import { DataTable } from '#ui/table.tsx'
import { downloadDraft } from '../draft-file.operations.ts'
import { fileNameOf, openKept, reportFile } from '../file-archive.operations.ts'
import { listReports, verifyReport } from '../freezing.operations.ts'
import { figurePage } from '../provenance/one-figure.pages.tsx'
import { reportUnitPage } from '../provenance/unit-figures.pages.tsx'
import { listDrafts } from '../report-drafts.operations.ts'
import { mediaTypes } from '../report-files.operations.ts'
import { type Format, FormatShape, type ReportRow } from '../reports.model.ts'
import { filePath, reportPath, reportsPath, verifyPath } from '../reports.paths.ts'
import { problems, texts } from '../reports.texts.ts'
import { officialCssPage } from './official-style.pages.tsx'
import { reportPage } from './one-report.pages.tsx'
import { Files, HashText, numberOf } from './report-marks.view.tsx'

const listPage = view(reportsPath, async (visit) => {
  const reader = readerOf(visit.language)
  const { say } = reader
  const frozen = await visit.perform(listReports, {})
  const drafts = visit.caller.account ? await ifAllowed(visit, listDrafts, {}) : undefined
  return {
    title: say(texts.reports),
    description: say(texts.reportsLead),
    shared: true,
    body: (
      <>
        <PageHeader title={say(texts.reports)} lead={say(texts.reportsLead)} />
        {drafts && drafts.length > 0 && <Drafts reader={reader} drafts={drafts} />}
        <FrozenTable reader={reader} rows={frozen} />
      </>
    ),
  }
})

function FrozenTable({ reader, rows }: { reader: Reader; rows: readonly ReportRow[] }) {
  const { say } = reader
  return (
    <DataTable
      reader={reader}
      id="reports"
      caption={say(texts.reports)}
      captionUnseen
      rows={rows}
      keyOf={(row) => String(row.year)}
      empty={<EmptyState title={say(texts.noneFrozen)}>{say(texts.noneFrozenLead)}</EmptyState>}
      columns={[
        {
          key: 'year',
          label: say(texts.year),
          rowHeader: true,
          render: (row) => (
            <>
              <a href={reportPath.to({ year: String(row.year) })}>{say(texts.reportOf, { year: String(row.year) })}</a>{' '}
              {row.isSample && <SampleLabel reader={reader} />}
            </>
          ),
        },
        { key: 'number', label: say(texts.number), render: (row) => numberOf(row) },
        { key: 'issued', label: say(texts.issuedOn), render: (row) => reader.date(row.issuedOn) },
        { key: 'signatory', label: say(texts.signatory), render: (row) => row.signatory },
        { key: 'files', label: say(texts.files), render: (row) => <Files reader={reader} year={row.year} /> },
      ]}
    />
  )
}

type Draft = { year: number; dueOn: string; asked: number; approved: number }

function Drafts({ reader, drafts }: { reader: Reader; drafts: readonly Draft[] }) {
  const { say } = reader
  return (
    <Section id="drafts" title={say(texts.drafts)} lead={say(texts.draftsLead)}>
      <DataTable
        reader={reader}
        id="draft-list"
        caption={say(texts.drafts)}
        captionUnseen
        rows={drafts}
        keyOf={(draft) => String(draft.year)}
        empty={null}
        columns={[
          {
            key: 'year',
            label: say(texts.year),
            rowHeader: true,
            render: ({ year }) => (
              <a href={reportPath.to({ year: String(year) })}>{say(texts.openDraft, { year: String(year) })}</a>
            ),
          },
          { key: 'due', label: say(texts.due), render: (draft) => reader.date(draft.dueOn) },
          {
            key: 'approved',
            label: say(texts.approvedUnits),
            render: (draft) => say(texts.approvedOf, { approved: draft.approved, asked: draft.asked }),
          },
        ]}
      />
    </Section>
  )
}

const verifyPage = view(verifyPath, async (visit) => {
  const reader = readerOf(visit.language)
  const { say } = reader
  const { year } = visit.params
  const verdict = await visit.perform(verifyReport, { year })
  return {
    title: say(texts.verify),
    body: (
      <>
        <Breadcrumbs
          reader={reader}
          trail={[
            { href: reportsPath.to(), label: say(texts.reports) },
            { href: reportPath.to({ year }), label: say(texts.reportOf, { year }) },
            { label: say(texts.verify) },
          ]}
        />
        <PageHeader title={say(texts.verify)} />
        <div class={verdict.isIntact ? 'notice good' : 'notice bad'} role="status">
          <p>
            {verdict.isIntact
              ? say(texts.intact)
              : verdict.auditHolds
                ? say(texts.changed, { computed: verdict.computed })
                : say(texts.auditChanged, { seq: verdict.auditSeq })}
          </p>
        </div>
        <Facts items={[{ label: say(texts.hash), value: <HashText hash={verdict.hash} /> }]} />
      </>
    ),
  }
})

const filePage = view(filePath, async (visit) => {
  const format = FormatShape.safeParse(visit.params.format)
  if (!format.success) throw new ProblemError(problems.unknownFile())
  const input = { year: Number(visit.params.year), format: format.data }
  const report = await ifAllowed(visit, reportFile, input)
  if (!report) return draftFile(visit, input)
  const file = await openKept(visit.engine, input, report)
  const headers = fileHeaders(mediaTypes[input.format], fileNameOf(input))
  return sendFile(visit.http, { ...file, headers: { ...headers, 'cache-control': 'public, no-cache' } })
})

async function draftFile(visit: Visit, input: { year: number; format: Format }): Promise<Response> {
  return sendStored(visit.http, visit.engine.files, await visit.perform(downloadDraft, input))
}

function fileHeaders(mediaType: string, fileName: string) {
  return { 'content-type': mediaType, 'content-disposition': `attachment; filename="${fileName}"` }
}

export const routes: Route[] = [listPage, officialCssPage, reportPage, verifyPage, filePage, figurePage, reportUnitPage]
