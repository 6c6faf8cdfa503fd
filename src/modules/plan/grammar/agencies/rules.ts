/** Names of agencies in running text: where one begins, where it ends, how a list of them parts, and when two names mean one agency. */
import { flatten } from '../lines/rules.ts'

export interface NamedAgency {
  readonly name: string
  readonly from: number
  readonly to: number
  /** Stands for many bodies. */
  readonly isGroup: boolean
  /** Named by no form of a name that is known. */
  readonly isUnknown?: boolean
}

/** Words that begin a name and need a capital after them ("Báo Hà Nội mới", not "Báo cáo"). */
const capitalHeads =
  'Sở|Ban|Bộ|Hội|Đoàn|Trường|Đài|Báo|Phòng|Cục|Chi cục|Tổng cục|Viện|Quỹ|Liên đoàn|Trung tâm|Công ty|Tập đoàn|Chi nhánh|Hiệp hội|Nhà|Thư viện|Bảo tàng|Học viện|Tạp chí|Tổng công ty|Đại học|Ngân hàng|Câu lạc bộ|Liên minh|Tòa án|Cổng|Cơ quan|Công chức|Trạm|Tổ|Thôn|Ấp|Bản|Buôn|Khu phố|Chi bộ|Chi hội|Đội|Đồn|Khoa|Xã|Phường|Ngành|Khối|Cụm|Kho bạc|Tòa|Sân|Khu|Chi đoàn'
/** Words that begin a name by themselves. */
const loneHeads =
  'Ủy ban|Uỷ ban|UBND|UBMTTQ|UB MTTQ|UBMT|MTTQ|HĐND|LĐLĐ|BHXH|Hội đồng|Liên hiệp|Mặt trận|Công an|Văn phòng|Thanh tra|Kho bạc|Bảo hiểm|Bộ Chỉ huy|Bộ CHQS|Bộ Tư lệnh|Bộ đội|Tỉnh đoàn|Thành đoàn|Huyện đoàn|Quận đoàn|Tỉnh ủy|Thành ủy|Huyện ủy|Quận ủy|Đảng ủy|Bưu điện|Viện kiểm sát|Cơ quan|Đoàn thanh niên|Đoàn TNCS|Công đoàn|Hội khuyến học|Hội nông dân|Hội phụ nữ|Hội liên hiệp|Hội cựu|Hội người cao tuổi|Hội chữ thập đỏ|Hội cha mẹ|Trung tâm học tập cộng đồng|Trung tâm giáo dục nghề nghiệp|Trung tâm văn hóa|Trung tâm phục vụ|Trung tâm dịch vụ|Trung tâm chính trị|Nhà văn hóa|Thư viện tỉnh|Thư viện thành phố|Trưởng thôn|Trưởng ấp|Trưởng bản|Trưởng khu|Trưởng các|Hiệu trưởng|Ban chỉ đạo|Ban giám|Ban quản lý|Ban nhân dân|Ban đại diện|Ban chỉ huy|Ban điều hành|Ban công tác|Tổ công tác|Tổ giúp việc|Tổ trưởng|Tổ dân phố|Trạm y tế|Cán bộ|Nhà trường|Cấp ủy|Bí thư|Đoàn xã|Đoàn phường|Hội đồng|Công an|Viện kiểm|Toà án|Tòa án|Cơ sở giáo dục|Cơ quan thường trực|Thành viên|Quỹ khuyến học|Hội cựu giáo chức|Hội luật gia|Hội sinh viên|Hội bảo trợ|Hội làm vườn|Hội thanh niên|Hội đông y|Hội nhà báo|Hội văn|Trường trung học|Trường tiểu học|Trường mầm non|Trường cao đẳng|Trường đại học|Trường chính trị|Văn hóa - Xã hội|Hải đội|Hải quan|Kiểm lâm|Chi nhánh'
const groupWords =
  'sở|ban|bộ|ngành|cơ quan|đơn vị|phòng|trường|tổ chức|hội|đoàn thể|doanh nghiệp|cơ sở|trung tâm|địa phương|xã|phường|thị trấn|quận|huyện|thị xã|thành phố|cấp|đài|báo|thành viên|liên đoàn|viện|đồng chí|thôn|đặc khu|tổ dân phố|tổ|khu phố|khu|ấp|bản|buôn|chi hội|chi bộ|chi đoàn|trạm|nhà trường|thư viện|bảo tàng|nhà văn hóa|dòng họ|cấp ủy|hợp tác xã|báo cáo viên|câu lạc bộ|giáo viên|chi cục|cục|công ty|tập đoàn|khoa'

/** Names are looked for as they are written and as they are typed without tone marks. */
const both = (names: string) => `${names}|${flatHeads(names)}`
const flatHeads = (names: string) =>
  names
    .split('|')
    .map((name) => flatten(name).replace(/^\w/, (first) => first.toUpperCase()))
    .filter((name) => !['Bo', 'Bao', 'So', 'Nha', 'Dai', 'Ban', 'Quy'].includes(name))
    .join('|')

const headPattern = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(?:(?:Thủ trưởng|Giám đốc|Chủ tịch|Lãnh đạo) )?(?:(?:${both(loneHeads)})(?![\p{L}])|(?:${both(capitalHeads)})(?= \p{Lu}| các | Tp| (?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường|cấp|cơ sở)(?!\p{L}))|Báo và [Pp]hát thanh|Báo(?= và Đài )|(?:So|Ban|Dai) (?=\p{Lu})|(?:[Cc]ác|[Tt]ất cả các|[Cc]ac) (?:${both(groupWords)}|${both(groupWords).replace(/(^|\|)(\p{L})/gu, (_, bar: string, first: string) => bar + first.toUpperCase())})(?![\p{L}])|Sở, (?:ban, )?ngành)`,
  'uy',
)

/** What an agency does, or how: small words that no name goes beyond. Their tone marks tell "giao" from "Tuyên giáo". */
const verbs =
  'chủ trì|chủ động|phối hợp|tham mưu|hướng dẫn|chỉ đạo|triển khai|xây dựng|đẩy mạnh|phát động|vận động|tuyên truyền|đảm bảo|bảo đảm|bố trí|cân đối|thực hiện|kiểm tra|rà soát|tiếp tục|tăng cường|căn cứ|có trách nhiệm|chịu trách nhiệm|cung cấp|huy động|lồng ghép|nghiên cứu|đề xuất|thẩm định|ban hành|phân công|quán triệt|tạo điều kiện|tạo mọi|nhân rộng|thành lập|hỗ trợ|định hướng|giám sát|(?<![Gg]iáo dục )thường xuyên|kịp thời|hằng năm|hàng năm|cụ thể hóa|cụ thể hoá|khuyến khích|hoàn thiện|hoàn thành|xác định|đổi mới|nâng cao|phát huy|tích cực|duy trì|bồi dưỡng|quản lý|theo dõi|đôn đốc|phát hiện|biểu dương|khen thưởng|cập nhật|đăng ký|kiện toàn|tham gia|điều phối|công bố|yêu cầu|đề nghị|chuẩn bị|thống kê|đăng tải|xem xét|quyết định|đồng thời|tổng hợp|báo cáo|sử dụng|khai thác|giới thiệu|vận hành|nghiêm túc|khẩn trương|tập trung|ưu tiên|phổ biến|mở rộng|phát triển|thu hút|rà soát|lựa chọn|khảo sát|điều tra|biên soạn|xử lý|bàn giao|vận dụng|cử|trao|chấp hành|tuyển chọn|trang bị|tiếp nhận|rà soát'
const smallWords =
  'là|giúp|theo|trình|để|nhằm|trong|về|tại|từ|đến|bằng|khi|nếu|vào|như|được|sẽ|phải|cần|gồm|đưa|mở|lập|gắn|cho|dành|ký|ra|giao|đạt|qua|với|làm|gửi|trên(?! địa bàn)|có'
const acting =
  'tổ chức (?!chính trị|xã hội|đoàn thể|thành viên|có liên quan|liên quan|kinh tế|trên|cá nhân|đóng|phi|tín dụng|khác|và |,|-)'
const flatVerbs = verbs
  .split('|')
  .filter((verb) => verb.includes(' '))
  .map(flatten)
  .join('|')
const stop = new RegExp(String.raw`(?:(?:${verbs}|${smallWords}|${flatVerbs})(?![\p{L}\p{N}])|${acting})`, 'uy')
/** What may follow a comma and still belong to one name: "quận, huyện, thị xã", "Sở Văn hóa, Thể thao và Du lịch". */
const listWord = new RegExp(
  String.raw`(?:${flatten(groupWords)}|co lien quan|lien quan|bao chi|nhan dan|khac)(?![\p{L}\p{N}])`,
  'uy',
)

const longestName = 160

/** Whether a name of an agency begins at this place. */
export function startsAgency(text: string, at: number): boolean {
  headPattern.lastIndex = at
  return headPattern.test(text)
}

/** The name that begins at this place, or null. */
export function agencyAt(text: string, flat: string, at: number): NamedAgency | null {
  headPattern.lastIndex = at
  const head = headPattern.exec(text)
  if (!head) return null
  const to = endOfName(text, flat, at + head[0].length + ownLength(flat, at + head[0].length), at)
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

function endOfName(text: string, flat: string, from: number, start: number): number {
  let at = from
  while (at < text.length && at - start < longestName) {
    const sign = text.charAt(at)
    if (/[:;.“"”()/\t]/.test(sign) && !isOwnBracket(text, at)) break
    if (sign === '(') {
      at = text.indexOf(')', at) + 1
      continue
    }
    if (sign === ',' && (isWholeName(flat.slice(start, at)) || !goesOnAfter(text, flat, at + 1))) break
    if (/^ [-–] /.test(text.slice(at, at + 3)) && startsAgency(text, at + 3)) break
    if (sign === ' ' && (endsBefore(text, flat, at + 1) || isBeyond(text, start, at + 1))) break
    at += 1
  }
  return text.slice(0, at).trimEnd().length
}

const ofPlaces = /^(?:UBND|U[ỷy] ban nhân dân|Ủy ban nhân dân)(?!\p{L})/u
const placeWord =
  /^(?:các|quận|huyện|thị|xã|phường|trấn|thành|phố|tỉnh|cấp|nhân|dân|đặc|khu|và|trực|thuộc|cơ|sở|trên|địa|bàn|liên|quan|có|biên|giới|miền|núi|vùng|cao|ven|biển|hải|đảo|đồng|bằng|trung|du)(?!\p{L})/u
const ofDepartments = /^(?:Sở|Bộ) (?!Chỉ huy|Tư lệnh|CHQS|đội)/
const qualifier = /^(?:và|tỉnh|thành|các|quận|huyện|xã|thị|trực|của)(?!\p{L})/u

/** A People's Committee is told from others by its place, a department by words of two syllables with one capital each. */
function isBeyond(text: string, start: number, at: number): boolean {
  if (!/^\p{Ll}/u.test(text.charAt(at))) return false
  const head = text.slice(start, start + 24)
  if (ofPlaces.test(head)) return !placeWord.test(text.slice(at, at + 12))
  const isPlaced = /\p{L} (?:tỉnh|huyện|xã|phường|quận|thành phố)$/u.test(text.slice(start, at).trimEnd())
  if (isPlaced && /^\p{Lu}/u.test(head)) return !placeWord.test(text.slice(at, at + 12))
  if (!ofDepartments.test(head) || qualifier.test(text.slice(at, at + 12))) return false
  const before = text
    .slice(Math.max(start, at - 24), at)
    .trimEnd()
    .split(' ')
  return /^\p{Ll}/u.test(before.at(-1) ?? '') && !/^(?:và|phố)$/.test(before.at(-1) ?? '')
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

function goesOnAfter(text: string, flat: string, at: number): boolean {
  const next = text.charAt(at) === ' ' ? at + 1 : at
  if (startsAgency(text, next)) return false
  listWord.lastIndex = next
  if (listWord.test(flat)) return !isActing(text, next)
  return /^(?:\p{Lu}\p{Ll}|(?:MN|TH|THCS|THPT|GDTX|PTDTBT|PTDTNT)(?!\p{L}))/u.test(text.slice(next, next + 8))
}

/** ", tổ chức kiểm tra" is what is done; ", tổ chức xã hội" is one more body. */
function isActing(text: string, at: number): boolean {
  stop.lastIndex = at
  return stop.test(text)
}

function endsBefore(text: string, flat: string, at: number): boolean {
  const isSmall = /^\p{Ll}/u.test(text.charAt(at))
  if (isSmall && flat.startsWith('va ', at)) {
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
    /^(?:(?:Thủ trưởng|Giám đốc|Chủ tịch|Lãnh đạo) )?(?:các |tất cả |cac )/i.test(name) ||
    /(?:^Sở, )|\bcác (?:quận|huyện|xã|phường|cấp|sở|cơ quan)|(?:quận|huyện|xã|phường), /i.test(name) ||
    /^Cơ quan \p{Ll}/u.test(name)
  )
}

export interface AgencyList {
  readonly agencies: readonly NamedAgency[]
  /** Where the list ends. */
  readonly to: number
}

/** A list of agencies that begins at this place: "Sở A, Sở B và các đơn vị liên quan". */
export function agenciesAt(text: string, flat: string, at: number): AgencyList {
  const agencies: NamedAgency[] = []
  let next = at
  let to = at
  for (;;) {
    const own = membersAt(text, flat, next) ?? oneAt(text, flat, next)
    if (!own) return { agencies: withPlaces(agencies), to }
    agencies.push(...own.agencies)
    to = own.to
    const joint = /^(?:\s?[,;+/]| -)?(?: va| cung| hoac| voi)?(?: voi)? /.exec(flat.slice(to, to + 16))?.[0] ?? ''
    if (joint.trim() === '') return { agencies: withPlaces(agencies), to }
    next = to + joint.length
  }
}

function oneAt(text: string, flat: string, at: number): AgencyList | null {
  const agency = agencyAt(text, flat, at)
  return agency && { agencies: [agency], to: agency.to }
}

/** "Báo và Đài Phát thanh - Truyền hình tỉnh": the place at the end is that of both. */
function withPlaces(agencies: readonly NamedAgency[]): NamedAgency[] {
  return agencies.map((agency, index) => {
    const place = /truyền hình (\p{L}.*)$/iu.exec(agencies[index + 1]?.name ?? '')?.[1]
    return agency.name === 'Báo' && place ? { ...agency, name: `Báo ${place}` } : agency
  })
}

const collective =
  /(?:Các|các|Tất cả các|tất cả các) (?:(sở|ban|bộ|phòng|hội)(?:, (?:ban, )?ngành ?: ?| ?: ?| )|(trường|xã|phường|thôn|đảng ủy) ?: ?)(?=\p{Lu})/iuy
/** Names of departments with a comma or "và" of their own. */
const compound =
  /(?:(?:hdnd|hoi dong nhan dan)(?: \p{L}+)? va (?:ubnd|uy ban nhan dan)|(?:doan dai bieu quoc hoi|doan dbqh) va (?:hdnd|hoi dong nhan dan)|giao duc thuong xuyen(?: ?[-–,] ?(?:chuyen nghiep|nghe nghiep))?|giao duc nghe nghiep ?[-–] ?giao duc thuong xuyen|gdnn ?[-–] ?gdtx|van hoa,? (?:the thao,? )?(?:va )?truyen thanh|van hoa ?[-–,] ?the thao va truyen thanh|van hoa,? the thao(?:(?: va|,) du lich| va thong tin)?|van hoa va (?:the thao|thong tin|du lich)|van hoa, (?:khoa hoc(?: va|,) )?thong tin|van hoa ?[-–] ?(?:xa hoi|thong tin(?: ?[-–] ?the thao)?)|giao duc(?: va|,) dao tao|ke hoach(?: va| ?[-–]) dau tu|khoa hoc(?:,| va) cong nghe(?: va chuyen doi so)?|nong nghiep(?: va|,) (?:moi truong|phat trien nong thon)|tai nguyen(?: va|,) moi truong|thong tin(?: va|,) truyen thong|lao dong ?[-–,]? ?thuong binh(?: va| ?[-–]) xa hoi|lao dong, thuong binh va xa hoi|dan toc(?: va|,) ton giao|tuyen giao(?: va|,) dan van|tai chinh ?[-–] ?ke hoach|kinh te ?(?:[-–]|,|va) ?(?:ha tang(?:(?: va|,) do thi)?|do thi)|ha tang(?: va|,) do thi|phat thanh(?: ?[-–]|,| va) ?truyen hinh|noi vu ?[-–] ?lao dong|cong thuong|thi dua ?[-–,] ?khen thuong|y te ?[-–,] ?dan so|cong nghiep va thuong mai)(?!\p{L})/uy

/** "Các Sở: Tài chính, Y tế và Nội vụ": the members of such a list, each by its full name. Null where it is none. */
function membersAt(text: string, flat: string, at: number): AgencyList | null {
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
  if (!last) return whole.includes(':') ? agenciesAt(text, flat, at + whole.length) : null
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

const shortForms: readonly (readonly [RegExp, string])[] = [
  [/\bubmttq\b|\bub mttq\b|\bubmt\b|\bmttq\b/g, 'uy ban mat tran to quoc'],
  [/\bubnd\b/g, 'uy ban nhan dan'],
  [/\bhdnd\b/g, 'hoi dong nhan dan'],
  [/\bldld\b/g, 'lien doan lao dong'],
  [/\bbhxh\b/g, 'bao hiem xa hoi'],
  [/\bgd ?(?:&|va)? ?dt\b|\bgddt\b/g, 'giao duc va dao tao'],
  [/\bld ?-? ?tb ?(?:&|va)? ?xh\b|\bldtbxh\b/g, 'lao dong thuong binh va xa hoi'],
  [/\bvh ?,? ?tt ?(?:&|va)? ?dl\b|\bvhttdl\b/g, 'van hoa the thao va du lich'],
  [/\bvh ?(?:&|va)? ?tt\b/g, 'van hoa va the thao'],
  [/\btt ?(?:&|va)? ?tt\b/g, 'thong tin va truyen thong'],
  [/\bkh ?(?:&|va)? ?cn\b/g, 'khoa hoc va cong nghe'],
  [/\bkh ?(?:&|va)? ?dt\b/g, 'ke hoach va dau tu'],
  [/\bnn ?(?:&|va)? ?mt\b/g, 'nong nghiep va moi truong'],
  [/\bpt ?- ?th\b|\bptth\b/g, 'phat thanh va truyen hinh'],
]

/** One key for the ways a document writes one agency: short forms written out, the place it is of left away. */
export function agencyKey(name: string): string {
  const bare = shortForms
    .reduce((flat, [short, long]) => flat.replace(short, long), flatten(name))
    .replace(/\(.*?\)/g, ' ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .replace(/^(?:de nghi |giao |yeu cau )?(?:thu truong |giam doc |chu tich |lanh dao )?/, '')
  if (/^(?:cac )?so (?:ban )?nganh\b/.test(bare)) return 'cac so nganh'
  const placeless = bare
    .replace(/^cac /, '')
    .replace(/^(?:thanh|tinh|huyen|quan) doan\b.*$/, 'doan thanh nien cong san ho chi minh')
    .replace(/ (?:viet nam )?(?:thanh pho|tinh|tp|tinh doan)(?: (?!truc)\p{L}+){0,4}$/u, '')
    .replace(/^(uy ban mat tran to quoc|hoi [a-z ]+) viet nam$/, '$1')
  return placeless || bare
}
