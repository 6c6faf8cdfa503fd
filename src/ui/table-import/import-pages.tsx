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
import { Breadcrumbs, EmptyState, Facts, PageHeader, Pagination, Section } from '#ui/layout.tsx'
import { readerOf } from '#ui/reader.ts'
import { DataTable } from '#ui/table.tsx'
import { words } from '#ui/words.ts'
import { ImportFacts, NextSteps, PreviewSection, ProblemTable, StateMark } from './import-views.tsx'
import { texts } from './texts.ts'

/** Where the pages stand: what leads to them. */
export interface ImportPlace {
  readonly trail: (visit: Visit) => readonly { readonly href: string; readonly label: string }[]
}

export function importPages(kind: AnyTableImport, place: ImportPlace): Route[] {
  const { paths, operations } = kind
  return [
    view(paths.list, (visit) => listView(visit, kind, place)),
    fileAction(paths.list, tableUse, (visit) => take(visit, kind, place)),
    view(paths.template, (visit) => templateOf(visit, kind)),
    view(paths.one, (visit) => oneView(visit, kind, place)),
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
  const { after } = visit.query
  const page = await visit.perform(kind.operations.list, { after, limit: 50 })
  const title = say(kind.title)
  return {
    title,
    body: (
      <>
        <Breadcrumbs reader={reader} trail={[...trail(visit), { label: title }]} />
        <PageHeader title={title} lead={say(kind.lead)} />
        <UploadForm form={{ reader, ...shown }} kind={kind} />
        <Section id="imports" title={say(texts.before)}>
          <ImportsTable form={{ reader }} kind={kind} rows={page.rows} />
          {(after || page.next) && (
            <Pagination
              reader={reader}
              text={say(words.shown, { count: page.rows.length })}
              firstHref={after ? kind.paths.list.to() : undefined}
              nextHref={page.next && kind.paths.list.to({ after: page.next })}
            />
          )}
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

function ImportsTable({ form, kind, rows }: { form: FormState; kind: AnyTableImport; rows: readonly TableImport[] }) {
  const { reader } = form
  const { say, number, instant } = reader
  return (
    <DataTable
      reader={reader}
      id="imports-table"
      caption={say(texts.before)}
      captionUnseen
      rows={rows}
      keyOf={({ id }) => id}
      empty={<EmptyState title={say(texts.noneBefore)} />}
      columns={[
        {
          key: 'file',
          label: say(texts.file),
          rowHeader: true,
          render: ({ id, fileName }) => <a href={kind.paths.one.to({ id })}>{fileName}</a>,
        },
        { key: 'state', label: say(texts.state), render: ({ state }) => <StateMark reader={reader} state={state} /> },
        { key: 'rows', label: say(texts.rows), align: 'end', render: ({ rowCount }) => number(rowCount) },
        { key: 'stored', label: say(texts.storedRows), align: 'end', render: (row) => number(row.storedCount) },
        { key: 'by', label: say(texts.who), render: ({ by }) => by },
        { key: 'at', label: say(texts.when), render: ({ createdAt }) => instant(createdAt) },
      ]}
    />
  )
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

const problemsShown = 100
const refreshSeconds = 3

async function oneView(visit: Visit<`${string}/:id`>, kind: AnyTableImport, { trail }: ImportPlace): Promise<View> {
  const reader = readerOf(visit.language)
  const { say } = reader
  const { id } = visit.params
  const { after } = visit.query
  const made = await visit.perform(kind.operations.state, { id })
  const wrong = await visit.perform(kind.operations.problems, { id, after, limit: problemsShown })
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
        <NextSteps reader={reader} kind={kind} made={made} />
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
            <ProblemTable reader={reader} problems={wrong.rows} />
            {(after || wrong.next) && (
              <Pagination
                reader={reader}
                text={say(words.shownOf, {
                  count: reader.number(wrong.rows.length),
                  total: reader.number(problemCount),
                })}
                firstHref={after ? kind.paths.one.to({ id }) : undefined}
                nextHref={wrong.next && `${kind.paths.one.to({ id }, { after: wrong.next })}#wrong`}
              />
            )}
          </Section>
        )}
        {facts && <PreviewSection reader={reader} kind={kind} facts={facts} />}
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
