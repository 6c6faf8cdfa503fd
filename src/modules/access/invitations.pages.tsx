/** The screen that the link of an invitation opens: what is offered, a name and a password. */
import { inField } from '#kernel/field.ts'
import { newId } from '#kernel/id.ts'
import { action, type Route, submit, type View, type Visit, view } from '#platform/web/page.ts'
import { TextField } from '#ui/fields.tsx'
import { Form, type FormState, SubmitButton } from '#ui/form.tsx'
import { PageHeader } from '#ui/layout.tsx'
import { readerOf } from '#ui/reader.ts'
import { texts as accessTexts, roleWords } from './access.texts.ts'
import { acceptInvitation, invitation, invitationPath } from './invitations.operations.ts'
import { texts } from './invitations.texts.ts'
import { signInPath } from './sign-in/sign-in.pages.tsx'

const offered = view(invitationPath, (visit) => offer(visit))

const accept = action(invitationPath, (visit) =>
  submit(visit, {
    operation: acceptInvitation,
    input: ({ fields }) => ({ token: visit.params.token, name: fields.name, password: fields.password }),
    done: () => visit.go(signInPath.to(), texts.accepted),
    again: (problems, values) => offer(visit, { problems, values }),
  }),
)

async function offer(
  visit: Visit<'/invitations/:token'>,
  again: Pick<FormState, 'problems' | 'values'> = {},
): Promise<View> {
  const reader = readerOf(visit.language)
  const { say } = reader
  const form = { reader, ...again }
  const { email, name, role, field, unitName: unit } = await visit.perform(invitation, { token: visit.params.token })
  const named = inField(say, roleWords[role], field, visit.engine.fields)
  const lead = say(texts.invitationLead, { email, role: named.charAt(0).toLowerCase() + named.slice(1), unit })
  return {
    title: say(texts.invitation),
    body: (
      <>
        <PageHeader title={say(texts.invitation)} lead={lead} />
        <Form form={form} action={invitationPath.to(visit.params)} formKey={newId()}>
          <TextField form={form} name="name" label={say(accessTexts.name)} value={name} autocomplete="name" />
          <TextField
            form={form}
            name="password"
            label={say(accessTexts.password)}
            hint={say(accessTexts.passwordHint)}
            type="password"
            autocomplete="new-password"
          />
          <SubmitButton>{say(texts.accept)}</SubmitButton>
        </Form>
      </>
    ),
  }
}

export const routes: Route[] = [offered, accept]
