/** What imports what: files, and the topics inside a module, with the circles among them and the order that follows. */
import { type House, isTest, moduleOf, roomOf, targetOf } from './house.ts'

export type Graph = ReadonlyMap<string, ReadonlySet<string>>

/** The program's files, each with those it imports. */
export function fileGraph({ sources }: House): Graph {
  const program = sources.filter(({ path }) => path.startsWith('src/') && !isTest(path))
  const paths = new Set(program.map(({ path }) => path))
  return new Map(
    program.map((source) => {
      const targets = source.imports.flatMap((given) => targetOf(source, given) ?? [])
      return [source.path, new Set(targets.filter((target) => paths.has(target) && target !== source.path))]
    }),
  )
}

/** The topics of a module, each with those it imports. The door, which passes on all of them, is none. */
export function topicGraph(house: House, module: string): Graph {
  const graph = new Map<string, Set<string>>()
  const topicOf = (path: string) => (moduleOf(path) === module ? roomOf(path)?.topic : undefined)
  for (const [path, targets] of fileGraph(house)) {
    const topic = topicOf(path)
    if (!topic) continue
    const known = graph.get(topic) ?? new Set()
    for (const target of targets) {
      const other = topicOf(target)
      if (other && other !== topic) known.add(other)
    }
    graph.set(topic, known)
  }
  return graph
}

/** Every node that can reach itself, told once with the way around. */
export function circlesIn(graph: Graph): string[][] {
  const told = new Set<string>()
  return [...graph.keys()].flatMap((start) => {
    const way = told.has(start) ? undefined : wayBack(graph, start)
    for (const each of way ?? []) told.add(each)
    return way ? [[...way, start]] : []
  })
}

/** The shortest way from a node to itself, without its end. */
function wayBack(graph: Graph, start: string): string[] | undefined {
  const before = new Map<string, string>()
  const next = [start]
  for (const node of next) {
    for (const target of graph.get(node) ?? []) {
      if (target === start) return trail(before, start, node)
      if (before.has(target)) continue
      before.set(target, node)
      next.push(target)
    }
  }
  return undefined
}

function trail(before: ReadonlyMap<string, string>, start: string, end: string): string[] {
  const way = [end]
  while (way[0] !== start) way.unshift(before.get(way[0] ?? start) ?? start)
  return way
}

/** Ground first: how many steps of imports lie below each node; for graphs without circles. */
export function heightsIn(graph: Graph): ReadonlyMap<string, number> {
  const heights = new Map<string, number>()
  const heightOf = (node: string): number => {
    const known = heights.get(node)
    if (known !== undefined) return known
    heights.set(node, 0)
    const height = Math.max(-1, ...[...(graph.get(node) ?? [])].map(heightOf)) + 1
    heights.set(node, height)
    return height
  }
  for (const node of graph.keys()) heightOf(node)
  return heights
}

/** Without the lines that go the way of others anyway. */
export function plainest(graph: Graph): Graph {
  const reach = new Map<string, Set<string>>()
  const reachOf = (node: string): Set<string> => {
    const known = reach.get(node)
    if (known) return known
    const result = new Set<string>()
    reach.set(node, result)
    for (const target of graph.get(node) ?? []) for (const each of [target, ...reachOf(target)]) result.add(each)
    return result
  }
  return new Map(
    [...graph].map(([node, targets]) => {
      const isIndirect = (target: string) =>
        [...targets].some((other) => other !== target && reachOf(other).has(target))
      return [node, new Set([...targets].filter((target) => !isIndirect(target)))]
    }),
  )
}
