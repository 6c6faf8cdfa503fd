/** The program: `./hieuhoc <command>`. */
import { Command, CommanderError } from 'commander'
import { describe, type Problem, ProblemError } from '#kernel/problem.ts'
import { isAway } from '#platform/database/index.ts'
import { problems } from '#platform/problems.ts'
import { settingEntries } from '#platform/setting-entries.ts'
import { accountCommand } from './commands/account.ts'
import { auditCommand } from './commands/audit.ts'
import { backupCommand, restoreCommand } from './commands/backup.ts'
import { boundariesCommand } from './commands/boundaries.ts'
import { operationCommand } from './commands/operation.ts'
import { packCommand } from './commands/pack.ts'
import { planCommand } from './commands/plan.ts'
import { misuse, withConsent } from './commands/problems.ts'
import { decisionCommand } from './commands/reform.ts'
import { reportCommand } from './commands/report.ts'
import { startCommand } from './commands/start.ts'
import { unitsCommand } from './commands/units.ts'
import { valuesCommand } from './commands/values.ts'
import { exitCodes } from './defects.ts'

const settingsHelp = settingEntries
  .map((entry) => `  ${entry.name.padEnd(20)} ${entry.purpose.en}${entry.default ? ` (default ${entry.default})` : ''}`)
  .join('\n')

const program = new Command('hieuhoc')
  .description('Hiếu Học: the system a city runs its learning-society programme on')
  .addCommand(startCommand)
  .addCommand(unitsCommand)
  .addCommand(boundariesCommand)
  .addCommand(decisionCommand)
  .addCommand(valuesCommand)
  .addCommand(planCommand)
  .addCommand(accountCommand)
  .addCommand(auditCommand)
  .addCommand(reportCommand)
  .addCommand(packCommand)
  .addCommand(operationCommand)
  .addCommand(backupCommand)
  .addCommand(restoreCommand)
  .addHelpText('after', `\nSettings, read from the environment:\n${settingsHelp}`)

/** Mistakes in the command line reach us, to be told in both languages like any other problem. */
function hearMistakes(command: Command, path: string): void {
  command.configureOutput({ outputError: () => undefined })
  command.exitOverride((error) => {
    throw error.exitCode === 0 || error.code === 'commander.help' ? error : new ProblemError(...misuse(error, path))
  })
  for (const each of command.commands) hearMistakes(each, `${path} ${each.name()}`)
}

function tell(problem: Problem): void {
  // The place says which option, or which field of the input, is meant.
  const place = problem.path?.length ? `${problem.path.join('.')}: ` : ''
  console.error(`hieuhoc: ${place}${describe('vi', problem)}\n         ${place}${describe('en', problem)}`)
}

hearMistakes(program, './hieuhoc')
program.parseAsync().catch((thrown: unknown) => {
  const error = isAway(thrown) ? new ProblemError(problems.databaseAway()) : thrown
  process.exitCode = exitCodeOf(error)
  if (error instanceof ProblemError) withConsent(error.problems).forEach(tell)
  else if (!(error instanceof CommanderError)) console.error(error)
})

function exitCodeOf(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode
  if (!(error instanceof ProblemError)) return exitCodes.defect
  return error.status === 503 ? exitCodes.databaseAway : exitCodes.refused
}
