/** Words of reports on duties and their evidence, and what can be wrong with one. */
import { catalogue } from '#kernel/language.ts'
import { problemCatalogue } from '#kernel/problem.ts'

export const texts = catalogue({
  theirText: { vi: 'Bản đang lưu của {name}', en: 'As saved by {name}' },
  nothingWritten: { vi: 'Để trống', en: 'Left empty' },
  dutiesLead: {
    vi: 'Mỗi nhiệm vụ của kế hoạch do đơn vị giữ vào ngày hết hạn: tình trạng, kết quả, minh chứng.',
    en: 'Every duty of the plan that the unit holds on the due date: state, result, evidence.',
  },
  duty: { vi: 'Nhiệm vụ', en: 'Duty' },
  noDuties: { vi: 'Đơn vị không giữ nhiệm vụ nào', en: 'The unit holds no duty' },
  progress: { vi: 'Tiến độ', en: 'Progress' },
  result: { vi: 'Kết quả', en: 'Result' },
  evidence: { vi: 'Minh chứng', en: 'Evidence' },
  noEvidence: { vi: 'Chưa có minh chứng.', en: 'No evidence yet.' },
  evidenceTitle: { vi: 'Tên văn bản, tài liệu', en: 'Title' },
  evidenceUrl: { vi: 'Đường dẫn', en: 'Address' },
  evidenceFile: { vi: 'Hoặc tệp', en: 'Or a file' },
  evidenceFileHint: { vi: 'PDF, ảnh, Word, Excel; tối đa 8 MB.', en: 'PDF, image, Word, Excel; at most 8 MB.' },
  addEvidence: { vi: 'Thêm minh chứng', en: 'Add evidence' },
  evidenceAdded: { vi: 'Đã thêm minh chứng.', en: 'Evidence added.' },
  evidenceRemoved: { vi: 'Đã bỏ minh chứng.', en: 'Evidence removed.' },
  remove: { vi: 'Bỏ', en: 'Remove' },
  roleLead: { vi: 'chủ trì', en: 'lead' },
  roleCoordinate: { vi: 'phối hợp', en: 'co-ordinates' },
  roleAdvise: { vi: 'tham mưu', en: 'advises' },
  roleRequested: { vi: 'được đề nghị', en: 'requested' },
})

export const problems = problemCatalogue('collection', {
  evidenceTooLarge: {
    status: 413,
    vi: 'Tệp minh chứng lớn quá {megabytes} MB. Nén lại hoặc đưa đường dẫn.',
    en: 'The file is over {megabytes} MB. Compress it, or give an address.',
  },
  unknownDuty: { status: 404, vi: 'Đơn vị không giữ nhiệm vụ này.', en: 'The unit does not hold this duty.' },
  unknownDutyState: { status: 422, vi: 'Chọn tình trạng của nhiệm vụ.', en: 'Choose the state of the duty.' },
  percentUnread: {
    status: 422,
    vi: '“{entry}” không đọc được thành số. Phần thập phân viết sau dấu phẩy, ví dụ 62,5.',
    en: '“{entry}” cannot be read as a number. Decimals stand after a point, as in 62.5.',
  },
  resultMissing: {
    status: 422,
    vi: 'Ghi kết quả chính của nhiệm vụ.',
    en: 'Say what came of the duty.',
  },
  dutyFieldChanged: {
    status: 409,
    vi: '{editor} vừa sửa mục này. Bản của bạn còn trong ô, bản của {editor} ở ngay dưới ô. Ghép lại cho đúng rồi lưu.',
    en: '{editor} has just changed this. Yours is in the field, theirs below it. Put them together, then save.',
  },
  dutyMissing: { status: 422, vi: 'Chưa báo cáo nhiệm vụ {ref}: {title}', en: 'Not reported: duty {ref}, {title}' },
  evidenceEmpty: {
    status: 422,
    vi: 'Nhập đường dẫn (https://…) hoặc chọn một tệp.',
    en: 'Enter an address (https://…) or choose a file.',
  },
  evidenceType: {
    status: 422,
    vi: 'Chỉ nhận tệp PDF, ảnh, Word hoặc Excel.',
    en: 'Only PDF, images, Word and Excel files are taken.',
  },
  unknownEvidence: { status: 404, vi: 'Không có minh chứng này.', en: 'There is no such evidence.' },
})
