/** Hanoi before any plan: units, decisions, catalogue, and three people of the city. */
import { createAccount, grantRole } from '#modules/access'
import { loadCatalogue } from '#modules/indicators'
import { loadUnits } from '#modules/organisation'
import { loadDecisions } from '#modules/reorganisation'
import { operatorCaller } from '#platform/authority.ts'
import { perform } from '#platform/perform.ts'
import type { World } from '#test/database.ts'
import { testMachine } from '#test/machine.ts'
import { hanoiPassword, hanoiPeople } from '#test/worlds/hanoi.ts'

/** The units and indicators of Hanoi, and no plan yet. */
export const withoutPlan: World = {
  name: 'hanoi_without_plan',
  async fill(database) {
    const machine = await testMachine(database)
    const operator = operatorCaller('command')
    await perform(machine, loadUnits, operator, { pack: 'hanoi' })
    await perform(machine, loadDecisions, operator, { pack: 'hanoi' })
    await perform(machine, loadCatalogue, operator, { pack: 'hanoi' })
    for (const person of ['quan-tri', 'thanh-pho', 'doc'] as const) {
      const { name, role, unit } = hanoiPeople[person]
      const email = `${person}@hanoi.example`
      await perform(machine, createAccount, operator, { email, name, password: hanoiPassword })
      await perform(machine, grantRole, operator, { email, unit, role, from: '2026-01-01' })
    }
  },
}
