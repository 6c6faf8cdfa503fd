/** What can be done, as a value: its rights, what it takes and gives, what it does; and the machine it is performed on. */
import type { Logger } from 'pino'
import type { z } from 'zod'
import type { Field } from '#kernel/field.ts'
import type { Words } from '#kernel/language.ts'
import type { Authority, Caller, May, Role } from '#platform/authority.ts'
import type { Body } from '#platform/body.ts'
import type { Clock } from '#platform/clock.ts'
import type { Database, TranslateError, Tx } from '#platform/database/index.ts'
import type { Fact } from '#platform/fact.ts'
import type { Files } from '#platform/files/index.ts'
import type { KeptFiles } from '#platform/files/keeping.ts'
import type { Incoming } from '#platform/files/receiving.ts'
import type { NamedFiles } from '#platform/files/store.ts'
import type { FormerNames } from '#platform/former-names.ts'
import type { Lane } from '#platform/lane.ts'
import type { Limiter } from '#platform/limiter.ts'
import type { Place } from '#platform/place.ts'
import type { Settings } from '#platform/settings.ts'

/** What one write did to one thing, for the audit log. */
export interface Change {
  readonly subject: string
  readonly unitId?: string
  /** The field of work whose people may read of it; absent: that of the operation. */
  readonly field?: string
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
  /** What modules know of measures that forms ask for. */
  readonly facts: readonly Fact[]
  /** The fields of work that modules declare. */
  readonly fields: readonly Field[]
  /** The field of this operation. */
  readonly field: string
  /** Whether the caller holds one of the roles, or one that includes it, at the unit or above it, for the field of this operation. */
  readonly holds: (unitId: string, ...roles: readonly Role[]) => Promise<boolean>
  /** The same showing of a form was sent before with another input: its reader went back to it and changed it. */
  readonly isAgain: boolean
  /** Tells the modules above, in the same transaction. */
  readonly publish: (event: Event) => Promise<void>
  /** Writes old and new into the audit entry of this operation; of a sensitive read, what was looked through. */
  readonly audit: (change: Change) => void
  /** Says that this call has changed nothing: it leaves no entry in the audit log. */
  readonly unchanged: () => void
}

/** Why somebody reads of persons, and whom an answer shows. An answer that shows nobody leaves no entry. */
export interface Sensitive<Output> {
  readonly purpose: Words
  /** Ids of the persons, as their records have them. */
  records(output: Output): readonly string[]
}

export interface Operation<Input = never, Output = unknown> {
  /** `module.verb`; also the address in the API and on the command line. */
  readonly name: string
  /** What it and its fields were called in the version before: these names answer for one version more. */
  readonly former?: FormerNames
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
  /** A read of persons: who saw whom, when and for what is written into the audit log, one entry for each answer. */
  readonly sensitive?: Sensitive<Output>
  /** The answer names a kept file, which the API sends in place of it. */
  readonly answersFile?: boolean
  /** Calls allowed per minute and address, for operations worth attacking. */
  readonly perMinute?: number
  /** A read that anyone may do and that answers with megabytes: made once for all who ask without an account, and counted as a download. */
  readonly isLarge?: boolean
  /** What a call brings, where it is more than a few fields. */
  readonly body?: Body
  /** Heavy on the processor: done in this lane, and no connection to the database is held while it waits. */
  readonly lane?: Lane
  /**
   * For what takes its time and needs no database, as reading an upload: looks up what that needs, in a reading transaction of its
   * own, once the caller's rights are known. The function it gives is called when no connection is held; what that makes goes to `run`.
   */
  readonly prepare?: (work: Work, input: Input) => Promise<() => Promise<unknown>>
  readonly run: (work: Work, input: Input, ready?: unknown) => Promise<Output>
}

/** An operation of any shape, as lists hold them: one can look at it and perform it, but not know its input. */
export type AnyOperation = Omit<Operation<never, never>, 'input' | 'output' | 'run'> & {
  readonly run: (work: Work, input: never, ready?: unknown) => Promise<unknown>
  readonly input: z.ZodType
  readonly output: z.ZodType
}

export function operation<Input, Output, Ready>(definition: {
  name: string
  former?: FormerNames
  summary: string
  effect: 'read' | 'write'
  may: May<NoInfer<Input>> | May<unknown>
  input: z.ZodType<Input>
  output: z.ZodType<Output>
  secret?: readonly string[]
  answersOnce?: boolean
  isQuiet?: boolean
  sensitive?: Sensitive<NoInfer<Output>>
  answersFile?: boolean
  perMinute?: number
  isLarge?: boolean
  body?: Body
  lane?: Lane
  prepare?: (work: Work, input: Input) => Promise<() => Promise<Ready>>
  run: (work: Work, input: Input, ready: NoInfer<Ready>) => Promise<NoInfer<Output>>
}): Operation<Input, Output> {
  return definition as Operation<Input, Output>
}

/** What became of a write. */
export interface Commit {
  /** It changed nothing that anybody keeps ready. */
  readonly isQuiet: boolean
  /** The outbox holds something of it. */
  readonly hasEvents: boolean
}

/** The machine an operation runs on. */
export interface Engine {
  readonly database: Database
  readonly authority: Authority
  /** The fields of work that modules declare, in their order. */
  readonly fields: readonly Field[]
  readonly clock: Clock
  readonly log: Logger
  readonly files: Files
  /** Where files arrive that people send. */
  readonly incoming: Incoming
  /** What rows of all modules name of them. */
  readonly namedFiles: NamedFiles
  /** What modules know of measures that forms ask for. */
  readonly facts: readonly Fact[]
  readonly settings: Settings
  readonly limiter: Limiter
  /** The place this installation serves. */
  readonly place: Place
  /** Named constraints of all modules as problems. */
  readonly translate: TranslateError
  /** Called after an entry of the audit log is committed; unless it was quiet, what was made from the data before is out of date. */
  readonly committed: (commit: Commit) => void
  /** Called after every operation, for timings. */
  readonly timed: (operation: AnyOperation, seconds: number, outcome: 'ok' | 'problem' | 'defect') => void
}
