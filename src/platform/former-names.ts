/**
 * Names that an operation and its fields had in the version before. They answer for one version more: a call may use them, and an
 * answer has its fields under both. Only what comes from outside goes through here; our own code knows one name.
 */
import { ProblemError } from '#kernel/problem.ts'
import { problems } from '#platform/problems.ts'

export interface FormerNames {
  /** `module.verb`, as it was called. */
  readonly name?: string
  /** Today's name of a field -> its former one. */
  readonly fields?: Readonly<Record<string, string>>
}

/** Whether `name` is what `operation` is called, or was called in the version before. */
export function isCalled(
  operation: { readonly name: string; readonly former?: FormerNames | undefined },
  name: string,
): boolean {
  return operation.name === name || operation.former?.name === name
}

/** As deep as fields with two names lie; deeper nothing is looked for, whatever somebody sends. */
const deepest = 8

/** An input under today's names. Throws `platform.twoNames` where a field is given under both. */
export function underTodaysNames(input: unknown, former: FormerNames | undefined): unknown {
  const pairs = Object.entries(former?.fields ?? {})
  if (pairs.length === 0) return input
  const today = new Map(pairs.map(([now, before]) => [before, now]))
  return eachObject(input, (fields) =>
    fields.map(([name, value]) => {
      const now = today.get(name)
      if (now !== undefined && fields.some(([other]) => other === now))
        throw new ProblemError(problems.twoNames({ name: now, former: name }, [now]))
      return [now ?? name, value]
    }),
  )
}

/** An answer with its fields under the names of the version before as well. */
export function withFormerNames(output: unknown, former: FormerNames | undefined): unknown {
  const before = new Map(Object.entries(former?.fields ?? {}))
  if (before.size === 0) return output
  return eachObject(output, (fields) =>
    fields.flatMap(([name, value]) => {
      const other = before.get(name)
      return other === undefined
        ? [[name, value]]
        : [
            [name, value],
            [other, value],
          ]
    }),
  )
}

/** A JSON Schema that tells of the former names, marked as deprecated. */
export function withFormerSchema<T>(schema: T, former: FormerNames | undefined): T {
  const before = new Map(Object.entries(former?.fields ?? {}))
  const told = (node: unknown): unknown => {
    if (Array.isArray(node)) return node.map(told)
    if (typeof node !== 'object' || node === null) return node
    return Object.fromEntries(
      Object.entries(node).map(([key, value]) => [key, key === 'properties' ? properties(value) : told(value)]),
    )
  }
  const properties = (fields: Record<string, unknown>) =>
    Object.fromEntries(
      Object.entries(fields).flatMap(([name, value]) => {
        const field = told(value) as object
        const other = before.get(name)
        return other === undefined
          ? [[name, field]]
          : [
              [name, field],
              [other, { ...field, deprecated: true, description: `The former name of \`${name}\`.` }],
            ]
      }),
    )
  return before.size === 0 ? schema : (told(schema) as T)
}

type Fields = [name: string, value: unknown][]

function eachObject(value: unknown, renamed: (fields: Fields) => Fields, depth = 0): unknown {
  if (depth > deepest || typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map((item) => eachObject(item, renamed, depth + 1))
  if (!isPlain(value)) return value
  return Object.fromEntries(
    renamed(Object.entries(value)).map(([name, inner]) => [name, eachObject(inner, renamed, depth + 1)]),
  )
}

/** Dates and the like stay what they are. */
function isPlain(value: object): boolean {
  const prototype = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}
