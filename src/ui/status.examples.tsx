/** Showings of marks, labels and figures. */
import type { Example } from '#ui/example.ts'
import { Figure, KeyFigures, Mark, SampleLabel, SourceNote, type Status, StatusMark, StatusStrip } from '#ui/status.tsx'

const all: Status[] = [
  ...(['reached', 'on-track', 'at-risk', 'off-track', 'no-data'] as const),
  ...(['not-started', 'in-progress', 'sent', 'returned', 'approved', 'late', 'closed'] as const),
  ...(['estimate', 'provisional', 'confirmed'] as const),
]
const strip: Status[] = ['reached', 'reached', 'at-risk', 'on-track', 'on-track', 'off-track', 'no-data', 'on-track']

export const examples: Example[] = [
  {
    name: { vi: 'Tình trạng: hình, chữ và màu', en: 'Status: shape, word and colour' },
    render: (reader) => (
      <p class="actions">
        {all.map((status) => (
          <StatusMark key={status} reader={reader} status={status} />
        ))}
      </p>
    ),
  },
  {
    name: { vi: 'Dấu với chữ riêng', en: 'A mark with words of its own' },
    render: (reader) => (
      <p class="actions">
        <Mark tone="good">{reader.say({ vi: 'Khớp', en: 'Agrees' })}</Mark>
        <Mark tone="bad">{reader.say({ vi: 'Phải sửa', en: 'To correct' })}</Mark>
        <Mark tone="warn">{reader.say({ vi: 'Tăng {by}', en: 'Up {by}' }, { by: reader.percent(0.055, 1) })}</Mark>
        <SampleLabel reader={reader} />
      </p>
    ),
  },
  {
    name: { vi: 'Số và nguồn', en: 'A figure and its source' },
    render: (reader) => (
      <>
        <Figure
          reader={reader}
          value={reader.percent(0.638, 1)}
          note={reader.say({ vi: '11/2026, ước', en: '11/2026, estimate' })}
          href="#why"
        />
        <SourceNote reader={reader} href="#plan" asOf="2026-11-23">
          {reader.say({ vi: 'Kế hoạch 290/KH-UBND, mục II.1', en: 'Plan 290/KH-UBND, section II.1' })}
        </SourceNote>
      </>
    ),
  },
  {
    name: { vi: 'Những số nhìn trước', en: 'Key figures' },
    render: (reader) => (
      <KeyFigures
        items={[
          {
            value: reader.number(3),
            label: reader.say({ vi: 'chưa bắt đầu', en: 'not started' }),
            href: '#not-started',
          },
          { value: reader.number(9), label: reader.say({ vi: 'đang nhập', en: 'in progress' }), href: '#in-progress' },
          { value: reader.number(5), label: reader.say({ vi: 'chờ duyệt', en: 'awaiting approval' }), href: '#sent' },
          { value: reader.number(4), label: reader.say({ vi: 'đã trả lại', en: 'returned' }), href: '#returned' },
          { value: reader.number(105), label: reader.say({ vi: 'đã duyệt', en: 'approved' }) },
        ]}
      />
    ),
  },
  {
    name: { vi: 'Cả kế hoạch trong một dòng', en: 'The whole plan in one line' },
    render: (reader) => (
      <StatusStrip
        reader={reader}
        label={reader.say({ vi: 'Tình trạng từng chỉ tiêu', en: 'Status of every target' })}
        items={strip.map((status, index) => ({
          key: String(index),
          label: reader.say({ vi: 'Chỉ tiêu {n}', en: 'Target {n}' }, { n: index + 1 }),
          status,
          href: index % 2 === 0 ? `#target-${index}` : undefined,
        }))}
      />
    ),
  },
]
