/** Delegations in a list, and the form that makes one: on the page of administrators and on one's own. */
import { allFields, type Field, fieldsHeld, fieldWords } from '#kernel/field.ts'
import { newId } from '#kernel/id.ts'
import { DateField, SelectField, TextField } from '#ui/fields.tsx'
import { Form, type FormState, Hidden, SubmitButton } from '#ui/form.tsx'
import { EmptyState, Section } from '#ui/layout.tsx'
import { type List, type ListContext, tableColumns } from '#ui/list.tsx'
import type { Reader } from '#ui/reader.ts'
import { type Column, DataTable } from '#ui/table.tsx'
import type { Grant } from './accounts.model.ts'
import { yearAfter } from './accounts.rules.ts'
import type { DelegatedRole, Delegation } from './delegations.model.ts'
import { PostButton } from './post-button.view.tsx'
import { roleWords, texts } from './texts.ts'

/** What a list of delegations looks at beside its rows. */
export interface DelegationContext {
  readonly fields: readonly Field[]
  /** Where a delegation is ended, and what goes along. */
  readonly endAction: string
  readonly along: Readonly<Record<string, string>>
  readonly mayEnd: (delegation: Delegation) => boolean
}

export const delegationList: List<Delegation, DelegationContext> = {
  id: 'delegation-list',
  caption: texts.delegations,
  keyOf: (row) => row.id,
  empty: ({ reader }) => ({ title: reader.say(texts.noDelegations) }),
  columns: [
    { key: 'delegator', label: texts.delegator, rowHeader: true, render: (row) => row.delegator.name },
    { key: 'delegate', label: texts.delegate, render: (row) => row.delegate.name },
    {
      key: 'field',
      label: texts.field,
      render: (row, { reader, extra }) => reader.say(fieldWords(row.field, extra.fields)),
    },
    { key: 'from', label: texts.from, render: (row, { reader }) => reader.date(row.validFrom) },
    { key: 'until', label: texts.until, render: (row, { reader }) => reader.date(row.validTo) },
    {
      key: 'actions',
      label: texts.actions,
      labelUnseen: true,
      render: (row, { reader, extra: { mayEnd, endAction, along } }) =>
        mayEnd(row) && (
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

/** The few delegations of one person, all of them. */
export function DelegationTable(props: { context: ListContext<DelegationContext>; rows: readonly Delegation[] }) {
  const { context, rows } = props
  const { id, caption, columns, keyOf, empty } = delegationList
  return (
    <DataTable
      reader={context.reader}
      id={id}
      caption={context.reader.say(caption)}
      captionUnseen
      columns={tableColumns(columns, context)}
      rows={rows}
      keyOf={keyOf}
      empty={<EmptyState {...empty(context)} />}
    />
  )
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
        label={say(texts.field)}
        hint={say(texts.delegationFieldHint)}
        value={choice[0]?.code}
        options={choice.map(({ code, words }) => ({ value: code, label: say(words) }))}
      />
      <DateField
        form={form}
        name="until"
        label={say(texts.until)}
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

interface DelegatedProps {
  readonly reader: Reader
  readonly roles: readonly DelegatedRole[]
  readonly fields: readonly Field[]
  readonly endAction: string
}

export function DelegatedRoles({ reader, roles, fields, endAction }: DelegatedProps) {
  const { say } = reader
  const columns: Column<DelegatedRole>[] = [
    { key: 'holder', label: say(texts.onBehalfOf), rowHeader: true, render: (row) => row.holder },
    { key: 'role', label: say(texts.role), render: (row) => `${say(roleWords[row.role])}, ${row.unit.name}` },
    { key: 'field', label: say(texts.field), render: (row) => say(fieldWords(row.field, fields)) },
    { key: 'from', label: say(texts.from), render: (row) => reader.date(row.validFrom) },
    { key: 'until', label: say(texts.until), render: (row) => reader.date(row.validTo) },
    {
      key: 'actions',
      label: say(texts.actions),
      labelUnseen: true,
      render: (row) => (
        <PostButton
          action={endAction}
          fields={{ delegation: row.delegation }}
          label={say(texts.endDelegation)}
          about={row.holder}
        />
      ),
    },
  ]
  return (
    <Section id="delegated" title={say(texts.delegatedRoles)}>
      <DataTable
        reader={reader}
        id="delegated-roles"
        caption={say(texts.delegatedRoles)}
        captionUnseen
        columns={columns}
        rows={roles}
        keyOf={(row) => `${row.delegation} ${row.unit.code} ${row.role} ${row.field}`}
        empty={null}
      />
    </Section>
  )
}
