/** Words of component plans and their approval. */
import { catalogue } from '#kernel/language.ts'

export const texts = catalogue({
  recordApproval: { vi: 'Ghi nhận phê duyệt', en: 'Record the approval' },
  recordApprovalLead: {
    vi: 'Hiện công khai trên trang của kế hoạch. Ghi lại lần nữa để sửa; lần ghi nào cũng có trong nhật ký.',
    en: 'Shown in public on the page of the plan. Record again to correct; every time is in the log.',
  },
  approvedOnDay: { vi: 'Ngày phê duyệt', en: 'Approved on' },
  approvalDocument: { vi: 'Văn bản phê duyệt', en: 'By which document' },
  approvalDocumentHint: { vi: 'Số, ký hiệu: 12/QĐ-UBND', en: 'Its number: 12/QĐ-UBND' },
  record: { vi: 'Ghi nhận', en: 'Record' },
  recorded: { vi: 'Đã ghi nhận phê duyệt.', en: 'The approval is recorded.' },
})
