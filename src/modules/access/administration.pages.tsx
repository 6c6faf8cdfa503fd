/** The screen of administrators: who holds what at a unit and below, open invitations, and inviting somebody. */
import { newId } from '#kernel/id.ts'
import type { Page } from '#kernel/page.ts'
import { ProblemError } from '#kernel/problem.ts'
import { unitOperation } from '#modules/organisation'
import type { Step } from '#platform/perform.ts'
import { problems as platformProblems } from '#platform/problems.ts'
import { action, type Route, submit, type View, type Visit, view } from '#platform/web/page.ts'
import { path, type Query } from '#platform/web/path.ts'
import { ChoiceField } from '#ui/choices.tsx'
import { SelectField, TextField } from '#ui/fields.tsx'
import { Form, type FormState, Hidden, SubmitButton } from '#ui/form.tsx'
import { PageHeader, Section } from '#ui/layout.tsx'
import type { List } from '#ui/list.tsx'
import { fileOfList, type ListInput, type ListPlace, readList } from '#ui/list-page.ts'
import { type Reader, readerOf } from '#ui/reader.ts'
import { type Column, DataTable } from '#ui/table.tsx'
import { type Account, RoleName } from './accounts.model.ts'
import { invite, openInvitations, withdrawInvitation } from './invitations.operations.ts'
import { disableAccount, enableAccount, endGrant, listAccounts, myAccount } from './roles.operations.ts'
import { roleHints, roleWords, texts } from './texts.ts'

export const peoplePath = path('/people')
const endPath = path('/people/end-role')
const statePath = path('/people/state')
const withdrawPath = path('/people/withdraw')

const peoplePage = view(peoplePath, async (visit) => {
  const unit = await unitOf(visit, visit.query.unit)
  return (await fileOfList(visit, placeAt(unit))) ?? peopleView(visit, unit)
})

/** Invites at the unit of the page, or at one under it whose code was typed. */
const inviteThere = action(peoplePath, async (visit) => {
  const { fields } = await visit.form()
  const unit = fields.at ?? ''
  const { email = '' } = fields
  return submit(visit, {
    operation: invite,
    input: ({ fields: { name, role, language } }) => ({ email, name, role, language, unit: fields.unit }),
    done: ({ outcome }) =>
      visit.go(peoplePath.to({ unit }), outcome === 'invited' ? texts.invited : texts.granted, { email }),
    again: (problems, values) => peopleView(visit, unit, { problems, values }),
  })
})

const end = action(endPath, async (visit) => {
  const { fields } = await visit.form()
  await visit.perform(endGrant, { grant: fields.grant })
  return visit.go(peoplePath.to({ unit: fields.at }), texts.grantEnded)
})

const changeState = action(statePath, async (visit) => {
  const { fields } = await visit.form()
  const isDisabling = fields.state === 'disabled'
  await visit.perform(isDisabling ? disableAccount : enableAccount, { email: fields.email })
  return visit.go(peoplePath.to({ unit: fields.at }), isDisabling ? texts.isDisabled : texts.isEnabled)
})

const withdraw = action(withdrawPath, async (visit) => {
  const { fields } = await visit.form()
  await visit.perform(withdrawInvitation, { invitation: fields.invitation })
  return visit.go(peoplePath.to({ unit: fields.at }), texts.withdrawn)
})

export const routes: Route[] = [peoplePage, inviteThere, end, changeState, withdraw]

/** The unit asked for, or the first that the reader administers. */
async function unitOf(visit: Visit, asked: string | undefined): Promise<string> {
  if (asked) return asked
  const { grants } = await visit.perform(myAccount, {})
  const held = grants.find((grant) => grant.role === 'administrator')
  if (!held) throw new ProblemError(platformProblems.forbidden())
  return held.unit.code
}

function placeAt(at: string): ListPlace<ListedAccount, { readonly at: string }> {
  const hrefOf = (query: Query) => peoplePath.to({ unit: at, ...query })
  return { list: peopleList, rows: readPeople, extra: { at }, hrefOf, input: { unit: at } }
}

async function peopleView(
  visit: Visit,
  code: string,
  again: Pick<FormState, 'problems' | 'values'> = {},
): Promise<View> {
  const reader = readerOf(visit.language)
  const { say } = reader
  const { body, status } = await readList(visit, placeAt(code))
  const waiting = await visit.perform(openInvitations, { unit: code })
  const unit = await visit.perform(unitOperation, { code })
  const title = say(texts.peopleOf, { unit: unit.name })
  return {
    title,
    status,
    width: 'wide',
    body: (
      <>
        <PageHeader title={title} lead={say(texts.peopleLead)} />
        {body}
        {waiting.length > 0 && <Waiting reader={reader} rows={waiting} at={code} />}
        <InviteForm form={{ reader, ...again }} at={code} />
      </>
    ),
  }
}

/** An account, and whether it holds nothing beyond what the reader administers. */
type ListedAccount = Account & { readonly isWithin: boolean }

/** The accounts with a role at the unit of the page or below. */
const peopleList: List<ListedAccount, { readonly at: string }> = {
  id: 'people',
  caption: texts.people,
  keyOf: (row) => row.id,
  fileName: ({ extra, today }) => `people-${extra.at}-${today}`,
  empty: ({ reader }) => ({ title: reader.say(texts.noPeople) }),
  columns: [
    {
      key: 'name',
      label: texts.name,
      rowHeader: true,
      render: (row) => row.name,
      file: { value: (row) => row.name, width: 30 },
    },
    { key: 'email', label: texts.email, render: (row) => row.email, file: { value: (row) => row.email, width: 34 } },
    {
      key: 'roles',
      label: texts.roles,
      phone: 'whole',
      render: (row, { reader, extra }) => <Grants reader={reader} account={row} at={extra.at} />,
      file: { value: (row, { reader }) => row.grants.map((grant) => grantText(reader, grant)).join('; '), width: 60 },
    },
    {
      key: 'state',
      label: texts.actions,
      labelUnseen: true,
      render: (row, { reader, extra }) =>
        row.isWithin && (
          <PostButton
            action={statePath.to()}
            fields={{ at: extra.at, email: row.email, state: row.isDisabled ? 'enabled' : 'disabled' }}
            label={reader.say(row.isDisabled ? texts.enable : texts.disable)}
            about={row.name}
          />
        ),
    },
  ],
}

/** Accounts, each with whether the reader may disable or enable it. */
async function readPeople(visit: Visit, input: ListInput): Promise<Page<ListedAccount>> {
  const page = await visit.perform(listAccounts, input)
  const steps = page.rows.map(({ email, isDisabled }): [string, Step] => [
    email,
    [isDisabled ? enableAccount : disableAccount, { email }],
  ])
  const may = new Map(Object.entries(await visit.mayEach(Object.fromEntries(steps))))
  return { ...page, rows: page.rows.map((row) => ({ ...row, isWithin: may.get(row.email) ?? false })) }
}

function grantText({ say }: Reader, { role, unit }: Account['grants'][number]): string {
  return `${say(roleWords[role])}, ${unit.name}`
}

function Grants({ reader, account, at }: { reader: Reader; account: Account; at: string }) {
  const { say } = reader
  return (
    <ul class="list">
      {account.grants.map((grant) => (
        <li key={grant.id}>
          {grantText(reader, grant)}{' '}
          {grant.validTo && (
            <span class="meta">
              {say(texts.until)} {reader.date(grant.validTo)}
            </span>
          )}
          <PostButton
            action={endPath.to()}
            fields={{ at, grant: grant.id }}
            label={say(texts.endGrant)}
            about={`${account.name}, ${grantText(reader, grant)}`}
          />
        </li>
      ))}
    </ul>
  )
}

interface WaitingRow {
  readonly id: string
  readonly email: string
  readonly name: string
  readonly unitName: string
  readonly role: RoleName
  readonly expiresAt: Date
}

function Waiting({ reader, rows, at }: { reader: Reader; rows: readonly WaitingRow[]; at: string }) {
  const { say } = reader
  const columns: Column<WaitingRow>[] = [
    { key: 'email', label: say(texts.email), rowHeader: true, render: (row) => row.email },
    { key: 'name', label: say(texts.name), render: (row) => row.name },
    { key: 'role', label: say(texts.role), render: (row) => `${say(roleWords[row.role])}, ${row.unitName}` },
    { key: 'expires', label: say(texts.expires), render: (row) => reader.instant(row.expiresAt) },
    {
      key: 'actions',
      label: say(texts.actions),
      labelUnseen: true,
      render: (row) => (
        <PostButton
          action={withdrawPath.to()}
          fields={{ at, invitation: row.id }}
          label={say(texts.withdraw)}
          about={row.email}
        />
      ),
    },
  ]
  return (
    <Section id="waiting" title={say(texts.waiting)}>
      <DataTable
        reader={reader}
        id="invitations"
        caption={say(texts.waiting)}
        captionUnseen
        columns={columns}
        rows={rows}
        keyOf={(row) => row.id}
        empty={null}
      />
    </Section>
  )
}

function InviteForm({ form, at }: { form: FormState; at: string }) {
  const { say } = form.reader
  const roles = RoleName.options.map((role) => ({
    value: role,
    label: say(roleWords[role]),
    hint: say(roleHints[role]),
  }))
  const languages = [
    { value: 'vi', label: say(texts.vietnamese) },
    { value: 'en', label: say(texts.english) },
  ]
  return (
    <Section id="invite" title={say(texts.invite)} lead={say(texts.inviteLead)}>
      <Form form={form} action={peoplePath.to({ unit: at })} formKey={newId()}>
        <Hidden name="at" value={at} />
        <TextField form={form} name="email" label={say(texts.email)} type="email" autocomplete="off" />
        <TextField form={form} name="name" label={say(texts.name)} autocomplete="off" />
        <ChoiceField form={form} name="role" label={say(texts.role)} options={roles} />
        <TextField
          form={form}
          name="unit"
          label={say(texts.inviteAt)}
          hint={say(texts.inviteAtHint)}
          value={at}
          autocomplete="off"
          short
        />
        <SelectField form={form} name="language" label={say(texts.language)} value="vi" options={languages} />
        <SubmitButton>{say(texts.invite)}</SubmitButton>
      </Form>
    </Section>
  )
}

/** One step that changes something, as a button in a list; `about` is said after the label to who cannot see the row. */
function PostButton(props: { action: string; fields: Record<string, string>; label: string; about: string }) {
  return (
    <form method="post" action={props.action}>
      {Object.entries({ ...props.fields, _key: newId() }).map(([name, value]) => (
        <Hidden key={name} name={name} value={value} />
      ))}
      <button class="button-plain" type="submit">
        {props.label}
        <span class="unseen">: {props.about}</span>
      </button>
    </form>
  )
}
