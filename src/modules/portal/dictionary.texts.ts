/** Words of the dictionary of measures and indicators. */
import { catalogue } from '#kernel/language.ts'

export const texts = catalogue({
  dictionaryLead: {
    vi: 'Mỗi mã trong các tệp dữ liệu và trong API nghĩa là gì.',
    en: 'What each code in the files and in the API means.',
  },
  measures: { vi: 'Số liệu gốc', en: 'Measures' },
  measuresLead: {
    vi: 'Những gì các đơn vị đếm và báo cáo; chỉ số được tính từ đây.',
    en: 'What the units count and report; indicators are computed from these.',
  },
  breakdownsLead: {
    vi: 'Cột category ghi “total” cho số chung, hoặc mã như “sex:female” cho một nhóm.',
    en: 'The column category says “total” for the whole, or a code such as “sex:female” for one group.',
  },
  breakdown: { vi: 'Tiêu thức', en: 'By' },
  groups: { vi: 'Các nhóm', en: 'Groups' },
  countedIn: { vi: 'Đơn vị tính', en: 'Counted in' },
})
