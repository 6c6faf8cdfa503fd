/** `hieuhoc backup` and `hieuhoc restore`: the whole database in one file, without outside tools. */
import { type FileHandle, open, readdir, rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { Command } from 'commander'
import { ProblemError } from '#kernel/problem.ts'
import { backup, restore } from '#platform/database/index.ts'
import { isAlive } from '#platform/database/postmaster.ts'
import { filesIn } from '#platform/files/index.ts'
import { currentAnchors, writeAnchors } from './anchor-file.ts'
import { commandProblems, fileProblem } from './problems.ts'
import { printJson, withMachine } from './with-machine.ts'

const shape =
  'prints {file, tables, rows, createdAt, filesIn}; files that people sent lie in filesIn, not in the backup'

export const backupCommand = new Command('backup')
  .description(
    `writes the whole database to a file, as of one moment, and the anchors of the audit log beside it (FILE.anchors); ${shape}`,
  )
  .argument('<file>', 'where to; readable only by you')
  .option('--json', 'print JSON')
  .action(async (file: string, options: { json?: boolean }) => {
    await removeLeftovers(file)
    // Written aside, to the disk itself, and renamed: a file of this name is always a whole backup, also when two are made at once.
    const aside = `${file}.${process.pid}.part`
    try {
      const done = await withMachine(async (machine) => {
        const output = await opened(aside, 'w', commandProblems.fileNotWritten)
        // Read before: the backup holds at least what they name.
        const anchors = await currentAnchors(machine)
        const done = await backup(machine.database, output.createWriteStream({ flush: true }))
        await writeAnchors(file, anchors)
        return { ...done, filesIn: filesIn(machine.settings) }
      })
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
    const done = await withMachine(async (machine) => {
      const input = await opened(file, 'r', commandProblems.fileNotRead)
      const done = await restore(machine.database, input.createReadStream(), { replace: options.replace ?? false })
      return { ...done, filesIn: filesIn(machine.settings) }
    })
    tell({ file, ...done }, options.json)
  })

/** What was begun under this name and killed. */
async function removeLeftovers(file: string): Promise<void> {
  const [folder, name] = [dirname(file), basename(file)]
  for (const each of await readdir(folder).catch(() => [])) {
    const pid = each.startsWith(`${name}.`) && /^(?:anchors\.)?(\d+)\.part$/.exec(each.slice(name.length + 1))?.[1]
    if (pid && !isAlive(Number(pid))) await rm(join(folder, each), { force: true })
  }
}

/** A file that only its owner may read; the stream made of it closes it. */
async function opened(file: string, flags: string, raise: typeof commandProblems.fileNotRead): Promise<FileHandle> {
  try {
    return await open(file, flags, 0o600)
  } catch (error) {
    throw new ProblemError(fileProblem(error, raise, file))
  }
}

interface Done {
  readonly file: string
  readonly tables: number
  readonly rows: number
  readonly createdAt: Date
  /** Where the files lie that are to be copied besides. */
  readonly filesIn: string
}

function tell(done: Done, asJson = false): void {
  if (asJson) printJson(done)
  else
    process.stdout.write(
      `${done.file}: ${done.rows} rows of ${done.tables} tables, as of ${done.createdAt.toISOString()}\n` +
        `files that people sent are not in it, they lie in ${done.filesIn}\n`,
    )
}
