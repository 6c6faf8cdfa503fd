/** The one way in: an operation is a value, and only `perform` runs it: parse, authorise, transact, audit, publish, serialise. */
import type { Logger } from 'pino'
import type { z } from 'zod'
import { newId } from '#kernel/id.ts'
import { dateOf } from '#kernel/language.ts'
import { ProblemError } from '#kernel/problem.ts'
import { authorise, runningAs, takeInput } from '#platform/admitting.ts'
import type { Authority, Caller, May } from '#platform/authority.ts'
import type { Body } from '#platform/body.ts'
import type { Clock } from '#platform/clock.ts'
import { type Attempt, type Database, repeatWhereSafe, type TranslateError, type Tx } from '#platform/database/index.ts'
import type { Files } from '#platform/files/index.ts'
import { dropUnkept, type KeptFiles, keptFiles } from '#platform/files/keeping.ts'
import type { NamedFiles } from '#platform/files/store.ts'
import type { Lane } from '#platform/lane.ts'
import type { Limiter } from '#platform/limiter.ts'
import type { Place } from '#platform/place.ts'
import { problems } from '#platform/problems.ts'
import { claimOf, hasKey, type RepeatKeys } from '#platform/repeats.ts'
import type { Settings } from '#platform/settings.ts'
import { appendAudit, claimKey, keepAnswer, writeEvent } from '#platform/store.ts'
import { newTrail, type Trail } from '#platform/trail.ts'

/** What one write did to one thing, for the audit log. */
export interface Change {
  readonly subject: string
  readonly unitId?: string
  readonly old?: unknown
  readonly new?: unknown
}

export interface Event {
  readonly name: string
  readonly payload: Record<string, unknown>
}

/** What an operation runs with. Time and identity come from here, never from the surroundings. */
export interface Work {
  readonly tx: Tx
  readonly caller: Caller
  readonly now: Date
  /** The business date in the city's zone. */
  readonly today: string
  readonly newId: () => string
  readonly files: KeptFiles
  readonly settings: Settings
  /** The same showing of a form was sent before with another input: its reader went back to it and changed it. */
  readonly isAgain: boolean
  /** Tells the modules above, in the same transaction. */
  readonly publish: (event: Event) => Promise<void>
  /** Writes old and new into the audit entry of this operation. */
  readonly audit: (change: Change) => void
  /** Says that this call has changed nothing: it leaves no entry in the audit log. */
  readonly unchanged: () => void
}

export interface Operation<Input = never, Output = unknown> {
  /** `module.verb`; also the address in the API and on the command line. */
  readonly name: string
  /** One sentence for the API's page. */
  readonly summary: string
  readonly effect: 'read' | 'write'
  readonly may: May<Input>
  readonly input: z.ZodType<Input>
  readonly output: z.ZodType<Output>
  /** Fields of the input that are never logged or audited. */
  readonly secret?: readonly string[]
  /** The answer is told once and never kept: a repeat with the same key is refused instead of answered. */
  readonly answersOnce?: boolean
  /** Changes nothing that a public page shows (signing in, letters): pages kept ready stay. */
  readonly isQuiet?: boolean
  /** Calls allowed per minute and address, for operations worth attacking. */
  readonly perMinute?: number
  /** What a call brings, where it is more than a few fields. */
  readonly body?: Body
  /** Heavy on the processor: done in this lane, and no connection to the database is held while it waits. */
  readonly lane?: Lane
  readonly run: (work: Work, input: Input) => Promise<Output>
}

/** An operation of any shape, as lists hold them: one can look at it and perform it, but not know its input. */
export type AnyOperation = Omit<Operation<never, unknown>, 'input' | 'output'> & {
  readonly input: z.ZodType
  readonly output: z.ZodType
}

export function operation<Input, Output>(definition: {
  name: string
  summary: string
  effect: 'read' | 'write'
  may: May<NoInfer<Input>> | May<unknown>
  input: z.ZodType<Input>
  output: z.ZodType<Output>
  secret?: readonly string[]
  answersOnce?: boolean
  isQuiet?: boolean
  perMinute?: number
  body?: Body
  lane?: Lane
  run: (work: Work, input: Input) => Promise<NoInfer<Output>>
}): Operation<Input, Output> {
  return definition as Operation<Input, Output>
}

/** The machine an operation runs on. */
export interface Engine {
  readonly database: Database
  readonly authority: Authority
  readonly clock: Clock
  readonly log: Logger
  readonly files: Files
  /** What rows of all modules name of them. */
  readonly namedFiles: NamedFiles
  readonly settings: Settings
  readonly limiter: Limiter
  /** The place this installation serves. */
  readonly place: Place
  /** Named constraints of all modules as problems. */
  readonly translate: TranslateError
  /** Called after a write is committed; unless it was quiet, what was made from the data before is out of date. */
  readonly committed: (isQuiet: boolean) => void
  /** Called after every operation, for timings. */
  readonly timed: (operation: AnyOperation, seconds: number, outcome: 'ok' | 'problem' | 'defect') => void
}

/**
 * Runs an operation for a caller. Throws ProblemError for what a person can mend; anything else is a defect.
 * A write repeated with its key and the same input answers as the first time and does nothing.
 */
export async function perform<Input, Output>(
  engine: Engine,
  operation: Operation<Input, Output>,
  caller: Caller,
  input: unknown,
  keys: RepeatKeys = {},
): Promise<Output> {
  const started = performance.now()
  const time = (outcome: 'ok' | 'problem' | 'defect') =>
    engine.timed(operation, (performance.now() - started) / 1000, outcome)
  try {
    const output = await attempt(engine, operation, caller, input, keys)
    time('ok')
    return output
  } catch (error) {
    const problem = error instanceof ProblemError ? error : engine.translate(error)
    time(problem ? 'problem' : 'defect')
    throw problem ?? error
  }
}

/** Performs an operation out of a list: what is given is parsed, so its type need not be known. */
export function performAny(
  engine: Engine,
  operation: AnyOperation,
  caller: Caller,
  input: unknown,
  keys: RepeatKeys = {},
): Promise<unknown> {
  return perform(engine, operation as unknown as Operation<never, unknown>, caller, input, keys)
}

/**
 * Whether `perform` would let the caller in with this input; nothing is run. For what a page offers: a link or a button that would
 * only be refused is not shown. Any problem but a refusal is thrown as `perform` throws it.
 */
export async function mayPerform<Input>(
  engine: Engine,
  operation: Operation<Input>,
  caller: Caller,
  raw: unknown,
): Promise<boolean> {
  try {
    const input = takeInput(operation, caller, raw)
    await reading(engine, (tx) =>
      authorise(engine, operation, workFor(engine, tx, runningAs(operation, caller)), input),
    )
    return true
  } catch (error) {
    const problem = error instanceof ProblemError ? error : engine.translate(error)
    if (problem?.status === 401 || problem?.status === 403) return false
    throw problem ?? error
  }
}

async function attempt<Input, Output>(
  engine: Engine,
  operation: Operation<Input, Output>,
  caller: Caller,
  raw: unknown,
  keys: RepeatKeys,
): Promise<Output> {
  if (operation.perMinute && caller.via !== 'command') {
    engine.limiter.take(operation.name, caller.from, operation.perMinute)
  }
  const input = takeInput(operation, caller, raw, keys)
  const run = (attempt: Attempt) =>
    operation.effect === 'read'
      ? read(engine, operation, runningAs(operation, caller), input)
      : write(engine, operation, caller, input, keys, attempt)
  const { lane } = operation
  const output = await repeatWhereSafe((attempt) => (lane ? lane.run(() => run(attempt)) : run(attempt)), hasKey(keys))
  return operation.output.parse(output)
}

async function read<Input>(engine: Engine, operation: Operation<Input>, caller: Caller, input: Input) {
  return reading(engine, async (tx) => {
    const work = workFor(engine, tx, caller)
    await authorise(engine, operation, work, input)
    return operation.run(work, input)
  })
}

/** One snapshot for all statements: what a page adds up agrees with what it lists. */
function reading<T>(engine: Engine, run: (tx: Tx) => Promise<T>): Promise<T> {
  const { kysely } = engine.database
  return kysely.transaction().setAccessMode('read only').setIsolationLevel('repeatable read').execute(run)
}

async function write<Input>(
  engine: Engine,
  operation: Operation<Input>,
  caller: Caller,
  input: Input,
  keys: RepeatKeys,
  attempt: Attempt,
) {
  const trail = newTrail()
  const output = await clearing(engine, trail, async (tx) => {
    const work = workFor(engine, tx, caller, trail)
    await authorise(engine, operation, work, input)
    const claim = claimOf(operation.name, caller, keys, input)
    const earlier = claim && (await claimKey(tx, claim, work.now))
    const isToldOnce = operation.answersOnce || claim?.isKnown === false
    if (earlier?.answered && isToldOnce) throw new ProblemError(problems.alreadyDone())
    if (earlier?.answered) {
      trail.isUnchanged = true
      return earlier.answer
    }
    const answer = operation.output.parse(await operation.run({ ...work, isAgain: earlier?.isAgain ?? false }, input))
    if (claim) await keepAnswer(tx, claim, isToldOnce ? null : answer)
    if (trail.isUnchanged) return answer
    // Last, because it locks the head of the chain until the commit.
    await appendAudit(tx, {
      at: work.now,
      caller,
      operation: operation.name,
      isQuiet: operation.isQuiet ?? false,
      input: withoutSecrets(input, operation.secret),
      changes: trail.changes,
    })
    attempt.isCommitting = true
    return answer
  })
  if (!trail.isUnchanged) engine.committed(operation.isQuiet ?? false)
  return output
}

/** Runs a transaction; when it fails, the files that it made go with it. */
async function clearing<T>(engine: Engine, trail: Trail, run: (tx: Tx) => Promise<T>): Promise<T> {
  const { kysely } = engine.database
  try {
    return await kysely.transaction().execute(run)
  } catch (error) {
    for (const name of trail.files) {
      await kysely
        .transaction()
        .execute((tx) => dropUnkept(engine.files, tx, name))
        .catch((again: unknown) => engine.log.warn({ error: again, name }, 'a file nobody kept is left'))
    }
    throw error
  }
}

function workFor(engine: Engine, tx: Tx, caller: Caller, trail: Trail = newTrail()): Work {
  const now = engine.clock.now()
  const { files: disk, namedFiles: named, settings } = engine
  return {
    tx,
    caller,
    now,
    today: dateOf(now),
    newId,
    files: keptFiles({ disk, named, tx, settings, now, made: trail.files }),
    settings,
    isAgain: false,
    publish: (event) => writeEvent(tx, { id: newId(), at: now, ...event }),
    audit: (change) => void trail.changes.push(change),
    unchanged: () => {
      trail.isUnchanged = true
    },
  }
}

function withoutSecrets(input: unknown, secret: readonly string[] = []): unknown {
  if (typeof input !== 'object' || input === null || secret.length === 0) return input
  return Object.fromEntries(Object.entries(input).map(([name, value]) => [name, secret.includes(name) ? '***' : value]))
}
