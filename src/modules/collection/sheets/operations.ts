/** A filled Excel form taken in: right cells are kept, wrong ones named by their address. */
import { ProblemError } from '#kernel/problem.ts'
import { FileContent } from '#kernel/schema.ts'
import { documentTasks } from '#platform/documents/heavy.ts'
import { usualLimits } from '#platform/documents/read-workbook.ts'
import { operation } from '#platform/operation.ts'
import { keepCells } from '../filling/operations.ts'
import type { FormRow } from '../forms/model.ts'
import { formOf } from '../forms/operations.ts'
import { type CellConflict, LanguageName, SubmissionAsked } from '../submissions/model.ts'
import { holdSubmission, mayFill, requireFillable } from '../submissions/operations.ts'
import { fillWords } from '../submissions/rules.ts'
import { gridWords, problems } from '../texts.ts'
import { findingText, rowName } from '../wording/rules.ts'
import { Imported, type SheetProblem } from './model.ts'
import { readSheetCode, type SheetCell, sheetCells } from './rules.ts'

/** A form is a few hundred rows: anything much larger is another file. */
const limits = { ...usualLimits, bytes: 5_000_000, rows: 5_000, columns: 60, sheets: 10 }

export const importWorkbook = operation({
  name: 'collection.importWorkbook',
  summary: 'Takes in a filled Excel form, in base64: right cells are saved, wrong ones named by their address.',
  effect: 'write',
  body: 'file',
  may: mayFill,
  input: SubmissionAsked.extend({ content: FileContent, language: LanguageName.default('vi') }),
  output: Imported,
  secret: ['content'],
  async run(work, { content, language, ...asked }) {
    const { round, submission } = await holdSubmission(work.tx, asked)
    requireFillable(round, submission, work.today)
    const sheets = await documentTasks('readWorkbook', Buffer.from(content, 'base64'), limits)
    const sheet = sheets.find((each) => !each.hidden)
    const head = (sheet?.rows ?? []).slice(0, 6).flatMap((row) => row.cells.map((cell) => String(cell.value)))
    const code = readSheetCode(head)
    if (!sheet || !code) throw new ProblemError(problems.notThisForm({}, ['file']))
    if (code.round !== round.year) {
      throw new ProblemError(problems.otherRound({ found: String(code.round), year: String(round.year) }, ['file']))
    }
    if (code.unit !== submission.unitCode) {
      throw new ProblemError(problems.otherUnit({ found: code.unit, unit: submission.unitName }, ['file']))
    }
    const { rows } = await formOf(work.tx, submission.formId)
    const cells = sheetCells(sheet.rows, rows, language)
    // A wrong cell is kept as it was typed, so that nothing of the file is lost; what was empty stays as it was.
    const changes = cells
      .filter((cell) => cell.typed !== '' || cell.note !== '')
      .map(({ row, typed, note, version }) => ({ measure: row.measure, category: row.category, typed, note, version }))
    const saved = await keepCells(work, { submission, rows, changes, language })
    const changedCells = saved.kept.filter((kept) => {
      const seen = changes.find((change) => change.measure === kept.measure && change.category === kept.category)
      return seen !== undefined && kept.version > seen.version
    })
    const conflicts = saved.conflicts.flatMap((conflict) =>
      cells
        .filter(({ row }) => row.measure === conflict.measure && row.category === conflict.category)
        .map((cell) => conflictOf(cell, conflict)),
    )
    return { saved: changedCells.length, problems: [...cells.flatMap((cell) => wrongOf(cell, rows)), ...conflicts] }
  },
})

function wrongOf(cell: SheetCell, rows: readonly FormRow[]): SheetProblem[] {
  if (!cell.wrong) return []
  const { measure, category } = cell.row
  const finding = { ...cell.wrong, measure, category, severity: 'error' as const }
  const said = (language: 'vi' | 'en') => findingText(language, finding, rows)
  return [{ address: cell.address, measure, name: namesOf(cell.row), words: { vi: said('vi'), en: said('en') } }]
}

function conflictOf(
  { address, row }: SheetCell,
  { editor, typed }: Pick<CellConflict, 'editor' | 'typed'>,
): SheetProblem {
  const said = (language: 'vi' | 'en') => fillWords(gridWords.conflictInFile[language], { editor, typed })
  return { address, measure: row.measure, name: namesOf(row), words: { vi: said('vi'), en: said('en') } }
}

function namesOf(row: FormRow) {
  return { vi: rowName('vi', row), en: rowName('en', row) }
}
