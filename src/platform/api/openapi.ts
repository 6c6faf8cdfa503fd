/** The OpenAPI 3.1 document, made from the list of operations and their schemas. */
import { z } from 'zod'
import type { Field } from '#kernel/field.ts'
import { addressOf } from '#platform/api/dispatcher.ts'
import { ruleInWords } from '#platform/authority.ts'
import { withFormerSchema } from '#platform/former-names.ts'
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
    paths: Object.fromEntries(operations.flatMap((operation) => pathsOf(operation, fields))),
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

/** Its path, and the one it had in the version before. */
function pathsOf(operation: AnyOperation, fields: readonly Field[]): [address: string, item: Json][] {
  const { name } = operation.former ?? {}
  const path: [string, Json] = [addressOf(operation), pathItem(operation, fields)]
  return name ? [path, [addressOf({ name }), pathItem(operation, fields, name)]] : [path]
}

function pathItem(operation: AnyOperation, fields: readonly Field[], formerName?: string): Json {
  const described = {
    operationId: formerName ?? operation.name,
    ...(formerName ? { deprecated: true } : {}),
    summary: operation.summary,
    description: `Who may: ${ruleInWords(operation, fields)}.`,
    tags: [operation.name.split('.')[0]],
    security: operation.may.kind === 'anyone' ? [] : [{ token: [] }],
    responses: {
      200: { description: 'Done.', content: { 'application/json': { schema: outputOf(operation) } } },
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
  const input = inputOf(operation)
  const required = (input.required ?? []) as string[]
  return Object.entries((input.properties ?? {}) as Record<string, Json>).map(([name, schema]) => ({
    name,
    in: 'query',
    required: required.includes(name),
    ...(schema.deprecated ? { deprecated: true } : {}),
    schema,
  }))
}

function jsonBody(operation: AnyOperation): Json {
  return { required: true, content: { 'application/json': { schema: inputOf(operation) } } }
}

function inputOf({ input, former }: AnyOperation): Json {
  return withFormerSchema(schemaOf(input, 'input'), former)
}

function outputOf({ output, former }: AnyOperation): Json {
  return withFormerSchema(schemaOf(output, 'output'), former)
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
