/** Areas put to units by code or by name: what is found, what is asked, and that nothing is guessed. */
import { describe, expect, test } from 'vitest'
import { examine } from './examination.rules.ts'
import { feature, fileOf, oldPlaces, square } from './geojson.fixture.ts'

const ring = [square(105.8, 21, 0.1)]

function put(rows: object[], more: object = {}) {
  const features = rows.map((properties, index) => feature(properties, [square(105 + index * 0.2, 21, 0.1)]))
  return examine(fileOf(features), { on: '2024-06-30', places: oldPlaces, ...more })
}

/** Code of the unit that each name went to, or what was said instead. */
function told(rows: object[], more: object = {}) {
  const { matches, findings, boundaries } = put(rows, more)
  const errors = findings.filter(({ severity }) => severity === 'error')
  if (errors.length > 0) return errors.map(({ code }) => code.replace('organisation.', ''))
  return matches.length > 0 ? matches.map(({ code }) => code) : boundaries.map(({ place }) => place.code)
}

describe('a name without a code', () => {
  test.each<[string, string[]]>([
    ['Phường Phúc Xá', ['00001']],
    ['Phúc Xá', ['00001']],
    ['P. Phúc Xá', ['00001']],
    ['P.Phúc Xá', ['00001']],
    ['PHƯỜNG PHÚC XÁ', ['00001']],
    ['phường  phúc xá ', ['00001']],
    ['Phường Phúc Xá'.normalize('NFD'), ['00001']],
    ['PhúcXá', ['00001']],
    ['Phúc Xá Ward', ['00001']],
    ['Phuong Phuc Xa', ['00001']],
    ['Thịnh Hoà', ['00005']],
    ['Thịnh Hòa', ['00005']],
    ['Văn Miếu – Quốc Tử Giám', ['00007']],
    ['Văn Miếu-Quốc Tử Giám', ['00007']],
    ['Phường 01', ['00010']],
    ['P.1', ['00010']],
    ['P12', ['00011']],
    ['Thị trấn Phúc Thọ', ['09715']],
    ['TT. Phúc Thọ', ['09715']],
    ['T.T Phúc Thọ', ['09715']],
    ['Huyện Phúc Thọ', ['272']],
    ['Tản Hồng', ['09731']],
    ['Tân Hồng', ['09741']],
    ['Xã Ðan Phượng', ['noSuchName']],
    ['Huyện Ðan Phượng', ['273']],
    // A question, never a guess.
    ['Phúc Thọ', ['ambiguousName']],
    ['Xã Tân Hội', ['ambiguousName']],
    ['Tan Hong', ['ambiguousName']],
    ['Tán Hồng', ['noSuchName']],
    ['Xã Phúc Xá', ['noSuchName']],
    ['Phường Phúc Xa', ['noSuchName']],
    ['Trúc Bạch', ['noSuchName']],
    ['Phường 2', ['noSuchName']],
    ['', ['noName']],
  ])('%j', (name, expected) => {
    expect(told([{ ten_xa: name }])).toEqual(expected)
  })

  test('of two of one name the unit above tells which, by name or by code', () => {
    const both = (key: string, one: unknown, other: unknown) =>
      told([
        { ten_xa: 'Xã Tân Hội', [key]: one },
        { ten_xa: 'Xã Tân Hội', [key]: other },
      ])
    expect(both('ten_huyen', 'Huyện Đan Phượng', 'H. Phúc Thọ')).toEqual(['09740', '09730'])
    expect(both('TEN_HUYEN', 'Đan Phượng', 'Phúc Thọ')).toEqual(['09740', '09730'])
    expect(both('ma_huyen', 273, '272')).toEqual(['09740', '09730'])
    expect(both('ten_huyen', 'Huyện Đan Phượng', '')).toEqual(['ambiguousName'])
    expect(both('ten_huyen', 'Huyện Đan Phượng', 'Huyện Ba Vì')).toEqual(['noSuchAbove'])
    expect(both('ten_huyen', 'Huyện Đan Phượng', 'Quận Ba Đình')).toEqual(['noSuchName'])
  })

  test('a property of its own may hold the type', () => {
    expect(told([{ NAME_3: 'Phúc Thọ', TYPE_3: 'Thị trấn', NAME_2: 'Phúc Thọ', NAME_1: 'Hà Nội' }])).toEqual(['09715'])
    expect(told([{ name: 'Phúc Thọ', type: 'Huyện' }])).toEqual(['272'])
  })

  test('says whom the name may mean, with the unit above and the code', () => {
    const { findings } = put([{ ten: 'Xã Tân Hội' }])
    expect(findings[0]?.words.vi).toContain('Xã Tân Hội (Huyện Phúc Thọ, 09730); Xã Tân Hội (Huyện Đan Phượng, 09740)')
    expect(put([{ ten: 'Phường Phúc Xa' }]).findings[0]?.words.vi).toContain(
      'Gần giống: Phường Phúc Xá (Quận Ba Đình, 00001)',
    )
  })

  test('each is told beside its unit; one without tones is marked', () => {
    const { matches } = put([{ ten: 'Phuc Xa' }, { ten: 'Thịnh Hoà' }])
    expect(matches).toEqual([
      {
        feature: 1,
        name: 'Phuc Xa',
        above: null,
        code: '00001',
        unit: 'Phường Phúc Xá',
        unitAbove: 'Quận Ba Đình',
        isToneless: true,
      },
      {
        feature: 2,
        name: 'Thịnh Hoà',
        above: null,
        code: '00005',
        unit: 'Phường Thịnh Hòa',
        unitAbove: 'Quận Ba Đình',
        isToneless: false,
      },
    ])
  })

  test('areas of other provinces are left out, and counted', () => {
    const rows = [
      { ten_xa: 'Phúc Xá', ten_tinh: 'TP. Hà Nội' },
      { ten_xa: 'Thịnh Hòa', ten_tinh: 'Tỉnh Bắc Ninh' },
      { ten_xa: 'Xa Lạ', ten_tinh: 'Tỉnh Bắc Ninh' },
    ]
    expect(told(rows)).toEqual(['00001'])
    expect(
      put(rows)
        .findings.map(({ words }) => words.vi)
        .join(),
    ).toContain('2 vùng ghi là của tỉnh, thành phố khác (Tỉnh Bắc Ninh)')
    expect(told(rows.slice(1))).toEqual(['otherProvince'])
  })
})

describe('codes', () => {
  test('of a portal are set aside, and that is said', () => {
    const { findings, columns } = put([{ ma: 'xa10', ten: 'Phường Phúc Xá' }])
    expect(columns).toEqual({ code: undefined, name: 'ten' })
    expect(findings.map(({ words }) => words.vi).join()).toContain('Thuộc tính “ma” (ví dụ “xa10”) không giữ mã đơn vị')
  })

  test.each<[string, object[], string[]]>([
    [
      'numbers of the rows',
      [
        { id: 1, ten: 'Phúc Xá' },
        { id: 2, ten: 'Thịnh Hòa' },
      ],
      ['00001', '00005'],
    ],
    [
      'numbers of the rows called codes',
      [
        { ma: 21, ten: 'Phúc Xá' },
        { ma: 22, ten: 'Thịnh Hòa' },
      ],
      ['00001', '00005'],
    ],
    ['the second of two', [{ ma: 'a', ma_xa: '00001', ten: 'Phúc Xá' }], ['00001']],
    ['as decimal numbers', [{ ma_xa: '1.0', ten: 'Phúc Xá' }], ['00001']],
    ['of another unit than the name', [{ ma_xa: '00005', ten: 'Phúc Xá' }], ['otherName']],
    ['unknown, beside a name that is not here', [{ ma_xa: '99999', ten: 'Trúc Bạch' }], ['noSuchUnit']],
  ])('%s', (_, rows, expected) => {
    expect(told(rows)).toEqual(expected)
  })

  test('with a name of other tones are looked at', () => {
    const codes = put([{ ma_xa: '09731', ten: 'Tân Hồng' }]).findings.map(({ code }) => code)
    expect(codes).toContain('organisation.nearName')
  })

  test('told for the whole file hold where it says nothing', () => {
    const bare = JSON.stringify({ type: 'Polygon', coordinates: ring })
    const input = { on: '2024-06-30', places: oldPlaces }
    expect(examine(bare, input).findings.map(({ code }) => code)).toEqual(['organisation.noCodeProperty'])
    expect(examine(bare, { ...input, unit: '00001' }).boundaries.map(({ place }) => place.code)).toEqual(['00001'])
    expect(examine(bare, { ...input, unit: '9' }).findings[0]?.code).toBe('organisation.noSuchUnit')
  })
})

describe('areas of one unit', () => {
  const part = (lon: number, ten = 'Phúc Xá') => feature({ ma_xa: '00001', ten }, [square(lon, 21, 0.1)])
  const codes = (features: unknown[]) =>
    examine(fileOf(features), { on: '2024-06-30', places: oldPlaces }).findings.map(
      ({ severity, code }) => `${severity} ${code.replace('organisation.', '')}`,
    )

  test('that stand apart, or side by side, are joined', () => {
    for (const lon of [105.3, 105.1]) {
      const { boundaries } = examine(fileOf([part(105), part(lon)]), { on: '2024-06-30', places: oldPlaces })
      expect(boundaries).toHaveLength(1)
      expect(boundaries[0]?.shape).toHaveLength(2)
      expect(boundaries[0]?.areaKm2).toBeCloseTo(2 * 115, -1)
      expect(codes([part(105), part(lon)])).toContain('note joined')
    }
  })

  test('that lie upon each other are two drawings: which one is asked', () => {
    expect(codes([part(105), part(105)])).toEqual(['error twice'])
    expect(codes([part(105), part(105.05)])).toEqual(['error twice'])
    expect(codes([part(105), part(105.3, 'Trúc Bạch')])).toContain('error otherName')
  })

  test('joined by their name are to be looked at', () => {
    const features = [105, 105.3].map((lon) => feature({ ten: 'Phúc Xá' }, [square(lon, 21, 0.1)]))
    expect(codes(features)).toContain('warning joined')
  })
})
