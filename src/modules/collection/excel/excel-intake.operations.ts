/** A filled Excel form taken in: right cells are kept, wrong ones named by their address. */
import { shortAddresses } from '#kernel/cell-address.ts'
import { ProblemError } from '#kernel/problem.ts'
import { documentTasks } from '#platform/documents/heavy.ts'
import { usualLimits } from '#platform/documents/read-workbook.ts'
import { fileProblems } from '#platform/files/problems.ts'
import { type FileUse, file } from '#platform/files/upload.ts'
import { operation, type Work } from '#platform/operation.ts'
import { keepCells } from '../submissions/entry.operations.ts'
import { contentOf, requireFillable } from '../submissions/submission-contents.operations.ts'
import { holdSubmission, requireSubmission, submissionSteps } from '../submissions/submission-steps.operations.ts'
import { type Cell, type Submission, SubmissionInput } from '../submissions/submissions.model.ts'
import { cellKey } from '../submissions/submissions.rules.ts'
import { Imported } from './excel.model.ts'
import { conflictOf, type Intended, intendedOf } from './excel-changes.rules.ts'
import { unreadIn } from './excel-leftovers.rules.ts'
import { readForms } from './excel-rows.rules.ts'
import { findForms } from './excel-search.rules.ts'

/** A form is a few hundred rows: anything much larger is another file. */
const limits = { ...usualLimits, bytes: 5_000_000, unpackedBytes: 60_000_000, rows: 5_000, columns: 60, cells: 100_000 }

/** Whatever it is, its reader names it. */
export const workbookUse: FileUse = {
  maxBytes: 12_000_000,
  tookBase64: true,
  tooLarge: () => fileProblems.tooLarge({ megabytes: 12 }),
}

export const importWorkbook = operation({
  name: 'collection.importWorkbook',
  summary: 'Takes in a filled Excel form: right cells are saved, wrong ones named by their address.',
  effect: 'write',
  touches: ['collection.entry'],
  body: 'file',
  may: submissionSteps.mayTake('fill'),
  input: SubmissionInput.extend({ file: file(workbookUse) }),
  output: Imported,
  async prepare({ tx, today }, { file: sent, ...input }) {
    const { round, submission } = await requireSubmission(tx, input)
    requireFillable(round, submission, today)
    return () => documentTasks('readWorkbook', sent, limits)
  },
  async run(work, { file: _, ...input }, book) {
    const { round, submission } = await holdSubmission(work.tx, input)
    requireFillable(round, submission, work.today)
    const { form, cells: stored, previous } = await contentOf(work.tx, round, submission)
    const { year } = round
    const { unitCode, unitName } = submission
    const forms = findForms(book, { year, unitCode, unitName, form: form.code })
    if (!forms.ok) throw new ProblemError(...forms.problems)
    const amounts = previous.map(({ measure, category, amount }) => [cellKey(measure, category), amount] as const)
    const known = { year, rows: form.rows, previous: new Map(amounts) }
    const cells = readForms(forms.sheets, known)
    const intended = cells.map((cell) => intendedOf(cell, storedOf(stored, cell.row)))
    const unread = [...forms.unread, ...unreadIn(forms.sheets, known)]
    return { ...(await save(work, { submission, rows: form.rows, stored }, intended)), unread }
  },
})

interface Standing {
  readonly submission: Submission
  readonly rows: Parameters<typeof keepCells>[1]['rows']
  readonly stored: readonly Cell[]
}

async function save(
  work: Work,
  { submission, rows, stored }: Standing,
  intended: readonly Intended[],
): Promise<Omit<Imported, 'unread'>> {
  const saved: Intended[] = []
  let { state } = submission
  const problems = intended.flatMap((each) => each.problems)
  // Two copies of the form in one file may be in two languages.
  for (const [language, own] of Map.groupBy(intended, ({ cell }) => cell.language)) {
    const changes = own.flatMap(({ change }) => change ?? [])
    const { kept, conflicts, ...after } = await keepCells(work, {
      submission: { ...submission, state },
      rows,
      changes,
      language,
    })
    state = after.state
    saved.push(
      // A file older than what stands may say the same as it: that is kept, but nothing was saved.
      ...own.filter(
        ({ change }) =>
          change && kept.some((cell) => isOf(cell, change) && cell.version > (storedOf(stored, change)?.version ?? 0)),
      ),
    )
    problems.push(
      ...conflicts.flatMap((conflict) =>
        own.filter(({ change }) => change && isOf(conflict, change)).map(({ cell }) => conflictOf(cell, conflict)),
      ),
    )
  }
  const left = intended.filter(({ isLeft }) => isLeft)
  const placesOf = (list: readonly Intended[]) => shortAddresses(list.map(({ cell }) => cell.place))
  return { saved: saved.length, savedAt: placesOf(saved), left: left.length, leftAt: placesOf(left), problems }
}

type Named = Pick<Cell, 'measure' | 'category'>

function isOf(cell: Named, other: Named): boolean {
  return cell.measure === other.measure && cell.category === other.category
}

function storedOf(stored: readonly Cell[], row: Named): Cell | undefined {
  return stored.find((cell) => isOf(cell, row))
}
