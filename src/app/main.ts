/** The program: `./hieuhoc <command>`. */
import { Command } from 'commander'
import { describe, ProblemError } from '#kernel/problem.ts'
import { settingEntries } from '#platform/settings.ts'
import { accountCommand } from './commands/account.ts'
import { auditCommand } from './commands/audit.ts'
import { backupCommand, restoreCommand } from './commands/backup.ts'
import { operationCommand } from './commands/operation.ts'
import { planCommand } from './commands/plan.ts'
import { reportCommand } from './commands/report.ts'
import { startCommand } from './commands/start.ts'
import { unitsCommand } from './commands/units.ts'
import { valuesCommand } from './commands/values.ts'

const settingsHelp = settingEntries
  .map((entry) => `  ${entry.name.padEnd(20)} ${entry.purpose.en}${entry.default ? ` (default ${entry.default})` : ''}`)
  .join('\n')

const program = new Command('hieuhoc')
  .description('Hiếu Học: the system a city runs its learning-society programme on')
  .addCommand(startCommand)
  .addCommand(unitsCommand)
  .addCommand(valuesCommand)
  .addCommand(planCommand)
  .addCommand(accountCommand)
  .addCommand(auditCommand)
  .addCommand(reportCommand)
  .addCommand(operationCommand)
  .addCommand(backupCommand)
  .addCommand(restoreCommand)
  .addHelpText('after', `\nSettings, read from the environment:\n${settingsHelp}`)

program.parseAsync().catch((error: unknown) => {
  if (error instanceof ProblemError) {
    for (const problem of error.problems)
      console.error(`hieuhoc: ${describe('vi', problem)}\n         ${describe('en', problem)}`)
  } else {
    console.error(error)
  }
  process.exitCode = 1
})
