/** The demonstration exactly as `npm start` makes it: Hanoi, its demo accounts and the sample round of 2026. */
import { fillEmpty } from '#app/fill.ts'
import { demoAccounts } from '#modules/access'
import type { World } from '#test/database.ts'
import { testMachine } from '#test/machine.ts'

export const demo: World = {
  name: 'demo',
  async fill(database) {
    await fillEmpty(await testMachine(database, { settings: { demo: true } }))
  },
}

/** E-mail and password of a demo account: `ba-dinh` types in Phường Ba Đình, `thanh-pho` approves for the city. */
export function demoAccount(person: string): { email: string; password: string } {
  const found = demoAccounts.find((account) => account.email.startsWith(`${person}@`))
  if (!found) throw new Error(`there is no demo account ${person}`)
  return found
}
