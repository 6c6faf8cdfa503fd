/** The review of a document: its lines beside what was read, piece by piece, with how far the review is. */
import type { HistoryEvent } from '#kernel/history.ts'
import { newId } from '#kernel/id.ts'
import { listIndicatorsOperation } from '#modules/indicators'
import { action, type Route, submit, type View, type Visit, view } from '#platform/web/page.ts'
import { Hidden, SubmitButton } from '#ui/form.tsx'
import { EmptyState, PageHeader, Tabs } from '#ui/layout.tsx'
import { type Reader, readerOf } from '#ui/reader.ts'
import { Mark } from '#ui/status.tsx'
import { HistorySection, type Refused, type StepOffer, WorkflowSteps } from '#ui/workflow.tsx'
import {
  importDiscardPath,
  importLinkPath,
  importPath,
  importPublishPath,
  importSurePath,
  importsPath,
  versionPath,
} from '../paths.ts'
import { filters, planImport } from './import-drafts.operations.ts'
import { StateMark } from './import-drafts.pages.tsx'
import { publishImport } from './import-publication.operations.ts'
import { ImportTrail } from './import-trail.view.tsx'
import { importWorkflow } from './import-workflow.rules.ts'
import { PieceCard } from './piece-card.view.tsx'
import { acceptSure, discardImport, linkIndicator } from './piece-verdicts.operations.ts'
import { texts } from './plan-imports.texts.ts'
import { pieceId, SourceLines } from './source-lines.view.tsx'

type Review = Awaited<ReturnType<typeof planImport.run>>
type Filter = (typeof filters)[number]

function askedIn(query: Visit['query']): { filter: Filter; from: string } {
  return { filter: filters.find((each) => each === query.filter) ?? 'all', from: query.from || '1' }
}

type ReviewVisit = Visit<typeof importPath.pattern>

async function reviewView(visit: ReviewVisit, refused?: Refused): Promise<View> {
  const reader = readerOf(visit.language)
  const { say } = reader
  const back = askedIn(visit.query)
  const answer = await visit.perform(planImport, { id: visit.params.id, ...back })
  const { indicators } = await visit.perform(listIndicatorsOperation, {})
  const title = say(texts.review, { file: answer.import.fileName })
  const isOpen = answer.import.state === 'open'
  return {
    title,
    width: 'wide',
    body: (
      <>
        <ImportTrail reader={reader} here={answer.import.fileName} />
        <PageHeader title={title}>
          <Standing reader={reader} review={answer} />
        </PageHeader>
        <WorkflowSteps
          {...{ reader, flow: importWorkflow, state: answer.import.state, hindrances: answer.hindrances, refused }}
          mark={<StateMark reader={reader} state={answer.import.state} />}
          offers={await offersOf(visit, answer)}
          today={visit.today}
        />
        {isOpen && <Doings reader={reader} review={answer} />}
        <Filters reader={reader} id={visit.params.id} filter={back.filter} />
        <div class="review">
          <section class="review-source" aria-labelledby="source-title" tabindex={0}>
            <h2 id="source-title">{say(texts.document)}</h2>
            <SourceLines reader={reader} lines={answer.lines} pieces={answer.pieces} />
          </section>
          <section aria-labelledby="pieces-title">
            <h2 id="pieces-title">{say(texts.pieces)}</h2>
            {answer.pieces.length === 0 && (
              <EmptyState title={say(texts.nothingHere)}>{say(texts.nothingHereHint)}</EmptyState>
            )}
            <ul class="pieces">
              {answer.pieces.map((piece) => (
                <PieceCard
                  key={piece.key}
                  reader={reader}
                  importId={answer.import.id}
                  piece={piece}
                  indicators={indicators}
                  agencies={answer.agencies}
                  isOpen={isOpen}
                  back={back}
                />
              ))}
            </ul>
            <Paging reader={reader} review={answer} back={back} />
          </section>
        </div>
        <HistorySection reader={reader} history={answer.history} textOf={stepText(reader)} />
      </>
    ),
  }
}

const reviewPage = view(importPath, (visit) => reviewView(visit))

/** The steps of a document that this reader has the right to; one of another plan is published by nobody. */
async function offersOf(visit: ReviewVisit, { import: { id }, plan, version }: Review): Promise<StepOffer[]> {
  const may = await visit.mayEach({ publish: [publishImport], discard: [discardImport] })
  const { say } = readerOf(visit.language)
  const discard: StepOffer = {
    step: 'discard',
    label: texts.discard,
    href: importDiscardPath.to({ id }),
    seen: { version },
  }
  const publish: StepOffer = {
    step: 'publish',
    label: texts.publish,
    hint: say(texts.publishLead),
    href: importPublishPath.to({ id }),
    isOnItsPage: true,
  }
  return [...(may.publish && !plan?.isOther ? [publish] : []), ...(may.discard ? [discard] : [])]
}

function stepText({ say }: Reader): (event: HistoryEvent) => string {
  return ({ step }) => {
    switch (step) {
      case 'bring':
        return say(texts.stepBring)
      case 'decide':
        return say(texts.stepDecide)
      case 'publish':
        return say(texts.stepPublish)
      default:
        return say(texts.stepDiscard)
    }
  }
}

/** How far the review is, and what it will become. */
function Standing({ reader, review }: { reader: Reader; review: Review }) {
  const { say } = reader
  const { counts, plan, import: head } = review
  const left = counts.undecided > 0 ? say(texts.left, { count: counts.undecided }) : say(texts.leftNone)
  return (
    <>
      <p>
        {head.state === 'open' && (
          <strong>
            <Mark tone={counts.undecided > 0 ? 'warn' : 'good'}>{left}</Mark>
          </strong>
        )}{' '}
        {head.version !== null && (
          <a href={versionPath.to({ number: String(head.version) })}>{say(texts['state-published'])}</a>
        )}
      </p>
      <p class="meta">
        {say(texts.leftOf, { doubtful: counts.doubtful, undecided: counts.undecided, pieces: counts.pieces })}{' '}
        {head.state === 'open' && say(becomes(plan), { symbol: plan?.symbol ?? '' })}
      </p>
    </>
  )
}

function becomes(plan: Review['plan']) {
  if (!plan) return texts.isFirst
  return plan.isOther ? texts.isOther : texts.amends
}

function Doings({ reader: { say }, review }: { reader: Reader; review: Review }) {
  const { id } = review.import
  return (
    <div class="actions review-doings">
      <form method="post" action={importSurePath.to({ id })}>
        <Hidden name="_key" value={newId()} />
        <Hidden name="version" value={review.version} />
        <SubmitButton tone="primary">{say(texts.acceptSure)}</SubmitButton>
      </form>
      <span class="meta">{say(texts.acceptSureLead)}</span>
    </div>
  )
}

function Filters({ reader, id, filter }: { reader: Reader; id: string; filter: Filter }) {
  return (
    <Tabs
      label={reader.say(texts.filter)}
      items={filters.map((each) => ({
        href: importPath.to({ id }, { filter: each === 'all' ? undefined : each }),
        label: reader.say(texts[`filter-${each}`]),
        current: each === filter,
      }))}
    />
  )
}

function Paging({ reader, review, back }: { reader: Reader; review: Review; back: { filter: Filter; from: string } }) {
  const { say } = reader
  const id = { id: review.import.id }
  const filter = back.filter === 'all' ? undefined : back.filter
  if (review.nextFrom === null && back.from === '1') return null
  return (
    <nav class="pagination" aria-label={say(texts.document)}>
      {back.from !== '1' && <a href={importPath.to(id, { filter })}>{say(texts.first)}</a>}
      {review.nextFrom !== null && (
        <a class="button" rel="next" href={importPath.to(id, { filter, from: review.nextFrom })}>
          {say(texts.next)}
        </a>
      )}
    </nav>
  )
}

/** Back to where one was in the document, at the piece that was decided. */
export function backTo(id: string, fields: Readonly<Record<string, string>>): string {
  const { filter, from } = askedIn(fields)
  const query = { filter: filter === 'all' ? undefined : filter, from: from === '1' ? undefined : from }
  return `${importPath.to({ id }, query)}#${pieceId(fields.key ?? '')}`
}

const linkAction = action(importLinkPath, async (visit) => {
  const { fields } = await visit.form()
  const { id } = visit.params
  await visit.perform(linkIndicator, {
    id,
    piece: fields.key,
    version: fields.version,
    indicator: fields.indicator ?? null,
  })
  return visit.go(backTo(id, fields), texts.decidedNow)
})

const sureAction = action(importSurePath, async (visit) => {
  const { fields } = await visit.form()
  const { accepted } = await visit.perform(acceptSure, { id: visit.params.id, version: fields.version })
  return visit.go(importPath.to(visit.params), texts.acceptedSure, { count: accepted })
})

const discardAction = action(importDiscardPath, (visit) =>
  submit(visit, {
    operation: discardImport,
    input: ({ fields }) => ({ id: visit.params.id, version: fields.version }),
    done: () => visit.go(importsPath.to(), texts.discarded),
    again: (problems) => reviewView(visit, { step: 'discard', problems }),
  }),
)

export const routes: Route[] = [reviewPage, linkAction, sureAction, discardAction]
