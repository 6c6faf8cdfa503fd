/** `hieuhoc boundaries`: takes in boundaries of units from a GeoJSON file, and lists what is in use. */
import { Command } from 'commander'
import {
  type BoundaryImport,
  boundaryImport,
  type ImportReport,
  importBoundaries,
  type ListedBoundaryImport,
  listBoundaryImports,
} from '#modules/organisation'
import { operatorCaller } from '#platform/authority.ts'
import { perform } from '#platform/perform.ts'
import type { Machine } from '../engine.ts'
import { performWithFile, requireReadable } from './with-file.ts'
import { print, printJson, withFilledMachine } from './with-machine.ts'

interface ImportOptions {
  readonly on: string
  readonly source: string
  readonly licence?: string
  readonly code?: string
  readonly name?: string
  readonly unit?: string
  readonly namesConfirmed?: boolean
  readonly dryRun?: boolean
  readonly json?: boolean
}

const importCommand = new Command('import')
  .description(
    'takes in a GeoJSON file of areas, longitude first: {ok, imported, file, features, matches: [{feature, name, above, code, unit, ' +
      'unitAbove, isToneless}], moreMatches, kinds: [{kind, kindName, boundaries, units}], replaced, codeProperty, nameProperty, findings: [{severity, feature, unit, code, words}], moreFindings}',
  )
  .argument('<file>', 'a FeatureCollection, a Feature or a shape of Polygon or MultiPolygon, in WGS84')
  .requiredOption('--on <date>', 'a day on which the boundaries hold, YYYY-MM-DD')
  .requiredOption('--source <text>', 'who made them; named below maps')
  .option('--licence <text>', 'what they allow')
  .option('--code <property>', 'the property with the code of the unit (found by usual names unless told)')
  .option('--name <property>', 'the property with its name')
  .option('--unit <code>', 'the unit that the whole file is of, where it gives neither code nor name')
  .option('--names-confirmed', 'what is put to units by name has been looked at (see --dry-run)')
  .option('--dry-run', 'only checks the file; fails when it cannot be imported')
  .option('--json', 'print JSON')
  .action(async (file: string, options: ImportOptions) => {
    const { on, source, licence, code, name, unit, namesConfirmed = false, dryRun = false } = options
    await requireReadable(file)
    const input = { on, source, licence, unit, namesConfirmed, dryRun }
    const report = await withFilledMachine((machine) =>
      performWithFile(machine, importBoundaries, file, { ...input, codeProperty: code, nameProperty: name }),
    )
    if (options.json) printJson(report)
    else process.stdout.write(importText(report))
    if (!report.ok) process.exitCode = 1
  })

function importText({ imported, kinds, replaced, findings, moreFindings, matches, moreMatches }: ImportReport): string {
  const lines = [
    ...matches.map(({ name, above, unit, unitAbove, code, isToneless }) => {
      const [given, match] = [
        [name, above],
        [unit, unitAbove, code],
      ].map((each) => each.filter(Boolean).join(', '))
      return `name: ${given} -> ${match}${isToneless ? ' (no tones)' : ''}`
    }),
    ...(moreMatches > 0 ? [`… ${moreMatches}`] : []),
    ...kinds.map(({ kindName, boundaries, units }) => `${kindName.vi}: ${boundaries}/${units}`),
    ...findings.map(({ severity, words }) => `${severity}: ${words.vi}\n         ${words.en}`),
    ...(moreFindings > 0 ? [`… ${moreFindings}`] : []),
    imported ? `imported; ${replaced} replaced` : 'checked; nothing was imported',
  ]
  return `${lines.join('\n')}\n`
}

const list = new Command('list')
  .description(
    'every import, the newest first: [{id, on, fileName, file, source, licence, features, kinds: [{kind, kindName, boundaries, from, ' +
      'to, areaKm2, covered, units}], findings, by, at}]',
  )
  .option('--json', 'print JSON')
  .action(async ({ json }: { json?: boolean }) => {
    const { rows, whole } = await withFilledMachine((machine) => readImports(machine, json ?? false))
    if (json) return printJson(whole)
    print(
      rows.flatMap(({ on, fileName, source, licence, kinds }) =>
        kinds.map(({ kind, boundaries, covered, units, from, to }) => ({
          on,
          kind,
          boundaries,
          covered,
          units,
          from,
          to,
          source,
          licence,
          fileName,
        })),
      ),
      false,
    )
  })

/** Every import; `isWhole`: with what was found in each. */
async function readImports(machine: Machine, isWhole: boolean) {
  const rows: ListedBoundaryImport[] = []
  let after: string | undefined
  do {
    const page = await perform(machine, listBoundaryImports, operatorCaller('command'), { after, limit: 1000 })
    rows.push(...page.rows)
    after = page.next
  } while (after)
  const whole: BoundaryImport[] = []
  for (const { id } of isWhole ? rows : []) {
    whole.push(await perform(machine, boundaryImport, operatorCaller('command'), { id }))
  }
  return { rows, whole }
}

export const boundariesCommand = new Command('boundaries')
  .description('boundaries of units, for maps')
  .addCommand(importCommand)
  .addCommand(list)
