/** Part II, section 1: every target with its figure, its goal and how it stands, in a table, a chart and short sentences. */
import type { Block, TableRow } from '#platform/documents/official.ts'
import type { ReportData, TargetFact, TargetFigure } from '../facts/facts.model.ts'
import { figureOf, figureRemark, firmnessOf, goalOf, standingNames } from './annexes.rules.ts'
import type { Composition } from './document-basis.model.ts'
import { heading, list, paragraph } from './document-parts.rules.ts'
import { figureText } from './grids.rules.ts'
import { currentColumn, nameColumn, targetRow } from './provenance-links.rules.ts'
import { placesWord } from './report-figures.rules.ts'

export function targetsSection({ data }: Composition): Block[] {
  const groups = data.plan.groups
    .map((group) => ({ ...group, targets: data.targets.filter((target) => target.group === group.code) }))
    .filter(({ targets }) => targets.length > 0)
  return [
    heading(2, 'Thực hiện các chỉ tiêu'),
    paragraph([summary(data.targets), usualRemark(data)].filter(Boolean).join(' ')),
    {
      kind: 'table',
      caption: `Bảng 1. Kết quả thực hiện chỉ tiêu năm ${data.year}`,
      columns: [
        { header: 'TT', weight: 1, align: 'center' },
        { header: 'Chỉ tiêu', weight: 5.6, of: nameColumn },
        { header: `Kết quả năm ${data.year}`, weight: 2, align: 'right', of: currentColumn },
        { header: 'Chỉ tiêu', group: 'Kế hoạch', weight: 2, align: 'right' },
        { header: 'Đến năm', group: 'Kế hoạch', weight: 1.4, align: 'center' },
        { header: 'Đánh giá', weight: 3.4 },
      ],
      rows: groups.flatMap(({ name, code, targets }): TableRow[] => [
        { kind: 'section', cells: [code.length === 1 ? `${code}) ${name}` : name] },
        ...targets.map((target): TableRow => ({ of: targetRow(target.key), cells: targetCells(target) })),
      ]),
      source:
        'Dấu “...”: chưa có số liệu của năm. Mốc lộ trình, số năm trước và ghi chú của từng chỉ tiêu tại Phụ\u00a0lục\u00a0I.',
    },
    ...chart(data.targets, data.year),
    ...groups.flatMap(({ name, targets }) => groupBlocks(name, targets, data)),
  ]
}

function targetCells(target: TargetFact): TableRow['cells'] {
  const { key, subject, current, goal } = target
  return [
    key,
    subject.vi,
    current ? figureText(figureOf(target, current.value, current)) : null,
    goalText(target),
    goal ? String(goal.year) : '',
    goal ? standingNames[goal.standing] : '',
  ]
}

/** "Trong 18 chỉ tiêu: 5 đã đạt, 3 đúng tiến độ, 10 chưa đủ số liệu để đánh giá." */
export function summary(targets: readonly TargetFact[]): string {
  const order = ['reached', 'on-track', 'at-risk', 'off-track', 'no-data'] as const
  const counts = order
    .map((standing) => ({ standing, count: targets.filter((target) => target.goal?.standing === standing).length }))
    .filter(({ count }) => count > 0)
    .map(({ standing, count }) => `${count} ${standingNames[standing].toLowerCase()}`)
  const years = [...new Set(targets.flatMap((target) => target.goal?.year ?? []))].sort()
  return `Trong ${targets.length} chỉ tiêu đến năm ${years.join(', ')}: ${counts.join('; ')}.`
}

function goalText(target: TargetFact): string {
  const { goal } = target
  if (!goal) return ''
  if (goal.value === null) return 'Có'
  return `${goal.comparator === '>' ? 'trên ' : ''}${figureText(goalOf(target, goal.value))}`
}

function groupBlocks(name: string, targets: readonly TargetFact[], data: ReportData): Block[] {
  const known = targets.filter((target) => target.current)
  const unknown = targets.filter((target) => !target.current)
  const places = placesWord(data)
  const usual = usualFirmness(data.targets, places)
  return [
    heading(3, name),
    ...list([
      ...known.map((target) => ({ text: sentence(target, usual, places), of: targetRow(target.key) })),
      ...unknownLine(unknown, data),
    ]),
  ]
}

/** Targets without a figure of the year, in one sentence, with the newest figure that there is. */
function unknownLine(targets: readonly TargetFact[], data: ReportData): string[] {
  if (targets.length === 0) return []
  const texts = targets.map((target) => {
    const figure = target.before ?? target.latest
    const known =
      figure &&
      ` (số gần nhất: ${lowerFirst(figureText(figureOf(target, figure.value, figure)))}, ${figureRemark(figure, placesWord(data))})`
    return `${lowerFirst(target.subject.vi)}${known ?? ''}`
  })
  return [`Chưa có số liệu năm ${data.year}: ${texts.join('; ')}.`]
}

/** What most figures of the year are worth, said once: "ước tính, từ 101/126 xã, phường"; empty where they are final. */
export function usualFirmness(targets: readonly TargetFact[], places: string): string {
  const all = targets.flatMap(({ current }) => (current ? [firmness(current, places)] : []))
  const counts = [...Map.groupBy(all, (each) => each)].sort(([, a], [, b]) => b.length - a.length)
  return counts[0]?.[0] ?? ''
}

function usualRemark(data: ReportData): string {
  const usual = usualFirmness(data.targets, placesWord(data))
  return usual && `Trừ khi ghi khác, kết quả năm báo cáo là số ${usual}.`
}

function firmness(figure: TargetFigure, places: string): string {
  const { reported, expected, source } = figure
  const parts = [
    firmnessOf(figure),
    reported !== null && expected !== null && reported < expected ? `từ ${reported}/${expected} ${places}` : undefined,
    source ? `nguồn: ${source}` : undefined,
  ]
  return parts.filter(Boolean).join(', ')
}

/** One sentence a target: its figure, how firm it is where that is not the usual, the year before, the goal, how it stands. */
export function sentence(target: TargetFact, usual: string, places: string): string {
  const { subject, current, before, goal } = target
  const own = current ? firmness(current, places) : ''
  const remark = own === usual ? '' : ` (${own || 'chính thức'})`
  const now = current && `${lowerFirst(figureText(figureOf(target, current.value, current)))}${remark}`
  const then =
    before &&
    `năm ${before.year}: ${lowerFirst(figureText(figureOf(target, before.value, before)))}${before.source ? ` (nguồn: ${before.source})` : ''}`
  const aim = goal && `chỉ tiêu đến năm ${goal.year}: ${lowerFirst(goalText(target))}`
  const standing = goal && goal.standing !== 'no-data' && standingNames[goal.standing].toLowerCase()
  return `${subject.vi}: ${[now, then, aim, standing].filter(Boolean).join('; ')}.`
}

function chart(targets: readonly TargetFact[], year: number): Block[] {
  const shown = targets.filter((target) => target.unit === 'percent' && target.current)
  if (shown.length === 0) return []
  const years = [...new Set(shown.map((target) => target.goal?.year))].join(', ')
  return [
    {
      kind: 'bars',
      caption: `Biểu đồ 1. Kết quả năm ${year} so với chỉ tiêu của kế hoạch`,
      suffix: '%',
      decimals: 2,
      full: 100,
      targetName: `chỉ tiêu đến năm ${years}`,
      bars: shown.map((target) => ({
        label: target.subject.vi,
        value: target.current?.value ?? null,
        target: target.goal?.value ?? undefined,
        of: targetRow(target.key),
      })),
    },
  ]
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1)
}
