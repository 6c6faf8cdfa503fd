/** The list of invitations that nobody has taken up. */
import { type Field, fieldWords } from '#kernel/field.ts'
import type { List } from '#ui/list.tsx'
import { Mark } from '#ui/status.tsx'
import { texts as accessTexts, roleWords } from './access.texts.ts'
import type { ListedInvitation } from './invitations.operations.ts'
import { texts } from './invitations.texts.ts'
import { PostButton } from './post-button.view.tsx'

export interface InvitationContext {
  /** The code of the unit of the page. */
  readonly at: string
  readonly fields: readonly Field[]
  /** Where an invitation is withdrawn. */
  readonly withdrawAction: string
  readonly now: Date
}

export const invitationList: List<ListedInvitation, InvitationContext> = {
  id: 'invitations',
  caption: accessTexts.waiting,
  keyOf: (row) => row.id,
  rowsPerPage: 50,
  fileName: ({ extra, today }) => `invitations-${extra.at}-${today}`,
  empty: ({ reader }) => ({ title: reader.say(texts.noInvitations) }),
  filters: [
    { name: 'query', label: texts.findPerson, kind: 'search' },
    {
      name: 'state',
      label: texts.invitationState,
      kind: 'choice',
      options: ({ reader: { say } }) => [
        { value: 'open', label: say(texts.invitationOpen) },
        { value: 'expired', label: say(texts.invitationOver) },
      ],
    },
  ],
  columns: [
    {
      key: 'email',
      label: accessTexts.email,
      rowHeader: true,
      sort: 'email',
      render: (row) => row.email,
      file: { value: (row) => row.email, width: 34 },
    },
    { key: 'name', label: accessTexts.name, render: (row) => row.name, file: { value: (row) => row.name, width: 30 } },
    {
      key: 'role',
      label: accessTexts.role,
      render: (row, { reader }) => `${reader.say(roleWords[row.role])}, ${row.unitName}`,
      file: { value: (row, { reader }) => reader.say(roleWords[row.role]), width: 16 },
    },
    { key: 'unit', label: accessTexts.unit, file: { value: (row) => row.unitName, width: 34 } },
    {
      key: 'field',
      label: accessTexts.field,
      render: (row, { reader, extra }) => reader.say(fieldWords(row.field, extra.fields)),
      file: { value: (row, { reader, extra }) => reader.say(fieldWords(row.field, extra.fields)), width: 24 },
    },
    {
      key: 'expires',
      label: texts.expires,
      render: (row, { reader, extra }) => (
        <>
          {reader.instant(row.expiresAt)}{' '}
          {row.expiresAt <= extra.now && <Mark tone="none">{reader.say(texts.invitationOver)}</Mark>}
        </>
      ),
      file: { value: (row) => row.expiresAt.toISOString(), width: 26 },
    },
    {
      key: 'actions',
      label: accessTexts.actions,
      labelUnseen: true,
      render: (row, { reader, extra }) => (
        <PostButton
          action={extra.withdrawAction}
          fields={{ at: extra.at, invitation: row.id }}
          label={reader.say(texts.withdraw)}
          about={row.email}
        />
      ),
    },
  ],
}
