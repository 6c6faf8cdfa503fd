/** Problems: what went wrong for the person, with a stable code and words in both languages (RFC 9457 in the API). */
import type { Language, Params, Words } from './language.ts'
import { say } from './language.ts'

/** Where in the input a problem sits: `['cells', 'learning_citizens']`. */
export type Path = readonly (string | number)[]

export interface Problem {
  /** Stable: `module.name`. */
  readonly code: string
  readonly status: number
  readonly words: Words
  readonly params?: Params
  readonly path?: Path
}

interface ProblemKind extends Words {
  readonly status: number
}

type Raise = (params?: Params, path?: Path) => Problem

/**
 * Declares the problems of one module: `problems('collection', { late: { status: 409, vi, en } })`
 * gives `late(params, path)`, which makes the Problem `collection.late`.
 */
export function problemCatalogue<const T extends Record<string, ProblemKind>>(module: string, kinds: T) {
  const make = (name: string, kind: ProblemKind): Raise => {
    const words = { vi: kind.vi, en: kind.en }
    return (params, path) => ({ code: `${module}.${name}`, status: kind.status, words, params, path })
  }
  return Object.fromEntries(Object.entries(kinds).map(([name, kind]) => [name, make(name, kind)])) as {
    [K in keyof T]: Raise
  }
}

/** Thrown to leave an operation with one or more problems; nothing it did is kept. */
export class ProblemError extends Error {
  readonly problems: readonly Problem[]

  constructor(...problems: Problem[]) {
    super(problems.map((problem) => problem.code).join(', '))
    this.name = 'ProblemError'
    this.problems = problems
  }

  /** The HTTP status of the first problem. */
  get status(): number {
    return this.problems[0]?.status ?? 500
  }
}

/** The text a person reads. */
export function describe(language: Language, problem: Problem): string {
  return say(language, problem.words, problem.params)
}
