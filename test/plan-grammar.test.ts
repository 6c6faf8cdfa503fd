/** The grammar of plans against documents of several habits, and what a person reads out of each. */
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { Draft, type DraftDue, readDraft } from '#modules/official-texts'
import { plans } from './plans/expected.ts'
import { others } from './plans/others.ts'
import { provinces } from './plans/provinces.ts'

const read = (file: string) => readFileSync(new URL(`plans/${file}`, import.meta.url), 'utf8')

function due(due: DraftDue): string {
  return 'by' in due ? `by ${due.by}` : `every ${due.every} before ${due.before}`
}

describe.each([...plans, ...provinces])('$file', (expected) => {
  const draft = readDraft(read(expected.file))

  test('is a plan with its number, date and signature', () => {
    const { isPlan, reason, symbol, issuedOn, signatory } = draft.document
    expect({ isPlan, reason }).toEqual({ isPlan: true, reason: null })
    expect([symbol?.value, issuedOn?.value, signatory?.value.name]).toEqual([
      expected.symbol,
      expected.issuedOn,
      expected.signatory,
    ])
  })

  test('every target and no other', () => {
    const matches = draft.targets.map(
      ({ ref, year, comparator, value, unit, mode }) => `${ref} ${year} ${comparator} ${value} ${unit} ${mode}`,
    )
    expect(matches).toEqual(expected.targets)
  })

  test('every duty and no other', () => {
    expect(draft.duties.map(({ ref, role, agency }) => `${ref} ${role} ${agency}`)).toEqual(expected.duties)
  })

  test('due dates and legal bases', () => {
    expect(draft.deadlines.map((each) => `${each.ref} ${due(each.due)}`)).toEqual(expected.deadlines)
    expect(draft.legalBases.map(({ type, number, issuedOn }) => `${number ?? type} ${issuedOn}`)).toEqual(
      expected.legalBases,
    )
  })

  test.each([
    ['Windows line ends', (text: string) => text.replaceAll('\n', '\r\n')],
    ['letters in pieces', (text: string) => text.normalize('NFD')],
    ['empty lines between', (text: string) => text.replaceAll('\n', '\n\n')],
  ])('reads the same with %s', (_, changed) => {
    const { targets, duties } = readDraft(changed(read(expected.file)))
    const refs = ({ ref }: { ref: string }) => ref
    expect([targets.map(refs), duties.map(refs)]).toEqual([draft.targets.map(refs), draft.duties.map(refs)])
  })

  test('has the shape it promises', () => {
    expect(Draft.parse(draft)).toEqual(draft)
  })
})

describe('no plan', () => {
  test.each(others)('$name', ({ text, reason }) => {
    const { document } = readDraft(text)
    expect([document.isPlan, document.reason]).toEqual([false, reason])
  })

  test('too long', () => {
    expect(readDraft('x'.repeat(2_000_001)).document.reason).toBe('too-long')
    expect(readDraft('\n'.repeat(60_000)).document.reason).toBe('too-long')
  })
})

describe('subjects, qualifiers and doubts', () => {
  const lamHa = readDraft(read('lam-ha.txt'))

  test.each([
    ['P1.2.1.a', 'Tỷ lệ người trong độ tuổi 15-60 biết chữ', []],
    ['P1.2.1.b', 'xã, phường đạt chuẩn xóa mù chữ mức độ 2', ['Ít nhất']],
    ['P1.2.1.d', 'gia đình được công nhận danh hiệu gia đình học tập', ['Từ', 'trở lên']],
    ['P1.2.2.c', 'phổ cập giáo dục tiểu học', ['Duy trì']],
  ])('%s: %s', (ref, subject, qualifiers) => {
    const target = lamHa.targets.find((each) => each.ref === ref)
    expect([target?.subject, target?.qualifiers]).toEqual([subject, qualifiers])
  })

  test('an aim without a figure is left to a person', () => {
    const doubt = lamHa.doubts.find(({ kind }) => kind === 'unsure-target')
    expect([doubt?.ref, doubt?.line]).toEqual(['P1.2.2.đ', 36])
  })

  test('the head and the appendix', () => {
    const { document, componentPlans } = readDraft(read('hong-son.txt'))
    expect(document.issuer?.value).toBe('UBND TỈNH HỒNG SƠN SỞ GIÁO DỤC VÀ ĐÀO TẠO')
    expect(document.period?.value).toEqual({ from: 2026, to: 2027 })
    expect(document.recipients.map(({ value }) => value)).toEqual(['UBND tỉnh (để báo cáo)', 'Lưu: VT, GDTX'])
    expect(document.appendices.map(({ value }) => value)).toEqual([
      { ref: 'PL', title: 'CHỈ TIÊU GIAO CÁC NĂM' },
      { ref: 'PL2', title: 'DANH MỤC ĐỀ ÁN' },
    ])
    expect(componentPlans.map(({ ref, lead, approvalDue }) => [ref, lead, approvalDue])).toEqual([
      ['PL2.1', 'Thư viện tỉnh', { year: 2027, quarter: null, month: 3, on: null }],
      ['PL2.2', 'Phòng Giáo dục Thường xuyên', { year: 2027, quarter: null, month: null, on: '2027-05-15' }],
    ])
  })

  test('faults of typing are offered, not put right', () => {
    const draft = readDraft(read('dong-giang.txt'))
    const faults = draft.doubts.filter(({ kind }) => kind.startsWith('misread'))
    expect(faults.map(({ line, text, suggestion }) => [line, text, suggestion])).toEqual([
      [9, 'Phan dau', 'Phấn đấu'],
      [15, 'phồi hợp', 'phối hợp'],
      [28, 'Nguyện Văn Bình', 'Nguyễn Văn Bình'],
    ])
    expect(draft.items.find(({ ref }) => ref === 'A.1.1')?.text).toContain('Phan dau')
  })

  test('numbers of pages are no part of the text, and are told', () => {
    const { doubts, items } = readDraft(read('song-mai.txt'))
    expect(doubts.filter(({ kind }) => kind === 'page-mark').map(({ text }) => text)).toEqual(['2', '- 3 -'])
    expect(items.some(({ text }) => text === '2')).toBe(false)
  })
})
