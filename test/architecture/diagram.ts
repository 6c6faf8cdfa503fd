/** Draws the modules for docs/architecture.md, who imports whom and who reads whose published views; and for each module its topics. */
import { basename, dirname } from 'node:path'
import { type House, isTest, moduleOf, readHouse, roomOf, targetOf } from './house.ts'
import { tablesIn } from './sql-rules.ts'
import { heightsIn, plainest, topicGraph } from './topics.ts'

/** The page with a diagram drawn anew between its two marks; throws when the marks are missing. */
export function withDiagram(page: string, of: 'modules' | 'topics', drawn: string): string {
  const [begin, end] = [`<!-- ${of}:begin -->`, `<!-- ${of}:end -->`]
  const [before, rest] = page.split(begin)
  const after = rest?.split(end)[1]
  if (before === undefined || after === undefined) throw new Error(`the page lacks ${begin} ... ${end}`)
  return `${before}${begin}\n\n${drawn}\n${end}${after}`
}

/**
 * The topics of a module, ground first, each in its folder. A line is an import; one that other lines make needless is left out, so
 * that the picture shows the order and no more.
 */
export function drawTopics(house: House, module: string): string {
  const graph = topicGraph(house, module)
  const heights = heightsIn(graph)
  const order = [...graph.keys()].sort((a, b) => (heights.get(a) ?? 0) - (heights.get(b) ?? 0) || (a < b ? -1 : 1))
  const folders = foldersOf(house, module)
  const named = [...new Set(order.flatMap((topic) => folders.get(topic) ?? []))].sort()
  const within = (folder: string | undefined) => order.filter((topic) => folders.get(topic) === folder)
  const lines = [...plainest(graph)].flatMap(([topic, targets]) =>
    [...targets].map((target) => `  ${topic} --> ${target}`),
  )
  return [
    '```mermaid',
    'flowchart BT',
    ...within(undefined).map((topic) => `  ${topic}`),
    ...named.flatMap((folder) => [
      `  subgraph in-${folder} ["${folder}/"]`,
      ...within(folder).map((topic) => `    ${topic}`),
      '  end',
    ]),
    ...lines.sort(),
    '```',
    '',
  ].join('\n')
}

/** The folder of each topic that does not stand in the module itself. */
function foldersOf({ sources }: House, module: string): ReadonlyMap<string, string> {
  const home = `src/modules/${module}`
  return new Map(
    sources.flatMap(({ path }): [string, string][] => {
      const topic = moduleOf(path) === module && !isTest(path) && roomOf(path)?.topic
      return topic && dirname(path) !== home ? [[topic, basename(dirname(path))]] : []
    }),
  )
}

/** A Mermaid graph: a line is an import through the front door, a dotted line a published view read in SQL. */
export function drawModules(files: ReadonlyMap<string, string>, order: readonly string[]): string {
  const { sources } = readHouse(files, order)
  const program = sources.filter(({ path }) => moduleOf(path) && !isTest(path))
  const imports = program.flatMap((source) =>
    source.imports.flatMap((given) => edge(source.path, moduleOf(targetOf(source, given) ?? ''), '-->', order)),
  )
  const reads = program.flatMap((source) =>
    tablesIn(source).flatMap(({ schema }) => edge(source.path, schema, '-.->', order)),
  )
  const lines = [...new Set([...imports, ...reads])].sort()
  const nodes = order.map((name) => `  ${name}["${name}"]`)
  return ['```mermaid', 'flowchart BT', ...nodes, ...lines.map((line) => `  ${line}`), '```', ''].join('\n')
}

function edge(path: string, other: string | undefined, arrow: string, order: readonly string[]): string[] {
  const own = moduleOf(path)
  return own && other && own !== other && order.includes(other) ? [`${own} ${arrow} ${other}`] : []
}
