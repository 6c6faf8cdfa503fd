/** What rows and columns are of, in words: every one of them leads back to where its figure is told. */
import { expect, test } from 'vitest'
import {
  beforeColumn,
  currentColumn,
  figureItem,
  groupRow,
  nameColumn,
  pairColumns,
  pairRow,
  provenanceLinkOf,
  reachingColumn,
  shareColumn,
  sumColumn,
  targetRow,
  unitRow,
} from './provenance-links.rules.ts'

const sum = sumColumn('spent')
test.each([
  ['a unit by its name', unitRow('00004'), nameColumn, { to: 'unit', code: '00004' }],
  ['a figure of a unit, told on its page', unitRow('00004'), sum, undefined],
  ['a sum of a group', groupRow('type Xã'), sum, { to: 'figure', of: sum, group: 'type Xã' }],
  [
    'a group of a district with signs in it',
    groupRow('above Quận 1: A'),
    sum,
    { to: 'figure', of: sum, group: 'above Quận 1: A' },
  ],
  ['a share of a group', groupRow('all'), shareColumn('a', 'b'), { to: 'figure', of: 'share:a/b', group: 'all' }],
  ['a count of a group', groupRow('all'), reachingColumn('a'), { to: 'figure', of: 'reaching:a', group: 'all' }],
  ['the name of a group', groupRow('all'), nameColumn, undefined],
  ['a target', targetRow('d.1'), currentColumn, { to: 'target', key: 'd.1', when: 'current' }],
  ['a target by its name', targetRow('d.1'), nameColumn, { to: 'target', key: 'd.1', when: 'current' }],
  ['a target a year before', targetRow('d.1'), beforeColumn, { to: 'target', key: 'd.1', when: 'before' }],
  ['a part of a pair', pairRow('a', 'b', 'all'), pairColumns.part, { to: 'figure', of: 'sum:a', group: 'all' }],
  ['a whole of a pair', pairRow('a', 'b', 'all'), pairColumns.whole, { to: 'figure', of: 'sum:b', group: 'all' }],
  ['a share of a pair', pairRow('a', 'b', 'all'), pairColumns.share, { to: 'figure', of: 'share:a/b', group: 'all' }],
  ['a pair elsewhere', pairRow('a', 'b', 'all'), nameColumn, undefined],
  ['a sentence', figureItem(sum, 'working'), nameColumn, { to: 'figure', of: sum, group: 'working' }],
  ['nothing of ours', 'other:x', nameColumn, undefined],
  ['nothing at all', '', '', undefined],
])('%s', (_, row, column, link) => {
  expect(provenanceLinkOf(row, column)).toEqual(link)
})
