/** Boxes to tick, choices to make, and the sets they stand in. */
import type { ComponentChildren } from 'preact'
import { controlOf, type FieldProps, Notes, type Option } from '#ui/fields.tsx'
import { type FormState, fieldId, isChosen, problemsAt } from '#ui/form.tsx'
import { words } from '#ui/words.ts'

/** One box to tick. Posts `value` (`true` unless told) when ticked, nothing when not. */
export function CheckboxField(props: FieldProps & { checked?: boolean; value?: string }) {
  const { form, name, label, checked = false, value = 'true' } = props
  return (
    <div class={problemsAt(form, name).length > 0 ? 'field field-wrong' : 'field'}>
      <div class="choice">
        <input
          {...controlOf({ ...props, optional: true })}
          type="checkbox"
          value={value}
          checked={isChosen(form, name, value, checked)}
        />
        <label for={fieldId(name)}>{label}</label>
      </div>
      <Notes {...props} />
    </div>
  )
}

/** One of a few choices (radio buttons), or several (`multiple`: check boxes under one name). */
export function ChoiceField(
  props: FieldProps & { value?: string | readonly string[]; options: readonly Option[]; multiple?: boolean },
) {
  const { form, name, label, value, options, multiple, optional } = props
  const stored = typeof value === 'string' ? [value] : (value ?? [])
  return (
    <Fieldset {...props} legend={optional ? `${label} ${form.reader.say(words.optional)}` : label} small>
      <div class="choices">
        {options.map((option, index) => {
          const id = index === 0 ? fieldId(name) : `${fieldId(name)}-${index}`
          return (
            <div key={option.value} class="choice">
              <input
                id={id}
                name={name}
                type={multiple ? 'checkbox' : 'radio'}
                value={option.value}
                checked={isChosen(form, name, option.value, stored.includes(option.value))}
                aria-describedby={option.hint ? `${id}-about` : undefined}
              />
              <label for={id}>{option.label}</label>
              {option.hint && (
                <p class="hint" id={`${id}-about`}>
                  {option.hint}
                </p>
              )}
            </div>
          )
        })}
      </div>
    </Fieldset>
  )
}

export interface FieldsetProps {
  readonly form: FormState
  readonly legend: string
  /** The path of the group, when problems may sit on the group itself. */
  readonly name?: string
  readonly hint?: ComponentChildren
  /** The legend as large as a label. */
  readonly small?: boolean
  readonly children: ComponentChildren
}

/** Fields that belong together. */
export function Fieldset({ form, legend, name, hint, small, children }: FieldsetProps) {
  const wrong = name !== undefined && problemsAt(form, name).length > 0
  const described =
    name && [hint && `${fieldId(name)}-hint`, wrong && `${fieldId(name)}-error`].filter(Boolean).join(' ')
  return (
    <fieldset class={wrong ? 'fieldset field-wrong' : 'fieldset'} aria-describedby={described || undefined}>
      <legend class={small ? 'field-label' : undefined}>{legend}</legend>
      {name ? <Notes form={form} name={name} hint={hint} /> : hint && <p class="hint">{hint}</p>}
      {children}
    </fieldset>
  )
}
