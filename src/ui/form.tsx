/** Forms that post, come back with what was typed, and say what to do: the frame, the summary of errors, the buttons. */
import type { ComponentChildren } from 'preact'
import { describe, type Problem } from '#kernel/problem.ts'
import { isChangedSince } from '#platform/judging.ts'
import type { Reader } from '#ui/reader.ts'
import { words } from '#ui/words.ts'

/** What was posted, by field name; a field posted more than once holds a list. */
export type FormValues = Readonly<Record<string, string | readonly string[] | undefined>>

/** A form as it is being filled: who reads it, what was posted and what is wrong with it. Every field takes it as `form`. */
export interface FormState {
  readonly reader: Reader
  /** Absent on the first showing; then the fields show their own `value`. */
  readonly values?: FormValues
  readonly problems?: readonly Problem[]
}

/** What somebody put into a form that came back, and what is wrong with it. */
export interface FormEntry {
  readonly values?: Readonly<Record<string, string>>
  readonly problems?: readonly Problem[]
}

/** The id of a field's control: where the summary of errors leads to. */
export function fieldId(name: string): string {
  return `field-${name}`
}

/** The text to show in a field: what was posted, else what is stored. */
export function shownValue(form: FormState, name: string, stored?: string): string {
  if (!form.values) return stored ?? ''
  const posted = form.values[name]
  return (typeof posted === 'string' ? posted : posted?.[0]) ?? ''
}

/** Whether an option or a box is chosen: as posted, else as stored. */
export function isChosen(form: FormState, name: string, value: string, stored: boolean): boolean {
  if (!form.values) return stored
  const posted = form.values[name]
  return typeof posted === 'string' ? posted === value : (posted?.includes(value) ?? false)
}

/** The problems that belong to the field `name` (a path joined by dots). */
export function problemsAt(form: FormState, name: string): Problem[] {
  return (form.problems ?? []).filter((problem) => problem.path?.join('.') === name)
}

export interface FormProps {
  readonly form: FormState
  readonly action: string
  /** Idempotency key, new for every showing: a form sent twice is done once. */
  readonly formKey: string
  readonly id?: string
  /** Sends files. */
  readonly files?: boolean
  /** As wide as the page, for grids. */
  readonly wide?: boolean
  readonly children: ComponentChildren
}

/** A form that posts. Shows the summary of errors first. */
export function Form({ form, action, formKey, id, files, wide, children }: FormProps) {
  return (
    <form
      id={id}
      class={wide ? 'form form-wide' : 'form'}
      method="post"
      action={action}
      enctype={files ? 'multipart/form-data' : undefined}
      novalidate
    >
      <ErrorSummary form={form} files={files} />
      <Hidden name="_key" value={formKey} />
      {children}
    </form>
  )
}

interface SummaryProps {
  readonly form: FormState
  /** The form sends files, which no browser gives back. */
  readonly files?: boolean
  /** Where the place of a problem is shown; its field on this page unless told otherwise. */
  readonly hrefOf?: (problem: Problem) => string
}

function fieldHref({ path }: Problem): string {
  return `#${fieldId(path?.join('.') ?? '')}`
}

/** All problems of a form, each leading to its field. Takes the focus when the page opens: there one must land. */
export function ErrorSummary({ form, files, hrefOf = fieldHref }: SummaryProps) {
  const { reader, problems = [] } = form
  const [first, ...changes] = problems
  if (!first) return null
  const isStale = isChangedSince(first)
  return (
    <div class="error-summary" role="alert" tabindex={-1} autofocus data-error-summary>
      <h2>{isStale ? reader.say(words.changedSince) : reader.say(words.errorsHere, { count: problems.length })}</h2>
      {isStale && <p>{describe(reader.language, first)}</p>}
      {(!isStale || form.values) && <p>{reader.say(files ? words.errorsKeptButFiles : words.errorsKept)}</p>}
      <ProblemList reader={reader} problems={isStale ? changes : problems} hrefOf={hrefOf} />
    </div>
  )
}

interface ListProps {
  readonly reader: Reader
  readonly problems: readonly Problem[]
  readonly hrefOf: (problem: Problem) => string
}

function ProblemList({ reader, problems, hrefOf }: ListProps) {
  if (problems.length === 0) return null
  return (
    <ul>
      {problems.map((problem, index) => {
        const text = describe(reader.language, problem)
        return <li key={`${index}`}>{problem.path?.length ? <a href={hrefOf(problem)}>{text}</a> : text}</li>
      })}
    </ul>
  )
}

export function Hidden({ name, value }: { name: string; value: string }) {
  return <input type="hidden" name={name} value={value} />
}

export interface ButtonProps {
  readonly tone?: 'primary' | 'quiet' | 'danger'
  readonly children: ComponentChildren
}

const buttonClasses = { primary: 'button button-primary', quiet: 'button', danger: 'button button-danger' }

/** Sends the form; `name` and `value` tell which of several buttons did; `formId` when it stands outside of it. */
export function SubmitButton(
  props: ButtonProps & { name?: string; value?: string; formAction?: string; formId?: string },
) {
  return (
    <button
      class={buttonClasses[props.tone ?? 'primary']}
      type="submit"
      name={props.name}
      value={props.value}
      formaction={props.formAction}
      form={props.formId}
    >
      {props.children}
    </button>
  )
}

/** A link that looks like a button: it goes somewhere and changes nothing. */
export function LinkButton({ href, tone = 'quiet', children }: ButtonProps & { href: string }) {
  return (
    <a class={buttonClasses[tone]} href={href}>
      {children}
    </a>
  )
}

/** Filters of a list: a form that asks again with an address one can share. */
export function FilterForm(props: { reader: Reader; action: string; clearHref?: string; children: ComponentChildren }) {
  const { reader, action, clearHref, children } = props
  return (
    <form class="filters" method="get" action={action}>
      {children}
      <SubmitButton tone="quiet">{reader.say(words.filter)}</SubmitButton>
      {clearHref && (
        <a class="button button-plain" href={clearHref}>
          {reader.say(words.clearFilter)}
        </a>
      )}
    </form>
  )
}
