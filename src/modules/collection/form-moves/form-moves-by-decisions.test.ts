/** Forms of units that real decisions end, in Hanoi's round of 2026: carried over, closed, finished by the heirs. */
import { beforeAll, describe, expect, test } from 'vitest'
import { newId } from '#kernel/id.ts'
import { followRoles } from '#modules/access'
import { previewDecision, putInForce, type UnitChange, type UnitEffects } from '#modules/organisation'
import { followDuties } from '#modules/plan'
import { operatorCaller } from '#platform/authority.ts'
import type { Database, Tx } from '#platform/database/index.ts'
import type { Operation } from '#platform/operation.ts'
import { perform } from '#platform/perform.ts'
import { testDatabase } from '#test/database.ts'
import { type HandClock, handClock, testMachine } from '#test/machine.ts'
import { type HanoiPerson, hanoi, hanoiCaller } from '#test/worlds/hanoi.ts'
import { seenForm } from '#test/worlds/seen.ts'
import { saveDuty } from '../duty-reports/duty-entry.operations.ts'
import { dutyList } from '../duty-reports/duty-reports.operations.ts'
import { approve, remind } from '../review/review.operations.ts'
import { control, listRounds, openRound } from '../rounds/rounds.operations.ts'
import { saveCells, send } from '../submissions/entry.operations.ts'
import { submissionOperation } from '../submissions/submission-contents.operations.ts'
import { myWork } from '../work.operations.ts'
import { type CarryOver, carryOver, foreseeSubmissions } from './form-moves.operations.ts'

const decision = 'Nghị quyết 9/NQ-UB'
const today = '2026-11-02'
const nothing = { areaKm2: null, areaIsEstimate: false, seat: null, lon: null, lat: null }
/** Two wards become one, which takes the code of the first; a third is divided between two that stay. */
const opened = { code: '00004', kind: 'commune', name: 'Hồ Gươm', type: 'Phường', parent: '01', ...nothing }
const joined: UnitChange[] = [{ kind: 'merge', from: ['00004', '00070'], into: opened }]

let database: Database
let machine: Awaited<ReturnType<typeof testMachine>>
let clock: HandClock
const as = async <I, O>(person: HanoiPerson, operation: Operation<I, O>, input: unknown) =>
  perform(machine, operation, await hanoiCaller(database, person), input)
const within = <T>(work: (tx: Tx) => Promise<T>) => database.kysely.transaction().execute(work)
const by = (): CarryOver => ({ decision, at: clock.now(), newId })

async function start() {
  database = await testDatabase(hanoi)
  clock = handClock()
  machine = await testMachine(database, { clock })
  await as('quan-tri', openRound, { year: 2026 })
}

const applyDecision = (changes: UnitChange[], on: string): Promise<UnitEffects> =>
  within(async (tx) => {
    const decisionId = newId()
    const proposal = { id: decisionId, on, title: 'Sắp xếp', basis: decision, changes }
    const unitEffects = await putInForce(tx, proposal, { at: clock.now(), newId })
    await followRoles(tx, unitEffects, {
      decisionId,
      decision,
      at: clock.now(),
      newId,
      publish: async () => undefined,
    })
    await followDuties(tx)
    return unitEffects
  })

const cell = (measure: string, entry: string, category = 'total') => ({ measure, category, entry, version: 0 })
const fill = (unit: string, cells: ReturnType<typeof cell>[]) =>
  perform(machine, saveCells, operatorCaller('command'), { round: 2026, unit, cells })
const look = (unit: string, on?: string) =>
  perform(machine, submissionOperation, operatorCaller('command'), { round: 2026, unit, on })

/** Every entry of every form, by the code of its unit. */
async function entries(): Promise<string[]> {
  const { rows } = await database.pool.query<{ line: string }>(
    `select concat_ws(' ', unit.code, cell.measure, cell.entry) as line from collection.cell
     join organisation.unit on unit.id = cell.unit_id order by line`,
  )
  return rows.map((row) => row.line)
}

describe('units that become one', () => {
  let unitEffects: UnitEffects
  let before: string[]
  beforeAll(async () => {
    await start()
    await fill('00004', [
      cell('events_held', '12'),
      cell('event_participants', '1.000'),
      cell('local_plan_issued', '1'),
    ])
    await fill('00070', [cell('events_held', '30'), cell('local_plan_issued', '1')])
    const rows = (await look('00070')).rows
    await fill(
      '00070',
      rows
        .map((row) => cell(row.measure, '1', row.category))
        .filter(({ measure }) => measure !== 'events_held' && measure !== 'local_plan_issued'),
    )
    before = await entries()
    const proposal = { on: today, title: '', basis: decision, changes: joined }
    const foreseen = await within(async (tx) =>
      foreseeSubmissions(tx, (await previewDecision(tx, proposal, newId)).unitEffects),
    )
    expect(
      foreseen.map(({ unit, state, outcome, to }) => [unit.code, state, outcome, to.map((each) => each.name)]),
    ).toEqual([
      ['00004', 'in-progress', 'carried', ['Phường Hồ Gươm']],
      ['00070', 'in-progress', 'carried', ['Phường Hồ Gươm']],
    ])
    unitEffects = await applyDecision(joined, today)
    expect(await within((tx) => carryOver(tx, unitEffects, by()))).toEqual({ closed: 2, opened: 1 })
  })

  test('the new unit begins with the sums, each with its parts; what does not add up is left to its officer', async () => {
    const { submission, cells, former, events } = await look('00004')
    expect(submission).toMatchObject({ unitName: 'Phường Hồ Gươm', state: 'in-progress', dueOn: '2026-11-30' })
    const of = (measure: string) => cells.find((each) => each.measure === measure && each.category === 'total')
    expect(of('events_held')).toMatchObject({ entry: '42', amount: 42, version: 1, editor: 'job' })
    expect(of('events_held')?.note).toBe('Cộng từ biểu của các đơn vị cũ: Phường Ba Đình: 12; Phường Hoàn Kiếm: 30.')
    expect(of('event_participants')?.amount).toBe(1001)
    // One of the two has no figure, or it is no number that adds up.
    expect([of('learner_turns'), of('local_plan_issued')]).toEqual([undefined, undefined])
    expect(former.map(({ code, how, was, on }) => [code, how, was, on])).toEqual([
      ['00004', 'carried', 'in-progress', '2026-11-01'],
      ['00070', 'carried', 'in-progress', '2026-11-01'],
    ])
    expect(former[0]?.cells.map((each) => each.entry)).toContain('1.000')
    expect(events.map(({ kind, reason }) => [kind, reason])).toEqual([
      ['received', `Theo ${decision}: Phường Ba Đình; Phường Hoàn Kiếm.`],
    ])
  })

  test('no figure is lost: the old forms are kept, closed, and say where they went', async () => {
    expect(await entries()).toEqual(expect.arrayContaining(before))
    const { submission, successors, events, may } = await look('00004', '2026-11-01')
    expect(submission).toMatchObject({ unitName: 'Phường Ba Đình', state: 'closed', closedOn: today })
    expect(successors).toEqual([{ code: '00004', name: 'Phường Hồ Gươm', on: today, how: 'carried' }])
    expect(events[0]).toMatchObject({ kind: 'closed', byName: 'job' })
    expect(events[0]?.reason).toBe(
      `Theo ${decision}, đơn vị kết thúc từ ngày 02/11/2026. Số liệu đã chuyển vào biểu của Phường Hồ Gươm.`,
    )
    expect(may.fill).toBe(false)
    await expect(fill('00070', [cell('events_held', '31')])).rejects.toMatchObject({
      problems: [{ code: 'collection.locked' }],
    })
  })

  test('done twice it changes nothing', async () => {
    const [figures, form] = [await entries(), await look('00004')]
    expect(await within((tx) => carryOver(tx, unitEffects, by()))).toEqual({ closed: 0, opened: 0 })
    expect([await entries(), await look('00004')]).toEqual([figures, form])
  })

  test('the round counts the new unit and no closed form', async () => {
    const { formStatuses: standings } = await as('doc', control, { year: 2026 })
    const communes = standings.filter((standing) => standing.kind === 'commune')
    expect(communes).toHaveLength(125)
    expect(communes.filter(({ code }) => code === '00004' || code === '00070').map(({ name }) => name)).toEqual([
      'Phường Hồ Gươm',
    ])
    const [round] = await as('doc', listRounds, {})
    expect(round?.units).toBe(standings.length)
    const { rows } = await database.pool.query(
      `select from collection.published_submission submission join organisation.unit on unit.id = submission.unit_id
       where unit.code = '00070'`,
    )
    expect(rows).toEqual([])
  })
})

describe('other ends of forms', () => {
  beforeAll(start)

  test('of a divided unit: closed, and shown beside the forms of those that took parts', async () => {
    await fill('00004', [cell('events_held', '12')])
    await fill('00070', [cell('events_held', '30')])
    const into = [
      { unit: '00070', share: 0.6, people: null },
      { unit: { ...opened, code: '00071' }, share: 0.4, people: null },
    ]
    const unitEffects = await applyDecision([{ kind: 'split', from: '00004', into }], today)
    expect(await within((tx) => carryOver(tx, unitEffects, by()))).toEqual({ closed: 1, opened: 1 })
    const [stays, begins, ended] = [await look('00070'), await look('00071'), await look('00004')]
    expect(stays.cells.map((each) => each.entry)).toEqual(['30'])
    expect([begins.submission.state, begins.cells]).toEqual(['not-started', []])
    expect([stays, begins].map(({ former }) => former.map(({ code, how }) => [code, how]))).toEqual([
      [['00004', 'reference']],
      [['00004', 'reference']],
    ])
    expect(ended.submission.state).toBe('closed')
    expect(ended.successors.map(({ code }) => code).sort()).toEqual(['00070', '00071'])
  })

  test('of an agency: what it reported of each duty goes to whoever holds the duty', async () => {
    const input = { round: 2026, unit: 'SGDDT' }
    const { duties } = await as('sgddt', dutyList, input)
    const [duty] = duties
    const report = { state: 'done', percent: '100', result: 'Xong', difficulty: '', proposal: '', version: 0 }
    await as('sgddt', saveDuty, { ...input, duty: duty?.id, ...report })
    const successor = {
      ...opened,
      code: 'SGDM',
      kind: 'agency',
      name: 'Sở Giáo dục mới',
      type: 'department',
      parent: 'UBNDTP',
    }
    const scope = { code: 'main', vi: null, en: null }
    const changes: UnitChange[] = [
      { kind: 'open', unit: successor },
      { kind: 'succeed', from: 'SGDDT', to: 'SGDM', scope, verified: true },
      { kind: 'close', code: 'SGDDT' },
    ]
    const unitEffects = await applyDecision(changes, today)
    expect(await within((tx) => carryOver(tx, unitEffects, by()))).toEqual({ closed: 1, opened: 1 })
    const list = await perform(machine, dutyList, operatorCaller('command'), { round: 2026, unit: 'SGDM' })
    expect(list.duties.length).toBeGreaterThan(8)
    expect(list.duties.find(({ id }) => id === duty?.id)?.report).toMatchObject({ result: 'Xong', version: 1 })
    // Its contents have moved on, and its report has a version that later ones are merged over.
    const { submission } = await look('SGDM')
    expect(submission.contentVersion).toBe(1)
    const { rows } = await database.pool.query(
      'select version, result from collection.duty_report_version where submission_id = $1',
      [submission.id],
    )
    expect(rows).toEqual([{ version: 1, result: 'Xong' }])
    const former = await perform(machine, dutyList, operatorCaller('command'), input)
    expect(former.duties.find(({ id }) => id === duty?.id)?.report).toMatchObject({ result: 'Xong' })
  })

  test('of a day to come: nothing is done before it', async () => {
    const unitEffects = await applyDecision([{ kind: 'merge', from: ['00082'], into: '00091' }], '2026-11-20')
    expect(await within((tx) => carryOver(tx, unitEffects, by()))).toEqual({ closed: 0, opened: 0 })
    // Until then its people fill it as before, also where the round is due after it.
    await fill('00082', [cell('events_held', '5')])
    expect((await look('00082')).submission.state).toBe('in-progress')
    clock.set('2026-11-20T02:00:00Z')
    expect(await within((tx) => carryOver(tx, unitEffects, by()))).toEqual({ closed: 1, opened: 0 })
    // It has more land than that of the one that ended: nothing is written into its form.
    const { cells, former } = await look('00091')
    expect([cells, former.map(({ how }) => how)]).toEqual([[], ['reference']])
  })
})

describe('a decision of the year after', () => {
  beforeAll(start)

  test('leaves the round as it is: the heirs’ people finish the forms, and are reminded', async () => {
    const unitEffects = await applyDecision([{ kind: 'merge', from: ['00070'], into: '00004' }], '2027-01-01')
    const [foreseen] = await within((tx) => foreseeSubmissions(tx, unitEffects))
    expect([foreseen?.unit.code, foreseen?.outcome]).toEqual(['00070', 'stays'])
    clock.set('2027-01-05T02:00:00Z')
    expect(await within((tx) => carryOver(tx, unitEffects, by()))).toEqual({ closed: 0, opened: 0 })
    expect((await as('ba-dinh', myWork, {})).toFill.map((task) => task.unitCode)).toEqual(['00004', '00070'])
    expect(await as('thanh-pho', remind, { round: 2026, unit: '00070' })).toEqual({ letters: 4 })
    const rows = (await look('00070')).rows
    const ratings = ['centres_rated_fair', 'centres_rated_average', 'centres_rated_weak']
    const cells = rows.map(({ measure, category }) => cell(measure, ratings.includes(measure) ? '0' : '1', category))
    const input = { round: 2026, unit: '00070' }
    await as('ba-dinh', saveCells, { ...input, cells })
    await as('ba-dinh', send, await seenForm(machine, input))
    expect((await as('thanh-pho', approve, { ...input, version: 1 })).state).toBe('approved')
  })
})
