/** Words of the form by which a file of boundaries is checked and imported. */
import { catalogue } from '#kernel/language.ts'
import { problemCatalogue } from '#kernel/problem.ts'

const status = 422

export const texts = catalogue({
  lead: {
    vi: 'Nạp ranh giới từ tệp GeoJSON. Nơi đã có ranh giới, bản đồ vẽ theo ranh giới; nơi chưa có, bản đồ vẽ ô bằng nhau.',
    en: 'Import boundaries from GeoJSON files. Maps are drawn by boundaries where there are any, as equal tiles elsewhere.',
  },
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
  confirmNames: { vi: 'Các cặp đều đúng, nạp ranh giới này', en: 'All of these are right: import the boundaries' },
  check: { vi: 'Kiểm tra tệp', en: 'Check the file' },
  confirm: { vi: 'Nạp ranh giới này', en: 'Import these boundaries' },
  another: { vi: 'Chọn tệp khác', en: 'Choose another file' },
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
  properties: { vi: 'Thuộc tính', en: 'Properties' },
  done: { vi: 'Đã nạp ranh giới của {count} đơn vị.', en: 'Boundaries of {count} units were imported.' },
})

export const problems = problemCatalogue('organisation', {
  noBoundaryFile: { status, vi: 'Chọn một tệp GeoJSON.', en: 'Choose a GeoJSON file.' },
})
