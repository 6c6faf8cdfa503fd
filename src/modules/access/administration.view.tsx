/** The first list on the screen of administrators: accounts with what they hold. */
import { type Field, fieldWords, inField } from '#kernel/field.ts'
import type { List } from '#ui/list.tsx'
import type { Reader } from '#ui/reader.ts'
import { texts as accessTexts, roleWords } from './access.texts.ts'
import type { Account } from './accounts.model.ts'
import { endPath, statePath } from './administration.paths.ts'
import { texts } from './administration.texts.ts'
import { PostButton } from './post-button.view.tsx'

/** An account, and whether it holds nothing beyond what the reader administers. */
export type ListedAccount = Account & { readonly isWithin: boolean }

export interface PeopleContext {
  /** The code of the unit of the page. */
  readonly at: string
  readonly fields: readonly Field[]
  /** Codes of the fields for which the reader gives and ends roles here. */
  readonly given: ReadonlySet<string>
}

/** The accounts with a role at the unit of the page or below. */
export const peopleList: List<ListedAccount, PeopleContext> = {
  id: 'people',
  caption: texts.people,
  keyOf: (row) => row.id,
  fileName: ({ extra, today }) => `people-${extra.at}-${today}`,
  empty: ({ reader }) => ({ title: reader.say(texts.noPeople) }),
  columns: [
    {
      key: 'name',
      label: accessTexts.name,
      rowHeader: true,
      render: (row) => row.name,
      file: { value: (row) => row.name, width: 30 },
    },
    {
      key: 'email',
      label: accessTexts.email,
      render: (row) => row.email,
      file: { value: (row) => row.email, width: 34 },
    },
    {
      key: 'roles',
      label: accessTexts.roles,
      phone: 'whole',
      render: (row, { reader, extra }) => <Grants {...extra} reader={reader} account={row} />,
      file: {
        value: ({ grants }, { reader: { say }, extra: { fields } }) =>
          grants
            .map(({ role, field, unit }) => `${inField(say, roleWords[role], field, fields)}, ${unit.name}`)
            .join('; '),
        width: 60,
      },
    },
    {
      key: 'state',
      label: accessTexts.actions,
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

function Grants({ reader, account, at, fields, given }: PeopleContext & { reader: Reader; account: Account }) {
  const { say } = reader
  return (
    <ul class="list">
      {account.grants.map((grant) => (
        <li key={grant.id}>
          {say(roleWords[grant.role])}, {grant.unit.name}
          <p class="meta">
            {say(fieldWords(grant.field, fields))}
            {grant.validTo && `, ${say(accessTexts.until).toLowerCase()} ${reader.date(grant.validTo)}`}
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
