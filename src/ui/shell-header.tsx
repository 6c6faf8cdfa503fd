/** The header of every page: wordmark, main menu, search, language, theme and account; one menu on a phone. */
import { Icon } from '#ui/icon.tsx'
import { preferenceHref, shellPaths } from '#ui/shell-paths.ts'
import type { NavItem, ShellProps } from '#ui/shell-props.ts'
import { words } from '#ui/words.ts'

/** With more entries than this the main menu takes a line of its own. */
const shortNav = 6

export function Header(props: ShellProps) {
  const { reader } = props
  return (
    <header class="shell-header">
      <div class={props.nav.length > shortNav ? 'shell-bar shell-bar-long' : 'shell-bar'}>
        <a class="wordmark" href={shellPaths.home}>
          Hiếu<em>Học</em> <span>{props.cityName}</span>
        </a>
        <Nav {...props} />
        <div class="shell-tools">
          <SearchForm {...props} />
          <LanguageLink {...props} />
          <ThemeMenu {...props} />
          <AccountMenu {...props} />
        </div>
        <details class="shell-menu">
          <summary>
            <Icon shape="bars" />
            {reader.say(words.menu)}
          </summary>
          <SearchForm {...props} />
          <Nav {...props} />
          <div class="shell-menu-foot">
            <AccountLinks {...props} />
            <ThemeLinks {...props} />
            <LanguageLink {...props} />
          </div>
        </details>
      </div>
    </header>
  )
}

export function menuItem(item: NavItem) {
  return (
    <li key={item.href}>
      <a href={item.href} aria-current={item.current ? 'page' : undefined}>
        {item.label}
      </a>
    </li>
  )
}

function Nav({ reader, nav }: ShellProps) {
  return (
    <nav aria-label={reader.say(words.mainMenu)}>
      <ul class="nav">{nav.map(menuItem)}</ul>
    </nav>
  )
}

function SearchForm({ reader, searched }: ShellProps) {
  return (
    <search>
      <form class="shell-search" action={shellPaths.search} method="get">
        <input
          class="input"
          type="search"
          name="q"
          value={searched}
          placeholder={reader.say(words.search)}
          aria-label={reader.say(words.searchLabel)}
          aria-keyshortcuts="Control+K"
          enterkeyhint="search"
          data-search
        />
        <kbd>Ctrl K</kbd>
      </form>
    </search>
  )
}

function LanguageLink({ reader, path }: ShellProps) {
  const other = reader.language === 'vi' ? 'en' : 'vi'
  return (
    <a
      class="tool"
      lang={other}
      hreflang={other}
      rel="nofollow"
      href={preferenceHref({ language: other }, path)}
      aria-label={other === 'en' ? 'EN, English' : 'VI, tiếng Việt'}
    >
      {other.toUpperCase()}
    </a>
  )
}

const themes = [
  { theme: 'system', label: words.themeSystem },
  { theme: 'light', label: words.themeLight },
  { theme: 'dark', label: words.themeDark },
] as const

function ThemeLinks({ reader, theme: chosen, path }: ShellProps) {
  return (
    <ul class="choices-line" aria-label={reader.say(words.theme)}>
      {themes.map(({ theme, label }) => (
        <li key={theme}>
          <a rel="nofollow" href={preferenceHref({ theme }, path)} aria-current={theme === chosen ? 'true' : undefined}>
            {reader.say(label)}
          </a>
        </li>
      ))}
    </ul>
  )
}

function ThemeMenu(props: ShellProps) {
  return (
    <>
      <button class="tool" type="button" popovertarget="theme-menu" aria-label={props.reader.say(words.theme)}>
        <Icon shape="moon" />
      </button>
      <div id="theme-menu" class="menu" popover>
        <ThemeLinks {...props} />
      </div>
    </>
  )
}

function AccountMenu(props: ShellProps) {
  const { account, reader } = props
  if (!account) return <AccountLinks {...props} />
  return (
    <>
      <button
        class="tool"
        type="button"
        popovertarget="account-menu"
        aria-label={reader.say(words.account, { name: account.name })}
      >
        <span class="tool-name">{account.name}</span>
        <Icon shape="chevron" />
      </button>
      <div id="account-menu" class="menu" popover>
        <AccountLinks {...props} />
      </div>
    </>
  )
}

function AccountLinks({ reader, account, path }: ShellProps) {
  if (!account) {
    return (
      <a class="button" href={`${shellPaths.signIn}?${new URLSearchParams({ back: path })}`}>
        {reader.say(words.signIn)}
      </a>
    )
  }
  return (
    <div class="account">
      <p class="menu-head">
        {account.name}
        {account.role && <small> · {account.role}</small>}
      </p>
      <ul class="account-links">{account.links?.map((link) => menuItem(link))}</ul>
      <form method="post" action={shellPaths.signOut}>
        <button class="sign-out" type="submit">
          {reader.say(words.signOut)}
        </button>
      </form>
    </div>
  )
}
