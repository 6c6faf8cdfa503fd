/** The letter to late units: to whom it goes, what it says, what it leaves to the registry. */
import { expect, test } from 'vitest'
import { composeLetter, lateUnits } from './late-units-letter.rules.ts'
import type { FormStatus } from './rounds.model.ts'

function status(code: string, given: Partial<FormStatus>): FormStatus {
  const nothing = { touchedAt: null, sentOn: null, returnReason: null, remindedOn: null }
  const counts = { version: 0, asked: 70, filled: 0, dutiesAsked: 0, dutiesFilled: 0 }
  const flags = { isLate: false, isSample: false, state: 'not-started' as const, dueOn: '2026-11-30' }
  return { unitId: code, code, name: `Phường ${code}`, kind: 'commune', ...nothing, ...counts, ...flags, ...given }
}

const plan = {
  symbol: '290/KH-UBND',
  issuedOn: '2021-12-16',
  title: 'Kế hoạch thực hiện Đề án “Xây dựng xã hội học tập”',
}
const round = { year: 2026, dueOn: '2026-11-30', isSample: false }
const today = '2026-12-03'
const letterTo = (late: FormStatus[]) => composeLetter({ city: 'Thành phố Hà Nội', plan, round, late, today })

test('only those whose day has passed are urged: a return with a later day is not, what was sent is not', () => {
  const statuses = [
    status('3', { state: 'returned', dueOn: '2026-12-05' }),
    status('2', { state: 'in-progress' }),
    status('1', {}),
    status('4', { state: 'sent' }),
  ]
  expect(lateUnits(statuses, today).map(({ code }) => code)).toEqual(['1', '2'])
  expect(lateUnits(statuses, '2026-11-30')).toEqual([])
})

test('few are addressed by name, many by the annex, which lists each with its day and how late it is', () => {
  const letter = letterTo([status('1', {}), status('2', { name: 'Sở Nội vụ', state: 'returned', dueOn: '2026-12-01' })])
  expect(letter.addressees).toEqual(['Ủy ban nhân dân phường 1', 'Sở Nội vụ'])
  expect(letter.annexes[0]?.body[0]).toMatchObject({
    rows: [
      { cells: ['1', 'Ủy ban nhân dân phường 1', '30/11/2026', 3, 'chưa bắt đầu'] },
      { cells: ['2', 'Sở Nội vụ', '01/12/2026', 2, 'đã trả lại'] },
    ],
  })
  const many = Array.from({ length: 6 }, (_, index) => status(String(index), {}))
  expect(letterTo(many).addressees).toEqual(['Các đơn vị có tên tại Phụ lục'])
})

test('it is a draft of a letter: no type, no number; samples say so', () => {
  const letter = letterTo([status('1', {})])
  expect([letter.draft, letter.typeName, letter.number, letter.watermarkLabel]).toEqual([
    true,
    undefined,
    undefined,
    undefined,
  ])
  expect(JSON.stringify(letter.body)).toContain('ngày 16/12/2021 thực hiện Đề án')
  const sample = composeLetter({
    city: 'Tỉnh X',
    plan,
    round: { ...round, isSample: true },
    late: [status('1', {})],
    today,
  })
  expect(sample).toMatchObject({ watermarkLabel: 'Số liệu mẫu', place: 'X' })
})
