/** The work of a November while things break: saving, sending, judging, uploading, reading plans, freezing; and what was acknowledged. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { projectRoot } from '#platform/root.ts'
import { type Person, signIn } from './people.ts'

/** What was acknowledged must be there in the end; what was under way may be. */
export interface Ledger {
  /** The last figure that a save was acknowledged for, and the last one sent. */
  savedCell: number
  sentCell: number
  /** Forms sent, approved, opened again; files uploaded; plans read; reports frozen. */
  readonly done: Record<string, number>
  /** What was refused in words, by the work and the name of its first problem. */
  readonly refused: Record<string, number>
  /** Answers that no honest work should meet. */
  readonly faults: string[]
}

const round = 2026
const [ward, otherWard] = ['00004', '00070']
const measure = 'documents_issued'

/** Works on until it is told to stop; every kind of work at its own pace, none waits for another. */
export async function workUntil(address: string, isOver: () => boolean, ledger: Ledger): Promise<void> {
  const [typist, other, judge, planner] = await Promise.all(
    ['ba-dinh', 'hoan-kiem', 'thanh-pho', 'quan-tri'].map((name) => signIn(address, name)),
  )
  if (!typist || !other || !judge || !planner) throw new Error('nobody came')
  const plan = (await readFile(join(projectRoot, 'test/plans/an-lac.txt'))).toString('base64')
  const lines = [
    () => saveCell(typist, ledger),
    () => takeStep(other, judge, ledger),
    () => uploadForm(typist, ledger),
    () => importPlan(planner, plan, ledger),
    () => freeze(judge, ledger),
  ]
  await Promise.all(
    lines.map(async (work) => {
      while (!isOver()) await work().catch((error: Error) => note(ledger, error.message))
    }),
  )
}

function note(ledger: Ledger, fault: string): void {
  if (ledger.faults.length < 20) ledger.faults.push(fault)
}

/** What a refused write is answered: the name of its first problem. */
interface Refusal {
  readonly title?: string
}

interface Answered {
  readonly status: number
  readonly answer: Refusal
}

function count(ledger: Ledger, what: string, { status, answer }: Answered): void {
  if (status === 200) ledger.done[what] = (ledger.done[what] ?? 0) + 1
  else if (isRefusal(status)) {
    const why = `${what}: ${answer.title}`
    ledger.refused[why] = (ledger.refused[why] ?? 0) + 1
  } else note(ledger, `${what}: ${status}`)
}

/** A refusal in words: somebody else was there first, or a rule stands against it. */
const isRefusal = (status: number) => [409, 413, 422].includes(status)

interface Cell {
  readonly measure: string
  readonly category: string
  readonly entry: string
  readonly version: number
}

async function cellOf(person: Person): Promise<Cell | undefined> {
  const cells = await person.read<readonly Cell[]>('collection.cells', { round, unit: ward })
  return cells.find((cell) => cell.measure === measure && cell.category === 'total')
}

async function saveCell(person: Person, ledger: Ledger): Promise<void> {
  const before = await cellOf(person)
  ledger.sentCell += 1
  const figure = ledger.sentCell
  const change = { measure, entry: String(figure), version: before?.version ?? 0 }
  const answered = await person.write<Refusal>('collection.saveCells', { round, unit: ward, cells: [change] })
  count(ledger, 'saved', answered)
  if (answered.status === 200) ledger.savedCell = figure
}

/** The figure as it stands at the end. */
export async function storedFigure(address: string): Promise<number> {
  return Number((await cellOf(await signIn(address, 'ba-dinh')))?.entry ?? 0)
}

interface Submission {
  readonly submission: { readonly state: string; readonly version: number; readonly contentVersion: number }
  readonly rows: readonly { readonly measure: string; readonly category: string }[]
}

/** Fills a form in, sends it, approves it, opens it again, whichever is next. */
async function takeStep(editor: Person, judge: Person, ledger: Ledger): Promise<void> {
  const at = { round, unit: otherWard }
  const { submission, rows } = await editor.read<Submission>('collection.submission', at)
  const { state, version, contentVersion } = submission
  const take = async (what: string, person: Person, input: object) =>
    count(ledger, what, await person.write<Refusal>(`collection.${what}`, { ...at, ...input }))
  if (state === 'sent') return take('approve', judge, { version })
  if (state === 'approved')
    return take('reopen', judge, { version, reason: 'Kiểm tra lại số liệu', dueOn: '2026-12-20' })
  if (state !== 'not-started') return take('send', editor, { contentVersion })
  // A note that says why there is no figure is enough to send the form.
  const cells = rows.map(({ measure, category }) => ({ measure, category, entry: '', note: 'Chưa có số', version: 0 }))
  return take('saveCells', editor, { cells })
}

/** The form as it was downloaded, uploaded again. */
async function uploadForm(person: Person, ledger: Ledger): Promise<void> {
  const file = await person.get(`/rounds/${round}/units/${ward}/excel`)
  const content = Buffer.from(await file.arrayBuffer()).toString('base64')
  count(ledger, 'upload', await person.write<Refusal>('collection.importWorkbook', { round, unit: ward, content }))
}

async function importPlan(person: Person, content: string, ledger: Ledger): Promise<void> {
  count(ledger, 'planRead', await person.write<Refusal>('plan.importPlan', { fileName: 'an-lac.txt', content }))
}

/** Frozen once; then only refused. */
async function freeze(person: Person, ledger: Ledger): Promise<void> {
  if ((ledger.done.frozen ?? 0) > 0) return sleep(1000)
  const { seen } = await person.read<{ readonly seen: string }>('reports.preview', { year: round })
  const head = {
    number: 1,
    symbol: 'BC-UBND',
    issuedOn: '2026-11-30',
    place: 'Hà Nội',
    authority: ['TM. ỦY BAN NHÂN DÂN'],
    position: 'Chủ tịch',
    signatory: 'Nguyễn Văn A',
    recipients: ['Bộ Giáo dục và Đào tạo'],
    keptBy: 'VT',
  }
  count(
    ledger,
    'frozen',
    await person.write<Refusal>('reports.freeze', { year: round, ...head, seen, incompleteIsKnown: true }),
  )
}
