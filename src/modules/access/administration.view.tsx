/** The lists on the screen of administrators: accounts with what they hold, and invitations that wait. */
import { type Field, fieldWords } from '#kernel/field.ts'
import { EmptyState, Section } from '#ui/layout.tsx'
import type { Reader } from '#ui/reader.ts'
import { type Column, DataTable } from '#ui/table.tsx'
import type { Account, RoleName } from './accounts.model.ts'
import { endPath, statePath, withdrawPath } from './administration.paths.ts'
import { PostButton } from './post-button.view.tsx'
import { roleWords, texts } from './texts.ts'

interface AccountTableProps {
  readonly reader: Reader
  readonly rows: readonly Account[]
  readonly at: string
  /** E-mails of the accounts that hold nothing beyond what the reader administers. */
  readonly within: ReadonlySet<string>
  readonly fields: readonly Field[]
  /** Codes of the fields for which the reader gives and ends roles here. */
  readonly given: ReadonlySet<string>
}

export function AccountTable(props: AccountTableProps) {
  const { reader, rows, at, within } = props
  const { say } = reader
  const columns: Column<Account>[] = [
    { key: 'name', label: say(texts.name), rowHeader: true, render: (row) => row.name },
    { key: 'email', label: say(texts.email), render: (row) => row.email },
    {
      key: 'roles',
      label: say(texts.roles),
      phone: 'whole',
      render: (row) => <Grants {...props} account={row} />,
    },
    {
      key: 'state',
      label: say(texts.actions),
      labelUnseen: true,
      render: (row) =>
        within.has(row.email) && (
          <PostButton
            action={statePath.to()}
            fields={{ at, email: row.email, state: row.isDisabled ? 'enabled' : 'disabled' }}
            label={say(row.isDisabled ? texts.enable : texts.disable)}
            about={row.name}
          />
        ),
    },
  ]
  return (
    <DataTable
      reader={reader}
      id="people"
      caption={say(texts.people)}
      captionUnseen
      columns={columns}
      rows={rows}
      keyOf={(row) => row.id}
      empty={<EmptyState title={say(texts.noPeople)} />}
    />
  )
}

function Grants({ reader, account, at, fields, given }: AccountTableProps & { account: Account }) {
  const { say } = reader
  return (
    <ul class="list">
      {account.grants.map((grant) => (
        <li key={grant.id}>
          {say(roleWords[grant.role])}, {grant.unit.name}
          <p class="meta">
            {say(fieldWords(grant.field, fields))}
            {grant.validTo && `, ${say(texts.until).toLowerCase()} ${reader.date(grant.validTo)}`}
          </p>
          {given.has(grant.field) && (
            <PostButton
              action={endPath.to()}
              fields={{ at, grant: grant.id }}
              label={say(texts.endGrant)}
              about={`${account.name}, ${say(roleWords[grant.role])}, ${grant.unit.name}`}
            />
          )}
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
  readonly field: string
  readonly expiresAt: Date
}

export function Waiting(props: { reader: Reader; rows: readonly WaitingRow[]; at: string; fields: readonly Field[] }) {
  const { reader, rows, at, fields } = props
  const { say } = reader
  const columns: Column<WaitingRow>[] = [
    { key: 'email', label: say(texts.email), rowHeader: true, render: (row) => row.email },
    { key: 'name', label: say(texts.name), render: (row) => row.name },
    { key: 'role', label: say(texts.role), render: (row) => `${say(roleWords[row.role])}, ${row.unitName}` },
    { key: 'field', label: say(texts.field), render: (row) => say(fieldWords(row.field, fields)) },
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
