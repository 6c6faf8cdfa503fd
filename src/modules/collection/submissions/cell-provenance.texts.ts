/** Words of where a figure of a form comes from. */
import { catalogue } from '#kernel/language.ts'
import { problemCatalogue } from '#kernel/problem.ts'

export const texts = catalogue({
  when: { vi: 'Lúc', en: 'When' },
  what: { vi: 'Việc', en: 'What' },
  who: { vi: 'Ai', en: 'Who' },
  formProvenanceTitle: { vi: 'Đến từ bản nộp nào', en: 'The submission it came by' },
  formProvenanceRound: { vi: 'Đợt báo cáo', en: 'Round' },
  formProvenanceForm: { vi: 'Biểu', en: 'Form' },
  formProvenanceVersion: { vi: 'Lần gửi', en: 'Version' },
  formProvenanceVersionOf: { vi: 'lần {version}, trong {count} lần gửi', en: 'no. {version} of {count} sendings' },
  formProvenanceState: { vi: 'Biểu đang', en: 'The form is' },
  openForm: { vi: 'Mở bản nộp', en: 'Open the submission' },
  steps: { vi: 'Các lần gửi và duyệt', en: 'Sent, returned, approved' },
  stepReturned: { vi: 'Trả lại', en: 'Returned' },
  stepReopened: { vi: 'Mở lại để sửa', en: 'Opened again to correct' },
  provenanceTitle: { vi: 'Ai nhập, ai duyệt', en: 'Who typed it, who approved it' },
  provenanceCells: { vi: 'Ô số liệu qua các lần gửi', en: 'The cell in each sending' },
  provenanceVersion: { vi: 'Lần gửi', en: 'Sending' },
  provenanceEntry: { vi: 'Đã nhập', en: 'Typed' },
  provenanceEmptied: { vi: 'để trống', en: 'left empty' },
  provenanceNote: { vi: 'Ghi chú của ô', en: 'Note of the cell' },
  provenanceNoCells: {
    vi: 'Ô này được gửi trước khi hệ thống lưu từng lần gửi.',
    en: 'The cell was sent before each sending was kept.',
  },
  provenanceEvents: { vi: 'Việc đã xảy ra với biểu', en: 'What happened to the form' },
  provenanceEvidence: { vi: 'Minh chứng trong bản nộp', en: 'Evidence in the submission' },
  provenanceNoEvidence: {
    vi: 'Bản nộp này không kèm minh chứng.',
    en: 'No evidence was added to this submission.',
  },
  provenanceHidden: {
    vi: 'Tên người nhập, người duyệt, ghi chú và minh chứng chỉ hiện với người có vai trò ở đơn vị này hoặc cấp trên.',
    en: 'Names, notes and evidence are shown to those with a role at this unit or above it.',
  },
  provenanceSignIn: { vi: 'Đăng nhập để xem người nhập', en: 'Sign in to see who typed it' },
})

export const problems = problemCatalogue('collection', {
  unknownSubmission: { status: 404, vi: 'Không có bản nộp này.', en: 'There is no such submission.' },
})
