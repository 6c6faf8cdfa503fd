/** One's own account: roles, places one is signed in, password, API tokens. */
import { type Field, fieldWords } from '#kernel/field.ts'
import { newId } from '#kernel/id.ts'
import { action, type Route, submit, type View, type Visit, view } from '#platform/web/page.ts'
import type { Query } from '#platform/web/path.ts'
import { TextField } from '#ui/fields.tsx'
import { Form, type FormState, SubmitButton } from '#ui/form.tsx'
import { EmptyState, Facts, PageHeader, Section } from '#ui/layout.tsx'
import { fileOfList, type ListInput, readList, rowsOf } from '#ui/list-page.ts'
import { type Reader, readerOf } from '#ui/reader.ts'
import { type Column, DataTable } from '#ui/table.tsx'
import { texts as accessTexts, roleWords } from './access.texts.ts'
import type { Grant } from './accounts.model.ts'
import { createToken, listTokens, revokeToken } from './api-tokens.operations.ts'
import { revokePath, tokensPath } from './api-tokens.paths.ts'
import { Tokens, tokenList } from './api-tokens.view.tsx'
import { anchorWish, chooseAnchors } from './audit/anchors.operations.ts'
import { anchorWishPath } from './audit/anchors.paths.ts'
import { texts as anchorTexts } from './audit/anchors.texts.ts'
import { AnchorWish } from './audit/anchors.view.tsx'
import { delegate, delegatedRoles, endDelegation, ownDelegations } from './delegations.operations.ts'
import { DelegateForm, delegatedRoleList, delegationList, fieldsToDelegate } from './delegations.view.tsx'
import { accountPath, delegatePath, endDelegationPath, everywherePath, passwordPath } from './own-account.paths.ts'
import { texts } from './own-account.texts.ts'
import { RoleMoves } from './role-moves/role-moves.view.tsx'
import { myAccount } from './roles.operations.ts'
import { listSessions } from './sessions.operations.ts'
import { sessionList } from './sessions.view.tsx'
import { changePassword, signOutEverywhere } from './sign-in/sign-in.operations.ts'
import { forgetSession, signInPath } from './sign-in/sign-in.pages.tsx'

type Again = Pick<FormState, 'problems' | 'values'>
/** What the page shows beyond what is stored: a form that came back, or a token that was just made. */
interface Shown {
  readonly password?: Again
  readonly token?: Again
  readonly delegation?: Again
  readonly made?: string
}

const accountPage = view(accountPath, async (visit) => {
  const { delegated, delegations, sessions, tokens } = placesOf(visit)
  return (
    (await fileOfList(visit, delegated)) ??
    (await fileOfList(visit, delegations)) ??
    (await fileOfList(visit, sessions)) ??
    (await fileOfList(visit, tokens)) ??
    accountView(visit)
  )
})

/** The lists of the page, each with its own place in the address. */
function placesOf({ engine: { fields } }: Visit) {
  const endAction = endDelegationPath.to()
  const hrefOf = (query: Query) => accountPath.to(query)
  const readGiven = async (visit: Visit, input: ListInput) => {
    const page = await visit.perform(ownDelegations, input)
    return { ...page, rows: page.rows.map((row) => ({ ...row, mayEnd: true })) }
  }
  return {
    delegated: {
      ...{ list: delegatedRoleList, rows: rowsOf(delegatedRoles), extra: { fields, endAction } },
      ...{ prefix: 'delegated', hrefOf },
    },
    delegations: {
      ...{ list: delegationList, rows: readGiven, extra: { fields, endAction, along: {} } },
      ...{ prefix: 'delegations', hrefOf },
    },
    sessions: { list: sessionList, rows: rowsOf(listSessions), prefix: 'sessions', hrefOf },
    tokens: { list: tokenList, rows: rowsOf(listTokens), prefix: 'tokens', hrefOf },
  }
}

const changeIt = action(passwordPath, (visit) =>
  submit(visit, {
    operation: changePassword,
    input: ({ fields: { currentPassword, newPassword } }) => ({ currentPassword, newPassword }),
    done: () => visit.go(accountPath.to(), texts.passwordChanged),
    again: (problems, values) => accountView(visit, { password: { problems, values } }),
  }),
)

const leaveEverywhere = action(everywherePath, async (visit) => {
  await visit.perform(signOutEverywhere, {})
  forgetSession(visit.http)
  return visit.go(signInPath.to(), texts.signedOutEverywhere)
})

/** Not answered by going elsewhere: the token is shown on the very page that answers, and nowhere kept. */
const makeToken = action(tokensPath, async (visit) => {
  let made = ''
  const answer = await submit(visit, {
    operation: createToken,
    input: ({ fields: { name, scopes, expiresOn } }) => ({
      name,
      scopes: scopes?.split(/[\s,]+/).filter(Boolean),
      expiresOn,
    }),
    done: ({ token }) => {
      made = token
      return visit.http.body(null)
    },
    again: (problems, values) => accountView(visit, { token: { problems, values } }),
  })
  return made ? accountView(visit, { made }) : answer
})

const revokeIt = action(revokePath, async (visit) => {
  await visit.perform(revokeToken, { id: visit.params.id })
  return visit.go(accountPath.to(), texts.revoked)
})

/** Whose roles are delegated is not asked here: one's own. */
const delegateOwn = action(delegatePath, async (visit) => {
  const { email: delegator } = await visit.perform(myAccount, {})
  const { fields } = await visit.form()
  const { delegate: email = '' } = fields
  return submit(visit, {
    operation: delegate,
    input: ({ fields: { until, delegationField: field } }) => ({ delegator, delegate: email, field, until }),
    done: () => visit.go(accountPath.to(), accessTexts.delegated, { email }),
    again: (problems, values) => accountView(visit, { delegation: { problems, values } }),
  })
})

const endOwn = action(endDelegationPath, async (visit) => {
  const { fields } = await visit.form()
  await visit.perform(endDelegation, { delegation: fields.delegation })
  return visit.go(accountPath.to(), accessTexts.delegationEnded)
})

const chooseLetters = action(anchorWishPath, async (visit) => {
  const { fields } = await visit.form()
  await visit.perform(chooseAnchors, { isWished: fields.isWished === 'true' })
  return visit.go(accountPath.to(), anchorTexts.anchorWishKept)
})

export const routes: Route[] = [
  accountPage,
  changeIt,
  leaveEverywhere,
  makeToken,
  revokeIt,
  delegateOwn,
  endOwn,
  chooseLetters,
]

async function readLists(visit: Visit) {
  const { delegated, delegations, sessions, tokens } = placesOf(visit)
  return {
    delegated: await readList(visit, delegated),
    delegations: await readList(visit, delegations),
    sessions: await readList(visit, sessions),
    tokens: await readList(visit, tokens),
  }
}

async function accountView(visit: Visit, shown: Shown = {}): Promise<View> {
  const reader = readerOf(visit.language)
  const { say } = reader
  const { fields } = visit.engine
  const me = await visit.perform(myAccount, {})
  const lists = await readLists(visit)
  const isAuditor = me.grants.some(({ role }) => role === 'auditor')
  const wish = isAuditor ? await visit.perform(anchorWish, {}) : undefined
  return {
    title: say(texts.account),
    status: lists.tokens.status,
    body: (
      <>
        <PageHeader title={me.name} kicker={say(texts.account)} />
        {shown.made && (
          <div class="notice good" role="status">
            <p>{say(texts.tokenMade)}</p>
            <p>
              <code>{shown.made}</code>
            </p>
          </div>
        )}
        <RoleMoves reader={reader} moves={me.moves} fields={fields} />
        <Facts items={[{ label: say(accessTexts.email), value: me.email }]} />
        <Roles reader={reader} grants={me.grants} fields={fields} />
        {me.delegated.length > 0 && (
          <Section id="delegated" title={say(accessTexts.delegatedRoles)}>
            {lists.delegated.body}
          </Section>
        )}
        {me.grants.length > 0 && (
          <Section id="delegations" title={say(accessTexts.delegations)} lead={say(accessTexts.delegationsLead)}>
            {lists.delegations.body}
            <DelegateForm
              form={{ reader, ...shown.delegation }}
              action={delegatePath.to()}
              along={{}}
              delegator={me.email}
              choice={fieldsToDelegate(me.grants, fields)}
              today={visit.today}
            />
          </Section>
        )}
        <Section id="sessions" title={say(accessTexts.sessions)} lead={say(texts.sessionsLead)}>
          {lists.sessions.body}
          <Form form={{ reader }} action={everywherePath.to()} formKey={newId()}>
            <SubmitButton tone="quiet">{say(texts.signOutEverywhere)}</SubmitButton>
          </Form>
        </Section>
        {wish && <AnchorWish reader={reader} isWished={wish.isWished} />}
        {me.hasPassword && <PasswordForm form={{ reader, ...shown.password }} />}
        <Tokens form={{ reader, ...shown.token }} today={visit.today}>
          {lists.tokens.body}
        </Tokens>
      </>
    ),
  }
}

function Roles(props: { reader: Reader; grants: readonly Grant[]; fields: readonly Field[] }) {
  const { reader, grants, fields } = props
  const { say } = reader
  const columns: Column<Grant>[] = [
    { key: 'unit', label: say(accessTexts.unit), rowHeader: true, render: (row) => row.unit.name },
    { key: 'role', label: say(accessTexts.role), render: (row) => say(roleWords[row.role]) },
    { key: 'field', label: say(accessTexts.field), render: (row) => say(fieldWords(row.field, fields)) },
    { key: 'from', label: say(accessTexts.from), render: (row) => reader.date(row.validFrom) },
    { key: 'until', label: say(accessTexts.until), render: (row) => (row.validTo ? reader.date(row.validTo) : '–') },
  ]
  return (
    <Section id="roles" title={say(accessTexts.roles)}>
      <DataTable
        reader={reader}
        id="grants"
        caption={say(accessTexts.roles)}
        captionUnseen
        columns={columns}
        rows={grants}
        keyOf={(row) => row.id}
        empty={<EmptyState title={say(texts.noRoles)} />}
      />
    </Section>
  )
}

function PasswordForm({ form }: { form: FormState }) {
  const { say } = form.reader
  return (
    <Section id="password" title={say(accessTexts.changePassword)}>
      <Form form={form} action={passwordPath.to()} formKey={newId()}>
        <TextField
          form={form}
          name="currentPassword"
          label={say(texts.currentPassword)}
          type="password"
          autocomplete="current-password"
        />
        <TextField
          form={form}
          name="newPassword"
          label={say(accessTexts.newPassword)}
          hint={say(accessTexts.passwordHint)}
          type="password"
          autocomplete="new-password"
        />
        <SubmitButton>{say(accessTexts.changePassword)}</SubmitButton>
      </Form>
    </Section>
  )
}
