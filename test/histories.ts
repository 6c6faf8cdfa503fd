/** The whole history of a thing as the database has it: it joins, and comes to where the thing stands. */
import { expect } from 'vitest'
import type { Workflow } from '#kernel/workflow.ts'
import type { Database } from '#platform/database/index.ts'
import { listEvents } from '#platform/workflows/store.ts'

type Event<State extends string, Name extends string> = Parameters<Workflow<State, Name, string>['replay']>[0][number]

/** Every step of a thing, oldest first, with the account that took it. */
export async function historyOf<State extends string, Name extends string, Who extends string>(
  { kysely }: Database,
  { name: workflow }: Workflow<State, Name, Who>,
  subject: string,
) {
  const events = await listEvents(kysely, { workflow, subject, limit: 100_000 })
  return events.toReversed() as (Event<State, Name> & { byId: string | null })[]
}

export async function expectReplay<State extends string, Name extends string, Who extends string>(
  database: Database,
  flow: Workflow<State, Name, Who>,
  { id, state }: { id: string; state: State },
): Promise<void> {
  const events = await historyOf(database, flow, id)
  expect(flow.replay(events)).toBe(state)
}
