/** The OpenAPI 3.1 document, made from the list of operations and their schemas. */
import { z } from 'zod'
import type { Field } from '#kernel/field.ts'
import { addressOf } from '#platform/api/dispatcher.ts'
import { ruleInWords } from '#platform/authority.ts'
import type { AnyOperation } from '#platform/operation.ts'
import { longestKey } from '#platform/repeats.ts'

type Json = Record<string, unknown>

/** The document for `operations`, served at `publicUrl`. */
export function openApiDocument(
  operations: readonly AnyOperation[],
  { publicUrl, fields }: { readonly publicUrl: string; readonly fields: readonly Field[] },
): Json {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Hiếu Học',
      version: '1',
      description: 'Every operation of the system. Reads without an account answer public data.',
    },
    servers: [{ url: publicUrl }],
    paths: Object.fromEntries(operations.map((operation) => [addressOf(operation), pathItem(operation, fields)])),
    components: {
      securitySchemes: {
        token: { type: 'http', scheme: 'bearer', description: 'An API token, made on the page of your account.' },
      },
      schemas: { Problem: problemSchema },
    },
  }
}

/** The JSON Schema of what an operation takes or gives. */
export function schemaOf(schema: z.ZodType, io: 'input' | 'output'): Json {
  const { $schema: _, ...made } = z.toJSONSchema(schema, { io, unrepresentable: 'any' }) as Json
  return made
}

function pathItem(operation: AnyOperation, fields: readonly Field[]): Json {
  const described = {
    operationId: operation.name,
    summary: operation.summary,
    description: `Who may: ${ruleInWords(operation, fields)}.`,
    tags: [operation.name.split('.')[0]],
    security: operation.may.kind === 'anyone' ? [] : [{ token: [] }],
    responses: {
      200: { description: 'Done.', content: { 'application/json': { schema: schemaOf(operation.output, 'output') } } },
      default: {
        description: 'A problem (RFC 9457).',
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    },
  }
  return operation.effect === 'read'
    ? { get: { ...described, parameters: queryParameters(operation) } }
    : { post: { ...described, parameters: [idempotencyHeader], requestBody: jsonBody(operation) } }
}

function queryParameters(operation: AnyOperation): Json[] {
  const input = schemaOf(operation.input, 'input')
  const required = (input.required ?? []) as string[]
  return Object.entries((input.properties ?? {}) as Record<string, Json>).map(([name, schema]) => ({
    name,
    in: 'query',
    required: required.includes(name),
    schema,
  }))
}

function jsonBody(operation: AnyOperation): Json {
  return { required: true, content: { 'application/json': { schema: schemaOf(operation.input, 'input') } } }
}

const idempotencyHeader = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  description:
    'Repeat a call with the same key and body and it is done once; the first answer is given again. The same key with another body is refused.',
  schema: { type: 'string', minLength: 1, maxLength: longestKey, pattern: '^[!-~]+$' },
}

const problemSchema = {
  type: 'object',
  required: ['type', 'title', 'status', 'problems'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string', description: 'The stable code.' },
    status: { type: 'integer' },
    detail: { type: 'string', description: 'In Vietnamese, or in English when Accept-Language asks for it.' },
    problems: {
      type: 'array',
      items: {
        type: 'object',
        properties: { code: { type: 'string' }, detail: { type: 'string' }, path: { type: 'array' } },
      },
    },
  },
}
