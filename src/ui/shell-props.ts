/** What the document around a page is told: its menus, its reader, its notice. */
import type { ComponentChildren } from 'preact'
import type { Reader } from '#ui/reader.ts'
import type { Theme } from '#ui/shell-paths.ts'

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
