/** A thing on its way: where it stands, the steps its reader may take, what keeps back those they may not, and all that was done. */
import type { ComponentChildren } from 'preact'
import { condensed, type Hindrances, type History, type Line } from '#kernel/history.ts'
import { newId } from '#kernel/id.ts'
import type { Words } from '#kernel/language.ts'
import type { Problem } from '#kernel/problem.ts'
import type { Workflow } from '#kernel/workflow.ts'
import { DateField, TextArea } from '#ui/fields.tsx'
import { ErrorSummary, Form, type FormState, type FormValues, Hidden, LinkButton, SubmitButton } from '#ui/form.tsx'
import { Columns, Section, Stack } from '#ui/layout.tsx'
import type { Reader } from '#ui/reader.ts'
import { DataTable } from '#ui/table.tsx'
import { words } from '#ui/words.ts'

/** One step as a page offers it. */
export interface StepOffer {
  readonly step: string
  readonly label: Words
  /** What it does, in a sentence. */
  readonly hint?: string
  /** Where it is sent to; of a step that needs more than a reason, the page on which it is taken. */
  readonly href: string
  readonly isOnItsPage?: boolean
  readonly tone?: 'primary' | 'quiet' | 'danger'
  /** Of a step that says why: how its reason is asked for, where "reason" says too little. */
  readonly reasonLabel?: string
  readonly reasonHint?: string
  /** What is sent along: the version that is shown. */
  readonly seen?: Readonly<Record<string, string>>
}

/** A step that came back: which, with what was typed and what is wrong. */
export interface Refused {
  readonly step: string
  readonly values?: FormValues
  readonly problems?: readonly Problem[]
}

type AnyWorkflow = Pick<Workflow<string, string, string>, 'steps' | 'final'>

export interface WorkflowProps {
  readonly reader: Reader
  readonly flow: AnyWorkflow
  readonly state: string
  /** Where it stands, as the page marks it. */
  readonly mark: ComponentChildren
  /** What is to be known of where it stands: why it came back, on whom it waits. */
  readonly note?: ComponentChildren
  /** The steps that this reader has the right to, most usual first. */
  readonly offers: readonly StepOffer[]
  readonly hindrances: Hindrances
  readonly refused?: Refused
  /** The business date of the city. */
  readonly today: string
}

/** Where a thing stands and what may be done with it now. Nothing is offered that would be refused; what is kept back says why. */
export function WorkflowSteps(props: WorkflowProps) {
  const { reader, flow, state, mark, note, hindrances, refused } = props
  const offers = props.offers.filter(({ step }) => flow.steps[step]?.from.includes(state))
  const open = offers.filter(({ step }) => !hindrances[step])
  const isOver = flow.final.includes(state)
  return (
    <Section id="workflow" title={reader.say(words.workflow)}>
      <Stack>
        <p>
          <strong>{mark}</strong>
        </p>
        {note}
        {refused && !open.some(({ step }) => step === refused.step) && <ErrorSummary form={{ reader, ...refused }} />}
        {offers.map(({ step, label }) => {
          const hindrance = hindrances[step]
          return (
            hindrance && (
              <p key={step} class="notice">
                {reader.say(words.keptBack, { step: reader.say(label), why: hindrance[reader.language] })}
              </p>
            )
          )
        })}
        {offers.length === 0 && <p class="meta">{reader.say(isOver ? words.isOver : words.noStepForYou)}</p>}
        {open.length > 0 && (
          <Beside isRow={open.every((offer) => isPlain(flow, offer) && !offer.hint)}>
            {open.map((offer) => (
              <Step key={offer.step} {...props} offer={offer} />
            ))}
          </Beside>
        )}
      </Stack>
    </Section>
  )
}

/** Steps that are one button each stand in a row, others in columns. */
function Beside({ isRow, children }: { isRow: boolean; children: ComponentChildren }) {
  return isRow ? <div class="actions">{children}</div> : <Columns>{children}</Columns>
}

function isPlain(flow: AnyWorkflow, { step }: StepOffer): boolean {
  const asks = flow.steps[step]
  return !asks?.needsReason && !asks?.setsDueDate
}

function Step({ reader, flow, offer, refused, today }: WorkflowProps & { offer: StepOffer }) {
  const { step, label, hint, href, isOnItsPage, tone = 'quiet', seen = {} } = offer
  const back = refused?.step === step ? refused : undefined
  const form: FormState = { reader, values: back?.values, problems: back?.problems }
  const asks = flow.steps[step]
  if (isOnItsPage) {
    return (
      <div class="stack">
        {hint && <p class="hint">{hint}</p>}
        <div class="actions">
          <LinkButton href={href} tone={tone}>
            {reader.say(label)}
          </LinkButton>
        </div>
      </div>
    )
  }
  const body = (
    <Form form={form} action={href} formKey={newId()}>
      {Object.entries(seen).map(([name, value]) => (
        <Hidden key={name} name={name} value={value} />
      ))}
      {hint && <p class="hint">{hint}</p>}
      {asks?.needsReason && (
        <TextArea
          form={form}
          name="reason"
          label={offer.reasonLabel ?? reader.say(words.reason)}
          hint={offer.reasonHint}
          rows={3}
        />
      )}
      {asks?.setsDueDate && (
        <DateField form={form} name="dueOn" label={reader.say(words.newDueDate)} min={dayAfter(today)} />
      )}
      <div class="actions">
        <SubmitButton tone={tone}>{reader.say(label)}</SubmitButton>
      </div>
    </Form>
  )
  if (isPlain(flow, offer)) return body
  return (
    <details class="disclosure" open={back !== undefined}>
      <summary>{reader.say(label)}</summary>
      {body}
    </details>
  )
}

function dayAfter(date: string): string {
  const day = new Date(`${date}T00:00:00Z`)
  day.setUTCDate(day.getUTCDate() + 1)
  return day.toISOString().slice(0, 10)
}

interface HistoryProps {
  readonly reader: Reader
  readonly history: History
  /** What a line says was done, in the words of its module. */
  readonly textOf: (event: Line) => string
}

/** All that was done to a thing, latest first: what, why, by whom and when. */
export function HistorySection({ reader, history, textOf }: HistoryProps) {
  return (
    <Section id="history" title={reader.say(words.history)}>
      <HistoryTable reader={reader} history={history} textOf={textOf} />
    </Section>
  )
}

/** The same without its heading, for a page that tells of it among other things. */
export function HistoryTable({ reader, history, textOf }: HistoryProps) {
  const { say } = reader
  return (
    <DataTable
      reader={reader}
      id="history-lines"
      caption={say(words.history)}
      captionUnseen
      rows={condensed(history)}
      keyOf={(line) => `${line.at} ${line.step} ${line.version} ${line.from}`}
      empty={<p class="meta">{say(words.noHistory)}</p>}
      columns={[
        {
          key: 'what',
          label: say(words.what),
          rowHeader: true,
          render: (line) => <What {...{ reader, line, textOf }} />,
        },
        { key: 'who', label: say(words.who), render: (line) => whoOf(reader, line.by) },
        {
          key: 'when',
          label: say(words.when),
          size: 'narrow',
          render: (line) => (line.at === null ? say(words.notKnown) : reader.instant(new Date(line.at))),
        },
      ]}
    />
  )
}

function What({ reader, line, textOf }: { reader: Reader; line: Line; textOf: HistoryProps['textOf'] }) {
  const { times, reason } = line
  return (
    <>
      {textOf(line)}
      {times > 1 && <> {reader.say(words.times, { count: times })}</>}
      {reason && <small>{reason}</small>}
    </>
  )
}

/** Nobody's name is that of the machine. */
function whoOf({ say }: Reader, by: string | null): string {
  if (by === null) return say(words.notKnown)
  if (by === 'command') return say(words.byOperator)
  return by === 'job' ? say(words.byMachine) : by
}
