/** What a module gives to the app through its door. */
import type { ConstraintProblems } from '#platform/database/index.ts'
import type { NamedFiles } from '#platform/files/store.ts'
import type { AnyJob } from '#platform/jobs/job.ts'
import type { AnyOperation } from '#platform/operation.ts'
import type { AnyTableImport } from '#platform/table-import/table-import.ts'
import type { Route } from '#platform/web/page.ts'

export interface Module {
  readonly name: string
  readonly operations: readonly AnyOperation[]
  readonly routes: readonly Route[]
  readonly jobs?: readonly AnyJob[]
  /** Tables that come in from files; their operations and pages are listed besides. */
  readonly imports?: readonly AnyTableImport[]
  /** Named constraints of its tables, as problems. */
  readonly constraints?: ConstraintProblems
  /** The files that its rows name: what no module names is cleared away. */
  readonly keptFiles?: NamedFiles
}
