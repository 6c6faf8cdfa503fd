/** The menus, put together from what the modules give. */
import type { Words } from '#kernel/language.ts'
import { workPath } from '#modules/collection'
import { gathered, type MenuEntry } from '#platform/module.ts'
import type { Visit } from '#platform/web/page.ts'
import { modules } from './modules.ts'

export interface MenuLink {
  readonly href: string
  readonly words: Words
}

export const myWork: MenuLink = { href: workPath.to(), words: { vi: 'Việc của tôi', en: 'My work' } }

const all = gathered(modules.map(({ menu }) => menu))
export const publicMenu: readonly MenuLink[] = all.filter(({ menu }) => menu === 'public')
export const footerMenu: readonly MenuLink[] = all.filter(({ menu }) => menu === 'footer')
const ofAccount = all.filter(({ menu }) => menu === 'account')

/**
 * Where a person's own work begins; what their roles open is added to it. Some pages open at the unit where a role is held, so that
 * holding it anywhere opens them; of the others their operations are asked.
 */
export async function accountMenu(visit: Visit): Promise<readonly MenuLink[]> {
  const held = visit.caller.account?.roles ?? []
  const open = held.length > 0 ? await opened(visit) : new Set<MenuEntry>()
  const isShown = (entry: MenuEntry) => {
    if (entry.opens) return open.has(entry)
    return !entry.roles || entry.roles.some((role) => held.includes(role))
  }
  return [myWork, ...ofAccount.filter(isShown)]
}

/** A page that says what went wrong has a menu as well: where the database cannot be asked, a shorter one. */
async function opened(visit: Visit): Promise<ReadonlySet<MenuEntry>> {
  const asking = ofAccount.flatMap((entry) => (entry.opens ? [{ entry, operation: entry.opens }] : []))
  try {
    const may = await visit.mayEach(
      Object.fromEntries(asking.map(({ entry, operation }) => [entry.href, [operation] as const])),
    )
    return new Set(asking.filter(({ entry }) => may[entry.href]).map(({ entry }) => entry))
  } catch (error) {
    visit.engine.log.warn({ error }, 'a menu is short: rights could not be asked')
    return new Set()
  }
}
