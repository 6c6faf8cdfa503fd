/** The way of a form on its page: what the city or the unit may do with it now, and what was done, in words. */
import type { History, Line } from '#kernel/history.ts'
import type { Reader } from '#ui/reader.ts'
import { StatusMark } from '#ui/status.tsx'
import { type Refused, type StepOffer, WorkflowSteps } from '#ui/workflow.tsx'
import { texts as collectionTexts } from '../collection.texts.ts'
import { texts as followingTexts } from '../form-moves/form-moves.texts.ts'
import { approvePath, reopenPath, returnPath } from '../paths.ts'
import { shownState, submissionWorkflow } from '../submissions/submission-workflow.rules.ts'
import type { SubmissionView } from '../submissions/submissions.model.ts'
import { texts } from './review-section.texts.ts'

interface StepsProps {
  readonly reader: Reader
  readonly view: SubmissionView
  readonly refused?: Refused
  readonly today: string
}

export function SubmissionSteps({ reader, view, refused, today }: StepsProps) {
  const { submission, hindrances } = view
  return (
    <WorkflowSteps
      reader={reader}
      flow={submissionWorkflow}
      state={submission.state}
      mark={<StatusMark reader={reader} status={shownState(submission, today)} />}
      offers={[...(view.may.fill ? [sendOffer(reader)] : []), ...(view.may.review ? reviewOffers(reader, view) : [])]}
      {...{ hindrances, refused, today }}
    />
  )
}

/** A form is sent from the bar below it, with what has just been typed. */
function sendOffer({ say }: Reader): StepOffer {
  return { step: 'send', label: texts.toForm, hint: say(texts.toFormHint), href: '#section', isOnItsPage: true }
}

function reviewOffers({ say }: Reader, { submission, round }: SubmissionView): StepOffer[] {
  const at = { year: String(round.year), code: submission.unitCode }
  const seen = { version: String(submission.version) }
  const back = {
    seen,
    tone: 'danger',
    reasonLabel: say(collectionTexts.returnReason),
    reasonHint: say(texts.returnReasonHint),
  } as const
  const hint = say(texts.approveLead)
  return [
    { step: 'approve', label: texts.approve, hint, href: approvePath.to(at), tone: 'primary', seen },
    { ...back, step: 'return', label: texts.return, href: returnPath.to(at) },
    { ...back, step: 'reopen', label: texts.reopen, hint: say(texts.reopenLead), href: reopenPath.to(at) },
  ]
}

/** What a line of the history of a form says was done. */
export function stepText(reader: Reader): (line: Line | History[number]) => string {
  return ({ step, dueOn, version, isOwn }) => {
    const due = dueOn ? reader.date(dueOn) : ''
    switch (step) {
      case 'fill':
        return reader.say(texts.started)
      case 'send':
        return reader.say(collectionTexts.eventSent, { version: version ?? 0 })
      case 'return':
        return reader.say(texts.returned, { due })
      case 'approve':
        return reader.say(isOwn ? texts.approvedBySender : collectionTexts.approved)
      case 'reopen':
        return reader.say(texts.reopened, { due })
      case 'remind':
        return reader.say(texts.eventReminded)
      case 'close':
        return reader.say(followingTexts.eventClosed)
      case 'receive':
        return reader.say(followingTexts.eventReceived)
      default:
        return step
    }
  }
}
