/** API tokens on the page of one's account: those there are, and making one. */
import type { ComponentChildren } from 'preact'
import { newId } from '#kernel/id.ts'
import { DateField, TextField } from '#ui/fields.tsx'
import { Form, type FormState, Hidden, SubmitButton } from '#ui/form.tsx'
import { Section } from '#ui/layout.tsx'
import type { List } from '#ui/list.tsx'
import type { Reader } from '#ui/reader.ts'
import { texts as accessTexts } from './access.texts.ts'
import { lastTokenDay } from './accounts.rules.ts'
import type { TokenRow } from './api-tokens.model.ts'
import { revokePath, tokensPath } from './api-tokens.paths.ts'
import { texts } from './api-tokens.texts.ts'

export const tokenList: List<TokenRow> = {
  id: 'token-list',
  caption: texts.tokens,
  keyOf: (row) => row.id,
  rowsPerPage: 20,
  fileName: ({ today }) => `api-tokens-${today}`,
  empty: ({ reader }) => ({ title: reader.say(texts.noTokens), hint: reader.say(texts.noTokensHint) }),
  filters: [
    {
      name: 'state',
      label: texts.tokenState,
      kind: 'choice',
      options: ({ reader: { say } }) => [
        { value: 'live', label: say(texts.tokenLive) },
        { value: 'over', label: say(texts.tokenOver) },
      ],
    },
  ],
  columns: [
    {
      key: 'name',
      label: texts.tokenName,
      rowHeader: true,
      render: (row) => row.name,
      file: { value: (row) => row.name, width: 30 },
    },
    {
      key: 'scopes',
      label: texts.scopes,
      render: (row) => row.scopes.join(' '),
      file: { value: (row) => row.scopes.join(' '), width: 40 },
    },
    {
      key: 'until',
      label: texts.expiresOn,
      render: (row, { reader }) => reader.date(row.expiresOn),
      file: { value: (row) => row.expiresOn, width: 14, kind: 'date' },
    },
    {
      key: 'used',
      label: texts.lastUsed,
      render: (row, { reader }) => (row.lastUsedAt ? reader.instant(row.lastUsedAt) : reader.say(texts.never)),
      file: { value: (row) => row.lastUsedAt?.toISOString() ?? null, width: 26 },
    },
    {
      key: 'actions',
      label: accessTexts.actions,
      labelUnseen: true,
      render: (row, { reader }) => <Revoke reader={reader} row={row} />,
    },
    {
      key: 'state',
      label: texts.tokenState,
      file: { value: (row, { reader }) => reader.say(row.isLive ? texts.tokenLive : texts.tokenOver), width: 16 },
    },
  ],
}

interface TokensProps {
  readonly form: FormState
  readonly today: string
  /** The list, as it was read. */
  readonly children: ComponentChildren
}

export function Tokens({ form, today, children }: TokensProps) {
  const { say } = form.reader
  return (
    <Section id="tokens" title={say(texts.tokens)} lead={say(texts.tokensLead)}>
      {children}
      <Form form={form} action={tokensPath.to()} formKey={newId()}>
        <TextField form={form} name="name" label={say(texts.tokenName)} hint={say(texts.tokenNameHint)} />
        <TextField form={form} name="scopes" label={say(texts.scopes)} hint={say(texts.scopesHint)} />
        <DateField
          form={form}
          name="expiresOn"
          label={say(texts.expiresOn)}
          hint={say(texts.expiresOnHint)}
          min={today}
          max={lastTokenDay(today)}
        />
        <SubmitButton>{say(texts.createToken)}</SubmitButton>
      </Form>
    </Section>
  )
}

function Revoke({ reader, row }: { reader: Reader; row: TokenRow }) {
  if (!row.isLive) return <>{reader.say(texts.tokenOver)}</>
  return (
    <form method="post" action={revokePath.to({ id: row.id })}>
      <Hidden name="_key" value={newId()} />
      <SubmitButton tone="quiet">{reader.say(texts.revoke)}</SubmitButton>
    </form>
  )
}
