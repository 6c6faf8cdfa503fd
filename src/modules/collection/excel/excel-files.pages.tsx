/** The form as an Excel file, down and up. */
import { ProblemError } from '#kernel/problem.ts'
import type { ColumnKind } from '#platform/documents/columns.ts'
import type { Sheet } from '#platform/documents/workbook.ts'
import { fileAction, type Route, type Visit, view } from '#platform/web/page.ts'
import { texts } from '../collection.texts.ts'
import { excelPath, submissionPath } from '../paths.ts'
import { submissionOperation } from '../submissions/submission-contents.operations.ts'
import { showSubmission } from '../submissions/submission-form.pages.tsx'
import type { SubmissionView } from '../submissions/submissions.model.ts'
import { fileOf } from '../table-files.view.tsx'
import { type ExcelColumn, excelColumns, type Imported } from './excel.model.ts'
import { excelCode, excelRows, headingsOf } from './excel.rules.ts'
import { texts as excelTexts, problems } from './excel.texts.ts'
import { importWorkbook, workbookUse } from './excel-intake.operations.ts'

const layout: Readonly<Record<ExcelColumn, readonly [width: number, kind: ColumnKind]>> = {
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
  const code = say(texts.excelCode, { code: excelCode(round.year, submission.unitCode, form.code) })
  const sample = submission.isSample ? `${say(texts.isSample)}. ` : ''
  const headings = headingsOf(round.year)
  return {
    name: year,
    title: say(texts.formTitle, { unit: submission.unitName, year }),
    note: `${sample}${code}. ${say(texts.excelNote, { year })}`,
    columns: excelColumns.map((key) => {
      const [width, kind] = layout[key]
      return { key, header: say(headings[key]), width, kind }
    }),
    rows: excelRows(shown, language),
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
    if (isAllTold(imported)) return visit.go(submissionPath.to(at), excelTexts.done, doneParams(imported))
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

export const routes: Route[] = [excelPage, uploadAction]
