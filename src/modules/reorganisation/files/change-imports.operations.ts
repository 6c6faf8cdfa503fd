/** Changes from a file, CSV or Excel: read whole, all problems told at once; into a draft, or only looked at. */
import { z } from 'zod'
import { type Problem, ProblemError } from '#kernel/problem.ts'
import type { TableSheet } from '#kernel/table.ts'
import { previewDecision, type UnitChange } from '#modules/organisation'
import { fileProblems } from '#platform/files/problems.ts'
import { type FileUse, file, type Upload } from '#platform/files/upload.ts'
import { operation, type Work } from '#platform/operation.ts'
import { inputProblems, problems } from '#platform/problems.ts'
import { heavy } from '#platform/workers/heavy.ts'
import { requireDecision } from '../decision-drafts.operations.ts'
import { begin, DecisionVersion, decisionSteps, hold, rewrite } from '../decision-steps.operations.ts'
import { DecisionEntry, mostChanges } from '../decisions.model.ts'
import { problems as decisionProblems } from '../decisions.texts.ts'
import { UnitCounts } from '../effects/effects.model.ts'
import { countsOf } from '../effects/effects.rules.ts'
import type { ReadRows } from '../entries/entries.model.ts'
import { changesOfRows } from '../entries/entry-changes.rules.ts'
import { groundOf } from '../entries/existing-units.operations.ts'
import { FileFormat, LocatedProblem } from './change-files.model.ts'
import { hiddenTables, isTable, tableIn, toldProblems } from './change-files.rules.ts'
import { LevelAbove } from './former-units.model.ts'
import { changesOfCorrespondence } from './former-units.rules.ts'

/** Whatever it is, its reader names it. */
export const changesUse: FileUse = {
  maxBytes: 12_000_000,
  tookBase64: true,
  tooLarge: () => fileProblems.tooLarge({ megabytes: 12 }),
}

const UploadedFile = z.object({
  file: file(changesUse),
  levelAbove: LevelAbove.default('stays'),
})

const Outcome = z.object({
  /** Null where the headings tell none. */
  format: FileFormat.nullable(),
  rows: z.number(),
  changes: z.number(),
  /** Of the units that would change, where everything fits. */
  counts: UnitCounts.nullable(),
  /** Headings of columns that hold something and are none of ours. */
  unread: z.array(z.string()),
  /** Sheets with a table that are hidden in the file: they were not read. */
  hidden: z.array(z.string()),
  problemCount: z.number(),
  /** The first few hundred. */
  problems: z.array(LocatedProblem),
  /** The file as it was read, to be mended where it has problems. */
  sheet: z.array(z.object({ line: z.number(), cells: z.array(z.string()) })),
})
type Outcome = z.infer<typeof Outcome>

const mostTold = 300

export const checkFile = operation({
  name: 'reorganisation.checkFile',
  former: { fields: { changes: 'acts' } },
  summary: 'Reads a file of acts for a day and tells its problems row by row, and what it would change; keeps nothing.',
  effect: 'read',
  may: decisionSteps.mayTake('draft'),
  input: UploadedFile.extend({ on: DecisionEntry.shape.on }),
  output: Outcome,
  prepare:
    async (_, { file: sent }) =>
    () =>
      sheetsOf(sent),
  async run(work, { on, levelAbove }, sheets) {
    return (await read(work, { on, title: '', basis: '' }, [], { sheets, levelAbove })).outcome
  },
})

export const importCsv = operation({
  name: 'reorganisation.importCsv',
  former: { fields: { changes: 'acts' } },
  summary:
    'Takes the changes of a file into a draft, a new one or one that stands: all of them, or none and all problems.',
  effect: 'write',
  body: 'file',
  may: decisionSteps.mayTake('edit'),
  isQuiet: true,
  input: UploadedFile.extend({
    id: z.uuid().optional(),
    /** For a new draft. */
    ...DecisionEntry.partial().shape,
    /** Whether changes that are there already stay. */
    mode: z.enum(['add', 'replace']).default('add'),
    /** Of a draft that is there, which version was seen: nobody replaces changes, or adds to them, who has not seen them. */
    version: DecisionVersion.shape.version.optional(),
  }).refine(({ id, version }) => !id || version !== undefined, {
    path: ['version'],
    params: { problem: problems.missing() },
  }),
  output: Outcome.extend({ id: z.uuid().nullable(), isSaved: z.boolean() }),
  prepare:
    async (_, { file: sent }) =>
    () =>
      sheetsOf(sent),
  async run(work, { id: input, on, title, basis, mode, version, file: sent, levelAbove }, sheets) {
    const held = input && (await hold(work, { id: input, version }, 'edit'))
    const draft = input ? await requireDecision(work.tx, input) : { ...newHead({ on, title, basis }), changes: [] }
    const earlier = mode === 'add' ? draft.changes : []
    const { outcome, changes } = await read(work, draft, earlier, { sheets, levelAbove })
    if (outcome.problemCount > 0) return { ...outcome, id: input ?? null, isSaved: false }
    const decision = { on: draft.on, title: draft.title, basis: draft.basis, changes: [...earlier, ...changes] }
    const id = input ?? work.newId()
    if (held) await rewrite(work, held, decision)
    else await begin(work, { id, ...decision })
    work.audit({ subject: `reform ${id}`, new: { file: sent.name, mode, changes: changes.length } })
    return { ...outcome, sheet: [], id, isSaved: true }
  },
})

function newHead(entry: unknown): Head {
  const parsed = DecisionEntry.safeParse(entry)
  if (!parsed.success) throw new ProblemError(...inputProblems(parsed.error))
  return parsed.data
}

interface Head {
  readonly on: string
  readonly title: string
  readonly basis: string
}

const fileTasks = heavy<typeof import('./change-imports.tasks.ts')>('modules/reorganisation/files/change-imports.tasks')

function sheetsOf(sent: Upload): Promise<TableSheet[]> {
  return fileTasks('sheetsOf', sent)
}

interface FileReading {
  readonly sheets: readonly TableSheet[]
  readonly levelAbove: z.infer<typeof LevelAbove>
}

async function read(
  work: Work,
  { on, title, basis }: Head,
  earlier: readonly UnitChange[],
  { sheets, levelAbove }: FileReading,
): Promise<{ outcome: Outcome; changes: readonly UnitChange[] }> {
  const { sheet, table } = tableIn(sheets)
  const hidden = hiddenTables(sheets)
  if (!isTable(table)) return { outcome: { ...failed(sheet), hidden, ...toldAs(toldProblems(table)) }, changes: [] }
  const ground = await groundOf(work.tx, on, earlier)
  const lineOf = (place: number) => table.rows[place]?.line ?? 0
  const cells = table.rows.map((row) => row.cells)
  const rows =
    table.format === 'changes'
      ? changesOfRows(cells, ground, lineOf)
      : changesOfCorrespondence(cells, ground, levelAbove, lineOf)
  const { format, unread } = table
  const summary = {
    ...failed(sheet),
    hidden,
    format,
    unread: [...unread],
    rows: table.rows.length,
    changes: rows.changes.length,
  }
  const problems = [...table.problems, ...rows.problems.filter((problem) => !isToldAt(table.problems, problem))]
  const wrong = problems.length > 0 ? problems : tooMany(earlier, rows)
  if (wrong.length > 0) return { outcome: { ...summary, ...toldAs(toldProblems(wrong, table)) }, changes: [] }
  const fit = await previewDecision(work.tx, { on, title, basis, changes: [...earlier, ...rows.changes] }, work.newId)
  const faults = fit.problems.flatMap((problem) => ofThisFile(problem, earlier, rows))
  const counts = fit.problems.length === 0 ? countsOf(fit.unitEffects) : null
  return { outcome: { ...summary, counts, ...toldAs(toldProblems(faults, table)) }, changes: rows.changes }
}

/** What is said of a cell that cannot be read is not said again of what it would mean. */
function isToldAt(problems: readonly Problem[], { path }: Problem): boolean {
  return problems.some((each) => each.path?.[1] === path?.[1] && each.path?.[2] === path?.[2])
}

function failed(sheet: TableSheet): Outcome {
  const rows = sheet.rows.map(({ line, cells }) => ({ line, cells: [...cells] }))
  return {
    format: null,
    rows: 0,
    changes: 0,
    counts: null,
    unread: [],
    hidden: [],
    problemCount: 0,
    problems: [],
    sheet: rows,
  }
}

function toldAs(rows: readonly LocatedProblem[]): Pick<Outcome, 'problemCount' | 'problems'> {
  return { problemCount: rows.length, problems: rows.slice(0, mostTold) }
}

function tooMany(earlier: readonly UnitChange[], { changes }: ReadRows): Problem[] {
  return earlier.length + changes.length > mostChanges ? [decisionProblems.tooManyActs({ count: mostChanges })] : []
}

/** What does not fit at a change of the file stands at its rows; what stands at other changes of the draft is shown there, later. */
function ofThisFile(problem: Problem, earlier: readonly UnitChange[], { rowsOf }: ReadRows): Problem[] {
  const [where, place] = problem.path ?? []
  if (where !== 'changes' || typeof place !== 'number') return earlier.length === 0 ? [problem] : []
  const [row] = rowsOf[place - earlier.length] ?? []
  return row === undefined ? [] : [{ ...problem, path: ['rows', row] }]
}
