/** The page of one decision: where it stands, what it changes in numbers, its changes, and the next step for whoever reads it. */
import type { HistoryEvent } from '#kernel/history.ts'
import { newId } from '#kernel/id.ts'
import type { Words } from '#kernel/language.ts'
import { type Problem, ProblemError } from '#kernel/problem.ts'
import { dayBefore, unitsPath } from '#modules/organisation'
import type { Operation } from '#platform/operation.ts'
import { problems as platformProblems } from '#platform/problems.ts'
import { action, type Route, submit, type View, type Visit, view } from '#platform/web/page.ts'
import { Form, type FormState, Hidden, LinkButton, SubmitButton } from '#ui/form.tsx'
import { PageHeader, Section } from '#ui/layout.tsx'
import { type Reader, readerOf } from '#ui/reader.ts'
import { HistorySection, type StepOffer, WorkflowSteps } from '#ui/workflow.tsx'
import { Kinds } from '../changes/change-form.pages.tsx'
import { listChanges } from '../changes/change-list.operations.ts'
import { ChangeTable, changeHref, changesPerPage } from '../changes/change-list.view.tsx'
import { texts as changeListTexts } from '../changes/change-sentences.texts.ts'
import { approveDecision, withdrawDecision } from '../decision-approval.operations.ts'
import {
  discardDecision,
  editDecision,
  proposeDecision,
  returnDecision,
  workingDecision,
} from '../decision-drafts.operations.ts'
import { decisionWorkflow, type Step } from '../decisions.rules.ts'
import { texts } from '../decisions.texts.ts'
import { preview } from '../effects/decision-effects.operations.ts'
import { ChangeFigures, Faults } from '../effects/decision-effects.view.tsx'
import { texts as changeTexts } from '../effects/effects.texts.ts'
import { texts as fileTexts } from '../files/change-files.texts.ts'
import { changesPath, draftPath, draftsPath, headPath, stepPath, uploadPath } from '../paths.ts'
import { StateMark } from './decision-table.view.tsx'
import { HeadFields } from './desk.pages.tsx'
import { DraftTrail } from './draft-history.view.tsx'

type Draft = Awaited<ReturnType<(typeof workingDecision)['run']>>

interface Shown {
  readonly problems?: readonly Problem[]
  readonly values?: Readonly<Record<string, string>>
  /** Which form the problems are of. */
  readonly of?: Step
}

async function draftView(visit: Visit, id: string, shown: Shown = {}): Promise<View> {
  const reader = readerOf(visit.language)
  const { say } = reader
  const draft = await visit.perform(workingDecision, { id })
  const from = Math.max(0, Number(visit.query.from) || 0)
  const changes = await visit.perform(listChanges, { id, from, limit: changesPerPage })
  const { counts, problems: faults, isDecided, effectsVersion } = await visit.perform(preview, { id, limit: 1 })
  const can = await rightsOf(visit)
  const mayEdit = can.edit === true && draft.hindrances.edit === undefined
  const offers = offersOf(reader, draft, { can, effectsVersion, hasChanges: changes.total > 0 })
  return {
    title: draft.title,
    width: 'wide',
    body: (
      <>
        <DraftTrail reader={reader} here={draft.title} />
        <PageHeader
          title={draft.title}
          kicker={<StateMark reader={reader} head={draft} today={visit.today} />}
          lead={`${draft.basis} · ${say(texts.inForceFrom, { on: reader.date(draft.on) })}`}
        />
        <Section
          id="changes"
          title={say(isDecided && draft.on <= visit.today ? changeTexts.changed : changeTexts.changes)}
          lead={changes.total > 0 && say(isDecided ? changeTexts.decided : changeTexts.foreseen)}
          actions={
            changes.total > 0 &&
            faults.length === 0 && <LinkButton href={changesPath.to({ id })}>{say(changeTexts.seeChanges)}</LinkButton>
          }
        >
          <Faults reader={reader} faults={faults} hrefOf={(change) => changeHref(id, change)} />
          {faults.length === 0 && (
            <ChangeFigures reader={reader} counts={counts} hrefOf={(part) => changesPath.to({ id }, part)} />
          )}
          {draft.state === 'approved' && <AfterLinks reader={reader} draft={draft} hasRoles={counts.roles > 0} />}
        </Section>
        <WorkflowSteps
          {...{ reader, flow: decisionWorkflow, state: draft.state, hindrances: draft.hindrances, offers }}
          mark={<StateMark reader={reader} head={draft} today={visit.today} />}
          note={<Reasons reader={reader} draft={draft} />}
          refused={shown.of && shown.of !== 'edit' ? { step: shown.of, ...shown } : undefined}
          today={visit.today}
        />
        <Section id="acts" title={`${say(texts.changes)} (${reader.number(changes.total)})`}>
          <ChangeTable reader={reader} decision={draft} {...changes} from={from} faults={faults} mayEdit={mayEdit} />
        </Section>
        {mayEdit && <Editing reader={reader} draft={draft} shown={shown} />}
        <HistorySection reader={reader} history={draft.history} textOf={stepText(reader)} />
        {draft.settledAt && (
          <p class="meta">{say(texts.settledAt, { at: reader.instant(new Date(draft.settledAt)) })}</p>
        )}
      </>
    ),
  }
}

type Rights = Readonly<Partial<Record<Step, boolean>>>

/** The steps that this reader has the right to, whatever stands in the way. */
function rightsOf(visit: Visit): Promise<Rights> {
  return visit.mayEach({
    edit: [editDecision],
    propose: [proposeDecision],
    approve: [approveDecision],
    return: [returnDecision],
    withdraw: [withdrawDecision],
    discard: [discardDecision],
  })
}

/** Why it came back, or was taken back. */
function Reasons({ reader, draft }: { reader: Reader; draft: Draft }) {
  const { say } = reader
  const reasons = [
    draft.state === 'draft' && draft.returnedReason && say(texts.returnedWhy, { reason: draft.returnedReason }),
    draft.withdrawn && say(texts.withdrawnWhy, { reason: draft.withdrawn.reason }),
  ].filter((text) => text)
  if (reasons.length === 0) return null
  return <div class="notice">{reasons.map((text) => text && <p key={text}>{text}</p>)}</div>
}

function AfterLinks({ reader, draft, hasRoles }: { reader: Reader; draft: Draft; hasRoles: boolean }) {
  const { say, date } = reader
  const { id, on } = draft
  const eve = dayBefore(on)
  return (
    <ul class="list">
      <li>
        <a href={unitsPath.to({ on })}>{say(texts.unitsThen, { on: date(on) })}</a>
      </li>
      <li>
        <a href={unitsPath.to({ on: eve })}>{say(texts.unitsBefore, { on: date(eve) })}</a>
      </li>
      {hasRoles && (
        <li>
          <a href={`${changesPath.to({ id })}#roles`}>{say(texts.movedRoles)}</a>
        </li>
      )}
    </ul>
  )
}

/** The steps that lead on, of those this reader has the right to. What changes nothing is not sent for approval. */
function offersOf(reader: Reader, draft: Draft, { can, effectsVersion, hasChanges }: Offered): StepOffer[] {
  const { say, date } = reader
  const on = date(draft.on)
  const version = { version: String(draft.version) }
  const offer = (step: Step, label: Words, given: Partial<StepOffer> = {}): StepOffer[] =>
    can[step] ? [{ step, label, href: stepPath.to({ id: draft.id, step }), seen: version, ...given }] : []
  const approving = { ...version, ...(effectsVersion ? { effectsVersion } : {}) }
  return [
    ...(hasChanges ? offer('propose', texts.propose, { hint: say(texts.proposeHint), tone: 'primary' }) : []),
    ...offer('approve', texts.approve, { hint: say(texts.approveHint, { on }), tone: 'primary', seen: approving }),
    ...offer('return', texts.giveBack),
    ...offer('withdraw', texts.withdraw, { hint: say(texts.withdrawHint) }),
    ...offer('discard', texts.discard, { hint: say(texts.discardHint) }),
  ]
}

interface Offered {
  readonly can: Rights
  /** What the preview on this page names. */
  readonly effectsVersion: string | null
  readonly hasChanges: boolean
}

function stepText({ say }: Reader): (event: HistoryEvent) => string {
  return ({ step }) => {
    const text = doneTexts.get(step)
    return text ? say(text) : step
  }
}

const doneTexts: ReadonlyMap<string, Words> = new Map<string, Words>([
  ['draft', texts.drafted],
  ['edit', texts.edited],
  ['propose', texts.proposed],
  ['return', texts.giveBack],
  ['approve', texts.approved],
  ['withdraw', texts.withdrawn],
  ['discard', texts.discard],
])

/** More changes, a file, and the head of the draft. */
function Editing({ reader, draft, shown }: { reader: Reader; draft: Draft; shown: Shown }) {
  const { say } = reader
  const form: FormState = shown.of === 'edit' ? { reader, problems: shown.problems, values: shown.values } : { reader }
  return (
    <>
      <Section
        id="add"
        title={say(changeListTexts.add)}
        lead={say(changeListTexts.addLead)}
        actions={<LinkButton href={uploadPath.to({ id: draft.id })}>{say(fileTexts.upload)}</LinkButton>}
      >
        <Kinds reader={reader} id={draft.id} />
      </Section>
      <Section id="head" title={say(texts.editHead)}>
        <Form form={form} action={headPath.to({ id: draft.id })} formKey={newId()}>
          <Hidden name="version" value={String(draft.version)} />
          <HeadFields form={form} head={draft} />
          <SubmitButton tone="quiet">{say(texts.save)}</SubmitButton>
        </Form>
      </Section>
    </>
  )
}

const page = view(draftPath, (visit) => draftView(visit, visit.params.id))

const saveHead = action(headPath, (visit) => {
  const { id } = visit.params
  return submit(visit, {
    operation: editDecision,
    input: ({ fields: { version, on, title, basis } }) => ({ id, version, on, title, basis }),
    done: () => visit.go(draftPath.to({ id }), texts.saved),
    again: (problems, values) => draftView(visit, id, { problems, values, of: 'edit' }),
  })
})

function taking<I, O>(operation: Operation<I, O>, done: Words, step: Step) {
  return (visit: Visit, { id, on, to }: { id: string; on: string; to: string }) =>
    submit(visit, {
      operation,
      input: ({ fields: { version, reason, effectsVersion } }) => ({ id, version, reason, effectsVersion }),
      done: () => visit.go(to, done, { on: readerOf(visit.language).date(on) }),
      again: (problems, values) => draftView(visit, id, { problems: problems.map(unplaced), values, of: step }),
    })
}

const taken: ReadonlyMap<string, ReturnType<typeof taking>> = new Map([
  ['propose', taking(proposeDecision, texts.didPropose, 'propose')],
  ['return', taking(returnDecision, texts.didReturn, 'return')],
  ['approve', taking(approveDecision, texts.didApprove, 'approve')],
  ['withdraw', taking(withdrawDecision, texts.didWithdraw, 'withdraw')],
  ['discard', taking(discardDecision, texts.didDiscard, 'discard')],
])

const takeStep = action(stepPath, async (visit) => {
  const { id, step } = visit.params
  const take = taken.get(step)
  if (!take) throw new ProblemError(platformProblems.notFound())
  const { on } = await visit.perform(workingDecision, { id })
  return take(visit, { id, on, to: step === 'discard' ? draftsPath.to() : draftPath.to({ id }) })
})

/** What does not fit stands at changes, which are no fields of the form. */
function unplaced(problem: Problem): Problem {
  return problem.path?.[0] === 'changes' ? { ...problem, path: undefined } : problem
}

export const routes: Route[] = [page, saveHead, takeStep]
