/** What a module gives to the app through its door. */
import type { Words } from '#kernel/language.ts'
import type { ConstraintProblems } from '#platform/database/index.ts'
import type { NamedFiles } from '#platform/files/store.ts'
import type { AnyJob } from '#platform/jobs/job.ts'
import type { AnyOperation } from '#platform/operation.ts'
import type { Route } from '#platform/web/page.ts'

export interface Module {
  readonly name: string
  /**
   * What its work is called where roles are given: whoever holds a role for this field, or for all, does its operations. Without it
   * only a role for all fields counts here.
   */
  readonly field?: Words
  readonly operations: readonly AnyOperation[]
  readonly routes: readonly Route[]
  readonly jobs?: readonly AnyJob[]
  /** Named constraints of its tables, as problems. */
  readonly constraints?: ConstraintProblems
  /** The files that its rows name: what no module names is cleared away. */
  readonly keptFiles?: NamedFiles
}
