/** Who acts, named only after when or on what ground: "Hằng năm, Sở A tổng hợp", "Căn cứ nhiệm vụ được giao, các trường lập dự toán". */
import { type AgencyList, agenciesAt } from '../agencies/agency-lists.rules.ts'
import { startsActing } from '../agencies/agency-words.rules.ts'
import type { Span, Words } from '../lines/spans.rules.ts'

const ground =
  /^(?:hang (?:nam|quy|thang|tuan)|moi (?:nam|quy|thang)|dinh ky|can cu|tren co so|theo|truoc|trong|tu|khi|vao|den|cuoi|dau|sau|ngay sau|cham nhat|muon nhat|ngoai ra|ben canh do|rieng|song song voi|ket thuc|nhan dip|doi voi|tren dia ban|tai)(?!\p{L})/u
const longestGround = 260

/** The bodies that a stretch is on, where their names do not begin it; null where it goes on with what is done. */
export function lateSubject(words: Words, { from, to }: Span): AgencyList | null {
  const end = Math.min(to, from + longestGround)
  const { text, flat } = words
  if (!ground.test(flat.slice(from, end))) return null
  // "Hằng năm Sở A tổng hợp": no comma stands where the time is short.
  const rhythm = /^(?:hang|moi) (?:nam|quy|thang|tuan) /.exec(flat.slice(from, end))?.[0]
  const starts = [...flat.slice(from, end).matchAll(/, /g)].map(({ index }) => from + index + 2)
  for (const at of rhythm ? [from + rhythm.length, ...starts] : starts) {
    const list = agenciesAt(words, at)
    if (list.agencies.length > 0) {
      if (list.to < to && acts(text.slice(list.to, list.to + 60))) return list
      continue
    }
    if (startsActing(text.slice(at, at + 60)) && !ground.test(flat.slice(at, end))) return null
  }
  return null
}

function acts(rest: string): boolean {
  return (
    /^,? \p{Ll}/u.test(rest) &&
    startsActing(rest.replace(/^,? /, '')) &&
    !/^,? (?:là|như|được|gồm|về|tại|từ|đến|trong)(?!\p{L})/u.test(rest)
  )
}
