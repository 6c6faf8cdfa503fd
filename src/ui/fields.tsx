/** The fields of forms, each with its label, hint, errors and kept value. */
import type { ComponentChildren } from 'preact'
import { describe } from '#kernel/problem.ts'
import { type FormState, fieldId, problemsAt, shownValue } from '#ui/form.tsx'
import { words } from '#ui/words.ts'

export interface FieldProps {
  readonly form: FormState
  /** The path of the value in the input, joined by dots. */
  readonly name: string
  readonly label: string
  readonly hint?: ComponentChildren
  /** Says "(optional)" after the label; fields are required unless told. */
  readonly optional?: boolean
}

interface Described {
  readonly id: string
  readonly name: string
  readonly 'aria-describedby'?: string
  readonly 'aria-invalid'?: 'true'
  readonly required: boolean
}

/** What every control of a field carries. */
export function controlOf({ form, name, hint, optional }: FieldProps): Described {
  const id = fieldId(name)
  const wrong = problemsAt(form, name).length > 0
  const described = [hint && `${id}-hint`, wrong && `${id}-error`].filter(Boolean).join(' ')
  return {
    id,
    name,
    'aria-describedby': described || undefined,
    'aria-invalid': wrong ? 'true' : undefined,
    required: !optional,
  }
}

function Label({ form, name, label, optional }: FieldProps) {
  return (
    <label for={fieldId(name)}>
      {label} {optional && <span class="optional">{form.reader.say(words.optional)}</span>}
    </label>
  )
}

/** Hint and errors of a field, under the ids that its control is described by. */
export function Notes({ form, name, hint }: Pick<FieldProps, 'form' | 'name' | 'hint'>) {
  const problems = problemsAt(form, name)
  const id = fieldId(name)
  return (
    <>
      {hint && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {problems.length > 0 && (
        <p class="field-error" id={`${id}-error`}>
          <span class="unseen">{form.reader.say(words.errorMark)}</span>{' '}
          {problems.map((problem) => describe(form.reader.language, problem)).join(' ')}
        </p>
      )}
    </>
  )
}

function Field(props: FieldProps & { children: ComponentChildren }) {
  return (
    <div class={problemsAt(props.form, props.name).length > 0 ? 'field field-wrong' : 'field'}>
      <Label {...props} />
      <Notes {...props} />
      {props.children}
    </div>
  )
}

export interface TextFieldProps extends FieldProps {
  readonly value?: string
  readonly type?: 'text' | 'email' | 'tel' | 'url' | 'password' | 'search'
  /** What the browser may fill in: `name`, `email`, `current-password` (WCAG 1.3.5). */
  readonly autocomplete?: string
  readonly short?: boolean
}

export function TextField(props: TextFieldProps) {
  const { form, name, value, type = 'text', autocomplete, short } = props
  return (
    <Field {...props}>
      <input
        {...controlOf(props)}
        class={short ? 'input input-short' : 'input'}
        // Preact types one kind of input at a time; these kinds take the same attributes.
        type={type as 'text'}
        autocomplete={autocomplete}
        spellcheck={type === 'text' ? undefined : false}
        value={type === 'password' ? '' : shownValue(form, name, value)}
      />
    </Field>
  )
}

/** A number typed as the reader writes numbers; the server reads it by `readNumber`. */
export function NumberField(props: FieldProps & { value?: number; unit?: string; decimals?: number }) {
  const { form, name, value, unit, decimals = 0 } = props
  const stored = value === undefined ? undefined : form.reader.number(value, decimals)
  const input = (
    <input
      {...controlOf(props)}
      class="input input-number"
      type="text"
      inputmode={decimals > 0 ? 'decimal' : 'numeric'}
      autocomplete="off"
      value={shownValue(form, name, stored)}
    />
  )
  return (
    <Field {...props}>
      {unit ? (
        <span class="with-unit">
          {input} <span>{unit}</span>
        </span>
      ) : (
        input
      )}
    </Field>
  )
}

/** A date, `YYYY-MM-DD` in and out; the browser shows it in its own way. */
export function DateField(props: FieldProps & { value?: string; min?: string; max?: string }) {
  const { form, name, value, min, max } = props
  return (
    <Field {...props}>
      <input
        {...controlOf(props)}
        class="input input-date"
        type="date"
        min={min}
        max={max}
        value={shownValue(form, name, value)}
      />
    </Field>
  )
}

export function TextArea(props: FieldProps & { value?: string; rows?: number }) {
  const { form, name, value, rows = 4 } = props
  return (
    <Field {...props}>
      <textarea {...controlOf(props)} class="input" rows={rows} value={shownValue(form, name, value)} />
    </Field>
  )
}

/** What somebody else has saved of a text meanwhile, under the field where one's own stands. */
export function OtherText({ label, text, empty }: { label: string; text: string; empty: string }) {
  return (
    <details class="disclosure" open>
      <summary>{label}</summary>
      <div class="other-text">{text || <em>{empty}</em>}</div>
    </details>
  )
}

export interface Option {
  readonly value: string
  readonly label: string
  readonly hint?: string
}

/** A choice from a list; starts with an empty choice unless `value` is given and `optional` is not. */
export function SelectField(props: FieldProps & { value?: string; options: readonly Option[]; emptyLabel?: string }) {
  const { form, name, value, options, optional, emptyLabel } = props
  const shown = shownValue(form, name, value)
  return (
    <Field {...props}>
      <select {...controlOf(props)} class="input input-short">
        {(optional || !value) && <option value="">{emptyLabel ?? form.reader.say(words.choose)}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value} selected={option.value === shown}>
            {option.label}
          </option>
        ))}
      </select>
    </Field>
  )
}

/** Files cannot be kept by a browser when a form comes back: say so in the hint if that matters. */
export function FileField(props: FieldProps & { accept?: string; multiple?: boolean }) {
  return (
    <Field {...props}>
      <input {...controlOf(props)} class="input" type="file" accept={props.accept} multiple={props.multiple} />
    </Field>
  )
}
