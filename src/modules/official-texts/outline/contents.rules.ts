/** Tables of contents typed by hand: they say again what the document says, so they are no part of it; each is told with its lines. */

import type { Doubt } from '../draft.model.ts'
import { type Line, lineOf } from '../lines/lines.rules.ts'

/** Dots that lead to the number of a page; under the heading of a table of contents a tab leads to one too. */
const dotted = /(?:[.…·_]\s?){3,}\s?(\d{1,4})$/
const tabbed = /\t\s*(\d{1,4})$/
/** Some set it with a space between its letters. */
const heading = /^mucluc[.:]?$/
const columnHeading = /^(?:noi dung\s)?(?:so )?trang$/
/** Without a heading so many entries in a row are a table of contents. */
const fewestEntries = 3
/** A long entry goes over several lines; only its last has dots. */
const mostWrapped = 2

/** The lines with those of tables of contents emptied, and what is told of each table. */
export function withoutContents(lines: readonly Line[]): { lines: readonly Line[]; doubts: readonly Doubt[] } {
  const doubts: Doubt[] = []
  const left = new Set<number>()
  for (let at = 0; at < lines.length; at++) {
    const end = endOfContents(lines, at)
    if (end <= at) continue
    const own = lines.slice(at, end).filter(({ text }) => text !== '')
    for (const { number } of own) left.add(number)
    doubts.push(contentsDoubt(own))
    at = end - 1
  }
  if (left.size === 0) return { lines, doubts }
  return { lines: lines.map((line) => (left.has(line.number) ? lineOf('', line.number) : line)), doubts }
}

function contentsDoubt(own: readonly Line[]): Doubt {
  const text = own.map((line) => line.text.replaceAll('\t', ' ')).join(' · ')
  return {
    kind: 'left-out-contents',
    line: own[0]?.number ?? 1,
    ref: null,
    text: text.slice(0, 300),
    suggestion: null,
    confidence: 0.9,
  }
}

/** Where the table of contents that begins at a line ends; `from` itself where none begins. */
function endOfContents(lines: readonly Line[], from: number): number {
  const first = lines[from]
  const isHeaded = first !== undefined && heading.test(first.flat.replaceAll(' ', ''))
  if (!first || (!isHeaded && pageOf(first, false) === undefined)) return from
  let [end, entries, page, wrapped] = [from, 0, 0, 0]
  for (let at = isHeaded ? from + 1 : from; at < lines.length; at++) {
    const line = lines[at]
    if (!line || line.text === '' || columnHeading.test(line.flat)) continue
    const own = pageOf(line, isHeaded)
    if (own === undefined) wrapped += 1
    if (wrapped > mostWrapped || (own !== undefined && own < page)) break
    if (own === undefined) continue
    ;[end, entries, page, wrapped] = [at + 1, entries + 1, own, 0]
  }
  return entries >= (isHeaded ? 1 : fewestEntries) ? end : from
}

function pageOf({ text }: Line, isHeaded: boolean): number | undefined {
  const match = dotted.exec(text.slice(-300)) ?? (isHeaded ? tabbed.exec(text.slice(-300)) : null)
  return match ? Number(match[1]) : undefined
}
