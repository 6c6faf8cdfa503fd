/** A job as a value: what starts it, what it is given, what it does. */
import type { z } from 'zod'
import type { FormerNames } from '#platform/former-names.ts'
import type { Mailer } from '#platform/mail/index.ts'
import type { Engine, Operation } from '#platform/operation.ts'

/** What a job runs with. A job changes data only through operations. */
export interface JobKit {
  readonly mailer: Mailer
  readonly engine: Engine
  readonly perform: <I, O>(operation: Operation<I, O>, input: unknown) => Promise<O>
}

export interface Job<Payload = never> {
  /** `module.verb`: the name of its queue. */
  readonly name: string
  /** The event that starts it, written to the outbox by the module below. */
  readonly on?: string
  /** When it starts by itself, as a cron expression in the city's time. */
  readonly every?: string
  /** How long one run may take before it is taken for lost and tried again; five minutes unless told. */
  readonly longestSeconds?: number
  /** What fields of the payload were called in the version before: what that version has queued is run as well. */
  readonly former?: FormerNames
  readonly payload: z.ZodType<Payload>
  readonly run: (kit: JobKit, payload: Payload) => Promise<void>
}

export type AnyJob = Job<never>

export function job<Payload>(definition: Job<Payload>): AnyJob {
  return definition as unknown as AnyJob
}
