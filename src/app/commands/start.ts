/** `hieuhoc start`: opens or makes the database, fills an empty one, and serves until told to stop. */
import { Command } from 'commander'
import type { Machine } from '../engine.ts'
import { demoAccountsHere, fillEmpty } from '../fill.ts'
import { createIdentify } from '../identify.ts'
import { startServer } from '../server.ts'
import { withMachine } from './with-machine.ts'

export const startCommand = new Command('start')
  .description('serves the program; fills an empty database first')
  .action(() => withMachine(serveUntilTold))

async function serveUntilTold(machine: Machine): Promise<void> {
  await fillEmpty(machine)
  const running = await startServer(machine, createIdentify(machine))
  process.stdout.write(await greeting(machine, running.address))
  await untilTold()
  await running.stop()
}

/** The address, and in a demonstration who to sign in as; in earnest, how to make the first account. */
async function greeting(machine: Machine, address: string): Promise<string> {
  const accounts = await demoAccountsHere(machine)
  if (accounts.length === 0) {
    return `\nHiếu Học: ${address}\n  ./hieuhoc account add --help   tạo tài khoản đầu tiên / make the first account\n`
  }
  const lines = accounts.map(
    ({ email, password, role, unit }) => `  ${email.padEnd(28)} ${password}   ${role.padEnd(13)} ${unit}`,
  )
  return `\nHiếu Học: ${address}\n\nTài khoản dùng thử, số liệu mẫu / demo accounts, sample figures:\n${lines.join('\n')}\n`
}

function untilTold(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve())
  })
}
