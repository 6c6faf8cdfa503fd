/** Plans of provinces, communes, departments and societies in their own habits of drafting, against what a person read out of them. */
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readDraft } from '#modules/official-texts'
import { byHand, readingOf } from './plans/by-hand.ts'

const plans = byHand()

const plain = readdirSync(new URL('plans', import.meta.url))
  .filter((name) => name.endsWith('.txt'))
  .map((name) => ({ name, text: readFileSync(new URL(`plans/${name}`, import.meta.url), 'utf8') }))

describe.each(plans)('$name', ({ text, read }) => {
  const draft = readDraft(text)

  test('is a plan with its number, date and signature', () => {
    const { isPlan, symbol, issuedOn, signatory } = draft.document
    expect([isPlan, symbol !== null, issuedOn !== null, signatory !== null]).toEqual([true, true, true, true])
  })

  test('every target, duty, last day and legal basis, and no other', () => {
    expect(readingOf(draft)).toEqual(read)
  })
})

/** Numbers that can be no aim wherever they stand: of years, days, documents, ages, levels. */
const noFigure =
  /[“"][^”"]*[”"]|\d+(?:\/\d{4})?[/-]\p{L}\S*|\d{1,2}\/\d{1,2}(?:\/\d{4})?(?! (?:xã|số|thôn|đơn vị))|(?:năm|giai đoạn|tháng \d+\/|tuổi|mức độ|cấp|lớp|quý|tháng|ngày|điều|khoản|số:?) ?\d+(?: ?[-–] ?\d+)*|\d+ ?[-–] ?\d+ tuổi|từ \d+ đến \d+|\d+ tuổi|20\d\d ?[-–] ?20\d\d|^\S+/giu

describe.each([...plans, ...plain])('no figure is lost: $name', ({ text }) => {
  test('every figure under aims is in a target or in a doubt', () => {
    const draft = readDraft(text)
    const aims = draft.items.filter(({ ref }) => {
      const above = draft.items.filter((item) => ref.startsWith(`${item.ref}.`)).map((item) => item.text)
      return above.some((words) => words.length < 100 && /(?<!chương trình )mục tiêu|chỉ tiêu/iu.test(words))
    })
    const lost = aims.flatMap(({ line, endLine, text: words }) => {
      const isHere = (piece: { readonly line: number }) => piece.line >= line && piece.line <= endLine
      const targets = draft.targets.filter(isHere)
      const isDoubted = draft.doubts.some((doubt) => isHere(doubt) && doubt.kind.startsWith('unsure'))
      if (isDoubted || words.endsWith(':') || words.includes('\t')) return []
      const text = targets.flatMap(({ text: piece, qualifiers }) => [piece, ...qualifiers]).join(' ')
      const figures = words.replace(noFigure, ' ').match(/\d+(?:[.,/]\d+)*/g) ?? []
      const count = targets.reduce((sum, { valueTo }) => sum + (valueTo === null ? 1 : 2), 0)
      return figures
        .filter((figure) => !text.includes(figure) || figures.length > count + 1)
        .map((own) => `${line} ${own}`)
    })
    expect(lost).toEqual([])
  })
})
