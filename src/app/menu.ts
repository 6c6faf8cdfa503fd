/** The main menu, in the order people look for things. */
import type { Words } from '#kernel/language.ts'
import { accountPath, auditPath, peoplePath } from '#modules/access'
import { roundsPath, workPath } from '#modules/collection'
import { indicatorsPath } from '#modules/indicators'
import { unitsPath } from '#modules/organisation'
import { treePath } from '#modules/plan'
import { apiPath, dataPath, homePath, methodPath, stylePath } from '#modules/portal'
import { allDecisionsOperation, draftsPath } from '#modules/reorganisation'
import { reportsPath } from '#modules/reports'
import type { Visit } from '#platform/web/page.ts'
import { queues } from './system/operations.ts'
import { systemPath } from './system/pages.tsx'

export interface MenuEntry {
  readonly href: string
  readonly words: Words
}

export const myWork: MenuEntry = { href: workPath.to(), words: { vi: 'Việc của tôi', en: 'My work' } }

/**
 * Where a person's own work begins; what their roles open is added to it. The pages of people and of the log open at the unit where
 * the role is held, so that holding it anywhere opens them; of the others their operations are asked.
 */
export async function accountMenu(visit: Visit): Promise<readonly MenuEntry[]> {
  const roles = visit.caller.account?.roles ?? []
  const isAdministrator = roles.includes('administrator')
  const seesLog = isAdministrator || roles.includes('auditor')
  const opens = roles.length > 0 ? await opened(visit) : { reforms: false, system: false }
  return [
    myWork,
    ...(roles.length > 0 ? [{ href: roundsPath.to(), words: { vi: 'Đợt báo cáo', en: 'Reporting rounds' } }] : []),
    ...(isAdministrator ? [{ href: peoplePath.to(), words: { vi: 'Người dùng', en: 'People' } }] : []),
    ...(opens.reforms ? [{ href: draftsPath.to(), words: { vi: 'Sắp xếp đơn vị', en: 'Reorganisations' } }] : []),
    ...(seesLog ? [{ href: auditPath.to(), words: { vi: 'Nhật ký', en: 'Audit log' } }] : []),
    ...(opens.system ? [{ href: systemPath.to(), words: { vi: 'Hệ thống', en: 'System' } }] : []),
    { href: accountPath.to(), words: { vi: 'Tài khoản', en: 'Account' } },
  ]
}

/** A page that says what went wrong has a menu as well: where the database cannot be asked, a shorter one. */
async function opened(visit: Visit) {
  try {
    return await visit.mayEach({ reforms: [allDecisionsOperation], system: [queues] })
  } catch (error) {
    visit.engine.log.warn({ error }, 'a menu is short: rights could not be asked')
    return { reforms: false, system: false }
  }
}

export const publicMenu: readonly MenuEntry[] = [
  { href: homePath.to(), words: { vi: 'Tiến độ', en: 'Progress' } },
  { href: indicatorsPath.to(), words: { vi: 'Chỉ số', en: 'Indicators' } },
  { href: unitsPath.to(), words: { vi: 'Đơn vị', en: 'Units' } },
  { href: treePath.to(), words: { vi: 'Kế hoạch', en: 'The plan' } },
  { href: reportsPath.to(), words: { vi: 'Báo cáo', en: 'Reports' } },
  { href: dataPath.to(), words: { vi: 'Dữ liệu mở', en: 'Open data' } },
]

export const footerMenu: readonly MenuEntry[] = [
  { href: methodPath.to(), words: { vi: 'Các con số được làm ra như thế nào', en: 'How the numbers are made' } },
  { href: apiPath.to(), words: { vi: 'API', en: 'API' } },
  { href: stylePath.to(), words: { vi: 'Bộ giao diện', en: 'Style guide' } },
]
