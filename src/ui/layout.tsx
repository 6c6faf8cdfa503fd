/** The parts of a page around its content: where one is, headings, sections, menus of a page, what to do first. */
import type { ComponentChildren } from 'preact'
import type { Reader } from '#ui/reader.ts'
import type { Link } from '#ui/shell-props.ts'
import { words } from '#ui/words.ts'

/** The way here; the last entry, without an address, is this page. */
export function Breadcrumbs({ reader, trail }: { reader: Reader; trail: readonly { href?: string; label: string }[] }) {
  return (
    <nav aria-label={reader.say(words.breadcrumbs)}>
      <ol class="breadcrumbs">
        {trail.map(({ href, label }) => (
          <li key={label}>{href ? <a href={href}>{label}</a> : <span aria-current="page">{label}</span>}</li>
        ))}
      </ol>
    </nav>
  )
}

export interface PageHeaderProps {
  readonly title: string
  /** One short line above the title. */
  readonly kicker?: ComponentChildren
  readonly lead?: ComponentChildren
  readonly actions?: ComponentChildren
  /** Large, for the front pages. */
  readonly hero?: boolean
  /** 1 unless it stands inside another page, as in the style guide. */
  readonly level?: 1 | 3
  readonly children?: ComponentChildren
}

export function PageHeader({ title, kicker, lead, actions, hero, level = 1, children }: PageHeaderProps) {
  const Heading = `h${level}` as const
  return (
    <header class={hero ? 'page-header page-header-hero' : 'page-header'}>
      {kicker && <p class="kicker">{kicker}</p>}
      <div class="page-header-row">
        <Heading>{title}</Heading>
        {actions && <div class="actions">{actions}</div>}
      </div>
      {lead && <p class="lead">{lead}</p>}
      {children}
    </header>
  )
}

export interface SectionProps {
  /** Makes the section a place to link to, and names its heading `${id}-title`. */
  readonly id: string
  readonly title: string
  readonly lead?: ComponentChildren
  readonly actions?: ComponentChildren
  readonly children: ComponentChildren
}

export function Section({ id, title, lead, actions, children }: SectionProps) {
  return (
    <section id={id} class="section" aria-labelledby={`${id}-title`}>
      <div class="section-header">
        <h2 id={`${id}-title`}>{title}</h2>
        {actions && <div class="actions">{actions}</div>}
        {lead && <p class="section-lead">{lead}</p>}
      </div>
      {children}
    </section>
  )
}

/** Children side by side where there is room, below each other where there is not. */
export function Columns({ children }: { children: ComponentChildren }) {
  return <div class="columns">{children}</div>
}

/** A narrow column (a menu of sections) before the wide one. */
export function Beside({ side, children }: { side: ComponentChildren; children: ComponentChildren }) {
  return (
    <div class="beside">
      <div>{side}</div>
      <div>{children}</div>
    </div>
  )
}

/** Vertical rhythm between plain blocks. */
export function Stack({ children }: { children: ComponentChildren }) {
  return <div class="stack">{children}</div>
}

/** Nothing here yet: says what to do first. */
export function EmptyState(props: { title: string; children?: ComponentChildren; action?: Link }) {
  return (
    <div class="empty">
      <strong>{props.title}</strong>
      {props.children && <p>{props.children}</p>}
      {props.action && (
        <div class="actions">
          <a class="button button-primary" href={props.action.href}>
            {props.action.label}
          </a>
        </div>
      )}
    </div>
  )
}

export interface PaginationProps {
  readonly reader: Reader
  /** How many rows there are, here and in all. */
  readonly text: string
  /** Present when this is not the first page. */
  readonly firstHref?: string
  readonly previousHref?: string
  /** Present when there is a next page. */
  readonly nextHref?: string
}

/** The ways to the pages beside this one; of lists `ListView` makes them, of the parts of a whole `PartPagination`. */
export function Pagination({ reader, text, firstHref, previousHref, nextHref }: PaginationProps) {
  return (
    <nav class="pagination" aria-label={reader.say(words.pages)}>
      <span class="meta">{text}</span>
      <span class="actions">
        {firstHref && <a href={firstHref}>{reader.say(words.firstPage)}</a>}
        {previousHref && (
          <a class="button" rel="prev" href={previousHref}>
            {reader.say(words.previousPage)}
          </a>
        )}
        {nextHref && (
          <a class="button" rel="next" href={nextHref}>
            {reader.say(words.nextPage)}
          </a>
        )}
      </span>
    </nav>
  )
}

interface PartPaginationProps {
  readonly reader: Reader
  readonly shown: number
  readonly total: number
  /** How many parts come before these. */
  readonly from: number
  readonly perPage: number
  /** The address of the page of the parts from there on; of the first ones without it. */
  hrefOf(from?: number): string
}

/** Pages of what is computed as a whole and stays as it is (the units of a sum, the effects of a decision), by place. */
export function PartPagination({ reader, shown, total, from, perPage, hrefOf }: PartPaginationProps) {
  const [previous, next] = [from - perPage, from + perPage]
  return (
    <Pagination
      reader={reader}
      text={reader.say(words.shownOf, { count: reader.number(shown), total: reader.number(total) })}
      firstHref={from > 0 ? hrefOf() : undefined}
      previousHref={from > 0 ? hrefOf(previous > 0 ? previous : undefined) : undefined}
      nextHref={next < total ? hrefOf(next) : undefined}
    />
  )
}

export interface TabItem extends Link {
  readonly current?: boolean
  /** "5/8", "12": said after the label. */
  readonly count?: string
}

function tabs(className: string, label: string, items: readonly TabItem[]) {
  return (
    <nav aria-label={label}>
      <ul class={className}>
        {items.map((item) => (
          <li key={item.href}>
            <a href={item.href} aria-current={item.current ? 'page' : undefined}>
              {item.label} {item.count !== undefined && <span class="count">{item.count}</span>}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** Views of one thing, in a row. */
export function Tabs({ label, items }: { label: string; items: readonly TabItem[] }) {
  return tabs('tabs', label, items)
}

/** Sections of a long form or place, one below the other, each with how far it is. */
export function SectionNav({ reader, items }: { reader: Reader; items: readonly TabItem[] }) {
  return tabs('section-nav', reader.say(words.sections), items)
}

/** The bar at the bottom of the window: the state of the work, and its actions in reach of the thumb. */
export function ActionBar(props: { reader: Reader; note?: ComponentChildren; children: ComponentChildren }) {
  const { reader, note, children } = props
  return (
    <section class="action-bar" aria-label={reader.say(words.actions)}>
      <div>
        <p role="status">{note}</p>
        <div class="actions">{children}</div>
      </div>
    </section>
  )
}

/** Pairs of a word and what it is, for the page of one thing. */
export function Facts({ items }: { items: readonly { label: string; value: ComponentChildren }[] }) {
  return (
    <dl class="facts">
      {items.map(({ label, value }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
