/** Areas of a file put to the units of a day: which property holds the code, whose name it is, how far the areas agree. */
import { fold, tidy } from '#kernel/text.ts'
import { hasMarks, readingsOf } from './area-names.rules.ts'
import type { Area } from './geojson.rules.ts'

const codeNames = ['code', 'ma', 'ma xa', 'maxa', 'ma dvhc', 'madvhc', 'gso', 'gso code', 'ma gso', 'commune code']
const moreCodeNames = [
  ...[
    'ward code',
    'ma phuong',
    'ma px',
    'maphuongxa',
    'ma phuong xa',
    'ma don vi',
    'ma hc',
    'mahc',
    'ma bnv',
    'ma ttc',
  ],
  'id',
]
const communeNames = [
  ...['ten xa', 'tenxa', 'ten phuong', 'ten phuong xa', 'ten px', 'commune name', 'ward name', 'name 3', 'adm3 vi'],
  ...['adm3 name', 'xa phuong', 'phuong xa', 'phuong', 'xa', 'ward', 'commune'],
]
const districtNames = [
  ...[
    'ten huyen',
    'tenhuyen',
    'ten quan',
    'ten quan huyen',
    'ten qh',
    'district name',
    'name 2',
    'adm2 vi',
    'adm2 name',
  ],
  ...['quan huyen', 'huyen', 'quan', 'district', 'parent name', 'parent', 'ten cap tren'],
]
const provinceNames = [
  ...['ten tinh', 'tentinh', 'ten tp', 'ten tinh tp', 'tinh thanh', 'province name', 'name 1', 'adm1 vi', 'adm1 name'],
  ...['tinh', 'province'],
]
const generalNames = [
  'name',
  'ten',
  'ten dvhc',
  'tendvhc',
  'ten don vi',
  'full name',
  'ten day du',
  'name vi',
  'shape name',
]
/** Codes of units above, unless the areas are such units themselves. */
const higherCodes = ['ma huyen', 'mahuyen', 'ma quan', 'ma tinh', 'matinh', 'district code', 'province code']
const districtCodes = ['parent code', 'ma huyen', 'mahuyen', 'ma quan', 'ma quan huyen', 'district code', 'ma cap tren']
const typeNames = ['type', 'loai', 'type 3', 'ten loai', 'loai dvhc', 'loai don vi', 'cap', 'type 2']

export interface Columns {
  readonly code: string | undefined
  readonly name: string | undefined
  /** Whether the code was told: then it is taken as it is. */
  readonly isCodeTold: boolean
  /** Every property that may hold the code, best first. */
  readonly codes: readonly string[]
  readonly type: string | undefined
  /** The unit above, by code and by name, and the province. */
  readonly aboveCode: string | undefined
  readonly above: string | undefined
  readonly province: string | undefined
  /** Every property there is, for a person to choose from. */
  readonly all: readonly string[]
}

/** Which properties hold what: as told, else the first usual name that most areas have. */
export function columnsOf(areas: readonly Area[], told: { code?: string; name?: string }): Columns {
  const counts = new Map<string, number>()
  for (const { properties } of areas) {
    for (const name of Object.keys(properties)) counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  const usual = new Map<string, string>()
  for (const [name, count] of counts) {
    const text = spelled(name)
    if (count * 2 > areas.length && !usual.has(text)) usual.set(text, name)
  }
  const every = (wanted: readonly string[]) => wanted.flatMap((each) => usual.get(each) ?? [])
  const has = (name: string | undefined) => (name && counts.has(name) ? name : undefined)
  const name = told.name
    ? has(told.name)
    : every([...generalNames, ...communeNames, ...districtNames, ...provinceNames])[0]
  // What is called by the name of a district is not below one.
  const isHigher = name !== undefined && [...districtNames, ...provinceNames].includes(spelled(name))
  const own = [...codeNames, ...moreCodeNames]
  const codes = told.code ? [] : every(!name || isHigher ? [...own, ...higherCodes] : own)
  const code = told.code ? has(told.code) : codes[0]
  const beside = (wanted: readonly string[]) => every(wanted).find((each) => each !== name && each !== code)
  return {
    ...{ code, name, codes, isCodeTold: told.code !== undefined },
    type: every(typeNames)[0],
    aboveCode: isHigher ? undefined : beside(districtCodes),
    above: isHigher ? undefined : beside(districtNames),
    province: beside(provinceNames),
    all: [...counts.keys()],
  }
}

/** `maXa`, `MA_XA` and `Mã xã` are one; so are `ten` and `a03_ten`, as numbered tables write it. */
function spelled(property: string): string {
  const folded = fold(property.slice(0, 100).replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2'))
  return folded.replace(/^[a-z]?\d+ (?=\S)/, '')
}

/**
 * A property as text: numbers lose nothing but the noughts in front, which `codesToTry` gives back; the Icelandic letter that old
 * fonts show as đ is one.
 */
export function textOf(value: unknown): string {
  if (typeof value === 'number') return Number.isInteger(value) ? String(value) : ''
  return typeof value === 'string'
    ? tidy(value.slice(0, mostLetters))
        .replace(/\u00d0/g, 'Đ')
        .replace(/\u00f0/g, 'đ')
    : ''
}

/** Longer than any code or name. */
const mostLetters = 500

/** The code as it stands, then with the noughts that a number lost: communes have 5 digits, districts 3, provinces 2. */
export function codesToTry(code: string): string[] {
  // Tables of numbers write "4.0".
  const [digits] = /^\d+(?=(\.0+)?$)/.exec(code) ?? []
  const padded = digits ? [digits, ...[5, 3, 2].map((length) => digits.padStart(length, '0'))] : []
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
  if (names.includes(given) || fold(inFile) === fold(unit.fullName))
    return hasOtherTones(inFile, unit) ? 'near' : 'same'
  return names.some((name) => digitsOf(name) === digitsOf(given) && alike(given, name) >= likeness) ? 'near' : 'other'
}

/** The letters are the same, but a name that is written with its tones has others: "Tản Lĩnh" is not "Tân Lĩnh". */
function hasOtherTones(inFile: string, unit: { name: string; fullName: string }): boolean {
  if (!hasMarks(inFile)) return false
  const known = new Set([unit.name, unit.fullName].flatMap(readingsOf).map(({ toned }) => toned))
  return !readingsOf(inFile).some(({ toned }) => known.has(toned))
}

/** "Phường 1" is not nearly "Phường 12". */
function digitsOf(name: string): string {
  return name.replace(/\D+/g, ' ').trim()
}

/** How many pairs of neighbouring letters two names share, 0 to 1. */
export function alike(one: string, other: string): number {
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
