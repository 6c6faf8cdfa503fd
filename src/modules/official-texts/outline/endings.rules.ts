/** The closing words of a plan, which belong to it as a whole. */
import { flatten } from '../lines/lines.rules.ts'
import type { Node } from './nodes.model.ts'

const surelyClosing =
  /^(?:tren day la|yeu cau (?:cac|thu truong|giam doc|chu tich)|de nghi (?:cac|thu truong|uy ban|ban)|trong qua trinh|(?:uy ban nhan dan|ubnd)\b.{0,60}\b(?:yeu cau|de nghi)\b)/
const perhapsClosing = /ke hoach nay|chuong trinh nay|de an nay|\.\/\s?\.?$|\/\.$/

/** The last plain paragraphs, where they speak of the plan as a whole, belong to the plan and not to its last section. */
export function close(nodes: readonly Node[]): void {
  let from = nodes.length
  while (from > 0 && nodes[from - 1]?.style === 'paragraph') from -= 1
  const run = nodes.slice(from)
  const first = run.findIndex((node, index) => {
    // "Giao Sở A ...", "Đề nghị Sở B ...", one after the other: each is told what is his.
    if (index > 0 && isAssigning(run[index - 1]) && isAssigning(node) && !perhapsClosing.test(flatOf(node)))
      return false
    return isClosing(node, index === 0 && node.parent === nodes[from - 1])
  })
  if (first < 0) return
  const closing = new Set(run.slice(first).filter(({ parent }) => parent !== null))
  const tops = new Set([...closing].map(rootOf))
  for (const parent of new Set([...closing].map(({ parent }) => parent))) {
    parent?.children.splice(0, parent.children.length, ...parent.children.filter((child) => !closing.has(child)))
  }
  for (const top of tops) {
    const own = [...closing].filter((node) => rootOf(node) === top)
    for (const [index, node] of own.entries()) {
      node.parent = top
      node.style = 'closing'
      node.label = index > 0 ? `KL${index + 1}` : 'KL'
      top.children.push(node)
    }
  }
}

function isClosing(node: Node, isOnlyContent: boolean): boolean {
  const flat = flatOf(node)
  return surelyClosing.test(flat) || (!isOnlyContent && perhapsClosing.test(flat))
}

function isAssigning(node: Node | undefined): boolean {
  return node !== undefined && /^(?:giao|de nghi|yeu cau|phan cong)\b/.test(flatOf(node))
}

/** Its beginning and its end. */
function flatOf({ pieces }: Node): string {
  const words = pieces.map(({ text }) => text).join(' ')
  return flatten(words.slice(0, 300) + words.slice(-200))
}

function rootOf(node: Node): Node {
  let root = node
  while (root.parent) root = root.parent
  return root
}
