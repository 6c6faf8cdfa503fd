/** The words of an uploaded Excel form: what came of it, and what is wrong with it or with a cell. */
import { catalogue } from '#kernel/language.ts'
import { problemCatalogue } from '#kernel/problem.ts'

export const texts = catalogue({
  upload: { vi: 'Tải biểu Excel đã điền lên', en: 'Upload a filled Excel form' },
  uploadHint: {
    vi: 'Tệp .xlsx tải về từ trang này; cột tìm theo tiêu đề, dòng theo mã. Ô đúng được lưu, ô sai được chỉ ra theo địa chỉ; ô để trống không xóa số đã có.',
    en: 'The .xlsx downloaded from this page; columns are found by heading, rows by code. Right cells are saved, wrong ones named by address; an empty cell takes no figure away.',
  },
  uploadFile: { vi: 'Tệp Excel', en: 'Excel file' },
  uploadDo: { vi: 'Tải lên', en: 'Upload' },
  done: {
    vi: 'Đã lưu {count, number} ô từ tệp Excel{at, select, none {} other {: {at}}}.{left, plural, =0 {} other { Giữ nguyên # ô để trống trong tệp: {leftAt}.}}',
    en: '{count, plural, one {# cell was} other {# cells were}} saved from the Excel file{at, select, none {} other {: {at}}}.{left, plural, =0 {} one { # cell is left as stored, being empty in the file: {leftAt}.} other { # cells are left as stored, being empty in the file: {leftAt}.}}',
  },
  outcome: {
    vi: 'Kết quả tải lên: lưu {saved, number} ô{refused, plural, =0 {} other {, # chỗ phải xem lại}}',
    en: 'The upload: {saved, plural, one {# cell} other {# cells}} saved{refused, plural, =0 {} other {, # to look at again}}',
  },
  savedAt: { vi: 'Đã lưu: {at}.', en: 'Saved: {at}.' },
  nothingSaved: { vi: 'Không ô nào thay đổi.', en: 'No cell was changed.' },
  leftAt: {
    vi: 'Giữ nguyên {count, number} ô trên hệ thống vì trong tệp để trống: {at}. Muốn xóa số đã nhập thì xóa trên trang này.',
    en: '{count, plural, one {# cell is} other {# cells are}} left as stored, being empty in the file: {at}. To take a figure away, empty it on this page.',
  },
  barRefused: {
    vi: '{count, number} chỗ trong tệp Excel chưa được lưu.',
    en: '{count, plural, one {# place in the Excel file was} other {# places in the Excel file were}} not saved.',
  },
  barNothing: { vi: 'Không số nào trong tệp Excel được lưu.', en: 'Nothing in the Excel file was saved.' },
  cell: { vi: 'Ô', en: 'Cell' },
  whatIsWrong: { vi: 'Điều cần sửa', en: 'What to correct' },
  unread: { vi: 'Không đọc từ tệp', en: 'Not read from the file' },
  why: { vi: 'Vì sao', en: 'Why' },
  wholeFile: { vi: 'cả tệp', en: 'the file' },
})

/** Of one cell or row. Only `{name}` is filled in. */
export const cellWords = catalogue({
  uncomputed: {
    vi: 'Công thức {entry} chưa có kết quả trong tệp. Mở tệp bằng Excel, lưu lại rồi tải lên lần nữa.',
    en: 'The formula {entry} has no result in the file. Open the file in Excel, save it and upload it again.',
  },
  error: {
    vi: 'Công thức báo lỗi {entry}. Sửa công thức hoặc nhập số.',
    en: 'The formula gives the error {entry}. Mend it, or enter the figure.',
  },
  date: {
    vi: 'Excel đang ghi ô này là ngày {entry}, không phải số. Đổi kiểu ô sang Số rồi nhập lại.',
    en: 'Excel holds this cell as the date {entry}, not as a number. Make the cell a number and enter it again.',
  },
  percent: {
    vi: 'Excel đang ghi ô này là {entry}, mà ở đây không hỏi tỷ lệ phần trăm. Đổi kiểu ô sang Số rồi nhập lại.',
    en: 'Excel holds this cell as {entry}, and no percentage is asked for here. Make the cell a number and enter it again.',
  },
  tooLong: { vi: 'Nội dung dài quá {most} ký tự.', en: 'The text is longer than {most} characters.' },
  noteTooLong: {
    vi: 'Ghi chú dài quá {most} ký tự nên không lưu.',
    en: 'The note is longer than {most} characters and was not saved.',
  },
  noteUncomputed: {
    vi: 'Ghi chú là công thức không có kết quả ({entry}) nên không lưu.',
    en: 'The note is a formula without a result ({entry}) and was not saved.',
  },
  twice: {
    vi: 'Dòng này có {count} lần trong tệp với nội dung khác nhau: {cells}. Không số nào được lưu; giữ lại một dòng rồi tải lên lần nữa.',
    en: 'This row stands {count} times in the file and says different things: {cells}. None is saved; keep one of them and upload again.',
  },
  otherName: {
    vi: 'Cột “{code}” của dòng này là mã của “{name}”, nhưng tên ghi là “{entry}”. Có thể các ô đã bị xê dịch; tải lại biểu rồi nhập.',
    en: 'The column “{code}” of this row is of “{name}”, but the name says “{entry}”. Cells may have been moved; download the form again.',
  },
  noVersion: {
    vi: 'Cột “{version}” của dòng này không còn là số như khi tải về. Có thể các ô đã bị xê dịch; tải lại biểu rồi nhập.',
    en: 'The column “{version}” of this row is no longer the number it was downloaded with. Cells may have been moved; download the form again.',
  },
  merged: {
    vi: 'Các ô {range} bị gộp nên không biết số thuộc dòng nào. Bỏ gộp ô rồi tải lên lần nữa.',
    en: 'The cells {range} are merged, so it is not known which row the figure is of. Unmerge them and upload again.',
  },
  lastYearHere: {
    vi: 'Ô này ghi {entry}, đúng bằng số năm {last}, còn cột “{last}” lại ghi khác hoặc trống. Có thể các ô đã bị xê dịch; tải lại biểu rồi nhập.',
    en: 'This cell says {entry}, the figure of {last}, while the column “{last}” says another or none. Cells may have been moved; download the form again.',
  },
  storedStays: { vi: 'Số trên hệ thống ({entry}) được giữ.', en: 'The stored figure ({entry}) stays.' },
  keptToMend: { vi: 'Đã ghi lại nguyên văn để sửa trên trang.', en: 'It is kept as typed, to be mended on the page.' },
  notSaved: { vi: 'Ô này chưa lưu gì.', en: 'Nothing is saved for this cell.' },
})

/** Of what is not read. Only `{name}` is filled in. */
export const unreadWords = catalogue({
  column: {
    vi: 'Cột “{heading}” không phải cột của biểu.',
    en: 'The column “{heading}” is none of the form’s.',
  },
  noHeading: { vi: 'Cột không có tiêu đề.', en: 'A column without a heading.' },
  row: {
    vi: 'Dòng {row} không có mã của biểu, nên “{entry}” không được lưu.',
    en: 'Row {row} has no code of the form, so “{entry}” is not saved.',
  },
  outside: { vi: 'Nằm ngoài các dòng của biểu.', en: 'Outside the rows of the form.' },
  last: {
    vi: 'Số năm {last} trong tệp khác số trên hệ thống; cột này chỉ để xem, không nhập qua đây.',
    en: 'The figures of {last} in the file are not the stored ones; that column is for looking only.',
  },
  missing: {
    vi: 'Tệp thiếu {count} dòng của biểu ({names}); các ô đó giữ nguyên.',
    en: 'The file lacks {count} rows of the form ({names}); those cells stay as they are.',
  },
  more: { vi: 'Và {count} chỗ khác.', en: 'And {count} more.' },
  otherForm: {
    vi: 'Trang tính “{sheet}” là biểu khác ({code}).',
    en: 'The sheet “{sheet}” is another form ({code}).',
  },
  hiddenForm: {
    vi: 'Trang tính ẩn “{sheet}” cũng là biểu này.',
    en: 'The hidden sheet “{sheet}” is this form as well.',
  },
  noCode: {
    vi: 'Trang tính “{sheet}” giống biểu nhưng không có dòng “Mã biểu”.',
    en: 'The sheet “{sheet}” looks like the form but lacks the line “Form code”.',
  },
})

export const problems = problemCatalogue('collection', {
  fileMissing: { status: 422, vi: 'Chọn tệp Excel để tải lên.', en: 'Choose the Excel file to upload.' },
  notThisForm: {
    status: 422,
    vi: 'Tệp này không phải là biểu tải về từ đây: không trang tính nào có dòng “Mã biểu”. Hãy tải biểu Excel về, điền rồi tải lên.',
    en: 'This is not the form downloaded here: none of its sheets has the line “Form code”. Download the Excel form, fill it and upload it.',
  },
  formHidden: {
    status: 422,
    vi: 'Biểu nằm ở trang tính ẩn “{sheet}”. Hãy cho hiện trang tính đó, xem lại số, lưu rồi tải lên lần nữa.',
    en: 'The form is on the hidden sheet “{sheet}”. Unhide it, look at its figures, save and upload again.',
  },
  otherUnit: {
    status: 422,
    vi: 'Tệp này là biểu của đơn vị mã {found}, không phải của {unit}.',
    en: 'This file is the form of unit {found}, not of {unit}.',
  },
  otherRound: {
    status: 422,
    vi: 'Tệp này là biểu của năm {found}, không phải năm {year}.',
    en: 'This file is the form of {found}, not of {year}.',
  },
  otherForm: {
    status: 422,
    vi: 'Tệp này là biểu “{found}”; đợt này dùng biểu “{form}”. Hãy tải lại biểu từ trang này rồi chép số sang.',
    en: 'This file is the form “{found}”; this round uses “{form}”. Download the form here again and copy the figures over.',
  },
  severalCodes: {
    status: 422,
    vi: 'Trang tính “{sheet}” có nhiều mã biểu khác nhau: {found}. Mỗi trang tính chỉ để một biểu.',
    en: 'The sheet “{sheet}” has several form codes: {found}. Keep one form on a sheet.',
  },
  headingsMissing: {
    status: 422,
    vi: 'Trang tính “{sheet}” thiếu tiêu đề cột {missing}. Dòng tiêu đề đang có: {found}. Chưa lưu gì; hãy đặt lại tiêu đề như khi tải về, hoặc tải lại biểu rồi chép số sang.',
    en: 'The sheet “{sheet}” lacks the headings {missing}. It has: {found}. Nothing is saved; put the headings back as downloaded, or download the form again and copy the figures over.',
  },
  headingTwice: {
    status: 422,
    vi: 'Trang tính “{sheet}” có tiêu đề “{heading}” ở nhiều cột ({cells}) nên không biết cột nào đúng. Chưa lưu gì; giữ lại một cột rồi tải lên lần nữa.',
    en: 'The sheet “{sheet}” has the heading “{heading}” in several columns ({cells}), and nobody can tell which one is right. Nothing is saved; keep one and upload again.',
  },
})
