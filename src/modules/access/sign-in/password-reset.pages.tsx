/** The screens of a forgotten password: asking for the link, and using it. */
import { newId } from '#kernel/id.ts'
import { action, type Route, submit, type View, type Visit, view } from '#platform/web/page.ts'
import { TextField } from '#ui/fields.tsx'
import { Form, type FormState, SubmitButton } from '#ui/form.tsx'
import { PageHeader } from '#ui/layout.tsx'
import { readerOf } from '#ui/reader.ts'
import { texts as accessTexts } from '../access.texts.ts'
import { requestPasswordReset, resetPassword, resetPath } from './password-reset.operations.ts'
import { texts } from './password-reset.texts.ts'
import { forgottenPath, signInPath } from './sign-in.pages.tsx'

type Again = Pick<FormState, 'problems' | 'values'>

const asking = view(forgottenPath, async (visit) => askingView(visit))

const ask = action(forgottenPath, (visit) =>
  submit(visit, {
    operation: requestPasswordReset,
    input: ({ fields }) => ({ email: fields.email }),
    done: () => visit.go(signInPath.to(), texts.resetSent),
    again: async (problems, values) => askingView(visit, { problems, values }),
  }),
)

function askingView(visit: Visit, again: Again = {}): View {
  const reader = readerOf(visit.language)
  const form = { reader, ...again }
  return {
    title: reader.say(texts.resetTitle),
    body: (
      <>
        <PageHeader title={reader.say(texts.resetTitle)} lead={reader.say(texts.resetLead)} />
        <Form form={form} action={forgottenPath.to()} formKey={newId()}>
          <TextField
            form={form}
            name="email"
            label={reader.say(accessTexts.email)}
            type="email"
            autocomplete="username"
          />
          <SubmitButton>{reader.say(texts.resetSend)}</SubmitButton>
        </Form>
      </>
    ),
  }
}

const choosing = view(resetPath, async (visit) => choosingView(visit))

const choose = action(resetPath, (visit) =>
  submit(visit, {
    operation: resetPassword,
    input: ({ fields }) => ({ token: visit.params.token, password: fields.password }),
    done: () => visit.go(signInPath.to(), texts.resetDone),
    again: async (problems, values) => choosingView(visit, { problems, values }),
  }),
)

function choosingView(visit: Visit<'/password-reset/:token'>, again: Again = {}): View {
  const reader = readerOf(visit.language)
  const form = { reader, ...again }
  return {
    title: reader.say(texts.resetTitle),
    body: (
      <>
        <PageHeader title={reader.say(texts.resetTitle)} />
        <Form form={form} action={resetPath.to(visit.params)} formKey={newId()}>
          <TextField
            form={form}
            name="password"
            label={reader.say(accessTexts.newPassword)}
            hint={reader.say(accessTexts.passwordHint)}
            type="password"
            autocomplete="new-password"
          />
          <SubmitButton>{reader.say(accessTexts.changePassword)}</SubmitButton>
        </Form>
      </>
    ),
  }
}

export const routes: Route[] = [asking, ask, choosing, choose]
