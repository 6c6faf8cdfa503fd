/** The search page: units, indicators, targets and duties for one query. */
import type { Words } from '#kernel/language.ts'
import { indicatorPath } from '#modules/indicators'
import { searchUnits, UnitAnchor } from '#modules/organisation'
import { dutyPath, refName } from '#modules/plan'
import { type Route, view } from '#platform/web/page.ts'
import { TextField } from '#ui/fields.tsx'
import { SubmitButton } from '#ui/form.tsx'
import { EmptyState, PageHeader, Section } from '#ui/layout.tsx'
import { type Reader, readerOf } from '#ui/reader.ts'
import { searchPath } from '../paths.ts'
import { texts } from '../portal.texts.ts'
import type { Found } from './search.model.ts'
import { searchTargets } from './search.operations.ts'

/** Longer queries are cut: nobody types a hundred signs to find a name. */
const longestQuery = 100

const searchPage = view(searchPath, async (visit) => {
  const reader = readerOf(visit.language)
  const { say } = reader
  const query = (visit.query.q ?? '').slice(0, longestQuery)
  const units = await visit.perform(searchUnits, { query, limit: 20 })
  const answer = await visit.perform(searchTargets, { query })
  const isEmpty = query !== '' && units.length + answer.length === 0
  return {
    title: query ? say(texts.searchOf, { query }) : say(texts.search),
    shared: true,
    searched: visit.query.q,
    body: (
      <>
        <PageHeader title={query ? say(texts.searchOf, { query }) : say(texts.search)} />
        <form class="filters" method="get" action={searchPath.to()}>
          <TextField
            form={{ reader }}
            name="q"
            type="search"
            label={say(texts.searchLabel)}
            hint={say(texts.searchHint)}
            value={query}
            optional
          />
          <SubmitButton>{say(texts.find)}</SubmitButton>
        </form>
        {isEmpty && <EmptyState title={say(texts.nothingFound, { query })}>{say(texts.nothingFoundHint)}</EmptyState>}
        {units.length > 0 && (
          <Section id="units" title={say(texts.units)}>
            <ul class="list">
              {units.map((unit) => (
                <li key={unit.code}>
                  <UnitAnchor unit={unit} />{' '}
                  <span class="meta">{[unit.code, unit.parent].filter(Boolean).join(' · ')}</span>
                </li>
              ))}
            </ul>
          </Section>
        )}
        {kinds.map(({ kind, title }) => (
          <ResultList
            key={kind}
            reader={reader}
            id={kind}
            title={title}
            found={answer.filter((one) => one.kind === kind)}
          />
        ))}
      </>
    ),
  }
})

export const routes: Route[] = [searchPage]

const kinds: readonly { kind: Found['kind']; title: Words }[] = [
  { kind: 'target', title: texts.targets },
  { kind: 'indicator', title: texts.indicators },
  { kind: 'duty', title: texts.duties },
]

function ResultList(props: { reader: Reader; id: string; title: Words; found: readonly Found[] }) {
  const { reader, id, title, found } = props
  if (found.length === 0) return null
  return (
    <Section id={id} title={reader.say(title)}>
      <ul class="list">
        {found.map((one) => (
          <li key={`${one.id} ${one.ref}`}>
            <a href={hrefOf(one)}>{reader.say(one.name)}</a>{' '}
            {one.kind !== 'indicator' && <span class="meta">{refName(reader.say, one.ref)}</span>}
          </li>
        ))}
      </ul>
    </Section>
  )
}

function hrefOf({ kind, id }: Found): string {
  return kind === 'duty' ? dutyPath.to({ id }) : indicatorPath.to({ code: id })
}
