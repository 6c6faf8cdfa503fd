/** The figures of a sentence that set an aim: percentages, levels, counts, fractions, sums of money, with the words that compare. */
import type { Comparator, TargetUnit } from '../draft.model.ts'

export interface Figure {
  readonly unit: TargetUnit
  readonly unitText: string
  /** Null where the separators of the number leave open what it is: `1,500`, `99.500%`. */
  readonly value: number | null
  readonly valueTo: number | null
  readonly comparator: Comparator
  /** Where its digits begin. */
  readonly at: number
  /** From the comparing words to the last one after the number. */
  readonly from: number
  readonly to: number
  /** The comparing words, as stretches of the text. */
  readonly words: readonly { readonly from: number; readonly to: number }[]
  readonly confidence: number
  /** By how much something is to rise or fall, not what it is to become. */
  readonly isChange: boolean
}

const number = String.raw`\d{1,3}(?:[.,]\d{3}){2,6}(?:[.,]\d{1,2})?|\d{1,3} \d{3}(?: \d{3}){0,3}(?!\d)|\d{1,9}(?:[.,]\d{1,3})?(?:,\d{1,3})?`
const percent = new RegExp(
  String.raw`(?<![\d.,/]|\d )(${number})(?: ?%)?(?: ?(?:-|–|den) ?(${number}))? ?(?:%|phan tram\b)`,
  'g',
)
const fraction =
  /(?<![\d/.,-]|\b(?:ngay|truoc|den|thang|het|so|cham nhat|tu|vao) )(\d{1,3}\.\d{3}|\d{1,4})\/(\d{1,3}\.\d{3}|\d{1,4}) (?=\p{L})(?!(?:hang|moi|hoac|va|nam|cua|den|tro)(?!\p{L}))/gu
const level = /\b(?:muc do|cap do|mwc|cap) (\d)\b(?!\s?[-/%.,]?\d)/g
const money = new RegExp(
  String.raw`(?<![\d.,/]|\d )(${number})(?: ?(?:-|–|den) ?(${number}))? ?(?:(ty|trieu|nghin|ngan) )?dong\b(?! ho\b)`,
  'g',
)
const countable = new RegExp(
  String.raw`(?<![\d.,/:-]|\d )(?<!\b(?:(?<!thieu )so|dieu|khoan|muc|mwc|(?<!trong )do|quy|lop|thang|ngay|nam|thu|tuoi) )(${number})(?: ?(?:-|–|den) ?(${number}))? (?:(trieu|nghin|ngan|van) )?(?=[“"]?\p{L})`,
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

/** Every figure of a stretch, in order; `from` and `to` count from its start. */
export function figuresIn(flat: string, kinds: 'percent' | 'all'): Figure[] {
  const percents = [...flat.matchAll(percent)].map((match) => percentFigure(flat, match))
  const sure = [...percents, ...[...flat.matchAll(fraction)].flatMap((match) => fractionFigure(flat, match))]
  if (kinds === 'percent') return ordered(sure)
  const sums = [...flat.matchAll(money)].map((match) => moneyFigure(flat, match))
  const counts = [...flat.matchAll(countable)].flatMap((match) => countFigure(flat, match))
  const found = [...sure, ...sums, ...counts.filter((own) => !isOfWhom(flat, own, sure))]
  // A level says how good ("90% đạt mức độ 3"); it is the aim itself only where nothing is counted.
  return ordered(found.length > 0 ? found : [...flat.matchAll(level)].map((match) => levelFigure(flat, match)))
}

function ordered(figures: Figure[]): Figure[] {
  return figures
    .sort((a, b) => a.from - b.from)
    .filter((figure, index, all) => figure.from >= (all[index - 1]?.to ?? 0))
}

/** Vietnamese writes 1.200,5; some write 99.5. Null where the separators could mean two numbers: `1,500`, `1 500`. */
export function amountOf(digits: string | undefined, isPercent = false): number | null {
  if (!digits) return null
  const isGrouped = /^[1-9]\d{0,2}(?:\.\d{3})+(?:,\d{1,3})?$/.test(digits)
  // "99.500%" is no thousand, and hardly a fraction of three digits either.
  if (isGrouped) return isPercent && !digits.includes(',') ? null : decimal(digits.replaceAll('.', ''))
  return /^\d+(?:[.,]\d{1,2})?$|^0,\d{3}$/.test(digits) ? decimal(digits) : null
}

function decimal(digits: string): number {
  return Number(digits.replace(',', '.'))
}

function percentFigure(flat: string, match: RegExpExecArray): Figure {
  const unitText = /%$/.test(match[0]) ? '%' : 'phần trăm'
  const [value, valueTo] = [amountOf(match[1], true), amountOf(match[2], true)]
  return compared(flat, match, { unit: 'percent', unitText, ...rangeOf(value, valueTo, match[2]) })
}

/** A range rises; otherwise only a person can tell what the two numbers are. */
function rangeOf(value: number | null, valueTo: number | null, second: string | undefined) {
  const isRange = second === undefined || (value !== null && valueTo !== null && valueTo > value)
  return isRange ? { value, valueTo } : { value: null, valueTo: null }
}

function fractionFigure(flat: string, match: RegExpExecArray): Figure[] {
  const [above, below] = [match[1], match[2]].map((digits) => amountOf(digits) ?? 0) as [number, number]
  if (above === 0 || above > below || (above === below && above === 1)) return []
  const value = Math.round((above / below) * 10_000) / 10_000
  return [compared(flat, match, { unit: 'fraction', unitText: match[0].trim(), value, valueTo: null })]
}

function levelFigure(flat: string, match: RegExpExecArray): Figure {
  return compared(flat, match, {
    unit: 'level',
    unitText: match[0].slice(0, -2),
    value: Number(match[1]),
    valueTo: null,
  })
}

const scales: ReadonlyMap<string, number> = new Map(
  Object.entries({ ty: 1e9, trieu: 1e6, van: 1e4, nghin: 1e3, ngan: 1e3 }),
)

function moneyFigure(flat: string, match: RegExpExecArray): Figure {
  const scale = scales.get(match[3] ?? '') ?? 1
  const scaled = (digits: string | undefined) => {
    const amount = amountOf(digits)
    return amount === null ? null : amount * scale
  }
  const unitText = /(?:(?:ty|trieu|nghin|ngan) )?dong$/.exec(match[0])?.[0] ?? 'dong'
  return compared(flat, match, { unit: 'money', unitText, ...rangeOf(scaled(match[1]), scaled(match[2]), match[2]) })
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
  const scale = scales.get(match[3] ?? '') ?? 1
  const scaled = (digits: string | undefined) => {
    const amount = amountOf(digits)
    return amount === null ? null : amount * scale
  }
  const figure = compared(flat, match, {
    unit: 'count',
    unitText,
    ...rangeOf(scaled(match[1]), scaled(match[2]), match[2]),
  })
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

const before: readonly (readonly [RegExp, Comparator])[] = [
  // "không để học viên bỏ học quá 5%"
  [/(?<=\bkhong (?:de|vuot)\b[^;,.]{0,60} )(?:vuot )?qua ?$/, '<='],
  [/(?<![a-z])(?:it nhat|toi thieu|khong duoi|khong thap hon|khong it hon|>=|≥|tu)(?: la| dat)? ?$/, '>='],
  [
    /(?<![a-z])(?:khong (?:(?:de|vuot|de vuot) )?qua|khong cao hon|toi da|nhieu nhat|<=|≤|(?:giam )?xuong(?: con)?|giam con|chi con)(?: la)? ?$/,
    '<=',
  ],
  [/(?<![a-z])(?:khoang|tren duoi|xap xi|gan|~) ?$/, '~'],
  [/(?<![a-z])(?:tren|hon|vuot|cao hon|>) ?$/, '>'],
  [/(?<![a-z])(?:duoi|thap hon|<) ?$/, '<'],
]
const after: readonly (readonly [RegExp, Comparator])[] = [
  [/^ ?(?:so )?(?:tro len|hoac cao hon|hoac hon)/, '>='],
  [/^ ?(?:tro xuong|hoac thap hon)/, '<='],
]

/** The comparing words around a number; without any, an aim is "at least". */
function compared(
  flat: string,
  match: RegExpExecArray,
  figure: Pick<Figure, 'unit' | 'unitText' | 'value' | 'valueTo'>,
): Figure {
  const left = flat.slice(Math.max(0, match.index - 90), match.index)
  const end = match.index + match[0].length
  const right = flat.slice(end, end + 24)
  const said = before
    .map(([pattern, comparator]) => ({ comparator, words: pattern.exec(left)?.[0] }))
    .find(({ words }) => words)
  const late = after
    .map(([pattern, comparator]) => ({ comparator, words: pattern.exec(right)?.[0] }))
    .find(({ words }) => words)
  const from = match.index - (said?.words?.length ?? 0)
  const to = end + (late?.words?.length ?? 0)
  // "dưới 5 tuổi" and the like stay away from here: only words that touch the number compare.
  const isRelative =
    said?.comparator !== '<' && said?.comparator !== '<=' && risesBy(flat.slice(Math.max(0, from - 80), from))
  const isAbove = /^vuot/.test(said?.words ?? '')
  const isChange =
    (isRelative && figure.unit === 'percent' && addsTo.test(flat.slice(Math.max(0, from - 80), from))) ||
    ((isRelative || isAbove) && /^[^;]{0,60}\bso voi\b/.test(flat.slice(end, end + 80))) ||
    (isRelative && figure.unit === 'percent' && isPerYear(flat, from, end))
  const isContradicted = said !== undefined && late !== undefined && said.comparator !== late.comparator
  const words = [...(said?.words ? [{ from, to: match.index }] : []), ...(late?.words ? [{ from: end, to }] : [])]
  const isOpen = isContradicted || isRelative || figure.value === null
  return {
    ...figure,
    comparator: late?.comparator ?? said?.comparator ?? '>=',
    at: match.index,
    from,
    to,
    words,
    isChange,
    confidence: isOpen ? 0.5 : figure.valueTo === null ? 0.95 : 0.6,
  }
}

/** "tăng bình quân mỗi năm 5%" says by how much; "tăng lên 50%", "giảm còn 2%" to what. */
function risesBy(left: string): boolean {
  const last = [...left.matchAll(/\b(?:tang(?! cuong)|giam(?! sat| doc| dinh| ho))\b/g)].at(-1)
  const between = last ? left.slice(last.index) : ';'
  return !/[;.:%]|, |\d|\b(?:len|xuong|con|dat|den|la|o muc|bang)\b/.test(between)
}

/** "đạt 75%, tăng 5%": by how much what was just named is more than before. */
const addsTo = /\d ?%(?: \p{L}+){0,4},? \(?(?:tang|giam)(?: them)? $/u

/** "tăng 10%/năm", "mỗi năm giảm 0,3%": a pace, which is no state to be reached. */
function isPerYear(flat: string, from: number, end: number): boolean {
  return (
    /^ ?(?:\/|moi|mot|hang) ?nam\b/.test(flat.slice(end, end + 12)) ||
    /\b(?:moi|hang|tung) nam\b[^;.:\d]{0,60}$/.test(flat.slice(Math.max(0, from - 80), from))
  )
}

const cellNumber = new RegExp(String.raw`(?<!\d)(${number})(?: ?%)?(?: ?(?:-|–|den) ?(${number}))?(?: ?%)?`)

/** The figure of a cell that holds no other: `≥ 90`, `trên 90%`, `80-85`, `2/3`; its unit stands elsewhere in the table. */
export function cellFigure(flat: string, isPercent: boolean): Figure | null {
  const part = /^(\d{1,4})\/(\d{1,4})(?! ?\/)/.exec(flat)
  if (part) return fractionFigure(flat, part)[0] ?? null
  const match = cellNumber.exec(flat)
  if (!match || flat.length > 60) return null
  const rest = flat.slice(0, match.index) + flat.slice(match.index + match[0].length)
  const range = rangeOf(amountOf(match[1], isPercent), amountOf(match[2], isPercent), match[2])
  if (/\d/.test(rest) || range.value === null) return null
  return compared(flat, match, { unit: 'count', unitText: '', ...range })
}
