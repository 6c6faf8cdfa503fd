/** Fills an empty installation from its packs, through operations; each step once, so an interrupted start is carried on. */
import { ProblemError } from '#kernel/problem.ts'
import { type DemoAccount, demoAccounts, listAccounts } from '#modules/access'
import { operatorCaller } from '#platform/authority.ts'
import { inTurn } from '#platform/database/index.ts'
import { gathered } from '#platform/module.ts'
import type { AnyOperation } from '#platform/operation.ts'
import { perform, performAny } from '#platform/perform.ts'
import type { Machine } from './engine.ts'
import { modules, packOperations } from './modules.ts'

const operator = operatorCaller('command')

/**
 * Loads what the modules take from packs; in a demonstration also accounts and sample figures. What began in earnest stays so,
 * whatever HIEUHOC_DEMO says later: accounts with a known password must never come into it. Processes that start together take turns.
 */
export function fillEmpty(machine: Machine): Promise<void> {
  return inTurn(machine.database, () => fillWhatIsMissing(machine))
}

async function fillWhatIsMissing(machine: Machine): Promise<void> {
  const loads = []
  for (const { operation, input, isRepair } of gathered(modules.map(({ packs }) => packs))) {
    const isDone = await once(machine, operation, input(machine.place))
    loads.push(isDone && !isRepair)
  }
  await takeOverPacks(machine)
  // Also where a first start was stopped between its loads. Somebody's account says that it is in earnest, whatever is loaded now.
  const isNew = loads.includes(true) && (await emailsHere(machine)).size === 0
  const isDemo = isNew || (await demoAccountsHere(machine)).length > 0
  if (!machine.settings.demo || !isDemo) return
  for (const { operation, input } of gathered(modules.map(({ demo }) => demo))) await once(machine, operation, input)
}

/** Newer packs: what does not fit keeps nobody from starting, it is told and tried again. */
async function takeOverPacks(machine: Machine): Promise<void> {
  try {
    const { applications } = await perform(machine, packOperations.applyPacks, operator, {})
    const changed = applications.filter((each) => each.newRows + each.changedRows + each.endedRows + each.ownRows > 0)
    for (const { id: _, at: __, ...application } of changed) machine.log.info({ application }, 'a pack was applied')
  } catch (error) {
    machine.log.error({ error }, 'packs could not be applied: see ./hieuhoc pack diff')
  }
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
async function once(machine: Machine, operation: AnyOperation, input: unknown): Promise<boolean> {
  try {
    await performAny(machine, operation, operator, input)
    return true
  } catch (error) {
    if (error instanceof ProblemError && error.problems.some(({ code }) => code.endsWith('.alreadyLoaded')))
      return false
    throw error
  }
}
