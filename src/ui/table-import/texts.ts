/** Words of the pages of table imports. */
import { catalogue, type Words } from '#kernel/language.ts'
import type { TableImport, tableImportWorkflow } from '#platform/table-import/index.ts'

export const texts = catalogue({
  upload: { vi: 'Tải tệp lên', en: 'Upload a file' },
  file: { vi: 'Tệp CSV hoặc Excel', en: 'CSV or Excel file' },
  fileHint: {
    vi: 'Excel (.xlsx), hoặc CSV ghi bằng UTF-8, UTF-16 hay Windows-1258; các cột cách nhau bằng dấu chấm phẩy, dấu phẩy hoặc tab. Nhiều nhất {most, number} dòng.',
    en: 'Excel (.xlsx), or CSV in UTF-8, UTF-16 or Windows-1258, its columns separated by semicolons, commas or tabs. At most {most, number} rows.',
  },
  columns: { vi: 'Các cột của tệp', en: 'Columns of the file' },
  neededColumns: { vi: 'Cột bắt buộc', en: 'Columns that are needed' },
  otherColumns: { vi: 'Cột có thể có', en: 'Columns that may be there' },
  template: { vi: 'Tệp mẫu', en: 'Template' },
  send: { vi: 'Tải lên và kiểm tra', en: 'Upload and check' },
  sent: {
    vi: 'Đã nhận tệp. Hệ thống đang đọc và kiểm tra; chưa có gì được ghi.',
    en: 'The file was received. It is being read and checked; nothing has been stored.',
  },
  before: { vi: 'Các lần nhập', en: 'Imports' },
  noneBefore: { vi: 'Chưa có lần nhập nào.', en: 'There are no imports yet.' },
  when: { vi: 'Lúc', en: 'When' },
  who: { vi: 'Người nhập', en: 'By' },
  state: { vi: 'Trạng thái', en: 'State' },
  rows: { vi: 'Số dòng', en: 'Rows' },
  wrongRows: { vi: 'Dòng có lỗi', en: 'Rows with problems' },
  storedRows: { vi: 'Đã ghi', en: 'Stored' },
  undoneRows: { vi: 'Đã hoàn tác', en: 'Undone' },
  progress: { vi: 'Tiến độ', en: 'Progress' },
  mayLeave: {
    vi: 'Có thể rời trang này: việc vẫn được làm tiếp. Trang tự cập nhật vài giây một lần.',
    en: 'You may leave this page: the work goes on. The page looks again every few seconds.',
  },
  preview: { vi: 'Bảng đã đọc', en: 'The table as it was read' },
  previewLead: {
    vi: 'Các dòng đầu của tệp. Kiểm tra xem tiêu đề và dấu tiếng Việt có đúng không.',
    en: 'The first rows of the file. See whether headings and Vietnamese letters are right.',
  },
  line: { vi: 'Dòng', en: 'Row' },
  sheet: { vi: 'Trang tính', en: 'Sheet' },
  encoding: { vi: 'Bảng mã', en: 'Encoding' },
  separator: { vi: 'Dấu phân cách', en: 'Separator' },
  numbersAs: { vi: 'Số được đọc theo kiểu', en: 'Numbers are read as' },
  understood: { vi: 'Cột đã hiểu', en: 'Columns understood' },
  columnAs: { vi: '{letters}: {heading}', en: '{letters}: {heading}' },
  understoodAs: { vi: '{letters}: “{heading}” là {label}', en: '{letters}: “{heading}” as {label}' },
  unknown: { vi: 'Cột không đọc', en: 'Columns not read' },
  hiddenSheets: { vi: 'Trang tính đang ẩn, không đọc', en: 'Hidden sheets, not read' },
  wrong: { vi: 'Chỗ cần sửa', en: 'What to mend' },
  wrongLead: {
    vi: '{rows, number} dòng có lỗi, {count, number} chỗ cần sửa.',
    en: '{rows, plural, one {# row has} other {# rows have}} problems: {count, plural, one {# thing} other {# things}} to mend.',
  },
  nothingWrong: { vi: 'Không có chỗ nào cần sửa.', en: 'There is nothing to mend.' },
  cell: { vi: 'Ô', en: 'Cell' },
  column: { vi: 'Cột', en: 'Column' },
  why: { vi: 'Lý do', en: 'Why' },
  wholeRow: { vi: 'Cả dòng', en: 'The whole row' },
  marked: { vi: 'Tải tệp có đánh dấu', en: 'Download the file with marks' },
  markedHeading: { vi: 'Chỗ cần sửa', en: 'To mend' },
  mendFirst: {
    vi: 'Sửa các chỗ dưới đây trong tệp rồi tải lên lại. Chưa có gì được ghi.',
    en: 'Mend these in the file and upload it again. Nothing has been stored.',
  },
  confirm: { vi: 'Ghi {count, number} dòng', en: 'Store {count, plural, one {# row} other {# rows}}' },
  confirmLeft: {
    vi: 'Ghi {count, number} dòng đúng, bỏ qua {left, number} dòng có lỗi',
    en: 'Store {count, plural, one {the # right row} other {the # right rows}}, leave out {left, number} with problems',
  },
  cancel: { vi: 'Hủy lần nhập này', en: 'Cancel this import' },
  stop: { vi: 'Dừng lại', en: 'Stop' },
  continue: { vi: 'Tiếp tục', en: 'Continue' },
  undo: { vi: 'Hoàn tác cả lần nhập', en: 'Undo the whole import' },
  another: { vi: 'Tải tệp khác', en: 'Upload another file' },
  confirmed: { vi: 'Đang ghi các dòng vào hệ thống.', en: 'The rows are being stored.' },
  cancelled: { vi: 'Đã hủy. Không có gì được ghi.', en: 'Cancelled. Nothing was stored.' },
  stopped: {
    vi: 'Đã dừng. Các dòng đã ghi vẫn còn cho đến khi tiếp tục hoặc hoàn tác.',
    en: 'Stopped. Rows that are stored stay until you continue or undo.',
  },
  undone: {
    vi: 'Đã hoàn tác {count, number} dòng.',
    en: '{count, plural, one {# row was} other {# rows were}} undone.',
  },
})

export type ImportStep = keyof typeof tableImportWorkflow.steps

/** What was done, as the history says it. */
export const stepTexts: Readonly<Record<ImportStep, Words>> = catalogue({
  take: { vi: 'Nhận tệp', en: 'Took the file' },
  read: { vi: 'Đọc và kiểm tra xong', en: 'Read and checked it' },
  refuse: { vi: 'Không đọc được tệp', en: 'Could not read the file' },
  confirm: { vi: 'Xác nhận ghi', en: 'Confirmed that it be stored' },
  cancel: { vi: 'Hủy', en: 'Cancelled it' },
  stop: { vi: 'Dừng ghi', en: 'Stopped storing' },
  interrupt: { vi: 'Việc ghi bị gián đoạn', en: 'Storing was interrupted' },
  continue: { vi: 'Ghi tiếp', en: 'Went on storing' },
  finish: { vi: 'Ghi xong', en: 'Stored all of it' },
  undo: { vi: 'Hoàn tác cả lần nhập', en: 'Undid all of it' },
})

export const stateWords: Readonly<Record<TableImport['state'], Words>> = catalogue({
  reading: { vi: 'Đang đọc', en: 'Being read' },
  checked: { vi: 'Chờ xác nhận', en: 'To be confirmed' },
  storing: { vi: 'Đang ghi', en: 'Being stored' },
  stopped: { vi: 'Đã dừng', en: 'Stopped' },
  done: { vi: 'Đã ghi xong', en: 'Stored' },
  failed: { vi: 'Không đọc được', en: 'Could not be read' },
  cancelled: { vi: 'Đã hủy', en: 'Cancelled' },
  undone: { vi: 'Đã hoàn tác', en: 'Undone' },
})
