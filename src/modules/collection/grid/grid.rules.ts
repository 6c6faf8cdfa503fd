/** What the grid decides by itself: checks as one types, what a pasted column fills, and whose cell it is. */
import type { Cell, Finding, Saved } from '../submissions/submissions.model.ts'
import { type CellEntry, cellKey, checkForm } from '../submissions/submissions.rules.ts'
import type { CellInHand, Cells, GridProps } from './grid.model.ts'

/** The cells as the server made them. */
export function startingCells({ rows }: Pick<GridProps, 'rows'>): Cells {
  return Object.fromEntries(rows.map((row) => [row.key, row.cell]))
}

/** What is found in the section by the same rules as on the server. */
export function findingsOf(props: GridProps, cells: Cells): Finding[] {
  const { language } = props
  const entries = new Map<string, CellEntry>()
  for (const { row, entry } of props.outside) {
    entries.set(cellKey(row.measure, row.category), { entry, language, note: '' })
  }
  for (const [key, cell] of Object.entries(cells)) entries.set(key, { ...cell, language })
  const own = new Set(props.rows.map((row) => row.key))
  return checkForm({
    rows: [...props.outside.map(({ row }) => row), ...props.rows],
    rules: props.rules,
    cells: entries,
    previous: new Map(props.rows.flatMap(({ key, previous }) => (previous === null ? [] : [[key, previous] as const]))),
  }).filter((finding) => own.has(cellKey(finding.measure, finding.category)))
}

/** The cells that a column (or a block, of which the first column counts) pasted at `at` fills, top to bottom. */
export function pasted(keys: readonly string[], at: string, text: string): [key: string, entry: string][] {
  const start = keys.indexOf(at)
  if (start < 0) return []
  const lines = text.replace(/\r/g, '').replace(/\n$/, '').split('\n')
  return lines.flatMap((line, index) => {
    const key = keys[start + index]
    return key === undefined ? [] : [[key, (line.split('\t')[0] ?? '').trim()] as [string, string]]
  })
}

/** Whether a pasted text is more than one cell. */
export function isBlock(text: string): boolean {
  return /[\t\n]/.test(text.trimEnd())
}

/** One cell changed by hand. */
export function changed(cells: Cells, key: string, change: Partial<Pick<CellInHand, 'entry' | 'note'>>): Cells {
  const before = cells[key]
  if (!before) return cells
  // Typing on over somebody else's figure is the decision to replace it.
  const { conflict, ...rest } = before
  const version = conflict?.version ?? before.version
  return { ...cells, [key]: { ...rest, ...change, version, dirty: true } }
}

/** The cells after the server answered; what was typed on meanwhile stays to be saved. */
export function afterSaving(cells: Cells, sent: Cells, saved: Pick<Saved, 'kept' | 'conflicts'>): Cells {
  const next: Record<string, CellInHand> = { ...cells }
  for (const { measure, category, version } of saved.kept) {
    const key = cellKey(measure, category)
    const [now, then] = [cells[key], sent[key]]
    if (now && then) next[key] = { ...now, version, dirty: now.entry !== then.entry || now.note !== then.note }
  }
  for (const { measure, category, ...conflict } of saved.conflicts) {
    const key = cellKey(measure, category)
    const now = cells[key]
    if (now) next[key] = { ...now, dirty: false, conflict }
  }
  return next
}

/** The cells after looking at what others saved: cells in hand are left alone. */
export function afterLooking(
  cells: Cells,
  stored: readonly Pick<Cell, 'measure' | 'category' | 'entry' | 'note' | 'version'>[],
): Cells {
  const next: Record<string, CellInHand> = { ...cells }
  for (const { measure, category, entry, note, version } of stored) {
    const key = cellKey(measure, category)
    const now = cells[key]
    if (now && !now.dirty && !now.conflict && version > now.version) next[key] = { entry, note, version }
  }
  return next
}

/** Takes their figure, or keeps mine over it. */
export function settled(cells: Cells, key: string, whose: 'theirs' | 'mine'): Cells {
  const cell = cells[key]
  if (!cell?.conflict) return cells
  const { conflict, ...mine } = cell
  const next =
    whose === 'theirs'
      ? { entry: conflict.entry, note: conflict.note, version: conflict.version }
      : { ...mine, version: conflict.version, dirty: true }
  return { ...cells, [key]: next }
}

/** Cells kept on the device that the server does not have yet; what has just been typed is newer. */
export function restored(cells: Cells, kept: unknown): { cells: Cells; count: number } {
  const next: Record<string, CellInHand> = { ...cells }
  let count = 0
  for (const [key, held] of Object.entries(kept && typeof kept === 'object' ? kept : {})) {
    const now = Object.hasOwn(cells, key) ? cells[key] : undefined
    const cell = heldCell(held)
    if (!now || now.dirty || !cell || (cell.entry === now.entry && cell.note === now.note)) continue
    next[key] = { ...cell, dirty: true }
    count += 1
  }
  return { cells: next, count }
}

/** A cell as a device keeps it, or undefined; the version before this one wrote its entry as `typed`. */
function heldCell(held: unknown): CellInHand | undefined {
  const { entry, typed, note, version } = (held ?? {}) as Readonly<Record<string, unknown>>
  const text = entry ?? typed
  if (typeof text !== 'string' || typeof note !== 'string' || typeof version !== 'number') return undefined
  return { entry: text, note, version }
}

/** What the server does not have: to be sent, or waiting for somebody to choose between two figures. */
export function heldCells(cells: Cells): Cells {
  return Object.fromEntries(Object.entries(cells).filter(([, cell]) => cell.dirty || cell.conflict))
}

/** Whether cells were typed on since they were sent: posted before the answer, they would stand against the sender's own figure. */
export function isOutrun(cells: Cells, sent: Cells): boolean {
  return Object.entries(sent).some(([key, then]) => cells[key]?.entry !== then.entry || cells[key]?.note !== then.note)
}

export function dirtyCells(cells: Cells): Cells {
  return Object.fromEntries(Object.entries(cells).filter(([, cell]) => cell.dirty))
}
