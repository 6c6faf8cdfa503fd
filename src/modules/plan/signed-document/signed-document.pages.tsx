/** The page where the city attaches the signed document, with the clauses that still lack their words. */
import { newId } from '#kernel/id.ts'
import { type Problem, ProblemError } from '#kernel/problem.ts'
import { fileAction, type Route, type View, type Visit, view } from '#platform/web/page.ts'
import { CheckboxField } from '#ui/choices.tsx'
import { FileField } from '#ui/fields.tsx'
import { Form, type FormState, SubmitButton } from '#ui/form.tsx'
import { Breadcrumbs, EmptyState, Facts, PageHeader, Section } from '#ui/layout.tsx'
import { type Reader, readerOf } from '#ui/reader.ts'
import { refName } from '../clause-names.rules.ts'
import { texts as importTexts } from '../imports/plan-imports.texts.ts'
import { clauseHref, documentPath, treePath } from '../paths.ts'
import { problems as planProblems, texts } from '../plan.texts.ts'
import { tree } from '../plan-in-force.operations.ts'
import { type Attached, attachDocument, documentInfo, documentUse } from './signed-document.operations.ts'

interface Again {
  readonly problems?: readonly Problem[]
  /** What came of a document that was attached just now. */
  readonly attached?: Attached
}

async function documentView(visit: Visit, { problems = [], attached }: Again = {}): Promise<View> {
  const reader = readerOf(visit.language)
  const { say } = reader
  const { document } = await visit.perform(documentInfo, {})
  const mayAttach = await visit.may(attachDocument)
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
        {attached && <Notes reader={reader} attached={attached} />}
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

const mostNotes = 200

/** What the reader could not read or left out, as where a plan is imported. */
function Notes({ reader, attached }: { reader: Reader; attached: Attached }) {
  const { say } = reader
  const { notes, matched, clauses } = attached
  return (
    <Section id="notes" title={say(texts.attached, { matched, clauses })} lead={say(texts.fileNotesLead)}>
      <ul class="list">
        {notes.slice(0, mostNotes).map(({ kind, line, endLine, text, near }) => (
          <li key={`${kind} ${line} ${text}`}>
            {say(importTexts.lineNumber, { line: endLine > line ? `${line}–${endLine}` : String(line) })}:{' '}
            {say(importTexts[`doubt-${kind}`])}
            {(text || near) && <small class="verbatim">{text || near}</small>}
          </li>
        ))}
        {notes.length > mostNotes && <li>{say(texts.moreNotes, { count: notes.length - mostNotes })}</li>}
      </ul>
    </Section>
  )
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

const attachAction = fileAction(documentPath, documentUse, async (visit) => {
  const { file, fields } = await visit.form()
  try {
    if (!file) throw new ProblemError(planProblems.noFile({}, ['file']))
    const attached = await visit.perform(attachDocument, {
      file,
      convertsLetters: fields.convertsLetters === 'true',
    })
    if (attached.notes.length > 0) return documentView(visit, { attached })
    return visit.go(documentPath.to(), texts.attached, { matched: attached.matched, clauses: attached.clauses })
  } catch (error) {
    // What another file could mend is said on the form; everything else goes to the page of problems.
    if (!(error instanceof ProblemError) || ![413, 415, 422, 507].includes(error.status)) throw error
    const again = await documentView(visit, { problems: error.problems })
    return { ...again, status: error.status, isInvalid: true }
  }
})

export const routes: Route[] = [documentPage, attachAction]
