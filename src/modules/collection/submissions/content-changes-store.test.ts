/** What others changed in a form since it was shown, case by case. */
import { describe, expect, test } from 'vitest'
import { newId } from '#kernel/id.ts'
import { addDuty, addRound, addSubmission, smallIds } from '#test/worlds/small-round.ts'
import { openStores } from '#test/worlds/stores.ts'
import type { ContentChange } from './content-changes.model.ts'
import * as store from './content-changes.store.ts'

const at = new Date('2026-11-20T02:00:00Z')
const { database, within, unit } = await openStores()
const [commune, agency] = [unit('102'), unit('SO')]
const round = await addRound(database, 2026)
const forms = {
  commune: await addSubmission(database, commune, round),
  agency: await addSubmission(database, agency, round, { form_id: smallIds.agencyForm }),
}
const people = { me: newId(), an: newId(), binh: newId() }
const names = { me: 'Tôi', an: 'An', binh: 'Bình' }
type Who = keyof typeof people

const write = (who: Who | 'operator', ...changes: readonly object[]) =>
  within((tx) => {
    const form = { unitId: agency, submissionId: forms.agency }
    const rows = changes.map((change) => ({ ...form, ...change }))
    const by = who === 'operator' ? { name: 'Vận hành', at } : { id: people[who], name: names[who], at }
    return store.writeChanges(tx, rows as unknown as Parameters<typeof store.writeChanges>[1], by)
  })
async function others(version: number, account: string | undefined = people.me) {
  const form = { unitId: agency, submissionId: forms.agency, version, ...(account && { account }) }
  return within((tx) => store.listOthersChanges(tx, form))
}

type Change = Partial<ContentChange>
const cell = (before: string | null, now: string | null, measure = 'classes', category = 'total'): Change => {
  const contents = (text: string | null) => (text === null ? null : { entry: text, note: '' })
  return { measure, category, before: contents(before), now: contents(now) } as Change
}
const report = (result: string) => ({ state: 'done', percent: null, result, difficulty: '', proposal: '' })
const duty = (before: string | null, now: string, dutyId: string = smallIds.booksDuty): Change =>
  ({ dutyId, before: before === null ? null : report(before), now: report(now) }) as Change
const evidenceId = newId()
const evidence = (before: string | null, now: string | null, dutyId: string = smallIds.booksDuty): Change => {
  const title = (text: string | null) => (text === null ? null : { title: text })
  return { dutyId, evidenceId, before: title(before), now: title(now) } as Change
}

describe('the version of the contents', () => {
  const versions = async () => {
    const { rows } = await database.pool.query<{ line: string }>(
      `select concat_ws(' ', unit.code, form.content_version, (select string_agg(change.version::text, ',' order by change.seq)
         from collection.content_change change where change.submission_id = form.id)) as line
       from collection.submission form join organisation.unit on unit.id = form.unit_id order by line`,
    )
    return rows.map(({ line }) => line)
  }
  test('goes on by one with all that was written into a form at once, for each form by itself', async () => {
    expect(await versions()).toEqual(['102 0', 'SO 0'])
    await write('me', cell(null, '1'), cell(null, '2', 'learners'))
    await write('me', cell('1', '2'), { unitId: commune, submissionId: forms.commune, ...cell(null, '9') })
    await write('me')
    expect(await versions()).toEqual(['102 1 1', 'SO 2 1,1,2'])
  })
})

describe('what others changed', () => {
  test.each<[string, [Who, ...Change[]][], (readonly [string | null, string | null, string])[]]>([
    [
      'since the version, and nothing before',
      [
        ['an', cell('0', '1')],
        ['an', cell('1', '2')],
      ],
      [['1', '2', 'An']],
    ],
    [
      'first and last of several steps, with everyone who took one',
      [
        ['me', cell('0', '1')],
        ['an', cell('1', '2')],
        ['binh', cell('2', '3')],
        ['an', cell('3', '4')],
      ],
      [['1', '4', 'An, Bình']],
    ],
    [
      'over what I wrote since: from what I began with, in the other’s name alone',
      [
        ['an', cell('0', '1')],
        ['me', cell('1', '2')],
        ['an', cell('2', '3')],
      ],
      [['1', '3', 'An']],
    ],
    [
      'nothing that I wrote over: I was shown it',
      [
        ['an', cell('0', '1')],
        ['an', cell('1', '2')],
        ['me', cell('2', '3')],
      ],
      [],
    ],
    [
      'nothing that stands as it was',
      [
        ['me', cell('0', '1')],
        ['an', cell('1', '2')],
        ['an', cell('2', '1')],
      ],
      [],
    ],
    [
      'what is new',
      [
        ['me', cell('0', '1')],
        ['an', cell(null, '2', 'learners')],
      ],
      [[null, '2', 'An']],
    ],
    [
      'what was emptied',
      [
        ['me', cell('0', '1')],
        ['an', cell('1', '')],
      ],
      [['1', '', 'An']],
    ],
  ])('in a cell: %s', async (_, steps, expected) => {
    for (const [who, ...changes] of steps) await write(who, ...changes)
    const rows = await others(1)
    const entry = (side: unknown) => (side as { entry: string } | null)?.entry ?? null
    expect(rows.map((row) => ('by' in row ? [entry(row.before), entry(row.now), row.by] : []))).toEqual(expected)
  })

  test('in a report counts whoever saved it last, unless all was mine; its state is told in words', async () => {
    await write('an', duty(null, 'A'))
    await write('me', duty('A', 'B'))
    const [row, ...more] = await others(0)
    expect(more).toEqual([])
    const state = { vi: 'Xong', en: 'Done' }
    expect(row).toMatchObject({ kind: 'duty', ref: 'V.2', by: 'An', before: null, now: { ...report('B'), state } })
    expect(await others(1)).toEqual([])
  })

  test('in evidence does not count where I changed it last', async () => {
    await write('an', evidence(null, 'Ảnh'))
    expect(await others(0)).toMatchObject([{ kind: 'evidence', ref: 'V.2', before: null, now: { title: 'Ảnh' } }])
    await write('me', evidence('Ảnh', null))
    expect(await others(0)).toEqual([])
    await write('an', evidence(null, 'Khác'))
    expect(await others(1)).toMatchObject([{ before: { title: 'Ảnh' }, now: { title: 'Khác' } }])
  })

  test('is everyone’s for who has no account, but for what such a one wrote', async () => {
    await write('operator', cell(null, '1'))
    await write('an', cell(null, '2', 'learners'))
    const form = { unitId: agency, submissionId: forms.agency, version: 0 }
    const rows = await within((tx) => store.listOthersChanges(tx, form))
    expect(rows.map(({ by }) => by)).toEqual(['An'])
  })

  test('comes in the order of the form and then of the plan: the tenth duty after the second; a return last', async () => {
    const tenth = await addDuty(database, 'V.10', 9)
    await write('an', { before: null, now: { reason: 'Thiếu' } })
    await write('an', duty(null, 'A', tenth), duty(null, 'A'), evidence(null, 'Ảnh'))
    await write('an', cell(null, '1'), cell(null, '2', 'learners', 'sex:female'), cell(null, '3', 'learners'))
    const rows = await others(0)
    expect(rows.map((row) => [row.kind, 'ref' in row ? row.ref : null])).toEqual([
      ['cell', null],
      ['cell', null],
      ['cell', null],
      ['duty', 'V.2'],
      ['evidence', 'V.2'],
      ['duty', 'V.10'],
      ['return', null],
    ])
    expect(rows.flatMap((row) => (row.kind === 'cell' ? [[row.measure, row.category]] : []))).toEqual([
      ['learners', 'total'],
      ['learners', 'sex:female'],
      ['classes', 'total'],
    ])
  })
})
