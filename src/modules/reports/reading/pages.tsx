/** The screens for reading reports: the list, one report or draft as it looks on paper, its check, its files, its style sheet. */
import { ProblemError } from '#kernel/problem.ts'
import { officialCss, renderHtml } from '#platform/documents/official.ts'
import type { Operation } from '#platform/operation.ts'
import { type Route, type View, type Visit, view } from '#platform/web/page.ts'
import { LinkButton } from '#ui/form.tsx'
import { Breadcrumbs, EmptyState, Facts, PageHeader, Section } from '#ui/layout.tsx'
import { type Reader, readerOf } from '#ui/reader.ts'
import { Mark, SampleLabel } from '#ui/status.tsx'
import { DataTable } from '#ui/table.tsx'
import {
  filePath,
  freezePath,
  narrativePath,
  officialCssPath,
  reportPath,
  reportsPath,
  verifyPath,
} from '../addresses/pages.tsx'
import { documentOf, labelsCss } from '../files/operations.ts'
import { FormatShape, formats, type ReportRow, type Snapshot } from '../model.ts'
import {
  listDrafts,
  listReports,
  previewReport,
  readNarrative,
  renderDraft,
  renderReport,
  report,
  verifyReport,
} from '../operations.ts'
import { formatWords, problems, texts } from '../texts.ts'
import { Inputs } from './inputs/pages.tsx'

/** What the operation gives, or undefined where this reader may not or there is nothing: the page then shows less. */
async function ifAllowed<I, O>(visit: Visit, operation: Operation<I, O>, input: unknown): Promise<O | undefined> {
  try {
    return await visit.perform(operation, input)
  } catch (error) {
    if (error instanceof ProblemError && [401, 403, 404].includes(error.status)) return undefined
    throw error
  }
}

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

function numberOf({ number, symbol }: Pick<ReportRow, 'number' | 'symbol'>): string {
  return `${String(number).padStart(2, '0')}/${symbol}`
}

function Files({ reader, year }: { reader: Reader; year: number }) {
  return (
    <span class="downloads">
      {formats.map((format) => (
        <a key={format} href={filePath.to({ year: String(year), format })} download>
          {reader.say(formatWords[format])}
        </a>
      ))}
    </span>
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

const reportPage = view(reportPath, async (visit) => {
  const { year } = visit.params
  const frozen = await ifAllowed(visit, report, { year })
  if (frozen) return frozenView(visit, frozen)
  const draft = visit.caller.account ? await ifAllowed(visit, previewReport, { year }) : undefined
  // Says to everybody else that there is no such report yet.
  if (draft) return draftView(visit, draft, (await ifAllowed(visit, readNarrative, { year })) !== undefined)
  return frozenView(visit, await visit.perform(report, { year }))
})

type Frozen = Awaited<ReturnType<typeof report.run>>

function frozenView(visit: Visit, frozen: Frozen): View {
  const reader = readerOf(visit.language)
  const { say } = reader
  const { inputs, hash, auditSeq } = frozen
  const year = String(frozen.year)
  const lead = {
    at: reader.instant(new Date(frozen.frozenAt)),
    count: inputs.submissions.length,
    on: reader.date(inputs.treeOn),
  }
  return {
    title: say(texts.reportOf, { year }),
    shared: true,
    body: (
      <>
        <ReportHeader
          reader={reader}
          year={frozen.year}
          isSample={frozen.isSample}
          lead={say(texts.frozenLead, lead)}
          mark="frozen"
        />
        <Facts
          items={[
            { label: say(texts.number), value: numberOf(frozen) },
            { label: say(texts.issuedOn), value: reader.date(frozen.issuedOn) },
            { label: say(texts.signatory), value: frozen.signatory },
            { label: say(texts.files), value: <Files reader={reader} year={frozen.year} /> },
            { label: say(texts.hash), value: <HashText hash={hash} /> },
            { label: say(texts.auditPlace), value: say(texts.auditPlaceOf, { seq: auditSeq }) },
          ]}
        />
        <p class="meta">{say(texts.hashExplained)}</p>
        <p class="actions">
          <LinkButton href={verifyPath.to({ year })}>{say(texts.verify)}</LinkButton>
        </p>
        <Inputs reader={reader} inputs={inputs} />
        <Paper reader={reader} snapshot={frozen.snapshot} />
      </>
    ),
  }
}

/** A hash breaks anywhere, so that it does not push a phone's page wide. */
function HashText({ hash }: { hash: string }) {
  return <code>{(hash.match(/.{8}/g) ?? []).flatMap((part) => [part, <wbr key={part} />])}</code>
}

type Preview = Awaited<ReturnType<typeof previewReport.run>>

function draftView(visit: Visit, draft: Preview, mayWrite: boolean): View {
  const reader = readerOf(visit.language)
  const { say } = reader
  const { facts } = draft.snapshot
  const year = String(facts.year)
  const asked = facts.units.length
  const approved = asked - draft.missingUnits.length
  return {
    title: say(texts.reportOf, { year }),
    body: (
      <>
        <ReportHeader
          reader={reader}
          year={facts.year}
          isSample={facts.isSample}
          lead={say(texts.draftLead, { approved, asked })}
          mark="draft"
        />
        {mayWrite && (
          <p class="actions">
            <LinkButton href={narrativePath.to({ year })}>{say(texts.editNarrative)}</LinkButton>
            <LinkButton href={freezePath.to({ year })} tone="primary">
              {say(texts.freeze)}
            </LinkButton>
          </p>
        )}
        <p class="section">
          <Files reader={reader} year={facts.year} />
        </p>
        <Paper reader={reader} snapshot={draft.snapshot} />
      </>
    ),
  }
}

function ReportHeader(props: {
  reader: Reader
  year: number
  isSample: boolean
  lead: string
  mark: 'frozen' | 'draft'
}) {
  const { reader, year, isSample, lead, mark } = props
  const { say } = reader
  const title = say(texts.reportOf, { year: String(year) })
  return (
    <>
      <Breadcrumbs reader={reader} trail={[{ href: reportsPath.to(), label: say(texts.reports) }, { label: title }]} />
      <PageHeader
        title={title}
        lead={lead}
        kicker={
          <>
            <Mark tone={mark === 'frozen' ? 'good' : 'note'} shape={mark === 'frozen' ? 'check' : 'pen'}>
              {say(mark === 'frozen' ? texts.frozen : texts.draft)}
            </Mark>{' '}
            {isSample && <SampleLabel reader={reader} />}
          </>
        }
      />
    </>
  )
}

/** The document itself, as it looks on paper; its style sheet is its own. */
function Paper({ reader, snapshot }: { reader: Reader; snapshot: Snapshot }) {
  const document = documentOf(snapshot)
  return (
    <section class="section" aria-label={reader.say(texts.document)}>
      <link
        rel="stylesheet"
        href={officialCssPath.to({
          draft: document.draft ? 1 : undefined,
          sample: document.watermarkLabel ? 1 : undefined,
        })}
      />
      {/* Made by our own renderer, which escapes every text. */}
      <div dangerouslySetInnerHTML={{ __html: renderHtml(document) }} />
    </section>
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
  const asked = { year: visit.params.year, format: format.data }
  const found = await ifAllowed(visit, renderReport, asked)
  const { fileName, mediaType, content } = found ?? (await visit.perform(renderDraft, asked))
  return new Response(Buffer.from(content, 'base64'), {
    headers: {
      'content-type': mediaType,
      'content-disposition': `attachment; filename="${fileName}"`,
      'cache-control': 'private, no-cache',
    },
  })
})

/**
 * How the document sits in our pages. On a wide window an annex in landscape is a wider sheet; on a phone the head is one column
 * and tables keep their columns readable by scrolling; on paper the document stands alone with its own margins.
 */
const inPageCss = `
.official-table td.official-left { min-width: 9em }
.official-table table { min-width: 34rem }
.official-landscape .official-table table { min-width: 54rem }
@media screen and (min-width: 75rem) {
  .official-landscape { width: 276mm; margin-inline-start: calc((165mm - 276mm) / 2 - 12mm); padding: 10mm 12mm; background: #fff }
}
@media (max-width: 40rem) {
  .official { font-size: 12.5pt }
  .official-head, .official-foot { grid-template-columns: 1fr; gap: 12pt }
  .official :is(p, h1, h2, h3, h4) { text-align: start }
  .official :is(.official-head p, .official-title, .official-reference, .official-signature p) { text-align: center }
  .official-name { padding-top: 24pt }
}
@media print {
  .shell-header, .shell-footer, .page > :not(:has(.official)) { display: none }
  .page, .section:has(.official) { margin: 0; padding: 0 }
  .official figure { break-inside: auto }
  .official .official-bars { break-inside: avoid }
  .official-table table { min-width: 0 }
  .official-landscape .official-table table { min-width: 0 }
}
`

const officialCssPage = view(officialCssPath, async ({ query }) => {
  const labels = labelsCss({ isDraft: query.draft !== undefined, isSample: query.sample !== undefined })
  return new Response(officialCss + inPageCss + labels, {
    headers: { 'content-type': 'text/css; charset=UTF-8', 'cache-control': 'public, max-age=3600' },
  })
})

export const routes: Route[] = [listPage, officialCssPage, reportPage, verifyPage, filePage]
