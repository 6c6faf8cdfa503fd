/** What looks like a target, a duty or a last day and was not read: figures, roles and dates left over in a stretch of words. */
import type { Span } from '../lines/spans.rules.ts'
import { namedYears } from '../phrases/years.rules.ts'

/** Numbers that set nothing: years, dates, ages, levels, numbers of documents and points, how long and how often. */
const noAims: readonly RegExp[] = [
  /[“"][^”"]{0,300}[”"]/g,
  /(?<!\d)\d{1,6}(?:\/\d{4})?[/-]\p{L}[\p{L}\d&./-]*/gu,
  /\bso:? ?\d{1,6}(?!\d)/g,
  /\b(?:ngay |thang |quy )?\d{1,2} ?(?:\/|thang) ?\d{1,2}(?: ?(?:\/|nam) ?20\d\d)?(?![\d/])(?! (?:so|xa|phuong|truong|thon|to|don vi|ap|ban|khu|huyen)\b)/g,
  /\b(?:19|20)\d\d ?(?:-|–|den) ?(?:nam )?(?:19|20)\d\d\b/g,
  /\b(?:nam|nam hoc|giai doan|thang \d{1,2}\/?|den|tu|vao|truoc|khoa) ?(?:19|20)\d\d\b/g,
  /\b(?:do )?tuoi(?: tu)? ?\d{1,2}(?: ?(?:-|–|den) ?\d{1,2})?/g,
  /(?:\btu )?\d{1,2}(?: ?(?:-|–|den) ?\d{1,2})? ?tuoi\b/g,
  /\b(?:muc do|cap do|mwc|muc|cap|lop|khoan|dieu|diem|phan|chuong|tieu chi|loai|hang|hwng|hoc ky|khoa|lan thu|thu|quyen|bang|phu luc|vung|khu vuc|nhom|buoc|de an|chuong trinh|quy|thang|ngay|tuan|gio|cong nghiep|bac|nghi quyet|chi thi|quyet dinh)s? \d{1,4}(?:[.,]\d{1,2})*(?: ?(?:,|va|-|–) ?\d{1,2}(?!\d| ?%))*/g,
  /\b\d{1,3} ?(?:nam|thang|ngay|gio|phut|tuan|lan|buoi|tin|bai)(?: ?\/ ?\p{L}+)?(?!\p{L})/gu,
  /\bnwm 20\d\d/g,
  /\b0?[23] cap\b(?! \p{L}+ dat)|(?<=\p{L})-\d{1,2}(?!\d)/gu,
  /(?<![\d.,])24\/24|(?<![\d.,])24\/7/g,
]

/** Whether a figure stands in a stretch of aims outside the stretches that were read. */
export function leavesFigure(flat: string, read: readonly Span[]): boolean {
  const blank = (text: string, { from, to }: Span) =>
    text.slice(0, from) + ' '.repeat(Math.max(0, to - from)) + text.slice(to)
  let left = [...read, ...namedYears(flat)].reduce(blank, flat)
  for (const pattern of noAims) left = left.replace(pattern, (text) => ' '.repeat(text.length))
  return /\d/.test(left)
}

/** A role is named, and yet nobody has it. */
export function leavesRole(flat: string): boolean {
  return /\bchu tri(?!\p{L})|\b(?:giao|phan cong|yeu cau)(?: cho)? (?:so|ban|phong|uy ban|ubnd|hoi|cong an|doan|truong|ong|ba|dong chi|trung tam)(?!\p{L})|(?<!tich cuc |su |cong tac )\bphoi hop (?:voi|cung)(?!\p{L})/u.test(
    flat,
  )
}

const day =
  /(?<![\d/])\d{1,2} ?\/ ?\d{1,2}(?: ?\/ ?20\d\d)?(?![\d/%])(?! ?(?:so|xa|phuong|truong|thon|to)\b)|\bngay \d{1,2} thang \d{1,2}\b|\bquy (?:[ivx]{1,3}|[1-4])(?![\p{L}\d])|\bthang \d{1,2} ?\/ ?20\d\d|(?:\b(?:vao|trong|truoc|den|het|cuoi|dau|giua|xong|hoan thanh|thoi (?:gian|han)(?: \p{L}+){0,2} ?:)|\() ?thang \d{1,2}(?! ?[/\d]| nam 20)/gu
/** "6 tháng đầu năm" where no day is named: with one it says what is reported on. */
const half = /\b(?:0?6|sau) thang (?:dau|cuoi)(?: cua)? nam(?! 20)/gu
/** "đợt 1 tháng 5, đợt 2 tháng 11" */
const bareMonth =
  /(?<!\b(?:(?<!\bdot )\d{1,2}|tu|tuoi|sau|ram|bat dau|thanh lap|sinh) )\bthang \d{1,2}(?![\d/%]| ?[/\d]| (?:nam|tuoi)\b)/gu
/** Whose day it is: that of a document, a feast, or where something begins. */
const otherDay =
  /(?:\d[\p{L}\d]*[/-][\p{L}\d&./-]+,? (?:ky |ban hanh )?(?:ngay )?|\b(?:luat|nghi dinh|nghi quyet|quyet dinh|chi thi|thong tu|ke hoach|cong van|bo luat)[^;.,]{0,80}\bngay |\b(?:tu|ky niem|sinh|thanh lap|bat dau|ky|ban hanh)(?: ngay| dau)? )$/u

/** "chậm nhất 05 ngày làm việc sau khi nhận hồ sơ", "trong vòng 07 ngày": a term that runs from something else, which is no day of the calendar. */
const term =
  /\b(?:(?:cham nhat|muon nhat|trong vong|(?:trong )?thoi han|khong qua|trong|sau|truoc)(?: la| sau| trong)? )?\d{1,3} (?:ngay|gio|tuan|thang)(?: lam viec)?,? (?:ke tu|tu (?:khi|ngay)|(?:sau|truoc) (?:khi|ngay))\b|\b(?:cham nhat|muon nhat|trong vong|(?:trong )?thoi han)(?: la| sau| trong)? \d{1,3} (?:ngay|gio|tuan)(?: lam viec)?(?! ?[\d/])/g
/** "6 tháng, năm", "quý, năm": one more rhythm after the first. */
const yearToo =
  /\b(?:(?:0?6|sau) thang|quy)(?: mot lan)?(?:,| va|, va) (?:mot )?nam\b(?! (?:20\d\d|hoc|nay|sau|truoc|toi)\b)/g

/** "Năm 2027: tổ chức khảo sát", "trong năm học 2026 - 2027": years that something is to be done in. */
const yearOfTask =
  /(?:^|[.;] )(?:trong |den |het |cuoi |dau )?nam 20\d\d ?[:,](?! \d)|\b(?:trong|het|truoc|cuoi|dau|ket thuc|tu|xong|hoan thanh) nam hoc 20\d\d ?[-–] ?20\d\d|\b(?:hoan thanh|xong|ket thuc|ban hanh|phe duyet)(?: \p{L}+){0,6} (?:den |cuoi |het )?nam 20\d\d/gu

/** The years of tasks that stand outside the stretches read as last days. */
export function yearsLeft(flat: string, read: readonly Span[]): Span[] {
  return [...flat.matchAll(yearOfTask)]
    .map(({ 0: text, index }) => ({ from: index, to: index + text.length }))
    .filter((own) => !read.some(({ from, to }) => own.from < to && own.to > from))
}

/** The days, months, quarters, terms and rhythms that stand outside the stretches read as last days. */
export function daysLeft(flat: string, read: readonly Span[]): Span[] {
  const spanOf = ({ 0: text, index }: RegExpExecArray) => ({ from: index, to: index + text.length })
  const isRead = (own: Span) => read.some(({ from, to }) => own.from < to && own.to > from)
  const days = [...flat.matchAll(day), ...(read.length === 0 ? flat.matchAll(half) : [])]
    .map(spanOf)
    .filter((own) => !isRead(own) && !otherDay.test(flat.slice(Math.max(0, own.from - 140), own.from)))
  const months = [...flat.matchAll(bareMonth)]
    .map(spanOf)
    .filter((own) => !isRead(own) && !days.some(({ from, to }) => own.from < to && own.to > from))
  const rhythms = [...flat.matchAll(yearToo)].map(spanOf).filter(({ to }) => !isRead({ from: to - 3, to }))
  const terms = [...flat.matchAll(term)].map(spanOf).filter((own) => !isRead(own))
  return [...days, ...months, ...rhythms, ...terms].sort((a, b) => a.from - b.from)
}
