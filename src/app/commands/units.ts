/** `hieuhoc units`: the units valid on a date. */
import { Command } from 'commander'
import { type UnitRow, unitsOperation } from '#modules/organisation'
import { operatorCaller } from '#platform/authority.ts'
import { perform } from '#platform/perform.ts'
import type { Machine } from '../engine.ts'
import { print, withFilledMachine } from './with-machine.ts'

export const unitsCommand = new Command('units')
  .description('the units valid on a date: [{code, name, type, kind, parentCode, validFrom, validTo}]')
  .option('--on <date>', 'the day looked at, YYYY-MM-DD (default today)')
  .option('--kind <kind>', 'city, district, commune or agency')
  .option('--json', 'print JSON')
  .action(async (options: { on?: string; kind?: string; json?: boolean }) => {
    print(await withFilledMachine((machine) => allUnits(machine, options)), options.json)
  })

/** Reads page after page: the operation gives at most a thousand at once. */
async function allUnits(machine: Machine, query: { on?: string; kind?: string }): Promise<UnitRow[]> {
  const rows: UnitRow[] = []
  let after: string | undefined
  do {
    const input = { on: query.on, kind: query.kind, after, limit: 1000 }
    const page = await perform(machine, unitsOperation, operatorCaller('command'), input)
    rows.push(...page.rows)
    after = page.next
  } while (after)
  return rows
}
