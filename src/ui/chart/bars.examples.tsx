/** Showings of bars. */
import { BarList, StackBar } from '#ui/chart/bars.tsx'
import type { Example } from '#ui/example.ts'

export const examples: Example[] = [
  {
    name: { vi: 'Danh sách thanh, có đích', en: 'List of bars, with a target' },
    render: (reader) => (
      <BarList
        reader={reader}
        label={reader.say({ vi: 'Công dân học tập theo đơn vị', en: 'Learning citizens by unit' })}
        format={(value) => reader.percent(value, 1)}
        goal={0.5}
        full={1}
        bars={[
          { key: '1', label: 'Phường Văn Miếu - Quốc Tử Giám', value: 0.712, href: '#vm' },
          { key: '2', label: 'Phường Ba Đình', value: 0.632, href: '#bd' },
          { key: '3', label: 'Xã Minh Châu', value: 0.418, href: '#mc', tone: 'bad' },
          { key: '4', label: 'Xã Ba Vì', href: '#bv' },
        ]}
      />
    ),
  },
  {
    name: { vi: 'Một tổng chia phần', en: 'One whole in parts' },
    render: (reader) => (
      <StackBar
        label={reader.say({ vi: 'Bản nộp của 126 xã, phường', en: 'Submissions of 126 communes' })}
        format={(value) => reader.number(value)}
        parts={[
          { key: 'approved', label: reader.say({ vi: 'Đã duyệt', en: 'Approved' }), value: 105, tone: 'good' },
          { key: 'sent', label: reader.say({ vi: 'Chờ duyệt', en: 'Sent' }), value: 9, tone: 'warn' },
          { key: 'returned', label: reader.say({ vi: 'Trả lại', en: 'Returned' }), value: 4, tone: 'bad' },
          { key: 'open', label: reader.say({ vi: 'Chưa gửi', en: 'Not sent' }), value: 8, tone: 'none' },
        ]}
      />
    ),
  },
]
