/** A process of the test of kills: writes without rest beside a sealer of its own, telling each write once it is acknowledged, or seals once. */
import { z } from 'zod'
import { buildMachine } from '#app/engine.ts'
import { newId } from '#kernel/id.ts'
import { sealWaiting, startSealer } from '#platform/audit/sealing.ts'
import { operator, operatorCaller } from '#platform/authority.ts'
import { openDatabase } from '#platform/database/index.ts'
import { createLogger } from '#platform/log.ts'
import { operation } from '#platform/operation.ts'
import { perform } from '#platform/perform.ts'
import { readSettings } from '#platform/settings.ts'

const note = operation({
  name: 'test.note',
  summary: 'Does nothing but leave its entry.',
  effect: 'write',
  may: operator,
  input: z.object({ text: z.string().max(100) }),
  output: z.object({}),
  run: async () => ({}),
})

const settings = readSettings(process.env)
const machine = await buildMachine(settings, await openDatabase(settings), createLogger(settings))

function tell(line: string): void {
  process.stdout.write(`${line}\n`)
}

async function write(): Promise<never> {
  for (;;) {
    const text = newId()
    await perform(machine, note, operatorCaller('command'), { text })
    tell(text)
  }
}

if (process.argv[2] === 'seal') {
  await sealWaiting(machine, 1_000_000)
  process.exit()
}
machine.onCommit(startSealer(machine).wake)
tell('ready')
await Promise.all([write(), write(), write()])
