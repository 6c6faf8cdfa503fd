/** The words of forms whose unit a decision ended. */
import { catalogue } from '#kernel/language.ts'

export const texts = catalogue({
  closedTo: {
    vi: 'Đơn vị này kết thúc từ ngày {on}; biểu được giữ nguyên để xem.',
    en: 'This unit was ended on {on}; its form is kept as it was.',
  },
  carriedTo: { vi: 'Số liệu đã chuyển sang:', en: 'Its figures went to:' },
  readBy: { vi: 'Đơn vị tiếp nhận:', en: 'Taken over by:' },
  takenByNobody: { vi: 'Không có đơn vị tiếp nhận.', en: 'Nobody took it over.' },
  former: { vi: 'Số liệu của đơn vị cũ để tham khảo', en: 'Figures of former units, for reference' },
  formerLead: {
    vi: 'Đơn vị này tiếp nhận toàn bộ hoặc một phần các đơn vị dưới đây. Số nào cộng lại được thì đã ghi sẵn vào biểu, kèm ghi chú; số khác cần tính lại.',
    en: 'This unit took over those below, wholly or in part. What adds up already stands in the form, with a note; the rest has to be counted anew.',
  },
  unit: { vi: 'Đơn vị cũ', en: 'Former unit' },
  was: { vi: 'Khi kết thúc', en: 'When it ended' },
  how: { vi: 'Số liệu', en: 'Figures' },
  carried: { vi: 'đã ghi vào biểu', en: 'stand in the form' },
  reference: { vi: 'chỉ để tham khảo', en: 'for reference only' },
  showFigures: { vi: 'Xem số liệu của {count} đơn vị cũ', en: 'Show the figures of {count} former units' },
  measure: { vi: 'Chỉ tiêu', en: 'Measure' },
  eventClosed: { vi: 'Khép lại biểu', en: 'Form closed' },
  eventReceived: { vi: 'Nhận số liệu của đơn vị cũ', en: 'Figures of former units received' },
})
