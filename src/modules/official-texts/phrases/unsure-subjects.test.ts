/** Subjects that stand for another or are cut out of their sentence. */
import { expect, test } from 'vitest'
import { isUnsureSubject, standsForAnother } from './unsure-subjects.rules.ts'

test.each(['tỷ lệ này', 'Con số trên', 'được công nhận', 'người dân và', 'hộ', '12% dân số', 'người dân (nữ'])(
  'unsure: %s',
  (subject) => {
    expect(isUnsureSubject(subject)).toBe(true)
  },
)

test.each(['người dân có kỹ năng số', 'Giảm tỷ lệ bỏ học', 'xã', '“đại sứ số”', 'Trên địa bàn xã vận động được'])(
  'sure, or torn at its start alone: %s',
  (subject) => {
    expect(isUnsureSubject(subject)).toBe(subject.startsWith('Trên'))
  },
)

test('only what points back stands for another', () => {
  expect(['tỷ lệ này', 'chỉ tiêu nói trên', 'tỷ lệ người biết chữ'].map(standsForAnother)).toEqual([true, true, false])
})
