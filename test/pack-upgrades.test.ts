/** A newer pack reaches a running city: new rows come, changed ones follow, dropped ones end, and what the city changed itself stays and is told. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import type { Machine } from '#app/engine.ts'
import { packOperations } from '#app/modules.ts'
import { createApp } from '#app/server.ts'
import { ProblemError } from '#kernel/problem.ts'
import { listIndicatorsOperation } from '#modules/indicators'
import { unitOperation } from '#modules/organisation'
import { operatorCaller } from '#platform/authority.ts'
import { perform } from '#platform/perform.ts'
import { testDatabase } from '#test/database.ts'
import { testMachine } from '#test/machine.ts'
import { hanoi, hanoiCaller } from '#test/worlds/hanoi.ts'
import { call } from './upgrades/used.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 })

const operator = operatorCaller('command')
const database = await testDatabase(hanoi)
const folder = mkdtempSync(join(tmpdir(), 'hieuhoc-packs-'))
afterAll(() => rmSync(folder, { recursive: true }))
cpSync(join(import.meta.dirname, '../packs'), folder, { recursive: true })
let machine: Machine
beforeAll(async () => {
  machine = await testMachine(database, { settings: { packFolder: folder } })
})

type Pack = Record<string, unknown> & { version: number }

/** The next version of a file. */
function change<Content>(file: string, edit: (pack: Content) => void): void {
  const path = join(folder, `${file}.json`)
  const pack = JSON.parse(readFileSync(path, 'utf8')) as Pack
  edit(pack as Content)
  writeFileSync(path, JSON.stringify({ ...pack, version: pack.version + 1 }))
}

const diff = async () => {
  const { kinds } = await perform(machine, packOperations.packs, operator, {})
  return kinds.flatMap(({ rows }) => rows)
}
const lines = async () => (await diff()).map(({ key, state, fields }) => `${state} ${key} ${fields}`.trim()).sort()
const apply = async () => (await perform(machine, packOperations.applyPacks, operator, {})).applications
const counts = async () =>
  (await apply()).flatMap(({ kind, newRows, changedRows, endedRows, ownRows }) => {
    const line = [newRows, changedRows, endedRows, ownRows]
    return line.some(Boolean) ? [`${kind} ${line}`] : []
  })
const one = async (text: string) => (await database.pool.query(text)).rows[0]

test('a city that was just filled has everything; it is written down once', async () => {
  expect(await lines()).toEqual([])
  const applications = await apply()
  expect(applications.map(({ kind }) => kind)).toEqual([
    'reorganisation.agency',
    'indicators.dimension',
    'indicators.category',
    'indicators.term',
    'indicators.measure',
    'indicators.measureRule',
    'indicators.indicator',
    'collection.form',
  ])
  expect(await apply()).toEqual([])
  const { count } = await one('select count(*)::int as count from platform.pack_row')
  expect(count).toBeGreaterThan(250)
})

interface Rows {
  rows: Record<string, unknown>[]
}

describe('measures, indicators and terms', () => {
  test('new, changed and dropped rows; the city’s own stays, and is told', async () => {
    change<Rows>('vietnam/measures', (pack) => {
      const [first] = pack.rows
      pack.rows.splice(1, 0, { ...first, code: 'reading_rooms', kind: 'count', aggregate: 'sum' })
      const named = (code: string) => pack.rows.find((row) => row.code === code) ?? {}
      named('inspections').name = { vi: 'Số cuộc kiểm tra, giám sát', en: 'Inspections' }
      named('documents_issued').name = { vi: 'Văn bản trong gói', en: 'Documents of the pack' }
    })
    change<Rows>('vietnam/indicators', (pack) => {
      pack.rows = pack.rows.filter(({ code }) => code !== 'literacy_standard_level')
    })
    await database.pool.query(
      `update indicators.measure set name_vi = 'Văn bản của thành phố' where code = 'documents_issued'`,
    )
    expect(await lines()).toEqual([
      'changed inspections nameVi',
      'ended literacy_standard_level',
      'new reading_rooms',
      'own documents_issued nameVi,nameEn',
    ])
    expect(await counts()).toEqual(['indicators.measure 1,1,0,1', 'indicators.indicator 0,0,1,0'])
    expect((await lines()).map((line) => line.split(' ').slice(0, 2).join(' '))).toEqual(['own documents_issued'])
    const { indicators, measures } = await perform(machine, listIndicatorsOperation, operator, {})
    expect(indicators.find(({ code }) => code === 'literacy_standard_level')?.endedOn).toBe('2026-11-02')
    expect(measures.map(({ code }) => code).slice(0, 3)).toContain('reading_rooms')
    expect(measures.find(({ code }) => code === 'inspections')?.name.vi).toBe('Số cuộc kiểm tra, giám sát')
    expect(measures.find(({ code }) => code === 'documents_issued')?.name.vi).toBe('Văn bản của thành phố')
  })

  test('what ended comes back when a pack has it again', async () => {
    change<Rows>('vietnam/indicators', (pack) => {
      const original = JSON.parse(readFileSync(join(import.meta.dirname, '../packs/vietnam/indicators.json'), 'utf8'))
      pack.rows = original.rows
    })
    expect(await counts()).toEqual(['indicators.indicator 1,0,0,0'])
    const { indicators } = await perform(machine, listIndicatorsOperation, operator, {})
    expect(indicators.filter(({ endedOn }) => endedOn)).toEqual([])
  })

  test('an older file is left alone', async () => {
    const path = join(folder, 'vietnam/terms.json')
    const text = readFileSync(path, 'utf8')
    change<{ dimensions: unknown[] }>('vietnam/terms', () => undefined)
    await apply()
    writeFileSync(path, text.replace('Giới tính', 'Giới'))
    const { kinds } = await perform(machine, packOperations.packs, operator, {})
    expect(kinds.filter(({ isOlder }) => isOlder).map(({ kind }) => kind)).toEqual([
      'indicators.dimension',
      'indicators.category',
      'indicators.term',
    ])
    expect(await apply()).toEqual([])
  })
})

describe('on the page', () => {
  test('an administrator sees what stayed, and takes the pack’s; not one that has changed meanwhile', async () => {
    const caller = await hanoiCaller(database, 'quan-tri')
    const app = createApp(machine, async () => caller)
    const page = await (await app.request('/system/packs')).text()
    for (const text of ['documents_issued', 'Văn bản trong gói', 'Văn bản của thành phố', 'vietnam/measures'])
      expect(page).toContain(text)
    const [row] = await diff()
    const input = { kind: 'indicators.measure', key: 'documents_issued' }
    const stale = perform(machine, packOperations.takePackRow, caller, { ...input, version: 'x' })
    await expect(stale).rejects.toThrow(ProblemError)
    const form = new URLSearchParams({ ...input, version: row?.version ?? '', _key: 'k1' })
    const answer = await app.request('/system/packs/take', {
      method: 'POST',
      body: form,
      headers: { 'content-type': 'application/x-www-form-urlencoded', origin: 'http://localhost' },
    })
    expect(answer.status).toBe(303)
    expect(await lines()).toEqual([])
    const { name_vi: name } = await one(`select name_vi from indicators.measure where code = 'documents_issued'`)
    expect(name).toBe('Văn bản trong gói')
  })
})

describe('forms', () => {
  interface Forms {
    sections: { form: string; section: string; measures: unknown[] }[]
  }
  test('a changed form is a new version; a round that is open keeps its own, the next takes the new one', async () => {
    const round = (year: number) => ({ year, opensOn: `${year}-10-01`, dueOn: `${year}-12-20` })
    await call(machine, 'collection.openRound', round(2026))
    change<Forms>('vietnam/forms', (pack) => {
      pack.sections
        .find(({ form, section }) => form === 'commune-2026' && section === 'steering')
        ?.measures.push('reading_rooms')
    })
    expect(await lines()).toEqual(['changed commune-2026 rows'])
    expect(await counts()).toEqual(['collection.form 0,1,0,0'])
    const used = `select string_agg(distinct form.version::text, ',') as versions from collection.submission
      join collection.form on form.id = form_id join collection.round on round.id = round_id
      where form.code = 'commune-2026' and round.year = `
    await call(machine, 'collection.openRound', round(2027))
    expect([await one(`${used} 2026`), await one(`${used} 2027`)]).toEqual([{ versions: '1' }, { versions: '2' }])
  })
})

describe('agencies', () => {
  interface Agencies {
    columns: string[]
    rows: unknown[][]
  }
  test('a new one opens, a renamed one follows, one that ends is closed, all by decisions; one that the city renamed stays', async () => {
    change<Agencies>('hanoi/agencies', (pack) => {
      const nameOf = pack.columns.indexOf('nameVi')
      const byCode = (code: string) => pack.rows.find((row) => row[0] === code) ?? []
      const added = [...byCode('SGDDT')]
      added[0] = 'SDL'
      added[nameOf] = 'Sở Du lịch'
      added[pack.columns.indexOf('validFrom')] = '2026-10-01'
      pack.rows.push(added)
      byCode('SYT')[nameOf] = 'Sở Y tế và Dân số'
      byCode('HCCB')[pack.columns.indexOf('validTo')] = '2027-01-01'
    })
    expect(await lines()).toEqual(['changed HCCB validTo', 'changed SYT name', 'new SDL'])
    expect(await counts()).toEqual(['reorganisation.agency 1,2,0,0'])
    expect(await lines()).toEqual([])
    const unit = (code: string, on: string) => perform(machine, unitOperation, operator, { code, on })
    expect((await unit('SDL', '2026-11-28')).name).toBe('Sở Du lịch')
    expect((await unit('SYT', '2026-11-28')).name).toBe('Sở Y tế và Dân số')
    await expect(unit('HCCB', '2027-01-02')).rejects.toThrow(ProblemError)
    const { count } = await one(
      `select count(*)::int as count from organisation.decision where basis like 'packs/hanoi/agencies.json%'`,
    )
    expect(count).toBe(3)
  })
})
