/** The grid in the browser: pasting a column, saving while typing on, other people's cells, cells kept on the device. */
import { describe, expect, test } from 'vitest'
import type { Cells } from './grid.model.ts'
import {
  afterLooking,
  afterSaving,
  changed,
  dirtyCells,
  heldCells,
  isBlock,
  isOutrun,
  pasted,
  restored,
  settled,
} from './grid.rules.ts'

const cells: Cells = {
  a: { entry: '1', note: '', version: 1 },
  b: { entry: '2', note: '', version: 3 },
  c: { entry: '', note: '', version: 0 },
}

describe('pasting', () => {
  test.each([
    [
      'a column',
      '10\r\n20\r\n30\r\n',
      'a',
      [
        ['a', '10'],
        ['b', '20'],
        ['c', '30'],
      ],
    ],
    [
      'from the middle, longer than the grid',
      '10\n20\n30',
      'b',
      [
        ['b', '10'],
        ['c', '20'],
      ],
    ],
    [
      'a block, of which the first column counts',
      '10\tx\n20\ty',
      'a',
      [
        ['a', '10'],
        ['b', '20'],
      ],
    ],
    [
      'with an empty line between',
      '10\n\n30',
      'a',
      [
        ['a', '10'],
        ['b', ''],
        ['c', '30'],
      ],
    ],
  ])('%s', (_, text, at, expected) => {
    expect(pasted(['a', 'b', 'c'], at, text)).toEqual(expected)
  })

  test('one cell of Excel, which ends with a line break, is no block', () => {
    expect([isBlock('1.234\r\n'), isBlock('1\n2'), isBlock('1\t2')]).toEqual([false, true, true])
  })
})

describe('saving', () => {
  test('what was typed on meanwhile is still to be saved, over the new version', () => {
    const sent = dirtyCells(changed(cells, 'a', { entry: '10' }))
    const later = changed(changed(cells, 'a', { entry: '10' }), 'a', { entry: '105' })
    const saved = { kept: [{ measure: 'a', category: 'total', version: 2 }], conflicts: [] }
    expect(afterSaving(later, sent, saved).a).toEqual({ entry: '105', note: '', version: 2, dirty: true })
    expect(afterSaving(changed(cells, 'a', { entry: '10' }), sent, saved).a?.dirty).toBe(false)
  })

  test('a conflict keeps mine in the cell and theirs beside it, until one is chosen', () => {
    const mine = changed(cells, 'b', { entry: '22' })
    const conflict = { measure: 'b', category: 'total', version: 4, entry: '25', note: '', editor: 'Lan' }
    const after = afterSaving(mine, dirtyCells(mine), { kept: [], conflicts: [conflict] })
    expect(after.b).toMatchObject({ entry: '22', dirty: false, conflict: { entry: '25', version: 4 } })
    expect(settled(after, 'b', 'theirs').b).toEqual({ entry: '25', note: '', version: 4 })
    expect(settled(after, 'b', 'mine').b).toEqual({ entry: '22', note: '', version: 4, dirty: true })
    // Typing on is a choice too: it goes over theirs.
    expect(changed(after, 'b', { entry: '23' }).b).toEqual({ entry: '23', note: '', version: 4, dirty: true })
  })
})

test('others’ newer cells come in, but never over a cell in hand', () => {
  const stored = [
    { measure: 'a', category: 'total', entry: '9', note: '', version: 2 },
    { measure: 'b', category: 'total', entry: '99', note: '', version: 4 },
  ]
  const after = afterLooking(changed(cells, 'b', { entry: '22' }), stored)
  expect([after.a?.entry, after.b?.entry, after.b?.version]).toEqual(['9', '22', 3])
})

test('cells kept on the device come back to be sent; what is there already, unknown or broken does not', () => {
  const kept = {
    a: { entry: '1', note: '', version: 1 },
    c: { entry: '30', note: 'x', version: 0 },
    gone: { entry: '5', note: '', version: 0 },
    b: 'broken',
  }
  const { cells: after, count } = restored(cells, kept)
  expect(count).toBe(1)
  expect(Object.keys(dirtyCells(after))).toEqual(['c'])
  expect(restored(cells, null).count).toBe(0)
  // What was typed before the script was there is newer than what the device keeps.
  const latest = changed(cells, 'c', { entry: '77' })
  expect(restored(latest, kept).cells.c?.entry).toBe('77')
})

test('what a device keeps from the version before, where an entry was called `typed`, comes back as it was', () => {
  const kept = JSON.parse(`{
    "a": {"typed": "1.0oo", "note": "Theo sổ", "version": 1, "dirty": true},
    "b": {"typed": "", "note": "", "version": 3, "dirty": true},
    "c": {"typed": "30", "note": "x", "version": 0, "dirty": false,
      "conflict": {"typed": "31", "note": "", "editor": "Lan", "version": 4}}
  }`)
  const { cells: after, count } = restored(cells, kept)
  expect(count).toBe(3)
  expect(dirtyCells(after)).toEqual({
    a: { entry: '1.0oo', note: 'Theo sổ', version: 1, dirty: true },
    b: { entry: '', note: '', version: 3, dirty: true },
    c: { entry: '30', note: 'x', version: 0, dirty: true },
  })
  // Kept again, it has the name of today, and comes back the same.
  expect(restored(cells, JSON.parse(JSON.stringify(heldCells(after)))).cells).toEqual(after)
})

test('a saving is outrun by what is typed on before it is answered', () => {
  const cells = { a: { entry: '1', note: '', version: 1 }, b: { entry: '2', note: '', version: 1 } }
  const sent = { a: { ...cells.a, dirty: true } }
  expect(isOutrun(cells, sent)).toBe(false)
  expect(isOutrun(changed(cells, 'b', { entry: '3' }), sent)).toBe(false)
  expect(isOutrun(changed(cells, 'a', { entry: '3' }), sent)).toBe(true)
  expect(isOutrun(changed(cells, 'a', { note: 'n' }), sent)).toBe(true)
})
