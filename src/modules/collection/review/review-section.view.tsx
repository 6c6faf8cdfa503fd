/** Parts of the form's page for the city: approve, return with a reason and a new date; and the history for everybody. */
import { newId } from '#kernel/id.ts'
import { DateField, TextArea } from '#ui/fields.tsx'
import { Form, type FormState, Hidden, SubmitButton } from '#ui/form.tsx'
import { Section, Stack } from '#ui/layout.tsx'
import type { Reader } from '#ui/reader.ts'
import { DataTable } from '#ui/table.tsx'
import { texts } from '../collection.texts.ts'
import { texts as followingTexts } from '../form-moves/form-moves.texts.ts'
import { approvePath, reopenPath, returnPath } from '../paths.ts'
import { submissionWorkflow } from '../submissions/submission-workflow.rules.ts'
import type { SubmissionEvent, SubmissionView } from '../submissions/submissions.model.ts'

interface ReviewProps {
  readonly form: FormState
  readonly view: SubmissionView
  /** The first day a new date may be. */
  readonly tomorrow: string
}

export function ReviewSection({ form, view, tomorrow }: ReviewProps) {
  const { say } = form.reader
  const { state, unitCode: code } = view.submission
  const at = { year: String(view.round.year), code }
  const by = { account: undefined, as: view.may.review ? (['city'] as const) : [], today: tomorrow }
  const steps = submissionWorkflow.openSteps({ state }, by)
  const isSent = steps.includes('approve')
  if (!isSent && !steps.includes('reopen')) return null
  return (
    <Section
      id="review"
      title={say(isSent ? texts.reviewTitle : texts.reopenTitle)}
      lead={say(isSent ? texts.approveLead : texts.reopenLead)}
    >
      <Stack>
        {isSent && <ApproveForm reader={form.reader} at={at} version={view.submission.version} />}
        <details class="disclosure" open={form.values !== undefined}>
          <summary>{say(isSent ? texts.return : texts.reopen)}</summary>
          <Form form={form} action={(isSent ? returnPath : reopenPath).to(at)} formKey={newId()}>
            <Hidden name="version" value={String(view.submission.version)} />
            <TextArea
              form={form}
              name="reason"
              label={say(texts.returnReason)}
              hint={say(texts.returnReasonHint)}
              rows={3}
            />
            <DateField form={form} name="dueOn" label={say(texts.returnDue)} min={tomorrow} />
            <div class="actions">
              <SubmitButton tone="danger">{say(isSent ? texts.return : texts.reopen)}</SubmitButton>
            </div>
          </Form>
        </details>
      </Stack>
    </Section>
  )
}

interface ApproveProps {
  readonly reader: Reader
  readonly at: { readonly year: string; readonly code: string }
  readonly version: number
}

function ApproveForm({ reader, at, version }: ApproveProps) {
  return (
    <form method="post" action={approvePath.to(at)}>
      <Hidden name="_key" value={newId()} />
      <Hidden name="version" value={String(version)} />
      <div class="actions">
        <SubmitButton>{reader.say(texts.approve)}</SubmitButton>
      </div>
    </form>
  )
}

export function HistorySection({ reader, events }: { reader: Reader; events: readonly SubmissionEvent[] }) {
  const { say } = reader
  return (
    <Section id="history" title={say(texts.history)}>
      <EventTable reader={reader} events={events} />
    </Section>
  )
}

/** What happened to a form, newest first: what, by whom, when, and why. */
export function EventTable({ reader, events }: { reader: Reader; events: readonly SubmissionEvent[] }) {
  const { say } = reader
  return (
    <DataTable
      reader={reader}
      id="events"
      caption={say(texts.history)}
      captionUnseen
      rows={events}
      keyOf={(event) => `${event.at.toISOString()} ${event.kind}`}
      empty={<p class="meta">{say(texts.noHistory)}</p>}
      columns={[
        {
          key: 'what',
          label: say(texts.what),
          rowHeader: true,
          render: (event) => (
            <>
              {eventText(reader, event)}
              {event.reason && <small>{event.reason}</small>}
            </>
          ),
        },
        { key: 'who', label: say(texts.who), render: (event) => event.byName },
        { key: 'when', label: say(texts.when), size: 'medium', render: (event) => reader.instant(event.at) },
      ]}
    />
  )
}

function eventText(reader: Reader, event: SubmissionEvent): string {
  const due = event.dueOn ? reader.date(event.dueOn) : ''
  switch (event.kind) {
    case 'started':
      return reader.say(texts.started)
    case 'sent':
      return reader.say(texts.eventSent, { version: event.version })
    case 'returned':
      return reader.say(texts.returned, { due })
    case 'approved':
      return reader.say(event.bySender ? texts.approvedBySender : texts.approved)
    case 'reopened':
      return reader.say(texts.reopened, { due })
    case 'reminded':
      return reader.say(texts.eventReminded)
    case 'closed':
      return reader.say(followingTexts.eventClosed)
    case 'received':
      return reader.say(followingTexts.eventReceived)
  }
}
