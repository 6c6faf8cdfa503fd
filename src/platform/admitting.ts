/** Whom an operation lets in, and with what: what `perform` asks before it runs anything, and `mayPerform` alone. */
import { fieldOf } from '#kernel/field.ts'
import { ProblemError } from '#kernel/problem.ts'
import { type Admission, type Caller, callingAs, decide, isRefusedUnasked } from '#platform/authority.ts'
import { outOfBounds } from '#platform/bounds.ts'
import type { Tx } from '#platform/database/index.ts'
import type { Engine, Operation } from '#platform/operation.ts'
import { inputProblems, problems } from '#platform/problems.ts'
import { checkKey, type RepeatKeys } from '#platform/repeats.ts'

/**
 * The input as the operation knows it. Nobody's input is looked at before it is known that they may be here at all, nor parsed before
 * it is known to be small.
 */
export function takeInput<Input>(
  operation: Operation<Input>,
  caller: Caller,
  raw: unknown,
  keys: RepeatKeys = {},
): Input {
  if (isRefusedUnasked(operation, caller)) throw new ProblemError(problems.signInFirst())
  const excess = outOfBounds(operation.input, raw)
  if (excess.length > 0) throw new ProblemError(...excess)
  checkKey(keys)
  // With the input at hand a value of the wrong kind is told from one that is missing.
  const parsed = operation.input.safeParse(raw, { reportInput: true })
  if (!parsed.success) throw new ProblemError(...inputProblems(parsed.error))
  return parsed.data
}

/** As whom the operation runs: who may only read what is public reads it as nobody. */
export function runningAs<Input>(operation: Operation<Input>, caller: Caller): Caller {
  return operation.effect === 'read' ? callingAs(operation, caller) : caller
}

/** How the operation lets this caller in with this input. Throws the refusal where it does not. */
export async function authorise<Input>(
  engine: Pick<Engine, 'authority' | 'fields'>,
  operation: Operation<Input>,
  query: { readonly tx: Tx; readonly caller: Caller; readonly today: string },
  input: Input,
): Promise<Admission> {
  const { authority, fields } = engine
  const at = { tx: query.tx, authority, on: query.today, field: fieldOf(operation.name, fields) }
  const decision = await decide(operation, query.caller, input, at)
  if (decision === 'forbidden') throw new ProblemError(problems.forbidden())
  if (decision === 'sign-in-first') throw new ProblemError(problems.signInFirst())
  return decision
}
