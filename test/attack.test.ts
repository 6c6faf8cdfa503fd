/** A short form of `npm run attack`: a real server under its supervisor, attacked and killed; it answers, loses nothing, forgets nothing. */
import { expect, test } from 'vitest'
import { takeDemonstration } from '#test/commands/demonstration.ts'
import { attack, faultsOf, shortSize } from '../attack/run.ts'

/** Beside other tests and so soon after its start no server is at rest: the promises themselves are measured by `npm run attack`. */
const patient = { p99Ms: 3000, growth: 2 }

test('what is known to harm a server does not', { timeout: 300_000 }, async () => {
  const outcome = await attack(shortSize, { fill: async (dataFolder) => takeDemonstration(dataFolder) })
  expect(faultsOf(outcome, patient)).toEqual([])
  expect(outcome.killed.ledger.done).toMatchObject({ saved: expect.any(Number), send: expect.any(Number) })
  expect(outcome.bombs.sent).toBeGreaterThan(3)
})
