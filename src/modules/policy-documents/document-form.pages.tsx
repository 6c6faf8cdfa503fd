/** How a directing document comes in: the form in which one is recorded and corrected, and the import of many. */
import { newId } from '#kernel/id.ts'
import type { Problem } from '#kernel/problem.ts'
import { fileAction, type Form as Posted, type Route, submit, type View, type Visit, view } from '#platform/web/page.ts'
import { CheckboxField } from '#ui/choices.tsx'
import { DateField, FileField, SelectField, TextArea, TextField } from '#ui/fields.tsx'
import { Form, type FormState, Hidden, SubmitButton } from '#ui/form.tsx'
import { Breadcrumbs, PageHeader } from '#ui/layout.tsx'
import { readerOf } from '#ui/reader.ts'
import { importPages } from '#ui/table-import/import-pages.tsx'
import { documentImport } from './document-import.operations.ts'
import { add, document, documentFileUse, edit, kinds, list } from './document-records.operations.ts'
import type { DocumentKind, PolicyDocument } from './model.ts'
import { documentPath, documentsPath, editDocumentPath, newDocumentPath } from './paths.ts'
import { texts } from './texts.ts'

/** What a form of a document begins with and comes back with. */
interface Again {
  readonly values?: Posted['fields']
  readonly problems?: readonly Problem[]
}

const newPage = view(newDocumentPath, (visit) => showForm(visit, { unit: visit.query.unit ?? '' }))
const editPage = view(editDocumentPath, async (visit) => showForm(visit, await visit.perform(document, visit.params)))

async function showForm(
  visit: Visit,
  of: PolicyDocument | { readonly unit: string },
  again: Again = {},
): Promise<View> {
  const { say, ...reader } = readerOf(visit.language)
  const stored = 'id' in of ? of : undefined
  const unit = 'id' in of ? of.unit.code : of.unit
  const form = { reader: { say, ...reader }, ...again }
  const title = stored ? say(texts.editTitle, { number: stored.number }) : say(texts.add)
  const others = (await visit.perform(list, { unit: unit || undefined, limit: 200 })).rows.filter(
    ({ id }) => id !== stored?.id,
  )
  const at = stored ? editDocumentPath.to({ id: stored.id }) : newDocumentPath.to({ unit })
  return {
    title,
    isInvalid: Boolean(again.problems?.length),
    body: (
      <>
        <Breadcrumbs
          reader={form.reader}
          trail={[{ href: documentsPath.to(), label: say(texts.documents) }, { label: title }]}
        />
        <PageHeader title={title} />
        <Form form={form} action={at} formKey={newId()} files>
          {stored ? (
            <Hidden name="version" value={again.values?.version ?? String(stored.version)} />
          ) : (
            <TextField form={form} name="unit" label={say(texts.issuerCode)} value={unit} short />
          )}
          <DocumentFields form={form} stored={stored} kinds={await visit.perform(kinds, {})} others={others} />
          <SubmitButton>{say(texts.save)}</SubmitButton>
        </Form>
      </>
    ),
  }
}

interface FieldsProps {
  readonly form: FormState
  readonly stored?: PolicyDocument
  readonly kinds: readonly DocumentKind[]
  readonly others: readonly PolicyDocument[]
}

function DocumentFields({ form, stored, kinds: known, others }: FieldsProps) {
  const { say, date } = form.reader
  const kindOptions = known.map(({ code, name }) => ({ value: code, label: say(name) }))
  const otherOptions = others.map(({ id, number, issuedOn }) => ({ value: id, label: `${number} (${date(issuedOn)})` }))
  const { fileName } = stored ?? {}
  return (
    <>
      <TextField
        form={form}
        name="number"
        label={say(texts.number)}
        hint={say(texts.numberHint)}
        value={stored?.number}
        short
      />
      <DateField form={form} name="issuedOn" label={say(texts.issuedOn)} value={stored?.issuedOn} />
      <SelectField form={form} name="kind" label={say(texts.kind)} value={stored?.kind} options={kindOptions} />
      <TextArea form={form} name="title" label={say(texts.title)} value={stored?.title} rows={3} />
      <CheckboxField
        form={form}
        name="isPublic"
        label={say(texts.isPublic)}
        hint={say(texts.isPublicHint)}
        checked={stored?.isPublic ?? true}
      />
      <FileField
        form={form}
        name="file"
        label={say(texts.file)}
        hint={fileName ? say(texts.fileStays, { name: fileName }) : say(texts.fileHint)}
        accept=".pdf,.docx,.png,.jpg,.jpeg"
        optional
      />
      <SelectField
        form={form}
        name="replacedBy"
        label={say(texts.replacing)}
        hint={say(texts.replacingHint)}
        value={stored?.replacedBy?.id}
        options={otherOptions}
        emptyLabel={say(texts.notReplaced)}
        optional
      />
      <DateField form={form} name="endedOn" label={say(texts.endedOn)} value={stored?.endedOn ?? undefined} optional />
    </>
  )
}

function inputOf({ fields, file }: Posted) {
  return { ...fields, isPublic: fields.isPublic === 'true', file }
}

const addAction = fileAction(newDocumentPath, documentFileUse, async (visit) => {
  return submit(visit, {
    operation: add,
    input: inputOf,
    done: ({ id }) => visit.go(documentPath.to({ id }), texts.saved),
    again: (problems, values) => showForm(visit, { unit: values.unit ?? '' }, { problems, values }),
  })
})

const editAction = fileAction(editDocumentPath, documentFileUse, async (visit) => {
  return submit(visit, {
    operation: edit,
    input: (form) => ({ ...inputOf(form), ...visit.params }),
    done: () => visit.go(documentPath.to(visit.params), texts.saved),
    again: async (problems, values) =>
      showForm(visit, await visit.perform(document, visit.params), { problems, values }),
  })
})

const imports = importPages(documentImport, {
  trail: ({ say }) => [{ href: documentsPath.to(), label: say(texts.documents) }],
})

export const routes: Route[] = [newPage, addAction, editPage, editAction, ...imports]
