/** `hieuhoc backup`, `backup check` and `restore`: the whole installation in one file, without outside tools. */
import { type FileHandle, open, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { Command } from 'commander'
import { ProblemError } from '#kernel/problem.ts'
import { makeBackup } from '#platform/backups/making.ts'
import { backupsAmong } from '#platform/backups/schedule.rules.ts'
import { type Carried, restore } from '#platform/database/index.ts'
import { filesFromBackup } from '#platform/files/from-backup.ts'
import { filesIn } from '#platform/files/index.ts'
import { drill } from '../drill.ts'
import type { Machine } from '../engine.ts'
import { moduleMigrations } from '../modules.ts'
import { readInput } from './input.ts'
import { commandProblems, fileProblem } from './problems.ts'
import { printJson, withMachine } from './with-machine.ts'

const shape =
  'prints {file, tables, rows, createdAt, files, fileBytes, lostFiles, filesIn}; files is null where those that people sent, which lie in filesIn, are not in it'
const passphraseOption = [
  '--passphrase-stdin',
  'reads the passphrase from standard input, not from BACKUP_PASSPHRASE',
] as const

interface Options {
  readonly files?: boolean
  readonly passphraseStdin?: boolean
  readonly replace?: boolean
  readonly json?: boolean
}

const check = new Command('check')
  .description(
    'restores a backup into a temporary database and tells what came back: {file, ok, createdAt, tables, rows, files, fileBytes, lostFiles, auditEntries, failure?: {code, vi, en}}; fails when it is no good',
  )
  .argument('[file]', 'the newest of BACKUP_FOLDER unless given')
  .option(...passphraseOption)
  .option('--json', 'print JSON')
  // The command above it knows --json and --passphrase-stdin, too.
  .action(async (file: string | undefined, _own: Options, command: Command) => {
    const options = command.optsWithGlobals<Options>()
    const passphrase = options.passphraseStdin ? await readInput() : undefined
    const { madeAt, failure, ...run } = await withMachine(async (machine) => {
      const path = file ?? (await newestBackup(machine))
      await (await opened(path, 'r', commandProblems.fileNotRead)).close()
      return drill(machine, path, passphrase ?? machine.settings.backups.passphrase)
    })
    const { file: name, tables, rows, files, fileBytes, lostFiles, auditEntries } = run
    const sums = { tables, rows, files, fileBytes, lostFiles, auditEntries }
    if (options.json)
      printJson({ file: name, ok: !failure, createdAt: madeAt, ...sums, ...(failure ? { failure } : {}) })
    else if (!failure)
      process.stdout.write(
        `${name}: restored; ${rows} rows of ${tables} tables, ${files ?? 'no'} files, ${auditEntries} audit entries whole, as of ${madeAt}\n`,
      )
    if (!options.json && lostFiles > 0) process.stdout.write(`${lostFiles} files were lost when it was made\n`)
    if (!failure) return
    process.exitCode = 1
    if (!options.json) process.stderr.write(`hieuhoc: ${failure.vi}\n         ${failure.en}\n`)
  })

export const backupCommand = new Command('backup')
  .description(`writes the whole installation to a file, as of one moment; ${shape}`)
  .argument('<file>', 'where to; readable only by you')
  .option('--no-files', 'leaves the files that people sent out')
  .option(...passphraseOption)
  .option('--json', 'print JSON')
  .action(async (file: string, options: Options) => {
    const given = options.passphraseStdin ? await readInput() : undefined
    if (given !== undefined && given.length < leastPassphrase)
      throw new ProblemError(commandProblems.passphraseTooShort({ least: leastPassphrase }))
    const result = await withMachine(async (machine) => {
      const { passphrase, withFiles } = machine.settings.backups
      const making = { withFiles: withFiles && options.files !== false, passphrase: given ?? passphrase }
      const made = await makeBackup(machine, file, making).catch((error: unknown) => {
        throw asWritten(error, file)
      })
      return shown(machine, file, made)
    })
    tell(result, options.json)
  })
  .addCommand(check)

const leastPassphrase = 12

export const restoreCommand = new Command('restore')
  .description(
    `reads a backup of this version, or brings one of an earlier version up to date, into an empty database; ${shape}`,
  )
  .argument('<file>', 'a file written by backup')
  .option('--replace', 'throw away what the database holds')
  .option(...passphraseOption)
  .option('--json', 'print JSON')
  .action(async (file: string, options: Options) => {
    const given = options.passphraseStdin ? await readInput() : undefined
    const result = await withMachine(async (machine) => {
      const input = await opened(file, 'r', commandProblems.fileNotRead)
      const restored = await restore(machine.database, input.createReadStream(), {
        replace: options.replace ?? false,
        modules: moduleMigrations,
        files: filesFromBackup(machine.files, join(machine.settings.dataFolder, 'incoming')),
        passphrase: given ?? machine.settings.backups.passphrase,
      })
      return shown(machine, file, restored)
    })
    tell(result, options.json)
  })

async function newestBackup({ settings, place }: Machine): Promise<string> {
  const { folder } = settings.backups
  const names = folder ? await readdir(folder).catch(() => []) : []
  const [newest] = backupsAmong(names, place.pack)
  if (!folder || !newest) throw new ProblemError(commandProblems.noBackup())
  return join(folder, newest.name)
}

/** A file that only its owner may read; the stream made of it closes it. */
async function opened(file: string, flags: string, raise: typeof commandProblems.fileNotRead): Promise<FileHandle> {
  try {
    return await open(file, flags, 0o600)
  } catch (error) {
    throw new ProblemError(fileProblem(error, raise, file))
  }
}

/** What the file system refused, told with the file's name; anything else is thrown on. */
function asWritten(error: unknown, file: string): unknown {
  const isOfFile = error instanceof Error && 'syscall' in error && ofFiles.has(String(error.syscall))
  return isOfFile ? new ProblemError(fileProblem(error, commandProblems.fileNotWritten, file)) : error
}

const ofFiles = new Set(['open', 'write', 'fsync', 'rename', 'stat'])

interface Shown {
  readonly file: string
  readonly tables: number
  readonly rows: number
  readonly createdAt: Date
  /** Null where they are not in it. */
  readonly files: number | null
  readonly fileBytes: number | null
  readonly lostFiles: number
  /** Where the files lie. */
  readonly filesIn: string
}

function shown({ settings, log }: Machine, file: string, { tables, rows, createdAt, files }: Carried): Shown {
  if (files?.lost.length) log.warn({ names: files.lost.slice(0, 20) }, 'files are not in the backup')
  const [count, bytes, lost] = [files?.count ?? null, files?.bytes ?? null, files?.lost.length ?? 0]
  return { file, tables, rows, createdAt, files: count, fileBytes: bytes, lostFiles: lost, filesIn: filesIn(settings) }
}

function tell(result: Shown, asJson = false): void {
  if (asJson) {
    printJson(result)
    return
  }
  const { file, rows, tables, createdAt, files, filesIn: folder, lostFiles } = result
  const ofFiles =
    files === null
      ? `files that people sent are not in it, they lie in ${folder}\n`
      : `${files} files that people sent are in it${lostFiles > 0 ? `, ${lostFiles} are NOT: they are gone or damaged` : ''}\n`
  process.stdout.write(`${file}: ${rows} rows of ${tables} tables, as of ${createdAt.toISOString()}\n${ofFiles}`)
}
