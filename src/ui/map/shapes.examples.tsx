/** Showings of the maps by outline, over a made-up city of 36 units. */
import type { Example } from '#ui/example.ts'
import type { Outline } from '#ui/map/projection.ts'
import { LocatorMap, ShapeMap } from '#ui/map/shapes.tsx'

const side = 6

/** Corners of a grid pushed about, so that borders are crooked but shared. */
function corner(column: number, row: number): [number, number] {
  const push = (seed: number) => 0.012 * Math.sin(seed * 12.9898 + row * 78.233 + column * 37.719)
  return [105.6 + column * 0.06 + push(1), 21.3 - row * 0.055 + push(2)]
}

const outlines: Outline[] = Array.from({ length: side * side }, (_, index) => {
  const [column, row] = [index % side, Math.floor(index / side)]
  const ring = [
    corner(column, row),
    corner(column + 1, row),
    corner(column + 1, row + 1),
    corner(column, row + 1),
    corner(column, row),
  ]
  return { id: String(index), coordinates: [[ring]] }
})
const communes = { vi: 'Xã số {n}', en: 'Commune {n}' }
const credit = { vi: 'Ranh giới vẽ cho mẫu này', en: 'Boundaries drawn for this sample' }

export const examples: Example[] = [
  {
    name: { vi: 'Bản đồ theo ranh giới', en: 'Map by boundaries' },
    render: (reader) => (
      <ShapeMap
        reader={reader}
        id="example-shapes"
        title={reader.say({ vi: 'Công dân học tập, 36 đơn vị', en: 'Learning citizens, 36 units' })}
        outlines={outlines}
        units={outlines.map(({ id }, index) => ({
          id,
          name: reader.say(communes, { n: index + 1 }),
          value: index % 13 === 12 ? undefined : 0.35 + ((index * 7) % 45) / 100,
          href: index === 3 ? undefined : `#unit-${id}`,
        }))}
        currentId="20"
        format={(value) => reader.percent(value, 1)}
        credit={reader.say(credit)}
      />
    ),
  },
  {
    name: { vi: 'Một đơn vị giữa các đơn vị xung quanh', en: 'A unit among its neighbours' },
    render: (reader) => (
      <LocatorMap
        reader={reader}
        id="example-locator"
        title={reader.say({ vi: 'Xã số 15 ở đâu', en: 'Where commune 15 is' })}
        outlines={outlines.filter(({ id }) => ['7', '8', '9', '13', '14', '15', '19', '20', '21'].includes(id))}
        units={outlines.map(({ id }, index) => {
          const name = reader.say(communes, { n: index + 1 })
          return { id, name, label: name, href: `#unit-${id}` }
        })}
        currentId="14"
        credit={reader.say(credit)}
      />
    ),
  },
]
