/** A form's way through the city: sent, returned, sent again, approved, and the totals that move with it. */
import { beforeAll, describe, expect, test } from 'vitest'
import { ProblemError } from '#kernel/problem.ts'
import { partsOperation, valuesOperation } from '#modules/indicators'
import type { Caller } from '#platform/authority.ts'
import { operatorCaller } from '#platform/authority.ts'
import type { Database } from '#platform/database/index.ts'
import type { Engine, Operation } from '#platform/operation.ts'
import { perform } from '#platform/perform.ts'
import { testDatabase } from '#test/database.ts'
import { type HandClock, handClock, testMachine } from '#test/machine.ts'
import { type HanoiPerson, hanoi, hanoiCaller } from '#test/worlds/hanoi.ts'
import { seenForm } from '#test/worlds/seen.ts'
import { control, editRound, openRound } from '../rounds/rounds.operations.ts'
import { saveCells, send } from '../submissions/entry.operations.ts'
import { submissionOperation } from '../submissions/submission-contents.operations.ts'
import { approve, remind, reopenSubmission, returnSubmission } from './review.operations.ts'

let database: Database
let machine: Engine
let clock: HandClock
beforeAll(async () => {
  database = await testDatabase(hanoi)
  clock = handClock()
  machine = await testMachine(database, { clock })
  await perform(machine, openRound, await hanoiCaller(database, 'quan-tri'), { year: 2026 })
})

async function as<I, O>(person: HanoiPerson, operation: Operation<I, O>, input: unknown, idempotencyKey?: string) {
  const caller: Caller = await hanoiCaller(database, person)
  return perform(machine, operation, caller, input, { idempotencyKey })
}

/** The codes of the problems that a promise ends in. */
async function codesOf(work: Promise<unknown>): Promise<string[]> {
  try {
    await work
    return []
  } catch (error) {
    if (error instanceof ProblemError) return error.problems.map((problem) => problem.code)
    throw error
  }
}

/** What an approver names: the form, and the sending of it that they see. */
async function seen(input: { round: number; unit: string }) {
  const { submission } = await perform(machine, submissionOperation, operatorCaller('command'), input)
  return { ...input, version: submission.version }
}

const baDinh = { round: 2026, unit: '00004' }

/** Every cell of the form: yes, level 1, or a number that keeps all bounds: each measure at most the one before, parts less. */
async function everyCell(input: { round: number; unit: string }) {
  const { rows } = await perform(machine, submissionOperation, operatorCaller('command'), input)
  const ratings = ['centres_rated_fair', 'centres_rated_average', 'centres_rated_weak']
  return rows.map(({ measure, category, kind }) => {
    const count = category === 'total' ? (ratings.includes(measure) ? '0' : '1.234') : '600'
    const entry = kind === 'count' || kind === 'money' ? count : '1'
    return { measure, category, entry, version: 0 }
  })
}

describe('the way of a form', () => {
  test('every commune and every agency with duties gets its form', async () => {
    const { formStatuses: standings, round } = await as('doc', control, { year: 2026 })
    expect(round).toMatchObject({ opensOn: '2026-10-01', dueOn: '2026-11-30', state: 'open' })
    expect(standings.filter((standing) => standing.kind === 'commune')).toHaveLength(126)
    expect(standings.find((standing) => standing.code === 'SGDDT')?.dutiesAsked).toBeGreaterThan(8)
    expect(standings.every((standing) => standing.state === 'not-started')).toBe(true)
  })

  test('an incomplete form is kept back with a problem at every empty cell', async () => {
    const codes = await codesOf(as('ba-dinh', send, await seenForm(machine, baDinh)))
    expect(new Set(codes)).toEqual(new Set(['collection.missing']))
  })

  test('filled, sent, returned, sent, approved: the figures count at once and can be walked back', async () => {
    const saved = await as('ba-dinh', saveCells, { ...baDinh, cells: await everyCell(baDinh) })
    expect(saved.conflicts).toEqual([])
    expect(saved.state).toBe('in-progress')
    const sent = await as('ba-dinh', send, await seenForm(machine, baDinh), 'key-1')
    expect(sent).toEqual({ state: 'sent', version: 1, isLate: false })
    // The same form posted twice is done once; a second sending of its own is told so.
    expect(await as('ba-dinh', send, await seenForm(machine, baDinh), 'key-1')).toEqual(sent)
    expect(await codesOf(as('ba-dinh', send, await seenForm(machine, baDinh)))).toEqual(['collection.alreadySent'])
    expect(await codesOf(as('ba-dinh', saveCells, { ...baDinh, cells: [] }))).toEqual(['collection.locked'])

    const back = { ...(await seen(baDinh)), reason: 'Thiếu quyết định công nhận', dueOn: '2026-11-20' }
    expect(await codesOf(as('thanh-pho', returnSubmission, { ...back, reason: ' ' }))).toEqual([
      'collection.reasonMissing',
    ])
    expect(await codesOf(as('thanh-pho', returnSubmission, { ...back, dueOn: '2026-11-02' }))).toEqual([
      'collection.returnInPast',
    ])
    expect(await as('thanh-pho', returnSubmission, back)).toEqual({ state: 'returned', dueOn: '2026-11-20' })

    const change = { measure: 'newly_literate', entry: '1.200', version: 1 }
    await as('ba-dinh', saveCells, { ...baDinh, cells: [change] })
    expect((await as('ba-dinh', submissionOperation, baDinh)).submission.state).toBe('returned')
    // 1.234 of them go on learning: more than the 1.200 who are newly literate.
    expect(await codesOf(as('ba-dinh', send, await seenForm(machine, baDinh)))).toEqual(['collection.over-another'])
    await as('ba-dinh', saveCells, { ...baDinh, cells: [{ ...change, entry: '1.234', version: 2 }] })
    expect(await as('ba-dinh', send, await seenForm(machine, baDinh))).toMatchObject({ version: 2 })

    const before = await totalOf('learning_citizens_recognised')
    const approved = await as('thanh-pho', approve, await seen(baDinh))
    expect(approved.values).toBeGreaterThan(60)
    expect(before).toBe(0)
    expect(await totalOf('learning_citizens_recognised')).toBe(1234)

    const [point] = await perform(machine, valuesOperation, operatorCaller('command'), {
      indicator: 'learning_citizens_recognised',
      unit: '00004',
      period: 2026,
    })
    const { submission, events } = await as('doc', submissionOperation, baDinh)
    expect(point?.recorded[0]).toMatchObject({ amount: 1234, status: 'provisional', submissionId: submission.id })
    expect(events.map((event) => event.kind)).toEqual(['approved', 'sent', 'returned', 'sent', 'started'])
  })

  test('reopened with a reason, corrected and approved again: the later figure stands', async () => {
    const reopened = { ...(await seen(baDinh)), reason: 'Sửa theo kết luận kiểm tra', dueOn: '2026-11-25' }
    expect(await as('thanh-pho', reopenSubmission, reopened)).toMatchObject({ state: 'returned' })
    expect(await totalOf('learning_citizens_recognised')).toBe(1234)
    const cells = [{ measure: 'learning_citizens_recognised', entry: '1.000', version: 1 }]
    await as('ba-dinh', saveCells, { ...baDinh, cells })
    await as('ba-dinh', send, await seenForm(machine, baDinh))
    await as('thanh-pho', approve, await seen(baDinh))
    expect(await totalOf('learning_citizens_recognised')).toBe(1000)
  })

  test('a cell emptied after reopening takes its figure back once the form is approved', async () => {
    await as('thanh-pho', reopenSubmission, {
      ...(await seen(baDinh)),
      reason: 'Số chưa có căn cứ',
      dueOn: '2026-11-25',
    })
    const empty = { measure: 'learner_turns', entry: '', note: 'Đang đối chiếu', version: 1 }
    await as('ba-dinh', saveCells, { ...baDinh, cells: [empty] })
    await as('ba-dinh', send, await seenForm(machine, baDinh))
    expect(await totalOf('learner_turns')).toBe(1234)
    await as('thanh-pho', approve, await seen(baDinh))
    expect(await totalOf('learner_turns')).toBe(0)
    expect(await totalOf('learning_citizens_recognised')).toBe(1000)
  })

  test('nobody approves at their own ward, and neighbours see nothing', async () => {
    expect(await codesOf(as('duyet-ba-dinh', approve, await seen(baDinh)))).toEqual(['platform.forbidden'])
    expect(await codesOf(as('hoan-kiem', submissionOperation, baDinh))).toEqual(['platform.forbidden'])
    expect(await codesOf(as('hoan-kiem', saveCells, { ...baDinh, cells: [] }))).toEqual(['platform.forbidden'])
  })
})

describe('the city’s own form', () => {
  const city = { round: 2026, unit: '01' }
  const shownOf = async (indicator: string) => {
    const input = { indicator, unit: '01', period: 2026 }
    const [point] = await perform(machine, valuesOperation, operatorCaller('command'), input)
    return point && { value: point.value, status: point.status, source: point.source?.kind }
  }
  const filled = async () =>
    (await everyCell(city)).map((cell) => (cell.measure === 'literacy_level_reached' ? { ...cell, entry: '2' } : cell))

  test('stands in the round beside 126 communes, which alone are counted in the totals', async () => {
    const { formStatuses: standings, totals } = await as('doc', control, { year: 2026 })
    expect(standings.find((standing) => standing.kind === 'city')).toMatchObject({ code: '01', state: 'not-started' })
    expect(totals.map((total) => total.expected)).toEqual(totals.map(() => 126))
  })

  test('is filled and sent by an officer of the city, and counts for the city itself once approved', async () => {
    expect((await as('thanh-pho', submissionOperation, city)).may).toEqual({ fill: true, review: true })
    expect(await codesOf(as('ba-dinh', saveCells, { ...city, cells: [] }))).toEqual(['platform.forbidden'])
    await as('quan-tri', saveCells, { ...city, cells: await filled() })
    await as('quan-tri', send, await seenForm(machine, city))
    expect(await shownOf('literacy_standard_level')).toBeUndefined()
    await as('thanh-pho', approve, await seen(city))
    const approved = { status: 'provisional', source: 'submission' }
    expect(await shownOf('literacy_standard_level')).toEqual({ ...approved, value: 2 })
    expect(await shownOf('university_digital')).toEqual({ ...approved, value: 1 })
    expect((await as('doc', submissionOperation, city)).events[0]).toMatchObject({ kind: 'approved', bySender: false })
  })

  test('approved by the one who sent it, it counts and says so', async () => {
    await as('thanh-pho', reopenSubmission, { ...(await seen(city)), reason: 'Bổ sung', dueOn: '2026-11-25' })
    await as('thanh-pho', send, await seenForm(machine, city))
    await as('thanh-pho', approve, await seen(city))
    const { events } = await as('doc', submissionOperation, city)
    expect(events.slice(0, 2)).toMatchObject([{ kind: 'approved', bySender: true }, { kind: 'sent' }])
  })
})

test('parts of a total count under their category, and the total stays alone what it is', async () => {
  const input = { round: 2026, unit: '00082' }
  const cells = await everyCell(input)
  await as('thanh-pho', saveCells, { ...input, cells })
  await as('thanh-pho', send, await seenForm(machine, input))
  await as('thanh-pho', approve, await seen(input))
  const { categories } = await perform(machine, partsOperation, operatorCaller('command'), {
    indicator: 'learning_citizens_share',
    year: 2026,
  })
  const women = categories.find((sum) => sum.category.vi === 'Nữ')
  // There is no number of women over 17, so no share is said.
  expect(women).toMatchObject({ numerator: 2 * 600, denominator: null, value: null, reported: 2 })
  expect(await totalOf('learning_citizens_recognised')).toBe(1000 + 1234)
})

async function totalOf(measure: string): Promise<number> {
  const { totals } = await as('doc', control, { year: 2026 })
  return totals.find((total) => total.measure === measure)?.now ?? 0
}

describe('time', () => {
  const hoanKiem = { round: 2026, unit: '00070' }

  test('a unit is reminded once a day, through its editors', async () => {
    expect(await as('thanh-pho', remind, hoanKiem)).toEqual({ letters: 1 })
    expect(await codesOf(as('thanh-pho', remind, hoanKiem))).toEqual(['collection.remindedToday'])
    expect(await codesOf(as('thanh-pho', remind, { round: 2026, unit: '00025' }))).toEqual([
      'collection.nobodyToRemind',
    ])
    expect(await codesOf(as('thanh-pho', remind, baDinh))).toEqual(['collection.nothingToRemind'])
  })

  test('a form sent after the due date is taken and marked late', async () => {
    await as('hoan-kiem', saveCells, { ...hoanKiem, cells: await everyCell(hoanKiem) })
    clock.set('2026-12-02T02:00:00Z')
    expect(await as('hoan-kiem', send, await seenForm(machine, hoanKiem))).toMatchObject({ isLate: true })
    clock.set('2026-11-02T02:00:00Z')
  })

  test('a closed round takes nothing and keeps what was entered', async () => {
    const open = (await as('quan-tri', control, { year: 2026 })).round
    const closed = await as('quan-tri', editRound, { year: 2026, state: 'closed', version: open.version })
    // Changed since it was looked at: told what, and left as it is.
    expect(
      await codesOf(as('quan-tri', editRound, { year: 2026, dueOn: '2026-12-24', version: open.version })),
    ).toEqual(['platform.changedSince', 'platform.difference'])
    const agency = { round: 2026, unit: 'SGDDT' }
    const cells = [{ measure: 'documents_issued', entry: '3', version: 0 }]
    expect(await codesOf(as('sgddt', saveCells, { ...agency, cells }))).toEqual(['collection.closed'])
    expect(await codesOf(as('sgddt', send, await seenForm(machine, agency)))).toEqual(['collection.closed'])
    await as('quan-tri', editRound, { year: 2026, state: 'open', version: closed.version })
    expect((await as('sgddt', saveCells, { ...agency, cells })).kept).toHaveLength(1)
  })

  test('a year has one round, and a round that is not there is said to be not there', async () => {
    expect(await codesOf(as('quan-tri', openRound, { year: 2026 }))).toEqual(['collection.roundExists'])
    expect(await codesOf(as('ba-dinh', submissionOperation, { round: 2031, unit: '00004' }))).toEqual([
      'collection.unknownRound',
    ])
    expect(await codesOf(as('ba-dinh', submissionOperation, { round: 2026, unit: '99999' }))).toEqual([
      'organisation.unknownUnit',
    ])
  })
})
