/** Why a file of boundaries is not read at all. */
import { problemCatalogue } from '#kernel/problem.ts'

const status = 422

export const problems = problemCatalogue('organisation', {
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
})
