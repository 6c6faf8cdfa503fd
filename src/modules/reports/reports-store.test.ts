/** Reports while they are written and once they are frozen: which version stands, who saved since, which files are kept, case by case. */
import { describe, expect, test } from 'vitest'
import { newId } from '#kernel/id.ts'
import type { Tx } from '#platform/database/index.ts'
import { testDatabase } from '#test/database.ts'
import { smallRound } from '#test/worlds/small-round.ts'
import { afterAnother, openStores } from '#test/worlds/stores.ts'
import type { Narrative } from './reports.model.ts'
import * as store from './reports.store.ts'

const at = new Date('2026-11-20T02:00:00Z')
const { database, within } = await openStores()
const hashOf = (sign: string) => sign.repeat(64)

async function draft(year: number): Promise<string> {
  const id = newId()
  await within((tx) => store.holdDraft(tx, { id, year, at }))
  return id
}
const save = (reportId: string, version: number, by?: string) =>
  within((tx) => {
    const texts = { direction: `Bản ${version}` } as Narrative
    return store.insertNarrative(tx, { reportId, version, texts, ...(by && { by }), byName: `Người ${version}`, at })
  })
const frozen = (reportId: string, year: number) => ({
  ...{ reportId, isSample: false, at, data: { of: year }, inputs: { on: year }, hash: hashOf('a') },
  head: { number: 9, symbol: 'BC-UBND', issuedOn: `${year}-12-20`, signatory: 'Trần Thị Bưởi' },
  audit: { seq: 7, hash: 'x' },
})
async function freeze(year: number): Promise<string> {
  const id = await draft(year)
  await within((tx) => store.freeze(tx, frozen(id, year) as unknown as store.Frozen))
  return id
}
const stands = async (year: number) =>
  (await within((tx) => store.findReport(tx, { year }))).map(({ id, state, version, texts, savedBy }) => [
    ...[id, state, version, texts?.direction ?? null, savedBy],
  ])

describe('a draft', () => {
  test('is begun once a year, and has nothing written in it at first', async () => {
    const id = await draft(2026)
    await draft(2026)
    expect(await stands(2026)).toEqual([[id, 'draft', 0, null, null]])
    expect(await stands(2025)).toEqual([])
  })

  test('stands as it was saved last, whichever came first to the table', async () => {
    const [id, other] = [await draft(2026), await draft(2027)]
    for (const version of [1, 3, 2]) await save(id, version)
    await save(other, 9)
    expect(await stands(2026)).toEqual([[id, 'draft', 3, 'Bản 3', 'Người 3']])
  })

  test('as of a version is what was written then, with who has saved since', async () => {
    const [id, other, an] = [await draft(2026), await draft(2027), newId()]
    await save(id, 1, an)
    await save(id, 2)
    await save(id, 3, an)
    await save(other, 9, newId())
    const written = async (version: number) => {
      const [row] = await within((tx) => store.findWritten(tx, { reportId: id, version }))
      return [row?.texts?.direction ?? null, [...(row?.savedSinceBy ?? [])].sort()]
    }
    expect(await written(0)).toEqual([null, [an, an, null].sort()])
    expect(await written(1)).toEqual(['Bản 1', [an, null].sort()])
    expect(await written(3)).toEqual(['Bản 3', []])
  })

  test('is begun by one of two who begin at once, and both go on with that one', async () => {
    const { kysely } = await testDatabase(smallRound)
    const begin = () =>
      kysely.transaction().execute(async (tx) => {
        const id = newId()
        await store.holdDraft(tx, { id, year: 2026, at })
        const [standing] = await store.findReport(tx, { year: 2026 })
        await store.insertNarrative(tx, {
          ...{ reportId: standing?.id ?? '', version: (standing?.version ?? 0) + 1, texts: {} as Narrative },
          ...{ byName: 'Ai', at },
        })
        return standing?.id
      })
    const ids = await Promise.all([begin(), begin(), begin()])
    expect(new Set(ids).size).toBe(1)
    const [row] = await kysely.transaction().execute((tx) => store.findReport(tx, { year: 2026 }))
    expect(row?.version).toBe(3)
  })
})

describe('a frozen report', () => {
  test('is listed, the latest year first; drafts are not', async () => {
    for (const year of [2025, 2027, 2026]) {
      const id = await draft(year)
      await within((tx) => store.freeze(tx, frozen(id, year) as unknown as store.Frozen))
    }
    await draft(2028)
    const rows = await within((tx) => store.listFrozen(tx))
    expect(rows.map(({ year, issuedOn, signatory }) => [year, issuedOn, signatory])).toEqual([
      [2027, '2027-12-20', 'Trần Thị Bưởi'],
      [2026, '2026-12-20', 'Trần Thị Bưởi'],
      [2025, '2025-12-20', 'Trần Thị Bưởi'],
    ])
  })

  test('is read of its year alone, as it was written; of a draft nothing is', async () => {
    await freeze(2026)
    await freeze(2025)
    await draft(2027)
    const [proof] = await within((tx) => store.findFrozenProof(tx, { year: 2026 }))
    expect(proof).toMatchObject({
      year: 2026,
      number: 9,
      hash: hashOf('a'),
      auditSeq: 7,
      auditHash: 'x',
      frozenAt: at.toISOString().replace('.000Z', '+00:00'),
    })
    const [held] = await within((tx) => store.findFrozen(tx, { year: 2026 }))
    expect([held?.data, held?.inputs]).toEqual([{ of: 2026 }, { on: 2026 }])
    const [text] = await within((tx) => store.findFrozenText(tx, { year: 2026 }))
    expect([text?.data, text?.inputs]).toEqual(['{"of": 2026}', '{"on": 2026}'])
    const ofDraft = { year: 2027 }
    expect(await within((tx) => store.findFrozenProof(tx, ofDraft))).toEqual([])
    expect(await within((tx) => store.findFrozen(tx, ofDraft))).toEqual([])
    expect(await within((tx) => store.findFrozenText(tx, ofDraft))).toEqual([])
    expect((await stands(2026))[0]?.[1]).toBe('frozen')
  })

  test('is changed by nobody any more', async () => {
    const id = await freeze(2026)
    await expect(within((tx) => store.freeze(tx, frozen(id, 2026) as unknown as store.Frozen))).rejects.toThrow()
    const again = database.pool.query(`update reports.report set number = 10 where id = $1`, [id])
    await expect(again).rejects.toThrow('report 2026 is frozen')
  })
})

describe('the files of a report', () => {
  const keep = (reportId: string, format: 'docx' | 'xlsx', sign: string) =>
    within((tx) => store.keepFile(tx, { reportId, format, file: hashOf(sign), at }))
  const file = async (year: number, format: 'docx' | 'xlsx') =>
    (await within((tx) => store.findFile(tx, { year, format }))).map((row) => [row.reportId, row.file?.[0] ?? null])

  test('are kept each in its format; one written anew takes the place; of a draft there is none', async () => {
    const [id, other] = [await freeze(2026), await freeze(2025)]
    await draft(2027)
    expect([await file(2026, 'docx'), await file(2027, 'docx')]).toEqual([[[id, null]], []])
    await keep(id, 'docx', 'b')
    await keep(other, 'xlsx', 'c')
    expect([await file(2026, 'docx'), await file(2026, 'xlsx'), await file(2025, 'xlsx')]).toEqual([
      ...[[[id, 'b']], [[id, null]], [[other, 'c']]],
    ])
    await keep(id, 'docx', 'd')
    expect(await file(2026, 'docx')).toEqual([[id, 'd']])
  })

  test('are named once each, however many reports they are of', async () => {
    const [id, other] = [await freeze(2026), await freeze(2025)]
    await keep(id, 'docx', 'b')
    await keep(other, 'docx', 'b')
    await keep(id, 'xlsx', 'c')
    const names = async (name?: string) =>
      (await within((tx) => store.reportFiles(tx, { name }))).map((row) => row.name[0]).sort()
    expect([await names(), await names(hashOf('c')), await names('e')]).toEqual([['b', 'c'], ['c'], []])
  })

  test('are written by one at a time: the second waits, and finds what the first kept', async () => {
    const shared = await testDatabase(smallRound)
    const id = newId()
    await shared.kysely.transaction().execute(async (tx) => {
      await store.holdDraft(tx, { id, year: 2026, at })
      await store.freeze(tx, frozen(id, 2026) as unknown as store.Frozen)
    })
    const holds = (tx: Tx) => store.holdFiles(tx, 2026)
    const writes = (tx: Tx) => store.keepFile(tx, { reportId: id, format: 'docx', file: hashOf('b'), at })
    const files = await afterAnother(shared, { holds, writes }, async (tx) => {
      await store.holdFiles(tx, 2026)
      return store.findFile(tx, { year: 2026, format: 'docx' })
    })
    expect(files.map(({ file }) => file)).toEqual([hashOf('b')])
  })
})
