/** Rounds: opened and edited by the city's administrators, seen by all who are signed in. */
import { z } from 'zod'
import { ProblemError } from '#kernel/problem.ts'
import { roleAtCity, rootUnit } from '#modules/organisation'
import { requirePlan } from '#modules/plan'
import { anyOf, signedIn } from '#platform/authority.ts'
import type { Tx } from '#platform/database/index.ts'
import { changedSince } from '#platform/judging.ts'
import { operation, type Work } from '#platform/operation.ts'
import { problems as collectionProblems } from '../collection.texts.ts'
import * as forms from '../forms/forms.store.ts'
import { FormStatus, Round, RoundRow, RoundState, RoundYear, Total } from './rounds.model.ts'
import { differencesSince, dueDate, openingDate, versionOf } from './rounds.rules.ts'
import * as store from './rounds.store.ts'
import { problems } from './rounds.texts.ts'

const administrators = roleAtCity('administrator')

/** The round of a year. Throws `collection.unknownRound`. */
export async function requireRound(tx: Tx, year: number): Promise<Round> {
  const [round] = await store.findRound(tx, { year })
  if (!round) throw new ProblemError(collectionProblems.unknownRound({ year: String(year) }, ['round']))
  return round
}

const Day = z.iso.date()

export const OpenRound = z.object({
  year: RoundYear,
  opensOn: Day.optional(),
  /** Where none is given: the last day in time for the plan's yearly report. */
  dueOn: Day.optional(),
  /** Prepared only: nobody sees it but the city. */
  draft: z.coerce.boolean().default(false),
  isSample: z.coerce.boolean().default(false),
})

export const openRound = operation({
  name: 'collection.openRound',
  summary: 'Opens the round of a year: every unit that reports gets its form.',
  effect: 'write',
  may: administrators,
  input: OpenRound,
  output: Round,
  run: createRound,
})

/** A round with its forms given out, unless it is a draft. */
export async function createRound(work: Work, input: z.infer<typeof OpenRound>): Promise<Round> {
  const { tx, newId, now, audit } = work
  const { year, opensOn = openingDate(year), dueOn, draft, isSample } = input
  const plan = await requirePlan(tx)
  const yearly = plan.reporting.find((reporting) => reporting.kind === 'yearly')
  const due = dueOn ?? dueDate(year, yearly?.before)
  if (due < opensOn) throw new ProblemError(collectionProblems.dueBeforeOpening({}, ['dueOn']))
  const title = { vi: `Báo cáo năm ${year}`, en: `Report of ${year}` }
  const state = draft ? ('draft' as const) : ('open' as const)
  const made = { id: newId(), year, title, opensOn, dueOn: due, state, isSample }
  const round: Round = { ...made, version: versionOf(made) }
  await store.insertRound(tx, { ...round, at: now })
  if (state === 'open') await giveForms(work, round)
  audit({ subject: `round ${year}`, new: round })
  return round
}

/** Every unit asked on the due date gets its form, once. Throws `collection.noForms`. */
async function giveForms({ tx, newId }: Work, round: Round): Promise<void> {
  const formsAsked = await forms.formsOfRound(tx, { roundId: round.id, year: round.year })
  if (formsAsked.length === 0) throw new ProblemError(problems.noForms({ year: String(round.year) }, ['year']))
  for (const { id: formId, audience, perDuty } of formsAsked) {
    const units = await store.unitsAsked(tx, { audience, perDuty, on: round.dueOn })
    const rows = units.map((unit) => ({ unitId: unit.id, id: newId() }))
    await store.insertSubmissions(tx, rows, { roundId: round.id, formId, dueOn: round.dueOn, isSample: round.isSample })
  }
}

export const editRound = operation({
  name: 'collection.editRound',
  summary: 'Changes the dates of a round, opens, closes or reopens it.',
  effect: 'write',
  may: administrators,
  input: z.object({
    year: RoundYear,
    opensOn: Day.optional(),
    dueOn: Day.optional(),
    state: RoundState.optional(),
    /** The round's `version` as it was seen. */
    version: z.string().min(1).max(100),
  }),
  output: Round,
  async run(work, { year, version, ...input }) {
    const { tx, audit } = work
    await store.lockRound(tx, year)
    const before = await requireRound(tx, year)
    if (before.version !== version) throw changedSince(differencesSince(version, before))
    const changed = {
      ...before,
      opensOn: input.opensOn ?? before.opensOn,
      dueOn: input.dueOn ?? before.dueOn,
      // An opened round is never a draft again: units have begun to work in it.
      state: input.state === 'draft' ? before.state : (input.state ?? before.state),
    }
    const round: Round = { ...changed, version: versionOf(changed) }
    if (round.dueOn < round.opensOn) throw new ProblemError(collectionProblems.dueBeforeOpening({}, ['dueOn']))
    await store.updateRound(tx, round.id, round)
    await store.moveDueDates(tx, round.id, before.dueOn, round.dueOn)
    if (round.state === 'open') await giveForms(work, round)
    audit({ subject: `round ${year}`, old: before, new: round })
    return round
  },
})

export const listRounds = operation({
  name: 'collection.rounds',
  summary:
    'Rounds, newest first, with how many forms were approved and wait; drafts only for those who read at the city.',
  effect: 'read',
  may: signedIn,
  input: z.object({}),
  output: z.array(RoundRow),
  run: async (work) => store.listRounds(work.tx, { drafts: await seesDrafts(work) }),
})

/** A round that is being prepared is seen by those at the city who read, and by its auditors. */
async function seesDrafts({ tx, today, holds }: Work): Promise<boolean> {
  return holds((await rootUnit(tx, today)).id, 'reader', 'auditor')
}

export const readers = anyOf(roleAtCity('reader'), roleAtCity('auditor'))

/** The measures whose totals the control room follows. */
const keyMeasures = [
  'learning_citizens_recognised',
  'learning_families_recognised',
  'learning_communities_recognised',
  'learner_turns',
  'literacy_learners',
  'centres_rated_good',
]
const reportingKind = 'commune'

export const control = operation({
  name: 'collection.control',
  former: { fields: { formStatuses: 'standings' } },
  summary: 'Where every unit stands in a round, and the city’s totals as approved figures come in.',
  effect: 'read',
  may: readers,
  input: z.object({ year: RoundYear }),
  output: z.object({ round: Round, formStatuses: z.array(FormStatus), totals: z.array(Total) }),
  async run({ tx, today }, { year }) {
    const round = await requireRound(tx, year)
    const standings = await store.listFormStatuses(tx, { roundId: round.id })
    return { round, formStatuses: standings, totals: await totalsOf(tx, round, standings, today) }
  },
})

async function totalsOf(tx: Tx, round: Round, standings: readonly FormStatus[], today: string): Promise<Total[]> {
  const names = await forms.measureNames(tx, { measures: keyMeasures })
  // A decision of a later day within the round has not changed the units yet.
  const on = today < round.dueOn ? today : round.dueOn
  const input = { measures: keyMeasures, year: round.year, kind: reportingKind, on }
  const sums = await store.listTotals(tx, input)
  const expected = standings.filter((standing) => standing.kind === reportingKind).length
  return names.map(({ measure, name }) => {
    const of = (year: number) => sums.find((sum) => sum.measure === measure && sum.year === year)
    const [last, now] = [of(round.year - 1), of(round.year)]
    return {
      measure,
      name,
      expected,
      last: last?.amount ?? null,
      now: now?.amount ?? null,
      reported: now?.reported ?? 0,
      isSample: Boolean(now?.isSample || last?.isSample),
    }
  })
}
