/** The official letter that urges units whose forms are late (công văn đôn đốc), as a draft for whoever signs it. */
import { formatDate } from '#kernel/language.ts'
import type { OfficialDocument } from '#platform/documents/official.ts'
import { shownState } from '../submissions/submission-workflow.rules.ts'
import { daysUntil } from '../submissions/submissions.rules.ts'
import type { FormStatus, Round } from './rounds.model.ts'
import { texts } from './rounds.texts.ts'

/** What the letter speaks of, as of a day. */
export interface LateUnits {
  /** The city's full name: "Thành phố Hà Nội". */
  readonly city: string
  readonly plan: { readonly symbol: string; readonly issuedOn: string; readonly title: string }
  readonly round: Pick<Round, 'year' | 'dueOn' | 'isSample'>
  readonly late: readonly FormStatus[]
  readonly today: string
}

/** Those that are to be urged, in the order of their codes. */
export function lateUnits(statuses: readonly FormStatus[], today: string): FormStatus[] {
  return statuses.filter((status) => shownState(status, today) === 'late').sort((a, b) => a.code.localeCompare(b.code))
}

/** So many are addressed by name; more are those that the annex lists. */
const mostNamed = 5

/** Number, day and what follows the issuer in the symbol are left to the registry and to the office that drafts. */
export function composeLetter({ city, plan, round, late, today }: LateUnits): OfficialDocument {
  const name = city.charAt(0).toLowerCase() + city.slice(1)
  const year = String(round.year)
  const title = plan.title.replace(/^Kế hoạch\s+/, '')
  return {
    issuingBody: `Ủy ban nhân dân\n${name}`,
    symbol: 'UBND-…',
    place: city.replace(/^(Thành phố|Tỉnh)\s+/, ''),
    date: today,
    subject: `đôn đốc gửi báo cáo năm ${year}\nthực hiện Kế hoạch số ${plan.symbol}`,
    watermarkLabel: round.isSample ? 'Số liệu mẫu' : undefined,
    draft: true,
    addressees:
      late.length > mostNamed ? ['Các đơn vị có tên tại Phụ lục'] : late.map(({ name: unit }) => bodyOf(unit)),
    bases: [],
    body: [
      `Thực hiện Kế hoạch số ${plan.symbol} ngày ${formatDate(plan.issuedOn)} ${title}, các đơn vị gửi báo cáo năm ${year} chậm nhất vào ngày ${formatDate(round.dueOn)}.`,
      `Đến ngày ${formatDate(today)}, còn ${late.length} đơn vị quá hạn chưa gửi báo cáo (danh sách tại Phụ lục kèm theo).`,
      `Ủy ban nhân dân ${name} đề nghị các đơn vị có tên tại Phụ lục hoàn thành và gửi báo cáo ngay; có vướng mắc thì báo về cơ quan thường trực để được hướng dẫn.`,
    ].map((text) => ({ kind: 'paragraph', text }) as const),
    signature: { authority: ['TM. Ủy ban nhân dân', 'KT. Chủ tịch'], position: 'Phó Chủ tịch' },
    recipients: ['Như trên'],
    keptBy: 'VT',
    annexes: [{ title: `Đơn vị quá hạn chưa gửi báo cáo năm ${year}`, body: [tableOf(late, today)] }],
  }
}

function tableOf(late: readonly FormStatus[], today: string) {
  return {
    kind: 'table',
    columns: [
      { header: 'TT', weight: 1, align: 'center' },
      { header: 'Đơn vị', weight: 6 },
      { header: 'Hạn gửi', weight: 2, align: 'center' },
      { header: 'Số ngày quá hạn', weight: 2 },
      { header: 'Tình trạng', weight: 2 },
    ],
    rows: late.map(({ name, dueOn, state }, index) => ({
      cells: [String(index + 1), bodyOf(name), formatDate(dueOn), -daysUntil(dueOn, today), stateText(state)],
    })),
  } as const
}

/** Whom one writes to: a place answers by its People's Committee, an agency by its own name. */
function bodyOf(unit: string): string {
  const isPlace = /^(Phường|Xã|Thị trấn|Đặc khu|Quận|Huyện|Thị xã) /.test(unit)
  return isPlace ? `Ủy ban nhân dân ${unit.charAt(0).toLowerCase()}${unit.slice(1)}` : unit
}

function stateText(state: FormStatus['state']): string {
  if (state === 'returned') return texts.kfReturned.vi
  return state === 'not-started' ? texts.kfNotStarted.vi : texts.kfInProgress.vi
}
