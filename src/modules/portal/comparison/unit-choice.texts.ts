/** The words of the page that puts units side by side. */
import { catalogue } from '#kernel/language.ts'

export const texts = catalogue({
  compareOf: { vi: 'So sánh: {indicator}', en: 'Compare: {indicator}' },
  lead: {
    vi: 'Đặt từ 2 đến {most} đơn vị cạnh nhau, cấp nào cũng được. Địa chỉ của trang giữ nguyên lựa chọn để chia sẻ.',
    en: 'Put 2 to {most} units side by side, of any level. The address keeps the choice and can be shared.',
  },
  indicator: { vi: 'Chỉ số', en: 'Indicator' },
  find: { vi: 'Tìm đơn vị để thêm', en: 'Find a unit to add' },
  findHint: { vi: 'Gõ không dấu cũng được: “hoan kiem”', en: 'Without tones works too: “hoan kiem”' },
  show: { vi: 'Xem', en: 'Show' },
  chosen: { vi: 'Các đơn vị đang so sánh', en: 'The units compared' },
  remove: { vi: 'Bỏ', en: 'Remove' },
  removeUnit: { vi: 'Bỏ {name}', en: 'Remove {name}' },
  found: { vi: 'Thêm đơn vị nào?', en: 'Which one to add?' },
  add: { vi: 'Thêm {name}', en: 'Add {name}' },
  addCity: { vi: 'Thêm toàn thành phố', en: 'Add the whole city' },
  alreadyIn: { vi: 'đã có', en: 'already there' },
  nothingFound: {
    vi: 'Không tìm thấy đơn vị nào như “{query}” vào ngày {date}.',
    en: 'No unit like “{query}” was found on {date}.',
  },
  full: {
    vi: 'Đã đủ {most} đơn vị: hãy bỏ bớt trước khi thêm.',
    en: '{most} units are the most: remove one before adding another.',
  },
  chooseTwo: { vi: 'Chọn ít nhất hai đơn vị', en: 'Choose at least two units' },
  chooseTwoHint: {
    vi: 'Gõ tên xã, phường vào ô tìm ở trên rồi bấm tên để thêm; có thể thêm cả thành phố để đối chiếu.',
    en: 'Type the name of a commune in the field above, then press a name to add it; the whole city can be added too.',
  },
  missing: {
    vi: 'Vào ngày {date} không có đơn vị nào mang mã: {codes}.',
    en: 'On {date} no unit bears the code: {codes}.',
  },
  chart: { vi: 'Diễn biến', en: 'Over the years' },
  figures: { vi: 'Số liệu từng năm', en: 'The figures of each year' },
  unit: { vi: 'Đơn vị', en: 'Unit' },
  goal: { vi: 'Đích của thành phố', en: 'The city’s target' },
  goalLine: { vi: 'Đích {year}: {value}', en: 'Target {year}: {value}' },
  tableNote: {
    vi: 'Mỗi số dẫn đến cách có nó. Đích đặt cho toàn thành phố, ở đây chỉ để tham chiếu.',
    en: 'Each figure leads to how it was made. Targets are set for the whole city and stand here for reference.',
  },
  mapLead: {
    vi: 'Mọi năm được đưa về địa bàn {day}: trước khi có một đơn vị, số lấy từ các đơn vị trước đây giữ đất ấy. Nét liền: cộng trọn đơn vị; nét đứt, điểm rỗng: ước tính.',
    en: 'Every year is shown on the map {day}: before a unit existed, figures come from the earlier units of its land. Solid: whole units summed; dashed and hollow: estimates.',
  },
  noFigures: { vi: 'Chưa có số liệu của chỉ số này', en: 'No figures of this indicator yet' },
  noFiguresHint: {
    vi: 'Chọn chỉ số khác, hoặc xem “như báo cáo từng năm”.',
    en: 'Choose another indicator, or look at the figures as reported each year.',
  },
  code: { vi: 'Mã đơn vị', en: 'Unit code' },
  year: { vi: 'Năm', en: 'Year' },
  value: { vi: 'Giá trị', en: 'Value' },
  qualifier: { vi: 'Dấu', en: 'Sign' },
  status: { vi: 'Trạng thái', en: 'Status' },
  made: { vi: 'Cách có số', en: 'How it was made' },
  onMap: { vi: 'Bản đồ', en: 'Map' },
  source: { vi: 'Nguồn', en: 'Source' },
  note: { vi: 'Ghi chú', en: 'Note' },
})
