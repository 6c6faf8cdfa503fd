/** What can be wrong with an Excel file that somebody uploads: what it is instead, or which limit it goes past, each in its own words. */
import { problemCatalogue } from '#kernel/problem.ts'
import type { FileKind } from './file-kinds.ts'

export const documentProblem = problemCatalogue('documents', {
  notExcel: {
    status: 415,
    vi: 'Tệp này không phải là tệp Excel (.xlsx). Hãy mở tệp bằng Excel hoặc LibreOffice, chọn “Lưu thành” và chọn loại .xlsx, rồi tải lên lại.',
    en: 'This is not an Excel file (.xlsx). Open it in Excel or LibreOffice, use “Save as” with the type .xlsx, and upload it again.',
  },
  emptyFile: {
    status: 415,
    vi: 'Tệp này rỗng: không có một byte nào. Hãy lưu lại tệp trong Excel rồi tải lên lại.',
    en: 'This file is empty: it has no bytes at all. Save it again in Excel and upload it again.',
  },
  oldExcel: {
    status: 415,
    vi: 'Tệp này là Excel kiểu cũ (.xls). Hãy mở bằng Excel, chọn “Lưu thành” loại .xlsx, rồi tải lên lại.',
    en: 'This is an old Excel file (.xls). Open it in Excel, use “Save as” with the type .xlsx, and upload it again.',
  },
  binaryExcel: {
    status: 415,
    vi: 'Tệp này là Excel nhị phân (.xlsb). Hãy mở bằng Excel, chọn “Lưu thành” loại .xlsx, rồi tải lên lại.',
    en: 'This is a binary Excel file (.xlsb). Open it in Excel, use “Save as” with the type .xlsx, and upload it again.',
  },
  excelXml: {
    status: 415,
    vi: 'Tệp này là “XML Spreadsheet 2003”, dù có thể mang đuôi .xls. Hãy mở bằng Excel, chọn “Lưu thành” loại .xlsx, rồi tải lên lại.',
    en: 'This is an “XML Spreadsheet 2003”, whatever its name ends in. Open it in Excel, use “Save as” with the type .xlsx, and upload it again.',
  },
  lockedExcel: {
    status: 415,
    vi: 'Tệp này có đặt mật khẩu nên không đọc được. Hãy mở bằng Excel, bỏ mật khẩu (Tệp → Thông tin → Bảo vệ), lưu lại, rồi tải lên lại.',
    en: 'This file has a password and cannot be read. Open it in Excel, remove the password (File → Info → Protect), save it, and upload it again.',
  },
  oldOrLocked: {
    status: 415,
    vi: 'Tệp này là Excel kiểu cũ (.xls) hoặc có đặt mật khẩu. Hãy bỏ mật khẩu, lưu thành .xlsx, rồi tải lên lại.',
    en: 'This is an old Excel file (.xls) or has a password. Remove the password, save it as .xlsx, and upload it again.',
  },
  openDocument: {
    status: 415,
    vi: 'Tệp này là bảng tính OpenDocument (.ods) của LibreOffice. Hãy mở bằng LibreOffice, chọn “Lưu thành” loại Excel (.xlsx), rồi tải lên lại.',
    en: 'This is an OpenDocument spreadsheet (.ods) of LibreOffice. Open it there, use “Save as” with the type Excel (.xlsx), and upload it again.',
  },
  numbersFile: {
    status: 415,
    vi: 'Tệp này do chương trình của Apple lưu (Numbers, Pages hoặc Keynote), không phải Excel. Nếu là bảng tính, hãy mở bằng Numbers, chọn “Xuất ra” Excel (.xlsx), rồi tải lên lại.',
    en: 'This was saved by a program of Apple (Numbers, Pages or Keynote), not Excel. If it is a spreadsheet, open it in Numbers, export it to Excel (.xlsx), and upload it again.',
  },
  wordFile: {
    status: 415,
    vi: 'Tệp này là văn bản Word, không phải Excel. Hãy chọn tệp Excel (.xlsx); bảng trong Word thì chép sang Excel rồi lưu.',
    en: 'This is a Word document, not Excel. Choose the Excel file (.xlsx); copy a table of Word into Excel and save it.',
  },
  slidesFile: {
    status: 415,
    vi: 'Tệp này là bài trình chiếu PowerPoint, không phải Excel. Hãy chọn tệp Excel (.xlsx).',
    en: 'This is a PowerPoint presentation, not Excel. Choose the Excel file (.xlsx).',
  },
  pdfFile: {
    status: 415,
    vi: 'Tệp này là PDF, không phải Excel. Hãy chọn tệp Excel (.xlsx) mà từ đó đã in ra PDF.',
    en: 'This is a PDF, not Excel. Choose the Excel file (.xlsx) that it was printed from.',
  },
  pictureFile: {
    status: 415,
    vi: 'Tệp này là ảnh, không phải Excel. Hãy chọn tệp Excel (.xlsx).',
    en: 'This is a picture, not Excel. Choose the Excel file (.xlsx).',
  },
  htmlFile: {
    status: 415,
    vi: 'Tệp này là trang web (HTML), dù có thể mang đuôi .xls hoặc .xlsx. Hãy mở bằng Excel, chọn “Lưu thành” loại .xlsx, rồi tải lên lại.',
    en: 'This is a web page (HTML), whatever its name ends in. Open it in Excel, use “Save as” with the type .xlsx, and upload it again.',
  },
  mhtFile: {
    status: 415,
    vi: 'Tệp này là trang web lưu một tệp (MHT), dù có thể mang đuôi .xls. Hãy mở bằng Excel, chọn “Lưu thành” loại .xlsx, rồi tải lên lại.',
    en: 'This is a web page in one file (MHT), whatever its name ends in. Open it in Excel, use “Save as” with the type .xlsx, and upload it again.',
  },
  mailFile: {
    status: 415,
    vi: 'Tệp này là thư điện tử (.msg), không phải Excel. Hãy mở thư, lưu tệp Excel (.xlsx) đính kèm, rồi tải tệp đó lên.',
    en: 'This is an e-mail (.msg), not Excel. Open it, save the Excel file (.xlsx) attached to it, and upload that.',
  },
  rtfFile: {
    status: 415,
    vi: 'Tệp này là văn bản RTF, không phải Excel. Hãy chọn tệp Excel (.xlsx).',
    en: 'This is an RTF document, not Excel. Choose the Excel file (.xlsx).',
  },
  textFile: {
    status: 415,
    vi: 'Tệp này là văn bản thường hoặc CSV, không phải là tệp Excel (.xlsx). Hãy mở bằng Excel, chọn “Lưu thành” loại .xlsx, rồi tải lên lại.',
    en: 'This is plain text or CSV, not an Excel file (.xlsx). Open it in Excel, use “Save as” with the type .xlsx, and upload it again.',
  },
  archiveFile: {
    status: 415,
    vi: 'Tệp này là tệp nén (zip, rar, 7z), không phải Excel. Hãy giải nén rồi tải lên tệp .xlsx ở trong.',
    en: 'This is an archive (zip, rar, 7z), not Excel. Unpack it and upload the .xlsx inside.',
  },
  tooLarge: {
    status: 413,
    vi: 'Tệp quá lớn: chỉ nhận tệp đến {megabytes, number} MB. Hãy chia nhỏ tệp, hoặc xóa hình ảnh và các trang tính không dùng.',
    en: 'The file is too large: at most {megabytes, number} MB are read. Split it, or delete pictures and sheets that are not used.',
  },
  tooManySheets: {
    status: 413,
    vi: 'Tệp có {count, number} trang tính; chỉ nhận đến {most, number} trang tính. Hãy chép trang tính cần gửi sang một tệp riêng.',
    en: 'The file has {count, number} sheets; at most {most, number} sheets are read. Copy the sheet to send into a file of its own.',
  },
  tooManyRows: {
    status: 413,
    vi: 'Trang tính “{sheet}” có quá nhiều dòng: đến ô {address} đã quá {most, number} dòng có nội dung mà cả tệp được có. Hãy chia nhỏ tệp hoặc xóa các dòng không dùng.',
    en: 'The sheet “{sheet}” has too many rows: at {address} the file goes past the {most, number} filled rows that are read. Split it, or delete rows that are not used.',
  },
  tooManyColumns: {
    status: 413,
    vi: 'Trang tính “{sheet}” có nội dung ở ô {address}; chỉ nhận đến {most, number} cột. Hãy xóa các ô ngoài bảng rồi tải lên lại.',
    en: 'The sheet “{sheet}” has something in {address}; at most {most, number} columns are read. Delete the cells outside the table and upload it again.',
  },
  tooManyCells: {
    status: 413,
    vi: 'Trang tính “{sheet}” có quá nhiều ô: đến ô {address} đã quá {most, number} ô có nội dung mà cả tệp được có. Hãy chia nhỏ tệp.',
    en: 'The sheet “{sheet}” has too many cells: at {address} the file goes past the {most, number} filled cells that are read. Split it.',
  },
  tooManyTexts: {
    status: 413,
    vi: 'Tệp có quá {most, number} đoạn chữ trong các ô. Hãy chia nhỏ tệp.',
    en: 'The file has more than {most, number} texts in its cells. Split it.',
  },
  tooManyMerges: {
    status: 413,
    vi: 'Trang tính “{sheet}” có quá {most, number} chỗ gộp ô. Hãy bỏ gộp ô rồi tải lên lại.',
    en: 'The sheet “{sheet}” has more than {most, number} merged ranges. Unmerge its cells and upload it again.',
  },
  cellTooLong: {
    status: 413,
    vi: 'Ô {address} của trang tính “{sheet}” dài quá {most, number} ký tự. Hãy rút ngắn rồi tải lên lại.',
    en: 'The cell {address} of the sheet “{sheet}” is longer than {most, number} characters. Shorten it and upload it again.',
  },
  broken: {
    status: 422,
    vi: 'Tệp Excel bị hỏng nên không đọc được. Hãy mở tệp bằng Excel, lưu lại, rồi tải lên lại.',
    en: 'The Excel file is damaged and cannot be read. Open it in Excel, save it, and upload it again.',
  },
})

/** What is said of a file that is given where an Excel file is due. */
export const notExcelProblem: Readonly<Record<FileKind, keyof typeof documentProblem>> = {
  // A package that only has the names of one.
  excel: 'notExcel',
  empty: 'emptyFile',
  oldExcel: 'oldExcel',
  excelBinary: 'binaryExcel',
  excelXml: 'excelXml',
  word: 'wordFile',
  oldWord: 'wordFile',
  wordXml: 'wordFile',
  openText: 'wordFile',
  powerPoint: 'slidesFile',
  oldPowerPoint: 'slidesFile',
  openSheet: 'openDocument',
  openDocument: 'notExcel',
  iWork: 'numbersFile',
  locked: 'lockedExcel',
  oldOffice: 'oldOrLocked',
  mail: 'mailFile',
  pdf: 'pdfFile',
  html: 'htmlFile',
  mht: 'mhtFile',
  rtf: 'rtfFile',
  xml: 'notExcel',
  picture: 'pictureFile',
  archive: 'archiveFile',
  zip: 'archiveFile',
  text: 'textFile',
  unknown: 'notExcel',
}
