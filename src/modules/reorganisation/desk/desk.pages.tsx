/** The desk of administrators: drafts and their states, a new one, and what a decision changes before and after it is decided. */
import { newId } from '#kernel/id.ts'
import { ProblemError } from '#kernel/problem.ts'
import { problems as platformProblems } from '#platform/problems.ts'
import { action, type Route, submit, type View, type Visit, view } from '#platform/web/page.ts'
import { DateField, TextField } from '#ui/fields.tsx'
import { Form, type FormEntry, type FormState, LinkButton, SubmitButton } from '#ui/form.tsx'
import { Breadcrumbs, PageHeader } from '#ui/layout.tsx'
import { listPage, rowsOf } from '#ui/list-page.ts'
import { readerOf } from '#ui/reader.ts'
import { changeHref } from '../changes/change-list.view.tsx'
import { draftDecision, listAll, workingDecision } from '../decision-drafts.operations.ts'
import type { DecisionHead } from '../decisions.model.ts'
import { texts } from '../decisions.texts.ts'
import { preview } from '../effects/decision-effects.operations.ts'
import { ChangeFigures, ChangeSections, Faults } from '../effects/decision-effects.view.tsx'
import { type ListName, ListQuery } from '../effects/effects.model.ts'
import { texts as changeTexts } from '../effects/effects.texts.ts'
import { changesPath, decisionsPath, draftPath, draftsPath, newDraftPath } from '../paths.ts'
import { decisionColumns } from './decision-table.view.tsx'
import { DraftTrail } from './draft-history.view.tsx'

const draftListPage = listPage({
  at: draftsPath,
  list: {
    id: 'drafts',
    caption: texts.drafts,
    keyOf: (row) => row.id,
    rowsPerPage: 50,
    fileName: ({ today }) => `decision-drafts-${today}`,
    empty: ({ reader }) => ({ title: reader.say(texts.noDrafts), hint: reader.say(texts.noDraftsHint) }),
    columns: decisionColumns((id) => draftPath.to({ id })),
  },
  rows: rowsOf(listAll),
  frame: async (visit, { body, context: { reader } }) => {
    const { say } = reader
    return {
      title: say(texts.drafts),
      body: (
        <>
          <Breadcrumbs
            reader={reader}
            trail={[{ href: decisionsPath.to(), label: say(texts.decisions) }, { label: say(texts.drafts) }]}
          />
          <PageHeader
            title={say(texts.drafts)}
            lead={say(texts.draftsLead)}
            actions={
              (await visit.may(draftDecision)) && (
                <LinkButton tone="primary" href={newDraftPath.to()}>
                  {say(texts.newDraft)}
                </LinkButton>
              )
            }
          />
          {body}
        </>
      ),
    }
  },
})

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

async function newView(visit: Visit, entry: FormEntry = {}): Promise<View> {
  const reader = readerOf(visit.language)
  const { say } = reader
  // Who may not begin one is told before anything is typed; a stranger is asked to sign in.
  await visit.perform(listAll, { limit: 1 })
  if (!(await visit.may(draftDecision))) throw new ProblemError(platformProblems.forbidden())
  const form = { reader, ...entry }
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
  const input = listAsked(visit)
  const draft = await visit.perform(workingDecision, { id })
  const { counts, lists, isDecided, problems: faults } = await visit.perform(preview, { id, ...input })
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
          asked={input}
          fields={visit.engine.fields}
          hrefOf={hrefOf}
        />
      </>
    ),
  }
})

export const routes: Route[] = [draftListPage, newPage, newAction, changesPage]
