/**
 * Reads a table of former units and what they became as changes. A unit that keeps its code and its name stays; every other new code is a
 * new unit, also where an ended one bore it; a former unit with no row in which it stays has ended.
 */
import type { Problem } from '#kernel/problem.ts'
import { decomposed } from '#kernel/text.ts'
import type { UnitChange } from '#modules/organisation'
import type { Field, Ground, GroundUnit, ReadRows } from '../entries/entries.model.ts'
import { problems as entryProblems } from '../entries/entries.texts.ts'
import { complain, type Row, share, unitCode, word } from '../entries/entry-cells.rules.ts'
import { existingUnit, type Index, indexOf, isProblem } from '../entries/entry-units.rules.ts'
import { partOf, peopleOf } from '../entries/entry-words.rules.ts'
import { newUnitOf } from '../entries/unit-openings.rules.ts'
import type { LevelAbove, MappingColumn, MappingRow } from './former-units.model.ts'
import { problems } from './former-units.texts.ts'

/** A row understood. */
export interface Entry {
  readonly row: Row
  readonly old: GroundUnit
  readonly code: string
  readonly name: string
  readonly part: 'full' | 'partial'
  readonly share: number | null
  readonly people: 'all' | 'part' | 'none' | null
  readonly isRest: boolean
  readonly basis: string | undefined
}

export interface Mapping {
  readonly entries: readonly Entry[]
  readonly index: Index
  readonly ground: Ground
  readonly levelAbove: LevelAbove
  readonly lineOf: (place: number) => number
}

/** Reads every row, then what they come to together. Problems stand at `rows`, place, and the column of the table. */
export function changesOfCorrespondence(
  rows: readonly MappingRow[],
  ground: Ground,
  levelAbove: LevelAbove,
  lineOf = (place: number) => place + 1,
): ReadRows {
  const index = indexOf(ground)
  const problems: Problem[] = []
  const entries = rows.flatMap((cells, place) => entryOf({ cells, place, ground, index, found: problems }) ?? [])
  const mapping: Mapping = { entries, index, ground, levelAbove, lineOf }
  problems.push(...disagreements(mapping), ...rests(mapping))
  const read = changesOf(mapping, problems)
  return { ...read, problems: problems.map(atColumn) }
}

const fieldColumns: Partial<Record<Field, MappingColumn>> = {
  code: 'new_code',
  name: 'new_name',
  type: 'new_type',
  people: 'population_moves',
  from: 'old_code',
}

function atColumn(problem: Problem): Problem {
  const [rows = 'rows', place = 0, field = ''] = problem.path ?? []
  return { ...problem, path: [rows, place, fieldColumns[field as Field] ?? field] }
}

interface Reading {
  readonly cells: MappingRow
  readonly place: number
  readonly ground: Ground
  readonly index: Index
  readonly found: Problem[]
}

function entryOf({ cells, place, ground, index, found: problems }: Reading): Entry | undefined {
  const { old_code, old_name, new_code, new_name, new_type, parent, part, population_moves, remainder, basis } = cells
  const fields = { code: new_code, name: new_name, type: new_type, parent, from: old_code ?? old_name, part }
  const row: Row = {
    place,
    cells: { ...fields, people: population_moves, share: cells.share },
    ground,
    index,
    opened: new Set(),
    problems: problems,
  }
  const before = problems.length
  const old = formerUnit(row, old_code, old_name)
  for (const field of ['code', 'name', 'part'] as const) if (!fields[field]) complain(row, field, undefined)
  const entry = {
    part: word(row, 'part', partOf, entryProblems.partUnknown) ?? 'full',
    share: share(row),
    people: word(row, 'people', peopleOf, entryProblems.peopleUnknown) ?? null,
  }
  if (!old || !new_code || !new_name || problems.length > before) return undefined
  const isRest = remainder !== undefined && !/^(?:0|khong|không|no|false|)$/i.test(remainder)
  return { ...entry, row, old, code: new_code, name: new_name, isRest, basis }
}

function formerUnit(row: Row, code: string | undefined, name: string | undefined): GroundUnit | undefined {
  if (!code && !name) {
    complain(row, 'from', undefined)
    return undefined
  }
  const result = existingUnit(row.index, code ?? name ?? '')
  const problem = isProblem(result)
    ? result
    : code && name && spelling(name) !== spelling(result.name)
      ? problems.codeNamesOther({ code, name: result.name, entry: name })
      : undefined
  if (problem) complain(row, 'from', problem)
  return isProblem(result) || problem ? undefined : result
}

/** The letters with their marks, wherever in a syllable the tone is written: "Hoà" and "Hòa" are one name. */
export function spelling(name: string): string {
  const syllables = decomposed(name)
    .toLowerCase()
    .split(/[\s-]+/u)
  return syllables
    .map((each) => `${each.replace(/\p{M}/gu, '')} ${[...each.matchAll(/\p{M}/gu)].map(String).sort().join('')}`)
    .join('|')
}

function disagreements({ entries, lineOf }: Mapping): Problem[] {
  const names = new Map<string, Entry>()
  const pairs = new Map<string, Entry>()
  return entries.flatMap((entry) => {
    const { row, old, code, name } = entry
    const first = names.get(code)
    const same = pairs.get(`${old.code} ${code}`)
    names.set(code, first ?? entry)
    pairs.set(`${old.code} ${code}`, same ?? entry)
    const at = (field: Field) => ['rows', row.place, field]
    if (same) {
      const params = { from: `${old.code} ${old.name}`, to: `${code} ${name}`, line: lineOf(same.row.place) }
      return [problems.pairTwice(params, at('from'))]
    }
    if (!first || spelling(first.name) === spelling(name)) return []
    return [problems.namesDisagree({ code, entry: name, first: first.name, line: lineOf(first.row.place) }, at('name'))]
  })
}

/** Shares are rounded estimates: together they may miss the whole by this much. */
const rounding = 0.02

/** A unit that ends gave everything away; where the table does not show it, somebody has to say. */
function rests(mapping: Mapping): Problem[] {
  const stays = stayingIn(mapping)
  return [...Map.groupBy(mapping.entries, (entry) => entry.old.code)].flatMap(([code, own]) => {
    const [first] = own
    const isWhole = own.some((entry) => entry.part === 'full' || entry.isRest)
    if (!first || stays.has(code) || isWhole) return []
    const at = ['rows', first.row.place, 'share']
    const { name } = first.old
    const isKnown = own.every((entry) => entry.share !== null)
    const total = own.reduce((sum, entry) => sum + (entry.share ?? 0), 0)
    if (isKnown) return total < 1 - rounding ? [problems.restMissing({ name, percent: percentOf(total) }, at)] : []
    return own.length === 1 ? [problems.onePartOnly({ name }, at)] : []
  })
}

function percentOf(share: number): number {
  return Math.round(share * 1000) / 10
}

/** Codes of the units that stand on: they keep code and name, and where the level above ends, nothing else of them changes. */
function stayingIn({ entries, index, levelAbove }: Mapping): ReadonlySet<string> {
  const given = Map.groupBy(entries, (entry) => entry.old.code)
  const groups = [...Map.groupBy(entries, (entry) => entry.code)]
  const staying = groups.filter(([code, taken]) => {
    const standing = index.byCode.get(code.toLowerCase())
    if (!standing || taken.some(({ name }) => spelling(name) !== spelling(standing.name))) return false
    const isUntouched = taken.length === 1 && taken[0]?.old.code === code && given.get(code)?.length === 1
    return levelAbove === 'stays' || isUntouched
  })
  return new Set(staying.map(([code]) => code))
}

function changesOf(mapping: Mapping, problems: Problem[]): Pick<ReadRows, 'changes' | 'rowsOf'> {
  const stays = stayingIn(mapping)
  const taken = [...Map.groupBy(mapping.entries, (entry) => entry.code)]
  const changeRowses = [
    ...taken.flatMap(([code, from]) => (stays.has(code) ? movedUnit(mapping, from) : openedUnit(mapping, from))),
    ...closings(mapping, stays),
    ...mapping.entries.filter(({ old, code }) => !(stays.has(code) && old.code === code)).map(passed),
  ]
  // Changes of rows with problems may lack what they rest on; then nothing is kept anyway.
  return problems.length > 0
    ? { changes: [], rowsOf: [] }
    : { changes: changeRowses.map(([change]) => change), rowsOf: changeRowses.map(([, at]) => at) }
}

type ChangeRows = readonly [change: UnitChange, rows: readonly number[]]

function openedUnit(mapping: Mapping, from: readonly Entry[]): ChangeRows[] {
  const [first] = from
  if (!first) return []
  const root = rootOf(mapping)
  const parent = first.row.cells.parent ?? (mapping.levelAbove === 'ends' ? root?.code : undefined)
  const cells = { ...first.row.cells, parent }
  const unit = newUnitOf(
    { ...first.row, cells },
    from.map((entry) => entry.old.code),
  )
  return unit ? [[{ kind: 'open', unit }, placesOf(from)]] : []
}

/** A unit that stays comes under what the table says, or under the root where the level above ends. */
function movedUnit(mapping: Mapping, from: readonly Entry[]): ChangeRows[] {
  const standing = mapping.index.byCode.get(from[0]?.code.toLowerCase() ?? '')
  const params = from.find((entry) => entry.row.cells.parent)
  const given = params && unitCode(params.row, 'parent')
  const parent = given ?? (mapping.levelAbove === 'ends' ? rootOf(mapping)?.code : undefined)
  if (!standing || !parent || parent === standing.parentCode) return []
  return [[{ kind: 'move', code: standing.code, parent }, placesOf(from)]]
}

function closings(mapping: Mapping, stays: ReadonlySet<string>): ChangeRows[] {
  const given = [...Map.groupBy(mapping.entries, (entry) => entry.old.code)].filter(([code]) => !stays.has(code))
  const own = given.map(([code, to]): ChangeRows => [{ kind: 'close', code }, placesOf(to)])
  if (mapping.levelAbove === 'stays') return own
  const root = rootOf(mapping)
  const above = Map.groupBy(mapping.entries, (entry) => entry.old.parentCode ?? '')
  const ending = [...above].filter(([code]) => code !== '' && code !== root?.code)
  return [...own, ...ending.map(([code, below]): ChangeRows => [{ kind: 'close', code }, placesOf(below)])]
}

function passed({ row, old, code, part, share: own, people, basis, isRest }: Entry): ChangeRows {
  const share = part === 'full' ? 1 : own
  const text = basis ?? (isRest ? 'remainder' : undefined)
  return [
    { kind: 'pass', from: old.code, to: code, part, share, people, ...(text ? { basis: text } : {}) },
    [row.place],
  ]
}

function placesOf(entries: readonly Entry[]): number[] {
  return entries.map((entry) => entry.row.place)
}

/** What stands above every place: the city. */
function rootOf({ ground }: Mapping): GroundUnit | undefined {
  const places = new Set(ground.kinds.filter((kind) => kind.tree === 'place').map((kind) => kind.code))
  return ground.units.find((unit) => unit.parentCode === null && places.has(unit.kind))
}
