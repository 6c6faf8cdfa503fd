/** What makes two calls the same call: their key, who calls, and the input as it was understood. */
import { createHash } from 'node:crypto'
import { ProblemError } from '#kernel/problem.ts'
import { type Caller, isOperator } from '#platform/authority.ts'
import { problems } from '#platform/problems.ts'

/** The key that a caller gave: in the API its own, or that of one showing of a form. */
export interface RepeatKeys {
  /** Of one call: with it the same input is answered as the first time, and another input is refused. */
  readonly idempotencyKey?: string
  /** Of one showing of a form: somebody may go back to it, change it and send it again, which is another act. */
  readonly formKey?: string
}

/** A key as it is claimed: by whom, for what. */
export interface Claim {
  /** Hashes only: the input may hold a password, and whoever reads the table must not be able to try passwords on it. */
  readonly key: string
  readonly inputHash: string
  readonly operation: string
  readonly actor: string
  readonly isForm: boolean
  /** Whether the caller is known well enough to be told an answer again. */
  readonly isKnown: boolean
}

export const longestKey = 200
const visible = /^[\x21-\x7e]+$/

/** Throws `platform.badKey` for a key that is none: empty, over 200 signs, or of other signs than visible ASCII. */
export function checkKey({ idempotencyKey }: RepeatKeys): void {
  if (idempotencyKey === undefined) return
  const isKey = idempotencyKey.length <= longestKey && visible.test(idempotencyKey)
  if (!isKey) throw new ProblemError(problems.badKey({ longest: longestKey }))
}

/** Whether the call may be made again without being done twice. */
export function hasKey({ idempotencyKey, formKey }: RepeatKeys): boolean {
  return Boolean(idempotencyKey ?? formKey)
}

/** The claim of a call that has a key. */
export function claimOf(operation: string, caller: Caller, keys: RepeatKeys, input: unknown): Claim | undefined {
  const given = keys.idempotencyKey ?? keys.formKey
  if (!given) return undefined
  const isForm = keys.idempotencyKey === undefined
  return {
    key: hash(isForm ? 'form' : 'call', given),
    // Salted with the key, which is kept nowhere.
    inputHash: hash(given, canonical(input)),
    operation,
    actor: actorOf(caller),
    isForm,
    // A form's key is drawn for one showing; a call's is of the caller's choosing, and two strangers may choose the same.
    isKnown: Boolean(caller.account) || isOperator(caller) || (isForm && caller.from !== undefined),
  }
}

/** Nobody's keys meet another's: callers without an account are told apart by where they call from. */
function actorOf(caller: Caller): string {
  return caller.account?.id ?? (isOperator(caller) ? 'operator' : `anonymous ${caller.from ?? ''}`)
}

function hash(...parts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url')
}

/** One text for one input, in whichever order its fields came. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_, each: unknown) => {
    if (typeof each === 'bigint') return String(each)
    if (each instanceof Map || each instanceof Set) return [...each]
    if (typeof each !== 'object' || each === null || Array.isArray(each)) return each
    return Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1)))
  })
}
