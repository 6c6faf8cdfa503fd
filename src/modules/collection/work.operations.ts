/** What waits for a person: forms to fill, forms that came back, and what the city has to look at. */
import { z } from 'zod'
import { movesOf, RoleMoveShape, roleUnits } from '#modules/access'
import { rootUnit } from '#modules/organisation'
import { signedIn } from '#platform/authority.ts'
import { operation } from '#platform/operation.ts'
import { formerUnits } from './form-moves/form-moves.store.ts'
import { isFillable } from './submissions/submission-workflow.rules.ts'
import { Submission } from './submissions/submissions.model.ts'
import * as store from './submissions/submissions.store.ts'

const Task = Submission.extend({ year: z.number(), isOpen: z.boolean() })
export type Task = z.infer<typeof Task>

export const MyWork = z.object({
  /** Forms of one's units, and of those they took over, that are to be filled and sent; what came back stands first. */
  toFill: z.array(Task),
  /** Forms of one's units that were sent or approved. */
  sent: z.array(Task),
  /** Forms that wait for the city's approval, oldest first; empty for others. */
  toReview: z.array(Submission.extend({ year: z.number() })),
  waiting: z.number(),
  moves: z.array(RoleMoveShape).meta({
    deprecated: true,
    description: 'Deprecated, goes with the next version: roles that follow a unit. Ask for `access.me`.',
  }),
  /** Whether the person may see the city's control room. */
  seesCity: z.boolean(),
})
export type MyWork = z.infer<typeof MyWork>

const shownToReview = 20

export const myWork = operation({
  name: 'collection.myWork',
  summary: 'What waits for you: forms to fill with their due dates, what came back and why, what you may approve.',
  effect: 'read',
  may: signedIn,
  input: z.object({}),
  output: MyWork,
  async run(work) {
    const { tx, caller, today, field } = work
    const units = caller.account ? await roleUnits(tx, caller.account.id, { role: 'editor', field, on: today }) : []
    const unitIds = units.map((unit) => unit.id)
    const tasks = await store.listSubmissionsOf(tx, { unitIds })
    const former = (await formerUnits(tx, { unitIds, on: today })).map((unit) => unit.id)
    const inherited = (await store.listSubmissionsOf(tx, { unitIds: former })).filter(isToFill)
    const city = await rootUnit(tx, today)
    const reviews = await work.holds(city.id, 'approver')
    const [counted] = reviews ? await store.countWaiting(tx, undefined) : []
    return {
      toFill: [...tasks.filter(isToFill), ...inherited].sort(returnedFirst),
      sent: tasks.filter((task) => !isFillable(task.state)),
      toReview: reviews ? await store.listWaiting(tx, { limit: shownToReview }) : [],
      waiting: counted?.count ?? 0,
      moves: caller.account ? await movesOf(tx, caller.account.id, today) : [],
      seesCity: reviews || (await work.holds(city.id, 'reader', 'auditor')),
    }
  },
})

function isToFill(task: Task): boolean {
  return task.isOpen && isFillable(task.state)
}

function returnedFirst(a: Task, b: Task): number {
  return Number(b.state === 'returned') - Number(a.state === 'returned') || a.dueOn.localeCompare(b.dueOn)
}
