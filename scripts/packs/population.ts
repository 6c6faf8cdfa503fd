/** Population of Hanoi: the census of 1 April 2019 and the registered population at the start of the two-tier city. */
import { join } from 'node:path'
import { type CsvRow, readCsv } from './csv.ts'

const censusOn = '2019-04-01'
const twoTierOn = '2025-07-01'
const measures = ['population', 'population_urban', 'population_rural', 'households'] as const
const censusColumns = ['population_2019', 'urban', 'rural', 'households_2019'] as const
/** Units that began after the census (NQ 2020), to which its figures are added up. */
const begunIn2020 = new Set(['09727', '09733', '10282'])
const tooLow = '00328' // Lĩnh Nam: the dossier's figure does not fit the census of the wards it was made from

type Cell = string | number | null

const sources = {
  census2019: {
    title: 'Tổng điều tra dân số và nhà ở 1/4/2019, theo đơn vị hành chính',
    url: 'https://www.gso.gov.vn',
  },
  dossier2025: {
    title: 'Quy mô dân số (đăng ký) trong hồ sơ sắp xếp 126 xã, phường, 2025',
    number: '1656/NQ-UBTVQH15',
  },
}

/** `packs/hanoi/population.json`. */
export function populationPack(data: string): object {
  const { rows: communes, unassigned } = communeCensus(readCsv(join(data, 'hanoi_population_2019_by_commune.csv')))
  const districts = readCsv(join(data, 'hanoi_population_2019_by_district.csv'))
  const city = censusColumns.map((column) => districts.reduce((sum, row) => sum + row.number(column), 0))
  const registered = readCsv(join(data, 'hanoi_communes_2025_detail.csv')).map((row): Cell[] => {
    const confidence = row.text('code') === tooLow ? 'low' : 'medium'
    return [
      row.text('code'),
      twoTierOn,
      twoTierOn,
      'population',
      row.number('population_2025'),
      'dossier2025',
      confidence,
    ]
  })
  return {
    columns: ['unitCode', 'unitValidFrom', 'asOf', 'measure', 'value', 'sourceId', 'confidence'],
    sources,
    unassignedColumns: ['code2019', 'name', 'wentTo', ...measures],
    unassigned,
    rows: [
      ...censusRows('01', city, 'high'),
      ...districts.flatMap((row) => censusRows(row.text('code'), countsOf(row), 'high')),
      ...communes,
      ...registered,
    ],
  }
}

/** Census communes added up to the units of 2024; one that was split in 2020 cannot be, and is listed apart. */
function communeCensus(census: CsvRow[]): { rows: Cell[][]; unassigned: unknown[][] } {
  const split = census.filter((row) => row.text('code_579').includes('|'))
  const heirs = new Set(split.flatMap((row) => row.text('code_579').split('|')))
  const totals = new Map<string, number[]>()
  for (const row of census.filter((each) => !split.includes(each))) {
    const code = row.text('code_579')
    totals.set(code, addUp(totals.get(code), countsOf(row)))
  }
  return {
    rows: [...totals].flatMap(([code, counts]) => censusRows(code, counts, heirs.has(code) ? 'low' : 'high')),
    unassigned: split.map((row) => [
      row.text('code_2019'),
      row.text('name_2019'),
      row.text('code_579').split('|'),
      ...countsOf(row),
    ]),
  }
}

function countsOf(row: CsvRow): number[] {
  return censusColumns.map((column) => row.number(column))
}

function addUp(sum: number[] | undefined, counts: number[]): number[] {
  return counts.map((count, index) => count + (sum?.[index] ?? 0))
}

function censusRows(code: string, counts: number[], confidence: string): Cell[][] {
  const validFrom = begunIn2020.has(code) ? '2020-03-01' : null
  return measures.map((measure, index) => [
    code,
    validFrom,
    censusOn,
    measure,
    counts[index] ?? 0,
    'census2019',
    confidence,
  ])
}

/** `packs/hanoi/population-age.json`: 18 five-year groups of the census, by district and area. */
export function agePack(data: string): object {
  const census = readCsv(join(data, 'hanoi_population_age_2019_by_district.csv'))
  const codes = [...new Set(census.map((row) => row.text('code')))]
  const rows = codes.flatMap((code) => {
    const groups = census.filter((row) => row.text('code') === code)
    return ['total', 'urban', 'rural'].map((area) => [code, area, groups.map((row) => row.number(area))])
  })
  const ageGroups = census.filter((row) => row.text('code') === '01').map((row) => row.text('age_group'))
  return {
    columns: ['unitCode', 'area', 'peopleByAgeGroup'],
    sources: { census2019: sources.census2019 },
    asOf: censusOn,
    ageGroups,
    rows,
  }
}
