/** GeoJSON files as tests of boundaries write them: squares, features, collections; and places of a small old map. */
import type { Place } from './boundaries.model.ts'

/** A square of `size` degrees with its south-west corner there, clockwise. */
export function square(lon: number, lat: number, size: number): [number, number][] {
  return [
    [lon, lat],
    [lon, lat + size],
    [lon + size, lat + size],
    [lon + size, lat],
    [lon, lat],
  ]
}

export function feature(properties: unknown, coordinates: unknown, type = 'Polygon') {
  return { type: 'Feature', properties, geometry: { type, coordinates } }
}

export function fileOf(features: unknown[], more: object = {}): string {
  return JSON.stringify({ type: 'FeatureCollection', ...more, features })
}

export function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}

const city = { code: '01', name: 'Hà Nội', fullName: 'Thành phố Hà Nội' }

function placeOf(
  code: string,
  kind: string,
  fullName: string,
  name: string,
  above: NonNullable<Place['above']>,
): Place {
  const kindName = { vi: kind, en: kind }
  const days = { from: '2020-01-01', to: '2025-07-01' }
  return { id: code, code, kind, kindName, name, fullName, areaKm2: null, areaIsEstimate: false, above, ...days }
}

const district = (code: string, type: string, name: string) =>
  placeOf(code, 'district', `${type} ${name}`, name, [city])
const commune = (code: string, type: string, name: string, above: Place) =>
  placeOf(code, 'commune', `${type} ${name}`, name, [above, city])

const badinh = district('001', 'Quận', 'Ba Đình')
const phuctho = district('272', 'Huyện', 'Phúc Thọ')
const danphuong = district('273', 'Huyện', 'Đan Phượng')

/** As before July 2025: names stand twice in two districts, or once for a district and once for its town. */
export const oldPlaces: readonly Place[] = [
  placeOf('01', 'city', 'Thành phố Hà Nội', 'Hà Nội', []),
  ...[badinh, phuctho, danphuong],
  commune('00001', 'Phường', 'Phúc Xá', badinh),
  commune('00005', 'Phường', 'Thịnh Hòa', badinh),
  commune('00007', 'Phường', 'Văn Miếu - Quốc Tử Giám', badinh),
  commune('00010', 'Phường', '1', badinh),
  commune('00011', 'Phường', '12', badinh),
  commune('09715', 'Thị trấn', 'Phúc Thọ', phuctho),
  commune('09720', 'Xã', 'Long Xuyên', phuctho),
  commune('09730', 'Xã', 'Tân Hội', phuctho),
  commune('09731', 'Xã', 'Tản Hồng', phuctho),
  commune('09740', 'Xã', 'Tân Hội', danphuong),
  commune('09741', 'Xã', 'Tân Hồng', danphuong),
]
