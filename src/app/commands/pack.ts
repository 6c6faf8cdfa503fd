/** `hieuhoc pack`: what packs would change here, and applying them without a restart. */
import { Command } from 'commander'
import { operatorCaller } from '#platform/authority.ts'
import { perform } from '#platform/perform.ts'
import { packOperations } from '../modules.ts'
import { print, printJson, withFilledMachine } from './with-machine.ts'

const operator = operatorCaller('command')

const diff = new Command('diff')
  .description(
    'what packs would change: {files: [{file, version, checksum, applied: {version, checksum, at} | null}], rows: [{kind, key, state: new|changed|ended|own, fields, pack, own}], older: [kind]}; own: the city changed it itself, so it stays',
  )
  .option('--json', 'print JSON')
  .action(async (options: { json?: boolean }) => {
    const { kinds } = await withFilledMachine((machine) => perform(machine, packOperations.packs, operator, {}))
    const files = [...new Map(kinds.flatMap((kind) => kind.files.map((file) => [file.file, file]))).values()]
    const rows = kinds.flatMap(({ kind, rows }) => rows.map(({ version: _, ...row }) => ({ kind, ...row })))
    const older = kinds.filter(({ isOlder }) => isOlder).map(({ kind }) => kind)
    if (options.json) return printJson({ files, rows, older })
    for (const { file, version, applied } of files)
      process.stdout.write(`${file} ${version} (applied: ${applied ? applied.version : 'never'})\n`)
    for (const kind of older) process.stdout.write(`${kind}: older than what was applied, left alone\n`)
    if (rows.length === 0) process.stdout.write('nothing differs\n')
    else
      print(
        rows.map(({ pack: _, own: __, fields, ...row }) => ({ ...row, fields: fields.join(' ') })),
        false,
      )
  })

const apply = new Command('apply')
  .description(
    'takes over what packs have new, changed or ended, as a start does: [{kind, files, newRows, changedRows, endedRows, ownRows}]',
  )
  .option('--json', 'print JSON')
  .action(async (options: { json?: boolean }) => {
    const { applications } = await withFilledMachine((machine) =>
      perform(machine, packOperations.applyPacks, operator, {}),
    )
    print(
      applications.map(({ id: _, at: __, ...application }) => application),
      options.json,
    )
  })

export const packCommand = new Command('pack')
  .description('data that comes with the program: measures, indicators, forms, agencies')
  .addCommand(diff)
  .addCommand(apply)
