/** Words of the plan clause by clause. */
import { catalogue } from '#kernel/language.ts'

export const texts = catalogue({
  planTitle: { vi: 'Kế hoạch {symbol}', en: 'Plan {symbol}' },
  symbol: { vi: 'Số, ký hiệu', en: 'Number' },
  issuedOn: { vi: 'Ngày ban hành', en: 'Issued on' },
  signatory: { vi: 'Người ký', en: 'Signed by' },
  span: { vi: 'Giai đoạn', en: 'Period' },
  reporting: { vi: 'Báo cáo', en: 'Reports' },
  legalBases: { vi: 'Căn cứ pháp lý', en: 'Legal bases' },
  wordsFrom: {
    vi: 'Tên mục do hệ thống tóm tắt; lời văn lấy từ tệp {file}, gắn ngày {date}.',
    en: 'The titles are summaries; the words come from the file {file}, attached {date}.',
  },
  wordsMissing: {
    vi: 'Tên mục do hệ thống tóm tắt. Lời văn của văn bản đã ký hiện khi thành phố gắn văn bản.',
    en: 'The titles are summaries. The words of the signed document appear when the city attaches it.',
  },
  componentPlansLead: {
    vi: 'Phụ lục của kế hoạch giao năm kế hoạch thành phần, mỗi kế hoạch một cơ quan chủ trì.',
    en: 'The appendix asks for five component plans, each with its lead.',
  },
  none: { vi: 'Không có', en: 'None' },
})
