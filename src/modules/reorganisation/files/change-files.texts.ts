/** What can be wrong with a file of acts as a whole; the words of its headings. */
import { catalogue } from '#kernel/language.ts'
import { problemCatalogue } from '#kernel/problem.ts'

export const texts = catalogue({
  upload: { vi: 'Tải lên một tệp', en: 'Upload a file' },
  uploadLead: {
    vi: 'Tệp theo mẫu (mỗi dòng một thay đổi), hoặc bảng chuyển đổi như các nghị quyết công bố (old_code, new_code, new_name, part, …). CSV hoặc Excel (.xlsx). Tệp được nhận cả, hoặc không nhận dòng nào và mọi chỗ sai được liệt kê một lần.',
    en: 'Our template (one act a row), or a table of what became what as resolutions are published (old_code, new_code, new_name, part, …). CSV or Excel (.xlsx). A file is taken whole; or nothing is, and everything wrong is told at once.',
  },
  file: { vi: 'Tệp CSV hoặc Excel', en: 'CSV or Excel file' },
  template: { vi: 'Tệp mẫu:', en: 'Template:' },
  mode: { vi: 'Các thay đổi đã có', en: 'Acts that are there' },
  modeAdd: { vi: 'Giữ lại và thêm', en: 'Keep and add' },
  modeReplace: { vi: 'Thay bằng tệp này', en: 'Replace by this file' },
  levelAbove: {
    vi: 'Cấp trên của các đơn vị trong bảng chuyển đổi',
    en: 'The level above, in a table of what became what',
  },
  levelStays: { vi: 'Giữ nguyên', en: 'Stays' },
  levelEnds: {
    vi: 'Kết thúc (như cấp huyện năm 2025): các đơn vị mới trực thuộc thành phố',
    en: 'Ends (as districts did in 2025): the new units come under the city',
  },
  levelEndsHint: {
    vi: 'Đơn vị giữ mã và tên nhưng nhận thêm hay bớt địa bàn cũng là đơn vị mới.',
    en: 'A unit that keeps code and name but gains or loses land is a new unit too.',
  },
  send: { vi: 'Đọc và thêm vào phương án', en: 'Read and add to the draft' },
  taken: {
    vi: 'Đã nhận {acts} thay đổi từ tệp.{columns, select, none {} other { Không đọc các cột không biết: {columns}.}}{sheets, select, none {} other { Không đọc bảng ở trang tính đang ẩn: {sheets}.}}',
    en: '{acts, plural, one {# act was} other {# acts were}} taken from the file.{columns, select, none {} other { Columns that are not known were not read: {columns}.}}{sheets, select, none {} other { Tables on hidden sheets were not read: {sheets}.}}',
  },
  hidden: {
    vi: 'Không đọc bảng ở trang tính đang ẩn trong tệp: {sheets}. Cho hiện trang tính nếu muốn nhận bảng đó.',
    en: 'Tables on sheets that are hidden in the file were not read: {sheets}. Show the sheet to have its table taken.',
  },
  unread: {
    vi: 'Không đọc các cột không biết: {columns}.',
    en: 'Columns that are not known were not read: {columns}.',
  },
  notTaken: {
    vi: 'Tệp chưa được nhận: {count, plural, other {# chỗ cần sửa}}. Chưa có gì được ghi.',
    en: 'The file was not taken: {count, plural, one {# thing} other {# things}} to mend. Nothing was written.',
  },
  line: { vi: 'Dòng', en: 'Row' },
  column: { vi: 'Cột', en: 'Column' },
  wrong: { vi: 'Chỗ sai', en: 'What is wrong' },
  theRow: { vi: 'Nội dung dòng', en: 'The row' },
  moreWrong: { vi: 'Chỉ hiện {shown} chỗ đầu tiên.', en: 'Only the first {shown} are shown.' },
  mend: { vi: 'Sửa ngay tại đây', en: 'Mend it here' },
  mendHint: {
    vi: 'Nội dung tệp, các cột cách nhau bằng dấu phẩy. Sửa các dòng trên rồi gửi lại; hoặc sửa tệp và tải lên lại.',
    en: 'The file, its columns separated by commas. Mend the rows above and send it again; or mend the file and upload it again.',
  },
  sendMended: { vi: 'Gửi lại', en: 'Send again' },
})

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
    vi: 'Công thức {typed} chưa có kết quả trong tệp. Mở tệp bằng Excel, lưu lại rồi tải lên lần nữa.',
    en: 'The formula {typed} has no result in the file. Open the file in Excel, save it and upload it again.',
  },
  error: {
    status: 422,
    vi: 'Công thức báo lỗi {typed}. Sửa công thức hoặc ghi giá trị.',
    en: 'The formula gives the error {typed}. Mend it, or write the value.',
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
