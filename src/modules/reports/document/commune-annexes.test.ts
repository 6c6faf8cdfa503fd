/** Rows of communes by district or by type, what the communes are called together, and the way back from a subtotal. */
import { describe, expect, test } from 'vitest'
import { data, figure, target, unit } from '#test/worlds/report.ts'
import type { ReportData, UnitFact } from '../facts/facts.model.ts'
import { provenanceOf } from '../provenance/figure-provenance.rules.ts'
import { moneyAnnex, reportingAnnex } from './agency-annexes.rules.ts'
import { communeRows, literacyAnnex, roman, titlesAnnex } from './commune-annexes.rules.ts'
import { composeReport } from './document.rules.ts'
import { groupRow, unitRow } from './provenance-links.rules.ts'
import { groupName, groupOf, placesHead, placesWord } from './report-figures.rules.ts'

const hoanKiem = { above: 'Quận Hoàn Kiếm' }
const baDinh = { above: 'Quận Ba Đình' }
const town = { type: 'Thị trấn', name: 'Thị trấn 4' }
const agencies = data.units.filter((each) => each.audience === 'agency')
const narrative = { direction: '', strengths: '', limits: '', causes: '', nextYear: '', proposals: '' }

function withUnits(...units: UnitFact[]): ReportData {
  return { ...data, units }
}

const districts = withUnits(
  unit('1', { events_held: 1 }, baDinh),
  unit('2', { events_held: 2 }, baDinh),
  unit('3', { events_held: 4 }, hoanKiem),
  unit('4', { events_held: 8 }, { ...town, above: 'Huyện Sóc Sơn' }),
  ...agencies,
)

const heads = ({ rows }: { rows: ReturnType<typeof communeRows> }) =>
  rows.filter((row) => row.kind === 'total').map((row) => [row.of, row.cells[0], row.cells[1]])

describe('communes stand under', () => {
  const all = (count: number) => [groupRow('communes'), '', `Toàn thành phố (${count})`]
  test.each<[string, ReportData, unknown[][]]>([
    [
      'their districts, in the order in which these were read',
      districts,
      [
        all(4),
        [groupRow('above Quận Ba Đình'), 'I', 'Quận Ba Đình (2)'],
        [groupRow('above Quận Hoàn Kiếm'), 'II', 'Quận Hoàn Kiếm (1)'],
        [groupRow('above Huyện Sóc Sơn'), 'III', 'Huyện Sóc Sơn (1)'],
      ],
    ],
    [
      'their types, where the city is directly above',
      withUnits(unit('1', {}, { above: null }), unit('2', {}, { type: 'Xã', above: null })),
      [all(2), [groupRow('type Phường'), 'A', 'Phường (1)'], [groupRow('type Xã'), 'B', 'Xã (1)']],
    ],
    [
      'their types, where a report was frozen without districts',
      withUnits(unit('1', {}), unit('4', {}, town)),
      [all(2), [groupRow('type Phường'), 'A', 'Phường (1)'], [groupRow('type Thị trấn'), 'B', 'Thị trấn (1)']],
    ],
  ])('%s', (_, facts, expected) => expect(heads({ rows: communeRows(facts, () => []) })).toEqual(expected))

  test('a district adds up its own communes, each in a row below it', () => {
    const rows = communeRows(districts, (units) => [
      units.reduce((sum, each) => sum + (each.values.events_held ?? 0), 0),
    ])
    expect(rows.slice(0, 5).map((row) => [row.of, ...row.cells])).toEqual([
      [groupRow('communes'), '', 'Toàn thành phố (4)', 15],
      [groupRow('above Quận Ba Đình'), 'I', 'Quận Ba Đình (2)', 3],
      [unitRow('1'), 1, 'Phường 1', 1],
      [unitRow('2'), 2, 'Phường 2', 2],
      [groupRow('above Quận Hoàn Kiếm'), 'II', 'Quận Hoàn Kiếm (1)', 4],
    ])
  })

  test('every subtotal walks back to the units that it adds up, and these to all communes', () => {
    const inputs = { treeOn: data.treeOn, submissions: districts.units.map(submission) }
    const mixed = withUnits(...districts.units, unit('5', { events_held: 16 }, { above: null }))
    for (const facts of [districts, mixed]) {
      const [whole, ...parts] = communeRows(facts, () => []).flatMap(({ kind, of }) => {
        const provenance = provenanceOf({ data: facts, inputs }, 'sum:events_held', of?.replace('group:', '') ?? '')
        return kind === 'total' ? [provenance?.units.map((each) => each.code)] : []
      })
      expect(parts.flat()).toEqual(whole)
    }
    const walk = provenanceOf(
      { data: districts, inputs },
      'sum:events_held',
      groupName(groupOf(districts.units[0] as UnitFact)),
    )
    expect(walk).toMatchObject({ value: 3, given: 2, asked: 2, group: 'above Quận Ba Đình' })
  })

  test('a district in the annexes of money and of who reported when', () => {
    const section = (grid: ReturnType<typeof moneyAnnex>) =>
      grid.rows.filter((row) => row.kind === 'section').map((row) => row.cells[0])
    expect(section(moneyAnnex(districts))).toEqual(['Xã, phường, thị trấn'])
    const funded = withUnits(...districts.units, {
      ...unit('S', { money_state_spent: 1 }),
      audience: 'agency' as const,
    })
    expect(section(moneyAnnex(funded))).toEqual(['B. Xã, phường, thị trấn'])
    expect(heads(moneyAnnex(funded)).map(([, sign]) => sign)).toEqual(['', 'A', '', 'I', 'II', 'III'])
    expect(section(reportingAnnex(districts))).toEqual([
      'Sở, ngành, tổ chức: đã duyệt 1/1',
      'Xã, phường, thị trấn: đã duyệt 4/4',
      'Quận Ba Đình: đã duyệt 2/2',
      'Quận Hoàn Kiếm: đã duyệt 1/1',
      'Huyện Sóc Sơn: đã duyệt 1/1',
    ])
  })

  test.each([
    [1, 'I'],
    [4, 'IV'],
    [9, 'IX'],
    [19, 'XIX'],
    [28, 'XXVIII'],
    [30, 'XXX'],
    [99, 'XCIX'],
  ])('the number %d is %s', (place, text) => expect(roman(place)).toBe(text))
})

function submission({ code, name, audience, values }: UnitFact) {
  const ids = Object.fromEntries(Object.keys(values).map((measure) => [measure, `${code} ${measure}`]))
  return { id: code, unitCode: code, unitName: name, audience, version: 1, approvedOn: null, values: ids }
}

describe('the communes together are', () => {
  test.each<[string, string, ReportData]>([
    ['xã, phường', 'Xã, phường', data],
    ['xã, phường', 'Xã, phường', withUnits(...agencies)],
    ['xã, phường, thị trấn', 'Xã, phường, thị trấn', districts],
    ['xã, phường, thị trấn', 'Xã, phường, thị trấn', withUnits(unit('4', null, town))],
  ])('%s', (word, head, facts) => expect([placesWord(facts), placesHead(facts)]).toEqual([word, head]))

  test('called so wherever the report names them', () => {
    const estimate = figure(2026, 1, { status: 'estimate', reported: 3, expected: 4 })
    const told = (facts: ReportData) => {
      const targets = [target('d.1', { current: estimate }), target('d.2', { current: null, before: estimate })]
      const { document, grids } = composeReport({ data: { ...facts, targets }, narrative })
      return JSON.stringify([document, grids]).match(/xã, phường(, thị trấn)?/gi) ?? []
    }
    const [withTowns, without] = [told(districts), told(data)]
    expect(withTowns.length).toBeGreaterThan(15)
    expect(withTowns.every((words) => words.endsWith(', thị trấn'))).toBe(true)
    expect(without.length).toBeGreaterThan(15)
    expect(without.some((words) => words.endsWith(', thị trấn'))).toBe(false)
  })

  test.each([titlesAnnex, literacyAnnex])('heads of columns too: %o', (annex) => {
    expect([annex(data), annex(districts)].map((grid) => grid.columns[1]?.header)).toEqual([
      'Xã, phường',
      'Xã, phường, thị trấn',
    ])
  })
})
