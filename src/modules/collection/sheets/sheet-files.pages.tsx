/** The form as an Excel file, down and up; and the standings of a round as a file. */
import { ProblemError } from '#kernel/problem.ts'
import type { CellValue, ColumnKind } from '#platform/documents/columns.ts'
import type { Sheet } from '#platform/documents/workbook.ts'
import { problems as platformProblems } from '#platform/problems.ts'
import { fileAction, type Route, type Visit, view } from '#platform/web/page.ts'
import { lookOf } from '#ui/status.tsx'
import { texts } from '../collection.texts.ts'
import { excelPath, formStatusFilePath, submissionPath } from '../paths.ts'
import { filterFormStatuses } from '../rounds/control-room.pages.tsx'
import { control } from '../rounds/rounds.operations.ts'
import { completeness } from '../rounds/rounds.rules.ts'
import { submissionOperation } from '../submissions/submission-contents.operations.ts'
import { showSubmission } from '../submissions/submission-form.pages.tsx'
import { shownState } from '../submissions/submission-workflow.rules.ts'
import type { SubmissionView } from '../submissions/submissions.model.ts'
import { fileOf } from '../table-files.view.tsx'
import { importWorkbook, workbookUse } from './sheet-intake.operations.ts'
import { type Imported, type SheetColumn, sheetColumns } from './sheets.model.ts'
import { headingsOf, sheetCode, sheetRows } from './sheets.rules.ts'
import { problems, texts as sheetTexts } from './sheets.texts.ts'

const layout: Readonly<Record<SheetColumn, readonly [width: number, kind: ColumnKind]>> = {
  code: [12, 'text'],
  section: [22, 'text'],
  name: [42, 'text'],
  unit: [14, 'text'],
  explanation: [50, 'text'],
  last: [16, 'number'],
  now: [16, 'number'],
  note: [34, 'text'],
  version: [8, 'integer'],
}

/** The form with last year's figures, ready to be filled; its head says whose it is. */
function formSheet(shown: SubmissionView, { language, say }: Pick<Visit, 'language' | 'say'>): Sheet {
  const { round, submission, form } = shown
  const year = String(round.year)
  const code = say(texts.sheetCode, { code: sheetCode(round.year, submission.unitCode, form.code) })
  const sample = submission.isSample ? `${say(texts.isSample)}. ` : ''
  const headings = headingsOf(round.year)
  return {
    name: year,
    title: say(texts.formTitle, { unit: submission.unitName, year }),
    note: `${sample}${code}. ${say(texts.sheetNote, { year })}`,
    columns: sheetColumns.map((key) => {
      const [width, kind] = layout[key]
      return { key, header: say(headings[key]), width, kind }
    }),
    rows: sheetRows(shown, language),
  }
}

const excelPage = view(excelPath, async (visit) => {
  const { year, code } = visit.params
  const shown = await visit.perform(submissionOperation, { round: year, unit: code })
  return fileOf('xlsx', `bao-cao-${year}-${code}`, formSheet(shown, visit))
})

const uploadAction = fileAction(excelPath, workbookUse, async (visit) => {
  const at = visit.params
  const { file } = await visit.form()
  try {
    if (!file) throw new ProblemError(problems.fileMissing({}, ['file']))
    const imported = await visit.perform(importWorkbook, { round: at.year, unit: at.code, file })
    if (isAllTold(imported)) return visit.go(submissionPath.to(at), sheetTexts.done, doneParams(imported))
    const isInvalid = imported.problems.length > 0
    return { ...(await showSubmission(visit, at, { imported })), status: isInvalid ? 422 : 200, isInvalid }
  } catch (error) {
    if (!(error instanceof ProblemError) || ![409, 413, 415, 422, 507].includes(error.status)) throw error
    // Whatever is wrong with the file is said at the field it was chosen in.
    const upload = error.problems.map((problem) => ({ ...problem, path: ['file'] }))
    return { ...(await showSubmission(visit, at, { upload })), status: error.status, isInvalid: true }
  }
})

/** Whether a line says all there is to say of an upload. */
function isAllTold({ problems: wrong, unread }: Imported): boolean {
  return wrong.length === 0 && unread.length === 0
}

function doneParams({ saved, savedAt, left, leftAt }: Imported) {
  return { count: saved, at: savedAt || 'none', left, leftAt }
}

const formStatusFile = view(formStatusFilePath, async (visit) => {
  const { year, file } = visit.params
  if (file !== 'csv' && file !== 'xlsx') throw new ProblemError(platformProblems.notFound())
  const { say, language, query, today } = visit
  const { round, standings } = await visit.perform(control, { year })
  const rows = filterFormStatuses(standings, query, today).map(
    (row): Record<string, CellValue> => ({
      code: row.code,
      name: row.name,
      state: lookOf(shownState(row, today)).words[language],
      due: row.dueOn,
      sent: row.sentOn,
      complete: completeness(row),
      sample: row.isSample ? say(texts.yes) : '',
    }),
  )
  return fileOf(file, `tinh-trang-${year}`, {
    name: year,
    title: `${say(texts.controlRoom)} · ${round.title[language]}`,
    note: round.isSample ? say(texts.isSample) : undefined,
    rows,
    columns: [
      { key: 'code', header: say(texts.code), width: 10, kind: 'text' },
      { key: 'name', header: say(texts.unit), width: 42, kind: 'text' },
      { key: 'state', header: say(texts.state), width: 16, kind: 'text' },
      { key: 'due', header: say(texts.due), width: 14, kind: 'date' },
      { key: 'sent', header: say(texts.sentOn), width: 14, kind: 'date' },
      { key: 'complete', header: say(texts.complete), width: 12, kind: 'percent' },
      { key: 'sample', header: say(texts.isSample), width: 14, kind: 'text' },
    ],
  })
})

export const routes: Route[] = [excelPage, uploadAction, formStatusFile]
