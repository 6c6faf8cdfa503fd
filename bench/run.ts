/** Runs the benches named (or all) and prints each figure against its bar; `--write` keeps them in docs/performance.md. */
import { readFileSync, writeFileSync } from 'node:fs'
import { cpus, totalmem } from 'node:os'
import { join } from 'node:path'
import { projectRoot } from '#platform/root.ts'
import type { Figure } from './figures.ts'
import { benchGrowth } from './growth.ts'
import { benchIndicators } from './indicators.ts'
import { benchExport, benchLists } from './lists.ts'
import { benchPublicPage } from './public-page.tsx'
import { benchReport } from './report.ts'
import { benchStart } from './start.ts'
import { benchTableImport } from './table-import.ts'
import { benchWarmPages } from './warm.ts'
import { benchMachine } from './world.ts'
import { benchWrites } from './writes.ts'

const benches: Record<string, (machine: Awaited<ReturnType<typeof benchMachine>>) => Promise<Figure[]>> = {
  indicators: benchIndicators,
  growth: benchGrowth,
  page: benchPublicPage,
  report: benchReport,
  lists: benchLists,
  export: benchExport,
  start: benchStart,
  import: benchTableImport,
}

/** Benches with a small database of their own, which need no five million values. */
const smallBenches: Record<string, () => Promise<Figure[]>> = { writes: benchWrites, warm: benchWarmPages }

async function main(args: readonly string[]): Promise<void> {
  const named = args.filter((arg) => !arg.startsWith('--'))
  const isAsked = ([name]: readonly [string, unknown]) => named.length === 0 || named.includes(name)
  const figures: Figure[] = []
  const large = Object.entries(benches).filter(isAsked)
  if (large.length > 0) {
    const machine = await benchMachine()
    for (const [, bench] of large) figures.push(...(await bench(machine)))
    await machine.database.close()
  }
  for (const [, bench] of Object.entries(smallBenches).filter(isAsked)) figures.push(...(await bench()))
  const table = tableOf(figures)
  console.log(table)
  if (args.includes('--write')) keep(table)
  if (figures.some((figure) => !figure.holds)) process.exitCode = 1
}

function tableOf(figures: readonly Figure[]): string {
  const rows = figures.map(
    (one) =>
      `| ${one.bar} | ${one.what} | ${one.measured} | ${one.promised} | ${one.holds ? 'holds' : 'MISSED'} | ${one.ratio ?? ''} |`,
  )
  return ['| bar | what | measured | promised | | beside it |', '|---|---|---|---|---|---|', ...rows].join('\n')
}

function keep(table: string): void {
  const file = join(projectRoot, 'docs', 'performance.md')
  const machine = `Measured on ${new Date().toISOString().slice(0, 10)}: ${cpus().length} cores (${cpus()[0]?.model.trim()}), ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.version}, the embedded server and the load on the same machine.`
  const text = readFileSync(file, 'utf8')
  writeFileSync(
    file,
    text.replace(/(<!-- figures:begin -->\n)[\s\S]*(<!-- figures:end -->)/, `$1\n${machine}\n\n${table}\n\n$2`),
  )
}

await main(process.argv.slice(2))
