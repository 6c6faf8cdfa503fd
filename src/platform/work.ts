/** What an operation runs with, over one transaction: the day, the caller's rights, files, and what it tells of itself. */
import { fieldOf } from '#kernel/field.ts'
import { newId } from '#kernel/id.ts'
import { dateOf } from '#kernel/language.ts'
import { type Caller, isOperator, rolesIncluding } from '#platform/authority.ts'
import type { Tx } from '#platform/database/index.ts'
import { newTrail, type Trail } from '#platform/entries.ts'
import { keptFiles } from '#platform/files/keeping.ts'
import type { Engine, Work } from '#platform/operation.ts'
import { writeEvent } from '#platform/store.ts'

/** @param trail takes what the operation tells of itself. */
export function workFor(
  call: { engine: Engine; operation: { name: string } },
  tx: Tx,
  caller: Caller,
  trail: Trail = newTrail(),
): Work {
  const { engine, operation } = call
  const now = engine.clock.now()
  const { files: disk, namedFiles: named, settings, fields, authority } = engine
  const field = fieldOf(operation.name, fields)
  const today = dateOf(now)
  return {
    tx,
    caller,
    now,
    today,
    newId,
    files: keptFiles({ disk, named, tx, settings, now, made: trail.files }),
    settings,
    facts: engine.facts,
    fields,
    field,
    async holds(unitId, ...input) {
      if (!caller.account) return isOperator(caller)
      const roles = input.flatMap(rolesIncluding)
      const accountId = caller.account.id
      return (await authority.holds(tx, { accountId, roles, unitId, field, on: today })) !== undefined
    },
    isAgain: false,
    publish(event) {
      trail.hasEvents = true
      return writeEvent(tx, { id: newId(), at: now, ...event })
    },
    audit: (change) => void trail.changes.push(change),
    unchanged: () => {
      trail.isUnchanged = true
    },
  }
}
