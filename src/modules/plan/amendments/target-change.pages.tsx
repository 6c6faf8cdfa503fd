/** The form by which an amendment adds a target, or replaces one in force. */
import { newId } from '#kernel/id.ts'
import type { Language } from '#kernel/language.ts'
import { readNumber } from '#kernel/number.ts'
import { action, type Route, submit, type View, type Visit, view } from '#platform/web/page.ts'
import { NumberField, SelectField, TextField } from '#ui/fields.tsx'
import { Form, type FormEntry, type FormState, Hidden, SubmitButton } from '#ui/form.tsx'
import { PageHeader } from '#ui/layout.tsx'
import { readerOf } from '#ui/reader.ts'
import { amendmentPath, changeTargetPath } from '../paths.ts'
import { Target } from '../plan.model.ts'
import type { TargetFact } from '../versions/versions.model.ts'
import { texts } from '../versions/versions.texts.ts'
import { writeTarget } from './amendment-changes.operations.ts'
import { amendable, amendment } from './amendment-drafts.operations.ts'
import { AmendmentTrail, Seen } from './amendment-form.view.tsx'

type TargetVisit = Visit<'/plan/amendments/:id/target'>

async function targetView(visit: TargetVisit, entry: FormEntry = {}): Promise<View> {
  const reader = readerOf(visit.language)
  const { say } = reader
  const { amendment: draft } = await visit.perform(amendment, { id: visit.params.id })
  const answer = await visit.perform(amendable, {})
  const replaces = entry.values?.replaces ?? visit.query.replaces
  const old = answer.targets.find((each) => each.id === replaces)
  const title = say(old ? texts.replaceTarget : texts.addTarget)
  const form = { reader, ...entry }
  return {
    title,
    body: (
      <>
        <AmendmentTrail reader={reader} draft={draft} here={title} />
        <PageHeader title={title} lead={old && `${old.ref} · ${say(old.subject)}`} />
        <Form form={form} action={changeTargetPath.to(visit.params)} formKey={newId()}>
          <Seen draft={draft} entry={entry} />
          {old && <Hidden name="replaces" value={old.id} />}
          <TextField form={form} name="ref" label={say(texts.ref)} hint={say(texts.refHint)} value={old?.ref} short />
          <TextField form={form} name="subjectVi" label={say(texts.subject)} value={old?.subject.vi} />
          <TextField form={form} name="subjectEn" label={say(texts.subjectEn)} value={old?.subject.en} optional />
          <SelectField
            form={form}
            name="indicator"
            label={say(texts.indicator)}
            value={old?.indicator}
            options={answer.indicators.indicators.map(({ code, name }) => ({ value: code, label: say(name) }))}
          />
          <TextField form={form} name="year" label={say(texts.year)} value={old && String(old.year)} short />
          <AskedFields form={form} old={old} />
          <SelectField
            form={form}
            name="mode"
            label={say(texts.mode)}
            value={old?.mode ?? 'reach'}
            options={Target.shape.mode.options.map((mode) => ({ value: mode, label: say(texts[`mode-${mode}`]) }))}
          />
          <SelectField
            form={form}
            name="group"
            label={say(texts.group)}
            value={old?.group}
            optional
            options={answer.groups.map(({ code, name }) => ({ value: code, label: `${code} · ${say(name)}` }))}
          />
          <SubmitButton>{say(texts.putIntoDraft)}</SubmitButton>
        </Form>
      </>
    ),
  }
}

/** How much a target asks: the comparison and its number. */
export function AskedFields({
  form,
  old,
  empty,
}: {
  form: FormState
  old?: Pick<TargetFact, 'comparator' | 'value'>
  empty?: boolean
}) {
  const { say } = form.reader
  return (
    <>
      <SelectField
        form={form}
        name="comparator"
        label={say(texts.comparator)}
        value={[...comparators].find(([, sign]) => sign === (old?.comparator ?? '>='))?.[0]}
        options={[...comparators].map(([value, sign]) => ({
          value,
          label: say(texts[`comparator-${sign}`]),
        }))}
      />
      <NumberField
        form={form}
        name="value"
        label={say(empty ? texts.rebaseValue : texts.number)}
        hint={say(texts.numberHint)}
        value={empty ? undefined : (old?.value ?? undefined)}
        decimals={2}
        optional
      />
    </>
  )
}

/** Comparisons as forms name them: a sign in a field is easily mangled on the way. */
const comparators: ReadonlyMap<string, TargetFact['comparator']> = new Map<string, TargetFact['comparator']>(
  Object.entries({
    'at-least': '>=',
    'more-than': '>',
    yes: 'yes',
  }),
)

/** How much is asked, as the fields have it. */
export function askedIn(language: Language, fields: Readonly<Record<string, string>>) {
  return {
    comparator: comparators.get(fields.comparator ?? '') ?? fields.comparator,
    value: numberOrText(language, fields.value),
  }
}

/** A typed number; null where nothing is typed. What cannot be read stays text, and is refused as no number. */
function numberOrText(language: Language, text: string | undefined): number | string | null {
  if (!text?.trim()) return null
  const number = readNumber(language, text)
  return number.ok ? number.value : text
}

const targetPage = view(changeTargetPath, (visit) => targetView(visit))

const targetAction = action(changeTargetPath, (visit) =>
  submit(visit, {
    operation: writeTarget,
    input: ({ fields }) => ({
      ...fields,
      amendment: visit.params.id,
      ...askedIn(visit.language, fields),
    }),
    done: ({ amendment: id }) => visit.go(`${amendmentPath.to({ id })}#changes`, texts.inDraft),
    again: (problems, values) => targetView(visit, { problems, values }),
  }),
)

export const routes: Route[] = [targetPage, targetAction]
