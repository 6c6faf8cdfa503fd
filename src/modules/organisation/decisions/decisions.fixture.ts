/** A small city on paper, and random decisions about its units, most of which fit: for properties of whatever follows from them. */
import fc from 'fast-check'
import { sinceEver, stillValid } from '../units.rules.ts'
import type { Change, Kind, Life, NewUnit, Tree, UnitDecision } from './changes.model.ts'
import { growTree } from './tree-growth.rules.ts'

export const kinds: readonly Kind[] = [
  { code: 'city', tree: 'place', level: 1 },
  { code: 'district', tree: 'place', level: 2 },
  { code: 'commune', tree: 'place', level: 3 },
  { code: 'agency', tree: 'agency', level: 9 },
]

/** A unit as it stands since ever. */
export function existing(code: string, kind: string, parentId: string | null, areaKm2: number | null = null): Life {
  const where = { areaKm2, areaIsEstimate: false, seat: null, lon: null, lat: null }
  const name = `Tên ${code}`
  const version = { validFrom: sinceEver, validTo: stillValid, name, fullName: `Loại ${name}`, type: 'Loại', parentId }
  return {
    id: idOf(code),
    code,
    kind,
    openedOn: sinceEver,
    closedOn: stillValid,
    versions: [{ ...version, ...where, source: 'test' }],
  }
}

/** Ids are written after codes, so that a failing example can be read. */
export function idOf(code: string): string {
  return `00000000-0000-7000-8000-${Buffer.from(code.padStart(6, '.')).toString('hex').slice(-12)}`
}

export const foundation: Tree = {
  lives: [
    existing('C', 'city', null),
    existing('D1', 'district', idOf('C')),
    existing('D2', 'district', idOf('C')),
    ...['a', 'b', 'c', 'd'].map((code, index) => existing(code, 'commune', idOf('D1'), 10 * (index + 1))),
    ...['e', 'f', 'g'].map((code) => existing(code, 'commune', idOf('D2'), null)),
    existing('S1', 'agency', idOf('C')),
    existing('S2', 'agency', idOf('S1')),
    existing('S3', 'agency', idOf('C')),
  ],
  steps: [],
}

export function newUnit(code: string, parent: string, kind = 'commune'): NewUnit {
  const nowhere = { areaKm2: null, areaIsEstimate: false, seat: null, lon: null, lat: null }
  return { code, kind, name: `Mới ${code}`, type: 'Loại', parent, ...nowhere }
}

let made = 0
/** A decision of these changes; units it opens get ids of their own. */
export function decision(on: string, ...changes: Change[]): UnitDecision {
  made += 1
  const number = String(made).padStart(12, '0')
  const opened = changes.flatMap((change) => {
    if (change.kind === 'open') return [change.unit.code]
    const targets =
      change.kind === 'merge' ? [change.into] : change.kind === 'split' ? change.into.map((part) => part.unit) : []
    return targets.flatMap((target) => (typeof target === 'string' ? [] : [target.code]))
  })
  const unitIds = Object.fromEntries(
    opened.map((code) => [
      code,
      `10000000-0000-7000-8000-${Buffer.from(`${code}${made}`.padStart(6, '.')).toString('hex').slice(-12)}`,
    ]),
  )
  return {
    id: `20000000-0000-7000-8000-${number}`,
    on,
    title: `Quyết định ${made}`,
    basis: `${made}/QĐ`,
    changes,
    unitIds,
  }
}

const code = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i')
const parent = fc.constantFrom('C', 'D1', 'D2', 'a', 'S1')
const share = fc.option(fc.integer({ min: 1, max: 9 }).map((tenths) => tenths / 10))
const people = fc.constantFrom('all' as const, 'part' as const, 'none' as const, null)
const unit = fc.record({ code, parent }).map((of) => newUnit(of.code, of.parent))
const target = fc.oneof(code, unit)

const oneChange: fc.Arbitrary<Change> = fc.oneof(
  fc.record({ kind: fc.constant('open' as const), unit }),
  fc.record({ kind: fc.constant('close' as const), code: fc.oneof(code, parent) }),
  fc.record({ kind: fc.constant('rename' as const), code, name: fc.constantFrom('Một', 'Hai') }),
  fc.record({ kind: fc.constant('retype' as const), code, type: fc.constantFrom('Phường', 'Xã') }),
  fc.record({ kind: fc.constant('move' as const), code: fc.oneof(code, fc.constantFrom('S1', 'S2', 'S3')), parent }),
  fc.record({
    kind: fc.constant('merge' as const),
    from: fc.uniqueArray(code, { minLength: 1, maxLength: 3 }),
    into: target,
  }),
  fc.record({
    kind: fc.constant('split' as const),
    from: code,
    into: fc.array(fc.record({ unit: target, share, people }), { minLength: 2, maxLength: 3 }),
  }),
  fc.record({ kind: fc.constant('transfer' as const), from: code, to: code, share, people }),
)

/** Sequences of decisions on days in order, each of one to three changes; many do not fit and are left out by `thatFit`. */
export const sequences: fc.Arbitrary<readonly (readonly Change[])[]> = fc.array(
  fc.array(oneChange, { minLength: 1, maxLength: 3 }),
  { minLength: 1, maxLength: 14 },
)

/** The decisions of a sequence that fit the tree as those before left it, one every hundred days. */
export function thatFit(sequence: readonly (readonly Change[])[]): UnitDecision[] {
  const fitting: UnitDecision[] = []
  for (const [index, changes] of sequence.entries()) {
    const on = new Date(Date.UTC(2024, 0, 1 + 100 * index)).toISOString().slice(0, 10)
    const tried = decision(on, ...changes)
    if (!growTree(foundation, kinds, [...fitting, tried]).fault) fitting.push(tried)
  }
  return fitting
}
