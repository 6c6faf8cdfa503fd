/** Words of what was found in a file of boundaries. */
import { catalogue } from '#kernel/language.ts'
import { problemCatalogue } from '#kernel/problem.ts'

const status = 422

export const texts = catalogue({
  matches: {
    vi: 'Ghép theo tên: xem từng cặp trước khi nạp',
    en: 'Put together by name: look at each before importing',
  },
  moreMatches: { vi: 'Còn {count} cặp nữa không liệt kê ở đây.', en: '{count} more are not listed here.' },
  nameInFile: { vi: 'Tên trong tệp', en: 'Name in the file' },
  toneless: { vi: 'không dấu', en: 'without tones' },
  code: { vi: 'Mã', en: 'Code' },
  areaNumber: { vi: 'Vùng thứ', en: 'Area' },
  severity: { vi: 'Mức', en: 'Kind' },
  what: { vi: 'Nội dung', en: 'What' },
  unit: { vi: 'Đơn vị', en: 'Unit' },
  wholeFile: { vi: 'cả tệp', en: 'whole file' },
  nothingFound: { vi: 'Không có gì phải xem.', en: 'Nothing to look at.' },
  moreFindings: { vi: 'Còn {count} điều nữa không liệt kê ở đây.', en: '{count} more are not listed here.' },
})

export const problems = problemCatalogue('organisation', {
  boundaryFileGone: {
    status,
    vi: 'Tệp đã kiểm tra không còn. Hãy chọn lại tệp.',
    en: 'The checked file is gone. Choose the file again.',
  },
  namesToConfirm: {
    status,
    vi: '{count} vùng được ghép với đơn vị theo tên: {examples}. Hãy kiểm tra tệp, xem từng cặp, rồi nạp lại và xác nhận (namesConfirmed; dòng lệnh: --names-confirmed).',
    en: '{count, plural, one {# area was} other {# areas were}} put to units by name: {examples}. Check the file, look at each, then import it with your confirmation (namesConfirmed; command line: --names-confirmed).',
  },
})
