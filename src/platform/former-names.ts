/**
 * Names that an operation and its fields had in the version before. They answer for one version more: a call may use them, and an
 * answer has its fields under both. Only what comes from outside goes through here; our own code knows one name.
 */
import { ProblemError } from '#kernel/problem.ts'
import { problems } from '#platform/problems.ts'

export interface FormerNames {
  /** `module.verb`, as it was called. */
  readonly name?: string
  /** Today's name of a field -> its former one. `changes.kind` is `kind` in what stands in `changes`, and nowhere else. */
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
  const namesIn = namesWithin(former)
  if (!namesIn) return input
  return eachObject(input, (fields, within) => {
    const today = new Map(namesIn(within).map(([now, before]) => [before, now]))
    return fields.map(([name, value]) => {
      const now = today.get(name)
      if (now !== undefined && fields.some(([other]) => other === now))
        throw new ProblemError(problems.twoNames({ name: now, former: name }, [now]))
      return { name: now ?? name, value, today: now ?? name }
    })
  })
}

/** An answer with its fields under the names of the version before as well. */
export function withFormerNames(output: unknown, former: FormerNames | undefined): unknown {
  const namesIn = namesWithin(former)
  if (!namesIn) return output
  return eachObject(output, (fields, within) => {
    const before = new Map(namesIn(within))
    return fields.flatMap(([name, value]) => {
      const other = before.get(name)
      const field = { name, value, today: name }
      return other === undefined ? [field] : [field, { ...field, name: other }]
    })
  })
}

/** A JSON Schema that tells of the former names, marked as deprecated. */
export function withFormerSchema<T>(schema: T, former: FormerNames | undefined): T {
  const namesIn = namesWithin(former)
  if (!namesIn) return schema
  const extended = (node: unknown, within: string | undefined): unknown => {
    if (Array.isArray(node)) return node.map((item) => extended(item, within))
    if (typeof node !== 'object' || node === null) return node
    return Object.fromEntries(
      Object.entries(node).map(([key, value]) => [
        key,
        key === 'properties' ? properties(value, within) : extended(value, within),
      ]),
    )
  }
  const properties = (fields: Record<string, unknown>, within: string | undefined) => {
    const before = new Map(namesIn(within))
    return Object.fromEntries(
      Object.entries(fields).flatMap(([name, value]) => {
        const field = extended(value, name) as object
        const other = before.get(name)
        const deprecated = { ...field, deprecated: true, description: `The former name of \`${name}\`.` }
        return other === undefined
          ? [[name, field]]
          : [
              [name, field],
              [other, deprecated],
            ]
      }),
    )
  }
  return extended(schema, undefined) as T
}

/** Of an object that stands in the field `within`: today's names of its fields with the former ones. Undefined where no field has two. */
function namesWithin(former: FormerNames | undefined) {
  const names = Object.entries(former?.fields ?? {}).map(([path, before]) => {
    const [now = '', within] = path.split('.').reverse()
    return { now, within, before }
  })
  if (names.length === 0) return undefined
  return (within: string | undefined) =>
    names.flatMap((each) =>
      each.within === undefined || each.within === within ? [[each.now, each.before] as const] : [],
    )
}

type Fields = [name: string, value: unknown][]

/** Lists are passed through: what stands in a list stands in the field that holds it. */
function eachObject(
  value: unknown,
  renamed: (fields: Fields, within: string | undefined) => { name: string; value: unknown; today: string }[],
  within?: string,
  depth = 0,
): unknown {
  if (depth > deepest || typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map((item) => eachObject(item, renamed, within, depth + 1))
  if (!isPlain(value)) return value
  return Object.fromEntries(
    renamed(Object.entries(value), within).map(({ name, value: inner, today }) => [
      name,
      eachObject(inner, renamed, today, depth + 1),
    ]),
  )
}

/** Dates and the like stay what they are. */
function isPlain(value: object): boolean {
  const prototype = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}
