/** The main menu, in the order people look for things. */
import type { Words } from '#kernel/language.ts'
import { indicatorsPath } from '#modules/indicators'
import { unitsPath } from '#modules/organisation'
import { treePath } from '#modules/plan'
import { dataPath, homePath } from '#modules/portal'
import { reportsPath } from '#modules/reports'

export interface MenuEntry {
  readonly href: string
  readonly words: Words
}

export const publicMenu: readonly MenuEntry[] = [
  { href: homePath.to(), words: { vi: 'Tiến độ', en: 'Progress' } },
  { href: indicatorsPath.to(), words: { vi: 'Chỉ số', en: 'Indicators' } },
  { href: unitsPath.to(), words: { vi: 'Đơn vị', en: 'Units' } },
  { href: treePath.to(), words: { vi: 'Kế hoạch', en: 'The plan' } },
  { href: reportsPath.to(), words: { vi: 'Báo cáo', en: 'Reports' } },
  { href: dataPath.to(), words: { vi: 'Dữ liệu mở', en: 'Open data' } },
]
