/** The form by which an amendment adds a duty, or replaces one in force. */
import { newId } from '#kernel/id.ts'
import { action, type Route, submit, type View, type Visit, view } from '#platform/web/page.ts'
import { DateField, SelectField, TextField } from '#ui/fields.tsx'
import { Form, type FormEntry, Hidden, SubmitButton } from '#ui/form.tsx'
import { PageHeader } from '#ui/layout.tsx'
import { readerOf } from '#ui/reader.ts'
import { amendmentPath, changeDutyPath } from '../paths.ts'
import { DutyRole } from '../plan.model.ts'
import { texts as planTexts } from '../plan.texts.ts'
import { texts } from '../versions/versions.texts.ts'
import { writeDuty } from './amendment-changes.operations.ts'
import { amendable, amendment } from './amendment-drafts.operations.ts'
import { AmendmentTrail, Seen } from './amendment-form.view.tsx'

type DutyVisit = Visit<'/plan/amendments/:id/duty'>

async function dutyView(visit: DutyVisit, entry: FormEntry = {}): Promise<View> {
  const reader = readerOf(visit.language)
  const { say } = reader
  const { amendment: draft } = await visit.perform(amendment, { id: visit.params.id })
  const { duties, agencies } = await visit.perform(amendable, {})
  const replaces = entry.values?.replaces ?? visit.query.replaces
  const old = duties.find((each) => each.id === replaces)
  const title = say(old ? texts.replaceDuty : texts.addDuty)
  const form = { reader, ...entry }
  const by = old?.deadline && 'by' in old.deadline ? old.deadline.by : undefined
  return {
    title,
    body: (
      <>
        <AmendmentTrail reader={reader} draft={draft} here={title} />
        <PageHeader title={title} lead={old && `${old.ref} · ${say(old.title)}`} />
        <Form form={form} action={changeDutyPath.to(visit.params)} formKey={newId()}>
          <Seen draft={draft} entry={entry} />
          {old && <Hidden name="replaces" value={old.id} />}
          <TextField form={form} name="ref" label={say(texts.ref)} hint={say(texts.refHint)} value={old?.ref} short />
          <TextField form={form} name="titleVi" label={say(texts.dutyTitle)} value={old?.title.vi} />
          <TextField form={form} name="titleEn" label={say(texts.subjectEn)} value={old?.title.en} optional />
          <SelectField
            form={form}
            name="agency"
            label={say(texts.agency)}
            value={old?.agency}
            options={Object.entries(agencies).map(([code, name]) => ({ value: code, label: name }))}
          />
          <SelectField
            form={form}
            name="role"
            label={say(planTexts.role)}
            value={old?.role ?? 'lead'}
            options={DutyRole.options.map((role) => ({ value: role, label: say(planTexts[`role-${role}`]) }))}
          />
          <DateField form={form} name="by" label={say(texts.by)} hint={say(texts.byHint)} value={by} optional />
          <SubmitButton>{say(texts.putIntoDraft)}</SubmitButton>
        </Form>
      </>
    ),
  }
}

const dutyPage = view(changeDutyPath, (visit) => dutyView(visit))

const dutyAction = action(changeDutyPath, (visit) =>
  submit(visit, {
    operation: writeDuty,
    input: ({ fields }) => ({ ...fields, amendment: visit.params.id }),
    done: ({ amendment: id }) => visit.go(`${amendmentPath.to({ id })}#changes`, texts.inDraft),
    again: (problems, values) => dutyView(visit, { problems, values }),
  }),
)

export const routes: Route[] = [dutyPage, dutyAction]
