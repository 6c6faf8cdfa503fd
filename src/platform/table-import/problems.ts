/** What can be wrong with a table that comes in, as a whole, in a row or in a cell, and with a step of its import. */
import { problemCatalogue } from '#kernel/problem.ts'
import { tableProblemKinds } from '#kernel/table-problems.ts'

export const problems = problemCatalogue('table-import', {
  ...tableProblemKinds,
  headingsUnknown: {
    status: 422,
    vi: 'Không nhận ra các cột của tệp. Cần các cột: {needed}. Tệp có: {headings}.',
    en: 'The columns of the file are not known. It needs: {needed}. It has: {headings}.',
  },
  empty: { status: 422, vi: 'Ô này cần được điền.', en: 'This cell must be filled in.' },
  textTooLong: {
    status: 422,
    vi: 'Không được quá {most, number} ký tự.',
    en: 'At most {most, number} characters are allowed.',
  },
  notNumber: {
    status: 422,
    vi: '“{entry}” không phải là số. Viết số theo kiểu {sample}.',
    en: '“{entry}” is no number. Write numbers as {sample}.',
  },
  notWhole: { status: 422, vi: '“{entry}” không phải là số nguyên.', en: '“{entry}” is no whole number.' },
  notDate: {
    status: 422,
    vi: '“{entry}” không phải là ngày. Viết ngày/tháng/năm, ví dụ 15/06/2026.',
    en: '“{entry}” is no date. Write day/month/year, as 15/06/2026.',
  },
  notChoice: {
    status: 422,
    vi: '“{entry}” không có trong danh sách: {choices}.',
    en: '“{entry}” is not in the list: {choices}.',
  },
  keyTwice: {
    status: 422,
    vi: 'Trùng với dòng {line}: mỗi dòng phải khác nhau ở {columns}.',
    en: 'The same as row {line}: rows must differ in {columns}.',
  },
  wrongRows: {
    status: 409,
    vi: 'Tệp còn {count, number} dòng có lỗi nên chưa ghi được. Sửa tệp rồi tải lên lại.',
    en: '{count, plural, one {# row has} other {# rows have}} problems, so nothing can be stored. Mend the file and upload it again.',
  },
  notNow: {
    status: 409,
    vi: 'Lần nhập này không còn ở bước đó nữa. Xem lại trạng thái hiện tại rồi làm tiếp.',
    en: 'This import is no longer at that step. Look at where it stands now, then go on.',
  },
  noUndo: {
    status: 409,
    vi: 'Dữ liệu của loại tệp này không hoàn tác được cả lần.',
    en: 'What comes in by this kind of file cannot be undone as one.',
  },
  givenUp: {
    status: 500,
    vi: 'Đã dừng vì nhiều lần liên tiếp không làm tiếp được. Báo người vận hành hệ thống, rồi bấm “Tiếp tục”.',
    en: 'Stopped, because several attempts in a row could not go on. Tell the operator, then use “Continue”.',
  },
})
