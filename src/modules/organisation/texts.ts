/** The words of units, and their problems. */
import { catalogue } from '#kernel/language.ts'
import { problemCatalogue } from '#kernel/problem.ts'

export const texts = catalogue({
  units: { vi: 'Đơn vị', en: 'Units' },
  unitsLead: {
    vi: 'Đơn vị hành chính và cơ quan của thành phố vào ngày {on}. Chọn ngày khác để xem bản đồ cũ.',
    en: 'The administrative units and agencies of the city on {on}. Choose another date to see an older map.',
  },
  on: { vi: 'Vào ngày', en: 'On' },
  find: { vi: 'Tìm đơn vị', en: 'Find a unit' },
  findHint: { vi: 'Gõ không dấu cũng được: “ba dinh”', en: 'Without tones works too: “ba dinh”' },
  code: { vi: 'Mã', en: 'Code' },
  codeExplained: {
    vi: 'Mã đơn vị hành chính của Tổng cục Thống kê; mã được dùng lại sau sáp nhập nên luôn đi với ngày.',
    en: 'The code of the General Statistics Office; codes are reused after mergers, so a date always goes with them.',
  },
  name: { vi: 'Tên', en: 'Name' },
  type: { vi: 'Loại', en: 'Type' },
  parent: { vi: 'Thuộc', en: 'Part of' },
  validFrom: { vi: 'Từ ngày', en: 'From' },
  validTo: { vi: 'Đến trước ngày', en: 'Until before' },
  sinceRecords: { vi: 'trước 01/03/2020', en: 'before 01/03/2020' },
  valid: { vi: 'Có hiệu lực', en: 'Valid' },
  noUnits: { vi: 'Không có đơn vị nào vào ngày {on}.', en: 'There are no units on {on}.' },
  today: { vi: 'hiện nay', en: 'today' },
  area: { vi: 'Diện tích', en: 'Area' },
  seat: { vi: 'Trụ sở', en: 'Seat' },
  children: { vi: 'Đơn vị trực thuộc', en: 'Units within' },
  predecessors: { vi: 'Hình thành từ', en: 'Formed from' },
  successors: { vi: 'Sau đó thành', en: 'Became' },
  whole: { vi: 'toàn bộ', en: 'all of it' },
  partOf: { vi: 'một phần, ước tính {share} diện tích', en: 'a part, an estimated {share} of the area' },
  partUnknown: { vi: 'một phần', en: 'a part' },
  unverified: { vi: 'chưa kiểm chứng', en: 'not verified' },
  kindAll: { vi: 'Mọi loại', en: 'Every kind' },
  kind: { vi: 'Cấp', en: 'Kind' },
  nothingFound: {
    vi: 'Không tìm thấy đơn vị nào như “{query}” vào ngày {on}.',
    en: 'No unit like “{query}” was found on {on}.',
  },
  history: { vi: 'Lịch sử', en: 'History' },
  unitCount: { vi: '{count, plural, other {# đơn vị}}', en: '{count, plural, one {# unit} other {# units}}' },
  km2: { vi: 'km²', en: 'km²' },
})

export const problems = problemCatalogue('organisation', {
  unknownUnit: {
    status: 404,
    vi: 'Không có đơn vị mã {code} vào ngày {on}.',
    en: 'There is no unit {code} on {on}.',
  },
  unknownUnitThen: {
    status: 404,
    vi: 'Không có đơn vị mã {code} vào ngày {on}. Mã này là: {lives}.',
    en: 'There is no unit {code} on {on}. That code was: {lives}.',
  },
  alreadyLoaded: {
    status: 409,
    vi: 'Cơ sở dữ liệu đã có đơn vị; gói dữ liệu chỉ nạp vào cơ sở trống.',
    en: 'The database already holds units; a pack loads only into an empty one.',
  },
})
