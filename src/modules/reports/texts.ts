/** The words of reports on the screen, and their problems. The document itself is Vietnamese whatever the reader's language. */
import { catalogue, type Words } from '#kernel/language.ts'
import { problemCatalogue } from '#kernel/problem.ts'
import type { Format, NarrativePart } from './model.ts'

export const texts = catalogue({
  reports: { vi: 'Báo cáo năm', en: 'Yearly reports' },
  reportsLead: {
    vi: 'Mỗi năm một báo cáo, ghi lại đúng số liệu đã duyệt lúc chốt. Báo cáo đã chốt không đổi nữa; ai cũng kiểm tra được.',
    en: 'One report a year, with the approved figures as they stood when it was frozen. A frozen report never changes, and anybody can check it.',
  },
  reportOf: { vi: 'Báo cáo năm {year}', en: 'Report of {year}' },
  year: { vi: 'Năm', en: 'Year' },
  number: { vi: 'Số, ký hiệu', en: 'Number' },
  issuedOn: { vi: 'Ngày ban hành', en: 'Issued on' },
  signatory: { vi: 'Người ký', en: 'Signed by' },
  files: { vi: 'Tệp', en: 'Files' },
  noneFrozen: { vi: 'Chưa có báo cáo nào được ban hành', en: 'No report has been issued yet' },
  noneFrozenLead: {
    vi: 'Báo cáo xuất hiện ở đây sau khi thành phố chốt và ký.',
    en: 'A report appears here once the city has frozen and signed it.',
  },
  drafts: { vi: 'Đang soạn', en: 'Being prepared' },
  draftsLead: {
    vi: 'Chỉ cán bộ thành phố thấy phần này. Bản dự thảo luôn tính lại từ số liệu đã duyệt.',
    en: 'Seen by city officers only. A draft is always computed anew from approved figures.',
  },
  due: { vi: 'Hạn gửi', en: 'Due' },
  approvedUnits: { vi: 'Đã duyệt', en: 'Approved' },
  approvedOf: { vi: '{approved}/{asked} đơn vị', en: '{approved} of {asked} units' },
  openDraft: { vi: 'Xem dự thảo năm {year}', en: 'See the draft of {year}' },
  frozen: { vi: 'Đã chốt', en: 'Frozen' },
  draft: { vi: 'Dự thảo', en: 'Draft' },
  frozenLead: {
    vi: 'Chốt lúc {at} từ {count} bản nộp đã duyệt, trên danh sách đơn vị ngày {on}.',
    en: 'Frozen at {at} from {count} approved submissions, on the units of {on}.',
  },
  draftLead: {
    vi: 'Tính từ số liệu đã duyệt đến lúc này: {approved}/{asked} đơn vị.',
    en: 'Computed from the figures approved so far: {approved} of {asked} units.',
  },
  hash: { vi: 'Mã băm SHA-256', en: 'SHA-256' },
  hashExplained: {
    vi: 'Tính trên toàn bộ nội dung đã chốt. Nội dung đổi một dấu là mã này khác.',
    en: 'Taken over everything that was frozen. Change one sign and it is another.',
  },
  auditPlace: { vi: 'Vị trí trong nhật ký', en: 'Place in the audit log' },
  auditPlaceOf: { vi: 'sau mục {seq}', en: 'after entry {seq}' },
  verify: { vi: 'Kiểm tra nguyên vẹn', en: 'Check that it is intact' },
  intact: {
    vi: 'Nguyên vẹn: mã băm tính lại khớp với mã đã ghi, và nhật ký còn mục đã ghi.',
    en: 'Intact: the hash computed now is the one recorded, and the audit log still holds the entry named.',
  },
  changed: {
    vi: 'KHÔNG nguyên vẹn: mã băm tính lại là {computed}.',
    en: 'NOT intact: the hash computed now is {computed}.',
  },
  auditChanged: {
    vi: 'Nhật ký không còn mục {seq} như lúc chốt. Chạy ./hieuhoc audit verify.',
    en: 'The audit log no longer holds entry {seq} as it was. Run ./hieuhoc audit verify.',
  },
  downloadDocx: { vi: 'Word', en: 'Word' },
  downloadXlsx: { vi: 'Excel (phụ lục)', en: 'Excel (annexes)' },
  downloadHtml: { vi: 'Một tệp HTML', en: 'One HTML file' },
  inputs: { vi: 'Số liệu đầu vào', en: 'Inputs' },
  inputsLead: {
    vi: 'Các bản nộp đã duyệt mà báo cáo được tính từ đó.',
    en: 'The approved submissions the report was computed from.',
  },
  unit: { vi: 'Đơn vị', en: 'Unit' },
  version: { vi: 'Lần gửi', en: 'Version' },
  approvedOn: { vi: 'Ngày duyệt', en: 'Approved on' },
  valueCount: { vi: 'Số ô', en: 'Figures' },
  inputsOpen: { vi: 'Xem {count} bản nộp', en: 'Show {count} submissions' },
  noInputs: { vi: 'Không có bản nộp nào', en: 'No submissions' },
  document: { vi: 'Văn bản', en: 'The document' },
  narrative: { vi: 'Phần viết', en: 'Written part' },
  narrativeOf: { vi: 'Phần viết của báo cáo năm {year}', en: 'Written part of the report of {year}' },
  narrativeLead: {
    vi: 'Số liệu tự vào báo cáo; ở đây viết những gì con số không nói được. Xuống dòng là đoạn mới; dòng bắt đầu bằng “- ” là gạch đầu dòng, “+ ” là ý con.',
    en: 'Figures enter the report by themselves; write here what no figure can say, in Vietnamese. A new line is a new paragraph; a line beginning with “- ” is a list item, with “+ ” an item under it.',
  },
  editNarrative: { vi: 'Viết phần nhận xét', en: 'Write the narrative' },
  narrativeSaved: { vi: 'Đã lưu phần viết.', en: 'The narrative is saved.' },
  savedBy: { vi: '{name} lưu lúc {at}.', en: 'Saved by {name} at {at}.' },
  save: { vi: 'Lưu', en: 'Save' },
  freeze: { vi: 'Chốt báo cáo', en: 'Freeze the report' },
  freezeOf: { vi: 'Chốt báo cáo năm {year}', en: 'Freeze the report of {year}' },
  freezeLead: {
    vi: 'Chốt là ghi lại số liệu lúc này cùng số, ngày và người ký, rồi công khai. Sau khi chốt không sửa được nữa.',
    en: 'Freezing records the figures of this moment with number, date and signatory, and publishes them. It cannot be changed after.',
  },
  freezeDone: { vi: 'Đã chốt báo cáo.', en: 'The report is frozen.' },
  numberField: { vi: 'Số văn bản', en: 'Number' },
  numberHint: {
    vi: 'Do văn thư cấp; mỗi số chỉ dùng một lần trong năm.',
    en: 'Given by the registry; used once a year.',
  },
  symbol: { vi: 'Ký hiệu', en: 'Symbol' },
  symbolHint: { vi: 'Ví dụ: BC-UBND', en: 'For example: BC-UBND' },
  place: { vi: 'Địa danh', en: 'Place' },
  authority: { vi: 'Thẩm quyền ký', en: 'Capacity of signing' },
  authorityHint: {
    vi: 'Mỗi dòng một ý, ví dụ: TM. Ủy ban nhân dân; KT. Chủ tịch',
    en: 'One to a line, for example: TM. Ủy ban nhân dân; KT. Chủ tịch',
  },
  position: { vi: 'Chức vụ', en: 'Position' },
  signatoryName: { vi: 'Họ và tên người ký', en: 'Name of the signatory' },
  recipients: { vi: 'Nơi nhận', en: 'Recipients' },
  recipientsHint: { vi: 'Mỗi nơi một dòng.', en: 'One to a line.' },
  keptBy: { vi: 'Lưu', en: 'Kept by' },
  incomplete: { vi: 'Báo cáo còn thiếu', en: 'What is missing' },
  missingUnits: {
    vi: '{count, plural, other {# đơn vị chưa được duyệt báo cáo, số liệu không vào báo cáo này}}',
    en: '{count, plural, one {# unit is not approved and its figures are not in the report} other {# units are not approved and their figures are not in the report}}',
  },
  missingParts: { vi: 'Mục chưa viết sẽ không có trong báo cáo', en: 'Sections not written will not be in the report' },
  incompleteIsKnown: {
    vi: 'Tôi biết báo cáo còn thiếu những phần trên và vẫn chốt',
    en: 'I know that this is missing and freeze the report all the same',
  },
})

export const partWords: Readonly<Record<NarrativePart, Words>> = {
  direction: { vi: 'I. Công tác chỉ đạo, điều hành', en: 'I. Direction' },
  strengths: { vi: 'IV.1. Kết quả nổi bật', en: 'IV.1. Good points' },
  limits: { vi: 'IV.2. Hạn chế, khó khăn', en: 'IV.2. Limits' },
  causes: { vi: 'IV.3. Nguyên nhân', en: 'IV.3. Causes' },
  nextYear: { vi: 'V. Phương hướng, nhiệm vụ năm sau', en: 'V. Next year' },
  proposals: { vi: 'VI. Đề xuất, kiến nghị', en: 'VI. Proposals' },
}

export const formatWords: Readonly<Record<Format, Words>> = {
  docx: texts.downloadDocx,
  xlsx: texts.downloadXlsx,
  html: texts.downloadHtml,
}

export const problems = problemCatalogue('reports', {
  notFrozen: {
    status: 404,
    vi: 'Báo cáo năm {year} chưa được ban hành.',
    en: 'The report of {year} has not been issued.',
  },
  unknownFile: { status: 404, vi: 'Báo cáo không có tệp loại này.', en: 'The report has no file of this kind.' },
  noRound: {
    status: 404,
    vi: 'Chưa có đợt báo cáo năm {year}, nên chưa có gì để lập báo cáo.',
    en: 'There is no round of {year}, so there is nothing to report from.',
  },
  alreadyFrozen: {
    status: 409,
    vi: 'Báo cáo năm {year} đã chốt, không sửa được nữa.',
    en: 'The report of {year} is frozen and cannot be changed.',
  },
  numberTaken: {
    status: 409,
    vi: 'Số này đã dùng cho một báo cáo khác trong năm.',
    en: 'This number already belongs to another report of that year.',
  },
  incomplete: {
    status: 409,
    vi: 'Còn {units} đơn vị chưa được duyệt và {parts} mục chưa viết. Đánh dấu vào ô xác nhận nếu vẫn chốt.',
    en: '{units} units are not approved and {parts} sections are not written. Tick the box if you freeze all the same.',
  },
  changedMeanwhile: {
    status: 409,
    vi: '{name} vừa lưu phần viết này. Nội dung của bạn vẫn ở dưới đây; mở bản mới ở thẻ khác để so, rồi lưu lần nữa.',
    en: '{name} has just saved this. Yours is still below; open the new version in another tab to compare, then save again.',
  },
  busy: {
    status: 409,
    vi: 'Số liệu đang được duyệt thêm trong lúc chốt. Thử lại sau ít phút.',
    en: 'Figures are being approved at this very moment. Try again in a few minutes.',
  },
})
