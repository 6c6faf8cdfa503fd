/** A showing of every shape. */
import type { Example } from '#ui/example.ts'
import { Icon, shapeNames } from '#ui/icon.tsx'

export const examples: Example[] = [
  {
    name: { vi: 'Hình', en: 'Shapes' },
    render: () => (
      <ul class="legend">
        {shapeNames.map((shape) => (
          <li key={shape}>
            <Icon shape={shape} /> {shape}
          </li>
        ))}
      </ul>
    ),
  },
]
