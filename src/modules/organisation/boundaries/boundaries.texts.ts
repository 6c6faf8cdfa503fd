/** Words that several topics of boundaries say, and what several find wrong with a file of them; what one topic says stands beside it. */
import { catalogue } from '#kernel/language.ts'
import { problemCatalogue } from '#kernel/problem.ts'

export const texts = catalogue({
  boundaries: { vi: 'Ranh giới đơn vị', en: 'Boundaries of units' },
  loaded: { vi: 'Đã nạp', en: 'Imported' },
  day: { vi: 'Của ngày', en: 'As of' },
  inUse: { vi: 'Có ranh giới', en: 'With a boundary' },
  ofUnits: { vi: '{boundaries} trên {units} đơn vị', en: '{boundaries} of {units} units' },
  holds: { vi: 'Dùng cho các ngày', en: 'Used for' },
  source: { vi: 'Nguồn', en: 'Source' },
  importedAt: { vi: 'Nạp lúc', en: 'Imported at' },
  warningsOf: { vi: 'Điều cần xem của tệp {file}', en: 'Things to look at in {file}' },
  licence: { vi: 'Giấy phép', en: 'Licence' },
  checked: { vi: 'Kết quả kiểm tra', en: 'What the check found' },
  features: { vi: 'Vùng trong tệp', en: 'Areas in the file' },
  error: { vi: 'Lỗi', en: 'Error' },
  warning: { vi: 'Cần xem', en: 'Look at' },
  note: { vi: 'Ghi chú', en: 'Note' },
})

const status = 422

/** Of the whole file; nothing can be read from it. */
export const problems = problemCatalogue('organisation', {
  boundariesTooLarge: {
    status: 413,
    vi: 'Tệp lớn hơn {megabytes} MB. Hãy giản lược hoặc chia tệp theo đơn vị cấp trên.',
    en: 'The file is larger than {megabytes} MB. Simplify it, or divide it by higher units.',
  },
  boundariesEmpty: { status, vi: 'Tệp không có vùng nào.', en: 'There is no area in the file.' },
  wrongReference: {
    status,
    vi: 'Tệp ghi hệ tọa độ {system, select, degrees {VN-2000 tính bằng độ ({name}), lệch WGS84 khoảng 200 mét} metres {VN-2000 tính bằng mét ({name})} other {{name}}}, nên chưa nạp được. Trong QGIS: chọn Xuất → Lưu đối tượng thành…, định dạng GeoJSON, hệ tọa độ EPSG:4326 (WGS84), rồi chọn tệp mới.',
    en: 'The file names the reference system {system, select, degrees {VN-2000 in degrees ({name}), some 200 metres off WGS84} metres {VN-2000 in metres ({name})} other {{name}}}, so it cannot be imported yet. In QGIS: Export → Save Features As…, format GeoJSON, reference system EPSG:4326 (WGS84); then choose the new file.',
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
})
