/** What can be wrong with a file that somebody uploads. */
import { problemCatalogue } from '#kernel/problem.ts'

export const documentProblem = problemCatalogue('documents', {
  notExcel: {
    status: 415,
    vi: 'Tệp này không phải là tệp Excel (.xlsx). Hãy mở tệp bằng Excel hoặc LibreOffice, chọn "Lưu thành" và chọn loại .xlsx, rồi tải lên lại.',
    en: 'This is not an Excel file (.xlsx). Open it in Excel or LibreOffice, use "Save as" with the type .xlsx, and upload it again.',
  },
  oldOrLocked: {
    status: 415,
    vi: 'Tệp này là Excel kiểu cũ (.xls) hoặc có đặt mật khẩu. Hãy bỏ mật khẩu, lưu thành .xlsx, rồi tải lên lại.',
    en: 'This is an old Excel file (.xls) or has a password. Remove the password, save it as .xlsx, and upload it again.',
  },
  tooLarge: {
    status: 413,
    vi: 'Tệp quá lớn: chỉ nhận tệp đến {megabytes, number} MB, {rows, number} dòng và {columns, number} cột. Hãy chia nhỏ tệp hoặc xóa các trang tính, dòng trống không dùng.',
    en: 'The file is too large: at most {megabytes, number} MB, {rows, number} rows and {columns, number} columns are read. Split it, or delete sheets and empty rows that are not used.',
  },
  broken: {
    status: 422,
    vi: 'Tệp Excel bị hỏng nên không đọc được. Hãy mở tệp bằng Excel, lưu lại, rồi tải lên lại.',
    en: 'The Excel file is damaged and cannot be read. Open it in Excel, save it, and upload it again.',
  },
})
