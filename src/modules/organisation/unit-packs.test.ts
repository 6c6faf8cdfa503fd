/** A pack's dated rows become the tree of the beginning and the decisions since, and together they are the pack again. */
import { describe, expect, test } from 'vitest'
import type { UnitPackRow, UnitPacks } from './unit-packs.model.ts'
import { decisionsOf, foundationOf } from './unit-packs.rules.ts'

const country = { code: 'VN', name: 'Việt Nam' }
const day = '2025-07-01'

function place(code: string, parentCode: string | null, more: Partial<UnitPackRow> = {}): UnitPackRow {
  const where = { areaKm2: 2, areaIsEstimate: false, seat: null, lon: 105.8, lat: 21 }
  const row = { code, kind: 'commune', name: `Tên ${code}`, type: 'Xã', parentCode, validFrom: null, validTo: null }
  return { ...row, ...where, ...more }
}

function agency(code: string, parent: string | null, more: { validFrom?: string; validTo?: string } = {}) {
  const days = { validFrom: null, validTo: null, ...more }
  return { code, nameVi: `Sở ${code}`, type: 'Sở', parent, seat: '01', ...days }
}

const pack: UnitPacks = {
  places: [
    place('01', null, { kind: 'city', type: 'Thành phố' }),
    place('a', '01', { validTo: day }),
    place('b', '01'),
    place('h', '01', { validFrom: day }),
  ],
  successions: [{ on: day, fromCode: 'a', toCode: 'h', part: 'full', share: 1, populationMoves: 'all', basis: '1/NQ' }],
  agencies: {
    agencies: [agency('S1', null), agency('S2', 'S1', { validTo: '2024-03-01' })],
    successions: [
      {
        on: '2024-03-01',
        from: 'S2',
        to: 'S1',
        scope: 'all',
        scopeVi: 'Tất cả',
        scopeEn: 'All',
        basis: '2/QĐ',
        verified: false,
      },
    ],
    moves: [{ on: day, agency: 'S1', parent: '01' }],
  },
  decisions: [
    { on: day, title: 'Sắp xếp', basis: '1/NQ' },
    { on: '2024-03-01', title: 'Hợp nhất', basis: '2/QĐ' },
  ],
}

function foundation(packs: UnitPacks = pack) {
  let made = 0
  return foundationOf(packs, country, () => `id ${++made}`)
}

describe('the tree of the beginning', () => {
  test('has the country beside it, and every unit without a first day under its parent', () => {
    const { lives, steps } = foundation()
    const codeOf = (id: string | null | undefined) => lives.find((life) => life.id === id)?.code ?? null
    const rows = lives.map(({ code, versions: [version] }) => [code, version?.fullName, codeOf(version?.parentId)])
    expect(rows).toEqual([
      ['VN', 'Việt Nam', null],
      ['01', 'Thành phố Tên 01', null],
      ['a', 'Xã Tên a', '01'],
      ['b', 'Xã Tên b', '01'],
      // An agency is called by its name, and hangs at its seat where no agency is above it.
      ['S1', 'Sở S1', '01'],
      ['S2', 'Sở S2', 'S1'],
    ])
    expect(steps).toEqual([])
    expect(new Set(lives.map(({ id }) => id)).size).toBe(6)
  })

  test('knows nothing yet of how units ended', () => {
    const days = foundation().lives.map(({ openedOn, closedOn }) => [openedOn, closedOn])
    expect(days).toEqual(Array(6).fill(['-infinity', 'infinity']))
  })

  test('is refused where a unit stands under one that is not there', () => {
    const lost = { ...pack, places: [...pack.places, place('c', 'h')] }
    expect(() => foundation(lost)).toThrow(/names unit h/)
  })
})

describe('the decisions since', () => {
  test('are those of each day on which something changed, oldest first, with their changes', () => {
    const [first, second, ...more] = decisionsOf(pack)
    expect(more).toEqual([])
    expect(first).toEqual({
      on: '2024-03-01',
      title: 'Hợp nhất',
      basis: '2/QĐ',
      changes: [
        { kind: 'close', code: 'S2' },
        {
          kind: 'succeed',
          from: 'S2',
          to: 'S1',
          scope: { code: 'all', vi: 'Tất cả', en: 'All' },
          basis: '2/QĐ',
          verified: false,
        },
      ],
    })
    expect(second?.changes).toEqual([
      { kind: 'open', unit: expect.objectContaining({ code: 'h', parent: '01', areaKm2: 2, lon: 105.8 }) },
      { kind: 'close', code: 'a' },
      { kind: 'move', code: 'S1', parent: '01' },
      { kind: 'pass', from: 'a', to: 'h', part: 'full', share: 1, people: 'all', basis: '1/NQ' },
    ])
  })

  test('a unit that is opened is told without its days', () => {
    const opened = decisionsOf(pack).flatMap(({ changes }) => changes.filter((change) => change.kind === 'open'))
    expect(opened.flatMap(({ unit }) => Object.keys(unit))).not.toContain('validFrom')
  })

  test('a day on which something changed without a decision is a fault of the pack', () => {
    expect(() => decisionsOf({ ...pack, decisions: pack.decisions.slice(0, 1) })).toThrow(/rows of 2024-03-01/)
  })

  test('a pack in which nothing changed has none', () => {
    const agencies = { agencies: [], successions: [], moves: [] }
    expect(decisionsOf({ places: [place('01', null)], successions: [], agencies, decisions: [] })).toEqual([])
  })
})
