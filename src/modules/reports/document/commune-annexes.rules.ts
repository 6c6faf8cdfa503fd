/** Annexes with a row for every commune: titles, literacy and universal education, centres; totals first, then by district or kind. */
import type { ReportData, UnitFact } from '../facts/facts.model.ts'
import type { Grid, GridCell, GridColumn, GridRow } from './grids.model.ts'
import { none } from './grids.rules.ts'
import { groupRow, nameColumn, reachingColumn, shareColumn, sumColumn, unitRow } from './provenance-links.rules.ts'
import {
  communeGroups,
  communesOf,
  countedOf,
  countGiven,
  countReaching,
  groupName,
  placesHead,
  placesWord,
  shareOf,
  sumOf,
} from './report-figures.rules.ts'

type Measured = (units: readonly UnitFact[]) => GridCell[]

/** The city, then each district, or each type of commune where there are none, with its units in the order they were read. */
export function communeRows(data: ReportData, measured: Measured): GridRow[] {
  const communes = communesOf(data)
  return [
    {
      kind: 'total',
      of: groupRow('communes'),
      cells: ['', `Toàn thành phố (${communes.length})`, ...measured(communes)],
    },
    ...communeGroups(data).flatMap(({ units, ...group }, index): GridRow[] => [
      {
        kind: 'total',
        of: groupRow(groupName(group)),
        cells: [
          group.by === 'above' ? roman(index + 1) : (letters[index] ?? ''),
          `${group.name} (${units.length})`,
          ...measured(units),
        ],
      },
      ...units.map((unit, place): GridRow => {
        return { of: unitRow(unit.code), cells: [place + 1, unit.name, ...measured([unit])] }
      }),
    ]),
  ]
}

const letters = ['A', 'B', 'C', 'D']

const tens = ['', 'X', 'XX', 'XXX', 'XL', 'L', 'LX', 'LXX', 'LXXX', 'XC']
const ones = ['', 'I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX']

/** 1 to 99, as official lists number their districts. */
export function roman(place: number): string {
  return `${tens[Math.floor(place / 10)] ?? ''}${ones[place % 10] ?? ''}`
}

function numbered(data: ReportData): GridColumn[] {
  return [
    { header: 'TT', kind: 'number', weight: 1.1, align: 'center' },
    { header: placesHead(data), kind: 'text', weight: 4.6, of: nameColumn },
  ]
}

const titles = [
  { group: 'Công dân học tập', kind: 'citizens', total: 'citizens_18_plus' },
  { group: 'Gia đình học tập', kind: 'families', total: 'families_total' },
  { group: 'Dòng họ học tập', kind: 'clans', total: 'clans_total' },
  { group: 'Cộng đồng học tập', kind: 'communities', total: 'communities_total' },
  { group: 'Đơn vị học tập', kind: 'units', total: 'units_total' },
] as const

export function titlesAnnex(data: ReportData): Grid {
  return {
    name: 'II. Danh hiệu',
    title: `Kết quả đăng ký và công nhận các danh hiệu học tập năm ${data.year}`,
    landscape: true,
    source: `ĐK: số đăng ký; CN: số được công nhận; tỷ lệ: số được công nhận so với tổng số (công dân từ 18 tuổi, gia đình, dòng họ, thôn và tổ dân phố, đơn vị thuộc diện xét). ${signs(data)}`,
    columns: [
      { header: 'TT', kind: 'number', weight: 1, align: 'center' },
      { header: placesHead(data), kind: 'text', weight: 7, of: nameColumn },
      ...titles.flatMap(({ group, kind, total }): GridColumn[] => {
        const recognised = `learning_${kind}_recognised`
        return [
          { header: 'ĐK', group, kind: 'number', weight: 1.6, of: sumColumn(`learning_${kind}_registered`) },
          { header: 'CN', group, kind: 'number', weight: 1.6, of: sumColumn(recognised) },
          { header: '%', group, kind: 'share', weight: 1.3, of: shareColumn(recognised, total) },
        ]
      }),
    ],
    rows: communeRows(data, (units) =>
      titles.flatMap(({ kind, total }) => [
        sumOf(units, `learning_${kind}_registered`),
        sumOf(units, `learning_${kind}_recognised`),
        share(units, `learning_${kind}_recognised`, total),
      ]),
    ),
  }
}

const aged = 'Độ tuổi 15-60'

export function literacyAnnex(data: ReportData): Grid {
  return {
    name: 'III. Xóa mù chữ, phổ cập',
    title: `Kết quả xóa mù chữ, phổ cập giáo dục năm ${data.year}`,
    landscape: true,
    source: `Số liệu của năm phổ cập giáo dục (từ 01/10/${data.year - 1} đến 30/9/${data.year}). Mức độ theo quyết định công nhận còn hiệu lực; dòng tổng ghi số ${placesWord(data)} đạt từ mức độ 1 trở lên trên số đã báo cáo. ${signs(data)}`,
    columns: [
      ...numbered(data),
      { header: 'Số người', group: aged, kind: 'number', weight: 2.3, of: sumColumn('population_15_60') },
      ...[1, 2].flatMap((level): GridColumn[] => {
        const literate = `literate_level${level}_15_60`
        return [
          { header: `Biết chữ mức độ ${level}`, group: aged, kind: 'number', weight: 2.3, of: sumColumn(literate) },
          { header: '%', group: aged, kind: 'share', weight: 1.7, of: shareColumn(literate, 'population_15_60') },
        ]
      }),
      { header: 'Học viên', group: 'Xóa mù chữ', kind: 'number', weight: 1.7, of: sumColumn('literacy_learners') },
      { header: 'Mới biết chữ', group: 'Xóa mù chữ', kind: 'number', weight: 1.6, of: sumColumn('newly_literate') },
      { header: 'Tái mù chữ', group: 'Xóa mù chữ', kind: 'number', weight: 1.5, of: sumColumn('relapsed_illiterate') },
      ...standards.map(({ header, measure }): GridColumn => {
        const of = reachingColumn(measure)
        return { header, group: 'Đạt chuẩn', kind: 'text', weight: 1.8, align: 'center', of }
      }),
    ],
    rows: communeRows(data, literacyCells),
  }
}

const standards = [
  { header: 'Xóa mù chữ', measure: 'literacy_level_reached', isLevel: true },
  { header: 'Mầm non 5 tuổi', measure: 'universal_preschool_5_met', isLevel: false },
  { header: 'Tiểu học', measure: 'universal_primary_level', isLevel: true },
  { header: 'Trung học cơ sở', measure: 'universal_lower_secondary_level', isLevel: true },
] as const

function literacyCells(units: readonly UnitFact[]): GridCell[] {
  return [
    sumOf(units, 'population_15_60'),
    sumOf(units, 'literate_level1_15_60'),
    share(units, 'literate_level1_15_60', 'population_15_60'),
    sumOf(units, 'literate_level2_15_60'),
    share(units, 'literate_level2_15_60', 'population_15_60'),
    sumOf(units, 'literacy_learners'),
    sumOf(units, 'newly_literate'),
    sumOf(units, 'relapsed_illiterate'),
    ...standards.map(({ measure, isLevel }) => standardCell(units, measure, isLevel)),
  ]
}

/** The level of one unit; of several, how many reach level 1 of those that told. */
function standardCell(units: readonly UnitFact[], measure: string, isLevel: boolean): GridCell {
  const given = countGiven(units, measure)
  if (given === 0) return null
  const [only, ...others] = units
  if (only && others.length === 0) {
    const level = only.values[measure] ?? 0
    if (level < 1) return 'Chưa đạt'
    return isLevel ? `Mức ${level}` : 'Đạt'
  }
  return `${countReaching(units, measure)}/${given}`
}

const ratings = [
  { header: 'Tốt', measure: 'centres_rated_good' },
  { header: 'Khá', measure: 'centres_rated_fair' },
  { header: 'Trung bình', measure: 'centres_rated_average' },
  { header: 'Yếu', measure: 'centres_rated_weak' },
] as const

export function centresAnnex(data: ReportData): Grid {
  return {
    name: 'IV. Trung tâm học tập cộng đồng',
    title: `Hoạt động của trung tâm học tập cộng đồng năm ${data.year}`,
    landscape: true,
    source: `Lượt người học: một người học nhiều lớp tính nhiều lượt; số người học: mỗi người tính một lần. ${signs(data)}`,
    columns: [
      ...numbered(data),
      { header: 'Tổng số', group: 'Trung tâm', kind: 'number', weight: 1.7, of: sumColumn('centres_total') },
      { header: 'Ứng dụng CNTT', group: 'Trung tâm', kind: 'number', weight: 1.9, of: sumColumn('centres_using_it') },
      {
        header: '%',
        group: 'Trung tâm',
        kind: 'share',
        weight: 1.8,
        of: shareColumn('centres_using_it', 'centres_total'),
      },
      ...ratings.map(({ header, measure }): GridColumn => {
        return { header, group: 'Xếp loại', kind: 'number', weight: 1.6, of: sumColumn(measure) }
      }),
      {
        header: '% loại Tốt',
        group: 'Xếp loại',
        kind: 'share',
        weight: 1.8,
        of: shareColumn('centres_rated_good', 'centres_total'),
      },
      { header: 'Lớp, chuyên đề', kind: 'number', weight: 1.9, of: sumColumn('centre_classes') },
      { header: 'Lượt người học', kind: 'number', weight: 2.2, of: sumColumn('learner_turns') },
      { header: 'Số người học', kind: 'number', weight: 2.2, of: sumColumn('learners') },
    ],
    rows: communeRows(data, (units) => [
      sumOf(units, 'centres_total'),
      sumOf(units, 'centres_using_it'),
      share(units, 'centres_using_it', 'centres_total'),
      ...ratings.map(({ measure }) => sumOf(units, measure)),
      share(units, 'centres_rated_good', 'centres_total'),
      sumOf(units, 'centre_classes'),
      sumOf(units, 'learner_turns'),
      sumOf(units, 'learners'),
    ]),
  }
}

function share(units: readonly UnitFact[], numerator: string, denominator: string): GridCell {
  const value = shareOf(units, numerator, denominator)
  return value === undefined ? none : value
}

/** How to read the empty cells of an annex, and what its totals are worth. */
export function signs(data: ReportData): string {
  const communes = communesOf(data)
  const approved = countedOf(communes).length
  const worth =
    approved < communes.length
      ? ` Dòng tổng là số ước tính, cộng từ ${approved}/${communes.length} ${placesWord(data)} đã được duyệt báo cáo.`
      : communes.some((unit) => unit.status !== 'confirmed')
        ? ' Số liệu sơ bộ.'
        : ''
  return `Dấu “...”: chưa có số liệu được duyệt; dấu “–”: không phát sinh.${worth}`
}
