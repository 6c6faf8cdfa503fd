/** Draws the modules for docs/architecture.md: who imports whom, and who reads whose published views. */
import { isTest, moduleOf, readHouse, targetOf } from './house.ts'
import { tablesIn } from './sql-rules.ts'

const begin = '<!-- modules:begin -->'
const end = '<!-- modules:end -->'

/** The page with its diagram drawn anew between the two marks; throws when the marks are missing. */
export function withDiagram(page: string, files: ReadonlyMap<string, string>, order: readonly string[]): string {
  const [before, rest] = page.split(begin)
  const after = rest?.split(end)[1]
  if (before === undefined || after === undefined) throw new Error(`the page lacks ${begin} ... ${end}`)
  return `${before}${begin}\n\n${drawModules(files, order)}\n${end}${after}`
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
