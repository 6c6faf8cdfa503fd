/** Counts of things and people: which numbers before a noun set an aim, and which are times, ages, ranks or names. */
import { rangeOf, scaledAmount, writtenNumber } from './amounts.rules.ts'
import { compared, type Figure } from './comparisons.rules.ts'

const countable = new RegExp(
  String.raw`(?<![\d.,/:-]|\d )(?<!\b(?:(?<!thieu )so|dieu|khoan|muc|mwc|(?<!trong )do|quy|lop|thang|ngay|nam|thu|tuoi) )(${writtenNumber})(?: ?(?:-|–|den) ?(${writtenNumber}))? (?:(trieu|nghin|ngan|van) )?(?=[“"]?\p{L})`,
  'gu',
)

/** What a number counts when it is no aim: time, ages, ranks. */
const noCount =
  /^(?:tuoi|diem(?! (?!phan|tro|so|va|den|tren|moi)\p{L})|nam|thang|ngay|gio|phut|tuan|lan|quy|den|tro|va|hoac|nguoi\/|%|ty|trieu|nghin|ngan|dong(?! ho)|km|m|ha|cap|phan(?! (?:qua|thuong))|diem phan|diem %)(?!\p{L})/u
/** Words before a number that make it an aim; at the start of a point none is needed. */
const beforeCount =
  /(?:^[-+•\s]*|\b(?:co|dat|lap|dung|mo|chuc|tro|tao|duong|nhat|thieu|tren|khoang|tri|dau|them|ky|nhan|dong|cap|trao|duoi|qua|da|con|du|phat|moi|twng|gwn|gan|tw|hanh|tuyen|sung|mua|sam|bi|dwt|chua|dwng|truyen|huan|nap|trien|in|xuat|hoa|chuyen|mat|quan|len|soan|vien|bo tri|la|bien|dung cho|day|cong|vu|hut|thiet|hoc|cuu|ke|ket|voi|gom|duoc|du kien|toan bo|duy|thanh|xay|giu|phuc vu|thu hut|trien khai|cho|tai|o|khap|tuyen sinh|phuc vu|tiep suc) |\b(?:duy tri|cung co|ho tro|nang cao)(?: \p{L}+){1,6} cua |\bnam 20\d\d ?[:,]? (?:va |co )?|, (?:va )?|\d[^,;.]{3,60} va )$/u
/** Before any other word too, "giúp 900 phụ nữ", but for what has a number of its own; a person is to look at it. */
const notCounted =
  /(?:^|[^a-z ]|\b(?:nhom|vung|khu vuc|khu|loai|hang|hwng|giai doan|chuong|bang|phu luc|buoc|tieu chi|tieu chuan|quyet dinh|nghi quyet|ke hoach|thong tu|nghi dinh|chuong trinh|de an|du an|khoa|kw|ky|tap|bai|twng|tiet|mwu|mau|bieu|trang|so|phong|to|doi|dot|vong|lan|bac|ngoai|swu|sau|tu|truoc|den|trong|va|hoac|nhung|truong|xa|phuong|thon|ap|ban|duong|quoc lo|luat|dieu|khoan|diem|muc|mwc|tuoi|top|nhiem ky|phan|tang|giam|doan|thoi|mang|nghiep|nwm|quy|qwy|cap|lop|la|cua|theo|voi|tin|trieu|ty|nghin)) ?$/
/** Words that begin no noun. */
const noNoun =
  /^(?:cua|co|duoc|gom|la|va|ve|tren|trong|theo|tai|do|khi|se|da|can|phai|dat|hoac|so|tro|den|tu|cho|de|nham|chi|moi|nay|khac|bao|xay|thuc|nang|trien|phat|tang|giam|voi|cung|ma|thi|con|chua|khong|nen|hay|vao|len|xuong)(?!\p{L})/u
/** "..., trong đó cao đẳng 1.500 người, trung cấp 900 người": the parts of a count need no word that sets an aim. */
const withinCount = /\btrong do\b(?:[^\d.;]{0,40}|[^;]*(?:,| va)(?: va)?[^\d,;]{0,30}) $/

/** "Số thẻ bạn đọc: 2.500 thẻ": what is counted is named before. */
const labelled = /(?:^|[;.] ?|[-+] )(?:tong )?(?:so|quy mo)\b[^:;.\d]{2,100}: ?$/

/** What is itself measured in years: "Số năm đi học bình quân đạt 11,5 năm", "Tuổi thọ đạt 75 tuổi". */
const yearsOfLearning = /\bso nam (?:di )?hoc\b[^.]*$/
const lifespan = /\btuoi tho\b[^.]*$/

const unitNouns =
  /^(?:trung tam hoc tap cong dong|trung tam|don vi|mo hinh|thu vien|cau lac bo|gia dinh|dong ho|cong dong|hoc vien|hoc sinh|cong dan|can bo|giao vien|nguoi lao dong|lao dong|lop hoc|co so giao duc|co so|doanh nghiep|hop tac xa|thiet che|nha van hoa|san pham|de tai|dich vu|thu tuc|luot nguoi|thon, to dan pho|phu nu|nguoi khuyet tat)(?!\p{L})/u

/** Every count of a stretch that may be an aim, but for those that say of whom one of the `shares` is. */
export function countsIn(flat: string, shares: readonly Figure[]): Figure[] {
  const counts = [...flat.matchAll(countable)].flatMap((match) => countFigure(flat, match))
  return counts.filter((own) => !isOfWhom(flat, own, shares))
}

function countFigure(flat: string, match: RegExpExecArray): Figure[] {
  const end = match.index + match[0].length
  const after = flat.slice(end, end + 60).replace(/^[“"]/, '')
  const left = flat.slice(Math.max(0, match.index - 160), match.index)
  const isNamed =
    beforeCount.test(left.slice(-40)) ||
    withinCount.test(left) ||
    labelled.test(left) ||
    (/(?<!tuoi )\btu $/.test(left) && (match[2] !== undefined || fromCount.test(after)))
  const isGuessed = !isNamed && !notCounted.test(left.slice(-30)) && !noNoun.test(after)
  const isLasting = /^nam(?! 20)/.test(after)
    ? yearsOfLearning.test(left)
    : /^tuoi\b/.test(after) && lifespan.test(left)
  if (!isLasting && (noCount.test(after) || !(isNamed || isGuessed))) return []
  const unitText = unitNouns.exec(after)?.[0] ?? /^\p{L}+/u.exec(after)?.[0] ?? ''
  const range = rangeOf(scaledAmount(match[1], match[3]), scaledAmount(match[2], match[3]), match[2])
  const figure = compared(flat, match, { unit: 'count', unitText, ...range })
  return [{ ...figure, confidence: Math.min(figure.confidence, isNamed ? 0.8 : 0.6) }]
}

/** "40% doanh nghiệp có từ 500 lao động trở lên có tủ sách", "90% thôn có ít nhất 01 câu lạc bộ": a count that says of whom the share is. */
function isOfWhom(flat: string, { from, at }: Figure, shares: readonly Figure[]): boolean {
  const share = shares.findLast((own) => own.to <= from)
  const between = share ? flat.slice(share.to, at) : ';'
  const bare = between.replace(moreWhoms, '')
  return /^ (?!co )(?!.*(?:[,;.:(\d]|\b(?:va|voi|trong do|tuong duong|gom|tuc|khoang) ))[^,;]*\b(?:co(?: quy mo)?|tham gia|tham du|hoan thanh|hoc|doc|du|su dung(?: duoc)?|thuc hien(?: duoc)?|biet) (?:tu|it nhat|toi thieu|tren|hon|duoi|khong qua) (?:\p{L}+ )?$/u.test(
    bare,
  )
}

/** "90% cán bộ, công chức, viên chức": others of whom the share is, too. */
const moreWhoms =
  /(?:, | va )(?:cong chuc|vien chuc|nguoi lao dong|giao vien|hoc sinh|sinh vien|hoc vien|dang vien|doan vien|hoi vien|phuong|thi tran|to dan pho|khu pho|thon|ban|ap|don vi|doanh nghiep|truong hoc|nhan vien|cong nhan)(?!\p{L})/gu

/** "từ 50 người trở lên", "từ 20 khóa lên 150 khóa" */
const fromCount = /^\p{L}+(?:,? \p{L}+){0,6} tro len\b|^[^,;.]{0,50}\b(?:len|xuong|den)(?: \p{L}+){0,2} \d/u
