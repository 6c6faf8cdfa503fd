/** The desk of administrators: drafts and their states, a new one, and what a reform changes before and after it is decided. */
import { newId } from '#kernel/id.ts'
import { type Problem, ProblemError } from '#kernel/problem.ts'
import { problems as platformProblems } from '#platform/problems.ts'
import { action, type Form as Posted, type Route, submit, type View, type Visit, view } from '#platform/web/page.ts'
import { DateField, TextField } from '#ui/fields.tsx'
import { Form, type FormState, LinkButton, SubmitButton } from '#ui/form.tsx'
import { Breadcrumbs, EmptyState, PageHeader, Pagination } from '#ui/layout.tsx'
import { type Reader, readerOf } from '#ui/reader.ts'
import { Mark, type Tone } from '#ui/status.tsx'
import { DataTable } from '#ui/table.tsx'
import { changeHref } from '../changes/change-list.view.tsx'
import { draftDecision, listAll, unitDecision } from '../decision-drafts.operations.ts'
import type { DecisionHead, DecisionState } from '../decisions.model.ts'
import { texts } from '../decisions.texts.ts'
import { preview } from '../effects/decision-effects.operations.ts'
import { ChangeFigures, ChangeSections, Faults } from '../effects/decision-effects.view.tsx'
import { type ListName, ListQuery } from '../effects/effects.model.ts'
import { texts as changeTexts } from '../effects/effects.texts.ts'
import { changesPath, decisionsPath, draftPath, draftsPath, newDraftPath } from '../paths.ts'
import { DraftTrail } from './draft-history.view.tsx'

const tones: Readonly<Record<DecisionState, Tone>> = {
  draft: 'note',
  proposed: 'warn',
  approved: 'good',
  withdrawn: 'none',
  discarded: 'none',
}

/** Where a reform stands; an approved one says from when. */
export function StateMark({
  reader,
  head,
  today,
}: {
  reader: Reader
  head: Pick<DecisionHead, 'state' | 'on'>
  today: string
}) {
  const { say, date } = reader
  const { state, on } = head
  const words = on <= today ? say(texts.inForce) : say(texts.inForceFrom, { on: date(on) })
  return <Mark tone={tones[state]}>{state === 'approved' ? words : say(texts.stateWords, { state })}</Mark>
}

const listPage = view(draftsPath, async (visit) => {
  const reader = readerOf(visit.language)
  const { say } = reader
  const { after } = visit.query
  const answer = await visit.perform(listAll, { after, limit: 50 })
  const mayDraft = await visit.may(draftDecision)
  return {
    title: say(texts.drafts),
    body: (
      <>
        <Breadcrumbs
          reader={reader}
          trail={[{ href: decisionsPath.to(), label: say(texts.reforms) }, { label: say(texts.drafts) }]}
        />
        <PageHeader
          title={say(texts.drafts)}
          lead={say(texts.draftsLead)}
          actions={
            mayDraft && (
              <LinkButton tone="primary" href={newDraftPath.to()}>
                {say(texts.newDraft)}
              </LinkButton>
            )
          }
        />
        <DraftTable reader={reader} rows={answer.rows} today={visit.today} />
        <Pagination
          reader={reader}
          shown={answer.rows.length}
          firstHref={after && draftsPath.to()}
          nextHref={answer.next && draftsPath.to({ after: answer.next })}
        />
      </>
    ),
  }
})

function DraftTable({ reader, rows, today }: { reader: Reader; rows: readonly DecisionHead[]; today: string }) {
  const { say } = reader
  return (
    <DataTable
      reader={reader}
      id="drafts"
      caption={say(texts.drafts)}
      captionUnseen
      rows={rows}
      keyOf={(row) => row.id}
      empty={<EmptyState title={say(texts.noDrafts)}>{say(texts.noDraftsHint)}</EmptyState>}
      columns={[
        {
          key: 'title',
          label: say(texts.titleField),
          rowHeader: true,
          render: (row) => <a href={draftPath.to({ id: row.id })}>{row.title}</a>,
        },
        { key: 'on', label: say(texts.on), render: (row) => reader.date(row.on) },
        { key: 'basis', label: say(texts.basis), render: (row) => row.basis },
        { key: 'acts', label: say(texts.acts), align: 'end', render: (row) => reader.number(row.acts) },
        {
          key: 'state',
          label: say(texts.state),
          render: (row) => <StateMark reader={reader} head={row} today={today} />,
        },
      ]}
    />
  )
}

/** The fields of a decision. */
export function HeadFields({ form, head }: { form: FormState; head?: Pick<DecisionHead, 'on' | 'title' | 'basis'> }) {
  const { say } = form.reader
  return (
    <>
      <DateField form={form} name="on" label={say(texts.on)} hint={say(texts.onHint)} value={head?.on} />
      <TextField
        form={form}
        name="title"
        label={say(texts.titleField)}
        hint={say(texts.titleHint)}
        value={head?.title}
      />
      <TextField form={form} name="basis" label={say(texts.basis)} hint={say(texts.basisHint)} value={head?.basis} />
    </>
  )
}

interface Typed {
  readonly problems?: readonly Problem[]
  readonly values?: Posted['fields']
}

async function newView(visit: Visit, typed: Typed = {}): Promise<View> {
  const reader = readerOf(visit.language)
  const { say } = reader
  // Who may not begin one is told before anything is typed; a stranger is asked to sign in.
  await visit.perform(listAll, { limit: 1 })
  if (!(await visit.may(draftDecision))) throw new ProblemError(platformProblems.forbidden())
  const form = { reader, ...typed }
  return {
    title: say(texts.newDraft),
    body: (
      <>
        <DraftTrail reader={reader} here={say(texts.newDraft)} />
        <PageHeader title={say(texts.newDraft)} lead={say(texts.newDraftLead)} />
        <Form form={form} action={newDraftPath.to()} formKey={newId()}>
          <HeadFields form={form} />
          <SubmitButton>{say(texts.begin)}</SubmitButton>
        </Form>
      </>
    ),
  }
}

const newPage = view(newDraftPath, (visit) => newView(visit))
const newAction = action(newDraftPath, (visit) =>
  submit(visit, {
    operation: draftDecision,
    input: ({ fields: { on, title, basis } }) => ({ on, title, basis }),
    done: ({ id }) => visit.go(draftPath.to({ id }), texts.begun),
    again: (problems, values) => newView(visit, { problems, values }),
  }),
)

const rowsPerPage = 100

/** What an address asks of the lists; an odd one asks for nothing. */
export function listAsked({ query }: Visit): ListQuery {
  const result = ListQuery.safeParse({ list: query.list || undefined, from: query.from || undefined })
  const { list, from } = result.success ? result.data : { list: undefined, from: 0 }
  return list ? { list, from, limit: rowsPerPage } : { from: 0, limit: 20 }
}

const changesPage = view(changesPath, async (visit) => {
  const reader = readerOf(visit.language)
  const { say } = reader
  const { id } = visit.params
  const asked = listAsked(visit)
  const draft = await visit.perform(unitDecision, { id })
  const { counts, lists, isDecided, problems: faults } = await visit.perform(preview, { id, ...asked })
  const hrefOf = (part: { list?: ListName; from?: number }) => changesPath.to({ id }, part)
  const title = say(isDecided && draft.on <= visit.today ? changeTexts.changed : changeTexts.changes)
  return {
    title,
    width: 'wide',
    body: (
      <>
        <DraftTrail reader={reader} draft={draft} here={title} />
        <PageHeader
          title={title}
          kicker={draft.title}
          lead={say(isDecided ? changeTexts.decided : changeTexts.foreseen)}
        />
        <Faults reader={reader} faults={faults} hrefOf={(change) => changeHref(id, change)} />
        {faults.length === 0 && <ChangeFigures reader={reader} counts={counts} hrefOf={hrefOf} />}
        <ChangeSections
          reader={reader}
          counts={counts}
          lists={lists}
          asked={asked}
          fields={visit.engine.fields}
          hrefOf={hrefOf}
        />
      </>
    ),
  }
})

export const routes: Route[] = [listPage, newPage, newAction, changesPage]
