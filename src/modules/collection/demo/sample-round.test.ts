/** The sample round: everybody somewhere, totals like a city's, labelled, quick, and nothing that its own checks refuse. */
import { beforeAll, describe, expect, test } from 'vitest'
import { ProblemError } from '#kernel/problem.ts'
import { operatorCaller } from '#platform/authority.ts'
import type { Engine } from '#platform/operation.ts'
import { perform } from '#platform/perform.ts'
import { testDatabase } from '#test/database.ts'
import { handClock, testMachine } from '#test/machine.ts'
import { hanoi } from '#test/worlds/hanoi.ts'
import { control } from '../rounds/rounds.operations.ts'
import { submissionOperation } from '../submissions/submission-contents.operations.ts'
import { blocksSending } from '../submissions/submissions.rules.ts'
import { seedDemoRound } from './demo.operations.ts'

const operator = operatorCaller('command')
let machine: Engine
let seconds = 0
beforeAll(async () => {
  machine = await testMachine(await testDatabase(hanoi), { clock: handClock('2026-11-23T02:00:00Z') })
  const started = performance.now()
  await seedDemoRound((operation, input) => perform(machine, operation, operator, input))
  seconds = (performance.now() - started) / 1000
})

describe('the sample round', () => {
  test('stands where a round stands a week before its end', async () => {
    const { formStatuses: standings } = await perform(machine, control, operator, { year: 2026 })
    const communes = standings.filter((standing) => standing.kind === 'commune')
    const count = (state: string) => communes.filter((standing) => standing.state === state).length
    expect([count('approved'), count('sent'), count('returned'), count('in-progress'), count('not-started')]).toEqual([
      101, 8, 5, 6, 6,
    ])
    expect(standings.every((standing) => standing.isSample)).toBe(true)
    expect(standings.find((standing) => standing.code === '00070')).toMatchObject({ state: 'not-started', filled: 0 })
    expect(standings.some((standing) => standing.kind === 'agency' && standing.state === 'approved')).toBe(true)
  })

  test('adds up to a city, beside the year before, all of it labelled', async () => {
    const { totals } = await perform(machine, control, operator, { year: 2026 })
    const citizens = totals.find((total) => total.measure === 'learning_citizens_recognised')
    expect(citizens).toMatchObject({ reported: 101, expected: 126, isSample: true })
    expect(citizens?.last).toBeGreaterThan(3_500_000)
    expect(citizens?.last).toBeLessThan(4_800_000)
    expect(citizens?.now).toBeGreaterThan(0.6 * (citizens?.last ?? 0))
  })

  test('has the city’s own form approved, within what its checks allow', async () => {
    const input = { round: 2026, unit: '01' }
    const { submission, findings, previous } = await perform(machine, submissionOperation, operator, input)
    expect(submission).toMatchObject({ state: 'approved', isSample: true })
    expect(findings).toEqual([])
    // Last year's academies are known from the press: a sample does not stand before them.
    const academies = previous.find((value) => value.measure === 'universities_and_academies')
    expect(academies).toMatchObject({ amount: 121, isSample: false })
  })

  test('leaves Ba Đình with a few cells to fill and nothing to correct', async () => {
    const { findings, previous } = await perform(machine, submissionOperation, operator, { round: 2026, unit: '00004' })
    expect(findings.filter((finding) => finding.severity === 'missing')).toHaveLength(4)
    expect(findings.filter((finding) => finding.severity === 'error')).toEqual([])
    expect(previous.length).toBeGreaterThan(60)
  })

  test('holds no form that could not have been sent', async () => {
    const { formStatuses: standings } = await perform(machine, control, operator, { year: 2026 })
    for (const { code } of standings.filter((each) => each.kind === 'commune' && each.state === 'sent')) {
      const { findings } = await perform(machine, submissionOperation, operator, { round: 2026, unit: code })
      expect(findings.filter(blocksSending)).toEqual([])
    }
  })

  test('is made once and within seconds', async () => {
    const again = seedDemoRound((operation, input) => perform(machine, operation, operator, input))
    await expect(again).rejects.toThrow(ProblemError)
    expect(seconds).toBeLessThan(15)
  })
})
