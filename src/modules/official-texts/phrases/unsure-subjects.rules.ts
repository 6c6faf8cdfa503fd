/** Subjects that no person would write down: a word that stands for another, a stretch cut out of its sentence. */
import { isUnbalanced } from '../agencies/unsure-names.rules.ts'

/** "tỷ lệ này", "con số trên": of what a point before was. */
const standIn =
  /^(?:tỷ lệ|tỉ lệ|con số|số|mức|chỉ tiêu|chỉ số|kết quả|tỷ trọng)(?: \p{L}+)? (?:này|trên|đó|nói trên|nêu trên)(?!\p{L})|^(?:này|đó|nói trên|nêu trên)(?!\p{L})/iu
/** An average, each, a grade: of what? */
const ofNothing = /^(?:bình quân|trung bình|mỗi \p{L}+|(?:mức độ|mức|loại|hạng|cấp độ) \S+)$/iu
const openStart =
  /^(?:và|hoặc|cùng|với|của|cho|từ|đến|là|đạt|có|được|trong|tại|theo|trên|dưới|để|nhằm|thì|mà|nhưng|còn|nên|vào|ở|do|bằng|trở lên|trở xuống|lên|xuống|(?:tăng|giảm)(?= (?:lên|xuống|thêm|so|còn))|ít nhất|tối thiểu|khoảng|hơn|so với|phấn đấu|duy trì|bảo đảm|đảm bảo|trong đó|cụ thể|năm 20\d\d)(?!\p{L})/iu
const openEnd =
  /(?:^|\s)(?:và|hoặc|của|cho|với|từ|đến|đạt|là|có|(?<!vận động |huy động )được|trong|tại|theo|dưới|về|để|nhằm|bằng|các|những|mỗi|ít nhất|tối thiểu|khoảng|gồm|như|lên|xuống|còn|chiếm|phấn đấu|duy trì|tăng|giảm|do|bởi|hơn|vượt|không|chưa|sẽ|phải|trị giá|số tiền)$/iu

/** Places are told apart by no second word: "80% xã". */
const place = /^(?:xã|phường|thôn|ấp|bản|buôn|làng|huyện|quận|tỉnh|trường|xa|phuong|thon|huyen|quan|tinh|truong)$/iu

export function standsForAnother(subject: string): boolean {
  return standIn.test(subject.slice(0, 60))
}

/** Whether what an aim is of is no whole name of it: a stand-in, a torn stretch, a single word, another figure within. */
export function isUnsureSubject(subject: string): boolean {
  const own = subject.trim()
  if (!/\p{L}{2}.*\s/u.test(own)) return !place.test(own)
  return standsForAnother(own) || ofNothing.test(own) || openStart.test(own) || openEnd.test(own) || isTorn(own)
}

function isTorn(text: string): boolean {
  return isUnbalanced(text) || /\d ?(?:%|phần trăm)|[;:]$|^[,.;:)]/u.test(text)
}
