/** Composes the yearly report: the outline of the city's reports, in the layout of NĐ 30/2020/NĐ-CP, with seven annexes. */
import type { Bars, Block, OfficialDocument } from '#platform/documents/official.ts'
import type { ReportData } from '../facts/facts.model.ts'
import type { ReportHead } from '../reports.model.ts'
import { annexesOf } from './annexes.rules.ts'
import type { Composition } from './document-basis.model.ts'
import { closingParts, directionPart, heading, moneyPart, paragraph } from './document-parts.rules.ts'
import type { Grid } from './grids.model.ts'
import { tableOf } from './grids.rules.ts'
import { unitRow } from './provenance-links.rules.ts'
import { communesOf, day, hasDistricts, placesWord, shareOf } from './report-figures.rules.ts'
import { targetsSection } from './target-results.rules.ts'
import { tasksSection } from './task-results.rules.ts'

export const sampleLabel = 'Số liệu mẫu'
const defaultSymbol = 'BC-UBND'

/** The document and the grids of its annexes. Without a head it is a draft. */
export function composeReport(composition: Composition): { document: OfficialDocument; grids: Grid[] } {
  const { data, head } = composition
  const grids = annexesOf(data)
  const { name: city, short } = cityNames(data.city.name)
  const document: OfficialDocument = {
    issuingBody: `Ủy ban nhân dân\n${city}`,
    number: head?.number,
    symbol: head?.symbol ?? defaultSymbol,
    place: head?.place ?? short,
    date: head?.issuedOn ?? data.takenOn,
    typeName: 'Báo cáo',
    subject: subjectOf(data),
    keepsPeriods: true,
    watermarkLabel: data.isSample ? sampleLabel : undefined,
    draft: head === undefined,
    bases: basesOf(data, head === undefined),
    body: [
      paragraph(`Ủy ban nhân dân ${city} báo cáo kết quả thực hiện năm ${data.year} như sau:`),
      ...directionPart(composition),
      heading(1, 'Kết quả thực hiện'),
      ...targetsSection(composition),
      ...tasksSection(composition),
      ...moneyPart(composition),
      ...closingParts(composition),
      paragraph(`Trên đây là báo cáo kết quả thực hiện năm ${data.year} của Ủy ban nhân dân ${city}.`),
    ],
    signature: {
      authority: head?.authority ?? ['TM. Ủy ban nhân dân'],
      position: head?.position ?? 'Chủ tịch',
      name: head?.signatory,
    },
    recipients: head?.recipients ?? defaultRecipients(data),
    keptBy: head?.keptBy ?? 'VT',
    annexes: grids.map((grid) => ({
      title: grid.title,
      landscape: grid.landscape,
      body: [...annexCharts(data, grid), tableOf(grid)],
    })),
  }
  return { document, grids }
}

/** "Thành phố Hà Nội": in running text "thành phố Hà Nội", as a place "Hà Nội". */
export function cityNames(fullName: string): { name: string; short: string } {
  const short = fullName.replace(/^(Thành phố|Tỉnh)\s+/, '')
  return { name: fullName.charAt(0).toLowerCase() + fullName.slice(1), short }
}

/** What the head of a report is filled with until officers say otherwise. */
export function suggestedHead(data: ReportData): Omit<ReportHead, 'number' | 'signatory'> {
  const { short } = cityNames(data.city.name)
  return {
    symbol: defaultSymbol,
    issuedOn: `${data.year}-11-30`,
    place: short,
    authority: ['TM. Ủy ban nhân dân', 'KT. Chủ tịch'],
    position: 'Phó Chủ tịch',
    recipients: defaultRecipients(data),
    keptBy: 'VT',
  }
}

function defaultRecipients(data: ReportData): string[] {
  const { short } = cityNames(data.city.name)
  return [
    'Bộ Giáo dục và Đào tạo',
    'Thường trực Thành ủy, Thường trực HĐND Thành phố',
    'Chủ tịch, các Phó Chủ tịch UBND Thành phố',
    `Các sở, ban, ngành, đoàn thể thành phố ${short}`,
    ...(hasDistricts(data) ? ['UBND các quận, huyện, thị xã'] : []),
    `UBND các ${placesWord(data)}`,
  ]
}

function subjectOf({ plan, year }: ReportData): string {
  const rest = plan.title.replace(/^Kế hoạch\s+/, '')
  return `Kết quả năm ${year} ${rest.charAt(0).toLowerCase()}${rest.slice(1)}`
}

function basesOf({ plan }: ReportData, isDraft: boolean): string[] {
  const outer = plan.bases.map(({ type, number, issuedOn, issuer, title, verified }) => {
    const about = `${title.charAt(0).toLowerCase()}${title.slice(1)}`
    const doubt = isDraft && !verified ? ' [cần đối chiếu số, ký hiệu]' : ''
    return `Căn cứ ${type} số ${number} ngày ${day(issuedOn)} của ${issuer} về việc ${about}${doubt}`
  })
  const title = plan.title.replace(/^Kế hoạch\s+/, '')
  return [...outer, `Căn cứ Kế hoạch số ${plan.symbol} ngày ${day(plan.issuedOn)} ${title}`]
}

/** Before the titles by commune: who stands first and last. */
function annexCharts(data: ReportData, grid: Grid): Block[] {
  if (!grid.name.startsWith('II.')) return []
  const shares = communesOf(data)
    .map((unit) => ({ unit, share: shareOf([unit], 'learning_citizens_recognised', 'citizens_18_plus') }))
    .flatMap(({ unit, share }) =>
      typeof share === 'number' ? [{ label: unit.name, value: share, of: unitRow(unit.code) }] : [],
    )
    .sort((a, b) => b.value - a.value)
  if (shares.length < 2 * shownAtEachEnd) return []
  const bars = (caption: string, some: typeof shares): Bars => ({
    kind: 'bars',
    caption,
    suffix: '%',
    decimals: 2,
    full: 100,
    bars: some,
  })
  const about = `${placesWord(data)} có tỷ lệ công dân học tập`
  return [
    bars(`Biểu đồ 2. ${shownAtEachEnd} ${about} cao nhất`, shares.slice(0, shownAtEachEnd)),
    bars(`Biểu đồ 3. ${shownAtEachEnd} ${about} thấp nhất`, shares.slice(-shownAtEachEnd)),
  ]
}

const shownAtEachEnd = 5
