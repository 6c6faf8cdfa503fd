/** Years, rhythms and last days in the words of a plan: "đến năm 2030", "hằng năm trước ngày 01 tháng 12", "quý IV/2026". */
import { romanOf } from '../marks/rules.ts'
import type { DraftApproval, DraftDue } from '../model.ts'

export interface FoundDue {
  readonly due: DraftDue
  readonly from: number
  readonly to: number
}

const every = {
  year: /\b(?:hang nam|moi nam|tung nam|dinh ky nam)\b/,
  'half-year': /\b(?:(?:dinh ky |moi )?6 thang(?: mot lan)?|sau thang mot lan|nua nam)\b/,
  quarter: /\b(?:hang quy|moi quy|dinh ky quy)\b/,
  month: /\b(?:hang thang|moi thang)\b/,
} as const

const dayMonthYear =
  /\b(?:truoc|cham nhat|den het|het|den|vao|trong)(?: la| vao| den)?(?: het)?(?: ngay)? ?(\d{1,2}) ?(?:\/|-|thang) ?(\d{1,2})(?: ?(?:\/|-|nam) ?(20\d\d))?/
const dayOnly = /\btruoc(?: ngay)? (\d{1,2})(?! ?[/\d%-])(?= (?:cua |hang |moi )?(?:thang|quy|hang))/
const quarterYear = /\b(?:quy) ?([ivx]{1,3}|[1-4])(?: ?(?:\/|-|nam)? ?)(20\d\d)/
const monthYear = /\bthang ?(\d{1,2}) ?(?:\/|-|nam) ?(20\d\d)/
/** A year is a last day only where something is to be done in it; "đến năm 2030" is the reach of a plan. */
const yearOfDoing =
  /\b(?:vao|trong|hoan thanh(?: trong| vao)?|xong(?: trong)?|truoc|cham nhat(?: trong| la)?|so ket|tong ket)(?: het| cuoi| dau)? nam (20\d\d)/

/** The due date that stretch `flat` names, if any: the most exact first. */
export function dueIn(flat: string): FoundDue | null {
  return exactDay(flat) ?? rhythm(flat) ?? endOfPeriod(flat)
}

function found(match: RegExpExecArray, due: DraftDue): FoundDue {
  return { due, from: match.index, to: match.index + match[0].length }
}

function exactDay(flat: string): FoundDue | null {
  const match = dayMonthYear.exec(flat)
  if (!match) return null
  const [, day, month, year] = match
  if (!isDay(Number(day), Number(month))) return null
  const monthDay = `${two(month)}-${two(day)}`
  if (year) return isRealDate(`${year}-${monthDay}`) ? found(match, { by: `${year}-${monthDay}` }) : null
  return found(match, { every: 'year', before: monthDay })
}

function rhythm(flat: string): FoundDue | null {
  for (const [name, pattern] of Object.entries(every)) {
    const match = pattern.exec(flat)
    if (!match) continue
    const day = dayOnly.exec(flat)?.[1]
    const isMonthly = name === 'month' || name === 'quarter'
    return found(match, { every: name as keyof typeof every, before: day && isMonthly ? two(day) : null })
  }
  return null
}

function endOfPeriod(flat: string): FoundDue | null {
  const quarter = quarterYear.exec(flat)
  if (quarter) {
    const last = lastOfQuarter(quarterOf(quarter[1] ?? ''))
    if (last) return found(quarter, { by: `${quarter[2]}-${last}` })
  }
  const month = monthYear.exec(flat)
  if (month && Number(month[1]) >= 1 && Number(month[1]) <= 12) {
    return found(month, { by: lastOfMonth(Number(month[2]), Number(month[1])) })
  }
  const year = yearOfDoing.exec(flat)
  return year ? found(year, { by: `${year[1]}-12-31` }) : null
}

function quarterOf(digits: string): number {
  return /^\d$/.test(digits) ? Number(digits) : romanOf(digits)
}

function lastOfQuarter(quarter: number): string | undefined {
  return ['03-31', '06-30', '09-30', '12-31'][quarter - 1]
}

function lastOfMonth(year: number, month: number): string {
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  const days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
  return `${year}-${two(String(month))}-${days[month - 1]}`
}

function two(digits: string | undefined): string {
  return (digits ?? '').padStart(2, '0')
}

function isDay(day: number, month: number): boolean {
  return day >= 1 && month >= 1 && month <= 12 && day <= Number(lastOfMonth(2024, month).slice(-2))
}

/** Whether a day is in the calendar: not 31 April, nor 29 February 2026. */
export function isRealDate(date: string): boolean {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number)
  return year > 1900 && month >= 1 && month <= 12 && day >= 1 && date <= lastOfMonth(year, month)
}

const writtenDate = /\b(?:ngay ?)?(\d{1,2}) ?(?:\/|-|thang|\.) ?(\d{1,2}) ?(?:\/|-|nam|\.) ?((?:19|20)\d\d)\b/

/** The first date in a stretch as YYYY-MM-DD: `ngày 25/5/2021`, `ngày 05 tháng 3 năm 2026`, `16 / 12 / 2021`. */
export function dateIn(flat: string): { readonly value: string; readonly from: number; readonly to: number } | null {
  const match = writtenDate.exec(flat)
  if (!match) return null
  const value = `${match[3]}-${two(match[2])}-${two(match[1])}`
  return isRealDate(value) ? { value, from: match.index, to: match.index + match[0].length } : null
}

/** When a table says something is to be approved or done: `Quý IV 2021`, `12/2026`, `Tháng 3 năm 2026`, `Năm 2026`. */
export function approvalIn(flat: string): DraftApproval | null {
  const none = { quarter: null, month: null, on: null }
  const date = dateIn(flat)
  if (date) return { ...none, year: Number(date.value.slice(0, 4)), on: date.value }
  const quarter = quarterYear.exec(flat)
  const number = quarterOf(quarter?.[1] ?? '')
  if (quarter && number >= 1 && number <= 4) return { ...none, year: Number(quarter[2]), quarter: number }
  const month = monthYear.exec(flat) ?? /\b(\d{1,2}) ?\/ ?(20\d\d)/.exec(flat)
  if (month && Number(month[1]) >= 1 && Number(month[1]) <= 12) {
    return { ...none, year: Number(month[2]), month: Number(month[1]) }
  }
  const year = /\b(20\d\d)\b/.exec(flat)
  return year ? { ...none, year: Number(year[1]) } : null
}

const periodOfYears =
  /\b(?:giai doan|tu nam|trong cac nam|cac nam|nam hoc)? ?(20\d\d) ?(?:-|–|—|den nam|den) ?(20\d\d)\b/
const yearNamed = /\b(?:den|vao|trong|het|cuoi|truoc)?(?: het| cuoi)? ?nam (20\d\d)\b/g

export interface NamedYear {
  readonly year: number
  readonly from: number
  readonly to: number
}

/** The years a stretch sets as its aim, in order; titles in quotation marks and years compared with are not among them. */
export function yearsIn(flat: string): number[] {
  return namedYears(flat).map(({ year }) => year)
}

/** The same with their places; a period counts by its last year. */
export function namedYears(flat: string): NamedYear[] {
  const bare = flat.replace(/[“"][^”"]{0,300}[”"]/g, (quoted) => ' '.repeat(quoted.length))
  const periods: NamedYear[] = []
  for (let from = 0; ; ) {
    const period = periodIn(bare.slice(from))
    if (!period) break
    periods.push({ year: period.to, from: from + period.start, to: from + period.end })
    from += period.end
  }
  const single = [...bare.matchAll(yearNamed)]
    .filter(({ index }) => !/(?:so voi|cua|tu|ke tu|ket qua)\s*$/.test(bare.slice(Math.max(0, index - 12), index)))
    .map((match) => ({ year: Number(match[1]), from: match.index, to: match.index + match[0].length }))
    .filter((own) => !periods.some(({ from, to }) => own.from < to && own.to > from))
  return [...periods, ...single].sort((a, b) => a.from - b.from)
}

/** The first pair of years: `giai đoạn 2021-2030`. */
export function periodIn(
  flat: string,
): { readonly from: number; readonly to: number; readonly start: number; readonly end: number } | null {
  const match = periodOfYears.exec(flat)
  if (!match) return null
  const [from, to] = [Number(match[1]), Number(match[2])]
  return from < to && to - from <= 50 ? { from, to, start: match.index, end: match.index + match[0].length } : null
}
