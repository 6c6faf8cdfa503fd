/** The forms of the register: entering a document, explaining numbers without one, and saying that a number is not used. */
import { newId } from '#kernel/id.ts'
import type { Problem } from '#kernel/problem.ts'
import { action, type Form as Posted, type Route, submit, type View, type Visit, view } from '#platform/web/page.ts'
import { DateField, SelectField, TextArea, TextField } from '#ui/fields.tsx'
import { Form, type FormState, Hidden, SubmitButton } from '#ui/form.tsx'
import { Breadcrumbs, PageHeader } from '#ui/layout.tsx'
import { type Reader, readerOf } from '#ui/reader.ts'
import type { DocumentKind } from './model.ts'
import { gapPath, newEntryPath, registerPath, unusedPath } from './paths.ts'
import { entry, explainGap, kinds, markUnused, register } from './register.operations.ts'
import { texts } from './texts.ts'

/** What a form comes back with. */
interface Again {
  readonly values?: Posted['fields']
  readonly problems?: readonly Problem[]
}

const newPage = view(newEntryPath, (visit) => showNew(visit, visit.query.unit ?? ''))

async function showNew(visit: Visit, unit: string, again: Again = {}): Promise<View> {
  const reader = readerOf(visit.language)
  const form = { reader, ...again }
  return {
    title: reader.say(texts.add),
    body: (
      <>
        <Trail reader={reader} label={reader.say(texts.add)} />
        <PageHeader title={reader.say(texts.add)} lead={reader.say(texts.lead)} />
        <Form form={form} action={newEntryPath.to({ unit })} formKey={newId()}>
          <TextField form={form} name="unit" label={reader.say(texts.unit)} value={unit} short />
          <DocumentFields form={form} today={visit.today} kinds={await visit.perform(kinds, {})} />
          <SubmitButton>{reader.say(texts.save)}</SubmitButton>
        </Form>
      </>
    ),
  }
}

function Trail({ reader, label }: { reader: Reader; label: string }) {
  const trail = [{ href: registerPath.to(), label: reader.say(texts.register) }, { label }]
  return <Breadcrumbs reader={reader} trail={trail} />
}

function DocumentFields(props: { form: FormState; today: string; kinds: readonly DocumentKind[] }) {
  const { form, today } = props
  const { say } = form.reader
  const options = props.kinds.map(({ code, name }) => ({ value: code, label: say(name) }))
  return (
    <>
      <SelectField form={form} name="kind" label={say(texts.kind)} options={options} />
      <TextField form={form} name="number" label={say(texts.numberField)} hint={say(texts.numberHint)} short optional />
      <TextField form={form} name="symbol" label={say(texts.symbol)} hint={say(texts.symbolHint)} short />
      <DateField form={form} name="issuedOn" label={say(texts.issuedOn)} value={today} />
      <TextArea form={form} name="title" label={say(texts.title)} rows={2} />
      <TextField form={form} name="signatory" label={say(texts.signatory)} />
      <TextArea form={form} name="recipients" label={say(texts.recipients)} rows={3} optional />
      <TextField form={form} name="keptBy" label={say(texts.keptBy)} optional />
      <TextField form={form} name="note" label={say(texts.note)} optional />
    </>
  )
}

const newAction = action(newEntryPath, (visit) =>
  submit(visit, {
    operation: register,
    input: ({ fields }) => fields,
    done: ({ unit, year }) => visit.go(registerPath.to({ unit, year }), texts.added),
    again: (problems, values) => showNew(visit, visit.query.unit ?? '', { problems, values }),
  }),
)

const unusedPage = view(unusedPath, (visit) => showUnused(visit))

async function showUnused(visit: Visit<'/issued-documents/:id/unused'>, again: Again = {}): Promise<View> {
  const reader = readerOf(visit.language)
  const form = { reader, ...again }
  const { firstNumber, symbol, title, version } = await visit.perform(entry, visit.params)
  const label = reader.say(texts.markUnused)
  return {
    title: label,
    body: (
      <>
        <Trail reader={reader} label={label} />
        <PageHeader
          title={label}
          lead={reader.say(texts.markUnusedLead)}
          kicker={`${firstNumber}/${symbol} ${title}`}
        />
        <Form form={form} action={unusedPath.to(visit.params)} formKey={newId()}>
          <Hidden name="version" value={again.values?.version ?? String(version)} />
          <TextArea form={form} name="reason" label={reader.say(texts.reason)} rows={2} />
          <SubmitButton>{label}</SubmitButton>
        </Form>
      </>
    ),
  }
}

const unusedAction = action(unusedPath, (visit) =>
  submit(visit, {
    operation: markUnused,
    input: ({ fields }) => ({ ...fields, id: visit.params.id }),
    done: ({ unit, year }) => visit.go(registerPath.to({ unit, year }), texts.marked),
    again: (problems, values) => showUnused(visit, { problems, values }),
  }),
)

const gapPage = view(gapPath, (visit) => showGap(visit, visit.query))

async function showGap(visit: Visit, stored: Visit['query'], again: Again = {}): Promise<View> {
  const reader = readerOf(visit.language)
  const { say } = reader
  const form = { reader, ...again }
  const options = (await visit.perform(kinds, {})).map(({ code, name }) => ({ value: code, label: say(name) }))
  const short = (name: string, label: string) => (
    <TextField form={form} name={name} label={label} value={stored[name]} short />
  )
  return {
    title: say(texts.gapTitle),
    body: (
      <>
        <Trail reader={reader} label={say(texts.gapTitle)} />
        <PageHeader title={say(texts.gapTitle)} lead={say(texts.gapsLead)} />
        <Form form={form} action={gapPath.to()} formKey={newId()}>
          {short('unit', say(texts.unit))}
          {short('year', say(texts.year))}
          <SelectField form={form} name="kind" label={say(texts.kind)} value={stored.kind} options={options} />
          {short('firstNumber', say(texts.firstNumber))}
          {short('lastNumber', say(texts.lastNumber))}
          <TextArea form={form} name="reason" label={say(texts.reason)} rows={2} />
          <SubmitButton>{say(texts.explain)}</SubmitButton>
        </Form>
      </>
    ),
  }
}

const gapAction = action(gapPath, (visit) =>
  submit(visit, {
    operation: explainGap,
    input: ({ fields }) => fields,
    done: ({ unit, year }) => visit.go(registerPath.to({ unit, year }), texts.explained),
    again: (problems, values) => showGap(visit, {}, { problems, values }),
  }),
)

export const routes: Route[] = [newPage, newAction, gapPage, gapAction, unusedPage, unusedAction]
