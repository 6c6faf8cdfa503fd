/** What can be wrong with any table that people send: each module spreads these into its own catalogue, so that their codes are its own. */
import type { Params } from './language.ts'
import type { Path, Problem } from './problem.ts'

/** A catalogue that holds them. */
export type TableProblems = Readonly<Record<keyof typeof tableProblemKinds, (params?: Params, path?: Path) => Problem>>

export const tableProblemKinds = {
  notTable: {
    status: 415,
    vi: 'Tệp này không phải là bảng: hãy tải lên tệp CSV (UTF-8) hoặc Excel (.xlsx).',
    en: 'This file is no table: upload a CSV file (UTF-8) or an Excel file (.xlsx).',
  },
  wrongEncoding: {
    status: 415,
    vi: 'Tệp không được ghi bằng UTF-8 nên không đọc được dấu tiếng Việt. Trong Excel, chọn “Lưu thành” loại “CSV UTF-8”, rồi tải lên lại.',
    en: 'The file is not written in UTF-8, so its Vietnamese letters cannot be read. In Excel use “Save as” with the type “CSV UTF-8”, and upload it again.',
  },
  quotesOpen: {
    status: 422,
    vi: 'Tệp CSV có dấu nháy kép không đóng (gần dòng {line}).',
    en: 'The CSV file has a double quote that is never closed (near line {line}).',
  },
  tooManyRows: {
    status: 413,
    vi: 'Tệp có quá nhiều dòng: chỉ nhận đến {count} dòng.',
    en: 'The file has too many rows: at most {count} are read.',
  },
  tooManyColumns: {
    status: 413,
    vi: 'Dòng {line} của tệp CSV có quá {count, number} ô. Kiểm tra dấu phân cách cột rồi tải lên lại.',
    en: 'Row {line} of the CSV file has more than {count, number} cells. Check the separator of columns and upload it again.',
  },
  tooManyCells: {
    status: 413,
    vi: 'Tệp CSV có quá {count, number} ô (đến dòng {line}). Hãy chia nhỏ tệp.',
    en: 'The CSV file has more than {count, number} cells (at row {line}). Split it.',
  },
  cellTooLong: {
    status: 413,
    vi: 'Tệp CSV có một ô dài quá {count, number} ký tự (gần dòng {line}); có thể một dấu nháy kép không được đóng.',
    en: 'The CSV file has a cell of more than {count, number} characters (near line {line}); a double quote may never be closed.',
  },
  tooManyMerged: {
    status: 413,
    vi: 'Trang tính “{sheet}” gộp ô quá nhiều. Hãy bỏ gộp ô rồi tải lên lại.',
    en: 'The sheet “{sheet}” merges too many cells. Unmerge them and upload it again.',
  },
  severalTables: {
    status: 422,
    vi: 'Tệp có bảng ở nhiều trang tính ({sheets}) nên không biết nhận bảng nào. Chỉ để lại một bảng, hoặc tải lên từng tệp.',
    en: 'The file has tables on several sheets ({sheets}), and nobody can tell which one to take. Keep one, or upload them as files of their own.',
  },
  uncomputed: {
    status: 422,
    vi: 'Công thức {entry} chưa có kết quả trong tệp. Mở tệp bằng Excel, lưu lại rồi tải lên lần nữa.',
    en: 'The formula {entry} has no result in the file. Open the file in Excel, save it and upload it again.',
  },
  error: {
    status: 422,
    vi: 'Công thức báo lỗi {entry}. Sửa công thức hoặc ghi giá trị.',
    en: 'The formula gives the error {entry}. Mend it, or write the value.',
  },
  rowHidden: {
    status: 422,
    vi: 'Dòng này đang bị ẩn hoặc bị lọc trong tệp. Bỏ lọc và cho hiện dòng nếu muốn nhận, hoặc xóa dòng.',
    en: 'This row is hidden or filtered out in the file. Clear the filter and unhide it to have it taken, or delete it.',
  },
  rowLonger: {
    status: 422,
    vi: 'Dòng có {cells} ô mà chỉ có {headings} tiêu đề: có thể trong một ô có dấu phân cách. Đặt ô đó trong dấu nháy kép.',
    en: 'The row has {cells} cells, and there are {headings} headings only: a cell may hold the separator. Put that cell in double quotes.',
  },
  fileMissing: { status: 422, vi: 'Chọn một tệp để tải lên.', en: 'Choose a file to upload.' },
  noRows: { status: 422, vi: 'Tệp không có dòng nào.', en: 'The file has no rows.' },
  columnMissing: {
    status: 422,
    vi: 'Tệp thiếu cột {column}.',
    en: 'The file lacks the column {column}.',
  },
  columnTwice: {
    status: 422,
    vi: 'Cột {column} có hai lần.',
    en: 'The column {column} stands twice.',
  },
} as const
