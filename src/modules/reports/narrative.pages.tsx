/** The screens for making a report: what officers write, and freezing with what is missing in sight. */
import { Fragment } from 'preact'
import { newId } from '#kernel/id.ts'
import type { Problem } from '#kernel/problem.ts'
import {
  action,
  longAction,
  type Form as Posted,
  type Route,
  submit,
  type View,
  type Visit,
  view,
} from '#platform/web/page.ts'
import { CheckboxField } from '#ui/choices.tsx'
import { DateField, OtherText, TextArea, TextField } from '#ui/fields.tsx'
import { Form, type FormState, Hidden, problemsAt, SubmitButton } from '#ui/form.tsx'
import { Breadcrumbs, PageHeader, Section } from '#ui/layout.tsx'
import { type Reader, readerOf } from '#ui/reader.ts'
import { StatusMark } from '#ui/status.tsx'
import { suggestedHead } from './document/document.rules.ts'
import { freezeReport } from './freezing.operations.ts'
import { previewReport, readNarrative, saveNarrative } from './report-drafts.operations.ts'
import { narrativeParts } from './reports.model.ts'
import { freezePath, narrativePath, reportPath, reportsPath } from './reports.paths.ts'
import { partWords, texts } from './reports.texts.ts'

type Preview = Awaited<ReturnType<typeof previewReport.run>>
type Written = Awaited<ReturnType<typeof readNarrative.run>>
interface Again {
  readonly problems?: readonly Problem[]
  readonly values?: Posted['fields']
}

function trail(reader: Reader, year: string, label: string) {
  const { say } = reader
  return [
    { href: reportsPath.to(), label: say(texts.reports) },
    { href: reportPath.to({ year }), label: say(texts.reportOf, { year }) },
    { label },
  ]
}

const narrativePage = view(narrativePath, async (visit) => {
  return narrativeView(visit, await visit.perform(readNarrative, { year: visit.params.year }))
})

const narrativeAction = longAction(narrativePath, async (visit) => {
  const { year } = visit.params
  return submit(visit, {
    operation: saveNarrative,
    input: ({ fields }) => ({ ...fields, year }),
    done: () => visit.go(reportPath.to({ year }), texts.narrativeSaved),
    again: async (problems, values) => {
      const written = await visit.perform(readNarrative, { year })
      return narrativeView(visit, written, { problems, values })
    },
  })
})

function narrativeView(visit: Visit<'/reports/:year/narrative'>, written: Written, again: Again = {}): View {
  const reader = readerOf(visit.language)
  const { say } = reader
  const { year } = visit.params
  const form: FormState = { reader, ...again }
  return {
    title: say(texts.narrative),
    body: (
      <>
        <Breadcrumbs reader={reader} trail={trail(reader, year, say(texts.narrative))} />
        <PageHeader title={say(texts.narrativeOf, { year })} lead={say(texts.narrativeLead)} />
        {written.savedAt && (
          <p class="meta">
            {say(texts.savedBy, { name: written.savedBy ?? '', at: reader.instant(new Date(written.savedAt)) })}
          </p>
        )}
        <Form form={form} action={narrativePath.to({ year })} formKey={newId()}>
          <Hidden name="version" value={again.values?.version ?? String(written.version)} />
          {again.problems?.some(({ status }) => status === 409) && (
            <Hidden name="shown" value={String(written.version)} />
          )}
          {narrativeParts.map((part) => (
            <Fragment key={part}>
              <TextArea
                form={form}
                name={part}
                label={say(partWords[part])}
                value={written.narrative[part]}
                rows={8}
                optional
              />
              {problemsAt(form, part).some(({ status }) => status === 409) && (
                <OtherText
                  label={say(texts.theirText, { name: written.savedBy ?? '' })}
                  empty={say(texts.nothingWritten)}
                  text={written.narrative[part]}
                />
              )}
            </Fragment>
          ))}
          <SubmitButton>{say(texts.save)}</SubmitButton>
        </Form>
      </>
    ),
  }
}

const freezePage = view(freezePath, async (visit) => {
  const { year } = visit.params
  // Whoever may only look is told so before they fill a form.
  await visit.perform(readNarrative, { year })
  return freezeView(visit, await visit.perform(previewReport, { year }))
})

const freezeAction = action(freezePath, async (visit) => {
  const { year } = visit.params
  return submit(visit, {
    operation: freezeReport,
    input: ({ fields }) => ({ ...fields, year }),
    done: () => visit.go(reportPath.to({ year }), texts.freezeDone),
    again: async (problems, values) =>
      freezeView(visit, await visit.perform(previewReport, { year }), { problems, values }),
  })
})

function freezeView(visit: Visit, preview: Preview, again: Again = {}): View {
  const reader = readerOf(visit.language)
  const { say } = reader
  const { facts } = preview.snapshot
  const year = String(facts.year)
  const form: FormState = { reader, ...again }
  const isIncomplete = preview.missingUnits.length > 0 || preview.missingParts.length > 0
  return {
    title: say(texts.freeze),
    body: (
      <>
        <Breadcrumbs reader={reader} trail={trail(reader, year, say(texts.freeze))} />
        <PageHeader title={say(texts.freezeOf, { year })} lead={say(texts.freezeLead)} />
        <Form form={form} action={freezePath.to({ year })} formKey={newId()}>
          <Hidden name="draftVersion" value={preview.draftVersion} />
          <HeadFields form={form} suggested={suggestedHead(facts)} />
          {isIncomplete && <Missing form={form} preview={preview} />}
          <SubmitButton>{say(texts.freeze)}</SubmitButton>
        </Form>
      </>
    ),
  }
}

function HeadFields({ form, suggested }: { form: FormState; suggested: ReturnType<typeof suggestedHead> }) {
  const { say } = form.reader
  const text = (name: string, label: string, value?: string, hint?: string) => (
    <TextField form={form} name={name} label={label} value={value} hint={hint} />
  )
  return (
    <>
      <TextField form={form} name="number" label={say(texts.numberField)} hint={say(texts.numberHint)} short />
      <TextField
        form={form}
        name="symbol"
        label={say(texts.symbol)}
        hint={say(texts.symbolHint)}
        value={suggested.symbol}
        short
      />
      <DateField form={form} name="issuedOn" label={say(texts.issuedOn)} value={suggested.issuedOn} />
      {text('place', say(texts.place), suggested.place)}
      <TextArea
        form={form}
        name="authority"
        label={say(texts.authority)}
        hint={say(texts.authorityHint)}
        value={suggested.authority.join('\n')}
        rows={2}
      />
      {text('position', say(texts.position), suggested.position)}
      {text('signatory', say(texts.signatoryName))}
      <TextArea
        form={form}
        name="recipients"
        label={say(texts.recipients)}
        hint={say(texts.recipientsHint)}
        value={suggested.recipients.join('\n')}
        rows={6}
      />
      {text('keptBy', say(texts.keptBy), suggested.keptBy)}
    </>
  )
}

/** Everything that will not be in the report, before the box that says one knows. */
function Missing({ form, preview }: { form: FormState; preview: Preview }) {
  const { reader } = form
  const { say } = reader
  const { missingUnits, missingParts } = preview
  return (
    <Section id="missing" title={say(texts.incomplete)}>
      {missingUnits.length > 0 && (
        <details class="disclosure" open={missingUnits.length <= 10}>
          <summary>{say(texts.missingUnits, { count: missingUnits.length })}</summary>
          <ul class="list list-columns">
            {missingUnits.map((unit) => (
              <li key={unit.code}>
                {unit.name} <StatusMark reader={reader} status={unit.state} />
              </li>
            ))}
          </ul>
        </details>
      )}
      {missingParts.length > 0 && (
        <>
          <p>{say(texts.missingParts)}:</p>
          <ul>
            {missingParts.map((part) => (
              <li key={part}>{say(partWords[part])}</li>
            ))}
          </ul>
        </>
      )}
      <CheckboxField form={form} name="incompleteIsKnown" label={say(texts.incompleteIsKnown)} />
    </Section>
  )
}

export const routes: Route[] = [narrativePage, narrativeAction, freezePage, freezeAction]
