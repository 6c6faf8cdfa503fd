/** What an operation takes or gives as JSON Schema. */
import { z } from 'zod'

export type Json = Record<string, unknown>

/** The JSON Schema of what an operation takes or gives. */
export function schemaOf(schema: z.ZodType, io: 'input' | 'output'): Json {
  const { $schema: _, ...made } = z.toJSONSchema(schema, { io, unrepresentable: 'any' }) as Json
  return made
}
