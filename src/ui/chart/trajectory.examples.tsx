/** Showings of the small trajectory: under way, just begun, without data. */
import { Trajectory } from '#ui/chart/trajectory.tsx'
import type { Example } from '#ui/example.ts'

const targets = [
  { at: 2025, label: '2025', value: 0.5 },
  { at: 2030, label: '2030', value: 0.7 },
]
const series = [[0.38, 0.45, 0.56, 0.61, 0.62, 0.638], [0.41], []]

export const examples: Example[] = [
  {
    name: { vi: 'Diễn biến trong một ô', en: 'A trajectory in one cell' },
    render: (reader) => (
      <div class="columns">
        {series.map((values) => (
          <Trajectory
            key={values.length}
            reader={reader}
            name={reader.say({ vi: 'Công dân học tập', en: 'Learning citizens' })}
            points={values.map((value, index) => ({ at: 2021 + index, label: String(2021 + index), value }))}
            targets={targets}
            from={2020}
            to={2030}
            format={(value) => reader.percent(value, 1)}
          />
        ))}
      </div>
    ),
  },
]
