/** References as they are read: what a document has no number for is said in words. */
import { describe, expect, test } from 'vitest'
import { sayIn } from '#kernel/language.ts'
import { clauseName, refName } from './clause-names.rules.ts'

describe('a reference', () => {
  test.each([
    ['II.1.a.2', 'II.1.a.2', 'II.1.a.2', 'Mục II.1.a.2', 'Clause II.1.a.2'],
    ['V.KL', 'V, lời kết', 'V, closing words', 'Mục V, lời kết', 'Clause V, closing words'],
    ['V.KL2', 'V, lời kết 2', 'V, closing words 2', 'Mục V, lời kết 2', 'Clause V, closing words 2'],
    ['KL', 'Lời kết', 'Closing words', 'Lời kết', 'Closing words'],
    ['CC', 'Phần mở đầu', 'Preamble', 'Phần mở đầu', 'Preamble'],
    ['PL', 'Phụ lục', 'Appendix', 'Phụ lục', 'Appendix'],
    ['PL2.1.a', 'Phụ lục 2, mục 1.a', 'Appendix 2, item 1.a', 'Phụ lục 2, mục 1.a', 'Appendix 2, item 1.a'],
    // Numbers and letters of the document itself stay as they are.
    ['C.KLM', 'C.KLM', 'C.KLM', 'Mục C.KLM', 'Clause C.KLM'],
    ['constructor', 'constructor', 'constructor', 'Mục constructor', 'Clause constructor'],
  ])('%s', (ref, vi, en, clauseVi, clauseEn) => {
    expect([refName(sayIn('vi'), ref), refName(sayIn('en'), ref)]).toEqual([vi, en])
    expect([clauseName(sayIn('vi'), ref), clauseName(sayIn('en'), ref)]).toEqual([clauseVi, clauseEn])
  })
})
