/** The form that moves a target from districts to communes, by a decision, into an amendment. */
import { newId } from '#kernel/id.ts'
import { action, type Route, submit, type View, type Visit, view } from '#platform/web/page.ts'
import { Fieldset } from '#ui/choices.tsx'
import { SelectField } from '#ui/fields.tsx'
import { Form, type FormEntry, SubmitButton } from '#ui/form.tsx'
import { Facts, PageHeader } from '#ui/layout.tsx'
import { readerOf } from '#ui/reader.ts'
import { amendmentPath, clauseHref, convertPath } from '../paths.ts'
import { targetText } from '../target-progress.view.tsx'
import { texts } from '../versions/versions.texts.ts'
import { AmendmentTrail, HeadFields, seenIn } from './amendment-form.view.tsx'
import type { Amendment } from './amendments.model.ts'
import { convertTarget, rebasable } from './district-targets.operations.ts'
import { AskedFields, askedIn } from './target-change.pages.tsx'

async function convertView(visit: Visit<'/plan/targets/:id/rebase'>, entry: FormEntry = {}): Promise<View> {
  const reader = readerOf(visit.language)
  const { say } = reader
  const { target, indicator, parallels, drafts } = await visit.perform(rebasable, { target: visit.params.id })
  const { nameOf, chosen } = draftChoice(drafts, entry)
  const form = { reader, ...entry, values: entry.values && { ...entry.values, draft: chosen } }
  return {
    title: say(texts.rebase),
    body: (
      <>
        <AmendmentTrail reader={reader} here={say(texts.rebase)} />
        <PageHeader title={say(texts.rebase)} lead={say(texts.rebaseLead)} />
        <Facts
          items={[
            { label: say(texts.rebaseFrom), value: say(target.subject) },
            { label: say(texts.value), value: targetText(reader, indicator, target) },
            { label: say(texts.year), value: String(target.year) },
            { label: say(texts.ref), value: <a href={clauseHref(target.ref)}>{target.ref}</a> },
          ]}
        />
        <Form form={form} action={convertPath.to(visit.params)} formKey={newId()}>
          <SelectField
            form={form}
            name="indicator"
            label={say(texts.rebaseIndicator)}
            value={parallels[0]?.code}
            options={parallels.map(({ code, name }) => ({ value: code, label: say(name) }))}
          />
          <AskedFields form={form} old={target} empty />
          {drafts.length > 0 && (
            <SelectField
              form={form}
              name="draft"
              label={say(texts.rebaseDraft)}
              optional
              emptyLabel={say(texts.rebaseNewDraft)}
              value={chosen}
              options={drafts.map((draft) => ({
                value: nameOf(draft),
                label: `${draft.symbol} · ${say(draft.title)}`,
              }))}
            />
          )}
          <Fieldset form={form} legend={say(texts.decisionLegend)}>
            <HeadFields form={form} optional={drafts.length > 0} />
          </Fieldset>
          <SubmitButton>{say(texts.putIntoDraft)}</SubmitButton>
        </Form>
      </>
    ),
  }
}

/** The drafts to choose from, each named with the revision that was seen, and the one that is chosen. */
function draftChoice(drafts: readonly Amendment[], entry: FormEntry) {
  const [id, revision] = (entry.values?.draft ?? '').split(' ')
  const nameOf = (draft: Amendment) =>
    `${draft.id} ${(draft.id === id && seenIn(entry, revision)) || String(draft.revision)}`
  const chosen = drafts.find((draft) => draft.id === (entry.values ? id : drafts[0]?.id))
  return { nameOf, chosen: chosen ? nameOf(chosen) : '' }
}

const convertPage = view(convertPath, (visit) => convertView(visit))

const convertAction = action(convertPath, (visit) =>
  submit(visit, {
    operation: convertTarget,
    input: ({ fields }) => {
      const [draft, revision] = (fields.draft ?? '').split(' ')
      return { ...fields, draft, revision, target: visit.params.id, ...askedIn(visit.language, fields) }
    },
    done: ({ amendment }) => visit.go(`${amendmentPath.to({ id: amendment })}#changes`, texts.inDraft),
    again: (problems, values) => convertView(visit, { problems, values }),
  }),
)

export const routes: Route[] = [convertPage, convertAction]
