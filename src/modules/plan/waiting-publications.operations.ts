/** What of the plan waits to be published: amendments that are written and documents under review, by who may publish them. */
import { z } from 'zod'
import { operation } from '#platform/operation.ts'
import { amendmentSteps } from './amendments/amendment-steps.operations.ts'
import { importSteps } from './imports/import-steps.operations.ts'
import { atCity } from './plan-in-force.operations.ts'
import { Publication } from './waiting-publications.model.ts'
import * as store from './waiting-publications.store.ts'

/** More than a city ever writes at once; whatever else waits is listed on its own page. */
const most = 50

export const waiting = operation({
  name: 'plan.waiting',
  summary:
    'Amendments and documents under review that you may publish, and those that you had a hand in, which wait for another.',
  effect: 'read',
  may: atCity,
  input: z.object({}),
  output: z.object({
    toPublish: z.array(Publication),
    own: z.array(Publication),
    /** Whether there are more than are shown. */
    more: z.boolean(),
  }),
  async run(work) {
    const rows = await store.listWaiting(work.tx, { limit: most + 1 })
    const shown = rows.slice(0, most)
    const idsOf = (kind: Publication['kind']) => shown.filter((row) => row.kind === kind).map(({ id }) => id)
    const handsOf = {
      amendment: await amendmentSteps.hands(work.tx, idsOf('amendment')),
      import: await importSteps.hands(work.tx, idsOf('import')),
    }
    const mayPublish = ({ kind, id }: Publication) => {
      const hands = handsOf[kind](id)
      const hindrances =
        kind === 'amendment'
          ? amendmentSteps.hindrances(work, { state: 'draft', hands })
          : importSteps.hindrances(work, { state: 'open', hands })
      return hindrances.publish === undefined
    }
    const toPublish = shown.filter(mayPublish)
    return { toPublish, own: shown.filter((row) => !toPublish.includes(row)), more: rows.length > most }
  },
})
