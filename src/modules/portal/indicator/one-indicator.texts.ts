/** Words of the page of one indicator. */
import { catalogue } from '#kernel/language.ts'

export const texts = catalogue({
  noDataHint: {
    vi: 'Chưa nguồn nào nói về chỉ số này, và các đơn vị chưa báo cáo số liệu gốc của nó.',
    en: 'No source speaks of this indicator, and the units have not reported the figures it is made from.',
  },
  whyTitle: { vi: 'Vì sao năm {year} hiện số này?', en: 'Why this figure for {year}?' },
  whoseDuty: { vi: 'Ai chịu trách nhiệm?', en: 'Whose duty is it?' },
})
