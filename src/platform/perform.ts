/** The one way in: only `perform` runs an operation: parse, authorise, transact, audit, publish, serialise. */
import { dateOf } from '#kernel/language.ts'
import { ProblemError } from '#kernel/problem.ts'
import { authorise, runningAs, takeInput } from '#platform/admitting.ts'
import { type Caller, isRefusedUnasked, readsInput } from '#platform/authority.ts'
import { withBase64File } from '#platform/base64-file.ts'
import { type Attempt, isOnlyRead, repeatWhereSafe, type Tx } from '#platform/database/index.ts'
import { entryOf, newTrail, type Trail } from '#platform/entries.ts'
import { dropUnkept, stage } from '#platform/files/keeping.ts'
import { fileUseOf, Upload } from '#platform/files/upload.ts'
import type { AnyOperation, Engine, Operation, Sensitive, Work } from '#platform/operation.ts'
import { problems } from '#platform/problems.ts'
import { claimOf, hasKey, type RepeatKeys } from '#platform/repeats.ts'
import { appendAudit, claimKey, isAnswered, settle } from '#platform/store.ts'
import { workFor } from '#platform/work.ts'

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

/** One call, its input parsed. */
interface Call<Input, Output = unknown> {
  readonly engine: Engine
  readonly operation: Operation<Input, Output>
  readonly caller: Caller
  readonly input: Input
  readonly keys: RepeatKeys
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
  const given = await withBase64File(engine, operation, caller, raw)
  try {
    return await admitted({ engine, operation, caller, input: takeInput(operation, caller, given.input, keys), keys })
  } finally {
    await given.release()
  }
}

async function admitted<Input, Output>(call: Call<Input, Output>): Promise<Output> {
  const ready = await prepared(call)
  const staged = await staging(call)
  try {
    return await ran(call, ready)
  } finally {
    if (staged) await drop(call.engine, staged)
  }
}

/** Puts a file that is to be kept into the store. Returns its name where it was not there before. */
async function staging<Input>({ engine, operation, input }: Call<Input>): Promise<string | undefined> {
  if (operation.effect === 'read' || !fileUseOf(operation.input)?.isKept) return undefined
  const { file } = input as { file?: unknown }
  return file instanceof Upload && (await stage(engine.files, file)) ? file.hash : undefined
}

async function ran<Input, Output>(call: Call<Input, Output>, ready: unknown): Promise<Output> {
  const { operation, keys } = call
  let trail = newTrail()
  const run = (attempt: Attempt) => {
    trail = newTrail()
    return operation.effect === 'read'
      ? read(call, (work) => operation.run(work, call.input, ready), trail)
      : write(call, ready, attempt, trail)
  }
  const { lane } = operation
  const answer = await repeatWhereSafe((attempt) => (lane ? lane.run(() => run(attempt)) : run(attempt)), hasKey(keys))
  const output = operation.output.parse(answer)
  if (operation.sensitive) await auditReading(call, operation.sensitive, output, trail)
  return output
}

/** Nobody sees persons unrecorded: the entry is committed before the answer is given. */
async function auditReading<Input, Output>(
  call: Call<Input>,
  sensitive: Sensitive<Output>,
  output: Output,
  trail: Trail,
): Promise<void> {
  const { purpose } = sensitive
  const ids = [...new Set(sensitive.records(output))]
  if (ids.length === 0) return
  await repeatWhereSafe((attempt) =>
    call.engine.database.kysely.transaction().execute(async (tx) => {
      const entry = entryOf(call, trail, { now: call.engine.clock.now() })
      await appendAudit(tx, { ...entry, isQuiet: true, reading: { purpose, records: ids } })
      attempt.isCommitting = true
    }),
  )
  call.engine.committed({ isQuiet: true, hasEvents: false })
}

/** What the operation makes ready while no connection is held. A call that was answered before will be told so, and makes nothing. */
async function prepared<Input>(call: Call<Input>): Promise<unknown> {
  const { operation, caller, input, keys } = call
  const { prepare } = operation
  if (!prepare) return undefined
  const make = await repeatWhereSafe(() =>
    read(call, async (work) => {
      const claim = claimOf(operation.name, caller, keys, input)
      return claim && (await isAnswered(work.tx, claim)) ? undefined : prepare(work, input)
    }),
  )
  return make?.()
}

/**
 * Whether `perform` would let the caller in with this input; nothing is run. For what a page offers: a link or a button that would
 * only be refused is not shown. Any problem but a refusal is thrown as `perform` throws it.
 */
export async function mayPerform(
  engine: Engine,
  operation: AnyOperation,
  caller: Caller,
  raw?: unknown,
): Promise<boolean> {
  const [may] = await mayPerformEach(engine, [[operation, raw]], caller)
  return may ?? false
}

/** An operation, and what it would be given; nothing where it lets the same people in whatever it is given. */
export type Step = readonly [operation: AnyOperation, input?: unknown]

/** The same of many steps, in their order and in one transaction. */
export async function mayPerformEach(engine: Engine, steps: readonly Step[], caller: Caller): Promise<boolean[]> {
  const open = steps.filter(([operation]) => !isRefusedUnasked(operation, caller))
  if (open.length === 0) return steps.map(() => false)
  try {
    return await reading(engine, async (tx) => {
      const allowed = new Set<Step>()
      for (const step of open) if (await lets(engine, step, caller, tx)) allowed.add(step)
      return steps.map((step) => allowed.has(step))
    })
  } catch (error) {
    throw engine.translate(error) ?? error
  }
}

async function lets(engine: Engine, [any, raw]: Step, caller: Caller, tx: Tx): Promise<boolean> {
  const operation = any as unknown as Operation<unknown>
  const today = dateOf(engine.clock.now())
  try {
    const input = raw === undefined && !readsInput(any.may) ? undefined : takeInput(operation, caller, raw)
    await authorise(engine, operation, { tx, caller: runningAs(operation, caller), today }, input)
    return true
  } catch (error) {
    if (error instanceof ProblemError && [401, 403].includes(error.status)) return false
    throw error
  }
}

/** Does `work` in a reading transaction, for a caller who may. */
async function read<Input, T>(
  call: Call<Input>,
  work: (work: Work) => Promise<T>,
  trail: Trail = newTrail(),
): Promise<T> {
  const { engine, operation, caller } = call
  const done = reading(engine, async (tx) => {
    const running = workFor(call, tx, runningAs(operation, caller), trail)
    trail.admission = await authorise(engine, operation, running, call.input)
    return work(running)
  })
  return done.catch((error: unknown) => {
    // Of a change that our own transaction refuses the server is not to blame.
    throw isOnlyRead(error) ? new Error(`${operation.name} wrote in a read-only transaction`, { cause: error }) : error
  })
}

/** A transaction with one snapshot for all statements: what a page adds up agrees with what it lists. */
function reading<T>(engine: Engine, work: (tx: Tx) => Promise<T>): Promise<T> {
  const transaction = engine.database.kysely
    .transaction()
    .setAccessMode('read only')
    .setIsolationLevel('repeatable read')
  return transaction.execute(work)
}

async function write<Input>(call: Call<Input>, ready: unknown, attempt: Attempt, trail: Trail) {
  const { engine, operation, caller, input, keys } = call
  const output = await clearing(engine, trail, async (tx) => {
    const work = workFor(call, tx, caller, trail)
    trail.admission = await authorise(engine, operation, work, input)
    const claim = claimOf(operation.name, caller, keys, input)
    const earlier = claim && (await claimKey(tx, claim, work.now))
    const isToldOnce = operation.answersOnce || claim?.isKnown === false
    if (earlier?.answered && isToldOnce) throw new ProblemError(problems.alreadyDone())
    if (earlier?.answered) {
      trail.isUnchanged = true
      return earlier.answer
    }
    const answer = operation.output.parse(
      await operation.run({ ...work, isAgain: earlier?.isAgain ?? false }, input, ready),
    )
    const kept = claim && { claim, answer: isToldOnce ? null : answer }
    await settle(tx, kept, trail.isUnchanged ? undefined : entryOf(call, trail, work))
    attempt.isCommitting = !trail.isUnchanged
    return answer
  })
  if (!trail.isUnchanged) engine.committed({ isQuiet: operation.isQuiet ?? false, hasEvents: trail.hasEvents })
  return output
}

/** Runs a transaction; when it fails, the files that it made go with it. */
async function clearing<T>(engine: Engine, trail: Trail, run: (tx: Tx) => Promise<T>): Promise<T> {
  const { kysely } = engine.database
  try {
    return await kysely.transaction().execute(run)
  } catch (error) {
    for (const name of trail.files) await drop(engine, name)
    throw error
  }
}

/** Clears away a file that nobody has kept. What cannot be cleared away now is swept some night. */
async function drop(engine: Engine, name: string): Promise<void> {
  await engine.database.kysely
    .transaction()
    .execute((tx) => dropUnkept(engine.files, tx, name))
    .catch((error: unknown) => engine.log.warn({ error, name }, 'a file nobody kept is left'))
}
