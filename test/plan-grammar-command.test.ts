/** `./hieuhoc plan import --dry-run`: what it prints, how it ends, and that it needs no database. */
import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Document, Packer, Paragraph, Table, TableCell, TableRow } from 'docx'
import { describe, expect, test } from 'vitest'
import { Draft } from '#modules/official-texts'
import { openTerminal } from './commands/run.ts'

const terminal = openTerminal()
const plan = join(import.meta.dirname, 'plans/lam-ha.txt')

describe('plan import --dry-run', { timeout: 60_000 }, () => {
  test('prints the draft as JSON and opens no database', async () => {
    const draft = Draft.parse(await terminal.json('plan', 'import', plan, '--dry-run'))
    expect([draft.document.symbol?.value, draft.targets.length, draft.duties.length]).toEqual(['45/KH-UBND', 9, 11])
    expect(existsSync(join(terminal.folder, 'data'))).toBe(false)
  })

  test('tells people the counts, and each doubt with its line', async () => {
    const { code, stdout } = await terminal.run(['plan', 'import', plan, '--dry-run'])
    expect(code).toBe(0)
    expect(stdout).toContain('9 targets, 11 duties')
    expect(stdout).toMatch(/line 36 P1\.2\.2\.đ unsure-target: Nâng cao chất lượng/)
  })

  test('reads Word files', async () => {
    const children = ['KẾ HOẠCH', 'Thử', 'I. MỤC TIÊU', '1. Đến năm 2030, 90% xã đạt chuẩn.', 'II. KINH PHÍ'].map(
      (line) => new Paragraph(line),
    )
    const file = join(terminal.folder, 'thu.docx')
    writeFileSync(file, await Packer.toBuffer(new Document({ sections: [{ children }] })))
    const draft = Draft.parse(await terminal.json('plan', 'import', file, '--dry-run'))
    expect(draft.targets.map(({ ref, year, value }) => [ref, year, value])).toEqual([['I.1', 2030, 90]])
  })

  test('reads tables of Word with merged cells: one target for each year', async () => {
    const cell = (text: string, columnSpan = 1, rowSpan = 1) =>
      new TableCell({ children: [new Paragraph(text)], columnSpan, rowSpan })
    const rows = [
      [cell('TT', 1, 2), cell('Chỉ tiêu', 1, 2), cell('ĐVT', 1, 2), cell('Lộ trình', 2)],
      [cell('Năm 2025'), cell('Năm 2030')],
      [cell('I'), cell('Xóa mù chữ', 4)],
      [cell('1'), cell('Tỷ lệ biết chữ'), cell('%'), cell('99,5'), cell('≥ 99,8')],
      [cell('Văn hóa đọc', 5)],
      [cell('2'), cell('Ngày hội sách'), cell(''), cell('x'), cell('Đạt')],
    ].map((children) => new TableRow({ children }))
    const [head, foot] = [['KẾ HOẠCH', 'Thử', 'I. MỤC TIÊU'], ['II. KINH PHÍ']].map((lines) =>
      lines.map((line) => new Paragraph(line)),
    )
    const children = [...(head ?? []), new Table({ rows }), ...(foot ?? [])]
    const file = join(terminal.folder, 'bang.docx')
    writeFileSync(file, await Packer.toBuffer(new Document({ sections: [{ children }] })))
    const draft = Draft.parse(await terminal.json('plan', 'import', file, '--dry-run'))
    expect(draft.targets.map(({ ref, year, comparator, value }) => [ref, year, comparator, value])).toEqual([
      ['I.I.1', 2025, '>=', 99.5],
      ['I.I.1', 2030, '>=', 99.8],
      ['I.2.2', 2025, 'yes', null],
      ['I.2.2', 2030, 'yes', null],
    ])
  })

  test('says why a text is no plan, ends with 1, and still prints what it read as JSON', async () => {
    const file = join(terminal.folder, 'bao-cao.txt')
    writeFileSync(file, 'BÁO CÁO\nKết quả năm 2026\nI. KẾT QUẢ\n1. Đạt 98%.\nII. KIẾN NGHỊ\n')
    const { code, stdout, stderr } = await terminal.run(['plan', 'import', file, '--dry-run', '--json'])
    expect(code).toBe(1)
    expect(JSON.parse(stdout).document).toMatchObject({ isPlan: false, reason: 'other-type' })
    expect(stderr).toContain('hieuhoc:')
  })

  test('refuses what is no text', async () => {
    const file = join(terminal.folder, 'anh.docx')
    writeFileSync(file, Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3]))
    const { code, stdout, stderr } = await terminal.run(['plan', 'import', file, '--dry-run'])
    expect([code, stdout]).toEqual([1, ''])
    expect(stderr).toContain('This is a picture')
  })
})
