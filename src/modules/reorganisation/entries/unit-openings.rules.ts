/** Reads what a typed row says of a new unit; what it leaves out follows from the former units where these agree. */
import { fold } from '#kernel/text.ts'
import type { NewUnit } from '#modules/organisation'
import { problems } from './entries.texts.ts'
import { complain, number, type Row, unitCode } from './entry-cells.rules.ts'
import { typeInName, withoutType } from './entry-units.rules.ts'

const codeShape = /^[\p{L}\d._-]{1,20}$/u

/** `former` are the codes of the units it is made of, where the change says so. */
export function newUnitOf(row: Row, former: readonly string[]): NewUnit | undefined {
  const { code, name, seat } = row.cells
  if (!code) complain(row, 'code', undefined)
  else if (!codeShape.test(code)) complain(row, 'code', problems.badCode({ entry: code }))
  if (!name) complain(row, 'name', undefined)
  if (!code || !name) return undefined
  const named = nameAndType(row, name)
  const kind = named && kindOf(row, named, former)
  const parent = parentOf(row, code, former)
  const measures = { areaKm2: number(row, 'area_km2'), lon: number(row, 'lon'), lat: number(row, 'lat') }
  if (!named || !kind || !parent) return undefined
  return { code, kind, ...named, parent, ...measures, areaIsEstimate: false, seat: seat ?? null }
}

/** An agency keeps its name whole; a place's is cut from its type. */
function nameAndType(row: Row, full: string): { name: string; type: string } | undefined {
  const { type, kind } = row.cells
  const isAgency = kind !== undefined && kindNamed(row, kind)?.tree === 'agency'
  if (type) return { type, name: isAgency ? full : withoutType(full, type) }
  const result = isAgency ? undefined : typeInName(row.index, full)
  const types = row.index.types.map((each) => each.type).join(', ')
  if (!result) complain(row, 'type', problems.typeUnknown({ entry: full, types }))
  return result
}

function kindNamed({ ground }: Row, entry: string) {
  return ground.kinds.find(({ code, names }) => code === entry || names.some((name) => fold(name) === fold(entry)))
}

/** As typed; else that of the former units, else that of the units of the same type, where it is one. */
function kindOf(row: Row, { type }: { type: string }, former: readonly string[]): string | undefined {
  const entry = row.cells.kind
  const given = entry === undefined ? undefined : kindNamed(row, entry)?.code
  if (given) return given
  const kinds = new Set(former.flatMap((code) => row.index.byCode.get(code.toLowerCase())?.kind ?? []))
  const ofType = row.index.types.find((each) => fold(each.type) === fold(type))?.kinds ?? new Set()
  const [only, ...others] = entry ? [] : kinds.size > 0 ? kinds : ofType
  if (only && others.length === 0) return only
  const known = row.ground.kinds.map((kind) => kind.names[0] ?? kind.code).join(', ')
  complain(row, 'kind', problems.kindUnknown({ entry: entry ?? type, kinds: known }))
  return undefined
}

function parentOf(row: Row, code: string, former: readonly string[]): string | undefined {
  if (row.cells.parent) return unitCode(row, 'parent', 'after')
  const parents = new Set(former.flatMap((each) => row.index.byCode.get(each.toLowerCase())?.parentCode ?? []))
  const [only, ...others] = parents
  if (only && others.length === 0) return only
  complain(row, 'parent', others.length > 0 ? problems.parentsDiffer({ code }) : undefined)
  return undefined
}
