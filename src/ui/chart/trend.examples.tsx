/** Showings of the full chart. */
import type { ChartPoint } from '#ui/chart/series.ts'
import { TrendChart } from '#ui/chart/trend.tsx'
import type { Example } from '#ui/example.ts'

const points: ChartPoint[] = [
  { at: 2021, label: '2021', value: 0.38 },
  { at: 2022, label: '2022', value: 0.45, status: 'on-track' },
  { at: 2023, label: '2023', value: 0.49, status: 'on-track' },
  { at: 2024, label: '2024', value: 0.47, status: 'at-risk' },
  { at: 2025, label: '2025', value: 0.48, status: 'off-track' },
  { at: 2026, label: '11/2026', value: 0.54, status: 'on-track', estimate: true },
]

export const examples: Example[] = [
  {
    name: { vi: 'Diễn biến của một chỉ số', en: 'The trend of one indicator' },
    render: (reader) => (
      <TrendChart
        reader={reader}
        id="example-trend"
        title={reader.say({ vi: 'Công dân đạt danh hiệu công dân học tập', en: 'Learning citizens' })}
        points={points}
        targets={[
          { at: 2025, label: '2025', value: 0.5 },
          { at: 2030, label: '2030', value: 0.7 },
        ]}
        from={2021}
        to={2030}
        format={(value) => reader.percent(value, 1)}
      />
    ),
  },
  {
    name: { vi: 'Biểu đồ chưa có số liệu', en: 'A chart without data' },
    render: (reader) => (
      <TrendChart
        reader={reader}
        id="example-trend-empty"
        title={reader.say({ vi: 'Trung tâm xếp loại tốt', en: 'Centres rated good' })}
        points={[]}
        targets={[{ at: 2030, label: '2030', value: 0.8 }]}
        from={2021}
        to={2030}
        format={(value) => reader.percent(value, 1)}
      />
    ),
  },
]
