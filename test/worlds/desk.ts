/** Two administrators at the desk of reorganisations, in a database of their own that each test begins anew. */
import { beforeEach } from 'vitest'
import { ProblemError } from '#kernel/problem.ts'
import { grantRole } from '#modules/access'
import { previewOperation, reorganisation } from '#modules/reorganisation'
import { type Caller, operatorCaller } from '#platform/authority.ts'
import type { Database } from '#platform/database/index.ts'
import type { Engine } from '#platform/operation.ts'
import { perform, performAny } from '#platform/perform.ts'
import { testDatabase, type World } from '#test/database.ts'
import { type HandClock, handClock, testMachine } from '#test/machine.ts'

/** 2 November 2026 in Hà Nội. */
export const today = '2026-11-02'
export const future = '2027-01-01'

export interface DeskOf<Person extends string> {
  readonly world: World
  /** The first is an administrator at the city already; the second is made one. */
  readonly drafter: Person
  readonly approver: { readonly person: Person; readonly email: string }
  readonly callerOf: (database: Database, person: Person) => Promise<Caller>
}

/** Call it at the top of a test file. */
export function openDesk<Person extends string>({ world, drafter, approver, callerOf }: DeskOf<Person>) {
  let database: Database
  let engine: Engine
  let clock: HandClock
  type Who = Person | 'operator'

  beforeEach(async () => {
    database = await testDatabase(world)
    clock = handClock()
    engine = await testMachine(database, { clock })
    await grant({ email: approver.email, unit: '01', role: 'administrator', from: '2026-01-01' })
  })

  const grant = (given: object) => perform(engine, grantRole, operatorCaller('command'), given)

  async function does<T = { id: string }>(who: Who, name: string, input: object): Promise<T> {
    const operation = reorganisation.operations.find((each) => each.name === `reorganisation.${name}`)
    if (!operation) throw new Error(`no operation ${name}`)
    const caller = who === 'operator' ? operatorCaller('job') : await callerOf(database, who)
    return (await performAny(engine, operation, caller, await seen(engine, name, input))) as T
  }

  async function proposed(on: string, changes: object[], title = 'Sắp xếp thử'): Promise<string> {
    const { id } = await does(drafter, 'draft', { on, title, basis: `Quyết định ${title}`, changes })
    await does(drafter, 'propose', { id })
    return id
  }

  async function approved(on: string, changes: object[], title?: string): Promise<string> {
    const id = await proposed(on, changes, title)
    await does(approver.person, 'approve', { id })
    return id
  }

  const rowsOf = async <T>(text: string, values: unknown[] = []) =>
    (await database.pool.query(text, values)).rows as T[]
  const setClock = (instant: string) => clock.set(instant)
  return {
    database: () => database,
    does,
    proposed,
    approved,
    rowsOf,
    grant,
    setClock,
    dump: () => dump(database),
    unitsOn: (day: string) => unitsOn(database, day),
  }
}

/** As a form of the page does: where a step names what was seen, that which stands, unless told otherwise. */
async function seen(engine: Engine, name: string, input: { id?: string }): Promise<object> {
  const { id } = input
  if (!steps.includes(name) || !id) return input
  const { pool } = engine.database
  const { rows } = await pool.query<{ version: number }>('select version from reorganisation.decision where id = $1', [
    id,
  ])
  const standing = { version: rows[0]?.version ?? 1, ...input }
  return name === 'approve' ? { effectsVersion: await foreseen(engine, id), ...standing } : standing
}

/** The mark of the preview as it stands; that of nothing where nothing is foreseen any more. */
async function foreseen(engine: Engine, id: string): Promise<string> {
  const { effectsVersion } = await perform(engine, previewOperation, operatorCaller('command'), { id, limit: 1 })
  return effectsVersion ?? `0${':0.0000000000000000'.repeat(8)}`
}

const steps = ['addChanges', 'propose', 'return', 'approve', 'withdraw', 'discard']

/** What an attempt came to: `done`, or its problems with their places. */
export async function codesOf(attempt: Promise<unknown>): Promise<string[]> {
  try {
    await attempt
    return ['done']
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error
    return error.problems.map((each) => [each.code, ...(each.path ?? [])].join(' '))
  }
}

/** The communes of a day, one line each. */
async function unitsOn({ pool }: Database, day: string): Promise<string[]> {
  const { rows } = await pool.query<{ line: string }>(
    `select concat_ws(' ', unit.code, version.full_name, parent.code) as line
     from organisation.unit join organisation.unit_version version on version.unit_id = unit.id
     left join organisation.unit parent on parent.id = version.parent_id
     where version.valid_from <= $1 and version.valid_to > $1 and unit.kind = 'commune' order by unit.code`,
    [day],
  )
  return rows.map((row) => row.line)
}

const touched = [
  'organisation.unit',
  'organisation.unit_version',
  'organisation.closure',
  'organisation.succession',
  'organisation.crosswalk',
  'access.role_grant',
  'plan.duty_holder',
]

/** Everything a decision may touch, row by row as text. */
async function dump({ pool }: Database): Promise<Record<string, string[]>> {
  const all: Record<string, string[]> = {}
  for (const table of touched) {
    const { rows } = await pool.query<{ line: string }>(`select row::text as line from ${table} as row order by 1`)
    all[table] = rows.map((row) => row.line)
  }
  return all
}
