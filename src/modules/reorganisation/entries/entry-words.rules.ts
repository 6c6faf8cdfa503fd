/** Words and numbers of typed rows: with or without tones, in Vietnamese or English. */
import { fold } from '#kernel/text.ts'
import type { ChangeKind } from '#modules/organisation'

/** The first of each is what the template shows. */
export const changeCodes: Readonly<Record<ChangeKind, readonly string[]>> = {
  open: ['mo', 'open', 'thanh lap'],
  close: ['ket thuc', 'close', 'end', 'giai the'],
  rename: ['doi ten', 'rename'],
  retype: ['doi loai', 'retype'],
  move: ['chuyen', 'move'],
  merge: ['nhap', 'merge', 'sap nhap', 'hop nhat'],
  split: ['tach', 'split', 'chia'],
  transfer: ['chuyen mot phan', 'transfer'],
  pass: ['giao', 'pass', 'giao dia ban'],
  succeed: ['tiep nhan', 'succeed'],
}

const partCodes = { full: ['full', 'toan bo', 'all', 'ca'], partial: ['partial', 'mot phan', 'part'] } as const
const peopleCodes = {
  all: ['all', 'tat ca', 'toan bo', 'het'],
  part: ['part', 'mot phan', 'some'],
  none: ['none', 'khong', 'khong co ai', 'khong ai'],
} as const

export function changeOf(entry: string): ChangeKind | undefined {
  return meaning(changeCodes, entry)
}

export function partOf(entry: string): 'full' | 'partial' | undefined {
  return meaning(partCodes, entry)
}

export function peopleOf(entry: string): 'all' | 'part' | 'none' | undefined {
  return meaning(peopleCodes, entry)
}

function meaning<K extends string>(codes: Readonly<Record<K, readonly string[]>>, entry: string): K | undefined {
  const word = fold(entry)
  return (Object.keys(codes) as K[]).find((key) => codes[key].includes(word))
}

/** A number without grouping but by spaces, its decimals after a point or a comma; undefined when it is none. */
export function numberOf(entry: string): number | undefined {
  const text = entry.trim()
  if (/\s/.test(text) && !/^-?\d{1,3}(?:\s\d{3})+(?:[.,]\d+)?$/.test(text)) return undefined
  const plain = text.replace(/\s/g, '').replace(',', '.')
  return /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : undefined
}

/** Both numbers that "12.345" may be: with decimals, and with a group of thousands; undefined where there is no doubt. */
export function doubtOf(entry: string): { decimals: number; thousands: number } | undefined {
  const [, whole, rest] = /^(-?[1-9]\d{0,2})[.,](\d{3})$/.exec(entry.trim()) ?? []
  if (!whole || !rest) return undefined
  return { decimals: Number(`${whole}.${rest}`), thousands: Number(`${whole}${rest}`) }
}

/** A share of 1, or a percentage; undefined when it is no number. */
export function shareOf(entry: string): number | undefined {
  if (!entry.trim().endsWith('%')) return numberOf(entry)
  const percent = numberOf(entry.trim().slice(0, -1))
  return percent === undefined ? undefined : Math.round(percent * 1e4) / 1e6
}
