/** One batch of work on an import: take the turn, read the file, understand rows and stage them, or store them; each in its own transaction. */
import { z } from 'zod'
import { describe, type Problem } from '#kernel/problem.ts'
import type { Work } from '#platform/operation.ts'
import { heavy } from '#platform/workers/heavy.ts'
import type { ImportDefinition } from './definition.ts'
import { clearOut, isThere, laySource, linesFrom, placesOf } from './import-files.ts'
import type { TableFacts, Values } from './model.ts'
import { problems } from './problems.ts'
import { type UnderstoodRow, understand } from './rows.ts'
import * as store from './store.ts'
import type { WrittenRow } from './tasks.ts'
import { importSteps, onItsWay } from './workflow.ts'

export const WorkInput = z.object({
  id: z.uuid().optional(),
  /** Who works: the same for every batch of one go. */
  turn: z.uuid(),
  /** Why the last batch could not be done. */
  failure: z.object({ code: z.string().max(100), vi: z.string().max(2000), en: z.string().max(2000) }).optional(),
})
type WorkInput = z.infer<typeof WorkInput>

/** `more`: the same import has more to do, now. */
export const WorkAnswer = z.object({ id: z.uuid().nullable(), more: z.boolean() })
type WorkAnswer = z.infer<typeof WorkAnswer>

type Kind = ImportDefinition<never>

/** What a batch is made of before its transaction begins. */
export type Prepared =
  | { readonly step: 'facts'; readonly facts: TableFacts }
  | { readonly step: 'rows'; readonly from: number; readonly to: number; readonly rows: readonly UnderstoodRow[] }
  | { readonly step: 'store' }

/** Rows understood and staged at once, and rows stored at once. */
const rowsRead = 2000
const rowsStored = 5000
/** Nothing heard of for so long, whoever worked on an import is taken for dead. */
export const leaseMs = 60_000
/** Turns begun without one batch done. */
const mostTurns = 5
/** Problems that are kept to be shown; the rest is counted. */
const mostProblems = 10_000
/** Reading the largest file takes some seconds. */
const readingLimitMs = 120_000

const tableTasks = heavy<typeof import('./tasks.ts')>('platform/table-import/tasks', readingLimitMs)

const nothing = async () => undefined

export async function prepareBatch(
  work: Work,
  kind: Kind,
  { id: input, turn, failure }: WorkInput,
): Promise<() => Promise<Prepared | undefined>> {
  const id = failure ? undefined : input
  const [made] = id ? await store.holderOf(work.tx, { kind: kind.name, id }) : []
  if (!id || !made || made.turn !== turn) return nothing
  if (made.state === 'storing') return async () => ({ step: 'store' })
  const places = placesOf(work.settings.dataFolder, id)
  if (!made.facts || !(await isThere(places.rows))) {
    return async () => {
      await laySource(work.files, made.file, places)
      const columns = kind.columns.map(({ key, headings, isNeeded, label }) => ({ key, headings, isNeeded, label }))
      const facts = await tableTasks('writeRows', { path: places.source, columns, most: kind.mostRows }, places.rows)
      return { step: 'facts', facts }
    }
  }
  const { lines, end } = await linesFrom(places.rows, made.readBytes, rowsRead)
  const { columns, separator } = made.facts
  // Where a comma stands between cells it cannot stand in their numbers.
  const options = {
    columns: kind.columns,
    language: separator === ',' ? 'en' : 'vi',
    headings: columns.length,
  } as const
  const rows = lines.map((line) => understand(JSON.parse(line) as WrittenRow, options))
  const context = await kind.context(
    work,
    rows.map(({ values }) => values),
  )
  return async () => ({ step: 'rows', from: made.readBytes, to: end, rows: checked(kind, rows, context) })
}

/** What a rule says of a cell that could not be read is not said. */
function checked(kind: Kind, rows: readonly UnderstoodRow[], context: never): UnderstoodRow[] {
  const problemsByRow = Map.groupBy(kind.check(rows, context), ({ path }) => Number(path?.[0]))
  return rows.map((row, index) => {
    const own = (problemsByRow.get(index) ?? []).map((problem) => ({ ...problem, path: problem.path?.slice(1) }))
    const wrong = new Set(row.problems.map(({ path }) => path?.[0]))
    return { ...row, problems: [...row.problems, ...own.filter(({ path }) => !path?.length || !wrong.has(path[0]))] }
  })
}

export async function runBatch(
  work: Work,
  kind: Kind,
  { id: input, turn, failure }: WorkInput,
  prepared: Prepared | undefined,
): Promise<WorkAnswer> {
  const { tx, now } = work
  const since = new Date(now.getTime() - leaseMs)
  const id = input ?? (await store.waitingImport(tx, { kind: kind.name, since }))[0]?.id
  const [held] = id ? await store.holdImport(tx, { kind: kind.name, id, since }) : []
  if (!held || (held.state !== 'reading' && held.state !== 'storing')) return over(work, id)
  if (held.turn !== turn) return failure || held.isHeld ? over(work, held.id) : takeTurn(work, kind, held, turn)
  if (failure) return giveUp(work, kind, held, failure)
  if (prepared?.step === 'facts' && held.state === 'reading') return keepFacts(work, held, prepared.facts)
  if (prepared?.step === 'rows' && held.state === 'reading' && held.readBytes === prepared.from) {
    return keepRows(work, kind, held, prepared)
  }
  if (prepared?.step === 'store' && held.state === 'storing') return storeRows(work, kind, held)
  return over(work, held.id)
}

function over({ unchanged }: Work, id: string | undefined): WorkAnswer {
  unchanged()
  return { id: id ?? null, more: false }
}

async function takeTurn(work: Work, kind: Kind, held: store.HeldImport, turn: string): Promise<WorkAnswer> {
  if (held.turnsBegun >= mostTurns) return giveUp(work, kind, held, failureOf(problems.givenUp()))
  await store.updateImport(work.tx, held.id, { turn, workedAt: work.now, turnsBegun: held.turnsBegun + 1 })
  work.unchanged()
  return { id: held.id, more: true }
}

/** A problem as it is kept with an import. */
export function failureOf(problem: Problem): NonNullable<WorkInput['failure']> {
  return { code: problem.code, vi: describe('vi', problem), en: describe('en', problem) }
}

async function giveUp(
  work: Work,
  kind: Kind,
  held: store.HeldImport,
  failure: NonNullable<WorkInput['failure']>,
): Promise<WorkAnswer> {
  const { tx, audit, settings } = work
  const { id, state } = held
  const step = state === 'reading' ? 'refuse' : 'interrupt'
  const next = await importSteps(kind).take(work, onItsWay(held), step, { reason: failure.vi })
  await store.updateImport(tx, id, { state: next, failure, turn: null, workedAt: null })
  if (next === 'failed') {
    await store.dropRows(tx, id)
    await clearOut(placesOf(settings.dataFolder, id))
  }
  audit({ subject: `import ${id}`, old: { state }, new: { state: next, failure: failure.code } })
  return { id, more: false }
}

async function keepFacts({ tx, now, unchanged }: Work, { id, facts }: store.HeldImport, next: TableFacts) {
  await store.updateImport(tx, id, { ...(facts === null && { facts: next }), workedAt: now, turnsBegun: 0 })
  unchanged()
  return { id, more: true }
}

interface RowsRead {
  readonly to: number
  readonly rows: readonly UnderstoodRow[]
}

async function keepRows(work: Work, kind: Kind, held: store.HeldImport, { to, rows }: RowsRead): Promise<WorkAnswer> {
  const { tx, now } = work
  const { id, facts } = held
  const staged = rows.map(({ line, values, problems: wrong }) => {
    return { line, values, key: keyOf(kind, values), isWrong: wrong.length > 0 }
  })
  await store.stageRows(tx, id, staged)
  const wrong = rows.flatMap((row) => row.problems.map((problem, place) => rowProblem(held, row.line, place, problem)))
  await store.keepProblems(tx, id, wrong.slice(0, Math.max(0, mostProblems - held.problemCount)))
  const counts = {
    readBytes: to,
    rowCount: held.rowCount + rows.length,
    wrongRowCount: held.wrongRowCount + staged.filter(({ isWrong }) => isWrong).length,
    problemCount: held.problemCount + wrong.length,
    workedAt: now,
    turnsBegun: 0,
  }
  if (facts && to < facts.bytes) {
    await store.updateImport(tx, id, counts)
    work.unchanged()
    return { id, more: true }
  }
  const twins = await keepTwins(work, kind, { ...held, ...counts })
  await store.updateImport(tx, id, {
    ...counts,
    ...twins,
    state: await importSteps(kind).take(work, onItsWay(held), 'read'),
    turn: null,
  })
  await clearOut(placesOf(work.settings.dataFolder, id))
  work.audit({
    subject: `import ${id}`,
    old: { state: 'reading' },
    new: { state: 'checked', ...twins, rows: counts.rowCount },
  })
  return { id, more: false }
}

/** Rows that say they are another row of the file: the first is right, the others are told. */
async function keepTwins(
  { tx }: Work,
  kind: Kind,
  held: store.HeldImport,
): Promise<Pick<store.TableImport, 'problemCount' | 'wrongRowCount'>> {
  const { problemCount, wrongRowCount } = held
  if (!kind.key) return { problemCount, wrongRowCount }
  const twins = await store.keyTwins(tx, { id: held.id, limit: kind.mostRows })
  const columns = kind.columns.filter(({ key }) => kind.key?.includes(key)).map(({ label }) => label.vi)
  const wrong = twins.map(({ line, first }) =>
    rowProblem(held, line, placeOfTwins, {
      ...problems.keyTwice({ line: first, columns: columns.join(', ') }),
      path: kind.key,
    }),
  )
  await store.keepProblems(tx, held.id, wrong.slice(0, Math.max(0, mostProblems - problemCount)))
  const marked = await store.markWrong(
    tx,
    held.id,
    twins.map(({ line }) => line),
  )
  return { problemCount: problemCount + twins.length, wrongRowCount: wrongRowCount + marked }
}

/** After whatever else is wrong with a row. */
const placeOfTwins = 100_000

function keyOf({ key }: Kind, values: Values): string | null {
  const parts = key?.map((column) => values[column] ?? null) ?? [null]
  return parts.includes(null) ? null : parts.map((part) => String(part).toLowerCase()).join('\u001f')
}

function rowProblem({ facts }: store.HeldImport, line: number, place: number, problem: Problem): store.RowProblem {
  const [key] = problem.path ?? []
  const column = facts?.columns.find((each) => each.key === key)
  return { line, place, columnNumber: column?.number ?? null, heading: column?.heading ?? null, ...failureOf(problem) }
}

async function storeRows(work: Work, kind: Kind, held: store.HeldImport): Promise<WorkAnswer> {
  const { tx, now } = work
  const { id, storedLine, storedCount } = held
  const [next] = await store.nextLines(tx, { id, after: storedLine, limit: rowsStored })
  const last = next?.last ?? null
  const rows = last === null ? undefined : store.rowsBetween(id, kind.columns, storedLine, last)
  const count = rows ? await kind.store(work, { importId: id, rows }) : 0
  const isLast = (next?.count ?? 0) < rowsStored
  const counts = { storedLine: last ?? storedLine, storedCount: storedCount + count, workedAt: now, turnsBegun: 0 }
  const state = isLast ? await importSteps(kind).take(work, onItsWay(held), 'finish') : held.state
  await store.updateImport(tx, id, isLast ? { ...counts, state, turn: null } : counts)
  if (isLast) await store.dropRows(tx, id)
  work.audit({
    subject: `import ${id}`,
    new: { from: storedLine, to: counts.storedLine, rows: count, ...(isLast && { state }) },
  })
  return { id, more: !isLast }
}
