/** What every command begins and ends with: settings, an open database, and leaving both in order. */
import { openDatabase } from '#platform/database/index.ts'
import { createLogger } from '#platform/log.ts'
import { readSettings } from '#platform/settings.ts'
import { buildMachine, type Machine } from '../engine.ts'

/** Runs `work` with a machine and closes it after; joins a running server's database where there is one. */
export async function withMachine<T>(work: (machine: Machine) => Promise<T>): Promise<T> {
  const settings = readSettings(process.env)
  const log = createLogger(settings)
  const database = await openDatabase(settings)
  try {
    return await work(await buildMachine(settings, database, log))
  } finally {
    await database.close()
  }
}

/** Prints rows as JSON, or as lines of aligned columns for people. */
export function print(rows: readonly Record<string, unknown>[], asJson: boolean | undefined): void {
  if (asJson) {
    process.stdout.write(`${JSON.stringify(rows, null, 2)}\n`)
    return
  }
  const names = Object.keys(rows[0] ?? {})
  const cells = rows.map((row) => names.map((name) => String(row[name] ?? '')))
  const widths = names.map((name, index) => Math.max(name.length, ...cells.map((line) => line[index]?.length ?? 0)))
  for (const line of [names, ...cells]) {
    process.stdout.write(
      `${line
        .map((cell, index) => cell.padEnd(widths[index] ?? 0))
        .join('  ')
        .trimEnd()}\n`,
    )
  }
}
