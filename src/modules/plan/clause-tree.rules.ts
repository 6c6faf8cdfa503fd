/** The clauses of a plan as a tree. */
import type { Clause } from './plan.model.ts'

export interface Branch {
  readonly clause: Clause
  readonly children: readonly Branch[]
}

/** Clauses under the clause they belong to, in the order given. */
export function branchesOf(clauses: readonly Clause[]): Branch[] {
  const byParent = Map.groupBy(clauses, (clause) => clause.parentRef)
  const under = (parent: string | null): Branch[] =>
    (byParent.get(parent) ?? []).map((clause) => ({ clause, children: under(clause.ref) }))
  return under(null)
}
