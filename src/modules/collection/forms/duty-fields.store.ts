/** The columns of what is said of a duty, for every table that holds it, and which duty of the plan it is. */
import { type RawBuilder, sql } from 'kysely'
import type { Tables } from '#platform/database/index.ts'
import { dutyContentNames } from './duty-fields.model.ts'

/** A name that is no column of each of the three does not compile. */
const names: readonly (keyof Tables['collection.duty_report'] &
  keyof Tables['collection.duty_report_version'] &
  keyof Tables['collection.sent_duty'])[] = dutyContentNames

/** The columns with commas between, of the table or alias `of` where one is given. */
export function dutyColumns(of?: string): RawBuilder<unknown> {
  return sql.join(names.map((name) => sql.ref(of ? `${of}.${name}` : name)))
}

/** Joins `duty`, what the plan says of the duty with this id, whoever held it: its number, and its place in the plan to order by. */
export function dutyOfPlan(id: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`left join lateral (
    select named.ref, named.position from plan.published_duty named where named.id = ${id} limit 1) duty on true`
}

/** One JSON object of them, with `more` in their place or beside them. */
export function dutyObject(of: string, more: Readonly<Record<string, RawBuilder<unknown>>> = {}): RawBuilder<unknown> {
  const values = new Map(names.map((name): [string, RawBuilder<unknown>] => [name, sql.ref(`${of}.${name}`)]))
  for (const [name, value] of Object.entries(more)) values.set(name, value)
  return sql`jsonb_build_object(${sql.join([...values].flatMap(([name, value]) => [sql.lit(name), value]))})`
}

/** What an `on conflict` sets: each as it was to be inserted. */
export function dutyColumnsExcluded(): RawBuilder<unknown> {
  return sql.join(names.map((name) => sql`${sql.ref(name)} = ${sql.ref(`excluded.${name}`)}`))
}
