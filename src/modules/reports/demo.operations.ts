/** The report of a sample round that is over: written and frozen as officers do, with a head and texts that say what they are. */

import { z } from 'zod'
import { ProblemError } from '#kernel/problem.ts'
import { operator } from '#platform/authority.ts'
import type { DemoStep } from '#platform/module.ts'
import { operation, type Work } from '#platform/operation.ts'
import { problems, sampleHead, sampleNarrative } from './demo.texts.ts'
import { listRounds } from './facts/facts.store.ts'
import { writeFrozenReport } from './freezing.operations.ts'
import { markNow, writeNarrative, writtenOf } from './report-drafts.operations.ts'
import { ReportHead, Year } from './reports.model.ts'
import { findReport } from './reports.store.ts'

export const seedReport = operation({
  name: 'reports.seedSample',
  summary: 'Writes and freezes the report of a sample round that is closed, labelled so.',
  effect: 'write',
  touches: ['reports', 'issued-documents'],
  may: operator,
  input: z.object({ year: Year }),
  output: z.object({ year: z.number(), hash: z.string() }),
  async run(work, { year }) {
    const { tx } = work
    const [round] = await listRounds(tx, { year })
    const isThere = (await findReport(tx, { year })).length > 0
    if (!round?.isSample || round.state !== 'closed' || isThere) {
      throw new ProblemError(problems.alreadyLoaded({ year: String(year) }))
    }
    const then = inTimeOf(work, round.dueOn)
    const { version } = await writtenOf(tx, year)
    await writeNarrative(then, { year, version, ...sampleNarrative })
    const head = ReportHead.parse({ ...sampleHead, issuedOn: round.dueOn })
    return writeFrozenReport(then, { year, ...head, draftVersion: await markNow(then, year), incompleteIsKnown: true })
  },
})

/** Made on the day it was due, as the forms of its round were; the audit keeps when it really was. */
function inTimeOf(work: Work, dueOn: string): Work {
  return work.today <= dueOn ? work : { ...work, today: dueOn, now: new Date(`${dueOn}T08:00:00Z`) }
}

/** The report of the sample round of 2024, which has to be there. */
export const demo: readonly DemoStep[] = [{ order: 30, operation: seedReport, input: { year: 2024 } }]
