/** Decisions from files on real trees: the published tables give exactly the tree of the packs; every mistake is told at its row. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import exceljs from 'exceljs'
import { describe, expect, test, vi } from 'vitest'
import { loadCatalogue } from '#modules/indicators'
import { loadPlan } from '#modules/plan'
import {
  approveReform,
  importReformFile,
  previewOperation,
  proposeReform,
  reformOperation,
} from '#modules/reorganisation'
import { operatorCaller } from '#platform/authority.ts'
import type { Database } from '#platform/database/index.ts'
import { perform } from '#platform/operation.ts'
import { testDatabase } from '#test/database.ts'
import { testMachine } from '#test/machine.ts'
import { hanoi } from '#test/worlds/hanoi.ts'
import { hanoiBefore } from '#test/worlds/hanoi-then.ts'
import { smallCity } from '#test/worlds/small-city.ts'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

const shared = join(import.meta.dirname, '../../shared/data')
const operator = operatorCaller('command')

/** The places of a day with all that makes them: code, name, type, parent; and every step of that day, without its basis. */
async function treeOn({ pool }: Database, day: string) {
  const units = await pool.query(
    `select unit.code, unit.kind, version.name, version.full_name, version.type, parent.code as parent
     from organisation.unit join organisation.unit_version version on version.unit_id = unit.id
     left join organisation.unit parent on parent.id = version.parent_id
     where version.valid_from <= $1 and version.valid_to > $1 and unit.kind <> 'agency' order by unit.code`,
    [day],
  )
  const steps = await pool.query(
    `select former.code as "from", next.code as "to", next.opened_on::text as opened, step.part, step.share::float8 as share,
       step.population_moves as people
     from organisation.succession step
     join organisation.unit former on former.id = step.from_id join organisation.unit next on next.id = step.to_id
     where step.effective_on = $1 and former.kind <> 'agency' order by 1, 2`,
    [day],
  )
  return { units: units.rows, steps: steps.rows }
}

describe.each([
  ['2025-01-01', 'stays', 526, 88, 33, 86],
  ['2025-07-01', 'ends', 126, 795, 126, 556],
] as const)('the published table of %s', (day, levelAbove, communes, steps, opened, ended) => {
  const file = join(shared, `hanoi_commune_mapping_${day}.csv`)

  test.skipIf(!existsSync(file))(`gives the tree of the pack (skipped where the table is absent)`, async () => {
    const database = await testDatabase(hanoiBefore(day))
    const machine = await testMachine(database)
    await perform(machine, loadCatalogue, operator, { pack: 'hanoi' })
    await perform(machine, loadPlan, operator, { pack: 'hanoi/plan-290' })
    const given = { on: day, title: 'Sắp xếp', basis: 'Nghị quyết', fileName: `${day}.csv`, levelAbove }
    const content = readFileSync(file).toString('base64')
    const imported = await perform(machine, importReformFile, operator, { ...given, content })
    expect(imported.problems).toEqual([])
    expect(imported).toMatchObject({ format: 'mapping', isSaved: true, counts: { passings: steps } })
    const { counts } = await perform(machine, previewOperation, operator, { id: imported.id })
    expect(counts).toMatchObject({ opened, ended, passings: steps })
    // The targets of the plan that count districts have nothing left to count.
    expect(counts.targets > 0).toBe(levelAbove === 'ends')
    const proposed = await perform(machine, proposeReform, operator, { id: imported.id, version: 1 })
    await perform(machine, approveReform, operator, proposed)

    const made = await treeOn(database, day)
    const known = await treeOn(await testDatabase(hanoi), day)
    expect(made.units.filter((unit) => unit.kind === 'commune')).toHaveLength(communes)
    expect(made.units).toEqual(known.units)
    expect(made.steps).toHaveLength(steps)
    // The table of 2025-01-01 publishes no shares of parts.
    const comparable = (step: (typeof known.steps)[number]) =>
      day === '2025-01-01' && step.part === 'partial' ? { ...step, share: null } : step
    expect(made.steps).toEqual(known.steps.map(comparable))
  })
})

describe('files on the small city', () => {
  const head = { on: '2027-01-01', title: 'Sắp xếp', basis: 'Nghị quyết', fileName: 'a.csv' }
  const machine = testDatabase(smallCity).then((database) => testMachine(database))
  const takes = async (bytes: Uint8Array, more: object = {}) => {
    const content = Buffer.from(bytes).toString('base64')
    return perform(await machine, importReformFile, operator, { ...head, ...more, content })
  }
  const text = (content: string) => new TextEncoder().encode(content)
  const told = async (content: string) => {
    const { isSaved, problems } = await takes(text(content))
    return [isSaved, ...problems.map(({ line, column, en }) => `${line} ${column}: ${en}`)]
  }

  const template = 'Hành động;Mã;Tên;Trực thuộc;Từ;Đến\r\nđổi tên;102;Xã Núi;;;\r\nnhập;;;;103;phường sông\r\n'

  test.each([
    ['semicolons, headings with tones', text(template)],
    ['a byte order mark', text(`\uFEFF${template}`)],
    ['UTF-16 as Excel writes “Unicode text”', Buffer.from(`\uFEFF${template.replaceAll(';', '\t')}`, 'utf16le')],
  ])('is taken: %s', async (_, bytes) => {
    const imported = await takes(bytes)
    expect(imported).toMatchObject({ isSaved: true, format: 'acts', rows: 2, acts: 2, problems: [] })
    expect(imported.counts).toMatchObject({ ended: 1, revised: 1, passings: 1 })
  })

  test('an Excel file is taken, with a title above its headings', async () => {
    const book = new exceljs.Workbook()
    book
      .addWorksheet('Sắp xếp')
      .addRows([
        ['Sắp xếp năm 2027'],
        ['ma_cu', 'ma_moi', 'ten_moi', 'phan', 'ty_le'],
        [],
        ['103', '101', 'Phường Sông', 'toàn bộ', 1],
      ])
    const imported = await takes(new Uint8Array(await book.xlsx.writeBuffer()), { fileName: 'a.xlsx' })
    expect(imported).toMatchObject({ isSaved: true, format: 'mapping', rows: 1, acts: 2 })
  })

  test.each([
    [
      'Windows-1258',
      Uint8Array.of(0x50, 0x68, 0xfd, 0xf5, 0xcc, 0x6e, 0x67, 0x2c, 0x31),
      'reorganisation.wrongEncoding',
    ],
    ['a picture', Uint8Array.of(0x00, 0x01, 0x02, 0x00), 'reorganisation.notTable'],
    ['open quotes', text('act,code\n"close,103\n'), 'reorganisation.quotesOpen'],
    ['a broken Excel file', Uint8Array.of(0x50, 0x4b, 0x03, 0x04, 0x00), 'documents.broken'],
  ])('is refused as a whole: %s', async (_, bytes, code) => {
    await expect(takes(bytes)).rejects.toThrow(code)
  })

  test.each<[string, string, unknown[]]>([
    ['nothing', '', [false, 'null null: The file has no rows.']],
    ['only headings', 'act,code\n', [false, 'null null: The file has no rows.']],
    ['a missing column', 'old_code,new_code,new_name\n1,2,3\n', [false, 'null null: The file lacks the column part.']],
    ['a column twice', 'act,code,ma\nclose,103,103\n', [false, 'null null: The column code stands twice.']],
    [
      'no headings of ours',
      'a,b\n1,2\n',
      [
        false,
        'null null: The columns of the file are not known. It needs the column act (our template), or old_code, new_code, new_name and part (a table of what became what). It has: a, b.',
      ],
    ],
    [
      'mistakes in several rows, each at its line and heading',
      'Mã cũ,Mã mới,Tên mới,Phần\n777,101,Phường Sông,toàn bộ\n\n103,101,Phường Sông,nửa\n',
      [
        false,
        '2 Mã cũ: On the day before there is no unit with the code or name “777”.',
        '4 Phần: “nửa” is not understood: write full or partial.',
      ],
    ],
    [
      'what does not fit the tree stands at its row',
      'act,code,from,to,share\nclose,103,,,\ntransfer,,101,102,0.7\ntransfer,,101,103,0.6\n',
      [false, '4 null: On 2027-01-01 no unit bears the code 103.'],
    ],
    [
      'more than the whole',
      'act,from,to,share\ntransfer,101,102,0.7\ntransfer,101,103,0.6\n',
      [false, '2 null: The parts of Phường Sông come to 130%: more than the whole.'],
    ],
  ])('tells: %s', async (_, content, said) => {
    expect(await told(content)).toEqual(said)
  })

  test('nothing is kept of a file with problems, and its rows come back to be mended', async () => {
    const before = await takes(text(template))
    const wrong = await takes(text('act,code\nclose,777\n'), { id: before.id, mode: 'replace' })
    expect(wrong).toMatchObject({ isSaved: false, id: before.id, problemCount: 1 })
    expect(wrong.sheet).toEqual([
      { line: 1, cells: ['act', 'code'] },
      { line: 2, cells: ['close', '777'] },
    ])
    const added = await takes(text('act,code,name\nrename,101,Suối\n'), { id: before.id })
    expect(added).toMatchObject({ isSaved: true, acts: 1 })
    const { acts } = await perform(await machine, reformOperation, operator, { id: before.id })
    expect(acts.map((act) => act.act)).toEqual(['rename', 'merge', 'rename'])
  })
})
