/** The file of a plan on its way in: what is taken, and its reading on another thread. */
import { ProblemError } from '#kernel/problem.ts'
import { fileProblems } from '#platform/files/problems.ts'
import type { FileUse, Upload } from '#platform/files/upload.ts'
import { heavy } from '#platform/workers/heavy.ts'

/** Whatever it is, its reader names it. */
export const planFileUse: FileUse = {
  maxBytes: 12_000_000,
  isNamed: true,
  isKept: true,
  tookBase64: true,
  tooLarge: () => fileProblems.tooLarge({ megabytes: 12 }),
}

const importTasks = heavy<typeof import('./import-drafts.tasks.ts')>('modules/plan/imports/import-drafts.tasks')

/** What is wrong with the file is told at its field. */
export async function readUpload(sent: Upload, convertsLetters: boolean) {
  try {
    return await importTasks('readPlanFile', sent, { convertsLetters })
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error
    throw new ProblemError(...error.problems.map((problem) => ({ ...problem, path: ['file'] })))
  }
}
