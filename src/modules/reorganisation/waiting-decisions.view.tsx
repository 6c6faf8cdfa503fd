/** What of decisions about units waits for a person: those that somebody proposed. */
import type { ComponentChildren } from 'preact'
import type { Visit } from '#platform/web/page.ts'
import { Section } from '#ui/layout.tsx'
import { readerOf } from '#ui/reader.ts'
import { approveDecision } from './decision-approval.operations.ts'
import { listAll } from './decision-drafts.operations.ts'
import { texts } from './decisions.texts.ts'
import { draftPath } from './paths.ts'

const most = 200

export async function waitingDecisions(visit: Visit): Promise<ComponentChildren> {
  if (!(await visit.may(approveDecision))) return null
  const reader = readerOf(visit.language)
  const decisions = (await visit.perform(listAll, { limit: most })).rows.filter(({ state }) => state === 'proposed')
  if (decisions.length === 0) return null
  return (
    <Section id="decisions-to-approve" title={reader.say(texts.waiting)}>
      <ul class="list">
        {decisions.map(({ id, title, basis, on }) => (
          <li key={id}>
            <a href={draftPath.to({ id })}>{title}</a>{' '}
            <span class="meta">{[basis, reader.date(on)].filter(Boolean).join(' · ')}</span>
          </li>
        ))}
      </ul>
    </Section>
  )
}
