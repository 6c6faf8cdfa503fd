/** A showing of the tile map, over a made-up city of 60 units. */
import type { Example } from '#ui/example.ts'
import { layoutTiles, type PlacedPoint } from '#ui/map/tile-layout.ts'
import { TileMap } from '#ui/map/tiles.tsx'

/** A crowded middle and wide outskirts, as cities are: a sunflower whose seeds thin out. */
const places: PlacedPoint[] = Array.from({ length: 60 }, (_, index) => {
  const distance = 0.004 * (index + 1) ** 1.15
  return {
    id: String(index),
    lon: 105.8 + distance * Math.cos(index * 2.4),
    lat: 21 + distance * Math.sin(index * 2.4),
  }
})
const tiles = layoutTiles(places)

export const examples: Example[] = [
  {
    name: { vi: 'Bản đồ ô bằng nhau', en: 'Map of equal tiles' },
    render: (reader) => (
      <TileMap
        reader={reader}
        id="example-map"
        title={reader.say({ vi: 'Công dân học tập, 60 đơn vị', en: 'Learning citizens, 60 units' })}
        tiles={tiles}
        units={places.map(({ id }, index) => ({
          id,
          name: reader.say({ vi: 'Xã số {n}', en: 'Commune {n}' }, { n: index + 1 }),
          value: index % 13 === 12 ? undefined : 0.35 + ((index * 7) % 45) / 100,
          href: index === 3 ? undefined : `#unit-${id}`,
        }))}
        currentId="20"
        format={(value) => reader.percent(value, 1)}
      />
    ),
  },
]
