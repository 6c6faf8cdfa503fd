/** What the rows of tables say: component plans, tasks with their agencies, targets by year. */
import type { NamedAgency } from '../agencies/agency-names.rules.ts'
import {
  type Doubt,
  type DraftComponentPlan,
  type DraftDeadline,
  type DraftDue,
  type DraftDuty,
  type DraftTarget,
  doubtful,
} from '../draft.model.ts'
import { flatten } from '../lines/lines.rules.ts'
import { placeOf, wholeOf } from '../lines/spans.rules.ts'
import { topicOf } from '../outline/headings.rules.ts'
import type { Node } from '../outline/nodes.model.ts'
import type { ColumnMeaning, Row, Table } from '../outline/tables.rules.ts'
import { approvalIn } from '../phrases/deadlines.rules.ts'
import type { PlanYear } from './aim-years.rules.ts'
import { isUnsureAgency } from './statements.rules.ts'
import { goalsOf, type Lent } from './table-aims.rules.ts'
import { agenciesOfCell, duesOfCell } from './table-cells.rules.ts'

export interface FoundRows {
  readonly componentPlans: DraftComponentPlan[]
  readonly duties: DraftDuty[]
  readonly targets: DraftTarget[]
  readonly deadlines: DraftDeadline[]
  readonly doubts: Doubt[]
}

export function readRows(nodes: readonly Node[], planYear: PlanYear | null): FoundRows {
  const rows: FoundRows = { componentPlans: [], duties: [], targets: [], deadlines: [], doubts: [] }
  const doubtedTables = new Set<Table>()
  let above: Node | null = null
  for (const node of nodes) {
    if (!node.row) {
      above = node
      continue
    }
    const { row, table } = node.row
    if (row.cells.length < 2) {
      if (isNobodys(node, row, table)) rows.doubts.push(doubtOf(node, 'agency-missing', null))
      continue
    }
    const isRead = takeRow(rows, node, row, { planYear, unit: unitIn(above) })
    const isUnread = !isRead && topicOf(node) !== 'money' && (!isScheme(table) || sets(row))
    if (isUnread && !doubtedTables.has(table)) {
      doubtedTables.add(table)
      rows.doubts.push(doubtOfTable(node, table))
    }
    if (isShifted(row, table)) rows.doubts.push(doubtOf(node, 'unsure-row', null))
  }
  return rows
}

/** A numbered task with no cell beside it, in a table that says who does what; one with rows of its own names them as a group. */
function isNobodys({ children }: Node, { label }: Row, { columns }: Table): boolean {
  const hasLeads = columns.some(({ meaning }) => meaning === 'lead')
  return hasLeads && children.length === 0 && label !== null && /^\d/.test(label)
}

/** "Đơn vị tính: %" over a table is the unit of every row. */
function unitIn(above: Node | null): string | null {
  const match = /^\(? ?(?:don vi(?: tinh)?|dvt) ?: ?([^()]{1,30}?)[).\s]*$/.exec(above?.words.flat.slice(0, 80) ?? '')
  return match?.[1]
    ? (above?.words.text.slice(match[0].indexOf(match[1]), match[0].indexOf(match[1]) + match[1].length) ?? null)
    : null
}

/** Reads a row by what its columns hold; false where they hold nothing that is known. */
function takeRow(rows: FoundRows, node: Node, row: Row, lent: Lent): boolean {
  const { columns } = node.row?.table ?? { columns: [] }
  const has = (meaning: ColumnMeaning) => columns.some((column) => column.meaning === meaning)
  if (has('component') && (has('lead') || has('time'))) takeComponent(rows, node, row)
  else if (has('goal')) takeGoals(rows, node, row, lent)
  else if ((has('task') || has('target')) && (has('lead') || has('coordinators'))) takeTask(rows, node, row, lent)
  else return false
  return true
}

/** A table whose columns are named, and by no name of aims. */
function isScheme({ isNamed, columns }: Table): boolean {
  return isNamed && !columns.some(({ meaning }) => meaning === 'target' || meaning === 'task')
}

/** Whether a row has a figure in a cell of its own. */
function sets(row: Row): boolean {
  return row.cells.some(({ text }) => /^\D{0,12}\d[\d.,]*\s?%?\D{0,12}$/.test(text))
}

/** Cells that stand under no column, or columns of figures that a row has no cell for: what stands where is uncertain. */
function isShifted(row: Row, { columns, isNamed }: Table): boolean {
  if (!isNamed) return false
  const missing = columns.slice(row.width)
  return row.width > columns.length || missing.some(({ meaning }) => meaning !== 'other' && meaning !== 'time')
}

function doubtOfTable({ ref }: Node, { head }: Table): Doubt {
  const text = head.cells.join(' ').replaceAll('\v', ' ').trim()
  return { kind: 'unsure-table', line: head.number, ref, text, suggestion: null, confidence: 0.7 }
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

/** The bodies in a row whose names are known whole. */
function namesIn({ words }: Node): string[] {
  return [...(words.names ?? [])].map(([from, to]) => words.text.slice(from, to))
}

function takeComponent(rows: FoundRows, node: Node, row: Row): void {
  const time = cellOf(row, 'time')
  const title = cellOf(row, 'component')
  const lead = agenciesOfCell(rawCellOf(row, 'lead'), namesIn(node))[0]?.name ?? null
  const due = time ? approvalIn(flatten(time)) : null
  const confidence = title && lead && due ? 0.95 : 0.6
  if (!title) {
    rows.doubts.push(doubtOf(node, 'unsure-row', null))
    return
  }
  rows.componentPlans.push({
    ref: node.ref,
    title,
    content: cellOf(row, 'content') ?? cellOf(row, 'task'),
    lead,
    coordinators: agenciesOfCell(rawCellOf(row, 'coordinators'), namesIn(node)).map(({ name }) => name),
    approvalDue: due,
    ...placeOfNode(node, confidence),
  })
  if (!lead) rows.doubts.push(doubtOf(node, 'agency-missing', null))
  else if (confidence < 0.7) rows.doubts.push(doubtOf(node, 'unsure-row', null))
}

function takeTask(rows: FoundRows, node: Node, row: Row, lent: Lent): void {
  const dues = takeTimes(rows, node, row, lent)
  const { leads } = takeAgencies(rows, node, row, dues[0] ?? null)
  if (leads === 0) rows.doubts.push(doubtOf(node, 'agency-missing', null))
}

/** The last days of a row; what its cell of times says else is told. */
function takeTimes(rows: FoundRows, node: Node, row: Row, { planYear }: Lent): DraftDue[] {
  const time = cellOf(row, 'time')
  if (!time) return []
  const dues = duesOfCell(time, planYear?.isOnly ? planYear.year : null)
  for (const due of dues) rows.deadlines.push({ ref: node.ref, due, ...placeOfNode(node, 0.9), text: time })
  if (dues.length === 0 && /\d|qu[ýy]|tháng|năm(?! học$)|ngày|tuần/iu.test(time))
    rows.doubts.push({ ...doubtOf(node, 'unsure-deadline', null), text: time })
  return dues
}

function takeAgencies(rows: FoundRows, node: Node, row: Row, due: DraftDue | null): { leads: number } {
  const leads = agenciesOfCell(rawCellOf(row, 'lead'), namesIn(node))
  const helpers = agenciesOfCell(rawCellOf(row, 'coordinators'), namesIn(node))
  const give = (agency: NamedAgency, role: DraftDuty['role'], others: readonly NamedAgency[]) => {
    const confidence = agency.isUnknown ? 0.5 : agency.isGroup ? 0.7 : 0.9
    const partners = others.map(({ name }) => name)
    const { name, isGroup } = agency
    const place = placeOfNode(node, confidence)
    rows.duties.push({ ref: node.ref, agency: name, isGroup, role, isStated: true, partners, due, ...place })
    if (isGroup) rows.doubts.push({ ...doubtOf(node, 'group-agency', null), about: name })
    if (isUnsureAgency(agency)) rows.doubts.push({ ...doubtOf(node, 'unsure-agency', null), about: name, text: name })
    if (agency.isUnknown) rows.doubts.push({ ...doubtOf(node, 'unsure-duty', null), about: name, text: name })
  }
  for (const agency of leads) give(agency, 'lead', helpers)
  for (const agency of helpers) give(agency, 'coordinate', leads)
  return { leads: leads.length }
}

function takeGoals(rows: FoundRows, node: Node, row: Row, lent: Lent): void {
  const { planYear } = lent
  const { targets, unread } = goalsOf(node, row, lent)
  rows.targets.push(...targets)
  for (const text of unread) rows.doubts.push({ ...doubtOf(node, 'unsure-target', null), text })
  for (const { confidence, year } of targets) {
    if (confidence < doubtful) rows.doubts.push(doubtOf(node, 'unsure-target', null))
    if (year === null) rows.doubts.push(doubtOf(node, 'year-missing', planYear && String(planYear.year)))
  }
  if (targets.length > 0) takeAgencies(rows, node, row, null)
}
