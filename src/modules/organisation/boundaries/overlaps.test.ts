/** Shapes that lie upon each other: how much, however they are drawn; and how long it may take. */
import { describe, expect, test } from 'vitest'
import type { Position, Ring, Shape } from './boundaries.model.ts'
import { examine } from './examination.rules.ts'
import { feature, fileOf, oldPlaces, square } from './geojson.fixture.ts'
import { overlapsOf } from './overlaps.rules.ts'

/** A square of a hundredth of a degree at 21° north, in km². */
const cell = 1.1515
const at = (lon: number, lat: number, size: number): Shape => [[square(lon, lat, size)]]
const round = (lon: number, lat: number, radius: number): Shape => {
  const ring = Array.from(
    { length: 400 },
    (_, step): Position => [lon + radius * Math.cos(step / 63.66), lat + radius * Math.sin(step / 63.66)],
  )
  return [[[...ring, ring[0] ?? [0, 0]]]]
}

describe('the common area', () => {
  const whole: Ring = square(105, 21, 0.02)
  test.each<[string, Shape, Shape, number]>([
    ['of neighbours', at(105, 21, 0.01), at(105.01, 21, 0.01), 0],
    ['of shapes apart', at(105, 21, 0.01), at(105.5, 21, 0.01), 0],
    ['of half a cell', at(105, 21, 0.01), at(105.005, 21, 0.01), cell / 2],
    ['of one in another', at(105, 21, 0.03), at(105.01, 21.01, 0.01), cell],
    ['of one twice', at(105, 21, 0.01), at(105, 21, 0.01), cell],
    ['of an enclave in its hole', [[whole, square(105.005, 21.005, 0.01)]], at(105.005, 21.005, 0.01), 0],
    ['of a hole half filled', [[whole, square(105.005, 21.005, 0.01)]], at(105, 21.005, 0.01), cell / 2],
    ['of the second of two islands', [[square(105, 21, 0.01)], [square(106, 21, 0.01)]], at(106, 21, 0.01), cell],
    ['of rings the other way', [[square(105, 21, 0.01).toReversed()]], at(105.005, 21, 0.01), cell / 2],
    ['of circles', round(105, 21, 0.01), round(105, 21, 0.02), cell * Math.PI],
  ])('%s', (_, one, other, expected) => {
    const { overlaps } = overlapsOf([one, other], 0)
    expect(overlaps[0]?.areaKm2 ?? 0).toBeCloseTo(expected, 1)
    expect(overlapsOf([other, one], 0).overlaps[0]?.areaKm2 ?? 0).toBeCloseTo(expected, 1)
  })

  test('of a file made to be slow is given up, and that is said', () => {
    const comb = (lon: number): Shape => {
      const ring = Array.from({ length: 60_000 }, (_, step): Position => [lon + step * 1e-6, step % 2 ? 22 : 21])
      return [[[...ring, ring[0] ?? [0, 0]]]]
    }
    const started = performance.now()
    expect(
      overlapsOf(
        Array.from({ length: 12 }, (_, index) => comb(105 + index / 100)),
        0,
      ).isWhole,
    ).toBe(false)
    expect(performance.now() - started).toBeLessThan(20_000)
  })
})

describe('a file', () => {
  const told = (features: unknown[]) =>
    examine(fileOf(features), { on: '2024-06-30', places: oldPlaces }).findings.filter(({ code }) =>
      /overlapping/.test(code),
    )

  test('says who lies upon whom, and how much', () => {
    const features = [
      feature({ ma_xa: '00001' }, at(105.82, 21.03, 0.016)[0]),
      feature({ ma_xa: '00005' }, at(105.825, 21.03, 0.016)[0]),
    ]
    expect(told(features).map(({ severity, words }) => `${severity} ${words.vi}`)).toEqual([
      'warning Phường Phúc Xá và Phường Thịnh Hòa chồng lên nhau 2,03 km² (69% đơn vị nhỏ hơn).',
    ])
    expect(told(features)[0]?.words.en).toBe(
      'Phường Phúc Xá and Phường Thịnh Hòa overlap by 2.03 km² (69% of the smaller one).',
    )
  })

  test('does not tell a district and its commune, nor borders that miss each other by metres', () => {
    const features = [
      feature({ ma_xa: '001' }, at(105, 21, 0.1)[0]),
      feature({ ma_xa: '00001' }, at(105, 21, 0.05)[0]),
      feature({ ma_xa: '00005' }, at(105.04998, 21, 0.05)[0]),
    ]
    expect(told(features)).toEqual([])
  })
})
