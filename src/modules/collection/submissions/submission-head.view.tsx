/** Head and foot of the form's page: where it stands, what keeps it back, and its buttons in reach of the thumb. */
import type { Words } from '#kernel/language.ts'
import { describe, type Problem } from '#kernel/problem.ts'
import { isChangedSince } from '#platform/judging.ts'
import { ErrorSummary, type FormEntry, Hidden, LinkButton, SubmitButton } from '#ui/form.tsx'
import { ActionBar, Breadcrumbs, PageHeader } from '#ui/layout.tsx'
import type { Reader } from '#ui/reader.ts'
import { SampleLabel, StatusMark } from '#ui/status.tsx'
import { texts as collectionTexts, gridWords } from '../collection.texts.ts'
import type { DutyList } from '../duty-reports/duty-reports.model.ts'
import { ClosedNotice } from '../form-moves/form-moves.view.tsx'
import { excelPath, roundPath, submissionPath, workPath } from '../paths.ts'
import { cellHref } from './findings.view.tsx'
import { isFillable, shownState } from './submission-workflow.rules.ts'
import type { SubmissionView } from './submissions.model.ts'
import { daysUntil } from './submissions.rules.ts'
import { texts } from './submissions.texts.ts'

type At = { readonly year: string; readonly code: string }

interface HeaderProps {
  readonly reader: Reader
  readonly view: SubmissionView
  readonly title: string
  readonly today: string
  readonly at: At
  readonly problems: readonly Problem[]
  readonly judged?: readonly Problem[]
  readonly changedSince?: readonly Problem[]
  readonly sending: FormEntry
}

export function FormHeader(props: HeaderProps) {
  const { reader, view, title, today, at, problems, judged, changedSince, sending } = props
  const { say } = reader
  const { submission, round } = view
  const year = String(round.year)
  const home = view.may.review
    ? { href: roundPath.to({ year }), label: say(collectionTexts.controlRoom) }
    : { href: workPath.to(), label: say(texts.myWork) }
  return (
    <>
      <Breadcrumbs reader={reader} trail={[home, { label: say(collectionTexts.roundOf, { year }) }]} />
      <PageHeader
        title={title}
        lead={leadOf(reader, view, today)}
        actions={
          <>
            <StatusMark reader={reader} status={shownState(submission, today)} />
            {submission.isLate && <span class="meta">{say(collectionTexts.lateSent)}</span>}
            {submission.isSample && <SampleLabel reader={reader} />}
          </>
        }
      />
      <ClosedNotice reader={reader} view={view} />
      {submission.state === 'returned' && (
        <div class="notice bad">
          <p>
            {say(texts.returnedWith, {
              due: reader.date(submission.dueOn),
              reason: submission.returnReason ?? '',
            })}
          </p>
        </div>
      )}
      <Refused reader={reader} view={view} problems={problems} />
      <ErrorSummary form={{ reader, problems: changedSince }} hrefOf={(problem) => hrefOf(view, problem)} />
      {changedSince && changedSince.length > 0 && view.may.fill && (
        <SendForm {...{ reader, view, sending }} action={submissionPath.to(at)} label={texts.sendAsItStands} />
      )}
      <ErrorSummary form={{ reader, problems: judged }} hrefOf={(problem) => hrefOf(view, problem)} />
    </>
  )
}

function leadOf(reader: Reader, { submission, round }: SubmissionView, today: string): string {
  const { say } = reader
  if (submission.state === 'approved' && submission.approvedAt) {
    return say(texts.formLeadApproved, { on: reader.instant(submission.approvedAt) })
  }
  if (submission.state === 'closed') return ''
  if (!isFillable(submission.state) && submission.sentOn) {
    return say(texts.formLeadSent, { on: reader.date(submission.sentOn) })
  }
  return say(texts.formLead, {
    due: reader.date(submission.dueOn),
    left: leftText(reader, submission.dueOn, today),
    year: String(round.year),
  })
}

/** "còn 7 ngày", or how late it is. */
export function leftText(reader: Reader, dueOn: string, today: string): string {
  const days = daysUntil(dueOn, today)
  return days >= 0 ? reader.say(texts.daysLeft, { days }) : reader.say(texts.daysLate, { days: -days })
}

/** Why the form was not sent: each problem leads to its cell, whatever section it is in. */
function Refused({ reader, view, problems }: Pick<HeaderProps, 'reader' | 'view' | 'problems'>) {
  if (problems.length === 0) return null
  const shown = problems.slice(0, 8)
  return (
    <div class="error-summary" role="alert" tabindex={-1} autofocus data-error-summary>
      <h2>{reader.say(texts.notSentYet, { count: problems.length })}</h2>
      <ul>
        {shown.map((problem) => (
          <li key={`${problem.code} ${problem.path?.join('.')}`}>
            {isOfCell(problem) ? (
              <a href={hrefOf(view, problem)}>{describe(reader.language, problem)}</a>
            ) : (
              describe(reader.language, problem)
            )}
          </li>
        ))}
        {problems.length > shown.length && <li>…</li>}
      </ul>
    </div>
  )
}

interface SendFieldsProps {
  readonly reader: Reader
  readonly view: SubmissionView
  /** Of a form that came back: what was sent along, and what was wrong with it. */
  readonly sending: FormEntry
}

/** What a form sends along: which contents were seen. Those of the page it was sent from, until its sender was told what changed since. */
export function SendFields({ view, sending: { values, problems = [] } }: SendFieldsProps) {
  const seen = problems.some(isChangedSince) ? undefined : values?.contentVersion
  return <Hidden name="contentVersion" value={seen ?? String(view.submission.contentVersion)} />
}

interface SendProps extends SendFieldsProps {
  readonly action: string
  readonly label: Words
}

/** Sends the form as it is shown, where there are no cells on the page to be saved first. */
function SendForm({ reader, view, sending, action, label }: SendProps) {
  return (
    <form class="inline-form" method="post" action={action}>
      <Hidden name="_do" value="send" />
      <SendFields {...{ reader, view, sending }} />
      <SubmitButton>{reader.say(label)}</SubmitButton>
    </form>
  )
}

function isOfCell(problem: Problem): boolean {
  return problem.path?.[0] === 'cells'
}

function hrefOf(view: SubmissionView, problem: Problem): string {
  const [measure = '', category = 'total'] = String(problem.path?.[1] ?? '').split('.')
  return cellHref(view, { measure, category })
}

interface BarProps {
  readonly reader: Reader
  readonly view: SubmissionView
  readonly duties?: DutyList
  readonly section: string
  readonly at: At
  readonly sending: FormEntry
  /** What of an uploaded file did not get in. */
  readonly uploadLeft?: string
}

export function FormBar({ reader, view, duties, section, at, sending, uploadLeft }: BarProps) {
  const { say } = reader
  const following = view.sections[view.sections.findIndex((each) => each.code === section) + 1]?.code
  const hasCells = view.sections.some((each) => each.code === section)
  return (
    <ActionBar reader={reader} note={<span id="grid-note">{noteOf(reader, view, duties, uploadLeft)}</span>}>
      <LinkButton href={excelPath.to(at)}>{say(texts.excel)}</LinkButton>
      {view.may.fill && hasCells && (
        <SubmitButton tone="quiet" formId="cells" name="_do" value={following ? `next:${following}` : 'check'}>
          {say(following ? texts.next : collectionTexts.save)}
        </SubmitButton>
      )}
      {view.may.fill &&
        (hasCells ? (
          <SubmitButton formId="cells" name="_do" value="send">
            {say(texts.send)}
          </SubmitButton>
        ) : (
          <SendForm {...{ reader, view, sending }} action={submissionPath.to(at, { section })} label={texts.send} />
        ))}
      {view.may.review && view.submission.state === 'sent' && (
        <LinkButton href="#workflow" tone="primary">
          {say(texts.reviewTitle)}
        </LinkButton>
      )}
    </ActionBar>
  )
}

function noteOf(reader: Reader, view: SubmissionView, duties?: DutyList, uploadLeft = ''): string {
  if (!isFillable(view.submission.state)) return ''
  const count = (severity: string) => view.findings.filter((finding) => finding.severity === severity).length
  const [errors, missing] = [count('error'), count('missing')]
  const unreported = duties?.duties.filter((duty) => !duty.report).length ?? 0
  if (errors + missing + unreported === 0) {
    return uploadLeft ? `${uploadLeft} ${reader.say(gridWords.storedReady)}` : reader.say(gridWords.ready)
  }
  const cells = errors + missing > 0 || !duties ? reader.say(texts.noteCounts, { errors, missing }) : ''
  return [uploadLeft, unreported > 0 ? reader.say(texts.noteDuties, { count: unreported }) : '', cells]
    .filter(Boolean)
    .join(' ')
}
