/** The list of rounds, and opening one. */
import { newId } from '#kernel/id.ts'
import { action, type Route, submit, type View, type Visit, view } from '#platform/web/page.ts'
import { DateField, TextField } from '#ui/fields.tsx'
import { Form, type FormState, SubmitButton } from '#ui/form.tsx'
import { EmptyState, PageHeader, Section } from '#ui/layout.tsx'
import { type Reader, readerOf } from '#ui/reader.ts'
import { Mark, SampleLabel } from '#ui/status.tsx'
import { DataTable } from '#ui/table.tsx'
import { texts as collectionTexts } from '../collection.texts.ts'
import { roundPath, roundsPath } from '../paths.ts'
import type { Round, RoundRow } from './rounds.model.ts'
import { control, listRounds, openRound } from './rounds.operations.ts'
import { hasBegun } from './rounds.rules.ts'
import { texts } from './rounds.texts.ts'

async function showRounds(visit: Visit, form: Omit<FormState, 'reader'> = {}): Promise<View> {
  const reader = readerOf(visit.language)
  const { say } = reader
  const rounds = await visit.perform(listRounds, {})
  const may = await visit.mayEach({ control: [control], open: [openRound] })
  const next = Math.max(Number(visit.today.slice(0, 4)), (rounds[0]?.year ?? 0) + 1)
  return {
    title: say(collectionTexts.rounds),
    body: (
      <>
        <PageHeader title={say(collectionTexts.rounds)} lead={say(texts.roundsLead)} />
        <RoundTable {...{ reader, rounds }} opens={may.control} today={visit.today} />
        {may.open && <OpenForm form={{ reader, ...form }} year={next} />}
      </>
    ),
  }
}

interface RoundTableProps {
  readonly reader: Reader
  readonly rounds: readonly RoundRow[]
  readonly today: string
  /** The control room lets this reader in. */
  readonly opens: boolean
}

function RoundTable({ reader, rounds, today, opens }: RoundTableProps) {
  const { say } = reader
  return (
    <DataTable
      reader={reader}
      id="rounds"
      caption={say(collectionTexts.rounds)}
      captionUnseen
      rows={rounds}
      keyOf={(round) => String(round.year)}
      empty={<EmptyState title={say(texts.noRounds)}>{say(texts.noRoundsDo)}</EmptyState>}
      columns={[
        {
          key: 'year',
          label: say(texts.year),
          rowHeader: true,
          render: (round) => (
            <>
              {opens ? (
                <a href={roundPath.to({ year: String(round.year) })}>{round.title[reader.language]}</a>
              ) : (
                round.title[reader.language]
              )}{' '}
              {round.isSample && <SampleLabel reader={reader} />}
            </>
          ),
        },
        {
          key: 'state',
          label: say(collectionTexts.state),
          render: (round) => <RoundMark reader={reader} round={round} today={today} />,
        },
        { key: 'opens', label: say(texts.opens), render: (round) => reader.date(round.opensOn) },
        { key: 'due', label: say(collectionTexts.due), render: (round) => reader.date(round.dueOn) },
        {
          key: 'approved',
          label: say(texts.progressColumn),
          align: 'end',
          render: (round) => `${round.approved}/${round.units}`,
        },
        { key: 'waiting', label: say(texts.waitingColumn), align: 'end', render: (round) => round.waiting },
      ]}
    />
  )
}

export function RoundMark({ reader, round, today }: { reader: Reader; round: Round; today: string }) {
  if (round.state === 'open' && !hasBegun(round, today)) return <Mark tone="none">{reader.say(texts.notBegun)}</Mark>
  if (round.state === 'open') return <Mark tone="good">{reader.say(texts.open)}</Mark>
  return <Mark tone="none">{reader.say(round.state === 'draft' ? texts.draft : texts.closed)}</Mark>
}

function OpenForm({ form, year }: { form: FormState; year: number }) {
  const { say } = form.reader
  return (
    <Section id="open" title={say(texts.openRound)} lead={say(texts.openRoundHint)}>
      <Form form={form} action={roundsPath.to()} formKey={newId()}>
        <TextField form={form} name="year" label={say(texts.year)} value={String(year)} short />
        <DateField form={form} name="opensOn" label={say(texts.opens)} optional />
        <DateField form={form} name="dueOn" label={say(collectionTexts.due)} optional />
        <div class="actions">
          <SubmitButton>{say(texts.openRound)}</SubmitButton>
        </div>
      </Form>
    </Section>
  )
}

const roundsPage = view(roundsPath, (visit) => showRounds(visit))

const openAction = action(roundsPath, (visit) =>
  submit(visit, {
    operation: openRound,
    input: ({ fields }) => ({
      year: fields.year || undefined,
      opensOn: fields.opensOn || undefined,
      dueOn: fields.dueOn || undefined,
    }),
    done: (round) =>
      visit.go(roundPath.to({ year: String(round.year) }), texts.roundOpened, { year: String(round.year) }),
    again: (problems, values) => showRounds(visit, { problems, values }),
  }),
)

export const routes: Route[] = [roundsPage, openAction]
