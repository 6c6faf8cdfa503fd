/** Areas of a file put to the units of a day: which property holds the code, whose name it is, how far the areas agree. */
import { fold, tidy } from '#kernel/text.ts'
import type { Area } from '../reading/rules.ts'

const codeNames = ['code', 'ma', 'ma xa', 'maxa', 'ma dvhc', 'madvhc', 'gso', 'gso code', 'ma gso', 'commune code']
const moreCodeNames = [
  'ward code',
  'ma phuong',
  'ma huyen',
  'mahuyen',
  'ma tinh',
  'district code',
  'province code',
  'id',
]
const nameNames = ['name', 'ten', 'ten xa', 'tenxa', 'ten dvhc', 'tendvhc', 'full name', 'ten day du', 'commune name']
const moreNameNames = ['ward name', 'ten phuong', 'ten huyen', 'ten tinh', 'district name', 'province name', 'name vi']

export interface Columns {
  readonly code: string | undefined
  readonly name: string | undefined
  /** Every property there is, for a person to choose from. */
  readonly all: readonly string[]
}

/** Which properties hold code and name: as told, else the first usual name that most areas have. */
export function columnsOf(areas: readonly Area[], told: { code?: string; name?: string }): Columns {
  const counts = new Map<string, number>()
  for (const { properties } of areas) {
    for (const name of Object.keys(properties)) counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  const usual = [...counts].filter(([, count]) => count * 2 > areas.length).map(([name]) => name)
  const find = (wanted: readonly string[]) =>
    wanted.map((each) => usual.find((name) => spelled(name) === each)).find((name) => name !== undefined)
  const has = (name: string | undefined) => (name && counts.has(name) ? name : undefined)
  return {
    code: told.code ? has(told.code) : find([...codeNames, ...moreCodeNames]),
    name: told.name ? has(told.name) : find([...nameNames, ...moreNameNames]),
    all: [...counts.keys()],
  }
}

/** `maXa`, `MA_XA` and `Mã xã` are one. */
function spelled(property: string): string {
  return fold(property.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2'))
}

/** A property as text: numbers lose nothing but the noughts in front, which `codesToTry` gives back. */
export function textOf(value: unknown): string {
  if (typeof value === 'number') return Number.isInteger(value) ? String(value) : ''
  return typeof value === 'string' ? tidy(value) : ''
}

/** The code as it stands, then with the noughts that a number lost: communes have 5 digits, districts 3, provinces 2. */
export function codesToTry(code: string): string[] {
  const padded = /^\d+$/.test(code) ? [5, 3, 2].map((digits) => code.padStart(digits, '0')) : []
  return [...new Set([code, ...padded])]
}

const types = /^(phuong|xa|thi tran|tt|quan|huyen|thi xa|tx|thanh pho|tp|tinh|dac khu|p|x|q|h)\s+/

/** Without tones, case and type. */
function bare(name: string): string {
  const folded = fold(name)
  const without = folded.replace(types, '')
  // "Xã 12" and "Phường 1" are called by their number: the type is then part of what is compared.
  return /^\d*$/.test(without) ? folded : without
}

/** Half of the pairs of letters being the same is a slip of the pen; less is another name. */
const likeness = 0.5

export function compareNames(inFile: string, unit: { name: string; fullName: string }): 'same' | 'near' | 'other' {
  const given = bare(inFile)
  const names = [bare(unit.name), bare(unit.fullName)]
  if (names.includes(given) || fold(inFile) === fold(unit.fullName)) return 'same'
  return names.some((name) => digitsOf(name) === digitsOf(given) && alike(given, name) >= likeness) ? 'near' : 'other'
}

/** "Phường 1" is not nearly "Phường 12". */
function digitsOf(name: string): string {
  return name.replace(/\D+/g, ' ').trim()
}

/** How many pairs of neighbouring letters two names share, 0 to 1. */
function alike(one: string, other: string): number {
  const [pairs, others] = [pairsOf(one), pairsOf(other)]
  const left = [...others]
  const shared = pairs.filter((pair) => {
    const at = left.indexOf(pair)
    if (at >= 0) left.splice(at, 1)
    return at >= 0
  })
  return (2 * shared.length) / Math.max(1, pairs.length + others.length)
}

function pairsOf(text: string): string[] {
  const letters = [...text.slice(0, 200).replaceAll(' ', '')]
  return letters.slice(1).map((letter, index) => `${letters[index]}${letter}`)
}

/** A boundary further from the official area than this is looked at: good maps of whole communes agree within 5 %. */
const mostDifference = 0.05

/** By how much the measured area differs from the official one, as a share of it; undefined where that is no matter. */
export function areaDifference(measuredKm2: number, officialKm2: number | null): number | undefined {
  if (!officialKm2) return undefined
  const difference = Math.abs(measuredKm2 - officialKm2) / officialKm2
  return difference > mostDifference ? difference : undefined
}
