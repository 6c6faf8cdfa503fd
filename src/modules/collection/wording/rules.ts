/** Says what was found in a cell in the reader's language, and as problems that lead to the cell. */
import { formatNumber, type Language, type Words } from '#kernel/language.ts'
import type { Problem } from '#kernel/problem.ts'
import type { FormRow } from '../forms/model.ts'
import type { CellConflict, Finding } from '../submissions/model.ts'
import { cellKey, sayFinding } from '../submissions/rules.ts'
import { findingWords, problems } from '../texts.ts'

type Named = Pick<FormRow, 'measure' | 'name'>

/** What is said beside the cell. */
export function findingText(language: Language, finding: Finding, rows: readonly Named[]): string {
  const names = Object.fromEntries(rows.map((row) => [row.measure, row.name[language]]))
  return sayFinding(finding, wordsIn(language, findingWords), names, (value, decimals) =>
    formatNumber(language, value, decimals),
  )
}

/** One language of a catalogue, for the browser. */
export function wordsIn(language: Language, words: Readonly<Record<string, Words>>): Record<string, string> {
  return Object.fromEntries(Object.entries(words).map(([name, said]) => [name, said[language]]))
}

function nameOf(rows: readonly Named[], measure: string) {
  return rows.find((row) => row.measure === measure)?.name
}

/** A finding as a problem at its cell; its code is `collection.<finding>`. */
export function cellProblem(finding: Finding, rows: readonly Named[]): Problem {
  const said = (language: Language) => {
    const name = nameOf(rows, finding.measure)?.[language] ?? finding.measure
    return literal(`${name}: ${findingText(language, finding, rows)}`)
  }
  return {
    code: `collection.${finding.code}`,
    status: 422,
    words: { vi: said('vi'), en: said('en') },
    path: ['cells', cellKey(finding.measure, finding.category)],
  }
}

/** A conflict as a problem at its cell. */
export function conflictProblem(conflict: CellConflict, rows: readonly Named[], language: Language): Problem {
  const name = nameOf(rows, conflict.measure)?.[language] ?? conflict.measure
  const { editor, typed } = conflict
  return problems.cellChanged({ name, editor, typed }, ['cells', cellKey(conflict.measure, conflict.category)])
}

/** Words that are already filled in: braces in what somebody typed are no placeholders. */
function literal(text: string): string {
  return /[{}]/.test(text) ? text.replaceAll("'", "''").replace(/[{}]+/g, "'$&'") : text
}
