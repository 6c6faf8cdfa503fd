/** Parts I, III and IV to VI of the report: direction from the figures, money by source, and what officers wrote. */
import type { Block, ListItem, Paragraph, TableRow } from '#platform/documents/official.ts'
import type { NarrativePart } from '../reports.model.ts'
import type { Composition } from './document-basis.model.ts'
import { none } from './grids.rules.ts'
import { figureItem, pairColumns, pairRow, reachingColumn, shareColumn, sumColumn } from './provenance-links.rules.ts'
import {
  agenciesOf,
  communesOf,
  countedOf,
  countGiven,
  countLine,
  countReaching,
  day,
  earlierText,
  isWhole,
  money,
  number,
  percent,
  placesHead,
  placesWord,
  shareOf,
  sumOf,
} from './report-figures.rules.ts'

export function heading(level: 1 | 2 | 3, text: string): Block {
  return { kind: 'heading', level, text }
}

export function paragraph(text: Paragraph['text']): Block {
  return { kind: 'paragraph', text }
}

/** A list of the lines that there are; nothing where there is none. */
export function list(lines: readonly (string | ListItem | undefined)[]): Block[] {
  const items = lines.flatMap((line): ListItem[] => {
    if (line === undefined || line === '') return []
    return [typeof line === 'string' ? { text: line } : line]
  })
  return items.length > 0 ? [{ kind: 'list', items }] : []
}

/** "126/126 xã, phường và 20/24 sở, ngành, tổ chức đã có báo cáo được duyệt." */
export function coverage({ data }: Composition): string {
  const groups = [
    { name: placesWord(data), units: communesOf(data) },
    { name: 'sở, ngành, tổ chức', units: agenciesOf(data) },
  ].filter(({ units }) => units.length > 0)
  const text = groups.map(({ name, units }) => `${countedOf(units).length}/${units.length} ${name}`).join(' và ')
  const first = `Tính đến ngày ${day(data.takenOn)}, ${text} đã có báo cáo được duyệt.`
  if (isWhole(data)) return first
  const before =
    Object.keys(data.earlier).length > 0
      ? ` Số năm ${data.year - 1} nêu để so sánh là của chính các đơn vị này, trừ khi ghi khác.`
      : ''
  return `${first} Số liệu cộng từ các đơn vị đã được duyệt là số ước tính cho toàn thành phố; danh sách đơn vị chưa được duyệt tại Phụ\u00a0lục\u00a0VII.${before}`
}

export function directionPart(composition: Composition): Block[] {
  const { data } = composition
  const communes = communesOf(data)
  const reporting = (measure: string, label: string) => {
    const given = countGiven(communes, measure)
    if (given === 0) return undefined
    const reached = number(countReaching(communes, measure))
    return {
      text: `${label}: ${reached}/${number(given)} ${placesWord(data)} có báo cáo được duyệt.`,
      of: figureItem(reachingColumn(measure), 'communes'),
    }
  }
  return [
    heading(1, 'Công tác chỉ đạo, điều hành'),
    paragraph(coverage(composition)),
    ...written(composition, 'direction'),
    ...list([
      reporting('steering_group_established', 'Thành lập bộ phận chỉ đạo xây dựng xã hội học tập'),
      reporting('local_plan_issued', 'Ban hành kế hoạch của đơn vị'),
      countLine(data, { label: 'Văn bản chỉ đạo đã ban hành', measure: 'documents_issued', unit: 'văn bản' }),
      countLine(data, { label: 'Kiểm tra, giám sát', measure: 'inspections', unit: 'cuộc' }),
      componentPlans(composition),
    ]),
  ]
}

function componentPlans({ data }: Composition): string | undefined {
  const { componentPlans: plans } = data.plan
  if (plans.length === 0) return undefined
  const approved = plans.filter((plan) => plan.approvedOn !== null)
  const named = approved.map((plan) => `${plan.title} (${plan.document}, ngày ${day(plan.approvedOn ?? '')})`)
  const list = named.length > 0 ? `: ${named.join('; ')}` : ''
  return `Kế hoạch thành phần: đã ghi nhận phê duyệt ${approved.length}/${plans.length}${list}.`
}

const sources = [
  { name: 'Ngân sách nhà nước', planned: 'money_state_planned', spent: 'money_state_spent' },
  { name: 'Nguồn huy động', planned: 'money_mobilised', spent: 'money_mobilised_spent' },
] as const

export function moneyPart({ data }: Composition): Block[] {
  const groups = [
    { name: placesHead(data), units: communesOf(data), of: 'communes' },
    { name: 'Sở, ngành, tổ chức', units: agenciesOf(data), of: 'agencies' },
  ].filter(({ units }) => units.length > 0)
  const row = (
    { name, units, of }: { name: string; units: typeof data.units; of: string },
    source: (typeof sources)[number],
    kind?: 'total',
  ): TableRow => {
    const share = shareOf(units, source.spent, source.planned)
    const [planned, spent] = [sumOf(units, source.planned), sumOf(units, source.spent)]
    const inMillions = (dong: number | null) => (dong === null ? null : dong / 1e6)
    const cells = [name, inMillions(planned), inMillions(spent), share === undefined ? none : share]
    return { kind, of: pairRow(source.spent, source.planned, of), cells }
  }
  return [
    heading(1, 'Kinh phí thực hiện'),
    ...list([...sources.map((source) => moneyLine(data, source)), fundLine(data)]),
    {
      kind: 'table',
      caption: `Bảng 2. Kinh phí thực hiện năm ${data.year} theo nguồn`,
      unit: 'triệu đồng',
      columns: [
        { header: 'Nguồn và cấp', weight: 5 },
        {
          header: 'Dự toán được giao hoặc huy động được',
          weight: 3,
          decimals: 1,
          align: 'right',
          of: pairColumns.whole,
        },
        { header: 'Đã chi', weight: 2.4, decimals: 1, align: 'right', of: pairColumns.part },
        { header: 'Tỷ lệ (%)', weight: 1.8, decimals: 2, align: 'right', of: pairColumns.share },
      ],
      rows: sources.flatMap((source) => [
        row({ name: source.name, units: data.units, of: 'all' }, source, 'total'),
        ...groups.map((group) => row(group, source)),
      ]),
      source:
        'Nguồn: báo cáo đã duyệt của các đơn vị; chi tiết tại Phụ\u00a0lục\u00a0VI. Dấu “...”: chưa có số liệu được duyệt.',
    },
  ]
}

type Data = Composition['data']

function moneyLine(data: Data, { name, planned, spent }: (typeof sources)[number]): ListItem | undefined {
  const [given, used] = [sumOf(data.units, planned), sumOf(data.units, spent)]
  if (given === null) return undefined
  const share = shareOf(data.units, spent, planned)
  const verb = planned === 'money_mobilised' ? 'huy động được' : 'dự toán được giao'
  const usedText =
    used === null ? '' : `; đã chi ${money(used)}${typeof share === 'number' ? ` (${percent(share)})` : ''}`
  return { text: `${name}: ${verb} ${money(given)}${usedText}.`, of: figureItem(shareColumn(spent, planned), 'all') }
}

function fundLine(data: Data): ListItem | undefined {
  const [raised, balance] = [sumOf(data.units, 'study_fund_raised'), sumOf(data.units, 'study_fund_balance')]
  if (raised === null) return undefined
  const left = balance === null ? '' : `; số dư ${money(balance)}`
  const text = `Quỹ khuyến học, khuyến tài: vận động được ${money(raised)}${left}${earlierText(data, 'study_fund_raised', money)}.`
  return { text, of: figureItem(sumColumn('study_fund_raised'), 'all') }
}

/** Parts IV to VI; in the final text a section that nobody wrote is left out with its heading. */
export function closingParts(composition: Composition): Block[] {
  const { data } = composition
  const assessment = [
    ...titled(composition, 'strengths', heading(2, 'Kết quả nổi bật')),
    ...titled(composition, 'limits', heading(2, 'Hạn chế, khó khăn')),
    ...titled(composition, 'causes', heading(2, 'Nguyên nhân')),
  ]
  return [
    ...(assessment.length > 0 ? [heading(1, 'Đánh giá chung'), ...assessment] : []),
    ...titled(composition, 'nextYear', heading(1, `Phương hướng, nhiệm vụ năm ${data.year + 1}`)),
    ...titled(composition, 'proposals', heading(1, 'Đề xuất, kiến nghị')),
  ]
}

function titled(composition: Composition, part: NarrativePart, title: Block): Block[] {
  const blocks = written(composition, part)
  return blocks.length > 0 ? [title, ...blocks] : []
}

/** Said in a draft where nothing has been written yet. */
export const notWritten = '[Chưa nhập]'

/** What officers wrote: paragraphs, and lists of lines that begin with a dash or a plus sign. */
export function written({ narrative, head }: Composition, part: NarrativePart): Block[] {
  const text = narrative[part]
  if (text === '') return head ? [] : [paragraph([{ text: notWritten, bold: true, italic: true }])]
  const blocks: Block[] = []
  for (const line of text.split('\n').map((each) => each.trim())) {
    if (line !== '') addLine(blocks, line)
  }
  return blocks
}

function addLine(blocks: Block[], line: string): void {
  const [, sign, item] = /^([-–•+])\s+(.+)$/.exec(line) ?? []
  if (!sign || !item) {
    blocks.push(paragraph(line))
    return
  }
  const last = blocks.at(-1)
  const items = last?.kind === 'list' ? last.items : []
  const parent = items.at(-1)
  const isInner = sign === '+' && parent !== undefined
  const next = isInner
    ? [...items.slice(0, -1), { ...parent, items: [...(parent.items ?? []), item] }]
    : [...items, { text: item }]
  if (last?.kind === 'list') blocks.pop()
  blocks.push({ kind: 'list', items: next })
}
