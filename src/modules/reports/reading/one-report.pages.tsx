/** One report: frozen with its hash and inputs, or the draft of a round; and the document as it looks on paper. */
import { listIndicatorsOperation } from '#modules/indicators'
import { ifAllowed, type View, type Visit, view } from '#platform/web/page.ts'
import { LinkButton } from '#ui/form.tsx'
import { Breadcrumbs, Facts, PageHeader, Stack } from '#ui/layout.tsx'
import { type Reader, readerOf } from '#ui/reader.ts'
import { Mark, SampleLabel } from '#ui/status.tsx'
import { freezeReport, report } from '../freezing.operations.ts'
import { previewReport, readNarrative } from '../report-drafts.operations.ts'
import { renderPaper } from '../report-files.operations.ts'
import { documentOf } from '../report-files.rules.ts'
import type { Snapshot } from '../reports.model.ts'
import { freezePath, narrativePath, officialCssPath, reportPath, reportsPath, verifyPath } from '../reports.paths.ts'
import { texts } from '../reports.texts.ts'
import { corrections } from '../value-usage.operations.ts'
import { Corrected } from './corrections.view.tsx'
import { Inputs } from './report-inputs.view.tsx'
import { Files, HashText, numberOf } from './report-marks.view.tsx'

export const reportPage = view(reportPath, async (visit) => {
  const { year } = visit.params
  const frozen = await ifAllowed(visit, report, { year })
  if (frozen) return frozenView(visit, frozen)
  const draft = visit.caller.account ? await ifAllowed(visit, previewReport, { year }) : undefined
  // Says to everybody else that there is no such report yet.
  if (draft) return draftView(visit, draft)
  return frozenView(visit, await visit.perform(report, { year }))
})

/** What was corrected since, with the names of what was. */
async function correctedIn(visit: Visit, year: string) {
  const rows = await visit.perform(corrections, { year })
  const { measures } = await visit.perform(listIndicatorsOperation, {})
  const { say } = readerOf(visit.language)
  const names = new Map(measures.map((measure) => [measure.code, say(measure.name)]))
  return { rows, nameOf: (code: string) => names.get(code) ?? code }
}

type Frozen = Awaited<ReturnType<typeof report.run>>

async function frozenView(visit: Visit, frozen: Frozen): Promise<View> {
  const reader = readerOf(visit.language)
  const { say } = reader
  const { inputs, hash, auditSeq } = frozen
  const year = String(frozen.year)
  const [corrected, html] = await Promise.all([correctedIn(visit, year), renderPaper(frozen.snapshot)])
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
        <Stack>
          <p class="meta">{say(texts.hashExplained)}</p>
          <p class="actions">
            <LinkButton href={verifyPath.to({ year })}>{say(texts.verify)}</LinkButton>
          </p>
        </Stack>
        <Corrected reader={reader} {...corrected} />
        <Inputs reader={reader} year={frozen.year} inputs={inputs} />
        <Paper reader={reader} snapshot={frozen.snapshot} html={html} />
      </>
    ),
  }
}

type Preview = Awaited<ReturnType<typeof previewReport.run>>

async function draftView(visit: Visit, draft: Preview): Promise<View> {
  const reader = readerOf(visit.language)
  const { say } = reader
  const { facts } = draft.snapshot
  const year = String(facts.year)
  const input = facts.units.length
  const approved = input - draft.missingUnits.length
  const html = await renderPaper(draft.snapshot)
  const may = await visit.mayEach({ write: [readNarrative], freeze: [freezeReport] })
  return {
    title: say(texts.reportOf, { year }),
    body: (
      <>
        <ReportHeader
          reader={reader}
          year={facts.year}
          isSample={facts.isSample}
          lead={say(texts.draftLead, { approved, asked: input })}
          mark="draft"
        />
        {(may.write || may.freeze) && (
          <p class="actions">
            {may.write && <LinkButton href={narrativePath.to({ year })}>{say(texts.editNarrative)}</LinkButton>}
            {may.freeze && (
              <LinkButton href={freezePath.to({ year })} tone="primary">
                {say(texts.freeze)}
              </LinkButton>
            )}
          </p>
        )}
        <p class="section">
          <Files reader={reader} year={facts.year} />
        </p>
        <Paper reader={reader} snapshot={draft.snapshot} html={html} />
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
function Paper({ reader, snapshot, html }: { reader: Reader; snapshot: Snapshot; html: string }) {
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
      <div dangerouslySetInnerHTML={{ __html: html }} />
    </section>
  )
}
