/** Words of duties, in lists and one by one. */
import { catalogue } from '#kernel/language.ts'

export const texts = catalogue({
  verified: { vi: 'đã kiểm chứng', en: 'verified' },
  dutiesLead: {
    vi: 'Phần V của kế hoạch, mỗi vai trò của mỗi cơ quan một dòng; cơ quan kế thừa hiện thay cơ quan cũ.',
    en: 'Part V of the plan, one line for each role of each agency; successors stand in the place of those that ended.',
  },
  noDutiesHint: { vi: 'Bỏ bớt điều kiện lọc, hoặc chọn ngày khác.', en: 'Take a filter away, or choose another date.' },
  roleExplained: {
    vi: 'Chủ trì, phối hợp, tham mưu, hoặc được đề nghị (cơ quan Đảng, đoàn thể).',
    en: 'Lead, co-ordinate, advise, or requested (bodies of the Party and unions).',
  },
  dueBy: { vi: 'đến {date}', en: 'by {date}' },
  dueYearly: { vi: 'hằng năm', en: 'every year' },
  dueYearlyBefore: { vi: 'hằng năm, trước {date}', en: 'every year, before {date}' },
  taskGroup: { vi: 'Nhóm nhiệm vụ', en: 'Task group' },
  indicators: { vi: 'Chỉ số', en: 'Indicators' },
  holders: { vi: 'Ai chịu trách nhiệm, từ khi nào', en: 'Who answers for it, since when' },
  holdersLead: {
    vi: 'Cơ quan mà kế hoạch nêu tên, rồi các cơ quan kế thừa.',
    en: 'The agency the plan names, then its successors.',
  },
  untilBefore: { vi: 'Đến trước ngày', en: 'Until before' },
  today: { vi: 'hiện nay', en: 'today' },
  basis: { vi: 'Căn cứ', en: 'Basis' },
})
