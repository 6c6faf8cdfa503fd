/** The units of Hanoi in time, and how the units of one date became those of the next. */
import { join } from 'node:path'
import { type CsvRow, readCsv } from './csv.ts'
import { type Place, readPlaces } from './geometry.ts'

const columns = [
  ...['code', 'kind', 'name', 'type', 'parentCode', 'validFrom', 'validTo', 'areaKm2', 'areaIsEstimate', 'seat'],
  ...['lon', 'lat'],
]

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
    title: 'Ranh giới thô của các đơn vị cũ (dùng để ước lượng điểm, diện tích và tỷ lệ diện tích)',
    url: 'https://github.com/choisy/censusVN2009',
    licence: 'MIT',
  },
  danviet: {
    title: 'Quận Long Biên giảm 1 phường sau khi sắp xếp đơn vị hành chính (Dân Việt, 31/3/2024)',
    url: 'https://danviet.vn/quan-long-bien-giam-1-phuong-sau-khi-sap-xep-don-vi-hanh-chinh-20240331092434036.htm',
  },
}

/**
 * Shares of the units split on 2025-01-01, where a published plan gives the land of each piece. The coarse polygons of that day
 * do not show the splits: each old unit lies whole in one new one, so nothing can be measured on them.
 */
const publishedShares: Record<string, number> = { '00142 00136': share(0.73, 0.13), '00142 00151': share(0.13, 0.73) }

function share(km2: number, elsewhereKm2: number): number {
  return Math.round((km2 / (km2 + elsewhereKm2)) * 1000) / 1000
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
  const maps = {
    before: readPlaces(join(data, 'hanoi_communes_579_boundaries_lowres.geojson')),
    merged: readPlaces(join(data, 'hanoi_communes_526_boundaries_lowres.geojson')),
    districts: readPlaces(join(data, 'hanoi_districts_boundaries_lowres_mit.geojson')),
  }
  const rows = readCsv(join(data, 'hanoi_admin_units.csv')).map((row) => {
    const detail = row.text('valid_from') === twoTierOn ? details.get(row.text('code')) : undefined
    if (detail) return currentCommune(row, detail)
    const code = row.text('code')
    const commune = row.text('valid_to') === mergedOn ? maps.before : maps.merged
    const place = kindOf(code) === 'district' ? maps.districts.get(code) : commune.get(code)
    return [...identityOf(row), ...measuredOnMap(place, areas.get(code))]
  })
  const estimates = {
    lonLat: 'city: none; districts and communes before 2025-07-01: centre of a coarse polygon (choisy), estimate',
    areaKm2:
      'districts and communes before 2025-07-01: measured on the map (choisy), estimate; communes since 2025-07-01: official (thanglequoc)',
  }
  return { columns, sources, estimates, rows }
}

function measuredOnMap(place: Place | undefined, knownKm2?: number): (number | boolean | null)[] {
  const areaKm2 = knownKm2 ?? place?.areaKm2 ?? null
  return [areaKm2, areaKm2 !== null, null, place?.point[0] ?? null, place?.point[1] ?? null]
}

function identityOf(row: CsvRow): (string | null)[] {
  const type = row.text('type')
  const name = row.text('name').replace(`${type} `, '')
  const dates = [row.maybe('valid_from'), row.maybe('valid_to')]
  return [row.text('code'), kindOf(row.text('code')), name, type, row.maybe('parent_code'), ...dates]
}

function currentCommune(row: CsvRow, detail: CsvRow): (string | number | boolean | null)[] {
  const place = [detail.number('lon'), detail.number('lat')].map((degrees) => Math.round(degrees * 1000) / 1000)
  return [...identityOf(row), detail.number('area_km2'), false, detail.text('admin_seat'), ...place]
}

function kindOf(code: string): 'city' | 'district' | 'commune' {
  return code.length === 2 ? 'city' : code.length === 3 ? 'district' : 'commune'
}

/** `packs/hanoi/successions.json`: a unit that only persists (same code, same name) has no row. */
export function successionsPack(data: string): object {
  const merged = readCsv(join(data, 'hanoi_commune_mapping_2025-01-01.csv'))
    .filter((row) => row.text('basis') !== 'same-code')
    .map((row) => [...pathOf(mergedOn, row), shareOf(row), null, row.text('basis')])
  const twoTier = readCsv(join(data, 'hanoi_commune_mapping_2025-07-01.csv')).map((row) => [
    ...pathOf(twoTierOn, row),
    row.text('part') === 'full' ? 1 : row.number('est_area_share'),
    row.text('population_moves'),
    row.text('remainder') === '1' ? 'remainder' : 'resolution',
  ])
  return {
    columns: ['on', 'fromCode', 'toCode', 'part', 'share', 'populationMoves', 'basis'],
    sources: {
      '2025-01-01': sources.nq1286,
      '2025-07-01': sources.nq1656,
      share: sources.choisy,
      shareOf00142: sources.danviet,
    },
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
    shares: {
      '2025-01-01': 'of 00142: from the land of each piece in the published plan, estimate; of 00226: unknown',
      '2025-07-01': 'of partial rows: overlap of coarse polygons (choisy), estimate',
    },
    rows: [...merged, ...twoTier],
  }
}

function shareOf(row: CsvRow): number | null {
  if (row.text('part') === 'full') return 1
  return publishedShares[`${row.text('old_code')} ${row.text('new_code')}`] ?? null
}

function pathOf(on: string, row: CsvRow): string[] {
  return [on, row.text('old_code'), row.text('new_code'), row.text('part')]
}
