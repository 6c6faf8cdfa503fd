/** Gives every clause the names of bodies that the document has whole elsewhere, or that no word ends. */
import { mergedPressIn } from '../agencies/merged-press.rules.ts'
import { placesOf, wholeNameOf } from '../agencies/whole-names.rules.ts'
import { longestRead } from '../lines/lines.rules.ts'
import type { Node } from '../outline/nodes.model.ts'

/** No document has more bodies than this whose names hold a verb. */
const mostNames = 40

/** Gives each clause where such names stand in it; `isPressMerged`: a newspaper and a station under one name are one body. */
export function giveNames(nodes: readonly Node[], isPressMerged: boolean): void {
  const own = namesOfHeadings(nodes)
  for (const node of nodes) {
    const { text } = node.words
    if (text.length > longestRead) continue
    const places = placesOf(text, isPressMerged ? [...own, ...new Set(mergedPressIn(text))] : own)
    if (places.size > 0) node.words = { ...node.words, names: places }
  }
}

/** The names of headings that hold a verb: written again, they are the same bodies. */
function namesOfHeadings(nodes: readonly Node[]): readonly string[] {
  const headings = nodes.filter(({ row, children, style }) => !row && (children.length > 0 || style === 'paragraph'))
  const names = new Set<string>()
  for (const node of headings) {
    if (names.size >= mostNames) break
    const isElsewhere = (name: string) =>
      nodes.some((other) => other !== node && other.words.text.length <= longestRead && other.words.text.includes(name))
    const name = wholeNameOf(node.words.text, isElsewhere)
    if (name) names.add(name)
  }
  return [...names]
}
