/** Changes from a file: the form, the template to download, and what is wrong with a file, row by row, to be mended in place. */
import { newId } from '#kernel/id.ts'
import { type Problem, ProblemError } from '#kernel/problem.ts'
import { download, formatAsked } from '#platform/documents/download.ts'
import { isChangedSince } from '#platform/judging.ts'
import { problems as platformProblems } from '#platform/problems.ts'
import { fileAction, type Route, type View, type Visit, view } from '#platform/web/page.ts'
import { ChoiceField } from '#ui/choices.tsx'
import { FileField, TextArea } from '#ui/fields.tsx'
import { Form, type FormState, Hidden, SubmitButton } from '#ui/form.tsx'
import { PageHeader, Section } from '#ui/layout.tsx'
import { type Reader, readerOf } from '#ui/reader.ts'
import { DataTable } from '#ui/table.tsx'
import { workingDecision } from '../decision-drafts.operations.ts'
import { DraftTrail } from '../desk/draft-history.view.tsx'
import { draftPath, templatePath, uploadPath } from '../paths.ts'
import { changeHeadings, type LocatedProblem } from './change-files.model.ts'
import { templateRows } from './change-files.rules.ts'
import { problems, texts } from './change-files.texts.ts'
import { changesUse, importCsv } from './change-imports.operations.ts'

type Imported = Awaited<ReturnType<(typeof importCsv)['run']>>
type Draft = Awaited<ReturnType<(typeof workingDecision)['run']>>
type Values = Readonly<Record<string, string>>

interface Shown {
  readonly problems?: readonly Problem[]
  readonly values?: Values
  readonly imported?: Imported
}

async function uploadView(visit: Visit, id: string, shown: Shown = {}): Promise<View> {
  const reader = readerOf(visit.language)
  const { say } = reader
  const draft = await visit.perform(workingDecision, { id })
  const { imported, ...state } = shown
  const form = { reader, ...state }
  const text = imported ? csvText(imported.sheet) : (state.values?.text ?? '')
  const isMended = !imported && text !== ''
  return {
    title: say(texts.upload),
    width: 'wide',
    body: (
      <>
        <DraftTrail reader={reader} draft={draft} here={say(texts.upload)} />
        <PageHeader title={say(texts.upload)} lead={say(texts.uploadLead)} />
        {imported && <Wrong reader={reader} imported={imported} />}
        {text !== '' && <MendForm form={form} draft={draft} text={text} />}
        <UploadForm form={imported || isMended ? { reader } : form} draft={draft} values={state.values} />
      </>
    ),
  }
}

function UploadForm({ form, draft, values }: { form: FormState; draft: Draft; values?: Values }) {
  const { say } = form.reader
  const { id } = draft
  const files = (['csv', 'xlsx'] as const).map((file) => (
    <a key={file} href={templatePath.to({ file })} download>
      {file.toUpperCase()}
    </a>
  ))
  return (
    <Section id="upload" title={say(texts.file)}>
      <p>
        {say(texts.template)} {files[0]}, {files[1]}
      </p>
      <Form form={form} action={uploadPath.to({ id })} formKey={newId()} files>
        <Hidden name="version" value={String(draft.version)} />
        <FileField
          form={form}
          name="file"
          label={say(texts.file)}
          accept=".csv,.tsv,.txt,.xlsx,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        />
        <Choices form={form} values={values} />
        <SubmitButton>{say(texts.send)}</SubmitButton>
      </Form>
    </Section>
  )
}

function Choices({ form, values = {} }: { form: FormState; values?: Values }) {
  const { say } = form.reader
  return (
    <>
      <ChoiceField
        form={form}
        name="levelAbove"
        label={say(texts.levelAbove)}
        value={values.levelAbove ?? 'stays'}
        options={[
          { value: 'stays', label: say(texts.levelStays) },
          { value: 'ends', label: say(texts.levelEnds), hint: say(texts.levelEndsHint) },
        ]}
      />
      <ChoiceField
        form={form}
        name="mode"
        label={say(texts.mode)}
        value={values.mode ?? 'add'}
        options={[
          { value: 'add', label: say(texts.modeAdd) },
          { value: 'replace', label: say(texts.modeReplace) },
        ]}
      />
    </>
  )
}

function listed(names: readonly string[]): string {
  return names.slice(0, 12).join(', ')
}

function Wrong({ reader, imported }: { reader: Reader; imported: Imported }) {
  const { say, language } = reader
  const rows = new Map(imported.sheet.map((row) => [row.line, row.cells]))
  const { problems: wrong, problemCount } = imported
  return (
    <Section id="wrong" title={say(texts.notTaken, { count: problemCount })}>
      {imported.unread.length > 0 && <p>{say(texts.unread, { columns: listed(imported.unread) })}</p>}
      {imported.hidden.length > 0 && <p>{say(texts.hidden, { sheets: listed(imported.hidden) })}</p>}
      <DataTable
        reader={reader}
        id="wrong-table"
        caption={say(texts.wrong)}
        captionUnseen
        rows={wrong}
        keyOf={(row) => `${row.line} ${row.column} ${row.en}`}
        empty={null}
        columns={[
          { key: 'line', label: say(texts.line), size: 'narrow', align: 'end', render: (row) => row.line ?? '–' },
          { key: 'column', label: say(texts.column), render: (row) => row.column ?? '–' },
          {
            key: 'wrong',
            label: say(texts.wrong),
            rowHeader: true,
            phone: 'plain',
            render: (row: LocatedProblem) => row[language],
          },
          {
            key: 'row',
            label: say(texts.theRow),
            phone: 'whole',
            render: (row) => <span class="meta">{(rows.get(row.line ?? 0) ?? []).filter(Boolean).join(' · ')}</span>,
          },
        ]}
        note={wrong.length < problemCount ? say(texts.moreWrong, { shown: wrong.length }) : undefined}
      />
    </Section>
  )
}

function MendForm({ form, draft, text }: { form: FormState; draft: Draft; text: string }) {
  const { say } = form.reader
  const { levelAbove = 'stays', mode = 'add', fileName = '', version } = (form.values ?? {}) as Values
  const { id } = draft
  return (
    <Section id="mend" title={say(texts.mend)}>
      <Form
        form={{ reader: form.reader, problems: form.problems }}
        action={uploadPath.to({ id })}
        formKey={newId()}
        wide
      >
        <Hidden name="version" value={version || String(draft.version)} />
        <Hidden name="levelAbove" value={levelAbove} />
        <Hidden name="mode" value={mode} />
        <Hidden name="fileName" value={fileName} />
        <TextArea
          form={{ reader: form.reader }}
          name="text"
          label={say(texts.mend)}
          hint={say(texts.mendHint)}
          value={text}
          rows={16}
        />
        <SubmitButton>{say(texts.sendMended)}</SubmitButton>
      </Form>
    </Section>
  )
}

/** Empty lines stay, so that the rows keep their numbers. */
function csvText(sheet: Imported['sheet']): string {
  const rows = new Map(sheet.map((row) => [row.line, row.cells.map(quoted).join(',')]))
  const last = sheet.at(-1)?.line ?? 0
  return Array.from({ length: last }, (_, index) => rows.get(index + 1) ?? '').join('\n')
}

function quoted(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}

const uploadPage = view(uploadPath, (visit) => uploadView(visit, visit.params.id))

const upload = fileAction(uploadPath, changesUse, async (visit) => {
  const { id } = visit.params
  const { fields, file: chosen } = await visit.form()
  const { levelAbove = 'stays', mode = 'add' } = fields
  const { version } = fields
  const fileName = chosen?.name ?? fields.fileName ?? ''
  const values = { levelAbove, mode, fileName, ...(version && { version }) }
  try {
    const file = chosen ?? (fields.text ? await visit.fileOf(fields.text, fileName) : undefined)
    if (!file) throw new ProblemError(problems.fileMissing({}, ['file']))
    const imported = await visit.perform(importCsv, { id, version, levelAbove, mode, file })
    if (imported.isSaved) {
      const [columns, sheets] = [listed(imported.unread), listed(imported.hidden)]
      const params = { changes: imported.changes, columns: columns || 'none', sheets: sheets || 'none' }
      return visit.go(`${draftPath.to({ id })}#acts`, texts.taken, params)
    }
    return { ...(await uploadView(visit, id, { imported, values })), status: 422, isInvalid: true }
  } catch (error) {
    if (!(error instanceof ProblemError) || ![409, 413, 415, 422, 507].includes(error.status)) throw error
    // Whatever is wrong with the file as a whole is said at the field it was chosen in; what changed since has no field.
    const isStale = error.problems.some(isChangedSince)
    const wrong = isStale ? error.problems : error.problems.map((problem) => ({ ...problem, path: ['file'] }))
    // What was mended in place is not lost; told what changed, it is sent on the version that stands.
    const mended = isStale && !chosen && fields.text ? { ...values, text: fields.text, version: '' } : values
    return {
      ...(await uploadView(visit, id, { problems: wrong, values: mended })),
      status: error.status,
      isInvalid: true,
    }
  }
})

const templatePage = view(templatePath, async (visit) => {
  const format = formatAsked(visit.params.file)
  if (!format || format === 'json') throw new ProblemError(platformProblems.notFound())
  const columns = Object.entries(changeHeadings).map(([key, [heading = key]]) => {
    return { key, header: heading.replaceAll(' ', '_'), width: 16, kind: 'text' as const }
  })
  return download(format, {
    name: 'sap-xep-don-vi',
    title: readerOf(visit.language).say(texts.upload),
    columns,
    rows: templateRows,
  })
})

export const routes: Route[] = [uploadPage, upload, templatePage]
