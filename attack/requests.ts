/** Malformed requests to every page, action and operation: shaped enough to get in, wrong enough to hurt. */
import { addressOf } from '#platform/api/dispatcher.ts'
import { schemaOf } from '#platform/api/schema.ts'
import type { AnyOperation } from '#platform/operation.ts'
import type { Route } from '#platform/web/page.ts'
import type { Random } from './random.ts'
import { anything, word } from './words.ts'

export interface Attack {
  readonly method: string
  /** With its query, escaped as an address must be. */
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string | Uint8Array<ArrayBuffer>
}

export interface Targets {
  readonly routes: readonly Route[]
  readonly operations: readonly AnyOperation[]
}

export type Target = Route | AnyOperation

/** By turns an operation and a route; of each kind all, in an order of chance, before one comes again: chance leaves none out. */
export function* inTurn({ routes, operations }: Targets, random: Random): Generator<Target, never> {
  const [ofOperations, ofRoutes] = [again(operations, random), again(routes, random)]
  for (;;) {
    yield ofOperations.next().value
    yield ofRoutes.next().value
  }
}

function* again<T>(all: readonly T[], random: Random): Generator<T, never> {
  for (;;) {
    const left = [...all]
    while (left.length > 0) yield left.splice(random.below(left.length), 1)[0] as T
  }
}

/** One request to it. */
export function makeRequest(target: Target, random: Random, origin: string): Attack {
  const attack = 'pattern' in target ? toRoute(target, random) : toOperation(target, random)
  return { ...attack, headers: { origin, ...strangeHeaders(random), ...attack.headers } }
}

/** Escaped, but now and then as a careless program sends it. */
function escaped(text: string, random: Random): string {
  try {
    return random.once(12) ? encodeURIComponent(text).replaceAll('%25', '%') : encodeURIComponent(text)
  } catch {
    // Half of a surrogate pair has no escape of its own.
    return '%ED%A0%80'
  }
}

function queryOf(names: readonly string[], random: Random): string {
  const count = random.below(4)
  const given = Array.from({ length: count }, () => {
    const name = random.once(5) ? word(random) : random.one(names)
    return `${escaped(name, random)}=${escaped(word(random), random)}`
  })
  return given.length > 0 ? `?${given.join('&')}` : ''
}

/** What pages ask for in their addresses. */
const pageParameters = [
  'on',
  'tree',
  'kind',
  'year',
  'unit',
  'q',
  'after',
  'page',
  'sort',
  'back',
  'under',
  'state',
  'units',
]

function toRoute({ method, pattern, body: kind }: Route, random: Random): Attack {
  const path = pattern.replace(/:(\w+)(\{[^}]*\})?/g, () => escaped(word(random).slice(0, 500), random))
  const address = path + queryOf(pageParameters, random)
  if (method === 'get') return { method: random.once(20) ? 'HEAD' : 'GET', path: address, headers: {} }
  return { method: 'POST', path: address, ...formBody(random, kind === 'file') }
}

const formFields = [
  '_key',
  'unit',
  'name',
  'email',
  'password',
  'reason',
  'dueOn',
  'title',
  'on',
  'version',
  'choice',
  'file',
]

function formBody(random: Random, takesFile: boolean): Pick<Attack, 'headers' | 'body'> {
  const fields = Array.from({ length: random.below(6) }, () => [
    random.once(4) ? word(random) : random.one(formFields),
    word(random),
  ])
  if (!takesFile && !random.once(5)) {
    const body = fields.map(([name = '', value = '']) => `${escaped(name, random)}=${escaped(value, random)}`).join('&')
    return { headers: { 'content-type': 'application/x-www-form-urlencoded' }, body }
  }
  const boundary = random.once(8) ? 'other' : 'x'
  const file = `--x\r\ncontent-disposition: form-data; name="file"; filename="${word(random)
    .slice(0, 50)
    .replaceAll(/[\r\n"]/g, '')}"\r\n\r\n${word(random)}\r\n`
  const parts = fields.map(
    ([name = '', value = '']) =>
      `--x\r\ncontent-disposition: form-data; name="${name.replaceAll(/[\r\n"]/g, '')}"\r\n\r\n${value}\r\n`,
  )
  const whole = `${parts.join('')}${file}--x--\r\n`
  const body = random.once(4) ? whole.slice(0, random.below(whole.length)) : whole
  return { headers: { 'content-type': `multipart/form-data; boundary=${boundary}` }, body: body.toWellFormed() }
}

function toOperation(operation: AnyOperation, random: Random): Attack {
  const schema = schemaOf(operation.input, 'input') as Shape
  const address = addressOf(operation)
  if (operation.effect === 'read') {
    const names = Object.keys(schema.properties ?? { a: {} })
    return { method: 'GET', path: address + queryOf(names.length > 0 ? names : ['a'], random), headers: {} }
  }
  const headers = {
    'content-type': random.once(10) ? word(random).replaceAll(/[^\x20-\x7e]/g, '?') : 'application/json',
  }
  return { method: 'POST', path: address, headers, body: jsonBody(schema, random) }
}

interface Shape {
  readonly type?: string | readonly string[]
  readonly properties?: Readonly<Record<string, Shape>>
  readonly items?: Shape
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly anyOf?: readonly Shape[]
  readonly format?: string
}

function jsonBody(schema: Shape, random: Random): string {
  if (random.once(15))
    return random.one(['', '{', '[', 'null', '7', '"', '{"a":', '['.repeat(30_000), '{"a":'.repeat(10_000)])
  const body = JSON.stringify(random.once(6) ? anything(random) : nearly(schema, random))
  return random.once(20) ? body.slice(0, random.below(body.length)) : body
}

/** What the schema asks for, but for a place here and there. */
function nearly(shape: Shape, random: Random, depth = 6): unknown {
  if (depth === 0 || random.once(8)) return anything(random, 2)
  if (shape.const !== undefined) return shape.const
  if (shape.enum) return random.one(shape.enum)
  if (shape.anyOf) return nearly(random.one(shape.anyOf), random, depth - 1)
  if (shape.format === 'uuid') return random.once(3) ? word(random) : '019a0000-0000-7000-8000-000000000001'
  if (shape.format === 'date') return random.one(['2026-11-01', '2025-07-01', '0000-01-01', '9999-12-31', '2026-13-01'])
  const type = Array.isArray(shape.type) ? random.one(shape.type) : shape.type
  if (type === 'object') {
    const fields = Object.entries(shape.properties ?? {}).filter(() => !random.once(8))
    return Object.fromEntries(fields.map(([name, field]) => [name, nearly(field, random, depth - 1)]))
  }
  if (type === 'array')
    return Array.from({ length: random.below(4) }, () => nearly(shape.items ?? {}, random, depth - 1))
  if (type === 'number' || type === 'integer') return random.one([0, 1, 7, 2026, -1, 1e15, 0.5, 2 ** 31, 2 ** 63])
  if (type === 'boolean') return random.once(2)
  return word(random)
}

function strangeHeaders(random: Random): Record<string, string> {
  const all: readonly [string, string][] = [
    ['idempotency-key', random.one(['', 'a', 'k'.repeat(4000), 'khóa'.replace('ó', '?')])],
    ['accept-language', random.one(['en', 'vi', '*', ';;;q=', 'en'.repeat(500)])],
    [
      'cookie',
      random.one([
        'hieuhoc_session=x',
        'hieuhoc_flash=%7B',
        'a',
        '=;=;=',
        `hieuhoc_session=${'a'.repeat(43)}`,
        'hieuhoc_language=xx',
      ]),
    ],
    ['authorization', random.one(['Bearer x', 'Bearer ', 'Basic YTpi', `Bearer ${'a'.repeat(43)}`])],
    ['if-none-match', random.one(['*', '"x"', 'W/"x"'])],
    ['range', random.one(['bytes=0-1', 'bytes=9-1', 'bytes=-', 'x'])],
    ['accept-encoding', random.one(['br', 'gzip;q=0', '*', 'x'])],
    ['x-forwarded-for', random.one(['1.2.3.4', 'x', '::1, ::2', ','.repeat(200)])],
  ]
  return Object.fromEntries(all.filter(() => random.once(8)))
}
