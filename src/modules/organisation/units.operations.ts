/** What can be done with units: look at them on any date, and find them. */
import { z } from 'zod'
import { PageInput, pageOf, sortInput } from '#kernel/page.ts'
import { ProblemError } from '#kernel/problem.ts'
import { Code } from '#kernel/schema.ts'
import { fold, tidy } from '#kernel/text.ts'
import { anyone, type May, type Role, roleAtOne } from '#platform/authority.ts'
import type { Tx } from '#platform/database/index.ts'
import { operation } from '#platform/operation.ts'
import type { UnitRef } from './units.model.ts'
import { DateText, On, UnitDetail, UnitKind, UnitKindShape, UnitLink, UnitRow } from './units.model.ts'
import { unitsByCode } from './units.rules.ts'
import * as store from './units.store.ts'
import { problems } from './units.texts.ts'

export const units = operation({
  name: 'organisation.units',
  summary: 'The units valid on a date, by level and code; those that are found by words, best first.',
  effect: 'read',
  may: anyone,
  input: PageInput.extend({
    on: DateText.optional(),
    kind: UnitKind.optional(),
    under: Code.optional(),
    /** A name or a code, typed with or without tones. */
    query: z.string().max(100).optional(),
    sort: sortInput(store.listUnits.sorts),
  }),
  output: pageOf(UnitRow),
  async run({ tx, today }, { on = today, kind, under, query: entry = '', ...page }) {
    const query = fold(tidy(entry)) || undefined
    // Without a kind and words the list is of the city and what is in it: the country stands beside the tree.
    const isWide = kind !== undefined || query !== undefined
    const above = under ? await requireUnit(tx, under, on) : isWide ? undefined : await rootUnit(tx, on)
    const sort = page.sort ?? (query ? 'closeness' : undefined)
    return store.listUnits(tx, { on, kind, under: above?.id, query }, { ...page, sort })
  },
})

export const unit = operation({
  name: 'organisation.unit',
  summary: 'One unit on a date: its parent, children, predecessors and successors.',
  effect: 'read',
  may: anyone,
  input: On.extend({ code: Code }),
  output: UnitDetail,
  async run({ tx, today }, { code, on = today }) {
    const [unitDetail] = await store.findUnitDetail(tx, { code, on })
    if (!unitDetail) throw await unknownUnit(tx, code, on)
    return unitDetail
  },
})

export const search = operation({
  name: 'organisation.search',
  summary: 'Units by name or code, typed with or without tones.',
  effect: 'read',
  may: anyone,
  input: On.extend({
    query: z.string().max(100),
    kind: UnitKind.optional(),
    limit: z.coerce.number().int().min(1).max(50).default(10),
  }),
  output: z.array(UnitLink.extend({ parent: z.string().nullable() })),
  async run({ tx, today }, { query, on = today, kind, limit }) {
    const folded = fold(tidy(query))
    return folded ? store.searchUnits(tx, { folded, on, kind, limit }) : []
  },
})

export const unitKinds = operation({
  name: 'organisation.kinds',
  summary: 'The kinds of units: levels of places, and agencies.',
  effect: 'read',
  may: anyone,
  input: z.object({}),
  output: z.array(UnitKindShape),
  run: ({ tx }) => kindsOfUnits(tx),
})

export function kindsOfUnits(tx: Tx): Promise<z.infer<typeof UnitKindShape>[]> {
  return store.listKinds(tx)
}

/** Every unit of a day, the city and what is in it, by level and code. */
export async function allUnitsOn(tx: Tx, on: string): Promise<UnitRow[]> {
  return store.everyUnit(tx, { on, under: (await rootUnit(tx, on)).id })
}

/** The unit that `code` names on a day. Throws `organisation.unknownUnit` with what the code was, if ever. */
export async function requireUnit(tx: Tx, code: string, on: string): Promise<UnitRef> {
  const [ref] = await store.findRef(tx, { code, on })
  if (!ref) throw await unknownUnit(tx, code, on)
  return ref
}

/** Finds units by code and day without asking the database each time: for loading many rows. */
export async function unitFinder(tx: Tx): Promise<(code: string, on: string) => UnitRef | undefined> {
  return unitsByCode(await store.listLives(tx))
}

/** The unit of an id on a day; undefined when it is not valid then. */
export async function unitById(tx: Tx, id: string, on: string): Promise<UnitRef | undefined> {
  const [ref] = await store.findRefById(tx, { id, on })
  return ref
}

/** The root of the places: the city. */
export async function rootUnit(tx: Tx, on: string): Promise<UnitRef> {
  const [root] = await store.findRoot(tx, { on })
  if (!root) throw new ProblemError(problems.unknownUnit({ code: '', on }))
  return root
}

/** Those who hold `role` at the city, which is above every unit. */
export function roleAtCity(role: Role): May<unknown> {
  // Where no units are loaded yet there is no city, and nobody holds anything at it.
  return roleAtOne(role, 'city', async (tx, on) => (await store.findRoot(tx, { on }))[0]?.id)
}

async function unknownUnit(tx: Tx, code: string, on: string): Promise<ProblemError> {
  const lives = await store.lifeOfCode(tx, { code })
  if (lives.length === 0) return new ProblemError(problems.unknownUnit({ code, on }, ['code']))
  const text = lives.map((life) => `${life.name} (${life.validFrom ?? '…'} – ${life.validTo ?? '…'})`).join('; ')
  return new ProblemError(problems.unknownUnitThen({ code, on, lives: text }, ['code']))
}
