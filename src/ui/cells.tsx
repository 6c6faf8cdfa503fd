/** Controls inside tables: the cells of a grid that is filled in. */
import { describe } from '#kernel/problem.ts'
import { type FormState, fieldId, problemsAt, shownValue } from '#ui/form.tsx'
import { words } from '#ui/words.ts'

export interface CellInputProps {
  readonly form: FormState
  readonly name: string
  /** Said by a screen reader: the row and the column. */
  readonly label: string
  readonly value?: string
  /** From the system: shown, not typed. */
  readonly computed?: boolean
  readonly placeholder?: string
  /** Text instead of a number. */
  readonly text?: boolean
}

/** A control inside a table: no label of its own to be seen, its errors are shown by `CellError` beside the row's name. */
export function CellInput({ form, name, label, value, computed, placeholder, text }: CellInputProps) {
  const wrong = problemsAt(form, name).length > 0
  const id = fieldId(name)
  return (
    <input
      id={id}
      name={name}
      class={text ? 'input cell cell-text' : 'input cell'}
      type="text"
      inputmode={text ? undefined : 'decimal'}
      autocomplete="off"
      aria-label={label}
      aria-invalid={wrong ? 'true' : undefined}
      aria-describedby={wrong ? `${id}-error` : undefined}
      readonly={computed}
      placeholder={placeholder}
      value={shownValue(form, name, value)}
    />
  )
}

/** The problems of a `CellInput`. */
export function CellError({ form, name }: { form: FormState; name: string }) {
  const problems = problemsAt(form, name)
  if (problems.length === 0) return null
  return (
    <span class="cell-error" id={`${fieldId(name)}-error`}>
      <span class="unseen">{form.reader.say(words.errorMark)}</span>{' '}
      {problems.map((problem) => describe(form.reader.language, problem)).join(' ')}
    </span>
  )
}
