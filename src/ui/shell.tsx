/** The whole HTML document around a page: head, header with menus, notice, main, footer. */
import { favicon } from '#ui/favicon.ts'
import type { Reader } from '#ui/reader.ts'
import { Header, menuItem } from '#ui/shell-header.tsx'
import type { FlashMessage, ShellProps } from '#ui/shell-props.ts'
import { words } from '#ui/words.ts'

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
