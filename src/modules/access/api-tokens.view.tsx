/** API tokens on the page of one's account: those there are, and making one. */
import { newId } from '#kernel/id.ts'
import { DateField, TextField } from '#ui/fields.tsx'
import { Form, type FormState, Hidden, SubmitButton } from '#ui/form.tsx'
import { Section } from '#ui/layout.tsx'
import type { Reader } from '#ui/reader.ts'
import { type Column, DataTable } from '#ui/table.tsx'
import { lastTokenDay } from './accounts.rules.ts'
import type { TokenRow } from './api-tokens.model.ts'
import { revokePath, tokensPath } from './api-tokens.paths.ts'
import { texts } from './texts.ts'

export function Tokens(props: { reader: Reader; tokens: readonly TokenRow[]; form: FormState; today: string }) {
  const { reader, tokens, form, today } = props
  const { say } = reader
  const columns: Column<TokenRow>[] = [
    { key: 'name', label: say(texts.tokenName), rowHeader: true, render: (row) => row.name },
    { key: 'scopes', label: say(texts.scopes), render: (row) => row.scopes.join(' ') },
    { key: 'until', label: say(texts.expiresOn), render: (row) => reader.date(row.expiresOn) },
    {
      key: 'used',
      label: say(texts.lastUsed),
      render: (row) => (row.lastUsedAt ? reader.instant(row.lastUsedAt) : say(texts.never)),
    },
    {
      key: 'actions',
      label: say(texts.actions),
      labelUnseen: true,
      render: (row) => <Revoke reader={reader} row={row} />,
    },
  ]
  return (
    <Section id="tokens" title={say(texts.tokens)} lead={say(texts.tokensLead)}>
      <DataTable
        reader={reader}
        id="token-list"
        caption={say(texts.tokens)}
        captionUnseen
        columns={columns}
        rows={tokens}
        keyOf={(row) => row.id}
        empty={null}
      />
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
