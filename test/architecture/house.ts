/** The house as the rules see it: every file read once, where it lies, and what it imports. */
import { posix } from 'node:path'
import { type Import, readSource, type Source } from './source.ts'

/** One place where a rule is broken. */
export interface Broken {
  readonly rule: string
  readonly path: string
  readonly line: number
  readonly says: string
}

export interface House {
  /** Path from the project's folder to content: src, test, bench and package.json. */
  readonly files: ReadonlyMap<string, string>
  readonly sources: readonly Source[]
  /** Modules, ground first. */
  readonly order: readonly string[]
}

/** A rule has a name, so that a review can just say it. */
export interface Rule {
  readonly name: string
  readonly check: (house: House) => Finding[]
}
export type Finding = Omit<Broken, 'rule'>

export function readHouse(files: ReadonlyMap<string, string>, order: readonly string[]): House {
  const programs = [...files].filter(([path]) => /\.tsx?$/.test(path))
  return { files, order, sources: programs.map(([path, text]) => readSource(path, text)) }
}

/** The modules in the order of `export const moduleOrder = ['organisation', ...]`. */
export function moduleOrderIn(text: string): string[] {
  const list = /moduleOrder\b[^=]*=\s*\[([^\]]*)\]/.exec(text)?.[1] ?? ''
  return [...list.matchAll(/'([a-z-]+)'/g)].flatMap((match) => match[1] ?? [])
}

export const layers = ['kernel', 'platform', 'ui', 'modules', 'app'] as const

/** The layer of a path under src, by number; -1 outside. */
export function layerOf(path: string): number {
  return layers.findIndex((layer) => path.startsWith(`src/${layer}/`))
}

export function moduleOf(path: string): string | undefined {
  return /^src\/modules\/([^/]+)\//.exec(path)?.[1]
}

/** What a file of a module does, in the order of reading: each imports from its left, and what is no screen imports no screen. */
export const roles = [
  'model',
  'rules',
  'texts',
  'store',
  'operations',
  'tasks',
  'paths',
  'view',
  'island',
  'pages',
] as const
export type RoleName = (typeof roles)[number] | 'test' | 'fixture'

const named = new RegExp(`^(?:([a-z0-9-]+)\\.)?(${[...roles, 'test', 'fixture'].join('|')})\\.tsx?$`)

/** What `<topic>.<role>.ts` says; alone in a module the role is the name. Undefined for the door, and for what is named otherwise. */
export function roomOf(
  path: string,
): { readonly topic: string; readonly role: RoleName; readonly isBare: boolean } | undefined {
  const [, topic, role] = named.exec(posix.basename(path)) ?? []
  if (!role) return undefined
  return { topic: topic ?? moduleOf(path) ?? '', role: role as RoleName, isBare: topic === undefined }
}

/** Where an import leads, as a path from the project's folder; undefined for a package. */
export function targetOf(source: Source, { from }: Import): string | undefined {
  if (from.startsWith('.')) return posix.join(posix.dirname(source.path), from)
  const [, area, rest] = /^#([a-z]+)\/(.+)$/.exec(from) ?? []
  if (!area || !rest) return undefined
  if (area === 'test') return `test/${rest}`
  return area === 'modules' ? `src/modules/${rest}/index.ts` : `src/${area}/${rest}`
}

/** The package an import names: `@scope/name` or `name`. */
export function packageOf({ from }: Import): string | undefined {
  if (/^[.#]|^node:/.test(from)) return undefined
  return from
    .split('/')
    .slice(0, from.startsWith('@') ? 2 : 1)
    .join('/')
}

/** Tests, and the fixtures beside them that only tests import. */
export function isTest(path: string): boolean {
  return /\.(test|fixture)\.tsx?$/.test(path) || !path.startsWith('src/')
}
