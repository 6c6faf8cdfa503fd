/** The OpenAPI document is made of the operations and nothing else, and every reference in it leads somewhere. */
import { expect, test } from 'vitest'
import { fields, modules } from '#app/modules.ts'
import { addressOf } from '#platform/api/dispatcher.ts'
import { openApiDocument } from '#platform/api/openapi.ts'

const operations = modules.flatMap((module) => module.operations)
const document = JSON.parse(JSON.stringify(openApiDocument(operations, { publicUrl: 'http://localhost:8290', fields })))

test('every operation has one address and one name, and the one it had in the version before', () => {
  const addresses = operations.flatMap(({ name, former }) =>
    [name, ...(former?.name ? [former.name] : [])].map(addressFor),
  )
  expect(Object.keys(document.paths).sort()).toEqual(addresses.sort())
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

const addressFor = (name: string) => addressOf({ name })

test('former names of operations and fields are there, and marked as deprecated', () => {
  const former = operations.filter((operation) => operation.former?.name)
  expect(former.length).toBeGreaterThan(10)
  for (const { name, former: { name: before = '' } = {} } of former) {
    const [item] = Object.values(document.paths[addressFor(before)]) as { deprecated?: boolean; operationId: string }[]
    const [now] = Object.values(document.paths[addressFor(name)]) as { deprecated?: boolean }[]
    expect([item?.operationId, item?.deprecated, now?.deprecated]).toEqual([before, true, undefined])
  }
  const { parameters } = document.paths['/api/v1/indicators/series'].get
  expect(parameters).toContainEqual(expect.objectContaining({ name: 'tree', deprecated: true }))
  expect(parameters).toContainEqual(expect.not.objectContaining({ name: 'boundaries', deprecated: true }))
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
