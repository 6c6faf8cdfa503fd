/** The screen of administrators: who holds what at a unit and below, invitations, delegations, and inviting and delegating. */
import type { ComponentChildren } from 'preact'
import type { Field } from '#kernel/field.ts'
import { newId } from '#kernel/id.ts'
import { ProblemError } from '#kernel/problem.ts'
import { unitOperation } from '#modules/organisation'
import type { Step } from '#platform/perform.ts'
import { problems as platformProblems } from '#platform/problems.ts'
import { action, type Route, submit, type View, type Visit, view } from '#platform/web/page.ts'
import { ChoiceField } from '#ui/choices.tsx'
import { SelectField, TextField } from '#ui/fields.tsx'
import { Form, type FormState, Hidden, SubmitButton } from '#ui/form.tsx'
import { PageHeader, Pagination, Section } from '#ui/layout.tsx'
import { readerOf } from '#ui/reader.ts'
import { RoleName } from './accounts.model.ts'
import {
  delegatePath,
  endDelegationPath,
  endPath,
  peoplePath,
  statePath,
  withdrawPath,
} from './administration.paths.ts'
import { AccountTable, Waiting } from './administration.view.tsx'
import { delegate, endDelegation, listDelegations } from './delegations.operations.ts'
import { DelegateForm, DelegationTable } from './delegations.view.tsx'
import { fieldsToGive } from './fields.operations.ts'
import { invite, openInvitations, withdrawInvitation } from './invitations.operations.ts'
import { disableAccount, enableAccount, endGrant, listAccounts, myAccount } from './roles.operations.ts'
import { roleHints, roleWords, texts } from './texts.ts'

const peoplePage = view(peoplePath, async (visit) => peopleView(visit, await unitOf(visit, visit.query.unit)))

/** Invites at the unit of the page, or at one under it whose code was typed. */
const inviteThere = action(peoplePath, async (visit) => {
  const { fields } = await visit.form()
  const unit = fields.at ?? ''
  const { email = '' } = fields
  return submit(visit, {
    operation: invite,
    input: ({ fields: { name, role, field, unit, language } }) => ({ email, name, role, field, unit, language }),
    done: ({ outcome }) =>
      visit.go(peoplePath.to({ unit }), outcome === 'invited' ? texts.invited : texts.granted, { email }),
    again: (problems, values) => peopleView(visit, unit, { invitation: { problems, values } }),
  })
})

const delegateThere = action(delegatePath, async (visit) => {
  const { fields } = await visit.form()
  const unit = fields.at ?? ''
  const { delegate: email = '' } = fields
  return submit(visit, {
    operation: delegate,
    input: ({ fields: { delegator, until, delegationField: field } }) => ({ delegator, delegate: email, field, until }),
    done: () => visit.go(peoplePath.to({ unit }), texts.delegated, { email }),
    again: (problems, values) => peopleView(visit, unit, { delegation: { problems, values } }),
  })
})

const endDelegationThere = action(endDelegationPath, async (visit) => {
  const { fields } = await visit.form()
  await visit.perform(endDelegation, { delegation: fields.delegation })
  return visit.go(peoplePath.to({ unit: fields.at }), texts.delegationEnded)
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

export const routes: Route[] = [peoplePage, inviteThere, end, changeState, withdraw, delegateThere, endDelegationThere]

/** The unit asked for, or the first that the reader administers. */
async function unitOf(visit: Visit, asked: string | undefined): Promise<string> {
  if (asked) return asked
  const { grants, delegated } = await visit.perform(myAccount, {})
  const held = [...grants, ...delegated].find((each) => each.role === 'administrator' && each.validFrom <= visit.today)
  if (!held) throw new ProblemError(platformProblems.forbidden())
  return held.unit.code
}

type Again = Pick<FormState, 'problems' | 'values'>
/** A form that came back with its problems. */
interface Shown {
  readonly invitation?: Again
  readonly delegation?: Again
}

async function peopleView(visit: Visit, code: string, shown: Shown = {}): Promise<View> {
  const reader = readerOf(visit.language)
  const { say } = reader
  const { after } = visit.query
  const accounts = await visit.perform(listAccounts, { unit: code, after })
  const waiting = await visit.perform(openInvitations, { unit: code })
  const unit = await visit.perform(unitOperation, { code })
  const given = await visit.perform(fieldsToGive, { unit: code })
  const { fields } = visit.engine
  const steps = accounts.rows.map(({ email, isDisabled }): [string, Step] => [
    email,
    [isDisabled ? enableAccount : disableAccount, { email }],
  ])
  const within = Object.entries(await visit.mayEach(Object.fromEntries(steps))).flatMap(([email, may]) =>
    may ? [email] : [],
  )
  const delegations = await delegationSection(visit, code, { given, again: shown.delegation })
  const title = say(texts.peopleOf, { unit: unit.name })
  return {
    title,
    width: 'wide',
    body: (
      <>
        <PageHeader title={title} lead={say(texts.peopleLead)} />
        <AccountTable
          reader={reader}
          rows={accounts.rows}
          at={code}
          within={new Set(within)}
          fields={fields}
          given={new Set(given.map((field) => field.code))}
        />
        <Pagination
          reader={reader}
          shown={accounts.rows.length}
          firstHref={after && peoplePath.to({ unit: code })}
          nextHref={accounts.next && peoplePath.to({ unit: code, after: accounts.next })}
        />
        {waiting.length > 0 && <Waiting reader={reader} rows={waiting} at={code} fields={fields} />}
        <InviteForm form={{ reader, ...shown.invitation }} at={code} given={given} />
        {delegations}
      </>
    ),
  }
}

/** Delegations of the people of the unit, a page of them, and the form that makes one. */
async function delegationSection(
  visit: Visit,
  code: string,
  { given, again }: { given: readonly Field[]; again?: Again },
): Promise<ComponentChildren> {
  const reader = readerOf(visit.language)
  const { delegationsAfter } = visit.query
  const { rows, next } = await visit.perform(listDelegations, { unit: code, after: delegationsAfter })
  const steps = rows.map(({ id }): [string, Step] => [id, [endDelegation, { delegation: id }]])
  const mayEnd = await visit.mayEach(Object.fromEntries(steps))
  const along = { at: code }
  return (
    <Section id="delegations" title={reader.say(texts.delegations)} lead={reader.say(texts.delegationsLead)}>
      <DelegationTable
        reader={reader}
        rows={rows}
        fields={visit.engine.fields}
        endAction={endDelegationPath.to()}
        along={along}
        mayEnd={({ id }) => mayEnd[id] ?? false}
      />
      <Pagination
        reader={reader}
        shown={rows.length}
        firstHref={delegationsAfter && peoplePath.to({ unit: code })}
        nextHref={next && peoplePath.to({ unit: code, delegationsAfter: next })}
      />
      <DelegateForm
        form={{ reader, ...again }}
        action={delegatePath.to()}
        along={along}
        choice={given}
        today={visit.today}
      />
    </Section>
  )
}

function InviteForm({ form, at, given }: { form: FormState; at: string; given: readonly Field[] }) {
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
        <SelectField
          form={form}
          name="field"
          label={say(texts.field)}
          hint={say(texts.fieldHint)}
          value={given[0]?.code}
          options={given.map(({ code, words }) => ({ value: code, label: say(words) }))}
        />
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
