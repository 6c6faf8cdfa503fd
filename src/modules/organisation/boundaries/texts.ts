/** The words of boundaries, and what can be wrong with a file of them. */
import { catalogue } from '#kernel/language.ts'
import { problemCatalogue } from '#kernel/problem.ts'

export const texts = catalogue({
  boundaries: { vi: 'Ranh giới đơn vị', en: 'Boundaries of units' },
  lead: {
    vi: 'Nạp ranh giới từ tệp GeoJSON. Nơi đã có ranh giới, bản đồ vẽ theo ranh giới; nơi chưa có, bản đồ vẽ ô bằng nhau.',
    en: 'Import boundaries from GeoJSON files. Maps are drawn by boundaries where there are any, as equal tiles elsewhere.',
  },
  loaded: { vi: 'Đã nạp', en: 'Imported' },
  none: { vi: 'Chưa nạp ranh giới nào.', en: 'No boundaries have been imported yet.' },
  noneHint: {
    vi: 'Chọn một tệp GeoJSON ở dưới và bấm “Kiểm tra tệp”. Chưa có gì được nạp khi kiểm tra.',
    en: 'Choose a GeoJSON file below and press “Check the file”. Checking imports nothing.',
  },
  day: { vi: 'Của ngày', en: 'As of' },
  dayExplained: {
    vi: 'Ranh giới dùng cho mọi ngày quanh ngày này mà đất của đơn vị không đổi.',
    en: 'A boundary is used on all days around this one on which the land of its unit stayed the same.',
  },
  kind: { vi: 'Cấp', en: 'Kind' },
  inUse: { vi: 'Có ranh giới', en: 'With a boundary' },
  ofUnits: { vi: '{boundaries} trên {units} đơn vị', en: '{boundaries} of {units} units' },
  ofThisFile: { vi: '({count} từ tệp này)', en: '({count} of them by this file)' },
  notInUse: { vi: 'đã được thay', en: 'replaced' },
  holds: { vi: 'Dùng cho các ngày', en: 'Used for' },
  until: { vi: 'đến hết {day}', en: 'until {day}' },
  since: { vi: 'từ {day}', en: 'from {day}' },
  always: { vi: 'mọi ngày', en: 'every day' },
  area: { vi: 'Diện tích đo được', en: 'Measured area' },
  km2: { vi: '{area} km²', en: '{area} km²' },
  source: { vi: 'Nguồn', en: 'Source' },
  importedAt: { vi: 'Nạp lúc', en: 'Imported at' },
  warnings: {
    vi: '{count, plural, other {# điều cần xem}}',
    en: '{count, plural, one {# thing to look at} other {# things to look at}}',
  },
  warningsOf: { vi: 'Điều cần xem của tệp {file}', en: 'Things to look at in {file}' },
  import: { vi: 'Nạp ranh giới', en: 'Import boundaries' },
  file: { vi: 'Tệp GeoJSON', en: 'GeoJSON file' },
  fileHint: {
    vi: 'Tọa độ là kinh độ, vĩ độ (WGS84), mỗi đơn vị một vùng. Ở đây nhận tệp đến 12 MB; tệp lớn hơn nạp bằng ./hieuhoc boundaries import.',
    en: 'Coordinates in degrees, longitude first (WGS84), one area a unit. Up to 12 MB here; larger files by ./hieuhoc boundaries import.',
  },
  on: { vi: 'Một ngày mà ranh giới này đúng', en: 'A day on which these boundaries hold' },
  onHint: {
    vi: 'Ranh giới được dùng cho cả quãng ngày quanh đó mà đất của từng đơn vị không đổi.',
    en: 'Each boundary is used for the whole stretch of days around it on which the land of its unit stayed the same.',
  },
  sourceField: { vi: 'Nguồn của ranh giới', en: 'Where the boundaries come from' },
  sourceHint: { vi: 'Cơ quan hoặc bộ dữ liệu; hiện dưới bản đồ', en: 'The office or data set; it is named below maps' },
  licence: { vi: 'Giấy phép', en: 'Licence' },
  codeProperty: { vi: 'Thuộc tính giữ mã đơn vị', en: 'Property with the code of the unit' },
  nameProperty: { vi: 'Thuộc tính giữ tên đơn vị', en: 'Property with the name of the unit' },
  propertyHint: {
    vi: 'Để trống thì tìm: code, ma, ma_xa, GSO…; name, ten, ten_xa…',
    en: 'Empty: looked for by usual names',
  },
  check: { vi: 'Kiểm tra tệp', en: 'Check the file' },
  confirm: { vi: 'Nạp ranh giới này', en: 'Import these boundaries' },
  another: { vi: 'Chọn tệp khác', en: 'Choose another file' },
  checked: { vi: 'Kết quả kiểm tra', en: 'What the check found' },
  checkedFine: {
    vi: 'Tệp {file} nạp được vào ngày {on}. Chưa có gì thay đổi.',
    en: '{file} can be imported as of {on}. Nothing has changed yet.',
  },
  checkedBad: {
    vi: 'Tệp {file} chưa nạp được. Hãy sửa các lỗi dưới đây rồi kiểm tra lại.',
    en: '{file} cannot be imported. Put the errors below right and check again.',
  },
  codeIn: { vi: 'Mã lấy từ “{property}”', en: 'Codes from “{property}”' },
  nameIn: { vi: 'tên lấy từ “{property}”', en: 'names from “{property}”' },
  features: { vi: 'Vùng trong tệp', en: 'Areas in the file' },
  properties: { vi: 'Thuộc tính', en: 'Properties' },
  severity: { vi: 'Mức', en: 'Kind' },
  error: { vi: 'Lỗi', en: 'Error' },
  warning: { vi: 'Cần xem', en: 'Look at' },
  note: { vi: 'Ghi chú', en: 'Note' },
  what: { vi: 'Nội dung', en: 'What' },
  unit: { vi: 'Đơn vị', en: 'Unit' },
  wholeFile: { vi: 'cả tệp', en: 'whole file' },
  nothingFound: { vi: 'Không có gì phải xem.', en: 'Nothing to look at.' },
  moreFindings: { vi: 'Còn {count} điều nữa không liệt kê ở đây.', en: '{count} more are not listed here.' },
  done: { vi: 'Đã nạp ranh giới của {count} đơn vị.', en: 'Boundaries of {count} units were imported.' },
})

const status = 422

/** Of the whole file; nothing can be read from it. */
export const problems = problemCatalogue('organisation', {
  noBoundaryFile: { status, vi: 'Chọn một tệp GeoJSON.', en: 'Choose a GeoJSON file.' },
  boundaryFileGone: {
    status,
    vi: 'Tệp đã kiểm tra không còn. Hãy chọn lại tệp.',
    en: 'The checked file is gone. Choose the file again.',
  },
  boundariesTooLarge: {
    status: 413,
    vi: 'Tệp lớn hơn {megabytes} MB. Hãy giản lược hoặc chia tệp theo đơn vị cấp trên.',
    en: 'The file is larger than {megabytes} MB. Simplify it, or divide it by higher units.',
  },
  boundariesNotText: {
    status,
    vi: 'Tệp không phải văn bản UTF-8. Nếu là shapefile hoặc tệp nén, hãy xuất ra GeoJSON.',
    en: 'The file is no UTF-8 text. Export shapefiles and archives as GeoJSON.',
  },
  boundariesNotJson: {
    status,
    vi: 'Tệp không phải JSON: {reason}.',
    en: 'The file is not JSON: {reason}.',
  },
  boundariesNotGeoJson: {
    status,
    vi: 'Tệp không phải FeatureCollection của GeoJSON (thấy: {found}).',
    en: 'The file is no GeoJSON FeatureCollection (found: {found}).',
  },
  boundariesEmpty: { status, vi: 'Tệp không có vùng nào.', en: 'There is no area in the file.' },
  boundariesTooMany: {
    status,
    vi: 'Tệp có {count} vùng, nhiều hơn {most}.',
    en: 'The file has {count} areas, more than {most}.',
  },
  wrongReference: {
    status,
    vi: 'Tệp ghi hệ tọa độ {name}. Hãy chuyển sang WGS84 (EPSG:4326), kinh độ trước, vĩ độ sau.',
    en: 'The file names the reference system {name}. Convert it to WGS84 (EPSG:4326), longitude first.',
  },
  noCodeProperty: {
    status,
    vi: 'Không thấy thuộc tính nào giữ mã đơn vị. Tệp có: {found}.',
    en: 'No property holds the code of the unit. The file has: {found}.',
  },
  badFeature: {
    status,
    vi: 'Vùng thứ {feature} không phải Feature của GeoJSON.',
    en: 'Area {feature} is no GeoJSON Feature.',
  },
  notAnArea: {
    status,
    vi: 'Vùng thứ {feature} là {found}; cần Polygon hoặc MultiPolygon.',
    en: 'Area {feature} is {found}; Polygon or MultiPolygon is needed.',
  },
  badPositions: {
    status,
    vi: 'Vùng thứ {feature} có tọa độ không phải là cặp số.',
    en: 'Area {feature} has coordinates that are no pairs of numbers.',
  },
  shortRing: {
    status,
    vi: 'Vùng thứ {feature} có đường bao ít hơn 4 điểm.',
    en: 'Area {feature} has a ring of fewer than 4 positions.',
  },
  openRing: {
    status,
    vi: 'Vùng thứ {feature} có đường bao không khép kín: điểm cuối phải trùng điểm đầu.',
    en: 'Area {feature} has a ring that is not closed: the last position must be the first.',
  },
  projected: {
    status,
    vi: 'Vùng thứ {feature} không dùng độ ({lon}; {lat}): có lẽ là mét của VN-2000. Hãy chuyển sang WGS84.',
    en: 'Area {feature} is not in degrees ({lon}; {lat}): perhaps metres of VN-2000. Convert it to WGS84.',
  },
  swapped: {
    status,
    vi: 'Vùng thứ {feature} để vĩ độ trước kinh độ ({lon}; {lat}). GeoJSON cần kinh độ trước.',
    en: 'Area {feature} has latitude before longitude ({lon}; {lat}). GeoJSON wants longitude first.',
  },
  outside: {
    status,
    vi: 'Vùng thứ {feature} nằm ngoài Việt Nam ({lon}; {lat}).',
    en: 'Area {feature} lies outside of Vietnam ({lon}; {lat}).',
  },
  flat: { status, vi: 'Vùng thứ {feature} không có diện tích.', en: 'Area {feature} has no surface.' },
  noCode: {
    status,
    vi: 'Vùng thứ {feature} không có mã ở thuộc tính “{property}”.',
    en: 'Area {feature} has no code in the property “{property}”.',
  },
  noSuchUnit: {
    status,
    vi: 'Vùng thứ {feature}: vào ngày {on} không có đơn vị mã {code}{said}.',
    en: 'Area {feature}: on {on} there is no unit {code}{said}.',
  },
  twice: {
    status,
    vi: 'Vùng thứ {feature}: {unit} đã có ở vùng thứ {first}.',
    en: 'Area {feature}: {unit} is already area {first}.',
  },
  otherName: {
    status,
    vi: 'Vùng thứ {feature} tên là “{name}”, nhưng vào ngày {on} mã {code} là {unit}. Mã được dùng lại sau sáp nhập: hãy xem lại ngày.',
    en: 'Area {feature} is called “{name}”, but on {on} the code {code} is {unit}. Codes are reused after mergers: look at the day.',
  },
  nearName: {
    status,
    vi: 'Vùng thứ {feature} viết tên “{name}”; đơn vị là {unit}.',
    en: 'Area {feature} writes the name “{name}”; the unit is {unit}.',
  },
  crossing: {
    status,
    vi: '{unit}: đường bao tự cắt.',
    en: '{unit}: a ring crosses itself.',
  },
  areaDiffers: {
    status,
    vi: '{unit}: ranh giới đo được {measured, number, ::.0} km², diện tích chính thức {official, number, ::.0} km² (lệch {percent}%).',
    en: '{unit}: the boundary measures {measured, number, ::.0} km², the official area is {official, number, ::.0} km² ({percent}% off).',
  },
  areaDiffersFromEstimate: {
    status,
    vi: '{unit}: ranh giới đo được {measured, number, ::.0} km², diện tích ước tính đang ghi là {official, number, ::.0} km² (lệch {percent}%).',
    en: '{unit}: the boundary measures {measured, number, ::.0} km², the estimate on record is {official, number, ::.0} km² ({percent}% off).',
  },
  without: {
    status,
    vi: '{count} trên {units} đơn vị cùng cấp không có trong tệp: {names}.',
    en: '{count} of {units} units of this kind are not in the file: {names}.',
  },
  turnedRings: {
    status,
    vi: 'Đã đảo chiều đường bao của {count} vùng cho đúng cách vẽ bản đồ.',
    en: 'The rings of {count} areas were turned to run the way maps are drawn.',
  },
})
