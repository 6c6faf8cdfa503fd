/** The words of the register of issued documents. */
import { catalogue } from '#kernel/language.ts'
import { problemCatalogue } from '#kernel/problem.ts'

export const texts = catalogue({
  register: { vi: 'Sổ đăng ký văn bản đi', en: 'Register of issued documents' },
  lead: {
    vi: 'Mỗi số chỉ cấp một lần. Số bỏ trống phải ghi rõ lý do (Nghị định 30/2020/NĐ-CP, Điều 15 và 16).',
    en: 'Each number is given once. A number that bears no document says why (Decree 30/2020/NĐ-CP, articles 15 and 16).',
  },
  unit: { vi: 'Mã đơn vị', en: 'Code of the unit' },
  year: { vi: 'Năm', en: 'Year' },
  kind: { vi: 'Tên loại', en: 'Kind' },
  allKinds: { vi: 'Mọi loại', en: 'All kinds' },
  number: { vi: 'Số, ký hiệu', en: 'Number and symbol' },
  numberField: { vi: 'Số', en: 'Number' },
  numberHint: {
    vi: 'Để trống để lấy số kế tiếp của sổ.',
    en: 'Leave it empty to take the next number of the book.',
  },
  symbol: { vi: 'Ký hiệu', en: 'Symbol' },
  symbolHint: { vi: 'Phần sau dấu gạch chéo, ví dụ QĐ-UBND', en: 'What follows the stroke, such as QĐ-UBND' },
  issuedOn: { vi: 'Ngày, tháng văn bản', en: 'Day of the document' },
  title: { vi: 'Trích yếu nội dung', en: 'Subject' },
  kindAndTitle: { vi: 'Tên loại và trích yếu nội dung', en: 'Kind and subject' },
  signatory: { vi: 'Người ký', en: 'Signed by' },
  recipients: { vi: 'Nơi nhận văn bản', en: 'Sent to' },
  keptBy: { vi: 'Đơn vị, người nhận bản lưu', en: 'Kept by' },
  note: { vi: 'Ghi chú', en: 'Note' },
  unused: { vi: 'Không sử dụng: {reason}', en: 'Unused: {reason}' },
  gaps: { vi: 'Số chưa giải trình', en: 'Numbers nobody has explained' },
  gapsLead: {
    vi: 'Trong sổ chưa có văn bản nào mang các số này. Ghi lý do, ví dụ: đã cấp trên sổ giấy.',
    en: 'The register has no document of these numbers. Say why, such as: given in the book on paper.',
  },
  gapOf: {
    vi: '{kind}: {first, select, same {số {last}} other {số {first} đến {last}}}',
    en: '{kind}: {first, select, same {number {last}} other {numbers {first} to {last}}}',
  },
  reason: { vi: 'Lý do', en: 'Why' },
  gapTitle: { vi: 'Giải trình số bỏ trống', en: 'Explain numbers without a document' },
  firstNumber: { vi: 'Từ số', en: 'From number' },
  lastNumber: { vi: 'Đến số', en: 'To number' },
  explain: { vi: 'Ghi lý do', en: 'Say why' },
  explained: { vi: 'Đã ghi lý do.', en: 'Recorded.' },
  add: { vi: 'Đăng ký văn bản', en: 'Enter a document' },
  save: { vi: 'Cấp số và đăng ký', en: 'Give a number and enter' },
  added: { vi: 'Đã cấp số và đăng ký văn bản.', en: 'The document has its number.' },
  markUnused: { vi: 'Không sử dụng số này', en: 'This number is not used' },
  markUnusedLead: {
    vi: 'Dùng khi số đã cấp nhưng văn bản không ban hành. Số này không bao giờ cấp lại.',
    en: 'For a number that was given to a document which was then not issued. It is never given again.',
  },
  marked: { vi: 'Đã ghi số không sử dụng.', en: 'The number is marked as unused.' },
  nothing: { vi: 'Sổ chưa có văn bản nào.', en: 'The register is empty.' },
  nothingHint: {
    vi: 'Đổi đơn vị, năm hoặc loại văn bản, hoặc đăng ký văn bản đầu tiên.',
    en: 'Choose another unit, year or kind, or enter the first document.',
  },
})

export const problems = problemCatalogue('issued-documents', {
  unknown: { status: 404, vi: 'Sổ không có văn bản này.', en: 'The register has no such document.' },
  unknownKind: { status: 422, vi: 'Chọn loại văn bản trong danh sách.', en: 'Choose a kind from the list.' },
  numberTaken: {
    status: 409,
    vi: 'Sổ đăng ký văn bản đi của năm đã có số này. Mỗi số chỉ cấp một lần.',
    en: 'The register of that year has this number. Each number is given once.',
  },
  alreadyLoaded: { status: 409, vi: 'Mọi văn bản đã có trong sổ.', en: 'Everything is in the register already.' },
  bookFull: { status: 409, vi: 'Sổ đã hết số.', en: 'The book has no more numbers.' },
  issuedLater: { status: 422, vi: 'Ngày ban hành chưa tới.', en: 'The day of issue has not come.' },
  gapBackwards: {
    status: 422,
    vi: 'Số cuối không được nhỏ hơn số đầu.',
    en: 'The last number cannot be smaller than the first.',
  },
  gapAhead: {
    status: 422,
    vi: 'Sổ mới cấp đến số {last}. Chỉ giải trình các số đã qua.',
    en: 'The book has come to number {last}. Only numbers before it can be explained.',
  },
  alreadyUnused: { status: 409, vi: 'Số này đã ghi là không sử dụng.', en: 'This number is marked as unused already.' },
  byModule: {
    status: 409,
    vi: 'Văn bản này do hệ thống ban hành và đã chốt, nên số của nó luôn được sử dụng.',
    en: 'The system issued this document and it is frozen, so its number is in use for good.',
  },
  changedMeanwhile: {
    status: 409,
    vi: 'Người khác vừa sửa mục này của sổ. Mở lại để xem bản mới.',
    en: 'Somebody else has just changed this entry. Open it again to see how it is now.',
  },
})
