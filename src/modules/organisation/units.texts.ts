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
  areaEstimate: { vi: 'khoảng {area} (đo trên bản đồ)', en: 'about {area} (measured on a map)' },
  seat: { vi: 'Trụ sở', en: 'Seat' },
  children: { vi: 'Đơn vị trực thuộc', en: 'Units within' },
  predecessors: { vi: 'Hình thành từ', en: 'Formed from' },
  successors: { vi: 'Sau đó thành', en: 'Became' },
  whole: { vi: 'toàn bộ', en: 'all of it' },
  partOf: { vi: 'một phần, ước tính {share} diện tích', en: 'a part, an estimated {share} of the area' },
  partUnknown: { vi: 'một phần', en: 'a part' },
  partTiny: { vi: 'một phần rất nhỏ', en: 'a very small part' },
  'people-all': { vi: 'toàn bộ dân', en: 'all its people' },
  'people-part': { vi: 'một phần dân', en: 'some of its people' },
  'people-none': { vi: 'không có dân', en: 'none of its people' },
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
  boundariesLink: { vi: 'Ranh giới', en: 'Boundaries' },
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
  notStanding: {
    status: 422,
    vi: 'Vào ngày {on} không có đơn vị nào mang mã {code}.',
    en: 'On {on} no unit bears the code {code}.',
  },
  endsAsItBegins: {
    status: 422,
    vi: 'Đơn vị mã {code} được thành lập đúng ngày {on} nên không thể kết thúc cùng ngày.',
    en: 'The unit {code} begins on {on} and cannot end on the same day.',
  },
  codeTaken: {
    status: 409,
    vi: 'Mã {code} đang là của {name}; hãy kết thúc đơn vị đó trong cùng quyết định hoặc dùng mã khác.',
    en: 'The code {code} belongs to {name}; end that unit by the same decision, or use another code.',
  },
  unknownKind: { status: 422, vi: 'Không có cấp đơn vị “{kind}”.', en: 'There is no kind of unit “{kind}”.' },
  nothingChanges: {
    status: 422,
    vi: '{name} (mã {code}) đã như vậy rồi: không có gì thay đổi.',
    en: '{name} ({code}) is so already: nothing changes.',
  },
  unitsBelow: {
    status: 409,
    vi: '{count, plural, other {Còn # đơn vị}} thuộc {name} (ví dụ {first}): hãy chuyển hoặc kết thúc trước.',
    en: '{count, plural, one {# unit stands} other {# units stand}} under {name} (such as {first}): move or end them first.',
  },
  notAbove: {
    status: 422,
    vi: '{name} không thể thuộc {parent}: đơn vị cấp trên phải là địa bàn ở cấp cao hơn.',
    en: '{name} cannot stand under {parent}: what is above a place is a place of a higher level.',
  },
  underItself: { status: 422, vi: '{name} sẽ thuộc chính nó.', en: '{name} would stand under itself.' },
  rootEnds: {
    status: 409,
    vi: '{name} đứng đầu cây đơn vị nên không thể kết thúc.',
    en: '{name} stands above everything and cannot end.',
  },
  landLost: {
    status: 422,
    vi: '{name} kết thúc mà địa bàn không giao cho đơn vị nào: hãy ghi đơn vị tiếp nhận.',
    en: '{name} ends, and nobody takes its land: say who does.',
  },
  passedTwice: {
    status: 422,
    vi: '{name} được chuyển hai lần cho cùng một đơn vị.',
    en: '{name} passes to the same unit twice.',
  },
  passedToItself: {
    status: 422,
    vi: '{name} không thể chuyển cho chính nó.',
    en: '{name} cannot pass to itself.',
  },
  kindsDiffer: {
    status: 422,
    vi: 'Địa bàn của {name} chỉ có thể chuyển cho đơn vị cùng cấp; {other} thuộc cấp khác.',
    en: 'The land of {name} passes to a unit of its own level; {other} is of another.',
  },
  wholeAndParts: {
    status: 422,
    vi: '{name} được chuyển toàn bộ nên không thể còn phần nào cho đơn vị khác.',
    en: '{name} passes as a whole, so no part of it is left for another.',
  },
  wholeButStays: {
    status: 422,
    vi: '{name} được chuyển toàn bộ nên phải kết thúc.',
    en: '{name} passes as a whole, so it has to end.',
  },
  moreThanWhole: {
    status: 422,
    vi: 'Các phần của {name} cộng lại là {percent}%: nhiều hơn toàn bộ.',
    en: 'The parts of {name} come to {percent}%: more than the whole.',
  },
  beforeFoundation: {
    status: 409,
    vi: 'Cây đơn vị đã được ghi đến ngày {on}; thay đổi phải từ ngày đó trở đi.',
    en: 'The tree is on record up to {on}; a change takes effect on that day or later.',
  },
  laterNoLongerFits: {
    status: 409,
    vi: 'Quyết định sau đó “{title}” (hiệu lực {on}) sẽ không còn phù hợp: {why}',
    en: 'A later decision, “{title}” (in force {on}), would no longer fit: {why}',
  },
  inForce: {
    status: 409,
    vi: 'Quyết định đã có hiệu lực từ {on} nên không thể rút lại; hãy ban hành quyết định mới.',
    en: 'The decision is in force since {on} and cannot be withdrawn; make a new one.',
  },
  unknownEnactment: { status: 404, vi: 'Không có quyết định này.', en: 'There is no such decision.' },
})
