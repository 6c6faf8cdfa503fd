/** The page on which a second person publishes a reviewed document. */
import { newId } from '#kernel/id.ts'
import { action, type Route, submit, type View, type Visit, view } from '#platform/web/page.ts'
import { SelectField } from '#ui/fields.tsx'
import { Form, type FormEntry, Hidden, SubmitButton } from '#ui/form.tsx'
import { EmptyState, PageHeader } from '#ui/layout.tsx'
import { readerOf } from '#ui/reader.ts'
import { HeadFields } from '../amendments/amendment-form.view.tsx'
import { importPublishPath, versionPath } from '../paths.ts'
import { planImport } from './import-drafts.operations.ts'
import { publishImport } from './import-publication.operations.ts'
import { ImportTrail } from './import-trail.view.tsx'
import { texts } from './plan-imports.texts.ts'

async function publishView(visit: Visit<'/plan/imports/:id/publish'>, entry: FormEntry = {}): Promise<View> {
  const reader = readerOf(visit.language)
  const { say } = reader
  const answer = await visit.perform(planImport, { id: visit.params.id, filter: 'undecided' })
  const { counts, plan } = answer
  const hindrance = answer.hindrances.publish
  const form = { reader, ...entry }
  return {
    title: say(texts.publish),
    body: (
      <>
        <ImportTrail reader={reader} id={visit.params.id} here={say(texts.publish)} />
        <PageHeader title={say(texts.publish)} lead={say(texts.publishLead)} />
        <p class="meta">
          {say(texts.leftOf, { doubtful: counts.doubtful, undecided: counts.undecided, pieces: counts.pieces })}{' '}
          {plan && say(plan.isOther ? texts.isOther : texts.amends, { symbol: plan.symbol })}
        </p>
        {hindrance === undefined ? (
          <Form form={form} action={importPublishPath.to(visit.params)} formKey={newId()}>
            <Hidden name="version" value={answer.version} />
            {plan ? (
              <HeadFields form={form} />
            ) : (
              <SelectField
                form={form}
                name="standingAgency"
                label={say(texts.standingAgency)}
                options={answer.agencies.map(({ code, name }) => ({ value: code, label: name }))}
              />
            )}
            <SubmitButton>{say(texts.publish)}</SubmitButton>
          </Form>
        ) : (
          <EmptyState title={say(hindrance)} />
        )}
      </>
    ),
  }
}

const publishPage = view(importPublishPath, (visit) => publishView(visit))

const publishAction = action(importPublishPath, (visit) =>
  submit(visit, {
    operation: publishImport,
    input: ({ fields }) => ({ ...fields, id: visit.params.id }),
    done: ({ number }) => visit.go(versionPath.to({ number: String(number) }), texts.publishedNow, { number }),
    again: (problems, values) => publishView(visit, { problems, values }),
  }),
)

export const routes: Route[] = [publishPage, publishAction]
