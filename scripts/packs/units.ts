/** The units of Hanoi in time, and how the units of one date became those of the next. */
import { join } from 'node:path'
import { type CsvRow, readCsv } from './csv.ts'
import { readPoints } from './geometry.ts'

const columns = ['code', 'kind', 'name', 'type', 'parentCode', 'validFrom', 'validTo', 'areaKm2', 'seat', 'lon', 'lat']

const sources = {
  gso: {
    title: 'Danh mục đơn vị hành chính của Tổng cục Thống kê (mã, tên, ngày hiệu lực), đối chiếu ba bản công bố',
    url: 'https://github.com/tranngocminhhieu/vietnamadminunits',
    licence: 'MIT',
  },
  nq1286: { title: 'Sắp xếp đơn vị hành chính cấp xã của Hà Nội giai đoạn 2023-2025', number: '1286/NQ-UBTVQH15' },
  nq1656: { title: 'Sắp xếp các đơn vị hành chính cấp xã của thành phố Hà Nội năm 2025', number: '1656/NQ-UBTVQH15' },
  thanglequoc: {
    title: 'Diện tích, trụ sở, điểm của 126 xã, phường',
    url: 'https://github.com/thanglequoc/vietnamese-provinces-database',
    licence: 'MIT',
  },
  choisy: {
    title: 'Ranh giới thô của các đơn vị cũ (dùng để ước lượng điểm và diện tích quận, huyện)',
    url: 'https://github.com/choisy/censusVN2009',
    licence: 'MIT',
  },
}

const mergedOn = '2025-01-01'
const twoTierOn = '2025-07-01'

/** `packs/hanoi/units.json`: one row a version of a unit; the key is code and validFrom. */
export function unitsPack(data: string): object {
  const details = new Map(readCsv(join(data, 'hanoi_communes_2025_detail.csv')).map((row) => [row.text('code'), row]))
  const areas = new Map(
    readCsv(join(data, 'hanoi_population_2019_by_district.csv')).map((row) => [
      row.text('code'),
      row.number('area_km2_gis'),
    ]),
  )
  const points = {
    before: readPoints(join(data, 'hanoi_communes_579_boundaries_lowres.geojson')),
    merged: readPoints(join(data, 'hanoi_communes_526_boundaries_lowres.geojson')),
    districts: readPoints(join(data, 'hanoi_districts_boundaries_lowres_mit.geojson')),
  }
  const rows = readCsv(join(data, 'hanoi_admin_units.csv')).map((row) => {
    const detail = row.text('valid_from') === twoTierOn ? details.get(row.text('code')) : undefined
    if (detail) return currentCommune(row, detail)
    const code = row.text('code')
    const commune = row.text('valid_to') === mergedOn ? points.before : points.merged
    const point = kindOf(code) === 'district' ? points.districts.get(code) : commune.get(code)
    return [...identityOf(row), areas.get(code) ?? null, null, point?.[0] ?? null, point?.[1] ?? null]
  })
  const estimates = {
    lonLat: 'city: none; districts and communes before 2025-07-01: centre of a coarse polygon (choisy), estimate',
    areaKm2: 'districts: measured on the map (choisy), estimate; communes since 2025-07-01: official (thanglequoc)',
  }
  return { columns, sources, estimates, rows }
}

function identityOf(row: CsvRow): (string | null)[] {
  const type = row.text('type')
  const name = row.text('name').replace(`${type} `, '')
  const dates = [row.maybe('valid_from'), row.maybe('valid_to')]
  return [row.text('code'), kindOf(row.text('code')), name, type, row.maybe('parent_code'), ...dates]
}

function currentCommune(row: CsvRow, detail: CsvRow): (string | number | null)[] {
  const place = [detail.number('lon'), detail.number('lat')].map((degrees) => Math.round(degrees * 1000) / 1000)
  return [...identityOf(row), detail.number('area_km2'), detail.text('admin_seat'), ...place]
}

function kindOf(code: string): 'city' | 'district' | 'commune' {
  return code.length === 2 ? 'city' : code.length === 3 ? 'district' : 'commune'
}

/** `packs/hanoi/successions.json`: a unit that only persists (same code, same name) has no row. */
export function successionsPack(data: string): object {
  const merged = readCsv(join(data, 'hanoi_commune_mapping_2025-01-01.csv'))
    .filter((row) => row.text('basis') !== 'same-code')
    .map((row) => [...pathOf(mergedOn, row), row.text('part') === 'full' ? 1 : null, null, row.text('basis')])
  const twoTier = readCsv(join(data, 'hanoi_commune_mapping_2025-07-01.csv')).map((row) => [
    ...pathOf(twoTierOn, row),
    row.text('part') === 'full' ? 1 : row.number('est_area_share'),
    row.text('population_moves'),
    row.text('remainder') === '1' ? 'remainder' : 'resolution',
  ])
  return {
    columns: ['on', 'fromCode', 'toCode', 'part', 'share', 'populationMoves', 'basis'],
    sources: { '2025-01-01': sources.nq1286, '2025-07-01': sources.nq1656, share: sources.choisy },
    bases: {
      alias: { meaning: 'the old name is given as an alias of the new unit', confidence: 'medium' },
      'renamed-on-merge': { meaning: 'the code lived on under a new name', confidence: 'medium' },
      confirmed: { meaning: 'found in a second source', confidence: 'high' },
      'split-confirmed': { meaning: 'split, both parts found in a second source', confidence: 'high' },
      'alias-split': { meaning: 'given as an alias of two new units: split', confidence: 'medium' },
      'alias-check-split': {
        meaning: 'given as an alias of one; may also have given a part elsewhere',
        confidence: 'low',
      },
      resolution: { meaning: 'named in the resolution', confidence: 'high' },
      remainder: { meaning: 'the resolution says "the remaining part"', confidence: 'high' },
    },
    rows: [...merged, ...twoTier],
  }
}

function pathOf(on: string, row: CsvRow): string[] {
  return [on, row.text('old_code'), row.text('new_code'), row.text('part')]
}
