/** Years, rhythms and last days in the words of a plan: "đến năm 2030", "hằng năm trước ngày 01 tháng 12", "quý IV/2026". */

import type { DraftApproval, DraftDue } from '../draft.model.ts'
import { romanOf } from '../lines/marks.rules.ts'
import { isOfBudget } from './budget-years.rules.ts'
import { dateIn, isDay, isRealDate, lastOfMonth, two, writtenDate } from './calendar.rules.ts'
import { periodIn } from './years.rules.ts'

export interface FoundDue {
  readonly due: DraftDue
  readonly from: number
  readonly to: number
  /** False for a day without a year that nothing says to be one of every year. */
  readonly isSure: boolean
}

const every = {
  year: /\b(?:hang nam|moi nam|tung nam|dinh ky nam|lan ?\/ ?nam)\b/,
  'half-year':
    /(?<!\b(?:ngay|trong|tu|sau|den|truoc) )(?<![\d/])\b(?:0?6 thang(?: mot lan)?|sau thang mot lan|nua nam)\b(?! ?\d| ?\/(?! ?lan\b)| (?:dau|cuoi)\b| nam 20)/,
  quarter: /\b(?:hang quy|moi quy|dinh ky(?: hang)?(?: thang,)? quy|cuoi quy)\b/,
  month: /\b(?:hang thang|moi thang)\b/,
} as const

/** Words that make a day the last one. */
const lead = String.raw`\b(?:truoc|cham nhat|den|het|vao|trong|khong (?:qua|muon hon)|thoi han|han cuoi|thoi gian|hoan thanh|xong|ket thuc|to chuc|dien ra|khai mac|khai giang|phat dong|ra quan)`
const between = String.raw`(?: (?:la|vao|den|het|truoc|thuc hien|hoan thanh|bao cao|cuoi|trong|sang|chieu|toi|\d{1,2} ?(?:gio|h)\d{0,2})){0,4}:?(?: ngay)? ?`
const dayMonth = String.raw`(\d{1,2}) ?(?:\/|-|\.|thang) ?(\d{1,2})(?!\d|%| ?%|,\d)(?: ?(?:\/|-|\.|nam) ?(20\d\d))?(?!\d)`
const day = new RegExp(lead + between + dayMonth, 'g')
/** "trước ngày 15/6 và 15/12": the second day after the first. */
const nextDay = new RegExp(
  String.raw`^(?: (?:hang|moi) nam| \([^)]{0,40}\))?(?:,|;| va|, va| hoac)(?: truoc| cham nhat)?(?: ngay)? ${dayMonth}`,
)
const dayOnly =
  /\b(?:truoc|vao|den|cham nhat(?: la| vao)?|muon nhat(?: la| vao)?|khong qua|dinh ky)(?: ngay)? (\d{1,2})(?! ?[/\d%-])(?= (?:cua |hang |moi )?(?:thang|quy|hang))/
const quarterYear =
  /(?<!\b(?:tu|tu dau|bat dau) )\bquy ?(?:(?:[ivx]{1,3}|[1-4]) ?(?:,|-|–|va) ?(?:quy ?)?){0,3}([ivx]{1,3}|[1-4])(?: ?(?:\/|-|nam|,|trong)? ?)(20\d\d|hang nam|moi nam|nam sau)/g
const monthYear =
  /(?<!\bngay \d{1,2} ?)(?<!\btu )(?<!\btu dau )\b(truoc )?thang ?(\d{1,2})(?: ?(?:\/|-|\.|nam|,)? ?)(20\d\d|hang nam|moi nam)/g
/** "trong tháng 6", "Thời gian: Quý II": of a plan for one year, that of the year; one of a list is left to a person. */
const monthAlone =
  /(?<!\btu thang \d{1,2},? (?:va )?)(?:\b(truoc|trong|vao|den|het|xong|hoan thanh)(?: het| cuoi| trong)?|\bthoi (?:gian|han)(?: \p{L}+){0,2} ?:|\() ?thang (\d{1,2})(?! ?[/\d–-]| nam\b| (?:hang|moi)\b|(?:,| va| den) (?:den )?(?:thang )?\d)/gu
const quarterAlone =
  /(?:\b(truoc|trong|vao|den|het|xong|hoan thanh)(?: het| cuoi| trong)?|\bthoi (?:gian|han)(?: \p{L}+){0,2} ?:|\() ?quy ?([ivx]{1,3}|[1-4])(?![\p{L}\d])(?! ?[/–-]| ?(?:nam|hang|moi)\b|(?:,| va| den) (?:quy )?(?:[ivx\d]))/gu
/** "trong 6 tháng đầu năm" */
const halfAlone = /\btrong (?:0?6|sau) thang (dau|cuoi)(?: cua)? nam(?! 20)/gu
/** Years of learning and of age are counted, and are due with their aim: "đạt 11,5 năm vào năm 2030". */
const measured = /\b\d{1,3}(?:[.,]\d+)? (?:nam|tuoi)(?: \p{L}+){0,3},? $/u
/** A year is a last day only where something is to be done in it; "đến năm 2030" is the reach of a plan. */
const yearOfDoing =
  /\b(?:vao|trong|hoan thanh(?: trong| vao)?|xong(?: trong)?|cham nhat(?: trong| la)?|so ket|tong ket|den het|het)(?: het| cuoi| dau)? nam (20\d\d)|\bden cuoi nam (20\d\d)|\btruoc nam (20\d\d)|\b0?6 thang (dau|cuoi) nam (20\d\d)/g

/** The last day that a stretch names, if any: the first of the most exact. */
export function dueIn(flat: string, onlyYear: number | null = null): FoundDue | null {
  return duesIn(flat, onlyYear)[0] ?? null
}

/** Every last day that a stretch names, days before rhythms before ends of quarters, months and years. A day without year is one of `onlyYear`, where the plan is for that alone. */
export function duesIn(flat: string, onlyYear: number | null = null): FoundDue[] {
  const days = exactDays(flat, onlyYear)
  const ends = [...endsOfPeriods(flat), ...(onlyYear ? endsWithin(flat, onlyYear) : [])].sort((a, b) => a.from - b.from)
  const periods = ends.filter((own) => !days.some(({ from, to }) => own.from < to && own.to > from))
  const rhythms = days.length > 0 || periods.some(({ due }) => 'every' in due) ? [] : rhythmsIn(flat)
  const seen = new Set<string>()
  return [...days, ...rhythms, ...periods].filter(({ due }) => {
    const isNew = !seen.has(JSON.stringify(due))
    seen.add(JSON.stringify(due))
    return isNew
  })
}

function deadlineAt(match: RegExpExecArray, due: DraftDue, isSure = true): FoundDue {
  return { due, from: match.index, to: match.index + match[0].length, isSure }
}

function exactDays(flat: string, onlyYear: number | null): FoundDue[] {
  const isYearly = every.year.test(flat)
  const at = (match: RegExpExecArray, shift: number): FoundDue[] => {
    const [, date, month, year] = match
    const due = dayOf(date, month, year ?? (isYearly ? undefined : onlyYear?.toString()))
    if (!due) return []
    const own = deadlineAt(match, due, 'by' in due || isYearly)
    return [{ ...own, from: own.from + shift, to: own.to + shift }]
  }
  const days: FoundDue[] = []
  for (const match of flat.matchAll(day)) {
    if (match.index < (days.at(-1)?.to ?? 0)) continue
    const first = at(match, 0)
    days.push(...first)
    for (let last = first[0]; last; ) {
      const next = nextDay.exec(flat.slice(last.to, last.to + 100))
      const more: FoundDue[] = next ? at(next, last.to) : []
      days.push(...more)
      last = more[0]
    }
  }
  return days
}

function dayOf(date: string | undefined, month: string | undefined, year: string | undefined): DraftDue | null {
  if (!isDay(Number(date), Number(month))) return null
  const monthDay = `${two(month)}-${two(date)}`
  if (!year) return { every: 'year', before: monthDay }
  return isRealDate(`${year}-${monthDay}`) ? { by: `${year}-${monthDay}` } : null
}

function rhythmsIn(flat: string): FoundDue[] {
  const date = dayOnly.exec(flat)?.[1]
  return Object.entries(every).flatMap(([name, pattern]) => {
    const isOwn = ({ index }: RegExpExecArray) => name !== 'year' || !isOfBudget(flat.slice(0, index))
    const match = [...flat.matchAll(new RegExp(pattern, 'g'))].find(isOwn)
    if (!match) return []
    const isMonthly = name === 'month' || name === 'quarter'
    return [deadlineAt(match, { every: name as keyof typeof every, before: date && isMonthly ? two(date) : null })]
  })
}

function endsOfPeriods(flat: string): FoundDue[] {
  const quarters = [...flat.matchAll(quarterYear)].flatMap(quartersOf)
  const months = [...flat.matchAll(monthYear)].flatMap((match) => [...monthsBefore(flat, match), ...ownMonth(match)])
  const doing = [...flat.matchAll(yearOfDoing)].filter(
    ({ index }) => !measured.test(flat.slice(Math.max(0, index - 60), index)),
  )
  const years = doing.map((match) => {
    const [, own, end, before, half, halfYear] = match
    if (halfYear) return deadlineAt(match, { by: `${halfYear}-${half === 'dau' ? '06-30' : '12-31'}` })
    return deadlineAt(match, { by: `${before ? Number(before) - 1 : (own ?? end)}-12-31` })
  })
  return [...quarters, ...months, ...years].sort((a, b) => a.from - b.from)
}

/** "Quý II và quý IV hằng năm" are two; of one year such a list is a stretch of time, which ends with its last quarter. */
function quartersOf(match: RegExpExecArray): FoundDue[] {
  const rhythm = match[2] ?? ''
  const names =
    /^20/.test(rhythm) || /[-–]/.test(match[0])
      ? []
      : [...match[0].matchAll(/(?:quy|,|va) ?(?:quy )?([ivx]{1,3}|[1-4])(?![\p{L}\d])/gu)]
  const quarters = names.length > 1 ? names.map(([, name]) => name ?? '') : [match[1] ?? '']
  return quarters.flatMap((name) => {
    const last = lastOfQuarter(quarterOf(name))
    return last ? [deadlineAt(match, yearly(rhythm, last))] : []
  })
}

function ownMonth(match: RegExpExecArray): FoundDue[] {
  const month = Number(match[2]) - (match[1] ? 1 : 0)
  if (month < 1 || month > 12) return []
  const isEvery = !/^20/.test(match[3] ?? '')
  const last = lastOfMonth(isEvery ? 2025 : Number(match[3]), month).slice(5)
  return [deadlineAt(match, yearly(match[3] ?? '', last))]
}

/** "vào tháng 6 và tháng 12 hằng năm": the first month after which the rhythm does not stand. Within one year such months may be a stretch of time. */
function monthsBefore(flat: string, { index, 3: rhythm = '' }: RegExpExecArray): FoundDue[] {
  if (/^20/.test(rhythm)) return []
  const list = /(?:\bthang \d{1,2}(?:,| va|, va) ?)+$/.exec(flat.slice(Math.max(0, index - 80), index))
  if (!list || /\btu $/.test(flat.slice(0, index - list[0].length))) return []
  const from = index - list[0].length
  return [...list[0].matchAll(/thang (\d{1,2})/g)].flatMap((match) => {
    const month = Number(match[1])
    if (month < 1 || month > 12) return []
    const at = from + match.index
    const due = yearly(rhythm, lastOfMonth(2025, month).slice(5))
    return [{ due, from: at, to: at + match[0].length, isSure: true }]
  })
}

/** Months and quarters that name no year, in a plan that has but one. */
function endsWithin(flat: string, year: number): FoundDue[] {
  const months = [...flat.matchAll(monthAlone)].flatMap((match) => {
    const month = Number(match[2]) - (match[1] === 'truoc' ? 1 : 0)
    return month < 1 || month > 12 ? [] : [deadlineAt(match, { by: lastOfMonth(year, month) })]
  })
  const quarters = [...flat.matchAll(quarterAlone)].flatMap((match) => {
    const last = lastOfQuarter(quarterOf(match[2] ?? '') - (match[1] === 'truoc' ? 1 : 0))
    return last ? [deadlineAt(match, { by: `${year}-${last}` })] : []
  })
  const halves = [...flat.matchAll(halfAlone)].map((match) =>
    deadlineAt(match, { by: `${year}-${match[1] === 'dau' ? '06-30' : '12-31'}` }),
  )
  return [...months, ...quarters, ...halves]
}

function yearly(year: string, last: string): DraftDue {
  return /^20/.test(year) ? { by: `${year}-${last}` } : { every: 'year', before: last }
}

function quarterOf(digits: string): number {
  return /^\d$/.test(digits) ? Number(digits) : romanOf(digits)
}

function lastOfQuarter(quarter: number): string | undefined {
  return ['03-31', '06-30', '09-30', '12-31'][quarter - 1]
}

/** When a table says something is to be approved or done: `Quý IV 2021`, `12/2026`, `Tháng 3 năm 2026`, `Năm 2026`. */
export function approvalIn(flat: string): DraftApproval | null {
  const none = { quarter: null, month: null, on: null }
  const date = dateIn(flat)
  if (date) return { ...none, year: Number(date.value.slice(0, 4)), on: date.value }
  // A day that no calendar has is none, and not the year in it.
  if (writtenDate.test(flat)) return null
  const [quarter] = flat.matchAll(quarterYear)
  const number = quarterOf(quarter?.[1] ?? '')
  if (quarter && /^20/.test(quarter[2] ?? '') && number >= 1 && number <= 4)
    return { ...none, year: Number(quarter[2]), quarter: number }
  const month = /\b(?:thang ?)?(\d{1,2}) ?(?:\/|-|nam) ?(20\d\d)/.exec(flat)
  if (month) {
    const isMonth = Number(month[1]) >= 1 && Number(month[1]) <= 12
    return isMonth ? { ...none, year: Number(month[2]), month: Number(month[1]) } : null
  }
  const year = periodIn(flat)?.to ?? /\b(20\d\d)\b/.exec(flat)?.[1]
  return year ? { ...none, year: Number(year) } : null
}
