/** The document from facts: sentences, tables and annexes, in the draft and in the final text. */
import { describe, expect, test } from 'vitest'
import type { Block } from '#platform/documents/official.ts'
import { data } from '#test/worlds/report.ts'
import { Narrative, type ReportHead } from '../reports.model.ts'
import { composeReport } from './document.rules.ts'
import { notWritten, written } from './document-parts.rules.ts'

const narrative = Narrative.parse({})
const head: ReportHead = {
  number: 7,
  symbol: 'BC-UBND',
  issuedOn: '2026-11-30',
  place: 'Hà Nội',
  authority: ['TM. Ủy ban nhân dân'],
  position: 'Chủ tịch',
  signatory: 'Nguyễn Văn A',
  recipients: ['Bộ Giáo dục và Đào tạo'],
  keptBy: 'VT',
}

function plain(blocks: readonly Block[]): string {
  return JSON.stringify(blocks)
}

describe('what officers wrote', () => {
  test('lines are paragraphs, dashes items, plus signs items under them', () => {
    const text = 'Mở đầu.\n- Một\n+ Một a\n+ Một b\n- Hai\nKết.'
    expect(written({ data, narrative: { ...narrative, limits: text } }, 'limits')).toEqual([
      { kind: 'paragraph', text: 'Mở đầu.' },
      { kind: 'list', items: [{ text: 'Một', items: ['Một a', 'Một b'] }, { text: 'Hai' }] },
      { kind: 'paragraph', text: 'Kết.' },
    ])
  })

  test('an empty section says so in a draft, and is left out of the final text with its heading', () => {
    const draft = composeReport({ data, narrative }).document
    expect(plain(draft.body)).toContain(notWritten)
    expect(plain(draft.body)).toContain('Đề xuất, kiến nghị')
    const final = composeReport({ data, narrative, head }).document
    expect(plain(final.body)).not.toContain(notWritten)
    expect(plain(final.body)).not.toContain('Đề xuất, kiến nghị')
    const proposed = composeReport({ data, narrative: { ...narrative, proposals: 'Xin kinh phí.' }, head }).document
    expect(plain(proposed.body)).toContain('Xin kinh phí.')
  })
})

describe('the document', () => {
  const { document, grids } = composeReport({ data, narrative, head })

  test('has the head of the registry, the plan among its bases, and seven annexes', () => {
    expect(document).toMatchObject({ number: 7, symbol: 'BC-UBND', date: '2026-11-30', place: 'Hà Nội', draft: false })
    expect(document.issuingBody).toBe('Ủy ban nhân dân\nthành phố Hà Nội')
    expect(document.bases).toEqual([
      'Căn cứ Quyết định số 1373/QĐ-TTg ngày 30/7/2021 của Thủ tướng Chính phủ về việc phê duyệt Đề án',
      'Căn cứ Kế hoạch số 290/KH-UBND ngày 16/12/2021 thực hiện Đề án “Xây dựng xã hội học tập”',
    ])
    expect(document.annexes).toHaveLength(7)
    expect(document.annexes.map((annex) => annex.landscape)).toEqual([true, true, true, true, true, true, false])
  })

  test('a draft is marked, doubts a basis nobody checked, and leaves the number blank', () => {
    const draft = composeReport({ data, narrative }).document
    expect(draft).toMatchObject({ draft: true, number: undefined })
    expect(draft.bases[0]).toContain('[cần đối chiếu số, ký hiệu]')
  })

  test('sample data is labelled on every page and in every sheet', () => {
    expect(document.watermarkLabel).toBeUndefined()
    const sample = composeReport({ data: { ...data, isSample: true }, narrative, head })
    expect(sample.document.watermarkLabel).toBe('Số liệu mẫu')
  })

  test('a duty is told in the first of its task groups, with its state', () => {
    const body = plain(document.body)
    expect(body).toContain('Đã duyệt báo cáo về 1/2 nhiệm vụ thuộc nhóm này: 1 hoàn thành.')
    expect(body.split('Mở 12 câu lạc bộ')).toHaveLength(2)
  })

  test('who is missing is said, and the totals are called estimates', () => {
    expect(plain(document.body)).toContain('2/3 xã, phường và 1/1 sở, ngành, tổ chức đã có báo cáo được duyệt')
    expect(grids[1]?.source).toContain('số ước tính, cộng từ 2/3 xã, phường')
  })
})
