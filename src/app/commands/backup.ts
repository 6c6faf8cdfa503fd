/** `hieuhoc backup` and `hieuhoc restore`: all data in one file, without outside tools. */
import { createReadStream, createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { Command } from 'commander'
import { backup, restore } from '#platform/database/index.ts'
import { withMachine } from './with-machine.ts'

const shape = 'prints {file, tables, rows, createdAt}'

export const backupCommand = new Command('backup')
  .description(`writes all data to a file, as of one moment; ${shape}`)
  .argument('<file>', 'where to; readable only by you')
  .option('--json', 'print JSON')
  .action(async (file: string, options: { json?: boolean }) => {
    // Written aside and renamed: a file of this name is always a whole backup.
    const aside = `${file}.part`
    try {
      const done = await withMachine((machine) => backup(machine.database, createWriteStream(aside, { mode: 0o600 })))
      await rename(aside, file)
      tell({ file, ...done }, options.json)
    } finally {
      await rm(aside, { force: true })
    }
  })

export const restoreCommand = new Command('restore')
  .description(`reads a backup into an empty database of the same version; ${shape}`)
  .argument('<file>', 'a file written by backup')
  .option('--replace', 'throw away what the database holds')
  .option('--json', 'print JSON')
  .action(async (file: string, options: { replace?: boolean; json?: boolean }) => {
    const done = await withMachine((machine) =>
      restore(machine.database, createReadStream(file), { replace: options.replace ?? false }),
    )
    tell({ file, ...done }, options.json)
  })

function tell(done: { file: string; tables: number; rows: number; createdAt: string | Date }, asJson = false): void {
  const line = `${done.file}: ${done.rows} rows of ${done.tables} tables, as of ${done.createdAt}`
  process.stdout.write(`${asJson ? JSON.stringify(done) : line}\n`)
}
