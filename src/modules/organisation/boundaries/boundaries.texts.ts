/** The words of boundaries, and what can be wrong with a file of them. */
import { catalogue } from '#kernel/language.ts'
import { problemCatalogue } from '#kernel/problem.ts'

export const texts = catalogue({
  boundaries: { vi: 'Ranh giới đơn vị', en: 'Boundaries of units' },
  lead: {
    vi: 'Nạp ranh giới từ tệp GeoJSON. Nơi đã có ranh giới, bản đồ vẽ theo ranh giới; nơi chưa có, bản đồ vẽ ô bằng nhau.',
    en: 'Import boundaries from GeoJSON files. Maps are drawn by boundaries where there are any, as equal tiles elsewhere.',
  },
  fileName: { vi: 'Tệp', en: 'File' },
  loaded: { vi: 'Đã nạp', en: 'Imported' },
  none: { vi: 'Chưa nạp ranh giới nào.', en: 'No boundaries have been imported yet.' },
  noneHint: {
    vi: 'Chọn một tệp GeoJSON ở trên và bấm “Kiểm tra tệp”. Chưa có gì được nạp khi kiểm tra.',
    en: 'Choose a GeoJSON file above and press “Check the file”. Checking imports nothing.',
  },
  day: { vi: 'Của ngày', en: 'As of' },
  dayExplained: {
    vi: 'Ranh giới dùng cho mọi ngày quanh ngày này mà đất của đơn vị không đổi.',
    en: 'A boundary is used on all days around this one on which the land of its unit stayed the same.',
  },
  inUse: { vi: 'Có ranh giới', en: 'With a boundary' },
  ofUnits: { vi: '{boundaries} trên {units} đơn vị', en: '{boundaries} of {units} units' },
  ofThisFile: { vi: '({count} từ tệp này)', en: '({count} of them by this file)' },
  notInUse: { vi: 'đã được thay', en: 'replaced' },
  holds: { vi: 'Dùng cho các ngày', en: 'Used for' },
  until: { vi: 'đến hết {day}', en: 'until {day}' },
  since: { vi: 'từ {day}', en: 'from {day}' },
  always: { vi: 'mọi ngày', en: 'every day' },
  km2: { vi: '{area} km²', en: '{area} km²' },
  source: { vi: 'Nguồn', en: 'Source' },
  importedAt: { vi: 'Nạp lúc', en: 'Imported at' },
  warningsOf: { vi: 'Điều cần xem của tệp {file}', en: 'Things to look at in {file}' },
  import: { vi: 'Nạp ranh giới', en: 'Import boundaries' },
  file: { vi: 'Tệp GeoJSON', en: 'GeoJSON file' },
  fileHint: {
    vi: 'Tọa độ là kinh độ, vĩ độ (WGS84), mỗi đơn vị một vùng. Tệp đến {megabytes, number} MB.',
    en: 'Coordinates in degrees, longitude first (WGS84), one area a unit. Up to {megabytes, number} MB.',
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
    vi: 'Để trống thì tìm: code, ma, ma_xa, GSO…; không có mã thì ghép theo tên',
    en: 'Empty: looked for by usual names; without codes areas are put to units by name',
  },
  onlyUnit: { vi: 'Mã đơn vị của cả tệp', en: 'Code of the unit of the whole file' },
  onlyUnitHint: {
    vi: 'Chỉ ghi khi mọi hình trong tệp là của một đơn vị và tệp không ghi mã, không ghi tên',
    en: 'Only where all shapes of the file are of one unit and the file gives neither code nor name',
  },
  matches: {
    vi: 'Ghép theo tên: xem từng cặp trước khi nạp',
    en: 'Put together by name: look at each before importing',
  },
  moreMatches: { vi: 'Còn {count} cặp nữa không liệt kê ở đây.', en: '{count} more are not listed here.' },
  nameInFile: { vi: 'Tên trong tệp', en: 'Name in the file' },
  toneless: { vi: 'không dấu', en: 'without tones' },
  code: { vi: 'Mã', en: 'Code' },
  areaNumber: { vi: 'Vùng thứ', en: 'Area' },
  confirmNames: { vi: 'Các cặp đều đúng, nạp ranh giới này', en: 'All of these are right: import the boundaries' },
  check: { vi: 'Kiểm tra tệp', en: 'Check the file' },
  confirm: { vi: 'Nạp ranh giới này', en: 'Import these boundaries' },
  another: { vi: 'Chọn tệp khác', en: 'Choose another file' },
  checked: { vi: 'Kết quả kiểm tra', en: 'What the check found' },
  checkedFine: {
    vi: 'Tệp {file} nạp được, cho ngày {on}. Chưa có gì thay đổi.',
    en: '{file} can be imported as of {on}. Nothing has changed yet.',
  },
  checkedBad: {
    vi: 'Tệp {file} chưa nạp được. Hãy sửa các lỗi dưới đây rồi kiểm tra lại.',
    en: '{file} cannot be imported. Put the errors below right and check again.',
  },
  codeIn: { vi: 'Mã lấy từ “{property}”', en: 'Codes from “{property}”' },
  nameIn: { vi: 'Tên lấy từ “{property}”', en: 'Names from “{property}”' },
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
  unknownBoundaryImport: {
    status: 404,
    vi: 'Không có lần nạp ranh giới này.',
    en: 'There is no such import of boundaries.',
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
  boundariesOtherFormat: {
    status,
    vi: 'Tệp là {format}, không phải GeoJSON. Trong QGIS: mở lớp, chọn Xuất → Lưu đối tượng thành…, định dạng GeoJSON, hệ tọa độ EPSG:4326.',
    en: 'The file is {format}, not GeoJSON. In QGIS: open the layer, choose Export → Save Features As…, format GeoJSON, reference system EPSG:4326.',
  },
  boundariesTooDeep: {
    status,
    vi: 'Tệp lồng nhau quá {most} tầng; GeoJSON chỉ cần khoảng mười. Tệp bị hỏng hoặc không phải ranh giới.',
    en: 'The file is nested more than {most} deep; GeoJSON needs about ten. It is damaged, or no file of boundaries.',
  },
  boundariesTooDetailed: {
    status: 413,
    vi: 'Tệp có hơn {most, number} điểm và vùng. Hãy giản lược đường ranh giới hoặc chia tệp theo đơn vị cấp trên.',
    en: 'The file has more than {most, number} positions and areas. Simplify it, or divide it by higher units.',
  },
  boundariesTooManyProperties: {
    status: 413,
    vi: 'Các vùng trong tệp có hơn {most, number} thuộc tính. Hãy chỉ giữ mã và tên.',
    en: 'The areas of the file have more than {most, number} properties. Keep only code and name.',
  },
  tooManyPoints: {
    status: 413,
    vi: 'Tệp có hơn {most, number} điểm (tính đến vùng thứ {feature}). Hãy giản lược đường ranh giới.',
    en: 'The file has more than {most, number} positions (by area {feature}). Simplify the boundaries.',
  },
  tooManyRings: {
    status: 413,
    vi: 'Tệp có hơn {most, number} đường bao (tính đến vùng thứ {feature}). Hãy bỏ các mảnh quá nhỏ.',
    en: 'The file has more than {most, number} rings (by area {feature}). Leave out the smallest pieces.',
  },
  boundariesNotJson: {
    status,
    vi: 'Tệp không phải JSON đúng cú pháp: {why, select, cut {tệp bị cắt giữa chừng, hãy lấy lại tệp} number {có NaN hoặc Infinity, JSON không nhận} other {{reason}}}.',
    en: 'The file is not JSON: {why, select, cut {it is cut short, get it again} number {it has NaN or Infinity, which JSON does not know} other {{reason}}}.',
  },
  boundariesNotGeoJson: {
    status,
    vi: 'Tệp không phải GeoJSON có vùng (thấy: {found}). Cần FeatureCollection, Feature, Polygon hoặc MultiPolygon.',
    en: 'The file is no GeoJSON of areas (found: {found}). A FeatureCollection, Feature, Polygon or MultiPolygon is needed.',
  },
  boundariesEmpty: { status, vi: 'Tệp không có vùng nào.', en: 'There is no area in the file.' },
  boundariesTooMany: {
    status,
    vi: 'Tệp có {count} vùng, nhiều hơn {most}.',
    en: 'The file has {count} areas, more than {most}.',
  },
  wrongReference: {
    status,
    vi: 'Tệp ghi hệ tọa độ {system, select, degrees {VN-2000 tính bằng độ ({name}), lệch WGS84 khoảng 200 mét} metres {VN-2000 tính bằng mét ({name})} other {{name}}}, nên chưa nạp được. Trong QGIS: chọn Xuất → Lưu đối tượng thành…, định dạng GeoJSON, hệ tọa độ EPSG:4326 (WGS84), rồi chọn tệp mới.',
    en: 'The file names the reference system {system, select, degrees {VN-2000 in degrees ({name}), some 200 metres off WGS84} metres {VN-2000 in metres ({name})} other {{name}}}, so it cannot be imported yet. In QGIS: Export → Save Features As…, format GeoJSON, reference system EPSG:4326 (WGS84); then choose the new file.',
  },
  noCodeProperty: {
    status,
    vi: 'Không thấy thuộc tính nào giữ mã hay tên đơn vị. Tệp có: {found}. Hãy ghi tên thuộc tính đó, hoặc ghi mã đơn vị nếu cả tệp là của một đơn vị.',
    en: 'No property holds the code or the name of the unit. The file has: {found}. Name that property, or give the code of the unit where the whole file is of one.',
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
  noShape: {
    status,
    vi: 'Vùng thứ {feature}{said} không có hình nên không được nạp.',
    en: 'Area {feature}{said} has no shape and is left out.',
  },
  otherShapes: {
    status,
    vi: 'Vùng thứ {feature}: bỏ qua {count} điểm hoặc đường nằm cạnh vùng.',
    en: 'Area {feature}: {count} points or lines beside its polygons are left out.',
  },
  hugeNumber: {
    status,
    vi: 'Vùng thứ {feature} có số không thể là tọa độ ({lon}; {lat}).',
    en: 'Area {feature} has numbers that can be no coordinates ({lon}; {lat}).',
  },
  projected: {
    status,
    vi: 'Vùng thứ {feature}{others, plural, =0 {} other { và # vùng khác}} không dùng độ ({lon}; {lat}): {system, select, metres {là mét của VN-2000 (hoặc UTM)} mercator {là mét của bản đồ web (EPSG:3857)} other {không rõ hệ tọa độ nào}}. Trong QGIS: đặt đúng hệ tọa độ của lớp, chọn Xuất → Lưu đối tượng thành…, định dạng GeoJSON, hệ tọa độ EPSG:4326 (WGS84), rồi chọn tệp mới.',
    en: 'Area {feature}{others, plural, =0 {} one { and # other} other { and # others}} is not in degrees ({lon}; {lat}): {system, select, metres {these are metres of VN-2000 (or UTM)} mercator {these are metres of web maps (EPSG:3857)} other {of no known reference system}}. In QGIS: set the right reference system of the layer, Export → Save Features As…, format GeoJSON, reference system EPSG:4326 (WGS84); then choose the new file.',
  },
  swapped: {
    status,
    vi: 'Vùng thứ {feature}{others, plural, =0 {} other { và # vùng khác}} để vĩ độ trước kinh độ ({lon}; {lat}). GeoJSON cần kinh độ trước: hãy đổi thứ tự khi xuất, rồi chọn tệp mới.',
    en: 'Area {feature}{others, plural, =0 {} one { and # other} other { and # others}} has latitude before longitude ({lon}; {lat}). GeoJSON wants longitude first: change the order on export, then choose the new file.',
  },
  outside: {
    status,
    vi: 'Vùng thứ {feature}{others, plural, =0 {} other { và # vùng khác}} nằm ngoài Việt Nam ({lon}; {lat}).',
    en: 'Area {feature}{others, plural, =0 {} one { and # other} other { and # others}} lies outside of Vietnam ({lon}; {lat}).',
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
  noName: {
    status,
    vi: 'Vùng thứ {feature} không có tên ở thuộc tính “{property}”.',
    en: 'Area {feature} has no name in the property “{property}”.',
  },
  noSuchName: {
    status,
    vi: 'Vùng thứ {feature}: vào ngày {on} không có đơn vị nào tên đúng là “{name}”{said}.{hasNear, select, yes { Gần giống: {near}. Hãy sửa tên trong tệp, hoặc thêm mã đơn vị.} other {}}',
    en: 'Area {feature}: on {on} no unit is called exactly “{name}”{said}.{hasNear, select, yes { Nearly: {near}. Correct the name in the file, or add the code of the unit.} other {}}',
  },
  noSuchAbove: {
    status,
    vi: 'Vùng thứ {feature} (“{name}”): vào ngày {on} không có đơn vị cấp trên “{above}”. Hãy xem lại ngày, hoặc thêm mã đơn vị.',
    en: 'Area {feature} (“{name}”): on {on} there is no higher unit “{above}”. Look at the day, or add the code of the unit.',
  },
  ambiguousName: {
    status,
    vi: 'Vùng thứ {feature}: vào ngày {on} có nhiều đơn vị tên “{name}”: {choices}. Hãy thêm mã đơn vị, hoặc tên đơn vị cấp trên, vào tệp.',
    en: 'Area {feature}: on {on} several units are called “{name}”: {choices}. Add the code of the unit, or the name of the unit above, to the file.',
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
  namesToConfirm: {
    status,
    vi: '{count} vùng được ghép với đơn vị theo tên: {examples}. Hãy kiểm tra tệp, xem từng cặp, rồi nạp lại và xác nhận (namesConfirmed; dòng lệnh: --names-confirmed).',
    en: '{count, plural, one {# area was} other {# areas were}} put to units by name: {examples}. Check the file, look at each, then import it with your confirmation (namesConfirmed; command line: --names-confirmed).',
  },
  joined: {
    status,
    vi: '{unit} gồm {count} vùng trong tệp (thứ {features}): đã ghép làm một.',
    en: '{unit} has {count} areas in the file ({features}): they were joined.',
  },
  twice: {
    status,
    vi: 'Vùng thứ {feature}: {unit} đã có ở vùng thứ {first}, hai vùng chồng lên nhau {common, number, ::.00} km². Hãy giữ một.',
    en: 'Area {feature}: {unit} is already area {first}, and the two share {common, number, ::.00} km². Keep one.',
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
  crossingsNotAllSeen: {
    status,
    vi: 'Đường bao quá phức tạp: chưa tìm hết chỗ tự cắt.',
    en: 'The rings are too intricate: not all of them were searched for crossings.',
  },
  overlapping: {
    status,
    vi: '{unit} và {other} chồng lên nhau {common, number, ::.00} km² ({percent}% đơn vị nhỏ hơn).',
    en: '{unit} and {other} overlap by {common, number, ::.00} km² ({percent}% of the smaller one).',
  },
  overlapsStanding: {
    status,
    vi: '{unit} chồng lên ranh giới đang dùng của {other}, đơn vị không có trong tệp: {common, number, ::.00} km² ({percent}% đơn vị nhỏ hơn).',
    en: '{unit} overlaps the boundary in use of {other}, which is not in the file, by {common, number, ::.00} km² ({percent}% of the smaller one).',
  },
  moreOverlaps: {
    status,
    vi: 'Còn {count} cặp đơn vị nữa chồng lên nhau.',
    en: '{count, plural, one {# more pair of units overlaps} other {# more pairs of units overlap}}.',
  },
  overlapsNotAllSeen: {
    status,
    vi: 'Đường bao quá phức tạp: chưa xét hết các đơn vị chồng lên nhau.',
    en: 'The rings are too intricate: not all units were compared for overlaps.',
  },
  farFromPlace: {
    status,
    vi: '{unit}: ranh giới nằm cách vị trí đã ghi của đơn vị {km, number, ::.0} km.',
    en: '{unit}: the boundary lies {km, number, ::.0} km from the position on record.',
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
    vi: '{count} trên {units} đơn vị cùng cấp không có trong tệp: {names}{more, select, yes {, …} other {.}}',
    en: '{count} of {units} units of this kind are not in the file: {names}{more, select, yes {, …} other {.}}',
  },
  turnedRings: {
    status,
    vi: 'Đã đảo chiều đường bao của {count} vùng cho đúng cách vẽ bản đồ.',
    en: 'The rings of {count} areas were turned to run the way maps are drawn.',
  },
})
