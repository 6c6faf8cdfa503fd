/** What charts say and draw: the sentence, the range, estimates apart, bars to scale. */
import fc from 'fast-check'
import { render } from 'preact-render-to-string'
import { describe, expect, test } from 'vitest'
import { BarList, StackBar } from '#ui/chart/bars.tsx'
import { LinesChart } from '#ui/chart/lines.tsx'
import { runsOf, type Series, sentenceOf, spread, valueRange } from '#ui/chart/series.ts'
import { Trajectory } from '#ui/chart/trajectory.tsx'
import { TrendChart } from '#ui/chart/trend.tsx'
import { readerOf } from '#ui/reader.ts'

const reader = readerOf('vi')
const format = (value: number) => reader.percent(value, 1)
const targets = [{ at: 2030, label: '2030', value: 0.7 }]
const point = (at: number, value: number, more = {}) => ({ at, label: String(at), value, ...more })
const frame = { reader, name: 'Công dân học tập', from: 2020, to: 2030, format }

describe('the sentence of a series', () => {
  test.each<[string, Series, string]>([
    [
      'a way',
      { points: [point(2022, 0.5), point(2021, 0.38)], targets },
      'Từ 38% (2021), đến 50% (2022), đích 70% (2030)',
    ],
    ['one value', { points: [point(2021, 0.38)], targets: [] }, 'Đến 38% (2021)'],
    ['no value', { points: [], targets }, 'Chưa có số liệu, đích 70% (2030)'],
  ])('%s', (_, series, expected) => {
    expect(sentenceOf(reader, series, format)).toBe(expected)
  })
})

test.each<[Series, number, [number, number]]>([
  [{ points: [point(2021, 10), point(2022, 20)], targets: [] }, 0.1, [9, 21]],
  [{ points: [point(2021, 10)], targets: [] }, 0.1, [9, 11]],
  [{ points: [point(2021, 0)], targets: [] }, 0.1, [-0.1, 0.1]],
  [{ points: [], targets: [] }, 0.1, [0, 1]],
])('the range of %j with air %d', (series, air, expected) => {
  expect(valueRange(series, air)).toEqual(expected)
})

describe('pieces of a line', () => {
  test.each([
    ['none', '', []],
    ['one point', 'e', []],
    ['firm', 'fff', ['solid 3']],
    ['an estimate within', 'ffeff', ['solid 2', 'dashed 3', 'solid 2']],
    ['estimates first', 'eef', ['dashed 3']],
  ])('%s', (_, kinds, expected) => {
    const points = [...kinds].map((kind, index) => point(2021 + index, 1, { estimate: kind === 'e' }))
    expect(runsOf(points).map((run) => `${run.estimate ? 'dashed' : 'solid'} ${run.points.length}`)).toEqual(expected)
  })
})

describe('labels that want the same place', () => {
  test('stand apart, in order, within the drawing wherever they fit', () => {
    const heights = fc.array(fc.double({ min: 0, max: 300, noNaN: true }), { minLength: 1, maxLength: 8 })
    fc.assert(
      fc.property(heights, (wanted) => {
        const placed = spread(wanted, 16, [0, 300])
        const order = wanted.map((_, index) => index).sort((a, b) => (wanted[a] ?? 0) - (wanted[b] ?? 0) || a - b)
        const down = order.map((index) => placed[index] ?? Number.NaN)
        expect(down.every((height) => height >= -1e-9 && height <= 300 + 1e-9)).toBe(true)
        expect(down.slice(1).every((height, index) => height - (down[index] ?? 0) >= 16 - 1e-9)).toBe(true)
      }),
    )
  })

  test('stay where they want where nobody is in the way', () => {
    expect(spread([10, 200, 100], 16, [0, 300])).toEqual([10, 200, 100])
  })
})

describe('drawings', () => {
  test('a trajectory without values still shows its target', () => {
    const html = render(<Trajectory {...frame} points={[]} targets={targets} />)
    expect(html).toContain('<title>Công dân học tập: Chưa có số liệu, đích 70% (2030)</title>')
    expect(html.match(/class="ring"/g)).toHaveLength(1)
    expect(html).not.toContain('class="dot"')
  })

  test('the way ahead leads only through targets to come', () => {
    const passed = { at: 2025, label: '2025', value: 0.5 }
    const html = render(<Trajectory {...frame} points={[point(2026, 0.6)]} targets={[...targets, passed]} />)
    expect(html.match(/class="to-target" d="M[^"]*"/)?.[0].match(/L/g)).toHaveLength(1)
  })

  test('an estimate is dashed, written in the table, and explained in the legend', () => {
    const points = [point(2021, 0.4), point(2022, 0.5, { estimate: true, status: 'at-risk' })]
    const html = render(<TrendChart {...frame} id="c" title="Công dân" points={points} targets={targets} />)
    expect(html).toContain('class="line estimate"')
    expect(html).toContain('Có nguy cơ, Ước tính')
    expect(html.match(/<tr role="row">/g)).toHaveLength(1 + 3)
  })

  test('a trajectory is dashed where it leads to or from an estimate, and solid elsewhere', () => {
    const points = [point(2021, 0.4, { estimate: true }), point(2022, 0.5), point(2023, 0.5), point(2024, 0.6)]
    const html = render(<Trajectory {...frame} points={points} targets={targets} />)
    expect(html.match(/class="line estimate" d="[^"]*"/g)).toHaveLength(1)
    expect(html.match(/class="line" d="[^"]*"/g)?.map((path) => path.match(/L/g)?.length)).toEqual([2])
  })

  test('lines are told apart by shape and name, and an estimate is hollow', () => {
    const lines = ['Phường Ba Đình', 'Xã Minh Châu'].map((label, index) => ({
      key: label,
      label,
      points: [point(2024, 0.5, { estimate: index === 0 }), point(2025, 0.5)],
    }))
    const html = render(<LinesChart {...frame} title="Công dân" lines={lines} targets={targets} />)
    const [wide = ''] = html.match(/<svg class="chart chart-lines chart-wide"[\s\S]*?<\/svg>/) ?? []
    expect(wide).toContain('Phường Ba Đình: Từ 50% (2024), đến 50% (2025). Xã Minh Châu: ')
    expect(wide.match(/class="marker-open"/g)).toHaveLength(1)
    expect(wide.match(/class="line estimate"/g)).toHaveLength(1)
    expect(wide).toMatch(/<text class="line-text"[^>]*>Phường Ba Đình<\/text>/)
  })

  test('bars are drawn to scale and never beyond the whole', () => {
    const bars = [
      { key: 'a', label: 'A', value: 0.25 },
      { key: 'b', label: 'B', value: 1.5 },
      { key: 'c', label: 'C' },
    ]
    const html = render(<BarList reader={reader} label="Đơn vị" bars={bars} full={1} format={format} />)
    expect([...html.matchAll(/class="bar [^"]*" width="(\d+)"/g)].map(([, width]) => width)).toEqual(['250', '1000'])
    expect(html).toContain('Chưa có số liệu')
  })

  test('the parts of a whole follow each other and leave out what is nothing', () => {
    const parts = [
      { key: 'a', label: 'A', value: 3, tone: 'good' as const },
      { key: 'b', label: 'B', value: 0, tone: 'warn' as const },
      { key: 'c', label: 'C', value: 1, tone: 'bad' as const },
    ]
    const html = render(<StackBar label="Bản nộp" parts={parts} format={String} />)
    expect([...html.matchAll(/class="bar [^"]*" x="(\d+)"/g)].map(([, x]) => x)).toEqual(['0', '750'])
  })
})
