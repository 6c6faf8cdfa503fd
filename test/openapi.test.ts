/** The OpenAPI document is made of the operations and nothing else, and every reference in it leads somewhere. */
import { expect, test } from 'vitest'
import { fields, modules } from '#app/modules.ts'
import { addressOf } from '#platform/api/dispatcher.ts'
import { openApiDocument } from '#platform/api/openapi.ts'
import { fileUseOf } from '#platform/files/upload.ts'

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
      // A file is too long for an address.
      const { content = {} } = post?.requestBody ?? {}
      expect(Object.keys(content)).toEqual(
        fileUseOf(operation.input) ? ['multipart/form-data', 'application/json'] : [],
      )
    } else {
      expect(post.parameters[0].name).toBe('Idempotency-Key')
      const { content } = post.requestBody
      expect((content['application/json'] ?? content['multipart/form-data']).schema.type).toBe('object')
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

test('an entry was `typed` in the version before: each has both names, and only the former one is deprecated', () => {
  const pairs: string[] = []
  const visit = (node: unknown, at: string): void => {
    if (typeof node !== 'object' || node === null) return
    const { typed, entry } = (node as { properties?: Record<string, { deprecated?: boolean }> }).properties ?? {}
    if (typed || (entry && at.includes('/collection/'))) pairs.push(`${at} ${entry?.deprecated} ${typed?.deprecated}`)
    for (const [name, inner] of Object.entries(node)) visit(inner, at || name)
  }
  for (const [path, item] of Object.entries(document.paths)) visit(item, path)
  const of = (path: string, count: number) => Array(count).fill(`/api/v1/collection/${path} undefined true`)
  expect(pairs.sort()).toEqual(
    [
      ...of('cellProvenance', 1),
      ...of('cells', 1),
      ...of('saveCells', 3),
      ...of('submission', 2),
      ...of('trail', 1),
    ].sort(),
  )
})

test('what takes a file takes it in a form; where it came in base64, so for one version more, marked deprecated', () => {
  const takers = operations.filter(({ input }) => fileUseOf(input))
  expect(takers.map(({ name }) => name).sort()).toEqual([
    'collection.addEvidence',
    'collection.importWorkbook',
    'organisation.importBoundaries',
    'plan.attachDocument',
    'plan.importPlan',
    'policy-documents.add',
    'policy-documents.edit',
    'policy-documents.import',
    'reorganisation.checkFile',
    'reorganisation.importCsv',
  ])
  for (const operation of takers) {
    const { content } = document.paths[addressOf(operation)].post.requestBody
    const { file } = content['multipart/form-data'].schema.properties
    const sent = file.anyOf?.[1] ?? file
    expect(sent).toMatchObject({ type: 'string', format: 'binary', maxLength: fileUseOf(operation.input)?.maxBytes })
    if (operation.name.startsWith('policy-documents.')) {
      const other = content['application/json']?.schema.properties
      expect(other === undefined).toBe(operation.name === 'policy-documents.import')
      expect(Object.keys(other ?? {})).not.toEqual(expect.arrayContaining(['file']))
      expect(Object.keys(other ?? {})).not.toEqual(expect.arrayContaining(['content']))
      continue
    }
    const { properties, required } = content['application/json'].schema
    expect(properties.content).toMatchObject({ contentEncoding: 'base64', deprecated: true })
    // Of a file that is kept already it is asked for ever.
    expect(properties.fileName?.deprecated).toBe(file.anyOf ? undefined : true)
    expect(required).not.toContain('file')
    expect(content['multipart/form-data'].schema.properties.content).toBeUndefined()
  }
})

test('what answers with a file says so', () => {
  const { responses } = document.paths['/api/v1/collection/evidenceFile'].get
  expect(responses[200].content).toEqual({ '*/*': { schema: { type: 'string', format: 'binary' } } })
})

test('it says 3.1, and every reference resolves', () => {
  expect(document.openapi).toMatch(/^3\.1\./)
  const references = [...JSON.stringify(document).matchAll(/"\$ref":"(#[^"]+)"/g)].map((match) => match[1] ?? '')
  for (const reference of new Set(references)) {
    const result = reference
      .slice(2)
      .split('/')
      .reduce<unknown>((at, key) => (at as Record<string, unknown> | undefined)?.[key], document)
    expect(result, reference).toBeDefined()
  }
})
