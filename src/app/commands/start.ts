/** `hieuhoc start`: opens or makes the database, fills an empty one, and serves until told to stop. */
import { Command } from 'commander'
import type { Machine } from '../engine.ts'
import { fillEmpty } from '../fill.ts'
import { createIdentify } from '../identify.ts'
import { startServer } from '../server.ts'
import { withMachine } from './with-machine.ts'

export const startCommand = new Command('start')
  .description('serves the program; fills an empty database first')
  .action(() => withMachine(serveUntilTold))

async function serveUntilTold(machine: Machine): Promise<void> {
  await fillEmpty(machine)
  const running = await startServer(machine, createIdentify(machine))
  process.stdout.write(`\nHiếu Học: ${running.address}\n`)
  await untilTold()
  await running.stop()
}

function untilTold(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve())
  })
}
