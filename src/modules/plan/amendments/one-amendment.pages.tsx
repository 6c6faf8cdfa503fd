/** One amendment being written: its decision, a preview of what it changes, and publishing by a second person. */
import type { HistoryEvent } from '#kernel/history.ts'
import { newId } from '#kernel/id.ts'
import type { Problem } from '#kernel/problem.ts'
import { action, type Route, submit, type View, type Visit, view } from '#platform/web/page.ts'
import { Form, type FormEntry, Hidden, LinkButton, SubmitButton } from '#ui/form.tsx'
import { PageHeader, Section } from '#ui/layout.tsx'
import { type Reader, readerOf } from '#ui/reader.ts'
import { Mark } from '#ui/status.tsx'
import type { Column } from '#ui/table.tsx'
import { HistorySection, type Refused, type StepOffer, WorkflowSteps } from '#ui/workflow.tsx'
import {
  amendmentHeadPath,
  amendmentPath,
  amendmentsPath,
  changeClausesPath,
  changeDutiesPath,
  changeTargetsPath,
  discardPath,
  dropPath,
  publishPath,
  versionPath,
} from '../paths.ts'
import { DiffTable, diffNames, HeadFacts } from '../versions/version-diff.view.tsx'
import type { DiffEntry } from '../versions/versions.model.ts'
import { keyOfEntry } from '../versions/versions.rules.ts'
import { texts } from '../versions/versions.texts.ts'
import { dropChange } from './amendment-changes.operations.ts'
import { amendment, discardAmendment, editAmendment, publishAmendment } from './amendment-drafts.operations.ts'
import { AmendmentTrail, HeadFields, Seen } from './amendment-form.view.tsx'
import { amendmentWorkflow } from './amendment-workflow.rules.ts'
import type { Amendment } from './amendments.model.ts'

type DraftVisit = Visit<'/plan/amendments/:id'>

async function draftView(visit: DraftVisit, refused?: Refused): Promise<View> {
  const reader = readerOf(visit.language)
  const { say } = reader
  const answer = await visit.perform(amendment, { id: visit.params.id })
  const draft = answer.amendment
  const isOpen = draft.state === 'draft'
  const title = say(texts.draftTitle, { symbol: draft.symbol })
  return {
    title,
    body: (
      <>
        <AmendmentTrail reader={reader} here={title} />
        <PageHeader title={say(draft.title)} kicker={title}>
          <State reader={reader} draft={draft} />
        </PageHeader>
        <HeadFacts reader={reader} head={draft} />
        {isOpen && <Doings reader={reader} id={draft.id} />}
        <Section id="changes" title={say(texts.preview)} lead={say(texts.changeCount, { count: draft.changes.length })}>
          <DiffTable
            reader={reader}
            diff={draft.changes}
            names={await diffNames(visit, answer.agencies)}
            outdated={answer.outdated}
            actions={isOpen ? dropColumn(reader, draft) : undefined}
          />
        </Section>
        <WorkflowSteps
          {...{ reader, flow: amendmentWorkflow, state: draft.state, hindrances: answer.hindrances, refused }}
          mark={<StateMark reader={reader} state={draft.state} />}
          offers={await offersOf(visit, draft)}
          today={visit.today}
        />
        <HistorySection reader={reader} history={answer.history} textOf={stepText(reader)} />
      </>
    ),
  }
}

const states = {
  draft: { tone: 'note', text: texts.isDraft },
  published: { tone: 'good', text: texts.isPublished },
  discarded: { tone: 'none', text: texts.isDiscarded },
} as const

function StateMark({ reader, state }: { reader: Reader; state: Amendment['state'] }) {
  const { tone, text } = states[state]
  return <Mark tone={tone}>{reader.say(text)}</Mark>
}

function State({ reader, draft }: { reader: Reader; draft: Amendment }) {
  const { say } = reader
  if (draft.version === null) return null
  return (
    <p>
      <a href={versionPath.to({ number: String(draft.version) })}>
        {say(texts.versionTitle, { number: draft.version })}
      </a>
    </p>
  )
}

function Doings({ reader: { say }, id }: { reader: Reader; id: string }) {
  return (
    <div class="actions">
      <LinkButton href={changeTargetsPath.to({ id })}>{say(texts.changeTargets)}</LinkButton>
      <LinkButton href={changeDutiesPath.to({ id })}>{say(texts.changeDuties)}</LinkButton>
      <LinkButton href={changeClausesPath.to({ id })}>{say(texts.changeClauses)}</LinkButton>
      <LinkButton href={amendmentHeadPath.to({ id })}>{say(texts.editHead)}</LinkButton>
    </div>
  )
}

function dropColumn(reader: Reader, { id, revision }: Amendment): Column<DiffEntry> {
  return {
    key: 'drop',
    label: reader.say(texts.drop),
    labelUnseen: true,
    size: 'narrow',
    render: (entry) => (
      <form method="post" action={dropPath.to({ id })}>
        <Hidden name="_key" value={newId()} />
        <Hidden name="revision" value={String(revision)} />
        <Hidden name="change" value={keyOfEntry(entry)} />
        <SubmitButton tone="quiet">{reader.say(texts.drop)}</SubmitButton>
      </form>
    ),
  }
}

/** The steps of a draft that this reader has the right to. */
async function offersOf(visit: DraftVisit, { id, revision }: Amendment): Promise<StepOffer[]> {
  const may = await visit.mayEach({ publish: [publishAmendment], discard: [discardAmendment] })
  const seen = { revision: String(revision) }
  const hint = readerOf(visit.language).say(texts.publishLead)
  const publish: StepOffer = {
    ...{ step: 'publish', label: texts.publish, hint, href: publishPath.to({ id }) },
    ...{ tone: 'primary', seen },
  }
  const discard: StepOffer = { step: 'discard', label: texts.discard, href: discardPath.to({ id }), seen }
  return [...(may.publish ? [publish] : []), ...(may.discard ? [discard] : [])]
}

function stepText({ say }: Reader): (event: HistoryEvent) => string {
  return ({ step, version }) => {
    switch (step) {
      case 'draft':
        return say(texts.stepDraft)
      case 'write':
        return say(texts.stepWrite, { version: version ?? 0 })
      case 'publish':
        return say(texts.stepPublish)
      default:
        return say(texts.stepDiscard)
    }
  }
}

const draftPage = view(amendmentPath, (visit) => draftView(visit))

const publishAction = action(publishPath, (visit) =>
  submit(visit, {
    operation: publishAmendment,
    input: ({ fields }) => ({ id: visit.params.id, revision: fields.revision }),
    done: ({ number }) => visit.go(versionPath.to({ number: String(number) }), texts.publishedNow, { number }),
    // What is wrong belongs to no field of this form.
    again: (problems) => draftView(visit, { step: 'publish', problems: problems.map(unplaced) }),
  }),
)

const discardAction = action(discardPath, (visit) =>
  submit(visit, {
    operation: discardAmendment,
    input: ({ fields }) => ({ id: visit.params.id, revision: fields.revision }),
    done: () => visit.go(amendmentsPath.to(), texts.discarded),
    again: (problems) => draftView(visit, { step: 'discard', problems: problems.map(unplaced) }),
  }),
)

function unplaced({ path: _, ...problem }: Problem): Problem {
  return problem
}

const dropAction = action(dropPath, async (visit) => {
  const { revision, change } = (await visit.form()).fields
  await visit.perform(dropChange, { amendment: visit.params.id, revision, change })
  return visit.go(`${amendmentPath.to(visit.params)}#changes`, texts.dropped)
})

async function headView(visit: DraftVisit, entry: FormEntry = {}): Promise<View> {
  const reader = readerOf(visit.language)
  const { say } = reader
  const { amendment: draft } = await visit.perform(amendment, { id: visit.params.id })
  const form = { reader, ...entry }
  return {
    title: say(texts.editHead),
    body: (
      <>
        <AmendmentTrail reader={reader} draft={draft} here={say(texts.editHead)} />
        <PageHeader title={say(texts.editHead)} />
        <Form form={form} action={amendmentHeadPath.to(visit.params)} formKey={newId()}>
          <Seen draft={draft} entry={entry} />
          <HeadFields form={form} head={draft} />
          <SubmitButton>{say(texts.save)}</SubmitButton>
        </Form>
      </>
    ),
  }
}

const headPage = view(amendmentHeadPath, (visit) => headView(visit))

const headAction = action(amendmentHeadPath, (visit) =>
  submit(visit, {
    operation: editAmendment,
    input: ({ fields }) => ({ ...fields, id: visit.params.id }),
    done: ({ id }) => visit.go(amendmentPath.to({ id }), texts.saved),
    again: (problems, values) => headView(visit, { problems, values }),
  }),
)

export const routes: Route[] = [draftPage, publishAction, discardAction, dropAction, headPage, headAction]
