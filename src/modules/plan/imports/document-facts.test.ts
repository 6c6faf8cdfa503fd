/** The head of a document: as read, as put right, and what it rests on. */
import { describe, expect, test } from 'vitest'
import type { Draft } from '#modules/official-texts'
import { documentOf } from './document-facts.rules.ts'
import { draftOf, factOf, noVerdicts, verdictsOf } from './drafts.fixture.ts'

const head = {
  symbol: factOf('290/KH-UBND'),
  issuedOn: factOf('2021-12-16'),
  issuer: factOf('Ủy ban nhân dân'),
  title: factOf('Thực hiện đề án'),
  period: factOf({ from: 2021, to: 2030 }),
  signatory: factOf({ name: 'Lê Văn Ký', position: null, authority: [] }),
}

const asRead = {
  symbol: '290/KH-UBND',
  issuedOn: '2021-12-16',
  issuer: 'Ủy ban nhân dân',
  title: 'Thực hiện đề án',
  signatory: 'Lê Văn Ký',
  period: { from: 2021, to: 2030 },
  legalBases: [],
}

describe('facts of the head', () => {
  test('are as read while nobody decided', () => {
    expect(documentOf(draftOf({ document: head }), noVerdicts)).toEqual(asRead)
  })

  test('are nothing where nothing was read', () => {
    const nothing = { symbol: null, issuedOn: null, issuer: null, title: null, signatory: null, period: null }
    expect(documentOf(draftOf({}), noVerdicts)).toEqual({ ...nothing, legalBases: [] })
  })

  test.each([
    ['symbol', '291/KH-UBND', { symbol: '291/KH-UBND' }],
    ['issuedOn', '2021-12-17', { issuedOn: '2021-12-17' }],
    ['issuer', 'Hội đồng', { issuer: 'Hội đồng' }],
    ['title', 'Khác', { title: 'Khác' }],
    ['signatory', 'Trần Ký', { signatory: 'Trần Ký' }],
    ['period', '2022 - 2025', { period: { from: 2022, to: 2025 } }],
    ['period', '2022 đến 2025', { period: { from: 2022, to: 2025 } }],
    // Words that name no two years put nothing in the place of what was read.
    ['period', 'năm 2022', {}],
  ])('%s put right as %j', (fact, words, changed) => {
    const verdicts = verdictsOf({ [`head ${fact}`]: { words } })
    expect(documentOf(draftOf({ document: head }), verdicts)).toEqual({ ...asRead, ...changed })
    expect(documentOf(draftOf({}), verdicts)).toMatchObject(changed)
  })
})

type Basis = Draft['legalBases'][number]

function basisOf(more: Partial<Basis> = {}): Basis {
  const place = { line: 1, endLine: 1, text: 'Căn cứ Quyết định số 1373', confidence: 1 }
  const named = {
    type: 'Quyết định',
    number: '1373/QĐ-TTg',
    issuedOn: '2021-07-30',
    issuer: 'Thủ tướng',
    subject: 'phê duyệt đề án.',
  }
  return { ref: 'CC', ...place, ...named, ...more }
}

const draft = draftOf({ legalBases: [basisOf(), basisOf({ number: null }), basisOf({ issuedOn: null })] })
const same = (vi: string) => ({ vi, en: vi })

describe('legal bases', () => {
  test('are those that name a document that can be found', () => {
    expect(documentOf(draft, noVerdicts).legalBases).toEqual([
      {
        number: '1373/QĐ-TTg',
        issuedOn: '2021-07-30',
        type: same('Quyết định'),
        issuer: same('Thủ tướng'),
        title: same('phê duyệt đề án'),
        verified: false,
      },
    ])
  })

  test('that a person completed count too, and those that were rejected do not', () => {
    const verdicts = verdictsOf({ 'basis CC 1': 'rejected', 'basis CC 2': { basis: { number: '49-KL/TW' } } })
    expect(documentOf(draft, verdicts).legalBases).toMatchObject([{ number: '49-KL/TW', issuedOn: '2021-07-30' }])
  })

  test('keep what the plan in force says of the same document, unless it was put right', () => {
    const old = {
      number: '1373/QĐ-TTg',
      issuedOn: '2021-07-30',
      type: { vi: 'Quyết định', en: 'Decision' },
      issuer: { vi: 'Thủ tướng', en: 'Prime Minister' },
      title: { vi: 'Đề án', en: 'The scheme' },
      verified: true,
    }
    expect(documentOf(draft, noVerdicts, [old]).legalBases).toEqual([old])
    const title = { vi: 'Đề án mới', en: 'The new scheme' }
    const verdicts = verdictsOf({ 'basis CC 1': { basis: { title, verified: false } } })
    expect(documentOf(draft, verdicts, [old]).legalBases).toEqual([{ ...old, title, verified: false }])
  })

  test('without a subject are called by their words', () => {
    const [basis] = documentOf(
      draftOf({ legalBases: [basisOf({ subject: null, issuer: null })] }),
      noVerdicts,
    ).legalBases
    expect(basis).toMatchObject({ title: same('Căn cứ Quyết định số 1373'), issuer: same('') })
  })
})
