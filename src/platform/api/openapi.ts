/** The OpenAPI 3.1 document, made from the list of operations and their schemas. */
import type { Field } from '#kernel/field.ts'
import { addressOf } from '#platform/api/dispatcher.ts'
import { ruleInWords } from '#platform/authority.ts'
import { type FileUse, fileUseOf } from '#platform/files/upload.ts'
import { withFormerSchema } from '#platform/former-names.ts'
import type { AnyOperation } from '#platform/operation.ts'
import { longestKey } from '#platform/repeats.ts'
import { type Json, schemaOf } from './schema.ts'

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
      200: answerOf(operation),
      default: {
        description: 'A problem (RFC 9457).',
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    },
  }
  const use = fileUseOf(operation.input)
  const requestBody = use ? fileBody(operation, use) : jsonBody(operation)
  if (operation.effect === 'write') return { post: { ...described, parameters: [idempotencyHeader], requestBody } }
  const get = { ...described, parameters: queryParameters(operation) }
  return use ? { get, post: { ...described, operationId: `${operation.name}.post`, requestBody } } : { get }
}

function answerOf(operation: AnyOperation): Json {
  if (!operation.answersFile) {
    return { description: 'Done.', content: { 'application/json': { schema: outputOf(operation) } } }
  }
  return {
    description: 'The file itself; also in parts.',
    content: { '*/*': { schema: { type: 'string', format: 'binary' } } },
  }
}

function queryParameters(operation: AnyOperation): Json[] {
  const use = fileUseOf(operation.input)
  const input = use?.tookBase64 ? withBase64(operation, use) : inputOf(operation)
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

/** A form with a file; or, for one version more, the file in base64 where it came so before. */
function fileBody(operation: AnyOperation, use: FileUse): Json {
  const form = { 'multipart/form-data': { schema: inputOf(operation) } }
  const schema = use.tookBase64 ? withBase64(operation, use) : withoutFile(operation)
  return { required: true, content: { ...form, ...(schema && { 'application/json': { schema } }) } }
}

/** As JSON holds it, which can hold no file; undefined where there must be one. */
function withoutFile(operation: AnyOperation): Json | undefined {
  const { required = [], properties = {}, ...input } = inputOf(operation)
  const { file: _, ...others } = properties as Json
  return (required as string[]).includes('file') ? undefined : { ...input, required, properties: others }
}

function withBase64(operation: AnyOperation, { maxBytes }: FileUse): Json {
  const { required = [], properties = {}, ...input } = inputOf(operation)
  const { file, ...others } = properties as Record<string, Json>
  // What may be named instead of sent stays so.
  const named = file?.anyOf ? { file: (file.anyOf as Json[]).find(({ format }) => format !== 'binary') } : {}
  const deprecated = {
    content: {
      type: 'string',
      contentEncoding: 'base64',
      maxLength: Math.ceil(maxBytes / 3) * 4,
      deprecated: true,
      description: 'Deprecated, goes with the next version: the file in base64. Send multipart/form-data with `file`.',
    },
    fileName: { type: 'string', maxLength: 300, deprecated: true, description: 'Deprecated with `content`: its name.' },
  }
  return {
    ...input,
    required: (required as string[]).filter((name) => name !== 'file'),
    properties: { ...deprecated, ...others, ...named },
  }
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
