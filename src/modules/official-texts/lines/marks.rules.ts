/** The numbers that lines of a plan begin with: PHẦN THỨ NHẤT, Chương I, Điều 1, I., A., 1., 1.1., a), a dash, a plus. */
import type { Line } from './lines.rules.ts'
import { flatten, spaced } from './lines.rules.ts'

export type MarkStyle =
  | 'part'
  | 'chapter'
  | 'division'
  | 'article'
  | 'capital'
  | 'roman'
  | 'decimal'
  | 'level'
  | 'bracket'
  | 'letter'
  | 'bullet'
  | 'dash'
  | 'plus'

export interface Mark {
  readonly style: MarkStyle
  /** The numbers from the outside in; one but for `level`. Letters count by their place. Empty for dashes. */
  readonly path: readonly number[]
  /** As it stands in a ref: `II`, `3`, `đ`. */
  readonly label: string
  /** What follows the number. */
  readonly rest: string
  /** The two marks where one would do ("- a)", "- -"), as written. */
  readonly doubled: string | null
}

/** Vietnamese lists count so; f, j, w and z are no letters of it, but some typists use them. */
const letterOrder = [...'abcdđefghijklmnopqrstuvwxyz']
const ordinals = ['nhat', 'hai', 'ba', 'tu', 'nam', 'sau', 'bay', 'tam', 'chin', 'muoi']
const ordinalForms: ReadonlyMap<string, number> = new Map(Object.entries({ mot: 1, bon: 4 }))
const romanValues: ReadonlyMap<string, number> = new Map(Object.entries({ i: 1, v: 5, x: 10 }))

const wordHead =
  /^(phan|chuong|muc|dieu) (thu )?(nhat|mot|hai|ba|bon|tu|nam|sau|bay|tam|chin|muoi|[ivx]{1,5}|\d{1,3})(?![\p{L}\p{N}])\s?[.:–-]?\s?/u
const romanHead = /^([IVX]{1,5})(?:\s?[.)/]|\s?[–-](?=\s))\s?/
const capitalHead = /^([A-ZĐ])(?:\s?[.)/](?=\s|$)|\s?[–-](?=\s))\s?/
const levelHead =
  /^(\d{1,2}(?:\.\d{1,2}){1,3})\s?[.)]?\s(?=[\p{Lu}“"(])|^(\d{1,2}(?:\.\d{1,2}){1,3})[.)](?:\s?(?=\p{L})|\s(?=\d))/u
const decimalHead = /^(\d{1,2})(?:\s?[.)/](?!\d)|\s[–-](?=\s)|[–-](?=\s[\p{Lu}\d]))\s?/u
const letterHead = /^\(?(\p{Ll})\s?(?:\)|[./](?=\s))\s?(?=\S)/u
const dashHead = /^[-–—−•*·▪●○◦■□➢➤→✓]\s?/
const plusHead = /^\+\s?/

/** The mark a line begins with, or null for a plain line. */
export function markOf(line: Line): Mark | null {
  const text = spaced(line.text)
  return wordMark(text) ?? numberMark(text) ?? bulletMark(text)
}

function wordMark(text: string): Mark | null {
  const match = wordHead.exec(flatten(text.slice(0, 40)))
  if (!match) return null
  const [head, word = '', ordinal, digits = ''] = match
  const rest = text.slice(head.length)
  // "Phần hai của tài liệu" is a sentence: a heading is in capitals, punctuated, or alone on its line.
  const isHeading = rest === '' || /[.:–-]\s?$/.test(head) || /^\p{Lu}/u.test(rest)
  if (!isHeading || (word === 'phan' && !ordinal && !/^PH|\d|[ivx]/u.test(text.slice(0, 2) + digits))) return null
  const order = orderOf(digits)
  const heading = headings.get(word)
  if (!heading || order === 0) return null
  const { style, letter } = heading
  return { style, path: [order], label: `${letter}${order}`, rest, doubled: null }
}

const headings: ReadonlyMap<string, { readonly style: MarkStyle; readonly letter: string }> = new Map([
  ['phan', { style: 'part', letter: 'P' }],
  ['chuong', { style: 'chapter', letter: 'C' }],
  ['muc', { style: 'division', letter: 'M' }],
  ['dieu', { style: 'article', letter: 'Đ' }],
])

function orderOf(digits: string): number {
  if (/^\d+$/.test(digits)) return Number(digits)
  const ordinal = ordinals.indexOf(digits) + 1
  return ordinal || (ordinalForms.get(digits) ?? romanOf(digits))
}

/** The value of a Roman number, 0 where it is none: `IV` -> 4, `IIV` -> 0. */
export function romanOf(digits: string): number {
  const values = [...digits.toLowerCase()].map((digit) => romanValues.get(digit) ?? 0)
  const sum = values.reduce((total, value, index) => total + (value < (values[index + 1] ?? 0) ? -value : value), 0)
  return romanText(sum) === digits.toUpperCase() ? sum : 0
}

/** `14` -> `XIV`, for 1 to 39. */
export function romanText(value: number): string {
  const ones = ['', 'I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX']
  return value > 0 && value < 40 ? 'X'.repeat(Math.floor(value / 10)) + (ones[value % 10] ?? '') : ''
}

function numberMark(text: string): Mark | null {
  const roman = romanHead.exec(text)
  if (roman) {
    const order = romanOf(roman[1] ?? '')
    if (order) return made('roman', [order], roman[1] ?? '', text, roman[0])
  }
  const capital = capitalHead.exec(text)
  if (capital) {
    const label = capital[1] ?? ''
    return made('capital', [letterIndex(label.toLowerCase())], label, text, capital[0])
  }
  const level = levelHead.exec(text)
  if (level) {
    const path = (level[1] ?? level[2] ?? '').split('.').map(Number)
    if (path.every((number) => number > 0)) return made('level', path, path.join('.'), text, level[0])
  }
  const decimal = decimalHead.exec(text)
  if (!decimal || Number(decimal[1]) === 0) return null
  const number = Number(decimal[1])
  return made(decimal[0].includes(')') ? 'bracket' : 'decimal', [number], String(number), text, decimal[0])
}

function made(style: MarkStyle, path: number[], label: string, text: string, head: string): Mark {
  return { style, path, label, rest: text.slice(head.length), doubled: null }
}

/** The place of a letter in a list, from 1. */
export function letterIndex(letter: string): number {
  return letterOrder.indexOf(letter) + 1
}

/** Dashes, pluses and letters; a scan may put a dash before any of them. */
function bulletMark(text: string): Mark | null {
  const dash = dashHead.exec(text)?.[0] ?? ''
  const inner = text.slice(dash.length)
  const letter = letterHead.exec(inner)
  if (letter && letterIndex(letter[1] ?? '') > 0) {
    const mark = made('letter', [letterIndex(letter[1] ?? '')], letter[1] ?? '', inner, letter[0])
    return dash ? { ...mark, doubled: (dash + letter[0]).trim() } : mark
  }
  const second = (dash ? (dashHead.exec(inner) ?? plusHead.exec(inner)) : plusHead.exec(inner))?.[0] ?? ''
  if (!dash && !second) return null
  const style = second.startsWith('+') ? 'plus' : /^[-–—−]/.test(second || dash) ? 'dash' : 'bullet'
  const mark = made(style, [], '', inner, second)
  const rest = mark.rest.replace(/^[-–—−•+*\s]+/, '')
  return { ...mark, rest, doubled: dash && (second || rest !== mark.rest) ? (dash + second).trim() : null }
}
