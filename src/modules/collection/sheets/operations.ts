/** A filled Excel form taken in: right cells are kept, wrong ones named by their address. */
import { z } from 'zod'
import { formatNumber } from '#kernel/language.ts'
import { ProblemError } from '#kernel/problem.ts'
import { readWorkbook, usualLimits } from '#platform/documents/read-workbook.ts'
import { operation } from '#platform/operation.ts'
import { keepCells } from '../filling/operations.ts'
import type { FormRow } from '../forms/model.ts'
import { formOf } from '../forms/operations.ts'
import { LanguageName, SubmissionAsked } from '../submissions/model.ts'
import { holdSubmission, mayFill, requireFillable } from '../submissions/operations.ts'
import { fillWords, sayFinding } from '../submissions/rules.ts'
import { findingWords, gridWords, problems } from '../texts.ts'
import { wordsIn } from '../wording/rules.ts'
import { Imported, type SheetProblem } from './model.ts'
import { readSheetCode, type SheetCell, sheetCells } from './rules.ts'

/** A form is a few hundred rows: anything much larger is another file. */
const limits = { ...usualLimits, bytes: 5_000_000, rows: 5_000, columns: 60, sheets: 10 }

export const importWorkbook = operation({
  name: 'collection.importWorkbook',
  summary: 'Takes in a filled Excel form, in base64: right cells are saved, wrong ones named by their address.',
  effect: 'write',
  may: mayFill,
  input: SubmissionAsked.extend({ content: z.base64(), language: LanguageName.default('vi') }),
  output: Imported,
  secret: ['content'],
  async run(work, { content, language, ...asked }) {
    const { round, submission } = await holdSubmission(work.tx, asked)
    requireFillable(round, submission, work.today)
    const sheets = await readWorkbook(Buffer.from(content, 'base64'), limits)
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
    const conflicts = saved.conflicts.map((conflict) => {
      const cell = cells.find(
        (each) => each.row.measure === conflict.measure && each.row.category === conflict.category,
      )
      return conflictOf(cell, conflict, rows)
    })
    return { saved: changedCells.length, problems: [...cells.flatMap((cell) => wrongOf(cell, rows)), ...conflicts] }
  },
})

function wrongOf(cell: SheetCell, rows: readonly FormRow[]): SheetProblem[] {
  if (!cell.wrong) return []
  const { measure, category, name } = cell.row
  const finding = { ...cell.wrong, measure, category, severity: 'error' as const }
  const said = (language: 'vi' | 'en') =>
    sayFinding(
      finding,
      wordsIn(language, findingWords),
      Object.fromEntries(rows.map((row) => [row.measure, row.name[language]])),
      (value, decimals) => formatNumber(language, value, decimals),
    )
  return [{ address: cell.address, measure, name, words: { vi: said('vi'), en: said('en') } }]
}

function conflictOf(
  cell: SheetCell | undefined,
  conflict: { measure: string; editor: string; typed: string },
  rows: readonly FormRow[],
): SheetProblem {
  const { measure, editor, typed } = conflict
  const name = rows.find((row) => row.measure === measure)?.name ?? { vi: measure, en: measure }
  const said = (language: 'vi' | 'en') => fillWords(gridWords.conflictInFile[language], { editor, typed })
  return { address: cell?.address ?? '', measure, name, words: { vi: said('vi'), en: said('en') } }
}
