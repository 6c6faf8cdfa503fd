/** Names of agencies in running text: where one begins and where it ends. */
import { flatten } from '../lines/lines.rules.ts'
import type { Phrase } from '../lines/spans.rules.ts'
import { compound, fieldWord, headPattern, listWord, startsSmallBody, stop } from './agency-words.rules.ts'

export interface NamedAgency {
  readonly name: string
  readonly from: number
  readonly to: number
  /** Stands for many bodies. */
  readonly isGroup: boolean
  /** Named by no form of a name that is known. */
  readonly isUnknown?: boolean
  /** Perhaps cut short: what follows may belong to it. */
  readonly isCut?: boolean
}

export const longestName = 160

/** Whether a name of an agency begins at this place. */
export function startsAgency(text: string, at: number): boolean {
  headPattern.lastIndex = at
  return headPattern.test(text)
}

/** The name that begins at this place, or null. */
export function agencyAt({ text, flat, names }: Phrase, at: number): NamedAgency | null {
  headPattern.lastIndex = at
  const head = headPattern.exec(text)
  if (!head) return null
  const read = endOfName(text, flat, at + head[0].length + ownLength(flat, at + head[0].length), at)
  const to = Math.max(read, names?.get(at) ?? 0)
  const name = text.slice(at, to)
  // "Cơ quan chủ trì: ..." names nobody yet.
  if (/^(?:Cơ quan|Co quan)$/.test(name)) return null
  return { name, from: at, to, isGroup: isGroupName(name), ...(isDoubtfulList(name) ? { isUnknown: true } : {}) }
}

/** "Sở Nông nghiệp và môi trường": a known name goes on past its "và" or dash, however its letters are set. */
function ownLength(flat: string, at: number): number {
  if (flat.charAt(at) !== ' ') return 0
  compound.lastIndex = at + 1
  const own = compound.exec(flat)?.[0].length
  return own ? own + 1 : 0
}

export function endOfName(text: string, flat: string, from: number, start: number): number {
  let at = from
  while (at < text.length && at - start < longestName) {
    const sign = text.charAt(at)
    if (/[:;.“"”()/\t]/.test(sign) && !isOwnBracket(text, at)) break
    if (sign === '(') {
      at = text.indexOf(')', at) + 1
      continue
    }
    if (sign === ',' && (isWholeName(flat.slice(start, at)) || !goesOnAfter(text, flat, at + 1, text.slice(start, at))))
      break
    if (/^ (?:và|va) /.test(text.slice(at, at + 4)) && isWholeName(flat.slice(start, at))) break
    if (/^ [-–] /.test(text.slice(at, at + 3)) && nextLabel.test(text.slice(at + 3, at + 20))) break
    if (/^ [-–] /.test(text.slice(at, at + 3)) && startsAgency(text, at + 3) && !isBranch(text, start, at + 3)) break
    const isEnd = sign === ' ' && (endsBefore(text, flat, at + 1) || isBeyond(text, start, at + 1))
    if (isEnd && !isWhereabouts(text, start, at + 1)) break
    at += 1
  }
  return text.slice(0, at).trimEnd().length
}

/** What a dash parts from a name: "Phòng A - Thời gian: quý I". */
const nextLabel =
  /^(?:Thời (?:gian|hạn|điểm)|Tiến độ|Hoàn thành|Kinh phí|Sản phẩm|Phối hợp|Chủ trì|Đơn vị|Cơ quan|Kết quả)(?!\p{L})/u

/** "các doanh nghiệp trong Khu công nghiệp A", "các trường tại phường B": where the members of a group are. */
function isWhereabouts(text: string, start: number, at: number): boolean {
  return (
    /(?<!\p{L})các /iu.test(text.slice(start, at)) &&
    /^(?:trong|tại|ở|ngoài) (?:\p{Lu}|(?:khu|cụm|địa bàn|toàn|tỉnh|thành phố|huyện|quận|thị xã|xã|phường|thị trấn|thôn|ngành|vùng|hệ thống|và ngoài)(?!\p{L}))/u.test(
      text.slice(at, at + 24),
    )
  )
}

const ofPlaces = /^(?:UBND|U[ỷy] ban nhân dân|Ủy ban nhân dân)(?!\p{L})/u
const placeWord =
  /^(?:các|quận|huyện|thị|xã|phường|trấn|thành|phố|tỉnh|cấp|nhân|dân|đặc|khu|và|trực|thuộc|cơ|sở|trên|địa|bàn|liên|quan|có|biên|giới|miền|núi|vùng|vực|trong|ngoài|toàn|cụm|lân|cận|cao|ven|biển|hải|đảo|đồng|bằng|trung|du)(?!\p{L})/u
const ofDepartments = /^(?:Sở|Bộ) (?!Chỉ huy|Tư lệnh|CHQS|đội)/
const qualifier = /^(?:và|tỉnh|thành|các|quận|huyện|xã|thị|trực|của)(?!\p{L})/u

/** A People's Committee is told from others by its place, a department by words of two syllables with one capital each. */
function isBeyond(text: string, start: number, at: number): boolean {
  if (!/^\p{Ll}/u.test(text.charAt(at))) return false
  const head = text.slice(start, start + 24)
  if (ofPlaces.test(head)) return !placeWord.test(text.slice(at, at + 12))
  const isPlaced =
    /\p{L} (?:tỉnh|huyện|xã|phường|quận|thành phố)$/u.test(text.slice(start, at).trimEnd()) &&
    !/^(?:hội(?!\p{L})|đoàn(?!\p{L})|ủy(?!\p{L}))/u.test(text.slice(at, at + 5))
  if (isPlaced && /^\p{Lu}/u.test(head)) return !placeWord.test(text.slice(at, at + 12))
  if (!ofDepartments.test(head) || qualifier.test(text.slice(at, at + 12))) return false
  const before = text
    .slice(Math.max(start, at - 24), at)
    .trimEnd()
    .split(' ')
  return /^\p{Ll}/u.test(before.at(-1) ?? '') && !/^(?:và|phố)$/.test(before.at(-1) ?? '')
}

/** "Ngân hàng A - Chi nhánh B", "Trung tâm C - Cơ sở 2": the part of a body after its name. */
function isBranch(text: string, start: number, at: number): boolean {
  return (
    /^(?:Ngân hàng|Công ty|Tổng công ty|Tập đoàn|Trung tâm|Trường|Bệnh viện|Quỹ|VNPT|Viettel|Viễn thông|Điện lực)(?!\p{L})/u.test(
      text.slice(start, start + 16),
    ) && /^(?:Chi nhánh|Phòng giao dịch|Cơ sở|Phân hiệu|Văn phòng đại diện)(?!\p{L})/u.test(text.slice(at, at + 20))
  )
}

/** "Ban Thi đua - Khen thưởng (Sở Nội vụ)": a bracket with another name in it belongs to the name. */
function isOwnBracket(text: string, at: number): boolean {
  if (text.charAt(at) !== '(') return false
  const end = text.indexOf(')', at)
  return end > 0 && end - at < 60 && startsAgency(text, at + 1)
}

/** "Sở Y tế, Tổ giúp việc": a department whose name is known ends with it. */
function isWholeName(flat: string): boolean {
  return /^(?:so|bo|phong|chi cuc|cuc)(?: nganh)? (?:y te|tai chinh|noi vu|tu phap|xay dung|cong thuong|ngoai vu|du lich|quoc phong|cong an|ngoai giao|dan toc|thong ke|thue)$/.test(
    flat,
  )
}

/** Bodies whose names may have a comma: departments, groups and lists of places; after that of any other begins another. */
const mayList =
  /^(?:Sở|So|Phòng|Phong|Báo|Chi cục|Cục|Tổng cục|Trung tâm|Trung tam|UBND|U[ỷy] ban|Ủy ban|Viện|Khoa|Văn hóa|Vụ|Đài|Bộ (?!Chỉ|CHQS|Tư|đội)|Ban (?!Chỉ|Quản|Giám|Nhân|Đại|CHQS))|(?<!\p{L})[Cc][áa]c(?!\p{L})/u

function goesOnAfter(text: string, flat: string, at: number, name: string): boolean {
  const next = text.charAt(at) === ' ' ? at + 1 : at
  if (startsAgency(text, next) || (startsSmallBody(text, next) && !/(?<!\p{L})các /iu.test(name))) return false
  listWord.lastIndex = next
  const isLower = /^\p{Ll}/u.test(text.charAt(next))
  if (!isLower && !mayList.test(name)) return false
  fieldWord.lastIndex = next
  const isField = /^các /iu.test(name) && fieldWord.test(flat)
  if (isField || listWord.test(flat)) return !isActing(text, next)
  return /^(?:\p{Lu}\p{Ll}|(?:MN|TH|THCS|THPT|GDTX|PTDTBT|PTDTNT)(?!\p{L}))/u.test(text.slice(next, next + 8))
}

/** ", tổ chức kiểm tra" is what is done; ", tổ chức xã hội" is one more body. */
function isActing(text: string, at: number): boolean {
  stop.lastIndex = at
  return stop.test(text)
}

export function endsBefore(text: string, flat: string, at: number): boolean {
  const isSmall = /^\p{Ll}/u.test(text.charAt(at))
  if (isSmall && flat.startsWith('va ', at)) {
    if (startsSmallBody(text, at + 3)) return true
    return startsAgency(text, at + 3) || (isActing(text, at + 3) && /^\p{Ll}/u.test(text.charAt(at + 3)))
  }
  const isAfterMany = /(?:cac|va|,|-) $/.test(flat.slice(Math.max(0, at - 5), at))
  if (isAfterMany && flat.startsWith('to chuc', at)) return false
  return (isSmall && isActing(text, at)) || (isSmall && /^(?:và|hoặc|cùng) /.test(text.slice(at, at + 5)))
}

/** "Trạm Ra đa, Nhóm Ba": a name that goes on after a comma is one of places or a known department; else it may be two. */
function isDoubtfulList(name: string): boolean {
  if (!/, \p{Lu}/u.test(name) || /(?:^|\s)(?:các|Các) /u.test(name)) return false
  compound.lastIndex = 0
  const flat = flatten(name)
  const rest = flat.slice(flat.indexOf(' ') + 1)
  return !compound.test(rest) && !/\p{Ll}, \p{Lu}\p{Ll}+ và /u.test(name) && !/^Báo /.test(name)
}

function isGroupName(name: string): boolean {
  return (
    /^(?:(?:Thủ trưởng|Giám đốc|Chủ tịch|Lãnh đạo) )?(?:các |tất cả |toàn thể |cac )/i.test(name) ||
    /(?:^Sở, )|\bcác (?:quận|huyện|xã|phường|cấp|sở|cơ quan)|(?:quận|huyện|xã|phường), /i.test(name) ||
    /^Cơ quan \p{Ll}/u.test(name)
  )
}
