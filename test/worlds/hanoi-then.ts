/** Hanoi's units as they stood before one of the pack's decisions: what that decision may be made of again. */
import { loadUnits, packDecisions } from '#modules/organisation'
import { approveDecision, draftDecision, previewOperation, proposeDecision } from '#modules/reorganisation'
import { operatorCaller } from '#platform/authority.ts'
import type { Engine } from '#platform/operation.ts'
import { perform } from '#platform/perform.ts'
import type { World } from '#test/database.ts'
import { testMachine } from '#test/machine.ts'

/** Every decision of the pack before `day` is in force. */
export function hanoiBefore(day: string): World {
  return {
    name: `hanoi_before_${day.replaceAll('-', '_')}`,
    async fill(database) {
      const machine = await testMachine(database)
      const operator = operatorCaller('command')
      await perform(machine, loadUnits, operator, { pack: 'hanoi' })
      for (const decision of await packDecisions('hanoi')) {
        if (decision.on >= day) continue
        const { id } = await perform(machine, draftDecision, operator, decision)
        const proposed = await perform(machine, proposeDecision, operator, { id, version: 1 })
        await approveAsSeen(machine, proposed)
      }
    },
  }
}

/** Approves a proposed decision on its preview of this moment, as the operator. */
export async function approveAsSeen(machine: Engine, proposed: { id: string; version: number }): Promise<void> {
  const operator = operatorCaller('command')
  const { effectsVersion } = await perform(machine, previewOperation, operator, { id: proposed.id, limit: 1 })
  await perform(machine, approveDecision, operator, { ...proposed, effectsVersion })
}
