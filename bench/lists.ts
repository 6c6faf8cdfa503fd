/** Bar 12: the first and a late page of a list over a million rows, and an export of a million rows in flat memory. */
import type { Machine } from '#app/engine.ts'
import { auditEntries } from '#modules/access'
import { sealWaiting } from '#platform/audit/sealing.ts'
import { operatorCaller } from '#platform/authority.ts'
import { perform } from '#platform/perform.ts'
import { type Figure, ms, timeEach, told } from './figures.ts'
import { startProgram } from './server.ts'

const million = 1_000_000
const caller = operatorCaller('command')

export async function benchLists(machine: Machine): Promise<Figure[]> {
  await fillAudit(machine)
  const first = await timeEach([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], () =>
    perform(machine, auditEntries, caller, { unit: '01', limit: 100 }),
  )
  const pages: (string | undefined)[] = [undefined]
  const walked = await timeEach(Array.from({ length: 50 }), async () => {
    const page = await perform(machine, auditEntries, caller, { unit: '01', limit: 1000, after: pages.at(-1) })
    pages.push(page.next)
  })
  const list = { bar: 12, promised: 'first page < 300 ms' }
  return [
    { ...list, what: 'audit log of 1,000,000 entries, first page', measured: told(first), holds: first.worst < 300 },
    {
      ...list,
      what: 'the same, 50 pages of 1,000 one after another',
      measured: told(walked),
      holds: walked.worst < 300,
      promised: 'flat, < 300 ms',
    },
  ]
}

const appendEntries = `
  select count(platform.append_audit(timestamptz '2026-01-01' + n * interval '10 seconds', null, 'bench', 'command', null,
    'bench.change', 'value', city.id, jsonb_build_object('changes', jsonb_build_array(jsonb_build_object('old', n, 'new', n + 1)))))
  from generate_series(1, $1::int) n, (select id from organisation.published_unit where code = '01') city`

/** Entries made by the log's own function and sealed, so that the list and its proof are over real ones. */
async function fillAudit(machine: Machine): Promise<void> {
  const client = await machine.database.pool.connect()
  try {
    await client.query('set statement_timeout = 0')
    const { rows } = await client.query<{ count: number }>('select count(*)::int as count from platform.audit_entry')
    const missing = million - (rows[0]?.count ?? 0)
    if (missing <= 0) return
    console.error(`generating ${missing} audit entries, once …`)
    await client.query(appendEntries, [missing])
    await sealWaiting(machine, 20_000)
    await client.query('vacuum analyze platform.audit_entry, platform.audit_link, platform.audit_waiting')
  } finally {
    client.release(true)
  }
}

export async function benchExport(): Promise<Figure[]> {
  const program = await startProgram()
  try {
    const started = performance.now()
    const answer = await fetch(`${program.address}/data/values.csv`)
    let lines = 0
    for await (const chunk of answer.body ?? []) {
      for (const byte of chunk) if (byte === 10) lines += 1
      if (lines >= million) break
    }
    const taken = performance.now() - started
    const megabytes = program.peakMemory() / 2 ** 20
    const measured = `${lines.toLocaleString('en')} rows in ${ms(taken)}, peak memory of the whole process ${megabytes.toFixed(0)} MB`
    return [
      {
        bar: 12,
        what: 'export of 1,000,000 values as CSV over HTTP',
        measured,
        promised: '< 300 MB',
        holds: lines >= million && megabytes < 300,
      },
    ]
  } finally {
    await program.stop()
  }
}
