/** Sample reports of agencies on their duties. */
import { forDutyTexts } from '../forms/duty-fields.model.ts'
import { chance } from './sample-figures.rules.ts'

export type AgencyState = 'approved' | 'sent' | 'returned' | 'in-progress' | 'not-started'

const turns: readonly AgencyState[] = ['approved', 'approved', 'sent', 'approved', 'in-progress', 'not-started']

/** Where each agency stands; the demo account works on the Department of Education and Training. */
export function agencyStates(codes: readonly string[]): Map<string, AgencyState> {
  const others = codes.filter((code) => code !== 'SGDDT')
  const states = others.map((code, index) => [code, turns[index % turns.length] ?? 'approved'] as const)
  return new Map([...states, ['SGDDT', 'in-progress']])
}

const results = [
  'Đã ban hành kế hoạch và hướng dẫn các đơn vị trực thuộc; hoàn thành các nội dung của năm.',
  'Đã phối hợp tổ chức hội nghị, tập huấn và đưa tin trên các kênh truyền thông của ngành.',
  'Đã rà soát, tổng hợp số liệu và kiểm tra thực tế tại cơ sở theo kế hoạch.',
  'Đã lồng ghép nội dung vào chương trình công tác năm, phân công bộ phận theo dõi.',
] as const
const difficulties = ['', '', 'Thiếu cán bộ chuyên trách sau khi sắp xếp bộ máy.', 'Kinh phí cấp muộn so với kế hoạch.']
const proposals = ['', '', 'Đề nghị Thành phố hướng dẫn thống nhất biểu mẫu số liệu.', '']

/** What an agency says of each duty; a report that is under way leaves some out. */
export function sampleDuties(code: string, state: AgencyState, duties: readonly { id: string; ref: string }[]) {
  if (state === 'not-started') return []
  const reportedDuties = state === 'in-progress' ? duties.slice(0, Math.ceil(duties.length * 0.6)) : duties
  return reportedDuties.map(({ id, ref }) => {
    const draw = chance(`${code} ${ref}`)
    const pick = <T>(list: readonly T[]) => list[Math.floor(draw() * list.length)]
    const kind = pick(['done', 'in-progress', 'regular', 'regular'] as const) ?? 'regular'
    const percent = kind === 'done' ? 100 : 55 + 5 * Math.floor(draw() * 8)
    return {
      dutyId: id,
      state: kind,
      percent,
      ...forDutyTexts(''),
      result: `${pick(results)} (Số liệu mẫu)`,
      difficulty: pick(difficulties) ?? '',
      proposal: pick(proposals) ?? '',
      version: 1,
    }
  })
}
