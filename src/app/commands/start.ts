/** `hieuhoc start`: opens or makes the database, fills an empty one, and serves until told to stop. */
import { Command } from 'commander'
import { openDatabase } from '#platform/database/index.ts'
import { createLogger } from '#platform/log.ts'
import { readSettings } from '#platform/settings.ts'
import { buildMachine } from '../engine.ts'
import { fillEmpty } from '../fill.ts'
import { startServer } from '../server.ts'

export const startCommand = new Command('start')
  .description('serves the program; fills an empty database first')
  .action(async () => {
    const settings = readSettings(process.env)
    const log = createLogger(settings)
    const database = await openDatabase(settings)
    const machine = await buildMachine(settings, database, log)
    await fillEmpty(machine)
    const running = await startServer(machine, async () => ({ via: 'web' }))
    process.stdout.write(`\nHiếu Học: ${running.address}\n`)
    await untilTold()
    await running.stop()
    await database.close()
  })

function untilTold(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve())
  })
}
