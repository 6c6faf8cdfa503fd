/** "Ngân sách giao cho Thư viện tỉnh năm 2026": money that a body is given, and nothing it is told to do. */
import { agenciesAt } from '../agencies/agency-lists.rules.ts'
import { startsActing } from '../agencies/agency-words.rules.ts'
import type { Span, Words } from '../lines/spans.rules.ts'

const money = /\b(?:ngan sach|kinh phi|du toan|von|tien|nguon (?:chi|thu|luc))\b(?:(?! va )[^,.;:()]){0,80} $/
/** What money goes on with: when, by what, for what. Any other word after the body may be what it is told to do. */
const ofMoney =
  /^ ?(?:$|[.;)]| (?:năm|hằng|hàng|theo(?! dõi)|trong|để|từ|tại|và|hoặc|cùng|về|là|được|đã|qua|bằng|với|khi|như|trên|giai đoạn|quý|đầu|hiện)(?!\p{L}))/u

/** Whether "giao", "giao cho" at a place says who has the money named before it; `to`: the end of the bodies after it. */
export function isMoneyGiven({ text, flat }: Words, piece: Span, at: number, to: number): boolean {
  if (!money.test(flat.slice(Math.max(piece.from, at - 140), at))) return false
  const rest = text.slice(to, Math.min(piece.to, to + 60))
  return ofMoney.test(rest) || (/^, /.test(rest) && !startsActing(rest.slice(2)))
}

/** A stretch with such words blank: what is left of it tells somebody something or does not. */
export function withoutMoneyGiven(words: Words, piece: Span): { readonly text: string; readonly flat: string } {
  let [text, flat] = [words.text.slice(piece.from, piece.to), words.flat.slice(piece.from, piece.to)]
  for (const match of text.matchAll(/(?<!\p{L})giao(?: cho)? /giu)) {
    const at = piece.from + match.index
    const { agencies, to } = agenciesAt(words, at + match[0].length)
    if (agencies.length === 0 || !isMoneyGiven(words, piece, at, to)) continue
    const blank = (own: string) => own.slice(0, match.index) + ' '.repeat(to - at) + own.slice(to - piece.from)
    text = blank(text)
    flat = blank(flat)
  }
  return { text, flat }
}
