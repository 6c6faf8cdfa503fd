/** The review of a document: its lines beside what was read, piece by piece, with how far the review is. */
import { newId } from '#kernel/id.ts'
import { listIndicatorsOperation } from '#modules/indicators'
import { action, type Route, type Visit, view } from '#platform/web/page.ts'
import { Hidden, LinkButton, SubmitButton } from '#ui/form.tsx'
import { Breadcrumbs, EmptyState, PageHeader, Tabs } from '#ui/layout.tsx'
import { type Reader, readerOf } from '#ui/reader.ts'
import { Mark } from '#ui/status.tsx'
import {
  importDiscardPath,
  importLinkPath,
  importPath,
  importPublishPath,
  importSurePath,
  importsPath,
  treePath,
  versionPath,
} from '../paths.ts'
import { texts as planTexts } from '../plan.texts.ts'
import { filters, planImport } from './import-drafts.operations.ts'
import { StateMark } from './import-drafts.pages.tsx'
import { PieceCard } from './piece-card.view.tsx'
import { acceptSure, discardImport, linkIndicator } from './piece-verdicts.operations.ts'
import { texts } from './plan-imports.texts.ts'
import { pieceId, SourceLines } from './source-lines.view.tsx'

type Found = Awaited<ReturnType<typeof planImport.run>>
type Filter = (typeof filters)[number]

function askedIn(query: Visit['query']): { filter: Filter; from: string } {
  return { filter: filters.find((each) => each === query.filter) ?? 'all', from: query.from || '1' }
}

const reviewPage = view(importPath, async (visit) => {
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
          <Standing reader={reader} found={answer} />
        </PageHeader>
        {isOpen && <Doings reader={reader} found={answer} />}
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
            <Paging reader={reader} found={answer} back={back} />
          </section>
        </div>
      </>
    ),
  }
})

export function ImportTrail({ reader, id, here }: { reader: Reader; id?: string; here: string }) {
  const { say } = reader
  return (
    <Breadcrumbs
      reader={reader}
      trail={[
        { href: treePath.to(), label: say(planTexts.plan) },
        { href: importsPath.to(), label: say(texts.imports) },
        ...(id ? [{ href: importPath.to({ id }), label: say(texts.pieces) }] : []),
        { label: here },
      ]}
    />
  )
}

/** How far the review is, and what it will become. */
function Standing({ reader, found }: { reader: Reader; found: Found }) {
  const { say } = reader
  const { counts, plan, import: head } = found
  const left = counts.undecided > 0 ? say(texts.left, { count: counts.undecided }) : say(texts.leftNone)
  return (
    <>
      <p>
        <StateMark reader={reader} state={head.state} />{' '}
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

function becomes(plan: Found['plan']) {
  if (!plan) return texts.isFirst
  return plan.isOther ? texts.isOther : texts.amends
}

function Doings({ reader: { say }, found }: { reader: Reader; found: Found }) {
  const { id } = found.import
  return (
    <div class="actions review-doings">
      <form method="post" action={importSurePath.to({ id })}>
        <Hidden name="_key" value={newId()} />
        <Hidden name="version" value={found.version} />
        <SubmitButton tone="primary">{say(texts.acceptSure)}</SubmitButton>
      </form>
      {!found.plan?.isOther && <LinkButton href={importPublishPath.to({ id })}>{say(texts.publish)}</LinkButton>}
      <form method="post" action={importDiscardPath.to({ id })}>
        <Hidden name="_key" value={newId()} />
        <Hidden name="version" value={found.version} />
        <SubmitButton tone="quiet">{say(texts.discard)}</SubmitButton>
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

function Paging({ reader, found, back }: { reader: Reader; found: Found; back: { filter: Filter; from: string } }) {
  const { say } = reader
  const id = { id: found.import.id }
  const filter = back.filter === 'all' ? undefined : back.filter
  if (found.nextFrom === null && back.from === '1') return null
  return (
    <nav class="pagination" aria-label={say(texts.document)}>
      {back.from !== '1' && <a href={importPath.to(id, { filter })}>{say(texts.first)}</a>}
      {found.nextFrom !== null && (
        <a class="button" rel="next" href={importPath.to(id, { filter, from: found.nextFrom })}>
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

const discardAction = action(importDiscardPath, async (visit) => {
  const { fields } = await visit.form()
  await visit.perform(discardImport, { id: visit.params.id, version: fields.version })
  return visit.go(importsPath.to(), texts.discarded)
})

export const routes: Route[] = [reviewPage, linkAction, sureAction, discardAction]
