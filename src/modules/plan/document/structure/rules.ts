/** The clauses of a plan as places that texts are put into, each once. */
import type { Clause } from '../../model.ts'

/** A clause as far as its place goes; in the order of the plan. */
export type Structured = Pick<Clause, 'ref' | 'parentRef' | 'kind'>

interface Filled {
  line: number
  text: string
}

/** Finds clauses by their parent, kind and place among their like, and keeps what was put into them. */
export function clauseBook(clauses: readonly Structured[]) {
  const children = Map.groupBy(clauses, (clause) => clause.parentRef)
  const filled = new Map<string, Filled>()
  const under = (parent: string | null | undefined) => (parent === undefined ? [] : (children.get(parent) ?? []))
  return {
    /** The clause of this kind at `index` (from 0) under a parent. */
    nth(parent: string | null | undefined, kind: string, index: number): string | undefined {
      return under(parent).filter((clause) => clause.kind === kind)[index]?.ref
    },
    /** The next clause without text under a parent, of the first of these kinds that the parent has. */
    next(parent: string | null | undefined, kinds: readonly string[]): string | undefined {
      const own = under(parent)
      const kind = kinds.find((each) => own.some((clause) => clause.kind === each))
      return own.find((clause) => clause.kind === kind && !filled.has(clause.ref))?.ref
    },
    /** The appendix, if the plan has one: a last part that no number leads to. */
    lastPart(): string | undefined {
      return under(null).findLast((clause) => clause.kind === 'part')?.ref
    },
    put(ref: string, line: number, text: string): void {
      filled.set(ref, { line, text })
    },
    /** Goes on with what was put: a sentence broken over lines, or the title under "Phụ lục". */
    add(ref: string, text: string): void {
      const found = filled.get(ref)
      if (found) found.text += ` ${text}`
    },
    /** A statement is a sentence that a target or duty rests on; its words are those of the clause around it. */
    fillStatements(): void {
      for (const { ref, parentRef, kind } of clauses) {
        const around = parentRef === null ? undefined : filled.get(parentRef)
        if (kind === 'statement' && around) filled.set(ref, around)
      }
    },
    texts() {
      return clauses.flatMap(({ ref }) => {
        const found = filled.get(ref)
        return found ? [{ ref, ...found }] : []
      })
    },
  }
}
