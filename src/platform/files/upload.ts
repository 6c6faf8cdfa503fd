/** A file that somebody sent, as the input of an operation holds it: its name, what it is, and where it lies until the call is over. */
import { z } from 'zod'
import type { Problem } from '#kernel/problem.ts'
import { textFault } from '#kernel/text.ts'
import { problems } from '#platform/problems.ts'
import type { MediaKind } from './media-types.ts'

/** What a field of a form or of the API takes: how much, and of which kinds where not of any. */
export interface FileUse {
  readonly maxBytes: number
  readonly kinds?: readonly MediaKind[]
  /** Whether people will look for it by its name. */
  readonly isNamed?: boolean
  /** Whether the file is kept: then it is put into the store before the transaction that counts it. */
  readonly isKept?: boolean
  /** Whether the version before took it in base64: then it may come so for one version more. */
  readonly tookBase64?: boolean
  readonly tooLarge: () => Problem
  readonly otherKind?: () => Problem
}

interface UploadFacts {
  /** As its owner called it, composed, without folders. */
  readonly name: string
  readonly size: number
  /** SHA-256 of its content in hexadecimal. */
  readonly hash: string
  readonly kind: MediaKind
  /** Where its content lies until the call is over. */
  readonly path: string
  /** Why it was not taken; then nothing lies there. */
  readonly problem?: Problem
}

export class Upload implements UploadFacts {
  readonly name: string
  readonly size: number
  readonly hash: string
  readonly kind: MediaKind
  readonly path: string
  readonly problem?: Problem

  constructor(facts: UploadFacts) {
    this.name = facts.name
    this.size = facts.size
    this.hash = facts.hash
    this.kind = facts.kind
    this.path = facts.path
    this.problem = facts.problem
  }

  /** What the audit log keeps of it, and by what two calls are known to be the same. */
  toJSON(): Pick<UploadFacts, 'name' | 'size' | 'hash'> {
    const { name, size, hash } = this
    return { name, size, hash }
  }
}

const longestName = 300

const uses = new WeakMap<z.ZodType, FileUse>()

/** A file in the input of an operation. Its problems stand at its field. */
export function file(use: FileUse): z.ZodType<Upload> {
  return declared(use, shapeOf(use), (value) => faultOf(value, use))
}

/** The same, or the name of a file that was sent before and is kept. */
export function fileOrKept(use: FileUse): z.ZodType<Upload | string> {
  const name = { type: 'string', pattern: isName.source, description: 'The name of a file that was sent before.' }
  const shape = { anyOf: [name, shapeOf(use)] }
  return declared(use, shape, (value) => {
    if (typeof value !== 'string') return faultOf(value, use)
    return isName.test(value) ? undefined : problems.invalid()
  })
}

const isName = /^[0-9a-f]{64}$/

function shapeOf({ maxBytes }: FileUse) {
  return { type: 'string', format: 'binary', maxLength: maxBytes }
}

function declared<T>(use: FileUse, shape: object, fault: (value: unknown) => Problem | undefined): z.ZodType<T> {
  const schema = (z.any() as z.ZodType<T>)
    .check((context) => {
      const problem = fault(context.value)
      if (problem) context.issues.push({ code: 'custom', input: context.value, params: { problem } })
    })
    .meta({ ...shape })
  uses.set(schema, use)
  return schema
}

function faultOf(value: unknown, use: FileUse): Problem | undefined {
  if (value === undefined) return problems.missing()
  if (!(value instanceof Upload)) return problems.invalid()
  if (value.problem) return value.problem
  if (value.size > use.maxBytes) return use.tooLarge()
  if (use.isNamed && value.name === '') return problems.missing()
  if (value.name.length > longestName) return problems.tooLong({ maximum: longestName })
  if (textFault(value.name)) return problems.notText()
  return use.kinds?.includes(value.kind) === false ? (use.otherKind?.() ?? problems.invalid()) : undefined
}

/** What the field `file` of an operation's input takes, where it has one. */
export function fileUseOf(input: z.ZodType): FileUse | undefined {
  return input instanceof z.ZodObject ? useIn(input.shape.file) : undefined
}

function useIn(schema: unknown): FileUse | undefined {
  if (schema instanceof z.ZodOptional) return useIn(schema.unwrap())
  return schema instanceof z.ZodType ? uses.get(schema) : undefined
}
