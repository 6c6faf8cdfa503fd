/** The words of a unit's page that are about its place in time. */
import { catalogue } from '#kernel/language.ts'

export const texts = catalogue({
  ended: {
    vi: 'Đơn vị này có đến trước ngày {date}. Số liệu dưới đây là của chính đơn vị; từ ngày đó xem tiếp ở:',
    en: 'This unit stood until before {date}. The figures below are its own; from that day on see:',
  },
  compare: { vi: 'So sánh với đơn vị khác', en: 'Compare with other units' },
})
