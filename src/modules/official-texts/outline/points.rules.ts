/** Dashes, pluses and bullets: which of them stand under which. */
import { isFinished } from '../lines/lines.rules.ts'
import type { Mark } from '../lines/marks.rules.ts'
import type { Node } from './nodes.model.ts'

/** Lines without a number of their own. */
export function isPoint({ style }: Node): boolean {
  return style === 'bullet' || style === 'dash' || style === 'plus'
}

/** "* Văn phòng Hội" over a paragraph of its own: a heading where headings have no numbers. */
export function isBulletHeading({ style, pieces, children }: Node): boolean {
  const text = pieces.map((piece) => piece.text).join(' ')
  return style === 'bullet' && text.length < 120 && !isFinished(text.replace(/:$/, '')) && children.every(isPlain)
}

function isPlain({ style }: Node): boolean {
  return style === 'paragraph'
}

/** Signs of two kinds are two levels only where one heads the other: "* Văn phòng", "- Phấn đấu:"; else the typist changed his sign. */
export function asSibling(mark: Mark, open: readonly Node[]): Mark {
  const style = mark.style === 'bullet' ? 'dash' : mark.style === 'dash' ? 'bullet' : null
  const last = open.at(-1)
  if (!style || last?.style !== style || open.some((node) => node.style === mark.style)) return mark
  const text = last.pieces.at(-1)?.text ?? ''
  const heads = style === 'bullet' ? !isFinished(text.replace(/:$/, '')) : text.endsWith(':')
  return heads ? mark : { ...mark, style }
}
