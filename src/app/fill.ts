/** Fills an empty installation from its packs, through operations; each step once, so an interrupted start is carried on. */

import { seedDemo } from '#app/demo.ts'
import { ProblemError } from '#kernel/problem.ts'
import { type DemoAccount, demoAccounts, listAccounts, seedDemoAccounts } from '#modules/access'
import { loadForms } from '#modules/collection'
import { loadCatalogue } from '#modules/indicators'
import { loadUnits, rebuildCrosswalkOperation } from '#modules/organisation'
import { loadPlan } from '#modules/plan'
import { loadDecisions } from '#modules/reorganisation'
import { operatorCaller } from '#platform/authority.ts'
import { inTurn } from '#platform/database/index.ts'
import type { Operation } from '#platform/operation.ts'
import { perform } from '#platform/perform.ts'
import type { Machine } from './engine.ts'

const operator = operatorCaller('command')

/**
 * Loads units, catalogue, plan and published figures; in a demonstration also accounts and sample figures. What began in earnest
 * stays so, whatever HIEUHOC_DEMO says later: accounts with a known password must never come into it. Processes that start
 * together take turns.
 */
export function fillEmpty(machine: Machine): Promise<void> {
  return inTurn(machine.database, () => fillWhatIsMissing(machine))
}

async function fillWhatIsMissing(machine: Machine): Promise<void> {
  const { pack, plan } = machine.place
  const loaded = [
    await once(machine, loadUnits, { pack }),
    await once(machine, loadDecisions, { pack }),
    await once(machine, loadCatalogue, { pack }),
    await once(machine, loadPlan, { pack: `${pack}/${plan}` }),
    await once(machine, loadForms, { pack: 'vietnam' }),
  ]
  // Where an earlier version, which knew no lineage, filled the tables.
  await once(machine, rebuildCrosswalkOperation, { onlyIfMissing: true })
  // Also where a first start was stopped between its loads. Somebody's account says that it is in earnest, whatever is loaded now.
  const isNew = loaded.includes(true) && (await emailsHere(machine)).size === 0
  const hasDemoAccounts = (await demoAccountsHere(machine)).length > 0
  if (!machine.settings.demo || !(isNew || hasDemoAccounts)) return
  if (!hasDemoAccounts) await seedDemoAccounts((operation, input) => perform(machine, operation, operator, input))
  await seedDemo((operation, input) => once(machine, operation, input))
}

/** The demo accounts that this installation has: none where it is in earnest. */
export async function demoAccountsHere(machine: Machine): Promise<readonly DemoAccount[]> {
  const emails = await emailsHere(machine)
  return demoAccounts.filter((account) => emails.has(account.email))
}

async function emailsHere(machine: Machine): Promise<ReadonlySet<string>> {
  const { rows } = await perform(machine, listAccounts, operator, { unit: machine.place.root, limit: 1000 })
  return new Set(rows.map((row) => row.email))
}

/** Performs a load that refuses to be done twice; whether it was done now. */
async function once<I, O>(machine: Machine, operation: Operation<I, O>, input: unknown): Promise<boolean> {
  try {
    await perform(machine, operation, operator, input)
    return true
  } catch (error) {
    if (error instanceof ProblemError && error.problems.some(({ code }) => code.endsWith('.alreadyLoaded')))
      return false
    throw error
  }
}
