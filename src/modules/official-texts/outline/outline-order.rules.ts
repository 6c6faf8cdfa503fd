/** Where a numbered line belongs among the open headings, and whether its number can be the next one. */
import type { Mark, MarkStyle } from '../lines/marks.rules.ts'
import type { Node } from './nodes.model.ts'

const ranks: Readonly<Record<MarkStyle, number>> = {
  part: 0,
  chapter: 1,
  division: 2,
  article: 3,
  // A. within I. and I. within A. are both seen: which came first is outside.
  capital: 4,
  roman: 4,
  decimal: 5,
  level: 6,
  bracket: 10,
  letter: 11,
  // * within - and - within * are both seen.
  bullet: 12,
  dash: 12,
  plus: 13,
}
const rankOfStyle: ReadonlyMap<string, number> = new Map(Object.entries(ranks))

export interface Fit {
  /** The open heading it goes under; null at the top. */
  readonly parent: Node | null
  readonly verdict: 'next' | 'skipped' | 'repeated'
}

/** The place of a mark among the open headings, outermost first; null where its number cannot stand there. */
export function fitOf(mark: Mark, open: readonly Node[], top: readonly Node[]): Fit | null {
  const same = open.findLastIndex((node) => node.style === mark.style && node.path.length === mark.path.length)
  const nodes =
    same >= 0 ? open.slice(0, same) : open.filter((node) => rankOf(node) < rankOf(mark) || isOther(node, mark))
  const parent = nodes.at(-1) ?? null
  if (mark.path.length === 0) return { parent, verdict: 'next' }
  const siblings = parent ? parent.children : top
  const last = siblings.findLast((node) => node.style === mark.style && node.path.length === mark.path.length)
  const verdict = verdictOf(mark, last)
  return verdict ? { parent, verdict } : null
}

function rankOf({ style, path }: Pick<Node, 'style' | 'path'>): number {
  if (style === 'level') return ranks.level + path.length - 2
  return rankOfStyle.get(style) ?? -1
}

function isOther(node: Node, mark: Mark): boolean {
  return (
    rankOf(node) === rankOf(mark) &&
    node.style !== mark.style &&
    ['capital', 'roman', 'bullet', 'dash'].includes(mark.style)
  )
}

/** How far a number may jump before the line is taken for a sentence that begins with a figure. */
const farthest = 3

function verdictOf(mark: Mark, last: Node | undefined): Fit['verdict'] | null {
  const order = mark.path.at(-1) ?? 0
  const before = last?.path.at(-1) ?? 0
  if (mark.style === 'level') return levelVerdict(mark, last)
  if (order === before + 1) return 'next'
  if (mark.style === 'letter' && isLetterAfter(before, order)) return 'next'
  if (mark.style === 'article' && order > before) return before === 0 ? 'next' : 'skipped'
  if (order > before) return order - before <= farthest + 1 ? 'skipped' : null
  return order === 1 || order === before ? 'repeated' : null
}

/** Lists leave out đ as English ones do, and f, j, w, z as Vietnamese ones do. */
function isLetterAfter(before: number, order: number): boolean {
  const alphabet = [...'abcdđefghijklmnopqrstuvwxyz']
  const between = alphabet.slice(before, order - 1)
  return order > before && before > 0 && between.length > 0 && between.every((letter) => 'đfjwz'.includes(letter))
}

function levelVerdict(mark: Mark, last: Node | undefined): Fit['verdict'] | null {
  if (!last) return (mark.path.at(-1) ?? 0) <= farthest + 1 ? 'next' : null
  const [outer, inner] = [mark.path.slice(0, -1), mark.path.at(-1) ?? 0]
  const before = last.path.at(-1) ?? 0
  if (outer.join('.') !== last.path.slice(0, -1).join('.')) return inner === 1 ? 'next' : 'skipped'
  if (inner === before + 1) return 'next'
  if (inner > before) return inner - before <= farthest + 1 ? 'skipped' : null
  return inner === before ? 'repeated' : null
}
