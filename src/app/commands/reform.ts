/** `hieuhoc reform`: decisions about units: listed, shown, and put in force from a file. Its name and what it prints stay what they were. */
import { Command, Option } from 'commander'
import {
  allDecisionsOperation,
  approveDecision,
  checkDecisionFile,
  importDecisionFile,
  previewOperation,
  proposeDecision,
  workingDecision,
} from '#modules/reorganisation'
import { operatorCaller } from '#platform/authority.ts'
import type { Operation } from '#platform/operation.ts'
import { perform } from '#platform/perform.ts'
import type { Machine } from '../engine.ts'
import { performWithFile, requireReadable } from './with-file.ts'
import { print, printJson, withFilledMachine } from './with-machine.ts'

const list = new Command('list')
  .description('decisions and drafts, newest day first: [{id, on, title, basis, state, acts}]')
  .option('--json', 'print JSON')
  .action(async (options: { json?: boolean }) => {
    print(await withFilledMachine(everyDecision), options.json)
  })

async function everyDecision(machine: Machine) {
  const rows = []
  let after: string | undefined
  do {
    const page = await asOperator(machine, allDecisionsOperation, { after, limit: 1000 })
    rows.push(...page.rows.map(({ changes, ...row }) => ({ ...row, acts: changes })))
    after = page.next
  } while (after)
  return rows
}

const show = new Command('show')
  .description(
    'one decision or draft with what it changes: {id, on, title, basis, state, acts, changes: {counts, lists, problems}}',
  )
  .argument('<id>')
  .option('--json', 'print JSON')
  .action(async (id: string, options: { json?: boolean }) => {
    const shown = await withFilledMachine(async (machine) => {
      const { changes: unitChanges, ...head } = await asOperator(machine, workingDecision, { id })
      const {
        effectsVersion: seen,
        problems,
        ...effects
      } = await asOperator(machine, previewOperation, {
        id,
        limit: 1000,
      })
      const faults = problems.map(({ change: act, ...problem }) => ({ ...problem, act }))
      return { ...head, acts: unitChanges.length, changes: { ...effects, problems: faults, seen } }
    })
    if (options.json) printJson(shown)
    else
      process.stdout.write(
        `${shown.on}  ${shown.title}\n${shown.basis}\n${shown.state}\n${countsText(shown.changes.counts)}`,
      )
  })

interface ImportOptions {
  readonly on: string
  readonly title: string
  readonly basis: string
  readonly levelAbove: 'stays' | 'ends'
  readonly dryRun?: boolean
  readonly json?: boolean
}

type Checked = Awaited<ReturnType<(typeof checkDecisionFile)['run']>>

const importFile = new Command('import')
  .description(
    'enacts a decision from a CSV or Excel file: {id, state, format, rows, acts, counts, unread, hidden, problems: [{line, column, code, vi, en}]}',
  )
  .argument('<file>', 'our template, or a table of old_code, new_code, new_name, part')
  .requiredOption('--on <date>', 'the day it takes effect, YYYY-MM-DD')
  .requiredOption('--title <title>', 'what it is called')
  .requiredOption('--basis <decision>', 'the number of the decision and who made it')
  .addOption(
    new Option('--level-above <what>', 'in a table: whether the units above (districts) stay or end')
      .choices(['stays', 'ends'])
      .default('stays'),
  )
  .option('--dry-run', 'only tells problems row by row and what would change')
  .option('--json', 'print JSON')
  .action(async (file: string, options: ImportOptions) => {
    const { on, title, basis, levelAbove } = options
    await requireReadable(file)
    const done = await withFilledMachine(async (machine) => {
      if (options.dryRun)
        return {
          ...(await performWithFile(machine, checkDecisionFile, file, { on, levelAbove })),
          id: null,
          state: null,
        }
      return applyDecision(machine, file, { on, levelAbove, title, basis })
    })
    const { sheet: _, changes, ...outcome } = done
    const format = outcome.format === 'changes' ? 'acts' : outcome.format
    const output = { ...outcome, format, acts: changes }
    if (options.json) printJson(output)
    else process.stdout.write(outcomeText(output))
    if (output.problemCount > 0) process.exitCode = 1
  })

/** Drafted, proposed and approved by the operator; nothing of it where the file has problems. */
async function applyDecision(machine: Machine, file: string, head: object) {
  const { isSaved, ...imported } = await performWithFile(machine, importDecisionFile, file, head)
  if (!isSaved || !imported.id) return { ...imported, state: null }
  const { id } = imported
  const { version } = await asOperator(machine, workingDecision, { id })
  const proposed = await asOperator(machine, proposeDecision, { id, version })
  const { effectsVersion } = await asOperator(machine, previewOperation, { id, limit: 1 })
  return { ...imported, state: (await asOperator(machine, approveDecision, { ...proposed, effectsVersion })).state }
}

function outcomeText({
  rows,
  acts: changes,
  counts,
  problems,
  problemCount,
  unread,
  hidden,
}: Omit<Checked, 'sheet' | 'changes' | 'format'> & { acts: number }): string {
  const wrong = problems.map(({ line, column, vi, en }) => {
    const place = [line === null ? undefined : `line ${line}`, column].filter(Boolean).join(', ')
    return `${place ? `${place}: ` : ''}${vi}\n    ${en}\n`
  })
  const head = `${rows} rows, ${changes} acts, ${problemCount} problems\n`
  const left = [
    ...(unread.length > 0 ? [`columns not known, not read: ${unread.join(', ')}\n`] : []),
    ...(hidden.length > 0 ? [`hidden sheets with a table, not read: ${hidden.join(', ')}\n`] : []),
  ]
  return head + left.join('') + wrong.join('') + (counts ? countsText(counts) : '')
}

function countsText(counts: Readonly<Record<string, number>>): string {
  return Object.entries(counts)
    .map(([name, count]) => `  ${name.padEnd(10)} ${count}\n`)
    .join('')
}

function asOperator<I, O>(machine: Machine, operation: Operation<I, O>, input: unknown): Promise<O> {
  return perform(machine, operation, operatorCaller('command'), input)
}

export const decisionCommand = new Command('reform')
  .description('decisions about units: merging, splitting, renaming, moving, ending')
  .addCommand(list)
  .addCommand(show)
  .addCommand(importFile)
