/** What can be wrong with a file of acts as a whole; the words of its headings. */
import { problemCatalogue } from '#kernel/problem.ts'

export const problems = problemCatalogue('reorganisation', {
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
  noRows: { status: 422, vi: 'Tệp không có dòng nào.', en: 'The file has no rows.' },
  headingsUnknown: {
    status: 422,
    vi: 'Không nhận ra các cột của tệp. Cần cột hanh_dong (tệp theo mẫu), hoặc các cột old_code, new_code, new_name, part (bảng chuyển đổi). Tệp có: {found}.',
    en: 'The columns of the file are not known. It needs the column act (our template), or old_code, new_code, new_name and part (a table of what became what). It has: {found}.',
  },
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
})
