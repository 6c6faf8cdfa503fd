/** Days of the calendar, and dates as documents write them. */

export function lastOfMonth(year: number, month: number): string {
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  const days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
  return `${year}-${two(String(month))}-${days[month - 1]}`
}

export function two(digits: string | undefined): string {
  return (digits ?? '').padStart(2, '0')
}

export function isDay(day: number, month: number): boolean {
  return day >= 1 && month >= 1 && month <= 12 && day <= Number(lastOfMonth(2024, month).slice(-2))
}

/** Whether a day is in the calendar: not 31 April, nor 29 February 2026. */
export function isRealDate(date: string): boolean {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number)
  return year > 1900 && month >= 1 && month <= 12 && day >= 1 && date <= lastOfMonth(year, month)
}

export const writtenDate = /\b(?:ngay ?)?(\d{1,2}) ?(?:\/|-|thang|\.) ?(\d{1,2}) ?(?:\/|-|nam|\.) ?((?:19|20)\d\d)\b/

/** The first date in a stretch as YYYY-MM-DD: `ngày 25/5/2021`, `ngày 05 tháng 3 năm 2026`, `16 / 12 / 2021`. */
export function dateIn(flat: string): { readonly value: string; readonly from: number; readonly to: number } | null {
  const match = writtenDate.exec(flat)
  if (!match) return null
  const value = `${match[3]}-${two(match[2])}-${two(match[1])}`
  return isRealDate(value) ? { value, from: match.index, to: match.index + match[0].length } : null
}
