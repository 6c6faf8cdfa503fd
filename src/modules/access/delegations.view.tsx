/** Delegations in a list, and the form that makes one: on the page of administrators and on one's own. */
import { allFields, type Field, fieldsHeld, fieldWords } from '#kernel/field.ts'
import { newId } from '#kernel/id.ts'
import { DateField, SelectField, TextField } from '#ui/fields.tsx'
import { Form, type FormState, Hidden, SubmitButton } from '#ui/form.tsx'
import type { List, ListColumn } from '#ui/list.tsx'
import { texts as accessTexts, roleWords } from './access.texts.ts'
import type { Grant } from './accounts.model.ts'
import { yearAfter } from './accounts.rules.ts'
import type { DelegatedRole, Delegation } from './delegations.model.ts'
import { texts } from './delegations.texts.ts'
import { PostButton } from './post-button.view.tsx'

/** What a list of delegations looks at beside its rows. */
export interface DelegationContext {
  readonly fields: readonly Field[]
  /** Where a delegation is ended, and what goes along. */
  readonly endAction: string
  readonly along: Readonly<Record<string, string>>
}

/** A column of both lists: what it needs of a row and of its page. */
type CommonColumn = ListColumn<Pick<Delegation, 'field' | 'validFrom' | 'validTo'>, Pick<DelegationContext, 'fields'>>

const fieldColumn: CommonColumn = {
  key: 'field',
  label: accessTexts.field,
  render: (row, { reader, extra }) => reader.say(fieldWords(row.field, extra.fields)),
  file: { value: (row, { reader, extra }) => reader.say(fieldWords(row.field, extra.fields)), width: 24 },
}
const fromColumn: CommonColumn = {
  key: 'from',
  label: accessTexts.from,
  render: (row, { reader }) => reader.date(row.validFrom),
  file: { value: (row) => row.validFrom, width: 14, kind: 'date' },
}
const untilColumn: CommonColumn = {
  key: 'until',
  label: accessTexts.until,
  render: (row, { reader }) => reader.date(row.validTo),
  file: { value: (row) => row.validTo, width: 14, kind: 'date' },
}

export const delegationList: List<Delegation & { readonly mayEnd: boolean }, DelegationContext> = {
  id: 'delegation-list',
  caption: accessTexts.delegations,
  keyOf: (row) => row.id,
  rowsPerPage: 50,
  fileName: ({ today }) => `delegations-${today}`,
  empty: ({ reader }) => ({ title: reader.say(texts.noDelegations) }),
  columns: [
    {
      key: 'delegator',
      label: texts.delegator,
      rowHeader: true,
      render: (row) => row.delegator.name,
      file: { value: (row) => row.delegator.name, width: 30 },
    },
    {
      key: 'delegate',
      label: texts.delegate,
      render: (row) => row.delegate.name,
      file: { value: (row) => row.delegate.name, width: 30 },
    },
    fieldColumn,
    fromColumn,
    untilColumn,
    {
      key: 'actions',
      label: accessTexts.actions,
      labelUnseen: true,
      render: (row, { reader, extra: { endAction, along } }) =>
        row.mayEnd && (
          <PostButton
            action={endAction}
            fields={{ ...along, delegation: row.id }}
            label={reader.say(texts.endDelegation)}
            about={`${row.delegator.name}, ${row.delegate.name}`}
          />
        ),
    },
  ],
}

interface FormProps {
  readonly form: FormState
  readonly action: string
  readonly along: Readonly<Record<string, string>>
  /** Whose roles are delegated, where it is clear; else it is asked. */
  readonly delegator?: string
  readonly choice: readonly Field[]
  readonly today: string
}

export function DelegateForm({ form, action, along, delegator, choice, today }: FormProps) {
  const { say } = form.reader
  return (
    <Form form={form} action={action} formKey={newId()}>
      {Object.entries(along).map(([name, value]) => (
        <Hidden key={name} name={name} value={value} />
      ))}
      {delegator === undefined && (
        <TextField
          form={form}
          name="delegator"
          label={say(texts.delegator)}
          hint={say(texts.delegatorHint)}
          type="email"
          autocomplete="off"
        />
      )}
      <TextField
        form={form}
        name="delegate"
        label={say(texts.delegate)}
        hint={say(texts.delegateHint)}
        type="email"
        autocomplete="off"
      />
      <SelectField
        form={form}
        name="delegationField"
        label={say(accessTexts.field)}
        hint={say(texts.delegationFieldHint)}
        value={choice[0]?.code}
        options={choice.map(({ code, words }) => ({ value: code, label: say(words) }))}
      />
      <DateField
        form={form}
        name="until"
        label={say(accessTexts.until)}
        hint={say(texts.untilHint)}
        min={today}
        max={yearAfter(today)}
      />
      <SubmitButton>{say(texts.delegateIt)}</SubmitButton>
    </Form>
  )
}

/** What an account can delegate: each field that it holds something in, and all of them. */
export function fieldsToDelegate(grants: readonly Grant[], fields: readonly Field[]): readonly Field[] {
  const held = fieldsHeld(grants.map((grant) => grant.field))
  const some = held ? fields.filter(({ code }) => held.includes(code)) : fields
  return [{ code: allFields, words: fieldWords(allFields, fields) }, ...some]
}

export interface DelegatedContext {
  readonly fields: readonly Field[]
  /** Where a delegation is ended. */
  readonly endAction: string
}

export const delegatedRoleList: List<DelegatedRole, DelegatedContext> = {
  id: 'delegated-roles',
  caption: accessTexts.delegatedRoles,
  keyOf: (row) => `${row.delegation} ${row.unit.code} ${row.role} ${row.field} ${row.validFrom}`,
  rowsPerPage: 20,
  fileName: ({ today }) => `delegated-roles-${today}`,
  empty: ({ reader }) => ({ title: reader.say(texts.noDelegatedRoles) }),
  columns: [
    {
      key: 'holder',
      label: accessTexts.onBehalfOf,
      rowHeader: true,
      render: (row) => row.holder,
      file: { value: (row) => row.holder, width: 30 },
    },
    {
      key: 'role',
      label: accessTexts.role,
      render: (row, { reader }) => `${reader.say(roleWords[row.role])}, ${row.unit.name}`,
      file: { value: (row, { reader }) => reader.say(roleWords[row.role]), width: 16 },
    },
    { key: 'unit', label: accessTexts.unit, file: { value: (row) => row.unit.name, width: 34 } },
    fieldColumn,
    fromColumn,
    untilColumn,
    {
      key: 'actions',
      label: accessTexts.actions,
      labelUnseen: true,
      render: (row, { reader, extra }) => (
        <PostButton
          action={extra.endAction}
          fields={{ delegation: row.delegation }}
          label={reader.say(texts.endDelegation)}
          about={row.holder}
        />
      ),
    },
  ],
}
