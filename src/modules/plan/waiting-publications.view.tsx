/** What of the plan waits for a person: amendments and documents under review that they may publish, and their own that wait for another. */
import type { ComponentChildren } from 'preact'
import type { Visit } from '#platform/web/page.ts'
import { Section } from '#ui/layout.tsx'
import { type Reader, readerOf } from '#ui/reader.ts'
import { amendmentPath, importPath } from './paths.ts'
import { texts } from './plan.texts.ts'
import type { Publication } from './waiting-publications.model.ts'
import { waiting } from './waiting-publications.operations.ts'

export async function waitingPublications(visit: Visit): Promise<ComponentChildren> {
  if (!(await visit.may(waiting))) return null
  const reader = readerOf(visit.language)
  const { toPublish, own, more } = await visit.perform(waiting, {})
  if (toPublish.length + own.length === 0) return null
  return (
    <>
      <Part reader={reader} id="plan-to-publish" title={reader.say(texts.toPublish)} rows={toPublish} />
      <Part reader={reader} id="plan-of-mine" title={reader.say(texts.mineWaiting)} rows={own} />
      {more && <p class="meta">{reader.say(texts.moreWaiting)}</p>}
    </>
  )
}

function Part(props: { reader: Reader; id: string; title: string; rows: readonly Publication[] }) {
  const { reader, id, title, rows } = props
  if (rows.length === 0) return null
  return (
    <Section id={id} title={title}>
      <ul class="list">
        {rows.map((row) => (
          <li key={row.id}>
            <a href={(row.kind === 'amendment' ? amendmentPath : importPath).to({ id: row.id })}>
              {row.title[reader.language]}
            </a>{' '}
            <span class="meta">{aboutOf(reader, row)}</span>
          </li>
        ))}
      </ul>
    </Section>
  )
}

function aboutOf({ say, instant }: Reader, { kind, startedBy, changedAt }: Publication): string {
  return [say(kind === 'amendment' ? texts.amendmentKind : texts.importKind), startedBy ?? '', instant(changedAt)]
    .filter(Boolean)
    .join(' · ')
}
