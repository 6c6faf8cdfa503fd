/** What a sample report says of itself, and why it is not made again. */
import { problemCatalogue } from '#kernel/problem.ts'
import type { Narrative } from './reports.model.ts'

export const problems = problemCatalogue('reports', {
  alreadyLoaded: {
    status: 409,
    vi: 'Không có đợt mẫu của năm {year}, hoặc báo cáo năm đó đã có.',
    en: 'There is no sample round of {year}, or its report is there already.',
  },
})

const sample = '(Số liệu mẫu)'

/** The written sections, told as made up. */
export const sampleNarrative: Narrative = {
  direction: `Các quận, huyện, thị xã và 579 xã, phường, thị trấn đã kiện toàn ban chỉ đạo, ban hành kế hoạch năm. ${sample}`,
  strengths: [
    `- Phong trào học tập trong gia đình, dòng họ, cộng đồng và đơn vị được duy trì ở cơ sở. ${sample}`,
    `- Trung tâm học tập cộng đồng mở thêm lớp theo nhu cầu của người dân. ${sample}`,
  ].join('\n'),
  limits: `- Việc ứng dụng công nghệ thông tin ở trung tâm học tập cộng đồng chưa đồng đều. ${sample}`,
  causes: `- Kinh phí và người làm chuyên trách ở cơ sở còn ít. ${sample}`,
  nextYear: `- Rà soát, bàn giao số liệu theo đơn vị hành chính mới sau khi sắp xếp. ${sample}`,
  proposals: `Đề nghị Bộ Giáo dục và Đào tạo hướng dẫn việc công nhận sau khi sắp xếp đơn vị hành chính. ${sample}`,
}

/** A number, a symbol and a name that nobody takes for real ones. */
export const sampleHead = {
  number: 1,
  symbol: 'BC-MẪU',
  place: 'Hà Nội',
  authority: ['Bản mẫu', 'Không có giá trị văn bản'],
  position: 'Người ký mẫu',
  signatory: 'Nguyễn Văn Mẫu',
  recipients: ['Người xem bản trình diễn'],
  keptBy: 'Mẫu',
} as const
