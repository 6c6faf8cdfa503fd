/** Annexes about agencies and about the round: duties and what came of them, money, who reported when. */
import type { DutyFact, ReportData, UnitFact } from '../facts/facts.model.ts'
import { communeRows, signs } from './commune-annexes.rules.ts'
import type { Grid, GridCell, GridRow } from './grids.model.ts'
import { none } from './grids.rules.ts'
import { groupRow, nameColumn, shareColumn, sumColumn, unitRow } from './provenance-links.rules.ts'
import {
  agenciesOf,
  communeGroups,
  communesOf,
  day,
  hasDistricts,
  placesHead,
  shareOf,
  sumOf,
} from './report-figures.rules.ts'

export const roleNames: Record<DutyFact['role'], string> = {
  lead: 'Chủ trì',
  coordinate: 'Phối hợp',
  advise: 'Tham mưu',
  requested: 'Đề nghị thực hiện',
}

export function dutiesAnnex(data: ReportData): Grid {
  const byAgency = [...Map.groupBy(data.duties, (duty) => duty.agency.code).values()]
  return {
    name: 'V. Nhiệm vụ',
    title: `Tình hình thực hiện nhiệm vụ của các sở, ngành, tổ chức năm ${data.year}`,
    landscape: true,
    source: `Mục: số mục trong Kế hoạch số ${data.plan.symbol}. Cơ quan: cơ quan đang giữ nhiệm vụ ngày ${day(data.treeOn)}. Dấu “...”: chưa có báo cáo được duyệt; dấu “–”: không có nội dung.`,
    columns: [
      { header: 'Mục', kind: 'text', weight: 1.6, align: 'center' },
      { header: 'Nhiệm vụ', kind: 'text', weight: 6, of: nameColumn },
      { header: 'Vai trò', kind: 'text', weight: 1.9 },
      { header: 'Tình trạng', kind: 'text', weight: 2.2 },
      { header: 'Tiến độ (%)', kind: 'number', weight: 1.5 },
      { header: 'Kết quả chính', kind: 'text', weight: 6 },
      { header: 'Khó khăn, đề xuất', kind: 'text', weight: 4.5 },
    ],
    rows: byAgency.flatMap((duties): GridRow[] => [
      { kind: 'section', of: unitRow(duties[0]?.agency.code ?? ''), cells: [agencyHeading(data, duties)] },
      ...duties.map((duty): GridRow => ({ of: unitRow(duty.agency.code), cells: dutyCells(duty) })),
    ]),
  }
}

function agencyHeading(data: ReportData, duties: readonly DutyFact[]): string {
  const agency = duties[0]?.agency
  const input = data.units.find((unit) => unit.code === agency?.code && unit.audience === 'agency')
  const state = input ? (stateNames[input.state] ?? input.state) : 'không báo cáo riêng trong đợt này'
  return `${agency?.name} (${state.toLowerCase()})`
}

function dutyCells({ ref, title, role, report }: DutyFact): GridCell[] {
  const head = [ref, title, roleNames[role]]
  if (!report) return [...head, null, null, null, null]
  const { stateName, percent, result, difficulty, proposal } = report
  const difficulties = [difficulty && `Khó khăn: ${difficulty}`, proposal && `Đề xuất: ${proposal}`].filter(Boolean)
  return [...head, stateName, percent ?? none, result || none, difficulties.join('\n') || none]
}

const funds = [
  'money_state_planned',
  'money_state_spent',
  'money_mobilised',
  'money_mobilised_spent',
  'study_fund_raised',
  'study_fund_balance',
] as const

export function moneyAnnex(data: ReportData): Grid {
  const input = agenciesOf(data)
  const [planned, spent, mobilised, used, raised, balance] = funds
  // Roman numbers are the districts' where there are any: A, then I, then 1.
  const [first, second] = hasDistricts(data) ? ['A', 'B'] : ['I', 'II']
  const agencies = input.filter((unit) => funds.some((measure) => unit.values[measure] !== undefined))
  return {
    name: 'VI. Kinh phí',
    title: `Kinh phí thực hiện năm ${data.year} theo nguồn`,
    landscape: true,
    unit: 'triệu đồng',
    source: `Có số liệu kinh phí được duyệt của ${agencies.length}/${input.length} sở, ngành, tổ chức. ${signs(data)}`,
    columns: [
      { header: 'TT', kind: 'number', weight: 1.1, align: 'center' },
      { header: 'Đơn vị', kind: 'text', weight: 6, of: nameColumn },
      { header: 'Dự toán', group: 'Ngân sách nhà nước', kind: 'money', weight: 2.4, of: sumColumn(planned) },
      { header: 'Đã chi', group: 'Ngân sách nhà nước', kind: 'money', weight: 2.4, of: sumColumn(spent) },
      { header: '%', group: 'Ngân sách nhà nước', kind: 'share', weight: 1.8, of: shareColumn(spent, planned) },
      { header: 'Huy động được', group: 'Nguồn huy động', kind: 'money', weight: 2.4, of: sumColumn(mobilised) },
      { header: 'Đã chi', group: 'Nguồn huy động', kind: 'money', weight: 2.4, of: sumColumn(used) },
      {
        header: 'Vận động được',
        group: 'Quỹ khuyến học, khuyến tài',
        kind: 'money',
        weight: 2.4,
        of: sumColumn(raised),
      },
      { header: 'Số dư', group: 'Quỹ khuyến học, khuyến tài', kind: 'money', weight: 2.4, of: sumColumn(balance) },
    ],
    rows: [
      { kind: 'total', of: groupRow('all'), cells: ['', 'Tổng cộng', ...moneyCells(data.units)] },
      ...(agencies.length > 0
        ? [
            {
              kind: 'total' as const,
              of: groupRow('agencies'),
              cells: [first ?? '', `Sở, ngành, tổ chức (${agencies.length})`, ...moneyCells(agencies)],
            },
            ...agencies.map((unit, index): GridRow => {
              return { of: unitRow(unit.code), cells: [index + 1, unit.name, ...moneyCells([unit])] }
            }),
          ]
        : []),
      { kind: 'section', cells: [`${agencies.length > 0 ? `${second}. ` : ''}${placesHead(data)}`] },
      ...communeRows(data, moneyCells),
    ],
  }
}

function moneyCells(units: readonly UnitFact[]): GridCell[] {
  const [planned = null, spent = null, ...others] = funds.map((measure) => sumOf(units, measure))
  const share = shareOf(units, 'money_state_spent', 'money_state_planned')
  return [planned, spent, share === undefined ? none : share, ...others]
}

export const stateNames: Readonly<Record<UnitFact['state'], string>> = {
  'not-started': 'Chưa bắt đầu',
  'in-progress': 'Đang nhập',
  sent: 'Chờ duyệt',
  returned: 'Trả lại',
  approved: 'Đã duyệt',
}

export function reportingAnnex(data: ReportData): Grid {
  const groups = [
    { name: 'Sở, ngành, tổ chức', units: agenciesOf(data), districts: [] },
    { name: placesHead(data), units: communesOf(data), districts: hasDistricts(data) ? communeGroups(data) : [] },
  ].filter(({ units }) => units.length > 0)
  return {
    name: 'VII. Tình hình báo cáo',
    title: `Tình hình gửi và duyệt báo cáo năm ${data.year}`,
    landscape: false,
    source: `Tính đến ngày ${day(data.takenOn)}. Đơn vị chưa được duyệt báo cáo không có trong số liệu của báo cáo này. Dấu “–”: chưa có.`,
    columns: [
      { header: 'TT', kind: 'number', weight: 1.2, align: 'center' },
      { header: 'Đơn vị', kind: 'text', weight: 6.6, of: nameColumn },
      { header: 'Tình trạng', kind: 'text', weight: 2.9 },
      { header: 'Hạn gửi', kind: 'text', weight: 2, align: 'center' },
      { header: 'Ngày gửi', kind: 'text', weight: 2, align: 'center' },
      { header: 'Ngày duyệt', kind: 'text', weight: 2, align: 'center' },
      { header: 'Ghi chú', kind: 'text', weight: 2.2 },
    ],
    rows: groups.flatMap(({ name, units, districts }): GridRow[] => [
      reportingHead(name, units),
      ...(districts.length > 0
        ? districts.flatMap((each) => [reportingHead(each.name, each.units), ...reportingRows(each.units)])
        : reportingRows(units)),
    ]),
  }
}

function reportingHead(name: string, units: readonly UnitFact[]): GridRow {
  const approved = units.filter((unit) => unit.isCounted).length
  return { kind: 'section', cells: [`${name}: đã duyệt ${approved}/${units.length}`] }
}

function reportingRows(units: readonly UnitFact[]): GridRow[] {
  return units.map((unit, index) => ({ of: unitRow(unit.code), cells: reportingCells(unit, index + 1) }))
}

function reportingCells(unit: UnitFact, place: number): GridCell[] {
  const written = (on: string | null) => (on ? on.split('-').reverse().join('/') : none)
  return [
    place,
    unit.name,
    stateNames[unit.state],
    written(unit.dueOn),
    written(unit.sentOn),
    written(unit.approvedOn),
    [unit.isLate && 'Gửi quá hạn', unit.isCounted && unit.state !== 'approved' && 'Đang sửa; số đã duyệt vẫn tính']
      .filter(Boolean)
      .join('. '),
  ]
}
