/** Fills an empty installation from its packs, through operations, once. */

import { loadCatalogue } from '#modules/indicators'
import { loadUnits, unitsOperation } from '#modules/organisation'
import { loadPlan } from '#modules/plan'
import { operatorCaller } from '#platform/authority.ts'
import { perform } from '#platform/operation.ts'
import type { Machine } from './engine.ts'

const pack = 'hanoi'

/** Loads units where there are none yet. */
export async function fillEmpty(machine: Machine): Promise<void> {
  const operator = operatorCaller('command')
  const { rows } = await perform(machine, unitsOperation, operator, { limit: 1 })
  if (rows.length > 0) return
  await perform(machine, loadUnits, operator, { pack })
  await perform(machine, loadCatalogue, operator, { pack })
  await perform(machine, loadPlan, operator, { pack: `${pack}/plan-290` })
}
