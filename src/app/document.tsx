/** Wraps a view in the shell: menu, account, theme, and the built files it needs. */
import { renderToString } from 'preact-render-to-string'
import type { Problem } from '#kernel/problem.ts'
import { describe } from '#kernel/problem.ts'
import { isChangedSince } from '#platform/judging.ts'
import type { Assets } from '#platform/web/assets.ts'
import type { Flash, View, Visit } from '#platform/web/page.ts'
import { queryOf } from '#platform/web/query.ts'
import { themeOf } from '#platform/web/visit.ts'
import { ErrorSummary, LinkButton } from '#ui/form.tsx'
import { EmptyState, PageHeader } from '#ui/layout.tsx'
import { readerOf } from '#ui/reader.ts'
import { Shell } from '#ui/shell.tsx'
import { accountMenu, footerMenu, type MenuLink, myWork, publicMenu } from './menu.ts'
import { texts } from './texts.ts'

/** The whole document of a view, as text. */
export async function renderDocument(
  assets: Assets,
  cityName: string,
  view: View,
  visit: Visit,
  flash?: Flash,
): Promise<string> {
  const reader = readerOf(visit.language)
  const { pathname, search } = new URL(visit.http.req.url)
  // A page for everybody does not repeat what somebody put into its address.
  const input = view.shared ? queryOf(visit.http.req.query(), visit.readQuery) : search
  const { account } = visit.caller
  const entries = (menu: readonly MenuLink[]) =>
    menu.map(({ href, words }) => ({ href, label: reader.say(words), current: isUnder(pathname, href) }))
  const scripts = ['keys', ...(view.islands ?? [])]
    .map((name) => assets.script(name))
    .filter((src) => src !== undefined)
  const html = renderToString(
    <Shell
      reader={reader}
      title={view.title}
      description={view.description}
      nav={entries(account ? [myWork, ...publicMenu] : publicMenu)}
      account={account && { name: account.name, links: entries(await accountMenu(visit)) }}
      assets={{ styles: assets.styles, scripts }}
      path={pathname + input}
      cityName={cityName}
      theme={themeOf(visit.http) ?? 'system'}
      flash={flash && { tone: flash.kind === 'done' ? 'good' : 'bad', text: flash.text }}
      width={view.width}
      actionBar={view.actionBar}
      invalid={view.isInvalid}
      searched={view.searched}
      footerLinks={entries(footerMenu)}
    >
      {view.body}
    </Shell>,
  )
  return `<!doctype html>${html}`
}

function isUnder(pathname: string, href: string): boolean {
  return href === '/' ? pathname === '/' : pathname === href || pathname.startsWith(`${href}/`)
}

/** The page that tells a reader what went wrong and what to do. */
export function problemView(problems: readonly Problem[], visit: Visit): View {
  const reader = readerOf(visit.language)
  const [first, ...others] = problems
  if (first && isChangedSince(first)) return changedView(problems, visit)
  const title = reader.say(first?.status === 404 ? texts.missingTitle : texts.problemTitle)
  // Who sent something wants their form again, with what they typed; who only looked has nothing to go back to.
  const back = visit.http.req.method === 'GET' ? '/' : cameFrom(visit)
  return {
    title,
    body: (
      <>
        <PageHeader title={title} />
        <EmptyState
          title={first ? describe(visit.language, first) : title}
          action={{ href: back, label: reader.say(back === '/' ? texts.toStart : texts.backThere) }}
        >
          {others.map((problem) => describe(visit.language, problem)).join(' ')}
        </EmptyState>
      </>
    ),
  }
}

/** What changed since the page that somebody came from was opened, and the way back to look at it as it is now. */
function changedView(problems: readonly Problem[], visit: Visit): View {
  const reader = readerOf(visit.language)
  return {
    title: reader.say(texts.changedTitle),
    body: (
      <>
        <PageHeader title={reader.say(texts.changedTitle)} />
        <ErrorSummary form={{ reader, problems: problems.map(({ path: _, ...problem }) => problem) }} />
        <p>
          <LinkButton href={cameFrom(visit)} tone="primary">
            {reader.say(texts.lookAgain)}
          </LinkButton>
        </p>
      </>
    ),
  }
}

/** The page of ours on which the form stood; the first page where the browser does not say. */
function cameFrom({ http }: Visit): string {
  const from = http.req.header('referer')
  if (!from || !URL.canParse(from)) return '/'
  const { origin, pathname, search } = new URL(from)
  return origin === new URL(http.req.url).origin ? pathname + search : '/'
}
