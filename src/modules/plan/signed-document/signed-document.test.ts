/** Words put to the clauses of a plan: a small invented one with the faults that scans have, and the city's own where it lies beside. */
import { existsSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isThePlan, readPlanText } from './signed-document.rules.ts'

const clauses = [
  ['CC', null, 'paragraph', 'Căn cứ ban hành'],
  ['I', null, 'part', 'Mục đích'],
  ['I.1', 'I', 'section', 'Mục đích'],
  ['I.1.1', 'I.1', 'dash', 'Ý thứ nhất'],
  ['I.1.2', 'I.1', 'dash', 'Ý thứ hai'],
  ['II', null, 'part', 'Nhiệm vụ'],
  ['II.1', 'II', 'section', 'Trồng cây'],
  ['II.1.a', 'II.1', 'letter', 'Ở trường'],
  ['II.1.a.1', 'II.1.a', 'dash', 'Cây bàng'],
  ['II.1.a.1.1', 'II.1.a.1', 'statement', 'Một nửa cây bàng'],
  ['II.1.b', 'II.1', 'letter', 'Ở phố'],
  ['II.2', 'II', 'section', 'Tưới cây'],
  ['II.2.1', 'II.2', 'paragraph', 'Đoạn một'],
  ['II.2.2', 'II.2', 'paragraph', 'Đoạn hai'],
  ['II.KL', 'II', 'paragraph', 'Lời kết'],
  ['PL', null, 'part', 'Phụ lục'],
  ['PL.1', 'PL', 'section', 'Dòng một'],
  ['PL.2', 'PL', 'section', 'Dòng hai'],
].map(([ref, parentRef, kind, vi]) => ({
  ref: ref ?? '',
  parentRef: parentRef ?? null,
  kind: kind ?? '',
  title: { vi: vi ?? '', en: '' },
}))

const plan = `
KẾ HOẠCH
Trồng cây trong thành phố

Căn cứ Chỉ thị số 1 về trồng cây;
Quyết định số 2 về tưới cây,

I. MỤC ĐÍCH

1. Mục đích
- Ý thứ nhất của kế hoạch, viết dài
sang dòng sau.
• Ý thứ hai.

II. NHIỆM VỤ
1. Trồng cây
- a) Ở trường
 – Cây bàng chiếm 50%.
2020. là năm trồng nhiều nhất
b) Ở phố, trồng cây sấu.

2. Tưới cây
Đoạn một về nước.
Đoạn hai về đất.

Các đơn vị thực hiện tốt kế hoạch này./.

Nơi nhận:
- Bộ Cây;
1. Không phải mục

Phụ lục
CÁC KẾ HOẠCH CON
TT\tTên\tChủ trì
1\tKế hoạch một\tHội A
2\tKế hoạch hai\tHội B
`

const read = (text: string) => readPlanText(text, clauses)
const textOf = (text: string, ref: string) => read(text).texts.find((match) => match.ref === ref)?.text

describe('a small plan', () => {
  test('gives every clause its words', () => {
    expect(read(plan).texts.map(({ ref }) => ref)).toEqual(clauses.map(({ ref }) => ref))
  })

  test.each([
    ['CC', 'Căn cứ Chỉ thị số 1 về trồng cây; Quyết định số 2 về tưới cây,'],
    ['I', 'MỤC ĐÍCH'],
    ['I.1.1', 'Ý thứ nhất của kế hoạch, viết dài sang dòng sau.'],
    ['I.1.2', 'Ý thứ hai.'],
    ['II.1.a', 'Ở trường'],
    ['II.1.a.1', 'Cây bàng chiếm 50%.'],
    ['II.1.a.1.1', 'Cây bàng chiếm 50%.'],
    ['II.1.b', 'Ở phố, trồng cây sấu.'],
    ['II.2.1', 'Đoạn một về nước.'],
    ['II.2.2', 'Đoạn hai về đất.'],
    ['PL', 'Phụ lục CÁC KẾ HOẠCH CON'],
    ['PL.2', 'Kế hoạch hai\nHội B'],
  ])('%s says its own words', (ref, words) => {
    expect(textOf(plan, ref)).toBe(words)
  })

  test('closing words after the last section belong to the part', () => {
    expect(textOf(plan, 'II.KL')).toBe('Các đơn vị thực hiện tốt kế hoạch này./.')
  })

  test('says which lines no clause took, with their numbers', () => {
    const { untaken } = read(plan)
    expect(untaken.map(({ text }) => text)).toEqual([
      'KẾ HOẠCH',
      'Trồng cây trong thành phố',
      '2020. là năm trồng nhiều nhất',
      'Nơi nhận:',
      '- Bộ Cây;',
      '1. Không phải mục',
      'TT\tTên\tChủ trì',
    ])
    expect(untaken[0]?.line).toBe(2)
  })

  test('reads decomposed letters and Windows line ends as the same', () => {
    const other = plan.normalize('NFD').replaceAll('\n', '\r\n')
    expect(read(other).texts).toEqual(read(plan).texts)
  })

  test('is told from another document', () => {
    expect(isThePlan(read(plan), clauses)).toBe(true)
    const letter = 'I. Kính gửi\n1. Ông\nII. Xin chào\n1. Bà\nPhụ lục'
    expect(isThePlan(read(letter), clauses)).toBe(false)
    expect(isThePlan(read(''), clauses)).toBe(false)
  })
})

describe('any text', () => {
  const line = fc.oneof(
    fc.constantFrom(
      'I. A',
      'II. B',
      '1. C',
      '2. D',
      '- e',
      'a) f',
      'b) g',
      'Phụ lục',
      '1\tx',
      'Nơi nhận:',
      'chữ',
      'Câu.',
    ),
    fc.string(),
  )

  test('is read without fault: each clause at most once, each line taken by one clause or by none', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 40 }), (lines) => {
        const { texts, untaken } = read(lines.join('\n'))
        const refs = texts.map(({ ref }) => ref)
        expect(new Set(refs).size).toBe(refs.length)
        const own = texts.filter(({ ref }) => clauses.find((clause) => clause.ref === ref)?.kind !== 'statement')
        const begun = own.map((text) => text.line)
        expect(new Set([...begun, ...untaken.map((each) => each.line)]).size).toBe(begun.length + untaken.length)
      }),
    )
  })
})

const signed = new URL('../../../../../shared/data/ke-hoach-290-kh-ubnd.txt', import.meta.url)
const pack = new URL('../../../../packs/hanoi/plan-290/clauses.json', import.meta.url)

describe('the plan of Hanoi, where its text lies beside the checkout', () => {
  test.skipIf(!existsSync(signed))('every clause of the pack gets its words', () => {
    const rows: string[][] = JSON.parse(readFileSync(pack, 'utf8')).rows
    const known = rows.map(([ref = '', parentRef, kind = '', , vi = '']) => ({
      ref,
      parentRef: parentRef ?? null,
      kind,
      title: { vi, en: '' },
    }))
    const reading = readPlanText(readFileSync(signed, 'utf8'), known)
    const result = new Set(reading.texts.map(({ ref }) => ref))
    expect(known.filter(({ ref }) => !result.has(ref)).map(({ ref }) => ref)).toEqual([])
    expect(isThePlan(reading, known)).toBe(true)
    const textAt = (ref: string) => reading.texts.find((text) => text.ref === ref)?.text
    expect(textAt('II.1.d.1.2')).toContain('50% đơn vị được công nhận là đơn vị học tập')
    expect(textAt('V.KL')).toContain('trước ngày 01 tháng 12')
    expect(textAt('V.14.d.1')).toMatch(/xóa mù chữ\.$/)
  })
})
