/** Workflows: the states of a thing and the steps between them as a value, what hinders a step, and what a history of steps comes to. */

/** One step: from where to where it leads, who takes it, and what it asks of them. */
export interface StepKind<State extends string, Who extends string> {
  /** None of a step that begins the thing itself: it is the first of a history, and leads to the initial state. */
  readonly from: readonly State[]
  /** Where it leads: to one state, or by the state it is taken in. What is not named here stays where it is. */
  readonly to?: State | { readonly [From in State]?: State }
  /** As what one takes it. The module that names it binds it to a right, by which the operation is guarded as well. */
  readonly who: Who
  /** Not by an account through whose hands the thing went. */
  readonly fourEyes?: boolean
  /** Only while the day of the thing has not come. */
  readonly beforeItsDay?: boolean
  /** It says why. */
  readonly needsReason?: boolean
  /** It sets a day, after today, by which the next step is due. */
  readonly setsDueDate?: boolean
}

export interface WorkflowKind<State extends string, Name extends string, Who extends string> {
  /** Names its histories, in every installation for ever: `plan.amendment`. */
  readonly name: string
  readonly states: readonly State[]
  readonly initial: State
  /** Where no step leads out of. */
  readonly final: readonly State[]
  readonly steps: Readonly<Record<Name, StepKind<State, Who>>>
}

/** The thing on its way, as far as steps look at it. */
export interface Thing<State extends string> {
  readonly state: State
  /** The accounts through whose hands it went. */
  readonly hands?: readonly (string | null)[]
  /** The day from which it is in force. */
  readonly on?: string
}

/** An account that took a step, and which place in the history the last time has. */
export interface StepTaker<Name extends string> {
  readonly step: Name
  /** Null of the operator of the machine. */
  readonly account: string | null
  readonly last: number
}

export interface Taker<Who extends string> {
  /** Undefined for the operator of the machine, who is asked for no second pair of eyes. */
  readonly account: string | undefined
  /** What they may act as. */
  readonly as: readonly Who[]
  readonly today: string
}

/** What stands in the way of a step: the first of these that does. */
export type Hindrance = 'who' | 'state' | 'day' | 'four-eyes'
/** What a step was not given. */
export type Lack = 'reason' | 'due-date'

/** A step that was taken. What is not known of a time before there was the history is null. */
export interface Taken<Name extends string> {
  readonly step: Name
  /** The name of who took it; of the machine `command` or `job`. */
  readonly by: string | null
  readonly at: string | null
  readonly reason: string | null
  /** The day by which the next step is due, of a step that sets one. */
  readonly dueOn: string | null
  /** The version of the thing that the step made, or decided on. */
  readonly version: number | null
}

/** The same with the states it led from and to: one line of an append-only history. */
export interface WorkflowEvent<State extends string, Name extends string> extends Taken<Name> {
  /** Null of the step that began the thing. */
  readonly from: State | null
  readonly to: State
}

export interface Workflow<State extends string, Name extends string, Who extends string>
  extends WorkflowKind<State, Name, Who> {
  hindrance(thing: Thing<State>, step: Name, by: Taker<Who>): Hindrance | undefined
  /** The steps that nothing hinders, in the order they are declared. */
  openSteps(thing: Thing<State>, by: Taker<Who>): Name[]
  lack(step: Name, given: { reason?: string; dueOn?: string }, today: string): Lack | undefined
  /** Whether a step begins the thing. */
  begins(step: Name): boolean
  /** Whether a step leads on from a state, whoever takes it. */
  leaves(state: State, step: Name): boolean
  /** Where a step leads. Throws where it does not begin: whoever takes it has asked what hinders it. */
  next(state: State | null, step: Name): State
  /** Steps in the order they were taken, with the states between them. Throws where one does not begin where the last has ended. */
  trace(taken: readonly Taken<Name>[]): WorkflowEvent<State, Name>[]
  /** The state that a history comes to. Throws where its lines do not join, or are no steps. */
  replay(events: readonly WorkflowEvent<State, Name>[]): State
}

export function workflow<const State extends string, const Name extends string, const Who extends string>(
  kind: { readonly states: readonly State[] } & WorkflowKind<NoInfer<State>, Name, Who>,
): Workflow<State, Name, Who> {
  const begins = (step: Name) => kind.steps[step].from.length === 0
  const leaves = (state: State, step: Name) => kind.steps[step].from.includes(state)
  const next = (state: State | null, step: Name) => {
    if (state === null && begins(step)) return kind.initial
    if (state === null || !leaves(state, step)) throw new Error(`no step ${step} begins at ${state}`)
    const { to } = kind.steps[step]
    return typeof to === 'object' ? (to[state] ?? state) : (to ?? state)
  }
  const beginningOf = ([first]: readonly { step: Name }[]) => (first && begins(first.step) ? null : kind.initial)
  const hindrance = (thing: Thing<State>, step: Name, by: Taker<Who>) => hindranceOf(kind.steps[step], thing, by)
  return {
    ...kind,
    begins,
    leaves,
    next,
    hindrance,
    openSteps: (thing, by) =>
      (Object.keys(kind.steps) as Name[]).filter((step) => hindrance(thing, step, by) === undefined),
    lack: (step, given, today) => lackOf(kind.steps[step], given, today),
    trace(taken) {
      let state: State | null = beginningOf(taken)
      return taken.map((each) => {
        const from = state
        state = next(from, each.step)
        return { ...each, from, to: state }
      })
    },
    replay: (events) =>
      events.reduce<State | null>((state, { step, from, to }) => {
        if (from !== state || to !== next(from, step)) throw new Error(`${step} from ${from} to ${to} after ${state}`)
        return to
      }, beginningOf(events)) ?? kind.initial,
  }
}

function hindranceOf<State extends string, Who extends string>(
  step: StepKind<State, Who>,
  { state, hands = [], on }: Thing<State>,
  { account, as, today }: Taker<Who>,
): Hindrance | undefined {
  if (!as.includes(step.who)) return 'who'
  if (!step.from.includes(state)) return 'state'
  if (step.beforeItsDay && on !== undefined && on <= today) return 'day'
  return step.fourEyes && account !== undefined && hands.includes(account) ? 'four-eyes' : undefined
}

function lackOf(
  { needsReason, setsDueDate }: Pick<StepKind<string, string>, 'needsReason' | 'setsDueDate'>,
  { reason = '', dueOn }: { reason?: string; dueOn?: string },
  today: string,
): Lack | undefined {
  if (needsReason && reason.trim() === '') return 'reason'
  return setsDueDate && (dueOn === undefined || dueOn <= today) ? 'due-date' : undefined
}
