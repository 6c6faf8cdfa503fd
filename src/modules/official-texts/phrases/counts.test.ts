/** Which numbers before a noun set an aim, and which are times, ages, ranks, names or say of whom a share is. */
import { describe, expect, test } from 'vitest'
import { flatten } from '../lines/lines.rules.ts'
import { countsIn } from './counts.rules.ts'
import { figuresIn } from './figures.rules.ts'

const countsOf = (text: string) => {
  const flat = flatten(text)
  return countsIn(flat, figuresIn(flat, 'percent')).map(({ value, valueTo, unitText }) =>
    [valueTo === null ? value : `${value}..${valueTo}`, unitText].join(' '),
  )
}

describe('what is counted', () => {
  test.each([
    ['Mở 12 lớp xóa mù chữ', ['12 lop']],
    ['12 trung tâm học tập cộng đồng', ['12 trung tam hoc tap cong dong']],
    ['Có từ 5 đến 7 câu lạc bộ', ['5..7 cau lac bo']],
    ['Xây dựng 2 mô hình và 3 câu lạc bộ', ['2 mo hinh', '3 cau lac bo']],
    ['Tập huấn cho 1.500 học viên', ['1500 hoc vien']],
    ['Vận động 2,5 triệu lượt người', ['2500000 luot nguoi']],
    ['Có 12 “Thư viện xanh”', ['12 thu vien']],
    ['Duy trì hoạt động của 9 câu lạc bộ', ['9 cau lac bo']],
    ['Đào tạo 2.000 người, trong đó cao đẳng 500 người', ['2000 nguoi', '500 nguoi']],
    ['Tổng số bạn đọc: 2.500 thẻ', ['2500 the']],
    ['Số năm đi học bình quân đạt 9 năm', ['9 nam']],
    ['Tuổi thọ bình quân đạt 75 tuổi', ['75 tuoi']],
    ['từ 50 học viên trở lên', ['50 hoc vien']],
  ])('%s', (text, counts) => {
    expect(countsOf(text)).toEqual(counts)
  })
})

describe('what is no count of an aim', () => {
  test.each([
    'trong 3 năm',
    'trong 6 tháng',
    'học 2 lần',
    'đủ 18 tuổi',
    'lớp 5 trường A',
    'khoản 2 điều này',
    'nhóm 3 hộ',
    'giai đoạn 2 của dự án',
    'Quyết định 12 của tỉnh',
    'tháng 9 có lễ',
    'ngày 15 phải xong',
    'số 12 đường A',
    'đầu tư 5 tỷ',
    'tăng 5 điểm phần trăm',
    'xã 135 và thôn',
  ])('%s', (text) => {
    expect(countsOf(text)).toEqual([])
  })
})

test.each([
  // Of whom the share is: no aim of its own.
  ['40% doanh nghiệp có từ 500 lao động trở lên có tủ sách', []],
  ['90% thôn có ít nhất 01 câu lạc bộ', []],
  ['80% cán bộ, công chức tham gia ít nhất 2 lớp', []],
  // After a comma or "và" it is one.
  ['90% thôn học tập, có ít nhất 12 câu lạc bộ', ['12 cau lac bo']],
  ['90% thôn học tập và có ít nhất 12 câu lạc bộ', ['12 cau lac bo']],
])('%s', (text, counts) => {
  expect(countsOf(text)).toEqual(counts)
})

test.each([
  // A word that sets an aim before the number is surer than any other word.
  ['Mở 12 lớp', 0.8],
  ['Giúp 900 phụ nữ', 0.6],
  ['Mở 1,500 lớp', 0.5],
  ['Tăng thêm 5 lớp', 0.5],
])('how sure: %s', (text, confidence) => {
  expect(countsIn(flatten(text), []).map((own) => own.confidence)).toEqual([confidence])
})
