/** What was done for each task group: measures that somebody gave, and duties told in their first group alone. */
import { expect, test } from 'vitest'
import { data, duty, unit } from '#test/worlds/report.ts'
import { Narrative } from '../reports.model.ts'
import { tasksSection } from './task-results.rules.ts'

const narrative = Narrative.parse({})
const said = (given: Partial<typeof data> = {}) =>
  JSON.stringify(tasksSection({ data: { ...data, ...given }, narrative }))

test('a duty of several groups is told in the first, with the result of who leads', () => {
  expect(said()).toContain('Đã duyệt báo cáo về 1/2 nhiệm vụ thuộc nhóm này: 1 hoàn thành.')
  expect(said()).toContain('Sở Văn hóa và Thể thao: Mở 12 câu lạc bộ.')
  const tasks = [{ ref: 'III.3', title: 'Số' }]
  expect(said({ plan: { ...data.plan, tasks } })).not.toContain('nhiệm vụ thuộc nhóm này')
})

test('a result keeps the sign it ends with, on one line', () => {
  const result = (text: string) =>
    said({ duties: [{ ...duty, report: duty.report && { ...duty.report, result: text } }] })
  expect(result('Xong  việc!\n')).toContain('Thể thao: Xong việc!"')
  expect(result('')).not.toContain('Kết quả chính')
})

test('who does not lead is counted, and not quoted; duties that nobody reported are told as such', () => {
  expect(said({ duties: [{ ...duty, role: 'coordinate' }] })).not.toContain('Mở 12')
  expect(said({ duties: [{ ...duty, report: null }] })).toContain('Chưa có báo cáo được duyệt của 1 nhiệm vụ')
  expect(said({ duties: [] })).not.toContain('nhiệm vụ thuộc nhóm')
})

test('titles tell what is known of them, a share over who gave both', () => {
  expect(said()).toContain('Công dân học tập: công nhận 600 người; đạt 60,00% công dân từ 18 tuổi của các xã, phường.')
  expect(said()).not.toContain('Dòng họ học tập')
})

test('ratings that nobody gave are left out, also of the line', () => {
  const tasks = [{ ref: 'III.4', title: 'Trung tâm' }]
  const of = (values: Record<string, number>) => said({ plan: { ...data.plan, tasks }, units: [unit('1', values)] })
  expect(of({ centres_rated_good: 4, centres_rated_weak: 0, centres_total: 5 })).toContain(
    'Xếp loại trung tâm: Tốt 4, Yếu 0; tỷ lệ xếp loại Tốt 80,00%.',
  )
  expect(of({ centres_total: 5 })).not.toContain('Xếp loại')
})
