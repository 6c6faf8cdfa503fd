/** The aims in the row of a table of targets: one for each year it has a column for. */

import type { DraftTarget, TargetUnit } from '../draft.model.ts'
import { flatten } from '../lines/lines.rules.ts'
import { placeOf, wholeOf } from '../lines/spans.rules.ts'
import { yearAbove } from '../outline/headings.rules.ts'
import type { Node } from '../outline/nodes.model.ts'
import type { ColumnMeaning, Row } from '../outline/tables.rules.ts'
import { scaleOf } from '../phrases/amounts.rules.ts'
import type { Figure } from '../phrases/comparisons.rules.ts'
import { cellFigure } from '../phrases/figures.rules.ts'
import type { PlanYear } from './aim-years.rules.ts'

export interface FoundGoals {
  readonly targets: readonly DraftTarget[]
  /** Cells of years that say something else. */
  readonly unread: readonly string[]
}

const noAim = /^[-–—.…\s]*$/
const doneWords = /^(?:x|v|✓|✔|co|dat|dat chuan|hoan thanh|duy tri)$/
const moneyUnit = /^(?:(nghin|ngan|trieu|ty) )?(?:dong|vnd)\b/

/** What a row takes from beyond its table: the year of the plan, the unit written above. */
export interface Lent {
  readonly planYear: PlanYear | null
  readonly unit: string | null
}

/** The aims of a row. A column without a year takes that of the group of rows or heading above; only a plan for one year lends its own. */
export function goalsOf(node: Node, row: Row, { planYear, unit: unitAbove }: Lent): FoundGoals {
  const cell = (meaning: ColumnMeaning) => row.cells.find(({ column }) => column.meaning === meaning)?.text.trim()
  const subject = (cell('target') ?? cell('task') ?? cell('content'))?.replaceAll('\v', ' ')
  const goals = row.cells.filter(({ column, text }) => column.meaning === 'goal' && !noAim.test(text))
  if (!subject) return { targets: [], unread: [] }
  const ownUnit = cell('unit') ?? ''
  const unit = noAim.test(ownUnit) ? '' : ownUnit
  const above = yearAbove(node)
  const lent = above?.isSure ? above.year : planYear?.isOnly ? planYear.year : null
  const read = goals.map(({ column, text }) => ({
    text,
    target: goalOf(node, {
      subject,
      unit: unit || unitOfTitle(column.title) || (unitAbove ?? ''),
      year: column.year ?? lent,
      text,
    }),
  }))
  return {
    targets: read.flatMap(({ target }) => target ?? []),
    unread: read.flatMap(({ target, text }) => (target ? [] : [text.replaceAll('\v', ' ')])),
  }
}

/** "Năm 2030 (%)" */
function unitOfTitle(title: string): string {
  return /\(\s*(%|[^()\d]{1,20})\s*\)/.exec(title)?.[1] ?? ''
}

interface GoalCell {
  readonly subject: string
  readonly unit: string
  readonly year: number | null
  readonly text: string
}

function goalOf(node: Node, cell: GoalCell): DraftTarget | null {
  const flat = flatten(cell.text).trim()
  const isDone = doneWords.test(flat)
  const figure = isDone
    ? null
    : cellFigure(flat, kindOf(flatten(cell.unit).trim(), flatten(cell.subject), flat) === 'percent')
  if (!isDone && !figure) return null
  const hasUnit = cell.unit !== '' || flat.includes('%') || /%|^(?:tong )?so\b|^ty le\b/.test(flatten(cell.subject))
  // A number of nothing certain is left to a person.
  const confidence = !figure ? 0.8 : hasUnit || figure.unit === 'fraction' ? Math.min(0.85, figure.confidence) : 0.6
  return {
    ref: node.ref,
    year: cell.year,
    yearFrom: cell.year === null ? null : 'heading',
    everyYear: false,
    // "At least none" would be no aim.
    comparator: figure?.value === 0 && figure.comparator === '>=' ? '=' : (figure?.comparator ?? 'yes'),
    ...measured(cell, flat, figure),
    subject: cell.subject,
    mode: flat === 'duy tri' ? 'keep' : 'reach',
    qualifiers: [],
    sentence: cell.subject,
    ...placeOf(node.words, wholeOf(node.words), confidence),
  }
}

/** The figure in the unit of its row. */
function measured(
  { unit, subject }: GoalCell,
  flat: string,
  figure: Figure | null,
): Pick<DraftTarget, 'value' | 'valueTo' | 'unit' | 'unitText'> {
  if (!figure) return { value: null, valueTo: null, unit: 'yes', unitText: null }
  const flatUnit = flatten(unit).trim()
  const scale = scaleOf(moneyUnit.exec(flatUnit)?.[1])
  const kind = figure.unit === 'fraction' ? 'fraction' : kindOf(flatUnit, flatten(subject), flat)
  return {
    value: figure.value === null ? null : figure.value * scale,
    valueTo: figure.valueTo === null ? null : figure.valueTo * scale,
    unit: kind,
    unitText: unit || (kind === 'percent' ? '%' : null),
  }
}

function kindOf(unit: string, subject: string, flat: string): TargetUnit {
  if (/%|phan tram|ty le/.test(unit) || flat.includes('%')) return 'percent'
  if (moneyUnit.test(unit)) return 'money'
  if (/^(?:muc|muc do|cap|cap do)$/.test(unit) || /\b(?:muc do|cap do) \d/.test(flat)) return 'level'
  return unit === '' && /%|^ty le\b/.test(subject) ? 'percent' : 'count'
}
