/** The annexes of the yearly report in their order, each a grid: for the document and for the workbook. */
import type { ReportData, TargetFact, TargetFigure } from '../facts/facts.model.ts'
import { dutiesAnnex, moneyAnnex, reportingAnnex } from './agency-annexes.rules.ts'
import { centresAnnex, literacyAnnex, titlesAnnex } from './commune-annexes.rules.ts'
import type { Figure, Grid, GridCell, GridRow } from './grids.model.ts'
import { figureText, none } from './grids.rules.ts'
import { beforeColumn, currentColumn, nameColumn, targetRow } from './provenance-links.rules.ts'
import { placesWord } from './report-figures.rules.ts'

export function annexesOf(data: ReportData): Grid[] {
  return [targetsAnnex, titlesAnnex, literacyAnnex, centresAnnex, dutiesAnnex, moneyAnnex, reportingAnnex].map(
    (annex) => annex(data),
  )
}

export function targetsAnnex(data: ReportData): Grid {
  return {
    name: 'I. Chỉ tiêu',
    title: `Kết quả thực hiện các chỉ tiêu của kế hoạch năm ${data.year}`,
    landscape: true,
    source:
      'Mốc lộ trình: giá trị của năm báo cáo trên đường thẳng từ số liệu đầu tiên đến chỉ tiêu; đúng tiến độ: từ mốc trở lên; có nguy cơ: thấp hơn mốc không quá một phần mười quãng đường; chậm: thấp hơn nữa. Dấu “...”: chưa có số liệu; dấu “–”: không tính được hoặc không đặt ra.',
    columns: [
      { header: 'TT', kind: 'text', weight: 1.2, align: 'center' },
      { header: 'Chỉ tiêu', kind: 'text', weight: 6, of: nameColumn },
      { header: `Năm ${data.year - 1}`, group: 'Kết quả', kind: 'figure', weight: 2.2, of: beforeColumn },
      { header: `Năm ${data.year}`, group: 'Kết quả', kind: 'figure', weight: 2.2, of: currentColumn },
      { header: `Mốc lộ trình năm ${data.year}`, group: 'Kế hoạch', kind: 'figure', weight: 2.2 },
      { header: 'Chỉ tiêu', group: 'Kế hoạch', kind: 'figure', weight: 2.2 },
      { header: 'Đến năm', group: 'Kế hoạch', kind: 'text', weight: 1.5, align: 'center' },
      { header: 'Đánh giá', kind: 'text', weight: 2.6 },
      { header: 'Ghi chú', kind: 'text', weight: 6.5 },
    ],
    rows: data.plan.groups.flatMap((group): GridRow[] => {
      const targets = data.targets.filter((target) => target.group === group.code)
      return targets.length === 0
        ? []
        : [
            { kind: 'section', cells: [`${groupSign(group.code)} ${group.name}`] },
            ...targets.map(
              (target): GridRow => ({ of: targetRow(target.key), cells: targetCells(target, placesWord(data)) }),
            ),
          ]
    }),
  }
}

/** Letters are followed by a bracket, clauses of another part by nothing: "a)", "III.4". */
function groupSign(code: string): string {
  return code.length === 1 ? `${code})` : `Mục ${code}:`
}

function targetCells(target: TargetFact, places: string): GridCell[] {
  const { key, subject, goal } = target
  const goalFigure = goal && (goal.value === null ? 'Có' : goalOf(target, goal.value))
  return [
    key,
    subject.vi,
    target.before ? figureOf(target, target.before.value, target.before) : null,
    target.current ? figureOf(target, target.current.value, target.current) : null,
    goal?.path === null || goal?.path === undefined || !target.current ? none : figureOf(target, goal.path),
    goalFigure ?? none,
    goal ? String(goal.year) : none,
    goal ? standingNames[goal.standing] : none,
    remarks(target, places),
  ]
}

export function figureOf(target: Pick<TargetFact, 'unit' | 'decimals'>, amount: number, of?: TargetFigure): Figure {
  return { amount, unit: target.unit, decimals: target.decimals, qualifier: of?.qualifier ?? null }
}

/** A goal with the decimals it has in the plan: 99,6%, 70%. */
export function goalOf(target: Pick<TargetFact, 'unit'>, amount: number): Figure {
  const decimals = String(amount).split('.')[1]?.length ?? 0
  return { amount, unit: target.unit, decimals, qualifier: null }
}

export const standingNames: Readonly<Record<NonNullable<TargetFact['goal']>['standing'], string>> = {
  reached: 'Đã đạt',
  'on-track': 'Đúng tiến độ',
  'at-risk': 'Có nguy cơ chậm',
  'off-track': 'Chậm so với lộ trình',
  'no-data': 'Chưa đủ số liệu',
}

/** What a reader must know of the figures: how firm, from how many units, from which publication; what the plan leaves open. */
function remarks(target: TargetFact, places: string): string {
  const { current, before, latest, note } = target
  const parts = [
    current && figureRemark(current, places),
    before && !current && figureRemark(before, places),
    latest && `Số gần nhất: ${figureText(figureOf(target, latest.value, latest))}; ${figureRemark(latest, places)}`,
    note?.vi,
  ]
  return parts.filter(Boolean).join('. ')
}

/** "Năm 2026: ước tính, từ 112/126 xã, phường"; `places` are what the communes are called together. */
export function figureRemark(figure: TargetFigure, places: string): string {
  const firmness = firmnessOf(figure)
  const parts = [
    firmness,
    figure.reported !== null && figure.expected !== null
      ? `từ ${figure.reported}/${figure.expected} ${places}`
      : undefined,
    figure.source ? `nguồn: ${figure.source}` : undefined,
    figure.isSample ? 'số liệu mẫu' : undefined,
  ].filter(Boolean)
  return parts.length > 0 ? `Năm ${figure.year}: ${parts.join(', ')}` : `Năm ${figure.year}`
}

export function firmnessOf(figure: TargetFigure): string | undefined {
  if (figure.status === 'estimate') return 'ước tính'
  return figure.status === 'provisional' ? 'sơ bộ' : undefined
}
