/** Broken documents by the ten thousand: no crash, no endless search, nothing invented, and every piece where it says it is. */
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { tries } from '#test/length.ts'
import { Draft } from './draft.model.ts'
import { readDraft } from './reader.rules.ts'

const files = [
  'lam-ha',
  'binh-nguyen',
  'song-mai',
  'dong-giang',
  'hong-son',
  'tay-phong',
  'nam-tra',
  'an-lac',
  'ba-khe',
  'son-dinh',
]
const sources = files.map((file) =>
  readFileSync(new URL(`../../../test/plans/${file}.txt`, import.meta.url), 'utf8').split('\n'),
)

/** Numbers that look like chance and are the same in every run (mulberry32). */
function chance(seed: number) {
  let state = seed
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
  const below = (limit: number) => Math.floor(next() * limit)
  return { below, one: <T>(list: readonly T[]): T => list[below(list.length)] as T }
}
type Chance = ReturnType<typeof chance>

const strange = [
  '\u0000',
  '\u0007',
  '\uFFFD',
  '\uD83D',
  '😀',
  '\u0301',
  '\u202E',
  '\u200B',
  '\uF0B7',
  'İ',
  'ß',
  '\t',
  '|',
  '“',
  '"',
  '(',
  ')',
  '%',
  ';',
  '\u00A0',
]
const marks = [
  '- ',
  '- - ',
  '+ ',
  '• ',
  'a) ',
  '- a) ',
  'đ) ',
  '1. ',
  '1.1. ',
  '1.1.1.1 ',
  '99. ',
  'I. ',
  'XIX. ',
  'A. ',
  'Điều 7. ',
  'PHẦN THỨ BA ',
  'Chương IV ',
  'Phụ lục ',
  'Nơi nhận:',
  'TM. ',
  'TT\tNhiệm vụ\tChủ trì\t',
  'Căn cứ ',
  '0. ',
  '1) ',
  '/',
]

const mutations: readonly ((lines: string[], by: Chance) => void)[] = [
  (lines, by) => lines.splice(by.below(lines.length), by.below(4)),
  (lines, by) => lines.splice(by.below(lines.length), 0, by.one(by.one(sources))),
  (lines, by) => lines.reverse().splice(0, by.below(3)),
  (lines, by) => edit(lines, by, (line) => by.one(marks) + line),
  (lines, by) => edit(lines, by, (line) => by.one(marks) + by.one(marks) + line),
  (lines, by) => edit(lines, by, (line) => line.slice(by.below(line.length + 1))),
  (lines, by) => edit(lines, by, (line) => line.slice(0, by.below(line.length + 1))),
  (lines, by) => edit(lines, by, (line) => insert(line, by, by.one(strange))),
  (lines, by) => edit(lines, by, (line) => insert(line, by, String.fromCharCode(by.below(0xffff)))),
  (lines, by) =>
    edit(lines, by, (line) =>
      insert(line, by, by.one(['%', ' 50% ', '1.000', ' từ 5% đến 2%', ' năm 2030 ', ' giao Sở ', ' phối hợp với '])),
    ),
  (lines, by) => edit(lines, by, (line) => line.normalize('NFD').replace(/\p{M}/gu, '')),
  (lines, by) => edit(lines, by, (line) => (by.below(2) ? line.toUpperCase() : line.toLowerCase())),
  (lines, by) => edit(lines, by, (line) => line.repeat(1 + by.below(4))),
  (lines, by) => edit(lines, by, (line) => line.replaceAll(' ', by.one(['\t', '  ', '', '|']))),
  (lines, by) => edit(lines, by, (line) => `${line} ${by.one(by.one(sources))}`),
  (lines, by) => edit(lines, by, () => '- '.repeat(by.below(60))),
]

function edit(lines: string[], by: Chance, change: (line: string) => string): void {
  const at = by.below(lines.length)
  lines[at] = change(lines[at] ?? '')
}

function insert(line: string, by: Chance, text: string): string {
  const at = by.below(line.length + 1)
  return line.slice(0, at) + text + line.slice(at)
}

/** Some lines of a plan, broken a few times. */
function broken(seed: number): string {
  const by = chance(seed)
  const source = by.one(sources)
  const from = by.below(source.length)
  const lines = source.slice(from, from + 3 + by.below(seed % 50 === 0 ? 70 : 10))
  for (let count = 1 + by.below(4); count > 0 && lines.length > 0; count--) by.one(mutations)(lines, by)
  return lines.join(by.below(8) === 0 ? '\r\n' : '\n')
}

/** Only letters and digits: what no tidying changes. */
function bare(text: string): string {
  return text.replace(/[^\p{L}\p{N}]/gu, '')
}

/** Whether words stand in these lines one after the other; a line that is a page number or a row may lie between. */
function isSaidIn([first = '', ...rest]: readonly string[], words: string): boolean {
  if (first.includes(words)) return true
  for (let length = Math.min(first.length, words.length); length >= 0; length--) {
    if (!first.endsWith(words.slice(0, length))) continue
    let lefts = [words.slice(length)]
    for (const line of rest) {
      if (lefts.some((left) => line.startsWith(left))) return true
      lefts = [
        ...lefts,
        ...lefts.flatMap((left) => (line !== '' && left.startsWith(line) ? [left.slice(line.length)] : [])),
      ]
    }
  }
  return false
}

/** What is wrong with the draft of a text; empty where all is well. */
function faultsOf(text: string): string[] {
  const draft = readDraft(text)
  const parsed = Draft.safeParse(draft)
  const lines = text
    .normalize('NFC')
    .split(/\r\n|[\n\r\u2028\u2029]/)
    .map(bare)
  const all = lines.join('')
  const faults = parsed.success ? [] : [parsed.error.message]
  const seen = new Set<string>()
  for (const { ref, parent } of draft.items) {
    if (seen.has(ref)) faults.push(`${ref} stands twice`)
    if (parent !== null && !seen.has(parent)) faults.push(`${ref} has no parent ${parent}`)
    seen.add(ref)
  }
  const { targets, duties, deadlines, legalBases, componentPlans, items, document, doubts } = draft
  for (const { ref } of [...targets, ...duties, ...deadlines, ...legalBases, ...componentPlans]) {
    if (!seen.has(ref)) faults.push(`nothing has the ref ${ref}`)
  }
  const facts = [
    document.symbol,
    document.issuedOn,
    document.title,
    document.issuer,
    document.signatory,
    ...document.recipients,
  ]
  const placed = [...items, ...targets, ...duties, ...deadlines, ...legalBases, ...componentPlans, ...facts, ...doubts]
  for (const piece of placed) {
    if (!piece) continue
    const own = lines.slice(piece.line - 1, 'endLine' in piece ? piece.endLine : undefined)
    if (!isSaidIn(own, bare(piece.text))) faults.push(`line ${piece.line} does not say: ${piece.text}`)
  }
  const texts = [all, ...items.map((item) => bare(item.text))]
  const subjects = targets.flatMap(({ subject, sentence }) => [subject, sentence])
  // Of "Các Sở: Tài chính, Y tế" the second is called "Sở Y tế".
  const names = duties.map(({ agency }) => agency.replace(/^(?:Sở|Ban|Bộ|Phòng|Hội|Báo) /, ''))
  for (const words of [...subjects, ...names]) {
    if (!texts.some((text) => text.includes(bare(words)))) faults.push(`nowhere: ${words}`)
  }
  return faults
}

describe('broken documents', () => {
  test.each(Array.from({ length: 10 }, (_, part) => part))('part %i of ten', { timeout: 60_000 }, (part) => {
    for (let seed = part * 10_000; seed < part * 10_000 + tries(2000, 10_000); seed++) {
      const text = broken(seed)
      const faults = faultsOf(text)
      if (faults.length > 0) expect({ seed, text, faults }).toEqual({ seed, text, faults: [] })
    }
  })
})

describe('hostile documents take less than a second of work', () => {
  const head = 'KẾ HOẠCH\nThử\nI. MỤC TIÊU\n'
  test.each([
    ['a line of a megabyte', `${head}- ${'Phấn đấu 50% xã đạt chuẩn, '.repeat(40_000)}`],
    ['one letter a million times', `${head}${'a'.repeat(1_000_000)}`],
    ['spaces', `${head}1. Sở${' '.repeat(1_000_000)}A`],
    ['dashes in a line', `${head}${'- '.repeat(500_000)}`],
    ['five thousand dashes', `${head}${'- Phấn đấu 90% xã đạt chuẩn.\n'.repeat(5_000)}`],
    ['five thousand paragraphs', `${head}${'Các đơn vị thực hiện kế hoạch này./.\n'.repeat(5_000)}`],
    ['the same number again and again', `${head}${'1. Mục\n'.repeat(5_000)}`],
    ['deep numbers', `${head}${'1.1.1.1 Mục\n- a) b\n+ c\n'.repeat(1_500)}`],
    ['open quotation marks', `${head}- ${'“('.repeat(200_000)}`],
    ['figures', `${head}- ${'1.000.000.'.repeat(20_000)}`],
    ['percentages', `${head}- ${'50% - '.repeat(3_000)}`],
    ['agencies', `${head}II. TỔ CHỨC THỰC HIỆN\n1. ${'Sở Giáo dục và Đào tạo, '.repeat(800)}`],
    ['tabs', `${head}${'\t'.repeat(500_000)}a`],
    ['a table of wide rows', `${head}TT\tNhiệm vụ\tChủ trì\n${`1\t${'x\t'.repeat(500)}\n`.repeat(200)}`],
    ['strokes', `${head}${'|'.repeat(1_000_000)}`],
    ['legal bases', `KẾ HOẠCH\nCăn cứ ${'Luật số 1/2020/QH14 ngày 1/1/2020; '.repeat(20_000)}\nI. MỤC TIÊU\nII. KHÁC`],
    ['one sentence of commas', `${head}- ${'căn cứ a, '.repeat(1_900)}`],
  ])('%s', (_, text) => {
    const began = process.cpuUsage()
    const draft = readDraft(text)
    expect(process.cpuUsage(began).user / 1000).toBeLessThan(1000)
    expect(draft.document.lines).toBeGreaterThan(0)
  })
})
