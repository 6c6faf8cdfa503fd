/** The page of one reform: where it stands, what it changes in numbers, its acts, and the next step for whoever reads it. */
import { newId } from '#kernel/id.ts'
import type { Words } from '#kernel/language.ts'
import { type Problem, ProblemError } from '#kernel/problem.ts'
import { dayBefore, unitsPath } from '#modules/organisation'
import type { Operation } from '#platform/operation.ts'
import { problems as platformProblems } from '#platform/problems.ts'
import { action, type Route, submit, type View, type Visit, view } from '#platform/web/page.ts'
import { TextArea } from '#ui/fields.tsx'
import { Form, type FormState, Hidden, LinkButton, SubmitButton } from '#ui/form.tsx'
import { Columns, Facts, PageHeader, Section } from '#ui/layout.tsx'
import { type Reader, readerOf } from '#ui/reader.ts'
import { Kinds } from '../changes/change-form.pages.tsx'
import { listChanges } from '../changes/change-list.operations.ts'
import { ChangeTable, changeHref, changesPerPage } from '../changes/change-list.view.tsx'
import { texts as actTexts } from '../changes/change-sentences.texts.ts'
import { approveDecision, withdrawDecision } from '../decision-approval.operations.ts'
import {
  discardDecision,
  editDecision,
  proposeDecision,
  returnDecision,
  unitDecision,
} from '../decision-drafts.operations.ts'
import { type Step, steps } from '../decisions.rules.ts'
import { texts } from '../decisions.texts.ts'
import { preview } from '../effects/decision-effects.operations.ts'
import { ChangeFigures, Faults } from '../effects/decision-effects.view.tsx'
import { texts as changeTexts } from '../effects/effects.texts.ts'
import { texts as fileTexts } from '../files/change-files.texts.ts'
import { changesPath, draftPath, draftsPath, headPath, stepPath, uploadPath } from '../paths.ts'
import { HeadFields, StateMark } from './desk.pages.tsx'
import { DraftTrail } from './draft-history.view.tsx'

type Draft = Awaited<ReturnType<(typeof unitDecision)['run']>>

interface Shown {
  readonly problems?: readonly Problem[]
  readonly values?: Readonly<Record<string, string>>
  /** Which form the problems are of. */
  readonly of?: Step
}

async function draftView(visit: Visit, id: string, shown: Shown = {}): Promise<View> {
  const reader = readerOf(visit.language)
  const { say } = reader
  const draft = await visit.perform(unitDecision, { id })
  const from = Math.max(0, Number(visit.query.from) || 0)
  const changes = await visit.perform(listChanges, { id, from, limit: changesPerPage })
  const { counts, problems: faults, isDecided, seen } = await visit.perform(preview, { id, limit: 1 })
  const can = await stepsOpen(visit, draft)
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
        <Told reader={reader} draft={draft} />
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
        <Steps reader={reader} draft={draft} shown={shown} seen={seen} hasActs={changes.total > 0} can={can} />
        <Section id="acts" title={`${say(texts.acts)} (${reader.number(changes.total)})`}>
          <ChangeTable reader={reader} reform={draft} {...changes} from={from} faults={faults} mayEdit={can.edit} />
        </Section>
        {can.edit && <Editing reader={reader} draft={draft} shown={shown} />}
        <Course reader={reader} draft={draft} />
      </>
    ),
  }
}

type Open = Readonly<Record<Step, boolean>>

/** The steps that this reader may take and nothing stands in the way of. */
async function stepsOpen(visit: Visit, { hindrances }: Draft): Promise<Open> {
  const may = await visit.mayEach({
    edit: [editDecision],
    propose: [proposeDecision],
    approve: [approveDecision],
    return: [returnDecision],
    withdraw: [withdrawDecision],
    discard: [discardDecision],
  })
  const open = steps.map((step) => [step, may[step] && hindrances[step] === undefined] as const)
  return Object.fromEntries(open) as Open
}

/** Why it came back, or was taken back. */
function Told({ reader, draft }: { reader: Reader; draft: Draft }) {
  const { say } = reader
  const told = [
    draft.state === 'draft' && draft.returnedReason && say(texts.returnedWhy, { reason: draft.returnedReason }),
    draft.withdrawn && say(texts.withdrawnWhy, { reason: draft.withdrawn.reason }),
  ].filter((text) => text)
  if (told.length === 0) return null
  return <div class="notice">{told.map((text) => text && <p key={text}>{text}</p>)}</div>
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

interface StepsProps {
  readonly reader: Reader
  readonly draft: Draft
  readonly shown: Shown
  /** The mark of the preview on this page. */
  readonly seen: string | null
  readonly hasActs: boolean
  readonly can: Open
}

/** What may be done next, each as a form; what may not, because it is one's own, is explained. */
function Steps({ reader, draft, shown, seen, hasActs: hasChanges, can }: StepsProps) {
  const { say, date, language } = reader
  const { hindrances, state } = draft
  const waits = state === 'proposed' && hindrances.approve
  const on = date(draft.on)
  const form = { reader, draft, shown, seen }
  if (!waits && !Object.entries(can).some(([step, isOpen]) => isOpen && step !== 'edit')) return null
  return (
    <Section id="decide" title={say(texts.decide)}>
      {waits && <p>{waits[language]}</p>}
      <Columns>
        {can.propose && hasChanges && (
          <StepForm {...form} step="propose" label={texts.propose} hint={say(texts.proposeHint)} />
        )}
        {can.approve && (
          <StepForm {...form} step="approve" label={texts.approve} hint={say(texts.approveHint, { on })} />
        )}
        {can.return && <StepForm {...form} step="return" label={texts.giveBack} asksWhy isQuiet />}
        {can.withdraw && (
          <StepForm {...form} step="withdraw" label={texts.withdraw} hint={say(texts.withdrawHint)} asksWhy isQuiet />
        )}
        {can.discard && (
          <StepForm {...form} step="discard" label={texts.discard} hint={say(texts.discardHint)} isQuiet />
        )}
      </Columns>
    </Section>
  )
}

interface StepFormProps extends Omit<StepsProps, 'hasActs' | 'can'> {
  readonly step: Step
  readonly label: Words
  readonly hint?: string
  readonly asksWhy?: boolean
  readonly isQuiet?: boolean
}

function StepForm({ reader, draft, shown, seen, step, label, hint, asksWhy, isQuiet }: StepFormProps) {
  const { say } = reader
  const form: FormState = shown.of === step ? { reader, problems: shown.problems, values: shown.values } : { reader }
  return (
    <Form form={form} action={stepPath.to({ id: draft.id, step })} formKey={newId()}>
      <Hidden name="version" value={String(draft.version)} />
      {step === 'approve' && seen && <Hidden name="seen" value={seen} />}
      {hint && <p class="hint">{hint}</p>}
      {asksWhy && <TextArea form={form} name="reason" label={say(texts.reason)} rows={2} />}
      <SubmitButton tone={isQuiet ? 'quiet' : 'primary'}>{say(label)}</SubmitButton>
    </Form>
  )
}

/** More acts, a file, and the head of the draft. */
function Editing({ reader, draft, shown }: { reader: Reader; draft: Draft; shown: Shown }) {
  const { say } = reader
  const form: FormState = shown.of === 'edit' ? { reader, problems: shown.problems, values: shown.values } : { reader }
  return (
    <>
      <Section
        id="add"
        title={say(actTexts.add)}
        lead={say(actTexts.addLead)}
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

function Course({ reader, draft }: { reader: Reader; draft: Draft }) {
  const { say } = reader
  const done = (at: string) => reader.instant(new Date(at))
  const doings = [
    [texts.drafted, draft.drafted],
    [texts.edited, draft.edited],
    [texts.proposed, draft.proposed],
    [texts.approved, draft.approved],
    [texts.withdrawn, draft.withdrawn],
  ] as const
  const items = doings.flatMap(([label, doing]) =>
    doing
      ? [{ label: say(label), value: say(texts.doneBy, { who: doing.by ?? say(texts.machine), at: done(doing.at) }) }]
      : [],
  )
  const settled = draft.settledAt ? [{ label: say(texts.settled), value: done(draft.settledAt) }] : []
  return (
    <Section id="course" title={say(texts.course)}>
      <Facts items={[...items, ...settled]} />
    </Section>
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
      input: ({ fields: { version, reason, seen } }) => ({ id, version, reason, seen }),
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
  const { on } = await visit.perform(unitDecision, { id })
  return take(visit, { id, on, to: step === 'discard' ? draftsPath.to() : draftPath.to({ id }) })
})

/** What does not fit stands at acts, which are no fields of the form. */
function unplaced(problem: Problem): Problem {
  return problem.path?.[0] === 'changes' ? { ...problem, path: undefined } : problem
}

export const routes: Route[] = [page, saveHead, takeStep]
