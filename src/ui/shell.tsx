/** The whole HTML document around a page: head, header with menus, notice, main, footer. */
import type { ComponentChildren } from 'preact'
import { favicon } from '#ui/favicon.ts'
import type { Reader } from '#ui/reader.ts'
import { Header, menuItem } from '#ui/shell-header.tsx'
import type { Theme } from '#ui/shell-paths.ts'
import { words } from '#ui/words.ts'

export interface Link {
  readonly href: string
  readonly label: string
}
export interface NavItem extends Link {
  readonly current?: boolean
}
export interface Account {
  readonly name: string
  /** What the person is here: "Phường Ba Đình, người nhập". */
  readonly role?: string
  readonly links?: readonly Link[]
}
/** Addresses of style sheets and script modules, as the build names them. */
export interface Assets {
  readonly styles: readonly string[]
  readonly scripts: readonly string[]
}
export interface FlashMessage {
  readonly tone: 'good' | 'warn' | 'bad' | 'note'
  readonly text: string
  readonly link?: Link
  /** Takes the step back: a form that posts these fields. */
  readonly undo?: { readonly action: string; readonly fields: Readonly<Record<string, string>> }
}

export interface ShellProps {
  readonly reader: Reader
  readonly title: string
  readonly description?: string
  readonly nav: readonly NavItem[]
  readonly account?: Account
  readonly assets: Assets
  /** The path and query of this page, to come back to. */
  readonly path: string
  readonly cityName: string
  readonly theme: Theme
  readonly flash?: FlashMessage
  /** What was searched for, on the search page. */
  readonly searched?: string
  /** True when the page shows a form again with problems: its title then says so first. */
  readonly invalid?: boolean
  /** Wide for grids and the control room. */
  readonly width?: 'page' | 'wide'
  readonly footerLinks?: readonly Link[]
  readonly actionBar?: ComponentChildren
  readonly children: ComponentChildren
}

export function Shell(props: ShellProps) {
  const { reader, title, cityName, assets, theme } = props
  const shownTitle = props.invalid ? reader.say(words.errorTitle, { title }) : title
  return (
    <html lang={reader.language} data-theme={theme === 'system' ? undefined : theme}>
      <head>
        <meta charset="utf-8" />
        <title>{`${shownTitle} · Hiếu Học ${cityName}`}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content={theme === 'system' ? 'light dark' : theme} />
        {props.description && <meta name="description" content={props.description} />}
        <link rel="icon" type="image/svg+xml" href={favicon} />
        {assets.styles.map((href) => (
          <link key={href} rel="stylesheet" href={href} />
        ))}
        {assets.scripts.map((src) => (
          <script key={src} type="module" src={src} />
        ))}
      </head>
      <body>
        <a class="skip" href="#main">
          {reader.say(words.skip)}
        </a>
        <Header {...props} />
        <main id="main" class={props.width === 'wide' ? 'page page-wide' : 'page'} tabindex={-1}>
          {props.flash && <Flash reader={reader} flash={props.flash} />}
          {props.children}
        </main>
        {props.actionBar}
        <footer class="shell-footer">
          <div>
            <p>{reader.say(words.footer)}</p>
            {props.footerLinks && (
              <nav aria-label={reader.say(words.footerMenu)}>
                <ul class="footer-links">{props.footerLinks.map((link) => menuItem(link))}</ul>
              </nav>
            )}
          </div>
        </footer>
      </body>
    </html>
  )
}

/** Says once, at the top of the next page, what just happened; with the way to take it back. */
export function Flash({ reader, flash }: { reader: Reader; flash: FlashMessage }) {
  return (
    <div class={`notice ${flash.tone}`} role={flash.tone === 'bad' ? 'alert' : 'status'}>
      <p>{flash.text}</p>
      {flash.link && <a href={flash.link.href}>{flash.link.label}</a>}
      {flash.undo && (
        <form method="post" action={flash.undo.action}>
          {Object.entries(flash.undo.fields).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          <button class="button" type="submit">
            {reader.say(words.undo)}
          </button>
        </form>
      )}
    </div>
  )
}
