/** The control room: who stands where, whom to call first, and the totals that move as forms are approved. */
import { newId } from '#kernel/id.ts'
import { ProblemError } from '#kernel/problem.ts'
import { unitKindsOperation } from '#modules/organisation'
import { formatAsked } from '#platform/documents/download.ts'
import { problems as platformProblems } from '#platform/problems.ts'
import { action, type Route, submit, type View, type Visit, view } from '#platform/web/page.ts'
import { sendStored } from '#platform/web/stored-file.ts'
import { DateField, SelectField } from '#ui/fields.tsx'
import { Form, type FormState, Hidden, SubmitButton } from '#ui/form.tsx'
import { Columns, PageHeader, Section } from '#ui/layout.tsx'
import { fileOfList, type ListPlace, readList } from '#ui/list-page.ts'
import { type Reader, readerOf } from '#ui/reader.ts'
import { KeyFigures, SampleLabel } from '#ui/status.tsx'
import { texts as collectionTexts } from '../collection.texts.ts'
import { formStatusFilePath, lateUnitsLetterPath, roundPath } from '../paths.ts'
import { CallTable, TotalTable } from './control-tables.view.tsx'
import { formStatusList, pageOfStatuses, type RoundContext, states } from './form-status-list.view.tsx'
import { lateUnitsLetter } from './late-units-letter.operations.ts'
import { lateUnits } from './late-units-letter.rules.ts'
import type { FormStatus, Round } from './rounds.model.ts'
import { control, editRound } from './rounds.operations.ts'
import { RoundMark } from './rounds.pages.tsx'
import { callFirst, hasBegun } from './rounds.rules.ts'
import { texts } from './rounds.texts.ts'

/** The list of a round, and what the page shows beside it. */
async function roomOf(visit: Visit, year: string) {
  const answer = await visit.perform(control, { year })
  const reporting = new Set(answer.formStatuses.map((standing) => standing.kind))
  const kinds = (await visit.perform(unitKindsOperation, {})).filter((kind) => reporting.has(kind.code))
  const place: ListPlace<FormStatus, RoundContext> = {
    list: formStatusList,
    rows: async ({ today, query }, input) => pageOfStatuses(answer.formStatuses, input, today, query.page),
    extra: { round: answer.round, kinds },
    hrefOf: (query) => `${roundPath.to({ year }, query)}${query.format ? '' : '#units'}`,
  }
  return { ...answer, place }
}

async function showControl(visit: Visit, year: string, form: Omit<FormState, 'reader'> = {}): Promise<View> {
  const reader = readerOf(visit.language)
  const { say } = reader
  const { round, formStatuses: standings, totals, place } = await roomOf(visit, year)
  const { today } = visit
  const listing = await readList(visit, place)
  const calls = hasBegun(round, today) ? callFirst(standings, today).slice(0, mostCalls) : []
  const title = say(collectionTexts.controlRoom)
  return {
    title: `${title} · ${round.title[reader.language]}`,
    width: 'wide',
    body: (
      <>
        <PageHeader
          kicker={say(texts.controlKicker, { year, due: reader.date(round.dueOn) })}
          title={title}
          actions={
            <>
              <RoundMark reader={reader} round={round} today={today} />
              {round.isSample && <SampleLabel reader={reader} />}
            </>
          }
        />
        <KeyFigures items={states.map(([state, words]) => figure(reader, standings, state, say(words), year))} />
        <Columns>
          <Section id="call" title={say(texts.callFirst)} actions={letterLinks(reader, year, standings, today)}>
            <CallTable reader={reader} year={year} calls={calls} today={today} />
          </Section>
          <Section
            id="totals"
            title={say(texts.totals)}
            lead={say(texts.totalsLead)}
            actions={totals.every((total) => total.isSample) && <SampleLabel reader={reader} />}
          >
            <TotalTable reader={reader} year={round.year} totals={totals} />
          </Section>
        </Columns>
        <Section id="units" title={say(texts.allUnits)}>
          {listing.body}
        </Section>
        {(await visit.may(editRound)) && <EditForm form={{ reader, ...form }} round={round} />}
      </>
    ),
  }
}

const mostCalls = 8

/** The official letter to those who are late, where anybody is. */
function letterLinks({ say }: Reader, year: string, statuses: readonly FormStatus[], today: string) {
  if (lateUnits(statuses, today).length === 0) return undefined
  return (
    <span class="downloads">
      <a href={lateUnitsLetterPath.to({ year, file: 'docx' })} download>
        {say(texts.lateLetterWord)}
      </a>
      <a href={lateUnitsLetterPath.to({ year, file: 'pdf' })} download>
        {say(texts.lateLetterPdf)}
      </a>
    </span>
  )
}

function figure(reader: Reader, standings: readonly FormStatus[], state: string, label: string, year: string) {
  const count = standings.filter((standing) => standing.state === state).length
  return { label, value: reader.number(count), href: `${roundPath.to({ year }, { state })}#units` }
}

function EditForm({ form, round }: { form: FormState; round: Round }) {
  const { say } = form.reader
  const options = [
    { value: 'open', label: say(texts.open) },
    { value: 'closed', label: say(texts.closed) },
  ]
  return (
    <Section id="edit" title={say(texts.editRound)}>
      <Form form={form} action={roundPath.to({ year: String(round.year) })} formKey={newId()}>
        <Hidden name="version" value={round.version} />
        <DateField form={form} name="opensOn" label={say(texts.opens)} value={round.opensOn} />
        <DateField form={form} name="dueOn" label={say(collectionTexts.due)} value={round.dueOn} />
        <SelectField
          form={form}
          name="state"
          label={say(collectionTexts.state)}
          value={round.state}
          options={options}
        />
        <div class="actions">
          <SubmitButton tone="quiet">{say(collectionTexts.save)}</SubmitButton>
        </div>
      </Form>
    </Section>
  )
}

const controlPage = view(roundPath, async (visit) => {
  const { year } = visit.params
  const file = formatAsked(visit.query.format) && (await fileOfList(visit, (await roomOf(visit, year)).place))
  return file || showControl(visit, year)
})

const formStatusFile = view(formStatusFilePath, async (visit) => {
  const { year, file: format } = visit.params
  if (format !== 'csv' && format !== 'xlsx') throw new ProblemError(platformProblems.notFound())
  const file = await fileOfList(visit, (await roomOf(visit, year)).place, format)
  if (!file) throw new ProblemError(platformProblems.notFound())
  return file
})

const letterFile = view(lateUnitsLetterPath, async (visit) => {
  const { year, file: format } = visit.params
  return sendStored(visit.http, visit.engine.files, await visit.perform(lateUnitsLetter, { year, format }))
})

const editAction = action(roundPath, (visit) =>
  submit(visit, {
    operation: editRound,
    input: ({ fields }) => ({
      year: visit.params.year,
      version: fields.version,
      opensOn: fields.opensOn || undefined,
      dueOn: fields.dueOn || undefined,
      state: fields.state || undefined,
    }),
    done: () => visit.go(roundPath.to({ year: visit.params.year }), texts.roundSaved),
    again: (problems, values) => showControl(visit, visit.params.year, { problems, values }),
  }),
)

export const routes: Route[] = [controlPage, formStatusFile, letterFile, editAction]
