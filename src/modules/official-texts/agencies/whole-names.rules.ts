/** Names with a verb in them, which stand whole on lines of their own: "Ban Hỗ trợ phụ nữ phát triển kinh tế". */
import { wordsOf } from '../lines/spans.rules.ts'
import { agencyAt } from './agency-names.rules.ts'

/** Bodies that are called by what they do. */
const doer =
  /^(?:Ban|Trung tâm|Quỹ|Tổ|Viện|Câu lạc bộ|Phòng|Khoa|Cục|Chi cục|Hội|Văn phòng|Công chức|Cán bộ|Bộ phận|Nhóm) (?!Nhân|Giám)/u
const goesOn =
  /^ (?:phát triển|quản lý|hỗ trợ|giám sát|phục vụ|đào tạo|bồi dưỡng|kiểm tra|xúc tiến|điều hành|điều phối|vận động|nghiên cứu|ứng dụng|đánh giá|bảo đảm|thẩm định|tuyên truyền|tư vấn|khai thác|tiếp nhận|xử lý|nâng cao|chăm sóc|bảo vệ|kết nối|thống kê|tổng hợp|khảo sát|phụ trách) [^.,;:]{2,60}$/u
const longestLine = 120
const before = /^(?:Đề nghị|Giao|Trách nhiệm của|Nhiệm vụ của|Đối với) /u

/** The whole name that a line has, where its verb would cut it short: always one of a doer, of others one that stands elsewhere too. */
export function wholeNameOf(line: string, isElsewhere: (name: string) => boolean): string | null {
  const name = line.replace(before, '').replace(/[\s:]+$/, '')
  if (name.length > longestLine || /[.,;:]/.test(name)) return null
  const own = agencyAt(wordsOf([{ line: 1, text: name }]), 0)
  if (!own || own.to >= name.length || own.isGroup) return null
  const isDoer = doer.test(name) && goesOn.test(name.slice(own.to))
  return isDoer || (/^ \p{Ll}/u.test(name.slice(own.to)) && isElsewhere(name)) ? name : null
}

/** Where names stand in a text, the longest first. */
export function placesOf(text: string, names: readonly string[]): ReadonlyMap<number, number> {
  const places = new Map<number, number>()
  for (const name of names) {
    for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) {
      const to = at + name.length
      const isWhole = !/[\p{L}\d]/u.test(text.charAt(at - 1)) && !/[\p{L}\d]/u.test(text.charAt(to))
      if (isWhole) places.set(at, Math.max(to, places.get(at) ?? 0))
    }
  }
  return places
}
