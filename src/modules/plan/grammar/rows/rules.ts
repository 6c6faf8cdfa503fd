/** What the rows of tables say: component plans, tasks with their agencies, targets by year. */
import { agenciesAt, type NamedAgency } from '../agencies/rules.ts'
import { approvalIn, dueIn } from '../deadlines/rules.ts'
import { goalsOf } from '../goals/rules.ts'
import { flatten } from '../lines/rules.ts'
import {
  type Doubt,
  type DraftComponentPlan,
  type DraftDeadline,
  type DraftDue,
  type DraftDuty,
  type DraftTarget,
  doubtful,
} from '../model.ts'
import type { Node } from '../outline/model.ts'
import { placeOf, wholeOf } from '../spans/rules.ts'
import type { ColumnMeaning, Row } from '../tables/rules.ts'

export interface FoundRows {
  readonly componentPlans: DraftComponentPlan[]
  readonly duties: DraftDuty[]
  readonly targets: DraftTarget[]
  readonly deadlines: DraftDeadline[]
  readonly doubts: Doubt[]
}

export function readRows(nodes: readonly Node[]): FoundRows {
  const found: FoundRows = { componentPlans: [], duties: [], targets: [], deadlines: [], doubts: [] }
  for (const node of nodes) {
    if (!node.row) continue
    const { row, table } = node.row
    const has = (meaning: ColumnMeaning) => table.columns.some((column) => column.meaning === meaning)
    const isHeading = row.cells.length < 2
    if (isHeading) continue
    if (has('component') && (has('lead') || has('time'))) takeComponent(found, node, row)
    else if (has('target') || has('goal')) takeGoals(found, node, row)
    else if (has('task') && (has('lead') || has('coordinators'))) takeTask(found, node, row)
    if (row.cells.length + 1 < table.columns.length - 1) found.doubts.push(doubtOf(node, 'unsure-row', null))
  }
  return found
}

function cellOf(row: Row, meaning: ColumnMeaning): string | null {
  return rawCellOf(row, meaning)?.replaceAll('\v', ' ') ?? null
}

/** With the signs that part the paragraphs of a cell: each may name an agency. */
function rawCellOf(row: Row, meaning: ColumnMeaning): string | null {
  return row.cells.find(({ column }) => column.meaning === meaning)?.text.trim() || null
}

function placeOfNode(node: Node, confidence: number) {
  return placeOf(node.words, wholeOf(node.words), confidence)
}

function doubtOf(node: Node, kind: Doubt['kind'], suggestion: string | null): Doubt {
  const { line, text } = placeOfNode(node, 1)
  return { kind, line, ref: node.ref, text, suggestion, confidence: 0.6 }
}

/** The agencies of a cell; what is no known form of a name is kept as the cell has it. */
export function agenciesOfCell(cell: string | null): NamedAgency[] {
  if (!cell) return []
  return cell
    .split(/\s*[;\n\v]\s*|\s+[-+•]\s+(?=\p{Lu})|^[-+•]\s*/u)
    .filter((part) => part.trim() !== '')
    .flatMap((part) => {
      const text = part.trim()
      const { agencies, to } = agenciesAt(text, flatten(text), 0)
      const isAll = agencies.length > 0 && /^[\s.,]*$/.test(text.slice(to))
      return isAll
        ? agencies
        : [{ name: text.replace(/[.,]$/, ''), from: 0, to: text.length, isGroup: /^các /i.test(text) }]
    })
}

function takeComponent(found: FoundRows, node: Node, row: Row): void {
  const time = cellOf(row, 'time')
  const title = cellOf(row, 'component')
  const lead = agenciesOfCell(rawCellOf(row, 'lead'))[0]?.name ?? null
  const due = time ? approvalIn(flatten(time)) : null
  const confidence = title && lead && due ? 0.95 : 0.6
  if (!title) {
    found.doubts.push(doubtOf(node, 'unsure-row', null))
    return
  }
  found.componentPlans.push({
    ref: node.ref,
    title,
    content: cellOf(row, 'content') ?? cellOf(row, 'task'),
    lead,
    coordinators: agenciesOfCell(rawCellOf(row, 'coordinators')).map(({ name }) => name),
    approvalDue: due,
    ...placeOfNode(node, confidence),
  })
  if (!lead) found.doubts.push(doubtOf(node, 'agency-missing', null))
  else if (confidence < 0.7) found.doubts.push(doubtOf(node, 'unsure-row', null))
}

function takeTask(found: FoundRows, node: Node, row: Row): void {
  const leads = agenciesOfCell(rawCellOf(row, 'lead'))
  const helpers = agenciesOfCell(rawCellOf(row, 'coordinators'))
  const due = dueOfCell(cellOf(row, 'time'))
  const time = cellOf(row, 'time')
  if (due && time) found.deadlines.push({ ref: node.ref, due, ...placeOfNode(node, 0.9), text: time })
  if (leads.length === 0) found.doubts.push(doubtOf(node, 'agency-missing', null))
  const give = (agency: NamedAgency, role: DraftDuty['role'], others: readonly NamedAgency[]) => {
    const confidence = agency.isGroup ? 0.7 : 0.9
    const partners = others.map(({ name }) => name)
    const place = placeOfNode(node, confidence)
    found.duties.push({
      ref: node.ref,
      agency: agency.name,
      isGroup: agency.isGroup,
      role,
      isStated: true,
      partners,
      due,
      ...place,
    })
    if (agency.isGroup) found.doubts.push({ ...doubtOf(node, 'group-agency', null), about: agency.name })
  }
  for (const agency of leads) give(agency, 'lead', helpers)
  for (const agency of helpers) give(agency, 'coordinate', leads)
}

/** A column of times says a year or quarter without any word before it. */
function dueOfCell(cell: string | null): DraftDue | null {
  if (!cell) return null
  const flat = flatten(cell)
  const named = dueIn(flat)
  if (named) return named.due
  const approval = approvalIn(flat)
  if (!approval) return null
  return approval.on
    ? { by: approval.on }
    : (dueIn(approval.month ? `thang ${approval.month}/${approval.year}` : `trong nam ${approval.year}`)?.due ?? null)
}

function takeGoals(found: FoundRows, node: Node, row: Row): void {
  const { targets, unread } = goalsOf(node, row)
  found.targets.push(...targets)
  for (const text of unread) found.doubts.push({ ...doubtOf(node, 'unsure-target', null), text })
  for (const { confidence } of targets)
    if (confidence < doubtful) found.doubts.push(doubtOf(node, 'unsure-target', null))
}
