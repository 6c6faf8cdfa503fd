/** Lists page by key, and in one way. */
import { isTest, type Rule } from './house.ts'
import type { Source } from './source.ts'

/**
 * No statement skips rows with `offset`: the farther one reads, the longer it takes, and what comes or goes meanwhile is shown twice
 * or never. The ways to other pages are made by `ListView` out of keys, or by `PartPagination` for the parts of a computed whole; no
 * screen draws them itself. No statement of a store cuts its rows at a number of its own: what is beyond it would be missing in silence.
 */
export const listsPageByKey: Rule = {
  name: 'Lists page by key',
  check: ({ sources }) =>
    sources
      .filter(({ path }) => path.startsWith('src/') && !isTest(path))
      .flatMap((source) => [...skips(source), ...cuts(source), ...draws(source)]),
}

function skips({ path, sql }: Source) {
  return sql
    .filter(({ text }) => /\boffset\s+[?\d]/i.test(text))
    .map(({ line }) => ({ path, line, says: 'skips rows with offset: read on from a key (listQuery)' }))
}

/** One row is a look-up. Whoever may ask for a part of the rows says of how many, and what becomes of the rest. */
function cuts({ path, sql }: Source) {
  return sql
    .filter(({ text }) => /\blimit\s+(?!1\b)\d/i.test(text))
    .map(({ line }) => ({
      path,
      line,
      says: 'cuts rows at a number of its own: page by key (listQuery), or take the limit',
    }))
}

function draws({ path, text }: Source) {
  const at = path.startsWith('src/ui/') ? -1 : text.search(/<Pagination\b/)
  return at < 0
    ? []
    : [{ path, line: text.slice(0, at).split('\n').length, says: 'draws pages itself: show a list (ui/list.tsx)' }]
}
