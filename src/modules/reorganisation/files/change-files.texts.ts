/** What can be wrong with a file of changes as a whole; the words of its headings. */
import { catalogue } from '#kernel/language.ts'
import { problemCatalogue } from '#kernel/problem.ts'
import { tableProblemKinds } from '#kernel/table-problems.ts'

export const texts = catalogue({
  upload: { vi: 'Tải lên một tệp', en: 'Upload a file' },
  uploadLead: {
    vi: 'Tệp theo mẫu (mỗi dòng một thay đổi), hoặc bảng chuyển đổi như các nghị quyết công bố (old_code, new_code, new_name, part, …). CSV hoặc Excel (.xlsx). Tệp được nhận cả, hoặc không nhận dòng nào và mọi chỗ sai được liệt kê một lần.',
    en: 'Our template (one change a row), or a table of what became what as resolutions are published (old_code, new_code, new_name, part, …). CSV or Excel (.xlsx). A file is taken whole; or nothing is, and everything wrong is told at once.',
  },
  file: { vi: 'Tệp CSV hoặc Excel', en: 'CSV or Excel file' },
  template: { vi: 'Tệp mẫu:', en: 'Template:' },
  mode: { vi: 'Các thay đổi đã có', en: 'Changes that are there' },
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
    vi: 'Đã nhận {changes} thay đổi từ tệp.{columns, select, none {} other { Không đọc các cột không biết: {columns}.}}{sheets, select, none {} other { Không đọc bảng ở trang tính đang ẩn: {sheets}.}}',
    en: '{changes, plural, one {# change was} other {# changes were}} taken from the file.{columns, select, none {} other { Columns that are not known were not read: {columns}.}}{sheets, select, none {} other { Tables on hidden sheets were not read: {sheets}.}}',
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
  ...tableProblemKinds,
  headingsUnknown: {
    status: 422,
    vi: 'Không nhận ra các cột của tệp. Cần cột hanh_dong (tệp theo mẫu), hoặc các cột old_code, new_code, new_name, part (bảng chuyển đổi). Tệp có: {found}.',
    en: 'The columns of the file are not known. It needs the column change (our template), or old_code, new_code, new_name and part (a table of what became what). It has: {found}.',
  },
})
