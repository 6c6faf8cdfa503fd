/** The main menu, in the order people look for things. */
import type { Words } from '#kernel/language.ts'
import { unitsPath } from '#modules/organisation'

export interface MenuEntry {
  readonly href: string
  readonly words: Words
}

export const publicMenu: readonly MenuEntry[] = [{ href: unitsPath.to(), words: { vi: 'Đơn vị', en: 'Units' } }]
