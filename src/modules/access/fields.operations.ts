/** Fields of work in rights: the one that an input names, and those for which a caller holds a role. */
import { z } from 'zod'
import { allFields, type Field, fieldsHeld, fieldWords } from '#kernel/field.ts'
import { ProblemError } from '#kernel/problem.ts'
import { requireUnit } from '#modules/organisation'
import { isOperator, type Role, roleAt, rolesIncluding } from '#platform/authority.ts'
import type { Tx } from '#platform/database/index.ts'
import { operation, type Work } from '#platform/operation.ts'
import { problems } from './access.texts.ts'
import { UnitCode } from './accounts.model.ts'
import * as store from './accounts.store.ts'

/** The unit that an input names by its code. */
export async function unitNamed(input: { unit: string }, tx: Tx, on: string): Promise<string> {
  return (await requireUnit(tx, input.unit, on)).id
}

/** Whoever gives a role at a unit administers the unit in the field of the role. */
export const mayGive = roleAt(
  'administrator',
  'unit',
  (input: { unit: string; field: string }, tx, on) => unitNamed(input, tx, on),
  {
    subject: 'input.field',
    locate: async ({ field }) => field,
  },
)

/** Throws `access.unknownField` for a field that no module declares. */
export function requireField(fields: readonly Field[], code: string): void {
  const isKnown = code === allFields || fields.some((field) => field.code === code)
  if (!isKnown) throw new ProblemError(problems.unknownField({ field: code }, ['field']))
}

/** The fields for which the caller holds one of the roles at a unit; undefined: for all of them. */
export async function fieldsOfCaller(
  { tx, caller, today }: Work,
  unitId: string,
  ...input: readonly Role[]
): Promise<readonly string[] | undefined> {
  if (isOperator(caller)) return undefined
  if (!caller.account) return []
  const roles = input.flatMap(rolesIncluding)
  const rows = await store.listFieldsHeld(tx, { accountId: caller.account.id, roles, unitId, on: today })
  return fieldsHeld(rows.map((row) => row.field))
}

export const fieldsToGive = operation({
  name: 'access.fields',
  summary: 'The fields of work for which you give roles at a unit, `all` first where you give those too.',
  effect: 'read',
  may: roleAt('administrator', 'unit', unitNamed, 'any'),
  input: z.object({ unit: UnitCode }),
  output: z.array(z.object({ code: z.string(), words: z.object({ vi: z.string(), en: z.string() }) })),
  async run(work, { unit }) {
    const { id } = await requireUnit(work.tx, unit, work.today)
    const held = await fieldsOfCaller(work, id, 'administrator')
    if (held) return work.fields.filter((field) => held.includes(field.code))
    return [{ code: allFields, words: fieldWords(allFields, work.fields) }, ...work.fields]
  },
})
