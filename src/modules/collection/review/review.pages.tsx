/** What the city does from the form's page and the control room: approve, return, reopen, remind. */
import { isChangedSince } from '#platform/judging.ts'
import { action, type Route, submit, type Visit } from '#platform/web/page.ts'
import type { Path } from '#platform/web/path.ts'
import { readerOf } from '#ui/reader.ts'
import { approvePath, remindPath, reopenPath, returnPath, roundPath } from '../paths.ts'
import { submissionOperation } from '../submissions/submission-contents.operations.ts'
import { showSubmission } from '../submissions/submission-form.pages.tsx'
import { approve, remind, reopenSubmission, returnSubmission } from './review.operations.ts'
import { texts } from './review.texts.ts'

type AtSubmission = typeof returnPath.pattern | typeof reopenPath.pattern
type At = { readonly year: string; readonly code: string }

async function nameOf(visit: Visit, at: At): Promise<string> {
  const { submission } = await visit.perform(submissionOperation, { round: at.year, unit: at.code })
  return submission.unitName
}

const approveAction = action(approvePath, async (visit) => {
  const at = visit.params
  const unit = await nameOf(visit, at)
  return submit(visit, {
    operation: approve,
    input: ({ fields }) => ({ round: at.year, unit: at.code, version: fields.version }),
    done: ({ values }) => visit.go(roundPath.to({ year: at.year }), texts.approveDone, { unit, values }),
    again: (problems) => showSubmission(visit, at, { judged: problems }),
  })
})

function giveBack(path: Path<AtSubmission>, operation: typeof returnSubmission, step: 'return' | 'reopen'): Route {
  return action(path, async (visit) => {
    const at = visit.params
    const unit = await nameOf(visit, at)
    return submit(visit, {
      operation,
      input: ({ fields }) => ({
        round: at.year,
        unit: at.code,
        version: fields.version,
        reason: fields.reason,
        dueOn: fields.dueOn || undefined,
      }),
      done: ({ dueOn }) =>
        visit.go(roundPath.to({ year: at.year }), texts.returnDone, {
          unit,
          due: readerOf(visit.language).date(dueOn),
        }),
      again: (problems, values) => {
        const isStale = problems.some(isChangedSince)
        return showSubmission(visit, at, {
          review: { step, values, problems: isStale ? [] : problems },
          judged: isStale ? problems : [],
        })
      },
    })
  })
}

const remindAction = action(remindPath, async (visit) => {
  const at = visit.params
  const unit = await nameOf(visit, at)
  const { letters } = await visit.perform(remind, { round: at.year, unit: at.code })
  return visit.go(roundPath.to({ year: at.year }), texts.remindSent, { letters, unit })
})

export const routes: Route[] = [
  approveAction,
  giveBack(returnPath, returnSubmission, 'return'),
  giveBack(reopenPath, reopenSubmission, 'reopen'),
  remindAction,
]
