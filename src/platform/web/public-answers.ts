/** Answers that are the same for every reader: found ready, or made once for all who ask at the same time. */
import type { Context } from 'hono'
import type { Freshness } from '#platform/freshness.ts'
import { createSingleFlight } from '#platform/single-flight.ts'
import type { Topic } from '#platform/topics.ts'
import type { FileCache } from './file-cache.ts'
import type { Route } from './page.ts'
import type { PageCache } from './page-cache.ts'
import { queryOf } from './query.ts'
import { languageOf, themeOf } from './visit.ts'

/** What a route made, looking at these parameters and topics: a page or a file for everybody, or an answer for this reader alone. */
export type MadeAnswer = { readonly read: ReadonlySet<string>; readonly topics: ReadonlySet<Topic> } & (
  | { readonly html: string }
  | { readonly file: Response }
  | { readonly own: Response }
)

export interface PublicAnswers {
  answer(input: PublicRequest, make: () => Promise<MadeAnswer>): Promise<Response>
}

export interface PublicRequest {
  readonly http: Context
  readonly route: Pick<Route, 'pattern'>
  /** The address the request came from. */
  readonly from: string
}

/** Longer keys are not kept. */
const longestKey = 1000

export function createPublicAnswers(options: {
  pages: PageCache
  files: FileCache
  freshness: Freshness
  /** Called for every file that is sent; throws when somebody asks for too many. */
  countFile: (from: string) => void
}): PublicAnswers {
  const { pages, files, freshness } = options
  const names = createNames()
  const flight = createSingleFlight()
  const find = async ({ http, from }: PublicRequest, key: string) => {
    const page = pages.find(http, key, freshness.isFresh)
    if (page) return page
    return files.find(http, key, freshness.isFresh, () => options.countFile(from))
  }
  const makeOwn = async (input: PublicRequest, make: () => Promise<MadeAnswer>): Promise<Response> => {
    const moment = freshness.now()
    const made = await make()
    if ('own' in made) return made.own
    const { http, route, from } = input
    names.learn(route, made.read)
    const key = names.keyOf(input)
    const text = key.length <= longestKey && !made.read.has('*') ? key : undefined
    const madeFrom = { from: moment, topics: made.topics }
    if ('html' in made) return pages.keep(http, text, made.html, madeFrom)
    options.countFile(from)
    return files.keep(http, text, made.file, madeFrom)
  }
  return {
    async answer(input, make) {
      const ready = await find(input, names.keyOf(input))
      if (ready) return ready
      let mine: Promise<Response> | undefined
      const flown = flight(names.keyOf(input), () => {
        mine = makeOwn(input, make)
        return mine
      })
      if (mine) return flown
      await flown.catch(() => undefined)
      // Another's answer, unless that was theirs alone, or this reader asks for what it did not know to depend on.
      return (await find(input, names.keyOf(input))) ?? makeOwn(input, make)
    },
  }
}

/** Which parameters each route looks at, learned as it does: what none of them is makes no difference to the page. */
function createNames() {
  const learned = new Map<string, Set<string>>()
  return {
    learn({ pattern }: PublicRequest['route'], read: ReadonlySet<string>): void {
      learned.set(pattern, new Set([...(learned.get(pattern) ?? []), ...read]))
    },
    /** Of a route that was never made every parameter may count; nothing is found under that. */
    keyOf({ http, route: { pattern } }: PublicRequest): string {
      const given = http.req.query()
      const query = queryOf(given, learned.get(pattern) ?? Object.keys(given))
      return `${languageOf(http)} ${themeOf(http) ?? ''} ${new URL(http.req.url).pathname}${query}`
    },
  }
}
