/** A version of the plan on screen: its decision, and what it changed. */
import { type Route, view } from '#platform/web/page.ts'
import { Breadcrumbs, PageHeader, Section } from '#ui/layout.tsx'
import { readerOf } from '#ui/reader.ts'
import { amendmentsPath, treePath, versionPath } from '../paths.ts'
import { texts as planTexts } from '../plan.texts.ts'
import { DiffTable, diffNames, HeadFacts, publishedText } from './version-diff.view.tsx'
import { version } from './versions.operations.ts'
import { texts } from './versions.texts.ts'

const versionPage = view(versionPath, async (visit) => {
  const reader = readerOf(visit.language)
  const { say } = reader
  const answer = await visit.perform(version, { number: visit.params.number })
  const title = say(texts.versionTitle, { number: answer.version.number })
  const names = await diffNames(visit, answer.agencies)
  return {
    title,
    shared: true,
    body: (
      <>
        <Breadcrumbs
          reader={reader}
          trail={[
            { href: treePath.to(), label: say(planTexts.plan) },
            { href: amendmentsPath.to(), label: say(texts.amendments) },
            { label: title },
          ]}
        />
        <PageHeader title={say(answer.version.title)} kicker={title} />
        <HeadFacts reader={reader} head={answer.version} />
        <p class="meta">
          {say(texts.published)}: {publishedText(reader, answer.version)}
        </p>
        {answer.version.kind === 'original' ? (
          <p class="measure">
            {say(texts.originalLead)} <a href={treePath.to()}>{say(planTexts.plan)}</a>
          </p>
        ) : (
          <Section id="changes" title={say(texts.changes)} lead={say(texts.changeCount, { count: answer.diff.length })}>
            <DiffTable reader={reader} diff={answer.diff} names={names} />
          </Section>
        )}
      </>
    ),
  }
})

export const routes: Route[] = [versionPage]
