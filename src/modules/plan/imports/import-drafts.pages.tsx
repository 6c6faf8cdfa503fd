/** Documents of plans: uploading one, and the list of those under review. */
import { newId } from '#kernel/id.ts'
import { type Problem, ProblemError } from '#kernel/problem.ts'
import { fileAction, type Route, type View, type Visit, view } from '#platform/web/page.ts'
import { FileField } from '#ui/fields.tsx'
import { Form, SubmitButton } from '#ui/form.tsx'
import { Breadcrumbs, PageHeader, Section } from '#ui/layout.tsx'
import { type ListPlace, readList, rowsOf } from '#ui/list-page.ts'
import { type Reader, readerOf } from '#ui/reader.ts'
import { Mark } from '#ui/status.tsx'
import { importPath, importsPath, treePath } from '../paths.ts'
import { problems as planProblems, texts as planTexts } from '../plan.texts.ts'
import { LettersField } from '../signed-document/signed-document.pages.tsx'
import { importPlan } from './import-drafts.operations.ts'
import { imports, type ListedImport } from './import-list.operations.ts'
import { planFileUse } from './plan-file.operations.ts'
import type { PlanImport } from './plan-imports.model.ts'
import { texts } from './plan-imports.texts.ts'

async function listView(visit: Visit, problems: readonly Problem[] = []): Promise<View> {
  const reader = readerOf(visit.language)
  const { say } = reader
  const listing = await readList(visit, importList)
  const form = { reader, problems }
  return {
    title: say(texts.imports),
    body: (
      <>
        <Breadcrumbs
          reader={reader}
          trail={[{ href: treePath.to(), label: say(planTexts.plan) }, { label: say(texts.imports) }]}
        />
        <PageHeader title={say(texts.imports)} lead={say(texts.importsLead)} />
        <Form form={form} action={importsPath.to()} formKey={newId()} files>
          <FileField
            form={form}
            name="file"
            label={say(texts.file)}
            hint={say(texts.fileHint)}
            accept=".txt,.docx,text/plain"
          />
          <LettersField form={form} />
          <SubmitButton>{say(texts.upload)}</SubmitButton>
        </Form>
        <Section id="list" title={say(texts.list)}>
          {listing.body}
        </Section>
      </>
    ),
  }
}

const importList: ListPlace<ListedImport, undefined> = {
  list: {
    id: 'imports',
    caption: texts.list,
    keyOf: (row) => row.id,
    rowsPerPage: 50,
    empty: ({ reader }) => ({ title: reader.say(texts.noImports), hint: reader.say(texts.noImportsHint) }),
    columns: [
      {
        key: 'file',
        label: texts.fileName,
        rowHeader: true,
        render: (row) => <a href={importPath.to({ id: row.id })}>{row.fileName}</a>,
      },
      { key: 'symbol', label: texts.symbol, render: (row) => row.symbol ?? '–' },
      { key: 'by', label: texts.uploadedBy, render: (row) => row.createdBy?.name ?? '–' },
      {
        key: 'decided',
        label: texts.decided,
        align: 'end',
        render: (row, { reader }) => reader.number(row.decided),
      },
      {
        key: 'state',
        label: texts.state,
        render: (row, { reader }) => <StateMark reader={reader} state={row.state} />,
      },
    ],
  },
  rows: rowsOf(imports),
  hrefOf: (query) => `${importsPath.to(query)}#list`,
}

export function StateMark({ reader, state }: { reader: Reader; state: PlanImport['state'] }) {
  const tones = { open: 'note', published: 'good', discarded: 'none' } as const
  return (
    <Mark tone={tones[state]} shape={state === 'open' ? 'pen' : undefined}>
      {reader.say(texts[`state-${state}`])}
    </Mark>
  )
}

const listPage = view(importsPath, (visit) => listView(visit))

const uploadAction = fileAction(importsPath, planFileUse, async (visit) => {
  const { file, fields } = await visit.form()
  try {
    if (!file) throw new ProblemError(planProblems.noFile({}, ['file']))
    const { id, counts } = await visit.perform(importPlan, {
      file,
      convertsLetters: fields.convertsLetters === 'true',
    })
    return visit.go(importPath.to({ id }), texts.read, { pieces: counts.pieces, doubtful: counts.doubtful })
  } catch (error) {
    // What another file could mend is said on the form; everything else goes to the page of problems.
    if (!(error instanceof ProblemError) || ![413, 415, 422, 507].includes(error.status)) throw error
    const again = await listView(visit, error.problems)
    return { ...again, status: error.status, isInvalid: true }
  }
})

export const routes: Route[] = [listPage, uploadAction]
