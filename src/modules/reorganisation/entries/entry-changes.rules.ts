/** Reads typed rows as changes, every problem at its row and field; several rows of one split become one change. */
import type { Problem } from '#kernel/problem.ts'
import { composed, fold } from '#kernel/text.ts'
import type { ChangeKind, UnitChange } from '#modules/organisation'
import type { Field, Ground, ReadRows, RowEntry } from './entries.model.ts'
import { fields } from './entries.model.ts'
import { problems } from './entries.texts.ts'
import { complain, type Row, share, unitCode, word } from './entry-cells.rules.ts'
import { indexOf, withoutType } from './entry-units.rules.ts'
import { changeCodes, changeOf, partOf, peopleOf } from './entry-words.rules.ts'
import { newUnitOf } from './unit-openings.rules.ts'

type Split = Extract<UnitChange, { kind: 'split' }>
/** What one row says: a whole change, or a part of a split. */
type RowMeaning = { readonly change: UnitChange } | { readonly from: string; readonly part: Split['into'][number] }

/** `lineOf` says how a row is called in problems: its line in the file, or its place in the form. */
export function changesOfRows(
  entries: readonly RowEntry[],
  ground: Ground,
  lineOf = (place: number) => place + 1,
): ReadRows {
  const index = indexOf(ground)
  const problems: Problem[] = []
  const opening = new Map<string, number>()
  const codes = new Set([...ground.opened, ...entries.flatMap((cells) => openedCode(cells))])
  const rowMeanings = entries.map((given, place): RowMeaning | undefined => {
    const cells = trimmed(given)
    const row: Row = { place, cells, ground, index, opened: codes, problems: problems }
    const before = problems.length
    const one = readRow(row)
    noteOpening(row, opening, lineOf)
    return problems.length === before ? one : undefined
  })
  const { changes, rowsOf } = gathered(rowMeanings, problems)
  return { changes, rowsOf, problems: [...problems, ...endedTwice(changes, rowsOf, lineOf)] }
}

function trimmed(cells: RowEntry): RowEntry {
  const entries = fields.map((field) => [field, composed(cells[field] ?? '').trim()] as const)
  return Object.fromEntries(entries.filter(([, value]) => value)) as RowEntry
}

/** The code that a row may open: units of the file may speak of each other. */
function openedCode({ change = '', code, name, to }: RowEntry): string[] {
  const kind = changeOf(change)
  const opens = kind === 'open' || ((kind === 'merge' || kind === 'split') && !to && name)
  return opens && code ? [code.trim()] : []
}

function noteOpening(
  { cells, place, problems: faults, ground }: Row,
  opening: Map<string, number>,
  lineOf: LineOf,
): void {
  for (const code of openedCode(cells)) {
    const first = opening.get(code)
    const line = first === undefined ? undefined : lineOf(first)
    if (line !== undefined) faults.push(problems.codeTwice({ code, line }, ['rows', place, 'code']))
    else if (ground.opened.has(code)) faults.push(problems.alreadyOpened({ code }, ['rows', place, 'code']))
    else opening.set(code, place)
  }
}
type LineOf = (place: number) => number

function readRow(row: Row): RowMeaning | undefined {
  const entry = row.cells.change ?? ''
  const kind = changeOf(entry)
  if (kind) return readers[kind](row)
  const words = Object.values(changeCodes).map(([first]) => first?.replaceAll(' ', '_'))
  complain(row, 'change', entry ? problems.unknownAct({ entry, words: words.join(', ') }) : undefined)
  return undefined
}

const readers: Readonly<Record<ChangeKind, (row: Row) => RowMeaning | undefined>> = {
  open(row) {
    const unit = newUnitOf(row, [])
    return unit ? { change: { kind: 'open', unit } } : undefined
  },
  close(row) {
    const code = unitCode(row, 'code')
    return code ? { change: { kind: 'close', code } } : undefined
  },
  rename(row) {
    const [code, name] = [unitCode(row, 'code'), needed(row, 'name')]
    const type = row.index.byCode.get(code?.toLowerCase() ?? '')?.type ?? ''
    return code && name ? { change: { kind: 'rename', code, name: withoutType(name, type) } } : undefined
  },
  retype(row) {
    const [code, type] = [unitCode(row, 'code'), needed(row, 'type')]
    return code && type ? { change: { kind: 'retype', code, type } } : undefined
  },
  move(row) {
    const [code, parent] = [unitCode(row, 'code'), unitCode(row, 'parent', 'after')]
    return code && parent ? { change: { kind: 'move', code, parent } } : undefined
  },
  merge(row) {
    const from = givers(row)
    const into = target(row, from)
    return into && from.length > 0 ? { change: { kind: 'merge', from, into } } : undefined
  },
  split(row) {
    const from = unitCode(row, 'from')
    const unit = target(row, from ? [from] : [])
    return from && unit ? { from, part: { unit, share: share(row), people: people(row) } } : undefined
  },
  transfer(row) {
    const [from, to] = [unitCode(row, 'from'), unitCode(row, 'to', 'after')]
    return from && to ? { change: { kind: 'transfer', from, to, share: share(row), people: people(row) } } : undefined
  },
  pass(row) {
    const [from, to] = [unitCode(row, 'from'), unitCode(row, 'to', 'after')]
    const part = needed(row, 'part') && word(row, 'part', partOf, problems.partUnknown)
    if (!from || !to || !part) return undefined
    return { change: { kind: 'pass', from, to, part, share: share(row), people: people(row), ...basis(row) } }
  },
  succeed(row) {
    const [from, to] = [unitCode(row, 'from'), unitCode(row, 'to', 'after')]
    return from && to
      ? { change: { kind: 'succeed', from, to, scope: scopeOf(row), verified: true, ...basis(row) } }
      : undefined
  },
}

function needed(row: Row, field: Field): string | undefined {
  const value = row.cells[field]
  if (!value) complain(row, field, undefined)
  return value
}

function people(row: Row) {
  return word(row, 'people', peopleOf, problems.peopleUnknown) ?? null
}

function basis({ cells }: Row): { basis?: string } {
  return cells.basis ? { basis: cells.basis.slice(0, 200) } : {}
}

/** A code as other data name it ("vocational-education"), or words that make one. */
function scopeOf({ cells: { scope } }: Row): Extract<UnitChange, { kind: 'succeed' }>['scope'] {
  if (!scope) return null
  return /^[a-z][a-z-]*$/.test(scope) ? { code: scope, vi: null, en: null } : { code: slug(scope), vi: scope, en: null }
}

function slug(words: string): string {
  return (
    fold(words)
      .replace(/[^a-z]+/g, '-')
      .replace(/^-+|-+$/g, '') || 'part'
  )
}

/** Several former units in one cell, by commas, semicolons or lines. */
function givers(row: Row): string[] {
  const entries = (row.cells.from ?? '').split(/[,;\n]/u).map((each) => each.trim())
  const named = entries.filter((each) => each !== '')
  if (named.length === 0) complain(row, 'from', undefined)
  return named.flatMap((each) => unitCode({ ...row, cells: { ...row.cells, from: each } }, 'from') ?? [])
}

/** Who takes it: a unit that stands or is opened elsewhere, or a new one described in the row itself. */
function target(row: Row, from: readonly string[]): Split['into'][number]['unit'] | undefined {
  const { to, name } = row.cells
  if (to && name) complain(row, 'to', problems.targetTwice())
  else if (name) return newUnitOf(row, from)
  return to || !name ? unitCode(row, 'to', 'after') : undefined
}

function gathered(
  rowMeanings: readonly (RowMeaning | undefined)[],
  faults: Problem[],
): Pick<ReadRows, 'changes' | 'rowsOf'> {
  const changes: UnitChange[] = []
  const rowsOf: number[][] = []
  const splits = new Map<string, { change: { -readonly [K in keyof Split]: Split[K] }; rows: number[] }>()
  for (const [place, one] of rowMeanings.entries()) {
    if (!one) continue
    if ('change' in one) {
      changes.push(one.change)
      rowsOf.push([place])
      continue
    }
    const begun = splits.get(one.from)
    const split = begun ?? { change: { kind: 'split' as const, from: one.from, into: [] }, rows: [] }
    split.change.into = [...split.change.into, one.part]
    split.rows.push(place)
    if (begun) continue
    splits.set(one.from, split)
    changes.push(split.change)
    rowsOf.push(split.rows)
  }
  for (const { change, rows } of splits.values()) {
    if (change.into.length < 2) faults.push(problems.splitNeedsTwo({}, ['rows', rows[0] ?? 0, 'from']))
  }
  return { changes, rowsOf }
}

function endedTwice(changes: readonly UnitChange[], rowsOf: ReadRows['rowsOf'], lineOf: LineOf): Problem[] {
  const first = new Map<string, number>()
  return changes.flatMap((change, index) => {
    const place = rowsOf[index]?.[0] ?? 0
    if (change.kind !== 'close') return []
    const earlier = first.get(change.code)
    if (earlier === undefined) first.set(change.code, place)
    return earlier === undefined
      ? []
      : [problems.endedTwice({ code: change.code, line: lineOf(earlier) }, ['rows', place, 'code'])]
  })
}
