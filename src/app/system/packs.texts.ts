/** What is said of packs: on the page, and as problems. */
import { catalogue } from '#kernel/language.ts'
import { problemCatalogue } from '#kernel/problem.ts'

export const packTexts = catalogue({
  packs: { vi: 'Gói dữ liệu', en: 'Packs' },
  packsLead: {
    vi: 'Danh mục đi kèm chương trình (số liệu gốc, chỉ số, biểu mẫu, cơ quan). Phiên bản mới được áp dụng khi khởi động; những gì thành phố đã tự sửa thì giữ nguyên và nêu ở đây.',
    en: 'What comes with the program (measures, indicators, forms, agencies). A new version is applied at the start; what the city changed itself stays, and is told here.',
  },
  packsLink: { vi: 'Gói dữ liệu đã áp dụng', en: 'Packs applied' },
  files: { vi: 'Tệp của gói', en: 'Files' },
  file: { vi: 'Tệp', en: 'File' },
  version: { vi: 'Phiên bản', en: 'Version' },
  applied: { vi: 'Đã áp dụng', en: 'Applied' },
  appliedLine: { vi: 'phiên bản {version}, {at}', en: 'version {version}, {at}' },
  appliedOther: {
    vi: 'phiên bản {version} với nội dung khác, {at}',
    en: 'version {version} with another content, {at}',
  },
  older: {
    vi: 'tệp cũ hơn bản đã áp dụng: bỏ qua',
    en: 'the file is older than what was applied: it is left alone',
  },
  notApplied: { vi: 'Chưa', en: 'Not yet' },
  differences: { vi: 'Khác với gói', en: 'Otherwise than the pack' },
  differencesLead: {
    vi: 'Dòng “của thành phố” đã được sửa tại đây nên không theo gói. Dòng khác sẽ được áp dụng ở lần khởi động tới.',
    en: 'Rows of the city’s own were changed here, so they do not follow the pack. Others are applied at the next start.',
  },
  noDifferences: { vi: 'Mọi thứ giống như trong gói.', en: 'Everything is as the packs have it.' },
  kind: { vi: 'Loại', en: 'Kind' },
  key: { vi: 'Mã', en: 'Code' },
  state: { vi: 'Trạng thái', en: 'State' },
  new: { vi: 'Mới', en: 'New' },
  changed: { vi: 'Đã sửa trong gói', en: 'Changed in the pack' },
  ended: { vi: 'Không còn trong gói', en: 'No longer in the pack' },
  own: { vi: 'Của thành phố', en: 'The city’s own' },
  inPack: { vi: 'Trong gói', en: 'In the pack' },
  here: { vi: 'Tại đây', en: 'Here' },
  gone: { vi: 'không có', en: 'not there' },
  take: { vi: 'Lấy theo gói', en: 'Take the pack’s' },
  taken: { vi: 'Đã lấy theo gói.', en: 'The pack’s was taken.' },
  applications: { vi: 'Các lần áp dụng', en: 'Applications' },
  noApplications: { vi: 'Chưa áp dụng lần nào.', en: 'Nothing was applied yet.' },
  noApplicationsHint: { vi: 'Gói được áp dụng khi khởi động.', en: 'Packs are applied at the start.' },
  at: { vi: 'Lúc', en: 'At' },
  newRows: { vi: 'Mới', en: 'New' },
  changedRows: { vi: 'Sửa', en: 'Changed' },
  endedRows: { vi: 'Thôi áp dụng', en: 'Ended' },
  ownRows: { vi: 'Giữ của thành phố', en: 'The city’s own' },
})

export const packProblems = problemCatalogue('system', {
  unknownPackRow: {
    status: 404,
    vi: 'Dòng này không còn khác với gói.',
    en: 'This row does not differ from the pack any more.',
  },
  packRowChanged: {
    status: 409,
    vi: 'Dòng này đã thay đổi kể từ khi trang được mở. Hãy xem lại rồi làm tiếp.',
    en: 'This row has changed since the page was opened. Look again before you go on.',
  },
})
