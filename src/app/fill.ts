/** Fills an empty installation from its packs, through operations; each step once, so an interrupted start is carried on. */
import { ProblemError } from '#kernel/problem.ts'
import { type DemoAccount, demoAccounts, listAccounts, seedDemoAccounts } from '#modules/access'
import { loadForms, seedDemoRound } from '#modules/collection'
import { loadCatalogue } from '#modules/indicators'
import { loadUnits } from '#modules/organisation'
import { loadPlan } from '#modules/plan'
import { operatorCaller } from '#platform/authority.ts'
import { type Operation, perform } from '#platform/operation.ts'
import type { Machine } from './engine.ts'

const pack = 'hanoi'
const operator = operatorCaller('command')

/** Loads units, catalogue, plan and published figures; in a demonstration also accounts and sample figures. */
export async function fillEmpty(machine: Machine): Promise<void> {
  await once(machine, loadUnits, { pack })
  await once(machine, loadCatalogue, { pack })
  await once(machine, loadPlan, { pack: `${pack}/plan-290` })
  await once(machine, loadForms, { pack: 'vietnam' })
  if (!machine.settings.demo) return
  if ((await demoAccountsHere(machine)).length === 0) {
    await seedDemoAccounts((operation, input) => perform(machine, operation, operator, input))
  }
  await seedDemoRound((operation, input) => once(machine, operation, input))
}

/** The demo accounts that this installation has: none where it is in earnest. */
export async function demoAccountsHere(machine: Machine): Promise<readonly DemoAccount[]> {
  const { rows } = await perform(machine, listAccounts, operator, { unit: '01', limit: 1000 })
  const emails = new Set(rows.map((row) => row.email))
  return demoAccounts.filter((account) => emails.has(account.email))
}

/** Performs a load that refuses to be done twice. */
async function once<I, O>(machine: Machine, operation: Operation<I, O>, input: unknown): Promise<void> {
  await perform(machine, operation, operator, input).catch((error: unknown) => {
    const isDone =
      error instanceof ProblemError && error.problems.some((problem) => problem.code.endsWith('.alreadyLoaded'))
    if (!isDone) throw error
  })
}
