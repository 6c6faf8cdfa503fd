/** The search page: everything one may see, for one query. */
import type { Parts } from '#platform/module.ts'
import { type Route, view } from '#platform/web/page.ts'
import { TextField } from '#ui/fields.tsx'
import { SubmitButton } from '#ui/form.tsx'
import { EmptyState, PageHeader, Section } from '#ui/layout.tsx'
import { type Reader, readerOf } from '#ui/reader.ts'
import { searchPath } from '../paths.ts'
import type { SearchResult } from './search.model.ts'
import { searchAll } from './search.operations.ts'
import { texts } from './search.texts.ts'

/** Longer queries are cut: nobody types a hundred signs to find a name. */
const longestQuery = 100

/** The page over the kinds of all modules, each with its heading. */
export function searchRoutes({ search: kinds }: Pick<Parts, 'search'>): Route[] {
  const page = view(searchPath, async (visit) => {
    const reader = readerOf(visit.language)
    const { say } = reader
    const query = (visit.query.q ?? '').slice(0, longestQuery)
    const answer = await visit.perform(searchAll, { query })
    const isEmpty = query !== '' && answer.length === 0
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
          {kinds.map(({ kind, words }) => (
            <FoundList
              key={kind}
              reader={reader}
              id={kind}
              title={say(words)}
              results={answer.filter((one) => one.kind === kind)}
            />
          ))}
        </>
      ),
    }
  })
  return [page]
}

function FoundList(props: { reader: Reader; id: string; title: string; results: readonly SearchResult[] }) {
  const { reader, id, title, results } = props
  if (results.length === 0) return null
  return (
    <Section id={id} title={title}>
      <ul class="list">
        {results.map((one) => (
          <li key={one.id}>
            <a href={one.href}>{one.name[reader.language]}</a> <span class="meta">{one.detail[reader.language]}</span>
          </li>
        ))}
      </ul>
    </Section>
  )
}
