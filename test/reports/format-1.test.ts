/**
 * A report that was frozen before figures led back to their values (snapshot of format 1) reads, verifies and renders as ever. The
 * files are compared with what the first version wrote: whoever changes how documents look gives new reports a new format.
 */
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import type { Machine } from '#app/engine.ts'
import { createIdentify } from '#app/identify.ts'
import { createApp } from '#app/server.ts'
import { renderReport, reportOperation, verifyReport } from '#modules/reports'
import type { Caller } from '#platform/authority.ts'
import type { Database } from '#platform/database/index.ts'
import { listEntries } from '#platform/documents/zip.ts'
import { perform } from '#platform/perform.ts'
import { projectRoot } from '#platform/root.ts'
import { testDatabase } from '#test/database.ts'
import { testMachine } from '#test/machine.ts'
import { webClient } from '#test/web-client.ts'

const anybody: Caller = { via: 'web', from: '192.0.2.9' }
const year = 2026
/** Over the canonical JSON of year, head, data, inputs and an audit chain that had not begun. */
const hash = 'b82b13f42ae7fb245be746f596f5eefd60f3fb1258979f0279adde4604914c53'
let database: Database
let machine: Machine

beforeAll(async () => {
  database = await testDatabase('migrated')
  machine = await testMachine(database)
  const file = await readFile(join(projectRoot, 'test', 'reports', 'format-1.json'), 'utf8')
  const { head, data, inputs } = JSON.parse(file) as Record<string, Record<string, unknown>>
  const id = '01a00000-0000-7000-8000-000000000010'
  await database.pool.query(
    `insert into reports.report (id, year, kind, state, number, symbol, issued_on, head, is_sample, created_at, frozen_at)
     values ($1, $2, 'yearly', 'frozen', $3, $4, $5, $6, false, now(), now())`,
    [id, year, head?.number, head?.symbol, head?.issuedOn, head],
  )
  await database.pool.query(
    `insert into reports.snapshot (report_id, data, inputs, hash, audit_seq, audit_hash) values ($1, $2, $3, $4, 0, '')`,
    [id, data, inputs, hash],
  )
})

test('is read and verified as it was frozen', async () => {
  const { snapshot, inputs } = await perform(machine, reportOperation, anybody, { year })
  expect(snapshot.format).toBeUndefined()
  expect(inputs.used).toBeUndefined()
  expect(await perform(machine, verifyReport, anybody, { year })).toMatchObject({ isIntact: true, computed: hash })
})

test.each([
  ['docx', '009ac61bb80b17feba91e23d44509a251388cafd5a2ff3084686f6ec6e0134d6'],
  ['xlsx', '98091f803a18d1290c35c2d0aa4c42fef60c424f19d7401767fbaa0c5553e67e'],
  ['html', '0620e7692c0f35679b15924e372116f472ee9b981adc43d504472d588cf2c331'],
] as const)('gives the %s that it always gave', async (format, expected) => {
  const { content } = await perform(machine, renderReport, anybody, { year, format })
  expect(contentHash(Buffer.from(content, 'base64'), format)).toBe(expected)
})

/** Of an archive, over names and checksums of what is in it: packing may differ between machines, what is packed may not. */
function contentHash(bytes: Uint8Array, format: string): string {
  const isArchive = format !== 'html'
  const told = isArchive ? listEntries(bytes).map(({ name, checksum }) => `${name} ${checksum}`) : [bytes]
  const sum = createHash('sha256')
  for (const each of told) sum.update(each)
  return sum.digest('hex')
}

test('the values of its submissions are found from the value, as far as it recorded them', async () => {
  const migration = await readFile(
    join(projectRoot, 'src', 'modules', 'reports', 'migrations', '002_used_values.sql'),
    'utf8',
  )
  const [, backfill = ''] = migration.split('-- Of reports frozen before: the values of the submissions.')
  await database.pool.query(backfill.replace('reports.used_value', 'reports.value_usage'))
  const { rows } = await database.pool.query('select unit_code, value_id, use from reports.value_usage')
  expect(rows).toEqual([{ unit_code: '1', value_id: '01a00000-0000-7000-8000-000000000002', use: 'reported' }])
})

test('its pages open: the document without links, its units with their values', async () => {
  const app = createApp(machine, createIdentify(machine))
  const page = await webClient(app).open(`/reports/${year}`)
  expect([page.status, page.text]).toEqual([200, expect.stringContaining('07/BC-UBND')])
  const paper = /<article class="official"[\s\S]*<\/article>/.exec(page.html)?.[0] ?? ''
  expect(paper).toContain('Phường 1')
  expect(paper).not.toContain('<a href')
  const unit = await webClient(app).open(`/reports/${year}/units/1`)
  expect(unit.html).toContain('href="/values/1/01a00000-0000-7000-8000-000000000002"')
})
