/** Words of the years of an indicator. */
import { catalogue } from '#kernel/language.ts'

export const texts = catalogue({
  allYears: { vi: 'Các năm', en: 'All years' },
  others: { vi: 'Số khác', en: 'Others' },
  othersExplained: {
    vi: 'Bao nhiêu nguồn khác nói con số khác cho cùng năm. Bấm vào năm để xem.',
    en: 'How many other sources give a different figure for the year. Follow the year to see them.',
  },
})
