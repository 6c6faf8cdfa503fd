/** The form by which an amendment gives a clause another short title. */
import { newId } from '#kernel/id.ts'
import { action, type Route, submit, type View, type Visit, view } from '#platform/web/page.ts'
import { TextField } from '#ui/fields.tsx'
import { Form, type FormEntry, Hidden, SubmitButton } from '#ui/form.tsx'
import { PageHeader } from '#ui/layout.tsx'
import { readerOf } from '#ui/reader.ts'
import { amendmentPath, changeClausePath } from '../paths.ts'
import { texts } from '../versions/versions.texts.ts'
import { retitleClause } from './amendment-changes.operations.ts'
import { amendable, amendment } from './amendment-drafts.operations.ts'
import { AmendmentTrail, Seen } from './amendment-form.view.tsx'

type ClauseVisit = Visit<'/plan/amendments/:id/clause'>

async function clauseView(visit: ClauseVisit, entry: FormEntry = {}): Promise<View> {
  const reader = readerOf(visit.language)
  const { say } = reader
  const { amendment: draft } = await visit.perform(amendment, { id: visit.params.id })
  const ref = entry.values?.ref ?? visit.query.ref ?? ''
  const { clauses } = await visit.perform(amendable, {})
  const clause = clauses.find((each) => each.ref === ref)
  const title = say(texts.retitle, { ref })
  const form = { reader, ...entry }
  return {
    title,
    body: (
      <>
        <AmendmentTrail reader={reader} draft={draft} here={title} />
        <PageHeader title={title} lead={clause && say(clause.title)} />
        <Form form={form} action={changeClausePath.to(visit.params)} formKey={newId()}>
          <Seen draft={draft} entry={entry} />
          <Hidden name="ref" value={ref} />
          <TextField form={form} name="titleVi" label={say(texts.name)} value={clause?.title.vi} />
          <TextField form={form} name="titleEn" label={say(texts.subjectEn)} value={clause?.title.en} optional />
          <SubmitButton>{say(texts.putIntoDraft)}</SubmitButton>
        </Form>
      </>
    ),
  }
}

const clausePage = view(changeClausePath, (visit) => clauseView(visit))

const clauseAction = action(changeClausePath, (visit) =>
  submit(visit, {
    operation: retitleClause,
    input: ({ fields }) => ({ ...fields, amendment: visit.params.id }),
    done: ({ amendment: id }) => visit.go(`${amendmentPath.to({ id })}#changes`, texts.inDraft),
    again: (problems, values) => clauseView(visit, { problems, values }),
  }),
)

export const routes: Route[] = [clausePage, clauseAction]
