/** Sentences of the part on who does what, that tell somebody something and gave no duty. */
import { startsActing } from '../agencies/agency-words.rules.ts'
import { leavesRole } from './leftovers.rules.ts'

/** With their tones where two words fold to one: "giao" is not "giáo". */
const dutyWords =
  /(?<!\p{L}|(?:sự|bảng|được|cơ quan|đơn vị) )(?:chủ trì|phối hợp(?! của)|tham mưu|(?:chịu|có) trách nhiệm|giao(?= (?:cho|các|\p{Lu}))|đề nghị|yêu cầu|hướng dẫn|chỉ đạo|phân công|chu tri|phoi hop|tham muu|(?:chiu|co) trach nhiem|de nghi|yeu cau|huong dan|chi dao|phan cong)(?!\p{L})/iu
/** Whoever begins a sentence with a small verb after it acts: "Các chủ rừng, chủ trang trại tạo điều kiện ...". */
const someActor = /^(?:Các|Mọi|Toàn thể|Từng|Mỗi|Những) \p{Ll}/u

export function leavesDuty(text: string, flat: string, isOrganisation: boolean): boolean {
  if (leavesRole(flat)) return true
  if (!isOrganisation) return false
  return dutyWords.test(text) || (someActor.test(text) && hasVerb(text))
}

function hasVerb(text: string): boolean {
  const words = text.slice(0, 160).matchAll(/(?<= )\p{Ll}/gu)
  return [...words].some(({ index }) => startsActing(text.slice(index)))
}
