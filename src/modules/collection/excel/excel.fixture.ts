/** A ward's form as Excel, for tests: downloaded, changed with exceljs as people and programs do, and uploaded. */
import { PassThrough } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import exceljs, { type CellValue, type Workbook, type Worksheet } from 'exceljs'
import { ProblemError, describe as tell } from '#kernel/problem.ts'
import { writeWorkbook } from '#platform/documents/workbook.ts'
import type { Operation } from '#platform/operation.ts'
import { perform } from '#platform/perform.ts'
import { testDatabase } from '#test/database.ts'
import { testMachine } from '#test/machine.ts'
import { type HanoiPerson, hanoi, hanoiCaller } from '#test/worlds/hanoi.ts'
import { openRound } from '../rounds/rounds.operations.ts'
import { saveCells } from '../submissions/entry.operations.ts'
import { submissionOperation } from '../submissions/submission-contents.operations.ts'
import { excelColumns, type Imported } from './excel.model.ts'
import { excelCode, excelRows, headingsOf } from './excel.rules.ts'
import { importWorkbook } from './excel-intake.operations.ts'

const query = { round: 2026, unit: '00004' }

/** Ba Đình's form of an open round of 2026; `documents_issued` is row 6 and `inspections` row 7 of its file. */
export class FormDesk {
  book = new exceljs.Workbook()
  readonly #database
  readonly #machine

  private constructor(
    database: Awaited<ReturnType<typeof testDatabase>>,
    machine: Awaited<ReturnType<typeof testMachine>>,
  ) {
    this.#database = database
    this.#machine = machine
  }

  static async open(): Promise<FormDesk> {
    const database = await testDatabase(hanoi)
    const machine = await testMachine(database)
    await perform(machine, openRound, await hanoiCaller(database, 'quan-tri'), { year: 2026 })
    return new FormDesk(database, machine)
  }

  get page(): Worksheet {
    const [page] = this.book.worksheets
    if (!page) throw new Error('the form has no sheet')
    return page
  }

  async #as<I, O>(person: HanoiPerson, operation: Operation<I, O>, input: unknown): Promise<O> {
    return perform(this.#machine, operation, await hanoiCaller(this.#database, person), input)
  }

  async stored(measure: string) {
    const { cells } = await this.#as('ba-dinh', submissionOperation, query)
    const cell = cells.find((each) => each.measure === measure && each.category === 'total')
    return cell && { entry: cell.entry, amount: cell.amount, note: cell.note }
  }

  /** Sets cells of the page, whatever stood there, and downloads the form anew. */
  async onPage(figures: Record<string, string>, note?: string): Promise<void> {
    const { cells } = await this.#as('ba-dinh', submissionOperation, query)
    const changes = Object.entries(figures).map(([measure, entry]) => {
      const before = cells.find((cell) => cell.measure === measure && cell.category === 'total')
      return { measure, entry, note, version: before?.version ?? 0 }
    })
    await this.#as('ba-dinh', saveCells, { ...query, cells: changes })
    await this.download()
  }

  async download(language: 'vi' | 'en' = 'vi', code = excelCode(2026, '00004', 'commune-2026')): Promise<void> {
    const headings = headingsOf(2026)
    const columns = excelColumns.map((key) => {
      const kind = ['now', 'last', 'version'].includes(key) ? ('number' as const) : ('text' as const)
      return { key, header: headings[key][language], width: 10, kind }
    })
    const out = new PassThrough()
    const rows = excelRows(await this.#as('ba-dinh', submissionOperation, query), language)
    const sheet = { name: '2026', title: 'Biểu', note: `Mã biểu: ${code}. Chỉ nhập số.`, columns, rows }
    const [bytes] = await Promise.all([buffer(out), writeWorkbook([sheet], out)])
    this.book = new exceljs.Workbook()
    await this.book.xlsx.load(bytes as unknown as ArrayBuffer)
  }

  async upload(book: Workbook = this.book): Promise<Imported> {
    const content = Buffer.from(await book.xlsx.writeBuffer()).toString('base64')
    return this.#as('ba-dinh', importWorkbook, { ...query, content })
  }

  /** What is said of a file that is refused whole. */
  async refusal(): Promise<string> {
    try {
      await this.upload()
    } catch (error) {
      if (error instanceof ProblemError) return error.problems.map((problem) => tell('vi', problem)).join(' ')
      throw error
    }
    throw new Error('it was taken')
  }

  /** The row of a measure in the file. */
  rowOf(measure: string): number {
    let count = 0
    this.page.eachRow((row, number) => {
      if (row.getCell(1).value === measure && count === 0) count = number
    })
    return count
  }

  put(measure: string, value: unknown, column = 7): void {
    this.page.getCell(this.rowOf(measure), column).value = value as CellValue
  }
}

export function told({ problems }: Imported): string[] {
  return problems.map(({ address, words }) => `${address}: ${words.vi}`)
}

export function untold({ unread }: Imported): string[] {
  return unread.map(({ address, words }) => `${address}: ${words.vi}`)
}
