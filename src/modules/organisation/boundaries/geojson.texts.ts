/** What can be wrong with a file of areas as GeoJSON. */
import { problemCatalogue } from '#kernel/problem.ts'

const status = 422

export const problems = problemCatalogue('organisation', {
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
  boundariesTooMany: {
    status,
    vi: 'Tệp có {count} vùng, nhiều hơn {most}.',
    en: 'The file has {count} areas, more than {most}.',
  },
  badFeature: {
    status,
    vi: 'Vùng thứ {feature} không phải Feature của GeoJSON.',
    en: 'Area {feature} is no GeoJSON Feature.',
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
})
