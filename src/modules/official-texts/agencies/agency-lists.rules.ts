/** Lists of agencies in running text: how they part, and the full names of their members. */
import type { Phrase } from '../lines/spans.rules.ts'
import { agencyAt, endOfName, endsBefore, longestName, type NamedAgency, startsAgency } from './agency-names.rules.ts'
import { compound, startsActing, startsSmallBody } from './agency-words.rules.ts'
import { isCut } from './unsure-names.rules.ts'

export interface AgencyList {
  readonly agencies: readonly NamedAgency[]
  /** Where the list ends. */
  readonly to: number
}

/** A list of agencies that begins at this place: "Sở A, Sở B và các đơn vị liên quan". `isSure`: whatever stands here is a body, as after "phối hợp với". */
export function agenciesAt(words: Phrase, at: number, isSure = false): AgencyList {
  const { text, flat } = words
  const agencies: NamedAgency[] = []
  let next = at
  let to = at
  for (;;) {
    const own = membersAt(words, next) ?? oneAt(words, next) ?? (isSure || to > at ? otherAt(words, next) : null)
    if (!own) return { agencies: asCut(text, flat, withPlaces(agencies), to), to }
    agencies.push(...own.agencies)
    to = own.to
    const joint = /^(?:\s?[,;+/]| -)?(?: va| cung| hoac| voi)?(?: voi)? /.exec(flat.slice(to, to + 16))?.[0] ?? ''
    if (joint.trim() === '') return { agencies: asCut(text, flat, withPlaces(agencies), to), to }
    next = to + joint.length
  }
}

/** "UBND các xã có khu công nghiệp": which of a group are meant. */
const whichOfThem = /^ (?:có(?! (?:trách|nhiệm|kế|hình|văn|báo|liên|biện|giải))|nơi|thuộc|được|đã|đang|chưa)(?!\p{L})/u

/** The last of a list, where it may go on after the comma. */
function asCut(text: string, flat: string, agencies: NamedAgency[], to: number): NamedAgency[] {
  const last = agencies.at(-1)
  if (!last || !(isCut(text, flat, to, last.isGroup) || (last.isGroup && whichOfThem.test(text.slice(to, to + 24)))))
    return agencies
  return [...agencies.slice(0, -1), { ...last, isCut: true }]
}

function oneAt(words: Phrase, at: number): AgencyList | null {
  const agency = agencyAt(words, at)
  return agency && { agencies: [agency], to: agency.to }
}

/** What has a capital and is no body: documents, the people, the state. */
const noBody =
  /^(?:thoi (?:gian|han|diem)|tien do|san pham|thanh phan|(?:don vi|co quan|bo phan|nguoi|luc luong|ca nhan) (?:chu tri|phoi hop|thuc hien|phu trach|tham muu|chiu trach nhiem)|ke hoach|quyet dinh|nghi quyet|chuong trinh|de an|luat|nhan dan|phong trao|cuoc van dong|dang|nha nuoc|chi thi|thong tu|nghi dinh|van ban|du an|ngay|tuan le|thang|nam|quy|co so du lieu|bo tieu chi|bo luat|he thong|cac (?:noi dung|nhiem vu|chi tieu|giai phap|hoat dong|muc tieu|van ban|chuong trinh|de an|du an|dieu kien|hinh thuc|mo hinh|phong trao|chinh sach|nguon|lop|tai lieu|dich vu|san pham|linh vuc|tieu chi|bien phap|ke hoach|quy dinh|loai|cuoc|buoi|kien thuc|ky nang|danh hieu|thiet che|ung dung|nen tang))(?!\p{L})/u

/** Kinds of body that are set small before their own name: "chùa Prek Chrou". */
const smallKind =
  /^(?:chùa|nhà thờ|giáo xứ|họ đạo|thánh thất|tịnh xá|trường|trung tâm|công ty|doanh nghiệp|hợp tác xã|ngân hàng|bệnh viện|viện|nhà máy|thư viện|bảo tàng|khách sạn|câu lạc bộ|quỹ|dòng họ|nhà xuất bản|tạp chí|nhà văn hóa|khu phố|thôn|ấp|bản|buôn|làng) \p{Lu}/u

/** A body named by no form that is known, within a list of others: "Bưu điện tỉnh, Nhóm Ba". */
function otherAt({ text, flat, names }: Phrase, at: number): AgencyList | null {
  const own = text.slice(at, at + 60)
  if (startsSmallBody(text, at)) {
    const to = endOfName(text, flat, at, at)
    const name = text.slice(at, to)
    return { agencies: [{ name, from: at, to, isGroup: /(?<!\p{L})(?:các|cụm)(?!\p{L})/u.test(name) }], to }
  }
  if (
    !/^(?:(?:ông|bà|đồng chí|thầy|cô) \p{Lu}|\p{Lu}\p{L}* \p{L}|\p{Lu}{3,}(?!\p{L})|các \p{Ll})/u.test(own) &&
    !smallKind.test(own)
  )
    return null
  if (/^(?:ông|bà|đồng chí|thầy|cô) \p{Lu}/iu.test(own)) {
    const to = endOfName(text, flat, at, at)
    return { agencies: [{ name: text.slice(at, to), from: at, to, isGroup: false, isUnknown: true }], to }
  }
  if (noBody.test(flat.slice(at, at + 60)) || startsActing(own)) return null
  const to = names?.get(at) ?? endOfName(text, flat, at, at)
  const name = text.slice(at, to)
  return { agencies: [{ name, from: at, to, isGroup: /^các /u.test(name), isUnknown: true }], to }
}

/** "Báo và Đài Phát thanh - Truyền hình tỉnh": the place at the end is that of both. */
function withPlaces(agencies: readonly NamedAgency[]): NamedAgency[] {
  return agencies.map((agency, index) => {
    const place = /truyền hình (\p{L}.*)$/iu.exec(agencies[index + 1]?.name ?? '')?.[1]
    return agency.name === 'Báo' && place ? { ...agency, name: `Báo ${place}` } : agency
  })
}

const collective =
  /(?:Các|các|Tất cả các|tất cả các) (?:(sở|ban|bộ|phòng|hội|ngành)(?:, (?:ban, )?ngành ?: ?| ?: ?| )|(trường|xã|phường|thôn|đảng ủy) ?: ?)(?=\p{Lu})/iuy
/** "Các Sở: Tài chính, Y tế và Nội vụ": the members of such a list, each by its full name. Null where it is none. */
function membersAt(words: Phrase, at: number): AgencyList | null {
  const { text, flat } = words
  collective.lastIndex = at
  const head = collective.exec(text)
  if (!head) return null
  const [whole, department, place] = head
  const kind = department ?? place ?? ''
  const members: NamedAgency[] = []
  for (let next = at + whole.length; ; ) {
    if (startsAgency(text, next)) break
    const to = endOfMember(text, flat, next)
    const name = `${kind.charAt(0).toUpperCase()}${kind.slice(1).toLowerCase()} ${text.slice(next, to)}`
    members.push({ name, from: next, to, isGroup: false })
    const joint = /^(?:[,;] (?:và )?| và )(?=\p{Lu})/u.exec(text.slice(to, to + 8))?.[0]
    if (!joint) break
    next = to + joint.length
  }
  const last = members.at(-1)
  // "Các Sở: Sở Tài chính, Sở Y tế" names each in full.
  if (!last) return whole.includes(':') ? agenciesAt(words, at + whole.length) : null
  return whole.includes(':') || members.length > 1 ? { agencies: members, to: last.to } : null
}

function endOfMember(text: string, flat: string, from: number): number {
  compound.lastIndex = from
  let at = from + (compound.exec(flat)?.[0].length ?? 0)
  while (at < text.length && at - from < longestName && !/[,:;.“”"()\t]/.test(text.charAt(at))) {
    if (text.charAt(at) === ' ' && (/^(?:và|va) /.test(text.slice(at + 1, at + 5)) || endsBefore(text, flat, at + 1)))
      break
    at += 1
  }
  return text.slice(0, at).trimEnd().length
}
