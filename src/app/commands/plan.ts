/** `hieuhoc plan attach`: puts the words of the signed document to the clauses of the plan. */
import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { Command } from 'commander'
import { ProblemError } from '#kernel/problem.ts'
import { type Attached, attachDocument, planProblems } from '#modules/plan'
import { operatorCaller } from '#platform/authority.ts'
import { perform } from '#platform/operation.ts'
import { printJson, withFilledMachine } from './with-machine.ts'

const attachCommand = new Command('attach')
  .description(
    'attaches the signed document, a text in UTF-8: {document, clauses, matched, missing: [{ref, title}], untaken: [{line, text}]}',
  )
  .argument('<file>', 'the text of the plan')
  .option('--json', 'print JSON')
  .action(async (file: string, options: { json?: boolean }) => {
    const content = (await readWhole(file)).toString('base64')
    const attached = await withFilledMachine((machine) =>
      perform(machine, attachDocument, operatorCaller('command'), { fileName: basename(file), content }),
    )
    if (options.json) printJson(attached)
    else process.stdout.write(told(attached))
  })

/** Throws `plan.fileUnreadable` with the file's name. */
async function readWhole(file: string): Promise<Buffer> {
  try {
    return await readFile(file)
  } catch {
    throw new ProblemError(planProblems.fileUnreadable({ file }))
  }
}

function told({ clauses, matched, missing, untaken }: Attached): string {
  const lines = [
    `${matched} of ${clauses} clauses got their words.`,
    ...missing.map(({ ref, title }) => `  no words for ${ref} ${title.vi}`),
    `${untaken.length} lines were taken by no clause.`,
    ...untaken.map(({ line, text }) => `  line ${line}: ${text.slice(0, 80)}`),
  ]
  return `${lines.join('\n')}\n`
}

export const planCommand = new Command('plan').description('the plan and its signed document').addCommand(attachCommand)
