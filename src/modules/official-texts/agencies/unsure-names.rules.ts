/** Names of bodies that may have been read wrong: cut short, run on into what is done, or no name at all. */
import { listWord, startsActing } from './agency-words.rules.ts'

/** What a kind of body is called, which names none of that kind; "Văn phòng", "Công an", "Nhà trường" name one by themselves. */
const bareKind =
  /^(?:sở|ban|bộ|hội|đoàn|trường|trung tâm|phòng|cục|chi cục|tổng cục|viện|quỹ|liên đoàn|công ty|tổ|ủy ban|uỷ ban|hội đồng|cơ quan|trạm|đội|khoa|ngành|khối|cụm|khu|câu lạc bộ|hiệp hội|chi hội|ban quản lý|ban chỉ huy|tổ trưởng|trưởng|thành viên|các|đơn vị|chi nhánh)$/iu
/** No name ends with a word that another must follow. */
const openEnd =
  /\s(?:và|hoặc|cùng|với|của|cho|các|những|từng|tại|trong|ngoài|trên|dưới|từ|đến|theo|về|để|nhằm|là|gồm|như|bằng|do|được|có|cần|phải|sẽ|chủ trì|phối hợp|tham mưu|tổ chức|thực hiện|triển khai|(?<!trực )thuộc|giữa)$/iu
/** What follows a comma and is neither a part of the name nor one more body. */
const aside =
  /^(?:tùy|khi|nếu|nhất là|đặc biệt|bao gồm|trước|sau|ngoài|cùng|đã|đang|nay|không|hằng|hàng|mỗi|song|đồng thời|trừ|kể cả|lấy|đề ra|do|mà|nơi|thông qua|bảo vệ|coi|chú trọng|lên|nhận|thu|in|may|mua|tăng|giảm|viết|đọc|học|dạy|nêu|chuyển|hướng|phân|chọn|khai|rút|xét|soạn|sửa|đón|đối|tự|nộp|dự|tư vấn|tạo|dùng|phát|hỗ trợ)(?!\p{L})/iu

/** Whether a name is none that a body could have: a bare kind, an end that is open, brackets or quotation marks without their fellow. */
export function isUnsureName(name: string): boolean {
  const own = name.trim()
  return bareKind.test(own) || openEnd.test(own) || isUnbalanced(own)
}

export function isUnbalanced(text: string): boolean {
  const count = (sign: string) => text.split(sign).length - 1
  return count('(') !== count(')') || count('“') !== count('”') || count('"') % 2 === 1
}

/** Whether a name ended at a comma after which it, or one more body, may go on: "Các chủ rừng, chủ trang trại ...". */
export function isCut(text: string, flat: string, to: number, isGroup: boolean): boolean {
  const rest = /^(?:,| và) (?=\p{Ll})/u.exec(text.slice(to, to + 6))?.[0]
  if (!rest) return false
  const next = to + rest.length
  const own = text.slice(next, next + 60)
  if (startsActing(own) || aside.test(own)) return false
  listWord.lastIndex = next
  // "Hội Phụ nữ xã, nhóm Ba Sao": a small word with a name of its own may be one more body.
  return isGroup || listWord.test(flat) || /^\p{Ll}+ \p{Lu}\p{Ll}/u.test(own)
}
