/** What can be wrong with a file of boundaries as a whole. */
import { problemCatalogue } from '#kernel/problem.ts'

const status = 422

export const problems = problemCatalogue('organisation', {
  noCodeProperty: {
    status,
    vi: 'Không thấy thuộc tính nào giữ mã hay tên đơn vị. Tệp có: {found}. Hãy ghi tên thuộc tính đó, hoặc ghi mã đơn vị nếu cả tệp là của một đơn vị.',
    en: 'No property holds the code or the name of the unit. The file has: {found}. Name that property, or give the code of the unit where the whole file is of one.',
  },
  otherProvince: {
    status,
    vi: '{count} vùng ghi là của tỉnh, thành phố khác ({names}) nên không được nạp.',
    en: '{count, plural, one {# area is said to be of another province} other {# areas are said to be of other provinces}} ({names}) and left out.',
  },
  namedInsteadOfCodes: {
    status,
    vi: 'Thuộc tính “{property}” (ví dụ “{value}”) không giữ mã đơn vị: {count} vùng được ghép với đơn vị theo tên. Hãy xem từng cặp trước khi nạp.',
    en: 'The property “{property}” (as in “{value}”) does not hold codes of units: {count, plural, one {# area was} other {# areas were}} put to units by name. Look at each before importing.',
  },
  namedNotCoded: {
    status,
    vi: 'Tệp không có mã đơn vị: {count} vùng được ghép với đơn vị theo tên. Hãy xem từng cặp trước khi nạp.',
    en: 'The file has no codes of units: {count, plural, one {# area was} other {# areas were}} put to units by name. Look at each before importing.',
  },
  crossingsNotAllSeen: {
    status,
    vi: 'Đường bao quá phức tạp: chưa tìm hết chỗ tự cắt.',
    en: 'The rings are too intricate: not all of them were searched for crossings.',
  },
  turnedRings: {
    status,
    vi: 'Đã đảo chiều đường bao của {count} vùng cho đúng cách vẽ bản đồ.',
    en: 'The rings of {count} areas were turned to run the way maps are drawn.',
  },
})
