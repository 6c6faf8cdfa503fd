/** The history of what goes from hand to hand: every step that was taken, written once and never changed. */
import { sql } from 'kysely'
import { z } from 'zod'
import type { Tx } from '#platform/database/index.ts'
import { namedQuery, recordsOf } from '#platform/database/index.ts'

/** One step to be kept; `hands` of a step with four eyes. */
export interface NewEvent {
  readonly subject: string
  readonly step: string
  readonly from: string | null
  readonly to: string
  readonly byId: string | null
  readonly by: string
  readonly at: Date
  readonly reason: string | null
  readonly dueOn: string | null
  readonly version: number
  readonly hands: readonly string[] | null
}

/** Appends steps in their order; those of one subject come after all that it has taken. The subjects must be held. */
export async function insertEvents(tx: Tx, workflow: string, events: readonly NewEvent[]): Promise<void> {
  const rows = events.map(({ subject, from, to, by, ...event }, place) => {
    return { ...event, subjectId: subject, sequence: place, fromState: from, toState: to, byName: by }
  })
  await sql`
    insert into platform.workflow_event (workflow, subject_id, sequence, step, from_state, to_state, by_id, by_name, at, reason,
      due_on, version, hands)
    select ${workflow}, event.subject_id,
      coalesce((select max(earlier.sequence) from platform.workflow_event earlier
        where earlier.workflow = ${workflow} and earlier.subject_id = event.subject_id), 0)
        + row_number() over (partition by event.subject_id order by event.sequence),
      event.step, event.from_state, event.to_state, event.by_id, event.by_name, event.at, event.reason, event.due_on, event.version,
      event.hands
    from ${recordsOf('platform.workflow_event', rows)} as event
    order by event.sequence`.execute(tx)
}

const Row = z.object({
  step: z.string(),
  from: z.string().nullable(),
  to: z.string(),
  byId: z.uuid().nullable(),
  by: z.string().nullable(),
  at: z.string().nullable(),
  reason: z.string().nullable(),
  dueOn: z.string().nullable(),
  version: z.number().nullable(),
})
export type EventRow = z.infer<typeof Row>

/** The steps of one thing, latest first. */
export const listEvents = namedQuery({
  name: 'platform.workflowEvents',
  row: Row,
  text: (p: { workflow: string; subject: string; limit: number }) => sql`
    select step, from_state as "from", to_state as "to", by_id as "byId", by_name as by, to_json(at)#>>'{}' as at, reason,
      due_on::text as "dueOn", version
    from platform.workflow_event where workflow = ${p.workflow} and subject_id = ${p.subject}
    order by sequence desc limit ${p.limit}`,
})

/** Each step of one thing as it was taken last, latest first. */
export const listLastOfEach = namedQuery({
  name: 'platform.lastWorkflowEvents',
  row: Row,
  text: (p: { workflow: string; subject: string }) => sql`
    select step, "from", "to", "byId", by, at, reason, "dueOn", version from (
      select distinct on (step) sequence, step, from_state as "from", to_state as "to", by_id as "byId", by_name as by,
        to_json(at)#>>'{}' as at, reason, due_on::text as "dueOn", version
      from platform.workflow_event where workflow = ${p.workflow} and subject_id = ${p.subject}
      order by step, sequence desc) last
    order by sequence desc`,
})

/** Who took which steps of some things, each with the last time, in its order. */
export const listTakers = namedQuery({
  name: 'platform.workflowTakers',
  row: z.object({ subject: z.uuid(), step: z.string(), account: z.uuid().nullable(), last: z.number() }),
  text: (p: { workflow: string; subjects: readonly string[] }) => sql`
    select subject_id as subject, step, by_id as account, max(sequence) as last from platform.workflow_event
    where workflow = ${p.workflow} and subject_id = any(${p.subjects}::uuid[])
    group by subject_id, step, by_id order by last`,
})
