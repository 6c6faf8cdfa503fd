/** Where a file of a module stands: its name says topic and role, folders are few, topics have an order. */
import { basename, dirname } from 'node:path'
import { type Finding, type House, isTest, moduleOf, type Rule, roles, roomOf } from './house.ts'
import { circlesIn, fileGraph, topicGraph } from './topics.ts'

const leastInAFolder = 3
const mostFolders = 2
/** Every module's demonstration has the same name, so that one knows where to look. */
const sameEverywhere = ['demo']

/** What is in a module: its page, its door, its SQL, and `<topic>.<role>.ts`. */
export const sameNames: Rule = {
  name: 'Same names in every module',
  check: (house) => {
    const paths = [...house.files.keys()].filter((path) => moduleOf(path))
    const modules = new Set(paths.flatMap((path) => moduleOf(path) ?? []))
    return [
      ...[...modules].flatMap((name) =>
        ['README.md', 'index.ts']
          .map((file) => `src/modules/${name}/${file}`)
          .filter((path) => !house.files.has(path))
          .map((path) => ({ path, line: 1, says: 'is missing' })),
      ),
      ...paths
        .filter((path) => !isUsual(path) && !isRoom(path))
        .map((path) => ({ path, line: 1, says: 'is none of the names of a module (see docs/architecture.md)' })),
      ...bareAmongOthers(paths),
      ...oneNameOneFile(paths),
      ...routesInPages(house),
    ]
  },
}

function isUsual(path: string): boolean {
  return /^src\/modules\/[^/]+\/(README\.md|index\.ts|migrations\/[a-z0-9_]+\.sql)$/.test(path)
}

function isRoom(path: string): boolean {
  const role = roomOf(path)?.role
  if (!role) return false
  const isScreen = role === 'view' || role === 'pages' || role === 'island'
  return role === 'test' || path.endsWith('.tsx') === isScreen
}

/** The role alone names a file only where the module has no other of that role. */
function bareAmongOthers(paths: readonly string[]): Finding[] {
  const like = (path: string) => `${moduleOf(path)} ${roomOf(path)?.role}`
  return paths
    .filter(
      (path) => roomOf(path)?.isBare && paths.filter((other) => roomOf(other) && like(other) === like(path)).length > 1,
    )
    .map((path) => ({ path, line: 1, says: 'stands beside others of its role: name its topic' }))
}

/** Two words open one file: no topic stands in two folders, none has two files of one role, no two modules give a file one name. */
function oneNameOneFile(paths: readonly string[]): Finding[] {
  const rooms = paths.filter((path) => roomOf(path) && !roomOf(path)?.isBare)
  return rooms.flatMap((path, index) => {
    const { topic } = roomOf(path) ?? {}
    const before = rooms.slice(0, index)
    const twin = before.find((other) => basename(other) === basename(path) && !sameEverywhere.includes(topic ?? ''))
    const apart = before.find(
      (other) =>
        moduleOf(other) === moduleOf(path) && roomOf(other)?.topic === topic && dirname(other) !== dirname(path),
    )
    return [
      ...(twin ? [{ path, line: 1, says: `has the name of ${twin}` }] : []),
      ...(apart ? [{ path, line: 1, says: `is of a topic that stands in ${dirname(apart)}` }] : []),
    ]
  })
}

const makers = ['view', 'listPage', 'action', 'longAction', 'fileAction']

/** `pages` are what has addresses; what others put into their pages is a `view`. */
function routesInPages({ sources }: House): Finding[] {
  return sources.flatMap(({ path, calls }) => {
    const role = moduleOf(path) && !isTest(path) && roomOf(path)?.role
    const makes = calls.find(({ name }) => makers.includes(name))
    if (role === 'pages' && !makes) return [{ path, line: 1, says: 'answers at no address: it is a view' }]
    if (role && role !== 'pages' && makes)
      return [{ path, line: makes.line, says: 'answers at an address: it is pages' }]
    return []
  })
}

/** A folder groups three files or more; beneath a module there are at most two levels of them. */
export const fewFolders: Rule = {
  name: 'Few folders',
  check: ({ files }) => {
    const inFolders = [...files.keys()].flatMap((path) => {
      const [, folder] = /^src\/modules\/[^/]+\/(.+)\/[^/]+$/.exec(path) ?? []
      return folder && folder !== 'migrations'
        ? [{ path, folder: dirname(path), levels: folder.split('/').length }]
        : []
    })
    const small = [...new Set(inFolders.map(({ folder }) => folder))].filter(
      (folder) => inFolders.filter((each) => each.folder === folder).length < leastInAFolder,
    )
    return [
      ...small.map((path) => ({ path, line: 1, says: `holds fewer than ${leastInAFolder} files` })),
      ...inFolders
        .filter(({ levels }) => levels > mostFolders)
        .map(({ path }) => ({ path, line: 1, says: `lies deeper than ${mostFolders} folders` })),
    ]
  },
}

const firstScreen = roles.indexOf('view')

/** No file imports itself by way of others; inside a module no topic does, and what is no screen imports no screen. */
export const topicsInOrder: Rule = {
  name: 'Topics in order',
  check: (house) => {
    const modules = new Set(house.sources.flatMap(({ path }) => moduleOf(path) ?? []))
    const rank = (path: string) => (roles as readonly string[]).indexOf(roomOf(path)?.role ?? '')
    const program = fileGraph(house)
    return [
      ...circlesIn(program).map((circle) => ({
        path: circle[0] ?? '',
        line: 1,
        says: `goes in a circle: ${circle.join(' > ')}`,
      })),
      ...[...modules].flatMap((module) =>
        circlesIn(topicGraph(house, module)).map((circle) => ({
          path: `src/modules/${module}`,
          line: 1,
          says: `topics go in a circle: ${circle.join(' > ')}`,
        })),
      ),
      ...[...program].flatMap(([path, targets]) =>
        [...targets]
          .filter((target) => moduleOf(target) === moduleOf(path) && moduleOf(path) && rank(path) >= 0)
          .filter((target) => rank(target) >= firstScreen && rank(target) > rank(path))
          .map((target) => ({ path, line: 1, says: `imports ${target}, which stands nearer to the reader` })),
      ),
    ]
  },
}
