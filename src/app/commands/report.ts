/** `hieuhoc report`: writes the yearly report to a file, freezes it, and checks that a frozen one is intact. */
import { writeFile } from 'node:fs/promises'
import { Command, Option } from 'commander'
import { ProblemError } from '#kernel/problem.ts'
import {
  downloadDraft,
  downloadReport,
  type Format,
  formats,
  freezeReport,
  listReports,
  previewReport,
  verifyReport,
} from '#modules/reports'
import { operatorCaller } from '#platform/authority.ts'
import { perform } from '#platform/perform.ts'
import { commandProblems, fileProblem } from './problems.ts'
import { printOne, withFilledMachine } from './with-machine.ts'

const caller = operatorCaller('command')

interface RenderOptions {
  readonly round: string
  readonly format: Format
  readonly out: string
  readonly json?: boolean
}

const render = new Command('render')
  .description('writes the frozen report, or a draft marked as such: {file, bytes, state: frozen|draft, hash?}')
  .requiredOption('--round <year>', 'the year of the round')
  .addOption(new Option('--format <format>', 'kind of file').choices(formats).makeOptionMandatory())
  .requiredOption('--out <file>', 'where to write it')
  .option('--json', 'print JSON')
  .action(async ({ round: year, format, out, json }: RenderOptions) => {
    const { frozen, size } = await withFilledMachine(async (machine) => {
      const frozen = (await perform(machine, listReports, caller, {})).find((report) => String(report.year) === year)
      const { file } = await perform(machine, frozen ? downloadReport : downloadDraft, caller, { year, format })
      const opened = await machine.files.open(file)
      if (!opened) throw new Error(`file ${file} is gone again`)
      await writeFile(out, opened.stream(0, opened.size - 1)).catch((error: unknown) => {
        throw new ProblemError(fileProblem(error, commandProblems.fileNotWritten, out))
      })
      return { frozen, size: opened.size }
    })
    const output = { file: out, bytes: size, state: frozen ? 'frozen' : 'draft', hash: frozen?.hash }
    printOne(output, json)
  })

interface FreezeOptions {
  readonly round: string
  readonly number: string
  readonly issued: string
  readonly signatory: string
  readonly symbol: string
  readonly place?: string
  readonly authority: string[]
  readonly position: string
  readonly recipient: string[]
  readonly kept: string
  readonly incomplete?: boolean
  readonly json?: boolean
}

const freeze = new Command('freeze')
  .description('freezes the report of a round for good: {year, hash}')
  .requiredOption('--round <year>', 'the year of the round')
  .requiredOption('--number <number>', 'the number given by the registry')
  .requiredOption('--issued <date>', 'the date on the document, YYYY-MM-DD')
  .requiredOption('--signatory <name>', 'who signs')
  .option('--symbol <symbol>', 'kind and issuing body', 'BC-UBND')
  .option('--place <name>', 'where it is issued (default the place served)')
  .option('--authority <line...>', 'the capacity of signing, a line each', ['TM. Ủy ban nhân dân', 'KT. Chủ tịch'])
  .option('--position <name>', 'the position of who signs', 'Phó Chủ tịch')
  .option('--recipient <name...>', 'who receives it', ['Bộ Giáo dục và Đào tạo', 'UBND các xã, phường'])
  .option('--kept <where>', 'who keeps the copy', 'VT')
  .option('--incomplete', 'freeze although units are not approved or sections not written')
  .option('--json', 'print JSON')
  .action(async ({ round, issued, recipient, kept: text, place, incomplete, json, ...head }: FreezeOptions) => {
    const input = {
      ...head,
      year: round,
      issuedOn: issued,
      recipients: recipient,
      keptBy: text,
      incompleteIsKnown: incomplete ?? false,
    }
    const frozen = await withFilledMachine(async (machine) => {
      const { draftVersion } = await perform(machine, previewReport, caller, { year: round })
      return perform(machine, freezeReport, caller, { ...input, draftVersion, place: place ?? machine.place.name.vi })
    })
    printOne(frozen, json)
  })

const verify = new Command('verify')
  .description(
    'computes the hash of a frozen report again: {year, isIntact, hash, computed, auditSeq, auditHolds}; fails when changed',
  )
  .requiredOption('--round <year>', 'the year of the round')
  .option('--json', 'print JSON')
  .action(async ({ round: year, json }: { round: string; json?: boolean }) => {
    const verdict = await withFilledMachine((machine) => perform(machine, verifyReport, caller, { year }))
    printOne(verdict, json)
    if (!verdict.isIntact) process.exitCode = 1
  })

export const reportCommand = new Command('report')
  .description('the yearly report')
  .addCommand(render)
  .addCommand(freeze)
  .addCommand(verify)
