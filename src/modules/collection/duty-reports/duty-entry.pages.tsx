/** One duty as its holder reports it: state, progress, result, evidence. */
import { Fragment } from 'preact'
import { newId } from '#kernel/id.ts'
import type { Problem } from '#kernel/problem.ts'
import { ProblemError } from '#kernel/problem.ts'
import { refName } from '#modules/plan'
import { action, fileAction, longAction, type Route, submit, type View, type Visit, view } from '#platform/web/page.ts'
import { sendStored } from '#platform/web/stored-file.ts'
import { FileField, OtherText, SelectField, TextArea, TextField } from '#ui/fields.tsx'
import { Form, type FormState, Hidden, LinkButton, problemsAt, SubmitButton, shownValue } from '#ui/form.tsx'
import { Breadcrumbs, PageHeader, Section } from '#ui/layout.tsx'
import { readerOf } from '#ui/reader.ts'
import { SampleLabel } from '#ui/status.tsx'
import { problems as collectionProblems, texts } from '../collection.texts.ts'
import { dutyTexts } from '../forms/duty-fields.model.ts'
import { dutyPath, evidenceFilePath, evidencePath, removeEvidencePath, submissionPath } from '../paths.ts'
import { submissionOperation } from '../submissions/submission-contents.operations.ts'
import { saveDuty } from './duty-entry.operations.ts'
import { roleText } from './duty-report-list.view.tsx'
import type { DutyList, ReportedDuty } from './duty-reports.model.ts'
import { addEvidence, dutyList, evidenceFile, evidenceUse, removeEvidence } from './duty-reports.operations.ts'

type At = { readonly year: string; readonly code: string; readonly duty: string }

interface Again {
  readonly report?: Omit<FormState, 'reader'>
  readonly evidence?: Omit<FormState, 'reader'>
}

async function showDuty(visit: Visit, at: At, again: Again = {}): Promise<View> {
  const reader = readerOf(visit.language)
  const input = { round: at.year, unit: at.code }
  const shown = await visit.perform(submissionOperation, input)
  const list = await visit.perform(dutyList, input)
  const duty = list.duties.find((each) => each.id === at.duty)
  if (!duty) throw new ProblemError(collectionProblems.unknownDuty())
  const { submission, round, may } = shown
  const home = submissionPath.to(at, { section: 'duties' })
  const title = duty.title[reader.language]
  return {
    title,
    isInvalid: Boolean(again.report?.problems?.length ?? again.evidence?.problems?.length),
    body: (
      <>
        <Breadcrumbs
          reader={reader}
          trail={[
            { href: home, label: reader.say(texts.formTitle, { unit: submission.unitName, year: String(round.year) }) },
            { label: refName(reader.say, duty.ref) },
          ]}
        />
        <PageHeader
          title={title}
          lead={`${refName(reader.say, duty.ref)} · ${roleText(reader, duty.role)}`}
          actions={submission.isSample && <SampleLabel reader={reader} />}
        />
        <ReportForm form={{ reader, ...again.report }} list={list} duty={duty} at={at} isOpen={may.fill} />
        <EvidenceSection form={{ reader, ...again.evidence }} duty={duty} at={at} isOpen={may.fill} />
      </>
    ),
  }
}

interface ReportProps {
  readonly form: FormState
  readonly list: DutyList
  readonly duty: ReportedDuty
  readonly at: At
  readonly isOpen: boolean
}

function ReportForm({ form, list, duty, at, isOpen }: ReportProps) {
  const { say, language } = form.reader
  const { report } = duty
  const words = (field: string) => {
    const result = list.fields.find((each) => each.field === field)
    return { label: result?.name[language] ?? field, hint: result?.explanation[language], optional: !result?.required }
  }
  const isAsked = (name: string) => list.fields.some(({ field }) => field === name)
  const states = list.states.map((state) => ({ value: state.code, label: state.name[language] }))
  const formVersion = form.values && shownValue(form, 'version')
  const stateName = states.find(({ value }) => value === report?.state)?.label ?? ''
  const other = (field: string, text: string | undefined) =>
    problemsAt(form, field).some(({ status }) => status === 409) && (
      <OtherText
        label={say(texts.theirText, { name: report?.editor ?? '' })}
        empty={say(texts.nothingWritten)}
        text={text ?? ''}
      />
    )
  const percent = report?.percent === null || report?.percent === undefined ? '' : form.reader.number(report.percent, 1)
  return (
    <Form form={form} action={dutyPath.to(at)} formKey={newId()}>
      <Hidden name="version" value={formVersion ?? String(report?.version ?? 0)} />
      {form.problems?.some(({ status }) => status === 409) && (
        <Hidden name="shown" value={String(report?.version ?? 0)} />
      )}
      <SelectField form={form} name="state" {...words('state')} value={report?.state} options={states} />
      {other('state', stateName)}
      <TextField form={form} name="percent" {...words('percent')} value={percent} short />
      {other('percent', percent)}
      {dutyTexts.filter(isAsked).map((field) => {
        const texts = words(field)
        return (
          <Fragment key={field}>
            <TextArea form={form} name={field} {...texts} value={report?.[field]} rows={texts.optional ? 3 : 6} />
            {other(field, report?.[field])}
          </Fragment>
        )
      })}
      {isOpen && (
        <div class="actions">
          <SubmitButton>{say(texts.save)}</SubmitButton>
          <LinkButton href={submissionPath.to(at, { section: 'duties' })}>{say(texts.duties)}</LinkButton>
        </div>
      )}
    </Form>
  )
}

interface EvidenceProps {
  readonly form: FormState
  readonly duty: ReportedDuty
  readonly at: At
  readonly isOpen: boolean
}

function EvidenceSection({ form, duty, at, isOpen }: EvidenceProps) {
  const { say } = form.reader
  return (
    <Section id="evidence" title={say(texts.evidence)}>
      {duty.evidence.length === 0 && <p class="meta">{say(texts.noEvidence)}</p>}
      <ul class="list">
        {duty.evidence.map((proof) => (
          <li key={proof.id}>
            <a href={proof.url ?? evidenceFilePath.to({ ...at, evidence: proof.id })}>{proof.title}</a>
            {isOpen && (
              <form class="inline-form" method="post" action={removeEvidencePath.to({ ...at, evidence: proof.id })}>
                <Hidden name="_key" value={newId()} />
                <button class="button button-plain" type="submit" aria-label={`${say(texts.remove)}: ${proof.title}`}>
                  {say(texts.remove)}
                </button>
              </form>
            )}
          </li>
        ))}
      </ul>
      {isOpen && (
        <Form form={form} action={evidencePath.to(at)} formKey={newId()} files>
          <TextField form={form} name="title" label={say(texts.evidenceTitle)} optional />
          <TextField form={form} name="url" type="url" label={say(texts.evidenceUrl)} optional />
          <FileField
            form={form}
            name="file"
            label={say(texts.evidenceFile)}
            hint={say(texts.evidenceFileHint)}
            accept=".pdf,.png,.jpg,.jpeg,.docx,.xlsx"
            optional
          />
          <div class="actions">
            <SubmitButton tone="quiet">{say(texts.addEvidence)}</SubmitButton>
          </div>
        </Form>
      )}
    </Section>
  )
}

const dutyPage = view(dutyPath, (visit) => showDuty(visit, visit.params))

const saveAction = longAction(dutyPath, async (visit) => {
  const at = visit.params
  return submit(visit, {
    operation: saveDuty,
    input: ({ fields }) => ({ ...fields, ...askedOf(at), language: visit.language }),
    done: () => visit.go(submissionPath.to(at, { section: 'duties' }), texts.saved),
    again: (problems: readonly Problem[], values) => showDuty(visit, at, { report: { problems, values } }),
  })
})

function askedOf({ year, code, duty }: At) {
  return { round: year, unit: code, duty }
}

const addAction = fileAction(evidencePath, evidenceUse, async (visit) => {
  const at = visit.params
  return submit(visit, {
    operation: addEvidence,
    input: ({ fields, file }) => ({ ...askedOf(at), title: fields.title, url: fields.url, file }),
    done: () => visit.go(dutyPath.to(at), texts.evidenceAdded),
    again: (problems, values) => showDuty(visit, at, { evidence: { problems, values } }),
  })
})

const removeAction = action(removeEvidencePath, async (visit) => {
  const { evidence, ...at } = visit.params
  await visit.perform(removeEvidence, { ...askedOf(at), evidence })
  return visit.go(dutyPath.to(at), texts.evidenceRemoved)
})

/** Sent as a download of its own type: nothing that somebody uploaded is opened as a page of ours. */
const filePage = view(evidenceFilePath, async (visit) => {
  const { year, code, evidence } = visit.params
  const stored = await visit.perform(evidenceFile, { round: year, unit: code, evidence })
  return sendStored(visit.http, visit.engine.files, stored)
})

export const routes: Route[] = [dutyPage, saveAction, addAction, removeAction, filePage]
