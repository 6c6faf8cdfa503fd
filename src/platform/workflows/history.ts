/** A workflow as its module binds it: its steps to rights, what stands in their way to problems, what is taken to the history. */
import { type Hindrances, type History, historyOf } from '#kernel/history.ts'
import { describe, type Problem, ProblemError } from '#kernel/problem.ts'
import type { Hindrance, Lack, StepTaker, Thing, Workflow, WorkflowEvent } from '#kernel/workflow.ts'
import type { May } from '#platform/authority.ts'
import type { Tx } from '#platform/database/index.ts'
import type { Work } from '#platform/operation.ts'
import * as store from './store.ts'

/** More lines than anybody reads; the first ones of a longer history are left out. */
const mostLines = 500

interface Subject<State extends string> extends Thing<State> {
  readonly id: string
  readonly version: number
}

interface Given {
  readonly reason?: string
  readonly dueOn?: string
  /** The version that the step makes, where it makes one. */
  readonly version?: number
}

/** A step taken by somebody named: for what is written for others, as by a job on the day of a decision. */
export interface Recorded<Name extends string, State extends string> extends Given {
  readonly subject: string
  readonly from: State | null
  readonly step: Name
  readonly version: number
  readonly byId?: string
  readonly by: string
  readonly at: Date
}

export interface Binding<State extends string, Name extends string, Who extends string, Input> {
  /** Which right one acts by as each of those who take steps. */
  readonly rights: Readonly<Record<Who, May<Input>>>
  /** What is said of what stands in the way. */
  readonly problemOf: (hindrance: Hindrance, step: Name, thing: Thing<State>) => Problem
  readonly lacks?: Readonly<Record<Lack, Problem>>
  /** Through whose hands a thing went: none of them takes a step with four eyes. */
  readonly handsOf?: (takers: readonly StepTaker<Name>[]) => readonly (string | null)[]
}

export type Bound<State extends string, Name extends string, Who extends string, Input> = ReturnType<
  typeof bind<State, Name, Who, Input>
>

export function bind<State extends string, Name extends string, Who extends string, Input>(
  flow: Workflow<State, Name, Who>,
  { rights, problemOf, lacks, handsOf = () => [] }: Binding<State, Name, Who, Input>,
) {
  /** The right to a step is asked by the operation that takes it: here it is held. */
  const hindranceTo = ({ caller, today }: Pick<Work, 'caller' | 'today'>, thing: Thing<State>, step: Name) => {
    const by = { account: caller.account?.id, as: [flow.steps[step].who], today }
    const hindrance = flow.hindrance(thing, step, by)
    return hindrance && problemOf(hindrance, step, thing)
  }
  const record = (tx: Tx, events: readonly (Recorded<Name, State> & { readonly hands?: readonly string[] })[]) =>
    store.insertEvents(
      tx,
      flow.name,
      events.map((event) => rowOf(flow, event)),
    )
  return {
    flow,
    /** Who may take a step: what guards every operation that takes it. */
    mayTake: (step: Name): May<Input> => rights[flow.steps[step].who],
    /** Throws what stands in the way of a step; where it is told what was `given`, also what that lacks. */
    require(work: Work, thing: Thing<State>, step: Name, given?: Given): void {
      const problem = hindranceTo(work, thing, step)
      if (problem) throw new ProblemError(problem)
      const lack = given && flow.lack(step, given, work.today)
      if (lack && lacks) throw new ProblemError(lacks[lack])
    },
    /** What stands in the way of each step. */
    hindrances(work: Work, thing: Thing<State>): Hindrances {
      const steps = (Object.keys(flow.steps) as Name[]).filter((step) => !flow.begins(step))
      return Object.fromEntries(
        steps.flatMap((step) => {
          const problem = hindranceTo(work, thing, step)
          return problem ? [[step, { vi: describe('vi', problem), en: describe('en', problem) }]] : []
        }),
      )
    },
    /** Takes a step of a thing that is held, and gives the state it leads to: whoever calls writes that into its row. */
    async take(work: Work, thing: Subject<State>, step: Name, given: Given = {}): Promise<State> {
      const { caller, now, today } = work
      const hindrance = flow.begins(step) ? undefined : hindranceTo(work, thing, step)
      const wrong = hindrance?.code ?? flow.lack(step, given, today)
      if (wrong) throw new Error(`${flow.name} ${thing.id}: nobody asked what keeps ${step} back: ${wrong}`)
      const from = flow.begins(step) ? null : thing.state
      const by = { byId: caller.account?.id, by: caller.account?.name ?? caller.via, at: now }
      const { id: subject, version } = thing
      const hands = thing.hands?.filter((account) => account !== null)
      await record(work.tx, [{ version, ...given, ...by, subject, from, step, hands }])
      return flow.next(from, step)
    },
    /** Keeps steps that were taken by others than the caller, oldest first. */
    record,
    ...reading(flow, handsOf),
  }
}

function reading<State extends string, Name extends string, Who extends string>(
  flow: Workflow<State, Name, Who>,
  handsOf: (takers: readonly StepTaker<Name>[]) => readonly (string | null)[],
) {
  return {
    /** The last lines of a history, latest first. */
    async history(tx: Tx, subject: string): Promise<History> {
      return historyOf(await store.listEvents(tx, { workflow: flow.name, subject, limit: mostLines }))
    },
    /** Each step as it was taken last, latest first. */
    lastOfEach: (tx: Tx, subject: string) =>
      store.listLastOfEach(tx, { workflow: flow.name, subject }) as Promise<StoredEvent<State, Name>[]>,
    /** Through whose hands each of some things went. */
    async hands(tx: Tx, subjects: readonly string[]): Promise<(subject: string) => string[]> {
      const takers = await store.listTakers(tx, { workflow: flow.name, subjects })
      const bySubject = Map.groupBy(takers, ({ subject }) => subject)
      return (subject) => {
        const hands = handsOf((bySubject.get(subject) ?? []) as (StepTaker<Name> & { subject: string })[])
        return [...new Set(hands.filter((account) => account !== null))]
      }
    },
  }
}

/** A line as it is kept: with the account, which is told to nobody. */
export type StoredEvent<State extends string, Name extends string> = WorkflowEvent<State, Name> & {
  readonly byId: string | null
}

function rowOf<State extends string, Name extends string, Who extends string>(
  flow: Workflow<State, Name, Who>,
  event: Recorded<Name, State> & { readonly hands?: readonly string[] },
): store.NewEvent {
  const { subject, from, step, byId = null, by, at, reason = null, dueOn = null, version } = event
  const hands = flow.steps[step].fourEyes ? (event.hands ?? []) : null
  return { subject, step, from, to: flow.next(from, step), byId, by, at, reason, dueOn, version, hands }
}
