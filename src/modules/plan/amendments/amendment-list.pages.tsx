/** Amendments of the plan: what was published, what is being written, and the form that begins one. */
import { newId } from '#kernel/id.ts'
import { action, type Route, submit, type View, type Visit, view } from '#platform/web/page.ts'
import { Form, LinkButton, SubmitButton } from '#ui/form.tsx'
import { EmptyState, PageHeader, Section } from '#ui/layout.tsx'
import { type Reader, readerOf } from '#ui/reader.ts'
import { DataTable } from '#ui/table.tsx'
import { imports } from '../imports/import-list.operations.ts'
import { texts as importTexts } from '../imports/plan-imports.texts.ts'
import {
  amendmentPath,
  amendmentsPath,
  clauseHref,
  convertPath,
  importsPath,
  newAmendmentPath,
  versionPath,
} from '../paths.ts'
import { texts as planTexts } from '../plan.texts.ts'
import { PlanTabs } from '../plan-tabs.view.tsx'
import { publishedText } from '../versions/version-diff.view.tsx'
import type { TargetFact, Version } from '../versions/versions.model.ts'
import { versions } from '../versions/versions.operations.ts'
import { texts } from '../versions/versions.texts.ts'
import { amendments, draftAmendment } from './amendment-drafts.operations.ts'
import { AmendmentTrail, HeadFields, type Typed } from './amendment-form.view.tsx'
import type { Amendment } from './amendments.model.ts'
import { rebasables } from './district-targets.operations.ts'

const listPage = view(amendmentsPath, async (visit) => {
  const reader = readerOf(visit.language)
  const { say } = reader
  const answer = await visit.perform(versions, {})
  const may = await visit.mayEach({
    draft: [draftAmendment],
    see: [amendments],
    rebase: [rebasables],
    imports: [imports],
  })
  const drafts = may.see ? await visit.perform(amendments, {}) : []
  const districts = may.rebase ? await visit.perform(rebasables, {}) : []
  return {
    title: say(texts.amendments),
    body: (
      <>
        <PageHeader
          title={say(texts.amendments)}
          lead={say(texts.amendmentsLead)}
          actions={
            <>
              {may.draft && (
                <LinkButton tone="primary" href={newAmendmentPath.to()}>
                  {say(texts.newDraft)}
                </LinkButton>
              )}
              {may.imports && <LinkButton href={importsPath.to()}>{say(importTexts.imports)}</LinkButton>}
            </>
          }
        />
        <PlanTabs reader={reader} current={amendmentsPath.to()} />
        {may.see && (
          <Section id="drafts" title={say(texts.drafts)} lead={say(texts.draftsLead)}>
            <Drafts reader={reader} drafts={drafts} />
          </Section>
        )}
        <Section id="versions" title={say(texts.versions)}>
          <Versions reader={reader} rows={answer.versions} />
        </Section>
        {districts.length > 0 && (
          <Section id="districts" title={say(texts.rebasables)} lead={say(texts.rebaseLead)}>
            <Districts reader={reader} rows={districts} />
          </Section>
        )}
      </>
    ),
  }
})

function Drafts({ reader, drafts }: { reader: Reader; drafts: readonly Amendment[] }) {
  const { say } = reader
  return (
    <DataTable
      reader={reader}
      id="drafts-table"
      caption={say(texts.drafts)}
      captionUnseen
      rows={drafts}
      keyOf={(draft) => draft.id}
      empty={<EmptyState title={say(texts.noDrafts)} />}
      columns={[
        {
          key: 'symbol',
          label: say(texts.decision),
          rowHeader: true,
          render: (draft) => <a href={amendmentPath.to({ id: draft.id })}>{draft.symbol}</a>,
        },
        { key: 'title', label: say(texts.title), render: (draft) => say(draft.title) },
        { key: 'effective', label: say(texts.effectiveOn), render: (draft) => reader.date(draft.effectiveOn) },
        { key: 'changes', label: say(texts.changes), align: 'end', render: (draft) => draft.changes.length },
        {
          key: 'by',
          label: say(texts.draftedBy),
          render: (draft) => draft.draftedBy?.name ?? say(texts.operatorName),
        },
      ]}
    />
  )
}

function Versions({ reader, rows }: { reader: Reader; rows: readonly Version[] }) {
  const { say } = reader
  return (
    <DataTable
      reader={reader}
      id="versions-table"
      caption={say(texts.versions)}
      captionUnseen
      rows={rows}
      keyOf={(row) => String(row.number)}
      empty={null}
      columns={[
        {
          key: 'number',
          label: say(texts.versions),
          labelUnseen: true,
          rowHeader: true,
          size: 'small',
          render: (row) => (
            <a href={versionPath.to({ number: String(row.number) })}>
              {say(texts.versionTitle, { number: row.number })}
            </a>
          ),
        },
        { key: 'symbol', label: say(texts.decision), render: (row) => row.symbol },
        { key: 'title', label: say(texts.title), render: (row) => say(row.title) },
        { key: 'effective', label: say(texts.effectiveOn), render: (row) => reader.date(row.effectiveOn) },
        {
          key: 'changes',
          label: say(texts.changes),
          align: 'end',
          render: (row) => (row.kind === 'original' ? <span class="soft">–</span> : row.changes),
        },
        { key: 'published', label: say(texts.published), render: (row) => publishedText(reader, row) },
      ]}
    />
  )
}

function Districts({ reader, rows }: { reader: Reader; rows: readonly (TargetFact & { id: string })[] }) {
  const { say } = reader
  return (
    <DataTable
      reader={reader}
      id="districts-table"
      caption={say(texts.rebasables)}
      captionUnseen
      rows={rows}
      keyOf={(row) => row.id}
      empty={null}
      columns={[
        {
          key: 'ref',
          label: say(texts.ref),
          size: 'small',
          phone: 'plain',
          render: (row) => <a href={clauseHref(row.ref)}>{row.ref}</a>,
        },
        { key: 'subject', label: say(planTexts.target), rowHeader: true, render: (row) => say(row.subject) },
        { key: 'year', label: say(texts.year), align: 'end', render: (row) => row.year },
        {
          key: 'action',
          label: say(texts.actions),
          labelUnseen: true,
          render: (row) => <a href={convertPath.to({ id: row.id })}>{say(texts.rebase)}</a>,
        },
      ]}
    />
  )
}

async function newView(visit: Visit, typed: Typed = {}): Promise<View> {
  const reader = readerOf(visit.language)
  const { say } = reader
  // Who may not draft is told before anything is typed.
  await visit.perform(amendments, {})
  const form = { reader, ...typed }
  return {
    title: say(texts.newDraft),
    body: (
      <>
        <AmendmentTrail reader={reader} here={say(texts.newDraft)} />
        <PageHeader title={say(texts.newDraft)} lead={say(texts.newDraftLead)} />
        <Form form={form} action={newAmendmentPath.to()} formKey={newId()}>
          <HeadFields form={form} />
          <SubmitButton>{say(texts.save)}</SubmitButton>
        </Form>
      </>
    ),
  }
}

const newPage = view(newAmendmentPath, (visit) => newView(visit))
const newAction = action(newAmendmentPath, (visit) =>
  submit(visit, {
    operation: draftAmendment,
    input: ({ fields }) => fields,
    done: ({ id }) => visit.go(amendmentPath.to({ id }), texts.started),
    again: (problems, values) => newView(visit, { problems, values }),
  }),
)

export const routes: Route[] = [listPage, newPage, newAction]
