/** Headings in capitals, set again as names stand in running text: only there does a capital say where a name begins. */
import { isCapitals } from '../lines/lines.rules.ts'
import { groupWords, heads } from './agency-words.rules.ts'

/** No heading that names agencies is longer. */
const longestHeading = 240

const head = new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${heads})(?![\p{L}\p{N}])`, 'giu')
const setHeads = new Map(heads.split('|').map((name) => [name.toLowerCase(), name]))
const group = new RegExp(String.raw`(?<!\p{L})các (?:${groupWords})(?:, (?:${groupWords}))*(?!\p{L})`, 'giu')
/** Words that no name sets with a capital. */
const small =
  /^(?:các|và|của|trên|địa|bàn|thuộc|cùng|hoặc|với|tỉnh|huyện|quận|xã|phường|thị|trấn|thành|phố|cấp|liên|quan|trực)$/

/** The text with the capitals it begins with set as in a sentence, letter for letter; any other text as it is. */
export function asSentence(text: string): string {
  const colon = text.slice(0, longestHeading).search(/:(?:\s|$)/)
  const end = colon > 0 ? colon : text.length
  const own = text.slice(0, end)
  if (end > longestHeading || !isCapitals(own)) return text
  const lower = own.toLowerCase()
  if (lower.length !== own.length) return text
  const named = lower
    .replace(/\p{L}+/gu, (word, at: number) => (isSmall(lower, word, at) ? word : capital(word)))
    .replace(head, (name) => setHeads.get(name.toLowerCase()) ?? name)
    .replace(group, (words) => words.toLowerCase())
  return capital(named) + text.slice(end)
}

/** "xã hội", "liên đoàn", "thành đoàn" are parts of names. */
function isSmall(lower: string, word: string, at: number): boolean {
  return small.test(word) && !/^(?:xã hội|liên (?!quan)|quan (?!$)|thành (?!phố))/u.test(lower.slice(at, at + 12))
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}
