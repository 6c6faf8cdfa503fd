/** Says what was found in a cell in the reader's language, and as problems that lead to the cell. */
import { formatNumber, type Language, literal, type Words } from '#kernel/language.ts'
import type { Problem } from '#kernel/problem.ts'
import { findingWords, gridWords, problems } from '../collection.texts.ts'
import type { FormRow } from '../forms/forms.model.ts'
import type { CellConflict, Finding } from './submissions.model.ts'
import { cellKey, fillWords, sayFinding } from './submissions.rules.ts'

type Named = Pick<FormRow, 'measure' | 'category' | 'name' | 'part'>

/** What is said beside the cell. */
export function findingText(language: Language, finding: Finding, rows: readonly Named[]): string {
  return sayFinding(finding, wordsIn(language, findingWords), cellNames(language, rows), (value, decimals) =>
    formatNumber(language, value, decimals),
  )
}

/** "trong đó: nữ" of a part of a total; null of the total itself. */
export function partName(language: Language, { part }: Pick<Named, 'part'>): string | null {
  if (!part) return null
  const category = part[language]
  return fillWords(gridWords.ofWhich[language], { part: category.slice(0, 1).toLowerCase() + category.slice(1) })
}

/** What a row asks, whole: "Người học", "Người học, trong đó: nữ". */
export function rowName(language: Language, row: Named): string {
  return [row.name[language], partName(language, row)].filter((each) => each !== null).join(', ')
}

/** Those of many rows, by the keys of their cells. */
export function cellNames(language: Language, rows: readonly Named[]): Record<string, string> {
  return Object.fromEntries(rows.map((row) => [cellKey(row.measure, row.category), rowName(language, row)]))
}

/** One language of a catalogue, for the browser. */
export function wordsIn(language: Language, words: Readonly<Record<string, Words>>): Record<string, string> {
  return Object.fromEntries(Object.entries(words).map(([name, textIn]) => [name, textIn[language]]))
}

function nameOf(
  language: Language,
  rows: readonly Named[],
  { measure, category }: Pick<Finding, 'measure' | 'category'>,
) {
  const row = rows.find((each) => each.measure === measure && each.category === category)
  return row ? rowName(language, row) : measure
}

/** A finding as a problem at its cell; its code is `collection.<finding>`. */
export function cellProblem(finding: Finding, rows: readonly Named[]): Problem {
  const textIn = (language: Language) => {
    return literal(`${nameOf(language, rows, finding)}: ${findingText(language, finding, rows)}`)
  }
  return {
    code: `collection.${finding.code}`,
    status: 422,
    words: { vi: textIn('vi'), en: textIn('en') },
    path: ['cells', cellKey(finding.measure, finding.category)],
  }
}

/** A conflict as a problem at its cell. */
export function conflictProblem(conflict: CellConflict, rows: readonly Named[], language: Language): Problem {
  const name = nameOf(language, rows, conflict)
  const { editor, entry } = conflict
  return problems.cellChanged({ name, editor, entry }, ['cells', cellKey(conflict.measure, conflict.category)])
}
