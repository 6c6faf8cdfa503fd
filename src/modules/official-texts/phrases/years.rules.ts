/** Years in the words of a plan, and which of them rules which figure: "Đến năm 2025 đạt 40%, phấn đấu 60% vào năm 2030". */

export interface NamedYear {
  readonly year: number
  readonly from: number
  readonly to: number
}

const periodOfYears =
  /\b(?:(?:giai doan|tu nam|trong cac nam|cac nam|nam hoc) )?(20\d\d) ?(?:-|–|—|den nam|den) ?(?:nam )?(20\d\d)\b(?! ?\/)/g
const yearNamed = /\b(?:(?:den|vao|trong|het|cuoi|truoc|tinh den)(?: het| cuoi)? )?(?:cuoi )?nam(?: hoc)? (20\d\d)\b/g
/** "đến 2030", "(2030)", "2030: 80%": a year without the word. */
const yearAlone =
  /\b(?:den|vao|truoc|het|cuoi|giai doan)(?: het| cuoi)? (20\d\d)(?= ?(?:$|[,;:.)]|(?:co|dat|la|phan dau|se|it nhat|tren|khoang|toi thieu|duy tri|con)\b|\d{1,3}(?:,\d+)? ?%))|(?<=\()(20\d\d)(?=\))|(?<=(?:^|[;,(] ?))(20\d\d)(?= ?: ?\D{0,20}\d)/g
/** "đến tháng 12/2030", "trước ngày 31/12/2030" */
const yearOfDay =
  /\b(?:den|truoc|het|trong|vao)(?: het| cuoi)? (?:ngay \d{1,2} ?\/ ?)?(?:thang )?\d{1,2} ?\/ ?(20\d\d)\b(?! ?\/)/g

/** What a year is compared with, or whose year it is. */
const ofSomething =
  /(?:\bso voi(?: cung ky)?|\bcua|\btu|\bke tu|\bket qua|\bso lieu|\bthoi diem|\bcung ky|\bngay \d{1,2} thang \d{1,2}|\b(?:theo|thuc hien|tai) (?:ke hoach|chuong trinh|nghi quyet|quyet dinh|du toan))\s*(?:(?:cuoi|dau|het)\s*)?$/
/** A period that belongs to the title of a document or programme sets nothing. */
const inTitle =
  /\b(?:chuong trinh|de an|ke hoach|chien luoc|nghi quyet|quyet dinh|phong trao|cuoc van dong|du an|mo hinh|quy hoach|xa hoi hoc tap|cong dan hoc tap|chuyen doi so)(?: (?!dat\b|la\b)[^\s,;:.]+){0,24} ?$/

/** The years a heading sets; what stands in quotation marks is the name of something. */
export function yearsIn(flat: string): number[] {
  return yearsOf(flat, () => false).map(({ year }) => year)
}

/** The years a sentence sets as its aim, in order; titles and years compared with are not among them. A period counts by its last year. */
export function namedYears(flat: string): NamedYear[] {
  return yearsOf(flat, (left) => inTitle.test(left))
}

function yearsOf(flat: string, isTitle: (left: string) => boolean): NamedYear[] {
  const bare = flat.replace(/[“"][^”"]{0,300}[”"]/g, (quoted) => ' '.repeat(quoted.length))
  const periods = [...bare.matchAll(periodOfYears)].flatMap((match) => {
    const period = periodOf(match)
    return period ? [{ year: period.to, from: period.start, to: period.end }] : []
  })
  const single = [yearNamed, yearOfDay, yearAlone]
    .flatMap((pattern) => [...bare.matchAll(pattern)])
    .filter(({ index }) => !ofSomething.test(bare.slice(Math.max(0, index - 60), index)))
    .map((match) => {
      const year = Number(match[1] ?? match[2] ?? match[3])
      return { year, from: match.index, to: match.index + match[0].length }
    })
  const own = periods.filter(({ from }) => !isTitle(bare.slice(Math.max(0, from - 160), from)))
  return inOrder([...own, ...withoutThose(single, periods)])
}

/** Both lists may be long: what overlaps is found by walking them side by side. */
function withoutThose(years: readonly NamedYear[], periods: readonly NamedYear[]): NamedYear[] {
  let at = 0
  return inOrder(years).filter(({ from, to }) => {
    while ((periods[at]?.to ?? Number.POSITIVE_INFINITY) <= from) at += 1
    return (periods[at]?.from ?? Number.POSITIVE_INFINITY) >= to
  })
}

function inOrder(years: readonly NamedYear[]): NamedYear[] {
  return [...years].sort((a, b) => a.from - b.from).filter((own, index, all) => own.from >= (all[index - 1]?.to ?? 0))
}

interface Period {
  readonly from: number
  readonly to: number
  readonly start: number
  readonly end: number
}

function periodOf(match: RegExpExecArray): Period | null {
  const [from, to] = [Number(match[1]), Number(match[2])]
  return from < to && to - from <= 50 ? { from, to, start: match.index, end: match.index + match[0].length } : null
}

/** The first pair of years: `giai đoạn 2021-2030`. */
export function periodIn(flat: string): Period | null {
  for (const match of flat.matchAll(periodOfYears)) {
    const period = periodOf(match)
    if (period) return period
  }
  return null
}

/** A year as it stands to the figures around it: it rules those after it, or belongs to the one before it. */
export interface Ruling extends NamedYear {
  readonly isAfter: boolean
  /** "vào năm 2030", "(năm 2030)": said of its figure in so many words. */
  readonly isPlain: boolean
  /** "và duy trì đến năm 2030": what was reached before is to last until then. */
  readonly isKept: boolean
}

const openSegment =
  /(?:^|[;,:.(–-]\s?|\b(?:va|con|dong thoi) )(?:(?:phan dau|muc tieu|chi tieu|tinh|cu the|trong do|rieng|tiep tuc|va|phai|se|nham|ky vong|la)[\s:,]+)*$/
const segmentEnd = /(?<!\d)[,.]|[,.](?!\d)|[;:]|\b(?:va|con)\b/g

/** The years of a sentence with what they rule; `figures` are the places of its figures. */
export function rulingsIn(flat: string, figures: readonly number[]): Ruling[] {
  const years = namedYears(flat)
  return years.map((year, index) => {
    const left = flat.slice(Math.max(0, year.from - 300), year.from)
    const isBracketed = /\(\s*$/.test(left.slice(-3)) && /^\s*\)/.test(flat.slice(year.to, year.to + 3))
    const next = years[index + 1]?.from ?? flat.length
    const rulesNone = !figures.some((at) => at >= year.to && at < next)
    const hasBefore = (figures[0] ?? flat.length) < year.from
    const end = [...left.matchAll(segmentEnd)].at(-1)
    const segment = year.from - left.length + (end ? end.index + end[0].length : 0)
    const isBesideFigure = figures.some((at) => at >= segment && at < year.from)
    const isHead = openSegment.test(left.slice(-80))
    const isAfter = isBracketed || (hasBefore && (rulesNone || (!isHead && isBesideFigure)))
    const isPlain = isBracketed || /^(?:vao|trong|den|het|cuoi|truoc)\b/.test(flat.slice(year.from, year.to))
    return { ...year, isAfter, isPlain, isKept: /\b(?:duy tri|giu vung)(?: \p{L}+){0,3} ?$/u.test(left) }
  })
}

export interface RuledYear {
  readonly year: number | null
  /** False where figures and years do not pair: a person has to say. */
  readonly isSure: boolean
}

/** The year of the figure that stands at a place; null where no year of the sentence rules it. */
export function yearOfFigure(rulings: readonly Ruling[], figures: readonly number[], at: number): RuledYear {
  const nextFigure = figures.find((other) => other > at) ?? Number.POSITIVE_INFINITY
  const beside = rulings.filter(({ isAfter, from }) => isAfter && from > at && from < nextFigure)
  const own = beside.at(-1)
  const before = rulings.findLast(({ isAfter, to }) => !isAfter && to <= at)
  if (own && before && !own.isPlain) return { year: before.year, isSure: own.year === before.year }
  if (own) return { year: own.year, isSure: own.isKept || beside.every(({ year }) => year === own.year) }
  if (before) {
    const isCrossed = rulings.some(({ isAfter, from, to }) => isAfter && from > before.to && to <= at)
    return { year: before.year, isSure: !isCrossed }
  }
  const later = rulings.find(({ isAfter, from }) => isAfter && from > at)
  if (later) return { year: later.year, isSure: true }
  return { year: null, isSure: rulings.length === 0 }
}
