/** Agencies as a pack has them and as the tree has them, in one shape; and what a decision must do to bring the tree to the pack. */
import type { z } from 'zod'
import type { Change, Life } from './decisions/changes.model.ts'
import type { AgencyPack } from './unit-packs.model.ts'
import { sinceEver, stillValid } from './units.rules.ts'

/** An agency as it stands last. */
export interface AgencyRow {
  readonly name: string
  readonly type: string
  readonly parent: string
  /** The first day on which it is no more; null while no end is known. */
  readonly validTo: string | null
}

/** By their codes; what moved stands under the parent it moved to. */
export function agenciesOfPack({ agencies, moves }: z.infer<typeof AgencyPack>): Map<string, AgencyRow> {
  const parents = new Map(moves.toSorted((a, b) => (a.on < b.on ? -1 : 1)).map((move) => [move.agency, move.parent]))
  return new Map(
    agencies.map(({ code, nameVi: name, type, parent, seat, validTo }) => {
      return [code, { name, type, parent: parents.get(code) ?? parent ?? seat, validTo }]
    }),
  )
}

/** By their codes; where a code was used again, the unit that bears it last. */
export function agenciesOfTree(lives: readonly Life[]): Map<string, AgencyRow> {
  const codes = new Map(lives.map(({ id, code }) => [id, code]))
  const inTime = lives.filter(({ kind }) => kind === 'agency').toSorted((a, b) => (dayOf(a) < dayOf(b) ? -1 : 1))
  return new Map(
    inTime.flatMap(({ code, closedOn, versions }) => {
      const last = versions.at(-1)
      if (!last) return []
      const parent = codes.get(last.parentId ?? '') ?? ''
      return [[code, { name: last.name, type: last.type, parent, validTo: closedOn === stillValid ? null : closedOn }]]
    }),
  )
}

function dayOf({ openedOn }: Life): string {
  return openedOn === sinceEver ? '' : openedOn
}

interface Wanted {
  /** As the pack has it; undefined where it has it no more. */
  readonly pack: AgencyRow | undefined
  /** As the tree has it; undefined where it is not there. */
  readonly own: AgencyRow | undefined
  /** The day on which it began, where the pack knows one. */
  readonly validFrom: string | null
  readonly today: string
}

/** The changes that bring one agency to what the pack says, each with its day. What ended before it could begin is not opened. */
export function changesToAgency(code: string, { pack, own, validFrom, today }: Wanted): [on: string, change: Change][] {
  if (!own) return pack ? opening(code, pack, validFrom ?? today) : []
  if (own.validTo !== null) return []
  if (!pack) return [[today, { kind: 'close', code }]]
  const changes: [string, Change][] = []
  if (pack.name !== own.name) changes.push([today, { kind: 'rename', code, name: pack.name }])
  if (pack.type !== own.type) changes.push([today, { kind: 'retype', code, type: pack.type }])
  if (pack.parent !== own.parent) changes.push([today, { kind: 'move', code, parent: pack.parent }])
  // One that is no more is not changed on its way out.
  const isOver = pack.validTo !== null && pack.validTo <= today
  return [...(isOver ? [] : changes), ...closing(code, pack)]
}

function opening(code: string, row: AgencyRow, on: string): [string, Change][] {
  if (row.validTo !== null && row.validTo <= on) return []
  const { name, type, parent } = row
  const nowhere = { areaKm2: null, areaIsEstimate: false, seat: null, lon: null, lat: null }
  return [[on, { kind: 'open', unit: { code, kind: 'agency', name, type, parent, ...nowhere } }], ...closing(code, row)]
}

function closing(code: string, { validTo }: AgencyRow): [string, Change][] {
  return validTo === null ? [] : [[validTo, { kind: 'close', code }]]
}
