/** Showings of several lines on one chart: names that are long, lines that end together, estimates. */
import { LinesChart } from '#ui/chart/lines.tsx'
import type { Example } from '#ui/example.ts'

const lines = [
  { key: '1', label: 'Phường Văn Miếu - Quốc Tử Giám', values: [0.38, 0.45, 0.49, 0.47, 0.55, 0.64], until: 2024 },
  { key: '2', label: 'Phường Ba Đình', values: [0.41, 0.44, 0.5, 0.52, 0.58, 0.63], until: 2024 },
  { key: '3', label: 'Xã Minh Châu', values: [0.22, 0.3, 0.31, 0.38, 0.44, 0.47], until: 0 },
  { key: '4', label: 'Thành phố Hà Nội', values: [0.35, 0.4, 0.46, 0.5, 0.56, 0.62], until: 0 },
]

export const examples: Example[] = [
  {
    name: { vi: 'Nhiều đơn vị trên một biểu đồ', en: 'Several units on one chart' },
    render: (reader) => (
      <LinesChart
        reader={reader}
        title={reader.say({ vi: 'Công dân đạt danh hiệu công dân học tập', en: 'Learning citizens' })}
        lines={lines.map(({ values, until, ...line }) => ({
          ...line,
          points: values.map((value, index) => ({
            at: 2021 + index,
            label: String(2021 + index),
            value,
            estimate: 2021 + index <= until,
          })),
        }))}
        targets={[{ at: 2030, label: reader.say({ vi: 'Đích 2030: 70%', en: 'Target 2030: 70%' }), value: 0.7 }]}
        from={2021}
        to={2026}
        format={(value) => reader.percent(value, 1)}
      />
    ),
  },
]
