/** What is said of boundaries that could be read: names, sizes, places, parts, neighbours, and who is missing. */
import { describe, expect, test } from 'vitest'
import type { Finding, Place, Shape } from './boundaries.model.ts'
import { problems } from './boundaries.texts.ts'
import { finding, judge, missing, overlapFindings, type PlaceBoundary } from './boundary-findings.rules.ts'
import { oldPlaces, square } from './geojson.fixture.ts'
import { areaKm2, boxOf, patience } from './shape-measures.rules.ts'

const [phucxa, thinhhoa] = ['00001', '00005'].map((code) => placeOf(code)) as [Place, Place]
const unitSquare: Shape = [[square(105, 21, 0.1)]]

function placeOf(code: string): Place {
  const place = oldPlaces.find((each) => each.code === code)
  if (!place) throw new Error(`${code} is not on the old map`)
  return place
}

function boundaryOf(place: Place, shape: Shape = unitSquare): PlaceBoundary {
  return { place, shape, areaKm2: areaKm2(shape), ...boxOf(shape) }
}

const wordsOf = (findings: readonly Finding[]) =>
  findings.map(({ severity, code }) => `${severity} ${code.replace('organisation.', '')}`)

function judged(place: Place, names: readonly string[], more: { shape?: Shape; isNamed?: boolean } = {}) {
  const { shape = unitSquare, isNamed = false } = more
  const areas = names.map((name, index) => ({
    number: index + 1,
    name,
    properties: {},
    shape: shape.slice(index, index + 1),
  }))
  const ground = { on: '2024-06-30', isNamed, left: patience() }
  return judge(boundaryOf(place, shape), areas, ground)
}

describe('the name in the file', () => {
  test.each([
    ['Phường Phúc Xá', []],
    ['', []],
    ['Phường Phúc Xa', ['warning nearName']],
    ['Trúc Bạch', ['error otherName']],
  ])('%j', (name, expected) => {
    expect(wordsOf(judged(phucxa, [name]))).toEqual(expected)
  })

  test('is no matter where it is what the area is known by', () => {
    expect(judged(phucxa, ['Trúc Bạch'], { isNamed: true })).toEqual([])
  })

  test('is told with the area, the unit and the day, in both languages', () => {
    const [first] = judged(phucxa, ['Trúc Bạch'])
    expect(first).toMatchObject({ feature: 1, unit: '00001' })
    expect(first?.words.vi).toContain('Trúc Bạch')
    expect(first?.words.en).toContain('Phường Phúc Xá')
  })
})

describe('the area', () => {
  const measured = areaKm2(unitSquare)
  test.each([
    ['as official', measured, false, []],
    ['within a twentieth', measured * 1.04, false, []],
    ['far from official', measured * 2, false, ['warning areaDiffers']],
    ['far from an estimate', measured * 2, true, ['warning areaDiffersFromEstimate']],
    ['with nothing to compare', null, false, []],
  ])('%s', (_, official, areaIsEstimate, expected) => {
    expect(wordsOf(judged({ ...phucxa, areaKm2: official, areaIsEstimate }, ['']))).toEqual(expected)
  })

  test('of a line is none', () => {
    const line: Shape = [
      [
        [
          [105, 21],
          [105.1, 21],
          [105.1, 21],
          [105, 21],
        ],
      ],
    ]
    expect(wordsOf(judged(phucxa, [''], { shape: line }))).toContain('error flat')
  })
})

test.each([
  ['within', [105.05, 21.05], []],
  ['a kilometre outside', [105.11, 21.05], []],
  ['ten kilometres outside', [105.2, 21.05], ['warning farFromPlace']],
] as const)('a position on record %s', (_, [lon, lat], expected) => {
  expect(wordsOf(judged({ ...phucxa, point: [lon, lat] }, ['']))).toEqual(expected)
})

test('a ring that crosses itself is told once', () => {
  const bow: Shape = [
    [
      [
        [105, 21],
        [105.1, 21.1],
        [105.1, 21],
        [105, 21.1],
        [105, 21],
      ],
    ],
  ]
  expect(wordsOf(judged(phucxa, [''], { shape: bow })).filter((word) => word === 'warning crossing')).toHaveLength(1)
})

describe('areas of one unit', () => {
  const apart: Shape = [[square(105, 21, 0.1)], [square(105.3, 21, 0.1)]]
  const upon: Shape = [[square(105, 21, 0.1)], [square(105.05, 21, 0.1)]]
  test.each([
    ['that stand apart are joined', apart, false, ['note joined']],
    ['joined by their names are to be looked at', apart, true, ['warning joined']],
    ['that lie upon each other are two drawings', upon, false, ['error twice']],
  ])('%s', (_, shape, isNamed, expected) => {
    expect(wordsOf(judged(phucxa, ['', ''], { shape, isNamed }))).toEqual(expected)
  })

  test('of more than ten, the first ten are named', () => {
    const shape = Array.from({ length: 12 }, (_, index) => [square(105 + index * 0.2, 21, 0.1)])
    const [first] = judged(phucxa, Array(12).fill(''), { shape })
    expect(first?.words.en).toContain('1, 2, 3, 4, 5, 6, 7, 8, 9, 10, …')
  })
})

describe('neighbours', () => {
  const beside = (by: number): Shape => [[square(105 + by, 21, 0.1)]]
  test.each<[string, PlaceBoundary[], PlaceBoundary[], string[]]>([
    ['that share a border', [boundaryOf(phucxa), boundaryOf(thinhhoa, beside(0.1))], [], []],
    ['that miss it by a little', [boundaryOf(phucxa), boundaryOf(thinhhoa, beside(0.09999))], [], []],
    ['that lie upon each other', [boundaryOf(phucxa), boundaryOf(thinhhoa, beside(0.05))], [], ['warning overlapping']],
    [
      'of which one stands from before',
      [boundaryOf(phucxa)],
      [boundaryOf(thinhhoa, beside(0.05))],
      ['warning overlapsStanding'],
    ],
    ['of which one takes its own place', [boundaryOf(phucxa)], [boundaryOf(phucxa, beside(0.05))], []],
    ['of another kind', [boundaryOf(phucxa), boundaryOf(placeOf('272'), beside(0.05))], [], []],
  ])('%s', (_, given, existing, expected) => {
    expect(wordsOf(overlapFindings(given, existing))).toEqual(expected)
  })

  test('two that both stand were told when they came', () => {
    const existing = [boundaryOf(thinhhoa), boundaryOf(placeOf('00007'), beside(0.05))]
    expect(overlapFindings([boundaryOf(phucxa, beside(1))], existing)).toEqual([])
  })

  test('many are told up to fifty, with how many more there are', () => {
    const crowd = Array.from({ length: 12 }, (_, index) =>
      boundaryOf({ ...phucxa, id: String(index) }, beside(index / 1000)),
    )
    const words = wordsOf(overlapFindings(crowd, []))
    expect(words).toHaveLength(51)
    expect(words.at(-1)).toBe('warning moreOverlaps')
  })
})

describe('who is missing', () => {
  test('is named for each kind that the file has, and for no other', () => {
    const left = missing([boundaryOf(placeOf('272')), boundaryOf(placeOf('273'))], oldPlaces)
    expect(wordsOf(left)).toEqual(['warning without'])
    expect(left[0]?.words.en).toContain('Quận Ba Đình')
  })

  test('is nobody where all are there', () => {
    const districts = oldPlaces.filter(({ kind }) => kind === 'district').map((place) => boundaryOf(place))
    expect(missing(districts, oldPlaces)).toEqual([])
    expect(missing([], oldPlaces)).toEqual([])
  })

  test('of many, twelve are named', () => {
    const many = Array.from({ length: 30 }, (_, index) => ({ ...phucxa, id: `${index}`, fullName: `Xã số ${index}.` }))
    const [first] = missing([boundaryOf(phucxa)], [phucxa, ...many])
    expect(first?.words.en).toContain('Xã số 11.')
    expect(first?.words.en).not.toContain('Xã số 12.')
  })
})

test('a finding keeps its words as they are said now', () => {
  expect(finding('note', problems.flat({ feature: '3' }), 3, phucxa)).toEqual({
    severity: 'note',
    feature: 3,
    unit: '00001',
    code: 'organisation.flat',
    words: { vi: expect.stringContaining('3'), en: expect.stringContaining('3') },
  })
  expect(finding('error', problems.boundariesEmpty())).toMatchObject({ feature: null, unit: null })
})
