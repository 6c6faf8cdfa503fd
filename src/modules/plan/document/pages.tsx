/** The page where the city attaches the signed document, with the clauses that still lack their words. */
import { newId } from '#kernel/id.ts'
import { type Problem, ProblemError } from '#kernel/problem.ts'
import { fileAction, type Route, type View, type Visit, view } from '#platform/web/page.ts'
import { CheckboxField } from '#ui/choices.tsx'
import { FileField } from '#ui/fields.tsx'
import { Form, type FormState, SubmitButton } from '#ui/form.tsx'
import { Breadcrumbs, EmptyState, Facts, PageHeader, Section } from '#ui/layout.tsx'
import { type Reader, readerOf } from '#ui/reader.ts'
import { refName } from '../naming/rules.ts'
import { tree } from '../operations.ts'
import { clauseHref, documentPath, treePath } from '../pages.tsx'
import { problems as planProblems, texts } from '../texts.ts'
import { attachDocument, documentInfo } from './operations.ts'

async function documentView(visit: Visit, problems: readonly Problem[] = []): Promise<View> {
  const reader = readerOf(visit.language)
  const { say } = reader
  const { document, mayAttach } = await visit.perform(documentInfo, {})
  const { clauses } = await visit.perform(tree, {})
  const without = document ? clauses.filter((clause) => clause.text === null) : []
  return {
    title: say(texts.attach),
    body: (
      <>
        <Breadcrumbs
          reader={reader}
          trail={[{ href: treePath.to(), label: say(texts.plan) }, { label: say(texts.attach) }]}
        />
        <PageHeader title={say(texts.attach)} lead={say(texts.attachLead)} />
        {document && (
          <Facts
            items={[
              { label: say(texts.attachedFile), value: document.fileName },
              { label: say(texts.from), value: reader.instant(new Date(document.attachedAt)) },
              {
                label: say(texts.clauses),
                value: say(texts.attached, { matched: document.clauses, clauses: clauses.length }),
              },
            ]}
          />
        )}
        {mayAttach ? (
          <AttachForm reader={reader} problems={problems} />
        ) : (
          <EmptyState title={say(texts.onlyApprovers)} />
        )}
        {without.length > 0 && (
          <Section id="without" title={say(texts.clausesWithout)}>
            <ul class="list">
              {without.map((clause) => (
                <li key={clause.ref}>
                  <a href={clauseHref(clause.ref)}>{refName(say, clause.ref)}</a> {say(clause.title)}
                </li>
              ))}
            </ul>
          </Section>
        )}
      </>
    ),
  }
}

function AttachForm({ reader, problems }: { reader: Reader; problems: readonly Problem[] }) {
  const form = { reader, problems }
  return (
    <Form form={form} action={documentPath.to()} formKey={newId()} files>
      <FileField
        form={form}
        name="file"
        label={reader.say(texts.file)}
        hint={reader.say(texts.fileHint)}
        accept=".docx,.txt,text/plain,application/vnd.openxmlformats-officedocument.wordprocessingml.document"
      />
      <LettersField form={form} />
      <SubmitButton>{reader.say(texts.send)}</SubmitButton>
    </Form>
  )
}

/** Asks whether letters of before Unicode may be converted. */
export function LettersField({ form }: { form: FormState }) {
  const { say } = form.reader
  return (
    <CheckboxField
      form={form}
      name="convertsLetters"
      label={say(texts.convertsLetters)}
      hint={say(texts.convertsLettersHint)}
    />
  )
}

const documentPage = view(documentPath, (visit) => documentView(visit))

const attachAction = fileAction(documentPath, async (visit) => {
  const { files, fields } = await visit.form()
  const { file } = files
  try {
    if (!file) throw new ProblemError(planProblems.noFile({}, ['file']))
    const content = Buffer.from(await file.arrayBuffer()).toString('base64')
    const { matched, clauses } = await visit.perform(attachDocument, {
      fileName: file.name,
      content,
      convertsLetters: fields.convertsLetters === 'true',
    })
    return visit.go(documentPath.to(), texts.attached, { matched, clauses })
  } catch (error) {
    // What another file could mend is said on the form; everything else goes to the page of problems.
    if (!(error instanceof ProblemError) || ![413, 415, 422, 507].includes(error.status)) throw error
    const again = await documentView(visit, error.problems)
    return { ...again, status: error.status, isInvalid: true }
  }
})

export const routes: Route[] = [documentPage, attachAction]
