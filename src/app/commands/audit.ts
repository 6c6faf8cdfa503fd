/** `hieuhoc audit`: reads the audit log, and proves that nobody changed it. */
import { Command } from 'commander'
import { auditEntries, type ChainReport, verifyAudit } from '#modules/access'
import { operatorCaller } from '#platform/authority.ts'
import { perform } from '#platform/perform.ts'
import { readAnchors } from './anchor-file.ts'
import { print, printJson, withMachine } from './with-machine.ts'

const verify = new Command('verify')
  .description(
    'recomputes every hash in order: {entries, sealed, waiting, changed, missing, stray, ok, firstBroken?: {seq, why: changed|missing|relinked|batch|tail|stray}, anchors?: {agreeing, differing: [{day, batch, entries, seq, hash, why: missing|differs}]}}; fails when broken',
  )
  .option(
    '--against <file>',
    'anchors kept elsewhere: a line of JSON each, or the JSON file of the page /audit/anchors',
  )
  .option('--json', 'print JSON')
  .action(async ({ against: file, json }: { against?: string; json?: boolean }) => {
    const against = file === undefined ? undefined : await readAnchors(file)
    const report = await withMachine((machine) => perform(machine, verifyAudit, operatorCaller('command'), { against }))
    if (json) printJson(report)
    else process.stdout.write(`${linesOf(report).join('\n')}\n`)
    if (!report.ok) process.exitCode = 1
  })

function linesOf({ entries, sealed, waiting, changed, missing, stray, firstBroken, anchors }: ChainReport): string[] {
  const state = firstBroken ? `broken at ${firstBroken.seq}: ${firstBroken.why}` : 'whole'
  return [
    `${entries} entries, ${state}`,
    `${sealed} sealed, ${waiting} waiting, ${changed} changed, ${missing} missing, ${stray} stray`,
    ...(anchors ? [`${anchors.agreeing} anchors agree, ${anchors.differing.length} do not`] : []),
    ...(anchors?.differing ?? []).map(({ day, batch, why }) => `anchor of ${day}, batch ${batch}: ${why}`),
  ]
}

interface ListOptions {
  readonly unit?: string
  readonly account?: string
  readonly operation?: string
  readonly from?: string
  readonly until?: string
  readonly limit: string
  readonly json?: boolean
}

const list = new Command('list')
  .description('the latest entries: [{seq, at, actor, isSignedIn, via, address, operation, subject, unit}]')
  .option('--unit <code>', 'about this unit and those under it')
  .option('--account <email>', 'what it did, and what was done to it')
  .option('--operation <name>', 'an operation, or a module')
  .option('--from <date>', 'the first day, YYYY-MM-DD')
  .option('--until <date>', 'the day to stop before')
  .option('--limit <number>', 'how many, at most 1000', '50')
  .option('--json', 'print JSON')
  .action(async ({ json, ...input }: ListOptions) => {
    const { rows } = await withMachine((machine) => perform(machine, auditEntries, operatorCaller('command'), input))
    print(
      rows.map(({ at, unit, ...row }) => ({ ...row, at: at.toISOString(), unit: unit?.code ?? null })),
      json,
    )
  })

export const auditCommand = new Command('audit')
  .description('the log of everything that was done')
  .addCommand(verify)
  .addCommand(list)
