/** The OpenAPI document is made of the operations and nothing else, and every reference in it leads somewhere. */
import { expect, test } from 'vitest'
import { fields, modules } from '#app/modules.ts'
import { addressOf } from '#platform/api/dispatcher.ts'
import { openApiDocument } from '#platform/api/openapi.ts'

const operations = modules.flatMap((module) => module.operations)
const document = JSON.parse(JSON.stringify(openApiDocument(operations, { publicUrl: 'http://localhost:8290', fields })))

test('every operation has one address and one name', () => {
  expect(Object.keys(document.paths).sort()).toEqual(operations.map(addressOf).sort())
  expect(new Set(operations.map((operation) => operation.name)).size).toBe(operations.length)
})

test('reads are GET with parameters, writes are POST with a body and an idempotency key', () => {
  for (const operation of operations) {
    const { get, post } = document.paths[addressOf(operation)]
    if (operation.effect === 'read') {
      expect(get.operationId).toBe(operation.name)
      expect(post).toBeUndefined()
    } else {
      expect(post.parameters[0].name).toBe('Idempotency-Key')
      expect(post.requestBody.content['application/json'].schema.type).toBe('object')
    }
  }
})

test('it says 3.1, and every reference resolves', () => {
  expect(document.openapi).toMatch(/^3\.1\./)
  const references = [...JSON.stringify(document).matchAll(/"\$ref":"(#[^"]+)"/g)].map((match) => match[1] ?? '')
  for (const reference of new Set(references)) {
    const found = reference
      .slice(2)
      .split('/')
      .reduce<unknown>((at, key) => (at as Record<string, unknown> | undefined)?.[key], document)
    expect(found, reference).toBeDefined()
  }
})
