/** Amendments of the plan: what was published, what is being written, and the form that begins one. */
import { newId } from '#kernel/id.ts'
import { PageInput, pageOfRows } from '#kernel/page.ts'
import { action, type Route, submit, type View, type Visit, view } from '#platform/web/page.ts'
import type { Query } from '#platform/web/path.ts'
import { Form, type FormEntry, LinkButton, SubmitButton } from '#ui/form.tsx'
import { PageHeader, Section } from '#ui/layout.tsx'
import { fileOfList, type ListInput, readList, rowsOf } from '#ui/list-page.ts'
import { readerOf } from '#ui/reader.ts'
import { imports } from '../imports/import-list.operations.ts'
import { texts as importTexts } from '../imports/plan-imports.texts.ts'
import { amendmentPath, amendmentsPath, importsPath, newAmendmentPath } from '../paths.ts'
import { PlanTabs } from '../plan-tabs.view.tsx'
import { versions } from '../versions/versions.operations.ts'
import { texts } from '../versions/versions.texts.ts'
import { draftAmendment, listAmendments } from './amendment-drafts.operations.ts'
import { AmendmentTrail, HeadFields } from './amendment-form.view.tsx'
import { Districts, draftList, versionList } from './amendment-list.view.tsx'
import { rebasables } from './district-targets.operations.ts'

/** The lists of the page, each with its own place in the address. */
const hrefOf = (query: Query) => amendmentsPath.to(query)
const draftPlace = {
  ...{ list: draftList, rows: rowsOf(listAmendments), input: { state: 'draft' } },
  ...{ prefix: 'drafts', hrefOf },
}
const versionPlace = { list: versionList, rows: readVersions, prefix: 'versions', hrefOf }

/** Versions follow from each other, so they are read as a whole. */
async function readVersions(visit: Visit, page: ListInput) {
  const answer = await visit.perform(versions, {})
  return pageOfRows(answer.versions, ({ number }) => String(number), PageInput.parse(page))
}

const listPage = view(
  amendmentsPath,
  async (visit) => (await fileOfList(visit, draftPlace)) ?? (await fileOfList(visit, versionPlace)) ?? listView(visit),
)

async function listView(visit: Visit): Promise<View> {
  const reader = readerOf(visit.language)
  const { say } = reader
  const may = await visit.mayEach({
    draft: [draftAmendment],
    see: [listAmendments],
    rebase: [rebasables],
    imports: [imports],
  })
  const drafts = may.see && (await readList(visit, draftPlace))
  const published = await readList(visit, versionPlace)
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
        {drafts && (
          <Section id="drafts" title={say(texts.drafts)} lead={say(texts.draftsLead)}>
            {drafts.body}
          </Section>
        )}
        <Section id="versions" title={say(texts.versions)}>
          {published.body}
        </Section>
        {districts.length > 0 && (
          <Section id="districts" title={say(texts.rebasables)} lead={say(texts.rebaseLead)}>
            <Districts reader={reader} rows={districts} />
          </Section>
        )}
      </>
    ),
  }
}

async function newView(visit: Visit, entry: FormEntry = {}): Promise<View> {
  const reader = readerOf(visit.language)
  const { say } = reader
  // Who may not draft is told before anything is typed.
  await visit.perform(listAmendments, { limit: 1 })
  const form = { reader, ...entry }
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
