/** What an uploaded form changes: right figures are saved; an empty or unreadable cell never takes the place of a stored figure. */
import type { Words } from '#kernel/language.ts'
import { gridWords } from '../collection.texts.ts'
import { entryOf } from '../grid/grid-contents.rules.ts'
import { rowName } from '../submissions/findings.rules.ts'
import type { Cell, CellChange, CellConflict } from '../submissions/submissions.model.ts'
import { fillWords, readEntry } from '../submissions/submissions.rules.ts'
import type { ExcelCell, ExcelProblem } from './excel.model.ts'
import { cellSays } from './excel-cells.rules.ts'

/** What becomes of one cell of the file. */
export interface Intended {
  readonly cell: ExcelCell
  /** To be saved, where anything is. */
  readonly change?: CellChange
  /** The file says nothing where the system has something: that stays. */
  readonly isLeft: boolean
  readonly problems: readonly ExcelProblem[]
}

export function intendedOf(cell: ExcelCell, stored: Cell | undefined): Intended {
  const { row, wrong, noteWrong, language } = cell
  const before = entryOf(stored, language)
  const hasFigure = stored !== undefined && readEntry(row, stored.entry, stored.language).amount !== null
  // A text that is no figure is kept to be mended on the page, but never over a figure.
  const isKept = Boolean(wrong) && cell.entry !== '' && !hasFigure
  const isNew = cell.entry !== '' && (!wrong || isKept)
  const problems = [
    ...(wrong ? [problemOf(cell, [wrong, cell.isDoubtful ? undefined : afterwards(before, isKept)])] : []),
    ...(noteWrong ? [{ ...problemOf(cell, [noteWrong]), address: cell.noteAddress }] : []),
  ]
  const isLeft = cell.entry === '' && !wrong && before !== ''
  if (cell.isDoubtful) return { cell, isLeft: false, problems }
  const note = cell.note !== '' && cell.note !== stored?.note ? cell.note : undefined
  if (!isNew && note === undefined) return { cell, isLeft, problems }
  const { measure, category } = row
  // Where nothing is stored, nobody's figure can be written over.
  const version = stored ? cell.version : 0
  const change = { measure, category, entry: isNew ? cell.entry : before, note, version }
  return { cell, change, isLeft, problems }
}

/** What stands in the cell after something wrong was found in the file. */
function afterwards(before: string, isKept: boolean): Words {
  if (isKept) return cellSays('keptToMend')
  return before === '' ? cellSays('notSaved') : cellSays('storedStays', { entry: before })
}

/** Somebody changed the cell since the file was downloaded. */
export function conflictOf(cell: ExcelCell, { editor, entry }: Pick<CellConflict, 'editor' | 'entry'>): ExcelProblem {
  const textIn = (language: 'vi' | 'en') => fillWords(gridWords.conflictInFile[language], { editor, entry })
  return problemOf(cell, [{ vi: textIn('vi'), en: textIn('en') }])
}

function problemOf({ row, address }: ExcelCell, textIn: readonly (Words | undefined)[]): ExcelProblem {
  const words = textIn.filter((each) => each !== undefined)
  return {
    address,
    measure: row.measure,
    name: { vi: rowName('vi', row), en: rowName('en', row) },
    words: { vi: words.map(({ vi }) => vi).join(' '), en: words.map(({ en }) => en).join(' ') },
  }
}
