/** Names of agencies in running text: where one begins and ends. */
import { expect, test } from 'vitest'
import { flatten } from '../lines/lines.rules.ts'
import { agencyAt, endOfName, endsBefore, startsAgency } from './agency-names.rules.ts'

test.each([
  ['Sở Nông nghiệp và môi trường hướng dẫn', 'Sở Nông nghiệp và môi trường', false],
  ['Ban Thi đua - Khen thưởng (Sở Nội vụ) tham mưu', 'Ban Thi đua - Khen thưởng (Sở Nội vụ)', false],
  ['Trung tâm Dịch vụ việc làm tỉnh mở lớp', 'Trung tâm Dịch vụ việc làm tỉnh', false],
  ['UBND các xã trên địa bàn tỉnh phối hợp', 'UBND các xã trên địa bàn tỉnh', true],
  ['Ngân hàng Chính sách - Chi nhánh tỉnh An cho vay', 'Ngân hàng Chính sách - Chi nhánh tỉnh An', false],
  ['các doanh nghiệp trong Khu công nghiệp A mở lớp', 'các doanh nghiệp trong Khu công nghiệp A', true],
  ['Thống kê tỉnh cung cấp số liệu', 'Thống kê tỉnh', false],
  ['UBND các xã trong khu vực thông báo', 'UBND các xã trong khu vực', true],
  ['UBND các xã trong quá trình mở lớp', 'UBND các xã', true],
  ['Tổ Giáo dục và trung tâm học tập cộng đồng các xã', 'Tổ Giáo dục', false],
  ['Phòng Văn hóa, trung tâm học tập cộng đồng', 'Phòng Văn hóa', false],
  ['Ban Chỉ đạo xây dựng xã hội học tập tỉnh họp', 'Ban Chỉ đạo xây dựng xã hội học tập tỉnh', false],
  ['Tổ Dạy nghề xếp thời khóa biểu', 'Tổ Dạy nghề', false],
  ['các trường sau sắp xếp mở lớp', 'các trường sau sắp xếp', true],
  // A department whose name is known ends with it.
  ['Sở Y tế và Nhóm Ba', 'Sở Y tế', false],
  ['Sở Dân tộc và Tôn giáo mở lớp', 'Sở Dân tộc và Tôn giáo', false],
])('%s', (text, name, isGroup) => {
  expect(agencyAt({ text, flat: flatten(text) }, 0)).toMatchObject({ name, isGroup, from: 0, to: name.length })
})

test.each(['Báo cáo kết quả', 'thống kê tỉnh', 'Cơ quan chủ trì: Sở Y tế'])('no name: %s', (text) => {
  expect(agencyAt({ text, flat: flatten(text) }, 0)).toBeNull()
})

test('where a name begins, and what it ends before', () => {
  const text = 'Sở Y tế chủ trì'
  expect([startsAgency('mời Sở Y tế', 4), startsAgency('mời Sở Y tế', 0)]).toEqual([true, false])
  expect([endsBefore(text, flatten(text), 8), endsBefore(text, flatten(text), 3)]).toEqual([true, false])
  expect(endOfName('Giáo viên bộ môn hướng dẫn', flatten('Giáo viên bộ môn hướng dẫn'), 0, 0)).toBe(
    'Giáo viên bộ môn'.length,
  )
})
