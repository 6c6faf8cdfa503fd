/** Gives every node its ref: the numbers on the way to it, as the document itself would cite it. */
import type { Node } from './nodes.model.ts'

const digits: readonly Node['style'][] = ['decimal', 'level', 'bracket', 'row']
const unnumbered: readonly Node['style'][] = ['bullet', 'dash', 'plus', 'paragraph', 'statement']

/**
 * Refs of a whole tree, each once. Dashes and paragraphs count together under what holds them; where their holder also has
 * points 1., 2. their numbers begin with 0, so that `V.01` is the opening words of part V and `V.1` its first section.
 */
export function giveRefs(tops: readonly Node[]): void {
  const taken = new Map<string, number>()
  const give = (nodes: readonly Node[], parent: Node | null) => {
    const labels = labelsOf(nodes, parent)
    for (const [index, node] of nodes.entries()) {
      const label = labels[index] ?? ''
      node.ref = free(parent ? `${parent.ref}.${label}` : label, taken)
      give(node.children, node)
    }
  }
  give(tops, null)
}

function free(ref: string, taken: Map<string, number>): string {
  let own = ref
  for (let count = taken.get(ref) ?? 1; taken.has(own); ) {
    count += 1
    taken.set(ref, count)
    own = `${ref}-${count}`
  }
  taken.set(own, 1)
  return own
}

function labelsOf(nodes: readonly Node[], parent: Node | null): string[] {
  const hasDigits = nodes.some(({ style }) => digits.includes(style))
  let count = 0
  let row = 0
  return nodes.map((node) => {
    if (unnumbered.includes(node.style)) {
      count += 1
      return hasDigits ? `0${count}` : String(count)
    }
    if (node.style === 'row') row += 1
    if (node.style === 'row' && node.label === '') return String(row)
    return node.style === 'level' ? levelLabel(node, parent) : node.label
  })
}

/** `2.3` under section 2 is its point 3; under a part that has no section 2 it keeps both numbers. */
function levelLabel(node: Node, parent: Node | null): string {
  const outer = node.path.slice(0, -1).join('.')
  const isWithin = parent !== null && parent.path.join('.') === outer && parent.path.length > 0
  return isWithin ? String(node.path.at(-1)) : node.label
}
