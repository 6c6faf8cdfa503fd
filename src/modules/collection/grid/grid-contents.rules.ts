/** What the grid of a section is given, from the form as it stands. */
import { formatNumber, type Language, say } from '#kernel/language.ts'
import { findingWords, gridWords } from '../collection.texts.ts'
import type { FormRow } from '../forms/forms.model.ts'
import { cellNames, partName, rowName, wordsIn } from '../submissions/findings.rules.ts'
import type { Cell, CellContents, SubmissionView } from '../submissions/submissions.model.ts'
import { type Checked, cellKey } from '../submissions/submissions.rules.ts'
import type { CellInHand, GridProps, GridRow, Theirs } from './grid.model.ts'

interface Shown {
  readonly view: SubmissionView
  readonly section: string
  readonly language: Language
  /** What was typed in a form that came back, by cell key. */
  readonly entries?: ReadonlyMap<string, CellContents>
  readonly conflicts?: ReadonlyMap<string, Theirs>
  readonly uploadLeft?: string
  /** The page of a value of this unit. */
  hrefOf(valueId: string): string
}

export function gridProps(shown: Shown): GridProps {
  const { view, section, language } = shown
  const rows = view.rows.filter((row) => row.section === section)
  const own = new Set(rows.map(keyOf))
  const rules = view.rules.filter((rule) => rule.parts.some((part) => own.has(part)))
  const bounds = rows.flatMap(({ atMost, category }) => (atMost ? [cellKey(atMost, category)] : []))
  const compared = [...bounds, ...rules.flatMap((rule) => [...rule.parts, rule.whole])]
  const outside = view.rows.filter((row) => row.section !== section && compared.includes(keyOf(row)))
  const elsewhere = (severity: string) =>
    view.findings.filter((result) => result.severity === severity && !own.has(keyOf(result))).length
  return {
    language,
    round: view.round.year,
    unit: view.submission.unitCode,
    isOpen: view.may.fill,
    rows: rows.map((row) => gridRow(shown, row)),
    outside: outside.map((row) => ({ row: checkedOf(row), entry: entryOf(cellOf(view, row), language) })),
    rules,
    elsewhere: { errors: elsewhere('error'), missing: elsewhere('missing') },
    uploadLeft: shown.uploadLeft,
    names: cellNames(language, [...rows, ...outside]),
    words: { ...wordsIn(language, gridWords), ...wordsIn(language, findingWords) },
  }
}

function keyOf({ measure, category }: Pick<FormRow, 'measure' | 'category'>): string {
  return cellKey(measure, category)
}

function gridRow({ view, language, entries, conflicts, hrefOf }: Shown, row: FormRow): GridRow {
  const key = keyOf(row)
  const previous = view.previous.find((value) => keyOf(value) === key)
  const recorded = view.recorded.find((value) => keyOf(value) === key)
  const fact = row.part ? undefined : view.facts.find(({ measure }) => measure === row.measure)
  const stored = cellOf(view, row)
  const conflict = conflicts?.get(key)
  const cell: CellInHand = {
    entry: entryOf(stored, language),
    note: stored?.note ?? '',
    version: stored?.version ?? 0,
    ...entries?.get(key),
    ...(conflict ? { conflict } : {}),
  }
  return {
    ...checkedOf(row),
    key,
    name: rowName(language, row),
    part: partName(language, row),
    about: `${row.kind === 'money' ? `${capital(row.unit[language])} · ` : ''}${row.explanation[language]}`,
    previous: previous?.amount ?? null,
    previousHref: previous ? hrefOf(previous.id) : null,
    recordedHref: recorded ? hrefOf(recorded.id) : null,
    fact: fact ? { text: say(language, fact.words, { amount: fact.amount }), href: fact.href } : null,
    cell,
    was: { entry: entryOf(stored, language), note: stored?.note ?? '' },
  }
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1)
}

function checkedOf({ measure, category, kind, unitCode, atMost, highest, required }: FormRow): Checked {
  return { measure, category, kind, unitCode, atMost, highest, required }
}

function cellOf(view: SubmissionView, row: FormRow): Cell | undefined {
  return view.cells.find((cell) => cell.measure === row.measure && cell.category === row.category)
}

/** As it was typed; typed in the other language, the number is written in this one. */
export function entryOf(cell: Pick<Cell, 'entry' | 'language' | 'amount'> | undefined, language: Language): string {
  if (!cell) return ''
  return cell.language === language || cell.amount === null ? cell.entry : formatNumber(language, cell.amount, 6)
}
