/** The screen of administrators: who holds what at a unit and below, invitations, delegations, and inviting and delegating. */
import type { ComponentChildren } from 'preact'
import type { Field } from '#kernel/field.ts'
import { newId } from '#kernel/id.ts'
import type { Page } from '#kernel/page.ts'
import { ProblemError } from '#kernel/problem.ts'
import { unitOperation } from '#modules/organisation'
import type { Step } from '#platform/perform.ts'
import { problems as platformProblems } from '#platform/problems.ts'
import { action, type Route, submit, type View, type Visit, view } from '#platform/web/page.ts'
import type { Query } from '#platform/web/path.ts'
import { ChoiceField } from '#ui/choices.tsx'
import { SelectField, TextField } from '#ui/fields.tsx'
import { Form, type FormState, Hidden, SubmitButton } from '#ui/form.tsx'
import { PageHeader, Section } from '#ui/layout.tsx'
import { fileOfList, type ListInput, type ListPlace, readList, rowsOf } from '#ui/list-page.ts'
import { readerOf } from '#ui/reader.ts'
import { texts as accessTexts, roleHints, roleWords } from './access.texts.ts'
import { RoleName } from './accounts.model.ts'
import {
  delegatePath,
  endDelegationPath,
  endPath,
  peoplePath,
  statePath,
  withdrawPath,
} from './administration.paths.ts'
import { texts } from './administration.texts.ts'
import { type ListedAccount, type PeopleContext, peopleList } from './administration.view.tsx'
import type { Delegation } from './delegations.model.ts'
import { delegate, endDelegation, listDelegations } from './delegations.operations.ts'
import { DelegateForm, type DelegationContext, delegationList } from './delegations.view.tsx'
import { fieldsToGive } from './fields.operations.ts'
import { invite, type ListedInvitation, listInvitations, withdrawInvitation } from './invitations.operations.ts'
import { type InvitationContext, invitationList } from './invitations.view.tsx'
import { disableAccount, enableAccount, endGrant, listAccounts, myAccount } from './roles.operations.ts'

const peoplePage = view(peoplePath, async (visit) => {
  const unit = await unitOf(visit, visit.query.unit)
  const given = await visit.perform(fieldsToGive, { unit })
  return (
    (await fileOfList(visit, placeAt(visit, unit, given))) ??
    (await fileOfList(visit, invitationsAt(visit, unit))) ??
    (await fileOfList(visit, delegationsAt(visit, unit))) ??
    peopleView(visit, unit)
  )
})

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
    done: () => visit.go(peoplePath.to({ unit }), accessTexts.delegated, { email }),
    again: (problems, values) => peopleView(visit, unit, { delegation: { problems, values } }),
  })
})

const endDelegationThere = action(endDelegationPath, async (visit) => {
  const { fields } = await visit.form()
  await visit.perform(endDelegation, { delegation: fields.delegation })
  return visit.go(peoplePath.to({ unit: fields.at }), accessTexts.delegationEnded)
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
async function unitOf(visit: Visit, input: string | undefined): Promise<string> {
  if (input) return input
  const { grants, delegated } = await visit.perform(myAccount, {})
  const held = [...grants, ...delegated].find((each) => each.role === 'administrator' && each.validFrom <= visit.today)
  if (!held) throw new ProblemError(platformProblems.forbidden())
  return held.unit.code
}

function placeAt(visit: Visit, at: string, given: readonly Field[]): ListPlace<ListedAccount, PeopleContext> {
  const hrefOf = (query: Query) => peoplePath.to({ unit: at, ...query })
  const extra = { at, fields: visit.engine.fields, given: new Set(given.map((field) => field.code)) }
  return { list: peopleList, rows: readPeople, extra, hrefOf, input: { unit: at } }
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

type Again = Pick<FormState, 'problems' | 'values'>
/** A form that came back with its problems. */
interface Shown {
  readonly invitation?: Again
  readonly delegation?: Again
}

async function peopleView(visit: Visit, code: string, shown: Shown = {}): Promise<View> {
  const reader = readerOf(visit.language)
  const { say } = reader
  const given = await visit.perform(fieldsToGive, { unit: code })
  const { body, status } = await readList(visit, placeAt(visit, code, given))
  const invitations = await readList(visit, invitationsAt(visit, code))
  const unit = await visit.perform(unitOperation, { code })
  const delegations = await delegationSection(visit, code, { given, again: shown.delegation })
  const title = say(texts.peopleOf, { unit: unit.name })
  return {
    title,
    status: status ?? invitations.status,
    width: 'wide',
    body: (
      <>
        <PageHeader title={title} lead={say(texts.peopleLead)} />
        {body}
        <Section id="waiting" title={say(accessTexts.waiting)}>
          {invitations.body}
        </Section>
        <InviteForm form={{ reader, ...shown.invitation }} at={code} given={given} />
        {delegations}
      </>
    ),
  }
}

/** Invitations, and below them delegations, stand beside the list of people, whose place in the address bears the usual names. */
function invitationsAt(visit: Visit, at: string): ListPlace<ListedInvitation, InvitationContext> {
  const { fields, clock } = visit.engine
  return {
    list: invitationList,
    rows: rowsOf(listInvitations),
    extra: { at, fields, withdrawAction: withdrawPath.to(), now: clock.now() },
    prefix: 'invitations',
    hrefOf: (query) => peoplePath.to({ unit: at, ...query }),
    input: { unit: at },
  }
}

/** A delegation, and whether the reader may end it. */
type ListedDelegation = Delegation & { readonly mayEnd: boolean }

function delegationsAt(visit: Visit, at: string): ListPlace<ListedDelegation, DelegationContext> {
  const { fields } = visit.engine
  return {
    list: { ...delegationList, fileName: ({ today }) => `delegations-${at}-${today}` },
    rows: readDelegations,
    extra: { fields, endAction: endDelegationPath.to(), along: { at } },
    prefix: 'delegations',
    hrefOf: (query) => peoplePath.to({ unit: at, ...query }),
    input: { unit: at },
  }
}

async function readDelegations(visit: Visit, input: ListInput): Promise<Page<ListedDelegation>> {
  const page = await visit.perform(listDelegations, input)
  const steps = page.rows.map(({ id }): [string, Step] => [id, [endDelegation, { delegation: id }]])
  const may = new Map(Object.entries(await visit.mayEach(Object.fromEntries(steps))))
  return { ...page, rows: page.rows.map((row) => ({ ...row, mayEnd: may.get(row.id) ?? false })) }
}

async function delegationSection(
  visit: Visit,
  code: string,
  { given, again }: { given: readonly Field[]; again?: Again },
): Promise<ComponentChildren> {
  const reader = readerOf(visit.language)
  const { body } = await readList(visit, delegationsAt(visit, code))
  return (
    <Section
      id="delegations"
      title={reader.say(accessTexts.delegations)}
      lead={reader.say(accessTexts.delegationsLead)}
    >
      {body}
      <DelegateForm
        form={{ reader, ...again }}
        action={delegatePath.to()}
        along={{ at: code }}
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
        <TextField form={form} name="email" label={say(accessTexts.email)} type="email" autocomplete="off" />
        <TextField form={form} name="name" label={say(accessTexts.name)} autocomplete="off" />
        <ChoiceField form={form} name="role" label={say(accessTexts.role)} options={roles} />
        <SelectField
          form={form}
          name="field"
          label={say(accessTexts.field)}
          hint={say(texts.fieldHint)}
          value={given[0]?.code}
          options={given.map(({ code, words }) => ({ value: code, label: say(words) }))}
        />
        <TextField
          form={form}
          name="unit"
          label={say(accessTexts.inviteAt)}
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
