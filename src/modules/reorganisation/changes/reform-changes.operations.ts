/** What a reform changes: foreseen while it is a draft, told as it was once it is approved. */
import { z } from 'zod'
import { ProblemError } from '#kernel/problem.ts'
import { type Aftermath, dayBefore, foreseeReform } from '#modules/organisation'
import { anyone } from '#platform/authority.ts'
import { operation, type Work } from '#platform/operation.ts'
import { mayFollow, Reform, ReformAsked, requireReform } from '../reform-drafts.operations.ts'
import { ReformHead } from '../reforms.model.ts'
import * as store from '../reforms.store.ts'
import { problems } from '../reforms.texts.ts'
import { marked } from './change-marks.operations.ts'
import { ChangesSeen, writeMark } from './change-marks.rules.ts'
import { Fault, Followed, ListAsked, UnitCounts, UnitLists } from './changes.model.ts'
import { countsOf, cutFollowed, faultsOf, listsOf } from './changes.rules.ts'
import { foreseeFollowed } from './consequences.operations.ts'

const FollowedCounts = z.object({ roles: z.number(), duties: z.number(), forms: z.number(), targets: z.number() })

export const preview = operation({
  name: 'reorganisation.preview',
  summary:
    'What a reform changes: units, people and roles, duties, open forms, targets; and where it does not fit the tree.',
  effect: 'read',
  may: mayFollow,
  input: ReformAsked.extend(ListAsked.shape),
  output: z.object({
    /** Told as it was approved; otherwise foreseen now. */
    isDecided: z.boolean(),
    counts: UnitCounts.extend(FollowedCounts.shape),
    lists: UnitLists.extend(Followed.shape),
    problems: z.array(Fault),
    /** Names what is foreseen: approving it names this. Null once it is decided. */
    seen: ChangesSeen.nullable(),
  }),
  async run(work, { id, ...asked }) {
    const reform = Reform.parse(await requireReform(work.tx, id))
    const { aftermath, followed, faults, isDecided } = await changesOf(work, reform)
    const counts = {
      ...countsOf(aftermath),
      roles: followed.roles.length,
      duties: followed.duties.length,
      forms: followed.forms.length,
      targets: followed.targets.length,
    }
    const units = listsOf(aftermath, reform.acts, dayBefore(reform.on), asked)
    const seen = isDecided ? null : writeMark(await marked(work.tx, reform, { aftermath, followed }))
    return { isDecided, counts, lists: { ...units, ...cutFollowed(followed, asked) }, problems: faults, seen }
  },
})

interface Changes {
  readonly aftermath: Aftermath
  readonly followed: Followed
  readonly faults: Fault[]
  readonly isDecided: boolean
}

const nothing: Followed = { roles: [], duties: [], forms: [], targets: [] }

async function changesOf({ tx, newId }: Work, { id, on, title, basis, acts }: Reform): Promise<Changes> {
  const [kept] = await store.findAftermath(tx, { id })
  if (kept?.aftermath) {
    return { aftermath: kept.aftermath, followed: kept.followed ?? nothing, faults: [], isDecided: true }
  }
  const { aftermath, problems: faults } = await foreseeReform(tx, { on, title, basis, acts }, newId)
  if (faults.length > 0) {
    const unchanged = { on, opened: [], ended: [], revised: [], passings: [] }
    return { aftermath: unchanged, followed: nothing, faults: faultsOf(faults), isDecided: false }
  }
  return { aftermath, followed: await foreseeFollowed(tx, aftermath), faults: [], isDecided: false }
}

export const decision = operation({
  name: 'reorganisation.decision',
  summary: 'An approved decision about units for everybody: what it opens, ends, revises and passes on.',
  effect: 'read',
  may: anyone,
  input: ReformAsked.extend(ListAsked.shape),
  output: z.object({ head: ReformHead, counts: UnitCounts, lists: UnitLists }),
  async run({ tx }, { id, ...asked }) {
    const [found] = await store.findReform(tx, { id })
    const [kept] = await store.findAftermath(tx, { id })
    if (found?.state !== 'approved' || !kept?.aftermath) throw new ProblemError(problems.unknownReform())
    const { acts, ...head } = Reform.parse(found)
    const { aftermath } = kept
    return {
      head: { ...head, acts: acts.length },
      counts: countsOf(aftermath),
      lists: listsOf(aftermath, acts, dayBefore(head.on), asked),
    }
  },
})
