/** What the audit log says of a call: who was let in how, what it was given without its secrets, and what it did. */
import { fieldOf } from '#kernel/field.ts'
import type { Admission, Caller } from '#platform/authority.ts'
import type { Change, Engine, Operation } from '#platform/operation.ts'
import type { AuditEntry } from '#platform/store.ts'

/** What a call tells of itself while it runs. */
export interface Trail {
  /** How its caller was let in. */
  admission?: Admission
  readonly changes: Change[]
  /** Files that were not there before. */
  readonly files: string[]
  isUnchanged: boolean
  /** Whether modules above wait to be told. */
  hasEvents: boolean
}

export function newTrail(): Trail {
  return { changes: [], files: [], isUnchanged: false, hasEvents: false }
}

/** What the audit log says of a call. */
export function entryOf<Input>(
  call: { engine: Engine; operation: Operation<Input>; caller: Caller; input: Input },
  trail: Trail,
  at: { now: Date },
): AuditEntry {
  const { engine, operation, caller, input } = call
  return {
    at: at.now,
    caller,
    onBehalfOf: trail.admission?.onBehalfOf,
    operation: operation.name,
    field: fieldOf(operation.name, engine.fields),
    isQuiet: operation.isQuiet ?? false,
    input: withoutSecrets(input, operation.secret),
    changes: trail.changes,
  }
}

function withoutSecrets(input: unknown, secret: readonly string[] = []): unknown {
  if (typeof input !== 'object' || input === null || secret.length === 0) return input
  return Object.fromEntries(Object.entries(input).map(([name, value]) => [name, secret.includes(name) ? '***' : value]))
}
