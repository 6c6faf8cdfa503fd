/** Gives every clause the names of bodies that the document has whole elsewhere. */
import { placesOf, wholeNameOf } from '../agencies/whole-names.rules.ts'
import { longestRead } from '../lines/lines.rules.ts'
import type { Node } from '../outline/nodes.model.ts'

/** No document has more bodies than this whose names hold a verb. */
const mostNames = 40

/** The names of headings that hold a verb: written again, they are the same bodies. */
export function giveNames(nodes: readonly Node[]): void {
  const headings = nodes.filter(({ row, children, style }) => !row && (children.length > 0 || style === 'paragraph'))
  const names = new Set<string>()
  for (const node of headings) {
    if (names.size >= mostNames) break
    const isElsewhere = (name: string) =>
      nodes.some((other) => other !== node && other.words.text.length <= longestRead && other.words.text.includes(name))
    const name = wholeNameOf(node.words.text, isElsewhere)
    if (name) names.add(name)
  }
  if (names.size === 0) return
  const own = [...names]
  for (const node of nodes) {
    if (node.words.text.length > longestRead) continue
    const places = placesOf(node.words.text, own)
    if (places.size > 0) node.words = { ...node.words, names: places }
  }
}
