/** What every command begins and ends with: settings, an open database, and leaving both in order. */
import { unitsOperation } from '#modules/organisation'
import { sealAtEnd } from '#platform/audit/sealing.ts'
import { operatorCaller } from '#platform/authority.ts'
import { openDatabase } from '#platform/database/index.ts'
import { createLogger } from '#platform/log.ts'
import { perform } from '#platform/perform.ts'
import { readSettings } from '#platform/settings.ts'
import { stopHeavy } from '#platform/workers/heavy.ts'
import { buildMachine, type Machine } from '../engine.ts'
import { fillEmpty } from '../fill.ts'

/**
 * Runs `work` with a machine and closes it after; joins a running server's database where there is one. What it wrote is sealed at the
 * end, which tells running servers of it; what cannot be sealed now waits for the next process.
 */
export async function withMachine<T>(work: (machine: Machine) => Promise<T>): Promise<T> {
  const settings = readSettings(process.env)
  const log = createLogger(settings)
  const database = await openDatabase(settings)
  try {
    const machine = await buildMachine(settings, database, log)
    let hasWritten = false
    machine.onCommit(() => {
      hasWritten = true
    })
    try {
      return await work(machine)
    } finally {
      if (hasWritten) await sealAtEnd(machine)
    }
  } finally {
    await stopHeavy()
    await database.close()
  }
}

/** The same for commands that ask about what a start fills: an installation that was never started is filled first. */
export function withFilledMachine<T>(work: (machine: Machine) => Promise<T>): Promise<T> {
  return withMachine(async (machine) => {
    const { rows } = await perform(machine, unitsOperation, operatorCaller('command'), { kind: 'city', limit: 1 })
    if (rows.length === 0) await fillEmpty(machine)
    return work(machine)
  })
}

type Row = Readonly<Record<string, unknown>>

/** Prints a list as JSON, or as lines of aligned columns for people. */
export function print(rows: readonly Row[], asJson: boolean | undefined): void {
  if (asJson) printJson(rows)
  else printTable(rows)
}

/** Prints one thing as a JSON object, or as a line of columns for people. */
export function printOne(row: Row, asJson: boolean | undefined): void {
  if (asJson) printJson(row)
  else printTable([row])
}

/** The one form in which commands give JSON to programs. */
export function printJson(value: unknown): void {
  process.stdout.write(`${JSON.stringify(value, null, 2)}\n`)
}

function printTable(rows: readonly Row[]): void {
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
