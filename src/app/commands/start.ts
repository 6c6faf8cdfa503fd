/** `hieuhoc start`: opens or makes the database, fills an empty one, and serves until told to stop. */
import { Command } from 'commander'
import { ProblemError } from '#kernel/problem.ts'
import type { DemoAccount } from '#modules/access'
import { migrateOnline } from '#platform/database/index.ts'
import type { Settings } from '#platform/settings.ts'
import { hearDefects } from '../defects.ts'
import type { Machine } from '../engine.ts'
import { demoAccountsHere, fillEmpty } from '../fill.ts'
import { createIdentify } from '../identify.ts'
import { moduleMigrations } from '../modules.ts'
import { type Running, startServer } from '../server.ts'
import { commandProblems } from './problems.ts'
import { printJson, withMachine } from './with-machine.ts'

export const startCommand = new Command('start')
  .description(
    'serves the program; fills an empty database first: {address, accounts: [{email, name, password, role, unit}]}',
  )
  .option('--json', 'print JSON')
  .action(async (options: { json?: boolean }) => {
    await withMachine((machine) => serveUntilTold(machine, options.json))
    // All of ours has ended in order; a mail server that never answers would keep the process for as long as it is silent.
    process.exit()
  })

async function serveUntilTold(machine: Machine, asJson = false): Promise<void> {
  // Heard from the beginning: told while it is still starting, it ends as soon as it has started.
  const stopSignal = untilTold(machine)
  hearDefects(machine.log)
  await fillEmpty(machine)
  const running = await serve(machine)
  const accounts = await demoAccountsHere(machine)
  if (asJson) printJson({ address: running.address, accounts })
  else process.stdout.write(greeting(running.address, accounts))
  const stopUpgrading = upgradeOnline(machine)
  await stopSignal
  stopUpgrading()
  await running.stop()
}

const onlineAgainMs = 600_000

/** What is long of an upgrade, while people work already; what failed is tried again, here or by another process. */
function upgradeOnline({ database, log }: Machine): () => void {
  let isOver = false
  const run = () => {
    migrateOnline(database, moduleMigrations)
      .then((applied) => applied.length > 0 && log.info({ applied }, 'the upgrade is complete'))
      .catch((error: unknown) => {
        // Cut off by the end of the program, it is carried on by the next.
        if (!isOver) log.error({ error }, 'a part of the upgrade failed; it is tried again')
      })
  }
  run()
  const timer = setInterval(run, onlineAgainMs)
  return () => {
    isOver = true
    clearInterval(timer)
  }
}

/** Throws `command.portInUse` and its like, for what the settings ask and the machine refuses. */
async function serve(machine: Machine): Promise<Running> {
  try {
    return await startServer(machine, createIdentify(machine))
  } catch (error) {
    throw refusalOf(error as NodeJS.ErrnoException, machine.settings)
  }
}

function refusalOf(error: NodeJS.ErrnoException & { port?: number }, { host, port, metrics }: Settings): Error {
  if (error.syscall !== 'listen' && error.syscall !== 'getaddrinfo') return error
  const refused = metrics?.port && error.port === metrics.port ? metrics : { host, port }
  // As text: a port is a name, not an amount with separators.
  const named = { host: refused.host, port: String(refused.port) }
  if (error.code === 'EADDRINUSE') return new ProblemError(commandProblems.portInUse(named))
  if (error.code === 'EACCES') return new ProblemError(commandProblems.portForbidden(named))
  return new ProblemError(commandProblems.hostUnknown(named))
}

/** The address, and in a demonstration who to sign in as; in earnest, how to make the first account. */
function greeting(address: string, accounts: readonly DemoAccount[]): string {
  if (accounts.length === 0) {
    return `\nHiếu Học: ${address}\n  ./hieuhoc account add --help   tạo tài khoản đầu tiên / make the first account\n`
  }
  const lines = accounts.map(
    ({ email, password, role, unit }) => `  ${email.padEnd(28)} ${password}   ${role.padEnd(13)} ${unit}`,
  )
  return `\nHiếu Học: ${address}\n\nTài khoản dùng thử, số liệu mẫu / demo accounts, sample figures:\n${lines.join('\n')}\n`
}

/** However much hangs (the database, a job, a reader), the process is gone in time. */
const endWithinMs = 9_000

function untilTold({ log }: Machine): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      process.once(signal, () => {
        setTimeout(() => {
          log.warn({ ms: endWithinMs }, 'told to stop; something did not end and is cut off')
          process.exit(0)
        }, endWithinMs).unref()
        resolve()
      })
    }
  })
}
