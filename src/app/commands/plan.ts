/** `hieuhoc plan attach` puts the words of the signed document to the clauses of the plan; `plan import` reads a document into a draft. */
import { readFile } from 'node:fs/promises'
import { Command } from 'commander'
import { ProblemError } from '#kernel/problem.ts'
import type { Draft } from '#modules/official-texts'
import { type Attached, attachDocument, importPlan, importProblems, planProblems, readPlanFile } from '#modules/plan'
import { performWithFile, requireReadable } from './with-file.ts'
import { printJson, printOne, withFilledMachine } from './with-machine.ts'

const attachCommand = new Command('attach')
  .description(
    'attaches the signed document, a Word file or text: {document, clauses, matched, missing: [{ref, title}], untaken: [{line, text}], notes: [{kind, line, endLine, text, near}]}',
  )
  .argument('<file>', 'the plan: .docx or .txt')
  .option('--convert-letters', 'convert letters of before Unicode (TCVN3, VNI, Windows-1258)')
  .option('--json', 'print JSON')
  .action(async (file: string, options: { convertLetters?: boolean; json?: boolean }) => {
    const convertsLetters = options.convertLetters ?? false
    await requirePlanFile(file)
    const attached = await withFilledMachine((machine) =>
      performWithFile(machine, attachDocument, file, { convertsLetters }),
    )
    if (options.json) printJson(attached)
    else process.stdout.write(attachedText(attached))
  })

/** Throws `plan.fileUnreadable` with the file's name. */
async function requirePlanFile(file: string): Promise<void> {
  await requireReadable(file).catch(() => {
    throw new ProblemError(planProblems.fileUnreadable({ file }))
  })
}

function attachedText({ clauses, matched, missing, untaken, notes }: Attached): string {
  const lines = [
    `${matched} of ${clauses} clauses got their words.`,
    ...missing.map(({ ref, title }) => `  no words for ${ref} ${title.vi}`),
    `${untaken.length} lines were taken by no clause.`,
    ...untaken.map(({ line, text }) => `  line ${line}: ${text.slice(0, 80)}`),
    ...(notes.length > 0 ? [`The file also holds what was not read (${notes.length}):`] : []),
    ...notes.map(({ kind, line, text, near }) => `  line ${line}: ${kind}: ${(text || near).slice(0, 80)}`),
  ]
  return `${lines.join('\n')}\n`
}

const importCommand = new Command('import')
  .description(
    'reads a plan into a draft that people review: {id, isPlan, counts}; with --dry-run --json the draft itself: {document, items, targets, duties, componentPlans, legalBases, deadlines, doubts}',
  )
  .argument('<file>', 'the plan: .docx or .txt')
  .option('--convert-letters', 'convert letters of before Unicode (TCVN3, VNI, Windows-1258)')
  .option('--dry-run', 'only read and tell; needs no database')
  .option('--json', 'print JSON')
  .action(async (file: string, options: { convertLetters?: boolean; dryRun?: boolean; json?: boolean }) => {
    const convertsLetters = options.convertLetters ?? false
    await requirePlanFile(file)
    if (options.dryRun) await tellDraft(await readFile(file), { asJson: options.json, convertsLetters })
    else {
      const { id, counts } = await withFilledMachine((machine) =>
        performWithFile(machine, importPlan, file, { convertsLetters }),
      )
      if (options.json) printJson({ id, counts })
      else printOne({ id, ...counts }, false)
    }
  })

/** Throws the problem of a text that is no plan after telling what could be read of it. */
async function tellDraft(
  bytes: Buffer,
  { asJson, convertsLetters }: { asJson?: boolean; convertsLetters: boolean },
): Promise<void> {
  const { draft } = await readPlanFile(bytes, { convertsLetters })
  const { isPlan, reason } = draft.document
  if (asJson) printJson(draft)
  else if (isPlan) process.stdout.write(draftTold(draft))
  if (!isPlan) throw new ProblemError(importProblems[`noPlan-${reason ?? 'no-type'}`]())
}

/** How many of everything, then each doubt with its line. */
function draftTold({ document, items, targets, duties, componentPlans, legalBases, deadlines, doubts }: Draft): string {
  const { symbol, issuedOn, title, signatory } = document
  const lines = [
    [symbol?.value, issuedOn?.value, title?.value].filter(Boolean).join(', '),
    ...(signatory ? [`signed by ${signatory.value.name}`] : []),
    `${items.length} clauses, ${targets.length} targets, ${duties.length} duties, ${componentPlans.length} component plans, ${legalBases.length} legal bases, ${deadlines.length} due dates`,
    `${doubts.length} to be looked at:`,
    ...doubts.map(({ line, ref, kind, about, text, suggestion }) => {
      const offered = suggestion ? ` -> ${suggestion.slice(0, 60)}` : ''
      return `  line ${line} ${ref ?? ''} ${kind}: ${about ? `${about}: ` : ''}${text.slice(0, 60)}${offered}`
    }),
  ]
  return `${lines.join('\n')}\n`
}

export const planCommand = new Command('plan')
  .description('the plan and its signed document')
  .addCommand(attachCommand)
  .addCommand(importCommand)
