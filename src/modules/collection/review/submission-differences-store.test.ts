/** What a judge has not seen: what differs in a form from the sending that was seen, case by case. */
import { describe, expect, test } from 'vitest'
import { addEvidence, addReport, addRound, addSubmission, smallIds } from '#test/worlds/small-round.ts'
import { openStores } from '#test/worlds/stores.ts'
import { keepSent } from '../submissions/cell-provenance.store.ts'
import { writeCells } from '../submissions/submissions.store.ts'
import * as store from './submission-differences.store.ts'

const at = new Date('2026-11-20T02:00:00Z')
const { database, within, unit } = await openStores()
const [commune, agency] = [unit('102'), unit('SO')]

let year = 2030
async function newForm(unitId: string): Promise<string> {
  year += 1
  return addSubmission(database, unitId, await addRound(database, year))
}

/** `measure[/category]: typed[|note]`, as it is typed before a sending. */
type Cells = Readonly<Record<string, string>>

describe('cells', () => {
  const was: Cells = { classes: '4', learners: '40', 'learners/sex:female': '10' }
  test.each<[string, Cells[], Cells, number, string[]]>([
    ['nothing where nothing was typed since', [was], {}, 1, []],
    ['what was typed over', [was], { classes: '5' }, 1, ['classes 4 -> 5']],
    ['a note alone', [was], { classes: '4|Đếm lại' }, 1, ['classes 4 -> 4|Đếm lại']],
    ['what was emptied', [was], { classes: '' }, 1, ['classes 4 -> ']],
    ['what is new', [{ classes: '4' }], { learners: '40' }, 1, ['learners none -> 40']],
    ['an empty cell with a note that is new', [{}], { classes: '|Chưa có' }, 1, ['classes none -> |Chưa có']],
    ['no cell that is empty as it was', [{}], { classes: '' }, 1, []],
    ['nothing that was typed back', [was, { classes: '5' }], { classes: '4' }, 1, []],
    ['against the sending seen, the second', [was, { classes: '5' }], { classes: '4' }, 2, ['classes 5 -> 4']],
    ['what the second sending brought, for who saw the first', [was, { classes: '5' }], {}, 1, ['classes 4 -> 5']],
    ['nothing for who saw the second', [was, { classes: '5' }], {}, 2, []],
    ['everything, for who saw none', [{ classes: '4' }], {}, 0, ['classes none -> 4']],
    [
      'in the order of the form',
      [was],
      { classes: '5', 'learners/sex:female': '11', learners: '41' },
      1,
      ['learners 40 -> 41', 'learners/sex:female 10 -> 11', 'classes 4 -> 5'],
    ],
  ])('%s', async (_, sendings, since, version, expected) => {
    const id = await newForm(commune)
    const type = (cells: Cells, times: number) =>
      within((tx) => writeCells(tx, cellsOf(id, cells, times), { name: 'Dương Đồi Nhập', at }))
    for (const [index, cells] of sendings.entries()) {
      await type(cells, index + 1)
      await within((tx) => keepSent(tx, [{ unitId: commune, id, version: index + 1 }]))
    }
    await type(since, sendings.length + 1)
    const rows = await within((tx) => store.listChangedCells(tx, { unitId: commune, submissionId: id, version }))
    expect(
      rows.map(
        ({ measure, category, before, now }) => `${nameOf(measure, category)} ${shown(before)} -> ${shown(now)}`,
      ),
    ).toEqual(expected)
  })

  function cellsOf(submissionId: string, cells: Cells, version: number) {
    return Object.entries(cells).map(([name, text]) => {
      const [measure = '', category = 'total'] = name.split('/')
      const [entry = '', note = ''] = text.split('|')
      const amount = entry === '' ? null : Number(entry)
      return { unitId: commune, submissionId, measure, category, entry, note, amount, language: 'vi', version }
    })
  }
  const nameOf = (measure: string, category: string) => (category === 'total' ? measure : `${measure}/${category}`)
  const shown = (cell: { entry: string; note: string } | null) =>
    cell ? cell.entry + (cell.note && `|${cell.note}`) : 'none'
})

interface Report {
  readonly duty: keyof typeof smallIds
  readonly version: number
  readonly state?: string
  readonly percent?: number | null
  readonly result?: string
}

const report = (id: string, { duty, ...given }: Report) =>
  addReport(database, agency, id, { duty_id: smallIds[duty], state: 'under-way', ...given })

describe('reports on duties', () => {
  const first: Report = { duty: 'classesDuty', version: 1 }
  const rowsOf = async (id: string, version: number) => {
    const rows = await within((tx) => store.listChangedDuties(tx, { unitId: agency, submissionId: id, version }))
    return rows.map(({ ref, before, now }) => [
      ref,
      before && [before.state.en, before.percent, before.result],
      [now.state.en, now.percent, now.result],
    ])
  }

  test.each<[string, Report[], Report[], unknown[]]>([
    ['nothing that stands as it was', [first], [], []],
    ['a version more that says the same', [first], [{ ...first, version: 2 }], []],
    [
      'the state in words, then and now',
      [first],
      [{ ...first, version: 2, state: 'done' }],
      [['V.1', ['Under way', null, ''], ['Done', null, '']]],
    ],
    [
      'nothing measured is not nought',
      [first],
      [{ ...first, version: 2, percent: 0 }],
      [['V.1', ['Under way', null, ''], ['Under way', 0, '']]],
    ],
    [
      'one that is new has nothing before it; in the order of the plan',
      [first],
      [
        { duty: 'booksDuty', version: 1, result: 'Góp 9 cuốn' },
        { ...first, version: 2, result: 'Mở 3 lớp' },
      ],
      [
        ['V.1', ['Under way', null, ''], ['Under way', null, 'Mở 3 lớp']],
        ['V.2', null, ['Under way', null, 'Góp 9 cuốn']],
      ],
    ],
  ])('%s', async (_, before, since, expected) => {
    const id = await newForm(agency)
    for (const each of before) await report(id, each)
    await within((tx) => keepSent(tx, [{ unitId: agency, id, version: 1 }]))
    for (const each of since) await report(id, each)
    expect(await rowsOf(id, 1)).toEqual(expected)
  })

  test('are held against the sending that was seen', async () => {
    const id = await newForm(agency)
    for (const version of [1, 2]) {
      await report(id, { ...first, version, percent: version * 10 })
      await within((tx) => keepSent(tx, [{ unitId: agency, id, version }]))
    }
    expect(await rowsOf(id, 1)).toEqual([['V.1', ['Under way', 10, ''], ['Under way', 20, '']]])
    expect(await rowsOf(id, 2)).toEqual([])
  })
})

describe('evidence', () => {
  /** Whoever judges has seen the second sending: the versions at which it came and went. */
  test.each<[string, number, number | null, boolean | undefined]>([
    ['was there and stays', 1, null, undefined],
    ['came after that sending', 2, null, false],
    ['came after a later one', 3, null, false],
    ['was there and went', 1, 2, true],
    ['went before that sending', 0, 1, undefined],
    ['came and went since', 2, 2, undefined],
    ['came since and went later', 2, 3, undefined],
  ])('%s', async (title, added, removed, isRemoved) => {
    const id = await newForm(agency)
    const went = removed === null ? {} : { removed_at: at, removed_version: removed }
    await addEvidence(database, agency, id, { title, added_version: added, ...went })
    const rows = await within((tx) => store.listChangedEvidence(tx, { unitId: agency, submissionId: id, version: 2 }))
    expect(rows).toEqual(isRemoved === undefined ? [] : [{ ref: 'V.2', title, isRemoved }])
  })
})
