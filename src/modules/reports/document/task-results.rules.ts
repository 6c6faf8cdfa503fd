/** Part II, section 2: what was done for each task group of the plan, from measures and from the agencies' duty reports. */
import type { Block, ListItem } from '#platform/documents/official.ts'
import type { DutyFact, ReportData } from '../facts/facts.model.ts'
import type { Composition } from './document-basis.model.ts'
import { heading, list, paragraph } from './document-parts.rules.ts'
import { figureItem, shareColumn, unitRow } from './provenance-links.rules.ts'
import {
  type Counted,
  communesOf,
  countLine,
  earlierText,
  number,
  percent,
  placesWord,
  shareOf,
  sumOf,
} from './report-figures.rules.ts'

/** Which measures tell of which task group of the plan (part III). */
const measuresOfTask: ReadonlyMap<string, readonly Counted[]> = new Map(
  Object.entries({
    'III.1': [
      { label: 'Sự kiện tuyên truyền', measure: 'events_held', unit: 'sự kiện' },
      { label: 'Người tham gia sự kiện', measure: 'event_participants', unit: 'lượt người' },
      { label: 'Hưởng ứng Tuần lễ học tập suốt đời', measure: 'learning_week_participants', unit: 'lượt người' },
      { label: 'Hưởng ứng Ngày Sách và Văn hóa đọc', measure: 'book_day_participants', unit: 'lượt người' },
      { label: 'Tin, bài, chương trình đã phát', measure: 'broadcast_items', unit: 'tin, bài, chương trình' },
      { label: 'Mô hình tốt được nhân rộng', measure: 'good_models_spread', unit: 'mô hình' },
      { label: 'Khen thưởng cá nhân', measure: 'people_awarded', unit: 'người' },
      { label: 'Khen thưởng tập thể', measure: 'groups_awarded', unit: 'tập thể' },
    ],
    'III.2': [
      { label: 'Người lao động được đào tạo, bồi dưỡng nghề', measure: 'workers_trained', unit: 'người' },
      { label: 'Người thuộc nhóm cần hỗ trợ được hỗ trợ học tập', measure: 'supported_learners', unit: 'người' },
    ],
    'III.3': [
      { label: 'Cơ sở giáo dục hoạt động trên môi trường số', measure: 'institutions_digital', unit: 'cơ sở' },
      { label: 'Học liệu mở đã công bố', measure: 'open_materials_published', unit: 'học liệu' },
      { label: 'Thư viện', measure: 'libraries', unit: 'thư viện' },
      { label: 'Người học tại thiết chế văn hóa', measure: 'cultural_learning_turns', unit: 'lượt người' },
    ],
    'III.4': [
      { label: 'Trung tâm học tập cộng đồng', measure: 'centres_total', unit: 'trung tâm' },
      { label: 'Lớp, chuyên đề do trung tâm tổ chức', measure: 'centre_classes', unit: 'lớp' },
      { label: 'Lượt người học tại trung tâm', measure: 'learner_turns', unit: 'lượt người' },
      { label: 'Số người học tại trung tâm', measure: 'learners', unit: 'người' },
      { label: 'Học viên lớp xóa mù chữ', measure: 'literacy_learners', unit: 'người' },
      { label: 'Người mới biết chữ', measure: 'newly_literate', unit: 'người' },
    ],
    'III.5': [
      { label: 'Hội viên Hội Khuyến học', measure: 'association_members', unit: 'người' },
      { label: 'Hội viên mới', measure: 'association_new_members', unit: 'người' },
      {
        label: 'Doanh nghiệp có hoạt động học tập cho người lao động',
        measure: 'enterprises_with_programmes',
        unit: 'doanh nghiệp',
      },
    ],
  }),
)

const titles = [
  { name: 'Công dân học tập', kind: 'citizens', unit: 'người', total: 'citizens_18_plus', of: 'công dân từ 18 tuổi' },
  { name: 'Gia đình học tập', kind: 'families', unit: 'gia đình', total: 'families_total', of: 'số gia đình' },
  { name: 'Dòng họ học tập', kind: 'clans', unit: 'dòng họ', total: 'clans_total', of: 'số dòng họ' },
  {
    name: 'Cộng đồng học tập',
    kind: 'communities',
    unit: 'cộng đồng',
    total: 'communities_total',
    of: 'số thôn, tổ dân phố',
  },
  { name: 'Đơn vị học tập', kind: 'units', unit: 'đơn vị', total: 'units_total', of: 'số đơn vị thuộc diện xét' },
] as const

export function tasksSection({ data }: Composition): Block[] {
  return [
    heading(2, 'Thực hiện các nhiệm vụ, giải pháp'),
    ...data.plan.tasks.flatMap((task) => {
      const lines = [
        ...(measuresOfTask.get(task.ref) ?? []).map((counted) => countLine(data, counted)),
        ...(task.ref === 'III.4' ? [ratingLine(data)] : []),
        ...(task.ref === 'III.5' ? titles.map((title) => titleLine(data, title)) : []),
      ]
      return [heading(3, task.title), ...list(lines), ...dutyBlocks(data, task.ref)]
    }),
  ]
}

/** "Xếp loại trung tâm: Tốt 400, Khá 90, Trung bình 30, Yếu 6." */
function ratingLine(data: ReportData): ListItem | undefined {
  const ratings = [
    ['Tốt', 'good'],
    ['Khá', 'fair'],
    ['Trung bình', 'average'],
    ['Yếu', 'weak'],
  ] as const
  const texts = ratings.flatMap(([name, code]) => {
    const sum = sumOf(data.units, `centres_rated_${code}`)
    return sum === null ? [] : [`${name} ${number(sum)}`]
  })
  const share = shareOf(data.units, 'centres_rated_good', 'centres_total')
  const good = typeof share === 'number' ? `; tỷ lệ xếp loại Tốt ${percent(share)}` : ''
  if (texts.length === 0) return undefined
  const of = figureItem(shareColumn('centres_rated_good', 'centres_total'), 'all')
  return { text: `Xếp loại trung tâm: ${texts.join(', ')}${good}.`, of }
}

function titleLine(data: ReportData, title: (typeof titles)[number]): ListItem | undefined {
  const { name, kind, unit, total, of } = title
  const recognised = `learning_${kind}_recognised`
  const [registered, awarded] = [sumOf(data.units, `learning_${kind}_registered`), sumOf(data.units, recognised)]
  if (registered === null && awarded === null) return undefined
  const share = shareOf(communesOf(data), recognised, total)
  const parts = [
    registered !== null && `đăng ký ${number(registered)} ${unit}`,
    awarded !== null && `công nhận ${number(awarded)} ${unit}`,
    typeof share === 'number' && `đạt ${percent(share)} ${of} của các ${placesWord(data)}`,
  ]
  const before = earlierText(data, recognised, (amount) => `công nhận ${number(amount)} ${unit}`)
  const text = `${name}: ${parts.filter(Boolean).join('; ')}${before}.`
  return { text, of: figureItem(shareColumn(recognised, total), 'communes') }
}

/** A duty that serves several task groups is told in the first of them. */
function dutyBlocks(data: ReportData, task: string): Block[] {
  const duties = data.duties.filter((duty) => duty.tasks[0] === task)
  const reported = duties.filter((duty) => duty.report !== null)
  if (duties.length === 0) return []
  if (reported.length === 0) {
    return [paragraph(`Chưa có báo cáo được duyệt của ${duties.length} nhiệm vụ thuộc nhóm này (Phụ\u00a0lục\u00a0V).`)]
  }
  const results = reported.filter(({ role, report }) => role === 'lead' && report?.result)
  return [
    paragraph(`${dutySummary(duties, reported)}${results.length > 0 ? ' Kết quả chính của các đơn vị chủ trì:' : ''}`),
    ...list(
      results.map(({ agency, report }) => {
        return { text: `${agency.name}: ${closed(report?.result ?? '')}`, of: unitRow(agency.code) }
      }),
    ),
  ]
}

/** "Đã duyệt báo cáo về 12/14 nhiệm vụ thuộc nhóm này: 5 hoàn thành, 7 đang thực hiện." */
function dutySummary(duties: readonly DutyFact[], reported: readonly DutyFact[]): string {
  const states = [...Map.groupBy(reported, (duty) => duty.report?.stateName ?? '')]
  const counts = states.map(([name, some]) => `${some.length} ${name.charAt(0).toLowerCase()}${name.slice(1)}`)
  return `Đã duyệt báo cáo về ${reported.length}/${duties.length} nhiệm vụ thuộc nhóm này: ${counts.join(', ')}.`
}

function closed(text: string): string {
  const tidied = text.replace(/\s+/g, ' ').trim()
  return /[.!?…]$/.test(tidied) ? tidied : `${tidied}.`
}
