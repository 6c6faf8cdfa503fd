/** The pages of a table import, for whichever module takes one in: the way in, how it stands, its file with marks, its template. */
import { newId } from '#kernel/id.ts'
import type { Words } from '#kernel/language.ts'
import { type Problem, ProblemError } from '#kernel/problem.ts'
import { download, formatAsked } from '#platform/documents/download.ts'
import { problems as platformProblems } from '#platform/problems.ts'
import {
  type AnyTableImport,
  markedAnswer,
  type RowProblem,
  type TableImport,
  tableUse,
} from '#platform/table-import/index.ts'
import { problems as importProblems } from '#platform/table-import/problems.ts'
import { type Answer, action, fileAction, type Route, type View, type Visit, view } from '#platform/web/page.ts'
import { FileField } from '#ui/fields.tsx'
import { Form, type FormState, SubmitButton } from '#ui/form.tsx'
import { Breadcrumbs, Facts, PageHeader, Section } from '#ui/layout.tsx'
import { fileOfList, type ListPlace, readList, rowsOf } from '#ui/list-page.ts'
import { readerOf } from '#ui/reader.ts'
import { HistorySection } from '#ui/workflow.tsx'
import { importList, problemList } from './import-lists.tsx'
import { ImportFacts, NextSteps, PreviewSection } from './import-views.tsx'
import { type ImportStep, stepTexts, texts } from './texts.ts'

/** Where the pages stand: what leads to them. */
export interface ImportPlace {
  readonly trail: (visit: Visit) => readonly { readonly href: string; readonly label: string }[]
}

export function importPages(kind: AnyTableImport, place: ImportPlace): Route[] {
  const { paths, operations } = kind
  return [
    view(paths.list, async (visit) => (await fileOfList(visit, importsAt(kind))) ?? listView(visit, kind, place)),
    fileAction(paths.list, tableUse, (visit) => take(visit, kind, place)),
    view(paths.template, (visit) => templateOf(visit, kind)),
    view(paths.one, async (visit) => {
      const { id } = visit.params
      return (await fileOfList(visit, problemsAt(kind, id))) ?? oneView(visit, kind, place)
    }),
    action(paths.one, async (visit) => {
      const { id } = visit.params
      const { step } = (await visit.form()).fields
      const made = await visit.perform(operations.step, { id, step })
      const done = stepWords.get(step ?? '') ?? texts.undone
      return visit.go(paths.one.to({ id }), done, { count: made.undoneCount })
    }),
    view(paths.marked, async (visit) => {
      const { id } = visit.params
      const made = await visit.perform(operations.state, { id })
      const { facts } = made
      if (!facts) throw new ProblemError(platformProblems.notFound())
      const problems = await allProblems(visit, kind, id)
      const heading = visit.say(texts.markedHeading)
      const { language } = visit
      return markedAnswer(visit.engine, { kind, made: { ...made, facts }, problems, language, heading })
    }),
  ]
}

const stepWords = new Map<string, Words>([
  ['confirm', texts.confirmed],
  ['continue', texts.confirmed],
  ['cancel', texts.cancelled],
  ['stop', texts.stopped],
])

/** As many as are kept; each page of them is read by its key. */
async function allProblems(visit: Visit, { operations }: AnyTableImport, id: string): Promise<RowProblem[]> {
  const all: RowProblem[] = []
  let after: string | undefined
  do {
    const page = await visit.perform(operations.problems, { id, after, limit: 1000 })
    all.push(...page.rows)
    after = page.next
  } while (after !== undefined)
  return all
}

interface ListShown {
  readonly problems?: readonly Problem[]
}

async function listView(
  visit: Visit,
  kind: AnyTableImport,
  { trail }: ImportPlace,
  shown: ListShown = {},
): Promise<View> {
  const reader = readerOf(visit.language)
  const { say } = reader
  const { body, status } = await readList(visit, importsAt(kind))
  const title = say(kind.title)
  return {
    title,
    status,
    body: (
      <>
        <Breadcrumbs reader={reader} trail={[...trail(visit), { label: title }]} />
        <PageHeader title={title} lead={say(kind.lead)} />
        <UploadForm form={{ reader, ...shown }} kind={kind} />
        <Section id="imports" title={say(texts.before)}>
          {body}
        </Section>
      </>
    ),
  }
}

const accepted = '.csv,.tsv,.txt,.xlsx,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

function UploadForm({ form, kind }: { form: FormState; kind: AnyTableImport }) {
  const { say, language } = form.reader
  const labels = (isNeeded: boolean) =>
    kind.columns.filter((column) => (column.isNeeded ?? false) === isNeeded).map(({ label }) => label[language])
  const others = labels(false)
  return (
    <Section id="upload" title={say(texts.upload)}>
      <Facts
        items={[
          { label: say(texts.neededColumns), value: labels(true).join('; ') },
          ...(others.length > 0 ? [{ label: say(texts.otherColumns), value: others.join('; ') }] : []),
          {
            label: say(texts.template),
            value: (['xlsx', 'csv'] as const).map((file) => (
              <span key={file}>
                <a href={kind.paths.template.to({ file })} download>
                  {file.toUpperCase()}
                </a>{' '}
              </span>
            )),
          },
        ]}
      />
      <Form form={form} action={kind.paths.list.to()} formKey={newId()} files>
        <FileField
          form={form}
          name="file"
          label={say(texts.file)}
          hint={say(texts.fileHint, { most: kind.mostRows })}
          accept={accepted}
        />
        <SubmitButton>{say(texts.send)}</SubmitButton>
      </Form>
    </Section>
  )
}

function importsAt(kind: AnyTableImport): ListPlace<TableImport, AnyTableImport> {
  const { operations, paths } = kind
  return {
    list: importList,
    rows: rowsOf(operations.list),
    extra: kind,
    hrefOf: (query) => `${paths.list.to(query)}#imports`,
  }
}

function problemsAt({ operations, paths }: AnyTableImport, id: string): ListPlace<RowProblem, undefined> {
  return {
    list: problemList,
    rows: rowsOf(operations.problems),
    input: { id },
    hrefOf: (query) => `${paths.one.to({ id }, query)}#wrong`,
  }
}

async function take(visit: Visit, kind: AnyTableImport, place: ImportPlace): Promise<View | Response> {
  const { file } = await visit.form()
  try {
    if (!file) throw new ProblemError(importProblems.fileMissing({}, ['file']))
    const { id } = await visit.perform(kind.operations.take, { file })
    return visit.go(kind.paths.one.to({ id }), texts.sent)
  } catch (error) {
    if (!(error instanceof ProblemError) || ![413, 415, 422, 507].includes(error.status)) throw error
    const problems = error.problems.map((problem) => ({ ...problem, path: ['file'] }))
    return { ...(await listView(visit, kind, place, { problems })), status: error.status, isInvalid: true }
  }
}

const refreshSeconds = 3

async function oneView(visit: Visit<`${string}/:id`>, kind: AnyTableImport, { trail }: ImportPlace): Promise<View> {
  const reader = readerOf(visit.language)
  const { say } = reader
  const { id } = visit.params
  const made = await visit.perform(kind.operations.state, { id })
  const wrong = await readList(visit, problemsAt(kind, id))
  const { facts, state, fileName, problemCount, wrongRowCount } = made
  // Without script as well: the page looks again while somebody works on it.
  if (state === 'reading' || state === 'storing') visit.http.header('Refresh', String(refreshSeconds))
  const list = { href: kind.paths.list.to(), label: say(kind.title) }
  return {
    title: fileName,
    width: 'wide',
    body: (
      <>
        <Breadcrumbs reader={reader} trail={[...trail(visit), list, { label: fileName }]} />
        <PageHeader title={fileName} />
        <ImportFacts reader={reader} made={made} />
        <NextSteps reader={reader} kind={kind} made={made} today={visit.today} />
        {problemCount > 0 && (
          <Section
            id="wrong"
            title={say(texts.wrong)}
            lead={say(texts.wrongLead, { rows: wrongRowCount, count: problemCount })}
            actions={
              <a class="button" href={kind.paths.marked.to({ id })} download>
                {say(texts.marked)}
              </a>
            }
          >
            {wrong.body}
          </Section>
        )}
        {facts && <PreviewSection reader={reader} kind={kind} facts={facts} />}
        <HistorySection
          reader={reader}
          history={made.history}
          textOf={({ step }) => say(stepTexts[step as ImportStep])}
        />
      </>
    ),
  }
}

async function templateOf(visit: Visit<`${string}/:file`>, kind: AnyTableImport): Promise<Answer> {
  const format = formatAsked(visit.params.file)
  if (!format || format === 'json' || !(await visit.may(kind.operations.take))) {
    throw new ProblemError(platformProblems.notFound())
  }
  const title = visit.say(kind.title)
  const columns = kind.columns.map(({ key, label }) => ({ key, header: label.vi, width: 20, kind: 'text' as const }))
  const name = kind.name.replaceAll(/[^a-z]+/gi, '-').toLowerCase()
  return download(format, { name, title, columns, rows: [] })
}
