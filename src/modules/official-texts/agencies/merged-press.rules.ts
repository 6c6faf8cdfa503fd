/** The newspaper and the broadcasting station of a province, one body since 2025: "Báo và Đài Phát thanh - Truyền hình An Lạc". */
import { flatten } from '../lines/lines.rules.ts'
import { endOfName } from './agency-names.rules.ts'
import { asSentence } from './capitals.rules.ts'

/** From this day on every province has both in one body; the words that name it named two before. */
const mergedSince = '2025-07-01'

/** By the day a document was issued; of one without a day the two are two. */
export function isPressMerged(issuedOn: string | null): boolean {
  return issuedOn !== null && issuedOn >= mergedSince
}

const newspaperAndStation =
  /(?<!\p{L})Báo và Đài (?:(?:Phát thanh(?: ?[-–]|,| và|) )?Truyền hình|PT ?(?:[-–&]|và)? ?TH)(?!\p{L})/giu

/** The names of such bodies in a text, as it writes them; the place at the end has no comma. */
export function mergedPressIn(text: string): string[] {
  return [...text.matchAll(newspaperAndStation)].map(({ 0: own, index }) => {
    const from = index + own.length
    const place = text.slice(from, endOfName(asSentence(text), flatten(text), from, index))
    return own + place.replace(/,.*/su, '')
  })
}
