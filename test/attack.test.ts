/** A short form of `npm run attack`: a real server under its supervisor, attacked and killed; it answers, loses nothing, forgets nothing. */
import { expect, test } from 'vitest'
import { attack, faultsOf, shortSize } from '../attack/run.ts'

/** A machine that runs other tests beside it is slow; the promise of 200 ms is measured by `npm run attack` alone. */
const patientMs = 3000

test('what is known to harm a server does not', { timeout: 300_000 }, async () => {
  const outcome = await attack(shortSize)
  expect(faultsOf(outcome, patientMs)).toEqual([])
  expect(outcome.killed.ledger.savedCell).toBeGreaterThan(0)
  expect(outcome.bombs.sent).toBeGreaterThan(3)
})
